"""Strategies for values, the smallest first."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from centralasia_minerals.values.absence import Absence, NotApplicable, NotStated
from centralasia_minerals.values.closed_enum import ClosedEnum
from centralasia_minerals.values.currency import Currency
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.name import Name, NameKind
from centralasia_minerals.values.partial_date import PartialDate
from centralasia_minerals.values.share import Share
from centralasia_minerals.values.unit import Unit

CODES = ("USD", "EUR", "KZT", "UZS", "KGS", "TJS", "TMT", "CNY", "GBP", "JPY", "SUR")
"""Currencies that are drawn: those of the region, those that deals are in, and one that is no
longer legal tender.
"""
# Made at once: the first draw would be blamed for the time in which currencies are looked up.
_CURRENCIES = tuple(map(Currency, CODES))
_WORDS = ("tungsten", "uranium", "Zhetisu", "Қазақстан", "铀", "Ақтау", "North Katpar", "a", "b")
_LANGUAGES = ("en", "ru", "kk", "uz", "zh", "fr-CA")


def figures(min_value: int = 0, max_value: int = 10**15) -> st.SearchStrategy[Decimal]:
    """Draw exact decimals between two whole numbers, with up to four decimal places."""
    whole = st.integers(min_value, max_value).map(Decimal)
    part = st.integers(min_value * 10**4, max_value * 10**4).map(lambda n: Decimal(f"{n}E-4"))
    return whole | part


def currencies() -> st.SearchStrategy[Currency]:
    """Draw currencies, the US dollar first."""
    return st.sampled_from(_CURRENCIES)


def money(
    currency: str | Currency | None = None, *, min_value: int = 0, max_value: int = 10**15
) -> st.SearchStrategy[Money]:
    """Draw amounts of money, no dollars first.

    Args:
        currency: the currency of all of them; by default, any of a dozen.
        min_value: the least amount.
        max_value: the greatest amount.
    """
    which = currencies() if currency is None else st.just(Currency(str(currency)))
    return st.builds(Money, figures(min_value, max_value), which)


def units() -> st.SearchStrategy[Unit]:
    """Draw units of measure."""
    return st.sampled_from(Unit)


def measures(unit: Unit | str | None = None) -> st.SearchStrategy[Measure]:
    """Draw measures, of one unit if it is given."""
    which = units() if unit is None else st.just(unit)
    return st.builds(Measure, figures(0, 10**9), which)


def shares() -> st.SearchStrategy[Share]:
    """Draw shares from none to all."""
    return st.integers(0, 10_000).map(lambda n: Share(Decimal(f"{n}E-4")))


def partial_dates() -> st.SearchStrategy[PartialDate]:
    """Draw dates of every precision: years, months, quarters, days and intervals, unsure or not."""
    years, months = st.integers(1991, 2035), st.integers(1, 12)
    days = st.dates(date(1991, 1, 1), date(2035, 12, 31)).map(PartialDate.of)
    plain = (
        st.builds(PartialDate, years)
        | st.builds(PartialDate, years, months)
        | st.builds(PartialDate, years, quarter=st.integers(1, 4))
        | days
    )
    marked = st.builds(
        PartialDate, years, st.none() | months, approximate=st.booleans(), uncertain=st.booleans()
    )
    intervals = st.builds(
        lambda first, more: PartialDate.parse(f"{first}/{first + more}"), years, st.integers(1, 9)
    )
    return plain | marked | intervals


def names() -> st.SearchStrategy[Name]:
    """Draw names in several scripts and languages, of every kind."""
    return st.builds(
        Name,
        st.sampled_from(_WORDS),
        language=st.sampled_from(_LANGUAGES),
        kind=st.sampled_from(NameKind),
    )


def texts() -> st.SearchStrategy[str]:
    """Draw short texts that records may hold."""
    more = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)
    return st.sampled_from(_WORDS) | more


def absences() -> st.SearchStrategy[Absence]:
    """Draw the kinds of absence that hold nothing."""
    return st.sampled_from([NotStated(), NotApplicable()])


def value_of(cls: Any) -> st.SearchStrategy[Any] | None:
    """Return the strategy of a class of values; None if it is none."""
    if isinstance(cls, type) and issubclass(cls, ClosedEnum) and len(cls):
        return st.sampled_from(cls)
    return _BY_CLASS.get(cls)


_BY_CLASS: dict[Any, st.SearchStrategy[Any]] = {
    Money: money(min_value=-(10**12)),
    Currency: currencies(),
    Measure: measures(),
    Share: shares(),
    PartialDate: partial_dates(),
    Name: names(),
    NotStated: st.just(NotStated()),
    NotApplicable: st.just(NotApplicable()),
    Absence: absences(),
    str: texts(),
    int: st.integers(1, 30),
    bool: st.booleans(),
}
