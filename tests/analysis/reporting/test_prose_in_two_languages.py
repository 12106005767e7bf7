"""What totals say of themselves is complete in English and Russian, and in nothing else."""

from __future__ import annotations

import ast
import datetime
import re
import string
from importlib.resources import files
from pathlib import Path

import pytest
from analysis_builders import amount, deal, stated, withheld
from babel.messages.pofile import read_po

import centralasia_minerals as cam
from centralasia_minerals.adapters.charting.by_rung import _TOLD, RUNGS
from centralasia_minerals.analysis.estimate_rows import MeasureReason
from centralasia_minerals.analysis.reporting.money_words import MONEY, SUMS, WHY
from centralasia_minerals.analysis.reporting.wordings import GENDERS_OF_COUNTS
from centralasia_minerals.rendering.messages import message_locales, translator

FLOOR = "centralasia_minerals.analysis"
LIBRARY = "centralasia_minerals"
BASE = Path(str(files(LIBRARY))) / "entities" / "base"
VALUES = Path(str(files(LIBRARY))) / "values" / "base"
CHARTS = Path(str(files(LIBRARY))) / "adapters" / "charting"
BESIDE = (
    BASE / "hedged_words.py",
    BASE / "telling" / "told_date.py",
    VALUES / "qualified_dates.py",
    CHARTS / "asked.py",
    CHARTS / "by_rung.py",
)
SOURCES = [file.read_text("utf-8") for file in [*Path(str(files(FLOOR))).rglob("*.py"), *BESIDE]]
PILES = ("Counted", "Left out", "Undisclosed")


def read_catalog():
    with files(LIBRARY).joinpath("messages", "ru.po").open("rb") as stream:
        return read_po(stream, locale="ru", abort_invalid=True)


CATALOG = read_catalog()
MESSAGES = [message for message in CATALOG if message.id and not message.context]


def said_by(message) -> list[tuple[str, str]]:
    """Pair a message with its translation; one of a plural, with each of its forms."""
    if isinstance(message.id, str):
        return [(message.id, message.string)]
    one, several = message.id
    return [(one, message.string[0]), *((several, form) for form in message.string)]


PAIRS = [pair for message in MESSAGES for pair in said_by(message)]
RUSSIAN = dict(PAIRS)


SPEAKERS = {"say", "self._say", "self._plural"}


def said_in(source: str) -> set[str]:
    """Extract the messages of a module: what ``say`` is given, and every template.

    A template is a text with a placeholder, outside docstrings and formatted strings.
    """
    nodes = list(ast.walk(ast.parse(source)))
    apart = {
        id(part)
        for node in nodes
        if isinstance(node, (ast.JoinedStr, ast.Expr))
        for part in ([node.value] if isinstance(node, ast.Expr) else ast.walk(node))
    }
    given_to_say = {
        id(part)
        for node in nodes
        if isinstance(node, ast.Call) and ast.unparse(node.func) in SPEAKERS
        for argument in node.args
        for part in ast.walk(argument)
    }
    return {
        node.value
        for node in nodes
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and (
            id(node) in given_to_say
            or (id(node) not in apart and re.search(r"\{\w+\}", node.value))
        )
    }


USED = {
    *(message for source in SOURCES for message in said_in(source)),
    *(rule.reason.meaning for rule in cam.RULES),
    *(words for rung, (meaning, _) in RUNGS.items() for words in (rung, meaning)),
    *_TOLD.values(),
    *MONEY.values(),
    *SUMS.values(),
    *WHY.values(),
    *GENDERS_OF_COUNTS.values(),
    *(reason.meaning for reason in MeasureReason),
}


def test_the_messages_are_found():
    assert {*PILES, "No deal is counted.", "at least {low}", "up to {high}"} <= USED


@pytest.mark.parametrize("message", sorted(USED))
def test_every_message_has_a_russian_translation(message):
    assert RUSSIAN.get(message)


@pytest.mark.parametrize("message", sorted(RUSSIAN))
def test_nothing_is_translated_that_nobody_says(message):
    assert message in USED


GENDERS = {"feminine": "count", "neuter": "count"}
"""Russian may ask for a count in another gender than the masculine."""


def placeholders(text: str) -> list[str]:
    named = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
    return sorted(GENDERS.get(name, name) for name in named)


@pytest.mark.parametrize(("message", "translated"), sorted(PAIRS))
def test_placeholders_are_the_same_in_both_languages(message, translated):
    assert placeholders(message) == placeholders(translated)


@pytest.mark.parametrize(("message", "translated"), sorted(PAIRS))
def test_a_translation_ends_as_its_message_does(message, translated):
    assert message.endswith(".") == translated.endswith(".")


@pytest.mark.parametrize("message", sorted(RUSSIAN))
def test_a_translation_is_written_in_cyrillic_throughout(message):
    words = re.sub(r"\{[\w:]+\}", "", RUSSIAN[message])

    assert not re.search("[A-Za-z]", words)
    assert bool(words.strip(" .;:()[]—«»")) == bool(re.search(r"[а-яё]", words, re.IGNORECASE))


