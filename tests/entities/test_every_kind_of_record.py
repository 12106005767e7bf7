"""What holds for every kind of record: frozen, compared by its own fields, strict in its types."""

from __future__ import annotations

import copy
import inspect
import os
import pickle
import pkgutil
import re
import subprocess
import sys
from importlib import import_module

import attrs
import pytest
from entity_examples import (
    CITATION,
    CITED,
    DEAL,
    DEPOSIT,
    EARLY,
    ENTITIES,
    KAZAKHSTAN,
    LATE,
    MINISTRY,
    OFFICIAL,
    PARTS,
    RECORDS,
    TUNGSTEN,
    deal,
    kind_of,
    money,
    source,
)

from centralasia_minerals import entities as floor
from centralasia_minerals.entities.amount import Amount, RelativeStatement
from centralasia_minerals.entities.base.keyed import Keyed
from centralasia_minerals.entities.base.record import Entity, Record, fields_of, with_changes
from centralasia_minerals.entities.country import Country
from centralasia_minerals.entities.figure import Figure
from centralasia_minerals.entities.organization import Organization, OrganizationKind
from centralasia_minerals.entities.party import Party
from centralasia_minerals.entities.person import Official, Person
from centralasia_minerals.entities.source import Citation
from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.entities.vocabulary.amount_role import AmountRole
from centralasia_minerals.entities.vocabulary.implementation import Implementation
from centralasia_minerals.entities.vocabulary.money_kind import MoneyKind
from centralasia_minerals.entities.vocabulary.stage import Stage
from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.name import Name
from centralasia_minerals.values.partial_date import PartialDate
from centralasia_minerals.values.share import Share

each_record = pytest.mark.parametrize("record", RECORDS, ids=kind_of)
each_entity = pytest.mark.parametrize("entity", ENTITIES, ids=kind_of)
TRAVELS = (copy.copy, copy.deepcopy, lambda record: pickle.loads(pickle.dumps(record)))


def given_fields(record: Record) -> dict[str, object]:
    """Return the fields that a record is made from."""
    given = {f.name: getattr(record, f.name) for f in fields_of(type(record)) if f.init}
    if not getattr(record, "is_dated", True):
        del given["as_of"]  # a statement that is given the date of its source is another one
    return given


def kinds_of_record() -> set[type[Record]]:
    """Return every class of records that the floor defines."""
    return {
        found
        for module in pkgutil.iter_modules(floor.__path__)
        for found in vars(import_module(f"{floor.__name__}.{module.name}")).values()
        if isinstance(found, type) and issubclass(found, Record) and attrs.has(found)
    }


def test_there_is_an_example_of_every_kind_of_record():
    assert kinds_of_record() - {Keyed, Figure} == {type(record) for record in RECORDS}


@each_record
def test_a_field_is_documented_where_it_is_declared_and_nowhere_else(record):
    declared = inspect.get_annotations(type(record))
    _, _, section = inspect.cleandoc(type(record).__doc__ or "").partition("Attributes:\n")

    documented = re.findall(r"^    (\w+): ", section, re.MULTILINE)

    assert [field.name for field in fields_of(type(record)) if field.name in declared] == documented


# Frozen.


@each_record
def test_no_field_can_be_assigned_deleted_or_added(record):
    before = given_fields(record)

    for name in [field.name for field in fields_of(type(record))] + ["colour"]:
        with pytest.raises(AttributeError):
            setattr(record, name, None)
        with pytest.raises(AttributeError):
            delattr(record, name)

    assert before == given_fields(record)
    assert not hasattr(record, "__dict__")


@each_record
def test_a_record_is_made_by_naming_its_fields(record):
    with pytest.raises(TypeError):
        type(record)(*given_fields(record).values())


@each_record
def test_a_changed_copy_is_checked_and_leaves_the_record_as_it_was(record):
    first = next(field.name for field in fields_of(type(record)) if field.init)
    before = given_fields(record)

    with pytest.raises(InvalidTypeError):
        with_changes(record, **{first: object()})

    assert before == given_fields(record)
    assert record == with_changes(record)


# Equality, hash and order.


@each_record
def test_a_record_made_of_the_same_fields_is_equal_with_an_equal_hash(record):
    again = type(record)(**given_fields(record))

    assert record == again
    assert hash(record) == hash(again)
    assert again is not record
    assert {record: "found"}[again] == "found"


@each_record
def test_a_record_has_no_order_and_equals_nothing_else(record):
    with pytest.raises(TypeError):
        _ = record < record
    assert record != "a record"
    assert record is not None
    assert record != given_fields(record)
    assert all(record != other for other in RECORDS if other is not record)


@each_entity
def test_an_entity_hashes_by_type_and_id_and_differs_by_its_fields(entity):
    changed = with_changes(
        entity,
        **({"names": (Name("Another"),)} if entity.names else text_changed(entity)),
    )

    assert hash(entity) == hash(changed)
    assert entity != changed
    assert hash(entity) != hash(with_changes(entity, id="TJ" if entity is KAZAKHSTAN else "other"))


