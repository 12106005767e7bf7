"""Many rows at the cost of a few: a simple deal's only row is made when it is looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias, overload

import attrs

from centralasia_minerals.entities import Deal, Profile
from centralasia_minerals.rendering import html_table

from .reasons import ExclusionReason
from .row import LedgerRow

Cell: TypeAlias = LedgerRow | Deal
"""A row, or a deal whose only row it is: one amount, of one statement."""

Verdicts: TypeAlias = tuple[tuple[Profile, tuple[ExclusionReason, ...]], ...]
"""Why the rows of deals are left out, by the profile of their amount."""


@attrs.frozen(eq=False, repr=False)
class Rows(Sequence[LedgerRow]):
    """An immutable sequence of ledger rows; equal where its rows are.

    It costs little more than a reference for each deal, however many deals there are.
    """

    cells: tuple[Cell, ...] = ()
    verdicts: Verdicts = ()

    def __len__(self) -> int:
        return len(self.cells)

    def __iter__(self) -> Iterator[LedgerRow]:
        reasons = dict(self.verdicts)
        return (_row_in(cell, reasons) for cell in self.cells)

    @overload
    def __getitem__(self, place: int) -> LedgerRow: ...
    @overload
    def __getitem__(self, place: slice) -> Rows: ...
    def __getitem__(self, place: int | slice) -> LedgerRow | Rows:
        if isinstance(place, slice):
            return Rows(self.cells[place], self.verdicts)
        return _row_in(self.cells[place], dict(self.verdicts))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (Rows, tuple)):
            return NotImplemented
        return tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    def _repr_html_(self) -> str:
        cells = ([row.deal.id, row.role or "—", row.figure or "—"] for row in self)
        return html_table(["deal", "amount", "figure"], cells)


def _row_in(cell: Cell, reasons: dict[Profile, tuple[ExclusionReason, ...]]) -> LedgerRow:
    if isinstance(cell, LedgerRow):
        return cell
    amount = cell.amounts[0]
    return LedgerRow(cell, amount, amount.stated, reasons=reasons.get(amount.profile, ()))
