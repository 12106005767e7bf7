"""Every sign, code, name and nationality around a figure says in which currency it is."""

from __future__ import annotations

import re

import pytest
from figure_readings import AS_RECORDED, CONTRADICTS, NOT_READ, million, reading

import centralasia_minerals as cam

# What is printed, and the one currency of it.
ONE = [
    ("AUD$50 million", "AUD"),
    ("$50 million CAD", "CAD"),
    ("Can$50 million", "CAD"),
    ("A$50 million", "AUD"),
    ("AU$50 million", "AUD"),
    ("AUD $50 million", "AUD"),
    ("C$50 million", "CAD"),
    ("CA$50 million", "CAD"),
    ("CAD$50m", "CAD"),
    ("$50 million (CAD)", "CAD"),
    ("$50 million in Canadian dollars", "CAD"),
    ("Canadian $50 million", "CAD"),
    ("$50 million Canadian", "CAD"),
    ("50 million Canadian dollars", "CAD"),
    ("CAD 50 million", "CAD"),
    ("50 million CAD", "CAD"),
    ("HK$50 million", "HKD"),
    ("NZ$50 million", "NZD"),
    ("S$50 million", "SGD"),
    ("NT$50 million", "TWD"),
    ("R$50 million", "BRL"),
    ("50 million Brazilian reais", "BRL"),
    ("$50 million", "USD"),
    ("US$50 million", "USD"),
    ("US $50 million", "USD"),
    ("U.S.$50 million", "USD"),
    ("USD 50 million", "USD"),
    ("50 million US dollars", "USD"),
    ("50 million dollars", "USD"),
    ("50 million euros", "EUR"),
    ("EUR50 million", "EUR"),
    ("£50m", "GBP"),
    ("50 million pounds sterling", "GBP"),
    ("RMB50 million", "CNY"),
    ("RMB 50 million", "CNY"),
    ("50 million yuan", "CNY"),
    ("50 million renminbi", "CNY"),
    ("CN¥50 million", "CNY"),
    ("JP¥50 million", "JPY"),
    ("50 million yen", "JPY"),
    ("50 million sum", "UZS"),
    ("50 million soum", "UZS"),
    ("50 million so’m", "UZS"),
    ("50 million Uzbek sum", "UZS"),
    ("50 million som", "KGS"),
    ("50 million Kyrgyz soms", "KGS"),
    ("50 million tenge", "KZT"),
    ("₸50 million", "KZT"),
    ("50 million Kazakh tenge", "KZT"),
    ("50 million somoni", "TJS"),
    ("50 million manat", "TMT"),
    ("50 million Azerbaijani manat", "AZN"),
    ("50 million roubles", "RUB"),
    ("₽50 million", "RUB"),
    ("50 million rupees", "INR"),
    ("Rs 50 million", "INR"),
    ("₹5 crore", "INR"),
    ("50 million won", "KRW"),
    ("50 million Turkish lira", "TRY"),
    ("50 million Swiss francs", "CHF"),
    ("50 million zlotys", "PLN"),
    ("50 million UAE dirhams", "AED"),
    ("50 million dollars (Canadian)", "CAD"),
    ("CAN$50m", "CAD"),
    ("50M€", "EUR"),
    ("roubles 50 million", "RUB"),
    ("TRY 50 million", "TRY"),
]


@pytest.mark.parametrize(("figure", "code"), ONE)
def test_a_figure_reads_in_its_own_currency_and_in_no_other(figure, code):
    text = f"The loan is {figure}, it said."
    is_bare = figure in ("$50 million", "50 million dollars")  # of any dollar
    others = {"USD", "EUR", "UAH", "CNY", code if is_bare else "CAD"} - {code}

    assert AS_RECORDED is reading(text, figure, million(50, code))
    assert CONTRADICTS is reading(text, figure, million(51, code))
    assert {CONTRADICTS} == {reading(text, figure, million(50, other)) for other in others}


