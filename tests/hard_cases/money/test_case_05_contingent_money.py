"""8 for exploration now, 200 for a plant planned, 500 only if reserves are confirmed."""

from hard_case_files import bounds, case, counted, left_out

import centralasia_minerals as cam


def test_work_under_way_concludes_the_8_and_nothing_else():
    total = cam.total(case(5))

    assert bounds(total) == (8, 8, 8)
    assert counted(total) == [("kg-gold-exploration", 8)]
    assert left_out(total) == [
        ("kg-gold-expansion", 500, ["not concluded", "conditional"]),
        ("kg-gold-plant", 200, ["not concluded"]),
        ("kg-gold-undertaking", None, ["not concluded", "not stated"]),
    ]


def test_the_stage_stays_as_it_is_told():
    exploration = case(5).deals["kg-gold-exploration"]

    assert exploration.stage is cam.Stage.PLANNED
    assert exploration.amounts[0].stage is cam.Stage.DONE


def test_with_what_is_intended_the_planned_200_come_in_and_the_500_do_not():
    total = cam.total(case(5), stages=None)

    assert bounds(total) == (208, 208, 208)
    assert left_out(total) == [
        ("kg-gold-expansion", 500, ["conditional"]),
        ("kg-gold-undertaking", None, ["not stated"]),
    ]


def test_no_filter_lets_conditional_money_in():
    total = cam.total(case(5), kinds=None, sectors=None, stages=None, classes=None)

    assert bounds(total) == (208, 208, 208)


def test_the_condition_is_recorded():
    (condition,) = case(5).deals["kg-gold-expansion"].amounts[0].conditions

    assert condition.what == "the reserves are confirmed"
    assert condition.kind is cam.ConditionKind.CONTINGENCY
    assert condition.state is cam.ConditionState.SET


def test_the_three_are_parts_of_one_undertaking():
    dataset = case(5)

    parts = dataset.parts_of(dataset.deals["kg-gold-undertaking"])

    assert [part.id for part in parts] == [
        "kg-gold-expansion",
        "kg-gold-exploration",
        "kg-gold-plant",
    ]
