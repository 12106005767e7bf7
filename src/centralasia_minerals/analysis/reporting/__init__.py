"""Totals in words: in a few lines, row by row, and as a footnoted sentence."""
