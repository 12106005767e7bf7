"""Numbers, money, percentages and units as eleven locales write them.

The expected texts were checked by eye against CLDR; no-break spaces are written as escapes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from babel import Locale
from hypothesis import given, strategies as st

from centralasia_minerals.errors import UnknownLocaleError
from centralasia_minerals.rendering.locales import locale_named
from centralasia_minerals.rendering.numbers import (
    format_compact_money,
    format_fraction_as_percent,
    format_money,
    format_number,
)
from centralasia_minerals.rendering.units import format_unit

LOCALES = ("en", "ru", "kk", "ky", "tg", "tk", "uz", "zh", "fr", "de", "en-IN")
LONGEST = Decimal("1234567890123456789012345678901.234")


locales = st.sampled_from(LOCALES)
figures = st.builds(
    lambda number, exponent: Decimal(f"{number}E{exponent}"),
    st.integers(-(10**34) + 1, 10**34 - 1),
    st.integers(-33, 0),
)

WRITERS: dict[str, Callable[[Decimal, str], str]] = {
    "number": format_number,
    "money": lambda figure, locale: format_money(figure, "KZT", locale),
    "unit": lambda figure, locale: format_unit(figure, "mass-tonne", "t", locale),
}


def read_back(text: str, locale: str) -> Fraction:
    """Read the one number in a text, by the locale's own signs for grouping and for the point."""
    signs = Locale.parse(locale.replace("-", "_")).number_symbols["latn"]
    bare = text.replace(signs["group"], "").replace(signs["decimal"], ".")
    (number,) = re.findall(r"[0-9]+(?:\.[0-9]+)?", bare)
    return Fraction(number) * (-1 if signs["minusSign"] in text else 1)


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS.keys())
@given(figure=figures, locale=locales)
def test_no_digit_is_lost(
    write: Callable[[Decimal, str], str], figure: Decimal, locale: str
) -> None:
    assert Fraction(figure) == read_back(write(figure, locale), locale)


@given(figures, locales)
def test_no_digit_of_a_percentage_is_lost(figure: Decimal, locale: str) -> None:
    assert 100 * Fraction(figure) == read_back(format_fraction_as_percent(figure, locale), locale)


@pytest.mark.parametrize(
    ("locale", "written"),
    [
        ("en", "-1,234,567.89"),
        ("ru", "-1\xa0234\xa0567,89"),
        ("kk", "-1\xa0234\xa0567,89"),
        ("ky", "-1\xa0234\xa0567,89"),
        ("tg", "-1\xa0234\xa0567,89"),
        ("tk", "-1\xa0234\xa0567,89"),
        ("uz", "-1\xa0234\xa0567,89"),
        ("zh", "-1,234,567.89"),
        ("fr", "-1\u202f234\u202f567,89"),
        ("de", "-1.234.567,89"),
        ("en-IN", "-12,34,567.89"),
    ],
)
def test_a_number_is_grouped_as_the_locale_groups(locale: str, written: str) -> None:
    assert written == format_number(Decimal("-1234567.89"), locale)


@pytest.mark.parametrize(
    ("locale", "dollars", "tenge"),
    [
        ("en", "$1,100,000,000.00", "KZT1,234,567.50"),
        ("ru", "1\xa0100\xa0000\xa0000,00\xa0$", "1\xa0234\xa0567,50\xa0KZT"),
        ("kk", "1\xa0100\xa0000\xa0000,00\xa0$", "1\xa0234\xa0567,50\xa0₸"),
        ("ky", "1\xa0100\xa0000\xa0000,00\xa0USD", "1\xa0234\xa0567,50\xa0KZT"),
        ("tg", "1\xa0100\xa0000\xa0000,00\xa0US$", "1\xa0234\xa0567,50\xa0KZT"),
        ("tk", "1\xa0100\xa0000\xa0000,00\xa0US$", "1\xa0234\xa0567,50\xa0KZT"),
        ("uz", "1\xa0100\xa0000\xa0000,00\xa0US$", "1\xa0234\xa0567,50\xa0KZT"),
        ("zh", "US$1,100,000,000.00", "KZT1,234,567.50"),
        ("fr", "1\u202f100\u202f000\u202f000,00\xa0$US", "1\u202f234\u202f567,50\xa0KZT"),
        ("de", "1.100.000.000,00\xa0$", "1.234.567,50\xa0KZT"),
        ("en-IN", "$1,10,00,00,000.00", "KZT12,34,567.50"),
    ],
)
def test_money_carries_the_locales_sign_of_the_currency(
    locale: str, dollars: str, tenge: str
) -> None:
    assert dollars == format_money(Decimal("1.1E+9"), "USD", locale)
    assert tenge == format_money(Decimal("1234567.5"), "KZT", locale)


