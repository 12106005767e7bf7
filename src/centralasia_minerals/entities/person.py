"""People, the positions they hold or held, and who may act as a party."""

from __future__ import annotations

from typing import TypeAlias

from attrs import Factory, field

from centralasia_minerals.values import Name, NotStated, PartialDate, Word

from .country import Bloc, Country, Named
from .organization import Organization
from .record import Record, entity, part
from .source import Citation, earliest_published


class PositionStatus(Word):
    """Whether a source speaks of a position as held or as former."""

    HELD = "held"
    FORMER = "former"
    UNKNOWN = "unknown"


@part
class Position(Record):
    """A post as a source describes it, or ownership of a body by a person.

    ``as_of`` is when the source speaks of it: when the earliest one cited was published, unless
    something else is said. A position whose start nobody states has none.
    """

    title: str
    at: Organization | Country | Bloc | NotStated = NotStated()
    status: PositionStatus = PositionStatus.HELD
    # Citations stand before as_of because its default is taken from them.
    citations: tuple[Citation, ...] = ()
    as_of: PartialDate | NotStated = field(
        default=Factory(lambda self: earliest_published(self.citations), takes_self=True)
    )


@entity
class Person(Named):
    """Somebody named, with the positions that sources describe."""

    kind_name = "person"

    id: str
    names: tuple[Name, ...]
    positions: tuple[Position, ...] = ()
    citations: tuple[Citation, ...] = ()


@entity
class Official(Person):
    """Somebody who holds or held a public office, or heads a state body."""


Agent: TypeAlias = Organization | Person | Country | Bloc
"""Who may act, assert, hold or take part."""
