"""The European Central Bank's daily references: real, offline, and each with its day."""

from __future__ import annotations

import datetime
import decimal
import sys
from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from analysis_builders import amount, bounds, deal
from hypothesis import given, strategies as st

import centralasia_minerals as cam
from centralasia_minerals.adapters import ecb_rates as adapter
from centralasia_minerals.adapters.ecb_rates import EcbRates

CENTRAL_ASIAN = ("KZT", "KGS", "TJS", "TMT", "UZS")
SUMMIT = datetime.date(2025, 11, 6)
A_DOT = Fraction(1, 10**14)
"""Quotients of rates are written with sixteen digits."""


def asked(base, quote, on, rates=None):
    date = None if on is None else cam.PartialDate.parse(on)
    return (rates or EcbRates()).rate(cam.Currency(base), cam.Currency(quote), date)


@pytest.mark.parametrize(
    ("quote", "on", "figure"),
    [
        ("USD", "1999-01-04", "1.1789"),
        ("JPY", "1999-01-04", "133.73"),
        ("GBP", "1999-01-04", "0.7111"),
        ("USD", "2025-11-06", "1.1533"),
    ],
)
def test_the_bank_published_these_rates(quote, on, figure):
    """The first reference rates of the euro, of 4 January 1999, and those of the summit's day."""
    rate = asked("EUR", quote, on)

    assert Decimal(figure) == rate.figure == rate.low == rate.high
    assert on == rate.day.isoformat()
    assert "European Central Bank" in rate.source


@pytest.mark.parametrize(
    ("on", "published"),
    [
        ("2025-11-08", "2025-11-07"),  # a Saturday
        ("2025-11-09", "2025-11-07"),  # a Sunday
        ("2024-12-26", "2024-12-24"),  # Boxing Day
        ("2025-04-21", "2025-04-17"),  # Easter Monday, after Good Friday
        ("2025-01-01", "2024-12-31"),
    ],
)
def test_on_a_day_without_rates_the_last_published_serve_and_say_of_which_day(on, published):
    rate = asked("EUR", "USD", on)

    assert published == rate.day.isoformat()
    assert asked("EUR", "USD", published) == rate
    assert published in str(rate)


@pytest.mark.parametrize("on", ["1998-12-31", "1999-01-03", "2999-01-01"])
def test_there_are_none_before_the_first_day_or_long_after_the_last(on):
    assert asked("EUR", "USD", on) is None


WORKING_DAYS = st.dates(datetime.date(2015, 1, 1), datetime.date(2025, 11, 6)).map(str)
CODES = st.sampled_from(["EUR", "USD", "GBP", "CNY", "JPY", "CHF", "KRW", "TRY"])


@given(on=WORKING_DAYS, base=CODES, quote=CODES)
def test_one_rate_is_the_inverse_of_the_other_and_of_the_same_day(on, base, quote):
    there, back = asked(base, quote, on), asked(quote, base, on)

    assert there.day == back.day
    assert abs(Fraction(there.figure) * Fraction(back.figure) - 1) < A_DOT


@given(on=WORKING_DAYS, base=CODES, quote=CODES)
def test_a_cross_rate_goes_by_way_of_the_euro(on, base, quote):
    direct = Fraction(asked(base, quote, on).figure)
    by_euro = Fraction(asked(base, "EUR", on).figure) * Fraction(asked("EUR", quote, on).figure)

    assert abs(direct / by_euro - 1) < A_DOT


@pytest.mark.parametrize("code", CENTRAL_ASIAN)
def test_none_of_the_central_asian_currencies_is_among_them(code):
    assert asked(code, "EUR", "2025-11-06") is None
    assert asked("EUR", code, "2025-11-06") is None


def test_a_total_of_such_currencies_names_every_amount():
    deals = [
        deal(f"deal-{code.lower()}", amount(f"{code} 10"), dates=("2025-11-06",))
        for code in CENTRAL_ASIAN
    ]

    with pytest.raises(cam.MissingRateError) as error:
        cam.total([*deals, deal("d", amount("USD 1"), dates=("2025-11-06",))], currency="EUR",
                  rates=EcbRates())  # fmt: skip

    assert [f"deal-{code.lower()} (cost, {code} 10)" for code in CENTRAL_ASIAN] == list(
        error.value.amounts
    )


@pytest.mark.parametrize("on", ["2025", "2025-11", "2025-11-06~", "2025-11-06?", "2025-36",
                                "2025-11-05/2025-11-06", None])  # fmt: skip
def test_an_imprecise_date_is_an_error_that_names_the_mend(on):
    dated = deal("mine", amount("USD 10"), dates=() if on is None else (on,))

    with pytest.raises(cam.MissingRateError, match=r"mine.*EcbRates\(on=date\(") as error:
        cam.total([dated], currency="EUR", rates=EcbRates())
    assert (on or "no date") in str(error.value)
    with pytest.raises(cam.ImpreciseDateError, match=r"undated_on=date\(.*EcbRates\(on=date\("):
        asked("USD", "EUR", on)


