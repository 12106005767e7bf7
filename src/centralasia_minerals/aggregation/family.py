"""Deals that overlap: with several amounts or statements, and parts of wholes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

import attrs

from centralasia_minerals.entities import Deal, Disclosure
from centralasia_minerals.values import EXACT, Currency

from .filters import Filters
from .ledgers import rows_of
from .reasons import ExclusionReason
from .row import LedgerRow
from .rules import Covering, filter_reasons, overlap_reasons

Convert = Callable[[LedgerRow], LedgerRow | None]
"""Brings a row's figure into the currency asked for; None where neither print nor a rate serves."""


@attrs.frozen
class SortedOut:
    """A deal's rows, parted; ``unconverted`` ones count but lack a rate."""

    counted: tuple[LedgerRow, ...]
    excluded: tuple[LedgerRow, ...]
    undisclosed: tuple[LedgerRow, ...]
    unconverted: tuple[LedgerRow, ...]


@attrs.frozen(eq=False)
class _Judged:
    """A deal with its rows as the filters leave them, and those that count unless covered."""

    deal: Deal
    rows: tuple[LedgerRow, ...]
    winners: tuple[LedgerRow, ...]


class Family:
    """Deals that may cover each other, with every deal given that they are part of."""

    def __init__(
        self,
        deals: Iterable[Deal],
        given: Iterable[Deal],
        asked: Filters,
        convert: Convert | None,
    ) -> None:
        self._convert = convert or _as_it_is
        members = {deal.id: deal for deal in deals}
        wholes = {whole.id for deal in members.values() for whole in deal.ancestors}
        if wholes:
            members |= {deal.id: deal for deal in given if deal.id in wholes}
        self.members: dict[str, _Judged] = {
            id: _judged(deal, asked) for id, deal in members.items()
        }
        self._counting: dict[str, bool] = {}
        self._above = {
            id: tuple(whole.id for whole in deal.ancestors if whole.id in members)
            for id, deal in members.items()
        }
        self._parts: dict[str, list[str]] = {}
        for id, above in self._above.items():
            if above:
                self._parts.setdefault(above[0], []).append(id)

    def sorted_out(self, id: str) -> SortedOut:
        """Part the rows of one deal."""
        judged = self.members[id]
        own = judged.winners if self._counts(id) else ()
        covering = Covering(own, self._counted_above(id))
        converted = [self._convert(row) for row in own]
        others = [row for row in judged.rows if not any(row is counted for counted in own)]
        reasons = [(*row.reasons, *overlap_reasons(row, covering)) for row in others]
        withheld = [row.disclosure is Disclosure.UNDISCLOSED and not row.reasons for row in others]
        return SortedOut(
            counted=self._raised(id, tuple(row for row in converted if row is not None)),
            excluded=tuple(
                _with_reasons(row, why)
                for row, why, is_withheld in zip(others, reasons, withheld, strict=True)
                if not is_withheld
            ),
            undisclosed=tuple(
                row for row, is_withheld in zip(others, withheld, strict=True) if is_withheld
            ),
            unconverted=tuple(
                row for row, done in zip(own, converted, strict=True) if done is None
            ),
        )

    def _counts(self, id: str) -> bool:
        """Say whether a row of a deal counts: it has one, and none of its wholes counts."""
        if id not in self._counting:
            covered = any(self._counts(whole) for whole in self._above[id])
            self._counting[id] = bool(self.members[id].winners) and not covered
        return self._counting[id]

    def _counted_above(self, id: str) -> tuple[LedgerRow, ...]:
        wholes = (whole for whole in self._above[id] if self._counts(whole))
        return tuple(row for whole in wholes for row in self.members[whole].winners)

    def _raised(self, id: str, own: tuple[LedgerRow, ...]) -> tuple[LedgerRow, ...]:
        """Raise the low of a counted deal to what its parts total, up to its stated figure."""
        parts = [row for part in self._parts.get(id, ()) for row in self._standing_in(part)]
        if not parts:
            return own
        lacking: dict[Currency, Decimal] = {}
        for rows, add in ((parts, EXACT.add), (own, EXACT.subtract)):
            for row in rows:
                if row.currency is not None and row.low is not None:
                    before = lacking.get(row.currency, Decimal(0))
                    lacking[row.currency] = add(before, row.low)
        return tuple(_held_up(row, parts, lacking) for row in own)

    def _standing_in(self, id: str) -> tuple[LedgerRow, ...]:
        """Give the rows of a deal, or else of its parts, that would count if nothing covered it."""
        winners = self.members[id].winners
        if not winners:
            return tuple(r for part in self._parts.get(id, ()) for r in self._standing_in(part))
        converted = (self._convert(row) for row in winners)
        return self._raised(id, tuple(row for row in converted if row is not None))


def _held_up(row: LedgerRow, parts: list[LedgerRow], lacking: dict[Currency, Decimal]) -> LedgerRow:
    """Raise a row's low by what is still lacking in its currency, as far as its figure goes."""
    if row.currency is None or row.low is None or row.stated is None:
        return row
    own = tuple(part for part in parts if part.currency == row.currency)
    room = EXACT.subtract(row.stated, row.low)
    raise_by = min(room, lacking.get(row.currency, Decimal(0)))
    if raise_by <= 0:
        return attrs.evolve(row, parts=own)
    lacking[row.currency] = EXACT.subtract(lacking[row.currency], raise_by)
    return attrs.evolve(row, parts=own, raised_low=EXACT.add(row.low, raise_by))


def _judged(deal: Deal, asked: Filters) -> _Judged:
    rows = tuple(_with_reasons(row, filter_reasons(row.profile, asked)) for row in rows_of(deal))
    return _Judged(deal, rows, _winners(rows))


def _as_it_is(row: LedgerRow) -> LedgerRow:
    return row


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
