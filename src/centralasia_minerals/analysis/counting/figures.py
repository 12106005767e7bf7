"""The figures that are added up: converted where a currency is asked for, and raised by parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal, localcontext
from typing import NamedTuple

from centralasia_minerals.entities.amount import Amount
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.figure import Figure
from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.values.exact_decimal import EXACT
from centralasia_minerals.values.hedge import Hedge
from centralasia_minerals.values.money import Money

from .columns import Columns
from .convert import Conversion, Conversions, converted, in_quote
from .overlaps import Judged, Kept
from .rate import Rate

Bounds = tuple[str, Decimal, Decimal, Decimal | None]
"""A currency's code, and the low, the figure itself and the high of a row in it."""

_ZERO = Decimal(0)


class Figures(NamedTuple):
    """What the rows that count are added up with, where that is not their statement alone.

    Attributes:
        converted: what brings a figure into the currency asked for, by row: its printed
            equivalent, or a rate.
        raised: the lows that the parts of a deal hold up, by row.
        standing_in: the rows of a deal's parts that would count without it, in every currency, by
            row of the deal.
    """

    converted: Mapping[int, Stated[Money] | Rate]
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

    def parts(self, columns: Columns, row: int) -> list[int]:
        """Return the rows of the deal's parts that would count without a row, in its currency."""
        parts = self.standing_in.get(row, [])
        code = self.bounds(columns, row)[0] if parts else None
        return [part for part in parts if self.bounds(columns, part)[0] == code]

    def bounds(self, columns: Columns, row: int) -> Bounds:
        """Return the currency, the low, the figure itself and the high of a row that has one."""
        found, raised = self.converted.get(row), self.raised.get(row)
        said = found if isinstance(found, Stated) else _figure_in(columns, row)[2]
        if said.hedge is Hedge.AS_STATED and not isinstance(found, Rate):
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


def figures_of(columns: Columns, judged: Judged, conversions: Conversions) -> Figures:
    """Convert the rows that count, and raise the lows of those whose deals have parts.

    Raises:
        MissingRateError: rows that count have neither a printed equivalent nor a rate; all of
            them are named.
    """
    whole_of = {place: wholes[0] for place, wholes in judged.covering.items()}
    rows = judged.counted
    if whole_of and conversions.currency is not None:
        rows = tuple([row for kept in judged.kept for row in _listed(kept)])
    converted, missing = _converted(columns, rows, conversions)
    lacking = missing & {*judged.counted}
    if lacking:
        raise conversions.missing(_figure_in(columns, row) for row in sorted(lacking))
    if not whole_of:
        return Figures(converted, {}, {})
    return _Raising(columns, judged.kept, whole_of, converted, missing).figures()


def _converted(
    columns: Columns, rows: Iterable[int], conversions: Conversions
) -> tuple[dict[int, Stated[Money] | Rate], set[int]]:
    """Return what brings rows into the currency, by row, and the rows that nothing does."""
    converted: dict[int, Stated[Money] | Rate] = {}
    missing: set[int] = set()
    wanted = conversions.currency
    for row in rows if wanted is not None else ():
        deal, amount, statement = _figure_in(columns, row)
        if statement.value.currency != wanted:
            found = conversions.find(deal, amount, statement)
            if found is None:
                missing.add(row)
            else:
                converted[row] = found
    return converted, missing


def _figure_in(columns: Columns, row: int) -> tuple[Deal, Amount, Stated[Money]]:
    return columns.deal[row], columns.amount[row], columns.statement[row]  # type: ignore[return-value]  # it has a figure


def view_in(columns: Columns, row: int) -> Stated[Money]:
    """Return the figure of a row as a reader needs it: with all that its amount's sources say."""
    _, amount, statement = _figure_in(columns, row)
    is_leading = statement is amount.leading
    return amount.stated if is_leading else statement  # type: ignore[return-value]  # it has a figure


def _listed(kept: int | list[int] | None) -> list[int]:
    if kept is None:
        return []
    return kept if isinstance(kept, list) else [kept]


class _Raising:
    """Raises the lows of wholes to what their parts come to, from the innermost parts outwards.

    A whole that counts has as its low the greater of its own low and what its parts would come to
    without it in that currency, never more than its stated figure. A part that keeps no row stands
    aside for its own parts.
    """

    def __init__(
        self,
        columns: Columns,
        kept: Kept,
        whole_of: Mapping[int, int],
        converted: Mapping[int, Stated[Money] | Rate],
        missing: set[int],
    ) -> None:
        self._columns = columns
        self._kept = kept
        self._missing = missing
        self._raised: dict[int, Decimal] = {}
        self._parts: dict[int, list[int]] = {}
        self._figures = Figures(converted, self._raised, self._parts)
        self._parts_of: dict[int, list[int]] = {}
        for part, whole in whole_of.items():
            self._parts_of.setdefault(whole, []).append(part)
        self._standing: dict[int, list[int]] = {}

    def figures(self) -> Figures:
        """Return the figures, with every low raised that parts hold up."""
        with localcontext(EXACT):
            for whole in self._parts_of:
                self._standing_in(whole)
        return self._figures

    def _standing_in(self, place: int) -> list[int]:
        """Return the rows of a deal, or of its parts, that would count if nothing covered it."""
        if place not in self._standing:
            own = [row for row in _listed(self._kept[place]) if row not in self._missing]
            inner = self._parts_of.get(place, ())
            parts = [row for part in inner for row in self._standing_in(part)]
            if own and parts:
                self._parts.update(dict.fromkeys(own, parts))
                self._raise(own, parts)
            self._standing[place] = parts if self._kept[place] is None else own
        return self._standing[place]

    def _raise(self, own: list[int], parts: list[int]) -> None:
        """Raise the lows of a deal's rows by what its parts come to, currency by currency."""
        bounds = [(row, *self._figures.bounds(self._columns, row)) for row in own]
        if all(low == most for _, _, low, most, _ in bounds):
            return  # There is no room, as in most deals.
        lacking: dict[str, Decimal] = {}
        for row in parts:
            code, low, _, _ = self._figures.bounds(self._columns, row)
            lacking[code] = lacking.get(code, _ZERO) + low
        for _, code, low, _, _ in bounds:
            if code in lacking:
                lacking[code] -= low
        for row, code, low, most, _ in bounds:
            raise_by = min(most - low, lacking.get(code, _ZERO))
            if raise_by > 0:
                lacking[code] -= raise_by
                self._raised[row] = low + raise_by
