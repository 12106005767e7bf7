"""Each number of a footnoted sentence stands in a passage of its notes, or adds up such."""

from __future__ import annotations

import hashlib
import re
from decimal import Decimal
from itertools import combinations
from pathlib import Path

import pytest
from analysis_builders import TEXTS, amount, deal, numbers_in, paper, quote, stated, withheld
from hypothesis import given, strategies as st

import centralasia_minerals as cam

DS = cam.load()
EVERYTHING = {"sectors": None, "stages": None, "kinds": None}
QUESTIONS = [
    {},
    {"sectors": None},
    {"stages": None},
    {"sectors": None, "stages": None},
    {"sectors": None, "stages": None, "kinds": None},
    {"sectors": None, "stages": None, "kinds": None, "max_horizon_years": 3},
    {"sectors": None, "stages": "intended"},
    {"sectors": None, "stages": "intended", "kinds": ["plan", "financing"]},
    {"sectors": None, "stages": "letter of interest"},
    {"sectors": None, "stages": "pledged", "max_horizon_years": 3},
    {"sectors": "digital"},
    {"sectors": ["digital", "minerals"]},
]
_MARKED = re.compile(r"((?:\[\d+\])+)")


def sums_of(numbers: list[Decimal]) -> set[Decimal]:
    """Give every sum of some of the numbers."""
    few = numbers[:12]
    return {sum(some) for size in range(1, len(few) + 1) for some in combinations(few, size)}


def figures_with_notes(footnoted: cam.Footnoted, language: str):
    """Give each number of the sentence with the notes that the next marks point to."""
    pieces = _MARKED.split(footnoted.sentence)
    for said, marks in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        cited = [footnoted.notes[int(mark) - 1] for mark in re.findall(r"\d+", marks)]
        for number in numbers_in(said, language):
            yield number, cited


def unproved(footnoted: cam.Footnoted, texts: dict[str, str], language: str) -> list[Decimal]:
    """Give the numbers that the passages neither print nor add up to."""
    missing = []
    for number, cited in figures_with_notes(footnoted, language):
        passages = {
            (note.citation.source.id, note.citation.start, note.citation.end): texts[
                note.citation.source.sha256
            ][note.citation.start : note.citation.end]
            for note in cited
        }
        printed = {n for passage in passages.values() for n in numbers_in(passage)}
        if number not in sums_of(sorted(printed, reverse=True)):
            missing.append(number)
    return missing


@pytest.fixture(scope="module")
def texts(articles: Path) -> dict[str, str]:
    files = [file.read_bytes() for file in articles.glob("*.txt")]
    return {hashlib.sha256(content).hexdigest(): content.decode() for content in files}


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("currency", [None, "USD", "EUR"])
@pytest.mark.parametrize("asked", QUESTIONS, ids=str)
def test_each_number_stands_in_a_cited_passage_or_adds_up_such(texts, asked, currency, language):
    footnoted = cam.total(DS, **asked, currency=currency).footnoted(language)

    assert [] == unproved(footnoted, texts, language)


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        ({}, ["1100000000"]),
        ({"currency": "EUR"}, ["952000000"]),
        ({"sectors": None}, ["1400000000"]),
        ({"sectors": None, "currency": "EUR"}, ["1212000000"]),
        ({"sectors": None, "stages": None}, ["1400000000", "100000000000", "900000000"]),
        ({**EVERYTHING}, ["101400000000"]),
        ({**EVERYTHING, "currency": "EUR"}, ["87812000000"]),
        ({**EVERYTHING, "max_horizon_years": 3}, ["36400000000"]),
        ({"sectors": None, "stages": "letter of interest"}, ["900000000"]),
    ],
)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_sentence_says_the_figures_of_the_total(asked, numbers, language):
    sentence = cam.total(DS, **asked).footnoted(language).sentence

    assert {Decimal(number) for number in numbers} <= {*numbers_in(sentence, language)}


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("asked", QUESTIONS, ids=str)
def test_marks_and_notes_are_the_same_numbers_from_one_up(asked, language):
    footnoted = cam.total(DS, **asked).footnoted(language)

    marks = {int(mark) for mark in re.findall(r"\[(\d+)\]", footnoted.sentence)}
    assert [note.number for note in footnoted.notes] == sorted(marks)
    assert list(range(1, len(footnoted.notes) + 1)) == sorted(marks)


@pytest.mark.parametrize("asked", QUESTIONS, ids=str)
def test_the_notes_are_the_passages_behind_the_total_each_once(asked):
    total = cam.total(DS, **asked)
    behind_what_is_withheld = {c for row in total.undisclosed for c in row.citations}

    cited = [note.citation for note in total.footnoted().notes]

    passages = [(c.source.id, c.start, c.end) for c in cited]
    assert len(passages) == len(set(passages))
    behind = {*total.citations, *behind_what_is_withheld}
    assert {(c.source.id, c.start, c.end) for c in behind} <= set(passages)


