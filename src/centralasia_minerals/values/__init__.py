"""Values that need no source: money, measures, shares, dates, hedges, names, kinds of absence."""
