"""Events: what happened, was said or is planned, with whom, when and where."""

from __future__ import annotations

from collections.abc import Iterator

from centralasia_minerals.values import NotStated, Word

from .conformance import Refusal
from .deal import Deal
from .part_of import too_deep
from .person import Agent
from .place import Place
from .record import Entity, Record, entity, part
from .source import Citation, Dated


class EventKind(Word):
    """What sort of event it is."""

    SUMMIT = "summit"
    MEETING = "meeting"
    VISIT = "visit"
    CALL = "call"
    SIGNING = "signing"
    STATEMENT = "statement"
    INTERVIEW = "interview"
    REPORT = "report"
    POLICY_ACT = "policy act"
    ANNOUNCEMENT = "announcement"
    PROPOSAL = "proposal"
    INVITATION = "invitation"


class EventStatus(Word):
    """Whether it took place, is planned, or is only reported to have been."""

    TOOK_PLACE = "took place"
    PLANNED = "planned"
    REPORTED = "reported"


class ParticipantRole(Word):
    """The part that somebody plays in an event."""

    PARTICIPANT = "participant"
    HOST = "host"
    SPEAKER = "speaker"
    AUTHOR = "author"
    CARRIER = "carrier"
    ADDRESSEE = "addressee"
    SUBJECT = "subject"


@part
class Participant(Record):
    """Somebody with a part in an event."""

    who: Agent
    role: ParticipantRole = ParticipantRole.PARTICIPANT
    citations: tuple[Citation, ...] = ()


@part
class Wording(Record):
    """A short term of a quotation that sources print differently, as one of them prints it."""

    text: str
    citations: tuple[Citation, ...] = ()


@entity
class Event(Entity):
    """Something that happened, was said or is planned.

    ``summary`` is a paraphrase in our own words. What a participant claims is theirs: an opinion
    is an event of kind statement whose speaker holds it, never a fact about the world.
    ``part_of`` is the larger event that it belongs to. ``wordings`` holds the terms in which
    sources print one quotation differently; empty where they do not.
    """

    kind_name = "event"

    id: str
    title: str
    kind: EventKind
    status: EventStatus = EventStatus.TOOK_PLACE
    summary: str | NotStated = NotStated()
    wordings: tuple[Wording, ...] = ()
    participants: tuple[Participant, ...] = ()
    topics: tuple[str, ...] = ()
    deals: tuple[Deal, ...] = ()
    part_of: Event | NotStated = NotStated()
    date: Dated | NotStated = NotStated()
    place: Place | NotStated = NotStated()
    citations: tuple[Citation, ...] = ()

    def _refusals(self) -> Iterator[Refusal]:
        yield from Entity._refusals(self)
        yield from too_deep(self)

    @property
    def name(self) -> str:
        """The title."""
        return self.title
