"""What happened when: the dates of a deal and the stages that sources report, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from centralasia_minerals.rendering.views.blocks import Section, Table
from centralasia_minerals.rendering.views.pieces import Cell, Quiet
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.partial_date import PartialDate

from ..base.telling.links import linked
from ..base.telling.readable import NOT_TOLD, readable
from ..base.telling.told import told_together
from ..base.telling.told_date import told_date
from ..deal_date import DealDate, DealDateKind
from ..series import standings_of
from ..statement import Standing, Stated
from ..vocabulary.implementation import Implementation
from ..vocabulary.stage import Stage

_WORDS = {
    DealDateKind.ANNOUNCED: "announced",
    DealDateKind.AGREED: "agreed",
    DealDateKind.SIGNED: "signed",
    DealDateKind.START: "starts",
    DealDateKind.END: "ends",
    DealDateKind.EXPECTED: "expected",
    DealDateKind.REPORTED: "told of",
}


class _Happening(NamedTuple):
    when: PartialDate | NotStated
    date: Cell
    what: Cell

    @property
    def place(self) -> tuple[bool, int, int]:
        if isinstance(self.when, NotStated):
            return (True, 0, 0)
        return (False, self.when.earliest.toordinal(), self.when.latest.toordinal())


def happenings(
    dates: Iterable[DealDate],
    stages: tuple[Stated[Stage], ...],
    work: tuple[Stated[Implementation], ...],
) -> tuple[Section, ...]:
    """Return what happened, in the order of the earliest day that each may be; undated last."""
    told = [*map(_dated, dates), *_reported("reported as ", stages)]
    told += _reported("work reported as ", work)
    rows = [(one.date, one.what) for one in sorted(told, key=lambda one: one.place)]
    table = Table(("when", "what"), rows)
    return (Section("What happened when", (table,)),) if rows else ()


def _dated(date: DealDate) -> _Happening:
    key = (Quiet(f"({date.key})"),) if date.key else ()
    what = linked(_WORDS[date.kind], date.citations)
    return _Happening(date.date, told_date(date, NOT_TOLD), (what, *key))


def _reported(before: str, series: tuple[Stated[Any], ...]) -> Iterator[_Happening]:
    for stated, standing in zip(series, standings_of(series), strict=True):
        pieces = [before, linked(str(stated), stated.citations)]
        if stated.asserted_by:
            pieces += [", according to ", *told_together(stated.asserted_by)]
        if standing is not Standing.CURRENT:
            reason = f": {stated.reason}" if stated.reason else ""
            pieces.append(Quiet(f"({standing}{reason})"))
        when = stated.as_of
        yield _Happening(when, readable(when) if when else NOT_TOLD, tuple(pieces))
