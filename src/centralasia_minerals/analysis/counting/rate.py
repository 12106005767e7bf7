"""Rates of exchange, and what a source of rates must offer."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Protocol

import attrs

from centralasia_minerals.entities.base.results import result
from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.values.currency import Currency, as_currency
from centralasia_minerals.values.exact_decimal import exact_decimal
from centralasia_minerals.values.partial_date import PartialDate


def _figure(value: Decimal | int | str) -> Decimal:
    return exact_decimal(value, "a rate")


@attrs.frozen(kw_only=True)
@result
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
        source: whose rate it is.

    Raises:
        InvalidTypeError: a field is of a wrong type.
        InvalidValueError: the rate is not above zero, or not between its bounds.
    """

    base: Currency = attrs.field(converter=as_currency)
    quote: Currency = attrs.field(converter=as_currency)
    figure: Decimal = attrs.field(converter=_figure)
    low: Decimal = attrs.field(converter=_figure)
    high: Decimal = attrs.field(converter=_figure)
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
            raise InvalidTypeError.of("the day of a rate", self.day, "give a datetime.date")
        if not isinstance(self.source, str):
            raise InvalidTypeError.of("the source of a rate", self.source, "give text")
        if not 0 < self.low <= self.figure <= self.high:
            raise InvalidValueError(
                f"a rate of {self.base} in {self.quote}",
                f"{self.figure} with bounds {self.low} and {self.high}",
                "give a rate above zero that is between its bounds",
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
