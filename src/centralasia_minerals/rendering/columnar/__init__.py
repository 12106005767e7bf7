"""Flat tables with typed columns, and what they are written to and read from."""