def test_an_amount_finer_than_the_currency_keeps_its_digits() -> None:
    assert "$0.0000001" == format_money(Decimal("1E-7"), "USD", "en")
    assert "$1.005" == format_money(Decimal("1.005"), "USD", "en")
    assert "$1.50" == format_money(Decimal("1.5"), "USD", "en")
    assert "¥100" == format_money(Decimal("100"), "JPY", "en")
    assert "¥100.25" == format_money(Decimal("100.25"), "JPY", "en")


@pytest.mark.parametrize(
    ("locale", "tungsten", "plan"),
    [
        ("en", "$1.1B", "$35B"),
        ("ru", "1,1\xa0млрд\xa0$", "35\xa0млрд\xa0$"),
        ("kk", "1,1\xa0млрд\xa0$", "35\xa0млрд\xa0$"),
        ("ky", "1,1\xa0млд\xa0USD", "35\xa0млд\xa0USD"),
        ("tg", "1,1\xa0млрд.\xa0US$", "35\xa0млрд.\xa0US$"),
        ("tk", "1,1\xa0mlrd\xa0US$", "35\xa0mlrd\xa0US$"),
        ("uz", "1,1\xa0mlrd\xa0US$", "35\xa0mlrd\xa0US$"),
        ("zh", "US$11亿", "US$350亿"),
        ("fr", "1,1\xa0Md\xa0$US", "35\xa0Md\xa0$US"),
        ("de", "1,1\xa0Mrd.\xa0$", "35\xa0Mrd.\xa0$"),
        ("en-IN", "$110Cr", "$3.5KCr"),
    ],
)
def test_a_compact_amount_is_exact_in_every_locale(locale: str, tungsten: str, plan: str) -> None:
    assert tungsten == format_compact_money(Decimal("1.1E+9"), "USD", locale)
    assert plan == format_compact_money(Decimal("35000000000"), "USD", locale)


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        ("0", "$0"),
        ("0.5", "$0.5"),
        ("999.99", "$999.99"),
        ("1000", "$1K"),
        ("1001", "$1.001K"),
        ("999999", "$999.999K"),
        ("1000000", "$1M"),
        ("952000000", "$952M"),
        ("1123456789.01", "$1.12345678901B"),
        ("100000000000", "$100B"),
        ("1500000000000", "$1.5T"),
        ("-1100000000", "-$1.1B"),
    ],
)
def test_a_compact_amount_keeps_every_digit_unless_told_otherwise(
    amount: str, written: str
) -> None:
    assert written == format_compact_money(Decimal(amount), "USD", "en")


ENGLISH_SCALES = {"": 1, "K": 10**3, "M": 10**6, "B": 10**9, "T": 10**12}


def read_compact(text: str) -> tuple[Fraction, int]:
    """Read a compact English amount, and the scale that it is written in."""
    found = re.fullmatch(r"(-?)\$([0-9]+(?:\.[0-9]+)?)([KMBT]?)", text)
    assert found is not None, text
    scale = ENGLISH_SCALES[found[3]]
    return Fraction(found[1] + found[2]) * scale, scale


@given(figures)
def test_a_compact_amount_loses_no_digit(amount: Decimal) -> None:
    shown, _ = read_compact(format_compact_money(amount, "USD", "en"))

    assert Fraction(amount) == shown


