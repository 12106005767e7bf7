"""Who states what, how firmly, and which statement of a series is the current one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from entity_examples import (
    CITATION,
    CITED,
    EARLY_CITATION,
    MINISTRY,
    UNDISCLOSED,
    deal,
    money,
    source,
    stage,
    tonnage,
)
from hypothesis import given, strategies as st

from centralasia_minerals.entities.amount import Amount
from centralasia_minerals.entities.base.telling.readable import readable
from centralasia_minerals.entities.series import is_superseded, preferred, standing_of, standings_of
from centralasia_minerals.entities.source import Citation
from centralasia_minerals.entities.stake import Quantity, Stake, StakeStatus
from centralasia_minerals.entities.statement import (
    Rank,
    Standing,
    Stated,
    Undisclosed,
    disclosure_of,
)
from centralasia_minerals.entities.statistic import Statistic
from centralasia_minerals.entities.vocabulary.amount_role import AmountRole
from centralasia_minerals.entities.vocabulary.stage import Stage
from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.values.absence import Absence, NotApplicable, NotStated
from centralasia_minerals.values.hedge import Hedge
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.partial_date import PartialDate
from centralasia_minerals.values.share import Share

MILLION = Money(10**6, "USD")


def at(text: str, amount: int = 1, **more: object) -> Stated:
    """Return a statement made on a date."""
    return money(amount, as_of=PartialDate.parse(text), **more)


def deprecated(text: str, amount: int = 1) -> Stated:
    return at(text, amount, rank=Rank.DEPRECATED, reason="a slip")


def series_of(*statements: Stated) -> tuple:
    """Return statements in the order of a record's series."""
    return Amount(role=AmountRole.COST, statements=statements).series


# What a hedge bounds.


@pytest.mark.parametrize(
    ("hedge", "low", "high"),
    [
        (Hedge.AS_STATED, MILLION, MILLION),
        (Hedge.AROUND, MILLION, MILLION),
        (Hedge.NEARLY, MILLION, MILLION),
        (Hedge.ESTIMATED, MILLION, MILLION),
        (Hedge.UP_TO, Money(0, "USD"), MILLION),
        (Hedge.AT_LEAST, MILLION, None),
        (Hedge.MORE_THAN, MILLION, None),
    ],
)
def test_low_and_high_are_what_the_words_allow(hedge, low, high):
    stated = Stated(value=MILLION, hedge=hedge, **CITED)

    assert low == stated.low
    assert high == stated.high
    assert MILLION == stated.value


@pytest.mark.parametrize(
    ("low", "high"),
    [
        (Money(8, "USD"), Money(10, "USD")),
        (Measure(8, "tonne"), Measure(10, "tonne")),
        (Measure(900, "kilogram"), Measure(1, "tonne")),
        (Share("0.1"), Share("0.12")),
    ],
)
def test_a_range_has_both_ends(low, high):
    stated = Stated(value=low, upper=high, hedge=Hedge.RANGE, **CITED)

    assert (low, high) == (stated.low, stated.high)
    assert f"{readable(low)} to {readable(high)}" == str(stated)


def test_every_hedge_is_tried():
    assert 8 == len(Hedge)


def test_up_to_keeps_the_unit_of_what_it_bounds():
    assert (
        Measure(0, "gigawatt")
        == Stated(value=Measure(1, "gigawatt"), hedge=Hedge.UP_TO, **CITED).low
    )
    assert Share(0) == Stated(value=Share("0.3"), hedge=Hedge.UP_TO, **CITED).low


@pytest.mark.parametrize(
    "wrong",
    [
        {"hedge": Hedge.RANGE},
        {"upper": Money(2 * 10**6, "USD")},
        {"upper": Money(2 * 10**6, "USD"), "hedge": Hedge.UP_TO},
        {"upper": MILLION, "hedge": Hedge.RANGE},
        {"upper": Money(1, "USD"), "hedge": Hedge.RANGE},
        {"rank": Rank.DEPRECATED},
        {"reason": "a slip"},
        {"reason": "a slip", "rank": Rank.PREFERRED},
        {"rank": Rank.DEPRECATED, "reason": ""},
    ],
)
def test_half_of_what_belongs_together_is_refused(wrong):
    with pytest.raises(InvalidValueError):
        Stated(value=MILLION, **wrong, **CITED)


def test_a_range_in_two_currencies_is_refused():
    with pytest.raises(TypeError):
        Stated(value=MILLION, upper=Money(2 * 10**6, "EUR"), hedge=Hedge.RANGE, **CITED)


