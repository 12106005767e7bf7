"""What each deal keeps of the rows that passed the filters, before deals cover each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from ..columns import Columns

Kept: TypeAlias = list[int | list[int] | None]
"""By the place of a deal: the number of the one row that it keeps, a list of several, or None."""


def listed(kept: int | list[int] | None) -> list[int]:
    """Return the rows that a deal keeps as a list."""
    if kept is None:
        return []
    return kept if isinstance(kept, list) else [kept]


def kept_rows(columns: Columns, passes: Sequence[bool]) -> Kept:
    """Return what each deal keeps, by its place.

    Of each kind of money, a deal keeps one amount: the one over the longest horizon, and no horizon
    is the longest; in a tie, the first recorded. Where that amount itself did not pass, its parts
    stand for it. Money that pays for other money is kept only where there is no other, and then
    all of it.

    Args:
        columns: the rows.
        passes: whether the rows with some facts passed the filters and have a figure, by the place
            of the combination.
    """
    places = columns.place
    kept: Kept = [None] * (places[-1] + 1 if places else 0)
    crowded: set[int] = set()
    for row, (place, alike) in enumerate(zip(places, columns.combination, strict=True)):
        if passes[alike]:
            before = kept[place]
            if before is None:
                kept[place] = row
            elif type(before) is list:
                before.append(row)
            else:
                kept[place] = [before, row]  # type: ignore[list-item]  # it is a number
                crowded.add(place)
    for place in crowded:
        chosen = _chosen(columns, listed(kept[place]))
        kept[place] = chosen[0] if len(chosen) == 1 else chosen
    return kept


def _chosen(columns: Columns, rows: list[int]) -> list[int]:
    """Return which of the rows of a deal that passed it keeps."""
    amounts = columns.deal[rows[0]].amounts
    place_of = {id(amount): place for place, amount in reversed([*enumerate(amounts)])}
    units: dict[object, dict[int, list[int]]] = {}
    for row in rows:
        place = place_of.get(id(columns.unit(row)), 0)
        units.setdefault(columns.facts(row).money, {}).setdefault(place, []).append(row)
    costs = [of_kind for money, of_kind in units.items() if not (money and money.is_funding)]  # type: ignore[attr-defined]  # a kind of money
    if not costs:
        return sorted(
            row
            for of_kind in units.values()
            for unit in of_kind.values()
            for row in _standing(columns, unit)
        )
    return sorted(row for of_kind in costs for row in _longest(columns, of_kind))


def _longest(columns: Columns, units: dict[int, list[int]]) -> list[int]:
    """Return the rows of the unit over the longest horizon; in a tie, of the first recorded."""
    first = min(units, key=lambda place: (-columns.span(units[place][0]), place))
    return _standing(columns, units[first])


def _standing(columns: Columns, unit: list[int]) -> list[int]:
    """Return the row of a whole amount if it passed, or else those of its parts."""
    wholes = [row for row in unit if row not in columns.whole]
    return wholes or unit
