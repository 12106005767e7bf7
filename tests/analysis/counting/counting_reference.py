"""The counting rules once more, word for word from the design and as slowly as they read.

It shares nothing with the library but its entities, and checks it as a second opinion.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

import centralasia_minerals as cam

Key = tuple[object, ...]
Bounds = tuple[Fraction, Fraction, Fraction | None]


class Asked(NamedTuple):
    """What is asked for, spelled out."""

    stages: frozenset[cam.Stage] | None
    cancelled: bool
    sectors: frozenset[cam.Sector] | None
    horizon: int | None


class Row(NamedTuple):
    """An amount of a deal, or a statement of it that fell."""

    deal: cam.Deal
    amount: cam.Amount | None
    statement: Any
    standing: str = "current"

    @property
    def key(self) -> Key:
        """Tell it from every other."""
        return self.deal.id, self.amount, self.statement

    @property
    def is_financing(self) -> bool:
        """Say whether it pays for something."""
        return self.amount is not None and self.amount.role is cam.AmountRole.FINANCING


class Answer(NamedTuple):
    """What a total must say."""

    bounds: dict[str, Bounds]
    counted: set[Key]
    undisclosed: set[Key]
    excluded: dict[Key, list[str]]


def asked_for(stages="concluded", sectors="minerals", max_horizon_years=None) -> Asked:
    """Spell out filters."""
    single: set[cam.Stage] = set()
    cancelled = False
    for choice in _several(stages):
        text = choice if isinstance(choice, str) else None
        group = choice if isinstance(choice, cam.StageGroup) else None
        if text == "cancelled":
            cancelled = True
        elif group or text in {one.value for one in cam.StageGroup}:
            name = text or group.value
            single |= {stage for stage in cam.Stage if stage.group.value == name}
        else:
            single.add(cam.Stage(text or choice))
    return Asked(
        stages=None if stages is None else frozenset(single),
        cancelled=cancelled,
        sectors=None if sectors is None else frozenset(map(cam.Sector, _several(sectors))),
        horizon=max_horizon_years,
    )


def answer(deals: Iterable[cam.Deal], asked: Asked) -> Answer:
    """Part the rows of deals, and add up what counts."""
    given = list(deals)
    counting = {deal.id: _contribution(deal, asked) for deal in given}
    covered = {deal.id: any(counting.get(whole.id) for whole in deal.ancestors) for deal in given}
    result = Answer({}, set(), set(), {})
    for deal in given:
        own = [] if covered[deal.id] else counting[deal.id]
        result.counted.update(row.key for row in own)
        for row in _rows(deal):
            if row in own:
                continue
            filtered = _filtered(row, asked)
            if isinstance(row.statement, cam.Undisclosed) and not filtered:
                result.undisclosed.add(row.key)
            else:
                overlaps = _overlapping(row, own, covered=covered[deal.id])
                result.excluded[row.key] = _in_order([*filtered, *overlaps])
        _add(result.bounds, _bounds_of(deal, own, given, asked))
    return result


def _several(choice: object) -> Sequence:
    if choice is None:
        return ()
    if isinstance(choice, (str, cam.Stage, cam.StageGroup, cam.Sector)):
        return (choice,)
    return tuple(choice)


def _rows(deal: cam.Deal) -> list[Row]:
    rows = [] if deal.amounts else [Row(deal, None, deal.no_amount)]
    for amount in deal.amounts:
        standings = {statement: _standing(statement, amount) for statement in _series(amount)}
        current = [said for said, standing in standings.items() if standing == "current"]
        rows.append(Row(deal, amount, current[0] if current else cam.NotStated()))
        rows += [Row(deal, amount, s, fell) for s, fell in standings.items() if fell != "current"]
    return rows


def _series(amount: cam.Amount) -> list[cam.AnyStatement]:
    """Preferred first, then later first; of one date, in the order of the record."""
    by_order: list[cam.AnyStatement] = list(amount.statements)
    by_order.sort(key=lambda statement: statement.as_of.latest)
    by_order.sort(key=lambda statement: statement.as_of.earliest, reverse=True)
    by_order.sort(key=lambda statement: statement.rank is not cam.Rank.PREFERRED)
    return by_order


_RANKS = [cam.Rank.PREFERRED, cam.Rank.NORMAL]


def _standing(statement, amount: cam.Amount) -> str:
    """A later statement supersedes an earlier one, unless the earlier is preferred to it."""
    if statement.rank is cam.Rank.DEPRECATED:
        return "deprecated"
    for other in amount.statements:
        if (
            other.rank is not cam.Rank.DEPRECATED
            and _RANKS.index(other.rank) <= _RANKS.index(statement.rank)
            and statement.as_of.certainly_before(other.as_of)
        ):
            return "superseded"
    return "current"


def _filtered(row: Row, asked: Asked) -> list[str]:
    return [*_by_stage(row, asked), *_by_sector(row, asked), *_by_itself(row, asked)]


def _by_stage(row: Row, asked: Asked) -> list[str]:
    stage = (row.amount or row.deal).stage or None
    is_failed = stage in (cam.Stage.FAILED, cam.Stage.EXPIRED)
    is_cancelled = row.deal.implementation is cam.Implementation.CANCELLED
    reasons = []
    if is_failed and stage not in (asked.stages or ()):
        reasons.append("failed")
    if is_cancelled and not asked.cancelled:
        reasons.append("cancelled")
    is_named = is_cancelled and asked.cancelled
    if not is_failed and not is_named and asked.stages is not None and stage not in asked.stages:
        concluded = {cam.Stage.AGREED, cam.Stage.SIGNED}
        reasons.append("not concluded" if asked.stages <= concluded else "outside the stages")
    return reasons


def _by_sector(row: Row, asked: Asked) -> list[str]:
    if asked.sectors is None:
        return []
    inside = [sector for sector in row.deal.sectors if sector in asked.sectors]
    if not inside:
        return ["outside the sectors"]
    return ["shared with other sectors"] if len(inside) < len(row.deal.sectors) else []


def _by_itself(row: Row, asked: Asked) -> list[str]:
    reasons = []
    if row.amount is not None and row.amount.condition:
        reasons.append("conditional")
    years = row.amount.horizon_years if row.amount is not None else None
    if asked.horizon is not None and isinstance(years, int) and years > asked.horizon:
        reasons.append("beyond the horizon")
    if row.standing != "current":
        reasons.append(row.standing)
    if isinstance(row.statement, cam.NotStated):
        reasons.append("not stated")
    if isinstance(row.statement, cam.NotApplicable):
        reasons.append("not applicable")
    return reasons


def _contribution(deal: cam.Deal, asked: Asked) -> list[Row]:
    """The longest horizon left, then the first recorded; without one, the financing."""
    left = [
        row
        for row in _rows(deal)
        if isinstance(row.statement, cam.Stated) and not _filtered(row, asked)
    ]
    worth = [row for row in left if not row.is_financing]
    if not worth:
        return left
    longest = max(_years(row) for row in worth)
    return [next(row for row in worth if _years(row) == longest)]


def _years(row: Row) -> float:
    years = row.amount.horizon_years
    return years if isinstance(years, int) else float("inf")


def _overlapping(row: Row, own: list[Row], *, covered: bool) -> list[str]:
    reasons = ["part of a counted deal"] if covered else []
    worth = [counted for counted in own if not counted.is_financing]
    if worth and row.is_financing:
        reasons.append("financing of a counted cost")
    elif worth and row.amount is not None and row.amount != worth[0].amount:
        longer = _years(worth[0]) > _years(row)
        reasons.append("within a longer horizon" if longer else "another amount of the deal")
    return reasons


def _in_order(reasons: list[str]) -> list[str]:
    order = [str(rule.reason) for rule in cam.RULES]
    return sorted(reasons, key=order.index)


def _bounds_of(deal, own: list[Row], given: list[cam.Deal], asked: Asked) -> dict[str, Bounds]:
    bounds: dict[str, Bounds] = {}
    for row in own:
        said = row.statement
        high = None if said.high is None else Fraction(said.high.amount)
        low, face = Fraction(said.low.amount), Fraction(said.value.amount)
        _add(bounds, {said.value.currency.code: (low, face, high)})
    parts = [part for part in given if deal.id in {whole.id for whole in part.ancestors}]
    if bounds and parts:
        of_parts = answer(parts, asked).bounds
        for code, (low, face, high) in bounds.items():
            held_up = of_parts[code][0] if code in of_parts else Fraction(0)
            bounds[code] = (max(low, min(held_up, face)), face, high)
    return bounds


def _add(sums: dict[str, Bounds], more: dict[str, Bounds]) -> None:
    for code, (low, face, high) in more.items():
        lows, faces, highs = sums.get(code, (Fraction(0), Fraction(0), Fraction(0)))
        top = None if high is None or highs is None else high + highs
        sums[code] = (low + lows, face + faces, top)
