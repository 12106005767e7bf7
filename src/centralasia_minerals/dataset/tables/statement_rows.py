"""The rows of statements: what each source says of a figure, a stage or the state of something."""

from __future__ import annotations

from functools import cache
from typing import Any

from centralasia_minerals.entities.amount import RelativeStatement
from centralasia_minerals.entities.base.record import Record
from centralasia_minerals.entities.series import standings_of
from centralasia_minerals.entities.statement import Stated, Undisclosed
from centralasia_minerals.entities.vocabulary.condition_terms import ConditionState
from centralasia_minerals.entities.vocabulary.implementation import Implementation
from centralasia_minerals.entities.vocabulary.stage import Stage
from centralasia_minerals.rendering.columnar.column import Column, ColumnType

from .field_columns import cells_of_fields
from .figure_columns import Cells, cited_cells, figure_cells
from .part_rows import KEYS, Row, Shape, keys_of

_TEXT = ColumnType.TEXT

STATES: dict[str, type] = {
    "stages": Stage,
    "works": Implementation,
    "condition_states": ConditionState,
}
"""The tables of statements that are no figures, with what they say."""

_PLACE = (
    Column("of", _TEXT, "the field that holds the statement: equivalents are no second figures"),
    Column("number", ColumnType.INTEGER, "its place in that field, from 0", "it is the only one"),
    Column("standing", _TEXT, "a member of Standing", "the field is no series"),
)
_RELATIVE = Column("share_of", _TEXT, "what it is a share of", "it is not relative")
_ABSENCE = Column("absence", _TEXT, "why there is no figure", "there is one")
_ALSO = ("called", "asserted_by", "rank", "reason", "as_of")
_OF_SERIES = ("statements", "stages", "implementations")


def table_of_statement(item: Record) -> str | None:
    """Return the table that a statement is in; None if it is no statement."""
    if isinstance(item, Undisclosed):
        return "statements"
    if not isinstance(item, Stated):
        return None
    found = (table for table, cls in STATES.items() if isinstance(item.value, cls))
    return next(found, "statements")


@cache
def shape_of_statements(table: str) -> Shape:
    """Return the shape of a table of statements."""
    known = cells_of_fields(Stated)
    also = {name: known[name] for name in _ALSO}
    cited = cited_cells()
    value = _value_of(table)
    columns = (*KEYS, *_PLACE, *value.columns)
    columns += tuple(column for cells in also.values() for column in cells.columns)
    columns += cited.columns

    def read(row: Row) -> tuple[Any, ...]:
        item: Any = row.item
        found = [*keys_of(row), *_place_of(row), *value.read(item)]
        for name, cells in also.items():
            held = getattr(item, name, None)
            found += (None,) * len(cells.columns) if held is None else cells.read(held)
        return (*found, *cited.read(item.citations))

    return Shape(columns, read)


def _value_of(table: str) -> Cells:
    if table != "statements":
        cls = STATES[table]
        column = Column("value", _TEXT, f"a member of {cls.__name__}")
        return Cells((column,), lambda item: (str(item.value),))
    figure = figure_cells(null="it is withheld")

    def read(item: Any) -> tuple[Any, ...]:
        of = item.of if isinstance(item, RelativeStatement) else None
        absence = str(item) if isinstance(item, Undisclosed) else None
        return *figure.read(item), of, absence

    return Cells((*figure.columns, _RELATIVE, _ABSENCE), read)


def _place_of(row: Row) -> tuple[str, int | None, str | None]:
    last = row.path.rpartition(".")[2]
    name, _, number = last.removesuffix("]").partition("[")
    place = int(number) if number else None
    if name not in _OF_SERIES or place is None:
        return name, place, None
    return name, place, str(standings_of(getattr(row.parent, name))[place])
