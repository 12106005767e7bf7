"""Money: exact amounts that add, subtract, multiply and compare within one currency."""

from __future__ import annotations

import operator
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

import pytest
from hypothesis import given, strategies as st
from skeleton import ORDERINGS, ValueTypeRules, build, refused
from strategies import amounts, amounts_in_any_currency, figures, longest_figures

from centralasia_minerals.errors import CurrencyMismatchError, InvalidTypeError, InvalidValueError
from centralasia_minerals.values.currency import Currency
from centralasia_minerals.values.money import Money


class TestMoneyIsAValue(ValueTypeRules):
    builds: ClassVar = {
        "Money('1100000000', 'USD')": {
            "amount": Decimal("1100000000"),
            "currency": Currency("USD"),
        },
        "Money(900000000, Currency('USD'))": {
            "amount": Decimal("900000000"),
            "currency": Currency("USD"),
        },
        "Money(Decimal('1.1E+9'), 'USD')": {
            "amount": Decimal("1100000000"),
            "currency": Currency("USD"),
        },
        "Money('-0.5', 'KZT')": {"amount": Decimal("-0.5"), "currency": Currency("KZT")},
        "Money('9' * 34, 'UZS')": {"amount": Decimal("9" * 34), "currency": Currency("UZS")},
        "Money.zero('EUR')": {"amount": Decimal(0), "currency": Currency("EUR")},
        "Money('952', 'EUR').zeroed()": {"amount": Decimal(0), "currency": Currency("EUR")},
    }
    unequal: ClassVar = (
        "Money('-300000000', 'USD')",
        "Money('0', 'USD')",
        "Money('0.0000000001', 'USD')",
        "Money('952000000', 'USD')",
        "Money('1100000000', 'USD')",
        "Money('1100000000.01', 'USD')",
    )
    equal: ClassVar = (
        ("Money('1', 'USD')", "Money('1.00', 'USD')"),
        ("Money(1100000000, 'USD')", "Money(Decimal('1.1E+9'), Currency('USD'))"),
        ("Money('-0', 'KZT')", "Money('0.00', 'KZT')"),
        ("Money(Decimal('-0E+50'), 'KZT')", "Money(0, 'KZT')"),
    )
    is_ordered: ClassVar = True
    refused: ClassVar = {
        # wrong types
        "Money(1.1, 'USD')": InvalidTypeError,
        "Money(float('nan'), 'USD')": InvalidTypeError,
        "Money(True, 'USD')": InvalidTypeError,
        "Money(False, 'USD')": InvalidTypeError,
        "Money(None, 'USD')": InvalidTypeError,
        "Money(b'1', 'USD')": InvalidTypeError,
        "Money(Fraction(1, 2), 'USD')": InvalidTypeError,
        "Money(1j, 'USD')": InvalidTypeError,
        "Money(['1'], 'USD')": InvalidTypeError,
        "Money(Money(1, 'USD'), 'USD')": InvalidTypeError,
        "Money('1', None)": InvalidTypeError,
        "Money('1', 840)": InvalidTypeError,
        "Money('1', b'USD')": InvalidTypeError,
        "Money('1')": TypeError,
        # not finite
        "Money(Decimal('NaN'), 'USD')": InvalidValueError,
        "Money(Decimal('sNaN'), 'USD')": InvalidValueError,
        "Money(Decimal('Infinity'), 'USD')": InvalidValueError,
        "Money(Decimal('-Infinity'), 'USD')": InvalidValueError,
        "Money('NaN', 'USD')": InvalidValueError,
        "Money('sNaN', 'USD')": InvalidValueError,
        "Money('Infinity', 'USD')": InvalidValueError,
        # too long
        "Money('1' * 35, 'USD')": InvalidValueError,
        "Money('1' * 100000, 'USD')": InvalidValueError,
        "Money('0.' + '0' * 33 + '1', 'USD')": InvalidValueError,
        "Money('1' * 20 + '.' + '1' * 15, 'USD')": InvalidValueError,
        "Money(10**34, 'USD')": InvalidValueError,
        "Money(10**5000, 'USD')": InvalidValueError,
        "Money(Decimal('1E+34'), 'USD')": InvalidValueError,
        "Money(Decimal('1E-34'), 'USD')": InvalidValueError,
        "Money(Decimal('1E+999999'), 'USD')": InvalidValueError,
        "Money(Decimal('1E+999999999'), 'USD')": InvalidValueError,
        "Money(Decimal('1' * 201), 'USD')": InvalidValueError,
        "Money(Decimal('-0.' + '1' * 201), 'USD')": InvalidValueError,
        "Money(-(10**5000), 'USD')": InvalidValueError,
        # not plainly written
        "Money('', 'USD')": InvalidValueError,
        "Money('1e9', 'USD')": InvalidValueError,
        "Money('1.1E+9', 'USD')": InvalidValueError,
        "Money('1_000', 'USD')": InvalidValueError,
        "Money('1,000', 'USD')": InvalidValueError,
        "Money('1 000', 'USD')": InvalidValueError,
        "Money(' 1', 'USD')": InvalidValueError,
        "Money('1 ', 'USD')": InvalidValueError,
        "Money('1\\n', 'USD')": InvalidValueError,
        "Money('+1', 'USD')": InvalidValueError,
        "Money('--1', 'USD')": InvalidValueError,
        "Money('.5', 'USD')": InvalidValueError,
        "Money('5.', 'USD')": InvalidValueError,
        "Money('1.1.1', 'USD')": InvalidValueError,
        "Money('0x10', 'USD')": InvalidValueError,
        "Money('٥', 'USD')": InvalidValueError,
        "Money('５', 'USD')": InvalidValueError,
        "Money('−5', 'USD')": InvalidValueError,
        "Money('1.1 billion', 'USD')": InvalidValueError,
        # no currency of today
        "Money('1', 'XTS')": InvalidValueError,
        "Money('1', 'XXX')": InvalidValueError,
        "Money('1', 'XAU')": InvalidValueError,
        "Money('1', 'usd')": InvalidValueError,
        "Money('1', 'USD ')": InvalidValueError,
        "Money('1', '')": InvalidValueError,
        "Money.zero('ZZZ')": InvalidValueError,
        # not what str writes
        "Money.parse('')": InvalidValueError,
        "Money.parse('1100000000 USD')": InvalidValueError,
        "Money.parse('USD1100000000')": InvalidValueError,
        "Money.parse('USD  1')": InvalidValueError,
        "Money.parse('USD 1,000')": InvalidValueError,
        "Money.parse('USD 1_000')": InvalidValueError,
        "Money.parse('USD 1e9')": InvalidValueError,
        "Money.parse('USD NaN')": InvalidValueError,
        "Money.parse('USD ٥')": InvalidValueError,
        "Money.parse('USD 1\\n')": InvalidValueError,
        "Money.parse(' USD 1')": InvalidValueError,
        "Money.parse('usd 1')": InvalidValueError,
        "Money.parse('XXX 1')": InvalidValueError,
        "Money.parse('USD ' + '1' * 35)": InvalidValueError,
        "Money.parse(1100000000)": (InvalidTypeError, InvalidValueError),
        "Money.parse(None)": (InvalidTypeError, InvalidValueError),
    }


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("Money(1, 'USD') + 1", TypeError),
        ("1 + Money(1, 'USD')", TypeError),
        ("0.0 + Money(1, 'USD')", TypeError),
        ("False + Money(1, 'USD')", TypeError),
        ("Decimal(0) + Money(1, 'USD')", TypeError),
        ("Money(1, 'USD') - 0", TypeError),
        ("Money(1, 'USD') + None", TypeError),
        ("Money(1, 'USD') + Measure(1, 'tonne')", TypeError),
        ("Money(1, 'USD') * 1.1", TypeError),
        ("1.1 * Money(1, 'USD')", TypeError),
        ("Money(1, 'USD') * True", TypeError),
        ("Money(1, 'USD') * '2'", TypeError),
        ("Money(1, 'USD') * Money(1, 'USD')", TypeError),
        ("Money(1, 'USD') * Decimal('NaN')", InvalidValueError),
        ("Money(1, 'USD') * Decimal('Infinity')", InvalidValueError),
        ("Money('9' * 34, 'USD') + Money(1, 'USD')", InvalidValueError),
        ("Money(10**33, 'USD') + Money('0.1', 'USD')", InvalidValueError),
        ("Money(0, 'USD') * Decimal('1E+34')", InvalidValueError),
        ("Money('0.1', 'USD') * Decimal('1E+34')", InvalidValueError),
        ("Money(0, 'USD') * Decimal('Infinity')", InvalidValueError),
        ("Money('-' + '9' * 34, 'USD') - Money(1, 'USD')", InvalidValueError),
        ("Money('9' * 34, 'USD') * 10", InvalidValueError),
        ("Money('0.' + '1' * 20, 'USD') * Decimal('0.' + '1' * 20)", InvalidValueError),
        ("Money.sum([])", InvalidValueError),
        ("Money.sum([1, 2])", InvalidTypeError),
        ("Money.sum([None])", InvalidTypeError),
        ("Money.sum([Measure(1, 'tonne')])", InvalidTypeError),
        ("Money.sum([Money(1, 'USD'), 2])", InvalidTypeError),
        ("Money.sum([Money(1, 'USD'), None])", InvalidTypeError),
        ("Money.sum([Money('9' * 34, 'USD'), Money(1, 'USD')])", InvalidValueError),
        ("Money(1, 'USD').rounded(True)", InvalidTypeError),
        ("Money(1, 'USD').rounded(2.0)", TypeError),
    ],
)
def test_arithmetic_refuses_what_is_not_money_or_cannot_be_exact(
    text: str, error: type[Exception]
) -> None:
    with refused(error):
        build(text)


