"""Views as Markdown (GFM), for notebooks and pages that take no HTML; every text is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from .blocks import Block, Facts, Heading, Items, Paragraph, Row, Section, Table, View, and_more
from .pieces import Cell, Code, Id, Linked, Quiet, are_numbers, pieces_of

# Whatever Markdown or HTML could take for a mark of its own, and MathJax for a formula.
_SPECIAL = re.compile(r"[`*_\[\]#|~!<>&$\\]")
_BREAKS = re.compile(r"[\t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+")
_FIRST = re.compile(r"(\d+)([.)])|[-+=]")
_WEB = re.compile(r"https?://", re.IGNORECASE)
# In these classes MathJax finds no formula.
_NO_FORMULA = '<span class="tex2jax_ignore mathjax_ignore">{}</span>'


def markdown_of(view: View) -> str:
    """Return a view as Markdown."""
    return "\n\n".join(filter(None, map(_block, view)))


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        note = f"\n\n{_line(block.note)}" if block.note else ""
        return f"**{_line(block.text)}**{note}"
    if isinstance(block, Paragraph):
        return _line(block.line)
    if isinstance(block, Facts):
        return "\n".join(_facts(block))
    if isinstance(block, Table):
        return "\n\n".join(filter(None, ("\n".join(_table(block)), _more(block))))
    if isinstance(block, Items):
        return "\n".join(
            f"{f'{number}.' if block.is_numbered else '-'} {_line(line)}"
            for number, line in enumerate(block.lines, start=1)
        )
    return _section(block)


def _section(section: Section) -> str:
    inside = "\n\n".join(filter(None, map(_block, section.blocks)))
    if section.is_folded:  # a summary stands in HTML
        title = _in_html(section.title)
        return f"<details><summary>{title}</summary>\n\n{inside}\n\n</details>"
    return f"**{_escaped(section.title)}**\n\n{inside}"


def _facts(facts: Facts) -> Iterator[str]:
    for label, lines, left in facts.told:
        more = [and_more(left, "")[0]] if left else []
        told = [*map(_line, lines), *more]
        if len(told) == 1:
            yield f"- **{_escaped(label)}:** {told[0]}"
        else:
            yield f"- **{_escaped(label)}:**"
            yield from (f"  - {line}" for line in told)


def _table(table: Table) -> Iterator[str]:
    if not table.items:
        return
    rows = table.shown()
    places = range(len(table.header))
    aligned = [are_numbers(row[place] for row in rows if place < len(row)) for place in places]
    yield _row(table.header)
    yield f"|{'|'.join(' ---: ' if one else ' --- ' for one in aligned)}|"
    yield from map(_row, rows)


def _row(cells: Row) -> str:
    return f"| {' | '.join(map(_line, cells))} |"


def _more(table: Table) -> str:
    if not table.left:
        return ""
    return _escaped("; ".join(filter(None, and_more(table.left, table.rest))))


def _line(line: Cell) -> str:
    written = "".join(map(_piece, pieces_of(line))).strip()
    return _FIRST.sub(_as_text, written, count=1) if _FIRST.match(written) else written


def _as_text(found: re.Match[str]) -> str:
    number, sign = found[1], found[2]
    if sign == ")":  # behind a backslash, MathJax would take it for the end of a formula
        return f"{number}&#41;"
    return f"{number}\\{sign}" if number else f"\\{found[0]}"


def _piece(piece: str) -> str:
    if isinstance(piece, Linked) and piece.url:
        return (
            f"[{_escaped(piece)}](<{_address(piece.url)}>)"
            if _WEB.match(piece.url)
            else (_escaped(piece))
        )
    if isinstance(piece, (Id, Code)):
        return f"{_gap(piece)}<code>{_in_html(' '.join(piece.split()))}</code>"
    return f"{_gap(piece)}{_escaped(piece)}"


def _gap(piece: str) -> str:
    return " " if isinstance(piece, (Id, Quiet)) else ""


def _escaped(text: str) -> str:
    return _SPECIAL.sub(_escape, _BREAKS.sub(" ", str(text)))


def _escape(found: re.Match[str]) -> str:
    sign = found[0]
    if sign in "<>&":
        return escape(sign, quote=False)
    if sign in "$\\":
        return _NO_FORMULA.format(f"&#{ord(sign)};")
    return f"\\{sign}"


def _in_html(text: str) -> str:
    return "".join(one if one.isalnum() or one in " -.,()=:" else _entity(one) for one in text)


def _entity(sign: str) -> str:
    entity = f"&#{ord(sign)};"
    return _NO_FORMULA.format(entity) if sign in "$\\" else entity


def _address(url: str) -> str:
    return re.sub(r"[<>|$\\\s]", lambda found: f"%{ord(found[0]):02X}", url)
