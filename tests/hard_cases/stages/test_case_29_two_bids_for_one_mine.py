"""5 billion by one bidder, denied; 1.4 billion, to which some of the holders agree."""

from hard_case_files import bounds, case, counted, left_out

import centralasia_minerals as cam

ABROAD, AT_HOME = "kz-chromite-bid-abroad", "kz-chromite-bid-at-home"


def test_neither_bid_is_concluded():
    total = cam.total(case(29), kinds="transfer")

    assert counted(total) == []
    assert left_out(total) == [
        (ABROAD, 5000, ["ended"]),
        (AT_HOME, 1400, ["not concluded"]),
    ]


def test_the_bid_that_has_come_further_counts_where_bids_are_asked_for():
    total = cam.total(case(29), kinds="transfer", stages=None)

    assert counted(total) == [(AT_HOME, 1400)]
    assert left_out(total) == [(ABROAD, 5000, ["ended", "rival to another bid"])]


def test_even_where_ends_are_asked_for_the_two_are_never_added():
    total = cam.total(case(29), kinds="transfer", stages=["intended", "ended"])

    assert bounds(total) == (1400, 1400, 1400)
    assert left_out(total) == [(ABROAD, 5000, ["rival to another bid"])]


def test_the_denial_decides_and_belongs_to_the_company():
    bid = case(29).deals[ABROAD]
    (denial,) = [said for said in bid.stages if said.value is cam.Stage.DENIED]

    assert bid.stage is cam.Stage.DENIED
    assert [who.id for who in denial.asserted_by] == ["altyn-holding"]


def test_rivals_know_each_other_from_either_side():
    dataset = case(29)

    for id in (ABROAD, AT_HOME):
        (related,) = dataset.related(dataset.deals[id])
        assert related.kind is cam.RelationKind.RIVAL_TO
