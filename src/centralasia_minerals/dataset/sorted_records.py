"""The records of one kind, checked and sorted, as a catalog holds them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TypeVar

from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.errors import InvalidTypeError, InvalidValueError

E = TypeVar("E", bound=Entity)

_WHAT = "the records of a catalog"


def as_tuple(entities: Iterable[E]) -> tuple[E, ...]:
    """Return several records as a tuple.

    Raises:
        InvalidTypeError: they are not several.
    """
    given: object = entities
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise InvalidTypeError.of(_WHAT, entities, "give records of one kind", "entities")
    return tuple(entities)


def sorted_records(kind: type[E], entities: tuple[E, ...]) -> tuple[E, ...]:
    """Return records sorted by id.

    Raises:
        InvalidTypeError: the class is not a kind of record, or something is not a record of it.
        InvalidValueError: two records have one id.
    """
    given: object = kind
    if not (isinstance(given, type) and issubclass(given, Entity)):
        remedy = "give a class of records, such as Deal"
        raise InvalidTypeError.of("the kind of a catalog", kind, remedy, "cls")
    for entity in entities:
        if not isinstance(entity, kind):
            remedy = f"give records of the class {kind.__name__}"
            raise InvalidTypeError.of(_WHAT, entity, remedy, "entities")
    found = tuple(sorted(entities, key=lambda entity: entity.id))
    for one, other in pairwise(found):
        if one.id == other.id:
            raise InvalidValueError(_WHAT, f"two have the id {one.id!r}", "give one", "entities")
    return found
