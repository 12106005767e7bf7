"""Which rows of a table pass the rules that look at a row by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from centralasia_minerals.entities.statement import Disclosure
from centralasia_minerals.entities.vocabulary.money_kind import MoneyKind

from ..judging.filters import Filters
from ..judging.rules import RULES

if TYPE_CHECKING:
    import narwhals as nw

Frame = Any
"""A frame of narwhals; whether it is lazy is nobody's concern here."""

FUNDING = sorted(str(kind) for kind in MoneyKind if kind.is_funding)

_ORDERED = 2**20
"""More amounts than a deal has."""

LONGEST = 2**40
"""More years than any horizon: no horizon is the longest."""

FIGURES = ("currency", "low", "stated", "high", "is_about", "is_approximate")
"""The columns that are added up."""


def own_reasons(filters: Filters) -> dict[str, nw.Expr]:
    """Return the conditions that leave a row out whatever else counts, by their reasons."""
    return {
        str(rule.reason): rule.puts_out(filters).expression() for rule in RULES if rule.puts_out
    }


def is_in(filters: Filters) -> nw.Expr:
    """Return that no rule by itself leaves a row out."""
    import narwhals as nw

    return ~nw.any_horizontal(*own_reasons(filters).values(), ignore_nulls=True)


def passed_rows(table: Frame, filters: Filters, *more: str) -> Frame:
    """Return the rows that pass and have a figure, with what the other rules ask of them.

    Args:
        table: the rows.
        filters: what is asked for.
        more: further columns to keep.
    """
    import narwhals as nw

    is_part = nw.col("amount").fill_null(0) != nw.col("unit")
    money = nw.col("money").fill_null("")
    years = nw.when(nw.col("unit_years").fill_null(LONGEST) < LONGEST).then(nw.col("unit_years"))
    kept = dict.fromkeys(("row", "deal", "unit", "reached", "is_related", *FIGURES, *more))
    passed = table.filter(is_in(filters) & (nw.col("disclosure") == str(Disclosure.STATED)))
    passed = passed.select(
        *map(nw.col, kept),
        _money=money,
        _is_funding=money.is_in(FUNDING),
        _is_part=nw.when(is_part).then(nw.lit(1)).otherwise(nw.lit(0)),
        _years=years.fill_null(LONGEST),
    )
    # The longest horizon first, then the first amount, and a whole before its parts.
    place = (nw.col("unit") - nw.col("_years") * _ORDERED) * 2 + nw.col("_is_part")
    return passed.with_columns(_place=place)


def kept_rows(passed: Frame, filters: Filters) -> Frame:
    """Return the rows that their deals keep: of each kind of money the first, or else its parts.

    Money that pays for other money is kept only where there is no other, and then all of it.
    """
    import narwhals as nw

    with_first = passed.with_columns(_first=nw.col("_place").min().over("deal", "_money"))
    is_first = nw.col("_place") == nw.col("_first")
    if filters.kinds is not None and not any(kind.is_funding for kind in filters.kinds):
        return with_first.filter(is_first)  # No funding has passed.
    cost = nw.when(nw.col("_is_funding")).then(nw.lit(0)).otherwise(nw.lit(1))
    found = with_first.with_columns(_cost=cost)
    found = found.with_columns(
        _has_cost=nw.col("_cost").max().over("deal"),
        _least_part=nw.col("_is_part").min().over("deal", "_money", "unit"),
    )
    stands = nw.col("_is_part") == nw.col("_least_part")
    is_funding = nw.col("_is_funding")
    return found.filter(
        (~is_funding & is_first) | (is_funding & (nw.col("_has_cost") == 0) & stands)
    )