def test_a_note_says_source_publisher_date_characters_and_the_printed_figure():
    footnoted = cam.total(DS).footnoted()

    assert (
        "[2] Central Asia Offers Trump Critical Minerals At Washington Summit, "
        "publisher not stated, November 2025 (no page known), "
        "characters 910 to 1,083: “$1.1 billion”" == str(footnoted.notes[1])
    )
    assert ", The Caspian Post, April 2025, characters 709 to 795" in str(footnoted.notes[2])


def test_as_text_it_is_the_sentence_then_the_notes_line_by_line():
    footnoted = cam.total(DS).footnoted()

    lines = str(footnoted).splitlines()
    assert footnoted.sentence == lines[0]
    assert list(map(str, footnoted.notes)) == lines[2:]


MILLION = 10**6
BOUNDED = [
    ("as stated", "One signed deal has a published cost: 900 million US dollars[1]."),
    ("around", "One signed deal has a published cost: about 900 million US dollars[1]."),
    ("nearly", "One signed deal has a published cost: nearly 900 million US dollars[1]."),
    ("up to", "One signed deal has a published cost: up to 900 million US dollars[1]."),
    ("at least", "One signed deal has a published cost: at least 900 million US dollars[1]."),
    ("more than", "One signed deal has a published cost: more than 900 million US dollars[1]."),
]


@pytest.mark.parametrize(("hedge", "sentence"), BOUNDED)
def test_the_sentence_keeps_the_direction_of_the_hedge(hedge, sentence):
    mine = deal("mine", amount(stated(f"USD {900 * MILLION}", hedge)))

    assert cam.total([mine], sectors=None).footnoted().sentence.endswith(sentence)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_figure_of_nothing_is_printed_for_up_to(language):
    ceilings = [deal(id, amount(stated("USD 900", "up to"))) for id in ("a", "b")]

    sentence = cam.total(ceilings).footnoted(language).sentence

    assert [Decimal(1800)] == numbers_in(sentence, language)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_figure_of_nothing_is_printed_for_up_to_beside_an_open_end(language):
    deals = [
        deal("a", amount(stated("USD 900", "up to"))),
        deal("b", amount(stated("USD 0", "at least", at=200))),
    ]

    assert Decimal(0) not in numbers_in(cam.total(deals).footnoted(language).sentence, language)


def test_both_ends_of_a_range_are_said():
    mine = deal("mine", amount(stated("USD 5", "range", upper="USD 8")))

    sentence = cam.total([mine]).footnoted().sentence

    assert [Decimal(5), Decimal(8)] == numbers_in(sentence)


def test_each_currency_has_its_own_marks():
    deals = [deal("a", amount("USD 5")), deal("b", amount(stated("KZT 7", at=200)))]

    sentence = cam.total(deals).footnoted().sentence

    assert re.search(r"7 Kazakhstani tenges\[1\]\. .* 5 US dollars\[2\]", sentence)


def test_what_two_deals_are_cited_for_in_one_passage_is_one_note():
    deals = [deal("a", amount("USD 5")), deal("b", amount("USD 7"))]

    assert ["[1]"] == re.findall(r"\[\d+\]", cam.total(deals).footnoted().sentence)


def test_nothing_counted_is_said_in_words_without_a_number():
    footnoted = cam.total([]).footnoted()

    assert "No deal is counted." == footnoted.sentence
    assert () == footnoted.notes


def test_what_is_withheld_is_told_with_its_passage():
    deals = [deal("a", amount("USD 5")), deal("b", amount(withheld(at=200)))]

    footnoted = cam.total(deals).footnoted()

    assert footnoted.sentence.endswith("is withheld[2].")
    assert 200 == footnoted.notes[1].citation.start


@pytest.mark.parametrize(
    "given_deals",
    [
        [deal("a", amount(withheld(at=200)))],
        [deal("a", amount("USD 5"), amount(withheld(at=200), role="financing"))],
    ],
    ids=["none counted", "of the counted deal itself"],
)
def test_what_is_withheld_is_not_said_of_other_deals_where_there_are_none(given_deals):
    assert "other deals" not in cam.total(given_deals).footnoted().sentence


FIGURES = st.sampled_from([7, 25, 1100, 40_000, 3 * MILLION, 250 * MILLION, 1100 * MILLION])
HEDGES = st.sampled_from([h for h in cam.Hedge if h is not cam.Hedge.RANGE])


