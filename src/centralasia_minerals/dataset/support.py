"""What the citations of a record support, and by which names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import attrs

from centralasia_minerals.entities.base.record import Record, fields_of, with_changes
from centralasia_minerals.entities.passage import Span
from centralasia_minerals.entities.source import Citation
from centralasia_minerals.values.absence import Absence

from .as_of import always_supported
from .traversal import cited_by, element_key, is_part


def cited(record: Record) -> tuple[Citation, ...]:
    """Return a record's own citations; empty if its kind has none."""
    return cited_by(record) or ()


def own_names(record: Record) -> tuple[str, ...]:
    """Return the names under which a citation may support what a record says."""
    values = {f.name: getattr(record, f.name) for f in fields_of(type(record)) if f.eq}
    return supportable(type(record), values)


def named(citations: Iterable[Citation]) -> set[str]:
    """Return what some citations name."""
    return {name for citation in citations for name in citation.supports}


def naming(record: Record, own: Collection[str]) -> tuple[Citation, ...]:
    """Return a record's citations, each bare one naming what only bare ones support of ``own``."""
    taken = named(cited(record))
    left = tuple(n for n in own if n not in taken and n.partition("[")[0] not in taken)
    citations = cited(record)
    if all(one.supports for one in citations):  # Together they support what none of them names.
        return tuple(with_changes(one, supports=(*one.supports, *left)) for one in citations)
    names = left or _identity(type(record))
    return tuple(one if one.supports else with_changes(one, supports=names) for one in citations)


def supportable(cls: type[Record], values: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the names under which a citation may support what some fields of a class say.

    Parts have citations of their own, and what tells a record from others needs none.
    """
    names: list[str] = []
    always = always_supported(cls)
    for field in fields_of(cls):
        value = values.get(field.name)
        if field.name == "citations" or (field.name in always and field.name != "names"):
            continue
        if isinstance(value, tuple):
            bare = [item for item in value if not is_part(item) and not isinstance(item, Span)]
            names += [f"{field.name}[{element_key(item)}]" for item in bare]
        elif not (value is None or is_part(value) or _is_default(field, value)):
            names.append(field.name)
    return tuple(names)


def _is_default(field: attrs.Attribute[Any], value: object) -> bool:
    if isinstance(value, Absence):
        return True
    return not isinstance(field.default, attrs.Factory) and bool(value == field.default)  # type: ignore[arg-type]  # Factory is a class at run time


def _identity(cls: type[Record]) -> tuple[str, ...]:
    """Return a field that every record of a class has, which needs no citation."""
    always = always_supported(cls)
    names = [field.name for field in fields_of(cls) if field.name in always and field.name != "id"]
    return tuple(names[:1]) or (next(f.name for f in fields_of(cls) if f.default is attrs.NOTHING),)