def test_only_figures_have_a_hedge():
    with pytest.raises(InvalidValueError, match="leave the hedge out; only figures have one"):
        stage(Stage.SIGNED, hedge=Hedge.AROUND)
    with pytest.raises(InvalidValueError, match=r"the upper end .*'signed' is not a figure"):
        stage(Stage.SIGNED, upper=Stage.CLOSED)


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        (money(5), "USD 5"),
        (money(5, hedge=Hedge.UP_TO), "up to USD 5"),
        (tonnage(), "around 410,000 tonnes"),
        (stage(Stage.LETTER_OF_INTEREST), "letter of interest"),
    ],
)
def test_a_statement_reads_with_its_hedge(statement, text):
    assert text == str(statement)


# When it was made.


def test_a_statement_is_as_of_the_earliest_source_that_it_cites():
    assert PartialDate.parse("2025-03") == money(citations=(CITATION, EARLY_CITATION)).as_of
    assert PartialDate.parse("2025-11") == money(citations=(CITATION,)).as_of
    assert NotStated() == money(citations=()).as_of


def test_the_earliest_source_is_the_one_that_was_first_out_whole():
    """A year ends after its months: of a year and a month in it the month is the earlier."""
    year = Citation(source=source("annual", "2025"), start=0, end=1, digest="0" * 16)

    assert PartialDate.parse("2025-11") == money(citations=(year, CITATION)).as_of


def test_what_a_record_says_of_its_date_goes_before_its_sources():
    assert PartialDate.parse("2024") == at("2024").as_of
    assert NotStated() == money(as_of=NotStated()).as_of


# The order of a series.


def test_a_series_goes_by_rank_then_later_first_then_as_given():
    first, second = at("2025-11", 1), at("2025-11", 2)
    early, late = at("2025-03", 3), at("2025-12", 4)
    best = at("2020", 5, rank=Rank.PREFERRED)
    slip = deprecated("2026", 6)
    undated = money(7, as_of=NotStated())

    given = (slip, undated, early, first, late, second, best)

    assert (best, late, first, second, early, undated, slip) == series_of(*given)


def test_a_vaguer_date_goes_behind_every_more_precise_one_inside_it():
    year, month, day = at("2025", 1), at("2025-11", 2), at("2025-11-30", 3)

    assert (day, month, year) == series_of(month, day, year)


DATES = st.sampled_from(["2024", "2024-06", "2025", "2025-11", "2025-11-30", "2025-12~"])
STATEMENTS = st.lists(
    st.builds(at, DATES, st.integers(1, 9))
    | st.builds(deprecated, DATES, st.integers(1, 9))
    | st.builds(lambda d, n: at(d, n, rank=Rank.PREFERRED), DATES, st.integers(1, 9)),
    unique=True,
    max_size=6,
)


@given(statements=STATEMENTS)
def test_a_series_in_order_stays_in_order_and_loses_nothing(statements):
    ordered = series_of(*statements)

    assert set(statements) == set(ordered)
    assert ordered == series_of(*ordered)
    assert [s.rank is Rank.DEPRECATED for s in ordered] == sorted(
        s.rank is Rank.DEPRECATED for s in ordered
    )


@given(statements=STATEMENTS)
def test_the_preferred_statement_is_never_superseded_nor_deprecated(statements):
    ordered = series_of(*statements)
    chosen = preferred(ordered)

    if any(statement.rank is not Rank.DEPRECATED for statement in statements):
        assert chosen is next(s for s in ordered if s.rank is not Rank.DEPRECATED)
        assert not is_superseded(chosen, ordered)
        assert Standing.CURRENT is standing_of(chosen, ordered)
    else:
        assert NotStated() == chosen


# Superseded.


@pytest.mark.parametrize(
    ("old", "new", "superseded"),
    [
        (at("2025-03"), at("2025-11", 2), True),
        (at("2025-11"), at("2025-11", 2), False),
        (at("2025"), at("2025-11", 2), False),
        (at("2025-03"), deprecated("2025-11", 2), False),
        (deprecated("2025-03"), at("2025-11", 2), False),
        (at("2025-03", rank=Rank.PREFERRED), at("2025-11", 2), False),
        (at("2025-03", rank=Rank.PREFERRED), at("2025-11", 2, rank=Rank.PREFERRED), True),
        (at("2025-03"), at("2025-11", 2, rank=Rank.PREFERRED), True),
        (at("2025-03~"), at("2025-11", 2), False),
        (money(as_of=NotStated()), at("2025-11", 2), False),
        (at("2025-03"), money(2, as_of=NotStated()), False),
    ],
)
def test_a_statement_is_superseded_by_one_that_is_certainly_later(old, new, superseded):
    series = series_of(old, new)

    assert superseded == is_superseded(old, series)
    assert not is_superseded(new, series)