@given(said=st.lists(st.tuples(FIGURES, HEDGES), min_size=1, max_size=5, unique=True))
def test_any_sentence_adds_up_from_the_passages_that_it_cites(said):
    lines = [f"Mine {n} is worth {figure:,} dollars." for n, (figure, _) in enumerate(said)]
    source = paper("almanac", "2025-11", "\n".join(lines))
    deals = [
        deal(
            f"mine-{n}",
            amount(stated(f"USD {figure}", str(hedge), citations=(quote(source, lines[n]),))),
        )
        for n, (figure, hedge) in enumerate(said)
    ]

    footnoted = cam.total(deals).footnoted()

    for number, cited in figures_with_notes(footnoted, "en"):
        printed = [
            numbers_in(TEXTS["almanac"][note.citation.start : note.citation.end])[-1]
            for note in cited
        ]
        assert number in sums_of(printed)


PROMISE = "The plan may bring up to $10 billion."
CONTRACT = "A first contract of $1 billion was signed."
NEWS = paper("news", "2025-11", f"{PROMISE}\n{CONTRACT}\n")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_low_that_the_parts_hold_up_cites_the_passage_of_the_part(language):
    """A billion signed under a pledge of ten: its number must stand in a cited passage too."""
    pledge = deal(
        "pledge",
        amount(stated("USD 10000000000", "up to", citations=(quote(NEWS, PROMISE),))),
        stage="pledged",
    )
    contract = deal(
        "contract",
        amount(stated("USD 1000000000", citations=(quote(NEWS, CONTRACT),))),
        part_of=pledge,
    )

    footnoted = cam.total([pledge, contract], stages=["concluded", "pledged"]).footnoted(language)

    assert [10**9, 10**10] == numbers_in(footnoted.sentence, language)
    assert [] == unproved(footnoted, {NEWS.sha256: TEXTS["news"]}, language)


BY_DAY = {"2025-11-06": "0.5", "2025-11-07": "0.25"}


class Daily:
    def rate(self, base, quote, on):
        figure = BY_DAY[str(on)]
        return cam.Rate(base=base, quote=quote, figure=figure, day=on.earliest, source="a bank")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_note_of_a_converted_figure_says_by_which_rate_of_which_day(language):
    mine = deal("mine", amount("USD 10"), dates=("2025-11-06",))

    (note,) = cam.total([mine], currency="EUR", rates=Daily()).footnoted(language).notes

    day = {"en": "6 November 2025", "ru": "6 ноября 2025"}[language]
    half = {"en": "1 USD = 0.5 EUR", "ru": "1 USD = 0,5 EUR"}[language]
    original = {"en": "from 10 US dollars by", "ru": "10 долларов США"}[language]
    assert [] == [said for said in (half, day, "a bank", original) if said not in str(note)]


def test_two_figures_of_one_passage_by_two_rates_name_both():
    deals = [deal(f"mine-{day[-1]}", amount("USD 10"), dates=(day,)) for day in BY_DAY]

    said = str(cam.total(deals, currency="EUR", rates=Daily()).footnoted())

    assert all(f"{day[-1]} November 2025" in said for day in BY_DAY)


@pytest.mark.parametrize(
    ("locale", "said"), [("en", "up to 779 million euros"), ("ru", "до 779 млн евро")]
)
def test_what_is_not_included_is_told_in_the_currency_too_if_it_is_printed(locale, said):
    told = cam.total(cam.load(), currency="EUR").footnoted(locale)

    assert said in told.sentence.replace("\N{NO-BREAK SPACE}", " ")
    assert any("€779 million" in note.text for note in told.notes)
    assert "900" in cam.total(cam.load()).footnoted(locale).sentence
    assert "900" in cam.total(cam.load(), currency="USD").footnoted(locale).sentence


@pytest.mark.parametrize(
    ("language", "no_page", "no_publisher"),
    [
        ("en", "(no page known)", "publisher not stated"),
        ("ru", "(адрес страницы неизвестен)", "издатель не указан"),
    ],
)
def test_a_note_says_that_its_source_has_no_page_and_only_then(language, no_page, no_publisher):
    total = cam.total(DS)
    footnoted = total.footnoted(language)

    without = [note.number for note in footnoted.notes if note.url is None]
    assert without == [note.number for note in footnoted.notes if no_page in str(note)]
    assert without == [note.number for note in footnoted.notes if no_publisher in str(note)]
    assert [1, 2, 4, 5] == without
    assert 4 == footnoted._repr_html_().count(no_page) == footnoted._repr_markdown_().count(no_page)
    passages = re.findall(r"^    \[.*", total.explain(language), re.MULTILINE)
    assert all((no_page in one) == (", The Caspian Post" not in one) for one in passages)