@given(
    st.builds(
        lambda number, exponent: Decimal(f"{number}E{exponent}"),
        st.integers(-(10**12) + 1, 10**12 - 1) | st.integers(9990, 10000),
        st.integers(0, 2),
    ),
    st.integers(0, 4),
)
def test_an_asked_for_number_of_digits_rounds_by_at_most_half_of_the_last(
    amount: Decimal, digits: int
) -> None:
    written = format_compact_money(amount, "USD", "en", fraction_digits=digits)

    shown, scale = read_compact(written)
    assert abs(shown - Fraction(amount)) <= Fraction(scale, 2 * 10**digits)
    assert abs(shown) < 1000 * scale or "T" in written


@pytest.mark.parametrize(
    ("locale", "amount", "digits", "written"),
    [
        ("en", "999999", 0, "$1M"),
        ("en", "999999", 1, "$1M"),
        ("en", "999499", 0, "$999K"),
        ("en", "999999999", 0, "$1B"),
        ("en", "999999999999", 2, "$1T"),
        ("en", "-999999", 0, "-$1M"),
        ("en", "999949", 1, "$999.9K"),
        ("ru", "999999", 0, "1\xa0млн\xa0$"),
        ("kk", "999999999", 0, "1\xa0млрд\xa0$"),
        ("fr", "999999", 0, "1\xa0M\xa0$US"),
        ("zh", "999999", 0, "US$100万"),
    ],
)
def test_an_amount_that_rounds_up_takes_the_next_scale(
    locale: str, amount: str, digits: int, written: str
) -> None:
    assert written == format_compact_money(Decimal(amount), "USD", locale, fraction_digits=digits)


@pytest.mark.parametrize(
    ("locale", "amount", "written"),
    [
        ("zh", "99999999", "US$1亿"),
        ("zh", "9999999999999", "US$10万亿"),
        ("en-IN", "99999", "$1L"),
        ("en-IN", "9999999", "$1Cr"),
    ],
)
def test_the_next_scale_is_the_one_of_the_locale(locale: str, amount: str, written: str) -> None:
    assert written == format_compact_money(Decimal(amount), "USD", locale, fraction_digits=0)


@pytest.mark.parametrize(
    ("locale", "amount", "written"),
    [
        ("zh", "12345678", "US$1235万"),
        ("zh", "999600000000", "US$9996亿"),
        ("en", "999600000000000000", "$999600T"),
    ],
)
def test_no_amount_is_rounded_at_a_scale_that_the_locale_does_not_write(
    locale: str, amount: str, written: str
) -> None:
    assert written == format_compact_money(Decimal(amount), "USD", locale, fraction_digits=0)


# Each CLDR release gives more locales compact forms; babel 2.16 to 2.19 give these none.
@pytest.mark.parametrize("locale", ["uz_Arab", "uz-Arab", "ug", "bo"])
def test_a_locale_without_compact_forms_of_its_own_is_refused(locale: str) -> None:
    with pytest.raises(UnknownLocaleError, match="no compact forms"):
        format_compact_money(Decimal("1.1E+9"), "USD", locale)
    with pytest.raises(UnknownLocaleError, match="no compact forms"):
        format_compact_money(Decimal("1.1E+9"), "USD", locale, fraction_digits=1)


@pytest.mark.parametrize("locale", ["ug", "bo"])
def test_a_locale_without_compact_forms_still_writes_in_full(locale: str) -> None:
    written = format_money(Decimal("1100000000"), "USD", locale)

    assert "110000000000" == "".join(filter(str.isdigit, written))


