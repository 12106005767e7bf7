"""Totals in PySpark are those of the objects; it runs by itself, since Spark starts slowly.

The command is ``CENTRALASIA_MINERALS_CLUSTER=1 python -m pytest -m cluster`` after
``pip install --group cluster``.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from agreement import RATES, agree, agree_by, agree_on_rows, tables_of
from analysis_builders import on
from counting_builders import amount, deal, financing, stated, to
from table_engines import in_polars

import centralasia_minerals as cam
from centralasia_minerals.adapters import frames
from centralasia_minerals.rendering.columnar.table import Table

pytestmark = [
    pytest.mark.cluster,
    pytest.mark.slow,
    pytest.mark.skipif(
        not os.environ.get("CENTRALASIA_MINERALS_CLUSTER"),
        reason="Spark is tried where CENTRALASIA_MINERALS_CLUSTER is set",
    ),
    # PySpark warns of the versions of what it uses itself.
    pytest.mark.filterwarnings("ignore"),
]

WHOLE = deal("whole", amount(stated("USD 50", "up to")))
PART = deal("part", amount(stated("USD 20", "around")), part_of=WHOLE)
LEDGER = (
    WHOLE,
    PART,
    deal("lot", amount(stated("USD 7", "at least")), part_of=PART),
    deal("mine", amount(stated("EUR 30.25")), financing("EUR 12"), dates=(on("2025-11-06"),)),
    deal("bid", amount(stated("KZT 900"))),
    deal("other-bid", amount(stated("KZT 950")), relations=to("bid", "rival to")),
)
"""Deals in which a low is raised twice over, funding is beside a cost, and bids are rivals."""


SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.sql.shuffle.partitions": "1",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
}


@pytest.fixture(scope="module")
def engine() -> Iterator[Callable[[Table], Any]]:
    """Give what takes a table to a cluster of this one machine."""
    if importlib.util.find_spec("pyspark") is None:
        pytest.fail("pyspark is not installed; see the dependency group cluster")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    from pyspark.sql import SparkSession

    # Small data spend their time on planning and compiling, so there is as little as can be.
    builder = SparkSession.builder.master("local[2]")
    for name, given in SETTINGS.items():
        builder = builder.config(name, given)
    session = builder.getOrCreate()
    yield lambda table: session.createDataFrame(in_polars(table).to_arrow())
    session.stop()


@pytest.mark.parametrize("currency", [{}, {"currency": "USD", "rates": RATES}], ids=["own", "USD"])
def test_a_small_ledger_comes_to_the_same(
    engine: Callable[[Table], Any], currency: dict[str, Any]
) -> None:
    asked: dict[str, Any] = {"kinds": None, **currency}

    agree(LEDGER, asked, engine)
    agree_on_rows(LEDGER, asked, engine)
    agree_by(LEDGER, "year", asked, engine)


def test_the_bundled_data_come_to_the_same(engine: Callable[[Table], Any]) -> None:
    agree(cam.load(), {}, engine)
    agree_by(cam.load(), "country", {"kinds": None, "sectors": None, "stages": None}, engine)


def test_sums_that_may_run_over_are_refused(engine: Callable[[Table], Any]) -> None:
    deals = [deal(f"deal-{at}", amount(stated(f"USD {9 * 10**32}"))) for at in range(2)]
    tables = tables_of(cam.ledger(deals), engine)

    with pytest.raises(cam.InvalidValueError, match="up to that of deal-0, deal-1"):
        frames.total(*tables)


def test_the_example_agrees_with_the_objects_in_every_group(tmp_path: Path) -> None:
    example = Path(__file__).parents[2] / "examples" / "totals_in_spark.py"

    done = subprocess.run(
        [sys.executable, str(example), "100"],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        encoding="utf-8",
        timeout=300,
    )

    assert 0 == done.returncode, done.stderr
    assert "100 deals: Spark and the objects agree in all 10 groups" in done.stdout
