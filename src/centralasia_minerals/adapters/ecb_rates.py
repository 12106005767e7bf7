"""The European Central Bank's daily reference rates, through CurrencyConverter (extra ``fx``).

>>> import datetime
>>> import centralasia_minerals as cam
>>> from centralasia_minerals.adapters.ecb_rates import EcbRates
>>> rates = EcbRates(on=datetime.date(2025, 3, 3))  # without a day, each deal's own is taken
>>> print(rates.rate(cam.Currency("EUR"), cam.Currency("USD"), None))
1 EUR = 1.0465 USD of 2025-03-03 (European Central Bank, euro reference rates)
>>> print(cam.total(cam.load(), currency="GBP", rates=rates)["GBP"].stated.rounded(-6))
GBP 867000000
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Context, Decimal, localcontext
from functools import lru_cache
from typing import TYPE_CHECKING

import attrs

from centralasia_minerals.analysis.counting.sums.rate import Rate
from centralasia_minerals.errors import (
    ImpreciseDateError,
    InvalidTypeError,
    InvalidValueError,
    MissingExtraError,
)
from centralasia_minerals.values.currency import Currency, as_currency
from centralasia_minerals.values.partial_date import PartialDate

if TYPE_CHECKING:
    from currency_converter import CurrencyConverter

# Rates are published on working days; the longest gap is that of Christmas or Easter.
_LONGEST_GAP = timedelta(days=6)
# A quotient of two published rates never ends; this many digits are exact to a cent in any deal.
_QUOTIENT_DIGITS = 16


@attrs.frozen
class EcbRates:
    """Daily reference rates of the European Central Bank, from 1999 on, bundled and offline.

    On a day without rates (a weekend or a holiday), the last rates published before it are used,
    and each rate says which day it is for. The bank publishes none of the five Central Asian
    currencies.

    Attributes:
        on: the day whose rates are used for every deal; None uses the date of each deal, which
            must then be known to the day.
        undated_on: the day whose rates are used for deals alone whose date is not known to the
            day; None refuses these. Each conversion says which day it is by.

    Raises:
        InvalidTypeError: a day is not a ``datetime.date``.
        InvalidValueError: both days are given: with ``on``, there is nothing left for the other.
    """

    on: date | None = attrs.field(default=None)
    undated_on: date | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        for name, day in (("on", self.on), ("undated_on", self.undated_on)):
            if day is not None and type(day) is not date:
                raise InvalidTypeError.of("the day of rates", day, "give a datetime.date", name)
        if self.on is not None and self.undated_on is not None:
            found = "on is given, which serves every deal, and undated_on"
            raise InvalidValueError("the day of rates", found, "give one of them", "undated_on")

    def rate(self, base: Currency, quote: Currency, on: PartialDate | None) -> Rate | None:
        """Return the rate from one currency to another, or None if the bank does not publish it.

        Raises:
            ImpreciseDateError: the date is less precise than a day.
            InvalidTypeError: a currency is neither a Currency nor its code, or the date is not a
                PartialDate.
            InvalidValueError: a code is not that of a currency.
            MissingExtraError: CurrencyConverter is not installed.
        """
        of, into = as_currency(base).code, as_currency(quote).code
        if on is not None and not isinstance(on, PartialDate):
            raise InvalidTypeError.of("the date of a rate", on, "give a PartialDate", "on")
        converter = _converter()
        if not {of, into} <= converter.currencies:
            return None
        day = self.on or self._day_of(on)
        for back in range(_LONGEST_GAP.days + 1):
            found = _published(converter, of, into, day - timedelta(days=back))
            if found is not None:
                return Rate(
                    base=as_currency(of),
                    quote=as_currency(into),
                    figure=found,
                    day=day - timedelta(days=back),
                    source="European Central Bank, euro reference rates",
                )
        return None

    def _day_of(self, on: PartialDate | None) -> date:
        if on is not None and on.is_one_day:
            return on.earliest
        if self.undated_on is not None:
            return self.undated_on
        raise ImpreciseDateError(
            "a daily rate for a deal",
            f"its date is {on}" if on else "it has no date",
            "name a day for such deals alone: EcbRates(undated_on=date(2025, 11, 6)), or for all: "
            "EcbRates(on=date(2025, 11, 6))",
        )


@lru_cache(maxsize=1)
def _converter() -> CurrencyConverter:
    try:
        from currency_converter import CurrencyConverter
    except ImportError:
        raise MissingExtraError(
            "daily rates",
            "CurrencyConverter is not installed",
            "pip install 'centralasia-minerals[fx]'",
        ) from None
    return CurrencyConverter(decimal=True)


def _published(converter: CurrencyConverter, base: str, quote: str, day: date) -> Decimal | None:
    from currency_converter import RateNotFoundError

    with localcontext(Context(prec=_QUOTIENT_DIGITS)):
        try:
            rate: Decimal = converter.convert(1, base, quote, date=day)
        except RateNotFoundError:
            return None
    return rate
