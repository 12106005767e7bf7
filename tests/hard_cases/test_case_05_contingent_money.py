"""8 now, 200 for a plant, 500 only if reserves are confirmed: parts of one undertaking."""

from hard_case_files import bounds, case, counted, left_out

import centralasia_minerals as cam


def test_the_total_is_208_with_the_conditional_part_outside_for_that_reason():
    total = cam.total(case(5))

    assert bounds(total) == (208, 208, 208)
    assert counted(total) == [("kg-gold-exploration", 8), ("kg-gold-plant", 200)]
    assert left_out(total) == [
        ("kg-gold-expansion", 500, ["conditional"]),
        ("kg-gold-undertaking", None, ["not stated"]),
    ]


def test_no_filter_lets_conditional_money_in():
    total = cam.total(case(5), sectors=None, stages=None)

    assert bounds(total) == (208, 208, 208)


def test_the_condition_is_recorded():
    (amount,) = case(5).deals["kg-gold-expansion"].amounts

    assert amount.condition == "the reserves are confirmed"


def test_the_three_are_parts_of_one_undertaking():
    dataset = case(5)

    parts = dataset.parts_of(dataset.deals["kg-gold-undertaking"])

    assert [part.id for part in parts] == [
        "kg-gold-expansion",
        "kg-gold-exploration",
        "kg-gold-plant",
    ]
