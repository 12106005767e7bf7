"""A mine bought for 1.2 billion, one to be built for 1.1, and supplies of 5."""

import pytest
from hard_case_files import bounds, case, counted, left_out

import centralasia_minerals as cam


def test_by_default_the_mine_to_be_built_counts_alone():
    total = cam.total(case(30))

    assert bounds(total) == (1100, 1100, 1100)
    assert counted(total) == [("kz-new-mine", 1100)]
    assert left_out(total) == [
        ("kz-old-mine", 1200, ["another kind of money"]),
        ("uz-uranium-supply", 5000, ["another kind of money"]),
    ]


@pytest.mark.parametrize(
    ("kind", "found"),
    [("transfer", ("kz-old-mine", 1200)), ("supply", ("uz-uranium-supply", 5000))],
)
def test_asked_for_its_kind_each_of_the_others_counts_alone(kind, found):
    assert counted(cam.total(case(30), kinds=kind)) == [found]


def test_the_other_sums_stand_beside_the_total():
    assert [str(one) for one in cam.total(case(30)).beside] == [
        "transfer: USD 1,200,000,000",
        "supply: USD 5,000,000,000",
    ]


def test_by_kind_of_money_there_are_three_sums():
    groups = cam.total_by(case(30), "money", kinds=None)

    assert {str(kind): bounds(total)[1] for kind, total in groups.items()} == {
        "project": 1100,
        "transfer": 1200,
        "supply": 5000,
    }


def test_whoever_adds_them_all_the_same_is_told_so():
    told = "The total adds several kinds of money"

    assert told in str(cam.total(case(30), kinds=None))
    assert told not in str(cam.total(case(30)))
