"""The laws of what hypothesis draws: it is varied, small at first, consistent, and can be kept."""

from __future__ import annotations

import contextlib
from collections import defaultdict
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, Phase, assume, find, given, settings, strategies as st

import centralasia_minerals as cam
from centralasia_minerals.adapters import hypothesis as drawn
from centralasia_minerals.adapters.drawn.building import without_circles
from centralasia_minerals.dataset.relations.graph import circles_among
from centralasia_minerals.dataset.traversal import entities_inside
from centralasia_minerals.entities.base.record import Record, with_changes
from centralasia_minerals.values.closed_enum import ClosedEnum

PUBLIC = [getattr(cam, name) for name in cam.__all__ if isinstance(getattr(cam, name), type)]
RECORDS = [cls for cls in PUBLIC if issubclass(cls, Record) and cls is not cam.Entity]
KINDS = [cls for cls in RECORDS if issubclass(cls, cam.Entity)]
VALUES = [cam.Currency, cam.Measure, cam.Money, cam.Name, cam.PartialDate, cam.Share]
ENUMS = [cls for cls in PUBLIC if issubclass(cls, ClosedEnum)]

ALWAYS_ALIKE = {cam.Figure: ["reason"]}
"""Figures are made of statements that hold, and only deprecated ones have a reason."""

SLOW_IS_FINE = [HealthCheck.too_slow, HealthCheck.data_too_large]


def drawn_of(cls: Any, most: int) -> list[Any]:
    """Give examples of a class."""
    seen: list[Any] = []

    @settings(max_examples=most, database=None, deadline=None, derandomize=True)
    @given(st.from_type(cls))
    def draws(one: object) -> None:
        seen.append(one)

    draws()
    return seen


def relation_to(deal: str, kind: cam.RelationKind) -> cam.Relation:
    """Give a relation to a deal."""
    return cam.Relation(kind=kind, deal=deal)


def least(cls: Any, condition: Any = lambda _: True, most: int = 2000) -> Any:
    """Give the smallest example for which a condition holds."""
    quietly = settings(
        max_examples=most, database=None, deadline=None, suppress_health_check=[*HealthCheck]
    )
    return find(st.from_type(cls), condition, settings=quietly)


@pytest.mark.slow
@pytest.mark.parametrize("cls", [*RECORDS, *VALUES], ids=lambda cls: cls.__name__)
def test_every_field_is_drawn_with_two_values_at_least(cls: Any) -> None:
    seen: defaultdict[str, set[str]] = defaultdict(set)
    fields = [field.name for field in attrs.fields(cls) if field.init]

    for one in drawn_of(cls, 200):
        for name in fields:
            seen[name].add(repr(getattr(one, name)))

    assert ALWAYS_ALIKE.get(cls, []) == [name for name in fields if len(seen[name]) < 2]


@pytest.mark.parametrize("cls", ENUMS, ids=lambda cls: cls.__name__)
def test_every_member_is_drawn(cls: Any) -> None:
    assert set(cls) == set(drawn_of(cls, 20 * len(cls)))


@pytest.mark.slow
@pytest.mark.parametrize("cls", KINDS, ids=lambda cls: cls.__name__)
def test_hypothesis_shows_the_smallest_record_of_those_that_fail(cls: Any) -> None:
    found = least(cls)

    own = [field for field in attrs.fields(cls) if field.init and field.eq]
    optional = {field.name for field in own if field.default is not attrs.NOTHING}
    held = {name for name in optional if getattr(found, name)}
    assert held <= {"citations", "status", "read"}
    assert all(not one.supports for one in getattr(found, "citations", ()))


@pytest.mark.slow
def test_hypothesis_shows_the_smallest_deal_with_what_fails() -> None:
    found = least(cam.Deal, lambda deal: deal.amounts)

    (amount,) = found.amounts
    held = [name for name in attrs.asdict(found, recurse=False) if getattr(found, name)]
    assert ["id", "title", "kind", "amounts", "citations"] == [n for n in held if n not in DERIVED]
    assert not amount.statements


DERIVED = {"stage", "implementation"}


@pytest.mark.slow
def test_the_smallest_values_are_nothing_and_the_first() -> None:
    assert cam.Money(0, "USD") == least(cam.Money)
    assert cam.Share(0) == least(cam.Share)
    assert cam.Hedge.AS_STATED is least(cam.Stated).hedge


