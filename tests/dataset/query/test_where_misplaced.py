"""Empty is an answer only where it is one: a value that belongs elsewhere is an error instead."""

from __future__ import annotations

import pickle
import re

import pytest
from full_document import document, read_document
from hypothesis import given, strategies as st

import centralasia_minerals as cam
from centralasia_minerals.dataset.dataset import Dataset
from centralasia_minerals.dataset.kinds import KINDS
from centralasia_minerals.dataset.query.declared_criteria import criteria_of
from centralasia_minerals.entities.country import country_codes

DS = cam.load()
REGION = {"KG", "KZ", "TJ", "TM", "UZ"}


def refusal(catalog: cam.Catalog, **criteria: object) -> str:
    with pytest.raises((cam.InvalidValueError, cam.InvalidTypeError, cam.UnknownIdError)) as caught:
        catalog.where(**criteria)
    assert str(caught.value) == str(pickle.loads(pickle.dumps(caught.value)))
    return str(caught.value)


def test_a_partner_is_not_one_of_the_central_asian_states() -> None:
    with_us = [deal for deal in DS.deals if DS.countries["US"] in deal.partners]

    said = refusal(DS.deals, country="US")

    assert (
        f"US is a partner of {len(with_us)} deals, not one of the Central Asian states; "
        "filter by partner='US'"
    ) in said
    assert len(with_us) == len(DS.deals.where(partner="US"))


def test_a_central_asian_state_is_not_a_partner() -> None:
    said = refusal(DS.deals, partner="KZ")

    count = len(DS.deals.where(country="KZ"))
    assert f"KZ is a country of {count} deals and one of the Central Asian states" in said
    assert said.endswith("not a partner; filter by country='KZ'")


@pytest.mark.parametrize("code", sorted(country_codes() - REGION))
def test_no_other_state_is_asked_for_as_one_of_them(code: str) -> None:
    assert "not one of the Central Asian states; filter by partner=" in refusal(
        DS.deals, country=code
    )


@pytest.mark.parametrize("code", sorted(REGION))
def test_a_state_of_central_asia_without_deals_is_a_true_empty_answer(code: str) -> None:
    held = [deal.id for deal in DS.deals if code in {one.id for one in deal.countries}]

    assert held == list(DS.deals.where(country=code).ids)
    assert "filter by country=" in refusal(DS.deals, partner=code)


def test_a_state_that_nobody_recorded_is_a_true_empty_answer_where_it_may_stand() -> None:
    assert () == DS.deals.where(partner="DE").ids
    assert () == DS.deals.where(party="DE").ids
    assert () == DS.events.where(party="DE").ids
    assert () == DS.organizations.where(country="DE").ids


def test_a_partner_that_is_party_to_nothing_is_named_as_a_partner() -> None:
    told = "FR is a partner of {}, not a party to any; filter by partner='FR'"

    said = refusal(DS.deals, party="FR")

    count = len(DS.deals.where(partner="FR"))
    assert told.format(f"{count} deal{'s' if count > 1 else ''}") in said


def test_a_record_given_for_its_id_is_refused_in_the_same_way() -> None:
    assert refusal(DS.deals, country="US") == refusal(DS.deals, country=DS.countries["US"])


@pytest.mark.parametrize("others", [["KZ", "US"], ("US", "KZ"), {"KZ", "US"}])
def test_one_of_several_is_refused_though_another_finds_something(others: object) -> None:
    assert "US is a partner of" in refusal(DS.deals, country=others)


def test_a_catalog_may_hold_what_matches_nothing() -> None:
    """It is an answer of the record, not a choice of the reader."""
    assert DS.deals.where(country=sorted(REGION)) == DS.deals.where(country=DS.countries)


def test_what_a_record_holds_is_no_mistake_though_it_is_unusual(tmp_path) -> None:
    content = document()
    content["countries"].append({"id": "AZ", "names": [{"text": "Azerbaijan"}]})
    content["deals"][1]["countries"] = ["AZ"]
    deals = read_document(content, tmp_path).deals

    assert ("zhetisu-venture",) == deals.where(country="AZ").ids
    assert () == deals.where(kind="sale").where(country="AZ").ids
    assert "not one of the Central Asian states" in refusal(deals, country="AM")


def test_a_narrowed_catalog_counts_in_the_dataset_as_a_whole() -> None:
    narrowed = DS.deals.where(country="UZ")

    assert refusal(DS.deals, country="US") == refusal(narrowed, country="US")


