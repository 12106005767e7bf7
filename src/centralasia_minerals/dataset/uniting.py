"""Joins two records of one id: what either says, equal things once, and what cannot be joined.

Joining never depends on which record comes first, but for the order of lists. A citation that
names nothing supports what its own record says; where the other record says more, it is made to
name what it supports, so that a view as of a date never shows what a later page added.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

import attrs

from centralasia_minerals.entities.base.record import (
    Entity,
    Record,
    fields_of,
    with_changes,
)
from centralasia_minerals.entities.passage import Span
from centralasia_minerals.entities.source import Citation
from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.values.absence import Absence, NotStated

from .as_of import always_supported
from .traversal import cited_by, element_key

R = TypeVar("R", bound=Record)


class Conflict(NamedTuple):
    """A field that can have one value, and has two.

    Attributes:
        path: the place of the field in its record.
        left: what the left record says, in words.
        right: what the right record says.
    """

    path: str
    left: str
    right: str

    def __str__(self) -> str:
        return f"{self.path}: {self.left} or {self.right}"


class Uniting:
    """Joins records, and notes what cannot be joined.

    Attributes:
        conflicts: what could not be joined so far; of these, the preferred record's value is kept.
    """

    def __init__(self, *, prefers_right: bool) -> None:
        self.conflicts: list[Conflict] = []
        self._prefers_right = prefers_right

    def united(self, left: R, right: R, path: str = "") -> R:
        """Return what either of two records says, both of one class."""
        if left == right:
            return left
        values: dict[str, Any] = {}
        derived = []
        for field in fields_of(type(left)):
            if not field.eq or field.name == "citations":
                continue
            if _is_derived(field, left) and _is_derived(field, right):
                derived.append(field)
                continue
            one, other = getattr(left, field.name), getattr(right, field.name)
            values[field.name] = self._field(f"{path}.{field.name}".lstrip("."), one, other)
        if cited_by(left) is not None:
            values["citations"] = _joined_citations(left, right, values)
        try:
            made = with_changes(left, **_changes(left, values))
            # What follows from the citations is worked out anew.
            anew = {field.name: field.default.factory(made) for field in derived}  # type: ignore[union-attr]  # they are made
            return with_changes(made, **anew) if _changes(made, anew) else made
        except InvalidValueError as error:
            self.conflicts.append(Conflict(path or "the record", str(error), ""))
            return right if self._prefers_right else left

    def _field(self, path: str, left: Any, right: Any) -> Any:
        if isinstance(left, tuple) and isinstance(right, tuple):
            return self._list(path, left, right)
        if key_of(left) == key_of(right) and not is_part(left):
            return left
        if isinstance(left, NotStated) or isinstance(right, NotStated):
            return left or right
        if is_part(left) and type(left) is type(right):
            return self.united(left, right, path)
        self.conflicts.append(Conflict(path, _shown(left), _shown(right)))
        return right if self._prefers_right else left

    def _list(self, path: str, left: tuple[Any, ...], right: tuple[Any, ...]) -> tuple[Any, ...]:
        places: dict[object, int] = {}
        joined: list[Any] = []
        for one in (*right, *left) if self._prefers_right else (*left, *right):
            key = key_of(one)
            if key not in places:
                places[key] = len(joined)
                joined.append(one)
            elif is_part(one):
                place = places[key]
                sides = (one, joined[place]) if self._prefers_right else (joined[place], one)
                joined[place] = self.united(*sides, f"{path}[{place}]")
        return left if joined == list(left) else tuple(joined)


def is_part(value: object) -> bool:
    """Whether a value is a part of a record, with citations of its own."""
    return isinstance(value, Record) and not isinstance(value, (Entity, Span))


def _changes(record: Record, values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not getattr(record, name)}


def _shown(value: object) -> str:
    return repr(value.id) if isinstance(value, Entity) else repr(str(value))


def _is_derived(field: attrs.Attribute[Any], record: Record) -> bool:
    """Whether a field is what its default makes of the record's other fields."""
    made: Any = field.default
    if not getattr(made, "takes_self", False):
        return False
    return bool(getattr(record, field.name) == made.factory(record))


def key_of(item: object) -> object:
    """Return what an item of a list, or a value, is the same as another by."""
    if isinstance(item, Entity):
        return (Entity, item.id)
    if not is_part(item):
        return item
    identity = getattr(item, "identity", ())
    return (type(item), identity or tuple(_own_values(item)))  # type: ignore[arg-type]  # it is a record


def _own_values(record: Record) -> Iterator[object]:
    """Yield the fields of a part but its citations and what follows from them."""
    for field in fields_of(type(record)):
        if field.eq and field.name != "citations" and not _is_derived(field, record):
            value = getattr(record, field.name)
            yield tuple(map(key_of, value)) if isinstance(value, tuple) else key_of(value)


def _joined_citations(left: Record, right: Record, values: dict[str, Any]) -> tuple[Citation, ...]:
    """Return the citations of both records, each passage once."""
    sides = [(side, own_names(side)) for side in (left, right)]
    loose = set(supportable(type(left), values)) - named((*cited(left), *cited(right)))
    # What citations name is theirs. As long as both records say all the rest, bare ones stay bare.
    bare = [own for side, own in sides if not all(one.supports for one in cited(side))]
    are_alike = all(loose <= set(own) for own in bare)
    joined: dict[object, Citation] = {}
    for side, own in sides:
        for citation in cited(side) if are_alike else naming(side, own):
            passage = (citation.source.id, citation.digest, citation.length, citation.figure)
            key = (*passage, bool(citation.supports))
            known = joined.get(key)
            if known is None:
                joined[key] = citation
            else:
                supports = tuple(dict.fromkeys((*known.supports, *citation.supports)))
                better = min(known, citation, key=_hinted)
                joined[key] = with_changes(better, supports=supports)
    return tuple(joined.values())


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


def _hinted(citation: Citation) -> tuple[bool, bool, str]:
    """Sort citations of one passage by how well they help to find it."""
    hinted = isinstance(citation.start, int)
    return not citation.quote, not hinted, repr((citation.start, citation.end, citation.quote))


def naming(record: Record, own: Collection[str]) -> tuple[Citation, ...]:
    """Return a record's citations, each bare one naming what only bare ones support of ``own``."""
    taken = named(cited(record))
    left = tuple(n for n in own if n not in taken and n.partition("[")[0] not in taken)
    names = left or _identity(type(record))
    return tuple(
        one if one.supports else with_changes(one, supports=names) for one in cited(record)
    )


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
