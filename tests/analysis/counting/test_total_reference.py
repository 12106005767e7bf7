"""The library and a slow reading of the design give the same answer."""

from fractions import Fraction

from counting_reference import answer, asked_for
from counting_strategies import FILTERS, deals, figures, keyed, trees
from hypothesis import given, strategies as st

import centralasia_minerals as cam


@given(deals(), FILTERS)
def test_the_same_figures(given_deals, filters):
    expected = answer(given_deals, asked_for(**filters)).bounds

    exact = {
        code: tuple(None if one is None else Fraction(one) for one in bounds)
        for code, bounds in figures(cam.total(given_deals, **filters)).items()
    }
    assert expected == exact


@given(trees(), st.sampled_from([{}, {"stages": None}, {"stages": "pledged"}]))
def test_the_same_figures_of_parts_and_wholes(given_deals, filters):
    expected = answer(given_deals, asked_for(**filters)).bounds

    assert expected == figures(cam.total(given_deals, **filters))


@given(deals(), FILTERS)
def test_the_same_rows_count(given_deals, filters):
    expected = answer(given_deals, asked_for(**filters))

    total = cam.total(given_deals, **filters)
    assert expected.counted == set(keyed(total.counted))
    assert expected.undisclosed == set(keyed(total.undisclosed))


@given(deals(), FILTERS)
def test_the_same_rows_are_left_out_for_the_same_reasons(given_deals, filters):
    expected = answer(given_deals, asked_for(**filters)).excluded

    total = cam.total(given_deals, **filters)
    actual = {key: list(map(str, row.reasons)) for key, row in keyed(total.excluded).items()}
    assert expected == actual


@given(deals(), FILTERS)
def test_the_same_totals_are_approximate(given_deals, filters):
    """A range bounds a figure and makes it approximate, like the vague words."""
    vague = {cam.Hedge.AROUND, cam.Hedge.NEARLY, cam.Hedge.ESTIMATED, cam.Hedge.RANGE}
    total = cam.total(given_deals, **filters)

    current = [
        statement
        for row in total.counted
        for statement in row.amount.statements
        if isinstance(statement, cam.Stated) and not fell(statement, row.amount)
    ]
    assert any(statement.hedge in vague for statement in current) == total.approximate


def fell(statement, amount):
    ranks = [cam.Rank.PREFERRED, cam.Rank.NORMAL, cam.Rank.DEPRECATED]
    rivals = [
        other
        for other in amount.statements
        if other.rank is not cam.Rank.DEPRECATED
        and ranks.index(other.rank) <= ranks.index(statement.rank)
    ]
    return statement.rank is cam.Rank.DEPRECATED or any(
        statement.as_of.certainly_before(other.as_of) for other in rivals
    )
