"""Reads type annotations: how a data file writes a field, and where it refers to records."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

import attrs

from centralasia_minerals.entities.base.field_rules import bound_variables
from centralasia_minerals.entities.base.record import Entity, Record, fields_of
from centralasia_minerals.entities.passage import Span
from centralasia_minerals.entities.source import Citation
from centralasia_minerals.entities.statement import Stated, Undisclosed
from centralasia_minerals.values.absence import Absence
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.share import Share

from .scalars import SCALARS, table


def is_tuple(hint: Any) -> bool:
    """Whether an annotation is a tuple of things of one type."""
    return get_origin(hint) is tuple


def is_part(hint: Any) -> bool:
    """Whether an annotation is a class of this library that a file writes as a table."""
    cls = get_origin(hint) or hint
    return isinstance(cls, type) and attrs.has(cls) and cls not in (*SCALARS, Undisclosed)


def is_record(hint: Any) -> bool:
    """Whether an annotation is a class of records that a file writes as a table."""
    cls = get_origin(hint) or hint
    return is_part(hint) and issubclass(cls, Record)


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


def hints_of(cls: Any) -> dict[str, Any]:
    """Return what each field of a record class that a file may give holds."""
    origin = get_origin(cls) or cls
    bound = bound_variables(origin) | dict(
        zip(getattr(origin, "__parameters__", ()), get_args(cls), strict=False)
    )
    hints = get_type_hints(origin)
    return {f.name: _bound(hints[f.name], bound) for f in fields_of(origin) if f.init and f.eq}


def _bound(hint: Any, bound: dict[object, Any]) -> Any:
    """Return an annotation with what its type variables stand for."""
    if hint in bound:
        return bound[hint]
    variables = getattr(hint, "__parameters__", ())
    return hint[tuple(bound[variable] for variable in variables)] if variables else hint


def chooser_among(present: list[Any]) -> Callable[[object], Any]:
    """Return what tells the type of a value from a file, among several that are not absences."""
    statements = {get_args(m)[0]: m for m in present if get_origin(m) is Stated}
    if len(present) < 2:
        return lambda _: present[0]
    if present and all(is_entity(m) for m in present):
        union: Any = Union[tuple(present)]  # noqa: UP007  # it is made of a list at run time
        return lambda _: union
    if str in present:
        return lambda value: _passage_type(value) if isinstance(value, dict) else str
    return lambda value: _statement_type(value, statements)


def _passage_type(content: dict[str, object]) -> type[Span]:
    """Return the class of a passage, which a source of its own text does not name."""
    return Citation if "source" in content else Span


def _statement_type(value: object, statements: dict[Any, Any]) -> Any:
    content = table(value, "a statement")
    if Undisclosed.mark in content:
        return Undisclosed
    figure = content.get("value")
    keys = figure.keys() if isinstance(figure, dict) else ()
    for key, cls in _FIGURE_KEYS.items():
        if key in keys and cls in statements:
            return statements[cls]
    return next(iter(statements.values()))


_FIGURE_KEYS = {field.name: cls for cls in (Money, Measure, Share) for field in attrs.fields(cls)}
