"""The rates that a source printed by: one interval that fits all its pairs, if asked for."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from analysis_builders import OTHER_REVIEW, REVIEW, amount, bounds, cite, deal, stated
from hypothesis import given, strategies as st

import centralasia_minerals as cam

DS = cam.load()
PARTNERSHIP = DS.sources["summit-partnership-2025-11"]
PAIRS = [
    ("1100000000", "952000000", "1000000"),
    ("900000000", "779000000", "1000000"),
    ("300000000", "260000000", "1000000"),
    ("35000000000", "30300000000", "100000000"),
    ("100000000000", "86600000000", "100000000"),
]
"""Dollars, euros, and the worth of the last digit printed of these, as the article has them."""
LAST_PLACE = Decimal("0.000000000001")


def the_rate() -> cam.Rate:
    (rate,) = cam.printed_rates(DS, PARTNERSHIP).rates
    return rate


def rounds_to_print(rate, dollars, euros, step):
    """Say whether a rate gives the printed euros, half of the last digit either way."""
    return abs(Fraction(dollars) * Fraction(rate) - int(euros)) <= Fraction(int(step), 2)


def test_one_article_prints_five_pairs_and_the_rate_says_so():
    rate = the_rate()

    assert ("USD", "EUR") == (rate.base.code, rate.quote.code)
    assert "implied by 5 pairs of figures in summit-partnership-2025-11" == rate.source
    assert rate.day is None


def test_the_pairs_are_those_that_the_record_holds():
    recorded = {
        (str(s.value.amount), str(e.value.amount))
        for d in DS.deals
        for a in d.amounts
        for s in a.statements
        if isinstance(s, cam.Stated)
        for e in a.equivalents
    }

    assert {(dollars, euros) for dollars, euros, _ in PAIRS} == recorded


def test_the_interval_is_all_that_the_five_pairs_allow():
    rate = the_rate()

    exact_low = Fraction("0.8655")
    exact_high = Fraction(9525, 11000)
    assert 0 <= exact_low - Fraction(rate.low) < Fraction(LAST_PLACE)
    assert 0 <= Fraction(rate.high) - exact_high < Fraction(LAST_PLACE)


@pytest.mark.parametrize(("dollars", "euros", "step"), PAIRS)
def test_every_rate_of_the_interval_fits_all_five_pairs(dollars, euros, step):
    """The ends are written outwards in their twelfth place, so the upper is one place less."""
    rate = the_rate()

    for figure in (rate.low, rate.figure, rate.high - LAST_PLACE):
        assert rounds_to_print(figure, dollars, euros, step)


@pytest.mark.parametrize("beyond", [Decimal("-0.000001"), Decimal("0.000001")])
def test_no_rate_beyond_the_interval_fits_all_five_pairs(beyond):
    rate = the_rate()
    outside = (rate.low if beyond < 0 else rate.high) + beyond

    assert not all(rounds_to_print(outside, *pair) for pair in PAIRS)


def test_the_figure_is_the_middle_of_the_interval():
    rate = the_rate()

    middle = (Fraction(rate.low) + Fraction(rate.high)) / 2
    assert abs(middle - Fraction(rate.figure)) <= Fraction(LAST_PLACE)


@pytest.mark.parametrize(
    "id", ["caspian-post-2025-03", "caspian-post-2025-04", "summit-minerals-2025-11"]
)
def test_a_source_without_pairs_is_an_error_that_names_it(id):
    with pytest.raises(cam.InvalidValueError, match=f"{id}.*two currencies"):
        cam.printed_rates(DS, DS.sources[id])


def test_no_deals_have_no_pairs():
    with pytest.raises(cam.InvalidValueError):
        cam.printed_rates([], PARTNERSHIP)


def paired(id, dollars, euros, *, of=REVIEW, printed=None, **more):
    """Make a deal whose dollars a source prints with euros behind them."""
    usd = cam.Stated(
        value=cam.Money(dollars, "USD"), citations=(cite(of, figure=f"${int(dollars):,}"),), **more
    )
    eur = cam.Stated(
        value=cam.Money(euros, "EUR"), citations=(cite(of, figure=printed or f"€{int(euros):,}"),)
    )
    return deal(id, cam.Amount(role=cam.AmountRole.COST, statements=(usd,), equivalents=(eur,)))


def test_contradictory_pairs_are_an_error_that_names_the_source():
    with pytest.raises(cam.InvalidValueError, match=r"USD in EUR.*review-2025-11.*2 pairs"):
        cam.printed_rates([paired("a", 1000, 870), paired("b", 1000, 900)], REVIEW)


def test_the_pairs_of_another_source_do_not_count():
    rates = cam.printed_rates(
        [paired("a", 1000, 870), paired("b", 1000, 900, of=OTHER_REVIEW)], REVIEW
    )

    assert (Decimal("0.8695"), Decimal("0.8705")) == (rates.rates[0].low, rates.rates[0].high)


def test_the_pair_of_a_deprecated_statement_does_not_count():
    misprint = paired("b", 1000, 900, rank=cam.Rank.DEPRECATED, reason="a misprint")

    assert 1 == len(cam.printed_rates([paired("a", 1000, 870), misprint], REVIEW).rates)


def test_a_figure_in_words_is_rounded_to_its_last_printed_digit():
    rates = cam.printed_rates([paired("a", 10**9, 870_000_000, printed="€870 million")], REVIEW)

    assert (Decimal("0.8695"), Decimal("0.8705")) == (rates.rates[0].low, rates.rates[0].high)


def test_each_pair_of_currencies_has_a_rate_of_its_own():
    pounds = cam.Stated(value=cam.Money(760, "GBP"), citations=(cite(REVIEW, figure="£760"),))
    usd = cam.Stated(value=cam.Money(1000, "USD"), citations=(cite(REVIEW, figure="$1,000"),))
    both = deal("b", cam.Amount(role=cam.AmountRole.COST, statements=(usd,), equivalents=(pounds,)))

    rates = cam.printed_rates([paired("a", 1000, 870), both], REVIEW).rates

    assert {("USD", "EUR"), ("USD", "GBP")} == {(r.base.code, r.quote.code) for r in rates}


@given(
    rate=st.decimals("0.01", "9", places=4),
    dollars=st.lists(st.integers(1_000, 10**9), min_size=1, max_size=5),
)
def test_the_rate_that_was_used_lies_in_the_interval_found(rate, dollars):
    """Print figures by a rate, round them, and find that rate again."""
    deals = [
        paired(f"deal-{n}", figure, round(Fraction(figure) * Fraction(rate)))
        for n, figure in enumerate(dollars)
    ]

    (found,) = cam.printed_rates(deals, REVIEW).rates

    assert found.low <= rate <= found.high


def test_it_is_used_only_when_asked():
    letter = deal("letter", amount("USD 100"))

    with pytest.raises(cam.MissingRateError, match="letter"):
        cam.total([letter], currency="EUR")
    total = cam.total([letter], currency="EUR", rates=cam.printed_rates(DS, PARTNERSHIP))

    assert (Decimal("86.55"), Decimal("86.59")) == (
        bounds(total, "EUR")[0],
        bounds(total, "EUR")[2],
    )
    assert total.approximate
    assert re.search("implied by 5 pairs", str(total.counted[0].conversion))


def test_printed_equivalents_go_before_it():
    rates = cam.printed_rates(DS, PARTNERSHIP)

    asked = {"sectors": None, "stages": None, "max_horizon_years": 3, "currency": "EUR"}
    assert cam.total(DS, **asked)["EUR"] == cam.total(DS, **asked, rates=rates)["EUR"]


def test_a_later_paper_with_pounds_does_not_change_a_rate_in_euros():
    both = paired("a", 1000, 870)
    pounds = stated("GBP 760", citations=(cite(OTHER_REVIEW, figure="£760"),))
    richer = deal(
        "a",
        cam.Amount(
            role=cam.AmountRole.COST,
            statements=both.amounts[0].statements,
            equivalents=(*both.amounts[0].equivalents, pounds),
        ),
    )

    assert cam.printed_rates([both], REVIEW) == cam.printed_rates([richer], REVIEW)
