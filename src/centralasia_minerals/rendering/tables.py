"""Tables as plain text and as escaped HTML, whatever is in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Self

Row = Sequence[object]
TextTable = tuple[Sequence[str], Iterable[Row]]
"""The header of a table, and its rows."""


class Linked(str):
    """A text in a table that leads to a page; a table of plain text shows the text alone.

    Attributes:
        url: the address of the page.
    """

    __slots__ = ("url",)
    url: str

    def __new__(cls, text: str, url: str) -> Self:
        """Make a text with an address."""
        made = super().__new__(cls, text)
        made.url = url
        return made


class Tabular:
    """Something that shows itself as a table: aligned as text, escaped in a notebook.

    A subclass defines ``_table``, and a ``repr`` that serves as the table's caption.
    """

    __slots__ = ()

    def _table(self) -> TextTable:
        """Return the header and the rows; by default, both are empty."""
        return (), ()

    def __str__(self) -> str:
        return text_table(*self._table())

    def _repr_html_(self) -> str:
        return html_table(*self._table(), caption=repr(self).strip("<>"))


def text_table(header: Sequence[str], rows: Iterable[Row]) -> str:
    """Return a table as plain text, with its columns aligned by spaces.

    >>> print(text_table(["deal", "figure"], [["kz-us-tungsten", "USD 1"], ["x", "USD 20"]]))
    deal            figure
    kz-us-tungsten  USD 1
    x               USD 20
    """
    lines = [list(header), *([str(cell) for cell in row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    padded = (
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        for line in lines
    )
    return "\n".join(line.rstrip() for line in padded)


def html_table(header: Sequence[str], rows: Iterable[Row], *, caption: str = "") -> str:
    """Return a table as HTML, with every text escaped.

    >>> html_table(["name"], [["<b>"]])
    '<table><thead><tr><th>name</th></tr></thead><tbody><tr><td>&lt;b&gt;</td></tr></tbody></table>'
    """
    head = f"<thead>{_html_row(header, 'th')}</thead>"
    body = "".join(_html_row(row, "td") for row in rows)
    title = f"<caption>{_shown(caption)}</caption>" if caption else ""
    return f"<table>{title}{head}<tbody>{body}</tbody></table>"


def _html_row(cells: Row, tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{_html_cell(cell)}</{tag}>' for cell in cells)}</tr>"


def _html_cell(cell: object) -> str:
    return html_link(cell, cell.url) if isinstance(cell, Linked) else _shown(cell)


def html_link(text: str, url: str | None) -> str:
    """Return a text as HTML that leads to a page; without one, the text alone."""
    return _shown(text) if url is None else f'<a href="{_escaped(url)}">{_shown(text)}</a>'


def _shown(cell: object) -> str:
    """Return a text escaped, in which a notebook takes no dollar sign for a formula."""
    return _escaped(cell).replace("$", _DOLLAR)


# The classes that MathJax 2 and 3 leave alone, as pandas uses them.
_DOLLAR = '<span class="tex2jax_ignore mathjax_ignore">&#36;</span>'


def _escaped(cell: object) -> str:
    from html import escape  # most tables are text

    return escape(str(cell))


def pluralized(number: int, word: str) -> str:
    """Return a number and its noun in English: ``1 deal``, ``2 deals``."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
