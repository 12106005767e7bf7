"""A year or a day before "amounted to" is no lower end of a range, and a range stays one."""

from __future__ import annotations

import pytest
from figure_readings import AS_RECORDED, CONTRADICTS, million, money, reading
from hypothesis import given, strategies as st

import centralasia_minerals as cam

DATES = ["in 2021", "in May 2021", "on 5 May 2021", "on May 5", "on May 5, 2021", "by 5 May",
         "since 2019", "during 2020", "in fiscal 2021", "in the first half of 2021",
         "by the end of 2021", "on 05.05.2021"]  # fmt: skip
VERBS = ["amounted to", "rose to", "came to", "grew to", "fell to", "increased to", "reduced to",
         "decreased to", "has grown to", "rose sharply to", "was cut to", "dropped to",
         "jumped to", "were raised to", "declined to", "exports reached and rose to"]  # fmt: skip


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("day", DATES)
def test_a_date_before_a_sum_that_something_came_to_is_no_end_of_a_range(day, verb):
    text = f"What it sold {day} {verb} $18.8 million, it said."

    assert AS_RECORDED is reading(text, "$18.8 million", money(18_800_000))
    assert CONTRADICTS is reading(text, "$18.8 million", money(18_800_000), "around")
    assert CONTRADICTS is reading(text, "$18.8 million", million(18), "range", money(18_800_000))


@pytest.mark.parametrize(
    ("text", "figure", "value"),
    [
        ("The output in 2021 rose to 30,000 tonnes", "30,000 tonnes",
         cam.Measure(30_000, "tonne")),
        ("The bank brought the loan in 2021 to $5 million", "$5 million", million(5)),
        ("They brought the output in 2021 to 3,000 tonnes", "3,000 tonnes",
         cam.Measure(3_000, "tonne")),
        ("They brought it in 5 May to $7 million", "$7 million", million(7)),
        ("The cost of $3 million rose to $5 million", "$5 million", million(5)),
        ("In 5 years it grew to 70 percent", "70 percent", cam.Share("0.7")),
    ],
)  # fmt: skip
def test_what_something_came_to_is_a_figure_by_itself(text, figure, value):
    assert AS_RECORDED is reading(text, figure, value)


@pytest.mark.parametrize(
    ("text", "figure", "low", "high"),
    [
        ("It costs from 3 to 5 million dollars", "3 to 5 million dollars", million(3), million(5)),
        ("It costs from $3 million to $5 million", "$3 million to $5 million", million(3),
         million(5)),
        ("In 2021 it cost $3 million to $5 million", "$3 million to $5 million", million(3),
         million(5)),
        ("It mines from 2000 to 3000 tonnes", "2000 to 3000 tonnes", cam.Measure(2000, "tonne"),
         cam.Measure(3000, "tonne")),
        ("It counted in 2000 to 3000 tonnes", "2000 to 3000 tonnes", cam.Measure(2000, "tonne"),
         cam.Measure(3000, "tonne")),
        ("It mines 2,000 to 3,000 tonnes", "2,000 to 3,000 tonnes", cam.Measure(2000, "tonne"),
         cam.Measure(3000, "tonne")),
        ("In May 5 to 7 million tonnes were mined", "5 to 7 million tonnes",
         cam.Measure(5 * 10**6, "tonne"), cam.Measure(7 * 10**6, "tonne")),
        ("It came to between 10 and 12 percent", "10 and 12 percent", cam.Share("0.1"),
         cam.Share("0.12")),
        ("It funds 3 commercial to 5 commercial banks", "3 commercial to 5 commercial banks",
         cam.Measure(3, "piece"), cam.Measure(5, "piece")),
    ],
)  # fmt: skip
def test_a_range_stays_one(text, figure, low, high):
    assert CONTRADICTS is reading(text, figure, low)
    assert AS_RECORDED is reading(text, figure, low, "range", high)


@given(
    year=st.integers(1990, 2030),
    amount=st.integers(1, 999),
    verb=st.sampled_from(VERBS),
    scale=st.sampled_from([("million", 10**6), ("billion", 10**9)]),
)
def test_no_year_is_an_end_of_a_range_with_a_sum(year, amount, verb, scale):
    figure = f"${amount} {scale[0]}"
    text = f"Their trade in {year} {verb} {figure}."

    assert AS_RECORDED is reading(text, figure, money(amount * scale[1]))


@given(low=st.integers(1, 400), more=st.integers(1, 400))
def test_any_two_numbers_from_to_are_a_range(low, more):
    figure = f"{low} to {low + more} million dollars"
    text = f"In 2021 it cost from {figure}."

    assert AS_RECORDED is reading(text, figure, million(low), "range", million(low + more))
    assert CONTRADICTS is reading(text, figure, million(low + more))
