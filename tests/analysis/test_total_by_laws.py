"""Laws of groups, over generated deals: they add up to the whole, whatever they are made by."""

from __future__ import annotations

from collections import Counter
from decimal import localcontext
from fractions import Fraction

import pytest
from analysis_strategies import CONTEXTS, FILTERS, deals
from hypothesis import assume, given

import centralasia_minerals as cam


def _ids(entities):
    return "+".join(sorted(entity.id for entity in entities)) or "not stated"


def _has_place(row):
    return row.amount is not None and bool(row.amount.place)


def _initial(deal):
    return deal.title[-1]


OF_ROW = {
    "country": lambda row: _ids(row.countries),
    "partner": lambda row: _ids(row.partners),
    "mineral": lambda row: _ids(row.minerals),
    "sector": lambda row: "+".join(sorted(map(str, row.sectors))) or "not stated",
    "stage": lambda row: str(row.stage) if row.stage else "not stated",
    "kind": lambda row: str(row.kind),
    "year": lambda row: str(row.date.year) if row.date else "not stated",
    "money": lambda row: str((row.amount and row.amount.money) or "not stated"),
    "deal_class": lambda row: str(row.deal.deal_class or "not stated"),
    "payer": lambda row: _ids(row.amount.payer if row.amount else ()),
    "place": lambda row: row.amount.place.name if _has_place(row) else "not stated",
    _initial: lambda row: _initial(row.deal),
}
EVERY_KEY = pytest.mark.parametrize(
    "key", OF_ROW, ids=lambda key: getattr(key, "__name__", key).strip("_")
)
FIXED = cam.rates_of({("USD", "EUR"): "0.8655", ("KZT", "EUR"): "0.0017"}, source="our desk")


def rows_of(total):
    return (*total.counted, *total.excluded, *total.undisclosed)


def key_of(row):
    return row.deal.id, row.amount, row.statement, row.reasons


def figures(totals):
    """Add up low, stated and high by currency; None, once open, stays open."""
    sums: dict[str, list[Fraction | None]] = {}
    for total in totals:
        for one in total.by_currency:
            held = sums.setdefault(one.currency.code, [Fraction(0)] * 3)
            for place, bound in enumerate((one.low, one.stated, one.high)):
                open_end = bound is None or held[place] is None
                held[place] = None if open_end else held[place] + Fraction(bound.amount)
    return sums


def assert_adds_up(total, groups):
    assert figures([total]) == figures(groups.values())
    assert total.approximate == any(group.approximate for group in groups.values())
    for pile in ("counted", "excluded", "undisclosed"):
        whole = Counter(map(key_of, getattr(total, pile)))
        assert whole == Counter(
            key_of(row) for group in groups.values() for row in getattr(group, pile)
        )


@EVERY_KEY
@given(given_deals=deals(), filters=FILTERS)
def test_groups_add_up_to_the_whole(key, given_deals, filters):
    total = cam.total(given_deals, **filters)
    groups = cam.total_by(given_deals, key, **filters)

    assert_adds_up(total, groups)


@EVERY_KEY
@given(given_deals=deals(), filters=FILTERS)
def test_each_row_stands_in_the_group_of_its_key_and_no_group_is_without_a_row(
    key, given_deals, filters
):
    groups = cam.total_by(given_deals, key, **filters)

    stated = [one for one in groups if one != "not stated"]
    assert [*stated, *(["not stated"] if "not stated" in groups else [])] == list(groups)
    members = {"stage": cam.Stage, "kind": cam.DealKind, "money": cam.MoneyKind,
               "deal_class": cam.DealClass}.get(key)  # fmt: skip
    if members:
        assert [str(one) for one in members if str(one) in groups] == stated
    elif key != "sector":
        assert sorted(stated, key=lambda one: one.split("+")) == stated
    for name, group in groups.items():
        assert {name} == {OF_ROW[key](row) for row in rows_of(group)}
    given_keys = {OF_ROW[key](row) for row in cam.ledger(given_deals, **filters)}
    assert given_keys == set(groups)


@given(given_deals=deals(), filters=FILTERS)
def test_groups_add_up_in_another_currency(given_deals, filters):
    asked = {**filters, "currency": "EUR", "rates": FIXED}

    assert_adds_up(cam.total(given_deals, **asked), cam.total_by(given_deals, "country", **asked))


@given(given_deals=deals(), filters=FILTERS, context=CONTEXTS)
def test_groups_are_exact_whatever_the_callers_decimal_context(given_deals, filters, context):
    expected = cam.total_by(given_deals, "kind", **filters)

    with localcontext(**context):
        actual = cam.total_by(given_deals, "kind", **filters)
    assert expected == actual


@given(given_deals=deals(), filters=FILTERS)
def test_order_and_repetition_do_not_matter_to_groups(given_deals, filters):
    # Of rival bids that have come equally far on one day, the first given stays.
    rivals = (cam.RelationKind.RIVAL_TO, cam.RelationKind.REOPENS)
    assume(not any(one.kind in rivals for deal in given_deals for one in deal.relations))
    groups = cam.total_by(given_deals, "country", **filters)
    again = cam.total_by([*reversed(given_deals), *given_deals], "country", **filters)

    assert list(groups) == list(again)
    assert figures(groups.values()) == figures(again.values())


@given(given_deals=deals())
def test_low_stated_and_high_stand_in_order_in_every_group(given_deals):
    groups = cam.total_by(given_deals, "mineral", sectors=None, stages=None)

    for group in groups.values():
        for one in group.by_currency:
            assert one.low <= one.stated
            assert one.high is None or one.stated <= one.high


@EVERY_KEY
def test_the_bundled_groups_add_up(key):
    for filters in ({}, {"sectors": None}, {"sectors": None, "stages": None}, {"currency": "EUR"}):
        total, groups = cam.total(cam.load(), **filters), cam.total_by(cam.load(), key, **filters)
        assert_adds_up(total, groups)
