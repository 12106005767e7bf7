"""Of a deal's amounts over years the longest counts, and the shorter are within it."""

import pytest
from counting_builders import amount, bounds, counted, deal, left_out, stated, withheld

import centralasia_minerals as cam

THREE = amount(stated("USD 35", "nearly"), role="investment", horizon_years=3)
TEN = amount(stated("USD 100", "more than"), role="investment", horizon_years=10)
PLAN = deal("plan", THREE, TEN)


@pytest.mark.parametrize("amounts", [(THREE, TEN), (TEN, THREE)])
def test_the_longest_horizon_counts_whatever_the_order(amounts):
    total = cam.total([deal("plan", *amounts)])

    assert bounds(total) == (100, 100, None)
    assert left_out(total) == [("plan", 35, ["within a longer horizon"])]


def test_a_shorter_horizon_counts_where_only_that_is_asked_for():
    total = cam.total([PLAN], max_horizon_years=3)

    reasons = ["beyond the horizon", "another amount of the deal"]
    assert bounds(total) == (35, 35, 35)
    assert left_out(total) == [("plan", 100, reasons)]


def test_two_horizons_never_add():
    figures = {
        cam.total([PLAN], max_horizon_years=years)["USD"].stated.amount
        for years in (3, 5, 9, 10, 50, None)
    }

    assert figures == {35, 100}


def test_below_the_shortest_horizon_nothing_is_left():
    total = cam.total([PLAN], max_horizon_years=2)

    assert total.is_empty
    assert left_out(total) == [
        ("plan", 35, ["beyond the horizon"]),
        ("plan", 100, ["beyond the horizon"]),
    ]


def test_an_amount_without_a_horizon_is_the_longest():
    total = cam.total([deal("x", TEN, amount("USD 7"))])

    assert counted(total) == [("x", 7)]
    assert left_out(total) == [("x", 100, ["within a longer horizon"])]


def test_an_amount_without_a_horizon_passes_any():
    assert counted(cam.total([deal("x", amount("USD 7"))], max_horizon_years=1)) == [("x", 7)]


def test_of_equal_horizons_the_first_recorded_counts():
    twin = amount("USD 9", horizon_years=10)
    total = cam.total([deal("x", TEN, twin)])

    assert counted(total) == [("x", 100)]
    assert left_out(total) == [("x", 9, ["another amount of the deal"])]


@pytest.mark.parametrize(
    "longest",
    [
        amount("USD 9", horizon_years=20, depends_on="a licence"),
        amount("USD 9", horizon_years=20, stage="pledged"),
        amount(withheld(), horizon_years=20),
    ],
    ids=["conditional", "pledged", "undisclosed"],
)
def test_only_a_horizon_that_counts_covers_a_shorter_one(longest):
    assert counted(cam.total([deal("x", longest, THREE)])) == [("x", 35)]


@pytest.mark.parametrize("years", [0, -1])
def test_a_horizon_below_a_year_is_refused(years):
    with pytest.raises(cam.InvalidValueError, match="max_horizon_years"):
        cam.total([PLAN], max_horizon_years=years)


@pytest.mark.parametrize("years", [True, "3", 3.0])
def test_a_horizon_is_a_whole_number_of_years(years):
    with pytest.raises(cam.InvalidTypeError, match="max_horizon_years"):
        cam.total([PLAN], max_horizon_years=years)