def test_a_view_of_a_date_refuses_what_can_never_be() -> None:
    assert "US is not one of the Central Asian states" in refusal(
        DS.as_of("2000").deals, country="US"
    )


def test_a_catalog_of_no_dataset_refuses_it_too() -> None:
    assert "US is a partner of" in refusal(cam.Catalog(cam.Deal, DS.deals), country="US")


@pytest.mark.parametrize(
    ("criteria", "said"),
    [
        ({"country": "donald-trump"}, "is a person, not a country; filter by party='donald-trump'"),
        ({"partner": "donald-trump"}, "it is a person; filter by party='donald-trump'"),
        ({"mineral": "boeing"}, "it is an organization; filter by party='boeing'"),
        ({"mineral": "northern-katpar"}, "it is a deposit; ask deals_of for that deposit"),
        ({"country": "european-union"}, "is a bloc, not a country; filter by partner="),
        ({"country": "central-asia"}, "is a bloc, not a country; filter by party="),
        ({"mineral": "KZ"}, "it is a country; filter by country='KZ'"),
        ({"mineral": "US"}, "it is a country; filter by partner='US'"),
        ({"party": "tungsten"}, "it is a mineral; filter by mineral='tungsten'"),
        ({"party": "kz-us-tungsten"}, "it is a deal; give an organization or person or"),
        ({"source": "tungsten"}, "it is a mineral; filter by mineral='tungsten'"),
        ({"sector": "uranium"}, "is not a sector; filter by mineral='uranium'"),
        ({"stage": "sale"}, "is not a stage or a stage group; filter by kind='sale'"),
        ({"kind": "signed"}, "is not a deal kind; filter by stage='signed'"),
        ({"kind": "aviation"}, "is not a deal kind; filter by sector='aviation'"),
        ({"kind": "US"}, "is not a deal kind; filter by partner='US'"),
    ],
)
def test_a_value_of_another_filter_is_named_with_that_filter(criteria, said: str) -> None:
    assert said in refusal(DS.deals, **criteria)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["country", "partner", "party", "mineral"])
def test_the_filter_that_is_named_finds_something_if_any_does(name: str) -> None:
    for id in sorted(set(DS.deals._known.ids((cam.Entity,)))):
        try:
            found = str(len(DS.deals.where(**{name: id})))
        except (cam.InvalidValueError, cam.UnknownIdError) as error:
            found = str(error)
        other = re.search(r"filter by (\w+)='(.+)'$", found)
        if other and other[1] != "source":
            assert other[2] == id
            held = [kind for kind in ("country", "partner", "party", "mineral")
                    if id in DS.deals._known.indexes(cam.Deal).index(cam.Deal, kind)]  # fmt: skip
            assert not held or other[1] in held


def test_what_no_other_filter_takes_is_named_by_its_kind() -> None:
    assert "it is a deal; ask events_of for that deal" in refusal(DS.events, party="boeing-jets")
    assert "it is a mineral; ask events_of for that mineral" in refusal(DS.events, party="gold")
    assert "it is a person; give a mineral" in refusal(DS.deposits, mineral="donald-trump")


@pytest.mark.parametrize(
    ("criteria", "said"),
    [
        ({"country": DS.people["donald-trump"]}, "not a country; filter by party='donald-trump'"),
        ({"mineral": DS.deposits["northern-katpar"]}, "a deposit, not a mineral; ask deals_of"),
        ({"party": DS.minerals["gold"]}, "filter by mineral='gold'"),
        ({"source": DS.deals["kz-us-tungsten"]}, "is a deal, not a source"),
    ],
)
def test_a_record_of_another_kind_is_of_a_wrong_type(criteria, said: str) -> None:
    """It used to match nothing, in silence."""
    with pytest.raises(cam.InvalidTypeError) as caught:
        DS.deals.where(**criteria)

    assert said in str(caught.value)


def test_a_record_that_the_dataset_lacks_is_refused_like_its_id() -> None:
    stranger = cam.Mineral(id="beryllium", names=(cam.Name("beryllium"),))

    assert "no mineral with id 'beryllium'" in refusal(DS.deals, mineral=stranger)


