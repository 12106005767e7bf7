"""A table says what was asked, so the way back gives an equal ledger, or says what differs."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from agreement import CURRENCIES, DEALS, FILTERS
from hypothesis import given

import centralasia_minerals as cam
from centralasia_minerals.adapters import frames
from centralasia_minerals.rendering.columnar.table import Table

LEDGER = cam.ledger(cam.load(), kinds=None, stages=["signed", "cancelled"])


@given(deals=DEALS, filters=FILTERS, currency=CURRENCIES)
def test_any_ledger_comes_back_equal(
    deals: Any, filters: dict[str, Any], currency: dict[str, Any]
) -> None:
    ledger = cam.ledger(deals, **filters, **currency)

    table = Table.from_arrow(ledger.to_table())

    assert ledger == frames.ledger_of(table, reversed(deals), currency.get("rates"))


def test_a_ledger_of_a_dataset_comes_back_out_of_files(tmp_path: Path) -> None:
    LEDGER.to_csv(tmp_path / "rows.csv")
    LEDGER.to_parquet(tmp_path / "rows.parquet")

    assert LEDGER == frames.ledger_of(Table.from_csv(tmp_path / "rows.csv"), cam.load())
    assert LEDGER == frames.ledger_of(Table.from_parquet(tmp_path / "rows.parquet"), cam.load())
    assert LEDGER.version == cam.load().version


def test_columns_of_citations_may_be_left_out() -> None:
    assert LEDGER == frames.ledger_of(LEDGER.to_table(citations=False), cam.load())


def altered(**changed: Any) -> Table:
    return attrs.evolve(LEDGER.to_table(), **changed)


def with_low_of_first(low: Decimal) -> Table:
    table = LEDGER.to_table()
    values = [[*column] for column in table.values]
    values[[one.name for one in table.columns].index("low")][0] = low
    return attrs.evolve(table, values=values)


@pytest.mark.parametrize(
    ("table", "deals", "message"),
    [
        (altered(about={}), cam.load(), "does not say what was asked"),
        (altered(about={"question": "[1]"}), cam.load(), "does not say what was asked"),
        (LEDGER.to_table(), list(cam.load().deals), "what is given is deals by themselves"),
        (
            LEDGER.to_table(),
            list(cam.load().deals)[1:],
            "deals are missing: 'abraham-accords-2020'",
        ),
        (with_low_of_first(Decimal(7)), cam.load(), r"'low' in row 0 \(abra.*\) is Decimal\('7'\)"),
        (
            altered(columns=LEDGER.to_table().columns[1:], values=LEDGER.to_table().values[1:]),
            cam.load(),
            "columns are missing: row",
        ),
        (
            altered(values=[column[:-1] for column in LEDGER.to_table().values]),
            list(cam.load().deals),
            "what is given is deals by themselves, with other deals|rows, and the deals make",
        ),
    ],
    ids=["no question", "no call", "no version", "missing", "figure", "column", "rows"],
)
def test_what_differs_is_named(table: Table, deals: Any, message: str) -> None:
    with pytest.raises(cam.InvalidValueError, match=message):
        frames.ledger_of(table, deals)


def test_rows_that_are_missing_are_counted() -> None:
    ledger = cam.ledger(list(cam.load().deals))
    table = ledger.to_table()
    # The last deal but one has a second row.
    twice = next(at for at in range(1, len(table)) if table.column("deal")[at - 1:at + 1][0]
                 == table.column("deal")[at])  # fmt: skip
    fewer = [column[:twice] + column[twice + 1 :] for column in table.values]

    with pytest.raises(cam.InvalidValueError, match=f"has {len(table) - 1} rows, and the deals"):
        frames.ledger_of(attrs.evolve(table, values=fewer), cam.load())


def test_rates_are_asked_for_again() -> None:
    rates = cam.rates_of({("USD", "GBP"): "0.76"}, source="our desk")
    ledger = cam.ledger(cam.load(), currency="GBP", rates=rates)

    assert ledger == frames.ledger_of(ledger.to_table(), cam.load(), rates)
    with pytest.raises(cam.InvalidValueError, match="converted by FixedRates; give them as rates="):
        frames.ledger_of(ledger.to_table(), cam.load())


def test_what_is_no_table_is_refused() -> None:
    with pytest.raises(cam.InvalidTypeError, match="give a Table"):
        frames.ledger_of([], cam.load())
