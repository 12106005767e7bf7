"""Events: what happened, was said or is planned, by whom, when and where."""

from __future__ import annotations

from typing import ClassVar, Literal, TypeAlias

from attrs import field

from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.closed_enum import ClosedEnum

from .base.field_checks import Checks
from .base.keyed import Keyed
from .base.nesting import too_deep
from .base.record import Entity, entity, facts, part
from .country import Country, Place
from .deal import Deal
from .passage import without_source
from .person import Agent
from .source import Citation, Dated


class EventKind(ClosedEnum):
    """What sort of event it is; what is claimed in one is the speaker's claim, never a fact."""

    SUMMIT = "summit", "A meeting that sources call a summit."
    MEETING = "meeting", "People meet, talk or attend a conference."
    VISIT = "visit", "A visit or a tour."
    CALL = "call", "A phone call."
    SIGNING = "signing", "A paper is signed."
    STATEMENT = "statement", "Someone says something, in a press release too."
    INTERVIEW = "interview", "Someone tells a news organization something."
    REPORT = "report", "An institute, an outlet or the article itself reports something."
    POLICY_ACT = "policy act", "An authority adds, pauses, bans or allows something."
    ANNOUNCEMENT = "announcement", "Someone announces or unveils something, or issues a letter."
    PROPOSAL = "proposal", "Someone proposes something."
    INVITATION = "invitation", "Someone invites someone."


EventKindText: TypeAlias = Literal[
    "summit",
    "meeting",
    "visit",
    "call",
    "signing",
    "statement",
    "interview",
    "report",
    "policy act",
    "announcement",
    "proposal",
    "invitation",
]
"""The texts of ``EventKind``, for type checkers."""


class EventStatus(ClosedEnum):
    """Whether an event took place, is planned, or is only reported to have taken place."""

    TOOK_PLACE = "took place", "It happened or was said."
    PLANNED = "planned", "It is still to come."
    REPORTED = "reported", "It is known only at second hand, or only from one side's statement."


class ParticipantRole(ClosedEnum):
    """The part that someone plays in an event."""

    PARTICIPANT = "participant", "Takes part or signs; of a policy act, the authority."
    HOST = "host", "Is said to host it, or holds an occasion of its own."
    SPEAKER = "speaker", "Says, announces, proposes, invites or promises something."
    AUTHOR = "author", "Issues the report, letter, list or press release."
    CARRIER = "carrier", "Is the outlet or platform through which it reached the source."
    ADDRESSEE = "addressee", "Is told, asked, invited or thanked."
    SUBJECT = "subject", "Is what a statement or report is about."


@part
class Participant(Keyed):
    """Someone with a part in an event.

    Attributes:
        who: the organization, person, country or bloc.
        role: the part that it plays.
        office: the title, as printed, of the post whose holder takes part for a country and is not
            named ("president"); not stated if the country or its side takes part as such.
        citations: the passages behind it.
    """

    who: Agent = field(metadata=facts(criterion="party"))
    role: ParticipantRole = field(
        default=ParticipantRole.PARTICIPANT, metadata=facts(is_identity=True)
    )
    office: str | NotStated = NotStated()
    citations: tuple[Citation, ...] = ()

    def _field_errors(self) -> Checks:
        if self.office and not isinstance(self.who, Country):
            yield InvalidValueError(
                "an office that takes part",
                f"{self.office!r:.60} with {self.who.id!r}, which is not a country",
                "give an office only with the country whose office it is",
                field="office",
            )


@part
class Wording(Keyed):
    """One of several forms in which sources print the same words of a quotation.

    Attributes:
        text: the term as one source prints it, at most three words.
        citations: the passages that print it so.
    """

    text: str
    citations: tuple[Citation, ...] = ()


@entity
class Event(Entity):
    """Something that happened, was said or is planned.

    An opinion is an event whose speaker holds it, never a fact about the world.

    Attributes:
        id: the id, such as ``kz-tungsten-signing``.
        title: a short title, in our words.
        kind: what sort of event it is.
        status: whether it took place, is planned or is only reported.
        summary: what was said or done, in our words; not stated if the other fields say it all.
        wordings: the forms in which sources print one quotation; empty if they do not differ.
        participants: who takes part, speaks or is spoken of; empty if no one is named.
        topics: the subjects named, in our words; empty if none is.
        deals: the deals that it makes, announces or is about; empty if there are none.
        part_of: the larger event that it belongs to; not stated if no source says.
        date: when it took place or is to; not stated if nothing tells.
        place: where it took place or is to; not stated if no place is printed.
        citations: the passages behind it.
    """

    kind_name = "event"
    columns: ClassVar[tuple[str, ...]] = ("kind", "date")

    id: str
    title: str
    kind: EventKind = field(metadata=facts(criterion="kind"))
    status: EventStatus = field(default=EventStatus.TOOK_PLACE, metadata=facts(is_identity=True))
    summary: str | NotStated = NotStated()
    wordings: tuple[Wording, ...] = ()
    participants: tuple[Participant, ...] = ()
    topics: tuple[str, ...] = ()
    deals: tuple[Deal, ...] = ()
    part_of: Event | NotStated = NotStated()
    date: Dated | NotStated = field(default=NotStated(), metadata=facts(criterion="date"))
    place: Place | NotStated = NotStated()
    citations: tuple[Citation, ...] = ()

    def _field_errors(self) -> Checks:
        yield Entity._field_errors(self)
        yield too_deep(self)
        yield self._date_errors()

    def _date_errors(self) -> Checks:
        if isinstance(self.date, Dated):
            yield without_source(self.date.inferred_from, "date.inferred_from")

    @property
    def name(self) -> str:
        """The title."""
        return self.title
