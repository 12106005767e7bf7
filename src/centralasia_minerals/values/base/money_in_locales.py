"""Amounts of money as a locale writes them: in digits, in short, and in words."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from centralasia_minerals.rendering.figures import Figure
from centralasia_minerals.rendering.numbers import (
    format_compact_money,
    format_money,
    money_in_words,
)


class MoneyInLocales:
    """How an amount of money is written for people."""

    __slots__ = ()

    amount: Decimal
    currency: Any  # of a module that imports this folder

    def format(self, locale: str) -> str:
        """Return the amount as a locale writes it, with all its digits.

        >>> from centralasia_minerals import Money
        >>> Money("1100000000", "USD").format("en")
        '$1,100,000,000.00'
        """
        return format_money(self.amount, self.currency.code, locale)

    def compact(self, locale: str, *, fraction_digits: int | None = None) -> str:
        """Return the amount in short form, exact unless a number of digits is asked for.

        Raises:
            InvalidTypeError: the number of digits is not an int.
            InvalidValueError: it is below 0 or above 34.
            UnknownLocaleError: CLDR does not have compact forms for the locale.

        >>> from centralasia_minerals import Money
        >>> Money("1100000000", "USD").compact("en")
        '$1.1B'
        """
        return format_compact_money(
            self.amount, self.currency.code, locale, fraction_digits=fraction_digits
        )

    def in_words(self, locale: str) -> str:
        """Return the amount as in running text, with all its digits.

        >>> from centralasia_minerals import Money
        >>> Money("1100000000", "USD").in_words("en")
        '1.1 billion US dollars'
        """
        return self.figure_in(locale).whole

    def figure_in(self, locale: str) -> Figure:
        """Return the amount as in running text, in the cases that a sentence may ask for."""
        return money_in_words(self.amount, self.currency.code, locale)
