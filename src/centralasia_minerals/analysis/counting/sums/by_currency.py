"""Sums that are kept apart by currency, and how one of them is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from centralasia_minerals.errors import NoSuchCurrencyError
from centralasia_minerals.values.currency import Currency
from centralasia_minerals.wording import briefly, printable

from .bounds import CurrencyTotal


class ByCurrency:
    """A total for each currency; currencies are never mixed.

    Attributes:
        by_currency: the total in each currency, by code; empty if nothing counts.
    """

    __slots__ = ()

    by_currency: tuple[CurrencyTotal, ...]

    @property
    def currencies(self) -> tuple[Currency, ...]:
        """The currencies of the counted figures, by code; currencies are never mixed."""
        return tuple(one.currency for one in self.by_currency)

    @property
    def approximate(self) -> bool:
        """Whether a counted figure is worded as around, nearly or estimated, or as a range."""
        return any(one.approximate for one in self.by_currency)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was counted."""
        return not self.by_currency

    def __iter__(self) -> Iterator[CurrencyTotal]:
        """Iterate over the total in each currency, by code."""
        return iter(self.by_currency)

    def __getitem__(self, currency: Currency | str) -> CurrencyTotal:
        """Return the total in a currency.

        Raises:
            NoSuchCurrencyError: nothing counted is in that currency; a KeyError that lists those
                that there are.
        """
        for one in self.by_currency:
            if currency in (one.currency, one.currency.code):
                return one
        held = ", ".join(map(str, self.currencies)) or "nothing"
        raise NoSuchCurrencyError(
            f"the total in {_named(currency)}", f"it holds {held}", self._how_to_convert()
        )

    def __contains__(self, currency: object) -> bool:
        return any(currency in (one, one.code) for one in self.currencies)

    def _ipython_key_completions_(self) -> list[str]:
        """Return the codes of the currencies, which a notebook completes between brackets."""
        return [one.code for one in self.currencies]

    def _how_to_convert(self) -> str:
        return "pass currency= to convert"


def _named(currency: object) -> str:
    return (
        printable(str(currency)[:60]) if isinstance(currency, Currency | str) else briefly(currency)
    )