def test_thirty_four_digits_pass_wherever_the_point_stands() -> None:
    for text in ("9" * 34, f"{'9' * 30}.9999", f"0.{'9' * 33}"):
        assert f"TJS {text}" == str(Money(text, "TJS"))


@given(amounts(), amounts())
def test_addition_commutes(a: Money, b: Money) -> None:
    assert a + b == b + a


@given(amounts(), amounts(), amounts())
def test_addition_is_associative(a: Money, b: Money, c: Money) -> None:
    assert (a + b) + c == a + (b + c)


@given(amounts(), amounts())
def test_subtraction_undoes_addition(a: Money, b: Money) -> None:
    assert a == (a + b) - b


@given(amounts(), amounts())
def test_addition_and_subtraction_lose_no_digit(a: Money, b: Money) -> None:
    one, other = Fraction(a.amount), Fraction(b.amount)

    assert one + other == Fraction((a + b).amount)
    assert one - other == Fraction((a - b).amount)


@given(amounts())
def test_zero_changes_nothing_and_what_is_negated_cancels(a: Money) -> None:
    assert a == a + a.zeroed()
    assert a == (-a) * -1
    assert a.zeroed() == a + -a
    assert abs(a) == (a if a.amount >= 0 else -a)


@given(amounts(), figures())
def test_multiplication_loses_no_digit_on_either_side(a: Money, factor: Decimal) -> None:
    expected = Fraction(a.amount) * Fraction(factor)

    assert expected == Fraction((a * factor).amount)
    assert expected == Fraction((factor * a).amount)


