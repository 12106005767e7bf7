"""What ``where`` was asked for: kept as texts, and told in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from centralasia_minerals.entities.base.record import Entity

from .known_ids import KnownIds
from .where import several

Asked: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]
"""Criteria by name, each with its values as texts, in the order in which they were asked for."""


def held(criteria: Mapping[str, Any]) -> dict[str, Any]:
    """Return criteria that can be read more than once."""
    return {
        name: tuple(value) if isinstance(value, Iterator) else value
        for name, value in criteria.items()
    }


def texts_of(criteria: Mapping[str, Any]) -> Asked:
    """Return criteria as texts; a record is its id."""
    return tuple((name, tuple(map(_text, several(value)))) for name, value in criteria.items())


def in_words(asked: Asked, known: KnownIds | None) -> str:
    """Return criteria in words, with the names of records: *partner China; sector minerals*."""
    if not asked:
        return ""
    names = {} if known is None else {one.id: one.name for one in known.records((Entity,))}
    return "; ".join(
        f"{criterion.replace('_', ' ')} {' or '.join(names.get(one, one) for one in values)}"
        for criterion, values in asked
    )


def _text(value: object) -> str:
    return value.id if isinstance(value, Entity) else str(value)
