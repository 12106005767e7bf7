"""The kind of money of an amount: decided by its role and the kind of its deal, or recorded."""

from __future__ import annotations

import pytest
from entity_examples import CITED, UNDISCLOSED, deal, money

from centralasia_minerals.entities.amount import Amount, RelativeStatement
from centralasia_minerals.entities.base.record import with_changes
from centralasia_minerals.entities.vocabulary.amount_role import AmountRole
from centralasia_minerals.entities.vocabulary.deal_kind import DealKind
from centralasia_minerals.entities.vocabulary.money_kind import MoneyKind, money_of
from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.share import Share

PLANS = {"purchase plan": "plan", "investment plan": "plan"}
GOODS = {"sale": "supply", "offtake": "supply"}

# By role: what it is in every kind of deal, and in which kinds it is something else (None: doubt).
DECIDED: dict[str, tuple[str | None, dict[str, str | None]]] = {
    "cost": ("project", {}),
    "valuation": ("valuation", {}),
    "financing": ("financing", {}),
    "disbursement": ("financing", {}),
    "proceeds": ("issue", {}),
    "investment": ("project", {**PLANS, "equity": None}),
    "spending": (None, {**PLANS, **GOODS, "construction": "project"}),
    "price": (
        None,
        {**GOODS, "construction": "project", "equity": "transfer", "licence": "transfer"},
    ),
    "contract value": (
        None,
        {**GOODS, "construction": "project", "equity": "transfer", "financing": "financing"},
    ),
}
EVERY_PAIR = [(role, kind) for role in AmountRole for kind in DealKind]
IN_DOUBT = [(role, kind) for role, kind in EVERY_PAIR if money_of(role, kind) is None]
each_pair = pytest.mark.parametrize(("role", "kind"), EVERY_PAIR, ids=lambda one: str(one))
each_doubt = pytest.mark.parametrize(("role", "kind"), IN_DOUBT, ids=lambda one: str(one))


def test_every_role_is_in_the_table_of_this_test():
    assert {role.value for role in AmountRole} == set(DECIDED)


@each_pair
def test_a_role_and_the_kind_of_a_deal_decide_the_kind_of_money_or_leave_it_in_doubt(role, kind):
    usually, otherwise = DECIDED[role.value]

    found = money_of(role, kind)

    assert otherwise.get(kind.value, usually) == (None if found is None else found.value)


@each_pair
def test_a_deal_fills_in_the_kind_of_money_and_keeps_what_is_recorded(role, kind):
    decided = money_of(role, kind)
    bare, recorded = Amount(role=role, **CITED), Amount(role=role, money=MoneyKind.PLAN, **CITED)

    filled, kept = deal(kind=kind, amounts=(bare, recorded)).amounts

    assert (NotStated() if decided is None else decided) == filled.money
    assert MoneyKind.PLAN is kept.money


@each_doubt
def test_a_figure_whose_kind_is_in_doubt_is_refused_with_the_kinds_to_choose_from(role, kind):
    with pytest.raises(InvalidValueError, match=r"leaves it in doubt.*money = 'project'") as error:
        deal(kind=kind, amounts=(Amount(role=role, statements=(money(),)),))

    assert "amounts[0].money" == error.value.field
    assert all(
        f"'{one}'" in str(error.value)
        for one in ("project", "supply", "transfer", "issue", "plan", "unspecified")
    )


@each_doubt
def test_unspecified_is_an_answer(role, kind):
    told = Amount(role=role, statements=(money(),), money=MoneyKind.UNSPECIFIED)

    (kept,) = deal(kind=kind, amounts=(told,)).amounts

    assert MoneyKind.UNSPECIFIED is kept.money


@pytest.mark.parametrize(
    "more",
    [
        {"statements": (UNDISCLOSED,)},
        CITED,
        {"relative": RelativeStatement(value=Share.percent(30), of="the cost", **CITED)},
    ],
    ids=["withheld", "not stated", "only as a share"],
)
def test_without_a_figure_the_kind_may_stay_not_stated(more):
    (kept,) = deal(kind=DealKind.CONTRACT, amounts=(Amount(role=AmountRole.PRICE, **more),)).amounts

    assert NotStated() == kept.money


def test_an_amount_by_itself_has_the_kind_that_is_recorded_and_no_other():
    assert NotStated() == Amount(role=AmountRole.COST, statements=(money(),)).money


def test_the_kind_that_a_deal_filled_in_stays_where_the_amount_moves():
    """A figure of a plan to invest is not made a cost by the deal it is put into."""
    plan = deal(
        kind=DealKind.INVESTMENT_PLAN,
        amounts=(Amount(role=AmountRole.INVESTMENT, statements=(money(),)),),
    )

    moved = deal("other", kind=DealKind.JOINT_VENTURE, amounts=plan.amounts)

    assert MoneyKind.PLAN is moved.amounts[0].money
    assert MoneyKind.PLAN is with_changes(plan, title="Another title").amounts[0].money


@pytest.mark.parametrize("kind", MoneyKind, ids=str)
def test_financing_and_issues_pay_for_other_money_and_no_other_kind_does(kind):
    assert kind.is_funding is (kind.value in ("financing", "issue"))
