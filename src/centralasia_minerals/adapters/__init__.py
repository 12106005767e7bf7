"""Bridges to other libraries, one file each; import them by name, as nothing else does.

>>> from centralasia_minerals.adapters import charts, ecb_rates, frames, hypothesis

``charts.timeline`` and its kin draw the data (extra ``charts``), ``ecb_rates.EcbRates`` has the
European Central Bank's daily rates (extra ``fx``), ``frames.total`` and ``frames.total_by`` count
in polars, pandas, pyarrow, DuckDB, Ibis and PySpark (extra ``frames``), and ``hypothesis`` draws
valid records for the tests of your app. ``help(charts)`` and the like show the calls of each.
"""
