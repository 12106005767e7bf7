"""Joins the records of two datasets, and points every reference to the records that are kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from centralasia_minerals.entities.base.field_checks import refuse
from centralasia_minerals.entities.base.keyed import doubled
from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.errors import ConflictError, InvalidValueError
from centralasia_minerals.rendering.tables import pluralized
from centralasia_minerals.wording import briefly

from ..kinds import KINDS, Records
from ..relations.checks import circle_of
from ..relations.graph import circles_among
from ..traversal import entities_inside, relinked
from .uniting import Conflict, Uniting

PreferredSide = Literal["left", "right"]
"""Which of two datasets wins where they differ: the one that is merged into, or the other."""


class Merged(NamedTuple):
    """The records of two datasets.

    Attributes:
        records: the records.
        dropped: what was dropped because the preferred side says otherwise, in words.
    """

    records: Records
    dropped: tuple[str, ...]


def merged(left: Records, right: Records, prefer: PreferredSide | None) -> Merged:
    """Join the records of two datasets: whatever either says, and equal things once.

    Raises:
        InvalidValueError: the preferred side is neither left nor right.
        ConflictError: a field that can have one value has two and neither side is preferred; two
            parts of a record have nothing that tells them apart; relations of deals form a circle;
            or records are of two kinds. The message lists all of them.
    """
    if prefer not in (None, "left", "right"):
        raise InvalidValueError(
            "prefer", f"{briefly(prefer)} is not a side", "give 'left' or 'right'"
        )
    _check_kinds(left, right)
    chosen: dict[str, Entity] = {e.id: e for kind in left.values() for e in kind}
    conflicts: dict[str, list[Conflict]] = {}
    for kind in right.values():
        for entity in kind:
            known = chosen.setdefault(entity.id, entity)
            if known is not entity and known != entity:
                chosen[entity.id], found = _joined(known, entity, prefer)
                if found:
                    conflicts[entity.id] = found
    said = tuple(f"{id}: {conflict}" for id, found in conflicts.items() for conflict in found)
    if said and prefer is None:
        raise ConflictError(
            "merging two datasets",
            f"{pluralized(len(said), 'field')} cannot be joined ({'; '.join(said)})",
            "correct one side, or pass prefer='left' or prefer='right'",
            tuple(conflicts),
        )
    records = _relinked({kind: [chosen[i] for i in _ids(left, right, kind)] for kind in KINDS})
    _refuse_circles(tuple(one for one in records["deals"] if isinstance(one, Deal)))
    return Merged(records, said)


def _refuse_circles(deals: tuple[Deal, ...]) -> None:
    """Refuse circles of relations that arise only because both sides are joined."""
    circles = circles_among(deals)
    if circles:
        shown = "; ".join(map(circle_of, circles))
        ids = tuple(dict.fromkeys(id for circle in circles for id in circle))
        raise ConflictError("merging two datasets", shown, "remove one of them", ids)


def _joined(
    left: Entity, right: Entity, prefer: PreferredSide | None
) -> tuple[Entity, list[Conflict]]:
    """Return two records of one id as one, and what could not be joined."""
    if type(left) is not type(right):
        classes = (type(left).__name__, type(right).__name__)
        return (right if prefer == "right" else left), [Conflict("kind of record", *classes)]
    twice = [Conflict(e.field, str(e), "") for one in (left, right) for e in doubled(one)]
    if twice:
        return (right if prefer == "right" else left), twice
    uniting = Uniting(prefers_right=prefer == "right")
    return uniting.united(left, right), uniting.conflicts


def refuse_doubled(records: Records) -> None:
    """Refuse records that hold two parts which nothing tells apart.

    Raises:
        InvalidValueError: there are such records; the error lists all of them.
    """
    refuse(tuple(e for kind in records.values() for entity in kind for e in doubled(entity)))


def _ids(left: Records, right: Records, kind: str) -> list[str]:
    return sorted({entity.id for entity in (*left[kind], *right[kind])})


def merged_version(versions: Iterable[str], same: Iterable[str]) -> str:
    """Return the version of a union, which says that it is one.

    Args:
        versions: those of both sides.
        same: those of the sides that the union equals, which keep their version.
    """
    same = tuple(same)
    parts = {part for version in same or versions for part in version.split("+") if part}
    if not same and len(parts) < 2:
        parts.add("merged")
    return "+".join(sorted(parts))


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
    open_ids: dict[str, None] = {}

    def current(entity: Entity) -> Entity:
        if entity.id in open_ids:
            ids = [*open_ids][[*open_ids].index(entity.id) :]
            raise ConflictError(
                "merging two datasets",
                f"references would form a circle, {' → '.join([*ids, entity.id])}",
                "remove one of them",
                tuple(ids),
            )
        if entity.id not in done:
            open_ids[entity.id] = None
            own = waiting.get(entity.id, entity)
            is_kept = all(current(inner) is inner for inner in entities_inside(own))
            done[entity.id] = own if is_kept else relinked(own, current)  # type: ignore[assignment]  # same class
            del open_ids[entity.id]
        return done[entity.id]

    return {
        kind: tuple(current(entity) for entity in entities) for kind, entities in records.items()
    }
