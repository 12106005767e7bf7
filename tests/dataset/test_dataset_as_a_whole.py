"""A dataset holds everything, answers what points back, and cannot be changed anywhere."""

from __future__ import annotations

import copy
import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest
from full_document import FULL, document, read_document

from centralasia_minerals.dataset.bundled.load import load
from centralasia_minerals.dataset.dataset import Dataset
from centralasia_minerals.entities.base.record import with_changes
from centralasia_minerals.entities.person import Official
from centralasia_minerals.values.name import Name

ATOMS = (str, int, bool, type, type(None))


def inside(value: object, seen: set[int]) -> Iterator[object]:
    """Give everything that can be reached from a value, once, by any attribute or slot."""
    if id(value) in seen:
        return
    seen.add(id(value))
    yield value
    if isinstance(value, tuple | frozenset):
        below = list(value)
    elif attrs.has(type(value)):
        names = {s for cls in type(value).__mro__ for s in getattr(cls, "__slots__", ())}
        names |= {field.name for field in attrs.fields(type(value))} | set(vars_of(value))
        below = [getattr(value, name) for name in names - {"__weakref__"} if hasattr(value, name)]
    else:
        below = []
    for item in below:
        yield from inside(item, seen)


def vars_of(value: object) -> dict[str, object]:
    return getattr(value, "__dict__", {})


@pytest.mark.parametrize("dataset", [load, None], ids=["bundled", "full"])
def test_no_mutable_container_is_reachable(full, dataset):
    found = list(inside(dataset() if dataset else full, set()))

    kinds = {type(value).__name__ for value in found}
    assert not any(isinstance(v, list | dict | set | bytearray | memoryview) for v in found)
    assert {"Deal", "Amount", "Money", "Decimal", "Citation", "tuple"} <= kinds
    assert len(found) > 200


@pytest.mark.parametrize("dataset", [load, None], ids=["bundled", "full"])
def test_nothing_that_is_reachable_can_be_changed(full, dataset):
    for value in inside(dataset() if dataset else full, set()):
        if not attrs.has(type(value)):
            continue
        for name in [field.name for field in attrs.fields(type(value))] + ["colour"]:
            with pytest.raises(AttributeError):
                setattr(value, name, None)
            with pytest.raises(AttributeError):
                delattr(value, name)


def test_a_dataset_itself_cannot_be_changed(full):
    with pytest.raises(AttributeError):
        full.deals = full.events
    with pytest.raises(AttributeError):
        full.version = "2"
    with pytest.raises(TypeError):
        full.records["deals"] = ()
    with pytest.raises(TypeError):
        del full.records["deals"]


def test_officials_are_the_people_who_hold_or_held_an_office(full):
    assert ("aisulu-bekova",) == full.officials.ids
    assert all(isinstance(official, Official) for official in full.officials)
    assert full.officials["aisulu-bekova"] is full.people["aisulu-bekova"]
    assert ("aisulu-bekova", "dana-omarova") == full.people.ids


@pytest.mark.parametrize(
    ("kind", "whole", "parts"),
    [
        ("deals", "zhetisu-umbrella", ["zhetisu-venture"]),
        ("deals", "zhetisu-venture", []),
        ("deposits", "zhetisu", ["zhetisu-north"]),
        ("events", "zhetisu-signing-day", ["zhetisu-signing"]),
        ("organizations", "altai-group", ["altai-mining"]),
    ],
)
def test_parts_are_asked_of_the_dataset(full, kind, whole, parts):
    assert parts == [part.id for part in full.parts_of(getattr(full, kind)[whole])]


@pytest.mark.parametrize(
    ("kind", "id"),
    [
        ("deposits", "zhetisu"),
        ("minerals", "tungsten"),
        ("countries", "UZ"),
        ("blocs", "european-union"),
        ("organizations", "altai-metals"),
        ("organizations", "ministry-of-industry"),
        ("people", "aisulu-bekova"),
    ],
)
def test_deals_are_asked_by_whatever_they_refer_to(full, kind, id):
    assert ("zhetisu-venture",) == tuple(deal.id for deal in full.deals_of(getattr(full, kind)[id]))


