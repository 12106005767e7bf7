"""The ledger: a row for each amount, and for each row the rows of its deal's wholes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

import attrs

from centralasia_minerals.dataset import Catalog, Dataset
from centralasia_minerals.entities import Amount, Deal, Standing, standing_of
from centralasia_minerals.errors import ConflictError, InvalidTypeError
from centralasia_minerals.rendering import Table, Tabular

from .filters import Filters, Sectors, Stages
from .row import LedgerRow
from .rules import filter_reasons

Deals: TypeAlias = Dataset | Catalog[Deal] | Iterable[Deal]
"""What can be totalled: a dataset, a catalog of deals, or any deals."""


def unique_deals(deals: Deals) -> tuple[Deal, ...]:
    """Give each deal once, in the order of first appearance.

    Raises:
        InvalidTypeError: something is no deal; the message names it.
        ConflictError: one id stands for unequal records.
    """
    given = deals.deals if isinstance(deals, Dataset) else deals
    if not isinstance(given, Iterable):
        raise InvalidTypeError("deals", f"{given!r}", "give a dataset, a catalog or deals")
    listed = tuple(given)
    # Most lists are of deals only, each once; that is quickly seen.
    if {*map(type, listed)} <= {Deal} and len({deal.id for deal in listed}) == len(listed):
        return listed
    return _each_once(listed)


def _each_once(listed: tuple[object, ...]) -> tuple[Deal, ...]:
    known: dict[str, Deal] = {}
    for position, deal in enumerate(listed, start=1):
        if not isinstance(deal, Deal):
            raise InvalidTypeError(
                f"deal number {position}",
                f"{deal!r} is of type {type(deal).__name__}",
                "give deals only",
            )
        first = known.setdefault(deal.id, deal)
        if first is not deal and first != deal:
            raise ConflictError(
                f"the deal {deal.id!r}", "two unequal records", "merge them first", (deal.id,)
            )
    return tuple(known.values())


def rows_of(deal: Deal) -> Iterator[LedgerRow]:
    """Give a deal's rows: one for each amount, then for each of its statements that fell.

    A deal without amounts gives one row, with the kind of absence in place of a figure.
    """
    for amount in deal.amounts:
        yield LedgerRow(deal, amount, amount.stated)
        yield from _fallen(deal, amount)
    if not deal.amounts:
        yield LedgerRow(deal, None, deal.no_amount)


def _fallen(deal: Deal, amount: Amount) -> Iterator[LedgerRow]:
    for statement in amount.statements:
        standing = standing_of(statement, amount.statements)
        if standing is not Standing.CURRENT:
            yield LedgerRow(deal, amount, statement, standing)


@attrs.frozen(repr=False)
class Ledger(Tabular):
    """Rows, and the edges from a row to each row of the deals that its deal is part of.

    An edge is a pair of row numbers: a part's row, a whole's row. Each row's ``reasons`` are
    those that it has on its own, under the filters that the ledger was made with.
    """

    rows: tuple[LedgerRow, ...]
    edges: tuple[tuple[int, int], ...]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[LedgerRow]:
        return iter(self.rows)

    def __getitem__(self, number: int) -> LedgerRow:
        return self.rows[number]

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


def ledger(
    deals: Deals,
    *,
    sectors: Sectors = "minerals",
    stages: Stages = "concluded",
    max_horizon_years: int | None = None,
) -> Ledger:
    """Lay deals out as rows with everything that the counting rules need.

    Args:
        deals: a dataset, a catalog of deals, or any deals; the same deal twice is one.
        sectors: as for ``total``.
        stages: as for ``total``.
        max_horizon_years: as for ``total``.

    Returns:
        The rows, each with the reasons that keep it out on its own, and the edges between parts
        and wholes.

    Raises:
        InvalidTypeError: something is no deal.
        ConflictError: one id stands for unequal records.

    >>> import centralasia_minerals as cam
    >>> for row in cam.ledger([cam.load().deals["kz-us-tungsten"]]):
    ...     print(row.role, row.counts, row.reason)
    cost True None
    financing False not concluded
    """
    asked = Filters.of(stages=stages, sectors=sectors, max_horizon_years=max_horizon_years)
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
