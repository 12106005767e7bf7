"""The library and a slow reading of the design give the same answer."""

from fractions import Fraction

from counting_builders import amount, bounds, deal, stated, to
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


def test_a_part_of_two_wholes_holds_up_the_inner_one() -> None:
    """The outer one, a pledge, is named first, and the part is inside it through the inner one."""
    outer = deal("outer", amount(stated("USD 15"), stage="pledged"), stage="pledged")
    inner = deal("inner", amount(stated("USD 4", "up to")), part_of=outer)
    part = deal(
        "part", amount(stated("USD 19")), part_of=outer, relations=to("inner", "implements")
    )

    assert (4, 4, 4) == bounds(cam.total((outer, inner, part)))


def test_a_part_of_a_deal_without_amounts_holds_up_the_one_that_has_some() -> None:
    paper = deal("paper", kind=cam.DealKind.MEMORANDUM)
    whole = deal("whole", amount(stated("USD 9", "up to")))
    part = deal("part", amount(stated("USD 2")), part_of=whole, relations=to("paper", "implements"))

    assert (2, 9, 9) == bounds(cam.total((paper, whole, part)))


def test_a_part_of_two_wholes_beside_each_other_holds_up_neither() -> None:
    one, other = (deal(name, amount(stated("USD 9", "up to"))) for name in ("one", "other"))
    part = deal("part", amount(stated("USD 2")), part_of=one, relations=to("other", "implements"))

    assert (0, 18, 18) == bounds(cam.total((one, other, part)))


def test_what_is_conditional_in_a_part_holds_up_nothing() -> None:
    whole = deal("whole", amount(stated("USD 9", "up to")))
    tranche = amount(
        stated("USD 5"), role="cost", part_of="whole 0", depends_on="a licence", stage="signed"
    )
    part = deal("part", amount(stated("USD 7"), key="whole 0"), tranche, part_of=whole)

    assert (2, 9, 9) == bounds(cam.total((whole, part)))
