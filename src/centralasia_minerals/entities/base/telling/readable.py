"""Values as a person reads them in English; their ``str`` stays what a machine reads back."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.partial_date import PartialDate
from centralasia_minerals.values.unit import Dimension, Unit

NOT_TOLD = "not stated"
"""What a view says where no source says anything."""

_THOUSAND = 1000


def readable(value: object) -> str:
    """Return a value in words and digits: grouped, with the unit in full, and a date in words.

    >>> readable(Money("1100000000", "USD")), readable(Measure("410000", "tonne"))
    ('USD 1,100,000,000', '410,000 tonnes')
    >>> readable(PartialDate.parse("2025-11-06?"))
    'perhaps 6 November 2025'
    """
    if isinstance(value, Money):
        return f"{value.currency.code} {value.amount:,f}"
    if isinstance(value, Measure):
        return f"{_written(value.magnitude)}{_unit(value.unit, value.magnitude)}"
    if isinstance(value, PartialDate):
        return _date(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return f"{value:,}"
    return NOT_TOLD if isinstance(value, NotStated) else str(value)


def place_of(passage: Any) -> str:
    """Return where a passage stands in its text; nothing if nobody noted it."""
    if not isinstance(passage.start, int):
        return ""
    return f"characters {passage.start:,} to {passage.end:,}"


def _written(magnitude: Decimal) -> str:
    """Return a number with its digits grouped; a conversion leaves zeros that nobody printed."""
    is_converted = magnitude >= _THOUSAND and magnitude == magnitude.to_integral_value()
    return f"{magnitude:,.0f}" if is_converted else f"{magnitude:,f}"


def _unit(unit: Unit, magnitude: Decimal) -> str:
    """Return the name of a unit, in the plural unless there is one of it; a count has none."""
    if unit.dimension is Dimension.COUNT:
        return ""
    name = unit.value
    if magnitude == 1 or name.startswith("percent"):
        return f" {name}"
    first, per, of = name.partition(" per ")
    return f" {first}s{per}{of}"


def _date(date: PartialDate) -> str:
    ends = (date.start, date.until)
    return " to ".join(end.format("en-GB") for end in ends if end is not None)
