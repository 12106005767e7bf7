"""Which fields of the records no passage names by itself, so that only a reader can check them."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from centralasia_minerals.dataset.dataset import Dataset, as_dataset
from centralasia_minerals.dataset.joining.support import cited, unnamed_in
from centralasia_minerals.dataset.traversal import parts_within
from centralasia_minerals.entities.base.record import Record
from centralasia_minerals.entities.base.results import result
from centralasia_minerals.errors import UnknownIdError, near
from centralasia_minerals.rendering.tables import pluralized
from centralasia_minerals.rendering.views.blocks import Row, Table
from centralasia_minerals.rendering.views.viewed import Tabular

_MOST_SHOWN = 40


@attrs.frozen
@result
class Unnamed:
    """The fields of a record, or of a part of one, that no passage names by itself.

    Attributes:
        entity: the id of the record.
        path: where in the record the part is (``amounts[0]``); empty for the record itself.
        fields: the fields, or elements of them, such as ``topics[mining]``.
        main_passages: how many of its passages name nothing, and so carry them; 0 if each names
            something, and all of them together carry what is left.
    """

    entity: str
    path: str
    fields: tuple[str, ...]
    main_passages: int


@attrs.frozen(repr=False)
@result
class UnnamedFields(Tabular):
    """The fields of a dataset that no passage names by itself.

    Attributes:
        rows: one for each record or part that has such fields, in the order of the records.
    """

    rows: tuple[Unnamed, ...]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Unnamed]:
        return iter(self.rows)

    def __getitem__(self, id: str) -> tuple[Unnamed, ...]:
        """Return the rows of a record, by its id.

        Raises:
            UnknownIdError: no record with that id has such fields; a KeyError that suggests ids.
        """
        found = tuple(row for row in self.rows if row.entity == id)
        if not found:
            known = {row.entity for row in self.rows}
            raise UnknownIdError("record with unnamed fields", str(id), near(str(id), known))
        return found

    @property
    def number(self) -> int:
        """How many fields, or elements of them, there are."""
        return sum(len(row.fields) for row in self.rows)

    def __repr__(self) -> str:
        records = pluralized(len({row.entity for row in self.rows}), "record")
        return f"<{pluralized(self.number, 'field')} of {records} that no passage names by itself>"

    def _table(self) -> Table:
        header = ("record", "place", "fields that no passage names", "main passages")
        return Table(header, self.rows, _row)


def _row(row: Unnamed) -> Row:
    fields = ", ".join(map(_short, row.fields))
    return row.entity, row.path, fields, f"{row.main_passages:,}"


def _short(name: str) -> str:
    """Return a name that fits into a table: that of an element may be a sentence."""
    return name if len(name) <= _MOST_SHOWN else f"{name[:_MOST_SHOWN]}…"


def unnamed_fields(dataset: Dataset) -> UnnamedFields:
    """List the fields that no passage names by itself, record by record.

    A citation without ``supports`` is a main passage: it carries all that no other citation names.
    ``Dataset.verify`` proves that passages stand in the texts, and reads figures; whether a passage
    says what it carries is for a reader, who begins here. Ids and keys, what cites nothing, and
    what follows from other fields, is not listed.

    Args:
        dataset: the records.

    Raises:
        InvalidTypeError: it is not a dataset.

    >>> import centralasia_minerals as cam
    >>> cam.unnamed_fields(cam.Dataset.of({}))
    <0 fields of 0 records that no passage names by itself>
    """
    records = as_dataset(dataset, "the fields that no passage names").records
    return UnnamedFields(
        tuple(
            Unnamed(entity.id, path, fields, main)
            for entities in records.values()
            for entity in entities
            for path, holder in parts_within(entity)
            for fields, main in _unnamed(holder)
        )
    )


def _unnamed(holder: Record) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield what no citation of a record or part names, and how many name nothing at all."""
    names = unnamed_in(holder)
    if names:
        yield names, sum(not citation.supports for citation in cited(holder))
