"""What the constructors refuse by themselves, whoever calls them."""

from __future__ import annotations

import pytest
from entity_examples import CITED

import centralasia_minerals as cam
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.name import Name


def body(number: int, **more: object) -> cam.Organization:
    kind = cam.OrganizationKind.COMPANY
    return cam.Organization(id=f"firm-{number}", names=(Name("Firm"),), kind=kind, **CITED, **more)


def test_a_chain_of_bodies_ends_after_thirty_two() -> None:
    whole = body(0)
    for number in range(1, 33):
        whole = body(number, part_of=whole)

    with pytest.raises(cam.InvalidValueError, match="at most 32 levels deep"):
        body(33, part_of=whole)


def test_a_chain_of_events_ends_after_thirty_two() -> None:
    whole = cam.Event(id="event-0", title="Talks", kind=cam.EventKind.MEETING, **CITED)
    for number in range(1, 33):
        whole = cam.Event(
            id=f"event-{number}", title="Talks", kind=cam.EventKind.MEETING, part_of=whole, **CITED
        )

    with pytest.raises(cam.InvalidValueError, match="at most 32 levels deep"):
        cam.Event(id="deep", title="Talks", kind=cam.EventKind.MEETING, part_of=whole, **CITED)


def test_a_title_of_blanks_is_refused() -> None:
    with pytest.raises(cam.InvalidValueError, match=r"Event\.title: the text is blank"):
        cam.Event(id="talks", title="  ", kind=cam.EventKind.MEETING, **CITED)


@pytest.mark.parametrize("value", [Money(-1, "USD"), Measure(-1, "tonne")])
def test_a_stated_figure_is_never_below_nothing(value) -> None:
    with pytest.raises(cam.InvalidValueError, match="is negative; give 0 or more"):
        cam.Stated(value=value, **CITED)


def test_a_range_is_of_one_type() -> None:
    with pytest.raises(cam.InvalidTypeError, match="give both ends in one type"):
        cam.Stated(value=Money(1, "USD"), hedge=cam.Hedge.RANGE, upper=Measure(2, "tonne"), **CITED)


@pytest.mark.parametrize(
    ("low", "high"),
    [
        (Money(1, "USD"), Money(2, "EUR")),
        (Measure(1, "tonne"), Measure(2, "piece")),
        (Measure(1, "tonne"), Measure(2, "gigawatt")),
    ],
)
def test_a_range_is_of_one_currency_or_dimension(low, high) -> None:
    refusals = (cam.InvalidValueError, cam.InvalidTypeError)
    with pytest.raises(refusals, match="give both ends in one currency") as refused:
        cam.Stated(value=low, hedge=cam.Hedge.RANGE, upper=high, **CITED)

    assert "upper" == refused.value.field


def test_what_is_undisclosed_is_deprecated_only_with_a_reason() -> None:
    with pytest.raises(
        cam.InvalidValueError, match="give a reason to a deprecated statement, and to no other"
    ):
        cam.Undisclosed(rank=cam.Rank.DEPRECATED, **CITED)


def test_the_headline_has_a_figure_where_some_amount_has_one() -> None:
    plan = cam.Amount(role=cam.AmountRole.INVESTMENT, **CITED)
    figure = cam.Stated(value=Money(5, "USD"), **CITED)
    cost = cam.Amount(role=cam.AmountRole.COST, statements=(figure,), horizon_years=3)
    deal = cam.Deal(id="x", title="X", kind=cam.DealKind.SALE, amounts=(plan, cost), **CITED)

    assert figure == deal.value


def test_all_that_a_record_refuses_is_in_the_one_error() -> None:
    with pytest.raises(cam.InvalidValueError, match="the id of an organization") as refused:
        cam.Organization(
            id="Firm 1", names=(), kind=cam.OrganizationKind.COMPANY, count=0, remark=" ", **CITED
        )

    assert "id" == refused.value.field
    assert ["names", "count", "remark"] == [other.field for other in refused.value.also]


def test_all_fields_of_a_wrong_type_are_in_the_one_error() -> None:
    with pytest.raises(cam.InvalidTypeError, match=r"Organization\.id") as refused:
        cam.Organization(id=5, names=["Firm"], kind="company", **CITED)

    assert ["id", "names", "kind"] == [
        refusal.field for refusal in (refused.value, *refused.value.also)
    ]
