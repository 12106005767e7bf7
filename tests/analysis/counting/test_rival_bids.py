"""Rival bids for one asset: the one that has come furthest counts, with all that belongs to it."""

from __future__ import annotations

from itertools import pairwise, permutations

import pytest
from counting_builders import (
    amount,
    bounds,
    cite,
    counted,
    deal,
    financing,
    reasons_of,
    stated,
    to,
    withheld,
)

import centralasia_minerals as cam

ALL = {"stages": None, "kinds": ["project", "financing"]}
RIVAL = "rival to another bid"


def bid(id: str, figure: str, stage: str | None = "signed", date: str | None = None, **more):
    dated = () if date is None else (on(date),)
    return deal(id, amount(figure), stage=stage, dates=dated, **more)


def on(date: str) -> cam.DealDate:
    return cam.DealDate(
        date=cam.PartialDate.parse(date), kind=cam.DealDateKind.SIGNED, citations=(cite(at=300),)
    )


def ids(total: cam.Total) -> list[str]:
    return [id for id, _ in counted(total)]


@pytest.mark.parametrize("kind", ["rival to", "reopens"])
@pytest.mark.parametrize("says", ["a", "b"])
@pytest.mark.parametrize("turned", [False, True])
def test_the_furthest_stage_wins_whoever_says_that_they_are_rivals(kind, says, turned):
    a = bid("a", "USD 1", relations=to("b", kind) if says == "a" else ())
    b = bid("b", "USD 9", stage="closed", relations=to("a", kind) if says == "b" else ())

    total = cam.total([b, a] if turned else [a, b])

    assert ids(total) == ["b"]
    assert reasons_of(total, "a") == [[RIVAL]]


ORDER = ["talks", "pledged", "memorandum", "approved", "agreed", "signed", "closed"]


@pytest.mark.parametrize(("less", "further"), list(pairwise(ORDER)))
@pytest.mark.parametrize("turned", [False, True])
def test_each_order_of_stages_is_further_than_the_one_before(less, further, turned):
    bids = [
        bid("x", "USD 5", less, "2025-12-01", relations=to("y", "rival to")),
        bid("y", "USD 1", further, "2020-01-01"),
    ]

    assert ids(cam.total(bids[::-1] if turned else bids, **ALL)) == ["y"]


def test_a_bid_without_a_stage_is_behind_every_other():
    bids = [bid("x", "USD 5", None, relations=to("y", "rival to")), bid("y", "USD 1", "talks")]

    assert ids(cam.total(bids, **ALL)) == ["y"]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [("2024-05-01", "2024-05-02"), ("2023", "2024"), ("2024", "2024-03"), (None, "1999")],
)
@pytest.mark.parametrize("turned", [False, True])
def test_of_bids_equally_far_the_latest_wins_and_no_date_is_the_earliest(earlier, later, turned):
    bids = [
        bid("x", "USD 5", date=earlier, relations=to("y", "rival to")),
        bid("y", "USD 1", date=later),
    ]

    assert ids(cam.total(bids[::-1] if turned else bids)) == ["y"]


@pytest.mark.parametrize("dates", [("2024", "2024"), ("2024", "2024-01-01"), (None, None)])
@pytest.mark.parametrize("stages", [("signed", "signed"), ("closed", "done")])
def test_of_bids_alike_in_all_the_first_given_wins(dates, stages):
    bids = [
        bid("x", "USD 5", stages[0], dates[0], relations=to("y", "rival to")),
        bid("y", "USD 1", stages[1], dates[1]),
    ]

    assert ids(cam.total(bids)) == ["x"]
    assert ids(cam.total(bids[::-1])) == ["y"]


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_of_many_bids_one_wins_though_only_neighbours_are_called_rivals(order):
    bids = [
        bid("a", "USD 1", relations=to("b", "rival to")),
        bid("b", "USD 2", stage="talks", relations=to("c", "reopens")),
        bid("c", "USD 4", stage="failed"),
        bid("d", "USD 8", stage="closed", relations=to("c", "rival to")),
    ]

    total = cam.total([bids[at] for at in order], **ALL)

    assert ids(total) == ["d"]
    assert reasons_of(total, "a") == reasons_of(total, "b") == [[RIVAL]]


def test_two_contests_are_decided_apart():
    bids = [
        bid("a", "USD 1", relations=to("b", "rival to")),
        bid("b", "USD 2", stage="closed"),
        bid("c", "USD 4", relations=to("d", "rival to")),
        bid("d", "USD 8", stage="talks"),
    ]

    assert ids(cam.total(bids, **ALL)) == ["b", "c"]


@pytest.mark.parametrize(
    ("loser", "filters"),
    [
        ({"stage": "closed", "sectors": ("energy",)}, {}),
        ({"stage": "closed", "work": "cancelled"}, {}),
        ({"stage": "closed", "deal_class": cam.DealClass.OWN_PROJECT}, {}),
        ({"stage": "withdrawn"}, {}),
        ({"stage": "closed"}, {"stages": "signed"}),
    ],
    ids=["sector", "cancelled", "class", "ended", "stage"],
)
def test_a_bid_that_the_filters_put_out_wins_nothing(loser, filters):
    x = deal("x", amount("USD 1"))
    y = deal("y", amount("USD 9"), relations=to("x", "rival to"), **loser)

    assert ids(cam.total([x, y], **filters)) == ["x"]


def test_a_bid_without_a_figure_wins_nothing():
    x = deal("x", amount("USD 1"))
    for silent in (
        deal("y", stage="closed", relations=to("x", "rival to")),
        deal("y", amount(withheld()), stage="closed", relations=to("x", "rival to")),
        deal("y", amount("USD 9", depends_on="a vote"), stage="closed",
             relations=to("x", "rival to")),
    ):  # fmt: skip
        assert ids(cam.total([x, silent])) == ["x"]


