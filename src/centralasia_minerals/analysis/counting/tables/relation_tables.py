"""What covers what, and who bids against whom, as flat tables."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from centralasia_minerals.rendering.columnar.column import Column, ColumnType
from centralasia_minerals.rendering.columnar.table import Table

from ..covers import OF_WHOLES, Bid, Cover
from ..innermost import innermost

_TEXT, _INTEGER, _BOOLEAN = ColumnType.TEXT, ColumnType.INTEGER, ColumnType.BOOLEAN

COVERS: tuple[Column, ...] = (
    Column("deal", _TEXT, "the deal that is covered", refers_to="deals.id"),
    Column("covering", _TEXT, "the deal that covers it, where it counts", refers_to="deals.id"),
    Column("kind", _TEXT, "a member of RelationKind: how"),
    Column("pays", _BOOLEAN, "the covered deal pays for the covering one: only its funding is"),
    Column("is_whole", _BOOLEAN, "the covered deal is inside the covering one"),
    Column("is_nearest", _BOOLEAN, "the covering deal is the nearest that it is inside of"),
    Column("height", _INTEGER, "how many levels of parts the covering deal has"),
    Column("depth", _INTEGER, "how many wholes, each the nearest, the covering deal is inside of"),
)
"""The columns of the table of covers; see ``Cover``."""

BIDS: tuple[Column, ...] = (
    Column("deal", _TEXT, "the deal", refers_to="deals.id"),
    Column("group", _TEXT, "the first deal of all that bid for the asset", refers_to="deals.id"),
    Column("bid", _TEXT, "the deal that bids, to which the deal belongs", refers_to="deals.id"),
    Column("place", _INTEGER, "of bids that have come equally far, the lowest stays"),
)
"""The columns of the table of bids; see ``Bid``."""


def covers_table(
    covers: tuple[Cover, ...], silent: Collection[str], about: Mapping[str, str]
) -> Table:
    """Return which deals cover which as a table.

    Args:
        covers: what covers what.
        silent: the ids of the deals without amounts.
        about: what the table is of.
    """
    wholes = [(one.deal, one.covering) for one in covers if one.kind in OF_WHOLES]
    wholes_of: dict[str, list[str]] = {}
    for deal, whole in wholes:
        wholes_of.setdefault(deal, []).append(whole)
    whole_of = innermost(wholes_of, silent)
    nearest: dict[str, Cover] = {}
    for one in covers:
        if one.kind in OF_WHOLES and whole_of.get(one.deal) == one.covering:
            nearest.setdefault(one.deal, one)
    inside = {*wholes}
    heights, depths = _heights(whole_of), _depths(whole_of)
    return Table(
        "covers",
        COVERS,
        (
            [one.deal for one in covers],
            [one.covering for one in covers],
            [str(one.kind) for one in covers],
            [one.pays for one in covers],
            [(one.deal, one.covering) in inside for one in covers],
            [nearest.get(one.deal) is one for one in covers],
            [heights.get(one.covering, 0) for one in covers],
            [depths.get(one.covering, 0) for one in covers],
        ),
        about,
    )


def _heights(whole_of: Mapping[str, str]) -> dict[str, int]:
    """Return how many levels of parts each whole has; the wholes form no circle."""
    heights: dict[str, int] = {}
    for part in whole_of:
        level, above = 1, whole_of.get(part)
        # Whoever is known to be as high has told all above it.
        while above is not None and heights.get(above, 0) < level:
            heights[above] = level
            level, above = level + 1, whole_of.get(above)
    return heights


def _depths(whole_of: Mapping[str, str]) -> dict[str, int]:
    """Return how many wholes each part is inside of, one inside the other."""
    depths: dict[str, int] = {}
    for part in whole_of:
        waiting, above = [], part
        while above in whole_of and above not in depths:
            waiting.append(above)
            above = whole_of[above]
        for one in reversed(waiting):
            depths[one] = depths.get(whole_of[one], 0) + 1
    return depths


def bids_table(bids: tuple[Bid, ...], places: Mapping[str, int], about: Mapping[str, str]) -> Table:
    """Return which deals bid against each other as a table."""
    return Table(
        "bids",
        BIDS,
        (
            [bid.deal for bid in bids],
            [bid.group for bid in bids],
            [bid.bid for bid in bids],
            [places[bid.bid] for bid in bids],
        ),
        about,
    )
