"""People, the positions that they hold or held, and everyone who can act."""

from __future__ import annotations

from typing import TypeAlias

from attrs import Factory, field

from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.closed_enum import ClosedEnum
from centralasia_minerals.values.name import Name
from centralasia_minerals.values.partial_date import PartialDate

from .base.keyed import Keyed
from .base.record import entity, facts, part
from .country import Bloc, Country, Named
from .organization import Organization
from .source import Citation, earliest_published


class PositionStatus(ClosedEnum):
    """Whether a source speaks of a position as held or as former."""

    HELD = "held", "The person holds the position as of the source."
    FORMER = "former", "The source says that the person no longer holds it."
    UNKNOWN = "unknown", "The source leaves it open."


@part
class Position(Keyed):
    """A post that a person holds or held, or a body that a person owns.

    There is no start or end: sources speak of a position as of a date.

    Attributes:
        title: the title of the post as printed, or ``owner``.
        at: the body, country or bloc whose post it is; not stated if no source says.
        status: whether it is held or former.
        citations: the passages that speak of it.
        as_of: when they speak of it; by default, when the earliest source cited was published.
    """

    title: str = field(metadata=facts(is_identity=True))
    at: Organization | Country | Bloc | NotStated = NotStated()
    status: PositionStatus = field(default=PositionStatus.HELD, metadata=facts(is_identity=True))
    # Citations stand before as_of because its default is taken from them.
    citations: tuple[Citation, ...] = ()
    as_of: PartialDate | NotStated = field(
        default=Factory(lambda self: earliest_published(self.citations), takes_self=True)
    )


@entity
class Person(Named):
    """A person whom a source names; an unnamed person has no record.

    Attributes:
        id: the id, such as ``marco-rubio``.
        names: the full names as printed, the preferred one first.
        positions: the posts that sources describe; empty if they describe none.
        citations: the passages behind it.
    """

    kind_name = "person"

    id: str
    names: tuple[Name, ...]
    positions: tuple[Position, ...] = ()
    citations: tuple[Citation, ...] = ()


@entity
class Official(Person):
    """A person who holds or held a public office, or heads a state body."""

    mark = "official"


Agent: TypeAlias = Organization | Person | Country | Bloc
"""Everyone who can act, assert, hold or take part."""
