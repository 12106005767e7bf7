"""Joins the records of two datasets, and puts every reference onto the records that stay."""

from __future__ import annotations

from typing import Literal

from centralasia_minerals.entities import Entity
from centralasia_minerals.errors import ConflictError, InvalidValueError

from .kinds import KINDS, Records
from .traversal import relinked

Prefer = Literal["left", "right"]


def merged(left: Records, right: Records, prefer: Prefer | None) -> Records:
    """Join records: equal ones once, unequal ones as preferred.

    Raises:
        ConflictError: one id stands for unequal records and nothing is preferred, or for records
            of two kinds; the message lists all of them.
    """
    if prefer not in (None, "left", "right"):
        raise InvalidValueError("merge with prefer", f"{prefer!r}", "give 'left' or 'right'")
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
            "merge two datasets",
            f"{len(unequal)} ids stand for unequal records: {', '.join(unequal)}",
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
            "merge two datasets",
            f"ids of two kinds: {', '.join(crossed)}",
            "give one of them another id",
            crossed,
        )


def _relinked(records: dict[str, list[Entity]]) -> Records:
    """Rebuild in dependency order, so that no old object survives inside a newer one."""
    waiting = {entity.id: entity for entities in records.values() for entity in entities}
    done: dict[str, Entity] = {}

    def current(entity: Entity) -> Entity:
        if entity.id not in done:
            own = waiting.get(entity.id, entity)
            done[entity.id] = relinked(own, current)  # type: ignore[assignment]  # same class
        return done[entity.id]

    return {
        kind: tuple(current(entity) for entity in entities) for kind, entities in records.items()
    }
