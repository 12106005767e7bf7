"""The record as it stood on a date: what no source published by then supports is not there."""

from __future__ import annotations

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
from centralasia_minerals.values import NotStated, PartialDate

from .integrity import cited_by
from .kinds import KINDS, Records
from .traversal import element_key


def known_by(records: Records, date: PartialDate) -> Records:
    """Keep the sources published by the end of a date, and whatever one of them supports."""
    view = _View(date)
    return {
        kind: tuple(kept for entity in records.get(kind, ()) if (kept := view.entity(entity)))
        for kind in KINDS
    }


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
        cited = cited_by(record) or ()
        alive = tuple(c for c in cited if self.entity(c.source))
        if cited and not alive:
            return None
        changes: dict[str, Any] = {}
        for field in fields_of(type(record)):
            if not field.eq:
                continue
            value = getattr(record, field.name)
            kept = self._kept_value(field.name, value, cited, alive)
            if kept is None:
                if field.default is attrs.NOTHING:
                    return None
                kept = _default(field)
            if kept is not value:
                changes[field.name] = kept
        return with_changes(record, **changes) if changes else record

    def _kept_value(
        self, name: str, value: object, cited: tuple[Citation, ...], alive: tuple[Citation, ...]
    ) -> object | None:
        if name == "citations":
            return alive if len(alive) < len(cited) else value
        if isinstance(value, tuple):
            kept = tuple(
                item
                for old in value
                if _supported(name, element_key(old), cited, alive)
                and (item := self._kept_item(old)) is not None
            )
            same = len(kept) == len(value) and all(map(_is, kept, value))
            return value if same else (kept or (value if name == "names" else ()))
        if name == "id" or not _supported(name, element_key(value), cited, alive):
            return value if name in _ALWAYS else None
        return self._kept_item(value)

    def _kept_item(self, item: object) -> object | None:
        if isinstance(item, Entity):
            return self.entity(item)
        if isinstance(item, Span):
            return item
        return self._record(item) if isinstance(item, Record) else item


# What makes a record the one that it is; it stays as long as the record does.
_ALWAYS = frozenset({"id", "title", "what", "kind", "role", "status", "official", "rank"})


def _supported(
    field: str, element: str, cited: tuple[Citation, ...], alive: tuple[Citation, ...]
) -> bool:
    """Say whether a surviving citation supports a field, or an element of a bare list.

    What no citation names, before or after, stands on the record as a whole.
    """
    names = {f"{field}[{element}]"}
    if not any(names & set(c.supports) for c in cited):
        names = {field}
        if not any(field in c.supports for c in cited):
            return True
    names.add(field)
    return any(not c.supports or names & set(c.supports) for c in alive)


def _default(field: attrs.Attribute[Any]) -> object:
    return NotStated() if isinstance(field.default, attrs.Factory) else field.default  # type: ignore[arg-type]  # Factory is a class at run time


def _is(one: object, other: object) -> bool:
    return one is other
