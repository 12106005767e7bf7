"""The pieces of a line: plain text, links, titles, ids and code."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Self, TypeAlias


class Linked(str):
    """A text that leads to a page, such as a figure; plain text shows the text alone.

    Attributes:
        url: the address of the page; empty if there is none, and then it is only kept in one line.
    """

    __slots__ = ("url",)
    url: str

    def __new__(cls, text: str, url: str) -> Self:
        """Make a text with an address."""
        made = super().__new__(cls, text)
        made.url = url
        return made


class Title(str):
    """What something is called; a table of plain text shortens it."""

    __slots__ = ()


class Id(str):
    """An id behind a title, or a place in a record: shown small, so that it can be copied."""

    __slots__ = ()


class Code(str):
    """Something to type, such as a call."""

    __slots__ = ()


class Quiet(str):
    """A remark that stands back behind the rest."""

    __slots__ = ()


Cell: TypeAlias = str | tuple[str, ...]
"""A line, or the cell of a table: a piece, or several."""

_NUMBER = re.compile(r"[+\-−]?\d[\d,.]*\s?%?")


def pieces_of(cell: Cell) -> tuple[str, ...]:
    """Return the pieces of a cell."""
    return (cell,) if isinstance(cell, str) else cell


def are_numbers(cells: Iterable[Cell]) -> bool:
    """Whether cells hold nothing but numbers, so that a table aligns their digits."""
    texts = ["".join(pieces_of(cell)) for cell in cells]
    return any(texts) and all(not text or _NUMBER.fullmatch(text) for text in texts)
