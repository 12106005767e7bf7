"""What a record holds is found by what its class can hold, and nothing is missed."""

from __future__ import annotations

import pytest
from full_document import document, read_document

import centralasia_minerals as cam
from centralasia_minerals.dataset.traversal import (
    all_parts,
    citations_within,
    cited_by,
    parts_within,
    sources_of,
    spans_within,
)
from centralasia_minerals.entities.base.record import Entity, Record, fields_of
from centralasia_minerals.entities.passage import Span
from centralasia_minerals.entities.source import Citation, Source


@pytest.fixture(scope="module")
def records(tmp_path_factory) -> list[Entity]:
    full = read_document(document(), tmp_path_factory.mktemp("full"))
    return [
        entity for data in (full, cam.load()) for kind in data.records.values() for entity in kind
    ]


def looked_through(record: Record, path: str = "") -> list[tuple[str, Record, str, object]]:
    """Give all that a record and its parts hold: path, holder, field and value; field by field."""
    found: list[tuple[str, Record, str, object]] = []
    for field in fields_of(type(record)):
        if not field.eq:
            continue
        value = getattr(record, field.name)
        many = isinstance(value, tuple)
        for i, item in enumerate(value if many else (value,)):
            step = f"{path}.{field.name}".lstrip(".") + (f"[{i}]" if many else "")
            found.append((step, record, field.name, item))
            if isinstance(item, Record) and not isinstance(item, (Entity, Span)):
                found += looked_through(item, step)
    return found


def test_every_part_is_found_in_the_order_of_the_fields(records: list[Entity]) -> None:
    for entity in records:
        parts = [
            (path, item)
            for path, _, _, item in looked_through(entity)
            if isinstance(item, Record) and not isinstance(item, (Entity, Span))
        ]
        assert [("", entity), *parts] == list(parts_within(entity))
        assert [id(part) for _, part in parts_within(entity)] == list(map(id, all_parts(entity)))


def test_every_passage_is_found_with_its_place(records: list[Entity]) -> None:
    for entity in records:
        spans = [
            (path, id(holder), item)
            for path, holder, _, item in looked_through(entity)
            if isinstance(item, Span)
        ]
        found = [(path, id(holder), span) for path, holder, span in spans_within(entity)]
        assert sorted(spans, key=str) == sorted(found, key=str)


def test_the_sources_of_a_record_are_those_that_it_or_a_part_of_it_cites(
    records: list[Entity],
) -> None:
    for entity in records:
        cited = {citation.source.id for _, _, citation in citations_within(entity)}
        found = {i.source.id for _, _, _, i in looked_through(entity) if isinstance(i, Citation)}

        assert cited == found
        assert ({entity.id} if isinstance(entity, Source) else cited) == sources_of(entity)


def test_what_can_have_citations_tells_its_own(records: list[Entity]) -> None:
    for entity in records:
        for part in all_parts(entity):
            can = "citations" in {field.name for field in fields_of(type(part))}

            assert (getattr(part, "citations") if can else None) == cited_by(part)
