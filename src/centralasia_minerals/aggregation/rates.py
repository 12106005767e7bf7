"""Rates of exchange: what they are, and how a figure is brought into another currency."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

import attrs

from centralasia_minerals.entities import Amount, Deal, Rank, Stated, part
from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.values import (
    EXACT,
    Currency,
    Hedge,
    Money,
    NotStated,
    PartialDate,
    exact_decimal,
)


def _code(currency: Currency | str) -> Currency:
    return currency if isinstance(currency, Currency) else Currency(currency)


def _figure(value: Decimal | int | str) -> Decimal:
    return exact_decimal(value, "a rate")


@attrs.frozen(kw_only=True)
class Rate:
    """How much of ``quote`` one unit of ``base`` was worth.

    ``low`` and ``high`` bound the rate where it is known as an interval; both are the figure
    where it is known exactly. ``day`` is the day that it is of, None where it is of no one day.
    ``source`` says whose rate it is.

    Raises:
        InvalidValueError: the rate is not above zero, or not between its bounds.
    """

    base: Currency = attrs.field(converter=_code)
    quote: Currency = attrs.field(converter=_code)
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

    def __attrs_post_init__(self) -> None:
        if self.day is not None and type(self.day) is not date:
            raise InvalidTypeError("the day of a rate", f"{self.day!r}", "give a datetime.date")
        if not isinstance(self.source, str):
            raise InvalidTypeError("the source of a rate", f"{self.source!r}", "give text")
        if not 0 < self.low <= self.figure <= self.high:
            raise InvalidValueError(
                f"a rate of {self.base} in {self.quote}",
                f"{self.low} to {self.figure} to {self.high}",
                "give a rate above zero, between its bounds",
            )

    def __str__(self) -> str:
        when = f" of {self.day.isoformat()}" if self.day else ""
        exact = self.low == self.high
        figure = f"{self.figure}" if exact else f"{self.low} to {self.high}"
        return f"1 {self.base} = {figure} {self.quote}{when} ({self.source})"


class Rates(Protocol):
    """Whatever gives rates: asked for two currencies and a date, it answers or has none."""

    def rate(self, base: Currency, quote: Currency, on: PartialDate | None) -> Rate | None:
        """Give the rate of a currency in another on a date; None where there is none.

        Raises:
            ImpreciseDateError: rates are daily, and the date is less precise than a day; a total
                gathers these, and names every deal.
        """
        ...


@attrs.frozen
class Conversion:
    """How a figure came into its currency: by print where ``rate`` is None, else by a rate."""

    original: Stated[Money]
    rate: Rate | None = None

    @property
    def is_by_an_interval(self) -> bool:
        """Say whether the rate is known only between two ends."""
        return self.rate is not None and self.rate.low != self.rate.high

    def __str__(self) -> str:
        return f"from {self.original} " + (f"by {self.rate}" if self.rate else "as printed")


def printed_equivalent(
    amount: Amount, statement: Stated[Money], currency: Currency
) -> Stated[Money] | None:
    """Give the same figure as printed in another currency, or None where none is printed.

    An equivalent belongs to the statement that it was printed beside: it serves where one of its
    sources states the same value.
    """
    sources = {
        citation.source.id
        for other in amount.statements
        if isinstance(other, Stated)
        and other.value == statement.value
        and other.rank is not Rank.DEPRECATED
        for citation in other.citations
    }
    for equivalent in amount.equivalents:
        same_source = any(citation.source.id in sources for citation in equivalent.citations)
        live = equivalent.rank is not Rank.DEPRECATED
        if equivalent.value.currency == currency and same_source and live:
            return equivalent
    return None


@part
class ConvertedStatement(Stated[Money]):
    """A statement in another currency; its bounds are those of its words and of the rate.

    ``value`` is the printed figure by the rate's own, ``least`` its low by the rate's low and
    ``most`` its high by the rate's high, None where the words leave it open.
    """

    least: Money
    most: Money | None

    def _refusals(self) -> Iterator[InvalidValueError]:
        """Leave out what holds for print only: a range may be rounded to nothing."""
        return iter(())

    @property
    def low(self) -> Money:
        """The least that words and rate allow."""
        return self.least

    @property
    def high(self) -> Money | None:
        """The most that words and rate allow; None where that is open."""
        return self.most

    def __str__(self) -> str:
        said = super().__str__()
        by_words = (self.value.zeroed() if self.hedge is Hedge.UP_TO else self.value, self.value)
        if self.hedge is Hedge.RANGE or self.most is None or (self.least, self.most) == by_words:
            return said
        return f"{said} (from {self.least} to {self.most})"


def converted(statement: Stated[Money], rate: Rate) -> ConvertedStatement:
    """Bring a statement into a rate's quote currency, to that currency's smallest unit (CLDR)."""
    upper, high = statement.upper, statement.high
    return ConvertedStatement(
        value=_times(statement.value, rate.figure, rate.quote),
        hedge=statement.hedge,
        upper=_times(upper, rate.figure, rate.quote) if isinstance(upper, Money) else upper,
        called=statement.called,
        asserted_by=statement.asserted_by,
        citations=statement.citations,
        as_of=statement.as_of,
        least=_times(statement.low, rate.low, rate.quote),
        most=None if high is None else _times(high, rate.high, rate.quote),
    )


def _times(money: Money, rate: Decimal, quote: Currency) -> Money:
    from babel.numbers import get_currency_precision

    places = get_currency_precision(quote.code)
    # Half to even, in whole smallest units; exact whatever the caller's decimal context.
    units = round(Fraction(money.amount) * Fraction(rate) * 10**places)
    whole, rest = divmod(units, 10**places)
    return Money(whole if rest == 0 else EXACT.scaleb(Decimal(units), Decimal(-places)), quote)


def day_of(deal: Deal) -> PartialDate | None:
    """Give the date whose rate a deal is converted by; None where none is recorded."""
    return None if isinstance(deal.date, NotStated) else deal.date.date
