"""A printed figure reads as one recorded value, number and unit, and as no near miss."""

from __future__ import annotations

from decimal import Decimal

import attrs
import pytest
from hypothesis import given, strategies as st

import centralasia_minerals as cam
from centralasia_minerals.dataset.evidence.printed_figures import (
    figure_outcome,
    last_printed_digit,
    reads_as,
)
from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.share import Share


def usd(amount: int | str) -> Money:
    return Money(amount, "USD")


def tonnes(magnitude: int | str) -> Measure:
    return Measure(magnitude, "tonne")


def pieces(magnitude: int) -> Measure:
    return Measure(magnitude, "piece")


READS = [
    # money: signs, codes and names
    ("€952 million", Money(952 * 10**6, "EUR")),
    ("$1.1 billion", usd(11 * 10**8)),
    ("$35 billion", usd(35 * 10**9)),
    ("nearly $35 billion", usd(35 * 10**9)),
    ("$1,100,000,000", usd(11 * 10**8)),
    ("$1 100 000 000", usd(11 * 10**8)),
    ("$5 million", Money(5 * 10**6, "AUD")),
    ("A$5 million", Money(5 * 10**6, "AUD")),
    ("US$5 million", usd(5 * 10**6)),
    ("US $5 million", usd(5 * 10**6)),
    ("U.S.$5 million", usd(5 * 10**6)),
    ("¥5 billion", Money(5 * 10**9, "JPY")),
    ("¥5 billion", Money(5 * 10**9, "CNY")),
    ("5 billion yen", Money(5 * 10**9, "JPY")),
    ("5 billion yuan", Money(5 * 10**9, "CNY")),
    ("5 billion Chinese yuan", Money(5 * 10**9, "CNY")),
    ("£3bn", Money(3 * 10**9, "GBP")),
    ("₸350 million", Money(350 * 10**6, "KZT")),
    ("28.77 billion tenge", Money(2877 * 10**7, "KZT")),
    ("350 million Kazakh tenge", Money(350 * 10**6, "KZT")),
    ("five billion soum", Money(5 * 10**9, "UZS")),
    ("3 trillion roubles", Money(3 * 10**12, "RUB")),
    ("1 billion dollars", usd(10**9)),
    ("1 billion US dollars", usd(10**9)),
    ("1 billion U.S. dollars", usd(10**9)),
    ("1 billion American dollars", usd(10**9)),
    ("5 million Australian dollars", Money(5 * 10**6, "AUD")),
    ("USD 5m", usd(5 * 10**6)),
    ("USD5m", usd(5 * 10**6)),
    ("5 million USD", usd(5 * 10**6)),
    ("5 €", Money(5, "EUR")),
    ("$1.1 billion (€952 million)", usd(11 * 10**8)),
    ("$1.1 billion (€952 million)", Money(952 * 10**6, "EUR")),
    ("a $1.1-billion plant", usd(11 * 10**8)),
    # ranges take their scale and their unit from both ends
    ("$8 to 10 million", usd(8 * 10**6)),
    ("$8 to 10 million", usd(10 * 10**6)),
    ("8 to 10 million dollars", usd(8 * 10**6)),
    ("$8 million to $10 million", usd(8 * 10**6)),
    ("$800 to $900 million", usd(800 * 10**6)),
    ("between 10 and 12 percent", Share("0.1")),
    ("500,000 to 2 million tonnes", tonnes(500_000)),
    ("5–7 tonnes", tonnes(5)),
    # measures
    ("410,000 tonnes", tonnes(410_000)),
    ("410 000 tonnes", tonnes(410_000)),
    ("410\u202f000 metric tonnes", tonnes(410_000)),
    ("20 million tonnes of ore", tonnes(20 * 10**6)),
    ("1.5 gigawatts", Measure("1.5", "gigawatt")),
    ("1.5-gigawatt", Measure("1.5", "gigawatt")),
    ("1.5GW", Measure("1.5", "gigawatt")),
    ("12 MW", Measure(12, "megawatt")),
    ("10,000 tonnes a year", Measure(10_000, "tonne per year")),
    ("700 g/t", Measure(700, "gram per tonne")),
    ("700 grams per tonne", Measure(700, "gram per tonne")),
    ("2.5 percent", Measure("2.5", "percent by mass")),
    ("300 m", Measure(300, "metre")),
    # shares
    ("70 percent", Share("0.7")),
    ("70 per cent", Share("0.7")),
    ("70%", Share("0.7")),
    ("0.25 %", Share("0.0025")),
    ("seventy percent", Share("0.7")),
    ("half", Share("0.5")),
    ("at least half of the assets", Share("0.5")),
    ("three quarters", Share("0.75")),
    ("three-quarters", Share("0.75")),
    ("a quarter", Share("0.25")),
    ("two fifths", Share("0.4")),
    ("all", Share(1)),
    # counts
    ("37", pieces(37)),
    ("37 jets", pieces(37)),
    ("up to 37 aircraft", pieces(37)),
    ("thirty-seven", pieces(37)),
    ("Two", 2),
    ("17", 17),
    ("three years", 3),
    ("30 years", 30),
    ("one year", 1),
    ("a year", 1),
    ("decade", 10),
    ("two decades", 20),
    ("a dozen", 12),
    ("3 dozen", 36),
    ("a hundred", 100),
    ("two hundred and five", 205),
    ("two hundred and more", 200),
    ("two thousand three hundred", 2300),
    ("one hundred thousand", 100_000),
    ("two and a half million tonnes", tonnes(2_500_000)),
    ("half a billion dollars", usd(5 * 10**8)),
    ("a quarter of a million tonnes", tonnes(250_000)),
    ("one hundred million dollars", usd(10**8)),
]

