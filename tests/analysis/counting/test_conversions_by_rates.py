"""A figure that a rate brings over is exact to the smallest unit, and keeps its bounds."""

from __future__ import annotations

import datetime
from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from analysis_builders import REVIEW, amount, bounds, cite, deal, stated
from analysis_strategies import CONTEXTS, figures
from hypothesis import given, strategies as st

import centralasia_minerals as cam

PLACES = {"EUR": 2, "JPY": 0, "KWD": 3}
"""Digits after the point (CLDR): cents, no sen, fils."""


def rate(figure, quote="EUR", **bounds):
    return cam.Rate(base="USD", quote=quote, figure=figure, source="our desk", **bounds)


def converted(statement, *rates, currency=None):
    """Total one deal in the quote currency of the first rate."""
    given = deal("mine", amount(statement), dates=("2025-11-06",))
    quote = currency or rates[0].quote
    return cam.total([given], currency=quote, rates=cam.FixedRates(rates))


def to_smallest_unit(exact, places):
    """Round half to even, in fractions only."""
    return Fraction(round(exact * 10**places), 10**places)


RATES = st.decimals("0.0001", "999", places=6)
LARGE = st.decimals(0, Decimal(10) ** 20, places=2).map(lambda x: cam.Money(x, "USD"))


@pytest.mark.parametrize("quote", PLACES)
@given(money=LARGE, figure=RATES)
def test_a_converted_figure_is_the_exact_product_to_the_smallest_unit(quote, money, figure):
    total = converted(cam.Stated(value=money, citations=(cite(),)), rate(figure, quote))

    exact = to_smallest_unit(Fraction(money.amount) * Fraction(figure), PLACES[quote])
    assert exact == Fraction(total[quote].stated.amount)


def test_the_longest_figures_lose_no_digit():
    """Twenty-nine digits and more do not fit the default decimal context of Python."""
    total = converted(stated("USD 12345678901234567890123456789.01"), rate("1"))

    assert cam.Money("12345678901234567890123456789.01", "EUR") == total["EUR"].stated


@given(context=CONTEXTS)
def test_a_conversion_is_exact_whatever_the_callers_decimal_context(context):
    with localcontext(**context):
        total = converted(stated("USD 1234567.89"), rate("0.8655"))

    assert "EUR 1068518.51" == str(total["EUR"].stated)


def test_half_a_cent_goes_to_the_even_one():
    assert "EUR 0.12" == str(converted(stated("USD 0.25"), rate("0.5"))["EUR"].stated)
    assert "EUR 0.38" == str(converted(stated("USD 0.75"), rate("0.5"))["EUR"].stated)


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (stated("USD 10"), (5, 5, 5)),
        (stated("USD 10", "around"), (5, 5, 5)),
        (stated("USD 10", "up to"), (0, 5, 5)),
        (stated("USD 10", "at least"), (5, 5, None)),
        (stated("USD 10", "more than"), (5, 5, None)),
        (stated("USD 10", "range", upper="USD 20"), (5, 5, 10)),
    ],
)
def test_a_rate_keeps_the_hedge_and_its_bounds(statement, expected):
    assert expected == bounds(converted(statement, rate("0.5")), "EUR")


def test_an_exact_figure_by_an_exact_rate_is_not_approximate():
    assert not converted(stated("USD 10"), rate("0.5")).approximate
    assert converted(stated("USD 10", "nearly"), rate("0.5")).approximate


INTERVAL = rate("0.5", low="0.4", high="0.6")
DOLLARS = st.integers(1, 10**15).map(lambda figure: cam.Money(figure, "USD"))


def test_an_exact_figure_by_an_interval_runs_between_its_ends():
    total = converted(stated("USD 10"), INTERVAL)

    low, _, high = bounds(total, "EUR")
    assert (4, 6) == (low, high)
    assert total.approximate


@given(statement=figures(DOLLARS), place=st.integers(0, 10))
def test_the_bounds_hold_whatever_any_rate_of_the_interval_makes_of_them(statement, place):
    """An honest low is no more, and an honest high no less, than any rate allowed makes of it."""
    some = Fraction(4, 10) + Fraction(place, 10) * Fraction(2, 10)
    total = converted(statement, INTERVAL)["EUR"]

    cent = Fraction(1, 100)
    assert Fraction(total.low.amount) <= Fraction(statement.low.amount) * some + cent
    if statement.high is None:
        assert total.high is None
    else:
        assert Fraction(total.high.amount) >= Fraction(statement.high.amount) * some - cent


@pytest.mark.parametrize("figure", ["USD 0", "USD 0.01"])
def test_a_figure_too_small_to_part_the_ends_of_an_interval_is_still_converted(figure):
    low, middle, high = bounds(converted(stated(figure), INTERVAL), "EUR")

    assert low <= middle <= high <= Decimal("0.01")


