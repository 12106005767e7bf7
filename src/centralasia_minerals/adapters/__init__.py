"""Bridges to other libraries, one file each; import them by name, as nothing else does.

After ``from centralasia_minerals.adapters import charts, ecb_rates, frames, hypothesis``::

    charts.left_out(ds)                                 # what a total leaves out, drawn by altair
    charts.parties_by_mineral(ds)                       # one of six charts (extra charts)
    cam.total(ds, currency="GBP", rates=ecb_rates.EcbRates())    # the ECB's rates (extra fx)
    frames.total(rows, covers, bids)                    # in polars, pandas, pyarrow, DuckDB, Ibis,
    frames.total_by(rows, "country", covers, bids)      # PySpark (extra frames)
    hypothesis.datasets()                               # valid records for the tests of your app

``help(charts)`` and the like show the calls of each.
"""
