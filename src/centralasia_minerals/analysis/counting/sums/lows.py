"""Moves the lows of figures: raised by the parts of a deal, lowered by what is conditional."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal, localcontext

from centralasia_minerals.entities.amount import Amount, printed_equivalent
from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.entities.vocabulary.money_kind import MoneyKind
from centralasia_minerals.values.currency import Currency
from centralasia_minerals.values.exact_decimal import EXACT
from centralasia_minerals.values.money import Money

from ..columns import Columns
from ..covers import OF_WHOLES
from ..judging.kept_rows import listed
from ..judging.neighbours import covers_money, moneys_of
from ..judging.overlaps import Judged
from .convert import in_quote
from .figures import Figures, figure_in
from .rate import Rate

_ZERO = Decimal(0)


def lowered_in(
    columns: Columns, rows: Iterable[int], converted: Mapping[int, Stated[Money] | Rate]
) -> dict[int, Decimal]:
    """Return the lows of rows whose amounts still hold conditional parts, as they are added up.

    What is conditional comes off the low with the most that it may be, and all of the low with a
    part whose most is not known in the currency.
    """
    lowered: dict[int, Decimal] = {}
    for row in rows:
        if row in columns.depending:
            _, _, said = figure_in(columns, row)
            found, parts = converted.get(row), columns.depending[row]
            if isinstance(found, Rate):
                low = _left(said, parts, said.value.currency)
                lowered[row] = in_quote(low, found.low, found.quote)
            else:
                figure = said if found is None else found
                lowered[row] = _left(figure, parts, figure.value.currency)
    return lowered


def _left(figure: Stated[Money], parts: tuple[Amount, ...], currency: Currency) -> Decimal:
    """Return what is left of a low without conditional parts, never less than nothing."""
    with localcontext(EXACT):
        low = figure.low.amount
        for part in parts:
            high = _high_in(part, currency)
            if high is None:
                return _ZERO
            low -= high
        return max(low, _ZERO)


def _high_in(part: Amount, currency: Currency) -> Decimal | None:
    """Return the most that a part may be in a currency, as printed; None if that is not known."""
    said: Stated[Money] | None = part.leading if isinstance(part.leading, Stated) else None
    if said is not None and said.value.currency != currency:
        said = printed_equivalent(part, said, currency)
    return None if said is None or said.high is None else said.high.amount


class Raising:
    """Raises the lows of wholes to what their parts come to, from the innermost parts outwards.

    A whole that counts has as its low the greater of its own low and what its parts would come to
    without it in that currency and kind of money, never more than its stated figure. A part that
    keeps no row stands aside for its own parts; one that is restated, followed or paid for by a
    deal that counts elsewhere holds up nothing.
    """

    def __init__(
        self,
        columns: Columns,
        judged: Judged,
        whole_of: Mapping[int, int],
        figures: Figures,
        missing: set[int],
    ) -> None:
        self._columns = columns
        self._judged = judged
        self._missing = missing
        self._raised: dict[int, Decimal] = {}
        self._parts: dict[int, list[int]] = {}
        self._figures = figures._replace(raised=self._raised, standing_in=self._parts)
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
            kept = listed(self._judged.kept[place])
            own = [row for row in kept if row not in self._missing]
            if self._is_covered_otherwise(place):
                own = [row for row in own if self._holds(place, row)]
            inner = self._parts_of.get(place, ())
            parts = [row for part in inner for row in self._standing_in(part)]
            if own and parts:
                self._parts.update(dict.fromkeys(own, parts))
                self._raise(own, parts)
            if kept and parts:
                moneys = moneys_of(self._columns, kept)
                parts = [p for p in parts if not covers_money(moneys, self._money(p), pays=False)]
            self._standing[place] = own + parts
        return self._standing[place]

    def _is_covered_otherwise(self, place: int) -> bool:
        return any(above.kind not in OF_WHOLES for above in self._judged.covering.get(place, ()))

    def _holds(self, place: int, row: int) -> bool:
        """Whether nothing covers a row but the wholes of its deal."""
        covering = self._judged.covering.get(place, ())
        wholes = {above.place for above in covering if above.kind in OF_WHOLES}
        return not any(
            covers_money(self._judged.moneys[above.place], self._money(row), pays=above.pays)
            for above in covering
            if above.place not in wholes
        )

    def _money(self, row: int) -> MoneyKind | None:
        return self._columns.facts(row).money

    def _raise(self, own: list[int], parts: list[int]) -> None:
        """Raise the lows of a deal's rows by what its parts come to, money by money."""
        bounds = [(row, *self._figures.bounds(self._columns, row)) for row in own]
        if all(low == most for _, _, low, most, _ in bounds):
            return  # There is no room, as in most deals.
        lacking: dict[tuple[str, MoneyKind | None], Decimal] = {}
        for row in parts:
            code, low, _, _ = self._figures.bounds(self._columns, row)
            money = code, self._money(row)
            lacking[money] = lacking.get(money, _ZERO) + low
        for row, code, low, _, _ in bounds:
            money = code, self._money(row)
            if money in lacking:
                lacking[money] -= low
        for row, code, low, most, _ in bounds:
            money = code, self._money(row)
            raise_by = min(most - low, lacking.get(money, _ZERO))
            if raise_by > 0:
                lacking[money] -= raise_by
                self._raised[row] = low + raise_by
