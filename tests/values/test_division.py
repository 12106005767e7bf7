"""Division, rounding and signs of amounts and measures; shares of them; nothing is lost."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given, strategies as st
from skeleton import build, refused
from strategies import amounts, amounts_in_any_currency, figures, measures

from centralasia_minerals.errors import (
    CurrencyMismatchError,
    DivisionByZeroError,
    InvalidTypeError,
    InvalidValueError,
    UnitMismatchError,
)
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.share import Share

shares = st.builds(lambda number: Share(Decimal(number).scaleb(-4)), st.integers(0, 10**4))
divisors = st.integers(-1000, 1000).filter(bool) | figures(4, 2, 0).filter(bool)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Money(10, 'USD') / 4", "Money('2.5', 'USD')"),
        ("Money('100.00', 'USD') / Decimal('0.5')", "Money(200, 'USD')"),
        ("Money(10, 'USD') / Money(4, 'USD')", "Fraction(5, 2)"),
        ("Money(1, 'USD') / Money(3, 'USD')", "Fraction(1, 3)"),
        ("divmod(Money(10, 'USD'), 3)", "(Money('3.33', 'USD'), Money('0.01', 'USD'))"),
        ("divmod(Money(-10, 'USD'), 3)", "(Money('-3.34', 'USD'), Money('0.02', 'USD'))"),
        ("divmod(Money(10, 'USD'), -3)", "(Money('-3.34', 'USD'), Money('-0.02', 'USD'))"),
        ("divmod(Money(100, 'JPY'), 3)", "(Money(33, 'JPY'), Money(1, 'JPY'))"),
        ("divmod(Money('1.0001', 'USD'), 2)", "(Money('0.5', 'USD'), Money('0.0001', 'USD'))"),
        ("round(Money('2.345', 'USD'), 2)", "Money('2.34', 'USD')"),
        ("round(Money('2.5', 'USD'))", "Money(2, 'USD')"),
        ("round(Money(1149999999, 'USD'), -8)", "Money(1100000000, 'USD')"),
        ("+Money(5, 'USD')", "Money(5, 'USD')"),
        ("Money(1100000000, 'USD') * Share('0.7')", "Money(770000000, 'USD')"),
        ("Share('0.7') * Money(1100000000, 'USD')", "Money(770000000, 'USD')"),
        ("Measure(10, 'tonne') / 4", "Measure('2.5', 'tonne')"),
        ("Measure(1, 'kilotonne') / Measure(3, 'tonne')", "Fraction(1000, 3)"),
        ("Measure(1, 'troy ounce') / Measure(1, 'gram')", "Fraction(311034768, 10**7)"),
        ("+Measure(5, 'tonne')", "Measure(5, 'tonne')"),
        ("-Measure(5, 'tonne')", "Measure(-5, 'tonne')"),
        ("abs(Measure(-5, 'tonne'))", "Measure(5, 'tonne')"),
        ("round(Measure('2.345', 'tonne'), 2)", "Measure('2.34', 'tonne')"),
        ("Measure('2.345', 'tonne').rounded(2, rounding='ROUND_UP')", "Measure('2.35', 'tonne')"),
        ("Measure(10, 'tonne') * Share('0.7')", "Measure(7, 'tonne')"),
        ("Share('0.5') * Share('0.7')", "Share('0.35')"),
    ],
)
def test_the_result_is_exact(text: str, result: str) -> None:
    assert build(result) == build(text)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("Money(10, 'USD') / 3", InvalidValueError),
        ("Money(1, 'USD') / 2**60", InvalidValueError),
        ("Money(10, 'USD') / 0", DivisionByZeroError),
        ("Money(10, 'USD') / Decimal('0.00')", DivisionByZeroError),
        ("Money(10, 'USD') / Decimal('NaN')", InvalidValueError),
        ("Money(10, 'USD') / Money(0, 'USD')", DivisionByZeroError),
        ("Money(10, 'USD') / Money(4, 'EUR')", CurrencyMismatchError),
        ("Money(10, 'USD') / 0.5", TypeError),
        ("Money(10, 'USD') / True", TypeError),
        ("Money(10, 'USD') / '2'", TypeError),
        ("Money(10, 'USD') / Measure(1, 'tonne')", TypeError),
        ("10 / Money(10, 'USD')", TypeError),
        ("Money(10, 'USD') / 10**5000", InvalidValueError),
        ("divmod(Money(10, 'USD'), 0)", DivisionByZeroError),
        ("divmod(Money(10, 'USD'), 0.5)", TypeError),
        ("divmod(Money(10, 'USD'), True)", TypeError),
        ("divmod(Money('9' * 34, 'USD'), Decimal('0.1'))", InvalidValueError),
        ("round(Money(10, 'USD'), 2.0)", InvalidTypeError),
        ("round(Money(10, 'USD'), True)", InvalidTypeError),
        ("round(Money(10, 'USD'), 10**5000)", InvalidValueError),
        ("Money(10, 'USD').rounded(2, rounding='up')", InvalidValueError),
        ("Money(10, 'USD').rounded(2, rounding=5)", InvalidTypeError),
        ("Money(10, 'USD').rounded(2, rounding=None)", InvalidTypeError),
        ("Money(10, 'USD').rounded(2, rounding=['ROUND_UP'])", InvalidTypeError),
        ("Money('9' * 34, 'USD') * Share('0.7')", InvalidValueError),
        ("Measure(10, 'tonne') / 3", InvalidValueError),
        ("Measure(10, 'tonne') / 0", DivisionByZeroError),
        ("Measure(10, 'tonne') / Measure(0, 'gram')", DivisionByZeroError),
        ("Measure(10, 'tonne') / Measure(1, 'megawatt')", UnitMismatchError),
        ("Share('0.5') * 2", TypeError),
        ("Share('0.5') * True", TypeError),
        ("sum([Money(1, 'USD'), 5])", TypeError),
        ("sum([5, Money(1, 'USD')])", TypeError),
        ("sum([Money(1, 'USD'), None])", TypeError),
        ("sum([Measure(1, 'tonne'), 5])", TypeError),
        ("sum([Measure(1, 'tonne'), Money(1, 'USD')])", TypeError),
    ],
)
def test_what_cannot_be_is_refused(text: str, error: type[Exception]) -> None:
    with refused(error):
        build(text)


def test_a_division_that_does_not_end_names_what_loses_nothing() -> None:
    with pytest.raises(InvalidValueError) as caught:
        Money(10, "USD") / 3

    assert (
        "divide USD 10 by 3: it does not end within 34 digits; "
        "use divmod(money, number) or .allocate(weights), which lose nothing" == str(caught.value)
    )


def test_a_division_by_zero_is_the_builtin_that_a_caller_expects() -> None:
    for divisor in (0, Money(0, "USD")):
        with pytest.raises(ZeroDivisionError):
            Money(10, "USD") / divisor


def test_an_amount_is_laid_out_as_text() -> None:
    cost = Money("1100000000", "USD")

    assert "USD 1100000000" == f"{cost}" == f"{cost:}"
    assert "  USD 1100000000" == f"{cost:>16}"
    assert "USD 1100000000--" == f"{cost:-<16}"
    with refused(InvalidValueError):
        f"{cost:,.2f}"
    with refused(InvalidTypeError):
        cost.__format__(5)


def test_what_is_rounded_half_up_says_so() -> None:
    assert "USD 2.35" == str(Money("2.345", "USD").rounded(2, rounding=ROUND_HALF_UP))


@given(amounts_in_any_currency(), divisors)
def test_a_quotient_and_what_is_left_over_make_the_amount(
    amount: Money, divisor: int | Decimal
) -> None:
    quotient, left = divmod(amount, divisor)

    assert amount == quotient * divisor + left
    assert 0 <= abs(Fraction(left.amount))
    assert not left.amount or (left.amount > 0) is (divisor > 0)


@given(amounts(), divisors)
def test_a_division_is_undone_by_multiplying_or_refused(
    amount: Money, divisor: int | Decimal
) -> None:
    try:
        quotient = amount / divisor
    except InvalidValueError:
        prime = (Fraction(amount.amount) / Fraction(divisor)).denominator
        assume(prime < 10**12)
        while prime % 2 == 0 or prime % 5 == 0:
            prime //= 2 if prime % 2 == 0 else 5
        assert prime > 1
    else:
        assert amount == quotient * divisor


@given(amounts(), amounts().filter(lambda one: bool(one.amount)))
def test_the_ratio_of_two_amounts_is_exact(one: Money, other: Money) -> None:
    assert Fraction(one.amount) / Fraction(other.amount) == one / other


@given(measures(), measures())
def test_the_ratio_of_two_measures_is_exact_across_units(one: Measure, other: Measure) -> None:
    if one.unit.dimension is other.unit.dimension and other.magnitude:
        ratio = one / other
        assert (one < other) is (ratio < 1) or other.magnitude < 0
    elif one.unit.dimension is not other.unit.dimension:
        with refused(UnitMismatchError):
            one / other


@given(amounts(), shares)
def test_a_share_of_an_amount_is_exact(amount: Money, share: Share) -> None:
    assert Fraction(amount.amount) * Fraction(share.fraction) == Fraction((amount * share).amount)
    assert amount * share == share * amount


@given(shares, shares)
def test_a_share_of_a_share_is_a_share(one: Share, other: Share) -> None:
    assert Fraction(one.fraction) * Fraction(other.fraction) == Fraction((one * other).fraction)
