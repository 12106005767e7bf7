"""Adds up what counts, currency by currency, exactly."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal, localcontext

import attrs

from centralasia_minerals.entities import Deal, Standing, Stated, standing_of
from centralasia_minerals.values import EXACT, Currency, Hedge, Money

from .row import LedgerRow
from .rows import Rows


@attrs.frozen
class CurrencyTotal:
    """A total in one currency.

    ``stated`` adds the printed face values; ``low`` and ``high`` are bounded by directional
    hedges only. ``high`` is None where a counted figure is open above ("more than").
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
    """Sums in each currency; most figures bound nothing, and are added once for all three."""

    def __init__(self) -> None:
        self.approximate: bool = False
        self.plain: defaultdict[str, list[Decimal]] = defaultdict(list)
        self._bounded: dict[str, tuple[Decimal, Decimal, Decimal | None]] = {}

    def by_currency(self) -> tuple[CurrencyTotal, ...]:
        """Give the total in each currency, by code."""
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


_ZERO = Decimal(0)


def tally(rows: Rows) -> Tally:
    """Add up counted rows."""
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
    """Say whether a row's figure, or any current statement of its amount, is approximate."""
    statements = row.amount.statements if row.amount else ()
    current = [s for s in statements if standing_of(s, statements) is Standing.CURRENT]
    if row.conversion is not None and row.conversion.is_by_an_interval:
        return True
    return any(isinstance(s, Stated) and s.hedge.is_approximate for s in (row.figure, *current))