def text_changed(entity: Entity) -> dict[str, object]:
    return {"what": "another"} if hasattr(entity, "what") else {"title": "another"}


def test_references_are_compared_by_id_so_that_a_corrected_source_changes_no_deal():
    corrected = source("review-2025-11", "2025-10", title="Another headline")
    cited = (
        Citation(
            source=corrected, start=10, end=20, digest=CITATION.digest, figure=CITATION.figure
        ),
    )

    assert corrected != LATE
    assert cited[0] == CITATION
    assert hash(cited[0]) == hash(CITATION)
    assert deal(citations=cited) == deal()
    renamed = with_changes(KAZAKHSTAN, names=(Name("Qazaqstan"),))
    assert deal(countries=(renamed,)) == deal(countries=(KAZAKHSTAN,))
    assert with_changes(DEPOSIT, country=renamed) == DEPOSIT


def test_another_reference_or_another_own_field_makes_a_record_differ():
    uzbekistan = Country(id="UZ", names=(Name("Uzbekistan"),))

    assert deal(countries=(uzbekistan,)) != deal(countries=(KAZAKHSTAN,))
    assert deal(countries=(uzbekistan, KAZAKHSTAN)) != deal(countries=(KAZAKHSTAN, uzbekistan))
    assert deal(amounts=(Amount(role=AmountRole.COST, statements=(money(1),)),)) != deal(
        amounts=(Amount(role=AmountRole.COST, statements=(money(2),)),)
    )


def test_a_value_written_otherwise_is_the_same_value():
    one, other = money(1), Stated(value=Money("1.00", "USD"), **CITED)

    assert one == other
    assert hash(one) == hash(other)


def test_a_person_and_an_official_with_one_id_are_unequal():
    fields = given_fields(OFFICIAL)

    assert Person(**fields) != Official(**fields)
    assert Official(**fields) != Person(**fields)
    assert hash(Person(**fields)) != hash(Official(**fields))
    assert Official(**fields) == OFFICIAL


def test_entities_of_two_kinds_with_one_id_are_unequal():
    one = Organization(id="zhetisu", names=(Name("Zhetisu"),), kind=OrganizationKind.COMPANY)
    other = Person(id="zhetisu", names=(Name("Zhetisu"),))

    assert one != other


def test_a_reference_counts_by_its_id_alone():
    """Ids are unique across kinds: making a person an official changes no deal."""
    one = Person(id="zhetisu", names=(Name("Zhetisu"),))
    other = Official(id="zhetisu", names=(Name("Zhetisu"),))

    assert one != other
    assert deal(parties=(Party(who=one, **CITED),)) == deal(parties=(Party(who=other, **CITED),))


def test_what_is_derived_does_not_count():
    """The stage that an amount has from its deal is the deal's."""
    alone = Amount(role=AmountRole.COST, money=MoneyKind.PROJECT, statements=(money(),))
    (placed,) = deal(amounts=(alone,), stages=DEAL.stages).amounts

    assert placed.stage != alone.stage
    assert placed == alone
    assert hash(placed) == hash(alone)


# Shown.


@each_entity
def test_an_entity_shows_its_id_and_name_only(entity):
    assert repr(entity).startswith(f"{type(entity).__name__}(id={entity.id!r}")
    assert len(repr(entity)) < 120


@each_record
def test_repr_is_short_and_shows_references_by_id(record):
    shown = repr(record)

    assert shown.startswith(f"{type(record).__name__}(")
    assert len(shown) < 400
    assert "sha256" not in shown
    assert "Country(" not in shown or record is KAZAKHSTAN


def test_repr_of_parts_leaves_defaults_out_and_counts_parts():
    assert "Party(who='ministry', role=PartyRole.INVESTOR, citations=<1>)" == repr(DEAL.parties[0])
    assert "source='review-2025-11'" in repr(CITATION)


@each_entity
def test_the_name_of_an_entity_is_text(entity):
    assert isinstance(entity.name, str)
    assert entity.name


# Travel.


@each_record
@pytest.mark.parametrize("travel", TRAVELS, ids=["copy", "deepcopy", "pickle"])
def test_a_record_that_travelled_is_equal_with_an_equal_hash_and_frozen(record, travel):
    travelled = travel(record)

    assert record == travelled
    assert hash(record) == hash(travelled)
    assert repr(record) == repr(travelled)
    assert [repr(getattr(record, f.name)) for f in fields_of(type(record)) if f.eq] == [
        repr(getattr(travelled, f.name)) for f in fields_of(type(record)) if f.eq
    ]
    with pytest.raises(AttributeError):
        travelled.colour = "red"


