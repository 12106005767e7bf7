"""Builds records of what was drawn for their fields."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from hypothesis import reject

from centralasia_minerals.dataset.relations.graph import circles_among
from centralasia_minerals.dataset.traversal import entities_inside
from centralasia_minerals.entities.base.record import Entity, Record, with_changes
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.errors import InvalidTypeError, InvalidValueError


def built(cls: type[Any], given: dict[str, Any], needed: set[str]) -> Any:
    """Return a record of what was drawn, without the fields that it refuses."""
    while True:
        try:
            return cls(**given)
        except (InvalidTypeError, InvalidValueError) as error:
            wrong = {_root(one.field) for one in (error, *error.also)} & given.keys() - needed
            if not wrong:
                reject()
            given = {name: held for name, held in given.items() if name not in wrong}


def without_circles(deal: Deal, others: Iterable[Deal] = ()) -> Deal:
    """Return a deal without its relations if they lead in a circle, by its whole or by others."""
    return with_changes(deal, relations=()) if circles_among([*others, deal]) else deal


def ids_in(held: Any) -> set[str]:
    """Return the ids of all records that a field holds."""
    items = held if isinstance(held, tuple) else (held,)
    own = {one.id for one in items if isinstance(one, Entity)}
    inner = [entities_inside(one) for one in items if isinstance(one, Record)]
    return own.union(one.id for several in inner for one in several)


def _root(path: str) -> str:
    return re.split(r"[.\[]", path, maxsplit=1)[0]