@pytest.mark.parametrize(
    ("locale", "seventy", "finer"),
    [
        ("en", "70%", "70.125%"),
        ("ru", "70\xa0%", "70,125\xa0%"),
        ("kk", "70%", "70,125%"),
        ("ky", "70%", "70,125%"),
        ("tg", "70%", "70,125%"),
        ("tk", "70\xa0%", "70,125\xa0%"),
        ("uz", "70%", "70,125%"),
        ("zh", "70%", "70.125%"),
        ("fr", "70\xa0%", "70,125\xa0%"),
        ("de", "70\xa0%", "70,125\xa0%"),
        ("en-IN", "70%", "70.125%"),
    ],
)
def test_a_fraction_is_written_as_a_percentage(locale: str, seventy: str, finer: str) -> None:
    assert seventy == format_fraction_as_percent(Decimal("0.7"), locale)
    assert finer == format_fraction_as_percent(Decimal("0.70125"), locale)


@pytest.mark.parametrize(
    ("locale", "tonnes", "gigawatts"),
    [
        ("en", "410,000 metric tons", "1.5 gigawatts"),
        ("ru", "410\xa0000 тонн", "1,5 гигаватта"),
        ("kk", "410\xa0000 метрлік тонна", "1,5 гигаватт"),
        ("ky", "410\xa0000 метр тонна", "1,5 гигаватт"),
        ("tk", "410\xa0000 metrik tonna", "1,5 gigawat"),
        ("uz", "410\xa0000 tonna", "1,5 gigavatt"),
        ("fr", "410\u202f000\xa0tonnes", "1,5\xa0gigawatt"),
        ("de", "410.000\xa0Tonnen", "1,5\xa0Gigawatt"),
        ("en-IN", "4,10,000 tonnes", "1.5 gigawatts"),
    ],
)
def test_a_unit_is_written_in_the_locales_words(locale: str, tonnes: str, gigawatts: str) -> None:
    assert tonnes == format_unit(Decimal("410000"), "mass-tonne", "t", locale)
    assert gigawatts == format_unit(Decimal("1.5"), "power-gigawatt", "GW", locale)


def test_a_unit_stands_close_to_the_number_where_the_locale_writes_it_so() -> None:
    assert "410,000公吨" == format_unit(Decimal("410000"), "mass-tonne", "t", "zh")


def test_the_words_of_a_unit_follow_the_number() -> None:
    assert "1 тонна" == format_unit(Decimal(1), "mass-tonne", "t", "ru")
    assert "2 тонны" == format_unit(Decimal(2), "mass-tonne", "t", "ru")
    assert "5 тонн" == format_unit(Decimal(5), "mass-tonne", "t", "ru")
    assert "1 tonne" == format_unit(Decimal(1), "mass-tonne", "t", "en-GB")


def test_a_unit_that_the_locale_lacks_is_written_with_its_symbol() -> None:
    assert "410\xa0000 t" == format_unit(Decimal("410000"), "mass-tonne", "t", "tg")
    assert "410 kt" == format_unit(Decimal(410), "", "kt", "en")
    assert "410,123456789 kt" == format_unit(Decimal("410.123456789"), "", "kt", "ru")


def test_a_unit_is_written_with_more_than_three_digits_after_the_point() -> None:
    assert "1.23456789 metric tons" == format_unit(Decimal("1.23456789"), "mass-tonne", "t", "en")


def test_a_locale_is_found_by_either_spelling_of_its_tag() -> None:
    assert locale_named("ru-KZ") == locale_named("ru_KZ")
    assert ("ru", "KZ") == (locale_named("ru-KZ").language, locale_named("ru-KZ").territory)


@pytest.mark.parametrize("tag", ["", "en_KZ", "xx", "tungsten", "en-US-posix-more", None, 5, b"en"])
def test_a_locale_that_cldr_lacks_is_refused(tag: str) -> None:
    for write in (
        lambda: locale_named(tag),
        lambda: format_number(LONGEST, tag),
        lambda: format_money(LONGEST, "USD", tag),
        lambda: format_compact_money(LONGEST, "USD", tag),
        lambda: format_fraction_as_percent(LONGEST, tag),
        lambda: format_unit(LONGEST, "mass-tonne", "t", tag),
    ):
        with pytest.raises(UnknownLocaleError):
            write()