@given(amounts(), st.integers(-1000, 1000), st.integers(-1000, 1000))
def test_multiplication_distributes_over_addition(a: Money, m: int, n: int) -> None:
    assert a * m + a * n == a * (m + n)


def test_amounts_that_binary_fractions_miss_add_exactly() -> None:
    assert Money("0.3", "USD") == Money("0.1", "USD") + Money("0.2", "USD")


@given(amounts_in_any_currency(longest_figures()))
def test_no_digit_of_an_amount_is_lost(a: Money) -> None:
    again = Money(a.amount, a.currency)

    assert a.amount.as_tuple() == again.amount.as_tuple()


@given(longest_figures())
def test_the_amount_is_the_figure_given(figure: Decimal) -> None:
    assert Fraction(figure) == Fraction(Money(figure, "KZT").amount)


@given(amounts_in_any_currency(longest_figures()))
def test_parse_is_the_inverse_of_str(a: Money) -> None:
    written = str(a)

    assert a == Money.parse(written)
    assert written == str(Money.parse(written))
    assert "E" not in written[3:]


def test_str_is_the_code_and_every_digit() -> None:
    assert "USD 1100000000" == str(Money("1100000000", "USD"))
    assert "USD 1100000000" == str(Money(Decimal("1.1E+9"), "USD"))
    assert "KZT -0.50" == str(Money("-0.50", "KZT"))
    assert "KZT 0.00" == str(Money("-0.00", "KZT"))
    assert "KZT 0.0000001" == str(Money(Decimal("1E-7"), "KZT"))


