"""Bridges to other libraries, one file each; import them by name, as nothing else does."""
