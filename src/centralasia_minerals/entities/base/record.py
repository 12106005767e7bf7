"""What all records share: they are frozen, and compared by their own fields.

``entity`` makes a class of records with ids; ``part`` makes a class of what belongs to one entity,
such as a party, an amount or a citation. The constructor checks each field's type.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, ClassVar, NamedTuple, TypeVar, dataclass_transform

import attrs

from centralasia_minerals.errors import InvalidValueError, briefly, with_article
from centralasia_minerals.rendering.views.blocks import View
from centralasia_minerals.rendering.views.pieces import Cell, Id, Title
from centralasia_minerals.rendering.views.viewed import Viewed
from centralasia_minerals.values.base.pydantic_door import PydanticDoor
from centralasia_minerals.values.name import Name

from .field_checks import Checks
from .field_rules import note_entity
from .made import Made, fields_of as fields_of, frozen
from .own_fields import OwnFields, own_fields_among
from .telling.told import noun_of, record_view, told_part

_Class = TypeVar("_Class", bound=type)
R = TypeVar("R", bound="Record")

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_LONGEST_ID = 100


class FieldFacts(NamedTuple):
    """What the library knows of a field besides its type; ``facts`` explains each."""

    criterion: str = ""
    group: str = ""
    is_identity: bool = False
    is_essential: bool = False
    is_series: bool = False


def facts(
    *,
    criterion: str = "",
    group: str = "",
    is_identity: bool = False,
    is_essential: bool = False,
    is_series: bool = False,
) -> Mapping[str, FieldFacts]:
    """Return the metadata of a field: what the rest of the library may ask about it.

    Args:
        criterion: the keyword of ``where`` that filters by the field; ``"date"`` stands for
            ``since`` and ``until``, and an empty text means that the field is not a filter.
        group: the key of ``total_by`` that groups deals by the field; empty if there is none.
        is_identity: whether the field helps to tell the record from others, or says of what sort it
            is; it stays as long as the record does.
        is_essential: whether the rest of the record would be misread without the field.
        is_series: whether the field holds statements about one thing, one of them current.
    """
    known = FieldFacts(criterion, group, is_identity, is_essential, is_series)
    return MappingProxyType({_FACTS: known})


def facts_of(field: attrs.Attribute[Any]) -> FieldFacts:
    """Return what the library knows of a field besides its type."""
    known: FieldFacts = field.metadata.get(_FACTS, _NO_FACTS)
    return known


_FACTS = "centralasia_minerals"
_NO_FACTS = FieldFacts()


class Record(PydanticDoor, Made, Viewed):
    """A frozen record; equal to another of the same type with equal fields.

    References to entities are compared by id, so that correcting a source does not change every
    deal that cites it. Derived fields do not count.
    """

    __slots__ = ()

    # The key that marks this class in a data file; empty where the kind has one class only.
    mark: ClassVar[str] = ""
    # Whether its statements carry the citations, so that the record itself needs none.
    is_carried_by_statements: ClassVar[bool] = False

    def _as_given(self, changes: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the fields of a copy that are given to it."""
        return changes

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if type(self) is not type(other):
            return NotImplemented
        return own_fields(self) == own_fields(other)

    def __hash__(self) -> int:
        return hash((type(self), own_fields(self)))

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={text}" for name, text in self._shown())
        return f"{type(self).__name__}({shown})"

    def _shown(self) -> list[tuple[str, str]]:
        held = ((field, getattr(self, field.name)) for field in fields_of(type(self)) if field.repr)
        return [(field.name, _shown(value)) for field, value in held if value != field.default]

    def _told(self) -> Cell:
        """Return the record as a line in the view of another one."""
        return told_part(self)

    def _view(self) -> View:
        return record_view(self, noun_of(type(self)))


