"""Deals that end: stage and work are dated series, and the past stays askable."""

import pytest
from hard_case_files import bounds, case, counted, left_out

import centralasia_minerals as cam

ENDED = [
    ("kz-abandoned-smelter", 100, ["cancelled"]),
    ("kz-denied-loan", 200, ["ended"]),
    ("kz-repaid-loan", 50, ["ended"]),
    ("kz-withdrawn-bid", 400, ["ended", "rival to another bid"]),
]


@pytest.mark.parametrize("stages", ["concluded", None])
def test_what_ended_is_out_even_when_every_stage_is_asked_for(stages):
    total = cam.total(case(14), kinds=None, stages=stages)

    assert bounds(total) == (350, 350, 350)
    assert counted(total) == [("kz-reopened-bid", 350)]
    assert left_out(total) == ENDED


def test_what_ended_counts_where_its_group_is_named():
    total = cam.total(case(14), kinds=None, stages="ended")

    assert counted(total) == [
        ("kz-denied-loan", 200),
        ("kz-repaid-loan", 50),
        ("kz-withdrawn-bid", 400),
    ]


def test_an_end_counts_where_it_alone_is_named():
    total = cam.total(case(14), kinds=None, stages=cam.Stage.DENIED)

    assert counted(total) == [("kz-denied-loan", 200)]


def test_what_was_cancelled_counts_where_it_is_named():
    total = cam.total(case(14), kinds=None, stages=["concluded", "cancelled"])

    assert counted(total) == [("kz-abandoned-smelter", 100), ("kz-reopened-bid", 350)]
    assert left_out(total) == ENDED[1:]


def test_in_november_2024_all_of_them_stood():
    total = cam.total(case(14).as_of("2024-11"), kinds=None)

    assert counted(total) == [
        ("kz-abandoned-smelter", 100),
        ("kz-denied-loan", 200),
        ("kz-repaid-loan", 50),
        ("kz-withdrawn-bid", 400),
    ]
    assert left_out(total) == []


def test_in_february_2025_only_the_loan_had_been_denied():
    total = cam.total(case(14).as_of("2025-02"), kinds=None)

    assert bounds(total) == (550, 550, 550)
    assert left_out(total) == [("kz-denied-loan", 200, ["ended"])]


def test_before_the_first_source_there_is_nothing():
    assert cam.total(case(14).as_of("2024-10"), kinds=None).is_empty


def test_the_series_keep_who_said_what():
    denied, claimed = case(14).deals["kz-denied-loan"].stage_series

    assert (str(denied.value), denied.asserted_by[0].id) == ("denied", "export-bank")
    assert (str(claimed.value), claimed.asserted_by[0].id) == ("signed", "industry-ministry")


def test_a_loan_that_was_repaid_stays_concluded_for_the_time_before():
    then, now = (view.deals["kz-repaid-loan"] for view in (case(14).as_of("2025-02"), case(14)))

    assert then.stage.group is cam.StageGroup.CONCLUDED
    assert now.stage is cam.Stage.REPAID


def test_the_reopened_bid_is_for_the_same_asset_and_somebody_elses():
    deals = case(14).deals
    (relation,) = deals["kz-reopened-bid"].relations
    bidders = [deals[id].parties[0].who.id for id in (relation.deal, "kz-reopened-bid")]

    assert relation.kind is cam.RelationKind.REOPENS
    assert bidders == ["tian-shan-mining", "outback-lithium"]
