"""The blocks that a view is made of; each form that a view is written in knows all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import attrs

from .pieces import Cell

MOST_ROWS = 40
"""How many rows of a table a view shows; the others are counted."""

MOST_LINES = 12
"""How many lines a view shows beside one label; the others are counted."""

Row: TypeAlias = Sequence[Cell]


def as_it_is(row: Any) -> Row:
    """Return a row that is given as a row."""
    return row  # type: ignore[no-any-return]  # the table was given rows


@attrs.frozen
class Heading:
    """What the view is of.

    Attributes:
        text: the title, or the answer in one line.
        note: what stands behind it, such as a kind and an id; empty if nothing does.
    """

    text: Cell
    note: Cell = ""


@attrs.frozen
class Paragraph:
    """A line of running text."""

    line: Cell


@attrs.frozen
class Facts:
    """Labels, each with one line or several; a label without lines is left out.

    Attributes:
        rows: each label with its lines.
        most: how many lines to show beside a label.
    """

    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    most: int = MOST_LINES

    @property
    def told(self) -> tuple[tuple[str, tuple[Cell, ...], int], ...]:
        """Each label that has lines, with those to show and the number of the others."""
        return tuple(
            (label, lines[: self.most], max(0, len(lines) - self.most))
            for label, lines in self.rows
            if lines
        )


@attrs.frozen
class Table:
    """A table, of which a view shows the first rows and the number of the others.

    A table without rows is not shown: what stands above it says that there are none.

    Attributes:
        header: the names of the columns.
        items: what has a row each.
        row: returns the row of an item; it is only asked for rows that are shown.
        rest: how to get at the others, as a call; empty if there is no way.
        most: how many rows to show.
    """

    header: Sequence[str]
    items: Sequence[Any]
    row: Callable[[Any], Row] = as_it_is
    rest: str = ""
    most: int = MOST_ROWS

    def shown(self, most: int | None = None) -> list[Row]:
        """Return the rows to show, or all if there is room for more of them."""
        return [self.row(item) for item in self.items[: most or self.most]]

    @property
    def left(self) -> int:
        """How many rows are not shown."""
        return max(0, len(self.items) - self.most)


@attrs.frozen
class Items:
    """A list of lines, numbered from 1 if they are notes."""

    lines: tuple[Cell, ...]
    is_numbered: bool = False


@attrs.frozen
class Section:
    """Blocks under a title, which may be folded away.

    Attributes:
        title: the title, which tells how much there is.
        blocks: the blocks.
        is_folded: whether a page shows the title alone until somebody opens it.
        hint: how plain text says where to find the blocks, which it leaves out; empty if it shows
            them.
    """

    title: str
    blocks: tuple[Block, ...]
    is_folded: bool = False
    hint: str = ""


Block: TypeAlias = Heading | Paragraph | Facts | Table | Items | Section
View: TypeAlias = tuple[Block, ...]
"""What something looks like, whatever form it is written in."""


def and_more(number: int, rest: str) -> tuple[str, str]:
    """Return how many are not shown, and how to get at them."""
    return f"and {number:,} more", f"{rest} has them all" if rest else ""
