"""Laws of deals that are related: replaced, rivals, parts, followers, lenders and restatements."""

from __future__ import annotations

from itertools import product

import attrs
import pytest
from counting_builders import (
    amount,
    bounds,
    counted,
    deal as deal_of,
    financing,
    reasons_of,
    stated,
)
from counting_reference import asked_for, lost_bids
from counting_relations import (
    bids_of,
    edges_of,
    groups_of_rivals,
    parts_below,
    paths_from,
)
from counting_strategies import DOWN, FILTERS, UP, deals, figures, keyed
from hypothesis import assume, given

import centralasia_minerals as cam

REPLACED = cam.ExclusionReason("replaced")
SYMMETRIC = ("rival to", "overlaps in part with", "possibly the same as")
LOOSE = ("overlaps in part with", "possibly the same as")


def related(kind: str, other: str) -> cam.Relation:
    """Relate a deal to another one."""
    return cam.Relation(kind=cam.RelationKind(kind), deal=other)


def account(total):
    """Everything that a total says of its rows."""
    return (
        figures(total),
        set(keyed(total.counted)),
        {key: row.reasons for key, row in keyed(total.excluded).items()},
        set(keyed(total.undisclosed)),
    )


@given(deals(max_size=7), FILTERS)
def test_a_replaced_deal_never_counts(given_deals, filters):
    total = cam.total(given_deals, **filters)
    replaced = {
        one.deal for deal in given_deals for one in deal.relations if str(one.kind) == "replaces"
    }

    assert replaced.isdisjoint(row.deal.id for row in (*total.counted, *total.undisclosed))
    assert all((row.deal.id in replaced) == (REPLACED in row.reasons) for row in total.excluded)


@given(deals(max_size=7), FILTERS)
def test_of_rivals_at_most_one_bid_counts(given_deals, filters):
    counting = {row.deal.id for row in cam.total(given_deals, **filters).counted}

    for group in groups_of_rivals(list(given_deals)):
        bids = bids_of(group, list(given_deals)).values()
        in_a_bid = counting & set().union(*bids)
        assert len(group) == 1 or any(in_a_bid <= bid for bid in bids)


@given(deals(max_size=7), FILTERS)
def test_no_row_counts_where_a_deal_that_covers_its_own_counts_the_same_kind(given_deals, filters):
    rows = cam.total(given_deals, **filters).counted
    kinds = {row.deal.id: set() for row in rows}
    for row in rows:
        kinds[row.deal.id].add(row.amount.money)

    edges = edges_of(list(given_deals))
    for row in rows:
        for path in paths_from(row.deal.id, edges):
            held = kinds.get(path.covering, set())
            pays = {"finances", "raises money for"} & set(map(str, path.kinds))
            assert pays or row.amount.money not in held
            assert not row.amount.money.is_funding or all(kind.is_funding for kind in held)


@given(deals(max_size=7), FILTERS)
def test_funding_of_a_whole_never_counts_beside_what_a_deal_inside_it_costs(given_deals, filters):
    rows = cam.total(given_deals, **filters).counted
    worth = {row.deal.id for row in rows if not row.amount.money.is_funding}

    for row in rows:
        if row.amount.money.is_funding:
            assert worth.isdisjoint(parts_below(row.deal.id, list(given_deals)))


def turned(given_deals, kinds):
    """Give the deals with every relation of some kinds written on the other side."""
    by_id = {deal.id: [] for deal in given_deals}
    for deal in given_deals:
        for one in deal.relations:
            turns = str(one.kind) in kinds and one.deal in by_id
            owner, other = (one.deal, deal.id) if turns else (deal.id, one.deal)
            by_id[owner].append(attrs.evolve(one, deal=other))
    return [with_relations(deal, by_id[deal.id]) for deal in given_deals]


def with_relations(deal, relations):
    return attrs.evolve(deal, relations=tuple(dict.fromkeys(relations)))


@given(deals(max_size=7), FILTERS)
def test_a_symmetric_relation_may_be_written_on_either_side(given_deals, filters):
    other_side = turned(given_deals, SYMMETRIC)

    assert account(cam.total(given_deals, **filters)) == account(cam.total(other_side, **filters))


