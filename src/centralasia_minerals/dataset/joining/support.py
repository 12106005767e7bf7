"""What the citations of a record support, and by which names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import attrs

from centralasia_minerals.entities.base.record import Record, fields_of, with_changes
from centralasia_minerals.entities.passage import Span
from centralasia_minerals.entities.source import Citation
from centralasia_minerals.values.absence import Absence

from ..supported import always_supported
from ..traversal import cited_by, element_key, is_part

# No source says these: ids, keys and ranks are ours, and citations say nothing of themselves.
_OF_NOBODY = ("id", "key", "rank", "reason", "citations")


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
        if field.name == "citations" or (field.name in always and field.name != "names"):
            continue
        names += _names_in(field, values.get(field.name))
    return tuple(names)


def unnamed_in(record: Record) -> tuple[str, ...]:
    """Return what a record says and none of its citations names; what tells it from others too.

    What cites nothing, and what follows from other fields, has nothing to name.
    """
    citations = cited(record)
    taken = named(citations) | {*_OF_NOBODY, *_derived_in(record)}
    names = [
        name
        for field in fields_of(type(record))
        if citations and field.eq
        for name in _names_in(field, getattr(record, field.name))
    ]
    return tuple(name for name in names if {name, name.partition("[")[0]}.isdisjoint(taken))


def _names_in(field: attrs.Attribute[Any], value: object) -> list[str]:
    """Return the names of a field's value, or of its elements, as ``supports`` has them."""
    if isinstance(value, tuple):
        bare = [item for item in value if not is_part(item) and not isinstance(item, Span)]
        return [f"{field.name}[{element_key(item)}]" for item in bare]
    is_said = not (value is None or is_part(value) or _is_default(field, value))
    return [field.name] if is_said else []


def _derived_in(record: Record) -> list[str]:
    """Return the fields of a record whose values follow from its others."""
    found: list[str] = []
    for field in fields_of(type(record)):
        default: Any = field.default
        takes_self = getattr(default, "takes_self", False)
        if takes_self and getattr(record, field.name) == default.factory(record):
            found.append(field.name)
    return found


def _is_default(field: attrs.Attribute[Any], value: object) -> bool:
    if isinstance(value, Absence):
        return True
    return not isinstance(field.default, attrs.Factory) and bool(value == field.default)  # type: ignore[arg-type]  # Factory is a class at run time


def _identity(cls: type[Record]) -> tuple[str, ...]:
    """Return a field that every record of a class has, which needs no citation."""
    always = always_supported(cls)
    names = [field.name for field in fields_of(cls) if field.name in always and field.name != "id"]
    return tuple(names[:1]) or (next(f.name for f in fields_of(cls) if f.default is attrs.NOTHING),)
