"""Laws of totals, over generated deals of every shape."""

import copy
from collections import Counter, defaultdict
from decimal import Clamped, Context, Inexact, Overflow, Rounded, Underflow, localcontext
from fractions import Fraction
from random import Random
from typing import Any

import attrs
from counting_builders import cite, source
from counting_reference import asked_for, lost_bids
from counting_strategies import CONTEXTS, FILTERS, SEEDS, deals, figures, keyed, row_key, trees
from hypothesis import assume, given, strategies as st

import centralasia_minerals as cam

OVERLAPS = frozenset(rule.reason for rule in cam.RULES if rule.covers is not None)
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


@given(st.one_of(deals(), trees()), FILTERS, SEEDS)
def test_order_and_repetition_do_not_matter(given_deals, filters, seed):
    """Only of rival bids that have come equally far, the one given first stays."""
    random = Random(seed)
    shuffled = random.sample(given_deals, len(given_deals))
    again = random.choices(given_deals, k=3) if given_deals else []
    copied = copy.deepcopy(again)
    asked = asked_for(**filters)
    assume(lost_bids(given_deals, asked) == lost_bids(shuffled, asked))

    assert account(cam.total(given_deals, **filters)) == account(
        cam.total([*shuffled, *again, *copied], **filters)
    )


@given(st.one_of(deals(min_size=1), trees()), FILTERS, SEEDS)
def test_a_deal_that_the_filters_exclude_changes_no_figure(given_deals, filters, seed):
    outsider = Random(seed).choice(given_deals)
    assume(not cam.total([outsider], **filters).counted)
    # What a deal says of others is known only where it is given.
    assume(not outsider.relations)
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


@given(deals(min_size=1), FILTERS, SEEDS)
def test_a_second_source_of_the_same_statement_changes_no_figure(given_deals, filters, seed):
    total = cam.total(given_deals, **filters)
    assume(total.counted)
    row = Random(seed).choice(total.counted)
    citations = (*row.statement.citations, cite(LATER, 20))
    twice = attrs.evolve(row.statement, citations=citations, as_of=row.statement.as_of)
    statements = tuple(twice if one == row.statement else one for one in row.amount.statements)

    amount = attrs.evolve(row.amount, statements=statements)
    after = cam.total(replaced(given_deals, row, amount), **filters)
    assert figures(total) == figures(after)
    # What is told again is as late as its last source, and may replace an approximate figure.
    assert total.approximate or not after.approximate
    assert cite(LATER, 20) in after.citations


@given(deals(min_size=1), FILTERS, SEEDS)
def test_a_second_source_that_states_the_same_later_changes_no_figure(given_deals, filters, seed):
    total = cam.total(given_deals, **filters)
    assume(total.counted)
    row = Random(seed).choice(total.counted)
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


@given(deals("left", whole=True), deals("right", whole=True), FILTERS)
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
def test_overlap_reasons_need_something_that_counts(given_deals, filters):
    total = cam.total(given_deals, **filters)

    if total.is_empty:
        assert all(OVERLAPS.isdisjoint(row.reasons) for row in total.excluded)


@given(deals(), FILTERS)
def test_reasons_stand_in_the_order_of_the_rules_and_once(given_deals, filters):
    order = [rule.reason for rule in cam.RULES]

    for row in cam.total(given_deals, **filters).excluded:
        assert list(row.reasons) == sorted(set(row.reasons), key=order.index)


@given(deals(whole=True), FILTERS)
def test_a_total_without_currency_or_filter_is_the_same_asked_from_a_dataset(given_deals, filters):
    dataset = cam.Dataset.of({"deals": given_deals})
    in_order = sorted(given_deals, key=lambda deal: deal.id)

    assert account(cam.total(in_order, **filters)) == account(cam.total(dataset, **filters))


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
