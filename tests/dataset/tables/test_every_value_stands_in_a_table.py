"""Whatever a record says, down to the last word and figure, stands in a row of that record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import attrs
import full_document
import pytest

import centralasia_minerals as cam
from centralasia_minerals.dataset.kinds import KINDS
from centralasia_minerals.entities.amount import RelativeStatement
from centralasia_minerals.entities.base.record import Entity, Record, fields_of
from centralasia_minerals.entities.passage import Span
from centralasia_minerals.values.absence import Absence
from centralasia_minerals.values.closed_enum import ClosedEnum
from centralasia_minerals.values.unit import Unit

WORDS = (ClosedEnum, Absence, cam.PartialDate, cam.Currency, Unit)


def words_in(value: object, path: str) -> Iterator[tuple[str, object]]:
    """Give every word and figure that a value holds, each with the fields that lead to it."""
    if isinstance(value, tuple):
        for item in value:
            yield from words_in(item, path)
    elif isinstance(value, Entity):
        yield path, value.id
    elif type(value) in (str, int, Decimal):
        yield path, value
    elif isinstance(value, WORDS) or type(value) is Span:
        yield path, getattr(value, "symbol", str(value))
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            if field.eq:
                inner = f"{path} {type(value).__name__}.{field.name}"
                yield from words_in(getattr(value, field.name), inner)
    else:
        # Where a flag stands is told by its column alone.
        assert isinstance(value, bool) or value is None, path


@pytest.fixture(scope="module", params=["articles", "region", "every field"])
def dataset(request: pytest.FixtureRequest, tmp_path_factory: Any) -> cam.Dataset:
    if request.param != "every field":
        return cam.load(request.param)
    return full_document.read_document(full_document.document(), tmp_path_factory.mktemp("full"))


def cells_of_records(dataset: cam.Dataset) -> dict[str, set[object]]:
    found: dict[str, set[object]] = defaultdict(set)
    for name, table in dataset.tables.items():
        for row in table.to_dicts():
            for cell in row.values():
                record = row["id" if name in KINDS else "record"]
                found[record].update(cell if isinstance(cell, tuple) else (cell,))
    return found


# Stages and work have no hedge, and what they leave out says nothing.
_NOT_FIGURES = ("stages Stated.hedge", "implementations Stated.hedge")


def test_every_word_and_figure_of_a_record_stands_in_a_row_of_it(dataset: cam.Dataset) -> None:
    cells = cells_of_records(dataset)

    lost = {
        (path, word)
        for kind in dataset.records.values()
        for entity in kind
        for field in fields_of(type(entity))
        if field.eq
        for path, word in words_in(getattr(entity, field.name), field.name)
        if word not in cells[entity.id] and not path.endswith(_NOT_FIGURES)
    }

    assert set() == lost


@pytest.mark.parametrize("cls", [cam.Stated, cam.Undisclosed, RelativeStatement])
def test_every_field_of_a_statement_is_a_column(cls: type[Record]) -> None:
    columns = {column.name for column in cam.load().tables.statements.columns}
    renamed = {"of": "share_of"}

    names = {renamed.get(field.name, field.name) for field in fields_of(cls) if field.eq}

    assert set() == names - columns
