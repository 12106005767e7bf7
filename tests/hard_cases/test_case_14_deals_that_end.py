"""Deals that end: stage and work are dated series, and the past stays askable."""

import pytest
from hard_case_files import bounds, case, counted, left_out

import centralasia_minerals as cam

ENDED = [
    ("kz-abandoned-smelter", 100, ["cancelled"]),
    ("kz-denied-loan", 200, ["failed"]),
    ("kz-withdrawn-bid", 400, ["failed"]),
]
STILL_STANDING = [("kz-reopened-bid", 350), ("kz-repaid-loan", 50)]


@pytest.mark.parametrize("stages", ["concluded", None])
def test_what_ended_is_out_even_when_every_stage_is_asked_for(stages):
    total = cam.total(case(14), stages=stages)

    assert bounds(total) == (400, 400, 400)
    assert counted(total) == STILL_STANDING
    assert left_out(total) == ENDED


def test_what_failed_counts_where_it_is_named():
    total = cam.total(case(14), stages="failed")

    assert counted(total) == [("kz-denied-loan", 200), ("kz-withdrawn-bid", 400)]


def test_what_was_cancelled_counts_where_it_is_named():
    total = cam.total(case(14), stages=["concluded", "cancelled"])

    assert counted(total) == [("kz-abandoned-smelter", 100), *STILL_STANDING]
    assert left_out(total) == ENDED[1:]


def test_an_expired_bid_is_told_from_a_failed_loan():
    total = cam.total(case(14), stages=cam.Stage.EXPIRED)

    assert counted(total) == [("kz-withdrawn-bid", 400)]


def test_in_november_2024_all_of_them_stood():
    total = cam.total(case(14).as_of("2024-11"))

    assert counted(total) == [
        ("kz-abandoned-smelter", 100),
        ("kz-denied-loan", 200),
        ("kz-repaid-loan", 50),
        ("kz-withdrawn-bid", 400),
    ]
    assert left_out(total) == []


def test_in_february_2025_only_the_loan_had_been_denied():
    total = cam.total(case(14).as_of("2025-02"))

    assert bounds(total) == (550, 550, 550)
    assert left_out(total) == [("kz-denied-loan", 200, ["failed"])]


def test_before_the_first_source_there_is_nothing():
    assert cam.total(case(14).as_of("2024-10")).is_empty


def test_the_series_keep_who_said_what():
    denied, claimed = case(14).deals["kz-denied-loan"].stage_series

    assert (str(denied.value), denied.asserted_by[0].id) == ("failed", "export-bank")
    assert (str(claimed.value), claimed.asserted_by[0].id) == ("signed", "industry-ministry")


def test_repaid_is_completed_and_no_failure():
    deal = case(14).deals["kz-repaid-loan"]

    assert deal.implementation is cam.Implementation.COMPLETED
    assert deal.stage.group is cam.StageGroup.CONCLUDED


def test_the_reopened_bid_is_somebody_elses():
    deals = case(14).deals
    bidders = [deals[id].parties[0].who.id for id in ("kz-withdrawn-bid", "kz-reopened-bid")]

    assert bidders == ["tian-shan-mining", "outback-lithium"]
