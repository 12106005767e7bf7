"""Walks and views that look into every field and rebuild everything: slow, and plain.

The library decides first what need not be touched; the tests hold its answers against these.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from centralasia_minerals.dataset.kinds import KINDS
from centralasia_minerals.dataset.traversal import element_key
from centralasia_minerals.entities.base.record import (
    Entity,
    Record,
    facts_of,
    fields_of,
    with_changes,
)
from centralasia_minerals.entities.passage import Span
from centralasia_minerals.entities.relation import Relation
from centralasia_minerals.entities.source import Citation, Source
from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.values.absence import NotStated


def items_of(record: Record) -> Iterator[object]:
    for field in fields_of(type(record)):
        if field.eq:
            value = getattr(record, field.name)
            yield from value if isinstance(value, tuple) else (value,)


def parts_of(record: Record) -> Iterator[Record]:
    yield record
    for item in items_of(record):
        if isinstance(item, Record) and not isinstance(item, (Entity, Span)):
            yield from parts_of(item)


def citations_of(record: Record) -> list[Citation]:
    return [i for part in parts_of(record) for i in items_of(part) if isinstance(i, Citation)]


def references_of(record: Record) -> list[Entity]:
    return [i for part in parts_of(record) for i in items_of(part) if isinstance(i, Entity)]


def entities_in(record: Record) -> Iterator[Entity]:
    for item in items_of(record):
        if isinstance(item, Entity):
            yield item
        elif isinstance(item, Record):
            yield from entities_in(item)


def as_known_on(records, date, ids=None):
    """Keep what a source published by then supports, and try every field of every record.

    Relations to deals that are gone go too, as often as it takes; ``ids`` are those left so far.
    """
    view = View(date, ids)
    kept = {kind: [e for e in records[kind] if view.own(e) is not None] for kind in KINDS}
    while True:
        ids = {e.id for entities in kept.values() for e in entities}
        more = {
            kind: [
                e
                for e in records[kind]
                if e.id not in ids
                and any(
                    r.id == e.id
                    for entities in kept.values()
                    for one in entities
                    for r in references_of(view.entity(one))
                )
            ]
            for kind in KINDS
        }
        if not any(more.values()):
            break
        kept = {kind: kept[kind] + more[kind] for kind in KINDS}
    order = {kind: [e.id for e in records[kind]] for kind in KINDS}
    found = {
        kind: tuple(
            sorted(map(view.entity, kept[kind]), key=lambda e, kind=kind: order[kind].index(e.id))
        )
        for kind in KINDS
    }
    left = {e.id for entities in found.values() for e in entities}
    if any(one.deal not in left for deal in found["deals"] for one in deal.relations):
        return as_known_on(records, date, left)
    return found


class View:
    def __init__(self, date, ids=None):
        self.date = date
        self.ids = ids

    def own(self, entity):
        """Give what is left of a record by its own citations, or None."""
        if isinstance(entity, Source):
            known_from = entity.published.date if entity.published else entity.read
            return entity if known_from.latest <= self.date.latest else None
        cited = citations_of(entity)
        if not any(map(self.stands, cited)) and (cited or not entity.is_reference):
            return None
        return self.record(entity)

    def entity(self, entity):
        if isinstance(entity, Source):
            return entity
        own = self.record(entity) if entity.is_reference else self.own(entity)
        return self.stub(entity) if own is None else own

    def stub(self, entity):
        fields = [field for field in fields_of(type(entity)) if field.eq]
        needed = {f.name for f in fields if f.default is attrs.NOTHING} - {"citations", "names"}
        bare = {}
        for name in needed:
            value = getattr(entity, name)
            bare[name] = self.entity(value) if isinstance(value, Entity) else value
        names = {"names": entity.names[:1]} if "names" in {f.name for f in fields} else {}
        cited = {"citations": ()} if "citations" in {f.name for f in fields} else {}
        return type(entity)(**bare, **names, **cited)

    def stands(self, citation):
        return self.own(citation.source) is not None

    def record(self, record):
        if isinstance(record, Source):
            return record
        cited = citations_of(record)
        is_reference = isinstance(record, Entity) and record.is_reference
        if cited and not is_reference and not any(map(self.stands, cited)):
            return None
        changes = {}
        for field in fields_of(type(record)):
            if not field.eq:
                continue
            value = getattr(record, field.name)
            kept = self.value(record, field, value)
            if kept is None:
                if field.default is attrs.NOTHING or facts_of(field).is_essential:
                    return None
                is_made = isinstance(field.default, attrs.Factory)
                kept = NotStated() if is_made else field.default
            if kept is not value:
                changes[field.name] = kept
        try:
            return following(record, with_changes(record, **changes)) if changes else record
        except InvalidValueError:
            return None

    def value(self, record, field, value):
        if field.name == "citations":
            alive = tuple(filter(self.stands, value))
            return alive if len(alive) < len(value) else value
        if not isinstance(value, tuple):
            return self.item(value) if self.reaches(record, field, value) else None
        items = (self.item(item) for item in value if self.reaches(record, field, item))
        kept = tuple(map(self.tied, (item for item in items if item is not None)))
        kept = tuple(item for item in kept if item is not None)
        if field.name == "amounts":
            kept = tuple(by_itself(item, kept) for item in kept)
        if len(kept) == len(value) and all(a is b for a, b in zip(kept, value, strict=True)):
            return value
        return tuple(dict.fromkeys(kept)) or (value[:1] if field.name == "names" else ())

    def tied(self, item):
        """Give a relation if it holds by then, and anything else."""
        if not isinstance(item, Relation):
            return item
        is_later = bool(item.since) and self.date.latest < item.since.earliest
        return None if is_later or (self.ids is not None and item.deal not in self.ids) else item

    def item(self, item):
        if isinstance(item, Entity):
            return self.entity(item)
        if isinstance(item, Citation):
            return item if self.stands(item) else None
        return self.record(item) if isinstance(item, Record) and type(item) is not Span else item

    def reaches(self, record, field, value):
        is_entity = isinstance(record, Entity)
        is_required = is_entity and field.default is attrs.NOTHING
        if (facts_of(field).is_identity or is_required) and field.name != "names":
            return True
        if isinstance(value, Record) and not isinstance(value, (Entity, Span)):
            return True
        cited = getattr(record, "citations", ()) if "citations" in names_of(record) else ()
        alive = [citation for citation in cited if self.stands(citation)]
        for name in (f"{field.name}[{element_key(value)}]", field.name):
            if any(name in c.supports for c in cited):
                return any(name in c.supports or field.name in c.supports for c in alive)
        if (is_entity and record.is_reference) or all(c.supports for c in cited):
            return True
        return any(not c.supports for c in alive)


def by_itself(amount, amounts):
    """Give an amount, which is part of none if its whole is gone."""
    if amount.part_of and amount.part_of not in {one.key for one in amounts}:
        return with_changes(amount, part_of=NotStated())
    return amount


def names_of(record):
    return {field.name for field in fields_of(type(record))}


def following(old, new):
    """Give a changed record in which what followed from its citations follows from them again."""
    for field in fields_of(type(old)):
        follows = field.eq and getattr(field.default, "takes_self", False)
        if follows and getattr(old, field.name) == field.default.factory(old):
            new = with_changes(new, **{field.name: field.default.factory(new)})
    return new
