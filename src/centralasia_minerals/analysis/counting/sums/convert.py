"""Converts figures into the currency asked for: as printed if possible, otherwise by a rate."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import cache

import attrs

from centralasia_minerals.dataset.json.to_dict import ToDict
from centralasia_minerals.entities.amount import Amount, printed_equivalent
from centralasia_minerals.entities.base.results import result
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.errors import (
    ImpreciseDateError,
    InvalidTypeError,
    InvalidValueError,
    MissingRateError,
)  # fmt: skip
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.currency import Currency, as_currency
from centralasia_minerals.values.exact_decimal import EXACT
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.partial_date import PartialDate

from .converted_statement import ConvertedStatement
from .rate import Rate, Rates


@attrs.frozen
@result
class Conversion(ToDict):
    """How a figure was converted into the currency asked for.

    Attributes:
        original: the statement in its own currency.
        rate: the rate of exchange; None if the figure is printed in both currencies.
    """

    original: Stated[Money]
    rate: Rate | None = None

    @property
    def is_by_an_interval(self) -> bool:
        """Whether the rate is known only as an interval."""
        return self.rate is not None and self.rate.is_interval

    def __str__(self) -> str:
        return f"from {self.original} " + (f"by {self.rate}" if self.rate else "as printed")


def converted(statement: Stated[Money], rate: Rate) -> ConvertedStatement:
    """Return a statement in a rate's quote currency, rounded to its smallest unit (CLDR)."""
    upper, high = statement.upper, statement.high
    return ConvertedStatement(
        value=_times(statement.value, rate.figure, rate.quote),
        hedge=statement.hedge,
        further_words=statement.further_words,
        upper=_times(upper, rate.figure, rate.quote) if isinstance(upper, Money) else upper,
        called=statement.called,
        asserted_by=statement.asserted_by,
        citations=statement.citations,
        as_of=statement.as_of,
        statements=statement.statements,
        is_by_an_interval=rate.is_interval,
        least=_times(statement.low, rate.low, rate.quote),
        most=None if high is None else _times(high, rate.high, rate.quote),
    )


def _times(money: Money, rate: Decimal, quote: Currency) -> Money:
    return Money(in_quote(money.amount, rate, quote), quote)


def in_quote(amount: Decimal, rate: Decimal, quote: Currency) -> Decimal:
    """Return an amount converted by a rate, rounded half to even to the currency's smallest unit.

    The result has no decimal places if it is whole; the caller's decimal context is not used.
    """
    rounded = _ROUNDING.quantize(EXACT.multiply(amount, rate), smallest_unit(quote.code))
    whole = rounded.to_integral_value()
    return whole if whole == rounded else rounded


# Wide enough for any product of two figures of this library.
_ROUNDING = Context(prec=200, rounding=ROUND_HALF_EVEN)


@cache
def smallest_unit(code: str) -> Decimal:
    """Return the smallest unit of a currency (CLDR): a hundredth for the US dollar."""
    from babel.numbers import get_currency_precision

    return EXACT.scaleb(Decimal(1), Decimal(-get_currency_precision(code)))


def day_of(deal: Deal) -> PartialDate | None:
    """Return the date whose rate a deal is converted by; None if no date is recorded."""
    return None if isinstance(deal.date, NotStated) else deal.date.date


@attrs.frozen
class Conversions:
    """Converts figures into one currency, or leaves them as they are if none is asked for.

    Attributes:
        currency: the currency asked for; None leaves every figure in its own.
        rates: where rates of exchange come from; None if only printed equivalents are used.
    """

    currency: Currency | None
    rates: Rates | None

    @classmethod
    def of(
        cls, *, currency: Currency | str | None = None, rates: Rates | None = None
    ) -> Conversions:
        """Read the currency and the rates that were asked for.

        Raises:
            InvalidTypeError: the currency or the rates are of a wrong type.
            InvalidValueError: there is no such currency.
        """
        wanted = None if currency is None else as_currency(currency)
        if rates is not None and not callable(getattr(rates, "rate", None)):
            remedy = (
                "give EcbRates() of centralasia_minerals.adapters.ecb_rates, rates_of({...},"
                " source=...), or any object with a method rate"
            )
            raise InvalidTypeError.of("rates", rates, remedy)
        return cls(wanted, rates)

    @property
    def keywords(self) -> dict[str, str]:
        """What was asked, in plain texts: the currency and the sort of rates; or nothing."""
        asked = {} if self.currency is None else {"currency": self.currency.code}
        return asked if self.rates is None else asked | {"rates": type(self.rates).__name__}

    def find(
        self, deal: Deal, amount: Amount, statement: Stated[Money]
    ) -> Stated[Money] | Rate | None:
        """Return what brings a figure into the currency: its printed equivalent, or a rate."""
        wanted = self.currency
        if wanted is not None:
            printed = printed_equivalent(amount, statement, wanted)
            if printed is not None:
                return printed
        found = self._rate(deal, statement)
        return found if isinstance(found, Rate) else None

    def _rate(self, deal: Deal, statement: Stated[Money]) -> Rate | ImpreciseDateError | None:
        """Return a rate or None, or the error if the deal's date is too imprecise for one."""
        base, quote = statement.value.currency, self.currency
        if self.rates is None or quote is None:
            return None
        try:
            rate = self.rates.rate(base, quote, day_of(deal))
        except ImpreciseDateError as error:
            return error
        if rate is not None and not isinstance(rate, Rate):
            raise InvalidTypeError.of("a rate", rate, "let rates= return a Rate or None")
        if rate is not None and (rate.base, rate.quote) != (base, quote):
            asked, found = f"the rate of {base} in {quote}", f"rates= returned {rate}"
            raise InvalidValueError(asked, found, "let it return a rate of these two currencies")
        return rate

    def missing(self, figures: Iterable[tuple[Deal, Amount, Stated[Money]]]) -> MissingRateError:
        """Return the error that names every figure without a printed equivalent or a rate."""
        given = tuple(figures)
        named = tuple(f"{deal.id} ({amount.role}, {said})" for deal, amount, said in given)
        reasons = dict.fromkeys(
            f"{deal.id}: {problem}"
            for deal, _, said in given
            if isinstance(problem := self._rate(deal, said), ImpreciseDateError)
        )
        remedy = "; ".join(reasons) or "pass rates= that have them, or leave currency= out"
        found = f"neither a printed equivalent nor a rate for: {'; '.join(named)}"
        return MissingRateError(f"the total in {self.currency}", found, remedy, named)
