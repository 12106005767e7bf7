"""When each currency was legal tender somewhere, as CLDR has it (through babel)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType
from typing import NamedTuple


class TenderPeriod(NamedTuple):
    """A time in which a currency was legal tender in some country.

    Attributes:
        first: the first day; None if CLDR does not date it.
        last: the last day; None if it is still tender, or CLDR does not date it.
    """

    first: date | None
    last: date | None

    def __str__(self) -> str:
        """Return the period as text, such as ``from 1999-07-05 until 2026-01-31``."""
        if self.first is None and self.last is None:
            return "undated"
        since = "" if self.first is None else f"from {self.first} "
        return f"{since}{'on' if self.last is None else f'until {self.last}'}"


@cache
def tender_periods() -> Mapping[str, tuple[TenderPeriod, ...]]:
    """Return the periods of every currency that was ever tender, by its ISO 4217 code.

    Test codes (XTS), metals (XAU) and funds (CHE) were never tender. Periods that touch are one.
    """
    by_code: dict[str, list[TenderPeriod]] = {}
    for code, period in _listed():
        by_code.setdefault(code, []).append(period)
    return MappingProxyType({code: tuple(_joined(found)) for code, found in by_code.items()})


def _listed() -> Iterator[tuple[str, TenderPeriod]]:
    from babel.core import get_global

    for used in get_global("territory_currencies").values():
        for code, since, until, tender in used:
            if tender:
                yield code, TenderPeriod(_day(since), _day(until))


def _day(parts: tuple[int, int, int] | None) -> date | None:
    return None if parts is None else date(*parts)


def _joined(periods: list[TenderPeriod]) -> Iterator[TenderPeriod]:
    """Yield the periods in order, with those that overlap or touch as one."""
    first, last = (ordered := sorted(periods, key=_beginning))[0]
    for period in ordered[1:]:
        if last is None or _beginning(period) <= last + timedelta(days=1):
            last = None if last is None or period.last is None else max(last, period.last)
        else:
            yield TenderPeriod(first, last)
            first, last = period
    yield TenderPeriod(first, last)


def _beginning(period: TenderPeriod) -> date:
    return period.first or date.min
