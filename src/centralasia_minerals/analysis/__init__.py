"""Questions asked of the record, one file each: totals, ratios, rates, tonnages, timelines."""