class Entity(Record):
    """A record with an id, which is unique across all kinds."""

    __slots__ = ()

    kind_name: ClassVar[str] = "entity"
    # Whether it is reference data rather than reporting, so that it needs no citations.
    is_reference: ClassVar[bool] = False
    # The fields that a catalog's table shows besides id and name.
    columns: ClassVar[tuple[str, ...]] = ()
    id: str

    @property
    def name(self) -> str:
        """The preferred name, as text."""
        return self.id

    @property
    def names(self) -> tuple[Name, ...]:
        """The recorded names, preferred first; empty for kinds that have a title instead."""
        return ()

    def _field_errors(self) -> Checks:
        return (self._id_errors,)

    def _id_errors(self) -> Checks:
        if _ID.fullmatch(self.id) and len(self.id) <= _LONGEST_ID:
            return ()
        asked, found = f"the id of {with_article(self.kind_name)}", briefly(self.id, most=120)
        remedy = f"use at most {_LONGEST_ID} letters a-z, digits and hyphens, as 'kz-us-tungsten'"
        return (InvalidValueError(asked, found, remedy, field="id"),)

    def __hash__(self) -> int:
        return hash((type(self), self.id))

    # The hash uses less than equality does, so both stand here to be read together.
    def __eq__(self, other: object) -> bool:
        return Record.__eq__(self, other)

    def _told(self) -> Cell:
        return Title(self.name), Id(self.id)

    def _view(self) -> View:
        return record_view(self, self.kind_name)

    def _shown(self) -> list[tuple[str, str]]:
        name = [("name", repr(self.name))] if self.name != self.id else []
        return [("id", repr(self.id)), *name]


def own_fields(record: Record) -> tuple[object, ...]:
    """Return the values of a record's own fields, with references replaced by their ids."""
    own = own_fields_of(type(record))
    return (*own.plain_values(record), *map(_compared, own.references(record)))


def own_fields_of(cls: type[Record]) -> OwnFields:
    """Return what the recorded fields of a class can hold, by their annotations."""
    return _own_fields_of(cls)  # type: ignore[arg-type]  # classes hash


@cache
def _own_fields_of(cls: type[Record]) -> OwnFields:
    return own_fields_among(cls, Entity)


def with_changes(record: R, **changes: Any) -> R:
    """Return a copy of a record with some fields changed, checked like any other record.

    Raises:
        InvalidTypeError: a field is of a wrong type.
        InvalidValueError: a value is invalid.
    """
    return attrs.evolve(record, **record._as_given(changes))  # type: ignore[misc]  # an attrs class, made by part or entity


def _compared(value: object) -> object:
    if isinstance(value, Entity):
        return (Entity, value.id)
    if isinstance(value, tuple) and value:
        return tuple(map(_compared, value))
    return value


def _shown(value: object) -> str:
    if isinstance(value, Entity):
        return repr(value.id)
    if isinstance(value, tuple) and any(isinstance(item, Record) for item in value):
        return f"<{len(value)}>"
    return repr(value)


@dataclass_transform(
    frozen_default=True, kw_only_default=True, eq_default=True, field_specifiers=(attrs.field,)
)
def part(cls: _Class) -> _Class:
    """Make a class of frozen, slotted, keyword-only records without an id.

    See ``Made`` for what frozen means, and what it cannot guard against.
    """
    return _frozen(cls)


@dataclass_transform(
    frozen_default=True, kw_only_default=True, eq_default=True, field_specifiers=(attrs.field,)
)
def entity(cls: _Class) -> _Class:
    """Make a class of frozen, slotted, keyword-only records with an id, as ``part`` does."""
    made = _frozen(cls)
    note_entity(made)
    return made


def marked_classes(cls: type[Record]) -> tuple[type[Record], ...]:
    """Return a class and its subclasses, as far as data files mark them with a key."""
    return tuple(marked for marked in _MARKED if issubclass(marked, cls))


_MARKED: list[Any] = []


def _frozen(cls: _Class) -> _Class:
    made: Any = frozen(cls)
    if "mark" in vars(made):
        _MARKED.append(made)
    return made  # type: ignore[no-any-return]  # attrs keeps the class
