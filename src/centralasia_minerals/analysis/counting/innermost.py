"""Which of several wholes a deal is most closely inside of."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TypeVar

Place = TypeVar("Place", str, int)


def innermost(
    wholes_of: Mapping[Place, Sequence[Place]], silent: Collection[Place]
) -> dict[Place, Place]:
    """Return for each deal the whole that it is most closely inside of, which its low holds up.

    A deal may be related to a whole and to the whole of that whole as well. One inside of several
    that are not inside of each other has none: it would hold up each of them, and counts once.

    Args:
        wholes_of: all that a deal is inside of, by the deal; each may stand there twice.
        silent: the deals without amounts, which have no low.
    """
    found: dict[Place, Place] = {}
    for deal, wholes in wholes_of.items():
        told = {whole for whole in wholes if whole not in silent}
        outer = {whole for one in told for whole in wholes_of.get(one, ())}
        if len(inner := told - outer) == 1:
            found[deal] = inner.pop()
    return found
