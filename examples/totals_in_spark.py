"""Totals a generated ledger by country in PySpark, and checks every group against the objects.

It needs Java 17 or newer (on Debian and Ubuntu ``apt install openjdk-17-jre-headless``) and
``pip install 'centralasia-minerals[arrow,spark]'``. Spark runs on this machine, without a cluster;
for one, make the session with its address in place of ``local[*]``.

    python totals_in_spark.py            # 2,000 invented deals
    python totals_in_spark.py 100000
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from pyspark.sql import SparkSession

import centralasia_minerals as cam
from centralasia_minerals.adapters import frames

HEDGES = ("as stated", "up to", "around", "at least")


def deals(number: int) -> Iterator[cam.Deal]:
    """Yield invented deals: a fifth of them are parts of the deal before them."""
    countries = [cam.load().countries[code] for code in ("KZ", "KG", "TJ", "TM", "UZ")]
    whole: cam.Deal | cam.NotStated = cam.NotStated()
    for at in range(number):
        cost = cam.Stated(
            value=cam.Money(at % 90 + 10, "USD" if at % 3 else "EUR"),
            hedge=cam.Hedge(HEDGES[at % 4]),
        )
        deal = cam.Deal(
            id=f"deal-{at}",
            title=f"Invented deal {at}",
            kind=cam.DealKind.CONTRACT,
            countries=(countries[at // 5 % len(countries)],),
            amounts=(cam.Amount(role=cam.AmountRole.COST, statements=(cost,)),),
            stages=(cam.Stated(value=cam.Stage.SIGNED),),
            sectors=(cam.Sector.MINERALS,),
            part_of=whole if at % 5 == 1 else cam.NotStated(),
        )
        whole = deal
        yield deal


def main() -> None:
    """Make a ledger, total its Parquet files in Spark, and compare."""
    made = [*deals(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)]
    ledger = cam.ledger(made)
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    spark = (
        SparkSession.builder.master("local[*]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.memory", "2g")
        .config("spark.sql.shuffle.partitions", "4")  # 200 is meant for a cluster
        .getOrCreate()
    )
    with TemporaryDirectory() as name:
        folder = Path(name)
        tables = {
            "rows": ledger.to_table(),
            "covers": ledger.covers_table(),
            "bids": ledger.bids_table(),
        }
        for title, table in tables.items():
            table.to_parquet(folder / f"{title}.parquet")
        rows, covers, bids = (spark.read.parquet(str(folder / f"{one}.parquet")) for one in tables)
        by_country = frames.total_by(rows, "country", covers, bids)
        # It is a plan of Spark's until here.
        found = {
            (line["country"], line["currency"]): (line["low"], line["stated"], line["high"])
            for line in by_country.toLocalIterator()
        }
    spark.stop()

    expected = {
        (country, str(one.currency)): (
            one.low.amount,
            one.stated.amount,
            None if one.high is None else one.high.amount,
        )
        for country, total in cam.total_by(made, "country").items()
        for one in total
    }
    assert found == expected
    for (country, currency), (low, stated, high) in sorted(found.items()):
        bounds = f"from {low:,.2f}" + ("" if high is None else f" to {high:,.2f}")
        print(f"{country}  {currency} {stated:,.2f}, {bounds}")
    print(f"{len(made):,} deals: Spark and the objects agree in all {len(found)} groups")


if __name__ == "__main__":
    main()
