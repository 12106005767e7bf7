"""``search`` lists all that fits, best first; ``find`` stays strict, and says what was meant."""

from __future__ import annotations

import pickle
import sys
import time

import pytest
from hypothesis import given, strategies as st

import centralasia_minerals as cam
from centralasia_minerals.dataset.dataset import Dataset
from centralasia_minerals.rendering.listing import Listing

DS = cam.load()
TEXTS = [name.text for kind in DS.records.values() for one in kind for name in one.names]
TOKAYEV, MIRZIYOYEV = "kassym-jomart-tokayev", "shavkat-mirziyoyev"


def ids(text: str, among: cam.Dataset | cam.Catalog = DS) -> list[str]:
    return [match.record.id for match in among.search(text)]


def test_everybody_and_everything_with_a_name_in_it_is_found_titles_too() -> None:
    """``find`` can only refuse here, since two have the name."""
    found = DS.search("Trump")

    assert {"trump-administration", "donald-trump"} == set(ids("Trump")[:2])
    assert "tokayev-backs-trump-and-accords" in ids("Trump")
    assert all("trump" in match.text.casefold() for match in found)


@pytest.mark.parametrize(
    ("text", "first", "likeness"),
    [
        ("Boeing", "boeing", "exact"),
        ("boeing", "boeing", "exact"),
        ("BOEING", "boeing", "same words"),
        ("EXIM", "us-export-import-bank", "acronym"),
        ("WTO", "world-trade-organization", "acronym"),
        ("U.S.", "US", "acronym"),
        ("US", "US", "exact"),
        ("USA", "US", "other language"),
        ("kz", "KZ", "same words"),
        ("Китай", "CN", "other language"),
        ("Chine", "CN", "other language"),
        ("Қытай", "CN", "other language"),
        ("中国", "CN", "other language"),
        ("Qozog'iston", "KZ", "other language"),
        ("США", "US", "other language"),
        ("Tokayev", TOKAYEV, "whole words"),
        ("tungst", "tungsten", "beginnings"),
        ("W", "tungsten", "exact"),
        ("United States of America", "US", "within"),
        ("Toqayev", TOKAYEV, "similar"),
        ("Mirziyoev", MIRZIYOYEV, "similar"),
        ("foreign minister", "abdulaziz-kamilov", "exact"),
        ("kz-us-tungsten", "kz-us-tungsten", "exact"),
        ("the Abraham Accords", "abraham-accords-signing-2020", "whole words"),
    ],
)
def test_the_best_comes_first_and_says_how_well_it_fits(
    text: str, first: str, likeness: str
) -> None:
    best = DS.search(text)[0]

    assert (first, likeness) == (best.record.id, str(best.likeness))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Токаев", TOKAYEV),
        ("Тоқаев", TOKAYEV),
        ("ТОКАЕВ", TOKAYEV),
        ("Касым-Жомарт Токаев", TOKAYEV),
        ("Мирзиёев", MIRZIYOYEV),
        ("Шавкат Мирзиёев", MIRZIYOYEV),
        ("Владимир Путин", "vladimir-putin"),
        ("Росатом", "rosatom"),
        ("Тау-Кен Самрук", "tau-ken-samruk"),
        ("习近平", "xi-jinping"),
        ("Нетаньяху", "benjamin-netanyahu"),
    ],
)
def test_names_in_other_alphabets_are_found_by_transliteration(text: str, first: str) -> None:
    pytest.importorskip("anyascii")

    assert first == ids(text)[0]


@pytest.mark.parametrize(
    "text", ["", " ", "-", "…", "zzzz", "xyzzy plugh", "blockchain Antarctica", "\ud800", "\x00"]
)
def test_nothing_fits_where_nothing_does(text: str) -> None:
    found = DS.search(text)

    assert 0 == len(found)
    assert not found
    assert () == found.records
    assert "0 records" in str(found)


def test_a_catalog_searches_among_its_own_only() -> None:
    assert ["donald-trump"] == ids("Trump", DS.people)
    assert "kz-us-tungsten" == ids("tungsten", DS.deals)[0]
    assert [] == ids("tungsten", DS.people)
    assert set(ids("Trump", DS.deals)) < set(ids("Trump"))


@pytest.mark.parametrize(
    ("text", "first", "likeness", "part"),
    [
        ("вольфрам", "tungsten", "other language", "names in Russian"),
        ("Вольфрам", "tungsten", "other language", "names in Russian"),
        ("золото", "gold", "other language", "names in Russian"),
        ("редкоземельные", "rare-earths", "whole words", "names in Russian"),
        ("Kasachstan", "KZ", "other language", "names in CLDR"),
        ("Usbekistan", "UZ", "other language", "names in CLDR"),
        ("ウズベキスタン", "UZ", "other language", "names in CLDR"),
        ("카자흐스탄", "KZ", "other language", "names in CLDR"),
    ],
)
def test_minerals_and_countries_are_found_by_their_names_in_other_languages(
    text: str, first: str, likeness: str, part: str
) -> None:
    best = DS.search(text)[0]

    assert (first, likeness, part) == (best.record.id, str(best.likeness), best.part)


