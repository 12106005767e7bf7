"""Currencies in use today, by their ISO 4217 codes."""

from __future__ import annotations

from functools import lru_cache

import attrs

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError, did_you_mean, near


@lru_cache(maxsize=1)
def current_currency_codes() -> frozenset[str]:
    """List the ISO 4217 codes that are legal tender somewhere today (CLDR, through babel).

    Historic codes (SUR, RUR), test codes (XTS), metals and funds are not among them.
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
    """A currency in use today, by its ISO 4217 code.

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
            raise InvalidTypeError("a currency", f"{code!r} is not text", "give an ISO 4217 code")
        if code not in current_currency_codes():
            hint = did_you_mean(near(code.upper(), current_currency_codes()))
            raise InvalidValueError(
                "a currency",
                f"{code!r} is no ISO 4217 code in use today",
                hint or "give a current ISO 4217 code such as 'USD'",
            )

    def __str__(self) -> str:
        return self.code

    def localized(self, locale: str) -> str:
        """Name the currency in a locale's language (CLDR)."""
        from babel.numbers import get_currency_name

        from centralasia_minerals.rendering import locale_named

        return get_currency_name(self.code, locale=locale_named(locale))


@lru_cache(maxsize=512)
def _interned(code: str) -> Currency:
    return Currency(code)


def as_currency(currency: Currency | str) -> Currency:
    """Take a currency or its code; the same code gives the same object."""
    if isinstance(currency, Currency):
        return currency
    if not isinstance(currency, str):
        raise InvalidTypeError(
            "a currency", f"{currency!r} is of type {type(currency).__name__}", "give its ISO code"
        )
    return _interned(currency)
