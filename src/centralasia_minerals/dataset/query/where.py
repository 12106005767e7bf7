"""Answers ``where``: which records meet every criterion, from indexes that are built once.

A criterion is declared on a field: ``facts(criterion="country")`` on ``Deal.countries`` makes
``where(country=...)``. A criterion on a field of a part (``Party.who``) is one of the record too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, TypeAlias, get_type_hints

import attrs

from centralasia_minerals.entities.base.field_rules import classes_in
from centralasia_minerals.entities.base.record import Entity, Record, facts_of, fields_of
from centralasia_minerals.entities.country import Country, country_codes
from centralasia_minerals.entities.source import Dated, Source
from centralasia_minerals.entities.stage import Stage, StageGroup
from centralasia_minerals.errors import (
    InvalidTypeError,
    InvalidValueError,
    UnknownCriterionError,
    UnknownIdError,
    did_you_mean,
    near,
    with_article,
)
from centralasia_minerals.values.closed_enum import ClosedEnum, member_of

from ..traversal import sources_of
from .date_window import Window
from .known_ids import KnownIds

Places: TypeAlias = frozenset[int]
"""Positions of records in their catalog."""

_WINDOW = ("since", "until")
_PLAIN = {str: "text", int: "a whole number", bool: "a truth value"}
"""The types of plain value that can be asked for, each with its noun."""


@attrs.frozen
class Criterion:
    """One filter of a kind of record.

    Attributes:
        fields: the fields that it looks at; if a part has the field, the record's field and then
            the part's.
        members: the members of enumerations that it accepts; empty if it accepts something else.
        kinds: the kinds of record that it accepts; empty if it accepts something else.
        plain: the types of plain value that it accepts; empty if it accepts something else.
    """

    fields: tuple[tuple[str, ...], ...]
    members: tuple[ClosedEnum, ...]
    kinds: tuple[type[Entity], ...]
    plain: tuple[type, ...] = ()

    def asked(self, what: str, value: object, known: KnownIds | None) -> object:
        """Return what is asked for: a member, the id of a record, or a plain value.

        Raises:
            InvalidTypeError: it is neither a member, a record nor text, or not a plain value of
                the type that the field holds.
            InvalidValueError: it is not a member, not the code of a country, or an empty text.
            UnknownIdError: the dataset does not know the id; the message suggests similar ones.
        """
        if self.members:
            return member_of(self.members, value, what)
        if self.plain:
            if type(value) not in self.plain:
                raise InvalidTypeError.of(what, value, f"give {_nouns(self.plain)}")
            if isinstance(value, str) and not value.strip():
                raise InvalidValueError(what, "it is empty", "give the text that is asked for")
            return value
        if isinstance(value, Entity):
            return value.id
        if not isinstance(value, str):
            raise InvalidTypeError.of(what, value, "give an id or a record")
        if Country in self.kinds and value in country_codes():
            return value
        if self.kinds == (Country,):
            found = f"{value!r} is not the code of a country"
            raise InvalidValueError(what, found, "give an ISO 3166-1 code such as 'KZ'")
        if known is not None and value not in known.ids(self.kinds):
            kinds = " or ".join(dict.fromkeys(kind.kind_name for kind in self.kinds))
            raise UnknownIdError(kinds, value, near(value, sorted(set(known.ids(self.kinds)))))
        return value


def criteria_of(kind: type[Entity]) -> Mapping[str, Criterion]:
    """Return the filters of a kind of record, by keyword; that of dates is ``"date"``."""
    return _criteria(kind)  # type: ignore[arg-type]  # classes hash


@cache
def _criteria(kind: type[Entity]) -> Mapping[str, Criterion]:
    found: dict[str, list[tuple[tuple[str, ...], object]]] = {}
    hints = get_type_hints(kind)
    for field in fields_of(kind):
        for path, name, hint in _criteria_in(field, hints[field.name]):
            found.setdefault(name, []).append((path, hint))
    criteria = {
        name: Criterion(tuple(path for path, _ in held), *_wanted(hint for _, hint in held))
        for name, held in found.items()
    }
    return {**criteria, "source": Criterion((), (), (Source,))}


def _criteria_in(
    field: attrs.Attribute[Any], hint: object
) -> Iterator[tuple[tuple[str, ...], str, object]]:
    """Yield a field's own criterion, or those on the fields of its parts: path, keyword, type."""
    own = facts_of(field).criterion
    if own:
        yield (field.name,), own, hint
        return
    for part in classes_in(hint):
        if issubclass(part, Record) and not issubclass(part, (Entity, Dated)):
            hints = get_type_hints(part)
            for inner in fields_of(part):
                if facts_of(inner).criterion:
                    path = (field.name, inner.name)
                    yield path, facts_of(inner).criterion, hints[inner.name]


