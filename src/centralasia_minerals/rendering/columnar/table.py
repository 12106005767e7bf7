"""A flat table: typed columns, ready for other tools."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from .column import Column


@attrs.frozen(repr=False)
class Table:
    """A flat table with typed columns; it does not change.

    Attributes:
        name: its name, such as ``deals``.
        columns: its columns, in order.
        values: the values of each column, in the same order; None is an empty cell.
        about: what the table is of: the version of the data, what was asked, and when.
    """

    name: str
    columns: tuple[Column, ...]
    values: tuple[Sequence[Any], ...]
    about: Mapping[str, str] = attrs.field(factory=dict, eq=False)

    def __len__(self) -> int:
        return len(self.values[0]) if self.values else 0

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return the rows as dictionaries, with decimals as ``Decimal`` and dates as ``date``."""
        names = [column.name for column in self.columns]
        return [dict(zip(names, row, strict=True)) for row in zip(*self.values, strict=True)]

    def to_dict(self) -> dict[str, list[Any]]:
        """Return the columns as lists, by name."""
        return {c.name: list(held) for c, held in zip(self.columns, self.values, strict=True)}

    def __repr__(self) -> str:
        return f"<Table {self.name}: {len(self)} rows, {len(self.columns)} columns>"
