"""Currencies, by their ISO 4217 codes: those of today, and those that were tender once."""

from __future__ import annotations

from datetime import date
from functools import cache

import attrs

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError, did_you_mean, near
from centralasia_minerals.wording import briefly

from .base.frozen import Frozen, closed
from .base.tender import tender_periods
from .partial_date import PartialDate, as_partial_date
from .printable_text import plain_text

_ASKED = "a currency"


@cache
def current_currency_codes() -> frozenset[str]:
    """Return the ISO 4217 codes that are tender somewhere today (CLDR, through babel).

    Today is what the installed CLDR takes for it; ``Currency`` accepts earlier codes as well.
    """
    return frozenset(
        code for code, periods in tender_periods().items() if any(p.last is None for p in periods)
    )


@closed
@attrs.frozen(getstate_setstate=False)
class Currency(Frozen):
    """A currency that is legal tender somewhere, or was at some time (CLDR, through babel).

    Attributes:
        code: the ISO 4217 code, such as ``USD``.

    Raises:
        InvalidTypeError: the code is not text.
        InvalidValueError: the code was never tender: it is unknown, a test code, a metal or a
            fund.

    >>> str(Currency("USD"))
    'USD'
    """

    code: str = attrs.field(converter=plain_text)

    @code.validator
    def _must_have_been_tender(self, _: object, code: object) -> None:
        if not isinstance(code, str):
            raise InvalidTypeError.of(_ASKED, code, "give an ISO 4217 code")
        if code not in tender_periods():
            raise InvalidValueError(
                _ASKED,
                f"{briefly(code)} is not a currency code that was ever tender",
                did_you_mean(_near_codes(code)) or "give an ISO 4217 code such as 'USD'",
            )

    def __str__(self) -> str:
        return self.code

    @property
    def tender_periods(self) -> tuple[tuple[date | None, date | None], ...]:
        """The times in which it was legal tender in some country, in order (CLDR, through babel).

        Each has a first and a last day; None is a day that CLDR does not date, or an end to come.

        >>> Currency("KZT").tender_periods
        ((datetime.date(1993, 11, 5), None),)
        """
        return tuple((first, last) for first, last in tender_periods()[self.code])

    def was_tender_on(self, day: PartialDate) -> bool:
        """Whether it was legal tender in some country on a date, as far as CLDR dates it.

        False only if every day that the date may be is outside all periods of the currency: a
        month in which it began or ended is True, and so is any approximate or uncertain date.

        Raises:
            InvalidTypeError: it is not a PartialDate.

        >>> Currency("DEM").was_tender_on(PartialDate(2001)), Currency("DEM").was_tender_on(
        ...     PartialDate(2003)
        ... )
        (True, False)
        """
        asked = as_partial_date(day)
        return asked.is_qualified or any(
            # Most dates are far from the ends, and years are compared fast.
            (first is None or first.year < asked.year or first <= asked.latest)
            and (last is None or asked.year < last.year or asked.earliest <= last)
            for first, last in tender_periods()[self.code]
        )

    def localized(self, locale: str) -> str:
        """Return the currency's name in a locale's language, or its code if CLDR has no name.

        Raises:
            UnknownLocaleError: CLDR does not have the locale.
        """
        from babel.numbers import get_currency_name

        from centralasia_minerals.rendering.locales import locale_named

        return get_currency_name(self.code, locale=locale_named(locale))


def _near_codes(asked: str) -> tuple[str, ...]:
    """Return the codes that look most like the one asked for, those of today before others."""
    code, current = asked.upper(), current_currency_codes()
    if code in tender_periods():
        return (code,)
    return near(code, current) or near(code, tender_periods().keys() - current)


@cache
def _interned(code: str) -> Currency:
    return Currency(code)


def as_currency(currency: Currency | str) -> Currency:
    """Return a currency, given as itself or as its code; equal codes share one object.

    Raises:
        InvalidTypeError: it is neither a Currency nor text.
        InvalidValueError: the code was never tender.
    """
    if isinstance(currency, Currency):
        return currency
    if not isinstance(currency, str):
        raise InvalidTypeError.of(_ASKED, currency, "give an ISO 4217 code")
    return _interned(currency if type(currency) is str else str.__str__(currency))
