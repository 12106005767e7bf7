"""The record as it stood on a date: what no source published by then supports is not there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from centralasia_minerals.entities import (
    Citation,
    Entity,
    Record,
    Source,
    Span,
    fields_of,
    with_changes,
)
from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.values import NotStated, PartialDate

from .integrity import cited_by
from .kinds import KINDS, REFERENCE_KINDS, Records
from .traversal import citations_within, element_key, parts_within, references_of


def known_by(records: Records, date: PartialDate) -> Records:
    """Keep the sources published by the end of a date, and whatever one of them supports.

    A country or mineral that lost its citations stays where something that is kept refers to it.
    """
    view = _View(date)
    kept = {
        kind: tuple(left for entity in records.get(kind, ()) if (left := view.entity(entity)))
        for kind in KINDS
    }
    needed = {id for entities in kept.values() for e in entities for id in _referred_by(e)}
    lost = {
        entity.id
        for entities in records.values()
        for entity in entities
        if isinstance(entity, REFERENCE_KINDS) and cited_by(entity) and entity.id not in needed
    }
    return {
        kind: tuple(e for e in entities if e.id not in lost or cited_by(e))
        for kind, entities in kept.items()
    }


def _referred_by(entity: Entity) -> Iterator[str]:
    for _, part in parts_within(entity):
        for _, _, referred in references_of(part):
            yield referred.id


class _View:
    """What has been kept so far; entities are asked for in dependency order or on first use."""

    def __init__(self, date: PartialDate) -> None:
        self._date = date
        self._kept: dict[str, Entity | None] = {}

    def entity(self, entity: Entity) -> Entity | None:
        if entity.id not in self._kept:
            self._kept[entity.id] = self._record(entity)  # type: ignore[assignment]  # same class
        return self._kept[entity.id]

    def _record(self, record: Record) -> Record | None:
        """Give what is left of a record, or None where nothing supports it any more."""
        if isinstance(record, Source):
            return record if record.published.date.latest <= self._date.latest else None
        if not self._has_support(record):
            return None
        support = _Support(record, tuple(c for c in cited_by(record) or () if self._stands(c)))
        changes: dict[str, Any] = {}
        for field in fields_of(type(record)):
            if not field.eq:
                continue
            value = getattr(record, field.name)
            kept = self._kept_value(field.name, value, support)
            if kept is None:
                if field.default is attrs.NOTHING or field.name in _MEANING:
                    return None
                kept = _default(field)
            if kept is not value:
                changes[field.name] = kept
        try:
            return with_changes(record, **changes) if changes else record
        except InvalidValueError:
            # A range without its upper end, say, is no statement: nothing is left of it.
            return None

    def _stands(self, citation: Citation) -> bool:
        return self.entity(citation.source) is not None

    def _has_support(self, record: Record) -> bool:
        """Say whether a record or a part of it still has a citation, if it ever had one."""
        cited = [citation for _, _, citation in citations_within(record)]
        return isinstance(record, REFERENCE_KINDS) or not cited or any(map(self._stands, cited))

    def _kept_value(self, name: str, value: object, support: _Support) -> object | None:
        if name == "citations":
            return support.alive if len(support.alive) < len(support.cited) else value
        if isinstance(value, tuple):
            kept = tuple(
                item
                for old in value
                if support.reaches(name, old) and (item := self._kept_item(old)) is not None
            )
            if len(kept) == len(value) and all(map(_is, kept, value)):
                return value
            # What told two parts apart may be gone; a record has at least its first name.
            return tuple(dict.fromkeys(kept)) or (value[:1] if name == "names" else ())
        return self._kept_item(value) if support.reaches(name, value) else None

    def _kept_item(self, item: object) -> object | None:
        if isinstance(item, Entity):
            return self.entity(item)
        if isinstance(item, Citation):
            return item if self._stands(item) else None
        if isinstance(item, Span):
            return item
        return self._record(item) if isinstance(item, Record) else item


# What makes a record the one that it is; it stays as long as the record does.
_ALWAYS = frozenset({"id", "title", "what", "kind", "role", "status", "rank", "unnamed"})
# Without these the rest would say something else, so that it goes with them.
_MEANING = frozenset({"hedge"})


class _Support:
    """The citations that a record had, those of them that are left, and what they reach."""

    def __init__(self, record: Record, alive: tuple[Citation, ...]) -> None:
        self.cited = cited_by(record) or ()
        self.alive = alive
        self._always = set(_ALWAYS)
        if isinstance(record, Entity):
            self._always |= {f.name for f in fields_of(type(record)) if f.default is attrs.NOTHING}
        self._is_reference = isinstance(record, REFERENCE_KINDS)

    def reaches(self, field: str, value: object) -> bool:
        """Say whether a surviving citation supports a field, or an element of a bare list.

        Parts have citations of their own. Of the rest, what citations name stands on those, else
        on the ones that support the whole record.
        """
        if field in self._always and field != "names":
            return True
        if isinstance(value, Record) and not isinstance(value, (Entity, Span)):
            return True
        for name in (f"{field}[{element_key(value)}]", field):
            if any(name in c.supports for c in self.cited):
                return any(name in c.supports or field in c.supports for c in self.alive)
        if self._is_reference or all(c.supports for c in self.cited):
            return True
        return any(not c.supports for c in self.alive)


def _default(field: attrs.Attribute[Any]) -> object:
    return NotStated() if isinstance(field.default, attrs.Factory) else field.default  # type: ignore[arg-type]  # Factory is a class at run time


def _is(one: object, other: object) -> bool:
    return one is other