def test_a_range_too_small_for_the_other_currencys_smallest_unit_is_still_converted():
    cents = stated("USD 0.01", "range", upper="USD 0.02")

    assert (0, 0, 0) == bounds(converted(cents, rate("0.01", "JPY")), "JPY")


def test_a_converted_row_keeps_what_it_was_and_says_by_which_rate_of_which_day():
    day = datetime.date(2025, 11, 6)
    (row,) = converted(stated("USD 10"), rate("0.5", day=day)).counted

    assert cam.Money("10", "USD") == row.conversion.original.value == row.statement.value
    assert "from USD 10 by 1 USD = 0.5 EUR of 2025-11-06 (our desk)" == str(row.conversion)
    assert not row.conversion.is_by_an_interval
    assert (cite(),) == row.citations


def test_a_row_converted_as_printed_says_so():
    euros = cam.Stated(value=cam.Money("9", "EUR"), citations=(cite(at=200),))
    given = deal("mine", amount("USD 10", equivalents=(euros,)))

    (row,) = cam.total([given], currency="EUR").counted

    assert "from USD 10 as printed" == str(row.conversion)
    assert row.conversion.rate is None
    assert not row.conversion.is_by_an_interval


def test_the_printed_equivalent_serves_before_any_rate():
    euros = cam.Stated(value=cam.Money("9", "EUR"), citations=(cite(at=200),))
    given = deal("mine", amount("USD 10", equivalents=(euros,)))

    total = cam.total([given], currency="EUR", rates=cam.FixedRates((rate("0.5"),)))

    assert (9, 9, 9) == bounds(total, "EUR")


def test_a_row_in_the_currency_asked_for_is_left_as_it_is():
    (row,) = converted(stated("EUR 7.123"), rate("0.5")).counted

    assert row.conversion is None
    assert Decimal("7.123") == row.stated


def test_each_deal_is_converted_of_its_own_date():
    asked = []

    class Diary:
        def rate(self, base, quote, on):
            asked.append((base.code, quote.code, None if on is None else str(on)))
            return cam.Rate(base=base, quote=quote, figure="0.5", source="a diary")

    deals = [
        deal("a", amount("USD 10"), dates=("2025-11-06",)),
        deal("b", amount("KZT 10"), dates=("2024-03", "2025")),
        deal("c", amount("USD 10")),
    ]
    cam.total(deals, currency="EUR", rates=Diary())

    assert {("USD", "EUR", "2025-11-06"), ("KZT", "EUR", "2024-03"), ("USD", "EUR", None)} == set(
        asked
    )


def test_a_missing_rate_names_every_amount_with_its_role_and_figure():
    deals = [deal("mine", amount("KZT 10")), deal("mill", amount("UZS 7", role="price"))]

    with pytest.raises(cam.MissingRateError) as error:
        cam.total(deals, currency="EUR", rates=cam.FixedRates((rate("0.5"),)))

    assert ("mine (cost, KZT 10)", "mill (price, UZS 7)") == error.value.amounts
    assert "EUR" in str(error.value)
    assert "rates=" in str(error.value)


def test_the_whole_and_the_parts_of_a_family_are_converted_alike():
    whole = deal("whole", amount(stated("USD 100", "up to")), stage="pledged")
    part = deal("part", amount("USD 10", citations=(cite(REVIEW, 700),)), part_of=whole)

    total = cam.total(
        [whole, part], stages=None, currency="EUR", rates=cam.FixedRates((rate("0.5"),))
    )

    assert (5, 50, 50) == bounds(total, "EUR")


@pytest.mark.parametrize(
    ("said", "hedge", "shown", "words"),
    [
        ("USD 300000000", "as stated", "EUR 258,620,690", "258,620,690 euros"),
        ("USD 300000000", "up to", "up to EUR 258,620,690", "up to 258,620,690 euros"),
        ("USD 999.99", "as stated", "EUR 862.06", "862.06 euros"),
    ],
)
def test_people_read_whole_units_and_data_keep_the_cents(said, hedge, shown, words):
    statement = stated(said, hedge=cam.Hedge(hedge))
    total = converted(statement, rate("0.8620689655"))

    assert shown == str(total["EUR"])
    assert words == total["EUR"].format("en")
    assert shown in str(total)
    assert shown == str(total.counted[0].figure)
    assert words in total.footnoted("en").sentence
    exact = "258620689.65" if "300" in said else "862.06"
    assert exact == str(total["EUR"].stated.amount)
    assert exact == total.to_dict()["by_currency"][0]["stated"]["amount"]


def test_a_printed_figure_keeps_the_cents_that_it_is_printed_with():
    total = cam.total([deal("mine", amount(stated("EUR 2641210.55")))], currency="EUR")

    assert "EUR 2,641,210.55" == str(total["EUR"])
    assert not total["EUR"].is_converted
