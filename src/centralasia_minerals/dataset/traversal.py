"""Walks through everything that a record holds, and rebuilds it with other references.

The walks look only into the fields that can hold what they look for, as the annotations of a class
say. Those that return lists build no paths that nobody reads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple, TypeGuard

import attrs

from centralasia_minerals.entities.base.dated_record import follows
from centralasia_minerals.entities.base.field_checks import Getter, values_getter
from centralasia_minerals.entities.base.record import (
    Entity,
    Record,
    facts_of,
    fields_of,
    own_fields_of,
    with_changes,
)
from centralasia_minerals.entities.passage import Span
from centralasia_minerals.entities.source import Citation, Source
from centralasia_minerals.values.name import Name


class Some(NamedTuple):
    """Some fields of a class, and how to read them all at once.

    Attributes:
        names: their names, in field order.
        values: returns their values.
    """

    names: tuple[str, ...]
    values: Getter


class Held(NamedTuple):
    """The fields of a class by what they can hold.

    Attributes:
        records: those that can hold records of any sort.
        parts: those that can hold parts other than passages.
        spans: those that can hold passages.
        entities: those that can hold references.
        series: those that hold statements of one thing.
        has_citations: whether records of the class can have citations of their own.
    """

    records: Some
    parts: Some
    spans: Some
    entities: Some
    series: tuple[str, ...]
    has_citations: bool


def held_by(cls: type[Record]) -> Held:
    """Return which fields of a class can hold what, as their annotations say."""
    return _held(cls)  # type: ignore[arg-type]  # classes hash


@cache
def _held(cls: type[Record]) -> Held:
    own = own_fields_of(cls)
    return Held(
        records=_some(own.holding(Record)),
        parts=_some(own.holding(Record, other_than=(Entity, Span))),
        spans=_some(own.holding(Span)),
        entities=_some(own.holding(Entity)),
        series=tuple(field.name for field in fields_of(cls) if facts_of(field).is_series),
        has_citations="citations" in own.held,
    )


def _some(names: tuple[str, ...]) -> Some:
    return Some(names, values_getter(names))


def _items_of(record: Record, some: Some) -> list[object]:
    """Return what a record holds in some fields, items one by one."""
    held: list[object] = []
    for value in some.values(record):
        if isinstance(value, tuple):
            held += value
        else:
            held.append(value)
    return held


def is_part(item: object) -> TypeGuard[Record]:
    """Whether something is a part of a record, with citations of its own."""
    return isinstance(item, Record) and not isinstance(item, (Entity, Span))


def all_parts(record: Record) -> list[Record]:
    """Return a record and every part inside it, in the order of ``parts_within``."""
    found = [record]
    _add_parts(record, found)
    return found


def _add_parts(record: Record, found: list[Record]) -> None:
    for item in _items_of(record, held_by(type(record)).parts):
        if is_part(item):
            found.append(item)
            _add_parts(item, found)


def all_citations(record: Record) -> list[Citation]:
    """Return every citation of a record and of its parts."""
    return [
        item
        for holder in all_parts(record)
        for item in _items_of(holder, held_by(type(holder)).spans)
        if isinstance(item, Citation)
    ]


def all_references(record: Record) -> list[Entity]:
    """Return every record that a record or a part of it refers to, but not the sources cited."""
    return [
        item
        for holder in all_parts(record)
        for item in _items_of(holder, held_by(type(holder)).entities)
        if isinstance(item, Entity)
    ]


def entities_inside(record: Record) -> list[Entity]:
    """Return every record that another holds anywhere, the sources cited among them."""
    found: list[Entity] = []
    for item in _items_of(record, held_by(type(record)).records):
        if isinstance(item, Entity):
            found.append(item)
        elif isinstance(item, Record):
            found += entities_inside(item)
    return found


def parts_within(record: Record, path: str = "") -> Iterator[tuple[str, Record]]:
    """Yield a record and every part inside it, each with its path; references are not followed."""
    yield path, record
    parts = held_by(type(record)).parts
    for name, value in zip(parts.names, parts.values(record), strict=True):
        for step, item in items_at(f"{path}.{name}" if path else name, value):
            if is_part(item):
                yield from parts_within(item, step)


def spans_within(record: Record) -> Iterator[tuple[str, Record, Span]]:
    """Yield every passage that a record or a part of it points to: path, holder and passage."""
    for path, holder in parts_within(record):
        spans = held_by(type(holder)).spans
        for name, value in zip(spans.names, spans.values(holder), strict=True):
            for step, item in items_at(f"{path}.{name}" if path else name, value):
                if isinstance(item, Span):
                    yield step, holder, item


def citations_within(record: Record) -> Iterator[tuple[str, Record, Citation]]:
    """Yield every citation of a record and of its parts: path, holder and citation."""
    for path, holder, span in spans_within(record):
        if isinstance(span, Citation):
            yield path, holder, span


def cited_by(record: Record) -> tuple[Citation, ...] | None:
    """Return a record's own citations, or None if records of its kind cannot have any."""
    if not held_by(type(record)).has_citations:
        return None
    citations: tuple[Citation, ...] = getattr(record, "citations")
    return citations


def is_reference(record: Record) -> bool:
    """Whether a record is reference data, not reporting, and so needs no citation."""
    return isinstance(record, Entity) and record.is_reference


def sources_of(record: Record) -> frozenset[str]:
    """Return the ids of all sources that a record or a part of it cites."""
    if isinstance(record, Source):
        return frozenset({record.id})
    return frozenset(citation.source.id for citation in all_citations(record))


def element_key(item: object) -> str:
    """Return the word that names an element of a bare list in ``supports``."""
    if isinstance(item, Entity):
        return item.id
    return item.text if isinstance(item, Name) else str(item)


def relinked(record: Record, replace: Callable[[Entity], Entity]) -> Record:
    """Return a record with its references replaced; the same object if nothing changes."""
    changes = {}
    for field in fields_of(type(record)):
        if not field.eq:
            continue
        value = getattr(record, field.name)
        new = _relinked_value(value, replace)
        if new is not value:
            changes[field.alias or field.name] = new
    if not changes:
        return record
    return with_derived(record, with_changes(record, **changes))


def with_derived(old: Record, new: Record) -> Record:
    """Return a changed record, in which what followed from its other fields follows from them."""
    derived = {
        field.name: attrs.NOTHING
        for field in fields_of(type(old))
        if field.eq and follows(field, old)
    }
    return with_changes(new, **derived) if derived else new


def _relinked_value(value: object, replace: Callable[[Entity], Entity]) -> object:
    if isinstance(value, Entity):
        return replace(value)
    if isinstance(value, Record):
        return relinked(value, replace)
    if isinstance(value, tuple):
        items = tuple(_relinked_value(item, replace) for item in value)
        return value if all(a is b for a, b in zip(items, value, strict=True)) else items
    return value


def items_at(path: str, value: object) -> Iterator[tuple[str, object]]:
    """Yield the items of a list, each with its path, or the one value that is not a list."""
    if isinstance(value, tuple):
        yield from ((f"{path}[{i}]", item) for i, item in enumerate(value))
    else:
        yield path, value
