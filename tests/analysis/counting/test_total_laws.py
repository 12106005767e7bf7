"""Laws of totals, over generated deals of every shape."""

import copy
from collections import Counter, defaultdict
from decimal import Clamped, Context, Inexact, Overflow, Rounded, Underflow, localcontext
from fractions import Fraction
from typing import Any

import attrs
from counting_builders import cite, source
from counting_strategies import CONTEXTS, FILTERS, deals, figures, keyed, row_key, trees
from hypothesis import assume, given, strategies as st

import centralasia_minerals as cam

OVERLAPS = frozenset(
    {
        cam.ExclusionReason.PART_OF_A_COUNTED_DEAL,
        cam.ExclusionReason.FINANCING_OF_A_COUNTED_COST,
        cam.ExclusionReason.WITHIN_A_LONGER_HORIZON,
        cam.ExclusionReason.ANOTHER_AMOUNT_OF_THE_DEAL,
    }
)
LATER = source("almanac-2026", "2026-06")


def account(total):
    """Everything that a total says, whatever the order of its rows."""
    return (
        figures(total),
        total.approximate,
        set(keyed(total.counted)),
        {key: row.reasons for key, row in keyed(total.excluded).items()},
        set(keyed(total.undisclosed)),
    )


@given(deals(), FILTERS)
def test_counted_excluded_and_undisclosed_part_the_rows_of_the_ledger(given_deals, filters):
    total = cam.total(given_deals, **filters)

    parts = (*total.counted, *total.excluded, *total.undisclosed)
    assert Counter(map(row_key, cam.ledger(given_deals, **filters))) == Counter(map(row_key, parts))
    assert not any(row.reasons for row in (*total.counted, *total.undisclosed))
    assert all(row.reasons for row in total.excluded)


@given(deals(), FILTERS)
def test_the_ledger_has_the_rows_of_the_total_each_with_its_verdict(given_deals, filters):
    total = cam.total(given_deals, **filters)
    ledger = cam.ledger(given_deals, **filters)

    assert total.counted == tuple(row for row in ledger if row.verdict is cam.Verdict.COUNTED)
    assert total.excluded == tuple(row for row in ledger if row.verdict is cam.Verdict.LEFT_OUT)
    assert total.undisclosed == tuple(
        row for row in ledger if row.verdict is cam.Verdict.UNDISCLOSED
    )


@given(deals(), FILTERS)
def test_the_counted_rows_of_the_ledger_add_up_to_the_total(given_deals, filters):
    total = cam.total(given_deals, **filters)

    summed: dict[Any, Fraction] = defaultdict(Fraction)
    for row in cam.ledger(given_deals, **filters):
        if row.counts:
            summed[row.currency] += Fraction(row.stated)

    assert {one.currency: one.stated.amount for one in total.by_currency} == summed


@given(deals(), FILTERS)
def test_every_deal_gives_a_row_and_every_amount_and_every_fallen_statement_one(
    given_deals, filters
):
    rows = cam.ledger(given_deals, **filters).rows

    for deal in given_deals:
        own = [row for row in rows if row.deal.id == deal.id]
        standing = [row for row in own if row.standing is cam.Standing.CURRENT]
        assert len(standing) == max(1, len(deal.amounts))
        fallen = {row.statement for row in own if row.standing is not cam.Standing.CURRENT}
        assert len(own) == len(standing) + len(fallen)


@given(st.one_of(deals(), trees()), FILTERS, st.data())
def test_order_and_repetition_do_not_matter(given_deals, filters, data):
    shuffled = data.draw(st.permutations(given_deals))
    again = data.draw(st.lists(st.sampled_from(given_deals))) if given_deals else []
    copied = copy.deepcopy(again)

    assert account(cam.total(given_deals, **filters)) == account(
        cam.total([*shuffled, *again, *copied], **filters)
    )


@given(st.one_of(deals(min_size=1), trees()), FILTERS, st.data())
def test_a_deal_that_the_filters_exclude_changes_no_figure(given_deals, filters, data):
    outsider = data.draw(st.sampled_from(given_deals))
    assume(not cam.total([outsider], **filters).counted)
    others = [deal for deal in given_deals if deal.id != outsider.id]

    without, with_it = cam.total(others, **filters), cam.total(given_deals, **filters)
    assert figures(without) == figures(with_it)
    assert without.approximate == with_it.approximate
    assert set(keyed(without.counted)) == set(keyed(with_it.counted))


def replaced(given_deals, row, amount):
    """Give the deals with one amount of one of them replaced; it cites the later source too."""
    amounts = tuple(amount if one == row.amount else one for one in row.deal.amounts)
    citations = (*row.deal.citations, cite(LATER, 10))
    deal = attrs.evolve(row.deal, amounts=amounts, citations=citations)
    return [deal if one.id == deal.id else one for one in given_deals]


