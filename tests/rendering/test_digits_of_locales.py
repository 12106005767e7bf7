"""Money, tonnages and dates stand in the digits and separators of their locale."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import pytest
from babel import Locale, localedata

from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.partial_date import PartialDate
from centralasia_minerals.values.share import Share
from centralasia_minerals.values.unit import Unit

ALL = sorted(localedata.locale_identifiers())
SAMPLE = [
    "en", "en-IN", "ru", "ru-KZ", "kk", "ky", "tg", "tk", "uz", "uz-Cyrl", "uz-Arab", "zh", "fr",
    "de", "de-CH", "ar-EG", "ar", "fa", "mr", "ne", "bn", "my", "ckb", "he", "ff-Adlm", "dz",
]  # fmt: skip
locales = pytest.mark.parametrize(
    "tags",
    [pytest.param(SAMPLE, id="sample"), pytest.param(ALL, id="all", marks=pytest.mark.slow)],
)
TONNAGES = [Measure("1234567.5", unit) for unit in (Unit.TONNE, Unit.KILOTONNE)]
DATES = [PartialDate.parse(text) for text in ("2025-11-06", "2025-11", "2025")]


def written(tag: str) -> Iterator[tuple[str, str]]:
    """Yield texts, each with the number that is in it, without its point."""
    yield Money("1234567.5", "USD").format(tag), "123456750"
    yield Money(7, "USD").in_words(tag), "7"
    yield Share("0.705").format(tag), "705"
    for tonnage in TONNAGES:
        yield tonnage.format(tag), "12345675"
    for date in DATES:
        yield date.format(tag), ""


def systems_in(text: str) -> set[int]:
    """Give the zeros of the digits in a text."""
    digits = (one for one in text if unicodedata.decimal(one, None) is not None)
    return {ord(one) - unicodedata.decimal(one) for one in digits}


@locales
def test_every_digit_is_one_of_the_locale(tags: list[str]) -> None:
    for tag in tags:
        spoken = Locale.parse(tag.replace("-", "_"))
        zero = ZEROS.get(spoken.default_numbering_system)
        for text, number in written(tag):
            assert zero is not None, f"{spoken.default_numbering_system} is not in the test"
            assert systems_in(text) <= {ord(zero)}, (tag, text)
            digits = "".join(str(unicodedata.decimal(one)) for one in text if one.isdecimal())
            assert number in digits, (tag, text)


# By what they are named in CLDR; the library's own table is what is tested.
ZEROS = {
    "latn": "0", "arab": "٠", "arabext": "۰", "deva": "०", "beng": "০", "mymr": "၀", "tibt": "༠",
    "nkoo": "߀", "olck": "᱐", "mtei": "꯰", "cakm": "𑄶", "adlm": "𞥐", "hmnp": "𞅀", "khmr": "០",
}  # fmt: skip


@locales
def test_the_separators_are_those_of_the_locale(tags: list[str]) -> None:
    for tag in tags:
        spoken = Locale.parse(tag.replace("-", "_"))
        own = spoken.number_symbols[spoken.default_numbering_system]
        point = own.get("decimal") or spoken.number_symbols["latn"]["decimal"]
        for tonnage in TONNAGES:
            between = re.findall(r"(?<=\d)\D(?=\d)", tonnage.format(tag))
            assert point == between[-1], (tag, tonnage.format(tag))


@locales
def test_no_key_of_cldr_is_printed(tags: list[str]) -> None:
    for tag in tags:
        for unit in Unit:
            text = Measure(5, unit).format(tag)
            assert not re.search(r"mass-|duration-|area-|power-|energy-|length-|\{0\}", text), text


@pytest.mark.parametrize(
    ("tag", "tonne", "kilotonne"),
    [
        ("tg", "5 тонна", "5 килотонна"),
        ("ru", "5 тонн", "5 килотонн"),
        ("kk", None, "5 килотонна"),
        ("ky", None, "5 килотонна"),
        ("uz", None, "5 kilotonna"),
        ("tk", None, "5 kilotonna"),
        ("en", None, "5 kilotonnes"),
        ("uz-Cyrl", None, "5 kt"),
        ("de", None, "5 kt"),
    ],
)
def test_the_words_that_cldr_lacks_are_ours(tag: str, tonne: str | None, kilotonne: str) -> None:
    assert tonne is None or tonne == Measure(5, "tonne").format(tag)
    assert kilotonne == Measure(5, "kilotonne").format(tag)


def test_a_tonne_of_every_language_of_the_region_is_a_word() -> None:
    for tag in ("kk", "ky", "tg", "tk", "uz", "ru"):
        assert re.search("тонн|tonna", Measure(5, "tonne").format(tag)), tag
        # Where a release of CLDR has no words for "per year", the symbol stands.
        assert re.search("тонн|tonna|kt/a", Measure(5, "kilotonne per year").format(tag)), tag


def test_minus_and_per_cent_are_those_of_the_locale() -> None:
    assert "٪" in Share("0.7").format("ar-EG")
    assert "\u2212" in Money(-5, "SEK").format("sv")
