"""Views as HTML: every text escaped, nothing loaded, readable in light and dark and on a phone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from .blocks import Block, Facts, Heading, Items, Paragraph, Row, Section, Table, View, and_more
from .pieces import Cell, Code, Id, Linked, Quiet, Title, are_numbers, pieces_of

# Colours are the page's own, so that a view is as readable as the page that it stands on.
_STYLE = (
    ".cam-view{line-height:1.45;max-width:76rem;overflow-wrap:anywhere;text-align:left}"
    ".cam-view .cam-heading{font-size:1.15em;font-weight:600;margin:.2em 0 .1em}"
    ".cam-view .cam-section{font-weight:600;margin:.9em 0 .2em}"
    ".cam-view p.cam-line{margin:.35em 0}"
    ".cam-view .cam-quiet,.cam-view code.cam-id{opacity:.72;font-size:.88em}"
    ".cam-view code{background:none;color:inherit;padding:0;overflow-wrap:anywhere}"
    ".cam-view a{color:inherit;text-decoration:underline;text-underline-offset:.15em}"
    ".cam-view .cam-scroll{overflow-x:auto;max-width:100%;margin:.3em 0}"
    ".cam-view.cam-view table{border-collapse:collapse;margin:0;font-size:.95em;border:0}"
    ".cam-view.cam-view tr{background:none}"
    ".cam-view.cam-view th,.cam-view.cam-view td{text-align:left;vertical-align:top;"
    "padding:.3em .9em .3em 0;border:0;border-bottom:1px solid rgba(128,128,128,.35);"
    "max-width:26rem;white-space:normal;overflow-wrap:break-word}"
    ".cam-view.cam-view th{font-weight:600;white-space:nowrap}"
    ".cam-view.cam-view .cam-number{text-align:right;font-variant-numeric:tabular-nums}"
    ".cam-view .cam-named .cam-title{display:inline-block;min-width:9em}"
    ".cam-view .cam-long{min-width:14em}"
    ".cam-view code:not(.cam-id),.cam-view.cam-view .cam-short{white-space:nowrap}"
    ".cam-view .cam-named code.cam-id{display:block}"
    ".cam-view td .cam-figure{white-space:nowrap}"
    ".cam-view.cam-view dl{display:grid;grid-template-columns:fit-content(11em) 1fr;gap:.25em 1em;"
    "margin:.4em 0}"
    ".cam-view.cam-view dt{font-weight:600;margin:0}"
    ".cam-view.cam-view dd{margin:0}"
    ".cam-view details{margin:.5em 0}"
    ".cam-view summary{cursor:pointer;font-weight:600}"
    ".cam-view ul,.cam-view ol{margin:.3em 0;padding-left:1.6em}"
    "@media(min-width:60rem){.cam-view .cam-named .cam-title{min-width:14em}}"
    "@media(max-width:36rem){.cam-view.cam-view dl{grid-template-columns:1fr;gap:0}"
    ".cam-view.cam-view dt{margin-top:.5em}}"
)
_PAGE_STYLE = (
    "body{margin:1rem auto;max-width:78rem;padding:0 1rem;font-family:system-ui,sans-serif;"
    "background:Canvas;color:CanvasText}"
    # A sheet of paper does not scroll: what is wide becomes smaller, and breaks between words.
    "@media print{.cam-scroll{overflow:visible!important}"
    ".cam-scroll table{font-size:.72em!important}"
    ".cam-scroll th,.cam-scroll td,.cam-scroll .cam-figure{white-space:normal!important;"
    "min-width:0!important;padding-right:.5em!important}"
    ".cam-scroll .cam-title{min-width:0!important}}"
)
_WEB = re.compile(r"https?://", re.IGNORECASE)


def html_of(view: View) -> str:
    """Return a view as HTML that can stand in any page; MathJax finds no formula in it."""
    blocks = "".join(map(_block, view))
    return (
        f'<div class="cam-view tex2jax_ignore mathjax_ignore"><style>{_STYLE}</style>{blocks}</div>'
    )


def html_page(view: View, title: str) -> str:
    """Return a view as a whole page, which can be saved and printed."""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f"<title>{_escaped(title)}</title><style>{_PAGE_STYLE}</style></head>"
        f"<body>{html_of(view)}</body></html>"
    )


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        note = f'<p class="cam-line cam-quiet">{_line(block.note)}</p>' if block.note else ""
        heading = '<div class="cam-heading" role="heading" aria-level="3">'
        return f"{heading}{_line(block.text)}</div>{note}"
    if isinstance(block, Paragraph):
        return f'<p class="cam-line">{_line(block.line)}</p>'
    if isinstance(block, Facts):
        return f"<dl>{''.join(_facts(block))}</dl>" if block.told else ""
    if isinstance(block, Table):
        return _table(block) if block.items else ""
    if isinstance(block, Items):
        tag = "ol" if block.is_numbered else "ul"
        return f"<{tag}>{''.join(f'<li>{_line(line)}</li>' for line in block.lines)}</{tag}>"
    return _section(block)


def _section(section: Section) -> str:
    inside = "".join(map(_block, section.blocks))
    title = _escaped(section.title)
    if section.is_folded:
        return f"<details><summary>{title}</summary>{inside}</details>"
    return f'<div class="cam-section" role="heading" aria-level="4">{title}</div>{inside}'


def _facts(facts: Facts) -> Iterator[str]:
    for label, lines, left in facts.told:
        told = [_line(line) for line in lines]
        if left:
            told.append(f'<span class="cam-quiet">{and_more(left, "")[0]}</span>')
        yield f"<dt>{_escaped(label)}</dt><dd>{'<br>'.join(told)}</dd>"


def _table(table: Table) -> str:
    rows = table.shown()
    numbers = {
        place
        for place in range(len(table.header))
        if are_numbers(row[place] for row in rows if place < len(row))
    }
    head = _row(table.header, "th", numbers) if any(table.header) else ""
    body = "".join(_row(row, "td", numbers) for row in rows)
    written = f"<table>{f'<thead>{head}</thead>' if head else ''}<tbody>{body}</tbody></table>"
    return f'<div class="cam-scroll">{written}</div>{_more(table)}'


def _row(cells: Row, tag: str, numbers: set[int]) -> str:
    sorts = ("number" if place in numbers else _sort_of(cell) for place, cell in enumerate(cells))
    written = (
        f'<{tag} class="cam-{sort}">{_line(cell)}</{tag}>'
        for sort, cell in zip(sorts, cells, strict=True)
    )
    return f"<tr>{''.join(written)}</tr>"


def _sort_of(cell: Cell) -> str:
    """Return what room a cell needs: a title stands above its id, and what is short in one line."""
    if not isinstance(cell, str) and len(cell) == 2 and isinstance(cell[1], Id):
        return "named"
    length = len("".join(pieces_of(cell)))
    if length <= _MOST_IN_SHORT_CELL:
        return "short"
    return "long" if length > _LONG else "text"


def _more(table: Table) -> str:
    if not table.left:
        return ""
    more, rest = and_more(table.left, table.rest)
    return f'<p class="cam-line cam-quiet">{more}{f"; {_escaped(rest)}" if rest else ""}</p>'


def _line(line: Cell) -> str:
    return "".join(map(_piece, pieces_of(line)))


def _piece(piece: str) -> str:
    text = _escaped(piece)
    if isinstance(piece, Linked):
        shown = f'<span class="cam-figure">{text}</span>' if len(piece) < _MOST_IN_LINE else text
        return f'<a href="{_address(piece.url)}">{shown}</a>' if _WEB.match(piece.url) else shown
    if isinstance(piece, Title):
        return f'<span class="cam-title">{text}</span>'
    if isinstance(piece, Id):
        return f' <code class="cam-id">{text}</code>'
    if isinstance(piece, Code):
        return f"<code>{text}</code>"
    return f' <span class="cam-quiet">{text}</span>' if isinstance(piece, Quiet) else text


_MOST_IN_SHORT_CELL, _LONG = 18, 60
_MOST_IN_LINE = 34
"""How long a figure with its hedge may be so that a table keeps it in one line."""


def _escaped(text: object) -> str:
    return escape(str(text)).replace("$", "&#36;")


def _address(url: str) -> str:
    return escape(url).replace("$", "%24")
