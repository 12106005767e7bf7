"""The ledger: a row for each amount, with links to the rows of the deals that it is part of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias, TypeVar, Unpack, overload

import attrs

from centralasia_minerals.dataset.catalog import Catalog
from centralasia_minerals.dataset.dataset import Dataset
from centralasia_minerals.entities.amount import Amount, Profile
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.record import Entity
from centralasia_minerals.entities.statement import Standing, standing_of
from centralasia_minerals.errors import ConflictError, InvalidTypeError
from centralasia_minerals.rendering.listing import Listing
from centralasia_minerals.rendering.tables import Table

from .exclusion_reason import ExclusionReason
from .filters import Filters
from .keywords import FilterKeywords, read_filters, showing_keywords
from .ledger_row import LedgerRow
from .rules import filter_reasons

E = TypeVar("E", bound=Entity)

Deals: TypeAlias = Dataset | Catalog[Deal] | Iterable[Deal]
"""What can be totalled: a dataset, a catalog of deals, or any deals."""


def unique_deals(deals: Deals) -> tuple[Deal, ...]:
    """Return each deal once, in the order of first appearance.

    Raises:
        InvalidTypeError: something is not a deal; the message names it.
        ConflictError: one id stands for unequal records.
    """
    return each_once(deals.deals if isinstance(deals, Dataset) else deals, Deal)


def each_once(given: object, kind: type[E]) -> tuple[E, ...]:
    """Return each record of a kind once, in the order of first appearance.

    Raises:
        InvalidTypeError: something is not a record of the kind; the message names it.
        ConflictError: one id stands for unequal records.
    """
    name = kind.kind_name
    if not isinstance(given, Iterable):
        remedy = f"give a dataset, a catalog of {name}s, or any {name}s"
        raise InvalidTypeError.of(f"{name}s", given, remedy)
    listed = tuple(given)
    # Most lists hold records of one kind, each once, which is quick to check.
    if {*map(type, listed)} <= {kind} and len({one.id for one in listed}) == len(listed):
        return listed
    known: dict[str, E] = {}
    for position, one in enumerate(listed, start=1):
        if not isinstance(one, kind):
            raise InvalidTypeError.of(f"{name} number {position}", one, f"give {name}s only")
        first = known.setdefault(one.id, one)
        if first is not one and first != one:
            found = "two unequal records have this id"
            raise ConflictError(f"the {name} {one.id!r}", found, "merge them first", (one.id,))
    return tuple(known.values())


def rows_of(deal: Deal) -> Iterator[LedgerRow]:
    """Yield a deal's rows: one for each amount, and one for each statement that no longer holds.

    A deal without amounts has one row, with the kind of absence in place of a figure.
    """
    for amount in deal.amounts:
        yield LedgerRow(deal, amount, amount.stated)
        yield from _fallen(deal, amount)
    if not deal.amounts:
        yield LedgerRow(deal, None, deal.no_amount)


def _fallen(deal: Deal, amount: Amount) -> Iterator[LedgerRow]:
    for statement in amount.series:
        standing = standing_of(statement, amount.statements)
        if standing is not Standing.CURRENT:
            yield LedgerRow(deal, amount, statement, standing)


Cell: TypeAlias = LedgerRow | Deal
"""A row, or in its place a deal that has only this row: one amount with one statement."""


@attrs.frozen(eq=False, repr=False)
class Rows(Listing[LedgerRow]):
    """An immutable sequence of ledger rows; equal if its rows are.

    It takes little more memory than a reference for each deal.

    Attributes:
        cells: the rows, or in place of a row a deal that has only this row.
        verdicts: why rows that are stored as deals are left out, by what the rules look at;
            empty if none is left out.
    """

    cells: tuple[LedgerRow | Deal, ...] = ()
    verdicts: tuple[tuple[Profile, tuple[ExclusionReason, ...]], ...] = ()

    @property
    def _items(self) -> tuple[LedgerRow, ...]:
        return tuple(self)

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

    def _table(self) -> Table:
        rows = [[row.deal.id, row.role or "—", row.figure or "—"] for row in self]
        return ["deal", "amount", "figure"], rows


def _row_in(cell: Cell, reasons: dict[Profile, tuple[ExclusionReason, ...]]) -> LedgerRow:
    if isinstance(cell, LedgerRow):
        return cell
    amount = cell.amounts[0]
    return LedgerRow(cell, amount, amount.stated, reasons=reasons.get(amount.profile, ()))


@attrs.frozen(kw_only=True)
class Piles:
    """Every row of some deals, in three piles, and the filters that were applied.

    Attributes:
        counted: the rows that count.
        excluded: the rows that do not count, each with its ``reasons``.
        undisclosed: the rows that passed the filters and whose figure is withheld.
        filters: the filters.
    """

    counted: Rows
    excluded: Rows
    undisclosed: Rows
    filters: Filters


@attrs.frozen(repr=False)
class Ledger(Listing[LedgerRow]):
    """Rows, and links from each row to the rows of the deals that its deal is part of.

    Attributes:
        rows: the rows; the ``reasons`` of each are those that it has on its own, under the
            filters of the ledger.
        edges: pairs of row numbers, each a row of a part and a row of its whole; empty if no
            deal is part of another.
    """

    rows: tuple[LedgerRow, ...]
    edges: tuple[tuple[int, int], ...]

    @property
    def _items(self) -> tuple[LedgerRow, ...]:
        return self.rows

    def __repr__(self) -> str:
        return f"<Ledger of {len(self.rows)} rows and {len(self.edges)} edges>"

    def _table(self) -> Table:
        header = ["deal", "role", "figure", "stage", "reasons"]
        rows = [
            [
                row.deal.id,
                str(row.role or "—"),
                str(row.figure) if row.figure else row.disclosure.value,
                str(row.stage or "—"),
                "; ".join(map(str, row.reasons)),
            ]
            for row in self.rows
        ]
        return header, rows


@showing_keywords(Filters.of)
def ledger(deals: Deals, **keywords: Unpack[FilterKeywords]) -> Ledger:
    """Return deals as rows, with everything that the counting rules look at.

    Args:
        deals: a dataset, a catalog of deals, or any deals; the same deal twice counts once.
        keywords: ``sectors``, ``stages`` and ``max_horizon_years``, as for ``total``.

    Returns:
        The rows, each with the reasons that keep it out on its own, and the links between parts
        and wholes.

    Raises:
        InvalidTypeError: something is not a deal, or a keyword is unknown or of a wrong type.
        InvalidValueError: no stage or sector has that name.
        ConflictError: one id stands for unequal records.

    >>> import centralasia_minerals as cam
    >>> for row in cam.ledger([cam.load().deals["kz-us-tungsten"]]):
    ...     print(row.role, row.counts, row.reason)
    cost True None
    financing False not concluded
    """
    asked = read_filters(keywords, "a ledger")
    rows = tuple(
        attrs.evolve(row, reasons=filter_reasons(row.profile, asked))
        for deal in unique_deals(deals)
        for row in rows_of(deal)
    )
    numbers: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        numbers.setdefault(row.deal.id, []).append(number)
    edges = tuple(
        (number, above)
        for number, row in enumerate(rows)
        for whole in row.deal.ancestors
        for above in numbers.get(whole.id, ())
    )
    return Ledger(rows, edges)
