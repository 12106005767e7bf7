"""Every field, part, reference and citation of a record stands in a table, and joins by ids."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, get_args, get_type_hints

import full_document
import pytest

import centralasia_minerals as cam
from centralasia_minerals.dataset.kinds import KINDS
from centralasia_minerals.dataset.tables.dataset_tables import NAMES
from centralasia_minerals.dataset.tables.field_columns import cells_of_field
from centralasia_minerals.dataset.tables.part_rows import PARTS
from centralasia_minerals.dataset.traversal import all_citations, all_parts, held_by
from centralasia_minerals.entities.base.record import Entity, Record, fields_of
from centralasia_minerals.rendering.columnar.column import ColumnType


@pytest.fixture(scope="module", params=["bundled", "every field"])
def dataset(request: pytest.FixtureRequest, tmp_path_factory: Any) -> cam.Dataset:
    if request.param == "bundled":
        return cam.load()
    return full_document.read_document(full_document.document(), tmp_path_factory.mktemp("full"))


def classes() -> list[type[Record]]:
    """Give every class of which a part of a record can be, as the annotations say."""
    found: dict[type[Record], None] = {}
    open_ones: list[Any] = [*KINDS.values(), cam.Official]
    while open_ones:
        cls = open_ones.pop()
        if cls in found or not issubclass(cls, Record):
            continue
        found[cls] = None
        open_ones += [one for hint in get_type_hints(cls).values() for one in _classes_in(hint)]
    return [*found]


def _classes_in(hint: Any) -> list[type]:
    inner = [one for argument in get_args(hint) for one in _classes_in(argument)]
    return [hint, *inner] if isinstance(hint, type) else inner


@pytest.mark.parametrize("cls", classes(), ids=lambda cls: cls.__name__)
def test_every_field_has_columns_or_holds_parts_that_have_tables(cls: type[Record]) -> None:
    if issubclass(cls, (cam.Stated, cam.Undisclosed)) or cls.__name__ in _IN_COLUMNS:
        pytest.skip("its fields are columns of whatever holds it, or of its statements")
    hints = get_type_hints(cls)
    in_parts = held_by(cls).parts.names

    lost = [
        field.name
        for field in fields_of(cls)
        if field.eq
        and cells_of_field(field.name, hints[field.name]) is None
        and field.name not in in_parts
    ]

    assert [] == lost


_IN_COLUMNS = {"Dated", "Place", "Name", "Passage", "Span"}


def test_every_part_stands_in_one_table_at_its_place(dataset: cam.Dataset) -> None:
    held = [part for kind in dataset.records.values() for one in kind for part in all_parts(one)]
    tables = [name for name in NAMES if name not in KINDS and name != "citations"]
    rows = [line for name in tables for line in dataset.tables[name].to_dicts()]
    parts = [part for part in held if not isinstance(part, Entity)]

    assert [] == [place for place, number in _count(rows).items() if number > 1]
    assert len(rows) == len([part for part in parts if type(part).__name__ not in _IN_COLUMNS])


def _count(rows: list[dict[str, Any]]) -> Counter[tuple[str, str]]:
    return Counter((line["record"], line["path"]) for line in rows)


def test_every_record_has_its_row(dataset: cam.Dataset) -> None:
    for kind in KINDS:
        ids = [line["id"] for line in dataset.tables[kind].to_dicts()]

        assert [one.id for one in getattr(dataset, kind)] == ids


def test_every_citation_has_its_row(dataset: cam.Dataset) -> None:
    cited = Counter(
        (one.id, str(citation.source.id), citation.start, citation.end)
        for kind in dataset.records.values()
        for one in kind
        for citation in all_citations(one)
    )
    lines = dataset.tables.citations.to_dicts()

    assert cited == Counter(
        (line["record"], line["source"], line["start"], line["end"]) for line in lines
    )


def keys_of(dataset: cam.Dataset) -> dict[str, set[str]]:
    return {f"{kind}.id": {*dataset.tables[kind].column("id")} for kind in KINDS}


def ids_in(table: cam.Table, column: cam.Column) -> set[str]:
    is_list = column.type is ColumnType.TEXTS
    values = table.column(column.name)
    return {one for held in values for one in (held if is_list else [held])} - {None}


def test_every_reference_is_to_a_row_of_the_table_that_it_names(dataset: cam.Dataset) -> None:
    keys = keys_of(dataset)
    ledger = cam.ledger(dataset)
    tables = (ledger.to_table(), ledger.covers_table(), ledger.bids_table())
    referring = 0
    for table in (*dataset.tables.values(), *tables):
        for column in table.columns:
            if column.refers_to:
                ids = ids_in(table, column)
                referring += len(ids)

                assert set() == ids - keys[column.refers_to], (table.name, column.name)
    assert referring > 20


def test_every_reference_to_one_of_several_tables_is_to_a_row_of_one(dataset: cam.Dataset) -> None:
    keys = keys_of(dataset)
    referring = 0
    for table in dataset.tables.values():
        for column in table.columns:
            found = re.search(r"\bids? of (?:one of )?(\w+(?: or \w+)+)$", column.about)
            if found is None:
                continue
            kinds = found[1].split(" or ")
            referring += len(ids_in(table, column))

            assert set() == ids_in(table, column) - {id for k in kinds for id in keys[f"{k}.id"]}
            if column.type is ColumnType.TEXT:
                pairs = zip(*map(table.column, (column.name, f"{column.name}_kind")), strict=True)
                assert all(id is None or id in keys[f"{kind}.id"] for id, kind in pairs)
    assert referring > 5


def test_every_part_names_a_row_of_its_record(dataset: cam.Dataset) -> None:
    for name in [name for name in NAMES if name not in KINDS]:
        for line in dataset.tables[name].to_dicts():
            assert line["record"] in getattr(dataset, line["record_kind"])


@pytest.mark.parametrize("name", NAMES)
def test_every_column_says_what_it_holds(name: str) -> None:
    for column in cam.load().tables[name].columns:
        assert column.about, column.name
        if column.type is ColumnType.DECIMAL:
            assert column.scale > 0


def test_every_part_class_has_a_table() -> None:
    """A new sort of part would be in no table otherwise."""
    parts = {cls for cls in classes() if not issubclass(cls, (Entity, cam.Stated))}
    in_columns = {cls for cls in parts if cls.__name__ in {*_IN_COLUMNS, "Citation"}}

    assert set(PARTS.values()) | {cam.Undisclosed} == parts - in_columns
