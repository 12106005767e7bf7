"""What hypothesis draws of our types: valid, small first, varied, and without being asked twice."""

from __future__ import annotations

import subprocess
import sys
from typing import Any, is_typeddict

import pytest
from hypothesis import given, settings, strategies as st

import centralasia_minerals as cam
from centralasia_minerals.adapters import hypothesis as drawn

PROTOCOLS = {"Predicate": ("holds", "expression"), "Rates": ("rate",)}
CLASSES = [
    name
    for name in cam.__all__
    if isinstance(getattr(cam, name), type) and not issubclass(getattr(cam, name), BaseException)
]
"""Every public class but the errors, which are raised."""


@pytest.mark.parametrize("name", CLASSES)
def test_every_public_type_is_drawn(name: str) -> None:
    cls: Any = getattr(cam, name)
    wanted = dict if is_typeddict(cls) else object if name in PROTOCOLS else cls

    @settings(max_examples=5, database=None, deadline=None)
    @given(st.from_type(cls))
    def draws(one: object) -> None:
        assert isinstance(one, wanted)
        assert all(hasattr(one, asked) for asked in PROTOCOLS.get(name, ()))

    draws()


@pytest.mark.parametrize("alias", ["Agent", "DateLike", "Deals", "Happening", "Subject"])
def test_public_unions_are_drawn(alias: str) -> None:
    @settings(max_examples=5, database=None, deadline=None)
    @given(st.from_type(getattr(cam, alias)))
    def draws(one: object) -> None:
        assert one is not None

    draws()


@settings(max_examples=20)
@given(st.from_type(list[cam.Money]), st.from_type(cam.Money | cam.NotStated))
def test_types_inside_types_are_drawn(several: Any, choice: Any) -> None:
    assert all(isinstance(one, cam.Money) for one in several)
    assert isinstance(choice, (cam.Money, cam.NotStated))


@pytest.mark.slow
@pytest.mark.parametrize(
    "code",
    [
        "from hypothesis import given, settings, strategies as st\n"
        "import centralasia_minerals as cam; Deal = cam.Deal",
        "import centralasia_minerals as cam; Deal = cam.Deal\n"
        "from hypothesis import given, settings, strategies as st",
        "from centralasia_minerals import Deal\n"
        "from hypothesis import given, settings, strategies as st\n"
        "import centralasia_minerals as cam",
        "from centralasia_minerals.entities.deal import Deal\n"
        "from hypothesis import given, settings, strategies as st",
        "from hypothesis import given, settings, strategies as st\n"
        "from centralasia_minerals.entities.deal import Deal",
        "from hypothesis import given, settings, strategies as st\n"
        "import centralasia_minerals as cam; Deal = type(next(iter(cam.load().deals)))",
    ],
    ids=[
        "ours last",
        "ours first",
        "by its name",
        "by its module",
        "by its module, last",
        "loaded",
    ],
)
def test_any_order_of_imports_will_do(code: str) -> None:
    more = """
@settings(max_examples=2, database=None, deadline=None)
@given(st.from_type(Deal))
def draws(deal):
    assert isinstance(deal, Deal)
draws()
"""

    subprocess.run([sys.executable, "-W", "ignore", "-c", code + more], check=True)


def test_whoever_does_not_use_this_library_loads_next_to_nothing_of_it() -> None:
    code = (
        "import sys, hypothesis, hypothesis.strategies; "
        "ours = [m for m in sys.modules if m.startswith('centralasia_minerals')]; "
        "assert ours in ([], ['centralasia_minerals']), ours"
    )

    subprocess.run([sys.executable, "-c", code], check=True)


def test_only_the_currency_that_is_asked_for_is_drawn() -> None:
    @settings(max_examples=30, database=None)
    @given(drawn.money("KZT", min_value=5, max_value=9))
    def draws(money: cam.Money) -> None:
        assert "KZT" == money.currency.code
        assert 5 <= money.amount <= 9

    draws()
