"""Joins two records of one id: what either says, equal things once, and what cannot be joined.

Joining never depends on which record comes first, but for the order of lists. A citation that
names nothing supports what its own record says; where the other record says more, it is made to
name what it supports, so that a view as of a date never shows what a later page added.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any, NamedTuple, TypeVar

import attrs

from centralasia_minerals.entities.base.dated_record import follows
from centralasia_minerals.entities.base.record import (
    Entity,
    Record,
    fields_of,
    with_changes,
)
from centralasia_minerals.entities.source import Citation
from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.values.absence import NotStated

from ..traversal import cited_by, is_part
from .support import cited, named, naming, own_names, supportable

R = TypeVar("R", bound=Record)


class Conflict(NamedTuple):
    """A field that can have one value, and has two.

    Attributes:
        path: the place of the field in the right record.
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
        anew: dict[str, Any] = {}  # what follows from the citations
        for field in fields_of(type(left)):
            if not field.eq or field.name == "citations":
                continue
            if follows(field, left) and follows(field, right):
                anew[field.name] = attrs.NOTHING
                continue
            one, other = getattr(left, field.name), getattr(right, field.name)
            values[field.name] = self._field(f"{path}.{field.name}".lstrip("."), one, other)
        if cited_by(left) is not None:
            values["citations"] = _joined_citations(left, right, values)
        try:
            return with_changes(left, **_changes(left, values), **anew)
        except InvalidValueError as error:
            self.conflicts.append(Conflict(path or "the record", str(error), ""))
            return right if self._prefers_right else left

    def _field(self, path: str, left: Any, right: Any) -> Any:
        if isinstance(left, tuple) and isinstance(right, tuple):
            return self._list(path, left, right)
        if key_of(left) == key_of(right) and not is_part(left):
            return left
        if isinstance(left, NotStated) or isinstance(right, NotStated):
            return right if isinstance(left, NotStated) else left
        if is_part(left) and type(left) is type(right):
            return self.united(left, right, path)
        self.conflicts.append(Conflict(path, _shown(left), _shown(right)))
        return right if self._prefers_right else left

    def _list(self, path: str, left: tuple[Any, ...], right: tuple[Any, ...]) -> tuple[Any, ...]:
        places: dict[object, int] = {}
        joined: list[Any] = []
        sides = (right, left) if self._prefers_right else (left, right)
        for number, one in chain.from_iterable(map(enumerate, sides)):
            key = key_of(one)
            if key not in places:
                places[key] = len(joined)
                joined.append(one)
            elif is_part(one):
                place = places[key]
                first, second = joined[place], one
                # What is named is the place in the right record, which a file may have given.
                own = place if self._prefers_right else number
                if self._prefers_right:
                    first, second = second, first
                joined[place] = self.united(first, second, f"{path}[{own}]")
        return left if joined == list(left) else tuple(joined)


def _changes(record: Record, values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not getattr(record, name)}


def _shown(value: object) -> str:
    return repr(value.id) if isinstance(value, Entity) else repr(str(value))


def key_of(item: object) -> object:
    """Return what an item of a list, or a value, is the same as another by."""
    if isinstance(item, Entity):
        return (Entity, item.id)
    if not is_part(item):
        return item
    identity = getattr(item, "identity", ())
    return (type(item), identity or tuple(_own_values(item)))


def _own_values(record: Record) -> Iterator[object]:
    """Yield the fields of a part but its citations and what follows from them."""
    for field in fields_of(type(record)):
        if field.eq and field.name != "citations" and not follows(field, record):
            value = getattr(record, field.name)
            yield tuple(map(key_of, value)) if isinstance(value, tuple) else key_of(value)


def _joined_citations(left: Record, right: Record, values: dict[str, Any]) -> tuple[Citation, ...]:
    """Return the citations of both records, each passage once."""
    sides = [(side, own_names(side)) for side in (left, right)]
    loose = set(supportable(type(left), values)) - named((*cited(left), *cited(right)))
    # What citations name is theirs. As long as both records say all the rest, it needs no name.
    are_alike = all(_is_safe(side, set(own), loose) for side, own in sides)
    joined: dict[tuple[object, ...], Citation] = {}
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
    # Passages that all name something support together what none of them names, such as a spelling
    # of a record that cites nothing; they say so, so that joining once more adds nothing.
    left_over = loose - named(joined.values())
    if left_over and all(one.supports for one in joined.values()):
        names = tuple(name for name in supportable(type(left), values) if name in left_over)
        joined = {
            key: with_changes(one, supports=(*one.supports, *names)) for key, one in joined.items()
        }
    told = {key[:-1] for key, citation in joined.items() if citation.supports}
    every = tuple(joined.values())
    # Where everything is named, a passage that names something need not stand there bare as well.
    is_named = are_alike and not loose
    return (
        tuple(
            one
            for key, one in joined.items()
            if one.supports or not is_named or key[:-1] not in told
        )
        or every
    )


def _is_safe(side: Record, own: set[str], loose: set[str]) -> bool:
    """Whether what nobody names keeps its support, and no other, beside another record's."""
    citations = cited(side)
    if all(one.supports for one in citations):
        return not (own & loose)
    return loose <= own


def _hinted(citation: Citation) -> tuple[bool, bool, str]:
    """Sort citations of one passage by how well they help to find it."""
    hinted = isinstance(citation.start, int)
    return not citation.quote, not hinted, repr((citation.start, citation.end, citation.quote))
