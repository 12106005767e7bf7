"""Some rows of the ledger with what those that count come to."""

from __future__ import annotations

from typing import Any, Self

import attrs

from centralasia_minerals.dataset.json.to_dict import ToDict
from centralasia_minerals.entities.base.results import result

from .beside import Beside, beside
from .judging.filters import Filters
from .ledger import Rows
from .sums.bounds import CurrencyTotal
from .sums.by_currency import ByCurrency


@attrs.frozen(kw_only=True)
@result
class Account(ByCurrency, ToDict):
    """Some rows of a ledger with what those that count come to.

    Attributes:
        by_currency: the total in each currency, by code; empty if nothing counts.
        counted: the rows that count.
        excluded: the rows that are left out, each with its ``reasons``.
        undisclosed: the rows that passed the filters and whose figure is withheld.
        filters: what was asked for.
    """

    by_currency: tuple[CurrencyTotal, ...]
    counted: Rows
    excluded: Rows
    undisclosed: Rows
    filters: Filters

    @property
    def version(self) -> str | None:
        """The version of the data that was totalled, which says if it was merged.

        None if deals were given by themselves, as a list of deals is.
        """
        return self.counted.ledger.version

    @property
    def beside(self) -> tuple[Beside, ...]:
        """What the rows that are left out come to by their kind of money, and by themselves.

        Other kinds of money under the same filters, except valuations, and own projects and
        programmes at any stage; empty if there are none. Nothing of it is in the total.
        """
        numbers = (*self.counted.numbers, *self.excluded.numbers, *self.undisclosed.numbers)
        return tuple(beside(self.counted.ledger, frozenset(numbers)))

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain values, ready for ``json.dumps``, with the version of the data."""
        return {**super().to_dict(), "version": self.version}

    @classmethod
    def of(cls, counted: Rows, excluded: Rows, undisclosed: Rows) -> Self:
        """Add up the rows that count."""
        return cls(
            by_currency=counted.by_currency,
            counted=counted,
            excluded=excluded,
            undisclosed=undisclosed,
            filters=counted.ledger.filters,
        )
