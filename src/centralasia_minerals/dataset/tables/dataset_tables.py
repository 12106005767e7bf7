"""``Dataset.tables``: every record and every part of one, in flat tables that join by ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.errors import UnknownIdError, near
from centralasia_minerals.rendering.columnar.about import about_of
from centralasia_minerals.rendering.columnar.column import by_column
from centralasia_minerals.rendering.columnar.table import Table
from centralasia_minerals.rendering.views.blocks import Table as Shown
from centralasia_minerals.rendering.views.pieces import Code
from centralasia_minerals.rendering.views.viewed import Tabular
from centralasia_minerals.wording import briefly

from ..kinds import KINDS, Records
from ..traversal import is_part, spans_within
from .citation_rows import shape_of_citations
from .part_rows import PARTS, Row, Shape, rows_within, shape_of_kind, shape_of_parts
from .statement_rows import STATES, shape_of_statements, table_of_statement

NAMES: tuple[str, ...] = (*KINDS, *PARTS, "statements", *STATES, "citations")
"""The tables: of records, of their parts, of what sources state, and of citations."""


class DatasetTables(Tabular, Mapping[str, Table]):
    """The flat tables of a dataset, by name: ``ds.tables.deals`` or ``ds.tables["deals"]``.

    Records have a table for each kind, with their ``id``. Parts have a table for each sort, and
    their columns ``record`` and ``path`` say of which record they are a part and where. A table is
    made when it is first asked for.
    """

    def __init__(self, records: Records, version: str) -> None:
        self._records: Records = records
        self._version: str = version
        self._made: dict[str, Table] = {}

    def __getitem__(self, name: str) -> Table:
        """Return a table by its name.

        Raises:
            UnknownIdError: there is no such table; a KeyError that suggests similar ones.
            InvalidValueError: figures have more digits than the columns hold.
        """
        if name not in NAMES:
            asked = name if isinstance(name, str) else briefly(name)
            raise UnknownIdError("table", asked, near(asked, NAMES))
        if name not in self._made:
            self._made[name] = self._make(name)
        return self._made[name]

    def __getattr__(self, name: str) -> Table:
        """Return a table by its name."""
        if name.startswith("_") or name not in NAMES:
            raise AttributeError(f"there is no table {name!r}; there are {', '.join(NAMES)}")
        return self[name]

    def __iter__(self) -> Iterator[str]:
        return iter(NAMES)

    def __len__(self) -> int:
        return len(NAMES)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *NAMES})

    def _make(self, name: str) -> Table:
        if name in KINDS:
            return records_table(KINDS[name], self._records[name], self._version)
        if name == "citations":
            return _table(name, shape_of_citations(), self._cited, self._version)
        if name in PARTS:
            return _table(name, shape_of_parts(name), self._parts.get(name, ()), self._version)
        return _table(name, shape_of_statements(name), self._parts.get(name, ()), self._version)

    @cached_property
    def _parts(self) -> dict[str, list[Row]]:
        """The rows of parts and statements, by their table."""
        table_of: dict[type, str] = {cls: table for table, cls in PARTS.items()}
        found: dict[str, list[Row]] = {}
        for row in rows_within(one for kind in self._records.values() for one in kind):
            table = table_of.get(type(row.item)) or table_of_statement(row.item)
            if table is not None:
                found.setdefault(table, []).append(row)
        return found

    @property
    def _cited(self) -> Iterator[Row]:
        from centralasia_minerals.entities.source import Citation

        for entities in self._records.values():
            for entity in entities:
                for path, holder, span in spans_within(entity):
                    if isinstance(span, Citation):
                        place = path.rpartition(".")[0] if is_part(holder) else ""
                        yield Row(entity, place, span, holder)

    def __repr__(self) -> str:
        return f"<{len(NAMES)} tables: {', '.join(NAMES)}>"

    def _ipython_key_completions_(self) -> list[str]:
        """Return the names of the tables, which a notebook completes between brackets."""
        return list(self)

    def _table(self) -> Shown:
        rows = [
            (Code(name), f"{len(table):,}", f"{len(table.columns):,}")
            for name, table in self.items()
        ]
        return Shown(("table", "rows", "columns"), rows)


def records_table(cls: type[Entity], entities: Iterable[Entity], version: str) -> Table:
    """Return the table of records of one kind, given its class or one that is more special."""
    kind = next(name for name, held in KINDS.items() if issubclass(cls, held))
    rows = (Row(one, "", one, one) for one in entities)
    return _table(kind, shape_of_kind(kind), rows, version)


def _table(name: str, shape: Shape, rows: Iterable[Row], version: str) -> Table:
    lines = [shape.read(row) for row in rows]
    return Table(name, shape.columns, by_column(shape.columns, lines), about_of(data=version))
