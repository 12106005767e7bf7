"""The records of a catalog by what they have; each index is built when it is first needed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.entities.mineral import Mineral
from centralasia_minerals.entities.source import Dated
from centralasia_minerals.entities.vocabulary.stage import Stage
from centralasia_minerals.values.closed_enum import ClosedEnum

from ..traversal import sources_of
from .declared_criteria import PLAIN_NOUNS, criteria_of

Places: TypeAlias = frozenset[int]
"""Positions of records in their catalog."""


class Indexes:
    """The records of a catalog by what they have; each index is built when it is first needed."""

    __slots__ = ("_by_criterion", "_entities")

    def __init__(self, entities: tuple[Entity, ...]) -> None:
        self._entities = entities
        self._by_criterion: dict[str, Mapping[object, Places]] = {}

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return Indexes, (self._entities,)

    def __len__(self) -> int:
        return len(self._entities)

    def index(self, kind: type[Entity], name: str) -> Mapping[object, Places]:
        """Return the positions of the records by what they have for a criterion."""
        if name not in self._by_criterion:
            held: dict[object, set[int]] = {}
            fields = criteria_of(kind)[name].fields
            for place, entity in enumerate(self._entities):
                for value in sources_of(entity) if name == "source" else _held(entity, fields):
                    held.setdefault(value, set()).add(place)
            self._by_criterion[name] = {value: frozenset(at) for value, at in held.items()}
        return self._by_criterion[name]


class IndexesByKind:
    """Records of every kind by what they have; those of a kind when they are first needed."""

    __slots__ = ("_by_kind", "_entities")

    def __init__(self, entities: tuple[Entity, ...]) -> None:
        self._entities = entities
        self._by_kind: dict[type[Entity], Indexes] = {}

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return IndexesByKind, (self._entities,)

    def of(self, kind: type[Entity]) -> Indexes:
        """Return the records of one kind by what they have."""
        if kind not in self._by_kind:
            self._by_kind[kind] = Indexes(tuple(e for e in self._entities if isinstance(e, kind)))
        return self._by_kind[kind]


def _held(entity: Entity, fields: tuple[tuple[str, ...], ...]) -> Iterator[object]:
    """Yield what a record has in these fields, as an index keys it."""
    for field, *inner in fields:
        value = getattr(entity, field)
        for item in value if isinstance(value, tuple) else (value,):
            for held in (getattr(item, name) for name in inner) if inner else (item,):
                for one in held if isinstance(held, tuple) else (held,):
                    yield from _keys(one)


def _keys(held: object) -> Iterator[object]:
    if isinstance(held, Entity):
        yield held.id
        if isinstance(held, Mineral):
            yield from (group.id for group in held.groups)
    elif isinstance(held, Dated):
        yield held.date
    elif isinstance(held, ClosedEnum):
        yield held
        if isinstance(held, Stage):
            yield held.group
    elif type(held) in PLAIN_NOUNS:
        yield held
