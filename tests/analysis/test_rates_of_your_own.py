"""Rates of your own are read strictly, and whatever is wrong with them is named."""

from __future__ import annotations

import datetime
from decimal import Decimal
from fractions import Fraction

import pytest

import centralasia_minerals as cam
from centralasia_minerals.adapters.ecb_rates import EcbRates
from centralasia_minerals.errors import InvalidTypeError, InvalidValueError

PAIR = ("USD", "EUR")
USD, EUR = cam.Currency("USD"), cam.Currency("EUR")
DAY = cam.PartialDate.parse("2025-11-06")


@pytest.mark.parametrize(
    "figures",
    [
        {1: 1}, {None: 1}, {"USDEUR": 1}, {"UE": 1}, {("USD",): 1}, {("USD", "EUR", "KZT"): 1},
        {frozenset(PAIR): 1}, [(*PAIR, 1)], 5, None, "USDEUR", {PAIR},
    ],
)  # fmt: skip
def test_figures_are_a_mapping_of_pairs(figures: object):
    with pytest.raises(InvalidTypeError, match=r"give a mapping such as") as refused:
        cam.rates_of(figures, source="our desk")

    assert "figures" == refused.value.field


@pytest.mark.parametrize("pair", [("USD", 1), (None, "EUR"), (1, 2), (b"USD", "EUR")])
def test_a_pair_is_of_currencies(pair: object):
    with pytest.raises(InvalidTypeError, match="give an ISO 4217 code"):
        cam.rates_of({pair: 1}, source="our desk")


@pytest.mark.parametrize("figure", [1.5, True, None, Fraction(1, 3), [], b"1"])
def test_a_rate_of_another_type_is_refused(figure: object):
    with pytest.raises(InvalidTypeError, match="the rate of USD in EUR: "):
        cam.rates_of({PAIR: figure}, source="our desk")


@pytest.mark.parametrize("figure", [0, -1, "a", "nan", Decimal("NaN"), Decimal("sNaN"), "1e5", ""])
def test_a_rate_that_is_none_is_refused(figure: object):
    with pytest.raises(InvalidValueError, match="rate of USD in EUR: "):
        cam.rates_of({PAIR: figure}, source="our desk")


@pytest.mark.parametrize("source", [1, None, b"x", ["x"]])
def test_a_source_is_text(source: object):
    with pytest.raises(InvalidTypeError, match="the source of a rate: ") as refused:
        cam.rates_of({PAIR: 1}, source=source)

    assert "source" == refused.value.field


@pytest.mark.parametrize("source", ["", "  ", "a\nb", "\t"])
def test_a_source_says_whose_rates_they_are(source: str):
    with pytest.raises(InvalidValueError, match="the source of a rate: ") as refused:
        cam.rates_of({PAIR: 1}, source=source)

    assert "source" == refused.value.field


@pytest.mark.parametrize(
    "day", [1, "2025-01-01", datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC), DAY]
)
def test_a_day_is_a_date(day: object):
    with pytest.raises(InvalidTypeError, match="the day of a rate: ") as refused:
        cam.rates_of({PAIR: 1}, source="our desk", day=day)
    assert "day" == refused.value.field

    with pytest.raises(InvalidTypeError, match="the day of rates: ") as refused:
        EcbRates(on=day)
    assert "on" == refused.value.field


@pytest.mark.parametrize("rates", [None, 5, "x", (1,), [], (None,), {}], ids=repr)
def test_fixed_rates_are_a_tuple_of_rates(rates: object):
    with pytest.raises(InvalidTypeError, match="give a tuple of Rate") as refused:
        cam.FixedRates(rates)

    assert "rates" == refused.value.field


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"base": 1}, "base"), ({"quote": None}, "quote"), ({"figure": 1.5}, "figure"),
        ({"low": None}, "low"), ({"high": "x"}, "high"), ({"day": "x"}, "day"),
        ({"source": 1}, "source"), ({"base": "USX"}, "base"), ({"low": "2"}, "figure"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_rate_is_named(wrong: dict, field: str):
    with pytest.raises((InvalidTypeError, InvalidValueError)) as refused:
        cam.Rate(**{"base": "USD", "quote": "EUR", "figure": "1", "source": "our desk", **wrong})

    assert field == refused.value.field


RATES = cam.rates_of({PAIR: "0.9"}, source="our desk")


@pytest.mark.parametrize("rates", [RATES, EcbRates()], ids=["fixed", "of the bank"])
@pytest.mark.parametrize("wrong", [(1, EUR), (USD, None), (b"USD", EUR), ("USX", EUR)], ids=repr)
def test_a_rate_is_asked_for_by_two_currencies(rates: cam.Rates, wrong: tuple):
    with pytest.raises((InvalidTypeError, InvalidValueError)):
        rates.rate(*wrong, DAY)


@pytest.mark.parametrize("on", ["2025-11-06", 5, datetime.date(2025, 11, 6)])
def test_the_bank_is_asked_for_a_partial_date(on: object):
    with pytest.raises(InvalidTypeError, match="give a PartialDate"):
        EcbRates().rate(USD, EUR, on)


def test_codes_serve_where_currencies_do():
    assert RATES.rate(USD, EUR, None) == RATES.rate("USD", "EUR", None)
    assert EcbRates().rate(USD, EUR, DAY) == EcbRates().rate("USD", "EUR", DAY)


@pytest.mark.parametrize(
    ("deals", "source"), [(cam.load(), "x"), (cam.load(), None), (None, None), (cam.load(), 5)]
)
def test_printed_rates_are_those_of_a_source(deals: object, source: object):
    with pytest.raises(InvalidTypeError):
        cam.printed_rates(deals, source)
