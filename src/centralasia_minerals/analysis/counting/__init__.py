"""How deals are counted: the ledger, the rules, overlaps, and the bounds of a sum."""
