"""Judges the rows of the ledger: which count, which do not and why, which are undisclosed.

The rules that look at a row by itself are asked once for each combination of facts. Then each deal
keeps the one row that may count, or all its financing; and a deal counts unless a deal that covers
it keeps a row as well. That is enough, however deep deals are nested: the topmost of the deals
above that keep a row has nothing above it that could cover it, and so it counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import compress
from typing import NamedTuple

from centralasia_minerals.entities.statement import Disclosure
from centralasia_minerals.entities.vocabulary.amount_role import AmountRole

from .columns import Columns, Facts
from .covers import Cover
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
        covering: the places of the deals that cover a deal, nearest first, by its own place.
    """

    reasons: tuple[Reasons, ...]
    counted: tuple[int, ...]
    left_out: tuple[int, ...]
    undisclosed: tuple[int, ...]
    kept: Kept
    covering: Mapping[int, list[int]]


def judge(columns: Columns, covers: tuple[Cover, ...], filters: Filters) -> Judged:
    """Judge every row by the rules."""
    own = _own_reasons(columns.combinations, filters)
    reasons = [own[place] for place in columns.combination]
    kept = _kept(columns, own)
    covering = _covering(columns, covers)
    covered = {
        place for place, wholes in covering.items() for whole in wholes if kept[whole] is not None
    }
    counted: list[int] = []
    for place, rows in enumerate(kept):
        if rows is None or place in covered:
            continue
        if type(rows) is int:
            counted.append(rows)
        else:
            counted += rows  # type: ignore[arg-type]  # it is a list
    counted.sort()
    withheld = [
        not own[place] and facts.disclosure is Disclosure.UNDISCLOSED
        for place, facts in enumerate(columns.combinations)
    ]
    undisclosed = [row for row, place in enumerate(columns.combination) if withheld[place]]
    is_left_out = bytearray(b"\1") * len(reasons)
    for row in counted:
        is_left_out[row] = 0
    for row in undisclosed:
        is_left_out[row] = 0
    left_out = list(compress(range(len(reasons)), is_left_out))
    _add_overlaps(reasons, left_out, columns, kept, covered)
    return Judged(
        tuple(reasons), tuple(counted), tuple(left_out), tuple(undisclosed), kept, covering
    )


def _own_reasons(combinations: tuple[Facts, ...], filters: Filters) -> list[Reasons]:
    """Return the reasons that the rows with some facts have by themselves."""
    rules = [(rule.reason, rule.puts_out(filters)) for rule in RULES if rule.puts_out]
    return [
        tuple([reason for reason, condition in rules if condition.holds(facts)])
        for facts in combinations
    ]


def _kept(columns: Columns, own: list[Reasons]) -> Kept:
    """Return what each deal keeps of the rows that may count, by the place of the deal.

    It is the one row that is not financing, or a list of all its financing if nothing else is
    left. The longest horizon wins, and no horizon is the longest; in a tie, the first recorded.
    """
    spans = [
        None if reasons or facts.disclosure is Disclosure.UNDISCLOSED else _span(facts)
        for reasons, facts in zip(own, columns.combinations, strict=True)
    ]
    finances = [facts.role is AmountRole.FINANCING for facts in columns.combinations]
    combination, places = columns.combination, columns.place
    kept: Kept = [None] * (places[-1] + 1 if places else 0)
    for row, (place, alike) in enumerate(zip(places, combination, strict=True)):
        span = spans[alike]
        if span is None:
            continue
        before = kept[place]
        if finances[alike]:
            if before is None:
                kept[place] = [row]
            elif type(before) is list:
                before.append(row)
        elif type(before) is not int or span > _span(columns.facts(before)):
            kept[place] = row
    return kept


def _covering(columns: Columns, covers: tuple[Cover, ...]) -> dict[int, list[int]]:
    """Return the places of the deals that cover each deal, nearest first, by its own place."""
    covering: dict[int, list[int]] = {}
    if covers:
        place_of = {deal.id: at for deal, at in zip(columns.deal, columns.place, strict=True)}
        for cover in covers:
            covering.setdefault(place_of[cover.deal], []).append(place_of[cover.covering])
    return covering


def _span(facts: Facts) -> float:
    return float("inf") if facts.horizon_years is None else facts.horizon_years


def _add_overlaps(
    reasons: list[Reasons],
    left_out: list[int],
    columns: Columns,
    kept: Kept,
    covered: set[int],
) -> None:
    """Add the reasons that rows have because others count; each combination is asked once."""
    known: dict[tuple[object, ...], Reasons] = {}
    for row in left_out:
        place = columns.place[row]
        of_deal, is_covered = kept[place], place in covered
        if is_covered or of_deal is not None:
            alike: tuple[object, ...] = (columns.combination[row], is_covered)
            if not is_covered and type(of_deal) is int:
                is_same = columns.amount[row] is columns.amount[of_deal]
                alike = (*alike, is_same, columns.combination[of_deal])
            if alike not in known:
                around = _neighbours(columns, row, of_deal, is_covered=is_covered)
                known[alike] = tuple(
                    rule.reason for rule in RULES if rule.covers and rule.covers.holds(around)
                )
            if known[alike]:
                reasons[row] += known[alike]


def _neighbours(
    columns: Columns, row: int, kept: int | list[int] | None, *, is_covered: bool
) -> Neighbours:
    facts = columns.facts(row)
    is_financing = facts.role is AmountRole.FINANCING
    if is_covered or type(kept) is not int:
        return Neighbours(is_covered, False, is_financing, False, False)
    return Neighbours(
        has_counted_whole=False,
        has_counted_cost=True,
        is_financing=is_financing,
        is_of_counted_amount=columns.amount[row] is columns.amount[kept],
        is_within_counted=_span(facts) < _span(columns.facts(kept)),
    )
