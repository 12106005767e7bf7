"""What deals do to each other in a total, read slowly from the design.

It asks every deal about every other, and walks every path.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from counting_rows import FUNDING, Row

import centralasia_minerals as cam

_IS = cam.RelationKind
_REASONS = {
    _IS.PART_OF: "part of a counted deal",
    _IS.FOLLOWS: "followed by a counted deal",
    _IS.RESTATES: "restated by a counted deal",
    _IS.IMPLEMENTS: "implements a counted deal",
    _IS.FINANCES: "financing of a counted cost",
    _IS.RAISES_MONEY_FOR: "financing of a counted cost",
}
_COVERED_BY_THE_OTHER = (_IS.PART_OF, _IS.IMPLEMENTS, _IS.FINANCES, _IS.RAISES_MONEY_FOR)
_COVERS_THE_OTHER = (_IS.FOLLOWS, _IS.RESTATES)
_OF_A_BID = (_IS.PART_OF, _IS.IMPLEMENTS, _IS.FOLLOWS, _IS.RESTATES)
_PAYS = (_IS.FINANCES, _IS.RAISES_MONEY_FOR)

Kept = dict[str, list[Row]]
"""What each deal keeps, by its id."""


class Edge(NamedTuple):
    """That a deal is covered by another one."""

    covered: str
    covering: str
    kind: cam.RelationKind


class Path(NamedTuple):
    """A way from a deal to one that covers it, directly or through others."""

    covering: str
    kinds: tuple[cam.RelationKind, ...]

    @property
    def reason(self) -> str:
        """Say what the way is called: as its first step is."""
        return _REASONS[self.kinds[0]]


def is_replaced(deal: cam.Deal, given: list[cam.Deal]) -> bool:
    """Say whether a deal that is given has replaced it."""
    return any(
        one.kind is _IS.REPLACES and one.deal == deal.id
        for other in given
        for one in other.relations
    )


def edges_of(given: list[cam.Deal]) -> list[Edge]:
    """Give what the relations of deals say that covers what.

    A deal that is not given may stand between two that are, and is known by their relations.
    """
    edges = []
    for deal in given:
        edges += [Edge(deal.id, whole.id, _IS.PART_OF) for whole in deal.ancestors]
        for one in deal.relations:
            if one.kind in _COVERED_BY_THE_OTHER:
                edges.append(Edge(deal.id, one.deal, one.kind))
            if one.kind in _COVERS_THE_OTHER:
                edges.append(Edge(one.deal, deal.id, one.kind))
    return edges


def paths_from(start: str, edges: list[Edge]) -> set[Path]:
    """Give every path to whatever covers a deal."""
    found = set()
    for edge in edges:
        if edge.covered == start:
            found.add(Path(edge.covering, (edge.kind,)))
            for further in paths_from(edge.covering, edges):
                found.add(Path(further.covering, (edge.kind, *further.kinds)))
    return found


def coverings_of(row: Row, given: list[cam.Deal], kept: Kept) -> set[str]:
    """Give the reasons why other deals cover a row; empty if none does."""
    reasons = {
        path.reason
        for path in paths_from(row.deal.id, edges_of(given))
        if _covers(row, path, _held(path.covering, kept))
    }
    inside: set[str] = set()
    if row.is_funding:
        paid = [one.deal for one in row.deal.relations if one.kind in _PAYS]
        inside = set().union(*(parts_below(id, given) for id in (row.deal.id, *paid)))
        inside.discard(row.deal.id)
    spared = FUNDING if row.is_funding else frozenset()
    if any(_held(part, kept) - spared for part in inside):
        reasons.add("financing of a counted cost")
    return reasons


def _held(id: str, kept: Kept) -> set[cam.MoneyKind | None]:
    return {row.money for row in kept.get(id, [])}


def _covers(row: Row, path: Path, held: set[cam.MoneyKind | None]) -> bool:
    pays = any(kind in _PAYS for kind in path.kinds)
    if row.money is None:  # There is no figure, and it goes with its deal.
        return bool(held) and not pays
    if row.is_funding and held - FUNDING:
        return True
    return row.money in held and not pays


def below(whole: str, given: list[cam.Deal], kinds: tuple[cam.RelationKind, ...]) -> set[str]:
    """Give the deals that stand below another one, through relations of some kinds alone."""
    edges = [edge for edge in edges_of(given) if edge.kind in kinds]
    return {
        deal.id
        for deal in given
        if any(path.covering == whole for path in paths_from(deal.id, edges))
    }


def parts_below(whole: str, given: list[cam.Deal]) -> set[str]:
    """Give the deals that are part of another one or implement it, through others too."""
    return below(whole, given, (_IS.PART_OF, _IS.IMPLEMENTS))


def parts_held_up(whole: str, given: list[cam.Deal]) -> set[str]:
    """Give the deals whose money holds up a whole: each is closely inside of one deal alone."""
    inside: set[str] = set()
    for _ in given:
        for deal in given:
            if _closely(deal.id, given) & {whole, *inside}:
                inside.add(deal.id)
    return inside


def _closely(id: str, given: list[cam.Deal]) -> set[str]:
    """Give the one deal with amounts that a deal is inside of, and that holds no other such."""
    above = {d.id for d in given if d.amounts and id in parts_below(d.id, given)}
    inner = {one for one in above if not any(o in parts_below(one, given) for o in above)}
    return inner if len(inner) == 1 else set()


def groups_of_rivals(given: list[cam.Deal]) -> list[set[str]]:
    """Give the groups of deals that *rival to* and *reopens* join, directly or through others.

    A deal that is not given may bid too, and joins those that are.
    """
    joined = {id: {id} for deal in given for id in (deal.id, *(r.deal for r in deal.relations))}
    for _ in given:
        for deal in given:
            for one in deal.relations:
                if one.kind in (_IS.RIVAL_TO, _IS.REOPENS):
                    both = joined[deal.id] | joined[one.deal]
                    joined.update(dict.fromkeys(both, both))
    groups = {frozenset(group) for group in joined.values() if len(group) > 1}
    return [set(group) for group in groups]


def bids_of(group: set[str], given: list[cam.Deal]) -> dict[str, set[str]]:
    """Give each member of a group of rivals with all that is part of it or takes it up."""
    ids = {deal.id for deal in given}
    return {id: belonging_to(id, given) & ids for id in group}


def belonging_to(bid: str, given: list[cam.Deal]) -> set[str]:
    """Give a deal with those that are part of it, carry it out, follow or restate it, and so on."""
    found = {bid}
    for _ in given:
        for deal in given:
            wholes = {whole.id for whole in deal.ancestors}
            named = {one.deal for one in deal.relations if one.kind in _OF_A_BID}
            if found & (wholes | named):
                found.add(deal.id)
    return found


def outbid(given: list[cam.Deal], kept: Kept) -> set[str]:
    """Give the deals that another bid puts out."""
    places = {deal.id: place for place, deal in enumerate(given)}
    lost: set[str] = set()
    for group in groups_of_rivals(given):
        bids = bids_of(group, given)
        rows = {id: [row for one in bid for row in kept[one]] for id, bid in bids.items()}
        standing = [id for id in group if rows[id]]
        if standing:
            # A bid that is not given stands where the first of its deals does.
            first = {
                id: min(map(places.__getitem__, {id} & places.keys() or bids[id]))
                for id in standing
            }
            best = max(standing, key=lambda one: (max(map(_how_far, rows[one])), -first[one]))
            lost |= set().union(*bids.values()) - bids[best]
    return lost


def _how_far(row: Row) -> tuple[int, date]:
    dated = row.deal.date
    return row.stage.order if row.stage else 0, dated.date.earliest if dated else date.min
