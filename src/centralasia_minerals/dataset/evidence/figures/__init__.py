"""Reading one printed figure where it stands: its number, its unit, its hedge, its language."""
