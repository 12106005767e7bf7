"""``find`` takes the exact spelling first, else whole words; it never guesses."""

from __future__ import annotations

import pickle

import pytest

from centralasia_minerals.dataset.dataset import Dataset
from centralasia_minerals.entities.country import Country
from centralasia_minerals.entities.mineral import Mineral
from centralasia_minerals.entities.organization import Organization, OrganizationKind
from centralasia_minerals.entities.person import Official, Person
from centralasia_minerals.errors import InvalidTypeError, NameNotFoundError
from centralasia_minerals.values.name import Name


def named(cls, id: str, *names: str, **more: object):
    return cls(id=id, names=tuple(map(Name, names)), **more)


def company(id: str, *names: str) -> Organization:
    return named(Organization, id, *names, kind=OrganizationKind.COMPANY)


@pytest.fixture(scope="module")
def named_data() -> Dataset:
    return Dataset.of(
        {
            "countries": (named(Country, "KZ", "Kazakhstan"), named(Country, "UZ", "Uzbekistan")),
            "minerals": (named(Mineral, "gold", "gold"),),
            "organizations": (
                company("cove-capital", "Cove Capital"),
                company("cove-kaz", "Cove Kaz Capital Group", "Cove Kaz"),
                company("kazakh-gold", "Gold of Kazakhstan"),
                company("tau-ken", "Tau-Ken Samruk"),
                company("strasse", "Erzstraße Übersee"),
                company("uz-mining", "O'zbekiston Konchilik"),
            ),
            "people": (
                named(
                    Official,
                    "kassym-jomart-tokayev",
                    "Kassym-Jomart Tokayev",
                    "Qasym-Zhomart Toqaev",
                ),
                named(Official, "shavkat-mirziyoyev", "Shavkat Mirziyoyev", "Шавкат Мирзиёев"),
                named(Person, "jose", "José Muñoz"),
            ),
        }
    )


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Kassym-Jomart Tokayev", "kassym-jomart-tokayev"),
        ("Toqaev", "kassym-jomart-tokayev"),
        ("qasym-zhomart toqaev", "kassym-jomart-tokayev"),
        ("TOKAYEV kassym", "kassym-jomart-tokayev"),
        ("Tokayev Toqaev", "kassym-jomart-tokayev"),
        ("мирзиёев", "shavkat-mirziyoyev"),
        ("МИРЗИЕЕВ", "shavkat-mirziyoyev"),
        ("Jose Munoz", "jose"),
        ("erzstrasse ubersee", "strasse"),
        ("tau ken", "tau-ken"),
        ("o'zbekiston", "uz-mining"),
        ("O\u02bbzbekiston", "uz-mining"),
        ("O\u2018zbekiston konchilik", "uz-mining"),
    ],
)
def test_any_recorded_spelling_finds_it_whatever_its_case_and_accents(named_data, text, id):
    assert id == named_data.find(text).id


@pytest.mark.parametrize(
    ("text", "id"), [("Cove Kaz", "cove-kaz"), ("Kazakhstan", "KZ"), ("gold", "gold")]
)
def test_the_exact_spelling_goes_before_words(named_data, text, id):
    """ "Kazakhstan" and "gold" are words of a company's name too."""
    assert id == named_data.find(text).id


@pytest.mark.parametrize(
    "text", ["Toka", "okayev", "Kazakh", "Tokayev Mirziyoyev", "", " ", "-", "…"]
)
def test_parts_of_words_and_no_words_find_nothing(named_data, text):
    with pytest.raises(NameNotFoundError, match=f"no recorded name matches {text!r};"):
        named_data.find(text)


def test_a_near_spelling_is_suggested_not_taken(named_data):
    with pytest.raises(NameNotFoundError, match="did you mean 'Kassym-Jomart Tokayev'"):
        named_data.find("Kasym-Jomart Tokaev")


@pytest.mark.parametrize(
    ("text", "ids"),
    [("cove", ("cove-capital", "cove-kaz")), ("GOLD", ("kazakh-gold", "gold"))],
)
def test_two_that_match_are_an_error_that_lists_them_by_id(named_data, text, ids):
    with pytest.raises(NameNotFoundError, match=f"{text!r} matches 2 records") as several:
        named_data.find(text)

    assert ids == several.value.ids
    assert all(id in str(several.value) for id in ids)
    assert ids == pickle.loads(pickle.dumps(several.value)).ids
    assert isinstance(several.value, LookupError)


def test_a_catalog_finds_among_its_own_only(named_data):
    assert "kazakh-gold" == named_data.organizations.find("GOLD").id
    assert "gold" == named_data.minerals.find("GOLD").id
    with pytest.raises(NameNotFoundError):
        named_data.minerals.find("Cove Capital")


def test_an_official_counts_once(named_data):
    assert named_data.people.find("Toqaev") is named_data.find("Toqaev")
    assert named_data.officials.find("Toqaev") is named_data.find("Toqaev")
    with pytest.raises(NameNotFoundError):
        named_data.officials.find("Muñoz")


@pytest.fixture(scope="module")
def spelled() -> Dataset:
    """Give people whose names differ in letters, and one of each kind of apostrophe."""
    names = ["Işık", "Gulʹnara Ahmedova", "ʿAbdullāh", "Руйский", "Руиский", "Ёлкин", "Ўзбек",
             "Узбек", "Київ", "Киів", "Tau–Ken", "علی رضا"]  # fmt: skip
    people = [named(Person, f"p{number}", name) for number, name in enumerate(names)]
    return Dataset.of({"people": tuple(people)})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ışık", "Işık"),
        ("IŞIK", "Işık"),
        ("işık", "Işık"),
        ("isik", "Işık"),
        ("Gul'nara", "Gulʹnara Ahmedova"),
        ("Gul’nara Ahmedova", "Gulʹnara Ahmedova"),
        ("Gulʻnara", "Gulʹnara Ahmedova"),
        ("gul`nara", "Gulʹnara Ahmedova"),
        ("'Abdullah", "ʿAbdullāh"),
        ("‘ABDULLAH", "ʿAbdullāh"),
        ("Abdullāh", "ʿAbdullāh"),
        ("руйский", "Руйский"),
        ("РУИСКИЙ", "Руиский"),
        ("елкин", "Ёлкин"),
        ("ЁЛКИН", "Ёлкин"),
        ("ўзбек", "Ўзбек"),
        ("узбек", "Узбек"),
        ("київ", "Київ"),
        ("киів", "Киів"),
        ("tau-ken", "Tau–Ken"),
        ("ＴＡＵ\u00a0ken", "Tau–Ken"),
        ("علی\u200cرضا", "علی رضا"),
    ],
)
def test_a_spelling_differs_only_in_what_may_be_left_out(spelled, text: str, found: str) -> None:
    """Letters of their own are never folded into others: й is not и; but ё is е."""
    assert found == spelled.find(text).name


def test_titles_are_no_names(full):
    with pytest.raises(NameNotFoundError):
        full.find("The Zhetisu venture")
    with pytest.raises(NameNotFoundError):
        full.deals.find("The Zhetisu venture")


@pytest.mark.parametrize("text", [None, 5, Name("gold"), ["gold"]])
def test_only_text_is_asked_for(named_data, text):
    with pytest.raises(InvalidTypeError, match="give the name as text"):
        named_data.find(text)
