"""The record as a whole: catalogs, data files, queries, and proofs against the texts."""