def test_what_no_deal_refers_to_has_none(full):
    assert () == full.deals_of(full.minerals["neodymium"])
    assert () == full.deals_of(full.organizations["altai-group"])


def test_events_are_asked_by_who_takes_part_and_by_deal(full):
    signing = full.events["zhetisu-signing"]

    assert (signing,) == full.events_of(full.people["aisulu-bekova"])
    assert (signing,) == full.events_of(full.deals["zhetisu-venture"])
    assert () == full.events_of(full.organizations["altai-metals"])


def test_what_points_back_is_asked_by_an_equal_copy_too(full):
    assert full.deals_of(copy.deepcopy(full.deposits["zhetisu"]))
    assert full.parts_of(copy.deepcopy(full.deposits["zhetisu"]))


def test_a_deposit_and_a_person_with_one_id_are_not_confused(full):
    person = with_changes(full.people["dana-omarova"], id="zhetisu")

    assert () == full.deals_of(person)


def test_datasets_are_equal_where_every_record_is(full, tmp_path: Path):
    again = read_document(document(), tmp_path)

    assert full == again
    assert hash(full) == hash(again)
    assert full is not again


@pytest.mark.parametrize("kind", [kind for kind in FULL if kind not in ("format", "version")])
def test_one_record_that_differs_makes_datasets_differ(full, kind):
    """Compared in full: a deal is the same with a corrected source, the dataset is not."""
    first = full.records[kind][0]
    names = {"names": (Name("Another"),)} if first.names else None
    changed = with_changes(
        first, **(names or ({"what": "Another"} if kind == "statistics" else {"title": "Another"}))
    )
    records = {**full.records, kind: (changed, *full.records[kind][1:])}

    assert full != Dataset.of(records, version=full.version)
    assert full == Dataset.of(full.records, version=full.version)
    assert full != Dataset.of(full.records, version="another")


def test_repr_and_notebook_view_count_the_records(full):
    assert repr(full).startswith("<Dataset 2025.11.1: 2 sources, 2 countries, 2 blocs,")
    assert "<Dataset without a version: 0 sources" in repr(Dataset.of({}))
    odd = Dataset.of({}, version="<b>&")._repr_html_()
    assert "&lt;b&gt;&amp;" in odd
    assert "<b>" not in odd
    assert "2 sources" not in odd


@pytest.mark.parametrize(
    "travel", [copy.copy, copy.deepcopy, lambda x: pickle.loads(pickle.dumps(x))]
)
def test_a_copy_is_equal_with_an_equal_hash(full, travel):
    travelled = travel(full)

    assert full == travelled
    assert hash(full) == hash(travelled)
    assert travelled.deals["zhetisu-venture"].countries[0] is travelled.countries["KZ"]


# Over there hashes are seeded otherwise, and everything that is put into a set must be found again.
_OTHER_PROCESS = """
import pickle, sys
dataset = pickle.load(sys.stdin.buffer)
entities = [e for kind in dataset.records.values() for e in kind]
again = pickle.loads(pickle.dumps(dataset))
assert dataset == again and hash(dataset) == hash(again)
assert len({*entities, *(e for kind in again.records.values() for e in kind)}) == len(entities)
assert all(e in getattr(dataset, k) for k, kind in again.records.items() for e in kind)
sys.stdout.buffer.write(pickle.dumps(dataset))
"""


@pytest.mark.parametrize("seed", ["1", "4242"])
def test_a_pickle_is_equal_in_another_process_with_another_hash_seed(full, seed):
    answer = subprocess.run(
        [sys.executable, "-c", _OTHER_PROCESS],
        input=pickle.dumps(full),
        capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": seed},
        check=False,
    )

    assert "" == answer.stderr.decode()
    assert full == pickle.loads(answer.stdout)
