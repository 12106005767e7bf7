"""Finds the figures that are added up: converted where a currency is asked for, with their lows."""

from __future__ import annotations

from collections.abc import Iterable

from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.values.money import Money

from ..columns import Columns
from ..covers import OF_WHOLES
from ..innermost import innermost
from ..judging.kept_rows import listed
from ..judging.overlaps import Judged
from .convert import Conversions
from .figures import Figures, figure_in
from .lows import Raising, lowered_in
from .rate import Rate


def figures_of(columns: Columns, judged: Judged, conversions: Conversions) -> Figures:
    """Convert the rows that count, and raise the lows of those whose deals have parts.

    Raises:
        MissingRateError: rows that count have neither a printed equivalent nor a rate; all of
            them are named.
    """
    whole_of = _wholes(columns, judged)
    rows = judged.counted
    if whole_of:  # What parts come to without their wholes may hold up a low.
        rows = tuple([row for kept in judged.kept for row in listed(kept)])
    converted, missing = converted_in(columns, rows, conversions)
    lacking = missing & {*judged.counted}
    if lacking:
        raise conversions.missing(figure_in(columns, row) for row in sorted(lacking))
    lowered = lowered_in(columns, rows, converted) if columns.depending else {}
    if not whole_of:
        return Figures(converted, lowered, {}, {})
    return Raising(
        columns, judged, whole_of, Figures(converted, lowered, {}, {}), missing
    ).figures()


def figures_by_themselves(
    columns: Columns, rows: Iterable[int], conversions: Conversions
) -> Figures:
    """Convert rows that have a figure as far as they can be; no low is raised by parts."""
    rows = tuple(rows)
    converted, _ = converted_in(columns, rows, conversions)
    lowered = lowered_in(columns, rows, converted) if columns.depending else {}
    return Figures(converted, lowered, {}, {})


def _wholes(columns: Columns, judged: Judged) -> dict[int, int]:
    """Return the innermost deal that a deal is part of or carries out, by the places of both."""
    wholes_of = {
        place: wholes
        for place, covering in judged.covering.items()
        if (wholes := [above.place for above in covering if above.kind in OF_WHOLES])
    }
    if not wholes_of:
        return {}
    rows = zip(columns.place, columns.amount, strict=True)
    return innermost(wholes_of, {place for place, amount in rows if amount is None})


def converted_in(
    columns: Columns, rows: Iterable[int], conversions: Conversions
) -> tuple[dict[int, Stated[Money] | Rate], set[int]]:
    """Return what brings rows into the currency, by row, and the rows that nothing does."""
    converted: dict[int, Stated[Money] | Rate] = {}
    missing: set[int] = set()
    wanted = conversions.currency
    for row in rows if wanted is not None else ():
        deal, amount, statement = figure_in(columns, row)
        if statement.value.currency != wanted:
            found = conversions.find(deal, amount, statement)
            if found is None:
                missing.add(row)
            else:
                converted[row] = found
    return converted, missing
