"""Second copies that a type checker needs say what the first copy says."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any, get_args, get_overloads, get_type_hints

import attrs
import pytest

import centralasia_minerals as cam
from centralasia_minerals.analysis.counting.groups import GROUPS, GROUPS_OF_AMOUNTS
from centralasia_minerals.analysis.counting.keywords import READERS
from centralasia_minerals.dataset.kinds import KINDS
from centralasia_minerals.dataset.query import criteria
from centralasia_minerals.dataset.query.declared_criteria import criteria_of
from centralasia_minerals.entities import event, organization
from centralasia_minerals.entities.vocabulary import deal_kind, money_kind, sector, stage
from centralasia_minerals.values.closed_enum import ClosedEnum

TEXTS = [
    (deal_kind.DealKind, deal_kind.DealKindText),
    (deal_kind.DealClass, deal_kind.DealClassText),
    (money_kind.MoneyKind, money_kind.MoneyKindText),
    (event.EventKind, event.EventKindText),
    (organization.OrganizationKind, organization.OrganizationKindText),
    (sector.Sector, sector.SectorText),
    (stage.Stage, stage.StageText),
    (stage.StageGroup, stage.StageGroupText),
]
OVERLOADS: dict[type, type] = {
    get_args(hints["self"])[0]: get_args(hints["criteria"])[0]
    for overload in get_overloads(cam.Catalog.where)
    for hints in (get_type_hints(overload),)
    if "self" in hints
}


@pytest.mark.parametrize(("enum", "texts"), TEXTS, ids=lambda one: getattr(one, "__name__", ""))
def test_the_texts_of_an_enumeration_are_those_of_its_members(
    enum: type[ClosedEnum], texts: Any
) -> None:
    assert tuple(member.value for member in enum) == get_args(texts)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.__name__)
def test_the_keywords_of_where_are_the_criteria_on_the_fields(kind: type[cam.Entity]) -> None:
    keywords = get_type_hints(OVERLOADS.get(kind, criteria.Criteria))
    asked = set(criteria_of(kind))
    dates = {"since", "until"} if "date" in asked else set()

    assert (asked - {"date"}) | dates == set(keywords)


def test_the_docstring_of_where_names_every_keyword() -> None:
    told = inspect.getdoc(cam.Catalog.where) or ""
    keywords = {name for one in OVERLOADS.values() for name in get_type_hints(one)}

    assert {"source", "country", "since"} <= keywords
    assert [] == [name for name in sorted(keywords) if f"``{name}``" not in told]


def test_the_keywords_of_a_total_are_those_that_are_read() -> None:
    assert set(keyword_only(*READERS)) == set(get_type_hints(cam.TotalKeywords))
    assert set(keyword_only(cam.Filters.of)) == set(get_type_hints(cam.FilterKeywords))


@pytest.mark.parametrize(
    ("function", "readers"),
    [(cam.total, READERS), (cam.total_by, READERS), (cam.ledger, READERS)],
    ids=["total", "total_by", "ledger"],
)
def test_a_signature_shows_the_keywords_with_their_defaults(
    function: Callable[..., object], readers: tuple[Callable[..., object], ...]
) -> None:
    shown = inspect.signature(function).parameters.values()

    keywords = {one.name: one.default for one in shown if one.kind is one.KEYWORD_ONLY}

    assert keyword_only(*readers) == keywords
    assert [] == [one.name for one in shown if one.kind is one.VAR_KEYWORD]


def keyword_only(*readers: Callable[..., object]) -> dict[str, object]:
    return {
        one.name: one.default
        for reader in readers
        for one in inspect.signature(reader).parameters.values()
        if one.kind is one.KEYWORD_ONLY
    }


def test_the_keys_of_total_by_are_the_groups_on_the_fields() -> None:
    assert set(get_args(cam.GroupKey)) == {*GROUPS, *GROUPS_OF_AMOUNTS}


def test_a_dataset_has_a_catalog_for_each_kind_and_nothing_else_lists_them() -> None:
    fields = [
        field.name for field in attrs.fields(cam.Dataset) if field.eq and field.name != "version"
    ]

    assert list(KINDS) == fields
    assert KINDS.keys() == cam.load().records.keys()
    assert all(catalog.cls is KINDS[kind] for kind, catalog in catalogs(cam.load()).items())


def catalogs(dataset: cam.Dataset) -> dict[str, cam.Catalog[Any]]:
    return {kind: getattr(dataset, kind) for kind in KINDS}


def enums() -> list[type[ClosedEnum]]:
    return [value for name in cam.__all__ if is_enum(value := getattr(cam, name))]


def is_enum(value: object) -> bool:
    return isinstance(value, type) and issubclass(value, ClosedEnum)


@pytest.mark.parametrize("enum", enums(), ids=lambda enum: enum.__name__)
def test_every_member_says_what_it_means_and_help_lists_it(enum: type[ClosedEnum]) -> None:
    told = inspect.getdoc(enum) or ""

    for member in enum:
        assert member.meaning.strip()
        assert f"``{member}``: {member.meaning}" in told


def attrs_classes() -> list[type]:
    found = (getattr(cam, name) for name in cam.__all__)
    return [value for value in found if isinstance(value, type) and attrs.has(value)]


@pytest.mark.parametrize("cls", attrs_classes(), ids=lambda cls: cls.__name__)
def test_every_public_field_is_documented_where_its_class_is(cls: type) -> None:
    fields = {field.name for field in attrs.fields(cls) if not field.name.startswith("_")}

    assert set() == fields - set(documented(cls))


def documented(cls: type) -> set[str]:
    """Give the fields that stand under Attributes: in the docstrings of a class and its bases."""
    told: set[str] = set()
    for one in cls.__mro__:
        _, _, rest = inspect.cleandoc(one.__doc__ or "").partition("Attributes:\n")
        for line in rest.splitlines():
            name, colon, _ = line.strip().partition(":")
            if colon and name.isidentifier() and line.startswith(" " * 4):
                told.add(name)
    return told
