"""A rate says what it is of, whose it is and of which day, and cannot be wrong."""

from __future__ import annotations

import datetime
from decimal import Decimal

import attrs
import pytest
from analysis_builders import amount, bounds, deal

import centralasia_minerals as cam

USD_EUR = {"base": "USD", "quote": "EUR", "source": "our desk"}
DAY = datetime.date(2025, 11, 6)


def test_a_rate_is_told_with_its_day_and_its_source():
    rate = cam.Rate(**USD_EUR, figure="0.865", day=DAY)

    assert "1 USD = 0.865 EUR of 2025-11-06 (our desk)" == str(rate)
    assert (Decimal("0.865"),) * 3 == (rate.low, rate.figure, rate.high)


def test_an_interval_of_no_one_day_is_told_with_both_ends():
    rate = cam.Rate(**USD_EUR, figure="0.8657", low="0.8655", high="0.8659")

    assert "1 USD = 0.8655 to 0.8659 EUR (our desk)" == str(rate)


@pytest.mark.parametrize(
    "figures",
    [
        {"figure": "0"},
        {"figure": "-0.8"},
        {"figure": "0.8", "low": "0.81"},
        {"figure": "0.8", "high": "0.79"},
        {"figure": "0.8", "low": "0"},
        {"figure": "NaN"},
        {"figure": "1/2"},
    ],
)
def test_a_rate_is_above_zero_and_between_its_bounds(figures):
    with pytest.raises(cam.InvalidValueError):
        cam.Rate(**USD_EUR, **figures)


@pytest.mark.parametrize("figure", [0.865, True, None])
@pytest.mark.parametrize("field", ["figure", "low", "high"])
def test_a_rate_is_exact_and_never_a_float(field, figure):
    with pytest.raises(cam.InvalidTypeError):
        cam.Rate(**USD_EUR, **{"figure": "1", field: figure})


@pytest.mark.parametrize("code", ["usd", "XXX", "XAU"])
@pytest.mark.parametrize("field", ["base", "quote"])
def test_a_code_that_was_never_tender_is_refused(field, code):
    with pytest.raises(cam.InvalidValueError):
        cam.Rate(**{**USD_EUR, field: code}, figure="1")


@pytest.mark.parametrize(
    ("field", "wrong"),
    [("day", "2025-11-06"), ("day", cam.PartialDate.parse("2025")), ("source", None)],
)
def test_a_day_is_a_date_and_a_source_is_text(field, wrong):
    with pytest.raises(cam.InvalidTypeError):
        cam.Rate(**{**USD_EUR, "figure": "1", field: wrong})


def test_a_rate_is_frozen_and_equal_where_it_says_the_same():
    rate = cam.Rate(**USD_EUR, figure="0.865")

    assert rate == cam.Rate(**USD_EUR, figure=Decimal("0.865"))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        rate.figure = Decimal(1)


def test_rates_of_a_mapping_hold_what_is_named():
    known = cam.rates_of({("USD", "EUR"): "0.865", ("KZT", "USD"): 1}, source="our desk", day=DAY)

    assert [
        "1 USD = 0.865 EUR of 2025-11-06 (our desk)",
        "1 KZT = 1 USD of 2025-11-06 (our desk)",
    ] == [str(rate) for rate in known.rates]


def test_a_named_rate_serves_every_date():
    known = cam.rates_of({("USD", "EUR"): "0.865"}, source="our desk")

    for on in (None, cam.PartialDate.parse("2025"), cam.PartialDate.parse("1999-01-04")):
        assert known.rates[0] == known.rate(cam.Currency("USD"), cam.Currency("EUR"), on)


@pytest.mark.parametrize("pair", [("EUR", "USD"), ("USD", "GBP"), ("KZT", "EUR")])
def test_a_named_rate_serves_in_its_own_direction_only(pair):
    known = cam.rates_of({("USD", "EUR"): "0.865"}, source="our desk")

    assert known.rate(*map(cam.Currency, pair), None) is None


@pytest.mark.parametrize(
    ("figures", "error", "named"),
    [
        ({("USD", "EUR"): 0.865}, cam.InvalidTypeError, "USD in EUR"),
        ({("USD", "EUR"): True}, cam.InvalidTypeError, "USD in EUR"),
        ({("USD", "EUR"): "nought"}, cam.InvalidValueError, "USD in EUR"),
        ({("USD", "EUR"): "0"}, cam.InvalidValueError, "USD in EUR"),
        ({("USD", "EUX"): "1"}, cam.InvalidValueError, "EUX"),
        ({("US dollar", "EUR"): "1"}, cam.InvalidValueError, "US dollar"),
    ],
)
def test_a_mapping_is_refused_where_a_rate_or_a_code_cannot_be(figures, error, named):
    with pytest.raises(error, match=named):
        cam.rates_of(figures, source="our desk")


class House:
    """Rates of a caller's own making."""

    def __init__(self, rate):
        self.answer = rate

    def rate(self, base, quote, on):
        return self.answer


class Ledgered(dict):
    """A caller's own cache of rates: empty, and falsy, until it is asked."""

    def rate(self, base, quote, on):
        return cam.Rate(base=base, quote=quote, figure="0.5", source="a cache")


MINE = deal("mine", amount("USD 10"), dates=("2025-11-06",))


def test_whatever_has_the_method_serves():
    rates = House(cam.Rate(base="USD", quote="EUR", figure="0.5", source="a house bank"))

    total = cam.total([MINE], currency="EUR", rates=rates)

    assert (5, 5, 5) == bounds(total, "EUR")
    assert "a house bank" in str(total.counted[0].conversion)


def test_rates_that_look_empty_are_asked_all_the_same():
    assert (5, 5, 5) == bounds(cam.total([MINE], currency="EUR", rates=Ledgered()), "EUR")


@pytest.mark.parametrize(("base", "quote"), [("USD", "KZT"), ("GBP", "EUR"), ("EUR", "USD")])
def test_a_rate_of_other_currencies_than_were_asked_for_is_never_used(base, quote):
    rates = House(cam.Rate(base=base, quote=quote, figure="0.5", source="a house bank"))

    with pytest.raises(cam.CentralAsiaMineralsError):
        cam.total([MINE], currency="EUR", rates=rates)


def test_what_is_no_rate_is_refused():
    with pytest.raises(cam.InvalidTypeError):
        cam.total([MINE], currency="EUR", rates=House(Decimal("0.5")))
