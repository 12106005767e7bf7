"""Rates of exchange: what they are, and how a figure is brought into another currency."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

import attrs

from centralasia_minerals.entities import Amount, Deal, Rank, Stated, with_changes
from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.values import (
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


def converted(statement: Stated[Money], rate: Rate) -> Stated[Money]:
    """Bring a statement into a rate's quote currency, to that currency's smallest unit (CLDR).

    By an interval of rates an exact figure becomes a range, and an open one keeps its open end.
    """
    low = _times(statement.low, rate.low, rate.quote)
    middle = _times(statement.value, rate.figure, rate.quote)
    if rate.low == rate.high or statement.hedge is Hedge.UP_TO or statement.hedge.is_open_above:
        upper = statement.upper
        return with_changes(
            statement,
            value=middle,
            upper=_times(upper, rate.figure, rate.quote) if isinstance(upper, Money) else upper,
        )
    high = _times(statement.high or statement.value, rate.high, rate.quote)
    return with_changes(statement, value=low, hedge=Hedge.RANGE, upper=high)


def _times(money: Money, rate: Decimal, quote: Currency) -> Money:
    from babel.numbers import get_currency_precision

    exact = Fraction(money.amount) * Fraction(rate)
    places = get_currency_precision(quote.code)
    scaled = exact * 10**places
    whole = round(scaled)  # half to even
    in_units, rest = divmod(whole, 10**places)
    return Money(in_units if rest == 0 else Decimal(whole).scaleb(-places), quote)


def day_of(deal: Deal) -> PartialDate | None:
    """Give the date whose rate a deal is converted by; None where none is recorded."""
    return None if isinstance(deal.date, NotStated) else deal.date.date
