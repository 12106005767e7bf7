"""Totals of tables are those of the objects, to the last digit, whatever the engine."""

from __future__ import annotations

import time
from typing import Any

import pytest
from agreement import (
    CURRENCIES,
    DEALS,
    FILTERS,
    KEYS,
    agree,
    agree_by,
    agree_on_rows,
    lines_of,
    tables_of,
)
from counting_builders import amount, deal, stated
from hypothesis import given, settings, strategies as st
from table_engines import ENGINES, engine_named, in_polars

import centralasia_minerals as cam
from centralasia_minerals.adapters import frames

each_engine = pytest.mark.parametrize("name", ENGINES)


@each_engine
@pytest.mark.parametrize("filters", [{}, {"kinds": None, "stages": None}], ids=str)
def test_the_bundled_data_come_to_the_same(name: str, filters: dict[str, Any]) -> None:
    agree(cam.load(), filters, engine_named(name))
    agree_on_rows(cam.load(), filters, engine_named(name))


@each_engine
@pytest.mark.parametrize("key", KEYS)
def test_groups_of_the_bundled_data_come_to_the_same(name: str, key: str) -> None:
    agree_by(cam.load(), key, {"sectors": None, "kinds": None}, engine_named(name))


@each_engine
@settings(max_examples=4)
@given(deals=DEALS, filters=FILTERS, currency=CURRENCIES)
def test_any_deals_come_to_the_same(
    name: str, deals: Any, filters: dict[str, Any], currency: dict[str, Any]
) -> None:
    agree(deals, filters | currency, engine_named(name))


@each_engine
@settings(max_examples=2)
@given(deals=DEALS, filters=FILTERS, currency=CURRENCIES)
def test_every_row_has_the_same_verdict_reasons_and_low(
    name: str, deals: Any, filters: dict[str, Any], currency: dict[str, Any]
) -> None:
    agree_on_rows(deals, filters | currency, engine_named(name))


@each_engine
@settings(max_examples=4)
@given(deals=DEALS, filters=FILTERS, currency=CURRENCIES, key=st.sampled_from(KEYS))
def test_groups_of_any_deals_come_to_the_same(
    name: str, deals: Any, filters: dict[str, Any], currency: dict[str, Any], key: str
) -> None:
    agree_by(deals, key, filters | currency, engine_named(name))


@pytest.mark.slow
@given(deals=DEALS, filters=FILTERS, currency=CURRENCIES, key=st.sampled_from(KEYS))
def test_many_more_deals_come_to_the_same_in_polars(
    deals: Any, filters: dict[str, Any], currency: dict[str, Any], key: str
) -> None:
    agree(deals, filters | currency, in_polars)
    agree_on_rows(deals, filters | currency, in_polars)
    agree_by(deals, key, filters | currency, in_polars)


def nested(levels: int) -> list[cam.Deal]:
    """Give a deal with a part, which has a part, and so on; only the innermost is exact."""
    made: list[cam.Deal] = []
    for level in range(levels + 1):
        hedge = "up to" if level < levels else "as stated"
        inside = {"part_of": made[-1]} if made else {}
        made.append(deal(f"level-{level}", amount(stated(f"USD {50 - level}", hedge)), **inside))
    return made


@each_engine
def test_eight_levels_of_parts_raise_the_low_of_the_outermost(name: str) -> None:
    deals = nested(8)

    total = frames.total(*tables_of(cam.ledger(deals), engine_named(name)))

    assert cam.total(deals).by_currency == total.by_currency
    assert cam.Money("42", "USD") == total["USD"].low


def test_each_level_of_parts_takes_about_as_long_as_the_others() -> None:
    """A plan that names the level below it twice would take 256 times as long for eight."""
    seconds = []
    for levels in (2, 8):
        tables = [table.lazy() for table in tables_of(cam.ledger(nested(levels)), in_polars)]
        start = time.perf_counter()
        frames.total(*tables)
        seconds.append(time.perf_counter() - start)

    assert seconds[1] < 40 * seconds[0]


def test_groups_of_lazy_tables_stay_lazy() -> None:
    rows, *others = [t.lazy() for t in tables_of(cam.ledger(cam.load()), in_polars)]

    groups = frames.total_by(rows, "country", *others)

    assert "LazyFrame" == type(groups).__name__
    assert ["KZ"] == [line["country"] for line in lines_of(groups) if line["currency"]]
