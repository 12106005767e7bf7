"""Joins the records of two datasets, and points every reference to the records that are kept."""

from __future__ import annotations

from typing import Literal

from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.errors import ConflictError, InvalidValueError

from .kinds import KINDS, Records
from .traversal import entities_inside, relinked

PreferredSide = Literal["left", "right"]


def merged(left: Records, right: Records, prefer: PreferredSide | None) -> Records:
    """Join the records of two datasets: equal ones once, and of unequal ones the preferred side's.

    Raises:
        InvalidValueError: the preferred side is neither left nor right.
        ConflictError: records with the same id differ and neither side is preferred, or they are
            of two kinds; the message lists all of them.
    """
    if prefer not in (None, "left", "right"):
        raise InvalidValueError("prefer", f"{prefer!r} is not a side", "give 'left' or 'right'")
    _check_kinds(left, right)
    chosen: dict[str, Entity] = {e.id: e for kind in left.values() for e in kind}
    unequal = []
    for kind in right.values():
        for entity in kind:
            known = chosen.get(entity.id)
            if known is not None and known != entity:
                unequal.append(entity.id)
            if known is None or (known != entity and prefer == "right"):
                chosen[entity.id] = entity
    if unequal and prefer is None:
        raise ConflictError(
            "merging two datasets",
            f"unequal records have the same id ({', '.join(unequal)})",
            "correct one side, or pass prefer='left' or prefer='right'",
            tuple(unequal),
        )
    return _relinked({kind: [chosen[i] for i in _ids(left, right, kind)] for kind in KINDS})


def _ids(left: Records, right: Records, kind: str) -> list[str]:
    return sorted({entity.id for entity in (*left[kind], *right[kind])})


def _check_kinds(left: Records, right: Records) -> None:
    kinds = {entity.id: kind for kind, entities in left.items() for entity in entities}
    crossed = tuple(
        entity.id
        for kind, entities in right.items()
        for entity in entities
        if kinds.get(entity.id, kind) != kind
    )
    if crossed:
        raise ConflictError(
            "merging two datasets",
            f"records of two kinds have the same id ({', '.join(crossed)})",
            "change the id on one side",
            crossed,
        )


def _relinked(records: dict[str, list[Entity]]) -> Records:
    """Rebuild records in dependency order, so that no record refers to one that was replaced.

    What refers to no such record is not rebuilt.
    """
    waiting = {entity.id: entity for entities in records.values() for entity in entities}
    done: dict[str, Entity] = {}

    def current(entity: Entity) -> Entity:
        if entity.id not in done:
            own = waiting.get(entity.id, entity)
            is_kept = all(current(inner) is inner for inner in entities_inside(own))
            done[entity.id] = own if is_kept else relinked(own, current)  # type: ignore[assignment]  # same class
        return done[entity.id]

    return {
        kind: tuple(current(entity) for entity in entities) for kind, entities in records.items()
    }
