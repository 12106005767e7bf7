"""Walks, merging and views that leave alone what need not be touched answer as slow ones do."""

from __future__ import annotations

import random
import tempfile
from itertools import count
from pathlib import Path

import pytest
import slow_reference as slow
from full_document import document, read_document
from hypothesis import given, strategies as st

from centralasia_minerals.dataset import traversal
from centralasia_minerals.dataset.as_of import as_known_on
from centralasia_minerals.dataset.bundled.load import load
from centralasia_minerals.dataset.dataset import Dataset
from centralasia_minerals.dataset.joining.merging import merged
from centralasia_minerals.entities.base.record import Entity, Record, fields_of, with_changes
from centralasia_minerals.entities.passage import Span
from centralasia_minerals.entities.source import Citation
from centralasia_minerals.values.partial_date import PartialDate

NAMED = (
    "title", "topics", "topics[training]", "topics[tungsten mining]", "sectors", "names",
    "names[Aisulu Bekova]", "countries", "countries[KZ]", "deposits", "minerals[tungsten]",
    "value", "upper", "hedge", "country", "members", "kind", "part_of",
)  # fmt: skip
CHANGES = (
    ("countries", 0, "names", [{"text": "Qazaqstan"}]),
    ("sources", 0, "published", {"date": "2025-04"}),
    ("sources", 1, "title", "Another headline"),
    ("minerals", 0, "symbol", "Wo"),
    ("organizations", 0, "remark", "another remark"),
    ("people", 0, "official", False),
    ("deposits", 0, "names", [{"text": "Jetisu"}]),
    ("deals", 0, "title", "Another title"),
    ("events", 0, "title", "Another day"),
)


def records_of(dataset: Dataset) -> list:
    return [entity for entities in dataset.records.values() for entity in entities]


def read(content) -> Dataset:
    with tempfile.TemporaryDirectory() as folder:
        return read_document(content, Path(folder))


@st.composite
def differently_cited(draw) -> Dataset:
    """Give the full document with some of its passages in other sources, for other fields."""
    dataset = read(document())
    # Hundreds of draws in one example are more than hypothesis can repeat reliably: one is enough.
    chosen = random.Random(draw(st.integers(0, 2**32)))
    sources = list(dataset.sources)
    places = count()

    def cited_anew(citation: Citation) -> Citation:
        if chosen.randrange(3):
            return citation
        start = next(places) % 300
        where = {"source": chosen.choice(sources), "start": start, "end": start + 5}
        supports = tuple(chosen.sample(NAMED, chosen.randrange(3)))
        return with_changes(citation, **where, supports=supports)

    return Dataset.of(made_anew(dataset, cited_anew))


def made_anew(dataset: Dataset, cited_anew) -> dict:
    """Rebuild all records but the sources with other citations."""
    done: dict[str, Entity] = {source.id: source for source in dataset.sources}

    def item_anew(item):
        if isinstance(item, Citation):
            return cited_anew(item)
        if not isinstance(item, Record) or type(item) is Span:
            return item
        if not isinstance(item, Entity):
            return record_anew(item)
        if item.id not in done:
            done[item.id] = record_anew(item)
        return done[item.id]

    def record_anew(record):
        values = {f.name: getattr(record, f.name) for f in fields_of(type(record)) if f.eq}
        return with_changes(
            record,
            **{
                name: tuple(map(item_anew, value)) if isinstance(value, tuple) else item_anew(value)
                for name, value in values.items()
            },
        )

    return {kind: tuple(map(item_anew, held)) for kind, held in dataset.records.items()}


@st.composite
def changed(draw) -> Dataset:
    """Read the full document with some records changed, and leave some out."""
    content = document()
    for kind, index, key, value in draw(st.lists(st.sampled_from(CHANGES), max_size=3)):
        content[kind][index][key] = value
    dataset = read(content)
    left_out = draw(st.sets(st.sampled_from([e.id for e in records_of(dataset)]), max_size=9))
    return Dataset.of(
        {
            kind: tuple(e for e in entities if e.id not in left_out)
            for kind, entities in dataset.records.items()
        }
    )


@pytest.mark.parametrize("name", ["full", "bundled"])
def test_the_walks_that_look_into_some_fields_find_what_is_in_any(full, name):
    dataset = full if name == "full" else load()

    for entity in records_of(dataset):
        for part in slow.parts_of(entity):
            assert list(slow.parts_of(part)) == traversal.all_parts(part)
            assert slow.citations_of(part) == traversal.all_citations(part)
            assert slow.references_of(part) == traversal.all_references(part)
            assert list(slow.entities_in(part)) == traversal.entities_inside(part)


def test_the_walks_without_paths_find_what_those_with_paths_find(full):
    for entity in records_of(full):
        parts = [part for _, part in traversal.parts_within(entity)]

        assert parts == traversal.all_parts(entity)
        assert [c for *_, c in traversal.citations_within(entity)] == traversal.all_citations(
            entity
        )


@given(dataset=differently_cited(), day=st.sampled_from(["2025-02", "2025-06", "2025-12"]))
def test_a_view_is_what_trying_every_field_of_every_record_gives(dataset, day):
    when = PartialDate.parse(day)

    expected = slow.as_known_on(dataset.records, when)

    actual = as_known_on(dataset.records, when)
    assert expected == actual
    assert kept_objects(expected, dataset) == kept_objects(actual, dataset)


@given(left=changed(), right=changed(), prefer=st.sampled_from(["left", "right"]))
def test_what_merging_need_not_touch_stays_and_nothing_refers_to_what_was_replaced(
    left, right, prefer
):
    actual = merged(left.records, right.records, prefer).records

    inside = {e.id: e for entities in actual.values() for e in entities}
    for entity in inside.values():
        for inner in slow.entities_in(entity):
            assert inner is inside.get(inner.id, inner)
    mine, theirs = ({e.id: e for e in records_of(side)} for side in (left, right))
    for entity in records_of(left):
        deep = (entity, *everything_in(entity))
        if all(one.id in mine and theirs.get(one.id, one) == one for one in deep):
            assert inside[entity.id] is entity


def everything_in(record):
    """Give every record that another refers to, however far away."""
    for entity in slow.entities_in(record):
        yield entity
        yield from everything_in(entity)


def kept_objects(records, dataset: Dataset) -> set[str]:
    """Give the ids of the records that are the very objects of a dataset."""
    own = {id(entity) for entity in records_of(dataset)}
    return {e.id for entities in records.values() for e in entities if id(e) in own}


def test_deals_of_finds_what_any_part_refers_to(full):
    for entity in records_of(full):
        expected = [
            deal
            for deal in full.deals
            if any(
                type(referred) is type(entity) and referred.id == entity.id
                for referred in slow.references_of(deal)
            )
        ]

        assert expected == list(full.deals_of(entity))
