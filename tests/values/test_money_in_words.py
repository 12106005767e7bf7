"""Money as a reader of some language writes it: formatted, shortened, and read back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st
from skeleton import refused
from strategies import figures

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError, UnknownLocaleError
from centralasia_minerals.rendering.numbers import format_number
from centralasia_minerals.values.money import Money

TUNGSTEN = Money("1100000000", "USD")


def test_format_writes_every_digit_with_the_sign_of_the_currency() -> None:
    assert "$1,100,000,000.00" == TUNGSTEN.format("en")
    assert "952.000.000,00\xa0€" == Money("952000000", "EUR").format("de")


def test_compact_is_exact_unless_digits_are_asked_for() -> None:
    assert "$1.1B" == TUNGSTEN.compact("en")
    assert "$1.123456789B" == Money("1123456789", "USD").compact("en")
    assert "$1.12B" == Money("1123456789", "USD").compact("en", fraction_digits=2)


def test_a_locale_is_never_taken_from_the_environment() -> None:
    for write in (TUNGSTEN.format, TUNGSTEN.compact):
        with pytest.raises(TypeError):
            write()
        with refused(UnknownLocaleError):
            write(None)
        with refused(UnknownLocaleError):
            write("")


@pytest.mark.parametrize(
    ("digits", "locale", "amount"),
    [
        ("1,100,000,000.50", "en", "1100000000.50"),
        ("1.100.000.000,50", "de", "1100000000.50"),
        ("1\xa0100\xa0000,5", "ru", "1100000.5"),
        ("1\u202f100\u202f000,5", "fr", "1100000.5"),
        ("1,10,00,000", "en-IN", "11000000"),
        ("1100000000", "kk", "1100000000"),
        ("-1,100", "en", "-1100"),
        ("0.5", "en", "0.5"),
    ],
)
def test_an_amount_is_read_as_its_locale_writes_it(digits: str, locale: str, amount: str) -> None:
    assert Money(amount, "USD") == Money.parse_localized(digits, "USD", locale=locale)


@given(figures(), st.sampled_from(["en", "ru", "kk", "uz", "zh", "fr", "de", "en-IN"]))
def test_what_a_locale_writes_it_reads_back(figure: Decimal, locale: str) -> None:
    written = format_number(figure, locale)

    assert Money(figure, "USD") == Money.parse_localized(written, "USD", locale=locale)


@pytest.mark.parametrize(
    ("digits", "locale"),
    [
        ("1.5", "de"),
        ("1,5", "en"),
        ("1,10,000", "en"),
        ("1,100.5", "ru"),
        ("", "en"),
        ("$5", "en"),
        ("1.1 billion", "en"),
        ("NaN", "en"),
        ("Infinity", "en"),
        ("1" * 35, "en"),
    ],
)
def test_an_amount_that_the_locale_would_not_write_so_is_refused(digits: str, locale: str) -> None:
    with refused(InvalidValueError):
        Money.parse_localized(digits, "USD", locale=locale)


@pytest.mark.parametrize("digits", ["1e5", "1E+5", "1_000", " 5", "5 ", "5\n", "٥", "５"])
def test_no_locale_writes_exponents_underscores_blanks_or_foreign_digits(digits: str) -> None:
    with refused(InvalidValueError):
        Money.parse_localized(digits, "USD", locale="en")


@pytest.mark.parametrize("digits", [1100, 1.1, None, b"1"])
def test_only_text_is_read(digits: object) -> None:
    with refused((InvalidTypeError, InvalidValueError)):
        Money.parse_localized(digits, "USD", locale="en")


def test_an_amount_is_read_in_a_locale_that_exists_and_a_currency_of_today() -> None:
    with refused(UnknownLocaleError):
        Money.parse_localized("1", "USD", locale="en_KZ")
    with refused(InvalidValueError):
        Money.parse_localized("1", "XTS", locale="ru")
