"""Totals of tables are those of the objects, to the last digit, whatever the engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import narwhals as nw
import pytest
from counting_strategies import FILTERS, deals, trees
from hypothesis import given, settings
from table_engines import ENGINES, engine_named

import centralasia_minerals as cam
from centralasia_minerals.adapters import frames
from centralasia_minerals.analysis.counting.groups import GROUPS, GROUPS_OF_AMOUNTS
from centralasia_minerals.rendering.columnar.table import Table

Engine = Callable[[Table], Any]
each_engine = pytest.mark.parametrize("name", ENGINES)


def tables_of(ledger: cam.Ledger, engine: Engine) -> list[Any]:
    return [engine(t) for t in (ledger.to_table(), ledger.covers_table(), ledger.bids_table())]


def counts(rows: Any) -> Counter[str]:
    return Counter(str(reason) for row in rows for reason in row.reasons)


def agree(given_deals: Any, filters: dict[str, Any], engine: Engine) -> None:
    expected = cam.total(given_deals, **filters)
    tables = tables_of(cam.ledger(given_deals, **filters), engine)

    total = frames.total(*tables, **filters)

    assert expected.by_currency == total.by_currency
    assert len(expected.counted) == len(total.counted)
    assert len(expected.excluded) == len(total.excluded)
    assert len(expected.undisclosed) == len(total.undisclosed)
    assert counts(expected.excluded) == {str(why): n for why, n in total.reasons.items()}


def lines_of(frame: Any) -> list[dict[str, Any]]:
    held = nw.from_native(frame).lazy().collect().to_dict(as_series=False)
    return [dict(zip(held, line, strict=True)) for line in zip(*held.values(), strict=True)]


def agree_by(given_deals: Any, key: str, filters: dict[str, Any], engine: Engine) -> None:
    expected = [
        {
            key: group,
            "currency": one.currency.code,
            "low": one.low.amount,
            "stated": one.stated.amount,
            "high": None if one.high is None else one.high.amount,
            "is_approximate": one.approximate,
            "is_about": one.about,
        }
        for group, total in cam.total_by(given_deals, key, **filters).items()
        for one in total.by_currency
    ]

    groups = frames.total_by(*_with_key(given_deals, key, filters, engine), **filters)

    lines = [{k: v for k, v in line.items() if k != "counted"} for line in lines_of(groups)]
    assert expected == sorted(lines, key=lambda line: (line[key], line["currency"]))


def _with_key(given_deals: Any, key: str, filters: dict[str, Any], engine: Engine) -> list[Any]:
    rows, *others = tables_of(cam.ledger(given_deals, **filters), engine)
    return [rows, key, *others]


@each_engine
@pytest.mark.parametrize("filters", [{}, {"kinds": None, "stages": None}], ids=str)
def test_the_bundled_data_come_to_the_same(name: str, filters: dict[str, Any]) -> None:
    agree(cam.load(), filters, engine_named(name))


@each_engine
@pytest.mark.parametrize("key", [*GROUPS, *GROUPS_OF_AMOUNTS])
def test_groups_of_the_bundled_data_come_to_the_same(name: str, key: str) -> None:
    agree_by(cam.load(), key, {"sectors": None, "kinds": None}, engine_named(name))


@each_engine
@settings(max_examples=8)
@given(given_deals=deals(), filters=FILTERS)
def test_any_deals_come_to_the_same(name: str, given_deals: Any, filters: dict[str, Any]) -> None:
    agree(given_deals, filters, engine_named(name))


@each_engine
@settings(max_examples=8)
@given(given_deals=trees(), filters=FILTERS)
def test_parts_of_parts_come_to_the_same(
    name: str, given_deals: Any, filters: dict[str, Any]
) -> None:
    agree(given_deals, filters, engine_named(name))


@each_engine
@settings(max_examples=4)
@given(given_deals=trees(), filters=FILTERS)
def test_groups_of_any_deals_come_to_the_same(
    name: str, given_deals: Any, filters: dict[str, Any]
) -> None:
    for key in ("year", "payer", "stage"):
        agree_by(given_deals, key, filters, engine_named(name))
