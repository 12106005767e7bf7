"""The records of a dataset as flat tables, whose columns follow from the fields of the records."""
