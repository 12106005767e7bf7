"""What hypothesis draws of our types: valid, small first, varied, and without being asked twice."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections import Counter
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

import centralasia_minerals as cam
from centralasia_minerals.adapters import hypothesis as drawn

# Protocols, generics by themselves, what only the library makes out of other things, and what is
# for type checkers alone.
NOT_DRAWN = {
    "Beside", "Bid", "Catalog", "Checked", "Column", "Columns", "Conversion", "Cover", "Coverage",
    "Criteria", "DatasetTables", "DealCriteria", "DepositCriteria", "Disagreement",
    "EventCriteria", "Facts", "FilterKeywords", "FixedRates", "FoundPassage",
    "Involvement", "Likeness", "Match", "Matches", "MeasureRow", "MeasureTotal", "MeasureTotals",
    "Note", "OrganizationCriteria", "Predicate", "Problem", "Proof", "Failure", "Rate", "Rates",
    "Ratio", "RatioTerm", "Reading", "Related", "Replacement", "Rule", "Sentence", "Side",
    "SourceCoverage", "SourceCriteria", "SourceKeywords", "StatisticCriteria", "TotalKeywords",
    "Unnamed", "UnnamedFields", "Verification", "ColumnType", "Figure",
}  # fmt: skip
CLASSES = [
    name
    for name in cam.__all__
    if isinstance(getattr(cam, name), type)
    and name not in NOT_DRAWN
    and not issubclass(getattr(cam, name), BaseException)
]


@pytest.mark.parametrize("name", CLASSES)
def test_every_public_type_is_drawn(name: str) -> None:
    cls = getattr(cam, name)

    @settings(max_examples=5, database=None, deadline=None)
    @given(st.from_type(cls))
    def draws(one: object) -> None:
        assert isinstance(one, cls)

    draws()


@settings(max_examples=20)
@given(st.from_type(list[cam.Money]), st.from_type(cam.Money | cam.NotStated))
def test_types_inside_types_are_drawn(several: Any, choice: Any) -> None:
    assert all(isinstance(one, cam.Money) for one in several)
    assert isinstance(choice, (cam.Money, cam.NotStated))


@attrs.frozen
class Position:
    deal: cam.Deal
    price: cam.Money


attrs.resolve_types(Position)  # since annotations are texts in this module


@settings(max_examples=20)
@given(st.builds(Position))
def test_fields_of_your_own_classes_are_drawn(position: Position) -> None:
    assert isinstance(position.deal, cam.Deal)


def least(cls: type, most: int) -> Any:
    """Give the example that hypothesis shows in the end of a test that always fails."""
    shown: list[Any] = []

    @settings(max_examples=most, database=None, suppress_health_check=[*HealthCheck])
    @given(st.from_type(cls))
    def fails(one: object) -> None:
        shown.append(one)
        raise AssertionError

    with contextlib.suppress(AssertionError):
        fails()
    return shown[-1]


@pytest.mark.slow
def test_small_values_come_first() -> None:
    assert cam.Money(0, "USD") == least(cam.Money, 1000)
    assert cam.Share(0) == least(cam.Share, 1000)
    assert () == least(cam.Deal, 60).amounts


@pytest.mark.slow
def test_what_is_drawn_is_varied() -> None:
    seen: Counter[str] = Counter()

    @settings(max_examples=300, database=None, deadline=None)
    @given(st.from_type(cam.Deal))
    def draws(deal: cam.Deal) -> None:
        for field in attrs.fields(cam.Deal):
            held = getattr(deal, field.name)
            seen[f"{field.name} {'absent' if not held else 'there'}"] += 1

    draws()

    never = {"no_amount"}  # what is always absent
    for field in attrs.fields(cam.Deal):
        if field.default is not attrs.NOTHING and field.init and field.name not in never:
            assert seen[f"{field.name} there"], field.name


@settings(max_examples=15, suppress_health_check=[*HealthCheck])
@given(drawn.datasets())
def test_what_a_dataset_refers_to_is_in_it(dataset: cam.Dataset) -> None:
    for deal in dataset.deals:
        assert set(deal.minerals) <= set(dataset.minerals)
        assert {one.id for one in deal.countries} <= set(dataset.countries.ids)


@settings(max_examples=15)
@given(drawn.deals(max_size=3), drawn.filters())
def test_deals_can_be_totalled(deals: tuple[cam.Deal, ...], filters: cam.Filters) -> None:
    total = cam.total(deals, **filters.keywords)

    assert filters == total.filters


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
