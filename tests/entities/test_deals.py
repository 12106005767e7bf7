"""Deals: what is derived of them, and what cannot be."""

from __future__ import annotations

import inspect

import pytest
from entity_examples import (
    CITED,
    CONDITION,
    COST,
    DEAL,
    LETTER,
    RELATION,
    UNDISCLOSED,
    deal,
    money,
    stage,
)

from centralasia_minerals.entities.amount import Amount
from centralasia_minerals.entities.base.record import with_changes
from centralasia_minerals.entities.condition import Condition
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.deal_date import DealDate, DealDateKind
from centralasia_minerals.entities.statement import Rank, Stated
from centralasia_minerals.entities.vocabulary.amount_role import AmountRole
from centralasia_minerals.entities.vocabulary.condition_terms import (
    ConditionKind,
    ConditionState,
)
from centralasia_minerals.entities.vocabulary.deal_kind import DealKind
from centralasia_minerals.entities.vocabulary.implementation import Implementation
from centralasia_minerals.entities.vocabulary.money_kind import MoneyKind
from centralasia_minerals.entities.vocabulary.stage import Stage, StageGroup
from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.values.absence import NotApplicable, NotStated
from centralasia_minerals.values.partial_date import PartialDate


def dated(kind: str, text: str) -> DealDate:
    return DealDate(kind=DealDateKind(kind), date=PartialDate.parse(text), **CITED)


def investment(amount: int, **more: object) -> Amount:
    return Amount(role=AmountRole.INVESTMENT, statements=(money(amount),), **more)


@pytest.mark.parametrize(
    ("group", "members"),
    [
        (
            StageGroup.INTENDED,
            [
                "talks",
                "proposed",
                "offered",
                "planned",
                "reviewed",
                "adopted",
                "pledged",
                "declaration",
                "roadmap",
                "letter of interest",
                "letter of intent",
                "memorandum",
                "term sheet",
                "heads of terms",
                "framework",
                "approved",
            ],
        ),
        (StageGroup.CONCLUDED, ["agreed", "signed", "closed", "disbursed", "done"]),
        (
            StageGroup.ENDED,
            ["failed", "denied", "withdrawn", "lapsed", "expired", "repaid"],
        ),
    ],
)
def test_stages_have_a_group_and_no_order(group, members):
    assert members == [member.value for member in Stage if member.group is group]
    with pytest.raises(TypeError):
        _ = Stage.TALKS < Stage.SIGNED


@pytest.mark.parametrize("member", Stage, ids=str)
def test_the_help_of_stages_tells_each_from_the_others_and_names_its_group(member):
    assert member.meaning.lower().startswith(member.group.value)
    assert f"``{member}``: {member.meaning}\n" in inspect.getdoc(Stage) + "\n"


def test_an_amount_has_the_stage_of_its_deal_unless_it_has_its_own():
    """The letter of interest is not signed money, though the deal is signed."""
    cost, letter = DEAL.amounts

    assert Stage.SIGNED is DEAL.stage
    assert Stage.SIGNED is cost.stage
    assert Stage.LETTER_OF_INTEREST is letter.stage


def test_an_amount_alone_or_in_a_deal_without_a_stage_has_none():
    assert NotStated() == COST.stage
    assert NotStated() == deal(amounts=(COST,)).amounts[0].stage
    assert Stage.LETTER_OF_INTEREST is LETTER.stage


def test_an_amount_put_into_another_deal_has_the_stage_of_that():
    (cost, _) = DEAL.amounts

    (moved,) = deal("pledge", amounts=(cost,), stages=(stage(Stage.PLEDGED),)).amounts

    assert Stage.PLEDGED is moved.stage
    assert Stage.SIGNED is DEAL.amounts[0].stage


def test_a_deal_with_another_stage_gives_it_to_its_amounts():
    pledged = with_changes(DEAL, stages=(stage(Stage.PLEDGED),))

    assert [Stage.PLEDGED, Stage.LETTER_OF_INTEREST] == [a.stage for a in pledged.amounts]


def test_a_deprecated_stage_is_none():
    slip = stage(Stage.SIGNED, rank=Rank.DEPRECATED, reason="denied by the ministry")

    assert NotStated() == deal(stages=(slip,)).stage


