"""Data files: reading them strictly, and writing them."""