def _nouns(types: Iterable[type]) -> str:
    return " or ".join(_PLAIN[one] for one in types)


def _wanted(
    hints: Iterable[object],
) -> tuple[tuple[ClosedEnum, ...], tuple[type[Entity], ...], tuple[type, ...]]:
    """Return the members, the kinds of record and the plain types that fields may hold."""
    classes = dict.fromkeys(cls for hint in hints for cls in classes_in(hint))
    enums = [cls for cls in classes if issubclass(cls, ClosedEnum)]
    # A group's name wins, as in totals: "failed" names the whole group.
    enums += [StageGroup] if Stage in enums else []
    kinds = tuple(cls for cls in classes if issubclass(cls, Entity))
    plain = () if enums or kinds else tuple(cls for cls in _PLAIN if cls in classes)
    return tuple(member for enum in enums for member in enum), kinds, plain


class Indexes:
    """The records of a catalog by what they have; each index is built when it is first needed."""

    __slots__ = ("_by_criterion", "_entities")

    def __init__(self, entities: tuple[Entity, ...]) -> None:
        self._entities = entities
        self._by_criterion: dict[str, Mapping[object, Places]] = {}

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return Indexes, (self._entities,)

    def places(
        self, kind: type[Entity], wanted: Mapping[str, object], known: KnownIds | None
    ) -> Iterable[int]:
        """Return the positions of the records that meet every criterion, in order.

        Args:
            kind: the kind of the records.
            wanted: the criteria, each with one value, or several of which any may match.
            known: the ids that may be asked for; None if any may.
        """
        criteria = criteria_of(kind)
        _check_names(kind, wanted)
        kept: list[Places] = []
        for name in [name for name in wanted if name not in _WINDOW]:
            what = f"{with_article(kind.kind_name)} filtered by {name}"
            values = [criteria[name].asked(what, one, known) for one in several(wanted[name])]
            index = self._index(kind, name)
            kept.append(frozenset().union(*(index.get(value, frozenset()) for value in values)))
        if wanted.keys() & set(_WINDOW):
            window = Window.of(wanted.get("since"), wanted.get("until"))
            dated = self._index(kind, "date").items()
            within = (places for when, places in dated if window.may_hold(when))  # type: ignore[arg-type]  # the index of dates
            kept.append(frozenset().union(*within))
        if not kept:
            return range(len(self._entities))
        first, *others = sorted(kept, key=len)
        return sorted(first.intersection(*others))

    def _index(self, kind: type[Entity], name: str) -> Mapping[object, Places]:
        if name not in self._by_criterion:
            held: dict[object, set[int]] = {}
            fields = criteria_of(kind)[name].fields
            for place, entity in enumerate(self._entities):
                for value in sources_of(entity) if name == "source" else _held(entity, fields):
                    held.setdefault(value, set()).add(place)
            self._by_criterion[name] = {value: frozenset(at) for value, at in held.items()}
        return self._by_criterion[name]


def several(asked: object) -> tuple[object, ...]:
    """Return what was asked for as a tuple of values; text is one value."""
    if isinstance(asked, (str, Record, ClosedEnum)) or not isinstance(asked, Iterable):
        return (asked,)
    return tuple(asked)


def _check_names(kind: type[Entity], wanted: Mapping[str, object]) -> None:
    names = [name for name in criteria_of(kind) if name != "date"]
    names += _WINDOW if "date" in criteria_of(kind) else ()
    for name in wanted:
        if name not in names:
            hint = did_you_mean(near(name, names)) or f"filters: {', '.join(names)}"
            raise UnknownCriterionError(
                f"{with_article(kind.kind_name)} cannot be filtered by {name!r}", remedy=hint
            )


def _held(entity: Entity, fields: tuple[tuple[str, ...], ...]) -> Iterator[object]:
    """Yield what a record has in these fields, as an index keys it."""
    for field, *inner in fields:
        value = getattr(entity, field)
        for item in value if isinstance(value, tuple) else (value,):
            for held in (getattr(item, name) for name in inner) if inner else (item,):
                yield from _keys(held)


def _keys(held: object) -> Iterator[object]:
    if isinstance(held, Entity):
        yield held.id
    elif isinstance(held, Dated):
        yield held.date
    elif isinstance(held, ClosedEnum):
        yield held
        if isinstance(held, Stage):
            yield held.group
    elif type(held) in _PLAIN:
        yield held
