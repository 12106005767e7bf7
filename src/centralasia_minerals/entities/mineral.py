"""Minerals and the groups they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.values import Name, NotApplicable, NotStated

from .conformance import Refusal
from .country import Named
from .record import entity
from .source import Citation

_SYMBOL = re.compile(r"[A-Z][a-z]?", re.ASCII)


@entity
class Mineral(Named):
    """A mineral commodity: an element, an ore such as coal, or a group such as the rare earths.

    ``symbol`` is the chemical symbol (IUPAC), not applicable to a group or a rock. ``group`` is
    the group it belongs to; ``members`` says how many a group has, where a source counts them.
    """

    kind_name = "mineral"

    id: str
    names: tuple[Name, ...]
    symbol: str | NotStated | NotApplicable = NotStated()
    group: Mineral | NotStated = NotStated()
    members: int | NotStated = NotStated()
    citations: tuple[Citation, ...] = ()

    def _refusals(self) -> Iterator[Refusal]:
        yield from Named._refusals(self)
        if isinstance(self.symbol, str) and not _SYMBOL.fullmatch(self.symbol):
            yield InvalidValueError(
                f"the symbol of {self.id!r}",
                f"{self.symbol!r}",
                "give a chemical symbol such as 'W'",
                field="symbol",
            )
        if isinstance(self.members, int) and self.members < 2:
            yield InvalidValueError(
                f"the members of {self.id!r}",
                f"{self.members}",
                "a group has two or more",
                field="members",
            )
