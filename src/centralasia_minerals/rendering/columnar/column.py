"""Columns of flat tables: what is in each, of which type, and what an empty cell means."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Any, Protocol

import attrs


class ColumnType(Enum):
    """The types of columns; every engine that reads Arrow has them."""

    TEXT = "text"
    INTEGER = "integer"
    BOOLEAN = "truth value"
    DECIMAL = "decimal"
    DATE = "date"
    TEXTS = "list of texts"


MONEY_SCALE = 4
"""The decimal places of money in tables: CLDR has no currency with more than four."""

DECIMAL_PRECISION = 38
"""The digits of every decimal column: the most that decimal128 of Arrow holds."""


@attrs.frozen
class Column:
    """One column of a flat table; two are equal if their name and type are.

    Attributes:
        name: its name.
        type: what its values are.
        about: what they say, in a few words.
        null: what an empty cell means; empty if there are none.
        unit: the unit of its numbers; empty if they have none.
        refers_to: the column of another table that its values are ids of (``"deals.id"``); empty
            if they are none.
        scale: the decimal places of a decimal column; 0 for every other.
    """

    name: str
    type: ColumnType
    about: str = attrs.field(default="", eq=False)
    null: str = attrs.field(default="", eq=False)
    unit: str = attrs.field(default="", eq=False)
    refers_to: str = attrs.field(default="", eq=False)
    scale: int = 0


class TableLike(Protocol):
    """What the doors to other tools ask of a table; ``Table`` is the one that there is."""

    @property
    def name(self) -> str:
        """Its name."""
        ...

    @property
    def columns(self) -> tuple[Column, ...]:
        """Its columns."""
        ...

    @property
    def values(self) -> Sequence[Sequence[Any]]:
        """The values of each column."""
        ...

    def made(self) -> dict[str, str]:
        """Return what it is of, and when it is written out."""
        ...

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return its rows as dictionaries."""
        ...

    def to_polars(self) -> Any:
        """Return it as a frame of polars."""
        ...

    def to_arrow(self) -> Any:
        """Return it as Arrow data."""
        ...

    def __len__(self) -> int: ...