@pytest.mark.parametrize("cls", KINDS, ids=lambda cls: cls.__name__)
def test_a_record_that_is_drawn_can_be_kept_as_json(cls: Any) -> None:
    @settings(database=None, deadline=None, suppress_health_check=SLOW_IS_FINE)
    @given(st.from_type(cls))
    def holds(record: Any) -> None:
        assert record == cam.from_json(cam.to_json(record))

    holds()


def test_a_deal_that_would_cover_its_own_whole_is_drawn_without_its_relations() -> None:
    whole = cam.Deal(id="whole", title="The whole", kind=cam.DealKind.CONTRACT)
    deal = cam.Deal(id="part", title="The part", kind=cam.DealKind.CONTRACT, part_of=whole)
    covering = relation_to("whole", cam.RelationKind.FOLLOWS)
    harmless = relation_to("another", cam.RelationKind.FOLLOWS)

    assert not without_circles(with_changes(deal, relations=(covering,))).relations
    assert without_circles(with_changes(deal, relations=(harmless,))).relations == (harmless,)


def test_a_deal_that_would_cover_and_be_covered_is_drawn_without_its_relations() -> None:
    both = [
        relation_to("other", kind) for kind in (cam.RelationKind.FOLLOWS, cam.RelationKind.PART_OF)
    ]
    deal = cam.Deal(id="one", title="The one", kind=cam.DealKind.CONTRACT, relations=tuple(both))

    assert circles_among([deal])
    assert not without_circles(deal).relations


@pytest.mark.parametrize("cls", VALUES, ids=lambda cls: cls.__name__)
@settings(max_examples=20)
@given(st.data())
def test_a_value_that_is_drawn_can_be_kept_as_json(cls: Any, data: st.DataObject) -> None:
    value = data.draw(st.from_type(cls))

    assert value == cam.from_json(cam.to_json(value))


@pytest.mark.parametrize("ending", ["json", "toml"])
@settings(max_examples=30, suppress_health_check=[*HealthCheck])
@given(dataset=drawn.datasets())
def test_a_dataset_that_is_drawn_can_be_written_and_read(
    dataset: cam.Dataset, ending: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assume(any(dataset.records.values()))  # a file without records is refused
    path: Path = tmp_path_factory.getbasetemp() / f"drawn.{ending}"

    cam.write(dataset, path)

    assert dataset == cam.read(path)
    assert dataset == cam.from_json(cam.to_json(dataset))


@settings(max_examples=30, suppress_health_check=[*HealthCheck])
@given(drawn.datasets())
def test_what_a_dataset_refers_to_is_the_very_record_in_it(dataset: cam.Dataset) -> None:
    own = {one.id: one for kind in dataset.records.values() for one in kind}

    for record in own.values():
        for inner in entities_inside(record):
            assert inner is own[inner.id]


@settings(max_examples=60, suppress_health_check=[*HealthCheck])
@given(drawn.deals(max_size=3), drawn.filters())
def test_deals_can_be_totalled(deals: tuple[cam.Deal, ...], filters: cam.Filters) -> None:
    total = cam.total(deals, **filters.keywords)

    assert filters == total.filters


class EnoughError(Exception):
    """Whatever should be drawn was drawn; no more examples are needed."""


@pytest.mark.slow
def test_deals_are_drawn_with_relations_and_wholes_among_them() -> None:
    wanted = {"whole", "part", *map(str, cam.RelationKind)}
    seen: set[str] = set()

    @settings(
        max_examples=500, database=None, deadline=None, derandomize=True, phases=[Phase.generate]
    )
    @given(drawn.deals(min_size=2))
    def draws(deals: tuple[cam.Deal, ...]) -> None:
        own = {deal.id for deal in deals}
        assert () == circles_among(deals)
        for deal in deals:
            seen.update(str(one.kind) for one in deal.relations if one.deal in own)
            seen.update(["whole" for one in deal.ancestors if one in deals and one.amounts])
            seen.update(["part" for one in deal.amounts if one.part_of])
        if seen == wanted:
            raise EnoughError

    with contextlib.suppress(EnoughError):
        draws()

    assert wanted == seen


@pytest.mark.slow
def test_an_official_is_an_official_wherever_it_is_drawn() -> None:
    assert cam.Official is type(least(cam.Official))

    deal = least(
        cam.Deal, lambda one: any(isinstance(s.person, cam.Official) for s in one.signatories)
    )

    assert isinstance(cam.from_json(cam.to_json(deal)).signatories[0].person, cam.Official)
