"""Relations: which deal stands for which, for which money, and what is refused."""

from __future__ import annotations

import itertools

import pytest
from counting_builders import (
    amount,
    bounds,
    counted,
    deal,
    financing,
    left_out,
    reasons_of,
    stated,
    to,
    withheld,
)

import centralasia_minerals as cam
from centralasia_minerals.analysis.counting.covers import covers_of

BOTH = {"kinds": ["project", "financing", "issue"]}

# By relation of "new" to "old": which of the two counts where both could, and why the other is out.
ONE_OF_TWO = {
    "part of": ("old", "part of a counted deal"),
    "implements": ("old", "implements a counted deal"),
    "follows": ("new", "followed by a counted deal"),
    "restates": ("new", "restated by a counted deal"),
    "replaces": ("new", "replaced"),
}
OTHER = {"new": "old", "old": "new"}
BOTH_COUNT = ["finances", "raises money for", "overlaps in part with", "possibly the same as"]


def pair(kind: str, **new) -> list[cam.Deal]:
    return [
        deal("old", amount("USD 10")),
        deal("new", amount("USD 4"), relations=to("old", kind), **new),
    ]


def price(figure: str, kind: str) -> cam.Amount:
    return amount(figure, role="price", money=cam.MoneyKind(kind))


def test_every_kind_of_relation_is_tried_here_or_with_the_bids():
    bids = {"rival to", "reopens"}

    assert {one.value for one in cam.RelationKind} == {*ONE_OF_TWO, *BOTH_COUNT, *bids}


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("kind", ONE_OF_TWO)
def test_of_two_related_deals_one_counts_whichever_is_given_first(kind, turned):
    deals = pair(kind)
    winner, reason = ONE_OF_TWO[kind]

    total = cam.total(deals[::-1] if turned else deals)

    assert [id for id, _ in counted(total)] == [winner]
    assert reasons_of(total, OTHER[winner]) == [[reason]]


@pytest.mark.parametrize("kind", ["part of", "implements", "follows", "restates"])
def test_a_deal_that_does_not_count_covers_nothing(kind):
    winner, _ = ONE_OF_TWO[kind]
    deals = [
        deal("old", amount("USD 10"), stage="talks" if winner == "old" else "signed"),
        deal(
            "new",
            amount("USD 4"),
            relations=to("old", kind),
            stage="talks" if winner == "new" else "signed",
        ),
    ]

    total = cam.total(deals)

    assert [id for id, _ in counted(total)] == [OTHER[winner]]
    assert reasons_of(total, winner) == [["not concluded"]]


@pytest.mark.parametrize("kind", ["part of", "implements", "follows", "restates"])
def test_a_deal_covers_only_the_same_kind_of_money(kind):
    old = deal("old", price("USD 10", "transfer"))
    new = deal("new", price("USD 4", "supply"), relations=to("old", kind))

    total = cam.total([old, new], kinds=["transfer", "supply"])

    assert counted(total) == [("old", 10), ("new", 4)]


@pytest.mark.parametrize("kind", ["part of", "implements", "follows", "restates"])
def test_of_several_kinds_of_money_only_what_both_deals_keep_is_covered(kind):
    winner, reason = ONE_OF_TWO[kind]
    old = deal("old", amount("USD 10"), price("USD 20", "transfer"))
    new = deal("new", amount("USD 1"), price("USD 2", "supply"), relations=to("old", kind))

    total = cam.total([old, new], kinds=["project", "transfer", "supply"])

    mine, other = ({"old": (10, 20), "new": (1, 2)}[id] for id in (winner, OTHER[winner]))
    assert set(counted(total)) == {(winner, mine[0]), (winner, mine[1]), (OTHER[winner], other[1])}
    assert left_out(total) == [(OTHER[winner], other[0], [reason])]


@pytest.mark.parametrize("kind", ["part of", "implements", "follows", "restates"])
def test_the_cost_of_a_covering_deal_covers_the_financing_of_the_covered_one(kind):
    winner, reason = ONE_OF_TWO[kind]
    cost, loan = amount("USD 9"), financing("USD 5")
    old, new = (cost, loan) if winner == "old" else (loan, cost)

    total = cam.total([deal("old", old), deal("new", new, relations=to("old", kind))], **BOTH)

    assert counted(total) == [(winner, 9)]
    assert left_out(total) == [(OTHER[winner], 5, [reason])]


