"""Numbers and units read as agencies print them; what cannot be read is told from what differs."""

from __future__ import annotations

from decimal import Clamped, Context, Inexact, Overflow, Rounded, localcontext

import pytest
from figure_readings import (
    AS_RECORDED,
    CONTRADICTS,
    NOT_READ,
    million,
    money,
    outcome,
    reading,
)
from hypothesis import given, strategies as st

import centralasia_minerals as cam
from centralasia_minerals.dataset.evidence.figures.number_words import SCALES
from centralasia_minerals.dataset.evidence.printed_figures import last_printed_digit, reads_as


def tonnes(magnitude):
    return cam.Measure(magnitude, "tonne")


def yearly(magnitude):
    return cam.Measure(magnitude, "tonne per year")


@pytest.mark.parametrize(
    ("word", "scale"),
    [
        ("hundred", 10**2), ("thousand", 10**3), ("thsd", 10**3), ("ths", 10**3), ("k", 10**3),
        ("million", 10**6), ("mln", 10**6), ("mn", 10**6), ("m", 10**6), ("mm", 10**6),
        ("mil", 10**6), ("mio", 10**6), ("billion", 10**9), ("bln", 10**9), ("bn", 10**9),
        ("b", 10**9), ("bil", 10**9), ("mlrd", 10**9), ("mrd", 10**9), ("milliard", 10**9),
        ("trillion", 10**12), ("trln", 10**12), ("trn", 10**12), ("tn", 10**12),
        ("lakh", 10**5), ("crore", 10**7), ("dozen", 12),
    ],
)  # fmt: skip
def test_every_abbreviated_scale_is_exactly_what_it_is(word, scale):
    space = "" if word in ("k", "m", "b", "mm") else " "
    for printed in (word, word.upper()):
        figure = f"${7}{space}{printed}"
        assert reads_as(figure, money(7 * scale))
        for other in {*SCALES.values(), 1, 10**7} - {scale}:
            assert not reads_as(figure, money(7 * other))


@pytest.mark.parametrize(
    "figure",
    ["$1.1B", "$1.1bn", "$1.1 billion", "$1.1b", "$1,100mn", "$1,100m", "$1,100M", "$1.1 bln",
     "$0.0011tn", "$0.0011T", "$1.1 mlrd", "US$1.1bn", "$1100 mln", "$1,100MM"],
)  # fmt: skip
def test_money_reads_with_the_scales_of_agencies(figure):
    text = f"It costs {figure}."

    assert AS_RECORDED is reading(text, figure, million(1100))
    assert {CONTRADICTS} == {reading(text, figure, million(n)) for n in (1200, 110, 11000)}


@pytest.mark.parametrize(
    "figure",
    ["3,500 tons", "3,500 metric tons", "3,500 metric tonnes", "3,500 tonnes", "3,500t",
     "3,500 t", "3,500-tonne", "3 500 tonnes", "3.5 thousand tonnes", "3.5 thsd tonnes"],
)  # fmt: skip
def test_tons_read_as_tonnes_and_a_year_makes_a_rate_of_them(figure):
    text, rate = f"It holds {figure} of ore.", f"It makes {figure} of ore per year."

    assert AS_RECORDED is reading(text, figure, tonnes(3500))
    assert CONTRADICTS is reading(text, figure, tonnes(3600))
    assert CONTRADICTS is reading(text, figure, cam.Measure(3500, "kilogram"))
    assert CONTRADICTS is reading(rate, figure, tonnes(3500))
    assert AS_RECORDED is reading(rate, figure, yearly(3500))


@pytest.mark.parametrize(
    "figure",
    ["15 metric tonnes per annum", "15 tonnes a year", "15 tons annually", "15 tonnes per year",
     "15 tpa", "15 t/y", "15 tonnes/year", "15 tonnes of gallium per year", "15 tonnes p.a.",
     "15 tonnes of gallium a year", "15 tonnes each year", "15 tonnes yearly",
     "15 metric tons of refined gallium annually", "15 tonnes (per year)",
     "15 tonnes gallium annually", "15 tonnes refined gallium per year", "an annual 15 tonnes"],
)  # fmt: skip
def test_a_tonnage_of_each_year_is_another_measure_than_a_tonnage(figure):
    text = f"It makes {figure}."

    assert AS_RECORDED is reading(text, figure, yearly(15))
    assert CONTRADICTS is reading(text, figure, tonnes(15))
    assert CONTRADICTS is reading(text, figure, yearly(16))


