"""Adds up what counts, currency by currency, exactly."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal, localcontext
from typing import Self

import attrs

from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.statement import Standing, Stated, standing_of
from centralasia_minerals.values.currency import Currency
from centralasia_minerals.values.exact_decimal import EXACT
from centralasia_minerals.values.hedge import Hedge
from centralasia_minerals.values.money import Money

from .ledger import Piles, Rows
from .ledger_row import LedgerRow


@attrs.frozen
class CurrencyTotal:
    """A total in one currency.

    Attributes:
        currency: the currency.
        low: the least that the wording of the counted figures allows.
        stated: the sum of the figures as printed.
        high: the most that the wording allows; None if a counted figure has no upper limit
            ("more than").
    """

    currency: Currency
    low: Money
    stated: Money
    high: Money | None

    def __str__(self) -> str:
        if self.low == self.stated == self.high:
            return str(self.stated)
        return f"{self.stated} (from {self.low} to {self.high or 'an open end'})"


class Tally:
    """Sums in each currency.

    Most figures are plain: low, stated and high are the same, and they are added only once.
    """

    def __init__(self) -> None:
        self.approximate: bool = False
        self.plain: defaultdict[str, list[Decimal]] = defaultdict(list)
        self._bounded: dict[str, tuple[Decimal, Decimal, Decimal | None]] = {}

    def by_currency(self) -> tuple[CurrencyTotal, ...]:
        """Return the total in each currency, by code."""
        return tuple(self._total(code) for code in sorted({*self.plain, *self._bounded}))

    def add(self, row: LedgerRow) -> None:
        """Add a counted row with its bounds."""
        if row.currency is None or row.stated is None or row.low is None:
            return
        low, stated, high = self._bounded.get(row.currency.code, (_ZERO, _ZERO, _ZERO))
        self._bounded[row.currency.code] = (
            low + row.low,
            stated + row.stated,
            None if high is None or row.high is None else high + row.high,
        )
        self.approximate = self.approximate or is_approximate(row)

    def _total(self, code: str) -> CurrencyTotal:
        with localcontext(EXACT):
            plain = sum(self.plain.get(code, ()), _ZERO)
        low, stated, high = self._bounded.get(code, (_ZERO, _ZERO, _ZERO))
        currency = Currency(code)
        return CurrencyTotal(
            currency,
            Money(EXACT.add(plain, low), currency),
            Money(EXACT.add(plain, stated), currency),
            None if high is None else Money(EXACT.add(plain, high), currency),
        )


@attrs.frozen(kw_only=True)
class Account(Piles):
    """What was counted, per currency, with every row that was given and why it is in or out.

    Attributes:
        by_currency: the total in each currency, by code; empty if nothing counts.
        approximate: whether a counted figure is approximate.
    """

    by_currency: tuple[CurrencyTotal, ...]
    approximate: bool

    @classmethod
    def of(cls, piles: Piles) -> Self:
        """Return rows with the totals of what counts."""
        added = tally(piles.counted)
        return cls(
            counted=piles.counted,
            excluded=piles.excluded,
            undisclosed=piles.undisclosed,
            filters=piles.filters,
            by_currency=added.by_currency(),
            approximate=added.approximate,
        )


_ZERO = Decimal(0)


def tally(rows: Rows) -> Tally:
    """Return the sums of counted rows."""
    sums = Tally()
    plain, as_stated = sums.plain, Hedge.AS_STATED
    with localcontext(EXACT):
        for place, cell in enumerate(rows.cells):
            if type(cell) is Deal:
                stated = cell.amounts[0].stated
                if type(stated) is Stated and stated.hedge is as_stated:
                    value = stated.value
                    plain[value.currency.code].append(value.amount)
                    continue
            sums.add(rows[place])
    return sums


def is_approximate(row: LedgerRow) -> bool:
    """Whether a row's figure, or any current statement of its amount, is approximate."""
    statements = row.amount.statements if row.amount else ()
    current = [s for s in statements if standing_of(s, statements) is Standing.CURRENT]
    if row.conversion is not None and row.conversion.is_by_an_interval:
        return True
    return any(isinstance(s, Stated) and s.hedge.is_approximate for s in (row.figure, *current))