def test_the_work_is_unknown_where_no_source_tells_it():
    under_way = Stated(value=Implementation.UNDER_WAY, **CITED)

    assert Implementation.UNKNOWN is deal().implementation
    assert Implementation.UNDER_WAY is deal(implementations=(under_way,)).implementation


def test_the_headline_is_the_cost_with_its_hedge_and_not_its_financing():
    assert COST.stated == DEAL.value
    assert [LETTER.stated] == [amount.stated for amount in DEAL.financing]
    assert LETTER.stated == deal(amounts=(LETTER,)).value


def test_the_headline_has_the_longest_horizon_and_no_condition():
    three, ten = investment(35, horizon_years=3), investment(100, horizon_years=10)
    condition = investment(500, conditions=(CONDITION,))

    assert "USD 100" == str(deal(amounts=(condition, three, ten)).value)
    assert "USD 1" == str(deal(amounts=(ten, investment(1), investment(2))).value)


def test_without_an_amount_the_headline_is_the_kind_of_absence():
    withheld = Amount(role=AmountRole.CONTRACT_VALUE, statements=(UNDISCLOSED,))

    assert NotStated() == deal().value
    assert NotApplicable() == deal(no_amount=NotApplicable()).value
    assert UNDISCLOSED == deal(amounts=(withheld,)).value
    assert NotStated() == deal(amounts=(Amount(role=AmountRole.COST, **CITED),)).value


def test_money_that_does_not_apply_has_no_amount():
    with pytest.raises(InvalidValueError, match="no_amount says that money does not apply"):
        deal(amounts=(COST,), no_amount=NotApplicable())


@pytest.mark.parametrize("years", [0, -3])
def test_a_horizon_is_a_year_or_more(years):
    with pytest.raises(InvalidValueError, match="give 1 or more"):
        investment(1, horizon_years=years)


def test_an_equivalent_is_printed_in_another_currency():
    with pytest.raises(InvalidValueError, match="the amount's own currency"):
        Amount(role=AmountRole.COST, statements=(money(1),), equivalents=(money(2),))
    euros = money(952, "EUR")
    assert (euros,) == Amount(
        role=AmountRole.COST, statements=(money(1),), equivalents=(euros,)
    ).equivalents


@pytest.mark.parametrize(
    ("start", "end"), [("2026", "2025"), ("2025-11-07", "2025-11-06"), ("2025-12", "2025-11-30")]
)
def test_a_deal_that_ends_before_its_start_is_refused(start, end):
    with pytest.raises(InvalidValueError, match="give an end that is not before the start"):
        deal(dates=(dated("end", end), dated("start", start)))


@pytest.mark.parametrize(
    ("start", "end"), [("2025", "2025"), ("2025-11", "2025"), ("2026~", "2025"), ("2024", "2025")]
)
def test_a_deal_that_may_end_after_its_start_is_not(start, end):
    dates = (dated("start", start), dated("end", end), dated("signed", "2099"))

    assert dates == deal(dates=dates).dates
    assert dates[2] is deal(dates=dates).date


def test_the_name_of_a_deal_is_its_title():
    assert "The Zhetisu venture" == deal().name


def nested(depth: int) -> Deal:
    """Return a deal with as many wholes above it."""
    inner = deal("level-0")
    for level in range(1, depth + 1):
        inner = deal(f"level-{level}", part_of=inner)
    return inner


def test_ancestors_are_nearest_first():
    assert ["level-2", "level-1", "level-0"] == [whole.id for whole in nested(3).ancestors]


def test_wholes_nest_32_deep_and_no_deeper():
    deepest = nested(32)

    assert 32 == len(deepest.ancestors)
    with pytest.raises(InvalidValueError, match="nest at most 32 levels deep"):
        deal("too-deep", part_of=deepest)


def test_every_kind_of_deal_is_one_of_the_closed_set():
    assert 17 == len(DealKind)
    assert "joint venture" == str(DealKind.JOINT_VENTURE)


# Kinds of money, parts of amounts, conditions.


SPENDING = {"role": AmountRole.SPENDING, "statements": (money(5),)}


def test_a_kind_of_money_that_role_and_kind_decide_is_filled_in_and_a_stated_one_stays():
    loan = Amount(role=AmountRole.FINANCING, money=MoneyKind.SUPPLY, statements=(money(1),))

    assert [MoneyKind.PROJECT, MoneyKind.SUPPLY] == [
        amount.money for amount in deal(amounts=(COST, loan)).amounts
    ]
    assert NotStated() == COST.money