@pytest.mark.parametrize("kind", ["follows", "restates"])
def test_the_financing_of_a_covering_deal_covers_no_cost(kind):
    total = cam.total(
        [deal("old", amount("USD 9")), deal("new", financing("USD 5"), relations=to("old", kind))],
        **BOTH,
    )

    assert counted(total) == [("old", 9), ("new", 5)]


def test_a_withheld_figure_covers_nothing():
    old = deal("old", amount("USD 9"))

    total = cam.total([old, deal("new", amount(withheld()), relations=to("old", "follows"))])

    assert counted(total) == [("old", 9)]
    assert [row.deal.id for row in total.undisclosed] == ["new"]


@pytest.mark.parametrize("stage", ["talks", "signed", "failed", None])
@pytest.mark.parametrize("stages", ["concluded", None, ["signed", "ended"]])
def test_what_another_given_deal_has_replaced_is_out_whatever_becomes_of_that(stage, stages):
    total = cam.total(pair("replaces", stage=stage), stages=stages)

    assert "old" not in [id for id, _ in counted(total)]
    assert reasons_of(total, "old") == [["replaced"]]


def test_what_is_replaced_is_told_with_the_other_deal_and_the_day():
    day = cam.PartialDate.parse("2025-06")
    old = deal("old", amount("USD 10"))
    new = deal("new", amount("USD 4"), relations=to("old", "replaces", since=day))

    (row,) = cam.total([old, new]).excluded

    assert (row.replacement.by, row.replacement.since) == ("new", day)
    assert cam.total([old, new]).counted[0].replacement is None


def test_a_deal_whose_replacement_is_not_given_counts():
    old, _ = pair("replaces")

    assert counted(cam.total([old])) == [("old", 10)]


def test_a_chain_of_replacements_leaves_the_last():
    deals = [
        deal("first", amount("USD 1")),
        deal("second", amount("USD 2"), relations=to("first", "replaces")),
        deal("third", amount("USD 4"), relations=to("second", "replaces")),
    ]

    assert counted(cam.total(deals)) == [("third", 4)]


@pytest.mark.parametrize("funding", [financing("USD 3"), amount("USD 3", role="proceeds")])
@pytest.mark.parametrize("kind", ["finances", "raises money for"])
def test_what_pays_for_a_counted_cost_does_not_count(kind, funding):
    plant = deal("plant", amount("USD 10"))
    loan = deal("loan", funding, relations=to("plant", kind))

    total = cam.total([loan, plant], **BOTH)

    assert counted(total) == [("plant", 10)]
    assert reasons_of(total, "loan") == [["financing of a counted cost"]]


@pytest.mark.parametrize("kind", ["finances", "raises money for"])
def test_what_pays_counts_where_the_cost_does_not(kind):
    loan = deal("loan", financing("USD 3"), relations=to("plant", kind))

    for plant in (
        deal("plant", amount("USD 10"), stage="talks"),
        deal("plant", amount(withheld())),
        deal("plant", financing("USD 10")),
    ):
        total = cam.total([plant, loan], **BOTH)
        assert ("loan", 3) in counted(total)
    assert counted(cam.total([loan], **BOTH)) == [("loan", 3)]


@pytest.mark.parametrize("kind", ["finances", "raises money for"])
def test_one_cost_never_pays_for_another(kind):
    """A deal that pays may build something itself, and that is another cost."""
    assert counted(cam.total(pair(kind))) == [("old", 10), ("new", 4)]


@pytest.mark.parametrize("kind", ["overlaps in part with", "possibly the same as"])
def test_deals_that_overlap_or_may_be_the_same_both_count(kind):
    assert counted(cam.total(pair(kind))) == [("old", 10), ("new", 4)]


