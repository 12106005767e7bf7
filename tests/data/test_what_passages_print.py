"""What the records say, the passages that carry it print: countries, days, hedges, posts, words."""

from __future__ import annotations

import re
from calendar import month_name
from pathlib import Path

import pytest
from passages import printed, texts_by_source

import centralasia_minerals as cam
from centralasia_minerals.dataset.traversal import parts_within

ds = cam.load()

# How the articles print a country: its name, its adjective, its capital or another place in it.
PRINTED = {
    "AE": "Emirates", "BH": "Bahrain", "CN": "China|Chinese|Beijing", "FR": "France|French",
    "GB": "London", "IL": "Israel", "KG": "Kyrgyz", "KZ": "Kazakh|Astana", "MA": "Morocc",
    "RU": "Russia|Moscow", "SA": "Saudi", "TJ": "Tajik", "TM": "Turkmen",
    "US": "US|United States|American|Washington|New York|White House|Oval Office",
    "UZ": "Uzbek|Tashkent",
}  # fmt: skip
COUNTRY_FIELDS = {"countries", "partners", "country", "at", "who", "holder", "subject"}
RECORDS = [record for kind in ds.records.values() for record in kind if kind is not ds.countries]
PAGES = "https://caspianpost.com/central-asia/"


@pytest.fixture(scope="module")
def texts(articles: Path) -> dict[str, str]:
    return texts_by_source(articles)


def carriers(record, field: str, element: str = "") -> list[cam.Citation]:
    """Give the passages that carry a field or an element: if none names it, the bare ones."""
    names = {field, f"{field}[{element}]"}
    named = [one for one in record.citations if names & set(one.supports)]
    return named or [one for one in record.citations if not one.supports]


def values(record, field: str) -> list[object]:
    held = getattr(record, field, None)
    return list(held) if isinstance(held, tuple) else [held]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.id)
def test_every_country_is_printed_by_a_passage_that_carries_it(record, texts) -> None:
    wrong = [
        (path, field, country.id)
        for path, part in parts_within(record)
        if hasattr(part, "citations")
        for field in COUNTRY_FIELDS
        for country in values(part, field)
        if isinstance(country, cam.Country)
        and not re.search(
            rf"\b({PRINTED[country.id]})", printed(carriers(part, field, country.id), texts)
        )
    ]

    assert [] == wrong


def dates_of(record) -> list[cam.Dated]:
    return [one for one in (*values(record, "date"), *values(record, "dates")) if one]


@pytest.mark.parametrize("record", [*ds.deals, *ds.events], ids=lambda record: record.id)
def test_every_day_and_month_is_printed_by_a_passage_of_the_date(record, texts) -> None:
    counted = {"miller-mirziyoyev-meeting": 20}  # "three days" before the 20th
    for dated in filter(lambda one: isinstance(one, cam.Dated), dates_of(record)):
        text, when = printed(dated.citations, texts), dated.date
        for end in filter(None, (when, when.until)):
            if end.month:
                assert month_name[end.month] in text
            if end.day:
                assert re.search(rf"\b{counted.get(record.id, end.day)}\b", text)
            if dated.basis is cam.DateBasis.STATED:
                assert str(end.year) in text


def test_no_position_has_a_title_that_is_no_title() -> None:
    titles = {position.title for person in ds.people for position in person.positions}

    assert () == ds.people["bakhtiyor-saidov"].positions
    assert not titles & {"counterpart", "guest", "host", "visitor", "colleague", "Republican"}


@pytest.mark.parametrize("person", ds.people, ids=lambda person: person.id)
def test_every_title_is_printed_with_the_name_of_its_holder(person, texts) -> None:
    for position in person.positions:
        text = printed(position.citations, texts)
        assert position.title in text
        assert any(word in text for name in person.names for word in name.text.split())


def test_reportedly_is_kept_in_events_and_in_topics() -> None:
    topics = ds.deals["uz-us-minerals-contracts"].topics
    told = ds.events["caspian-post-on-uzbek-contracts"]

    assert ("US technology (reportedly)", "training (reportedly)") == topics[-2:]
    assert cam.EventStatus.REPORTED is told.status
    assert "reportedly" in told.summary


@pytest.mark.parametrize("event", ds.events, ids=lambda event: event.id)
def test_what_is_only_reported_says_so(event, texts) -> None:
    own = [one for one in event.citations if not one.supports]
    if "reportedly" in printed(own, texts) and event.kind is not cam.EventKind.VISIT:
        assert cam.EventStatus.REPORTED is event.status
        assert "reportedly" in event.summary