def test_every_deal_whose_date_is_too_imprecise_is_named_and_no_other():
    deals = [
        deal(id, amount("USD 10"), dates=(date,))
        for id, date in [("mine", "2025"), ("mill", "2025-11"), ("road", "2025-11-06")]
    ]

    with pytest.raises(cam.MissingRateError) as error:
        cam.total(deals, currency="EUR", rates=EcbRates())

    assert ("mine (cost, USD 10)", "mill (cost, USD 10)") == error.value.amounts
    assert "mine: " in str(error.value)
    assert "mill: " in str(error.value)
    assert "road" not in str(error.value)


@pytest.mark.parametrize("on", ["2025", "2025-11", "2020-01-02", None])
def test_the_day_named_serves_whatever_the_deals_own_date(on):
    dated = deal("mine", amount("USD 11533"), dates=() if on is None else (on,))

    total = cam.total([dated], currency="EUR", rates=EcbRates(on=SUMMIT))

    assert (10000, 10000, 10000) == bounds(total, "EUR")
    assert SUMMIT == total.counted[0].conversion.rate.day


def test_a_day_for_undated_deals_serves_these_alone():
    undated = deal("mine", amount("USD 11533"), dates=("2025-11",))
    dated = deal("mill", amount("USD 11561"), dates=("2025-11-10",))
    rates = EcbRates(undated_on=SUMMIT)

    total = cam.total([undated, dated], currency="EUR", rates=rates)

    days = {row.deal.id: row.conversion.rate.day for row in total.counted}
    assert {"mine": SUMMIT, "mill": datetime.date(2025, 11, 10)} == days
    assert "2025-11-06" in str(total)


def test_one_day_serves_all_deals_or_undated_ones():
    with pytest.raises(cam.InvalidValueError, match="give one of them"):
        EcbRates(SUMMIT, undated_on=SUMMIT)
    with pytest.raises(cam.InvalidTypeError):
        EcbRates(undated_on="2025-11-06")


def test_a_converted_row_says_by_which_rate_of_which_day():
    mine = deal("mine", amount("USD 11561"), dates=("2025-11-08",))

    total = cam.total([mine], currency="EUR", rates=EcbRates())

    said = str(total.counted[0].conversion)
    assert "of 2025-11-07 (European Central Bank" in said
    assert said in str(total)
    assert (10000, 10000, 10000) == bounds(total, "EUR")


def test_printed_equivalents_serve_before_the_banks_rates():
    euros = cam.total(cam.load(), currency="EUR", rates=EcbRates())["EUR"]

    assert cam.Money("952000000", "EUR") == euros.stated


def test_the_bundled_cost_in_pounds_by_the_rate_of_the_day_it_was_signed():
    total = cam.total(cam.load(), currency="GBP", rates=EcbRates())

    exact = Fraction(1_100_000_000) * Fraction("0.8807") / Fraction("1.1533")
    assert Fraction(round(exact * 100), 100) == Fraction(total["GBP"].stated.amount)


@pytest.mark.parametrize(
    "context",
    [
        decimal.Context(prec=3),
        decimal.Context(prec=50, rounding=decimal.ROUND_UP),
        decimal.Context(prec=28, traps=[decimal.Inexact]),
        decimal.Context(prec=28, Emin=-3, Emax=3),
    ],
    ids=["three digits", "rounding up", "trapping what is inexact", "narrow"],
)
@given(on=WORKING_DAYS, base=CODES, quote=CODES)
def test_a_rate_is_the_same_whatever_the_callers_decimal_context(context, on, base, quote):
    expected = asked(base, quote, on)

    with localcontext(context):
        actual = asked(base, quote, on)
    assert expected == actual


@pytest.mark.parametrize("on", ["2025-11-06", cam.PartialDate.parse("2025-11-06")])
def test_the_day_named_is_a_date(on):
    with pytest.raises(cam.InvalidTypeError):
        EcbRates(on=on)


def test_without_the_extra_an_error_says_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "currency_converter", None)
    adapter._converter.cache_clear()

    with pytest.raises(cam.MissingExtraError, match=r"centralasia-minerals\[fx\]"):
        asked("USD", "EUR", "2025-11-06")
    assert issubclass(cam.MissingExtraError, ImportError)


def test_the_extra_is_not_needed_where_nothing_is_converted(monkeypatch):
    monkeypatch.setitem(sys.modules, "currency_converter", None)
    adapter._converter.cache_clear()

    total = cam.total([deal("mine", amount("EUR 5"))], currency="EUR", rates=EcbRates())

    assert (5, 5, 5) == bounds(total, "EUR")
