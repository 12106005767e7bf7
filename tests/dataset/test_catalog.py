"""A catalog is a sized, sorted, read-only collection of the entities of one kind."""

from __future__ import annotations

import copy
import pickle

import pytest
from full_document import EARLY, LATE

from centralasia_minerals.dataset.catalog import Catalog
from centralasia_minerals.entities.base.record import with_changes
from centralasia_minerals.entities.country import Country
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.organization import Organization, OrganizationKind
from centralasia_minerals.errors import InvalidTypeError, UnknownIdError
from centralasia_minerals.values.name import Name


def test_iterating_gives_the_entities_in_the_order_of_their_ids(full):
    assert ["zhetisu-umbrella", "zhetisu-venture"] == [deal.id for deal in full.deals]
    assert all(isinstance(deal, Deal) for deal in full.deals)


def test_it_is_sized_and_empty_where_there_is_nothing(full):
    assert 2 == len(full.deals)
    assert 0 == len(full.deals.where(kind="sale"))
    assert not full.deals.where(kind="sale")


def test_ids_are_sorted_text(full):
    assert (EARLY, LATE) == tuple(reversed(full.sources.ids))
    assert tuple(sorted(full.organizations.ids)) == full.organizations.ids


def test_an_entity_is_got_by_its_id(full):
    assert all(full.organizations[id].id == id for id in full.organizations.ids)
    assert full.deals["zhetisu-venture"] is full.deals.get("zhetisu-venture")


@pytest.mark.parametrize(
    "id", ["", "a", "zhetisu-ventur", "zhetisu-venture ", "zzz", "altai-metals"]
)
def test_a_miss_is_a_key_error_and_get_gives_none(full, id: str):
    assert full.deals.get(id) is None
    with pytest.raises(KeyError):
        full.deals[id]


def test_a_miss_says_what_was_asked_and_suggests_near_ids(full):
    with pytest.raises(UnknownIdError) as miss:
        full.deals["zhetis-ventur"]

    assert "no deal with id 'zhetis-ventur'; did you mean 'zhetisu-venture'?" == str(miss.value)
    assert ("deal", "zhetis-ventur") == (miss.value.kind, miss.value.id)
    assert ("zhetisu-venture",) == miss.value.suggestions
    assert str(miss.value) == str(pickle.loads(pickle.dumps(miss.value)))


def test_a_miss_far_from_everything_suggests_nothing(full):
    with pytest.raises(UnknownIdError) as miss:
        full.deals["qqqq"]

    assert "no deal with id 'qqqq'" == str(miss.value)


@pytest.mark.parametrize("key", [0, -1, None, 1.5, True, ("KZ",)])
def test_a_place_is_no_id(full, key: object):
    with pytest.raises(InvalidTypeError, match="give the id as text"):
        full.countries[key]


def test_a_slice_gives_entities(full):
    first = full.deals[:1]

    assert (full.deals["zhetisu-umbrella"],) == first


def test_membership_is_asked_by_id_or_by_entity(full):
    kazakhstan = full.countries["KZ"]

    assert "KZ" in full.countries
    assert kazakhstan in full.countries
    assert "TJ" not in full.countries
    assert full.deals["zhetisu-venture"] not in full.countries
    assert 5 not in full.countries
    assert None not in full.countries


def test_an_entity_that_differs_from_the_one_with_its_id_is_not_in_it(full):
    renamed = with_changes(full.countries["KZ"], names=(Name("Qazaqstan"),))

    assert renamed not in full.countries
    assert copy.copy(full.countries["KZ"]) in full.countries


def test_entities_given_in_any_order_make_the_same_catalog(full):
    backwards = Catalog(Country, reversed(tuple(full.countries)))

    assert full.countries == backwards
    assert hash(full.countries) == hash(backwards)
    assert backwards.ids == ("KZ", "UZ")


@pytest.mark.parametrize("field", ["entities", "ids", "cls", "colour"])
def test_nothing_of_it_can_be_assigned(full, field: str):
    with pytest.raises(AttributeError):
        setattr(full.deals, field, ())
    with pytest.raises((AttributeError, TypeError)):
        delattr(full.deals, field)


def test_entries_can_be_neither_set_nor_deleted(full):
    with pytest.raises(TypeError):
        full.deals["zhetisu-venture"] = full.deals["zhetisu-umbrella"]
    with pytest.raises(TypeError):
        del full.deals["zhetisu-venture"]


def test_repr_is_short_and_str_is_a_table(full):
    assert "<Catalog of 2 deal records>" == repr(full.deals)
    lines = str(full.deals).splitlines()
    assert ["deal", "id", "stage", "date", "value"] == lines[0].split()
    assert any("zhetisu-venture" in line and "USD 1,100,000,000" in line for line in lines)


@pytest.mark.parametrize(
    ("kind", "columns"),
    [
        ("countries", ["country", "id"]),
        ("events", ["event", "id", "kind", "date"]),
        ("statistics", ["statistic", "id", "stated"]),
        ("organizations", ["organization", "id", "kind"]),
    ],
)
def test_a_table_has_the_columns_of_its_kind(full, kind, columns):
    lines = str(getattr(full, kind)).splitlines()

    assert columns == lines[0].split()
    assert len(getattr(full, kind)) <= len(lines) - 1


def test_an_absent_figure_shows_as_its_kind_of_absence(full):
    assert "not stated" in str(full.deals.where(kind="cooperation"))


def test_a_notebook_shows_an_escaped_table(full):
    organization = Organization(
        id="odd", names=(Name("<script>alert('&')</script>"),), kind=OrganizationKind.COMPANY
    )

    shown = Catalog(Organization, (organization,))._repr_html_()

    assert "<table" in shown
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown
    assert "&amp;" in shown


@pytest.mark.parametrize(
    "travel", [copy.copy, copy.deepcopy, lambda x: pickle.loads(pickle.dumps(x))]
)
def test_a_copy_is_equal_and_finds_the_same(full, travel):
    travelled = travel(full.deals)

    assert full.deals == travelled
    assert full.deals.ids == travelled.ids
    assert full.deals["zhetisu-venture"] == travelled["zhetisu-venture"]
