"""Whether a person took part in an event through the office that he or she held at the time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from centralasia_minerals.entities.country import Country
from centralasia_minerals.entities.event import Event, Participant
from centralasia_minerals.entities.person import Person, Position, PositionStatus
from centralasia_minerals.entities.source import Citation, Dated, published_dates
from centralasia_minerals.values.partial_date import PartialDate

# A source that gives somebody a post speaks of that day, and tells of what has just happened.
_NEWS = timedelta(days=31)


def positions_taking_part(person: Person, event: Event) -> list[tuple[Participant, Position]]:
    """Return the participants of an event that are offices of a person, each with the position.

    An office is the person's if the event and the position name the same country and the same
    title, whatever its case, and if sources are known to give the person the position at the time
    of the event: between the first and the last date as of which any of them does, or at most a
    month before the first, if one of those sources tells of the event too. An event without a date
    takes that of the event that it is part of; without either it counts for nobody.
    """
    when = _date_of(event)
    if when is None:
        return []
    return [
        (participant, position)
        for participant in event.participants
        for position in person.positions
        if _is_office(participant, position) and _held_at(position, when, participant)
    ]


def _is_office(participant: Participant, position: Position) -> bool:
    return (
        isinstance(participant.office, str)
        and isinstance(position.at, Country)
        and participant.who.id == position.at.id
        and participant.office.casefold() == position.title.casefold()
        and position.status is PositionStatus.HELD
    )


def _held_at(position: Position, when: PartialDate, participant: Participant) -> bool:
    known = published_dates(position.citations)
    if isinstance(position.as_of, PartialDate):
        known.append(position.as_of)
    if not known:
        return False
    since = min(one.earliest for one in known)
    until = max(one.latest for one in known)
    if _sources(position.citations) & _sources(participant.citations):
        since = max(date.min + _NEWS, since) - _NEWS
    return since <= when.latest and when.earliest <= until


def _date_of(event: Event) -> PartialDate | None:
    if isinstance(event.date, Dated):
        return event.date.date
    return _date_of(event.part_of) if isinstance(event.part_of, Event) else None


def _sources(citations: Iterable[Citation]) -> set[str]:
    return {citation.source.id for citation in citations}
