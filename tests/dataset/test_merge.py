"""Joining keeps what is equal, refuses what is not, and leaves no old object inside a newer one."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest
from full_document import EARLY, LATE, document, read_document, written

import centralasia_minerals as cam
from centralasia_minerals.dataset.dataset import Dataset
from centralasia_minerals.entities.base.record import Entity, Record, fields_of
from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.errors import ConflictError, InvalidValueError
from centralasia_minerals.values.partial_date import PartialDate


@pytest.fixture
def again(tmp_path: Path) -> Dataset:
    """Give the full dataset, read anew: equal, and no object of it the same."""
    return read_document(document(), tmp_path)


def changed(tmp_path: Path, *changes: tuple[str, int, str, object]) -> Dataset:
    """Give the full dataset with some fields of some records changed."""
    content = document()
    for kind, index, key, value in changes:
        content[kind][index][key] = value
    return read_document(content, tmp_path)


def entities_inside(record: Record) -> Iterator[Entity]:
    """Give every entity that can be reached from a record."""
    for field in fields_of(type(record)):
        value = getattr(record, field.name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Entity):
                yield item
            if isinstance(item, Record):
                yield from entities_inside(item)


def is_closed(dataset: Dataset) -> bool:
    """Say whether every entity that can be reached is the dataset's own object."""
    own = {entity.id: entity for kind in dataset.records.values() for entity in kind}
    return all(
        inner is own[inner.id] for entity in own.values() for inner in entities_inside(entity)
    )


def test_a_decoded_dataset_is_closed(full):
    assert is_closed(full)


def test_with_itself_it_is_itself(full):
    merged = full.merge(full)

    assert full == merged
    assert all(merged.deals[id] is full.deals[id] for id in full.deals.ids)


def test_equal_records_keep_the_left_object(full, again):
    merged = full.merge(again)

    assert full == merged
    assert all(
        entity is getattr(merged, kind)[entity.id]
        for kind, entities in full.records.items()
        for entity in entities
    )


def test_nothing_joined_to_something_is_that(full):
    empty = Dataset.of({})

    assert full == empty.merge(full)
    assert full == full.merge(empty)
    assert empty == empty.merge(empty)


def test_records_of_both_sides_are_joined_and_versions_named(full, tmp_path):
    mine = {
        "format": 1,
        "version": "mine",
        "countries": [{"id": "TJ", "names": [{"text": "Tajikistan"}]}],
    }
    read = cam.read(written(mine, tmp_path, "mine.json"))

    merged = full.merge(read)

    assert ("KZ", "TJ", "UZ") == merged.countries.ids
    assert "2025.11.1+mine" == merged.version
    assert full.version == full.merge(full).version


def test_what_was_read_on_a_base_joins_it(full, tmp_path):
    """The contributor's way: ``base.merge(cam.read(path, base=base))``."""
    mine = {"format": 1, "minerals": [{"id": "wolframite", "names": [{"text": "wolframite"}],
                                       "group": "tungsten"}]}  # fmt: skip
    read = cam.read(written(mine, tmp_path, "mine.json"), base=full)

    merged = full.merge(read)

    assert merged.minerals["wolframite"].group is full.minerals["tungsten"]
    assert is_closed(merged)


def test_fields_with_two_values_are_one_error_that_lists_them_all(full, tmp_path):
    other = changed(
        tmp_path,
        ("deals", 0, "title", "Another title"),
        ("deals", 1, "kind", "financing"),
    )

    with pytest.raises(ConflictError) as conflict:
        full.merge(other)

    umbrella, venture = full.deals["zhetisu-umbrella"], full.deals["zhetisu-venture"]
    assert ("zhetisu-umbrella", "zhetisu-venture") == conflict.value.ids
    assert f"zhetisu-umbrella: title: {umbrella.title!r} or 'Another title'" in str(conflict.value)
    assert f"zhetisu-venture: kind: {str(venture.kind)!r} or 'financing'" in str(conflict.value)
    assert "prefer='left' or prefer='right'" in str(conflict.value)
    assert conflict.value.ids == pickle.loads(pickle.dumps(conflict.value)).ids
    assert isinstance(conflict.value, ValueError)


