"""What a dataset or a catalog is made of is checked, and so is whatever they are asked."""

from __future__ import annotations

import attrs
import pytest

import centralasia_minerals as cam
from centralasia_minerals.dataset.kinds import KINDS

DS = cam.load()


def shown(value: object) -> str:
    """Name a case: pytest cannot write out an int of 5,000 digits."""
    return type(value).__name__


HUGE = 10**5000
WRONG = [5, HUGE, [HUGE], None, b"x", 1.5, "qqqq", {"a": 1}, object(), cam.Deal, DS.events]
DEAL, EVENT = DS.deals["kz-us-tungsten"], next(iter(DS.events))


@pytest.mark.parametrize(
    ("kind", "records", "found"),
    [
        (cam.Deal, [1], "1 is of type int; give records of the class Deal"),
        (cam.Deal, [DEAL, None], "None is of type NoneType"),
        (cam.Deal, DS.events, "is of type Event"),
        (cam.Official, DS.people, "is of type Person"),
        (cam.Deal, {DEAL.id: DEAL}, "'kz-us-tungsten' is of type str"),
        (cam.Deal, 5, "give records of one kind"),
        (cam.Deal, "kz-us-tungsten", "give records of one kind"),
        (cam.Deal, None, "give records of one kind"),
        (cam.Deal, HUGE, "give records of one kind"),
        ("deals", [], "give a class of records, such as Deal"),
        (5, [], "give a class of records, such as Deal"),
        (HUGE, [], "give a class of records, such as Deal"),
        (cam.Amount, [], "give a class of records, such as Deal"),
        (DEAL, [], "give a class of records, such as Deal"),
    ],
    ids=shown,
)
def test_a_catalog_is_made_of_records_of_its_kind(kind, records, found: str) -> None:
    with pytest.raises(cam.InvalidTypeError, match=found):
        cam.Catalog(kind, records)


def test_a_catalog_has_one_record_of_each_id() -> None:
    renamed = attrs.evolve(DEAL, title="Another title")

    for twice in ([DEAL, DEAL], [DEAL, renamed]):
        with pytest.raises(cam.InvalidValueError, match="two have the id 'kz-us-tungsten'"):
            cam.Catalog(cam.Deal, twice)


def test_a_catalog_takes_any_iterable_and_records_of_a_subclass() -> None:
    assert DS.deals == cam.Catalog(cam.Deal, iter(DS.deals))
    assert DS.people == cam.Catalog(cam.Person, set(DS.people))


@pytest.mark.parametrize(
    ("records", "error", "found"),
    [
        ({"dealz": ()}, cam.InvalidValueError, "'dealz' is not a catalog; did you mean 'deals'"),
        ({"deal": (DEAL,)}, cam.InvalidValueError, "did you mean 'deals'"),
        ({"officials": ()}, cam.InvalidValueError, "'officials' is not a catalog"),
        ({5: ()}, cam.InvalidValueError, "5 is not a catalog; give some of: sources, countries"),
        ({"x" * 10_000: ()}, cam.InvalidValueError, "is not a catalog"),
        ({"deals": DS.events}, cam.InvalidTypeError, "the deals of a dataset: Event.*class Deal"),
        ({"deals": (EVENT,)}, cam.InvalidTypeError, "the deals of a dataset: Event.*class Deal"),
        ({"deals": DEAL}, cam.InvalidTypeError, "the deals of a dataset: Deal"),
        ({"deals": 5}, cam.InvalidTypeError, "the deals of a dataset: 5 is of type int"),
        ({"deals": HUGE}, cam.InvalidTypeError, "the deals of a dataset"),
        ({"deals": "x"}, cam.InvalidTypeError, "the deals of a dataset: 'x' is of type str"),
        ({"deals": {"x": DEAL}}, cam.InvalidTypeError, "the deals of a dataset: 'x'"),
        ({"people": (DEAL,)}, cam.InvalidTypeError, "the people of a dataset.*class Person"),
        ({"deals": (DEAL, DEAL)}, cam.InvalidValueError, "two have the id"),
        ([], cam.InvalidTypeError, r"give a mapping such as {'deals': \(deal,\)}"),
        (DS, cam.InvalidTypeError, "give a mapping"),
        (HUGE, cam.InvalidTypeError, "give a mapping"),
    ],
    ids=shown,
)
def test_a_dataset_is_made_of_records_by_kind(records, error: type[Exception], found: str) -> None:
    with pytest.raises(error, match=found):
        cam.Dataset.of(records)


@pytest.mark.parametrize("field", KINDS)
@pytest.mark.parametrize("wrong", WRONG, ids=shown)
def test_a_dataset_has_a_catalog_of_its_kind_in_every_field(field: str, wrong: object) -> None:
    if field == "events" and wrong is DS.events:
        return
    with pytest.raises(cam.InvalidTypeError, match=f"the {field} of a dataset") as caught:
        attrs.evolve(DS, **{field: wrong})

    assert field == caught.value.field


@pytest.mark.parametrize("wrong", [5, None, HUGE, b"1", ("1",)], ids=shown)
def test_the_version_and_what_was_dropped_are_text(wrong: object) -> None:
    with pytest.raises(cam.InvalidTypeError, match="the version of a dataset"):
        cam.Dataset.of({}, version=wrong)
    if wrong != ("1",):
        with pytest.raises(cam.InvalidTypeError, match="what a merge dropped"):
            attrs.evolve(DS, dropped=wrong)


@pytest.mark.parametrize("version", ["\x1b[31m", "1\n2", "\ud800", "1\u202e"])
def test_a_version_can_be_printed_in_a_line(version: str) -> None:
    with pytest.raises(cam.InvalidValueError, match="cannot be printed"):
        cam.Dataset.of({}, version=version)