def test_the_addressee_of_the_initiatives_is_who_was_met_when_they_were_proposed(texts) -> None:
    parties = {party.who.id: party for party in ds.deals["uz-key-initiatives"].parties}

    text = printed(parties["donald-trump"].citations, texts)

    assert "met with US counterpart Donald Trump" in text
    assert "During the meeting" in text
    assert "agricultural" not in text


def test_the_sale_of_the_jets_is_dated_as_closely_as_its_siblings() -> None:
    month = cam.PartialDate.parse("2025-11")

    for id in ("boeing-jets", "kz-digital-deals", "kz-us-summit-agreements"):
        assert month == ds.deals[id].date.date


@pytest.mark.parametrize(
    "kind", [cam.EventKind.PROPOSAL, cam.EventKind.INVITATION, cam.EventKind.SIGNING]
)
def test_what_is_proposed_or_signed_at_a_meeting_is_listed_by_the_meeting(kind) -> None:
    for event in ds.events.where(kind=kind):
        if event.part_of:
            assert set(event.deals) <= set(event.part_of.deals)


def test_the_meeting_of_mirziyoyev_and_trump_lists_the_proposals_and_the_invitation() -> None:
    deals = ds.events["mirziyoyev-trump-meeting-2025-11"].deals

    assert {*ds.events["mirziyoyev-proposals"].deals, ds.deals["uz-invitation-to-trump"]} == {
        *deals
    }
    assert ds.deals["boeing-jets"] in ds.events["tokayev-trump-talks-2025-11"].deals
    assert (ds.deals["tj-ru-mining-development"],) == ds.events["rahmon-moscow-visit"].deals


def test_a_meeting_has_the_topics_that_are_spoken_of_at_it() -> None:
    topics = ds.events["landau-kamilov-meeting"].topics

    assert ("mining", "nuclear power", "illegal immigration", "counterterrorism") == topics
    assert set(ds.events["landau-thanks-uzbekistan"].topics) <= set(topics)


@pytest.mark.parametrize(
    ("deal", "amount", "payer", "words"),
    [
        ("kz-us-tungsten", 1, "us-export-import-bank", "US Export-Import Bank to provide"),
        ("kz-us-tungsten", 1, "us-export-import-bank", "US Export-Import Bank has issued"),
        ("tj-rogun-dam", 0, "TJ", "has already invested vast sums"),
        ("uz-us-investment-plan", 0, "UZ", "Uzbekistan plans to purchase and invest"),
        ("uz-us-investment-plan", 1, "UZ", "Uzbekistan plans to purchase and invest"),
    ],
)
def test_who_pays_stands_in_the_passages_of_the_amount(deal, amount, payer, words, texts) -> None:
    paid = ds.deals[deal].amounts[amount]
    cited = [*paid.citations, *(one for stated in paid.statements for one in stated.citations)]

    assert [payer] == [one.id for one in paid.payer]
    assert words in printed(cited, texts)


def test_the_minerals_that_a_list_names_are_critical_on_it(texts) -> None:
    listed = {mineral.id: mineral for mineral in ds.minerals if mineral.critical_on}

    assert {"copper", "metallurgical-coal"} == set(listed)
    for mineral in listed.values():
        (listing,) = mineral.critical_on
        text = printed(listing.citations, texts)
        assert f"including {mineral.name}" in text or f"and {mineral.name}" in text
        assert "added 10 minerals on November 6" in text
        assert cam.PartialDate.parse("2025-11-06") == listing.as_of


def test_several_agreements_are_no_single_undertaking(texts) -> None:
    contracts = ds.deals["uz-us-minerals-contracts"]

    assert "yielded several agreements" in printed(contracts.citations, texts)
    assert cam.DealClass.UMBRELLA is contracts.deal_class


def authored(event: cam.Event) -> bool:
    return any(one.role is cam.ParticipantRole.AUTHOR for one in event.participants)


@pytest.mark.parametrize(
    "event",
    [event for event in ds.events.where(kind="report") if not authored(event)],
    ids=lambda event: event.id,
)
def test_a_report_without_an_author_is_told_as_what_the_article_says(event) -> None:
    assert re.search(r"\b(the|one|both) articles?\b", event.summary, re.IGNORECASE)