@given(deals(min_size=1), FILTERS, st.data())
def test_a_second_source_of_the_same_statement_changes_no_figure(given_deals, filters, data):
    total = cam.total(given_deals, **filters)
    assume(total.counted)
    row = data.draw(st.sampled_from(list(total.counted)))
    citations = (*row.statement.citations, cite(LATER, 20))
    twice = attrs.evolve(row.statement, citations=citations, as_of=row.statement.as_of)
    statements = tuple(twice if one == row.statement else one for one in row.amount.statements)

    amount = attrs.evolve(row.amount, statements=statements)
    after = cam.total(replaced(given_deals, row, amount), **filters)
    assert figures(total) == figures(after)
    # What is told again is as late as its last source, and may replace an approximate figure.
    assert total.approximate or not after.approximate
    assert cite(LATER, 20) in after.citations


@given(deals(min_size=1), FILTERS, st.data())
def test_a_second_source_that_states_the_same_later_changes_no_figure(given_deals, filters, data):
    total = cam.total(given_deals, **filters)
    assume(total.counted)
    row = data.draw(st.sampled_from(list(total.counted)))
    same = attrs.evolve(
        row.statement,
        citations=(cite(LATER, 20),),
        as_of=cam.PartialDate.parse("2026-06"),
    )

    amount = attrs.evolve(row.amount, statements=(*row.amount.statements, same))
    after = cam.total(replaced(given_deals, row, amount), **filters)
    assert figures(total) == figures(after)


@given(deals(), FILTERS)
def test_low_is_at_most_stated_and_stated_at_most_high(given_deals, filters):
    total = cam.total(given_deals, **filters)

    for one in total.by_currency:
        assert one.low <= one.stated
        assert one.high is None or one.stated <= one.high


@given(trees())
def test_low_is_at_most_stated_and_stated_at_most_high_in_trees(given_deals):
    total = cam.total(given_deals)

    for one in total.by_currency:
        assert one.low <= one.stated
        assert one.high is None or one.stated <= one.high


@given(st.one_of(deals(), trees()))
def test_low_is_at_most_stated_and_stated_at_most_high_in_each_row(given_deals):
    for row in cam.total(given_deals).counted:
        assert row.low <= row.stated
        assert row.high is None or row.stated <= row.high


@given(deals(), FILTERS)
def test_a_total_is_the_sum_of_its_rows(given_deals, filters):
    total = cam.total(given_deals, **filters)

    for one in total.by_currency:
        rows = [row for row in total.counted if row.currency == one.currency]
        assert Fraction(one.stated.amount) == sum(Fraction(row.stated) for row in rows)
        assert Fraction(one.low.amount) == sum(Fraction(row.low) for row in rows)
        assert (one.high is None) == any(row.high is None for row in rows)
        if one.high is not None:
            assert Fraction(one.high.amount) == sum(Fraction(row.high) for row in rows)
    assert {row.currency for row in total.counted} == set(total.currencies)


@st.composite
def narrow_and_wide(draw):
    """Two sets of filters, of which the second lets through whatever the first does."""
    stages = draw(st.sets(st.sampled_from(cam.Stage), min_size=1))
    named = set(stages) | ({cam.Implementation.CANCELLED} if draw(st.booleans()) else set())
    more = set(draw(st.sets(st.sampled_from([*cam.Stage, cam.Implementation.CANCELLED]))))
    every_one = not any(stage.group is cam.StageGroup.ENDED for stage in stages)
    sectors = draw(st.sets(st.sampled_from(["minerals", "energy"]), min_size=1))
    years = draw(st.sampled_from([1, 3, 9, 10]))
    narrow = {"stages": named, "sectors": sectors, "max_horizon_years": years}
    unnamed = every_one and named == stages and draw(st.booleans())
    wide = {
        "stages": None if unnamed else named | more,
        "sectors": draw(st.sampled_from([sectors, {"minerals", "energy"}, None])),
        "max_horizon_years": draw(st.sampled_from([years, 10, None])),
    }
    return narrow, wide


@given(deals(min_size=1), narrow_and_wide())
def test_a_wider_filter_takes_no_counted_row_away_without_something_that_covers_it(
    given_deals, filters
):
    narrow, wide = (keyed(cam.total(given_deals, **each).counted) for each in filters)

    appeared = [row for key, row in wide.items() if key not in narrow]
    for key, lost in narrow.items():
        assert key in wide or any(covers(row, lost) for row in appeared)