def test_no_translation_is_doubtful_and_no_message_stands_twice():
    assert [] == [message.id for message in MESSAGES if message.fuzzy]
    assert len(MESSAGES) + sum(not isinstance(one.id, str) for one in MESSAGES) == len(RUSSIAN)


RATES = cam.rates_of({("EUR", "USD"): "1.15"}, source="our desk", day=datetime.date(2025, 11, 6))
TOTALS = {
    "default": cam.total(cam.load()),
    "everything": cam.total(cam.load(), sectors=None, stages=None),
    "in euros": cam.total(cam.load(), sectors=None, currency="EUR"),
    "bounded": cam.total(
        [
            deal("a", amount(stated("USD 5", "range", upper="USD 8"), horizon_years=3)),
            deal("b", amount(stated("KZT 900", "up to", at=200))),
            deal("c", amount(stated("EUR 9", "more than", at=300))),
            deal("d", amount(withheld(at=400))),
        ]
    ),
    "by a rate": cam.total(
        [deal("a", amount(stated("EUR 5", "up to")))], currency="USD", rates=RATES
    ),
    "empty": cam.total([deal("a", amount("USD 5"), stage="pledged")]),
    "of nothing": cam.total([]),
}
ENGLISH = re.compile(r"\b(?:the|from|by|as|of|to|up|least|printed|years?|deals?|nothing)\b")


@pytest.mark.parametrize("name", TOTALS)
def test_a_russian_sentence_has_no_english_in_it(name):
    assert not ENGLISH.search(TOTALS[name].footnoted("ru").sentence)


@pytest.mark.parametrize("name", ["bounded", "by a rate", "empty", "of nothing"])
def test_a_russian_account_has_no_english_in_it(name):
    account = TOTALS[name].explain("ru")

    own = re.sub(r"\(our desk\)", "", account)
    assert not ENGLISH.search(own)


def test_a_russian_note_of_a_converted_figure_has_no_english_in_it():
    (note,) = TOTALS["by a rate"].footnoted("ru").notes

    assert not ENGLISH.search(str(note).replace("our desk", ""))


@pytest.mark.parametrize("name", TOTALS)
@pytest.mark.parametrize("locale", ["ru", "ru-KZ", "ru_RU", "en", "en-GB", "en_US"])
def test_every_locale_of_a_language_with_prose_serves(name, locale):
    assert TOTALS[name].footnoted(locale).sentence
    assert TOTALS[name].explain(locale)


def test_the_numbers_are_those_of_the_locale():
    total = TOTALS["default"]

    assert "1.1 billion US dollars" in total.footnoted("en-GB").sentence
    assert "1,1\xa0млрд долларов США" in total.footnoted("ru-KZ").sentence
    assert "ноябрь 2025" in str(total.footnoted("ru").notes[0])


@pytest.mark.parametrize("language", ["kk", "uz", "de", "fr-FR", "zh-Hans", "tg"])
@pytest.mark.parametrize("view", ["footnoted", "explain"])
def test_a_language_without_prose_is_refused_and_those_with_it_are_named(language, view):
    with pytest.raises(cam.UnknownLocaleError, match=r"en, ru"):
        getattr(TOTALS["default"], view)(language)


@pytest.mark.parametrize("language", ["", "xx-YY", "klingon", None, 7])
def test_what_is_no_locale_is_refused(language):
    with pytest.raises(cam.UnknownLocaleError):
        TOTALS["default"].footnoted(language)


def test_prose_is_refused_though_there_is_nothing_to_say():
    with pytest.raises(cam.UnknownLocaleError):
        TOTALS["of nothing"].explain("kk")


def test_the_languages_with_prose_are_those_of_the_catalogs():
    assert ("en", "ru") == message_locales()


def test_english_is_the_language_of_the_messages_themselves():
    say = translator("en-GB")

    assert [] == [message for message in USED if say(message) != message]


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (stated("USD 1000000000", "at least"), "не менее 1\xa0млрд долларов США"),
        (stated("USD 900000000", "up to"), "до 900\xa0млн долларов США"),
        (stated("USD 3", "up to"), "до 3 долларов США"),
        (stated("USD 1", "around"), "около 1 доллара США"),
        (stated("USD 21", "more than"), "более 21 доллара США"),
        (stated("USD 2", "nearly"), "почти 2 доллара США"),
        (stated("USD 2.5", "around"), "около 2,5 доллара США"),
        (stated("USD 2", "range", upper="USD 3"), "от 2 до 3 долларов США"),
    ],
)
def test_russian_figures_stand_in_the_case_that_their_words_ask_for(figure, words):
    sentence = cam.total([deal("mine", amount(figure))]).footnoted("ru").sentence

    assert words in sentence
