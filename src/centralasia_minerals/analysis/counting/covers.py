"""Which deals cover which where they count, which are rivals, and which are replaced."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from centralasia_minerals.dataset.relations.checks import circle_of
from centralasia_minerals.dataset.relations.graph import Edges, cover_edges, cycles_in
from centralasia_minerals.entities.amount import Amount
from centralasia_minerals.entities.base.field_checks import refuse
from centralasia_minerals.entities.base.nesting import MAX_DEPTH
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.vocabulary.money_kind import MoneyKind
from centralasia_minerals.entities.vocabulary.relation_kind import RelationKind
from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.partial_date import PartialDate


class Cover(NamedTuple):
    """That one deal covers another where it counts.

    Attributes:
        deal: the id of the deal that is covered.
        covering: the id of the deal that covers it, which is one of those given.
        kind: how: *part of*, *implements*, *finances* or *raises money for* it, or as what it
            *follows* or *restates*; of a chain of relations, the kind of the first.
        pays: whether the covered deal pays for the covering one, by a relation of the chain, or
            because the covering one is inside it: then only its funding is covered.
    """

    deal: str
    covering: str
    kind: RelationKind
    pays: bool = False


class Bid(NamedTuple):
    """That a deal belongs to one of several rival bids for an asset.

    Attributes:
        deal: the id of the deal.
        group: the id of the deal that is given first of all those that bid for the asset.
        bid: the id of the deal that bids; the deal itself, or one that it is part of, carries out,
            follows or restates.
    """

    deal: str
    group: str
    bid: str


class Replacement(NamedTuple):
    """That a deal has replaced another.

    Attributes:
        by: the id of the deal that replaces it.
        since: the day from which it does; not stated if no source says.
    """

    by: str
    since: PartialDate | NotStated


OF_WHOLES = frozenset({RelationKind.PART_OF, RelationKind.IMPLEMENTS})
"""How a deal is inside another one, whose low it holds up."""

OF_A_BID = OF_WHOLES | {RelationKind.FOLLOWS, RelationKind.RESTATES}
"""How a deal belongs to a bid that another one makes."""

_MOST_LEVELS = 2 * MAX_DEPTH
"""The most deals that a chain of relations may lead through; far above any real chain."""

_PAYING = {RelationKind.FINANCES, RelationKind.RAISES_MONEY_FOR}
_RIVAL = {RelationKind.RIVAL_TO, RelationKind.REOPENS}


def covers_of(deals: tuple[Deal, ...]) -> tuple[Cover, ...]:
    """Return which of the deals covers which, directly or through others, nearest first.

    Raises:
        InvalidValueError: deals cover each other in a circle; the message has its path.
    """
    edges = cover_edges(deals)
    if not edges:
        return ()
    if any(deal.relations for deal in deals):  # Wholes alone cannot form a circle.
        _refuse_circles(edges)
    given = {deal.id for deal in deals}
    above = [
        cover
        for deal in deals
        if deal.id in edges
        for cover in _above(deal.id, edges)
        if cover.covering in given
    ]
    return (*above, *_paid_inside(deals, edges))


def _paid_inside(deals: tuple[Deal, ...], edges: Edges) -> Iterator[Cover]:
    """Yield that what is inside a deal covers the money that is raised for the deal.

    The deal may raise it itself, or another one for it.
    """
    raised: dict[str, dict[str, None]] = {}
    for deal in deals:
        if any(map(_is_funding, deal.amounts)):
            paid = [other for other, how in edges.get(deal.id, {}).items() if _PAYING & {*how}]
            for whole in (deal.id, *paid):
                raised.setdefault(whole, {})[deal.id] = None
    for deal in deals if raised else ():
        if deal.id not in edges:
            continue
        for whole in _wholes(deal.id, edges, OF_WHOLES):
            for payer in raised.get(whole, ()):
                if payer != deal.id:
                    yield Cover(payer, deal.id, RelationKind.FINANCES, pays=True)


def _is_funding(amount: Amount) -> bool:
    return isinstance(amount.money, MoneyKind) and amount.money.is_funding


def _above(deal: str, edges: Edges) -> Iterator[Cover]:
    """Yield what covers a deal: for each deal above, each way that differs in what it means."""
    waiting = [
        Cover(deal, covering, kind, kind in _PAYING)
        for covering, kinds in edges[deal].items()
        for kind in kinds
    ]
    seen = set(waiting)
    levels = 0
    while waiting:
        levels += 1
        if levels > _MOST_LEVELS:
            raise InvalidValueError(
                f"the relations of {deal!r}",
                f"they lead through more than {_MOST_LEVELS} deals",
                "relate the deal to the nearest of them only",
            )
        yield from waiting
        further = [
            Cover(deal, covering, one.kind, one.pays or kind in _PAYING)
            for one in waiting
            for covering, kinds in edges.get(one.covering, {}).items()
            for kind in kinds
        ]
        waiting = [cover for cover in dict.fromkeys(further) if cover not in seen]
        seen.update(waiting)


def _refuse_circles(edges: Edges) -> None:
    refuse(
        InvalidValueError("what covers what among deals", circle_of(circle), "remove one of them")
        for circle in cycles_in(edges)
    )


def replaced_in(deals: tuple[Deal, ...]) -> dict[str, Replacement]:
    """Return which deals have been replaced by one of the deals, by their id."""
    return {
        relation.deal: Replacement(deal.id, relation.since)
        for deal in deals
        if deal.relations
        for relation in deal.relations
        if relation.kind is RelationKind.REPLACES
    }


def bids_of(deals: tuple[Deal, ...]) -> tuple[Bid, ...]:
    """Return which of the deals belong to rival bids for one asset."""
    pairs = [
        (deal.id, relation.deal)
        for deal in deals
        if deal.relations
        for relation in deal.relations
        if relation.kind in _RIVAL
    ]
    if not pairs:
        return ()
    group = _groups(pairs, {deal.id: place for place, deal in enumerate(deals)})
    edges = _edges_of_bids(deals)
    return tuple(
        Bid(deal.id, group[bid], bid)
        for deal in deals
        for bid in (deal.id, *_wholes(deal.id, edges, OF_A_BID))
        if bid in group
    )


def _edges_of_bids(deals: tuple[Deal, ...]) -> Edges:
    """Return to which deals a deal belongs: those that it is inside of, follows or restates."""
    edges: Edges = {}
    for deal, above in cover_edges(deals).items():
        for other, kinds in above.items():
            for kind in OF_A_BID.intersection(kinds):
                one, owner = (deal, other) if kind in OF_WHOLES else (other, deal)
                edges.setdefault(one, {}).setdefault(owner, []).append(kind)
    return edges


def _groups(pairs: list[tuple[str, str]], order: dict[str, int]) -> dict[str, str]:
    """Return the first given of all deals that are joined to a deal, by its id."""
    beside: dict[str, list[str]] = {}
    for one, other in pairs:
        beside.setdefault(one, []).append(other)
        beside.setdefault(other, []).append(one)
    group: dict[str, str] = {}
    # Rivals of a deal that is not given are rivals of each other.
    for first in sorted(beside.keys() & order.keys(), key=order.__getitem__):
        waiting = [first] if first not in group else []
        while waiting:
            one = waiting.pop()
            if one not in group:
                group[one] = first
                waiting += beside[one]
    return group


def _wholes(deal: str, edges: Edges, kinds: frozenset[RelationKind]) -> list[str]:
    """Return all that a deal is inside of, by relations of some kinds, nearest first."""
    found: dict[str, None] = {}
    waiting = [deal]
    for one in waiting:
        for whole, how in edges.get(one, {}).items():
            if whole not in found and not kinds.isdisjoint(how):
                found[whole] = None
                waiting.append(whole)
    return list(found)
