"""Minerals, and the groups that they belong to."""

from __future__ import annotations

import re
from typing import ClassVar

from attrs import Factory, field

from centralasia_minerals.errors import InvalidValueError, briefly
from centralasia_minerals.values.absence import NotApplicable, NotStated
from centralasia_minerals.values.name import Name
from centralasia_minerals.values.partial_date import PartialDate

from .base.field_checks import Checks
from .base.keyed import Keyed
from .base.record import entity, facts, part
from .country import Named
from .person import Agent
from .source import Citation, earliest_published

_SYMBOL = re.compile(r"[A-Z][a-z]?", re.ASCII)


@part
class CriticalListing(Keyed):
    """That a list calls a mineral critical or strategic, as of a date.

    Attributes:
        list: the name of the list, as printed or in our words.
        by: whose list it is; not stated if no source says.
        citations: the passages that say so.
        as_of: as of when; by default, when the earliest source cited was published.
    """

    identified_by: ClassVar[tuple[str, ...]] = ("list", "by", "as_of")

    list: str = field(metadata=facts(is_identity=True))
    by: Agent | NotStated = field(default=NotStated(), metadata=facts(is_identity=True))
    # Citations stand before as_of because its default is taken from them.
    citations: tuple[Citation, ...] = ()
    as_of: PartialDate | NotStated = field(
        default=Factory(lambda self: earliest_published(self.citations), takes_self=True)
    )


@entity
class Mineral(Named):
    """A mineral commodity: an element, an ore, a fuel such as coal, or a group of them.

    Attributes:
        id: the id, such as ``tungsten`` or ``rare-earths``.
        names: the names as printed, in lower case, the preferred one first.
        symbol: the chemical symbol (IUPAC); not applicable to a group, rock or fuel.
        group: the group that a source puts it in; not stated if no source does. Filters by a
            group reach its members, and theirs.
        members: how many minerals a group has; not stated if no source counts them.
        critical_on: the lists that call it critical, each as of a date; empty if no source says.
        citations: the passages that name it.
    """

    kind_name = "mineral"
    is_reference = True

    id: str
    names: tuple[Name, ...]
    symbol: str | NotStated | NotApplicable = NotStated()
    group: Mineral | NotStated = NotStated()
    members: int | NotStated = NotStated()
    critical_on: tuple[CriticalListing, ...] = ()
    citations: tuple[Citation, ...] = ()

    @property
    def groups(self) -> tuple[Mineral, ...]:
        """The groups that it belongs to, nearest first; empty if there are none."""
        found: list[Mineral] = []
        group = self.group
        while isinstance(group, Mineral):
            found.append(group)
            group = group.group
        return tuple(found)

    def _field_errors(self) -> Checks:
        yield Named._field_errors(self)
        yield self._symbol_errors()
        yield self._member_errors()

    def _symbol_errors(self) -> Checks:
        if isinstance(self.symbol, str) and not _SYMBOL.fullmatch(self.symbol):
            yield InvalidValueError(
                f"the symbol of {briefly(self.id)}",
                f"{briefly(self.symbol)} is not a chemical symbol",
                "give one such as 'W', or NotApplicable()",
                field="symbol",
            )

    def _member_errors(self) -> Checks:
        if isinstance(self.members, int) and self.members < 2:
            yield InvalidValueError(
                f"the members of {briefly(self.id)}",
                f"{self.members}",
                "give 2 or more, and only for a group",
                field="members",
            )
