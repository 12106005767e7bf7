"""Laws of what counts within a deal and among the kinds of money, over generated deals."""

from __future__ import annotations

from collections import Counter, defaultdict
from fractions import Fraction
from random import Random

import attrs
from counting_amounts import amount_of
from counting_builders import cite
from counting_own_reasons import is_conditional
from counting_strategies import FILTERS, MONEY_CHOICES, SEEDS, deals, figures, keyed, row_key, trees
from hypothesis import assume, given, strategies as st

import centralasia_minerals as cam

OVERLAPS = frozenset(rule.reason for rule in cam.RULES if rule.covers is not None)
EVERY_KIND = frozenset(cam.MoneyKind) - {cam.MoneyKind.VALUATION}


def unit_of(row):
    """Name the whole that an amount is or is part of, in its deal."""
    if isinstance(row.amount.part_of, str):
        return row.amount.part_of
    return row.amount.key if isinstance(row.amount.key, str) else row.amount


@given(st.one_of(deals(), trees()), FILTERS)
def test_nothing_vanishes(given_deals, filters):
    """Every row counts, is withheld, or is out for a reason, and all of them are in the total."""
    total = cam.total(given_deals, **filters)

    rows = Counter(map(row_key, cam.ledger(given_deals, **filters)))
    parted = Counter(map(row_key, [*total.counted, *total.undisclosed, *total.excluded]))
    assert rows == parted
    assert all(row.reasons for row in total.excluded)
    told = {(deal.id, amount) for deal in given_deals for amount in deal.amounts}
    assert told == {(row.deal.id, row.amount) for row in cam.ledger(given_deals) if row.amount}


@given(st.one_of(deals(), trees()), FILTERS)
def test_what_stands_beside_a_total_is_of_other_rows_that_it_leaves_out(given_deals, filters):
    total = cam.total(given_deals, **filters)

    beside = [row_key(row) for one in total.beside for row in one.rows]
    assert len(beside) == len(set(beside))
    assert set(beside).isdisjoint(keyed(total.counted))
    assert set(beside) <= set(keyed(total.excluded))


@given(deals(), FILTERS)
def test_what_stands_beside_is_a_kind_or_a_class_that_was_not_asked_for(given_deals, filters):
    total = cam.total(given_deals, **filters)

    kinds = {one.what for one in total.beside if isinstance(one.what, cam.MoneyKind)}
    classes = {one.what for one in total.beside if isinstance(one.what, cam.DealClass)}
    asked = cam.Filters.of(**filters)
    assert kinds <= EVERY_KIND - (EVERY_KIND if asked.kinds is None else asked.kinds)
    assert classes <= {cam.DealClass.OWN_PROJECT, cam.DealClass.PROGRAMME} - (
        frozenset(cam.DealClass) if asked.classes is None else asked.classes
    )
    assert len(total.beside) == len(kinds) + len(classes)


@given(st.one_of(deals(), trees()), FILTERS)
def test_each_kind_beside_a_total_is_what_the_total_of_that_kind_would_be(given_deals, filters):
    for one in cam.total(given_deals, **filters).beside:
        if isinstance(one.what, cam.MoneyKind):
            alone = cam.total(given_deals, **{**filters, "kinds": one.what})

            assert {row_key(row) for row in one.rows} == set(keyed(alone.counted))
            assert one.by_currency == alone.by_currency


@given(deals(), FILTERS)
def test_a_deal_counts_one_unit_of_each_kind_that_is_not_funding_or_else_only_funding(
    given_deals, filters
):
    counted = cam.total(given_deals, **filters).counted
    units: defaultdict[tuple[str, object], set[object]] = defaultdict(set)
    for row in counted:
        if not row.amount.money.is_funding:
            units[row.deal.id, row.amount.money].add(unit_of(row))

    assert all(len(alike) == 1 for alike in units.values())
    funded = {row.deal.id for row in counted if row.amount.money.is_funding}
    assert funded.isdisjoint(id for id, _ in units)


@given(deals(), FILTERS)
def test_a_whole_amount_and_a_part_of_it_never_count_together(given_deals, filters):
    counted = cam.total(given_deals, **filters).counted
    wholes = {(row.deal.id, row.amount.key) for row in counted if row.amount.key}

    assert wholes.isdisjoint((row.deal.id, row.amount.part_of) for row in counted)


@given(deals(), FILTERS)
def test_no_statement_that_fell_no_condition_and_no_valuation_counts(given_deals, filters):
    for row in cam.total(given_deals, **filters).counted:
        assert row.standing is cam.Standing.CURRENT
        assert row.statement.rank is not cam.Rank.DEPRECATED
        assert not is_conditional(row.amount)
        assert row.amount.money is not cam.MoneyKind.VALUATION


@given(deals(), FILTERS)
def test_what_counts_is_of_the_kinds_and_classes_asked_for(given_deals, filters):
    asked = cam.Filters.of(**filters)

    for row in cam.total(given_deals, **filters).counted:
        of_deal = row.deal.deal_class or cam.DealClass.UNDERTAKING
        assert asked.kinds is None or row.amount.money in asked.kinds
        assert asked.classes is None or of_deal in asked.classes


