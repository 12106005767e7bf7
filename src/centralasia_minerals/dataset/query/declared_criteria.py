"""Which filters a kind of record has, as its fields declare them.

``facts(criterion="country")`` on ``Deal.countries`` makes ``where(country=...)``. A criterion on a
field of a part (``Party.who``) is one of the record that holds the part too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, get_type_hints

import attrs

from centralasia_minerals.entities.base.field_rules import classes_in
from centralasia_minerals.entities.base.limits import Limit, limit_of
from centralasia_minerals.entities.base.record import Entity, Record, facts_of, fields_of
from centralasia_minerals.entities.source import Dated, Source
from centralasia_minerals.entities.vocabulary.stage import Stage, StageGroup
from centralasia_minerals.values.closed_enum import ClosedEnum

PLAIN_NOUNS: dict[type, str] = {str: "text", int: "a whole number", bool: "a truth value"}
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
        limit: which records of those kinds it may have; None if any of them.
    """

    fields: tuple[tuple[str, ...], ...]
    members: tuple[ClosedEnum, ...]
    kinds: tuple[type[Entity], ...]
    plain: tuple[type, ...] = ()
    limit: Limit | None = None

    @property
    def noun(self) -> str:
        """The kinds of record that it accepts, such as ``country or bloc``."""
        return " or ".join(dict.fromkeys(kind.kind_name for kind in self.kinds))


def criteria_of(kind: type[Entity]) -> Mapping[str, Criterion]:
    """Return the filters of a kind of record, by keyword; that of dates is ``"date"``."""
    return _criteria(kind)  # type: ignore[arg-type]  # classes hash


@cache
def _criteria(kind: type[Entity]) -> Mapping[str, Criterion]:
    found: dict[str, list[tuple[tuple[str, ...], object]]] = {}
    limits: dict[str, Limit | None] = {}
    hints = get_type_hints(kind)
    for field in fields_of(kind):
        for path, declared, hint in _criteria_in(field, hints[field.name]):
            name = facts_of(declared).criterion
            found.setdefault(name, []).append((path, hint))
            limits[name] = limit_of(declared)
    criteria = {
        name: Criterion(
            tuple(path for path, _ in held), *_wanted(hint for _, hint in held), limits[name]
        )
        for name, held in found.items()
    }
    return {**criteria, "source": Criterion((), (), (Source,))}


def _criteria_in(
    field: attrs.Attribute[Any], hint: object
) -> Iterator[tuple[tuple[str, ...], attrs.Attribute[Any], object]]:
    """Yield where a field or those of its parts declare a criterion: path, field, type."""
    if facts_of(field).criterion:
        yield (field.name,), field, hint
        return
    for part in classes_in(hint):
        if issubclass(part, Record) and not issubclass(part, (Entity, Dated)):
            hints = get_type_hints(part)
            for inner in fields_of(part):
                if facts_of(inner).criterion:
                    yield (field.name, inner.name), inner, hints[inner.name]


def _wanted(
    hints: Iterable[object],
) -> tuple[tuple[ClosedEnum, ...], tuple[type[Entity], ...], tuple[type, ...]]:
    """Return the members, the kinds of record and the plain types that fields may hold."""
    classes = dict.fromkeys(cls for hint in hints for cls in classes_in(hint))
    enums = [cls for cls in classes if issubclass(cls, ClosedEnum)]
    # A group's name wins, as in totals: "failed" names the whole group.
    enums += [StageGroup] if Stage in enums else []
    kinds = tuple(cls for cls in classes if issubclass(cls, Entity))
    plain = () if enums or kinds else tuple(cls for cls in PLAIN_NOUNS if cls in classes)
    return tuple(member for enum in enums for member in enum), kinds, plain
