"""Applies the rules to deals: which rows count, which do not and why, and which are withheld."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

import attrs

from centralasia_minerals.entities import Deal
from centralasia_minerals.values import EXACT, Currency

from .filters import Filters
from .ledgers import rows_of
from .reasons import ExclusionReason
from .row import Disclosure, LedgerRow
from .rules import Covering, filter_reasons, overlap_reasons

Convert = Callable[[LedgerRow], LedgerRow | None]
"""Brings a row's figure into the currency asked for; None where neither print nor a rate serves."""

_Lows = dict[Currency, Decimal]


@attrs.frozen
class Counting:
    """Every row of some deals, in one of four parts; ``unconverted`` ones count but lack a rate."""

    counted: tuple[LedgerRow, ...]
    excluded: tuple[LedgerRow, ...]
    undisclosed: tuple[LedgerRow, ...]
    unconverted: tuple[LedgerRow, ...]


def count(deals: Iterable[Deal], asked: Filters, convert: Convert) -> Counting:
    """Part the rows of deals by the rules; what counts is converted first."""
    family = _Family({deal.id: _judged(deal, asked) for deal in deals}, convert)
    counted, excluded, undisclosed, unconverted = [], [], [], []
    for id, judged in family.deals.items():
        own = judged.winners if family.counts(id) else ()
        covering = Covering(own, family.counted_above(id))
        for row in judged.others(own):
            reasons = (*row.reasons, *overlap_reasons(row, asked, covering))
            if row.disclosure is Disclosure.UNDISCLOSED and not row.reasons:
                undisclosed.append(row)
            else:
                excluded.append(_with_reasons(row, reasons))
        converted = [convert(row) for row in own]
        unconverted += [row for row, done in zip(own, converted, strict=True) if done is None]
        counted += family.raised(id, tuple(row for row in converted if row is not None))
    return Counting(tuple(counted), tuple(excluded), tuple(undisclosed), tuple(unconverted))


@attrs.frozen(eq=False)
class _Judged:
    """A deal with its rows as the filters leave them, and those that count unless covered."""

    deal: Deal
    rows: tuple[LedgerRow, ...]
    winners: tuple[LedgerRow, ...]

    def others(self, own: tuple[LedgerRow, ...]) -> list[LedgerRow]:
        """Give the rows that are not among those that count."""
        return [row for row in self.rows if not any(row is counted for counted in own)]


def _judged(deal: Deal, asked: Filters) -> _Judged:
    rows = tuple(_with_reasons(row, filter_reasons(row, asked)) for row in rows_of(deal))
    return _Judged(deal, rows, _winners(rows))


def _with_reasons(row: LedgerRow, reasons: tuple[ExclusionReason, ...]) -> LedgerRow:
    return attrs.evolve(row, reasons=reasons) if reasons else row


def _winners(rows: tuple[LedgerRow, ...]) -> tuple[LedgerRow, ...]:
    """Give the one row of a deal that is not financing, or all that are where none is left.

    The longest horizon is first, and no horizon is the longest; then the first recorded.
    """
    left = [row for row in rows if not row.reasons and row.disclosure is Disclosure.STATED]
    worth = [row for row in left if not row.is_financing]
    return (max(worth, key=_span),) if worth else tuple(left)


def _span(row: LedgerRow) -> float:
    return float("inf") if row.horizon_years is None else row.horizon_years


class _Family:
    """Deals and the wholes that they are part of, as far as both were given."""

    def __init__(self, deals: dict[str, _Judged], convert: Convert) -> None:
        self.deals = deals
        self._convert = convert
        self._counting: dict[str, bool] = {}
        self._above = {
            id: tuple(whole.id for whole in judged.deal.ancestors if whole.id in deals)
            for id, judged in deals.items()
            if judged.deal.part_of
        }
        self._parts: dict[str, list[str]] = {}
        for id, wholes in self._above.items():
            if wholes:
                self._parts.setdefault(wholes[0], []).append(id)

    def counts(self, id: str) -> bool:
        """Say whether a row of a deal counts: it has one, and none of its wholes counts."""
        if id not in self._counting:
            covered = any(self.counts(whole) for whole in self._above.get(id, ()))
            self._counting[id] = bool(self.deals[id].winners) and not covered
        return self._counting[id]

    def counted_above(self, id: str) -> tuple[LedgerRow, ...]:
        """Give the counting rows of the deals that a deal is part of."""
        wholes = (whole for whole in self._above.get(id, ()) if self.counts(whole))
        return tuple(row for whole in wholes for row in self.deals[whole].winners)

    def raised(self, id: str, own: tuple[LedgerRow, ...]) -> list[LedgerRow]:
        """Raise the low of a counted deal to what its parts total, up to its stated figure."""
        rows = list(own)
        if id not in self._parts:
            return rows
        for currency, low in self._lows_of_parts(id).items():
            numbers = [i for i, row in enumerate(rows) if row.currency == currency]
            if numbers:
                first, lacking = numbers[0], _lacking([rows[i] for i in numbers], low)
                if lacking > 0:
                    raised = EXACT.add(rows[first].low or Decimal(0), lacking)
                    rows[first] = attrs.evolve(rows[first], low_of_parts=raised)
        return rows

    def _lows_of_parts(self, id: str) -> _Lows:
        lows: _Lows = {}
        for part in self._parts.get(id, ()):
            for currency, low in self._lows(part).items():
                lows[currency] = EXACT.add(lows.get(currency, Decimal(0)), low)
        return lows

    def _lows(self, id: str) -> _Lows:
        """Give what a deal, or else its parts, would total at the least if nothing covered it."""
        lows: _Lows = {}
        converted = [self._convert(row) for row in self.deals[id].winners]
        for row in self.raised(id, tuple(row for row in converted if row is not None)):
            if row.currency is not None:
                own = lows.get(row.currency, Decimal(0))
                lows[row.currency] = EXACT.add(own, row.low or Decimal(0))
        return lows if self.deals[id].winners else self._lows_of_parts(id)


def _lacking(rows: list[LedgerRow], low_of_parts: Decimal) -> Decimal:
    """Give how far the rows' own low is below that of the parts, capped at their stated figure."""
    own = stated = Decimal(0)
    for row in rows:
        own = EXACT.add(own, row.low or Decimal(0))
        stated = EXACT.add(stated, row.stated or Decimal(0))
    return EXACT.subtract(min(low_of_parts, stated), own)