def test_the_motive_that_the_article_sees_is_not_put_into_the_american_statement() -> None:
    says, sees = ds.events["us-offer-on-wto"].summary.split("; ")

    assert says.startswith("Washington says")
    assert "incentive" not in says
    assert sees.startswith("the article")
    assert "incentive" in sees


def test_the_deposits_and_the_five_states_rest_on_passages_that_place_them(texts) -> None:
    for id in ("northern-katpar", "upper-kairakty"):
        assert "Kazakhstan" in printed(carriers(ds.deposits[id], "country"), texts)
    for one in ds.events["c5-plus-1-summit-2025-11"].participants[3:]:
        assert "hosted" in printed(carriers(one, "role"), texts)
        assert "presidents of" in printed(carriers(one, "office"), texts)


# What makes a part, by the passage that carries it; of two sentences, the second shows the scene.
LINKS = (
    r"\b(during|at the conclusion of|on the sidelines|as he hosted|including|additionally|said|"
    r"speaking at|those include|the discussions|has held meetings|the visit|hosted leaders|"
    r"that resulted in|meeting also led|to be built|expects to join|in a number of|paid a visit|"
    r"at a (long table|working breakfast)|\w+’s Turan)\b"
)


@pytest.mark.parametrize(
    "record",
    [record for record in RECORDS if getattr(record, "part_of", None)],
    ids=lambda record: record.id,
)
def test_a_word_makes_a_record_part_of_another(record, texts) -> None:
    if record.kind_name != "deposit":
        assert re.search(LINKS, printed(carriers(record, "part_of"), texts), re.IGNORECASE)


def test_what_both_sides_stressed_is_part_of_no_meeting() -> None:
    assert cam.NotStated() == ds.events["uz-us-on-implementation"].part_of


def test_a_body_of_which_only_the_name_is_printed_is_of_no_kind() -> None:
    assert cam.OrganizationKind.OTHER is ds.organizations["cove-capital"].kind
    assert cam.OrganizationKind.COMPANY is ds.organizations["cove-kaz-capital-group"].kind


def test_a_speaker_is_cited_with_the_post(texts) -> None:
    text = printed(ds.events["asadov-on-results"].citations, texts)

    assert text.endswith("president of Uzbekistan")


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("China's National Nuclear Corporation", "national-nuclear-corporation"),
        ("China’s National Nuclear Corporation", "national-nuclear-corporation"),
        ("National Nuclear Corporation", "national-nuclear-corporation"),
        ("Kazakhstan's Alatau City Bank", "alatau-city-bank"),
        ("Yorktown Institute's Turan Research Center", "turan-research-center"),
    ],
)
def test_a_spelling_pasted_from_an_article_finds_the_body(text: str, id: str) -> None:
    assert ds.organizations[id] is ds.find(text)


NAMED = [*ds.blocs, *ds.organizations, *ds.people, *ds.minerals, *ds.deposits]


@pytest.mark.parametrize("record", NAMED, ids=lambda record: record.id)
def test_every_name_is_printed_by_a_passage_that_carries_it(record, texts) -> None:
    for name in record.names:
        text = printed(carriers(record, "names", name.text), texts)
        plural = name.text.replace("press service", "press services")
        assert name.text.casefold() in text.casefold() or plural in text


@pytest.mark.parametrize("record", [*ds.deals, *ds.events], ids=lambda record: record.id)
def test_a_title_is_a_short_noun_phrase_without_a_figure(record) -> None:
    words = record.title.split()

    assert 2 <= len(words) <= 10
    assert not re.search(r"\d", record.title.replace("C5+1", ""))
    assert not {"was", "were", "signed", "announced", "offered", "met"} & {*words}


@pytest.mark.parametrize("event", ds.events, ids=lambda event: event.id)
def test_a_summary_is_one_sentence_of_about_thirty_words(event) -> None:
    if event.summary:
        assert len(event.summary.split()) <= 34
        assert re.fullmatch(r"[^.]+\.", event.summary)


@pytest.mark.parametrize(
    ("id", "url", "words"),
    [
        (
            "caspian-post-2025-04",
            PAGES + "u-s-sets-sights-on-central-asia-s-vast-mineral-resources",
            ("statement April 9", "Bakhtiyor Saidov"),
        ),
        (
            "caspian-post-2025-03",
            PAGES + "central-asia-takes-center-stage-in-global-mineral-race",
            ("on March 20", "Carol Miller"),
        ),
    ],
)
def test_two_articles_can_be_read_on_their_pages(id, url, words, texts) -> None:
    assert url == ds.sources[id].url
    assert all(one in texts[id] for one in words)
