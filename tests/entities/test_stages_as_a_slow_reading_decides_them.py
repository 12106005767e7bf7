"""The library and a slow reading of the design decide the same stage of deals and amounts."""

from __future__ import annotations

import pytest
from entity_examples import CITATION, CITED, deal, money
from hypothesis import example, given, strategies as st
from stage_reference import TABLE, current, lifted, may_supersede, stages_that_may_decide

from centralasia_minerals.entities.amount import Amount
from centralasia_minerals.entities.series import is_superseded
from centralasia_minerals.entities.statement import Rank, Stated
from centralasia_minerals.entities.vocabulary.amount_role import AmountRole
from centralasia_minerals.entities.vocabulary.deal_kind import DealClass
from centralasia_minerals.entities.vocabulary.implementation import Implementation
from centralasia_minerals.entities.vocabulary.money_kind import MoneyKind
from centralasia_minerals.entities.vocabulary.stage import Stage
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.partial_date import PartialDate


def said(stage: str, as_of: str | None = None, rank: Rank = Rank.NORMAL) -> Stated[Stage]:
    """State a stage as of a date, or of none."""
    reason = "a slip" if rank is Rank.DEPRECATED else NotStated()
    told = PartialDate.parse(as_of) if as_of else NotStated()
    return Stated(value=Stage(stage), rank=rank, reason=reason, as_of=told, **CITED)


DATES = st.sampled_from([None, "2024", "2024-06", "2025", "2025-11", "2025-11-30", "2025-12~"])
SERIES = st.lists(
    st.builds(
        said,
        st.sampled_from(sorted(TABLE)),
        DATES,
        st.sampled_from([*[Rank.NORMAL] * 4, *Rank]),
    ),
    unique=True,
    max_size=5,
).map(tuple)


@pytest.mark.parametrize("stage", Stage, ids=str)
def test_the_table_of_stages_says_what_the_design_does(stage):
    assert TABLE[stage.value] == (str(stage.group), str(stage.binds), stage.order, str(stage.sort))


@pytest.mark.parametrize("later", Stage, ids=str)
def test_a_stage_may_supersede_what_the_design_lets_it(later):
    assert [may_supersede(later, earlier) for earlier in Stage] == [
        later.may_supersede(earlier) for earlier in Stage
    ]


@given(series=SERIES)
def test_the_same_statements_of_a_stage_hold(series):
    held = [
        one for one in series if one.rank is not Rank.DEPRECATED and not is_superseded(one, series)
    ]

    assert current(series) == held


@given(series=SERIES)
@example(series=(said("memorandum", "2024"), said("framework", "2025")))
@example(series=(said("framework"), said("memorandum")))
@example(series=(said("signed", "2024"), said("memorandum", "2025")))
@example(series=(said("agreed"), said("roadmap")))
@example(series=(said("failed", "2024"), said("talks", "2025")))
@example(series=(said("talks", "2025"), said("agreed", "2024")))
def test_the_stage_of_a_deal_is_one_that_the_design_lets_decide(series):
    expected = stages_that_may_decide(series)

    decided = deal(stages=series).stage
    assert decided in expected if expected else decided == NotStated()


@given(series=SERIES)
def test_the_stage_of_an_amount_is_decided_as_that_of_a_deal(series):
    own = Amount(role=AmountRole.COST, stages=series, citations=(CITATION,))

    assert deal(stages=series).stage == own.stage


@given(
    series=SERIES,
    work=st.sampled_from(Implementation),
    kind=st.sampled_from(MoneyKind),
    deal_class=st.sampled_from([NotStated(), *DealClass]),
    own=st.none() | st.sampled_from(Stage),
)
def test_work_under_way_lifts_what_is_intended_and_has_no_stage_of_its_own(
    series, work, kind, deal_class, own
):
    amount = Amount(
        role=AmountRole.PRICE,
        money=kind,
        statements=(money(),),
        stages=() if own is None else (said(own.value),),
    )
    told = deal(
        stages=series,
        implementations=(Stated(value=work, **CITED),),
        deal_class=deal_class,
        amounts=(amount,),
    )

    (placed,) = told.amounts
    assert deal(stages=series).stage == told.stage
    assert placed.stage == (own or lifted(told.stage, work, kind, deal_class))
