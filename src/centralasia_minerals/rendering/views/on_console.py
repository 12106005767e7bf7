"""Views on a terminal, in colour and with links, where rich is installed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from centralasia_minerals.wording import printable

from .blocks import Block, Facts, Heading, Items, Paragraph, Table, View, and_more
from .pieces import Cell, Code, Id, Linked, Quiet, are_numbers, pieces_of

if TYPE_CHECKING:
    from rich.console import RenderableType
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
    from rich import box
    from rich.table import Table as Grid

    if not table.items:
        return
    rows = table.shown()
    grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False)
    for place, name in enumerate(table.header):
        is_number = are_numbers(row[place] for row in rows if place < len(row))
        grid.add_column(_line(name), justify="right" if is_number else "left", overflow="fold")
    for row in rows:
        grid.add_row(*map(_line, row))
    yield grid
    if table.left:
        yield _line("; ".join(filter(None, and_more(table.left, table.rest))), "dim")


def _line(line: Cell, style: str = "") -> Text:
    from rich.style import Style
    from rich.text import Text

    written = Text(style=style)
    for place, piece in enumerate(pieces_of(line)):
        text = printable(f"({piece})" if isinstance(piece, Id) and place else str(piece))
        gap = " " if place and isinstance(piece, (Id, Quiet)) else ""
        if isinstance(piece, Linked) and piece.url:
            written.append(text, Style(link=piece.url, underline=True))
        else:
            quiet = "dim" if isinstance(piece, (Id, Quiet)) else ""
            written.append(f"{gap}{text}", "cyan" if isinstance(piece, Code) else quiet)
    return written
