"""Words that look like a hedge, a currency or a range of a figure, and those that are one."""

from __future__ import annotations

import pytest
from figure_readings import AS_RECORDED, CONTRADICTS, million, reading

import centralasia_minerals as cam

SEVEN = "$700 million"


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("Cdn $50 million", "CAD"), ("Can $50 million", "CAD"), ("Can. $50 million", "CAD"),
        ("Aust. $50 million", "AUD"), ("AU $50 million", "AUD"), ("NZ $50 million", "NZD"),
        ("HK $50 million", "HKD"), ("$50 million Cdn", "CAD"), ("$50 million (Cdn)", "CAD"),
        ("$50 million AU", "AUD"), ("$50 million NZ", "NZD"),
 ("$50 million, in Australian dollars", "AUD"),
    ],
)  # fmt: skip
def test_another_dollar_apart_from_its_sign_is_no_american_one(printed, code):
    text = f"The fund lends {printed} to the mine."

    assert CONTRADICTS is reading(text, "$50 million", million(50, "USD"))
    assert AS_RECORDED is reading(text, "$50 million", million(50, code))


def test_money_of_another_country_is_not_american():
    text = "The fund lends $50 million in Canadian money to the mine."

    assert CONTRADICTS is reading(text, "$50 million", million(50, "USD"))
    assert CONTRADICTS is not reading(text, "$50 million", million(50, "CAD"))


@pytest.mark.parametrize(
    "printed",
    ["do not exceed", "not in excess of", "will not exceed", "shall not exceed", "cannot exceed",
      "never exceeding",
     "without exceeding", "no larger than", "no longer than", "not beyond"],
)  # fmt: skip
def test_a_denied_excess_is_a_ceiling(printed):
    text = f"The loans {printed} {SEVEN} in all."

    assert CONTRADICTS is reading(text, SEVEN, million(700), "more than")
    assert AS_RECORDED is reading(text, SEVEN, million(700), "up to")


@pytest.mark.parametrize(
    ("printed", "hedge"),
    [("not nearly", "nearly"), ("nowhere close to", "nearly"), ("not close to", "nearly"),
     ("not as much as", "up to"), ("half as much as", "up to"), ("hardly more than", "more than"),
     ("barely more than", "more than")],
)  # fmt: skip
def test_a_denied_hedge_is_not_the_hedge(printed, hedge):
    assert AS_RECORDED is not reading(f"It lends {printed} {SEVEN}.", SEVEN, million(700), hedge)
    assert CONTRADICTS is reading(f"It lends {printed} {SEVEN}.", SEVEN, million(700))


@pytest.mark.parametrize(
    "printed",
    [
        f"{SEVEN} (€600 million) or more", f"{SEVEN} (€600 million) at most",
        f"{SEVEN} at most (€600 million)", f"{SEVEN} at least (€600 million)",
        f"{SEVEN} (or more)", f"{SEVEN} – or more – ", f"between about {SEVEN} and $900 million",
        f"between an initial {SEVEN} and $900 million", f"{SEVEN} or $900 million",
        f"at the very least {SEVEN}", f"at the very most {SEVEN}", f"∼{SEVEN}",
    ],
)  # fmt: skip
def test_what_bounds_a_figure_from_behind_or_from_afar_is_read(printed):
    assert CONTRADICTS is reading(f"The bank lends {printed}, it said.", SEVEN, million(700))


@pytest.mark.parametrize(
    "printed",
    [
        f"{SEVEN} for 20 projects or more", f"{SEVEN} over two years at most",
        f"{SEVEN} for five years or so", f"{SEVEN} with 20 firms or more",
        f"{SEVEN} or €600 million", f"{SEVEN} and up to 90 trucks",
        f"{SEVEN} of credit and up to $900 million",
    ],
)  # fmt: skip
def test_what_bounds_another_number_does_not_bound_the_figure(printed):
    assert AS_RECORDED is reading(f"The bank lends {printed}, it said.", SEVEN, million(700))


@pytest.mark.parametrize(
    ("printed", "hedge"),
    [
        ("up to now", "up to"), ("up to date", "up to"), ("around the table", "around"),
        ("around the clock", "around"), ("over the years nearly", "more than"),
        ("up to last year about", "up to"),
    ],
)  # fmt: skip
def test_a_hedge_of_time_or_place_is_none_of_the_figure(printed, hedge):
    text = f"The bank lends {printed} {SEVEN}, it said."

    assert AS_RECORDED is not reading(text, SEVEN, million(700), hedge)


def test_what_is_expected_to_happen_estimates_nothing():
    text = f"The bank is expected to lend {SEVEN}, it said."

    assert AS_RECORDED is reading(text, SEVEN, million(700))


@pytest.mark.parametrize(
    "printed", ["70%-points", "70% points", "70 pct points", "70 percent-points"]
)
def test_points_are_no_percentage(printed):
    text = f"The share fell by {printed} to less."

    assert AS_RECORDED is not reading(text, printed.split("-p")[0].split(" p")[0], cam.Share("0.7"))


def test_one_figure_and_up_to_another_are_no_range():
    text = "It names 17 elements and up to 90 more."

    assert AS_RECORDED is reading(text, "17 elements", cam.Measure(17, "piece"))


def test_what_stands_on_a_figure_decides_before_what_stands_near_it():
    text = f"It lends around Almaty more than {SEVEN}, it said."

    assert CONTRADICTS is reading(text, SEVEN, million(700), "around")
    assert AS_RECORDED is reading(text, SEVEN, million(700), "more than")
