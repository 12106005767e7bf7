"""Minerals, and the groups that they belong to."""

from __future__ import annotations

import re

from centralasia_minerals.errors import InvalidValueError, briefly
from centralasia_minerals.values.absence import NotApplicable, NotStated
from centralasia_minerals.values.name import Name

from .base.field_checks import Checks
from .base.record import entity
from .country import Named
from .source import Citation

_SYMBOL = re.compile(r"[A-Z][a-z]?", re.ASCII)


@entity
class Mineral(Named):
    """A mineral commodity: an element, an ore, a fuel such as coal, or a group of them.

    Attributes:
        id: the id, such as ``tungsten`` or ``rare-earths``.
        names: the names as printed, in lower case, the preferred one first.
        symbol: the chemical symbol (IUPAC); not applicable to a group, rock or fuel.
        group: the group that a source puts it in; not stated if no source does.
        members: how many minerals a group has; not stated if no source counts them.
        citations: the passages that name it.
    """

    kind_name = "mineral"
    is_reference = True

    id: str
    names: tuple[Name, ...]
    symbol: str | NotStated | NotApplicable = NotStated()
    group: Mineral | NotStated = NotStated()
    members: int | NotStated = NotStated()
    citations: tuple[Citation, ...] = ()

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