@given(deals(min_size=1), FILTERS, SEEDS)
def test_a_conditional_part_more_never_raises_a_low(given_deals, filters, seed):
    random = Random(seed)
    wholes = [
        (deal, whole)
        for deal in given_deals
        for whole in deal.amounts
        if isinstance(whole.part_of, cam.NotStated)
    ]
    assume(wholes)
    deal, whole = random.choice(wholes)
    condition = cam.Condition(what="a permit", citations=(cite(at=70),))
    key = whole.key if isinstance(whole.key, str) else "the whole"
    part = amount_of(
        random, iter(range(200, 300)), role=whole.role, money=whole.money, part_of=key,
        conditions=(condition,),
    )  # fmt: skip
    if isinstance(whole.money, cam.NotStated):
        part = attrs.evolve(part, statements=())
    named = attrs.evolve(whole, key=key)
    amounts = [named if one is whole else one for one in deal.amounts]
    grown = attrs.evolve(deal, amounts=(*amounts, part))

    before = cam.total([deal], **filters)
    after = cam.total([grown], **filters)
    for code, (low, _, _) in figures(after).items():
        # Another amount of the deal may count in its place, if the whole gives way.
        if whole in {row.amount for row in before.counted}:
            stays = {row.amount for row in after.counted} == {named}
            assert not stays or low <= figures(before)[code][0]


@given(deals(min_size=1), FILTERS, st.sets(st.sampled_from(MONEY_CHOICES), min_size=1))
def test_asking_for_more_kinds_adds_rows_of_those_kinds_or_covers_funding(
    given_deals, filters, more
):
    assume(filters.get("kinds", "project") is not None)
    # Which bid is furthest may hang on money of another kind.
    assume(not any(str(one.kind) in RIVALS for deal in given_deals for one in deal.relations))
    narrow = cam.Filters.of(**filters).kinds
    wide = narrow | set(map(cam.MoneyKind, more))

    before = keyed(cam.total(given_deals, **filters).counted)
    after = keyed(cam.total(given_deals, **{**filters, "kinds": wide}).counted)
    assert all(after[key].amount.money in wide - narrow for key in set(after) - set(before))
    assert all(before[key].amount.money.is_funding for key in set(before) - set(after))


RIVALS = ("rival to", "reopens")


@st.composite
def narrow_and_wide(draw):
    """Two sets of filters, of which the second lets through whatever the first does."""
    stages = draw(st.sets(st.sampled_from(cam.Stage), min_size=1))
    named = set(stages) | ({cam.Implementation.CANCELLED} if draw(st.booleans()) else set())
    more = set(draw(st.sets(st.sampled_from([*cam.Stage, cam.Implementation.CANCELLED]))))
    every_one = not any(stage.group is cam.StageGroup.ENDED for stage in stages)
    sectors = draw(st.sets(st.sampled_from(["minerals", "energy"]), min_size=1))
    years = draw(st.sampled_from([1, 3, 9, 10]))
    kinds = draw(st.sets(st.sampled_from(MONEY_CHOICES), min_size=1))
    classes = draw(st.sets(st.sampled_from(cam.DealClass), min_size=1))
    narrow = {
        "stages": named,
        "sectors": sectors,
        "max_horizon_years": years,
        "kinds": kinds,
        "classes": classes,
    }
    unnamed = every_one and named == stages and draw(st.booleans())
    wide = {
        "stages": None if unnamed else named | more,
        "sectors": draw(st.sampled_from([sectors, {"minerals", "energy"}, None])),
        "max_horizon_years": draw(st.sampled_from([years, 10, None])),
        "kinds": draw(st.sampled_from([kinds, {*kinds, "project"}, None])),
        "classes": draw(st.sampled_from([classes, {*classes, "undertaking"}, None])),
    }
    return narrow, wide


@given(deals(min_size=1), narrow_and_wide())
def test_a_wider_filter_takes_no_counted_row_away_but_for_another_that_counts(given_deals, filters):
    narrow, wide = (cam.total(given_deals, **each) for each in filters)

    left_out = keyed(wide.excluded)
    for key in set(keyed(narrow.counted)) - set(keyed(wide.counted)):
        assert left_out[key].reasons
        assert OVERLAPS.issuperset(left_out[key].reasons)
        assert not wide.is_empty


@given(st.one_of(deals(), trees()), FILTERS)
def test_the_kinds_of_a_total_add_up_to_it(given_deals, filters):
    total = cam.total(given_deals, **filters)

    summed: defaultdict[str, Fraction] = defaultdict(Fraction)
    for group in cam.total_by(given_deals, "money", **filters).values():
        for code, (low, _, _) in figures(group).items():
            summed[code] += Fraction(low)
    assert {code: Fraction(low) for code, (low, _, _) in figures(total).items()} == summed