MISREADS = [
    # a scaled number is never read without its scale, nor with another
    ("$1.1 billion", usd("1.1")),
    ("$1.1 billion", usd(1)),
    ("$1.1 billion", usd(12 * 10**8)),
    ("$1.1 billion", usd(1_100_000)),
    ("$1.1 million", usd(11 * 10**8)),
    ("$1.1 billion", usd(10**9)),
    ("$8 to 10 million", usd(8)),
    ("$8 to 10 million", usd(10)),
    ("$8 to 10 million", usd(9 * 10**6)),
    ("500,000 to 2 million tonnes", tonnes(500_000 * 10**6)),
    ("100 million tonnes", tonnes(100)),
    ("hundred million tonnes", tonnes(100)),
    ("half a billion dollars", usd(10**9)),
    # nor with part of its digits or words
    ("410 tonnes", tonnes(410_000)),
    ("410,000 tonnes", tonnes(410)),
    ("410 000 tonnes", tonnes(410)),
    ("410 000 tonnes", tonnes(0)),
    ("1,1 billion dollars", usd(10**9)),
    ("1.234.567 tonnes", tonnes(1)),
    ("1,23 tonnes", tonnes(23)),
    ("thirty-seven", 30),
    ("thirty-seven", 7),
    ("two hundred", 100),
    ("two hundred", 2),
    ("one hundred thousand", 1000),
    ("one and a half", 1),
    ("one-third", 1),
    ("21st", 21),
    ("WO3", 3),
    ("G7", 7),
    ("3 dozen", 3),
    # nothing vague is a number
    ("several hundred jets", pieces(100)),
    ("several dozen", 12),
    ("hundreds of jets", pieces(100)),
    ("millions of dollars", usd(10**6)),
    ("A deal with a company", 2),
    ("within a year", 2),
    # another currency
    ("$1.1 billion", Money(11 * 10**8, "EUR")),
    ("€952 million", usd(952 * 10**6)),
    ("$1.1 billion (€952 million)", usd(952 * 10**6)),
    ("$1.1 billion (€952 million)", Money(11 * 10**8, "EUR")),
    ("US$5 million", Money(5 * 10**6, "AUD")),
    ("A$5 million", usd(5 * 10**6)),
    ("5 million Australian dollars", usd(5 * 10**6)),
    ("5 million US dollars", Money(5 * 10**6, "AUD")),
    ("¥5 billion", usd(5 * 10**9)),
    ("5 billion yen", Money(5 * 10**9, "CNY")),
    ("350 million tenge", Money(350 * 10**6, "UZS")),
    ("USD 5 million", Money(5 * 10**6, "EUR")),
    ("5 million", usd(5 * 10**6)),
    ("3 deals worth $10 million", usd(3)),
    # another unit
    ("410,000 tonnes", Measure(410_000, "kilogram")),
    ("410,000 kilograms", tonnes(410_000)),
    ("410,000 kilotonnes", tonnes(410_000)),
    ("410,000 kt", tonnes(410_000)),
    ("410,000", tonnes(410_000)),
    ("10,000 tonnes a year", tonnes(10_000)),
    ("10,000 tonnes per annum", tonnes(10_000)),
    ("10,000 tonnes", Measure(10_000, "tonne per year")),
    ("700 grams per tonne", Measure(700, "gram")),
    ("1.5 gigawatt hours", Measure("1.5", "gigawatt")),
    ("1.5 megawatts", Measure("1.5", "gigawatt")),
    ("12 mw", Measure(12, "megawatt")),
    ("$410 tonnes", tonnes(410)),
    ("70 percent", tonnes(70)),
    # no unit where one is needed, one where none is
    ("70", Share("0.7")),
    ("0.7", Share("0.7")),
    ("70 percentage points", Share("0.7")),
    ("7 percent", Share("0.7")),
    ("three quarters", Share("0.25")),
    ("one and a half", Share("0.5")),
    ("half a million", Share("0.5")),
    ("37 percent", pieces(37)),
    ("37%", 37),
    ("$37", pieces(37)),
    ("37 tonnes", pieces(37)),
    ("37 years", pieces(37)),
    ("37 million", pieces(37)),
    ("$900", 900),
    ("nine hundred dollars", 900),
    ("", 1),
    ("nothing", 0),
    ("37", True),
    ("37", "37"),
    ("37", Decimal(37)),
]


