"""The ledger, its covers and its bids as flat tables."""