@pytest.mark.parametrize(("prefer", "name"), [("left", "Kazakhstan"), ("right", "Qazaqstan")])
def test_the_preferred_record_stands_everywhere(full, tmp_path, prefer, name):
    other = changed(tmp_path, ("countries", 0, "names", [{"text": "Qazaqstan"}]))

    merged = full.merge(other, prefer=prefer)

    assert name == merged.countries["KZ"].name
    assert name == merged.deposits["zhetisu-north"].part_of.country.name
    assert name == merged.deals["zhetisu-venture"].place.country.name
    assert is_closed(merged)


def test_a_corrected_source_stands_in_every_citation_and_date(full, tmp_path):
    """What was taken from the source's date, as a statement's ``as_of``, is taken anew."""
    corrected = PartialDate.parse("2025-04")
    other = Dataset.of({"sources": (read_corrected(tmp_path).sources[EARLY],)})

    merged = full.merge(other, prefer="right")

    first_talks = merged.deals["zhetisu-venture"].stage_series[1]
    assert corrected == first_talks.citations[0].source.published.date == first_talks.as_of
    assert corrected == merged.people["aisulu-bekova"].positions[0].as_of
    stated = [
        statement
        for amount in merged.deals["zhetisu-venture"].amounts
        for statement in amount.series
        if isinstance(statement, Stated)
    ]
    assert ["2025-11-07", "2025-04", "2025-11-08"] == [str(statement.as_of) for statement in stated]
    assert is_closed(merged)
    assert read_corrected(tmp_path).records == merged.records


def read_corrected(tmp_path: Path) -> Dataset:
    """Give the full dataset as it reads with the corrected source."""
    return changed(tmp_path, ("sources", 0, "published", {"date": "2025-04"}))


def test_a_corrected_source_does_not_make_a_deal_unequal(full, tmp_path):
    other = changed(tmp_path, ("sources", 1, "title", "Another headline"))

    with pytest.raises(ConflictError) as conflict:
        full.merge(other)

    assert (LATE,) == conflict.value.ids


@pytest.mark.parametrize("prefer", [None, "left", "right"])
def test_one_id_for_two_kinds_is_refused_whatever_is_preferred(full, tmp_path, prefer):
    mine = {"format": 1, "minerals": [{"id": "zhetisu", "names": [{"text": "zhetisu"}]}]}
    other = cam.read(written(mine, tmp_path, "mine.json"))

    with pytest.raises(ConflictError, match=r"records of two kinds have the same id \(zhetisu\)"):
        full.merge(other, prefer=prefer)


def test_a_person_on_one_side_and_an_official_on_the_other_are_unequal(full, tmp_path):
    other = changed(tmp_path, ("people", 0, "official", False))

    with pytest.raises(ConflictError) as conflict:
        full.merge(other)

    assert "aisulu-bekova" in conflict.value.ids
    merged = full.merge(other, prefer="right")
    assert () == merged.officials.ids
    assert merged.deals["zhetisu-venture"].signatories[0].person is merged.people["aisulu-bekova"]


@pytest.mark.parametrize("prefer", ["both", "", True, 1])
def test_another_preference_is_refused(full, prefer):
    with pytest.raises(InvalidValueError, match="give 'left' or 'right'"):
        full.merge(full, prefer=prefer)


def test_neither_side_is_changed(full, again, tmp_path):
    other = changed(tmp_path, ("deals", 0, "title", "Another title"))

    full.merge(other, prefer="right")

    assert again == full
    assert "Another title" == other.deals["zhetisu-umbrella"].title


def test_joining_is_associative_where_nothing_conflicts(full):
    parts = [Dataset.of({kind: entities}, version="v") for kind, entities in full.records.items()]
    left = right = Dataset.of({})
    for part in parts:
        left = left.merge(part)
    for part in reversed(parts):
        right = part.merge(right)

    assert left == right
    assert full.records == left.records
    assert is_closed(left)
    assert EARLY in left.sources