def test_repr_is_what_one_would_type() -> None:
    assert "Money('1100000000', 'USD')" == repr(Money(Decimal("1.1E+9"), "USD"))


@given(amounts_in_any_currency(longest_figures()))
def test_repr_can_be_pasted(a: Money) -> None:
    assert a == build(repr(a))


@given(figures(digits=12, places=8, zeros=0), st.integers(0, 8))
def test_trailing_zeros_change_neither_equality_nor_hash(figure: Decimal, zeros: int) -> None:
    sign, digits, exponent = figure.as_tuple()
    padded = Decimal((sign, digits + (0,) * zeros, int(exponent) - zeros))

    one, other = Money(figure, "TMT"), Money(padded, "TMT")

    assert one == other
    assert hash(one) == hash(other)


@given(amounts(), amounts())
def test_the_order_is_that_of_the_amounts(a: Money, b: Money) -> None:
    expected = [compare(Fraction(a.amount), Fraction(b.amount)) for compare in ORDERINGS]

    assert expected == [compare(a, b) for compare in ORDERINGS]
    assert (a.amount == b.amount) == (a == b)


@given(st.lists(amounts(), min_size=1, max_size=20))
def test_the_fast_sum_is_the_builtin_sum(several: list[Money]) -> None:
    assert sum(several) == Money.sum(several)
    assert sum((Fraction(a.amount) for a in several), Fraction(0)) == Fraction(
        Money.sum(iter(several)).amount
    )


def test_sum_of_one_amount_is_that_amount() -> None:
    pledge = Money("35000000000", "USD")

    assert pledge == Money.sum([pledge])
    assert pledge == sum([pledge])


@pytest.mark.parametrize("combine", [operator.add, operator.sub, *ORDERINGS])
def test_two_currencies_never_meet_in_silence(combine: Callable[..., object]) -> None:
    dollars, euros = Money("1100000000", "USD"), Money("952000000", "EUR")

    with refused(CurrencyMismatchError):
        combine(dollars, euros)


def test_a_mismatch_names_both_currencies() -> None:
    with pytest.raises(CurrencyMismatchError) as caught:
        Money("1100000000", "USD") + Money("952000000", "EUR")

    assert "USD" in str(caught.value)
    assert "EUR" in str(caught.value)


def test_a_sum_over_two_currencies_is_refused() -> None:
    mixed = [Money(1, "USD"), Money(1, "USD"), Money(1, "EUR")]

    with refused(CurrencyMismatchError):
        Money.sum(mixed)
    with refused(CurrencyMismatchError):
        sum(mixed)


@given(figures())
def test_equal_figures_of_two_currencies_are_unequal(figure: Decimal) -> None:
    assert Money(figure, "USD") != Money(figure, "EUR")
    assert (Money(figure, "USD") == Money(figure, "EUR")) is False


def test_nothing_in_dollars_is_not_nothing_in_euros() -> None:
    assert Money.zero("USD") != Money.zero("EUR")


@pytest.mark.parametrize(
    ("text", "places", "rounded"),
    [
        ("2.345", 2, "2.34"),
        ("2.355", 2, "2.36"),
        ("2.5", 0, "2"),
        ("-2.345", 2, "-2.34"),
        ("1149999999", -8, "1100000000"),
        ("2", 2, "2.00"),
    ],
)
def test_rounding_on_request_is_half_to_even(text: str, places: int, rounded: str) -> None:
    assert f"USD {rounded}" == str(Money(text, "USD").rounded(places))


def test_another_way_of_rounding_is_named() -> None:
    assert Money("2.35", "USD") == Money("2.345", "USD").rounded(2, rounding="ROUND_HALF_UP")
