"""A plant opened, a licence granted, a stake acquired: concluded by being done."""

import pytest
from hard_case_files import bounds, case, counted, left_out

import centralasia_minerals as cam


def test_an_opened_plant_counts_though_no_paper_is_told_of():
    total = cam.total(case(17))

    assert bounds(total) == (300, 300, 300)
    assert counted(total) == [("kz-tungsten-plant", 300)]


def test_the_stage_of_the_deal_is_not_invented():
    plant = case(17).deals["kz-tungsten-plant"]

    assert plant.stage == cam.NotStated()
    assert [str(amount.stage) for amount in plant.amounts] == ["done", "planned"]


def test_the_second_phase_is_not_lifted_by_the_first():
    phases = [row for row in left_out(cam.total(case(17))) if row[0] == "kz-tungsten-plant"]

    assert phases == [("kz-tungsten-plant", 150, ["not concluded", "another amount of the deal"])]


def test_a_licence_granted_and_a_stake_acquired_are_concluded():
    total = cam.total(case(17), kinds="transfer")

    assert counted(total) == [("kz-tungsten-licence", 4), ("kz-tungsten-stake", 20)]


@pytest.mark.parametrize(
    ("id", "stage"),
    [("kz-tungsten-programme", "adopted"), ("kz-tungsten-spending-plan", "planned")],
)
def test_work_concludes_neither_a_programme_nor_a_plan_of_spending(id, stage):
    deal = case(17).deals[id]

    assert deal.implementation is cam.Implementation.UNDER_WAY
    assert [str(amount.stage) for amount in deal.amounts] == [stage]
