"""How values are shown: numbers in a locale, tables, messages; nothing here is about minerals.

Every result that is a table has the same ways out:

>>> import centralasia_minerals as cam
>>> table = cam.total(cam.load()).to_table()
>>> table.columns[0].name, table.columns[0].about  # what every column means
('currency', 'the ISO 4217 code')
>>> table.to_dicts()[0]["stated"]  # exact decimals
Decimal('1100000000')

Its other ways out are ``to_dict()``, ``to_csv(path)``, ``to_polars()``, ``to_pandas()``,
``to_arrow()`` and ``to_parquet(path)``; ``Table.from_csv``, ``from_parquet`` and ``from_arrow``
read one back.
"""
