"""What points at a record: its parts, the deals that refer to it, the events it is part of."""

from __future__ import annotations

from collections.abc import Iterable

from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.event import Event
from centralasia_minerals.entities.source import Source
from centralasia_minerals.errors import InvalidTypeError

from .kinds import Records
from .traversal import all_references

_EXAMPLE = "ds.deals['kz-us-tungsten']"
_EXAMPLES: dict[type[Entity], str] = {Source: "ds.sources['caspian-post-2025-03']"}


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


def events_of(entity: Entity, events: Iterable[Event]) -> tuple[Event, ...]:
    """Return the events that a person or body takes part in, or that are about a deal."""
    check_kind(entity, Entity, "the events of a record")
    return tuple(
        event
        for event in events
        if any(_same(taking_part.who, entity) for taking_part in event.participants)
        or any(_same(deal, entity) for deal in event.deals)
    )


def _same(one: object, other: Entity) -> bool:
    return isinstance(one, Entity) and type(one) is type(other) and one.id == other.id


def check_kind(given: object, kind: type[Entity], what: str) -> None:
    """Check that what a user gave is a record of a kind.

    Raises:
        InvalidTypeError: it is not.
    """
    if not isinstance(given, kind):
        remedy = f"give the record itself, such as {_EXAMPLES.get(kind, _EXAMPLE)}"
        raise InvalidTypeError.of(what, given, remedy)