@pytest.mark.parametrize(
    ("criteria", "suggested"),
    [
        ({"partner": "China"}, "did you mean 'CN'?"),
        ({"partner": "Китай"}, "did you mean 'CN'?"),
        ({"partner": "Chine"}, "did you mean 'CN'?"),
        ({"partner": "USA"}, "did you mean 'US'?"),
        ({"partner": "U.S."}, "did you mean 'US'?"),
        ({"partner": "us"}, "did you mean 'US'?"),
        ({"partner": "UK"}, "did you mean 'GB'?"),
        ({"partner": "EU"}, "did you mean 'european-union'"),
        ({"partner": "Germany"}, "did you mean 'DE'?"),
        ({"country": "China"}, "did you mean partner='CN'?"),
        ({"country": "USA"}, "did you mean partner='US'?"),
        ({"country": "Kazakhstan"}, "did you mean 'KZ'?"),
        ({"country": "Казахстан"}, "did you mean 'KZ'?"),
        ({"country": "Kazakstan"}, "did you mean 'KZ'?"),
        ({"country": "kz"}, "did you mean 'KZ'?"),
        ({"country": "Trump"}, "did you mean party='donald-trump'?"),
        ({"mineral": "Tungsten"}, "did you mean 'tungsten'?"),
        ({"mineral": "W"}, "did you mean 'tungsten'?"),
        ({"mineral": "Boeing"}, "did you mean party='boeing'?"),
        ({"party": "EXIM"}, "did you mean 'us-export-import-bank'?"),
        ({"party": "Toqayev"}, "did you mean 'kassym-jomart-tokayev'?"),
        ({"party": "Donald Trump"}, "did you mean 'donald-trump'?"),
        ({"source": "Central Asia Offers Trump"}, "did you mean 'summit-minerals-2025-11'?"),
    ],
)
def test_a_name_given_where_an_id_belongs_suggests_the_id(criteria, suggested: str) -> None:
    assert suggested in refusal(DS.deals, **criteria)


@pytest.mark.parametrize("text", ["Токаев", "Тоқаев", "ТОКАЕВ", "Касым-Жомарт Токаев"])
def test_a_name_in_another_alphabet_suggests_the_id(text: str) -> None:
    pytest.importorskip("anyascii")

    assert "did you mean 'kassym-jomart-tokayev'?" in refusal(DS.deals, party=text)
    assert "did you mean 'kassym-jomart-tokayev'?" in refusal(DS.events, party=text)
    with pytest.raises(cam.UnknownIdError, match="did you mean 'kassym-jomart-tokayev'"):
        DS.people[text]


@given(st.sampled_from(["deals", "events", "organizations", "deposits", "statistics"]), st.data())
def test_an_empty_answer_is_one_only_if_no_sister_filter_has_the_value(
    catalog: str, data: st.DataObject
) -> None:
    records = getattr(DS, catalog)
    criteria = criteria_of(KINDS[catalog])
    name = data.draw(st.sampled_from([n for n, one in criteria.items() if one.kinds]))
    known = sorted(set(DS.deals._known.ids(criteria[name].kinds)))
    id = data.draw(st.sampled_from(known))
    sisters = [n for n, one in criteria.items() if one.kinds and n not in (name, "source")]

    try:
        found = records.where(**{name: id}).ids
    except cam.InvalidValueError as error:
        found = (str(error),)

    if not found:
        for other in sisters:
            assert id not in records._known.indexes(KINDS[catalog]).index(KINDS[catalog], other)
    assert all(id in one or one in records for one in found)


@pytest.mark.parametrize("catalog", KINDS)
@pytest.mark.parametrize(
    "wrong",
    [10**5000, [10**5000], b"KZ", 1.5, None, "\ud800", "\x00", "x" * 1_000_000, {"a": 1}, object(),
     [[]], [None], True, "", " ", DS, DS.deals["kz-us-tungsten"], cam.Stage.SIGNED],
    ids=lambda value: type(value).__name__,
)  # fmt: skip
def test_only_documented_errors_come_of_wrong_values(catalog: str, wrong: object) -> None:
    for name in [*criteria_of(KINDS[catalog]), "since", "until", "contry", "x" * 10_000]:
        try:
            said = repr(getattr(DS, catalog).where(**{name: wrong}))
        except cam.CentralAsiaMineralsError as error:
            said = str(error)
        assert len(said) < 1_000


def test_no_error_says_more_of_a_huge_text_than_its_beginning() -> None:
    assert len(refusal(DS.deals, party="x" * 1_000_000)) < 300
    assert len(refusal(DS.deals, country="x" * 1_000_000)) < 400


def test_suggestions_are_of_the_dataset_and_what_stands_behind_it() -> None:
    before = DS.as_of("2000")
    loose = Dataset.of({"deals": DS.deals.entities})

    assert "did you mean 'us-export-import-bank'?" in refusal(before.deals, party="export import")
    assert "did you mean 'us-export-import-bank'?" in refusal(loose.deals, party="EXIM")
