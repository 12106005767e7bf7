"""Totals by country, partner, mineral, sector, stage, kind or year, or by anything else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Literal, TypeAlias, Unpack

import attrs

from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.record import Entity, facts_of, fields_of
from centralasia_minerals.entities.source import Dated
from centralasia_minerals.errors import (
    InvalidTypeError,
    InvalidValueError,
    UnknownIdError,
    did_you_mean,
    near,
)
from centralasia_minerals.rendering.tables import Table, Tabular
from centralasia_minerals.values.closed_enum import ClosedEnum

from .counting.keywords import READERS, TotalKeywords, showing_keywords
from .counting.ledger import Cell, Deals, Piles, Rows
from .counting.ledger_row import LedgerRow
from .counting.overlaps import count
from .total import Total

NOT_STATED = "not stated"
"""The group of deals without a key: without a country or a date, for example."""

GroupKey: TypeAlias = Literal["country", "partner", "mineral", "sector", "stage", "kind", "year"]
"""The keys by name, for type checkers; the fields of ``Deal`` define them."""

GroupBy: TypeAlias = GroupKey | Callable[[Deal], str]
"""A key by name, or a function from a deal to the text of its group."""


@attrs.frozen(repr=False)
class Totals(Tabular, Mapping[str, Total]):
    """Totals by group, in the order of their keys; together they hold every row once.

    Attributes:
        key: what the deals are grouped by: the name of the key, or of the function.
        groups: each group with its total; empty if no deals were given.
    """

    key: str
    groups: tuple[tuple[str, Total], ...]

    def __getitem__(self, key: str) -> Total:
        """Return the total of a group.

        Raises:
            UnknownIdError: there is no such group; a KeyError that suggests similar ones.
        """
        for known, total in self.groups:
            if known == key:
                return total
        raise UnknownIdError(f"group by {self.key}", str(key), near(str(key), self))

    def __iter__(self) -> Iterator[str]:
        return (key for key, _ in self.groups)

    def __len__(self) -> int:
        return len(self.groups)

    def __repr__(self) -> str:
        return f"<Totals by {self.key}: {', '.join(self)}>"

    def _table(self) -> Table:
        rows = [
            [
                key,
                " and ".join(map(str, total.by_currency)) or "nothing",
                "approximate" if total.approximate else "",
                str(len(total.counted)),
                str(len(total.excluded)),
                str(len(total.undisclosed)),
            ]
            for key, total in self.groups
        ]
        return [self.key, "total", "", "counted", "left out", "undisclosed"], rows


@showing_keywords(*READERS)
def total_by(deals: Deals, key: GroupBy, **keywords: Unpack[TotalKeywords]) -> Totals:
    """Return what deals come to by group; the groups add up to the total of the same call.

    Args:
        deals: as for ``total``.
        key: ``country``, ``partner``, ``mineral``, ``sector``, ``stage``, ``kind`` or ``year``, or
            a function from a deal to text. A deal with several countries forms a group of its
            own (``"KZ+TJ+UZ"``); a deal without any is in the group ``"not stated"``.
        keywords: as for ``total``.

    Returns:
        A group for every key of any row given, counted or not.

    Raises:
        InvalidValueError: there is no such key, or as for ``total``.
        InvalidTypeError: the function returns something other than text, or as for ``total``.
        MissingRateError: as for ``total``.

    >>> import centralasia_minerals as cam
    >>> cam.total_by(cam.load(), "country")["KZ"]["USD"].stated
    Money('1100000000', 'USD')
    """
    name, of_cell = _reader(key)
    piles = count(deals, keywords)
    counted = _grouped(piles.counted, of_cell)
    excluded = _grouped(piles.excluded, of_cell)
    undisclosed = _grouped(piles.undisclosed, of_cell)
    nothing = Rows()
    groups = {
        group: Piles(
            counted=counted.get(group, nothing),
            excluded=excluded.get(group, nothing),
            undisclosed=undisclosed.get(group, nothing),
            filters=piles.filters,
        )
        for group in sorted({*counted, *excluded, *undisclosed})
    }
    return Totals(name, tuple((group, Total.of(own)) for group, own in groups.items()))


def _grouped(rows: Rows, of_cell: Callable[[Cell], str]) -> dict[str, Rows]:
    groups: dict[str, list[Cell]] = {}
    for cell in rows.cells:
        group = of_cell(cell)
        if group in groups:
            groups[group].append(cell)
        else:
            groups[group] = [cell]
    return {group: Rows(tuple(cells), rows.verdicts) for group, cells in groups.items()}


def _reader(key: object) -> tuple[str, Callable[[Cell], str]]:
    """Return the name of a key, and the function that reads it from a row or deal."""
    if key == "stage":
        return "stage", _stage
    if isinstance(key, str) and key in GROUPS:
        return key, _of_deal(partial(_group_in, GROUPS[key]))
    if callable(key):
        return getattr(key, "__name__", "function"), _of_deal(_checked(key))
    hint = (
        did_you_mean(near(str(key), GROUPS)) or f"give one of: {', '.join(GROUPS)}, or a function"
    )
    raise InvalidValueError("the key of totals", f"{key!r} is not a key", hint)


def _of_deal(read: Callable[[Deal], str]) -> Callable[[Cell], str]:
    return lambda cell: read(cell if type(cell) is Deal else cell.deal)  # type: ignore[union-attr]  # else a row


def _checked(function: Callable[[Deal], object]) -> Callable[[Deal], str]:
    def read(deal: Deal) -> str:
        group = function(deal)
        if not isinstance(group, str):
            remedy = "let the function return text"
            raise InvalidTypeError.of(f"the group of {deal.id!r}", group, remedy)
        return group

    return read


def _stage(cell: Cell) -> str:
    stage = cell.stage if isinstance(cell, LedgerRow) else cell.amounts[0].profile.stage
    return stage.value if stage else NOT_STATED


def _group_in(field: str, deal: Deal) -> str:
    """Return the group of a deal by one of its fields; several values form a group of their own."""
    held = getattr(deal, field)
    items = held if isinstance(held, tuple) else (held,)
    if items and isinstance(items[0], Dated):
        return f"{items[0].date.year:04d}"
    return "+".join(sorted(map(_text_of, items))) or NOT_STATED


def _text_of(item: Entity | ClosedEnum) -> str:
    return item.id if isinstance(item, Entity) else item.value


GROUPS: Mapping[str, str] = {
    facts_of(field).group: field.name for field in fields_of(Deal) if facts_of(field).group
}
"""The keys by name, with the field of ``Deal`` that each looks at."""
