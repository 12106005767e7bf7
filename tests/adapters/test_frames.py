"""The rules read as expressions on a table say what they say read on rows."""

from __future__ import annotations

import builtins
from decimal import Context, Inexact, Overflow, localcontext
from itertools import product
from typing import Any

import polars as pl
import pytest
from counting_strategies import FILTERS, deals, trees
from hypothesis import given
from table_engines import in_polars

import centralasia_minerals as cam
from centralasia_minerals.adapters import frames
from centralasia_minerals.analysis.counting.judging.predicates import (
    And,
    Gt,
    Holds,
    In,
    Is,
    Not,
    Or,
)

ASKED = [
    {"stages": stages, "sectors": sectors, "max_horizon_years": most, "kinds": kinds}
    for stages, sectors, most, kinds in product(
        ["concluded", None, "intended", "letter of interest", ["ended", "cancelled"], ["signed"]],
        ["minerals", None, ["digital", "minerals"], "energy"],
        [None, 3],
        ["project", None, ["plan", "financing"]],
    )
]


def by_table(ledger: cam.Ledger) -> list[tuple[str, list[str]]]:
    """Give the verdict and the reasons of every row, as a table engine finds them."""
    rows, covers, bids = (
        in_polars(table)
        for table in (ledger.to_table(), ledger.covers_table(), ledger.bids_table())
    )
    judged = frames.judge(rows, covers, bids, ledger.filters)
    reasons = [str(rule.reason) for rule in cam.RULES]
    return [
        (line["verdict"], [reason for reason in reasons if line[reason]])
        for line in judged.iter_rows(named=True)
    ]


def by_rows(ledger: cam.Ledger) -> list[tuple[str, list[str]]]:
    return [(str(row.verdict), list(map(str, row.reasons))) for row in ledger]


@pytest.mark.slow
def test_a_total_of_tables_hangs_on_no_context_of_decimals() -> None:
    ledger = cam.ledger(cam.load("region"))
    tables = [
        in_polars(table)
        for table in (ledger.to_table(), ledger.covers_table(), ledger.bids_table())
    ]
    outside = frames.total(*tables)

    with localcontext(Context(prec=1, Emax=0, Emin=0, traps=[Inexact, Overflow])):
        inside = frames.total(*tables)
        assert str(outside) == str(inside)
    assert outside.by_currency == inside.by_currency


@pytest.mark.slow
@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_both_readings_agree_on_the_bundled_data(asked: dict[str, Any]) -> None:
    ledger = cam.ledger(cam.load(), **asked)

    assert by_rows(ledger) == by_table(ledger)


@given(deals(), FILTERS)
def test_both_readings_agree_on_generated_deals(
    given_deals: list[cam.Deal], filters: dict[str, Any]
) -> None:
    ledger = cam.ledger(given_deals, **filters)

    assert by_rows(ledger) == by_table(ledger)


@given(trees(), FILTERS)
def test_both_readings_agree_on_parts_of_parts(
    given_deals: list[cam.Deal], filters: dict[str, Any]
) -> None:
    ledger = cam.ledger(given_deals, **filters)

    assert by_rows(ledger) == by_table(ledger)


def test_a_rule_that_is_broken_in_one_reading_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(In, "expression", lambda self: ~Is("is_conditional").expression())
    ledger = cam.ledger(cam.load())

    assert by_rows(ledger) != by_table(ledger)


ROW = {"stage": cam.Stage.SIGNED, "horizon_years": 4, "flag": True, "sectors": (cam.Sector.ENERGY,)}
NOTHING = {"stage": None, "horizon_years": None, "flag": False, "sectors": ()}
SIGNED = In("stage", frozenset({cam.Stage.SIGNED}))


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (SIGNED, (True, False)),
        (In("stage", frozenset()), (False, False)),
        (Not(SIGNED), (False, True)),
        (Gt("horizon_years", 3), (True, False)),
        (Gt("horizon_years", 4), (False, False)),
        (Not(Gt("horizon_years", 3)), (False, True)),
        (Is("flag"), (True, False)),
        (Holds("sectors", cam.Sector.ENERGY), (True, False)),
        (Holds("sectors", cam.Sector.DIGITAL), (False, False)),
        (And(SIGNED, Is("flag")), (True, False)),
        (And(), (True, True)),
        (Or(SIGNED, Gt("horizon_years", 9)), (True, False)),
        (Or(), (False, False)),
    ],
    ids=lambda value: str(value)[:60],
)
def test_a_condition_holds_alike_in_both_readings_and_never_on_what_is_missing(
    condition: Any, expected: tuple[bool, bool]
) -> None:
    import narwhals as nw

    class Row:
        def __init__(self, values: dict[str, Any]) -> None:
            vars(self).update(values)

    table = pl.DataFrame(
        [
            {
                "stage": row["stage"] and str(row["stage"]),
                "horizon_years": row["horizon_years"],
                "flag": row["flag"],
                **{f"sectors: {sector}": sector in row["sectors"] for sector in cam.Sector},
            }
            for row in (ROW, NOTHING)
        ]
    )

    found = nw.from_native(table).with_columns(holds=condition.expression())

    assert tuple(condition.holds(Row(row)) for row in (ROW, NOTHING)) == expected
    assert tuple(found["holds"].to_list()) == expected


@pytest.mark.parametrize(
    "make", [frames.rows_of, frames.covers_of, frames.bids_of], ids=["rows", "covers", "bids"]
)
def test_what_is_not_a_ledger_is_refused(make: Any) -> None:
    with pytest.raises(cam.InvalidTypeError, match=r"give cam\.ledger"):
        make(cam.load())


def test_the_library_that_reads_tables_is_named_if_it_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = builtins.__import__

    def without_narwhals(name: str, *arguments: Any, **keywords: Any) -> Any:
        if name == "narwhals":
            raise ImportError(name)
        return real(name, *arguments, **keywords)

    monkeypatch.setattr(builtins, "__import__", without_narwhals)

    with pytest.raises(cam.MissingExtraError, match=r"centralasia-minerals\[frames\]"):
        frames.judge(None, None, None, cam.Filters.of())
