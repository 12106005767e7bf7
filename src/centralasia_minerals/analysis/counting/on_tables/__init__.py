"""The counting rules read as expressions on tables of any engine, through narwhals."""
