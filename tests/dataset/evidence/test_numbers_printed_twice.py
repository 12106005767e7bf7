"""A number in digits and in words is one number: "5 (five) years", "ten (10) million"."""

from __future__ import annotations

import pytest
from figure_readings import AS_RECORDED, CONTRADICTS, NOT_READ, million, reading
from hypothesis import assume, given, strategies as st

import centralasia_minerals as cam
from centralasia_minerals.dataset.evidence.figures.number_words import WORDS

BY_NUMBER = {number: word for word, number in WORDS.items()}


def in_words(number: int) -> str:
    """Give the words of a number below 100."""
    if number in BY_NUMBER:
        return BY_NUMBER[number]
    return f"{BY_NUMBER[number - number % 10]}-{BY_NUMBER[number % 10]}"


def years(number: int) -> cam.Measure:
    return cam.Measure(number, "year")


TWICE = [
    ("5 (five) years", years(5)),
    ("five (5) years", years(5)),
    ("5 ( five ) years", years(5)),
    ("5(five) years", years(5)),
    ("5 [five] years", years(5)),
    ("50 (fifty) percent", cam.Share("0.5")),
    ("50 (fifty) %", cam.Share("0.5")),
    ("fifty (50) per cent", cam.Share("0.5")),
    ("50 percent (fifty percent)", cam.Share("0.5")),
    ("10 (ten) million tonnes", cam.Measure(10**7, "tonne")),
    ("ten (10) million tonnes", cam.Measure(10**7, "tonne")),
    ("$10 (ten) million", million(10)),
    ("10 (ten) million US dollars", million(10)),
    ("10 million (ten million) US dollars", million(10)),
    ("USD 10,000,000 (ten million)", million(10)),
    ("37 (thirty-seven) jets", cam.Measure(37, "piece")),
]


@pytest.mark.parametrize(("figure", "value"), TWICE)
def test_a_number_in_digits_and_in_words_is_one(figure, value):
    text = f"The paper names {figure} in all."

    assert AS_RECORDED is reading(text, figure, value)
    assert CONTRADICTS is reading(f"It is at least {figure}.", figure, value)
    assert AS_RECORDED is reading(f"It is at least {figure}.", figure, value, "at least")


@pytest.mark.parametrize(
    ("figure", "value"),
    [
        ("5 (six) years", years(5)),
        ("5 (six) years", years(56)),
        ("10 (ten) million tonnes", cam.Measure(10, "tonne")),
        ("10 (ten) million tonnes", cam.Measure(100, "tonne")),
        ("10 (ten) million tonnes", cam.Measure(10**8, "tonne")),
        ("10 million (ten) tonnes", cam.Measure(10**14, "tonne")),
        ("5 (5) years", years(55)),
        ("50 (fifteen) percent", cam.Share("0.5")),
        ("50 (fifty) months", years(50)),
        ("$10 (ten) million", million(10, "EUR")),
    ],
)
def test_two_numbers_that_differ_are_not_one(figure, value):
    assert AS_RECORDED is not reading(f"It is for {figure} in all.", figure, value)


def test_a_figure_that_leaves_a_half_of_the_number_out_keeps_its_meaning():
    text = "It sells 5 (five) jets for 10 (ten) million dollars."

    assert AS_RECORDED is reading(text, "5", cam.Measure(5, "piece"))
    assert AS_RECORDED is reading(text, "five", cam.Measure(5, "piece"))
    assert CONTRADICTS is reading(text, "10", cam.Measure(10, "piece"))
    assert AS_RECORDED is reading(text, "10 (ten) million dollars", million(10))


def test_both_ends_of_a_range_may_be_printed_twice():
    figure = "5 (five) to 7 (seven) million dollars"
    text = f"It costs {figure}."

    assert AS_RECORDED is reading(text, figure, million(5), "range", million(7))
    assert CONTRADICTS is reading(text, figure, million(7))


def test_a_russian_number_in_words_changes_nothing():
    text, figure = "сроком на 5 (пять) лет", "5 (пять) лет"

    assert NOT_READ is reading(text, figure, years(5))
    assert CONTRADICTS is reading(text, figure, years(6))


@given(
    number=st.integers(1, 99),
    other=st.integers(1, 99),
    scale=st.sampled_from([("", 1), (" thousand", 10**3), (" million", 10**6)]),
    words_first=st.booleans(),
)
def test_any_number_printed_twice_reads_as_itself_alone(number, other, scale, words_first):
    assume(number != other)
    word, factor = scale
    both = [str(number), in_words(number)]
    one, two = reversed(both) if words_first else both
    figure = f"{one} ({two}){word} tonnes"
    text = f"They sell {figure} of ore."

    assert AS_RECORDED is reading(text, figure, cam.Measure(number * factor, "tonne"))
    assert AS_RECORDED is not reading(text, figure, cam.Measure(other * factor, "tonne"))
    wrong = f"{number} ({in_words(other)}){word} tonnes"
    assert AS_RECORDED is not reading(
        f"They sell {wrong}.", wrong, cam.Measure(number * factor, "tonne")
    )
