"""Reads type annotations: how a data file writes a field, and where it refers to records."""

from __future__ import annotations

import types
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

import attrs

from centralasia_minerals.entities.base.record import Entity, Record, fields_of
from centralasia_minerals.entities.statement import Undisclosed
from centralasia_minerals.values.absence import Absence

from .scalars import SCALARS


def is_tuple(hint: Any) -> bool:
    """Whether an annotation is a tuple of things of one type."""
    return get_origin(hint) is tuple


def is_part(hint: Any) -> bool:
    """Whether an annotation is a class of this library that a file writes as a table."""
    cls = get_origin(hint) or hint
    return isinstance(cls, type) and attrs.has(cls) and cls not in (*SCALARS, Undisclosed)


def is_entity(hint: Any) -> bool:
    """Whether an annotation is a kind of record."""
    return isinstance(hint, type) and issubclass(hint, Entity)


def is_reference(hint: Any) -> bool:
    """Whether a file writes an id there: for a record of one kind, or of one of several."""
    members = get_args(hint) if _is_union_type(hint) else (hint,)
    return bool(members) and all(is_entity(member) for member in members)


def is_union(hint: Any) -> bool:
    """Whether an annotation is a choice of several types, not all of them kinds of record."""
    return _is_union_type(hint) and not is_reference(hint)


def _is_union_type(hint: Any) -> bool:
    return get_origin(hint) in (Union, types.UnionType)


def is_absence(hint: Any) -> bool:
    """Whether an annotation is a kind of absence that holds nothing."""
    return isinstance(hint, type) and issubclass(hint, Absence) and hint is not Undisclosed


class Link(NamedTuple):
    """What a key of a table holds: ids of some kinds of record, or tables that hold ids.

    Attributes:
        kinds: the kinds of record whose ids it may hold; empty if it holds none.
        within: the links of the tables that it may hold, by key; empty if it holds none.
        is_list: whether it is a list of them.
    """

    kinds: tuple[type[Entity], ...]
    within: Mapping[str, Link]
    is_list: bool


def links_of(cls: type[Record]) -> Mapping[str, Link]:
    """Return where the table of a class refers to records, by key."""
    return _links(cls)  # type: ignore[arg-type]  # classes hash


@cache
def _links(cls: type[Record]) -> Mapping[str, Link]:
    hints = get_type_hints(cls)
    found = {field.name: _link(hints[field.name]) for field in fields_of(cls) if field.init}
    return {name: link for name, link in found.items() if link.kinds or link.within}


def _link(hint: Any) -> Link:
    is_list = is_tuple(hint)
    inner = get_args(hint)[0] if is_list else hint
    members = get_args(inner) if _is_union_type(inner) else (inner,)
    within: dict[str, Link] = {}
    for member in members:
        cls = get_origin(member) or member
        if isinstance(cls, type) and issubclass(cls, Record) and not is_entity(cls):
            within.update(links_of(cls))
    return Link(tuple(member for member in members if is_entity(member)), within, is_list)
