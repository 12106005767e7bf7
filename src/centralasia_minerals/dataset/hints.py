"""Tells annotations apart, by how a data file writes what they stand for."""

from __future__ import annotations

import types
from enum import Enum
from typing import Any, Union, get_args, get_origin

import attrs

from centralasia_minerals.entities import Entity, Undisclosed
from centralasia_minerals.values import Absence

from .scalars import SCALARS


def is_enum(hint: Any) -> bool:
    """Say whether it is an enum."""
    return isinstance(hint, type) and issubclass(hint, Enum)


def is_tuple(hint: Any) -> bool:
    """Say whether it is a tuple of things of one kind."""
    return get_origin(hint) is tuple


def is_part(hint: Any) -> bool:
    """Say whether it is a class of ours that a file writes as a table."""
    cls = get_origin(hint) or hint
    return isinstance(cls, type) and attrs.has(cls) and cls not in (*SCALARS, Undisclosed)


def is_entity(hint: Any) -> bool:
    """Say whether it is a kind of entity."""
    return isinstance(hint, type) and issubclass(hint, Entity)


def is_reference(hint: Any) -> bool:
    """Say whether a file writes an id there: an entity, or one of several kinds."""
    members = get_args(hint) if _is_union_type(hint) else (hint,)
    return bool(members) and all(is_entity(member) for member in members)


def is_union(hint: Any) -> bool:
    """Say whether it is a choice of several types, not all of them entities."""
    return _is_union_type(hint) and not is_reference(hint)


def _is_union_type(hint: Any) -> bool:
    return get_origin(hint) in (Union, types.UnionType)


def is_absence(hint: Any) -> bool:
    """Say whether it is a kind of absence that holds nothing."""
    return isinstance(hint, type) and issubclass(hint, Absence) and hint is not Undisclosed
