"""Short amounts with a number of digits: rounded everywhere, and only to what can be asked for."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from babel import localedata
from hypothesis import given, strategies as st

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError, UnknownLocaleError
from centralasia_minerals.rendering.numbers import format_compact_money
from centralasia_minerals.values.money import Money


@pytest.mark.parametrize(
    ("amount", "digits", "written"),
    [
        ("12.7", 0, "$13"),
        ("12.75", 1, "$12.8"),
        ("12.5", 0, "$12"),
        ("-12.7", 0, "-$13"),
        ("0.4", 0, "$0"),
        ("-0.4", 0, "$0"),
        ("0", 2, "$0"),
        ("999.6", 0, "$1K"),
        ("-999.6", 0, "-$1K"),
        ("999.6", 1, "$999.6"),
        ("999999", 0, "$1M"),
        ("-999999", 0, "-$1M"),
        ("999999", 3, "$999.999K"),
        ("999999999.5", 2, "$1B"),
        ("1234567", 34, "$1.234567M"),
    ],
)
def test_an_amount_is_rounded_to_the_digits_asked_for(
    amount: str, digits: int, written: str
) -> None:
    assert written == Money(amount, "USD").compact("en", fraction_digits=digits)


@pytest.mark.parametrize("amount", ["12.7", "-12.7", "999.6", "999999.5", "99999999.9", "0.049"])
def test_no_locale_writes_more_digits_than_are_asked_for(amount: str) -> None:
    for tag in localedata.locale_identifiers():
        for digits in (0, 1):
            try:
                written = format_compact_money(Decimal(amount), "USD", tag, fraction_digits=digits)
            except UnknownLocaleError:
                continue
            number = re.search(r"\d[\d.,٫]*", written)
            assert number is not None
            after = re.split(r"[.,٫]", number[0].rstrip(".,٫"))[1:]
            assert sum(map(len, after)) <= digits, (tag, written)


@given(st.decimals(-2000, 2000, places=3), st.integers(0, 3))
def test_small_amounts_are_rounded_by_at_most_half_of_the_last_digit(
    amount: Decimal, digits: int
) -> None:
    written = Money(amount, "USD").compact("en", fraction_digits=digits)
    sign, number, unit = re.fullmatch(r"(-?)\$([0-9.]+)(K?)", written).groups()
    scale = 1000 if unit else 1

    assert abs(Decimal(f"{sign}{number}") * scale - amount) <= scale * Decimal(5).scaleb(
        -digits - 1
    )


@pytest.mark.parametrize("digits", ["a", "1", 1.5, 1.0, True, False, [1], Decimal(1), b"1"])
def test_digits_that_are_no_number_are_refused(digits: object) -> None:
    with pytest.raises(InvalidTypeError):
        Money(5, "USD").compact("en", fraction_digits=digits)


@pytest.mark.parametrize("digits", [-1, 35, 500, -(10**5000), 10**5000], ids=lambda _: "")
def test_digits_that_no_figure_has_are_refused(digits: int) -> None:
    with pytest.raises(InvalidValueError, match="at least 0 and at most 34"):
        Money(5, "USD").compact("en", fraction_digits=digits)
