"""Sharing money out: no cent is lost, and nobody gets a whole cent more or less than is fair."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st
from skeleton import build, refused
from strategies import amounts_in_any_currency

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.values.money import Money

# Digits that CLDR gives an amount of each currency of the strategies.
LAST_PLACE = {"JPY": 0, "KWD": 3}

weights = st.lists(
    st.integers(0, 1000) | st.decimals(0, 100, places=2), min_size=1, max_size=8
).filter(any)


def last_unit(money: Money) -> Fraction:
    """One unit of the last place that the currency, or else the amount itself, has."""
    own = -int(money.amount.as_tuple().exponent)
    return Fraction(1, 10 ** max(own, LAST_PLACE.get(str(money.currency), 2)))


@given(amounts_in_any_currency(), weights)
def test_the_shares_add_up_to_the_amount(money: Money, by: list[int | Decimal]) -> None:
    shares = money.allocate(by)

    assert money == Money.sum(shares)
    assert len(by) == len(shares)


@given(amounts_in_any_currency(), weights)
def test_each_share_is_within_one_last_unit_of_the_exact_one(
    money: Money, by: list[int | Decimal]
) -> None:
    whole = Fraction(money.amount)
    exact = [whole * Fraction(weight) / sum(map(Fraction, by)) for weight in by]

    shares = [Fraction(share.amount) for share in money.allocate(by)]

    for due, given_out in zip(exact, shares, strict=True):
        assert abs(due - given_out) < last_unit(money)
        assert 0 == given_out % last_unit(money)


@given(amounts_in_any_currency().map(abs), weights)
def test_who_weighs_more_never_gets_less(money: Money, by: list[int | Decimal]) -> None:
    ranked = sorted(zip(map(Fraction, by), money.allocate(by), strict=True))

    shares_by_weight = [share for _, share in ranked]

    assert sorted(shares_by_weight) == shares_by_weight


@given(amounts_in_any_currency(), st.integers(1, 8))
def test_a_weight_of_zero_gets_nothing(money: Money, others: int) -> None:
    shares = money.allocate([0, *([1] * others)])

    assert money.zeroed() == shares[0]


@pytest.mark.parametrize(
    ("money", "by", "shares"),
    [
        ("USD 100", [1, 1, 1], ["USD 33.34", "USD 33.33", "USD 33.33"]),
        ("USD 0.05", [Decimal("0.7"), Decimal("0.3")], ["USD 0.04", "USD 0.01"]),
        ("USD 0.01", [1, 2, 1], ["USD 0.00", "USD 0.01", "USD 0.00"]),
        ("JPY 100", [1, 1, 1], ["JPY 34", "JPY 33", "JPY 33"]),
        ("KWD 1", [1, 1, 1], ["KWD 0.334", "KWD 0.333", "KWD 0.333"]),
        ("KZT 0.0001", [1, 1], ["KZT 0.0001", "KZT 0.0000"]),
        ("USD -100", [1, 1, 1], ["USD -33.33", "USD -33.33", "USD -33.34"]),
        ("USD 1100000000", [70, 30], ["USD 770000000.00", "USD 330000000.00"]),
    ],
)
def test_the_rest_goes_to_the_largest_remainders_the_first_of_equals_first(
    money: str, by: list[int], shares: list[str]
) -> None:
    assert shares == [str(share) for share in Money.parse(money).allocate(by)]


def test_an_amount_written_with_an_exponent_is_shared_to_the_cent() -> None:
    billion = Money(Decimal("1E+9"), "USD")

    assert "USD 333333333.34" == str(billion.allocate([1, 1, 1])[0])


@pytest.mark.parametrize(
    ("by", "error"),
    [
        ("[]", InvalidValueError),
        ("[0, 0]", InvalidValueError),
        ("[1, -1]", InvalidValueError),
        ("[2, -1]", InvalidValueError),
        ("[0.7, 0.3]", InvalidTypeError),
        ("[True, True]", InvalidTypeError),
        ("[None]", InvalidTypeError),
        ("[Decimal('NaN')]", InvalidValueError),
        ("[Decimal('Infinity')]", InvalidValueError),
    ],
)
def test_weights_that_share_nothing_out_are_refused(by: str, error: type[Exception]) -> None:
    with refused(error):
        Money(100, "USD").allocate(build(by))


@pytest.mark.parametrize("weights", ["12", b"12", 5, None, {1, 2}, {1: 2}])
def test_weights_that_are_no_list_are_refused(weights: object) -> None:
    with pytest.raises(InvalidTypeError, match=r"the weights of an allocation: .* is of type"):
        Money(100, "USD").allocate(weights)


@pytest.mark.parametrize("amounts", [5, None, Money(1, "USD")])
def test_a_sum_is_of_many_amounts(amounts: object) -> None:
    with pytest.raises(InvalidTypeError, match="give a list of Money"):
        Money.sum(amounts)
