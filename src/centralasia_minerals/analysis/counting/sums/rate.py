"""Rates of exchange, and what a source of rates must offer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Protocol, TypeVar

import attrs

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.values.currency import Currency, as_currency
from centralasia_minerals.values.exact_decimal import exact_decimal
from centralasia_minerals.values.partial_date import PartialDate

G = TypeVar("G")
V = TypeVar("V")


def _base(given: Currency | str) -> Currency:
    return _read("base", as_currency, given)


def _quote(given: Currency | str) -> Currency:
    return _read("quote", as_currency, given)


def _exact(given: Decimal | int | str) -> Decimal:
    return exact_decimal(given, "a rate")


def _figure(given: Decimal | int | str) -> Decimal:
    return _read("figure", _exact, given)


def _low(given: Decimal | int | str) -> Decimal:
    return _read("low", _exact, given)


def _high(given: Decimal | int | str) -> Decimal:
    return _read("high", _exact, given)


def _read(field: str, read: Callable[[G], V], given: G) -> V:
    """Return what is given for a field, or let the error name the field."""
    try:
        return read(given)
    except (InvalidTypeError, InvalidValueError) as error:
        raise type(error)(error.asked, error.found, error.remedy, field) from None


@attrs.frozen(kw_only=True)
class Rate:
    """How much of one currency a unit of another is worth.

    Attributes:
        base: the currency that is converted.
        quote: the currency that it is converted into.
        figure: how much of ``quote`` one unit of ``base`` is worth.
        low: the least that it may be, if the rate is known only as an interval; by default, the
            figure.
        high: the most that it may be; by default, the figure.
        day: the day that the rate is for; None if it is not for one day.
        source: whose rate it is, in one line; every figure converted by it says so.

    Raises:
        InvalidTypeError: a field is of a wrong type.
        InvalidValueError: the rate is not above zero, or not between its bounds; or its source is
            blank, or has characters that cannot be printed.
    """

    base: Currency = attrs.field(converter=_base)
    quote: Currency = attrs.field(converter=_quote)
    figure: Decimal = attrs.field(converter=_figure)
    low: Decimal = attrs.field(converter=_low)
    high: Decimal = attrs.field(converter=_high)
    day: date | None = None
    source: str

    @low.default
    def _exactly_low(self) -> Decimal:
        return self.figure

    @high.default
    def _exactly_high(self) -> Decimal:
        return self.figure

    @property
    def is_interval(self) -> bool:
        """Whether the rate is known only as an interval."""
        return self.low != self.high

    def __attrs_post_init__(self) -> None:
        if self.day is not None and type(self.day) is not date:
            raise InvalidTypeError.of("the day of a rate", self.day, "give a datetime.date", "day")
        if not isinstance(self.source, str):
            raise InvalidTypeError.of("the source of a rate", self.source, "give text", "source")
        if not (self.source.strip() and self.source.isprintable()):
            found = f"{self.source!a:.60} is blank, or has characters that cannot be printed"
            remedy = "say whose rate it is in one line"
            raise InvalidValueError("the source of a rate", found, remedy, "source")
        if not 0 < self.low <= self.figure <= self.high:
            raise InvalidValueError(
                f"a rate of {self.base} in {self.quote}",
                f"{self.figure} with bounds {self.low} and {self.high}",
                "give a rate above zero that is between its bounds",
                field="figure",
            )

    def __str__(self) -> str:
        when = f" of {self.day.isoformat()}" if self.day else ""
        figure = f"{self.low} to {self.high}" if self.is_interval else f"{self.figure}"
        return f"1 {self.base} = {figure} {self.quote}{when} ({self.source})"


class Rates(Protocol):
    """Anything that provides rates of exchange for two currencies and a date."""

    def rate(self, base: Currency, quote: Currency, on: PartialDate | None) -> Rate | None:
        """Return how much of ``quote`` a unit of ``base`` is worth on a date; None without a rate.

        Raises:
            ImpreciseDateError: rates are daily, and the date is less precise than a day; a total
                collects these errors and names every deal.
        """
        ...
