"""How long money takes beside py-moneyed: both in one run, and nothing timed is asserted.

Run with: pytest tests/benchmarks/test_money_speed.py --benchmark-only --benchmark-group-by=group
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from decimal import Decimal

import pytest
from moneyed import Money as PyMoneyed

from centralasia_minerals import Money

LIBRARIES = pytest.mark.parametrize("money", [Money, PyMoneyed], ids=["ours", "py-moneyed"])
GIVEN = {"Decimal": Decimal("1100000000"), "str": "1100000000", "int": 1100000000}
FACTORS = {"Decimal": Decimal("1.5"), "int": 3}


def repeated(benchmark, compute: Callable[..., object], *args: object) -> object:
    """Time a computation that is short beside the clock, a thousand at a time."""
    return benchmark.pedantic(compute, args, rounds=200, iterations=1000, warmup_rounds=5)


@pytest.mark.parametrize(
    "kind",
    [
        pytest.param(
            kind, marks=pytest.mark.benchmark(group=f"construct from {kind}, at most 3 times")
        )
        for kind in GIVEN
    ],
)
@LIBRARIES
def test_construct(benchmark, money: type, kind: str) -> None:
    cost = repeated(benchmark, money, GIVEN[kind], "USD")

    assert money(1100000000, "USD") == cost


@pytest.mark.benchmark(group="add, at most 1.5 times")
@LIBRARIES
def test_add(benchmark, money: type) -> None:
    cost, letter = money("1100000000", "USD"), money("900000000.50", "USD")

    assert money("2000000000.50", "USD") == repeated(benchmark, operator.add, cost, letter)


@pytest.mark.benchmark(group="subtract, at most 1.5 times")
@LIBRARIES
def test_subtract(benchmark, money: type) -> None:
    cost, letter = money("1100000000", "USD"), money("900000000.50", "USD")

    assert money("199999999.50", "USD") == repeated(benchmark, operator.sub, cost, letter)


@pytest.mark.parametrize(
    "kind",
    [
        pytest.param(
            kind, marks=pytest.mark.benchmark(group=f"multiply by {kind}, at most 1.5 times")
        )
        for kind in FACTORS
    ],
)
@LIBRARIES
def test_multiply(benchmark, money: type, kind: str) -> None:
    cost, factor = money("1100000000", "USD"), FACTORS[kind]

    product = repeated(benchmark, operator.mul, cost, factor)

    assert money(Decimal(1100000000) * factor, "USD") == product


@pytest.mark.benchmark(group="sum() of 1,000, at most 2 times")
@LIBRARIES
def test_builtin_sum(benchmark, money: type) -> None:
    amounts = [money(number, "USD") for number in range(1000)]

    assert money(499_500, "USD") == benchmark(sum, amounts)


@pytest.mark.benchmark(group="Money.sum of 1,000 beside sum(), at most 0.1 times")
@pytest.mark.parametrize(
    ("money", "add_up"), [(Money, Money.sum), (PyMoneyed, sum)], ids=["ours", "py-moneyed"]
)
def test_money_sum(benchmark, money: type, add_up: Callable[..., object]) -> None:
    amounts = [money(number, "USD") for number in range(1000)]

    assert money(499_500, "USD") == benchmark(add_up, amounts)
