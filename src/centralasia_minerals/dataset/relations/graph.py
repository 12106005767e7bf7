"""What relations make of deals: which covers which, and where they form a circle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.vocabulary.relation_kind import RelationKind

Edges = dict[str, dict[str, list[RelationKind]]]
"""The deals that a deal leads to, and how, by its id; in the order of the relations."""

COVERED_BY_OTHER = frozenset(
    {
        RelationKind.PART_OF,
        RelationKind.IMPLEMENTS,
        RelationKind.FINANCES,
        RelationKind.RAISES_MONEY_FOR,
    }
)
"""The other deal covers the one that says it."""

COVERS_OTHER = frozenset({RelationKind.FOLLOWS, RelationKind.RESTATES})
"""The deal that says it covers the other one."""

ONE_WAY = frozenset(
    {
        RelationKind.PART_OF,
        RelationKind.REPLACES,
        RelationKind.RESTATES,
        RelationKind.FINANCES,
        RelationKind.RAISES_MONEY_FOR,
    }
)
"""No deal is related to itself by these, however many others stand between."""


def cover_edges(deals: Iterable[Deal]) -> Edges:
    """Return which deals cover a deal directly where they count, and how, by its id."""
    edges: Edges = {}
    for deal in deals:
        _add_wholes(deal, edges)
        for relation in deal.relations:
            if relation.kind in COVERED_BY_OTHER:
                _add(edges, deal.id, relation.deal, relation.kind)
            elif relation.kind in COVERS_OTHER:
                _add(edges, relation.deal, deal.id, relation.kind)
    return edges


def one_way_edges(deals: Iterable[Deal]) -> Edges:
    """Return which deals a deal is part of, replaces, restates or pays for, by its id."""
    edges: Edges = {}
    for deal in deals:
        _add_wholes(deal, edges)
        for relation in deal.relations:
            if relation.kind in ONE_WAY:
                _add(edges, deal.id, relation.deal, relation.kind)
    return edges


def circles_among(deals: Iterable[Deal]) -> tuple[tuple[str, ...], ...]:
    """Return where relations lead from a deal back to itself, which they may not.

    Returns:
        The ids on each way round, the first again at its end; empty if there is none.
    """
    every = tuple(deals)
    if not any(deal.relations for deal in every):  # Wholes alone cannot form a circle.
        return ()
    found = [*cycles_in(cover_edges(every)), *cycles_in(one_way_edges(every))]
    # One circle may be found in both graphs, in either direction and from any of its deals.
    return tuple({frozenset(circle): circle for circle in reversed(found)}.values())[::-1]


def cycles_in(edges: Mapping[str, Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    """Return the ways from an id back to itself, of those that share an id only the first found.

    It takes time in proportion to the number of edges.

    Args:
        edges: the ids that an id leads to.

    Returns:
        The ids on each way, the first again at its end; empty if none leads back.

    >>> cycles_in({"a": ["b"], "b": ["c"], "c": ["b"]})
    (('b', 'c', 'b'),)
    """
    found: list[tuple[str, ...]] = []
    done: set[str] = set()
    for start in edges:
        if start not in done:
            _walk(start, edges, done, found)
    return tuple(found)


def _walk(
    start: str,
    edges: Mapping[str, Iterable[str]],
    done: set[str],
    found: list[tuple[str, ...]],
) -> None:
    """Walk every way from an id that was not walked yet, and note where one leads back."""
    path, places = [start], {start: 0}
    ways: list[Iterator[str]] = [iter(edges[start])]
    # For each id of the path, the place behind the last one up to it that is on a way found.
    taken = [0]
    while path:
        onward = next(ways[-1], None)
        if onward is None:
            done.add(path[-1])
            del places[path.pop()]
            del ways[-1], taken[-1]
        elif onward in places:
            first = places[onward]
            if first >= taken[-1]:
                found.append((*path[first:], onward))
                taken[first:] = range(first + 1, len(path) + 1)
        elif onward not in done:
            places[onward] = len(path)
            path.append(onward)
            ways.append(iter(edges.get(onward, ())))
            taken.append(taken[-1])


def _add_wholes(deal: Deal, edges: Edges) -> None:
    """Add the chain of wholes above a deal: one that is not given itself still has its own."""
    inner, whole = deal, deal.part_of
    while isinstance(whole, Deal):
        _add(edges, inner.id, whole.id, RelationKind.PART_OF)
        inner, whole = whole, whole.part_of


def _add(edges: Edges, deal: str, other: str, kind: RelationKind) -> None:
    kinds = edges.setdefault(deal, {}).setdefault(other, [])
    if kind not in kinds:
        kinds.append(kind)