def covers(row, lost):
    """Say whether a row is of an ancestor, the cost, a longer horizon or an earlier amount."""
    if row.deal.id in {whole.id for whole in lost.deal.ancestors}:
        return True
    if row.deal.id != lost.deal.id or row.is_funding:
        return False
    years = [
        float("inf") if one.horizon_years is None else one.horizon_years for one in (row, lost)
    ]
    places = [lost.deal.amounts.index(one.amount) for one in (row, lost)]
    return lost.is_funding or years[0] > years[1] or places[0] < places[1]


@given(deals("left"), deals("right"), FILTERS)
def test_the_total_of_unrelated_datasets_merged_is_the_sum_of_their_totals(left, right, filters):
    one, other = (cam.Dataset.of({"deals": given_deals}) for given_deals in (left, right))

    apart = [cam.total(dataset, **filters) for dataset in (one, other)]
    together = cam.total(one.merge(other), **filters)
    assert summed(*map(figures, apart)) == figures(together)
    assert any(total.approximate for total in apart) == together.approximate
    assert sum(len(total.counted) for total in apart) == len(together.counted)


def summed(one, other):
    result = dict(one)
    for code, (low, stated, high) in other.items():
        lows, stateds, highs = result.get(code, (0, 0, 0))
        with localcontext(Context(prec=60)):
            top = None if high is None or highs is None else high + highs
            result[code] = (low + lows, stated + stateds, top)
    return result


@given(deals(), FILTERS, CONTEXTS)
def test_totals_are_exact_whatever_the_callers_decimal_context(given_deals, filters, context):
    outside = cam.total(given_deals, **filters)

    with localcontext(Context(**context)):
        inside = cam.total(given_deals, **filters)
    assert figures(outside) == figures(inside)
    assert outside == inside


@given(deals(), FILTERS)
def test_a_context_that_traps_everything_is_never_touched(given_deals, filters):
    traps = [Inexact, Rounded, Overflow, Underflow, Clamped]

    with localcontext(Context(prec=1, Emax=0, Emin=0, traps=traps)):
        total = cam.total(given_deals, **filters)
        shown = str(total), total.explain(), total._repr_html_()
    assert all(shown)


@given(deals(), FILTERS)
def test_a_deal_contributes_at_most_one_amount_that_is_not_financing(given_deals, filters):
    counted = cam.total(given_deals, **filters).counted
    worth = Counter(row.deal.id for row in counted if not row.is_funding)
    financed = {row.deal.id for row in counted if row.is_funding}

    assert all(times == 1 for times in worth.values())
    assert financed.isdisjoint(worth)


@given(st.one_of(deals(), trees()), FILTERS)
def test_no_row_counts_below_a_counted_ancestor(given_deals, filters):
    counted = cam.total(given_deals, **filters).counted
    ids = {row.deal.id for row in counted}

    assert all(ids.isdisjoint(whole.id for whole in row.deal.ancestors) for row in counted)


@given(deals(), FILTERS)
def test_no_statement_that_fell_and_no_condition_counts(given_deals, filters):
    for row in cam.total(given_deals, **filters).counted:
        assert row.standing is cam.Standing.CURRENT
        assert row.condition is None
        assert row.statement.rank is not cam.Rank.DEPRECATED


@given(deals(), FILTERS)
def test_overlap_reasons_need_something_that_counts(given_deals, filters):
    total = cam.total(given_deals, **filters)

    if total.is_empty:
        assert all(OVERLAPS.isdisjoint(row.reasons) for row in total.excluded)


@given(deals(), FILTERS)
def test_reasons_stand_in_the_order_of_the_rules_and_once(given_deals, filters):
    order = [rule.reason for rule in cam.RULES]

    for row in cam.total(given_deals, **filters).excluded:
        assert list(row.reasons) == sorted(set(row.reasons), key=order.index)


@given(deals(), FILTERS)
def test_a_total_without_currency_or_filter_is_the_same_asked_from_a_dataset(given_deals, filters):
    dataset = cam.Dataset.of({"deals": given_deals})

    assert account(cam.total(given_deals, **filters)) == account(cam.total(dataset, **filters))


@given(deals(), FILTERS)
def test_every_counted_figure_stands_on_a_passage(given_deals, filters):
    total = cam.total(given_deals, **filters)

    for row in total.counted:
        assert row.citations
        assert set(row.citations) <= set(total.citations)
        assert set(row.statement.citations) <= set(row.citations)
    assert len(set(total.citations)) == len(total.citations)


@given(deals(), FILTERS)
def test_the_dollars_are_the_same_where_everything_is_in_dollars_already(given_deals, filters):
    """Asking for a currency in which every figure stands already changes nothing."""
    dollars = [
        deal
        for deal in given_deals
        if all(
            statement.value.currency.code == "USD"
            for amount in deal.amounts
            for statement in amount.statements
            if isinstance(statement, cam.Stated)
        )
    ]

    assert account(cam.total(dollars, **filters)) == account(
        cam.total(dollars, currency="USD", **filters)
    )