def test_the_money_that_a_whole_raises_is_covered_by_a_cost_inside_it():
    """Two billion lent for a programme of plants pay for what its plants cost."""
    fund = deal("fund", financing("USD 20"))
    plant = deal("plant", amount("USD 4"), part_of=fund)
    mine = deal("mine", amount("USD 3"), relations=to("plant", "implements"), part_of=fund)

    assert counted(cam.total([fund, plant], **BOTH)) == [("plant", 4)]
    assert reasons_of(cam.total([fund, plant], **BOTH), "fund") == [["financing of a counted cost"]]
    assert counted(cam.total([fund, plant, mine], **BOTH)) == [("plant", 4)]
    loans_only = [fund, deal("plant", financing("USD 4"), part_of=fund)]
    assert counted(cam.total(loans_only, **BOTH)) == [("fund", 20)]


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_a_chain_covers_through_a_deal_that_keeps_nothing(order):
    chain = [
        deal("sheet", amount("USD 1")),
        deal("contract", relations=to("sheet", "follows")),
        deal("annex", amount("USD 4"), relations=to("contract", "follows")),
    ]

    total = cam.total([chain[at] for at in order])

    assert counted(total) == [("annex", 4)]
    assert reasons_of(total, "sheet") == [["followed by a counted deal"]]


def test_a_chain_of_two_relations_is_told_by_the_first():
    whole = deal("whole", amount("USD 10"))
    contract = deal("contract", stage="talks", relations=to("whole", "part of"))
    annex = deal("annex", amount("USD 1"), relations=to("contract", "implements"))

    total = cam.total([whole, contract, annex])

    assert counted(total) == [("whole", 10)]
    assert reasons_of(total, "annex") == [["implements a counted deal"]]


def test_a_chain_through_what_pays_covers_only_what_pays():
    plant = deal("plant", amount("USD 10"))
    loan = deal("loan", relations=to("plant", "finances"))
    tranche = deal("tranche", financing("USD 3"), relations=to("loan", "part of"))
    office = deal("office", amount("USD 2"), relations=to("loan", "part of"))

    total = cam.total([plant, loan, tranche, office], **BOTH)

    assert counted(total) == [("plant", 10), ("office", 2)]
    assert reasons_of(total, "tranche") == [["part of a counted deal"]]


def test_a_chain_that_begins_with_what_pays_covers_only_what_pays():
    whole = deal("whole", amount("USD 10"))
    plant = deal("plant", relations=to("whole", "part of"))
    lender = deal("lender", amount("USD 2"), relations=to("plant", "finances"))
    loan = deal("loan", financing("USD 3"), relations=to("plant", "finances"))

    total = cam.total([whole, plant, lender, loan], **BOTH)

    assert counted(total) == [("whole", 10), ("lender", 2)]
    assert reasons_of(total, "loan") == [["financing of a counted cost"]]


def test_a_relation_part_of_means_what_the_field_means():
    whole = deal("whole", amount(stated("USD 10", "up to")))
    by_field = deal("part", amount("USD 3"), part_of=whole)
    by_relation = deal("part", amount("USD 3"), relations=to("whole", "part of"))

    for part in (by_field, by_relation):
        total = cam.total([whole, part])
        assert counted(total) == [("whole", 10)]
        assert bounds(total) == (3, 10, 10)


def test_what_carries_out_a_framework_raises_its_low():
    framework = deal("framework", amount(stated("USD 10", "up to")))
    contract = deal("contract", amount("USD 3"), relations=to("framework", "implements"))

    assert bounds(cam.total([framework, contract])) == (3, 10, 10)


@pytest.mark.parametrize("kind", ["follows", "restates"])
def test_what_is_taken_up_or_told_again_raises_no_low(kind):
    again = deal("again", amount(stated("USD 10", "up to")), relations=to("sheet", kind))

    assert bounds(cam.total([deal("sheet", amount("USD 3")), again])) == (0, 10, 10)


def test_a_part_raises_the_low_only_of_its_kind_of_money():
    whole = deal(
        "whole",
        amount(stated("USD 10", "up to")),
        amount(stated("USD 20", "up to"), role="price", money=cam.MoneyKind.SUPPLY),
    )
    part = deal("part", price("USD 3", "supply"), part_of=whole)

    rows = cam.total([whole, part], kinds=["project", "supply"]).counted

    assert [(row.low, row.stated) for row in rows] == [(0, 10), (3, 20)]


@pytest.mark.parametrize(
    "kind", ["part of", "implements", "finances", "raises money for", "follows", "restates"]
)
def test_a_circle_is_refused_with_its_path(kind):
    deals = [
        deal("a", amount("USD 1"), relations=to("b", kind)),
        deal("b", amount("USD 2"), relations=to("c", kind)),
        deal("c", amount("USD 4"), relations=to("a", kind)),
    ]

    with pytest.raises(cam.InvalidValueError, match=r"circle.*remove one of them") as error:
        cam.total(deals)

    path = str(error.value).partition("circle, ")[2].partition(";")[0].split(" → ")
    assert path[0] == path[-1]
    assert len(path) == 4
    assert set(path) == {"a", "b", "c"}


