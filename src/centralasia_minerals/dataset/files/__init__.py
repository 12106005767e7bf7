"""Data files: reading them strictly, writing them, and the snapshot that a wheel carries."""
