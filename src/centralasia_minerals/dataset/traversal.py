"""Walks through everything that a record holds, and rebuilds it with other references."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple, TypeVar, get_type_hints

from centralasia_minerals.entities.field_checks import bound_variables, classes_in
from centralasia_minerals.entities.record import Entity, Record, facts_of, fields_of, with_changes
from centralasia_minerals.entities.source import Citation, Source, Span
from centralasia_minerals.values.name import Name


def parts_within(record: Record, path: str = "") -> Iterator[tuple[str, Record]]:
    """Yield a record and every part inside it, each with its path; references are not followed."""
    yield path, record
    for name, value in _own_values(record):
        for step, item in _items(f"{path}.{name}" if path else name, value):
            if isinstance(item, Record) and not isinstance(item, (Entity, Span)):
                yield from parts_within(item, step)


def spans_within(record: Record) -> Iterator[tuple[str, Record, Span]]:
    """Yield every passage that a record or a part of it points to: path, holder and passage."""
    for path, holder in parts_within(record):
        for name, value in _own_values(holder):
            for step, item in _items(f"{path}.{name}" if path else name, value):
                if isinstance(item, Span):
                    yield step, holder, item


def citations_within(record: Record) -> Iterator[tuple[str, Record, Citation]]:
    """Yield every citation of a record and of its parts: path, holder and citation."""
    for path, holder, span in spans_within(record):
        if isinstance(span, Citation):
            yield path, holder, span


class Held(NamedTuple):
    """The fields of a class by what they may hold, each in field order; series hold statements."""

    records: tuple[str, ...]
    parts: tuple[str, ...]
    spans: tuple[str, ...]
    entities: tuple[str, ...]
    series: tuple[str, ...]


def held_by(cls: type[Record]) -> Held:
    """Return which fields of a class may hold what, as their annotations say.

    The walks look into no other field, and those below build no paths that nobody reads.
    """
    return _held(cls)  # type: ignore[arg-type]  # classes hash


@cache
def _held(cls: type[Record]) -> Held:
    bound, hints = bound_variables(cls), get_type_hints(cls)
    sorts = {
        field.name: set(_sorts_in(bound.get(hints[field.name], hints[field.name])))
        for field in fields_of(cls)
        if field.eq  # what is derived is held somewhere else
    }
    return Held(
        records=tuple(name for name in sorts if sorts[name]),
        parts=tuple(name for name in sorts if Record in sorts[name]),
        spans=tuple(name for name in sorts if Span in sorts[name]),
        entities=tuple(name for name in sorts if Entity in sorts[name]),
        series=tuple(field.name for field in fields_of(cls) if facts_of(field).is_series),
    )


def _sorts_in(hint: object) -> Iterator[type[Record]]:
    """Yield what an annotation allows: references as Entity, passages as Span, parts as Record."""
    for inner in hint.__constraints__ if isinstance(hint, TypeVar) else (hint,):
        for cls in classes_in(inner):
            yield from [sort for sort in (Entity, Span, Record) if issubclass(cls, sort)][:1]


def all_parts(record: Record) -> list[Record]:
    """Return a record and every part inside it, as ``parts_within`` does, without paths."""
    found = [record]
    for item in _held_in(record, held_by(type(record)).parts):
        if isinstance(item, Record) and not isinstance(item, (Entity, Span)):
            found += all_parts(item)
    return found


def all_citations(record: Record) -> list[Citation]:
    """Return every citation of a record and of its parts, without paths."""
    return [
        item
        for holder in all_parts(record)
        for item in _held_in(holder, held_by(type(holder)).spans)
        if isinstance(item, Citation)
    ]


def all_references(record: Record) -> list[Entity]:
    """Return every record that a record or a part of it refers to, but not the sources cited."""
    return [
        item
        for holder in all_parts(record)
        for item in _held_in(holder, held_by(type(holder)).entities)
        if isinstance(item, Entity)
    ]


def entities_inside(record: Record) -> list[Entity]:
    """Return every record that another holds anywhere, the sources cited among them."""
    found: list[Entity] = []
    for item in _held_in(record, held_by(type(record)).records):
        if isinstance(item, Entity):
            found.append(item)
        elif isinstance(item, Record):
            found += entities_inside(item)
    return found


def _held_in(record: Record, names: tuple[str, ...]) -> list[object]:
    """Return what a record holds in some fields, items one by one."""
    held: list[object] = []
    for name in names:
        value = getattr(record, name)
        if isinstance(value, tuple):
            held += value
        else:
            held.append(value)
    return held


def cited_by(record: Record) -> tuple[Citation, ...] | None:
    """Return a record's own citations, or None if records of its kind cannot have any."""
    names = {field.name for field in fields_of(type(record))}
    if "citations" not in names:
        return None
    citations: tuple[Citation, ...] = getattr(record, "citations", ())
    return citations


def is_reference(record: Record) -> bool:
    """Whether a record is reference data, not reporting, and so needs no citation."""
    return isinstance(record, Entity) and record.is_reference


def sources_of(record: Record) -> frozenset[str]:
    """Return the ids of all sources that a record or a part of it cites."""
    if isinstance(record, Source):
        return frozenset({record.id})
    return frozenset(citation.source.id for citation in all_citations(record))


def references_of(holder: Record) -> Iterator[tuple[str, str, Entity]]:
    """Yield what a record itself refers to: field, name in ``supports``, and record referred to."""
    for name, value in _own_values(holder):
        if isinstance(value, Entity):
            yield name, name, value
        elif isinstance(value, tuple):
            for item in value:
                if isinstance(item, Entity):
                    yield name, f"{name}[{item.id}]", item


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
    relinked_record = with_changes(record, **changes)
    derived = _derived_anew(record, relinked_record)
    return with_changes(relinked_record, **derived) if derived else relinked_record


def _derived_anew(old: Record, new: Record) -> dict[str, object]:
    """Return the defaults that depend on a reference, as they are after it was replaced."""
    derived = {}
    for field in fields_of(type(old)):
        default: Any = field.default
        takes_self = field.eq and getattr(default, "takes_self", False)
        if takes_self and getattr(old, field.name) == default.factory(old):
            derived[field.name] = default.factory(new)
    return derived


def _relinked_value(value: object, replace: Callable[[Entity], Entity]) -> object:
    if isinstance(value, Entity):
        return replace(value)
    if isinstance(value, Record):
        return relinked(value, replace)
    if isinstance(value, tuple):
        items = tuple(_relinked_value(item, replace) for item in value)
        return value if all(a is b for a, b in zip(items, value, strict=True)) else items
    return value


def _own_values(record: Record) -> Iterator[tuple[str, object]]:
    """Yield the recorded fields; derived ones (the stages of an amount's deal) are left out."""
    for field in fields_of(type(record)):
        if field.eq:
            yield field.name, getattr(record, field.name)


def _items(path: str, value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, tuple):
        yield from ((f"{path}[{i}]", item) for i, item in enumerate(value))
    else:
        yield path, value
