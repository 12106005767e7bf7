"""The record as it stood on a date: without anything that no source published by then supports."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

import attrs

from centralasia_minerals.entities.base.record import (
    Entity,
    Record,
    facts_of,
    fields_of,
    with_changes,
)
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.passage import Span
from centralasia_minerals.entities.source import Citation, Source
from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.partial_date import PartialDate

from .kinds import KINDS, Records
from .relations.views import with_relations_of, without_lost_wholes
from .supported import Support
from .traversal import (
    all_citations,
    all_references,
    cited_by,
    is_reference,
    with_derived,
)


def as_known_on(records: Records, date: PartialDate) -> Records:
    """Keep the sources known by the end of a date, and whatever at least one of them supports.

    A record stays if it has a citation of its own left, or if a record that stays refers to it:
    whoever is referred to through a source is known from it. What has no support of its own is
    its id and its preferred name. Reference data that never cited anything stays. A relation
    stays with both of its deals, unless it certainly begins later; an amount whose whole is gone
    is one by itself.
    """
    ids = {entity.id for entities in records.values() for entity in entities}
    while True:
        view = _View(date, ids)
        known = _known_ids(records, view)
        lost = {one.deal for deal in view.deals() if deal.id in known for one in deal.relations}
        if lost <= known:
            break
        ids = known  # What is gone takes the relations to it along, and what only they support.
    return {
        kind: tuple(view.entity(e) for e in records.get(kind, ()) if e.id in known)
        for kind in KINDS
    }


def _known_ids(records: Records, view: _View) -> set[str]:
    """Return the ids of the records that a view keeps."""
    kept = [
        entity
        for entities in records.values()
        for entity in entities
        if view.stands_by_itself(entity)
    ]
    known = {entity.id for entity in kept}
    while kept:
        for referred in all_references(view.entity(kept.pop())):
            if referred.id not in known:
                known.add(referred.id)
                kept.append(referred)
    return known


class _View:
    """The records kept so far; each is worked out when it is first needed."""

    def __init__(self, date: PartialDate, ids: Container[str]) -> None:
        self._date = date
        self._ids = ids
        self._kept: dict[str, Entity] = {}
        self._bare: set[str] = set()

    def stands_by_itself(self, entity: Entity) -> bool:
        """Whether a record is kept whatever refers to it."""
        if isinstance(entity, Source):
            return self._knows(entity)
        self.entity(entity)
        return entity.id not in self._bare

    def entity(self, entity: Entity) -> Entity:
        """Return what is left of a record, at least its id and its preferred name."""
        if isinstance(entity, Source):
            return entity
        if entity.id not in self._kept:
            if isinstance(entity, Deal) and entity.relations:
                entity = with_relations_of(entity, self._date, self._ids)
            cited = all_citations(entity)
            stands = any(map(self._stands, cited)) if cited else entity.is_reference
            # Of reference data, everything but reporting stays.
            left = self._record(entity) if stands or entity.is_reference else None
            if left is None or not stands:
                self._bare.add(entity.id)
            self._kept[entity.id] = left or self._stub(entity)  # type: ignore[assignment]  # same class
        return self._kept[entity.id]

    def deals(self) -> list[Deal]:
        """Return what is left of the deals that were looked at."""
        return [one for one in self._kept.values() if isinstance(one, Deal)]

    def _knows(self, source: Source) -> bool:
        return source.known_from.latest <= self._date.latest

    def _stub(self, entity: Entity) -> Entity:
        """Return a record without anything that a record of its kind can do without."""
        bare = _bare_fields(entity)
        kept = {n: self.entity(v) if isinstance(v, Entity) else v for n, v in bare.items()}
        changes = {name: v for name, v in kept.items() if v is not getattr(entity, name)}
        return with_changes(entity, **changes) if changes else entity

    def _record(self, record: Record) -> Record | None:
        """Return what is left of a record, or None if nothing supports it any more."""
        cited = all_citations(record)
        standing = [self._stands(citation) for citation in cited]
        if cited and not any(standing) and not is_reference(record):
            return None
        if all(standing) and all(self.entity(e) is e for e in all_references(record)):
            return record
        return self._cut(record)

    def _cut(self, record: Record) -> Record | None:
        """Return a record without what no surviving citation supports, or None if it needs that."""
        support = Support(record, tuple(c for c in cited_by(record) or () if self._stands(c)))
        changes: dict[str, Any] = {}
        for field in fields_of(type(record)):
            if not field.eq:
                continue
            value = getattr(record, field.name)
            kept = self._kept_value(field.name, value, support)
            if kept is None:
                if field.default is attrs.NOTHING or facts_of(field).is_essential:
                    return None
                kept = _default(field)
            if kept is not value:
                changes[field.name] = kept
        if isinstance(record, Deal) and "amounts" in changes:
            changes["amounts"] = without_lost_wholes(changes["amounts"])
        try:
            return with_derived(record, with_changes(record, **changes)) if changes else record
        except InvalidValueError:
            # A range without its upper end, for example, is not a statement: nothing is left of it.
            return None

    def _stands(self, citation: Citation) -> bool:
        return self._knows(citation.source)

    def _kept_value(self, name: str, value: object, support: Support) -> object | None:
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
            if len(kept) < 2:  # A record keeps its first name.
                return kept or (value[:1] if name == "names" else ())
            # Parts may be equal once what told them apart is gone.
            return tuple(dict.fromkeys(kept))
        return self._kept_item(value) if support.reaches(name, value) else None

    def _kept_item(self, item: object) -> object | None:
        if isinstance(item, Entity):
            return self.entity(item)
        if isinstance(item, Citation):
            return item if self._stands(item) else None
        if isinstance(item, Span):
            return item
        return self._record(item) if isinstance(item, Record) else item


def is_stub(entity: Entity) -> bool:
    """Whether a record says nothing but its id, its preferred name and what its kind requires."""
    bare = _bare_fields(entity)
    return not all_citations(entity) and all(getattr(entity, n) == v for n, v in bare.items())


def _bare_fields(entity: Entity) -> dict[str, object]:
    """Return the fields of a record without anything that its kind can do without."""
    bare: dict[str, object] = {}
    for field in fields_of(type(entity)):
        if field.eq:
            value = getattr(entity, field.name)
            if field.name == "names":
                bare[field.name] = value[:1]
            elif field.name == "citations":
                bare[field.name] = ()
            elif field.default is attrs.NOTHING:
                bare[field.name] = value
            else:
                left = _default(field)
                bare[field.name] = value if value == left else left
    return bare


def _default(field: attrs.Attribute[Any]) -> object:
    return NotStated() if isinstance(field.default, attrs.Factory) else field.default  # type: ignore[arg-type]  # Factory is a class at run time


def _is(one: object, other: object) -> bool:
    return one is other