@pytest.mark.parametrize("wrong", [5, None, "x", (5,), [DS.deals], HUGE], ids=shown)
def test_behind_a_dataset_stand_datasets(wrong: object) -> None:
    with pytest.raises(cam.InvalidTypeError, match="give a Dataset"):
        cam.Dataset.of({}, behind=wrong)


def test_equal_datasets_have_the_same_version_and_equal_records() -> None:
    same = cam.Dataset.of(DS.records, version=DS.version)

    assert DS == same
    assert hash(DS) == hash(same)
    assert DS == attrs.evolve(DS, dropped=("something",))
    assert DS != cam.Dataset.of(DS.records, version="another")
    assert "the same version and equal records" in " ".join((cam.Dataset.__doc__ or "").split())


ASKED = {
    "find": lambda ds, wrong: ds.find(wrong),
    "search": lambda ds, wrong: ds.search(wrong),
    "as_of": lambda ds, wrong: ds.as_of(wrong),
    "merge": lambda ds, wrong: ds.merge(wrong),
    "prefer": lambda ds, wrong: ds.merge(ds, prefer=wrong),
    "origin_of": lambda ds, wrong: ds.origin_of(wrong),
    "parts_of": lambda ds, wrong: ds.parts_of(wrong),
    "deals_of": lambda ds, wrong: ds.deals_of(wrong),
    "events_of": lambda ds, wrong: ds.events_of(wrong),
    "catalog.find": lambda ds, wrong: ds.people.find(wrong),
    "catalog.search": lambda ds, wrong: ds.people.search(wrong),
    "catalog[]": lambda ds, wrong: ds.deals[wrong],
    "catalog.get": lambda ds, wrong: ds.deals.get(wrong),
}
TEXT_IS_FINE = {"search", "catalog.search", "catalog.get"}


@pytest.mark.parametrize("ask", ASKED)
@pytest.mark.parametrize("wrong", WRONG, ids=shown)
def test_whatever_is_asked_only_documented_errors_come_of_it(ask: str, wrong: object) -> None:
    if wrong is None and ask == "prefer":
        return
    if isinstance(wrong, str) and ask in TEXT_IS_FINE:
        return
    with pytest.raises(cam.CentralAsiaMineralsError) as caught:
        ASKED[ask](DS, wrong)

    assert len(str(caught.value)) < 500


@pytest.mark.parametrize("text", ["x" * 1_000_000, "\ud800", "\x00", "'" * 5_000, "9" * 5_000])
def test_odd_texts_are_not_found_and_not_repeated_in_full(text: str) -> None:
    for ask in (lambda: DS.deals[text], lambda: DS.find(text), lambda: DS.as_of(text)):
        with pytest.raises(cam.CentralAsiaMineralsError) as caught:
            ask()
        assert len(str(caught.value)) < 500
    assert DS.deals.get(text) is None
    assert text not in DS.deals


@pytest.mark.parametrize("places", [slice("a", "b"), slice(None, None, 0), slice(1.5), slice(DEAL)])
def test_a_slice_is_made_of_whole_numbers(places: slice) -> None:
    with pytest.raises(cam.InvalidTypeError, match="give whole numbers"):
        DS.deals[places]


def test_a_slice_may_reach_beyond_the_end() -> None:
    assert DS.deals.entities == DS.deals[-HUGE:HUGE]


def test_a_notebook_completes_the_ids_of_a_catalog() -> None:
    for kind in KINDS:
        catalog = getattr(DS, kind)
        completions = catalog._ipython_key_completions_()

        assert list(catalog.ids) == completions
        assert all(catalog[id].id == id for id in completions)


@pytest.mark.parametrize(
    ("catalog", "id", "suggested"),
    [
        ("countries", "China", "CN"),
        ("countries", "USA", "US"),
        ("countries", "U.S.", "US"),
        ("countries", "us", "US"),
        ("countries", "Китай", "CN"),
        ("countries", "Chine", "CN"),
        ("people", "Tokayev", "kassym-jomart-tokayev"),
        ("people", "Toqayev", "kassym-jomart-tokayev"),
        ("people", "Shavkat Mirziyoyev", "shavkat-mirziyoyev"),
        ("organizations", "EXIM", "us-export-import-bank"),
        ("organizations", "WTO", "world-trade-organization"),
        ("minerals", "W", "tungsten"),
        ("minerals", "tungstn", "tungsten"),
        ("deals", "kz-tungsten", "kz-us-tungsten"),
        ("deals", "Abraham Accords", "abraham-accords-2020"),
        ("sources", "Central Asia Offers Trump", "summit-minerals-2025-11"),
    ],
)
def test_an_unknown_id_suggests_by_name_acronym_and_language(
    catalog: str, id: str, suggested: str
) -> None:
    with pytest.raises(cam.UnknownIdError) as missed:
        getattr(DS, catalog)[id]

    assert suggested == missed.value.suggestions[0]
    assert f"did you mean {suggested!r}" in str(missed.value)


def test_an_id_of_another_kind_is_named_as_such() -> None:
    with pytest.raises(cam.UnknownIdError, match="no deal with id 'tungsten': it is a mineral; "):
        DS.deals["tungsten"]
    with pytest.raises(cam.UnknownIdError, match="no country with id 'boeing': it is an organi"):
        DS.countries["boeing"]


def test_an_id_that_a_narrowed_catalog_left_out_is_named_as_such() -> None:
    with pytest.raises(cam.UnknownIdError) as missed:
        DS.deals.where(country="UZ")["kz-us-tungsten"]

    assert "the dataset has it, but this catalog does not" == missed.value.found
    assert () == missed.value.suggestions
