"""Checking citations: passages against texts, and printed figures against recorded values."""
