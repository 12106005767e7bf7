"""Who is involved in an event: whom it names, and who held an office that took part in it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

import centralasia_minerals as cam

bundled = cam.load()


def source(id: str, published: str) -> cam.Source:
    """Return a source of a day, month or year."""
    return cam.Source(
        id=id, title="A report", published=cam.Dated(date=cam.PartialDate.parse(published))
    )


def cited(*sources: cam.Source) -> tuple[cam.Citation, ...]:
    return tuple(cam.Citation(source=one, start=0, end=9, digest="0" * 16) for one in sources)


MARCH, NOVEMBER = source("march", "2025-03-10"), source("november", "2025-11-10")
KAZAKHSTAN = cam.Country(id="KZ", names=(cam.Name("Kazakhstan"),))
UZBEKISTAN = cam.Country(id="UZ", names=(cam.Name("Uzbekistan"),))


def position(title: str = "President", *sources: cam.Source, **more: object) -> cam.Position:
    return cam.Position(
        title=title,
        **{"at": KAZAKHSTAN, "citations": cited(*(sources or (MARCH, NOVEMBER))), **more},
    )


def official(*positions: cam.Position) -> cam.Official:
    return cam.Official(
        id="serik-omarov", names=(cam.Name("Serik Omarov"),), positions=positions,
        citations=cited(MARCH),
    )  # fmt: skip


def office(title: str | None = "president", *, by: cam.Source = NOVEMBER, **more: object):
    told = {} if title is None else {"office": title}
    return cam.Participant(who=KAZAKHSTAN, citations=cited(by), **told, **more)


def event(*participants: cam.Participant, on: str | None = "2025-11-06", **more: object):
    day = (
        {}
        if on is None
        else {"date": cam.Dated(date=cam.PartialDate.parse(on), citations=cited(NOVEMBER))}
    )
    return cam.Event(
        id="the-summit", title="The summit", kind=cam.EventKind.SUMMIT, participants=participants,
        citations=cited(NOVEMBER), **day, **more,
    )  # fmt: skip


def involvements(person: cam.Person, *events: cam.Event) -> tuple[cam.Involvement, ...]:
    records = {
        "sources": (MARCH, NOVEMBER), "countries": (KAZAKHSTAN, UZBEKISTAN), "people": (person,),
        "events": events,
    }  # fmt: skip
    return cam.Dataset.of(records, version="1").involvements_of(person)


def test_the_events_of_tokayev_include_the_summit_of_the_presidents() -> None:
    tokayev = bundled.people["kassym-jomart-tokayev"]
    summit = bundled.events["c5-plus-1-summit-2025-11"]

    (found,) = (one for one in bundled.involvements_of(tokayev) if one.event is summit)

    assert summit in bundled.events_of(tokayev)
    assert not found.is_direct
    assert tokayev.positions[0] is found.office
    assert ["KZ"] == [participant.who.id for participant in found.participants]
    assert "C5+1 summit in Washington (participant, as President of Kazakhstan)" == str(found)


def test_what_names_the_person_is_direct_and_keeps_every_role() -> None:
    person = official()
    roles = cam.ParticipantRole
    speaker = cam.Participant(who=person, role=roles.SPEAKER, citations=cited(NOVEMBER))
    host = cam.Participant(who=person, role=roles.HOST, citations=cited(NOVEMBER))

    (found,) = involvements(person, event(speaker, host))

    assert found.is_direct
    assert (speaker, host) == found.participants
    assert found.office is None
    assert "The summit (speaker, host)" == str(found)


def test_who_is_named_and_holds_the_office_too_is_involved_once_and_directly() -> None:
    person = official(position())
    named = cam.Participant(who=person, citations=cited(NOVEMBER))

    (found,) = involvements(person, event(named, office()))

    assert found.is_direct
    assert (named,) == found.participants


@pytest.mark.parametrize("title", ["President", "president", "PRESIDENT"])
def test_an_office_is_known_by_its_country_and_its_title_whatever_the_case(title: str) -> None:
    (found,) = involvements(official(position(title)), event(office()))

    assert title == found.office.title


@pytest.mark.parametrize(
    "held",
    [
        position("leader"),
        position("Vice President"),
        position(at=UZBEKISTAN),
        position(at=cam.NotStated()),
        position(status=cam.PositionStatus.FORMER),
        position(status=cam.PositionStatus.UNKNOWN),
    ],
    ids=["other title", "longer title", "other country", "no country", "former", "unknown"],
)
def test_another_post_or_one_no_longer_held_is_not_the_office(held: cam.Position) -> None:
    assert () == involvements(official(held), event(office()))


def test_a_country_that_takes_part_as_such_stands_for_nobody() -> None:
    assert () == involvements(official(position()), event(office(None)))


@pytest.mark.parametrize(
    ("on", "by", "is_found"),
    [
        ("2025-03-10", MARCH, True),
        ("2025-06", NOVEMBER, True),
        ("2025-11-10", NOVEMBER, True),
        ("2025-02-20", MARCH, True),  # told in the article that gives the post, a few days later
        ("2025-02-20", source("another", "2025-03-10"), False),
        ("2024-11", MARCH, False),
        ("2025-12", NOVEMBER, False),
    ],
)
def test_the_post_counts_for_the_time_in_which_sources_give_it(on, by, is_found) -> None:
    found = involvements(official(position()), event(office(by=by), on=on))

    assert is_found == bool(found)


def test_an_event_without_a_date_has_that_of_its_whole_or_counts_for_nobody() -> None:
    whole = event()
    part = event(office(), on=None, part_of=whole)

    assert involvements(official(position()), part)
    assert () == involvements(official(position()), event(office(), on=None))


def test_a_post_of_which_no_dated_source_tells_counts_at_no_time() -> None:
    undated = cam.Source(id="page", title="A page", read=cam.PartialDate.parse("2025-11-06"))

    assert () == involvements(official(position("President", undated)), event(office()))


def test_a_post_has_no_month_before_the_calendar_begins() -> None:
    first = source("first", "0001-01-05")

    assert involvements(
        official(position("President", first)), event(office(by=first), on="0001-01-03")
    )


def test_an_event_about_a_deal_involves_it_directly_and_in_no_role() -> None:
    deal = bundled.deals["kz-us-tungsten"]

    found = bundled.involvements_of(deal)

    assert "kz-tungsten-signing" in {one.event.id for one in found}
    assert {((), True)} == {(one.participants, one.is_direct) for one in found}
    assert str(found[0]).endswith("(about it)")


def test_an_office_belongs_to_a_country() -> None:
    with pytest.raises(cam.InvalidValueError, match="not a country") as caught:
        cam.Participant(who=official(), office="president", citations=cited(MARCH))

    assert "office" == caught.value.field


def test_a_meeting_with_a_bloc_is_one_of_the_bloc_and_of_nobody_in_it() -> None:
    meeting = bundled.events["kazakhstan-meeting-with-xi-2025-06"]
    bloc = bundled.blocs["central-asia"]

    presidents = [bundled.people[id] for id in ("kassym-jomart-tokayev", "shavkat-mirziyoyev")]

    assert "KZ" in {member.id for member in bloc.members}
    assert meeting in bundled.events.where(party="central-asia")
    assert meeting in bundled.events_of(bloc)
    for who in (*presidents, *bloc.members):
        assert meeting not in bundled.events_of(who)


def test_an_id_in_place_of_its_record_is_refused() -> None:
    with pytest.raises(cam.InvalidTypeError, match="give the record itself"):
        bundled.involvements_of("donald-trump")


@given(st.sampled_from([entity for kind in bundled.records.values() for entity in kind]))
def test_events_are_those_of_the_involvements_and_only_people_have_offices(entity) -> None:
    found = bundled.involvements_of(entity)

    assert bundled.events_of(entity) == tuple(one.event for one in found)
    assert len(found) == len({one.event.id for one in found})
    assert all(one.is_direct for one in found) or isinstance(entity, cam.Person)


@given(st.dates(date(2025, 3, 10), date(2025, 11, 10)))
def test_between_its_first_and_its_last_source_a_post_always_counts(day: date) -> None:
    other = source("other", "2025-12")

    found = involvements(official(position()), event(office(by=other), on=day.isoformat()))

    assert 1 == len(found)