@pytest.mark.parametrize(
    ("printed", "unit"),
    [
        ("5 million grams a year", "gram per year"),
        ("5 million kg/y", "kilogram per year"),
        ("5 million kilograms annually", "kilogram per year"),
        ("5 million tonnes per annum", "tonne per year"),
        ("5 million kilotonnes a year", "kilotonne per year"),
        ("5 million megatonnes annually", "megatonne per year"),
        ("5 million Mt/a", "megatonne per year"),
        ("5 million troy ounces of gold per year", "troy ounce per year"),
        ("5 million pounds of copper a year", "pound per year"),
        ("5 million lb/yr", "pound per year"),
    ],
)
def test_every_mass_reads_as_an_output_of_each_year(printed, unit):
    text, mass = f"It makes {printed}.", unit.removesuffix(" per year")

    assert AS_RECORDED is reading(text, printed, cam.Measure(5 * 10**6, unit))
    assert CONTRADICTS is reading(text, printed, cam.Measure(5 * 10**6, mass))
    assert CONTRADICTS is reading(text, printed, cam.Measure(6 * 10**6, unit))


@pytest.mark.parametrize(
    ("text", "figure", "percent", "right"),
    [
        ("It buys 100 per cent of the output.", "100 per cent", 100, AS_RECORDED),
        ("It buys 100% of output.", "100%", 100, AS_RECORDED),
        ("It buys 30 percent of the mine's tungsten output.", "30 percent", 30, AS_RECORDED),
        ("It buys 30 percent of its annual production.", "30 percent", 30, AS_RECORDED),
        ("It buys 30 percent of the output.", "30 percent", 40, CONTRADICTS),
        ("It buys half of its output.", "half", 50, AS_RECORDED),
        ("It buys half of its output.", "half", 60, CONTRADICTS),
        ("It buys 30 tonnes of the output.", "30 tonnes", 30, CONTRADICTS),
        ("It pays 30 percent of the cost of production.", "30 percent", 30, NOT_READ),
        ("It buys 30 percent of production capacity.", "30 percent", 30, NOT_READ),
        ("It buys 30 percent of the gallium.", "30 percent", 30, NOT_READ),
        ("It buys all of the gallium.", "all", 100, NOT_READ),
    ],
)
def test_a_percentage_of_an_output_says_of_what_it_is_one(text, figure, percent, right):
    assert right is reading(text, figure, cam.Measure(percent, "percent of output"))
    if right is AS_RECORDED:
        assert AS_RECORDED is not reading(text, figure, cam.Measure(percent, "percent by mass"))
        assert AS_RECORDED is reading(text, figure, cam.Share.percent(percent))


@pytest.mark.parametrize(
    ("figure", "fraction"),
    [
        ("half of one percent", "0.005"),
        ("half a percent", "0.005"),
        ("half of 1%", "0.005"),
        ("a quarter of one per cent", "0.0025"),
        ("one tenth of a percent", "0.001"),
    ],
)
def test_a_part_of_one_percent_is_neither_the_percent_nor_the_part_of_all(figure, fraction):
    text = f"It is {figure} of it."
    part = {"half": "0.5", "quarter": "0.25", "tenth": "0.1"}
    of_all = next(share for word, share in part.items() if word in figure)

    assert AS_RECORDED is reading(text, figure, cam.Share(fraction))
    assert CONTRADICTS is reading(text, figure, cam.Share("0.01"))
    assert CONTRADICTS is reading(text, figure, cam.Share(of_all))


@pytest.mark.parametrize(
    ("text", "figure", "value", "right"),
    [
        ("15 tonnes of gallium per month", "15 tonnes of gallium per month", yearly(15),
         CONTRADICTS),
        ("an annual output of 15 tonnes", "15 tonnes", yearly(15), NOT_READ),
        ("an output of 15 tonnes", "15 tonnes", yearly(15), CONTRADICTS),
        ("15 tonnes of gallium in a year", "15 tonnes", tonnes(15), AS_RECORDED),
        ("15 tonnes of copper", "15 tonnes", tonnes(15), AS_RECORDED),
        ("3,500 short tons", "3,500 short tons", tonnes(3500), CONTRADICTS),
        ("3,500 barrels", "3,500 barrels", tonnes(3500), CONTRADICTS),
        ("1.5 terawatts", "1.5 terawatts", cam.Measure("1.5", "gigawatt"), CONTRADICTS),
        ("1.5 GWh", "1.5 GWh", cam.Measure("1.5", "gigawatt"), CONTRADICTS),
        ("5 kt of ore", "5 kt", cam.Measure(5, "kilotonne"), AS_RECORDED),
        ("5 kt of ore", "5 kt", tonnes(5000), NOT_READ),
        ("5 million ounces", "5 million ounces", cam.Measure(5 * 10**6, "troy ounce"), NOT_READ),
        ("a 300m railway", "300m", cam.Measure(300, "metre"), NOT_READ),
        ("20 km²", "20 km²", cam.Measure(20, "square kilometre"), AS_RECORDED),
        ("5 million pounds of copper", "5 million pounds", cam.Measure(5 * 10**6, "pound"),
         AS_RECORDED),
        ("more than three decades", "three decades", cam.Measure(30, "year"), CONTRADICTS),
        ("three decades", "three decades", cam.Measure(30, "year"), AS_RECORDED),
        ("three months", "three months", cam.Measure(3, "year"), CONTRADICTS),
        ("37 percent of it", "37", cam.Measure(37, "piece"), CONTRADICTS),
        ("37 tonnes of it", "37", cam.Measure(37, "piece"), CONTRADICTS),
        ("37 days of it", "37", cam.Measure(37, "piece"), NOT_READ),
        ("37 items of it", "37", cam.Measure(37, "piece"), AS_RECORDED),
        ("thirty-seven jets", "seven", cam.Measure(7, "piece"), CONTRADICTS),
        ("On November 6 300 firms signed", "300", cam.Measure(300, "piece"), AS_RECORDED),
        ("It is 2½ million tonnes", "2½ million tonnes", tonnes(2_500_000), AS_RECORDED),
        ("70 percentage points", "70 percentage points", cam.Share("0.7"), CONTRADICTS),
        ("half a percent of it", "half", cam.Share("0.5"), CONTRADICTS),
        ("a third of it", "a third", cam.Share("0.5"), CONTRADICTS),
        ("a third of it", "a third", cam.Share("0.33"), NOT_READ),
        ("one in five", "one in five", cam.Share("0.2"), NOT_READ),
        ("worth $300 million", "$300", money(300), CONTRADICTS),
        ("$1.1 zillion", "$1.1 zillion", million(1100), NOT_READ),
        ("$1.1 zillion", "$1.1 zillion", million(1200), CONTRADICTS),
        ("3 deals worth $10 million", "3 deals worth $10 million", money(3), CONTRADICTS),
        ("hundreds of jets", "hundreds", cam.Measure(100, "piece"), CONTRADICTS),
    ],
)  # fmt: skip
def test_units_are_read_with_what_stands_around_them(text, figure, value, right):
    assert right is reading(text, figure, value)


