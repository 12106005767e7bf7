"""Whatever is spoiled in a data file, and wherever, it is refused, at that place."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from document_places import (
    DATES,
    FIGURES,
    MEMBERS,
    REFERENCES,
    class_of,
    is_at,
    key_of,
    places,
    problems_of,
    required,
    shown,
    spoiled,
    value_at,
    without,
)
from full_document import document, read_document, written

import centralasia_minerals as cam
from centralasia_minerals.dataset.kinds import KINDS
from centralasia_minerals.entities.base.record import Entity, Record
from centralasia_minerals.errors import DataError

PLACES = tuple(places(document()))
TABLES = tuple((path, value) for path, value in PLACES if isinstance(value, dict))
LEAVES = tuple((path, value) for path, value in PLACES if not isinstance(value, (dict, list)))

# JSON values of every type; a figure may be written as a whole number, everything else as itself.
_OF_EVERY_TYPE = ("Kazakhstan", 7, 1.5, True, None, [], ["KZ"], {}, {"id": "KZ"})
_IMPOSSIBLE_FIGURES = ("", " 1", "1,1", "1e9", "NaN", "Infinity", "-1", "٣", "9" * 35, 10**34, "1.")
_IMPOSSIBLE_DATES = (
    "",
    "0000",
    "2025-13",
    "2025-02-30",
    "2025-00",
    "2025-3",
    "03/2025",
    "2025-03!",
)


def is_reference(path, value):
    if key_of(path) == "of" and "relative" in path:  # the words for what a share is of
        return False
    return key_of(path) in REFERENCES and isinstance(value, str)


def is_member(path, value):
    if not isinstance(value, str) or (key_of(path) == "basis" and path[-3:-2] == ("amounts",)):
        return False
    return key_of(path) in MEMBERS or path[-1] == "value"


def wrong_types(path, value):
    """Give values of types that cannot stand at a place."""
    may_be = {type(value)}
    if key_of(path) in FIGURES:
        may_be.add(int)
    if key_of(path) == "inferred_from" and isinstance(path[-1], int):
        may_be |= {str}
    return [wrong for wrong in _OF_EVERY_TYPE if type(wrong) not in may_be]


def test_the_full_document_is_read_whole(tmp_path: Path):
    content = document()

    read = read_document(content, tmp_path)

    assert {kind: len(content[kind]) for kind in KINDS} == {
        kind: len(records) for kind, records in read.records.items()
    }
    assert {record["id"] for kind in KINDS for record in content[kind]} == {
        entity.id for records in read.records.values() for entity in records
    }


def test_the_full_document_has_every_field_of_every_record():
    """So that the tests below spoil every field there is, also one that is added later."""
    seen: dict[type, set[str]] = {}
    for path, table in TABLES:
        cls = class_of(path, table)
        if cls is cam.Person and table.get("official"):
            cls = cam.Official
        seen.setdefault(cls, set()).update(table)

    missing = {
        f"{cls.__name__}.{field.name}"
        for cls, keys in seen.items()
        for field in attrs.fields(cls)
        if field.init and field.eq and field.name not in keys
    }

    records = {
        cls
        for name in cam.__all__
        if isinstance(cls := getattr(cam, name), type)
        and issubclass(cls, Record)
        and cls not in (Entity, cam.Figure)  # a figure is a view, which no file holds
    }
    assert records - set(seen) == set()
    assert missing <= {"Dated.citations", "Dated.inferred_from", "RelativeStatement.upper"} | {
        f"RelativeStatement.{name}"
        for name in ("asserted_by", "rank", "reason", "as_of", "further_words")
    }


@pytest.mark.slow
def test_each_required_key_is_missed_at_its_place(tmp_path: Path):
    left_out = [(*path, key) for path, table in TABLES for key in required(path, table)]

    passed = [
        shown(path)
        for path in left_out
        if not any(
            is_at(p, path) or _says_statement(p, path) for p in _problems(without(path), tmp_path)
        )
    ]

    assert len(left_out) > 250
    assert [] == passed


def _says_statement(problem, path):
    """Without ``undisclosed`` a table is read as a statement, which lacks its value."""
    return path[-1] == "undisclosed" and problem.path == f"{shown(path[:-1])}.value"


@pytest.mark.slow
def test_what_is_optional_can_be_left_out_or_is_refused(tmp_path: Path):
    """Leaving out a key never loses a record and never fails in another way."""
    optional = [
        (*path, key)
        for path, table in TABLES
        for key in table
        if key not in required(path, table) and key != "citations"
    ]

    lost = []
    for path in optional:
        content = without(path)
        try:
            read = read_document(content, tmp_path)
        except DataError:
            continue
        if any(len(read.records[kind]) != len(content[kind]) for kind in KINDS):
            lost.append(shown(path))

    assert [] == lost


@pytest.mark.slow
def test_each_value_of_a_wrong_type_is_refused_at_its_place(tmp_path: Path):
    """One after the other, each with another of the wrong types."""
    passed = []
    for number, (path, value) in enumerate(PLACES):
        wrong = wrong_types(path, value)
        chosen = wrong[number % len(wrong)]
        if not any(is_at(p, path) for p in _problems(spoiled(path, chosen), tmp_path)):
            passed.append((shown(path), chosen))

    assert [] == passed


@pytest.mark.parametrize("index", range(len(_OF_EVERY_TYPE) - 1))
def test_all_leaves_of_wrong_types_are_refused_at_once(index: int, tmp_path: Path):
    """Every problem comes in one error: none hides another, except ids that nothing resolves."""
    content = document()
    spoiled_places = []
    for path, value in LEAVES:
        if path[-1] in ("id", "official", "undisclosed") or (len(path) > 3 and path[2] == "names"):
            continue
        wrong = wrong_types(path, value)
        value_at(content, path[:-1])[path[-1]] = wrong[index % len(wrong)]
        spoiled_places.append(path)

    problems = problems_of(content, tmp_path)

    silent = [
        shown(p) for p in spoiled_places if not any(is_at(problem, p) for problem in problems)
    ]
    assert len(spoiled_places) > 300
    assert [] == silent


@pytest.mark.slow
def test_each_unknown_id_and_each_id_of_another_kind_is_refused_at_its_place(tmp_path: Path):
    references = [path for path, value in LEAVES if is_reference(path, value)]

    passed = [
        (shown(path), other)
        for path in references
        for other in ("no-such-record", "uranium-share", "")
        if not any(p.path == shown(path) for p in _problems(spoiled(path, other), tmp_path))
    ]

    assert len(references) > 100
    assert [] == passed


def test_each_unknown_member_is_refused_at_its_place(tmp_path: Path):
    members = [path for path, value in LEAVES if is_member(path, value)]

    passed = [
        shown(path)
        for path in members
        for other in ("nonesuch",)
        if not any(p.path == shown(path) for p in _problems(spoiled(path, other), tmp_path))
    ]

    assert len(members) > 60
    assert [] == passed


@pytest.mark.slow
def test_each_text_with_nothing_in_it_is_refused_at_its_place(tmp_path: Path):
    """What is not stated is left out, never left empty; an id is refused as its record."""
    texts = [path for path, value in LEAVES if isinstance(value, str)]

    passed = [
        shown(path)
        for number, path in enumerate(texts)
        if not any(
            p.path == shown(path) or (path[-1] == "id" and p.path == shown(path[:-1]))
            for p in _problems(spoiled(path, " " * (number % 3)), tmp_path)
        )
    ]

    assert len(texts) > 300
    assert [] == passed


@pytest.mark.slow
def test_each_impossible_figure_is_refused_at_its_place(tmp_path: Path):
    figures = [path for path, _ in LEAVES if key_of(path) in FIGURES]

    passed = [
        (shown(path), other)
        for path in figures
        for other in (*_IMPOSSIBLE_FIGURES, *(("1.1", 2) if path[-1] == "fraction" else ()))
        if not any(p.path == shown(path) for p in _problems(spoiled(path, other), tmp_path))
    ]

    assert len(figures) == 15
    assert [] == passed


def test_each_date_that_does_not_exist_is_refused_at_its_place(tmp_path: Path):
    dates = [path for path, value in LEAVES if path[-1] in DATES]

    passed = [
        (shown(path), other)
        for path in dates
        for other in _IMPOSSIBLE_DATES
        if not any(p.path == shown(path) for p in _problems(spoiled(path, other), tmp_path))
    ]

    assert len(dates) > 10
    assert [] == passed


@pytest.mark.slow
def test_each_whole_number_out_of_bounds_is_refused_at_its_place(tmp_path: Path):
    """A start beyond its end is told at the end."""
    numbers = [(path, value) for path, value in LEAVES if type(value) is int]

    passed = [
        (shown(path), other)
        for path, _ in numbers
        for other in (-1, 10**9 if path[-1] in ("start", "end") else 0)
        for places in ({shown(path), shown((*path[:-1], "end")) if path[-1] == "start" else ""},)
        if not places & {p.path for p in _problems(spoiled(path, other), tmp_path)}
    ]

    assert len(numbers) > 100
    assert [] == passed


@pytest.mark.slow
def test_each_unknown_key_is_refused_at_its_place(tmp_path: Path):
    passed = []
    for path, table in TABLES:
        place = (*path, "remarks")
        found = _problems(spoiled(path, {**table, "remarks": "of no use"}), tmp_path)
        if not any(p.path == shown(place) for p in found):
            passed.append(shown(place))

    assert [] == passed


@pytest.mark.slow
def test_each_thing_that_stands_twice_in_a_list_is_refused_at_the_list(tmp_path: Path):
    """Of records with ids the second id is the place."""
    lists = [(path, value) for path, value in PLACES if isinstance(value, list) and value]

    passed = [
        shown(path)
        for path, value in lists
        if not any(
            p.path == shown(path) for p in _problems(spoiled(path, [*value, value[0]]), tmp_path)
        )
    ]

    assert len(lists) > 100
    assert [] == passed


def _problems(content, folder):
    """Give every problem, none where a spoiled file passed."""
    try:
        read_document(content, folder)
    except DataError as refused:
        return refused.problems
    return ()


def test_nothing_is_returned_and_the_base_is_untouched_where_something_is_refused(tmp_path: Path):
    base = read_document(document(), tmp_path)
    before = read_document(document(), tmp_path)
    content = {"format": 1, "deals": [{"id": "new-deal", "title": "New", "kind": "nonesuch"}]}
    mine = written(content, tmp_path, "mine.json")

    with pytest.raises(DataError, match="nothing was loaded"):
        cam.read(mine, base=base)

    assert before == base
