"""What points at a record: its parts, the deals that refer to it, the events it is part of."""

from __future__ import annotations

from collections.abc import Iterable

from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.event import Event
from centralasia_minerals.errors import InvalidTypeError

from .kinds import Records
from .traversal import all_references


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


def events_of(entity: Entity, events: Iterable[Event]) -> tuple[Event, ...]:
    """Return the events that a person or body takes part in, or that are about a deal."""
    _check_entity(entity, "the events of a record")
    return tuple(
        event
        for event in events
        if any(_same(taking_part.who, entity) for taking_part in event.participants)
        or any(_same(deal, entity) for deal in event.deals)
    )


def _same(one: object, other: Entity) -> bool:
    return isinstance(one, Entity) and type(one) is type(other) and one.id == other.id


def _check_entity(given: object, what: str) -> None:
    if not isinstance(given, Entity):
        remedy = "give the record itself, such as ds.deals['kz-us-tungsten']"
        raise InvalidTypeError.of(what, given, remedy)