def test_a_rival_that_is_not_given_wins_nothing():
    assert ids(cam.total([bid("x", "USD 1", relations=to("gone", "rival to"))])) == ["x"]


def test_the_furthest_row_of_a_bid_decides_though_it_is_the_loan():
    x = deal("x", amount("USD 1", stage="memorandum"), relations=to("y", "rival to"))
    y = deal("y", financing("USD 9", stage="agreed"), financing("USD 2", stage="talks"))

    total = cam.total([x, y], **ALL)

    assert counted(total) == [("y", 9), ("y", 2)]


@pytest.mark.parametrize("by_field", [False, True])
def test_what_is_part_of_a_losing_bid_is_out_with_it(by_field):
    x = bid("x", "USD 5", stage="talks", relations=to("y", "rival to"))
    inside = {"part_of": x} if by_field else {"relations": to("x", "part of")}
    plant = deal("plant", amount("USD 4"), stage="talks", **inside)
    road = deal("road", amount("USD 3"), stage="talks", relations=to("plant", "part of"))

    total = cam.total([x, bid("y", "USD 1"), plant, road], **ALL)

    assert ids(total) == ["y"]
    assert reasons_of(total, "plant") == reasons_of(total, "road") == [[RIVAL]]


def test_what_is_part_of_a_bid_carries_it_as_far_as_it_has_come_itself():
    """The contract for the plant is signed, so the whole bid is further than the other's offer."""
    x = bid("x", "USD 5", stage="talks", relations=to("y", "rival to"))
    plant = deal("plant", amount("USD 4"), part_of=x)

    assert ids(cam.total([x, plant, bid("y", "USD 1", stage="approved")], **ALL)) == ["x"]
    assert ids(cam.total([x, plant, bid("y", "USD 1", stage="closed")], **ALL)) == ["y"]


def test_what_carries_out_a_bid_belongs_to_it():
    x = bid("x", "USD 5", stage="talks", relations=to("y", "rival to"))
    works = deal("works", amount("USD 4"), relations=to("x", "implements"))

    assert ids(cam.total([x, works, bid("y", "USD 1", stage="signed")], **ALL)) == ["x"]
    assert ids(cam.total([x, works, bid("y", "USD 1", stage="closed")], **ALL)) == ["y"]


def test_a_losing_bid_covers_nothing():
    """What follows a bid would leave the other deal out, if the bid counted."""
    sheet = deal("sheet", amount("USD 7"))
    x = bid("x", "USD 5", relations=(*to("y", "rival to"), *to("sheet", "follows")))
    y = bid("y", "USD 1", stage="closed")

    total = cam.total([sheet, x, y])

    assert counted(total) == [("sheet", 7), ("y", 1)]


def test_a_losing_bid_raises_no_low():
    whole = deal("whole", amount(stated("USD 10", "up to")))
    x = bid("x", "USD 5", relations=to("y", "rival to"), part_of=whole)
    y = bid("y", "USD 3", stage="closed", part_of=whole)

    assert bounds(cam.total([whole, x, y])) == (3, 10, 10)


def test_a_reopened_deal_counts_where_the_old_one_ended():
    old = bid("old", "USD 5", stage="lapsed")
    new = bid("new", "USD 6", stage="memorandum", relations=to("old", "reopens"))

    assert ids(cam.total([old, new], stages=None)) == ["new"]
    assert ids(cam.total([old, new], stages=["ended", "memorandum"])) == ["new"]
    assert ids(cam.total([old, new], stages="ended")) == ["old"]


def test_every_row_of_a_losing_bid_is_out_for_that_reason_last():
    x = deal(
        "x", amount("USD 1"), financing("USD 2", stage="pledged"), relations=to("y", "rival to")
    )

    total = cam.total([x, bid("y", "USD 9", stage="closed")], kinds=["project", "financing"])

    assert reasons_of(total, "x") == [[RIVAL], ["not concluded", RIVAL]]


def test_where_no_bid_keeps_anything_none_is_behind_another():
    bids = [
        bid("x", "USD 1", stage="talks", relations=to("y", "rival to")),
        deal("y", stage="signed"),
    ]

    total = cam.total(bids)

    assert reasons_of(total, "x") == [["not concluded"]]
    assert reasons_of(total, "y") == [["not stated"]]


def test_rivals_of_a_deal_that_is_not_given_are_rivals_of_each_other():
    a = bid("a", "USD 1", relations=to("absent", "rival to"))
    b = bid("b", "USD 2", date="2025", relations=to("absent", "rival to"))

    assert ids(cam.total([a, b])) == ["b"]
    assert reasons_of(cam.total([a, b]), "a") == [[RIVAL]]


def test_parts_of_a_bid_that_is_not_given_are_of_one_bid():
    a = bid("a", "USD 1", relations=to("absent", "part of"))
    b = bid("b", "USD 2", relations=to("absent", "part of"))
    rival = bid("c", "USD 9", stage="agreed", relations=to("absent", "rival to"))

    assert ids(cam.total([a, b, rival])) == ["a", "b"]
    assert reasons_of(cam.total([a, b, rival]), "c") == [[RIVAL]]


def test_the_contract_that_follows_a_bid_beats_the_rivals_of_the_bid():
    offer = bid("offer", "USD 300", stage="offered")
    contract = bid("contract", "USD 320", relations=to("offer", "follows"))
    rival = bid("rival", "USD 500", stage="pledged", relations=to("offer", "rival to"))
    total = cam.total([offer, contract, rival], stages=None)

    assert ids(total) == ["contract"]
    assert reasons_of(total, "rival") == [[RIVAL]]
