"""Ratios are exact fractions with bounds, and an open end is None."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from analysis_builders import amount, deal, stated, withheld
from analysis_strategies import CONTEXTS, MONEY, figures
from hypothesis import given, strategies as st

import centralasia_minerals as cam

COST = cam.Money("1100", "USD")
LETTER = stated("USD 900", "up to")


def told(ratio):
    return ratio.low, ratio.stated, ratio.high


def test_the_letter_of_interest_is_at_most_81_8_per_cent_of_the_cost():
    venture = cam.load().deals["kz-us-tungsten"]

    ratio = cam.ratio(venture.financing[0], venture.value)

    assert (Fraction(0), Fraction(9, 11), Fraction(9, 11)) == told(ratio)
    assert Decimal("81.8") == ratio.percent("high")
    assert "up to about 81.8%" == str(ratio)


def test_the_cost_is_at_least_so_many_times_the_letter_and_the_upper_end_is_open():
    venture = cam.load().deals["kz-us-tungsten"]

    assert (Fraction(11, 9), Fraction(11, 9), None) == told(
        cam.ratio(venture.value, venture.financing[0])
    )


TOTAL = cam.total([deal("venture", amount("USD 1100"))])


@pytest.mark.parametrize(
    "whole",
    [COST, stated("USD 1100"), amount("USD 1100"), TOTAL["USD"], TOTAL],
    ids=["Money", "Stated", "Amount", "CurrencyTotal", "Total"],
)
@pytest.mark.parametrize(
    "part",
    [LETTER, amount(LETTER, role="financing"), cam.total([deal("letter", amount(LETTER))])],
    ids=["Stated", "Amount", "Total"],
)
def test_whatever_has_an_amount_of_one_currency_can_be_divided(part, whole):
    assert (Fraction(0), Fraction(9, 11), Fraction(9, 11)) == told(cam.ratio(part, whole))


@pytest.mark.parametrize(
    ("part", "whole", "low", "middle", "high"),
    [
        (("USD 5",), ("USD 10",), "1/2", "1/2", "1/2"),
        (("USD 5", "around"), ("USD 10", "estimated"), "1/2", "1/2", "1/2"),
        (("USD 5", "up to"), ("USD 10",), "0", "1/2", "1/2"),
        (("USD 5", "at least"), ("USD 10",), "1/2", "1/2", None),
        (("USD 5", "more than"), ("USD 10",), "1/2", "1/2", None),
        (("USD 5",), ("USD 10", "up to"), "1/2", "1/2", None),
        (("USD 5",), ("USD 10", "at least"), "0", "1/2", "1/2"),
        (("USD 5",), ("USD 10", "more than"), "0", "1/2", "1/2"),
        (("USD 5", "at least"), ("USD 10", "at least"), "0", "1/2", None),
        (("USD 5", "up to"), ("USD 10", "up to"), "0", "1/2", None),
        (("USD 0",), ("USD 10", "up to"), "0", "0", None),
    ],
)
def test_each_bound_divides_the_bounds_that_make_it_least_or_most(part, whole, low, middle, high):
    expected = (Fraction(low), Fraction(middle), None if high is None else Fraction(high))

    assert expected == told(cam.ratio(stated(*part), stated(*whole)))


def test_a_range_bounds_both_ways():
    span = stated("USD 4", "range", upper="USD 8")

    assert (Fraction(2, 5), Fraction(2, 5), Fraction(4, 5)) == told(
        cam.ratio(span, stated("USD 10"))
    )
    assert (Fraction(5, 4), Fraction(5, 2), Fraction(5, 2)) == told(
        cam.ratio(stated("USD 10"), span)
    )


def test_no_digit_is_lost():
    ratio = cam.ratio(
        cam.Money("1234567890123456789012345678901234", "USD"), cam.Money("0.03", "USD")
    )

    assert Fraction(123456789012345678901234567890123400, 3) == ratio.stated


@given(part=figures(), whole=figures())
def test_low_stated_and_high_stand_in_order(part, whole):
    if whole.value.amount == 0:
        with pytest.raises(cam.InvalidValueError):
            cam.ratio(part, whole)
        return

    ratio = cam.ratio(part, whole)
    assert 0 <= ratio.low <= ratio.stated
    assert ratio.high is None or ratio.stated <= ratio.high


@given(part=MONEY, whole=MONEY.filter(lambda money: money.amount != 0), context=CONTEXTS)
def test_a_ratio_is_exact_whatever_the_callers_decimal_context(part, whole, context):
    exact = Fraction(part.amount) / Fraction(whole.amount)

    with localcontext(**context):
        assert (exact, exact, exact) == told(cam.ratio(part, whole))


@given(whole=figures())
def test_the_upper_bound_is_open_just_where_the_denominator_may_be_nothing(whole):
    if whole.value.amount != 0:
        ratio = cam.ratio(COST, whole)
        assert (ratio.high is None) == (whole.low.amount == 0)


@given(part=st.integers(-20, 20), whole=figures())
def test_a_shortfall_too_keeps_its_bounds_in_order_or_is_refused(part, whole):
    """The gap between a whole and its parts may be negative, and is Money like any other."""
    try:
        ratio = cam.ratio(cam.Money(part, "USD"), whole)
    except cam.InvalidValueError:
        return
    assert ratio.low <= ratio.stated
    assert ratio.high is None or ratio.stated <= ratio.high


@pytest.mark.parametrize("whole", [cam.Money(0, "USD"), stated("USD 0", "up to")])
def test_nothing_is_divided_by_nothing(whole):
    with pytest.raises(cam.InvalidValueError, match="the denominator is zero"):
        cam.ratio(COST, whole)


def test_two_currencies_have_no_ratio():
    with pytest.raises(cam.CurrencyMismatchError, match=r"USD.*EUR"):
        cam.ratio(COST, cam.Money("952", "EUR"))


@pytest.mark.parametrize("other", [1100, Decimal("1100"), "USD 1100", None, 0.8])
@pytest.mark.parametrize("first", [True, False])
def test_what_is_no_amount_has_no_ratio(other, first):
    given_amounts = (other, COST) if first else (COST, other)

    with pytest.raises(cam.InvalidTypeError):
        cam.ratio(*given_amounts)


def test_a_stated_measure_is_no_money():
    tonnage = cam.load().deposits["katpar-kairakty"].estimates[0].stated

    with pytest.raises(cam.InvalidTypeError):
        cam.ratio(tonnage, tonnage)


@pytest.mark.parametrize("silent", [amount(), amount(withheld())], ids=["not stated", "withheld"])
def test_an_amount_without_a_figure_has_no_ratio(silent):
    with pytest.raises(cam.InvalidValueError, match="no figure"):
        cam.ratio(silent, COST)


def test_a_total_must_be_of_one_currency():
    mixed = cam.total([deal("a", amount("USD 1")), deal("b", amount("EUR 1"))])

    with pytest.raises(cam.InvalidValueError, match=r"EUR, USD; give a total in one currency"):
        cam.ratio(mixed, COST)
    with pytest.raises(cam.InvalidValueError, match="nothing"):
        cam.ratio(cam.total([]), COST)
    assert Fraction(1, 1100) == cam.ratio(mixed["USD"], COST).stated


@pytest.mark.parametrize(
    ("bound", "places", "percent"),
    [
        ("stated", 1, "81.8"),
        ("stated", 0, "82"),
        ("stated", 4, "81.8182"),
        ("low", 1, "0.0"),
        ("high", 2, "81.82"),
    ],
)
def test_per_cent_is_rounded_on_request_only(bound, places, percent):
    assert percent == str(cam.ratio(LETTER, COST).percent(bound, places=places))


@pytest.mark.parametrize("places", [-1, 35, "a", 1.5, True, None, 10**5000], ids=lambda _: "")
def test_places_that_no_figure_has_are_refused(places):
    with pytest.raises(cam.InvalidValueError, match="give a whole number from 0 to 34"):
        cam.ratio(LETTER, COST).percent(places=places)
    if not isinstance(places, str):
        with pytest.raises(cam.InvalidValueError, match="is not a bound"):
            cam.ratio(LETTER, COST).percent(places)


def test_per_cent_is_rounded_half_to_even():
    assert "12.2" == str(cam.ratio(cam.Money("1225", "USD"), cam.Money("10000", "USD")).percent())
    assert "12.4" == str(cam.ratio(cam.Money("1235", "USD"), cam.Money("10000", "USD")).percent())


@given(context=CONTEXTS)
def test_per_cent_has_the_places_asked_for_whatever_the_callers_decimal_context(context):
    with localcontext(**context):
        percent = cam.ratio(LETTER, COST).percent("high", places=6)
    assert "81.818182" == str(percent)


@pytest.mark.parametrize("bound", ["high", "middle"])
def test_an_open_or_unknown_bound_has_no_per_cent(bound):
    with pytest.raises(cam.InvalidValueError):
        cam.ratio(COST, LETTER).percent(bound)


def test_the_words_of_a_ratio_say_where_it_is_open():
    assert "at least 122.2%" == str(cam.ratio(COST, LETTER))
    assert "100.0%" == str(cam.ratio(COST, COST))