_OTHER_PROCESS = """
import pickle, sys
records = pickle.load(sys.stdin.buffer)
again = pickle.loads(pickle.dumps(records))
for one, other in zip(records, again, strict=True):
    assert one == other and hash(one) == hash(other) and len({one, other}) == 1, one
sys.stdout.buffer.write(pickle.dumps(records))
"""


def test_records_are_equal_in_another_process_with_another_hash_seed():
    answer = subprocess.run(
        [sys.executable, "-c", _OTHER_PROCESS],
        input=pickle.dumps(RECORDS),
        capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": "7"},
        check=False,
    )

    assert "" == answer.stderr.decode()
    assert RECORDS == pickle.loads(answer.stdout)
    assert set(RECORDS) == set(pickle.loads(answer.stdout))


# Strict.


@each_record
@pytest.mark.parametrize(
    "wrong",
    [None, 1.5, b"text", object(), {"a": 1}, ["a"]],
    ids=lambda wrong: type(wrong).__name__,
)
def test_a_field_of_a_wrong_type_is_refused_and_class_and_field_are_named(record, wrong):
    for name in given_fields(record):
        with pytest.raises(
            InvalidTypeError, match=f"^{type(record).__name__}\\.{name}: "
        ) as refused:
            with_changes(record, **{name: wrong})
        assert isinstance(refused.value, TypeError)
        assert len(str(refused.value)) < 600


@each_record
def test_true_is_no_number_and_a_number_no_text(record):
    for name, value in given_fields(record).items():
        if not isinstance(value, bool) and name not in ("unnamed", "state_run"):
            with pytest.raises(InvalidTypeError):
                with_changes(record, **{name: True})
        with pytest.raises((InvalidTypeError, InvalidValueError)):
            with_changes(record, **{name: -7})


@each_record
def test_a_list_where_a_tuple_belongs_is_refused(record):
    for name, value in given_fields(record).items():
        if isinstance(value, tuple):
            with pytest.raises(InvalidTypeError, match="is of type list; give tuple"):
                with_changes(record, **{name: list(value)})


@each_record
def test_nothing_stands_twice_in_a_list(record):
    for name, value in given_fields(record).items():
        if isinstance(value, tuple) and value:
            with pytest.raises(InvalidValueError, match="an item is listed twice; list it once"):
                with_changes(record, **{name: (*value, value[0])})


@pytest.mark.parametrize(
    "wrong",
    [
        {"countries": ("KZ",)},
        {"countries": (TUNGSTEN,)},
        {"partners": (MINISTRY,)},
        {"sectors": ("minerals",)},
        {"sectors": (Stage.SIGNED,)},
        {"topics": (5,)},
        {"kind": "sale"},
        {"part_of": DEPOSIT},
        {"stages": (money(),)},
        {"stages": (Stated(value=Implementation.OPERATING, **CITED),)},
        {"amounts": (money(),)},
        {"citations": (EARLY,)},
        {"no_amount": None},
        {"place": "Almaty"},
    ],
)
def test_an_element_or_reference_of_another_kind_is_refused(wrong):
    (name,) = wrong

    with pytest.raises(InvalidTypeError, match=rf"^Deal\.{name}: "):
        deal(**wrong)


def test_a_statement_of_another_quantity_is_refused():
    """``Stated[Money]`` holds money, and so does whatever is built on it."""
    with pytest.raises(InvalidTypeError, match=r"^Amount\.statements: "):
        Amount(role=AmountRole.COST, statements=(Stated(value=Share("0.5"), **CITED),))
    with pytest.raises(InvalidTypeError, match=r"^RelativeStatement\.value: "):
        RelativeStatement(value=Money(1, "USD"), of="the price", **CITED)
    with pytest.raises(InvalidTypeError, match=r"^Stated\.value: "):
        Stated(value=PartialDate(2025), **CITED)


@each_record
def test_an_unknown_field_is_refused(record):
    with pytest.raises(TypeError, match="colour"):
        type(record)(**given_fields(record), colour="red")


@pytest.mark.parametrize(
    "id", ["", "Zhetisu", "zhetisu_1", "-a", "a-", "a--b", "ä", "a b", "a" * 101]
)
def test_an_id_reads_aloud(id):
    with pytest.raises(InvalidValueError, match="use at most 100 letters a-z, digits and hyphens"):
        deal(id)


def test_an_id_of_a_hundred_characters_is_the_longest():
    assert "a" * 100 == deal("a" * 100).id


def test_entities_with_names_have_one():
    for entity in ENTITIES:
        if entity.names:
            with pytest.raises(InvalidValueError, match="it has no name"):
                with_changes(entity, names=())
            assert entity.names[0].text == entity.name


def test_absent_fields_are_not_stated():
    bare = deal()

    assert NotStated() == bare.part_of == bare.place == bare.stage == bare.date == bare.value
    assert () == bare.countries == bare.amounts == bare.ancestors
    assert len(PARTS) + len(ENTITIES) == len(RECORDS)
