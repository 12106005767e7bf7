"""What only few rows of the ledger have, noted by their number while the columns are made."""

from __future__ import annotations

from typing import TypeAlias

from centralasia_minerals.entities.amount import Amount
from centralasia_minerals.entities.series import last_told, series_key, standings_of
from centralasia_minerals.entities.statement import Standing, Stated, Undisclosed
from centralasia_minerals.values.absence import Absence
from centralasia_minerals.values.money import Money

from .amount_parts import Parts

Statement: TypeAlias = Stated[Money] | Undisclosed | Absence
"""What a source says of an amount, or the kind of its absence."""

_Fallen: TypeAlias = tuple[list[tuple[int, Standing]], bool]


class RowNotes:
    """What only few rows have, noted by their number.

    Attributes:
        approximate: the numbers of the rows that are approximate though their own hedge may not
            say so.
        whole: the amount that the amount of a row is a part of, by the number of the row.
        depending: the conditional parts that the amount of a row still holds, by its number.
    """

    def __init__(self) -> None:
        self.approximate: set[int] = set()
        self.whole: dict[int, Amount] = {}
        self.depending: dict[int, tuple[Amount, ...]] = {}
        self._series = _Series()

    def rows_of(self, amount: Amount, first: int) -> list[tuple[Statement, Standing]]:
        """Return what is said of an amount: what leads, and what no longer holds."""
        stated, told = amount.leading, amount.statements
        rows: list[tuple[Statement, Standing]] = [(stated, Standing.CURRENT)]
        if type(stated) is Stated and type(stated.further_words) is str:
            self.approximate.add(first)
        if len(told) != 1 or told[0] is not stated:  # Most amounts are stated once.
            fallen, is_approximate = self._series.of(told)
            rows += [(told[number], standing) for number, standing in fallen]
            if is_approximate:
                self.approximate.add(first)
        return rows

    def add_parts(self, parts: Parts, amount: Amount, first: int, count: int) -> None:
        """Note of what an amount is a part, and which conditional parts it still holds."""
        whole, depending = parts.whole_of(amount), parts.depending(amount)
        if whole is not None:
            self.whole.update(dict.fromkeys(range(first, first + count), whole))
        if depending:
            self.depending[first] = depending


class _Series:
    """Tells what of a series no longer holds, found once for all that are alike."""

    def __init__(self) -> None:
        self._known: dict[object, _Fallen] = {}

    def of(self, told: tuple[Stated[Money] | Undisclosed, ...]) -> _Fallen:
        """Return the places of statements that no longer hold, and if another is approximate."""
        alike = tuple(
            [(one.rank, last_told(one), bool(one) and one.approximate) for one in told]  # type: ignore[union-attr]  # what is withheld is false
        )
        if alike not in self._known:
            standings = standings_of(told)
            order = sorted(range(len(told)), key=lambda number: series_key(told[number]))
            fallen = [(n, standings[n]) for n in order if standings[n] is not Standing.CURRENT]
            is_approximate = any(alike[n][2] for n in order if standings[n] is Standing.CURRENT)
            self._known[alike] = fallen, is_approximate
        return self._known[alike]