@pytest.mark.parametrize(("figure", "value"), READS)
def test_a_printed_figure_reads_as_the_value_that_it_states(figure, value):
    assert reads_as(figure, value)


@pytest.mark.parametrize(("figure", "value"), MISREADS)
def test_a_printed_figure_reads_as_no_other_value(figure, value):
    assert not reads_as(figure, value)


SCALES = {"": 1, " thousand": 10**3, " million": 10**6, " billion": 10**9, " trillion": 10**12}
AMOUNTS = st.decimals(min_value=1, max_value=999, places=1)


@given(amount=AMOUNTS, scale=st.sampled_from(list(SCALES)), sign=st.sampled_from("$€₸"))
def test_what_is_printed_from_a_value_reads_as_it_and_as_no_other_scale(amount, scale, sign):
    code = {"$": "USD", "€": "EUR", "₸": "KZT"}[sign]
    figure = f"{sign}{amount}{scale}"

    reading = [other for other in SCALES if reads_as(figure, Money(amount * SCALES[other], code))]

    assert [scale] == reading


@given(number=st.integers(0, 10**15))
def test_a_grouped_number_reads_as_itself_only(number):
    figure = f"{number:,} tonnes"

    assert reads_as(figure, tonnes(number))
    assert reads_as(figure.replace(",", "\u00a0"), tonnes(number))
    assert not reads_as(figure, tonnes(number + 1))
    assert not reads_as(figure, tonnes(number * 1000 + 1000))


@given(text=st.text(max_size=40), amount=st.integers(0, 1000))
def test_any_text_is_answered(text, amount):
    assert reads_as(text, usd(amount)) in (True, False)
    assert reads_as(text, Share("0.5")) in (True, False)
    assert reads_as(text, amount) in (True, False)


@pytest.mark.parametrize(
    ("figure", "finest"),
    [
        ("€30.3 billion", "100000000"),
        ("€952 million", "1000000"),
        ("$1.1 billion", "100000000"),
        ("410,000 tonnes", "1"),
        ("0.25 percent", "0.01"),
        ("$35bn", "1000000000"),
    ],
)
def test_the_last_printed_digit_tells_how_finely_a_figure_was_rounded(figure, finest):
    assert Decimal(finest) == last_printed_digit(figure)


def test_a_figure_without_a_number_has_no_last_digit():
    with pytest.raises(InvalidValueError, match="has no number"):
        last_printed_digit("undisclosed")


def test_a_citation_may_name_the_hedge_beside_the_value_that_its_figure_reads_as() -> None:
    text = "The bank lends up to $700 million for the mine."
    source = cam.source(text, id="gazette-2025-12", title="A text", read="2025-12-01")
    citation = attrs.evolve(
        source.cite(text, text, figure="$700 million"), supports=("value", "hedge")
    )
    stated = cam.Stated(
        value=cam.Money(700_000_000, "USD"), hedge=cam.Hedge.UP_TO, citations=(citation,)
    )

    read = figure_outcome(stated, citation, text, before="", after="")

    assert cam.Reading.AS_RECORDED == read.reading
