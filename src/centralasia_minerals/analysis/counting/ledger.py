"""The ledger: deals as a table of rows, with what the rules say of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Unpack, overload

import attrs

from centralasia_minerals.dataset.json.to_dict import ToDict
from centralasia_minerals.entities.base.results import of_sound_parts, result
from centralasia_minerals.entities.statement import Disclosure, Stated
from centralasia_minerals.rendering.listing import Listing
from centralasia_minerals.rendering.tables import pluralized
from centralasia_minerals.rendering.views.blocks import Heading, Section, Table, View
from centralasia_minerals.values.currency import Currency

from .columns import Columns, columns_of
from .covers import Bid, Cover, bids_of, covers_of
from .given_deals import Deals, unique_deals, version_of
from .judging.filters import Filters
from .judging.overlaps import Judged, judge
from .keywords import TotalKeywords, read_keywords, showing_keywords
from .ledger_row import LedgerRow, Verdict
from .sums.bounds import CurrencyTotal, is_approximate, totals_of
from .sums.convert import Conversions
from .sums.figures import Figures
from .sums.figures_of import figures_of
from .tables.exported_ledger import ExportedLedger
from .told_rows import bare_row, judged_row


@attrs.frozen(repr=False)
@result
class Ledger(Listing[LedgerRow], ExportedLedger, ToDict):
    """Every amount of some deals as a row, with the verdict of the rules on each.

    A row is made when it is looked at; inside, the ledger is a table of columns.

    Attributes:
        filters: what the rows were judged by.
        columns: what is known of each row, column by column.
        covers: which deals cover which, where they count, directly or through others.
        bids: which deals belong to rival bids for one asset.
        version: the version of the data that the deals are from, which says if it was merged; None
            if they were given by themselves, as a list of deals is.
    """

    filters: Filters
    columns: Columns
    covers: tuple[Cover, ...]
    bids: tuple[Bid, ...]
    version: str | None
    _judged: Judged
    _figures: Figures
    _conversions: Conversions

    @property
    def asked_currency(self) -> Currency | None:
        """The currency that was asked for; None if every figure stays in its own."""
        return self._conversions.currency

    @property
    def rows(self) -> tuple[LedgerRow, ...]:
        """Every row."""
        return tuple(self)

    @property
    def counted(self) -> Rows:
        """The rows that count."""
        return Rows(self, self._judged.counted)

    @property
    def excluded(self) -> Rows:
        """The rows that are left out, each with its ``reasons``."""
        return Rows(self, self._judged.left_out)

    @property
    def undisclosed(self) -> Rows:
        """The rows that passed the filters and whose figure is withheld."""
        return Rows(self, self._judged.undisclosed)

    @property
    def _items(self) -> Rows:
        return Rows(self, tuple(range(len(self.columns.deal))))

    def row(self, number: int) -> LedgerRow:
        """Return a row by its number, from 0."""
        columns, figures = self.columns, self._figures
        reasons, statement = self._judged.reasons[number], columns.statement[number]
        return of_sound_parts(
            LedgerRow,
            deal=columns.deal[number],
            amount=columns.amount[number],
            statement=statement,
            standing=columns.facts(number).standing,
            figure=figures.figure(columns, number) if isinstance(statement, Stated) else statement,
            reasons=reasons,
            verdict=self._verdict(number),
            conversion=figures.conversion(columns, number),
            approximate=is_approximate(columns, figures, number),
            parts=tuple(map(self.row, figures.parts(columns, number))),
            raised_low=figures.raised.get(number),
            lowered_low=figures.lowered.get(number),
            replacement=columns.replaced.get(columns.deal[number].id),
        )

    def asked_otherwise(self, filters: Filters, *, as_printed: bool = False) -> Ledger:
        """Return the same rows judged by other filters.

        Args:
            filters: what is asked for instead.
            as_printed: whether figures stay in their own currency.

        Raises:
            MissingRateError: rows that count have neither a printed equivalent nor a rate.
        """
        conversions = Conversions.of() if as_printed else self._conversions
        return _judged(self.columns, self.covers, self.bids, self.version, filters, conversions)

    def _verdict(self, number: int) -> Verdict:
        if self._judged.reasons[number]:
            return Verdict.LEFT_OUT
        is_stated = self.columns.facts(number).disclosure is Disclosure.STATED
        return Verdict.COUNTED if is_stated else Verdict.UNDISCLOSED

    def __repr__(self) -> str:
        return f"<Ledger of {len(self)} rows>"

    def _table(self) -> Table:
        return _judged_table(self._items)

    def _view(self) -> View:
        told, left_out = self.columns.statement, self._judged.left_out
        figures, others = (
            Rows(self, tuple([n for n in left_out if isinstance(told[n], Stated) is is_figure]))
            for is_figure in (True, False)
        )
        piles = {"counted": self.counted, "undisclosed": self.undisclosed, "left out": figures}
        shown = [
            Section(f"{name}: {pluralized(len(rows), 'row')}", (_judged_table(rows),))
            for name, rows in piles.items()
            if rows
        ]
        title = f"and {pluralized(len(others), 'row')} without a figure"
        folded = [Section(title, (_judged_table(others),), is_folded=True)] if others else []
        return Heading(self._heading), *shown, *folded


def _judged_table(rows: Rows) -> Table:
    header = ("deal", "figure", "role", "money", "stage", "verdict", "reasons")
    return Table(header, rows, judged_row, ".to_table()")


@attrs.frozen(eq=False, repr=False)
@result
class Rows(Listing[LedgerRow]):
    """Some rows of a ledger, as an immutable sequence; equal if its rows are.

    Attributes:
        ledger: the ledger.
        numbers: the numbers of its rows, in order.
    """

    ledger: Ledger
    numbers: tuple[int, ...]

    @property
    def by_currency(self) -> tuple[CurrencyTotal, ...]:
        """What the rows come to in each currency, by code; all must have a figure."""
        return totals_of(self.ledger.columns, self.ledger._figures, self.numbers)

    @property
    def _items(self) -> tuple[LedgerRow, ...]:
        return tuple(self)

    def __len__(self) -> int:
        return len(self.numbers)

    def __iter__(self) -> Iterator[LedgerRow]:
        return map(self.ledger.row, self.numbers)

    @overload
    def __getitem__(self, place: int) -> LedgerRow: ...
    @overload
    def __getitem__(self, place: slice) -> Rows: ...
    def __getitem__(self, place: int | slice) -> LedgerRow | Rows:
        if isinstance(place, slice):
            return Rows(self.ledger, self.numbers[place])
        return self.ledger.row(self.numbers[place])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (Rows, tuple)):
            return NotImplemented
        return tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    def _view(self) -> View:
        return Heading(pluralized(len(self), "row")), self._table()

    def _table(self) -> Table:
        return Table(("deal", "figure", "amount"), self, bare_row, "list()")


@showing_keywords
def ledger(deals: Deals, **keywords: Unpack[TotalKeywords]) -> Ledger:
    """Return deals as rows, each with the verdict that ``total`` gives it.

    The figures of the rows that count add up to the total of the same call.

    Args:
        deals: a dataset, a catalog of deals, or any deals; a repeated deal is used once.
        keywords: as for ``total``.

    Raises:
        InvalidTypeError: something is not a deal, or a keyword is unknown or of a wrong type.
        InvalidValueError: no kind, stage, sector, class or currency has that name.
        ConflictError: one id stands for unequal records.
        MissingRateError: rows that count have neither a printed equivalent nor a rate.

    >>> import centralasia_minerals as cam
    >>> for row in cam.ledger([cam.load().deals["kz-us-tungsten"]]):
    ...     print(row.role, "/", row.verdict, "/", "; ".join(map(str, row.reasons)))
    cost / counted /
    financing / left out / not concluded; another kind of money; financing of a counted cost
    """
    filters, conversions = read_keywords(keywords, "a ledger")
    given = unique_deals(deals)
    columns, covers, bids = columns_of(given), covers_of(given), bids_of(given)
    return _judged(columns, covers, bids, version_of(deals), filters, conversions)


def _judged(
    columns: Columns,
    covers: tuple[Cover, ...],
    bids: tuple[Bid, ...],
    version: str | None,
    filters: Filters,
    conversions: Conversions,
) -> Ledger:
    judged = judge(columns, covers, bids, filters)
    figures = figures_of(columns, judged, conversions)
    return Ledger(filters, columns, covers, bids, version, judged, figures, conversions)
