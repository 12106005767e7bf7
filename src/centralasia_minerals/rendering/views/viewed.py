"""What shows itself in notebooks and on consoles: one view, in whatever form is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..brief import ShownBriefly
from .blocks import Heading, Table, View

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType


class Viewed(ShownBriefly):
    """Something with a view: HTML and Markdown in a notebook, colour where rich prints it.

    A subclass defines ``_view``. rich asks ``__rich_console__`` of what it prints by itself, and
    ``__rich_repr__`` of what stands in a list, or among the variables of a traceback.
    """

    __slots__ = ()

    def _view(self) -> View:
        """Return the blocks of the view."""
        return (Heading(repr(self).strip("<>")),)

    def _repr_html_(self) -> str:
        from .as_html import html_of  # whoever looks at nothing loads nothing

        return html_of(self._view())

    def _repr_markdown_(self) -> str:
        from .as_markdown import markdown_of

        return markdown_of(self._view())

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> Iterator[RenderableType]:
        from .on_console import renderables

        return renderables(self._view())


class Tabular(Viewed):
    """Something whose view is a table, and whose text is the whole table.

    A subclass defines ``_table``, and a ``repr`` that serves as the heading.
    """

    __slots__ = ()

    def _table(self) -> Table:
        """Return the table; by default, it is empty."""
        return Table((), ())

    def _view(self) -> View:
        return Heading(self._heading), self._table()

    @property
    def _heading(self) -> str:
        return repr(self).strip("<>")

    def __str__(self) -> str:
        from .as_text import table_as_text

        table = self._table()
        return table_as_text(table) if table.items or not table.header else self._heading