@pytest.mark.parametrize(
    ("text", "first", "likeness"),
    [
        ("Европейский союз", "european-union", "other language"),
        ("центральная азия", "central-asia", "other language"),
        ("ЕС", "european-union", "acronym"),
    ],
)
def test_blocs_are_found_by_their_names_in_russian(text: str, first: str, likeness: str) -> None:
    """The letters of the EU are also those of Spain's code, once they are Latin ones."""
    best = cam.load("region").search(text)[0]

    assert (first, likeness, "names in Russian") == (best.record.id, str(best.likeness), best.part)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("letter of interest", "amounts[1].stage"),
        ("письмо о заинтересованности", "amounts[1].stage in Russian"),
    ],
)
def test_a_deal_is_found_by_how_far_one_of_its_amounts_has_come(text: str, part: str) -> None:
    best = DS.search(text)[0]

    assert ("kz-us-tungsten", part) == (best.record.id, best.part)


@pytest.mark.parametrize("text", ["олово", "литий", "калий"])
def test_one_short_word_in_other_letters_is_not_taken_for_another(text: str) -> None:
    """Tin, lithium and potassium look like gold, a city and gallium."""
    pytest.importorskip("anyascii")

    assert not [one for one in cam.load("region").search(text) if one.likeness == "similar"]
    assert not DS.search(text)


@pytest.mark.parametrize("text", ["Wolfram", "вольфрама"])
def test_a_name_that_only_looks_like_one_in_another_language_is_found_if_nothing_else_is(
    text: str,
) -> None:
    pytest.importorskip("anyascii")

    (only,) = DS.search(text)
    assert ("tungsten", "similar") == (only.record.id, str(only.likeness))


@pytest.mark.parametrize("among", [DS, cam.load("region")], ids=["articles", "region"])
def test_deals_are_found_by_how_far_they_have_come_in_both_languages(among: cam.Dataset) -> None:
    signed = {one.id for one in among.deals.where(stage="signed")}
    suspended = {one.id for one in among.deals if one.implementation == "suspended"}

    assert signed == {one.id for one in among.deals.search("подписано").records}
    assert signed <= {one.id for one in among.deals.search("signed").records}
    assert suspended <= {one.id for one in among.deals.search("приостановлено").records}
    assert {"stage in Russian"} == {one.part for one in among.deals.search("подписано")}


@pytest.mark.parametrize("among", [DS, cam.load("region")], ids=["articles", "region"])
@pytest.mark.parametrize("text", ["tungsten", "Abraham Accords", "nuclear", "copper", "минерал"])
def test_an_event_stands_behind_the_deals_it_is_about_that_fit_as_well(
    text: str, among: cam.Dataset
) -> None:
    found = list(among.search(text))

    for place, match in enumerate(found):
        if isinstance(match.record, cam.Event):
            later = {one.record.id for one in found[place:] if one.likeness == match.likeness}
            assert not later & {deal.id for deal in match.record.deals}


def test_what_fits_says_where_it_stands() -> None:
    by_part = {match.part: match.text for text in ("Boeing", "boeing-jets", "W", "USA") for match
               in DS.search(text)[:1]}  # fmt: skip

    assert "Boeing" == by_part["names[0]"]
    assert "boeing-jets" == by_part["id"]
    assert "W" == by_part["symbol"]
    assert "USA" == by_part["names in CLDR"]
    assert "title" == DS.deals.search("Abraham Accords")[0].part
    assert "what" == DS.statistics.search("uranium output")[0].part
    post = DS.people.search("foreign minister")[0]
    assert post.part in {
        f"positions[{number}].title" for number in range(len(post.record.positions))
    }


def test_the_result_is_a_listing_that_shows_itself() -> None:
    found = DS.search("EXIM")

    assert isinstance(found, Listing)
    assert f"<Matches of 'EXIM': {len(found)} records>" == repr(found)
    assert "<table>" in found._repr_html_()
    assert "us-export-import-bank" in str(found)
    assert "us-export-import-bank  US Export-Import Bank" == str(found[0])
    assert found == pickle.loads(pickle.dumps(found))
    assert tuple(match.record for match in found) == found.records
    assert "&lt;b&gt;" in DS.search("<b>")._repr_html_()


def test_a_result_is_not_built_of_anything() -> None:
    match = DS.search("EXIM")[0]

    for wrong in (
        lambda: cam.Matches("x", [match]),
        lambda: cam.Matches("x", (1,)),
        lambda: cam.Matches(1, ()),
        lambda: cam.Match("kz", match.likeness, "id", "kz"),
        lambda: cam.Match(match.record, "exact", "id", "kz"),
        lambda: cam.Match(match.record, match.likeness, 1, "kz"),
        lambda: cam.Match(match.record, match.likeness, "id", 1),
    ):
        with pytest.raises(cam.InvalidTypeError):
            wrong()


@given(st.sampled_from(TEXTS) | st.text(max_size=20))
def test_whatever_find_finds_or_lists_search_finds_too(text: str) -> None:
    try:
        found = {DS.find(text).id}
    except cam.NameNotFoundError as error:
        found = set(error.ids)

    assert found <= set(ids(text))


