"""Which of several rival bids for one asset has come furthest."""

from __future__ import annotations

from ..columns import Columns
from ..covers import Bid
from .kept_rows import Kept, listed


def outbid(columns: Columns, bids: tuple[Bid, ...], kept: Kept) -> frozenset[int]:
    """Return the places of the deals whose bids another bid for the asset has left behind.

    A bid is as far as the furthest stage of any row that its deals keep; of bids equally far, the
    one of the latest date stays, and then the one given first.
    """
    if not bids:
        return frozenset()
    place_of = {deal.id: place for deal, place in zip(columns.deal, columns.place, strict=True)}
    first = places_of_bids(columns, bids)
    reached: dict[str, dict[str, tuple[int, int]]] = {}
    for bid in bids:
        for row in listed(kept[place_of[bid.deal]]):
            of_group = reached.setdefault(bid.group, {})
            so_far = reached_by(columns, row), -first[bid.bid]
            of_group[bid.bid] = max(of_group.get(bid.bid, so_far), so_far)
    winners = {group: max(of_bids, key=of_bids.__getitem__) for group, of_bids in reached.items()}
    winning = {(bid.deal, bid.group) for bid in bids if winners.get(bid.group) == bid.bid}
    return frozenset(
        place_of[bid.deal]
        for bid in bids
        if bid.group in winners and (bid.deal, bid.group) not in winning
    )


def places_of_bids(columns: Columns, bids: tuple[Bid, ...]) -> dict[str, int]:
    """Return the place of each deal that bids, by its id.

    A bid that is not given itself has the place of the first of its parts that are.
    """
    place_of = {deal.id: place for deal, place in zip(columns.deal, columns.place, strict=True)}
    places: dict[str, int] = {}
    for bid in bids:
        known = place_of.get(bid.bid, place_of[bid.deal])
        places[bid.bid] = min(known, places.get(bid.bid, known))
    return places


def reached_by(columns: Columns, row: int) -> int:
    """Return how far a row has come, for comparison: its stage, and then the day of its deal."""
    stage, date = columns.facts(row).stage, columns.deal[row].date
    day = date.date.earliest.toordinal() if date else 0
    return (stage.order if stage else 0) * DAYS + day


def reached_in(columns: Columns) -> list[int]:
    """Return how far each row has come; see ``reached_by``."""
    stages = [facts.stage.order * DAYS if facts.stage else 0 for facts in columns.combinations]
    reached: list[int] = []
    before, day = None, 0
    for deal, place in zip(columns.deal, columns.combination, strict=True):
        if deal is not before:
            date = deal.date if deal.dates else None
            before, day = deal, date.date.earliest.toordinal() if date else 0
        reached.append(stages[place] + day)
    return reached


DAYS = 10_000_000
"""More days than the calendar has."""
