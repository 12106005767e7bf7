"""What a ledger gives to other tools: its rows, its covers and its bids, each as a flat table."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from centralasia_minerals.rendering.columnar.about import about_of
from centralasia_minerals.rendering.columnar.exportable import Exportable
from centralasia_minerals.rendering.columnar.table import Table

from ..judging.bids import places_of_bids
from .cited_columns import cited_rows
from .ledger_table import ledger_table
from .relation_tables import bids_table, covers_table

if TYPE_CHECKING:
    from ..columns import Columns
    from ..covers import Bid, Cover
    from ..judging.filters import Filters
    from ..judging.overlaps import Judged
    from ..ledger_row import LedgerRow
    from ..sums.convert import Conversions
    from ..sums.figures import Figures


class ExportedLedger(Exportable):
    """The flat tables of a ledger, which has the attributes that are named here."""

    __slots__ = ()

    if TYPE_CHECKING:
        filters: Filters
        columns: Columns
        covers: tuple[Cover, ...]
        bids: tuple[Bid, ...]
        version: str | None
        _judged: Judged
        _figures: Figures
        _conversions: Conversions

    @abstractmethod
    def row(self, number: int) -> LedgerRow:
        """Return a row by its number, from 0."""

    def to_table(self, *, citations: bool = True) -> Table:
        """Return the rows as a flat table, which holds what the rules of any engine ask for.

        Where the ledger is in a currency, every figure is that can be converted, counted or not.
        No low is raised by parts, since that depends on what counts.

        Args:
            citations: whether the passages behind the rows and their links are columns as well.

        Raises:
            InvalidValueError: figures have more digits than the columns of money hold.
        """
        return ledger_table(
            self.columns,
            self._judged,
            self._conversions,
            self._related(),
            cited_rows(self.columns, self._figures, self.row) if citations else None,
            self._about(),
        )

    def covers_table(self) -> Table:
        """Return which deals cover which as a flat table."""
        rows = zip(self.columns.deal, self.columns.amount, strict=True)
        silent = {deal.id for deal, amount in rows if amount is None} if self.covers else set()
        return covers_table(self.covers, silent, self._about())

    def bids_table(self) -> Table:
        """Return which deals bid against each other as a flat table."""
        places = places_of_bids(self.columns, self.bids)
        return bids_table(self.bids, places, self._about())

    def _related(self) -> frozenset[str]:
        """Return the ids of the deals that cover others or are covered, or that bid."""
        covers = (id for one in self.covers for id in (one.deal, one.covering))
        return frozenset((*covers, *(one.deal for one in self.bids)))

    def _about(self) -> dict[str, str]:
        return about_of(data=self.version or "", question={"ledger": self.keywords})

    @property
    def keywords(self) -> dict[str, Any]:
        """What was asked, as plain values that ``cam.ledger`` takes; rates only by their class."""
        return {**self.filters.keywords, **self._conversions.keywords}
