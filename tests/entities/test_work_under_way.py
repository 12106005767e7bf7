"""Work that is told of as under way concludes the amounts of its deal, and nothing beyond them."""

from __future__ import annotations

import pickle

import pytest
from entity_examples import CITED, deal, money, stage

from centralasia_minerals.entities.amount import Amount
from centralasia_minerals.entities.statement import Rank, Stated
from centralasia_minerals.entities.vocabulary.amount_role import AmountRole
from centralasia_minerals.entities.vocabulary.deal_kind import DealClass, DealKind
from centralasia_minerals.entities.vocabulary.implementation import Implementation
from centralasia_minerals.entities.vocabulary.money_kind import MoneyKind
from centralasia_minerals.entities.vocabulary.stage import Stage, StageGroup
from centralasia_minerals.values.absence import NotStated

WORKING = ("under way", "operating", "completed")
COST = Amount(role=AmountRole.COST, statements=(money(),))


def built(*amounts: Amount, work: str = "under way", at: Stage | None = Stage.PLEDGED, **more):
    said = (Stated(value=Implementation(work), **CITED),)
    stages = () if at is None else (stage(at),)
    return deal(amounts=amounts, implementations=said, stages=stages, **more)


@pytest.mark.parametrize("work", Implementation, ids=str)
def test_work_that_is_under_way_or_over_makes_an_amount_done(work):
    made = built(COST, work=work.value)

    assert made.amounts[0].stage is (Stage.DONE if work.value in WORKING else Stage.PLEDGED)


@pytest.mark.parametrize("at", Stage, ids=str)
def test_it_lifts_what_is_intended_and_never_what_is_concluded_or_ended(at):
    (amount,) = built(COST, at=at).amounts

    assert amount.stage is (Stage.DONE if at.group is StageGroup.INTENDED else at)


def test_it_lifts_an_amount_of_a_deal_without_a_stage():
    assert Stage.DONE is built(COST, at=None).amounts[0].stage


def test_the_deal_itself_stays_at_the_stage_that_is_told():
    assert Stage.PLEDGED is built(COST).stage
    assert NotStated() == built(COST, at=None).stage


def test_it_never_touches_an_amount_with_a_stage_of_its_own():
    letter = Amount(
        role=AmountRole.FINANCING, statements=(money(),), stages=(stage(Stage.LETTER_OF_INTEREST),)
    )

    cost, loan = built(COST, letter).amounts

    assert Stage.DONE is cost.stage
    assert Stage.LETTER_OF_INTEREST is loan.stage


def test_it_never_makes_a_plan_done():
    recorded = Amount(role=AmountRole.PRICE, statements=(money(),), money=MoneyKind.PLAN)
    derived = Amount(role=AmountRole.INVESTMENT, statements=(money(),))

    assert Stage.PLEDGED is built(recorded).amounts[0].stage
    assert Stage.PLEDGED is built(derived, kind=DealKind.INVESTMENT_PLAN).amounts[0].stage
    assert Stage.DONE is built(derived, kind=DealKind.JOINT_VENTURE).amounts[0].stage


@pytest.mark.parametrize("deal_class", [*DealClass, NotStated()], ids=str)
def test_it_never_makes_a_programme_or_what_holds_several_deals_done(deal_class):
    wholes = (DealClass.PROGRAMME, DealClass.UMBRELLA)

    (amount,) = built(COST, deal_class=deal_class).amounts

    assert amount.stage is (Stage.PLEDGED if deal_class in wholes else Stage.DONE)


def test_it_never_makes_an_amount_in_parts_done_since_it_may_be_the_work_of_one_of_them():
    whole = Amount(key="whole", role=AmountRole.COST, statements=(money(9),))
    first = Amount(key="first", role=AmountRole.COST, statements=(money(4),), part_of="whole")

    stages = [one.stage for one in built(whole, first, COST).amounts]

    assert [Stage.PLEDGED, Stage.PLEDGED, Stage.DONE] == stages


def test_work_that_is_known_to_be_wrongly_told_lifts_nothing():
    slip = Stated(
        value=Implementation.OPERATING, rank=Rank.DEPRECATED, reason="another mine", **CITED
    )

    made = deal(amounts=(COST,), implementations=(slip,), stages=(stage(Stage.PLEDGED),))

    assert Stage.PLEDGED is made.amounts[0].stage


def test_a_lifted_amount_is_pickled_as_it_is():
    made = built(COST)

    assert Stage.DONE is pickle.loads(pickle.dumps(made)).amounts[0].stage
    assert Stage.DONE is pickle.loads(pickle.dumps(made.amounts[0])).stage


def test_a_lifted_amount_put_into_another_deal_has_the_stage_of_that():
    (lifted,) = built(COST).amounts

    assert (
        Stage.TALKS
        is deal("other", amounts=(lifted,), stages=(stage(Stage.TALKS),)).amounts[0].stage
    )
