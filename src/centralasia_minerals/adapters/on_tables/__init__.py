"""Totals on tables of any engine; ``adapters.frames`` is the door."""
