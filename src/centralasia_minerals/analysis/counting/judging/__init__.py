"""What counts: the rules as conditions, and what the rows that count cover."""
