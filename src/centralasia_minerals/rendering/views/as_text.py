"""Views as plain text, as ``str`` and a terminal without colours show them."""

from __future__ import annotations

from collections.abc import Iterator

from centralasia_minerals.wording import legible

from ..tables import text_table
from .blocks import Block, Facts, Heading, Items, Paragraph, Row, Table, View, and_more
from .pieces import Cell, Id, Quiet, Title, pieces_of

MOST_TITLE = 48
"""How many characters of a title a table of plain text shows; its id follows."""


def text_of(view: View) -> str:
    """Return a view as plain text."""
    return "\n\n".join(filter(None, map(_block, view)))


def table_as_text(table: Table, most: int | None = None) -> str:
    """Return a table as plain text: the whole of it, or so many rows with the number of others."""
    shown = table.shown(most or len(table.items) or 1)
    if not table.header:
        return ""
    header, rows = _with_ids_apart(list(table.header), shown)
    lines = [text_table(header, [[_cell(cell) for cell in row] for row in rows])]
    if left := len(table.items) - len(shown):
        lines.append("; ".join(filter(None, and_more(left, table.rest))))
    return "\n".join(lines)


def _with_ids_apart(header: list[str], rows: list[Row]) -> tuple[list[str], list[list[Cell]]]:
    """Return a table in which ids behind titles have a column of their own, to be aligned."""
    apart = {
        place for place in range(len(header)) if rows and all(_is_named(row[place]) for row in rows)
    }
    names = [[name, "id"] if place in apart else [name] for place, name in enumerate(header)]
    split = [
        [
            part
            for place, cell in enumerate(row)
            for part in (_split(cell) if place in apart else (cell,))
        ]
        for row in rows
    ]
    return [name for pair in names for name in pair], split


def _is_named(cell: Cell) -> bool:
    return not isinstance(cell, str) and len(cell) > 1 and isinstance(cell[-1], Id)


def _split(cell: Cell) -> tuple[Cell, Cell]:
    pieces = pieces_of(cell)
    return pieces[:-1], pieces[-1]


def line_as_text(line: Cell, *, most: int | None = None) -> str:
    """Return a line as plain text, with its titles shortened if they are longer than allowed."""
    return "".join(_pieces(pieces_of(line), most)).strip()


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return "\n".join(filter(None, (line_as_text(block.text), line_as_text(block.note))))
    if isinstance(block, Paragraph):
        return line_as_text(block.line)
    if isinstance(block, Facts):
        return "\n".join(_facts(block))
    if isinstance(block, Table):
        return table_as_text(block, block.most) if block.items else ""
    if isinstance(block, Items):
        return "\n".join(_items(block))
    if block.hint:
        return f"{block.title}; {block.hint}"
    return "\n".join((block.title, *map(_block, block.blocks)))


def _facts(facts: Facts) -> Iterator[str]:
    width = max((len(label) for label, *_ in facts.told), default=0)
    for label, lines, left in facts.told:
        more = (and_more(left, "")[0],) if left else ()
        for place, line in enumerate((*lines, *more)):
            yield f"{('' if place else label).ljust(width)}  {line_as_text(line)}".rstrip()


def _items(items: Items) -> Iterator[str]:
    for number, line in enumerate(items.lines, start=1):
        yield f"{f'[{number}]' if items.is_numbered else '–'} {line_as_text(line)}"


def _cell(cell: Cell) -> str:
    return line_as_text(cell, most=MOST_TITLE)


def _pieces(pieces: tuple[str, ...], most: int | None) -> Iterator[str]:
    for place, piece in enumerate(pieces):
        text = legible(str(piece))
        if isinstance(piece, Title) and most is not None and len(text) > most:
            yield f"{text[: most - 1].rstrip()}…"
        elif isinstance(piece, Id) and place:
            yield f" ({text})"
        elif isinstance(piece, Quiet) and place:
            yield f" {text}"
        else:
            yield text