@pytest.mark.parametrize(
    ("of_a", "of_b"),
    [
        (("part of",), ("implements",)),
        (("part of",), ("finances",)),
        (("follows",), ("restates",)),
        (("part of", "follows"), ()),
        (("restates", "raises money for"), ()),
    ],
)
def test_a_circle_of_several_kinds_is_refused_where_each_deal_would_cover_the_other(of_a, of_b):
    a = deal("a", amount("USD 1"), relations=tuple(r for kind in of_a for r in to("b", kind)))
    b = deal("b", amount("USD 2"), relations=tuple(r for kind in of_b for r in to("a", kind)))

    with pytest.raises(cam.InvalidValueError, match=r"(a → b → a|b → a → b); remove one"):
        cam.total([a, b])


@pytest.mark.parametrize(
    ("of_a", "of_b", "winner"),
    [
        (("part of", "implements"), (), "b"),
        (("part of",), ("follows",), "b"),
        (("restates", "follows"), (), "a"),
        (("restates",), ("part of",), "a"),
    ],
)
def test_two_relations_that_agree_on_which_deal_covers_the_other_are_no_circle(of_a, of_b, winner):
    a = deal("a", amount("USD 1"), relations=tuple(r for kind in of_a for r in to("b", kind)))
    b = deal("b", amount("USD 2"), relations=tuple(r for kind in of_b for r in to("a", kind)))

    assert [id for id, _ in counted(cam.total([a, b]))] == [winner]


def test_a_circle_of_part_of_and_a_relation_is_refused():
    whole = deal("whole", amount("USD 10"), relations=to("part", "implements"))

    with pytest.raises(cam.InvalidValueError, match="circle"):
        cam.total([whole, deal("part", amount("USD 1"), part_of=whole)])


@pytest.mark.parametrize("kind", ["rival to", "overlaps in part with", "possibly the same as"])
def test_what_is_the_same_from_either_side_is_no_circle(kind):
    deals = [
        deal("a", amount("USD 1"), relations=to("b", kind)),
        deal("b", amount("USD 2"), relations=to("a", kind)),
    ]

    assert len(cam.total(deals).counted) >= 1


def test_covers_are_the_closure_over_the_deals_that_are_given():
    deals = (
        deal("a", relations=to("b", "part of")),
        deal("b", relations=to("c", "finances")),
        deal("c", relations=to("gone", "implements")),
        deal("d", relations=to("a", "follows")),
    )

    found = {(one.deal, one.covering, one.kind.value, one.pays) for one in covers_of(deals)}

    assert found == {
        ("a", "b", "part of", False),
        ("a", "c", "part of", True),
        ("b", "c", "finances", True),
        ("a", "d", "follows", False),
    }


def test_several_ways_from_one_deal_to_another_are_all_heard():
    """A contract is part of a venture and follows a sheet that the venture restates."""
    venture = deal("venture", amount("USD 10"), relations=to("sheet", "restates"))
    sheet = deal("sheet", amount("USD 3"))
    paid = deal(
        "loan",
        financing("USD 2"),
        relations=(*to("venture", "finances"), *to("sheet", "part of")),
    )

    total = cam.total([venture, sheet, paid], **BOTH)

    assert counted(total) == [("venture", 10)]
    assert reasons_of(total, "loan") == [["part of a counted deal", "financing of a counted cost"]]


def test_the_cost_of_a_part_covers_a_loan_for_its_whole():
    framework = deal("framework", amount("USD 200"), stage="framework")
    contract = deal("contract", amount("USD 100"), relations=to("framework", "implements"))
    loan = deal("loan", financing("USD 80"), relations=to("framework", "finances"))
    total = cam.total([framework, contract, loan], kinds=["project", "financing"])

    assert counted(total) == [("contract", 100)]
    assert reasons_of(total, "loan") == [["financing of a counted cost"]]


def test_a_chain_of_relations_beyond_any_real_one_is_refused():
    chain = [
        deal(
            f"d-{number}",
            amount("USD 1"),
            relations=to(f"d-{number - 1}", "part of") if number else (),
        )
        for number in range(500)
    ]

    with pytest.raises(cam.InvalidValueError, match="more than 64 deals"):
        cam.total(chain)
