"""Currencies that are in use today, by their ISO 4217 codes."""

from __future__ import annotations

from functools import cache

import attrs

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError, did_you_mean, near


@cache
def current_currency_codes() -> frozenset[str]:
    """Return the ISO 4217 codes that are legal tender somewhere today (CLDR, through babel).

    Historic codes (SUR, RUR), test codes (XTS), metals and funds are not included.
    """
    from babel.core import get_global

    return frozenset(
        code
        for used in get_global("territory_currencies").values()
        for code, _since, until, tender in used
        if tender and until is None
    )


@attrs.frozen
class Currency:
    """A currency that is in use today.

    Attributes:
        code: the ISO 4217 code, such as ``USD``.

    Raises:
        InvalidTypeError: the code is not text.
        InvalidValueError: the code is unknown, historic or a test code.

    >>> str(Currency("USD"))
    'USD'
    """

    code: str = attrs.field()

    @code.validator
    def _must_be_current(self, _: object, code: object) -> None:
        if not isinstance(code, str):
            raise InvalidTypeError.of("a currency", code, "give an ISO 4217 code")
        if code not in current_currency_codes():
            hint = did_you_mean(near(code.upper(), current_currency_codes()))
            raise InvalidValueError(
                "a currency",
                f"{code!r} is not a currency code that is in use today",
                hint or "give a current ISO 4217 code such as 'USD'",
            )

    def __str__(self) -> str:
        return self.code

    def localized(self, locale: str) -> str:
        """Return the currency's name in a locale's language (CLDR).

        Raises:
            UnknownLocaleError: CLDR does not have the locale.
        """
        from babel.numbers import get_currency_name

        from centralasia_minerals.rendering.numbers import locale_named

        return get_currency_name(self.code, locale=locale_named(locale))


@cache
def _interned(code: str) -> Currency:
    return Currency(code)


def as_currency(currency: Currency | str) -> Currency:
    """Return a currency, given as itself or as its code; equal codes share one object.

    Raises:
        InvalidTypeError: it is neither a Currency nor text.
        InvalidValueError: the code is not in use today.
    """
    if isinstance(currency, Currency):
        return currency
    if not isinstance(currency, str):
        raise InvalidTypeError.of("a currency", currency, "give an ISO 4217 code")
    return _interned(currency)
