"""A state's programme in three verbs, replaced by a smaller one."""

from hard_case_files import case, counted, left_out

import centralasia_minerals as cam

OLD, NEW = "uz-critical-minerals-programme", "uz-smaller-programme"
EVERYTHING = {"kinds": None, "stages": None, "classes": None}


def test_the_three_verbs_stand_side_by_side_and_it_is_adopted_at_most():
    programme = case(18).deals[OLD]

    assert {str(said.value) for said in programme.stages} == {"reviewed", "adopted", "planned"}
    assert programme.stage is cam.Stage.ADOPTED
    assert programme.stage.group is cam.StageGroup.INTENDED


def test_before_it_was_approved_it_was_only_reviewed():
    assert case(18).as_of("2024-11").deals[OLD].stage is cam.Stage.REVIEWED


def test_a_programme_counts_nothing_by_default():
    total = cam.total(case(18).as_of("2025-02"))

    assert counted(total) == []
    assert left_out(total) == [(OLD, 2600, ["not concluded", "programme", "another kind of money"])]


def test_no_stage_lets_a_programme_in():
    total = cam.total(case(18), kinds=None, stages=None)

    assert counted(total) == []
    assert left_out(total) == [(OLD, 2600, ["replaced", "programme"]), (NEW, 1600, ["programme"])]


def test_where_programmes_are_asked_for_the_smaller_one_counts():
    total = cam.total(case(18), **EVERYTHING)

    assert counted(total) == [(NEW, 1600)]
    assert left_out(total) == [(OLD, 2600, ["replaced"])]


def test_the_old_one_is_out_even_where_the_stage_of_the_new_one_is_not_asked_for():
    total = cam.total(case(18), **EVERYTHING | {"stages": "adopted"})

    assert counted(total) == []
    assert left_out(total) == [
        (OLD, 2600, ["replaced"]),
        (NEW, 1600, ["outside the stages"]),
    ]


def test_before_it_was_replaced_the_old_one_stood():
    total = cam.total(case(18).as_of("2025-02"), **EVERYTHING)

    assert counted(total) == [(OLD, 2600)]
    assert left_out(total) == []


def test_what_replaces_says_from_when():
    (relation,) = case(18).deals[NEW].relations

    assert (relation.kind, relation.deal) == (cam.RelationKind.REPLACES, OLD)
    assert str(relation.since) == "2025-11"
