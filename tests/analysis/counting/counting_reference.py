"""The counting rules once more, word for word from the design and as slowly as they read.

It shares nothing with the library but its entities, and checks it as a second opinion.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from counting_own_reasons import own_reasons
from counting_relations import Kept, coverings_of, is_replaced, outbid, parts_held_up
from counting_rows import Asked, Key, Row, asked_for, rows_of
from counting_units import kept_of, low_of, overlaps_within

import centralasia_minerals as cam

__all__ = ["Answer", "Bounds", "answer", "asked_for", "lost_bids"]

Bounds = tuple[Fraction, Fraction, Fraction | None]

ORDER = (
    "ended",
    "cancelled",
    "replaced",
    "not concluded",
    "outside the stages",
    "outside the sectors",
    "shared with other sectors",
    "own project",
    "programme",
    "outside the classes",
    "valuation",
    "another kind of money",
    "conditional",
    "counted by its parts",
    "beyond the horizon",
    "superseded",
    "deprecated",
    "not stated",
    "not applicable",
    "rival to another bid",
    "part of a counted deal",
    "implements a counted deal",
    "followed by a counted deal",
    "restated by a counted deal",
    "financing of a counted cost",
    "part of a counted amount",
    "within a longer horizon",
    "another amount of the deal",
)


class Answer(NamedTuple):
    """What a total must say."""

    bounds: dict[str, Bounds]
    counted: set[Key]
    undisclosed: set[Key]
    excluded: dict[Key, list[str]]


def lost_bids(deals: Iterable[cam.Deal], asked: Asked) -> set[str]:
    """Give the ids of the deals that another bid puts out; of bids alike, the first given stays."""
    given = list(deals)
    return outbid(
        given, {deal.id: kept_of(deal, asked, is_replaced(deal, given)) for deal in given}
    )


def answer(deals: Iterable[cam.Deal], asked: Asked) -> Answer:
    """Part the rows of deals, and add up what counts."""
    given = list(deals)
    replaced = {deal.id: is_replaced(deal, given) for deal in given}
    kept = {deal.id: kept_of(deal, asked, replaced[deal.id]) for deal in given}
    lost = lost_bids(given, asked)
    kept.update({id: [] for id in lost})
    result = Answer({}, set(), set(), {})
    for deal in given:
        counted = _counted(deal, given, kept)
        result.counted.update(row.key for row in counted)
        for row in rows_of(deal):
            if row in counted:
                continue
            own = own_reasons(row, asked, replaced[deal.id])
            if isinstance(row.statement, cam.Undisclosed) and not own:
                result.undisclosed.add(row.key)
                continue
            rival = ["rival to another bid"] if deal.id in lost else []
            overlaps = {*coverings_of(row, given, kept), *overlaps_within(row, counted)}
            result.excluded[row.key] = sorted([*own, *rival, *overlaps], key=ORDER.index)
        for money in cam.MoneyKind:
            _add(result.bounds, _bounds_of(deal, money, given, kept))
    return result


def _counted(deal: cam.Deal, given: list[cam.Deal], kept: Kept) -> list[Row]:
    """Give the rows that a deal keeps and that no other deal covers."""
    return [row for row in kept[deal.id] if not coverings_of(row, given, kept)]


def _bounds_of(
    deal: cam.Deal, money: cam.MoneyKind, given: list[cam.Deal], kept: Kept
) -> dict[str, Bounds]:
    """Give what a deal counts of one kind of money, its lows raised by its parts.

    They raise them to what they would come to without it, and never above its figures.
    """
    bounds: dict[str, Bounds] = {}
    for row in _counted(deal, given, kept):
        if row.money is money:
            said = row.statement
            high = None if said.high is None else Fraction(said.high.amount)
            _add(bounds, {_code(row): (low_of(row), Fraction(said.value.amount), high)})
    parts = parts_held_up(deal.id, given) if bounds else set()
    without = {**kept, deal.id: []}
    of_parts: dict[str, Bounds] = {}
    for part in given:
        if part.id in parts:
            _add(of_parts, _bounds_of(part, money, given, without))
    for code, (low, face, high) in bounds.items():
        held_up = of_parts[code][0] if code in of_parts else Fraction(0)
        bounds[code] = (max(low, min(held_up, face)), face, high)
    return bounds


def _code(row: Row) -> str:
    return row.statement.value.currency.code


def _add(sums: dict[str, Bounds], more: dict[str, Bounds]) -> None:
    for code, (low, face, high) in more.items():
        lows, faces, highs = sums.get(code, (Fraction(0), Fraction(0), Fraction(0)))
        top = None if high is None or highs is None else high + highs
        sums[code] = (low + lows, face + faces, top)
