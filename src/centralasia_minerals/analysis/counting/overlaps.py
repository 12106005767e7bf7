"""Judges the rows of the ledger: which count, which do not and why, which are undisclosed.

The rules that look at a row by itself are asked once for each combination of facts. Then each deal
keeps the one row that may count, or all its financing; and a deal counts unless a deal that covers
it keeps a row as well. That is enough, however deep deals are nested: the topmost of the deals
above that keep a row has nothing above it that could cover it, and so it counts.
"""

from __future__ import annotations

from typing import NamedTuple

from centralasia_minerals.entities.amount import AmountRole
from centralasia_minerals.entities.statement import Disclosure

from .columns import Columns, Cover, Facts, places_by_id
from .exclusion_reason import ExclusionReason
from .filters import Filters
from .rules import RULES

Reasons = tuple[ExclusionReason, ...]
Kept = list[int | list[int] | None]


class Neighbours(NamedTuple):
    """What the rules on overlaps ask of a row: the rows that count around it.

    Attributes:
        has_counted_whole: whether a deal that its deal is part of counts.
        has_counted_cost: whether an amount of its deal counts that is not financing.
        is_financing: whether it is financing itself.
        is_of_counted_amount: whether it is a statement of that very amount.
        is_within_counted: whether that amount is spread over more years; an amount without a
            horizon is spread over all of them.
    """

    has_counted_whole: bool
    has_counted_cost: bool
    is_financing: bool
    is_of_counted_amount: bool
    is_within_counted: bool


class Judged(NamedTuple):
    """What the rules say of every row, by the number of the row.

    Attributes:
        reasons: why each row is left out; empty where it is not.
        counted: the rows that count, in order.
        left_out: the rows that are left out, in order.
        undisclosed: the rows that passed the filters and whose figure is withheld, in order.
        kept: what would count if nothing covered the deal, by the place of the deal: the number
            of one row, a list of rows that are all financing, or None.
    """

    reasons: tuple[Reasons, ...]
    counted: tuple[int, ...]
    left_out: tuple[int, ...]
    undisclosed: tuple[int, ...]
    kept: Kept


def judge(columns: Columns, covers: tuple[Cover, ...], filters: Filters) -> Judged:
    """Judge every row by the rules."""
    reasons = _own_reasons(columns, filters)
    passed: list[int] = []
    undisclosed: list[int] = []
    for row, (own, disclosure) in enumerate(zip(reasons, columns.disclosure, strict=True)):
        if own:
            continue
        if disclosure is Disclosure.UNDISCLOSED:
            undisclosed.append(row)
        else:
            passed.append(row)
    kept = _kept(columns, passed)
    covered = _covered(columns, covers, kept)
    counted: list[int] = []
    for place, rows in enumerate(kept):
        if rows is None or place in covered:
            continue
        if isinstance(rows, int):
            counted.append(rows)
        else:
            counted += rows
    counted.sort()
    is_left_out = bytearray(b"\1") * len(reasons)
    for row in counted:
        is_left_out[row] = 0
    for row in undisclosed:
        is_left_out[row] = 0
    left_out = [row for row, is_out in enumerate(is_left_out) if is_out]
    _add_overlaps(reasons, left_out, columns, kept, covered)
    return Judged(tuple(reasons), tuple(counted), tuple(left_out), tuple(undisclosed), kept)


def _own_reasons(columns: Columns, filters: Filters) -> list[Reasons]:
    """Return the reasons that each row has by itself; each combination of facts is asked once."""
    rules = [(rule.reason, rule.puts_out(filters)) for rule in RULES if rule.puts_out]
    known: dict[tuple[object, ...], Reasons] = {}
    found = []
    for facts in zip(*(getattr(columns, name) for name in Facts._fields), strict=True):
        reasons = known.get(facts)
        if reasons is None:
            row = Facts(*facts)
            reasons = tuple(reason for reason, condition in rules if condition.holds(row))
            known[facts] = reasons
        found.append(reasons)
    return found


def _kept(columns: Columns, passed: list[int]) -> Kept:
    """Return what each deal keeps of the rows that passed, by the place of the deal.

    It is the one row that is not financing, or a list of all its financing if nothing else is
    left. The longest horizon wins, and no horizon is the longest; in a tie, the first recorded.
    """
    places, roles = columns.place, columns.role
    kept: Kept = [None] * (places[-1] + 1 if places else 0)
    for row in passed:
        place = places[row]
        before = kept[place]
        if roles[row] is AmountRole.FINANCING:
            if before is None:
                kept[place] = [row]
            elif isinstance(before, list):
                before.append(row)
        elif not isinstance(before, int) or _span(columns, row) > _span(columns, before):
            kept[place] = row
    return kept


def _covered(columns: Columns, covers: tuple[Cover, ...], kept: Kept) -> set[int]:
    """Return the places of the deals that are covered by a deal that keeps a row."""
    place_of = places_by_id(columns) if covers else {}
    return {place_of[cover.deal] for cover in covers if kept[place_of[cover.covering]] is not None}


def _span(columns: Columns, row: int) -> float:
    years = columns.horizon_years[row]
    return float("inf") if years is None else years


def _add_overlaps(
    reasons: list[Reasons],
    left_out: list[int],
    columns: Columns,
    kept: Kept,
    covered: set[int],
) -> None:
    """Add the reasons that rows have because others count."""
    known: dict[Neighbours, Reasons] = {}
    for row in left_out:
        place = columns.place[row]
        if place in covered or kept[place] is not None:
            around = _neighbours(columns, row, kept[place], is_covered=place in covered)
            if around not in known:
                known[around] = tuple(
                    rule.reason for rule in RULES if rule.covers and rule.covers.holds(around)
                )
            reasons[row] += known[around]


def _neighbours(
    columns: Columns, row: int, kept: int | list[int] | None, *, is_covered: bool
) -> Neighbours:
    is_financing = columns.role[row] is AmountRole.FINANCING
    if is_covered or type(kept) is not int:
        return Neighbours(is_covered, False, is_financing, False, False)
    return Neighbours(
        has_counted_whole=False,
        has_counted_cost=True,
        is_financing=is_financing,
        is_of_counted_amount=columns.amount[row] is columns.amount[kept],
        is_within_counted=_span(columns, row) < _span(columns, kept),
    )
