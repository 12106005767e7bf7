"""What points at a record: its parts, the deals that refer to it, the events it is part of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.entities.base.results import result
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.event import Event, Participant
from centralasia_minerals.entities.organization import Organization
from centralasia_minerals.entities.person import Person, Position
from centralasia_minerals.entities.source import Source
from centralasia_minerals.errors import InvalidTypeError
from centralasia_minerals.values.absence import NotStated

from .catalog import Catalog
from .kinds import Records
from .offices import positions_taking_part
from .traversal import all_references

_EXAMPLE = "ds.deals['kz-us-tungsten']"
_EXAMPLES: dict[type[Entity], str] = {Source: "ds.sources['caspian-post-2025-03']"}


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
    check_kind(whole, Entity, "the parts of a record")
    return tuple(
        entity
        for kind in records.values()
        for entity in kind
        if _same(getattr(entity, "part_of", None), whole)
    )


def deals_of(entity: Entity, deals: Iterable[Deal]) -> tuple[Deal, ...]:
    """Return the deals that refer to a record anywhere."""
    check_kind(entity, Entity, "the deals of a record")
    return tuple(
        deal for deal in deals if any(_same(referred, entity) for referred in all_references(deal))
    )


def involvements_of(entity: Entity, events: Iterable[Event]) -> tuple[Involvement, ...]:
    """Return the events that a record is involved in, each with how it is."""
    check_kind(entity, Entity, "the events of a record")
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


def origin_of(
    source: Source, organizations: Catalog[Organization]
) -> Organization | str | NotStated:
    """Return the agency or office that a source repeats, as an organization if recorded."""
    check_kind(source, Source, "the origin of a source")
    recorded = organizations.get(source.origin) if isinstance(source.origin, str) else None
    return recorded or source.origin


def check_kind(given: object, kind: type[Entity], what: str) -> None:
    """Check that what a user gave is a record of a kind.

    Raises:
        InvalidTypeError: it is not.
    """
    if not isinstance(given, kind):
        remedy = f"give the record itself, such as {_EXAMPLES.get(kind, _EXAMPLE)}"
        raise InvalidTypeError.of(what, given, remedy)
