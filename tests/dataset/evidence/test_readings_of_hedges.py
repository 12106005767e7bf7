"""The words directly before and inside a figure are its hedge, and must be the recorded one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from figure_readings import AS_RECORDED, CONTRADICTS, NOT_READ, million, outcome, reading
from hypothesis import assume, given, strategies as st

import centralasia_minerals as cam

GUIDE = Path(__file__).parents[3] / "docs" / "encoding-guide.md"

WORDS = {
    "up to": ["up to", "as much as", "as many as", "at most", "a maximum of", "no more than",
              "not more than", "not exceeding", "could reach", "may reach", "a potential",
              "potentially", "potentially worth", "a potential investment of", "(up to)",
              "may eventually reach"],
    "at least": ["at least", "no less than", "not less than", "a minimum of", "no fewer than"],
    "more than": ["more than", "over", "above", "exceeding", "in excess of", "upwards of",
                  "just over", "well over"],
    "nearly": ["nearly", "almost", "close to", "just under"],
    "around": ["around", "about", "roughly", "approximately", "some", "circa", "c.", "~"],
    "estimated": ["an estimated", "estimated at", "estimated to cost", "expected to cost",
                  "expected to be",
                  "a preliminary", "an indicative", "a preliminary cost of", "indicative cost of",
                  "the preliminary investment of", "an indicative price tag of"],
}  # fmt: skip
PAIRS = [(hedge, word) for hedge, words in WORDS.items() for word in words]
LESS = ["less than", "fewer than", "under", "below"]
HEDGES_OF_ALL = [*WORDS, "as stated"]
HEDGES = st.sampled_from(HEDGES_OF_ALL)


def sentence(word: str, figure: str = "$700 million") -> str:
    return f"The bank lends {word} {figure}, it said.".replace("~ ", "~")


@pytest.mark.parametrize(("hedge", "word"), PAIRS)
def test_a_word_reads_as_its_own_hedge_and_as_no_other(hedge, word):
    text = sentence(word)

    found = {one: reading(text, "$700 million", million(700), one) for one in HEDGES_OF_ALL}

    right = [one for one in HEDGES_OF_ALL if found[one] is AS_RECORDED]
    wrong = [one for one in HEDGES_OF_ALL if found[one] is CONTRADICTS]
    assert [hedge] == right
    assert [one for one in HEDGES_OF_ALL if one != hedge] == wrong


@pytest.mark.parametrize(("hedge", "word"), PAIRS)
def test_a_word_counts_inside_the_figure_and_before_the_passage_too(hedge, word):
    inside = f"{word} $700 million".replace("~ ", "~")
    text = sentence(word)
    capital = text.replace(f"The bank lends {word[0]}", word[0].upper())

    assert AS_RECORDED is reading(text, inside, million(700), hedge)
    assert CONTRADICTS is reading(text, inside, million(700))
    assert AS_RECORDED is reading(text, "$700 million", million(700), hedge, passage="$700 million")
    assert CONTRADICTS is reading(text, "$700 million", million(700), passage="$700 million")
    assert AS_RECORDED is reading(capital, "$700 million", million(700), hedge)


@pytest.mark.parametrize(("hedge", "word"), PAIRS)
def test_a_deleted_hedge_contradicts(hedge, word):
    assert CONTRADICTS is reading(sentence("").replace("  ", " "), "$700 million", million(700),
                                  hedge)  # fmt: skip


def test_every_word_of_the_encoding_guide_is_known():
    _, _, rest = GUIDE.read_text("utf-8").partition("\n## 6. Hedges\n")
    rows = re.findall(r"^\| (.+?) \| \*(.+?)\* \|$", rest.partition("\n## ")[0], re.MULTILINE)
    assert {row[1] for row in rows} == {str(hedge) for hedge in cam.Hedge} - {"range"}
    for row in rows:
        for printed in re.findall(r'"(.+?)"', row[0]):
            text = sentence(printed)
            if printed.startswith("…"):
                text = f"The bank lends $700 million{printed[1:]}."
            assert AS_RECORDED is reading(text, "$700 million", million(700), row[1]), printed


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("They signed a preliminary deal worth $700 million.", "estimated"),
        ("They made an indicative, non-binding offer of $700 million.", "estimated"),
        ("The potential buyer pays $700 million.", "up to"),
        ("The project has potential: $700 million was paid.", "up to"),
        ("The talks may reach the ministers; it costs $700 million.", "estimated"),
    ],
)
def test_what_is_said_of_another_thing_is_no_hedge_of_the_figure(text, hedge):
    assert AS_RECORDED is reading(text, "$700 million", million(700))
    assert CONTRADICTS is reading(text, "$700 million", million(700), hedge)


EXPECTING = ["expected", "projected", "anticipated"]
NOUNS = ["cost of", "costs of", "investment is", "capital expenditure of", "price:", "budget was",
         "total value of", "spending will be", "output of"]  # fmt: skip


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("word", [*EXPECTING, "planned"])
def test_an_expected_thing_hedges_no_figure_unless_it_is_recorded_so(word, noun):
    text = f"In the end the {word} {noun} $700 million, it said."

    found = {hedge: reading(text, "$700 million", million(700), hedge) for hedge in HEDGES_OF_ALL}

    estimated = CONTRADICTS if word == "planned" else AS_RECORDED
    expected = dict.fromkeys(HEDGES_OF_ALL, CONTRADICTS)
    assert {**expected, "as stated": AS_RECORDED, "estimated": estimated} == found


@pytest.mark.parametrize(
    "text",
    [
        "The expected buyers paid $700 million",
        "What was expected came: a loan of $700 million",
        "He expected her to pay $700 million",
    ],
)
def test_what_expects_something_else_estimates_nothing(text):
    assert AS_RECORDED is reading(text, "$700 million", million(700))
    assert CONTRADICTS is reading(text, "$700 million", million(700), "estimated")


@pytest.mark.parametrize("word", ["up to", "around", "at least", "more than"])
def test_a_hedge_behind_an_expected_thing_is_its_hedge(word):
    text = f"The expected cost is {word} $700 million."

    assert AS_RECORDED is reading(text, "$700 million", million(700), word)
    assert CONTRADICTS is reading(text, "$700 million", million(700))


@pytest.mark.parametrize("printed", ["an up-to-$700 million", "a (more than) $700 million"])
def test_a_hedge_is_read_with_hyphens_and_in_brackets(printed):
    text = f"They agreed on {printed} loan."
    hedge = "up to" if "up" in printed else "more than"

    found = {one for one in HEDGES_OF_ALL
             if reading(text, "$700 million", million(700), one) is AS_RECORDED}  # fmt: skip

    assert {hedge} == found


def test_year_plus_is_at_least_as_many_years():
    text, two = "It is a two-year-plus pause.", cam.Measure(2, "year")

    assert AS_RECORDED is reading(text, "two-year", two, "at least")
    assert AS_RECORDED is reading(text, "two-year", two, "more than")
    assert CONTRADICTS is reading(text, "two-year", two)
    assert CONTRADICTS is reading("It is a two-year pause.", "two-year", two, "at least")


@pytest.mark.parametrize("link", ["and a high of", "to a high of"])
def test_a_low_and_a_high_are_the_ends_of_a_range(link):
    text = f"It reached a low of $5 million {link} $7 million."
    figure, ends = f"$5 million {link} $7 million", (million(5), "range", million(7))

    assert AS_RECORDED is reading(text, figure, *ends)
    assert CONTRADICTS is reading(text, figure, million(5), "range", million(8))
    assert CONTRADICTS is reading(text, "$5 million", million(5))
    assert CONTRADICTS is reading(text.replace("a low of", "a loan of"), figure, *ends)


@pytest.mark.parametrize("word", LESS)
def test_less_than_is_no_hedge_of_the_record(word):
    text = sentence(word)

    assert NOT_READ is reading(text, "$700 million", million(700), "up to")
    for hedge in ("as stated", "at least", "more than", "nearly", "around"):
        assert CONTRADICTS is reading(text, "$700 million", million(700), hedge)


def test_up_to_is_neither_the_bare_sum_nor_more_than_it():
    text = "The fund pays up to €30 million."

    assert CONTRADICTS is reading(text, "€30 million", million(30, "EUR"))
    assert CONTRADICTS is reading(text, "€30 million", million(30, "EUR"), "more than")
    assert "'up to'" in outcome(text, "€30 million", million(30, "EUR")).why


TWO_WORDS = "The vein is estimated to have around 410,000 tonnes in it"


@pytest.mark.parametrize(
    ("text", "hedge", "right"),
    [
        (TWO_WORDS, "around", AS_RECORDED),
        (TWO_WORDS, "estimated", AS_RECORDED),
        (TWO_WORDS, "as stated", CONTRADICTS),
        (TWO_WORDS, "up to", CONTRADICTS),
        ("estimated at up to 410,000 tonnes", "up to", AS_RECORDED),
        ("estimated at up to 410,000 tonnes", "estimated", AS_RECORDED),
        ("estimated at up to 410,000 tonnes", "nearly", CONTRADICTS),
        ("up to a total of 410,000 tonnes", "up to", AS_RECORDED),
        ("up to a total of 410,000 tonnes", "as stated", CONTRADICTS),
        ("up to some unheard-of 410,000 tonnes", "up to", AS_RECORDED),
        ("an estimate of the mass: 410,000 tonnes", "estimated", NOT_READ),
        ("estimated reserves of 410,000 tonnes", "estimated", AS_RECORDED),
        ("the mass: 410,000 tonnes", "estimated", CONTRADICTS),
        ("410,000 tonnes or more", "at least", AS_RECORDED),
        ("410,000 tonnes or more", "as stated", CONTRADICTS),
        ("410,000 tonnes or more than that", "as stated", AS_RECORDED),
        ("410,000 tonnes or so", "around", AS_RECORDED),
        ("410,000 tonnes, at most.", "up to", AS_RECORDED),
        ("410,000 tonnes at least twice", "as stated", AS_RECORDED),
        ("more than 30 states found 410,000 tonnes", "as stated", AS_RECORDED),
        ("more than 30 states found 410,000 tonnes", "more than", CONTRADICTS),
        ("a find that more than doubled to 410,000 tonnes", "as stated", AS_RECORDED),
        ("a find that more than doubled to 410,000 tonnes", "more than", CONTRADICTS),
        ("410,000 tonnes over the next ten years", "as stated", AS_RECORDED),
        ("around the world lie 410,000 tonnes", "as stated", AS_RECORDED),
        ("quarrels over the 410,000 tonnes", "as stated", AS_RECORDED),
        ("A part of it. Over 410,000 tonnes", "more than", AS_RECORDED),
        ("talks about tungsten; 410,000 tonnes", "as stated", AS_RECORDED),
    ],
)
def test_hedges_are_told_from_other_uses_of_their_words(text, hedge, right):
    assert right is reading(text, "410,000 tonnes", cam.Measure(410_000, "tonne"), hedge)


@pytest.mark.parametrize(
    ("text", "hedge", "right"),
    [
        ("news of about a $5 million loan", "as stated", AS_RECORDED),
        ("up to a $5 million loan", "up to", AS_RECORDED),
        ("about\n$5 million", "around", AS_RECORDED),
        ("It is about\n\n$5 million", "as stated", AS_RECORDED),
        ("The cost is $8 million, and the loan $5 million", "as stated", AS_RECORDED),
    ],
)
def test_articles_and_paragraphs_part_words_from_figures(text, hedge, right):
    assert right is reading(text, "$5 million", million(5), hedge, passage="$5 million")


@pytest.mark.parametrize(
    ("text", "hedge", "right"),
    [
        ("up to $900 million (€779 million)", "up to", AS_RECORDED),
        ("up to $900 million (€779 million)", "as stated", CONTRADICTS),
        ("up to $900 million, or €779 million, is lent", "up to", AS_RECORDED),
        ("$900 million (€779 million)", "as stated", AS_RECORDED),
        ("$900 million (€779 million)", "up to", CONTRADICTS),
        ("$900 million (about €779 million)", "around", AS_RECORDED),
        ("up to $900 million (about €779 million)", "around", AS_RECORDED),
        ("up to $900 million (about €779 million)", "up to", CONTRADICTS),
        ("up to 70 percent (€779 million)", "as stated", AS_RECORDED),
        ("up to $900 million (then €779 million)", "up to", AS_RECORDED),
        ("up to $900 million or a plant worth €779 million", "as stated", AS_RECORDED),
    ],
)
def test_a_hedge_holds_for_the_same_figure_in_another_currency(text, hedge, right):
    assert right is reading(text, "€779 million", million(779, "EUR"), hedge)


@pytest.mark.parametrize(
    ("text", "figure", "right"),
    [
        ("from $8 to 10 million", "$8 to 10 million", AS_RECORDED),
        ("between $8 million and $10 million", "$8 million and $10 million", AS_RECORDED),
        ("$8–10 million", "$8–10 million", AS_RECORDED),
        ("$8 million to $10 million", "$8 million to $10 million", AS_RECORDED),
        ("$8 million and $10 million", "$8 million and $10 million", CONTRADICTS),
    ],
)
def test_a_range_is_printed_as_one(text, figure, right):
    assert right is reading(text, figure, million(8), "range", million(10))
    assert CONTRADICTS is reading(text, figure, million(8), "range", million(11))
    if right is AS_RECORDED:
        assert CONTRADICTS is reading(text, figure, million(10))
        assert CONTRADICTS is reading(text, figure, million(8), "around")


@pytest.mark.parametrize(
    ("text", "figure", "value"),
    [
        ("It raised its stake from 30 percent to 40 percent", "40 percent", cam.Share("0.4")),
        ("It lends $8 million to 10 firms", "$8 million", million(8)),
        ("It lends $8 million and gives $10 million", "$8 million", million(8)),
    ],
)
def test_a_change_and_a_receiver_are_no_range(text, figure, value):
    assert AS_RECORDED is reading(text, figure, value)


def test_over_before_a_time_may_say_how_long():
    years = cam.Measure(10, "year")

    assert NOT_READ is reading("a pause over ten years", "ten years", years)
    assert AS_RECORDED is reading("a pause over ten years", "ten years", years, "more than")
    assert CONTRADICTS is reading("for over ten years", "ten years", years)


@given(word=st.sampled_from(PAIRS), recorded=HEDGES, filler=st.sampled_from(
    ["", "a total of ", "a combined ", "another ", "US"]))  # fmt: skip
def test_an_amount_with_a_word_reads_as_recorded_only_with_its_hedge(word, recorded, filler):
    hedge, printed = word
    # Brackets stand directly before a figure.
    assume(not printed.startswith("(") or filler in ("", "US"))
    text = f"It costs {printed} {filler}$700 million in all."

    is_right = reading(text, f"{filler * (filler == 'US')}$700 million", million(700), recorded)

    assert (is_right is AS_RECORDED) == (recorded == hedge)


@given(text=st.text(max_size=60), hedge=HEDGES)
def test_whatever_stands_around_a_figure_is_answered(text, hedge):
    line = f"{text} $700 million {text}"
    if line.count("$700 million") == 1 and "\x00" not in line:
        found = reading(line, "$700 million", million(700), hedge, passage="$700 million")
        assert found in (AS_RECORDED, NOT_READ, CONTRADICTS)
