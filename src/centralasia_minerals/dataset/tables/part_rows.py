"""The rows of flat tables: one for each record, and one for each part of a record by its class."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple, get_type_hints

from centralasia_minerals.entities.amount import Amount
from centralasia_minerals.entities.base.record import Entity, Record
from centralasia_minerals.entities.condition import Condition
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.deal_date import DealDate
from centralasia_minerals.entities.deposit import ResourceEstimate
from centralasia_minerals.entities.event import Participant, Wording
from centralasia_minerals.entities.mineral import CriticalListing
from centralasia_minerals.entities.party import Party, Signatory
from centralasia_minerals.entities.person import Official, Position
from centralasia_minerals.entities.relation import Relation
from centralasia_minerals.entities.stake import Quantity, Stake
from centralasia_minerals.entities.vocabulary.condition_terms import ConditionState
from centralasia_minerals.entities.vocabulary.implementation import Implementation
from centralasia_minerals.entities.vocabulary.stage import Stage
from centralasia_minerals.rendering.columnar.column import MONEY_SCALE, Column, ColumnType
from centralasia_minerals.values.absence import Absence

from ..kinds import KINDS, kind_of
from ..traversal import parts_within
from .field_columns import cells_of_field, cells_of_fields
from .figure_columns import Cells, figure_cells, figure_row

_TEXT = ColumnType.TEXT

PARTS: Mapping[str, type[Record]] = {
    "amounts": Amount,
    "parties": Party,
    "signatories": Signatory,
    "stakes": Stake,
    "quantities": Quantity,
    "dates": DealDate,
    "conditions": Condition,
    "relations": Relation,
    "participants": Participant,
    "wordings": Wording,
    "positions": Position,
    "estimates": ResourceEstimate,
    "listings": CriticalListing,
}
"""The tables of parts, by name: a row for each part, wherever it stands in a record."""


class Row(NamedTuple):
    """A record or a part of one, and where it stands.

    Attributes:
        entity: the record.
        path: the path of the part in it, such as ``amounts[0].statements[1]``; empty for itself.
        item: the record or the part.
        parent: the part that holds it; the record itself for what is in no other part.
    """

    entity: Entity
    path: str
    item: Record
    parent: Record


class Shape(NamedTuple):
    """The columns of a table, and how a row fills them.

    Attributes:
        columns: the columns.
        read: returns the cells of a row, in the order of the columns.
    """

    columns: tuple[Column, ...]
    read: Callable[[Row], tuple[Any, ...]]


def rows_within(entities: Iterable[Entity]) -> Iterator[Row]:
    """Yield every record and every part of it, each with its place."""
    for entity in entities:
        found: dict[str, Record] = {}
        for path, item in parts_within(entity):
            found[path] = item
            parent = found.get(path.rpartition(".")[0], entity)
            yield Row(entity, path, item, parent)


KEYS = (
    Column("record", _TEXT, "the id of the record that it is a part of"),
    Column("record_kind", _TEXT, "in which table that record is"),
    Column("path", _TEXT, "where it stands in the record"),
)
"""What tells the part of a record from all others; paths lead on from the paths of their parts."""


def keys_of(row: Row) -> tuple[Any, ...]:
    """Return the cells of ``KEYS``."""
    return row.entity.id, kind_of(row.entity), row.path


def _no_keys(_: Row) -> tuple[Any, ...]:
    return ()


@cache
def shape_of_kind(kind: str) -> Shape:
    """Return the shape of the table of a kind of record."""
    cls = KINDS[kind]
    more = _MORE_OF_RECORDS.get(kind, ())
    return _shape((), _no_keys, cls, more)


@cache
def shape_of_parts(table: str) -> Shape:
    """Return the shape of a table of parts."""
    return _shape(KEYS, keys_of, PARTS[table], _MORE_OF_PARTS.get(table, ()))


def _shape(
    keys: tuple[Column, ...],
    keyed: Callable[[Row], tuple[Any, ...]],
    cls: type[Record],
    more: tuple[Cells, ...],
) -> Shape:
    cells = cells_of_fields(cls)
    cited = cells.pop("citations", None)
    readers = [(name, one.read) for name, one in cells.items()]
    columns = (*keys, *(column for one in cells.values() for column in one.columns))
    columns += tuple(column for one in more for column in one.columns)
    columns += cited.columns if cited else ()

    def read(row: Row) -> tuple[Any, ...]:
        item = row.item
        found = [*keyed(row)]
        for name, reader in readers:
            found += reader(getattr(item, name))
        for one in more:
            found += one.read(item)
        if cited:
            found += cited.read(getattr(item, "citations"))
        return tuple(found)

    return Shape(columns, read)


def _derived(name: str, hint: Any) -> Cells:
    """Return the columns of a derived field, by its name on the record."""
    cells = cells_of_field(name, hint)
    if cells is None:
        raise LookupError(name)
    return Cells(cells.columns, lambda item: cells.read(getattr(item, name)))


def _figure(name: str, *, scale: int | None = None) -> Cells:
    """Return the columns of what the current statements say, by the name of the property."""
    cells = figure_cells() if scale is None else figure_cells(scale=scale)
    why = Column("absence", _TEXT, "why there is no figure", "there is one")

    def read(item: Any) -> tuple[Any, ...]:
        said = getattr(item, name)
        return *figure_row(said), str(said) if isinstance(said, Absence) else None

    return Cells((*cells.columns, why), read)


def _rungs(name: str) -> Cells:
    """Return what the stage of a record or an amount means: its group, and how it binds."""
    columns = (
        Column("stage_group", _TEXT, "a member of StageGroup", "no stage is recorded"),
        Column("binds", _TEXT, "a member of Binding", "no stage is recorded"),
    )

    def read(item: Any) -> tuple[Any, ...]:
        stage = getattr(item, name)
        return (str(stage.group), str(stage.binds)) if isinstance(stage, Stage) else (None, None)

    return Cells(columns, read)


def _name() -> Cells:
    column = Column("name", _TEXT, "the name by which it is shown")
    return Cells((column,), lambda item: (item.name,))


_IS_OFFICIAL = Cells(
    (Column("official", ColumnType.BOOLEAN, "holds or held a public office, or heads a body"),),
    lambda item: (isinstance(item, Official),),
)
_STAGED = (_derived("stage", get_type_hints(Deal)["stage"]), _rungs("stage"))
_MORE_OF_RECORDS: Mapping[str, tuple[Cells, ...]] = {
    "deals": (*_STAGED, _derived("implementation", Implementation)),
    "people": (_name(), _IS_OFFICIAL),
    **dict.fromkeys(("countries", "blocs", "organizations", "minerals", "deposits"), (_name(),)),
    "statistics": (_figure("stated"),),
}
_MORE_OF_PARTS: Mapping[str, tuple[Cells, ...]] = {
    "amounts": (*_STAGED, _figure("stated", scale=MONEY_SCALE)),
    "stakes": (_figure("share"),),
    "quantities": (_figure("stated"),),
    "conditions": (_derived("state", ConditionState),),
}
