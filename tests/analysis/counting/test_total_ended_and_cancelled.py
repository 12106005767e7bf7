"""Ended and cancelled deals are out, even where every stage is asked for, unless named."""

import pytest
from counting_builders import amount, counted, deal, financing, left_out

import centralasia_minerals as cam

FAILED = deal("failed", amount("USD 1"), stage="failed")
EXPIRED = deal("expired", amount("USD 2"), stage="expired")
CANCELLED = deal("cancelled", amount("USD 4"), work="cancelled")
STANDING = deal("standing", amount("USD 8"))
ALL = [FAILED, EXPIRED, CANCELLED, STANDING]


@pytest.mark.parametrize("stages", [None, "concluded"])
def test_they_are_out_unless_named(stages):
    total = cam.total(ALL, stages=stages)

    assert counted(total) == [("standing", 8)]
    assert left_out(total) == [
        ("failed", 1, ["ended"]),
        ("expired", 2, ["ended"]),
        ("cancelled", 4, ["cancelled"]),
    ]


@pytest.mark.parametrize(
    ("stages", "expected"),
    [
        ("ended", ["failed", "expired"]),
        (cam.StageGroup.ENDED, ["failed", "expired"]),
        ("failed", ["failed"]),
        (cam.Stage.FAILED, ["failed"]),
        (cam.Stage.EXPIRED, ["expired"]),
        ("cancelled", ["cancelled"]),
        (cam.Implementation.CANCELLED, ["cancelled"]),
        (["ended", "cancelled"], ["failed", "expired", "cancelled"]),
        (["concluded", "failed"], ["failed", "standing"]),
        (["concluded", "cancelled"], ["cancelled", "standing"]),
        (["concluded", "intended", "ended", "cancelled"], [each.id for each in ALL]),
    ],
)
def test_named_they_count(stages, expected):
    assert [id for id, _ in counted(cam.total(ALL, stages=stages))] == expected


def test_a_failed_amount_of_a_standing_deal_is_out_alone():
    mixed = deal("x", financing("USD 1", stage="failed"), financing("USD 2"))
    total = cam.total([mixed], stages=None, kinds="financing")

    assert counted(total) == [("x", 2)]
    assert left_out(total) == [("x", 1, ["ended"])]


@pytest.mark.parametrize("stages", [None, "concluded"])
def test_an_amount_of_a_failed_deal_is_out_whatever_stage_it_had_itself(stages):
    abandoned = deal("x", financing("USD 1", stage="signed"), stage="failed")

    assert counted(cam.total([abandoned], stages=stages, kinds=None)) == []


def test_a_failed_umbrella_covers_nothing():
    umbrella = deal("umbrella", amount("USD 9"), stage="failed")
    part = deal("part", amount("USD 1"), part_of=umbrella)

    assert counted(cam.total([umbrella, part], stages=None)) == [("part", 1)]


def test_an_ended_deal_without_a_figure_is_ended_first():
    total = cam.total([deal("x", stage="failed")], stages=None)

    assert left_out(total) == [("x", None, ["ended", "not stated"])]


@pytest.mark.parametrize("work", [work for work in cam.Implementation if work.value != "cancelled"])
def test_no_other_state_of_the_work_puts_a_deal_out(work):
    assert counted(cam.total([deal("x", amount("USD 1"), work=work.value)])) == [("x", 1)]