@given(deals(max_size=7, whole=True), FILTERS)
def test_part_of_as_a_field_means_what_it_means_as_a_relation(given_deals, filters):
    as_relations = [
        attrs.evolve(
            with_relations(
                deal,
                [*deal.relations, *([related("part of", deal.part_of.id)] if deal.part_of else [])],
            ),
            part_of=cam.NotStated(),
        )
        for deal in given_deals
    ]

    assert account(cam.total(given_deals, **filters)) == account(cam.total(as_relations, **filters))


@given(deals(max_size=7), FILTERS)
def test_deals_that_overlap_or_may_be_the_same_both_count(given_deals, filters):
    apart = [
        with_relations(deal, [one for one in deal.relations if str(one.kind) not in LOOSE])
        for deal in given_deals
    ]

    assert account(cam.total(given_deals, **filters)) == account(cam.total(apart, **filters))


@given(deals(max_size=7), FILTERS)
def test_what_a_bid_loses_does_not_hang_on_the_order_unless_two_have_come_equally_far(
    given_deals, filters
):
    asked, other_order = asked_for(**filters), given_deals[::-1]
    assume(lost_bids(given_deals, asked) == lost_bids(other_order, asked))

    assert account(cam.total(given_deals, **filters)) == account(cam.total(other_order, **filters))


CIRCLES = [*product(UP, UP), *product(DOWN, DOWN)]


def circle_of(first: str, second: str) -> list[cam.Deal]:
    """Make two deals of which each covers the other."""
    return [
        deal_of("plant", amount("USD 1"), relations=(related(first, "loan"),)),
        deal_of("loan", amount("USD 1"), relations=(related(second, "plant"),)),
    ]


@pytest.mark.parametrize(("first", "second"), CIRCLES, ids=str)
def test_deals_that_cover_each_other_in_a_circle_are_refused_with_its_path(first, second):
    with pytest.raises(cam.InvalidValueError, match=r"plant → loan → plant|loan → plant → loan"):
        cam.total(circle_of(first, second))


def test_a_dataset_refuses_a_circle_when_it_is_made():
    with pytest.raises(cam.InvalidValueError, match="→"):
        cam.Dataset.of({"deals": circle_of("part of", "finances")})


@pytest.mark.parametrize("kind", [*UP, *DOWN])
def test_what_the_field_says_closes_a_circle_too(kind):
    """A part of a whole may follow or restate it, and may not cover it otherwise."""
    whole = deal_of("whole", amount("USD 1"), relations=(related(kind, "part"),))
    part = deal_of("part", amount("USD 1"), part_of=whole)

    if kind in DOWN:
        assert counted(cam.total([whole, part])) == [("whole", 1)]
    else:
        with pytest.raises(cam.InvalidValueError, match="→"):
            cam.total([whole, part])


# Two deals may be related in more ways than one, and each of them counts.


@pytest.mark.parametrize("kinds", [("finances", "part of"), ("part of", "finances")])
def test_a_loan_that_finances_another_and_is_part_of_it_counts_once(kinds):
    relations = tuple(related(kind, "facility") for kind in kinds)
    facility = deal_of("facility", financing("USD 10"))
    loan = deal_of("loan", financing("USD 5"), relations=relations)
    total = cam.total([facility, loan], kinds="financing")

    assert counted(total) == [("facility", 10)]
    assert reasons_of(total, "loan") == [["part of a counted deal"]]


@pytest.mark.parametrize("kinds", [("finances", "part of"), ("part of", "finances")])
def test_a_part_raises_the_low_of_its_whole_whatever_else_it_is_to_it(kinds):
    whole = deal_of("whole", amount(stated("USD 10", "up to")))
    part = deal_of(
        "part", amount("USD 5"), relations=tuple(related(kind, "whole") for kind in kinds)
    )
    total = cam.total([whole, part])

    assert bounds(total) == (5, 10, 10)
    assert reasons_of(total, "part") == [["part of a counted deal"]]


@pytest.mark.parametrize("order", [1, -1], ids=["the whole first", "the part first"])
def test_a_part_that_its_whole_restates_is_both_whichever_is_given_first(order):
    whole = deal_of(
        "whole", amount(stated("USD 10", "up to")), relations=(related("restates", "part"),)
    )
    part = deal_of("part", amount("USD 5"), relations=(related("part of", "whole"),))
    total = cam.total([whole, part][::order])

    assert bounds(total) == (5, 10, 10)
    assert reasons_of(total, "part") == [["part of a counted deal", "restated by a counted deal"]]
