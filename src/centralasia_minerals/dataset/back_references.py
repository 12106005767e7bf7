"""What points at a record: its parts, the deals that refer to it, the events it is part of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.entities.base.results import result
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.event import Event, Participant
from centralasia_minerals.entities.person import Person, Position
from centralasia_minerals.errors import InvalidTypeError

from .kinds import Records
from .offices import positions_taking_part
from .traversal import all_references


@attrs.frozen(kw_only=True)
@result
class Involvement:
    """How a record is involved in an event: itself, or through the office that a person holds.

    Attributes:
        event: the event.
        participants: its participants that make the connection: the record itself in each of its
            roles, or the country whose office takes part; empty if the event is about a deal.
        office: the position through which a person takes part, where the event names only the
            office ("the president of ..."); None if the event names the record itself.
    """

    event: Event
    participants: tuple[Participant, ...] = ()
    office: Position | None = None

    @property
    def is_direct(self) -> bool:
        """Whether the event names the record itself, and not only an office that a person holds."""
        return self.office is None

    def __str__(self) -> str:
        roles = ", ".join(str(participant.role) for participant in self.participants) or "about it"
        if self.office is None:
            return f"{self.event.title} ({roles})"
        place = self.office.at.name if self.office.at else "a body not stated"
        return f"{self.event.title} ({roles}, as {self.office.title} of {place})"


def parts_of(whole: Entity, records: Records) -> tuple[Entity, ...]:
    """Return the records whose ``part_of`` is this one."""
    _check_entity(whole, "the parts of a record")
    return tuple(
        entity
        for kind in records.values()
        for entity in kind
        if _same(getattr(entity, "part_of", None), whole)
    )


def deals_of(entity: Entity, deals: Iterable[Deal]) -> tuple[Deal, ...]:
    """Return the deals that refer to a record anywhere."""
    _check_entity(entity, "the deals of a record")
    return tuple(
        deal for deal in deals if any(_same(referred, entity) for referred in all_references(deal))
    )


def involvements_of(entity: Entity, events: Iterable[Event]) -> tuple[Involvement, ...]:
    """Return the events that a record is involved in, each with how it is."""
    _check_entity(entity, "the events of a record")
    return tuple(_involvements(entity, events))


def _involvements(entity: Entity, events: Iterable[Event]) -> Iterator[Involvement]:
    for event in events:
        own = tuple(one for one in event.participants if _same(one.who, entity))
        if own or any(_same(deal, entity) for deal in event.deals):
            yield Involvement(event=event, participants=own)
        elif isinstance(entity, Person):
            through = positions_taking_part(entity, event)
            if through:
                participants = tuple(participant for participant, _ in through)
                yield Involvement(event=event, participants=participants, office=through[0][1])


def _same(one: object, other: Entity) -> bool:
    return isinstance(one, Entity) and type(one) is type(other) and one.id == other.id


def _check_entity(given: object, what: str) -> None:
    if not isinstance(given, Entity):
        remedy = "give the record itself, such as ds.deals['kz-us-tungsten']"
        raise InvalidTypeError.of(what, given, remedy)
