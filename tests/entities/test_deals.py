"""Deals: what is derived of them, and what cannot be."""

from __future__ import annotations

import inspect

import pytest
from entity_examples import CITED, COST, DEAL, LETTER, UNDISCLOSED, deal, money, stage

from centralasia_minerals.entities.amount import Amount
from centralasia_minerals.entities.base.record import with_changes
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.deal_date import DealDate, DealDateKind
from centralasia_minerals.entities.statement import Rank, Stated
from centralasia_minerals.entities.vocabulary.amount_role import AmountRole
from centralasia_minerals.entities.vocabulary.deal_kind import DealKind
from centralasia_minerals.entities.vocabulary.implementation import Implementation
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
            ["talks", "proposed", "pledged", "letter of interest", "memorandum", "framework"],
        ),
        (StageGroup.CONCLUDED, ["agreed", "signed"]),
        (StageGroup.ENDED, ["failed", "expired"]),
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
    assert (LETTER,) == DEAL.financing
    assert LETTER.stated == deal(amounts=(LETTER,)).value


def test_the_headline_has_the_longest_horizon_and_no_condition():
    three, ten = investment(35, horizon_years=3), investment(100, horizon_years=10)
    condition = investment(500, condition="the reserves are confirmed")

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
