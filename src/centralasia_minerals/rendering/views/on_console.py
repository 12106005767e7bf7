"""Views on a terminal, in colour and with links, where rich is installed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from centralasia_minerals.wording import legible

from .blocks import Block, Facts, Heading, Items, Paragraph, Row, Table, View, and_more
from .pieces import Cell, Code, Id, Linked, Quiet, are_numbers, pieces_of

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType
    from rich.text import Text


def renderables(view: View) -> Iterator[RenderableType]:
    """Yield what rich prints of a view; whatever stands in its texts is text and no markup."""
    for place, block in enumerate(view):
        if place:
            yield ""
        yield from _block(block)


def _block(block: Block) -> Iterator[RenderableType]:
    if isinstance(block, Heading):
        yield _line(block.text, "bold")
        if block.note:
            yield _line(block.note, "dim")
    elif isinstance(block, Paragraph):
        yield _line(block.line)
    elif isinstance(block, Facts):
        yield _facts(block)
    elif isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Items):
        for number, line in enumerate(block.lines, start=1):
            yield _line((f"[{number}] " if block.is_numbered else "– ", *pieces_of(line)))
    else:
        hint = f"; {block.hint}" if block.hint else ""
        yield _line(f"{block.title}{hint}", "dim" if hint else "bold")
        for inner in () if hint else block.blocks:
            yield from _block(inner)


def _facts(facts: Facts) -> RenderableType:
    from rich.table import Table as Grid

    grid = Grid.grid(padding=(0, 2))
    for label, lines, left in facts.told:
        more = (and_more(left, "")[0],) if left else ()
        for place, line in enumerate((*lines, *more)):
            grid.add_row(_line("" if place else label, "bold"), _line(line))
    return grid


def _table(table: Table) -> Iterator[RenderableType]:
    if not table.items:
        return
    yield _Fitted(table.header, table.shown())
    if table.left:
        yield _line("; ".join(filter(None, and_more(table.left, table.rest))), "dim")


class _Fitted:
    """A table whose figures stay whole on any terminal; too narrow a one shows a row in lines."""

    def __init__(self, header: Sequence[str], rows: Sequence[Row]) -> None:
        self._header = header
        self._rows = [(*row, *[""] * (len(header) - len(row))) for row in rows]

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> Iterator[RenderableType]:
        widths = self._widths(options.max_width)
        if widths is None:
            yield from self._in_lines()
        else:
            yield self._grid(widths)

    def _widths(self, room: int) -> list[int] | None:
        """Return the width of each column; None if words that stay whole do not fit."""
        columns = [*zip(self._header, *self._rows, strict=True)]
        least = [max(map(_longest_word, column)) for column in columns]
        most = [max(_line(cell).cell_len for cell in column) for column in columns]
        # Between two columns there are three spaces, and one at either edge.
        room -= 3 * len(columns) - 1
        wanted, spare = sum(most) - sum(least), room - sum(least)
        if spare < 0:
            return None
        if wanted <= spare:
            return most
        pairs = zip(least, most, strict=True)
        return [low + spare * (high - low) // wanted for low, high in pairs]

    def _grid(self, widths: Sequence[int]) -> RenderableType:
        from rich import box
        from rich.table import Table as Grid

        grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False)
        for place, (name, width) in enumerate(zip(self._header, widths, strict=True)):
            is_number = are_numbers(row[place] for row in self._rows)
            side: Literal["left", "right"] = "right" if is_number else "left"
            grid.add_column(_line(name), justify=side, overflow="fold", width=width)
        for row in self._rows:
            grid.add_row(*map(_line, row))
        return grid

    def _in_lines(self) -> Iterator[RenderableType]:
        """Yield each row as its first cell, and the others below it with their headers."""
        for row in self._rows:
            yield ""
            yield _line(row[0], "bold")
            for name, cell in zip(self._header[1:], row[1:], strict=True):
                if "".join(pieces_of(cell)):
                    yield _line((f"  {name}: ", *pieces_of(cell)))


def _longest_word(cell: Cell) -> int:
    """Return how wide the longest word is that stays whole: a figure, or one that is not long."""
    from rich.cells import cell_len

    widths = [
        width if any(map(str.isdigit, word)) and not isinstance(piece, Id) else min(width, _LONG)
        for piece in pieces_of(cell)
        for word in piece.split()
        for width in [cell_len(word)]
    ]
    return max(widths, default=0)


_LONG = 14
"""A word that is longer may be broken where a line ends."""


def _line(line: Cell, style: str = "") -> Text:
    from rich.style import Style
    from rich.text import Text

    written = Text(style=style)
    for place, piece in enumerate(pieces_of(line)):
        text = legible(f"({piece})" if isinstance(piece, Id) and place else str(piece))
        gap = " " if place and isinstance(piece, (Id, Quiet)) else ""
        if isinstance(piece, Linked) and piece.url:
            written.append(text, Style(link=piece.url, underline=True))
        else:
            quiet = "dim" if isinstance(piece, (Id, Quiet)) else ""
            written.append(f"{gap}{text}", "cyan" if isinstance(piece, Code) else quiet)
    return written
