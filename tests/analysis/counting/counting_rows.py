"""The rows of the slow reading of the counting rules, and what is asked for, spelled out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import centralasia_minerals as cam

Key = tuple[object, ...]

FUNDING = frozenset({cam.MoneyKind.FINANCING, cam.MoneyKind.ISSUE})
ENDED = frozenset(map(cam.Stage, ["failed", "denied", "withdrawn", "lapsed", "expired", "repaid"]))
CONCLUDED = frozenset(map(cam.Stage, ["agreed", "signed", "closed", "disbursed", "done"]))
GROUPS = {
    "ended": ENDED,
    "concluded": CONCLUDED,
    "intended": frozenset(cam.Stage) - ENDED - CONCLUDED,
}
NOT_BY_DEFAULT = frozenset({cam.DealClass.OWN_PROJECT, cam.DealClass.PROGRAMME})
BY_DEFAULT = tuple(frozenset(cam.DealClass) - NOT_BY_DEFAULT)


class Asked(NamedTuple):
    """What is asked for, spelled out."""

    stages: frozenset[cam.Stage] | None
    cancelled: bool
    sectors: frozenset[cam.Sector] | None
    horizon: int | None
    kinds: frozenset[cam.MoneyKind] | None
    classes: frozenset[cam.DealClass] | None


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
    def money(self) -> cam.MoneyKind | None:
        """Give its kind of money; None without an amount, and where no source says."""
        return (self.amount.money or None) if self.amount else None

    @property
    def is_funding(self) -> bool:
        """Say whether it pays for something."""
        return self.money in FUNDING

    @property
    def stage(self) -> cam.Stage | None:
        """Give the stage of the amount, or else of the deal."""
        return (self.amount or self.deal).stage or None

    @property
    def years(self) -> float:
        """Give the horizon; none is the longest."""
        for one in (self.amount, self.whole):
            if one is not None and isinstance(one.horizon_years, int):
                return one.horizon_years
        return float("inf")

    @property
    def whole(self) -> cam.Amount | None:
        """Give the amount that the amount is a part of, if it is one."""
        named = self.amount.part_of if self.amount else None
        return next((one for one in self.deal.amounts if named and one.key == named), None)

    @property
    def place(self) -> int:
        """Give the place of the amount in its deal."""
        return next(n for n, one in enumerate(self.deal.amounts) if one is self.amount)


def asked_for(
    stages="concluded",
    sectors="minerals",
    max_horizon_years=None,
    kinds="project",
    classes=BY_DEFAULT,
) -> Asked:
    """Spell out filters."""
    named = None if stages is None else _several(stages)
    return Asked(
        stages=None if named is None else frozenset(_single(named)),
        cancelled="cancelled" in map(str, named or ()),
        sectors=None if sectors is None else frozenset(map(cam.Sector, _several(sectors))),
        horizon=max_horizon_years,
        kinds=None if kinds is None else frozenset(map(cam.MoneyKind, _several(kinds))),
        classes=None if classes is None else frozenset(map(cam.DealClass, _several(classes))),
    )


def _single(named: Iterable[object]) -> Iterable[cam.Stage]:
    for one in map(str, named):
        if one != "cancelled":
            yield from GROUPS[one] if one in GROUPS else [cam.Stage(one)]


def _several(choice: Any) -> list[Any]:
    is_one = isinstance(
        choice, (str, cam.Stage, cam.StageGroup, cam.Sector, cam.MoneyKind, cam.DealClass)
    )
    return [choice] if is_one or choice is cam.Implementation.CANCELLED else list(choice)


def rows_of(deal: cam.Deal) -> list[Row]:
    """Give a row for each amount, and one for each statement of it that fell."""
    rows = [] if deal.amounts else [Row(deal, None, deal.no_amount)]
    for amount in deal.amounts:
        rows.append(Row(deal, amount, current(amount.statements)))
        for statement in in_order(amount.statements):
            fell = standing(statement, amount.statements)
            if fell != "current":
                rows.append(Row(deal, amount, statement, fell))
    return rows


def current(series: Iterable[Any]) -> Any:
    """Give the first statement that holds, or that nothing is stated."""
    said = [one for one in in_order(series) if standing(one, series) == "current"]
    return said[0] if said else cam.NotStated()


def in_order(series: Iterable[Any]) -> list[Any]:
    """Preferred first, then later first; of one date, in the order of the record."""
    by_order = list(series)
    by_order.sort(key=lambda statement: statement.as_of.latest)
    by_order.sort(key=lambda statement: statement.as_of.earliest, reverse=True)
    by_order.sort(key=lambda statement: statement.rank is not cam.Rank.PREFERRED)
    return by_order


_RANKS = [cam.Rank.PREFERRED, cam.Rank.NORMAL]


def standing(statement: Any, series: Iterable[Any]) -> str:
    """A later statement supersedes an earlier one, unless the earlier is preferred to it."""
    if statement.rank is cam.Rank.DEPRECATED:
        return "deprecated"
    for other in series:
        if (
            other.rank is not cam.Rank.DEPRECATED
            and _RANKS.index(other.rank) <= _RANKS.index(statement.rank)
            and statement.as_of.certainly_before(other.as_of)
        ):
            return "superseded"
    return "current"
