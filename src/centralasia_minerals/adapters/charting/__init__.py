"""The charts: what each one shows of the data, and what it says about that."""