@pytest.mark.parametrize("code", ["USD", "EUR", "GBP", "AUD", "KZT", "UZS"])
@pytest.mark.parametrize(
    "figure",
    [
        "€50 million USD",
        "$50 million EUR",
        "£50 million USD",
        "US$50 million AUD",
        "USD €50 million",
        "₸50 million UZS",
        "EUR 50 million dollars",
        "€50 million US dollars",
    ],
)
def test_a_sign_and_a_code_that_disagree_contradict_whatever_is_recorded(figure, code):
    assert CONTRADICTS is reading(f"The loan is {figure}.", figure, million(50, code))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The loan is $50 million, it said.", "AUD"),
        ("The loan is $50 million, it said.", "MXN"),
        ("The loan is ¥50 million, it said.", "CNY"),
        ("The loan is ¥50 million, it said.", "JPY"),
        ("An Australian $50 million fund was set up.", "USD"),
        ("A $50 million Canadian fund was set up.", "USD"),
        ("The loan is 50 million francs.", "CHF"),
        ("The loan is 50 million som.", "UZS"),
        ("The loan is Z$50 million.", "USD"),
    ],
)
def test_what_several_currencies_share_is_not_read_as_one_of_the_rarer_ones(text, code):
    (figure,) = re.findall(r"(?:Z?[$¥])?50 million(?: francs| som)?", text)

    assert NOT_READ is reading(text, figure, million(50, code))


@pytest.mark.parametrize(
    ("text", "passage", "code"),
    [
        ("The loan is $50 million CAD.", "The loan is $50 million", "CAD"),
        ("The loan is AUD $50 million.", "$50 million", "AUD"),
        ("The loan is $50 million Canadian, it said.", "$50 million", "CAD"),
    ],
)
def test_what_stands_beside_the_passage_counts_too(text, passage, code):
    assert AS_RECORDED is reading(text, "$50 million", million(50, code), passage=passage)
    assert CONTRADICTS is reading(text, "$50 million", million(50), passage=passage)


@pytest.mark.parametrize(
    "text",
    [
        "A $50 million plant is built.",
        "A $50 million Kazakh plant is built.",
        "It lent $50 million (CAD 68 million).",
        "It lent us $50 million in all.",
        "EXIM $50 million letter",
        "ALL $50 million LENT",
        "In Canada $50 million was lent.",
        "Australia lent $50 million.",
        "It lent $50 million (A$75 million).",
        "It lent $50 million; Canadian banks lent nothing.",
    ],
)
def test_what_belongs_to_something_else_is_no_currency_of_the_figure(text):
    assert AS_RECORDED is reading(text, "$50 million", million(50))


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f", " "])
def test_a_figure_with_another_space_is_recorded_and_read(space):
    figure = f"$50{space}million"
    text = f"The loan is {figure}, it said."

    assert AS_RECORDED is reading(text, figure, million(50))
    assert AS_RECORDED is reading(text, "$50 million", million(50))


def test_no_count_is_money_and_a_verb_is_no_currency():
    pieces = cam.Measure(5, "piece")

    assert AS_RECORDED is reading("The five won contracts", "five", pieces)
    assert CONTRADICTS is reading("It cost five dollars", "five", pieces)
    assert CONTRADICTS is reading("It cost $5", "5", pieces)
    assert CONTRADICTS is reading("It cost 5 EUR", "5", pieces)
    assert AS_RECORDED is reading("TOP 5 MINERALS", "5", pieces)


@pytest.mark.parametrize(
    "text",
    [
        "It opened a $50 million gold mine.",
        "It opened a $50 million platinum mine.",
        "It spends $50 million gold miners lack.",
        "It is a $50 million euro-area mine.",
        "It is a $50 million dollar-denominated bond.",
    ],
)
def test_a_metal_or_a_part_of_a_word_is_no_second_currency(text: str) -> None:
    assert AS_RECORDED == reading(text, "$50 million", million(50))
    assert CONTRADICTS == reading(text, "$50 million", million(50, "EUR"))
