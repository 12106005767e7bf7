"""Exact decimals: what 34 digits write in full is kept digit by digit, and the rest is refused."""

from __future__ import annotations

from decimal import Context, Decimal, Inexact, localcontext

import pytest
from hypothesis import given, strategies as st
from skeleton import refused
from strategies import HOSTILE_CONTEXTS, longest_figures, written

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.values.exact_decimal import (
    EXACT,
    MAX_DIGITS,
    Operation,
    exact_decimal,
    exactly,
)

OPERATIONS = (Context.add, Context.subtract, Context.multiply)

# Around 34 digits on either side of the point, with zeros at the end, and far beyond.
COEFFICIENTS = st.one_of(
    st.integers(-(10**3), 10**3),
    st.integers(-(10**36), 10**36),
    st.builds(lambda number, zeros: number * 10**zeros, st.integers(-99, 99), st.integers(0, 230)),
    st.builds(
        lambda digit, length: int(digit * length), st.sampled_from("19"), st.integers(1, 230)
    ),
)
EXPONENTS = st.one_of(
    st.integers(-70, 70),
    st.integers(-240, 240),
    st.sampled_from([-(10**9), 10**9, -1999999999999999997, 999999999999999000]),
)
SIGNS = st.sampled_from(["", "-"])
DECIMALS = st.one_of(
    st.builds(written, COEFFICIENTS, st.integers(-40, 40)),
    st.builds(written, COEFFICIENTS, EXPONENTS),
    st.builds(lambda sign, exponent: Decimal(f"{sign}0E{exponent}"), SIGNS, EXPONENTS),
    st.sampled_from(
        [Decimal(text) for text in ("NaN", "-NaN123", "sNaN", "Infinity", "-Infinity")]
    ),
)


def digits_in_full(number: Decimal) -> int:
    """Count the digits without a context, as a person would who writes the number out."""
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    return max(number.adjusted(), 0) + 1 + max(-exponent, 0)


def within_digits(number: Decimal) -> Decimal | None:
    """Return what is kept of a number, found slowly; None if it is refused."""
    if not number.is_finite():
        return None
    if number.is_zero():
        is_short = int(number.as_tuple().exponent) <= 0 and digits_in_full(number) <= MAX_DIGITS
        return number.copy_abs() if is_short else Decimal(0)
    if digits_in_full(number) <= MAX_DIGITS:
        return number
    try:
        shorter = number.normalize(EXACT)
    except Inexact:
        return None
    return shorter if digits_in_full(shorter) <= MAX_DIGITS else None


def kept(value: Decimal | int | str) -> Decimal | None:
    try:
        return exact_decimal(value, "a figure")
    except InvalidValueError:
        return None


def computed(operate: Operation, one: Decimal, other: Decimal) -> Decimal | None:
    try:
        return exactly(operate, one, other, "a figure")
    except InvalidValueError:
        return None


def in_digits(number: Decimal | None) -> object:
    """Return what tells 1 from 1.0, and 0 from -0."""
    return None if number is None else number.as_tuple()


@given(DECIMALS, st.sampled_from([Context(), *HOSTILE_CONTEXTS.values()]))
def test_what_is_kept_and_what_is_refused_is_told_by_the_digits_written_out(
    number: Decimal, context: Context
) -> None:
    expected = within_digits(number)

    with localcontext(context):
        actual = kept(number)

    assert in_digits(expected) == in_digits(actual)


@given(
    st.sampled_from(OPERATIONS),
    DECIMALS.map(kept).filter(lambda number: number is not None) | longest_figures(),
    DECIMALS.map(kept).filter(lambda number: number is not None) | longest_figures(),
    st.sampled_from([Context(), *HOSTILE_CONTEXTS.values()]),
)
def test_a_result_is_kept_or_refused_as_if_it_were_given(
    operate: Operation, one: Decimal, other: Decimal, context: Context
) -> None:
    expected = within_digits(operate(EXACT, one, other))

    with localcontext(context):
        actual = computed(operate, one, other)

    assert in_digits(expected) == in_digits(actual)


@given(COEFFICIENTS)
def test_an_int_and_its_text_are_kept_as_their_decimal_is(number: int) -> None:
    expected = in_digits(within_digits(Decimal(number)))

    assert expected == in_digits(kept(number))
    assert expected == in_digits(kept(str(number)))


@pytest.mark.parametrize(
    ("given", "digits"),
    [
        ("1E+33", "1E+33"),
        ("1E-33", "1E-33"),
        ("1.10", "1.10"),
        ("1." + "0" * 33, "1." + "0" * 33),
        ("1." + "0" * 34, "1"),
        ("1" + "0" * 33 + ".0", "1E+33"),
        ("1" * 20 + "0" * 14 + ".00", "1" * 20 + "E+14"),
        ("1." + "0" * 300, "1"),
        ("-0", "0"),
        ("-0.00", "0.00"),
        ("0E-33", "0E-33"),
        ("0E-34", "0"),
        ("0E+1", "0"),
    ],
)
def test_zeros_at_the_end_stay_unless_the_figure_is_too_long_with_them(
    given: str, digits: str
) -> None:
    assert in_digits(Decimal(digits)) == in_digits(kept(Decimal(given)))


@pytest.mark.parametrize(
    "text",
    ["1E+34", "1E+40", "1E-34", "1E+999999999", "1E-1999999999999999997", "1" * 35, "1" * 201],
)
def test_too_many_digits_are_refused_by_an_error_that_says_so(text: str) -> None:
    for number in (Decimal(text), Decimal(f"-{text}")):
        with pytest.raises(InvalidValueError, match="it has more than 34 digits"):
            exact_decimal(number, "a figure")


def test_a_sum_of_two_short_figures_may_be_too_long() -> None:
    most, tenth = Decimal("1E+33"), Decimal("0.1")

    with pytest.raises(InvalidValueError, match="it has more than 34 digits"):
        exactly(Context.add, most, tenth, "a figure")
    assert most == exactly(Context.add, most, Decimal("0.0"), "a figure")


def test_a_kind_of_decimal_is_kept_as_a_plain_one() -> None:
    class Tenge(Decimal):
        pass

    assert Decimal is type(exact_decimal(Tenge("1.50"), "a figure"))


@pytest.mark.parametrize("value", [1.5, float("nan"), True, None, b"1", 1j, ["1"], (0, (1,), 0)])
def test_other_types_are_refused(value: object) -> None:
    with refused(InvalidTypeError):
        exact_decimal(value, "a figure")
