"""Columns of flat tables: what is in each, of which type, and what an empty cell means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Context, Inexact, InvalidOperation
from enum import Enum
from typing import Any, Protocol

import attrs

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.wording import briefly


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

EXACT = Context(prec=DECIMAL_PRECISION, traps=[Inexact, InvalidOperation])
"""What brings a decimal to the places of its column, and refuses to round it."""


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
        scale: the decimal places of a decimal column, at most 38; 0 for every other.

    Raises:
        InvalidTypeError: a field is of a wrong type.
        InvalidValueError: the name is empty, a text has half of a surrogate pair, or the scale is
            out of range.
    """

    name: str
    type: ColumnType
    about: str = attrs.field(default="", eq=False)
    null: str = attrs.field(default="", eq=False)
    unit: str = attrs.field(default="", eq=False)
    refers_to: str = attrs.field(default="", eq=False)
    scale: int = 0

    def label(self, locale: str) -> str:
        """Return its header in English or Russian.

        Raises:
            UnknownLocaleError: CLDR does not have the locale, or there are no headers in its
                language; the message names the languages that there are.
        """
        from .headers import header

        return header(self.name, locale)

    def __attrs_post_init__(self) -> None:
        what = f"the column {briefly(self.name)}"
        for field in ("name", "about", "null", "unit", "refers_to"):
            check_text(f"{field} of {what}", getattr(self, field))
        if not self.name:
            raise InvalidValueError("the name of a column", "it is empty", "give it a name")
        if not isinstance(self.type, ColumnType):
            raise InvalidTypeError.of(f"type of {what}", self.type, "give a ColumnType")
        if type(self.scale) is not int:
            raise InvalidTypeError.of(f"scale of {what}", self.scale, "give a whole number")
        most = DECIMAL_PRECISION if self.type is ColumnType.DECIMAL else 0
        if not 0 <= self.scale <= most:
            found = f"{briefly(self.scale)} is not between 0 and {most}"
            raise InvalidValueError(f"scale of {what}", found, "give the number of decimal places")


NOTES = ("about", "null", "unit", "refers_to")
"""The fields of a column that say what it means."""


def notes_of(column: Column) -> dict[str, str]:
    """Return what is said of a column, by field; what is empty is left out."""
    return {name: getattr(column, name) for name in NOTES if getattr(column, name)}


def check_text(what: str, given: object) -> None:
    """Refuse what is no text, or a text that no file holds.

    Raises:
        InvalidTypeError: it is no text.
        InvalidValueError: it has half of a surrogate pair.
    """
    if type(given) is not str:
        raise InvalidTypeError.of(what, given, "give a text")
    if not is_writable((given,)):
        found = f"{briefly(given)} has half of a surrogate pair"
        raise InvalidValueError(what, found, "give a text that a file holds")


def is_writable(texts: Iterable[str]) -> bool:
    """Whether a file holds the texts: half of a surrogate pair has no form in UTF-8."""
    try:
        "".join(texts).encode()
    except UnicodeEncodeError:
        return False
    return True


def by_column(
    columns: Sequence[Column], rows: Sequence[tuple[Any, ...]]
) -> tuple[tuple[Any, ...], ...]:
    """Return rows as the values of each column, which a table holds."""
    return tuple(zip(*rows, strict=True)) if rows else ((),) * len(columns)


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