def test_a_figure_whose_kind_of_money_is_in_doubt_is_refused_with_what_to_give():
    with pytest.raises(InvalidValueError, match="give money = 'project' for works") as caught:
        deal(amounts=(COST, Amount(**SPENDING)))

    assert "amounts[1].money" == caught.value.field
    given = Amount(**SPENDING, money=MoneyKind.UNSPECIFIED)
    assert MoneyKind.UNSPECIFIED is deal(amounts=(given,)).amounts[0].money


def test_doubt_about_money_without_a_figure_is_no_matter():
    withheld = Amount(role=AmountRole.SPENDING, statements=(UNDISCLOSED,))

    assert NotStated() == deal(amounts=(withheld,)).amounts[0].money


WHOLE = Amount(role=AmountRole.COST, key="all", statements=(money(10),))


def tranche(**more: object) -> Amount:
    fields = {"role": AmountRole.COST, "key": "first", "part_of": "all", "statements": (money(4),)}
    return Amount(**{**fields, **more})


def test_an_amount_may_be_part_of_another_of_the_deal_and_the_whole_is_the_headline():
    held = deal(amounts=(tranche(), WHOLE))

    assert ["all", NotStated()] == [amount.part_of for amount in held.amounts]
    assert "USD 10" == str(held.value)


@pytest.mark.parametrize(
    ("amounts", "found"),
    [
        ((tranche(part_of="none"), WHOLE), "no amount has the key 'none'"),
        ((tranche(part_of="first"), WHOLE), "'first' is a part itself"),
        ((tranche(), WHOLE, tranche(key="of it", part_of="first")), "'first' is a part itself"),
        ((tranche(money=MoneyKind.ISSUE), WHOLE), "it is another kind of money than the whole"),
    ],
)
def test_a_whole_is_another_amount_of_the_same_money_that_is_no_part(amounts, found):
    with pytest.raises(InvalidValueError, match=found) as caught:
        deal(amounts=amounts)

    assert caught.value.field.endswith(".part_of")


def condition(*told: tuple[str, str], kind: str = "contingency") -> Condition:
    """Return a condition with its states, each as of a date."""
    states = tuple(
        Stated(value=ConditionState(state), as_of=PartialDate.parse(date), **CITED)
        for state, date in told
    )
    return Condition(what="the audit", kind=ConditionKind(kind), statements=states, **CITED)


@pytest.mark.parametrize(
    ("told", "state", "is_open"),
    [
        ((), "set", True),
        ((("set", "2025-01"), ("met", "2025-03")), "met", False),
        ((("waived", "2025-01"),), "waived", False),
        ((("met", "2025-01"), ("lapsed", "2025-03")), "lapsed", True),
    ],
)
def test_a_condition_stands_as_it_was_told_last_and_is_set_if_nothing_is(told, state, is_open):
    held = condition(*told)

    assert ConditionState(state) is held.state
    assert is_open is held.is_open
    assert is_open is investment(1, conditions=(held,)).is_conditional


def test_a_closing_condition_makes_no_amount_conditional():
    held = investment(1, conditions=(condition(kind="closing"),))

    assert held.is_to_close
    assert not held.is_conditional


def test_a_deal_is_not_related_to_itself():
    with pytest.raises(InvalidValueError, match="it is related to itself") as caught:
        deal("zhetisu-talks", relations=(RELATION,))

    assert "relations[0].deal" == caught.value.field


def test_work_under_way_concludes_an_amount_without_a_stage_of_its_own_and_no_plan():
    under_way = (Stated(value=Implementation.UNDER_WAY, **CITED),)
    plan = Amount(**SPENDING, money=MoneyKind.PLAN)
    amounts = (COST, LETTER, plan)

    held = deal(amounts=amounts, implementations=under_way, stages=(stage(Stage.MEMORANDUM),))

    assert Stage.MEMORANDUM is held.stage
    assert [Stage.DONE, Stage.LETTER_OF_INTEREST, Stage.MEMORANDUM] == [
        amount.stage for amount in held.amounts
    ]
    assert Stage.FAILED is deal(
        amounts=(COST,), implementations=under_way, stages=(stage(Stage.FAILED),)
    ).amounts[0].stage  # fmt: skip
