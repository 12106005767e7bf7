"""Conditions: an amount counts only where none of its contingencies is open."""

from __future__ import annotations

import pytest
from counting_builders import BULLETIN, GAZETTE, REVIEW, amount, cite, counted, deal, left_out

import centralasia_minerals as cam

STATES = {None: False, "set": False, "met": True, "waived": True, "lapsed": False}


def told(state: str, of: cam.Source = REVIEW, **more) -> cam.Stated:
    return cam.Stated(value=cam.ConditionState(state), citations=(cite(of),), **more)


def condition(*states: str | cam.Stated, what: str = "the reserves are confirmed", **more):
    said = tuple(told(one) if isinstance(one, str) else one for one in states)
    kind = cam.ConditionKind(more.pop("kind", "contingency"))
    return cam.Condition(what=what, kind=kind, statements=said, citations=(cite(at=700),))


def total_of(*conditions: cam.Condition, **filters) -> cam.Total:
    return cam.total([deal("mine", amount("USD 5", conditions=conditions))], **filters)


def test_every_state_of_a_condition_is_tried_here():
    assert {one.value for one in cam.ConditionState} == set(STATES) - {None}


@pytest.mark.parametrize(("state", "counts"), STATES.items())
def test_an_amount_counts_where_its_contingency_is_met_or_waived(state, counts):
    total = total_of(condition(*([state] if state else [])))

    assert counted(total) == ([("mine", 5)] if counts else [])
    assert left_out(total) == ([] if counts else [("mine", 5, ["conditional"])])


@pytest.mark.parametrize("state", STATES)
def test_a_closing_condition_puts_nothing_out_however_it_stands(state):
    total = total_of(condition(*([state] if state else []), kind="closing"))

    assert counted(total) == [("mine", 5)]


@pytest.mark.parametrize(
    "filters", [{"stages": None, "sectors": None, "kinds": None, "classes": None}]
)
def test_no_keyword_lets_a_conditional_amount_in(filters):
    assert left_out(total_of(condition(), **filters)) == [("mine", 5, ["conditional"])]


def test_one_open_contingency_of_several_is_enough():
    met, open_one = condition("met"), condition(what="a licence is granted")
    audit = condition(what="an audit", kind="closing")

    assert counted(total_of(met, audit)) == [("mine", 5)]
    assert counted(total_of(met, open_one, audit)) == []


def test_the_latest_statement_says_how_a_condition_stands():
    met_later = condition(told("set", GAZETTE), told("met", BULLETIN))
    lapsed_last = condition(told("met", BULLETIN), told("lapsed", REVIEW))

    assert counted(total_of(met_later)) == [("mine", 5)]
    assert counted(total_of(lapsed_last)) == []


def test_a_deprecated_statement_of_a_condition_says_nothing():
    slip = told("met", rank=cam.Rank.DEPRECATED, reason="another deposit")

    assert counted(total_of(condition(slip))) == []


def test_the_row_names_the_open_conditions_and_no_others():
    conditions = (
        condition("met"),
        condition(what="a licence is granted"),
        condition(what="an audit", kind="closing"),
    )

    (row,) = total_of(*conditions).excluded

    assert row.condition == "a licence is granted; an audit"
    assert total_of(condition("waived")).counted[0].condition is None


def test_an_amount_awaits_its_closing_only_while_a_closing_condition_is_open():
    def awaits(*conditions: cam.Condition) -> tuple[bool, bool]:
        made = amount("USD 5", conditions=conditions)
        return made.is_conditional, made.is_to_close

    assert awaits() == (False, False)
    assert awaits(condition()) == (True, False)
    assert awaits(condition(kind="closing")) == (False, True)
    assert awaits(condition("met", kind="closing")) == (False, False)
    assert awaits(condition("met"), condition(what="an audit", kind="closing")) == (False, True)


def test_conditional_money_covers_nothing_of_its_deal():
    mine = deal("mine", amount("USD 9", conditions=(condition(),)), amount("USD 2"))

    assert counted(cam.total([mine])) == [("mine", 2)]
