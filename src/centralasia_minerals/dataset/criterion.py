"""One thing that entities can be asked for: members of an enum, or other entities."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from typing import TypeAlias

import attrs

from centralasia_minerals.entities import Country, Entity, country_codes
from centralasia_minerals.errors import (
    InvalidTypeError,
    InvalidValueError,
    UnknownIdError,
    did_you_mean,
    near,
)

from .known import Kinds, Known

Has = Callable[[Entity], Iterable[object]]
"""Gives what an entity has of the thing asked for."""


@attrs.frozen
class ByMember:
    """A criterion that asks for members of one or more enums, as such or by their text."""

    has: Has
    enums: tuple[type[Enum], ...]

    def asked(self, what: str, value: object, _: Known | None) -> object:
        """Read what is asked for.

        Raises:
            InvalidValueError: no member is named so; it suggests near ones.
            InvalidTypeError: it is no member of these enums.
        """
        if isinstance(value, str):
            # A group's name wins, as in totals: "failed" names the whole group.
            members = {member.value: member for enum in self.enums for member in enum}
            if value not in members:
                hint = did_you_mean(near(value, members)) or f"one of: {', '.join(members)}"
                raise InvalidValueError(what, f"{value!r}", hint)
            return members[value]
        if not isinstance(value, self.enums):
            wanted = " or ".join(enum.__name__ for enum in self.enums)
            raise InvalidTypeError(what, f"{value!r}", f"give {wanted}")
        return value


@attrs.frozen
class ById:
    """A criterion that asks for an entity of one of some kinds, as such or by its id."""

    has: Has
    kinds: Kinds

    def asked(self, what: str, value: object, known: Known | None) -> object:
        """Read what is asked for; every country may be, whether the dataset knows it or not.

        Raises:
            UnknownIdError: the dataset knows no such id; it suggests near ones.
            InvalidValueError: it is no country's code, and only a country may be asked for.
            InvalidTypeError: it is neither text nor an entity.
        """
        if isinstance(value, Entity):
            return value.id
        if not isinstance(value, str):
            raise InvalidTypeError(what, f"{value!r}", "give an id or an entity")
        if Country in self.kinds and value in country_codes():
            return value
        if self.kinds == (Country,):
            raise InvalidValueError(what, f"{value!r}", "give an ISO 3166-1 code such as 'KZ'")
        if known is not None and value not in known.ids(self.kinds):
            kinds = " or ".join(kind.kind_name for kind in self.kinds)
            raise UnknownIdError(kinds, value, near(value, sorted(set(known.ids(self.kinds)))))
        return value


Criterion: TypeAlias = ByMember | ById
