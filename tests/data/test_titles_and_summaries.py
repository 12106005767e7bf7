"""Titles, summaries and topics say no more and no less than the passages: hedges, purposes, who."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from passages import printed, texts_by_source

import centralasia_minerals as cam

ds = cam.load()
MEETINGS = {cam.EventKind.MEETING, cam.EventKind.VISIT}
SAID = {cam.EventKind.STATEMENT, cam.EventKind.INTERVIEW, cam.EventKind.ANNOUNCEMENT}
SPOKEN_TO = r"\b(told|asked|invited|thanked|gratitude|pitched)\b"


@pytest.fixture(scope="module")
def texts(articles: Path) -> dict[str, str]:
    return texts_by_source(articles)


@pytest.mark.parametrize(
    "event",
    [event for event in ds.events if event.status is cam.EventStatus.REPORTED],
    ids=lambda event: event.id,
)
def test_the_title_of_what_is_only_reported_says_so(event) -> None:
    assert re.search(r"\breport(ed)?\b", event.title, re.IGNORECASE)


# What the passage hedges, or tells as a purpose or an offer, and the title is read without it.
@pytest.mark.parametrize(
    ("id", "word"),
    [
        ("tj-ru-mining-development", "Reported"),
        ("uz-us-closer-partnership", "Reported"),
        ("accords-expansion-reported", "wish"),
        ("us-rare-earths-quest-2025-03", "Apparently"),
        ("kazakh-reactors-announcement", "planned"),
        ("uz-us-nuclear-modernization", "Planned"),
        ("uz-us-wto-support", "offer"),
        ("us-offer-on-wto", "offer"),
        ("kz-cn-nuclear-cooperation", "to Kazakhstan"),
        ("miller-protocol-report", "Protocol"),
        ("kz-tungsten-deposit-size", "Size"),
    ],
)
def test_a_title_keeps_the_word_on_which_the_record_hangs(id: str, word: str) -> None:
    record = ds.deals[id] if id in ds.deals else ds.events[id]

    assert word in record.title


@pytest.mark.parametrize(
    ("id", "kept", "not_said"),
    [
        ("rubio-on-new-opportunities", ("deserve attention", "sometimes"), "often"),
        ("csis-report", ("energy shortages", "Central Asian mining"), "power shortages"),
        ("trump-on-supply-chains", ("to widen", "has strengthened"), "that broaden"),
        ("mirziyoyev-proposals", ("without saying whether",), "beside them"),
        ("central-asia-needs-investment", ("need", "will help"), "hopes for"),
        ("us-rare-earths-quest-2025-04", ("by no means the only place",), "far beyond"),
        ("tokayev-backs-trump-and-accords", ("backs Trump",), "peace president"),
        ("epstein-on-new-phase", ("opens a new phase",), "turns the Accords"),
        ("godwin-on-changing-themes", ("oil and gas", "2000s", "now"), "matter"),
        ("white-house-push-on-accords", ("new White House drive",), "puts it at"),
        ("central-asia-mineral-wealth", ("greener energy", "nuclear power"), "deep"),
        ("miller-protocol-report", ("no place in the hierarchy",), "outside"),
    ],
)
def test_a_summary_keeps_what_the_passage_says(id, kept, not_said) -> None:
    summary = ds.events[id].summary

    assert [] == [words for words in kept if words not in summary]
    assert not_said not in summary


@pytest.mark.parametrize(
    ("id", "topic", "is_one"),
    [
        ("trump-on-supply-chains", "supply chains", True),
        ("central-asia-mineral-wealth", "nuclear power", True),
        ("althaus-to-reuters", "Chinese competition", False),
        ("carol-miller-tour", "rare earths", False),
        ("carol-miller-tour", "mining", True),
        ("likhachev-television-interview", "rare-earth mining (possibly)", True),
        ("caspian-post-on-uzbek-contracts", "training (reportedly)", True),
    ],
)
def test_a_topic_is_what_the_passage_names(id: str, topic: str, is_one: bool) -> None:
    assert is_one is (topic in ds.events[id].topics)


def test_a_proposal_to_modernize_farming_has_the_topic_of_its_siblings() -> None:
    (topic,) = ds.deals["uz-agricultural-technology"].topics

    assert topic in ds.events["mirziyoyev-proposals"].topics


def test_one_undertaking_has_one_topic_wherever_it_is_told() -> None:
    (topic,) = ds.deals["uz-us-nuclear-modernization"].topics

    for id in ("bruce-on-uzbek-talks", "rubio-saidov-meeting"):
        assert topic in ds.events[id].topics


@pytest.mark.parametrize(
    "event",
    [e for e in ds.events if e.kind in {cam.EventKind.PROPOSAL, cam.EventKind.MEETING}],
    ids=lambda event: event.id,
)
def test_what_is_proposed_is_a_topic_of_the_meeting_and_of_its_visit(event) -> None:
    around = event.part_of
    wanted = MEETINGS if event.kind is cam.EventKind.PROPOSAL else {cam.EventKind.VISIT}
    if isinstance(around, cam.Event) and around.kind in wanted:
        assert set(event.topics) <= set(around.topics)


def told_as(role: cam.ParticipantRole) -> list[tuple[cam.Event, cam.Participant]]:
    return [(e, one) for e in ds.events for one in e.participants if one.role is role]


def test_an_addressee_is_spoken_to_and_not_only_present(texts) -> None:
    found = {
        event.id
        for event, one in told_as(cam.ParticipantRole.ADDRESSEE)
        if not re.search(SPOKEN_TO, printed((*one.citations, *event.citations), texts))
    }

    assert set() == found
    breakfast = ds.events["rubio-on-new-opportunities"]
    assert ["marco-rubio"] == [one.who.id for one in breakfast.participants]
    region = ds.blocs["central-asia"]
    assert region in [one.who for one in ds.events["working-breakfast-2025-11"].participants]


def test_the_bloc_that_a_statement_is_about_is_named_in_it_and_not_only_meant(texts) -> None:
    for event, one in told_as(cam.ParticipantRole.SUBJECT):
        if event.kind in SAID and isinstance(one.who, cam.Bloc):
            names = "|".join(name.text for name in one.who.names)
            assert re.search(names, printed(one.citations, texts)), event.id
    for id in ("trump-on-importance", "trump-on-silk-road"):
        assert ["donald-trump"] == [one.who.id for one in ds.events[id].participants]
        assert "Central Asia" in ds.events[id].title + ds.events[id].summary


def test_of_two_bodies_that_may_be_one_the_later_id_points_and_both_say_why() -> None:
    pairs = [(one, other) for one in ds.organizations for other in one.possibly_same_as]

    assert [("cove-kaz-capital-group", "cove-capital")] == [(a.id, b.id) for a, b in pairs]
    for one, other in pairs:
        assert one.id > other.id
        assert one.remark
        assert other.remark
        named = [c.source.id for c in one.citations if "possibly_same_as" in c.supports]
        assert ["summit-minerals-2025-11", "summit-partnership-2025-11"] == named
