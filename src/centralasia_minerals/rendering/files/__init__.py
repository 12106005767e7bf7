"""Reads and writes files: whole or not at all, with errors that say what the system refused."""
