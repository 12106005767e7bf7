"""What the citations of a record support that are left of it, field by field."""

from __future__ import annotations

from functools import cache

import attrs

from centralasia_minerals.entities.base.record import Entity, Record, facts_of, fields_of
from centralasia_minerals.entities.passage import Span
from centralasia_minerals.entities.source import Citation

from .traversal import cited_by, element_key, is_reference


class Support:
    """The citations of a record, those of them that are left, and what the latter support."""

    def __init__(self, record: Record, alive: tuple[Citation, ...]) -> None:
        self.cited: tuple[Citation, ...] = cited_by(record) or ()
        self.alive = alive
        self._named = {name for c in self.cited for name in c.supports}
        self._named_alive = {name for c in alive for name in c.supports}
        self._always = always_supported(type(record))
        self._is_reference = is_reference(record)

    def reaches(self, field: str, value: object) -> bool:
        """Whether a surviving citation supports a field, or an element of a bare list.

        Parts have citations of their own. Anything else is supported by the citations that name
        it, or if none does, by those that support the whole record.
        """
        if field in self._always and field != "names":
            return True
        if isinstance(value, Record) and not isinstance(value, (Entity, Span)):
            return True
        for name in (f"{field}[{element_key(value)}]", field) if self._named else ():
            if name in self._named:
                return name in self._named_alive or field in self._named_alive
        if self._is_reference or all(c.supports for c in self.cited):
            return True
        return any(not c.supports for c in self.alive)


def always_supported(cls: type[Record]) -> frozenset[str]:
    """Return the fields that are kept as long as the record is: those that tell it from others."""
    return _always_supported(cls)  # type: ignore[arg-type]  # classes hash


@cache
def _always_supported(cls: type[Record]) -> frozenset[str]:
    return frozenset(
        field.name
        for field in fields_of(cls)
        if facts_of(field).is_identity
        or (issubclass(cls, Entity) and field.default is attrs.NOTHING)
    )
