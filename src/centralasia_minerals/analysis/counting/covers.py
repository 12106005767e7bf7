"""Which deals cover which, where they count."""

from __future__ import annotations

from typing import NamedTuple

from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.values.absence import NotStated


class Cover(NamedTuple):
    """That one deal covers another where it counts.

    Attributes:
        deal: the id of the deal that is covered.
        covering: the id of the deal that covers it, which is one of those given.
        kind: how it covers it.
    """

    deal: str
    covering: str
    kind: str


PART_OF = "part of"
"""The deal is part of the covering one, directly or through others."""


def covers_of(deals: tuple[Deal, ...]) -> tuple[Cover, ...]:
    """Return which of the deals covers which: the wholes of each, nearest first."""
    nested = [deal for deal in deals if type(deal.part_of) is not NotStated]
    given = {deal.id for deal in deals} if nested else set()
    covers: list[Cover] = []
    for deal in nested:
        whole = deal.part_of
        while not isinstance(whole, NotStated):
            if whole.id in given:
                covers.append(Cover(deal.id, whole.id, PART_OF))
            whole = whole.part_of
    return tuple(covers)
