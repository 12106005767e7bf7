"""Bridges to other libraries and formats, one file each, imported only when asked for."""
