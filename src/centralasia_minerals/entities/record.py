"""What every record shares: frozen, compared by its own fields, its references by id.

``part`` makes what belongs to one entity (a party, an amount, a citation); ``entity`` makes what
has an id of its own. Both check their fields against the annotations, once, in the constructor.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, ClassVar, TypeVar, dataclass_transform

import attrs

from centralasia_minerals.errors import InvalidValueError, with_article
from centralasia_minerals.values import Name

from .conformance import Refusal, blanks, misfits, refuse, repeats

_Class = TypeVar("_Class", bound=type)
R = TypeVar("R", bound="Record")

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_LONGEST_ID = 100


class Record:
    """Something frozen that cites; equal where the types and all own fields are equal.

    A reference to an entity counts by its id, so that a corrected source does not change every
    deal that cites it.
    """

    __slots__ = ()

    def __attrs_post_init__(self) -> None:
        refuse(misfits(self))
        self._derive()
        refusals = (*repeats(self), *self._refusals())
        named = {refusal.field for refusal in refusals}
        refuse((*refusals, *(blank for blank in blanks(self) if blank.field not in named)))

    def _derive(self) -> None:
        """Put series in order and fill in what follows from the fields; each kind its own."""

    def _refusals(self) -> Iterator[Refusal]:
        """Give what cannot be, though its type fits; each kind adds its own rules."""
        return iter(())

    def _settle(self, field: str, value: object) -> None:
        """Put a derived or ordered value into a field, while the record is being made."""
        object.__setattr__(self, field, value)

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if type(self) is not type(other):
            return NotImplemented
        return own_fields(self) == own_fields(other)

    def __hash__(self) -> int:
        return hash((type(self), own_fields(self)))

    def __repr__(self) -> str:
        shown = ", ".join(_shown_fields(self))
        return f"{type(self).__name__}({shown})"


class Entity(Record):
    """Something with an id, which is unique across all kinds; its hash is that of type and id."""

    __slots__ = ()

    kind_name: ClassVar[str] = "entity"
    id: str

    @property
    def name(self) -> str:
        """The preferred name, as text."""
        return self.id

    @property
    def names(self) -> tuple[Name, ...]:
        """The recorded names; empty for what has a title instead."""
        return ()

    def _refusals(self) -> Iterator[Refusal]:
        if not _ID.fullmatch(self.id) or len(self.id) > _LONGEST_ID:
            yield InvalidValueError(
                f"the id of {with_article(self.kind_name)}",
                f"{self.id!r}",
                "write it as 'kz-us-tungsten'",
                field="id",
            )

    def __hash__(self) -> int:
        return hash((type(self), self.id))

    # Defining __hash__ alone would leave __eq__ in place; both stand here to be seen together.
    def __eq__(self, other: object) -> bool:
        return Record.__eq__(self, other)

    def __repr__(self) -> str:
        name = f", name={self.name!r}" if self.name != self.id else ""
        return f"{type(self).__name__}(id={self.id!r}{name})"


def own_fields(record: Record) -> tuple[object, ...]:
    """Give a record's own field values, with references replaced by their ids."""
    return tuple(
        _compared(getattr(record, field.name)) for field in fields_of(type(record)) if field.eq
    )


def fields_of(cls: type) -> tuple[attrs.Attribute[Any], ...]:
    """Give the attrs fields of a record class."""
    return attrs.fields(cls)  # type: ignore[no-any-return]  # attrs types its fields as Any


def with_changes(record: R, **changes: Any) -> R:
    """Give a copy of a record with some fields changed, checked like any other."""
    return attrs.evolve(record, **changes)  # type: ignore[misc]  # an attrs class, made by part or entity


def _compared(value: object) -> object:
    if isinstance(value, Entity):
        return (Entity, value.id)
    if isinstance(value, tuple):
        return tuple(map(_compared, value))
    return value


def _shown_fields(record: Record) -> list[str]:
    shown = []
    for field in fields_of(type(record)):
        value = getattr(record, field.name)
        if field.repr and value != field.default:
            shown.append(f"{field.name}={_shown(value)}")
    return shown


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
    """Make a class of frozen, slotted, keyword-only records without an id."""
    return _frozen(cls)


@dataclass_transform(
    frozen_default=True, kw_only_default=True, eq_default=True, field_specifiers=(attrs.field,)
)
def entity(cls: _Class) -> _Class:
    """Make a class of frozen, slotted, keyword-only records with an id."""
    return _frozen(cls)


# Equality, hash and repr come from Record and Entity, so that no subclass regenerates them.
_frozen: Callable[[_Class], _Class] = attrs.frozen(kw_only=True, eq=False, repr=False)