@pytest.mark.parametrize(
    ("text", "figure", "language"),
    [
        ("Стоимость — 2,6 млрд долларов.", "2,6 млрд", None),
        ("Стоимость — 2,6 млрд долларов.", "2,6", "ru"),
        ("Le coût est de 2,6 milliards de dollars.", "2,6 milliards de dollars", "fr"),
        ("Das kostet 2.600 Millionen Dollar.", "2.600 Millionen Dollar", "de"),
        ("Qiymati 2,6 milliard dollar.", "2,6 milliard", "uz"),
        ("总额26亿美元。", "26亿美元", None),
        ("التكلفة ٢٫٦ مليار دولار", "٢٫٦ مليار", None),
        ("It costs 2,6 billion dollars.", "2,6 billion dollars", "en"),
        ("It costs 2.600.000.000 dollars.", "2.600.000.000 dollars", None),
    ],
)
def test_in_other_languages_the_digits_must_be_those_recorded_and_the_rest_is_not_read(
    text, figure, language
):
    assert NOT_READ is reading(text, figure, million(2600), language=language)
    assert CONTRADICTS is reading(text, figure, million(2700), language=language)


@pytest.mark.parametrize("hedge", ["as stated", "up to", "more than"])
def test_a_hedge_in_another_language_is_not_read(hedge):
    text = "Le prêt va jusqu'à 700 millions de dollars."

    assert NOT_READ is reading(text, "700 millions de dollars", million(700), hedge, language="fr")


def test_words_of_another_script_are_not_read():
    assert NOT_READ is reading("пять миллиардов", "пять миллиардов", million(5000))
    assert NOT_READ is reading("1 млрд 50 млн тенге", "1 млрд 50 млн тенге", million(1050, "KZT"))
    assert NOT_READ is reading("投资3亿5000万美元。", "3亿5000万美元", million(350))


CONTEXTS = [
    Context(prec=3),
    Context(prec=3, traps=[Inexact, Rounded]),
    Context(prec=1, Emax=2, Emin=-2, traps=[Overflow, Clamped]),
]


@pytest.mark.parametrize("context", CONTEXTS)
def test_a_figure_reads_alike_in_every_decimal_context(context):
    """ "$1234 million" passed for 1,230 million where three digits were kept."""
    text = "It costs $1234 million, or 12.5 percent."
    with localcontext(context):
        assert AS_RECORDED is reading(text, "$1234 million", money("1234000000"))
        assert CONTRADICTS is reading(text, "$1234 million", money("1230000000"))
        assert AS_RECORDED is reading(text, "12.5 percent", cam.Share("0.125"))
        assert reads_as("$1234 million", money("1234000000"))
        assert last_printed_digit("$1234.5 million") == 100_000


@given(amount=st.integers(1, 10**12), precision=st.integers(1, 5))
def test_a_printed_amount_reads_as_itself_only_in_a_context_that_rounds(amount, precision):
    with localcontext(Context(prec=precision)):
        assert reads_as(f"${amount:,}", money(amount))
        assert not reads_as(f"${amount:,}", money(amount + 1))


def test_a_figure_of_thousands_of_digits_is_answered():
    long = "9" * 5000

    assert not reads_as(f"${long}", money(9))
    assert NOT_READ is not outcome(f"It is ${long}.", f"${long}", money(8)).reading