def test_a_statement_that_the_value_is_withheld_supersedes_too():
    withheld = Undisclosed(as_of=PartialDate.parse("2025-12"), **CITED)
    told = at("2025-03")

    assert is_superseded(told, series_of(told, withheld))


def test_standing_tells_current_superseded_and_deprecated():
    old, new, slip = at("2025-03"), at("2025-11", 2), deprecated("2025-12", 3)
    series = series_of(old, new, slip)

    assert [Standing.CURRENT, Standing.SUPERSEDED, Standing.DEPRECATED] == [
        standing_of(statement, series) for statement in (new, old, slip)
    ]


DAYS = st.dates(date(2024, 12, 20), date(2025, 12, 10))
ANY_STATEMENTS = st.lists(
    st.builds(
        lambda as_of, rank, is_withheld: (
            Undisclosed(as_of=as_of, **rank, **CITED)
            if is_withheld
            else money(as_of=as_of, **rank)
        ),
        DATES.map(PartialDate.parse) | DAYS.map(PartialDate.of) | st.just(NotStated()),
        st.sampled_from(
            [{}, {"rank": Rank.PREFERRED}, {"rank": Rank.DEPRECATED, "reason": "a slip"}]
        ),
        st.booleans(),
    ),
    max_size=8,
)  # fmt: skip


@given(statements=ANY_STATEMENTS)
def test_a_whole_series_is_judged_as_each_statement_of_it_is(statements):
    """Asking each statement of the whole series takes n × n steps, and is the slow reference."""
    series = tuple(statements)

    assert tuple(standing_of(one, series) for one in series) == standings_of(series)


# Kinds of absence.


@pytest.mark.parametrize("absence", [UNDISCLOSED, NotStated(), NotApplicable()])
def test_an_absence_is_falsy_and_has_no_value(absence):
    assert isinstance(absence, Absence)
    assert not absence
    assert not hasattr(absence, "value")
    with pytest.raises(AttributeError):
        setattr(absence, "value", 0)
    assert absence != 0
    assert absence != Decimal(0)


def test_the_kinds_of_absence_are_told_apart():
    kinds = [UNDISCLOSED, NotStated(), NotApplicable()]

    assert 3 == len(set(kinds))
    assert ["undisclosed", "not stated", "not applicable"] == [
        str(disclosure_of(kind)) for kind in kinds
    ]
    assert "stated" == str(disclosure_of(money()))


def test_who_withholds_it_is_kept():
    assert (MINISTRY,) == UNDISCLOSED.asserted_by
    assert PartialDate.parse("2025-11") == UNDISCLOSED.as_of
    assert "undisclosed" == str(UNDISCLOSED)


def test_a_share_that_nobody_prints_is_not_stated():
    stake = Stake(holder=MINISTRY, status=StakeStatus.HELD, **CITED)

    assert NotStated() == stake.share
    assert PartialDate.parse("2025-11") == stake.as_of


def test_a_share_is_the_current_statement_or_says_that_it_is_withheld():
    told = Stated(value=Share("0.1"), as_of=PartialDate.parse("2024"), **CITED)
    withheld = Undisclosed(as_of=PartialDate.parse("2025"), **CITED)

    stake = Stake(holder=MINISTRY, status=StakeStatus.OPTION, statements=(told, withheld), **CITED)

    assert withheld is stake.share
    assert not stake.share


def test_a_deprecated_statement_alone_leaves_the_figure_not_stated():
    amount = Amount(role=AmountRole.PRICE, statements=(deprecated("2025"),))

    assert NotStated() == amount.stated
    assert 1 == len(amount.statements)


def test_a_quantity_and_a_statistic_have_a_current_statement_too():
    old = Stated(value=Measure(14, "piece"), as_of=PartialDate.parse("2024"), **CITED)
    new = Stated(value=Measure(22, "piece"), as_of=PartialDate.parse("2025"), **CITED)
    jets = Quantity(what="jets", statements=(old, new))
    count = Statistic(id="jets", what="jets", subject=MINISTRY, statements=(old, new), **CITED)

    assert (old, new) == jets.statements == count.statements
    assert (new, old) == jets.series == count.series
    assert new is jets.stated
    assert new is count.stated
    assert NotStated() == Quantity(what="jets", **CITED).stated


def test_stages_are_a_series_too():
    talks = stage(Stage.TALKS, citations=(EARLY_CITATION,))
    signed = stage(Stage.SIGNED)

    venture = deal(stages=(talks, signed))

    assert (talks, signed) == venture.stages
    assert (signed, talks) == venture.stage_series
    assert Stage.SIGNED is venture.stage
