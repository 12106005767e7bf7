"""Totals a folder of Parquet files in DuckDB, and checks the figures against the objects.

It needs ``pip install 'centralasia-minerals[arrow,frames]' duckdb pyarrow``.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

import centralasia_minerals as cam
from centralasia_minerals.adapters import frames

ledger = cam.ledger(cam.load(), sectors=None)

with TemporaryDirectory() as name, duckdb.connect() as db:
    folder = Path(name)
    ledger.to_table().to_parquet(folder / "rows.parquet")
    ledger.covers_table().to_parquet(folder / "covers.parquet")
    ledger.bids_table().to_parquet(folder / "bids.parquet")

    # DuckDB reads the files for itself; whatever SQL says about them is exact.
    print(
        db.sql(
            f"select verdict, count(*) as rows, sum(stated) as stated "
            f"from '{folder}/rows.parquet' where currency = 'USD' group by 1 order by 1"
        )
    )

    tables = [db.read_parquet(f"{folder}/{one}.parquet") for one in ("rows", "covers", "bids")]
    total = frames.total(*tables, sectors=None)
    for one in total:
        print(one)
    assert total.by_currency == cam.total(cam.load(), sectors=None).by_currency

    by_country = frames.total_by(tables[0], "country", *tables[1:], sectors=None)
    print(by_country.order("country, currency").select("country, currency, low, stated, counted"))