@given(st.text(max_size=40))
def test_the_order_is_the_same_every_time_and_goes_from_good_to_bad(text: str) -> None:
    found = DS.search(text)
    order = list(cam.Likeness)
    grades = [order.index(match.likeness) for match in found]

    assert sorted(grades) == grades
    assert found == DS.search(text)
    assert len(found) == len({(match.record.kind_name, match.record.id) for match in found})


@given(st.permutations(list(DS.organizations)))
def test_the_order_does_not_hang_on_that_of_the_records(shuffled: list[cam.Organization]) -> None:
    other = Dataset.of({"organizations": tuple(shuffled)})

    assert DS.organizations.search("us").records == other.organizations.search("us").records


@pytest.mark.parametrize(
    "text",
    ["x" * 10_000, "ab " * 3_333, "Ф" * 10_000, "é" * 10_000, "kz " * 3_333, "习" * 10_000,
     "a b c d e f g " * 700, "'" * 10_000, "\u0301" * 10_000],
    ids=lambda text: text[:4],
)  # fmt: skip
@pytest.mark.parametrize("ask", ["search", "find"])
def test_a_long_text_is_answered_soon(text: str, ask: str) -> None:
    began = time.perf_counter()
    try:
        said = str(getattr(DS, ask)(text))
    except cam.NameNotFoundError as error:
        said = str(error)

    assert len(said) < 5_000
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize("ask", ["search", "find"])
@pytest.mark.parametrize("among", [DS, DS.deals], ids=["dataset", "catalog"])
def test_only_text_of_some_length_is_looked_for(among: object, ask: str) -> None:
    for wrong in (5, None, b"Boeing", ["Boeing"], 10**5000, [10**5000], 1.5, DS):
        with pytest.raises(cam.InvalidTypeError, match="as text"):
            getattr(among, ask)(wrong)
    with pytest.raises(cam.InvalidValueError, match="it has 1,000,000 characters"):
        getattr(among, ask)("x" * 1_000_000)


@pytest.mark.parametrize(
    ("text", "suggested"),
    [
        ("EXIM", "US Export-Import Bank"),
        ("USA", "United States"),
        ("U.S.", "United States"),
        ("US", "United States"),
        ("Китай", "China"),
        ("Chine", "China"),
        ("Қазақстан", "Kazakhstan"),
        ("Toqayev", "Kassym-Jomart Tokayev"),
        ("Mirziyoev", "Shavkat Mirziyoyev"),
        ("Tokaev", "Kassym-Jomart Tokayev"),
        ("WTO", "World Trade Organization"),
        ("Boing", "Boeing"),
    ],
)
def test_find_suggests_what_was_meant(text: str, suggested: str) -> None:
    with pytest.raises(cam.NameNotFoundError, match=f"did you mean {suggested!r}"):
        DS.find(text)

    assert suggested == DS.find(suggested).name


@pytest.mark.parametrize(
    ("text", "suggested"),
    [
        ("Токаев", "Kassym-Jomart Tokayev"),
        ("Тоқаев", "Qasym-Zhomart Toqaev"),
        ("ТОКАЕВ", "Kassym-Jomart Tokayev"),
        ("Мирзиёев", "Shavkat Mirziyoyev"),
        ("Лутник", "Howard Lutnick"),
    ],
)
def test_find_suggests_names_in_other_alphabets(text: str, suggested: str) -> None:
    pytest.importorskip("anyascii")

    with pytest.raises(cam.NameNotFoundError, match=f"did you mean {suggested!r}"):
        DS.find(text)


def test_of_several_that_match_the_one_that_the_text_stands_for_is_suggested() -> None:
    """ "US" is a word of four bodies' names, and the code of a country."""
    with pytest.raises(cam.NameNotFoundError) as several:
        DS.find("US")
    with pytest.raises(cam.NameNotFoundError) as two:
        DS.find("Trump")

    assert "US" not in several.value.ids
    assert "; did you mean 'United States'?" in str(several.value)
    assert "use a longer name or an id" == two.value.remedy


def test_find_says_that_a_text_is_an_id() -> None:
    with pytest.raises(cam.NameNotFoundError, match="it is the id of a deal"):
        DS.find("kz-us-tungsten")


def test_find_names_search_where_it_has_nothing_to_suggest() -> None:
    with pytest.raises(cam.NameNotFoundError, match=r"or use search\(\)"):
        DS.find("zzzz")


def test_without_the_extra_latin_names_are_suggested_and_others_name_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "anyascii", None)

    assert TOKAYEV == ids("Toqayev")[0]
    assert "CN" == ids("Китай")[0]
    assert [] == ids("Лутник")
    with pytest.raises(cam.NameNotFoundError, match="did you mean 'Kassym-Jomart Tokayev'"):
        DS.find("Toqayev")
    with pytest.raises(cam.NameNotFoundError, match=r"pip install 'centralasia-minerals\[names\]'"):
        DS.find("Лутник")
    with pytest.raises(cam.NameNotFoundError) as plain:
        DS.find("zzzz")
    assert "pip install" not in str(plain.value)
