"""The figures that are added up: converted where a currency is asked for, and raised by parts."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from centralasia_minerals.entities.amount import Amount
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.figure import Figure
from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.entities.vocabulary.money_kind import MoneyKind
from centralasia_minerals.values.hedge import Hedge
from centralasia_minerals.values.money import Money

from ..columns import Columns
from .convert import Conversion, converted, in_quote
from .rate import Rate

Bounds = tuple[str, Decimal, Decimal, Decimal | None]
"""A currency's code, and the low, the figure itself and the high of a row in it."""


class Figures(NamedTuple):
    """What the rows that count are added up with, where that is not their statement alone.

    Attributes:
        converted: what brings a figure into the currency asked for, by row: its printed
            equivalent, or a rate.
        lowered: the lows of amounts that still hold conditional parts, by row.
        raised: the lows that the parts of a deal hold up, by row.
        standing_in: the rows of a deal's parts that would count without it, in every currency, by
            row of the deal.
    """

    converted: Mapping[int, Stated[Money] | Rate]
    lowered: Mapping[int, Decimal]
    raised: Mapping[int, Decimal]
    standing_in: Mapping[int, list[int]]

    def conversion(self, columns: Columns, row: int) -> Conversion | None:
        """Return how the figure of a row was converted; None if it was not."""
        found = self.converted.get(row)
        if found is None:
            return None
        return Conversion(view_in(columns, row), found if isinstance(found, Rate) else None)

    def figure(self, columns: Columns, row: int) -> Stated[Money]:
        """Return the figure of a row that has one, in the currency asked for."""
        said, found = view_in(columns, row), self.converted.get(row)
        if found is None:
            return said
        if isinstance(found, Rate):
            return converted(said, found)
        return Figure.of(found, (found, *said.statements))

    def hedge(self, columns: Columns, row: int) -> Hedge:
        """Return how the figure of a row is worded; a rate changes no words."""
        found = self.converted.get(row)
        return found.hedge if isinstance(found, Stated) else figure_in(columns, row)[2].hedge

    def moves(self, row: int) -> bool:
        """Whether a figure is converted, or its low is moved."""
        return row in self.converted or row in self.lowered or row in self.raised

    def parts(self, columns: Columns, row: int) -> list[int]:
        """Return the rows of the deal's parts that would count without a row, of its money."""
        parts = self.standing_in.get(row, [])
        money = self.money(columns, row) if parts else None
        return [part for part in parts if self.money(columns, part) == money]

    def money(self, columns: Columns, row: int) -> tuple[str, MoneyKind | None]:
        """Return the currency and the kind of the money of a row that has a figure."""
        return self.bounds(columns, row)[0], columns.facts(row).money

    def bounds(self, columns: Columns, row: int) -> Bounds:
        """Return the currency, the low, the figure itself and the high of a row that has one."""
        found, raised = self.converted.get(row), self.raised.get(row)
        if raised is None:
            raised = self.lowered.get(row)
        said = found if isinstance(found, Stated) else figure_in(columns, row)[2]
        if said.hedge is Hedge.AS_STATED and raised is None and not isinstance(found, Rate):
            # Most figures bound nothing, and there is no room to raise a low.
            figure = said.value.amount
            return said.value.currency.code, figure, figure, figure
        least, value, most = said.low.amount, said.value.amount, said.high
        high = None if most is None else most.amount
        if not isinstance(found, Rate):
            return said.value.currency.code, least if raised is None else raised, value, high
        quote = found.quote
        stated = in_quote(value, found.figure, quote)
        if said.hedge is Hedge.AS_STATED and not found.is_interval:
            return quote.code, stated if raised is None else raised, stated, stated
        low = in_quote(least, found.low, quote) if raised is None else raised
        return quote.code, low, stated, high if high is None else in_quote(high, found.high, quote)


def figure_in(columns: Columns, row: int) -> tuple[Deal, Amount, Stated[Money]]:
    """Return the deal, the amount and the statement of a row that has a figure."""
    return columns.deal[row], columns.amount[row], columns.statement[row]  # type: ignore[return-value]  # it has a figure


def view_in(columns: Columns, row: int) -> Stated[Money]:
    """Return the figure of a row as a reader needs it: with all that its amount's sources say."""
    _, amount, statement = figure_in(columns, row)
    is_leading = statement is amount.leading
    return amount.stated if is_leading else statement  # type: ignore[return-value]  # it has a figure
