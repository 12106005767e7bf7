"""Currencies are never mixed: side by side, or one as printed, or by a rate, or an error."""

import datetime

import pytest
from counting_builders import (
    GAZETTE,
    OTHER_REVIEW,
    REVIEW,
    amount,
    bounds,
    cite,
    deal,
    financing,
    stated,
)

import centralasia_minerals as cam


def euros(figure, hedge="as stated", *, of=REVIEW, at=300, **more):
    return stated(f"EUR {figure}", hedge, of=of, at=at, **more)


def dated(id, *amounts):
    signed = cam.DealDate(
        date=cam.PartialDate.parse("2025-11-06"),
        kind=cam.DealDateKind.SIGNED,
        citations=(cite(),),
    )
    return deal(id, *amounts, dates=(signed,))


PRINTED = deal("printed", amount("USD 1100", equivalents=(euros("952"),)))
DOLLARS = deal("dollars", amount("USD 10"))
TENGE = deal("tenge", amount("KZT 5000"))


class OneRate:
    """Gives one rate for every pair, and remembers what it was asked for."""

    def __init__(self, figure):
        self.figure = figure
        self.asked = []

    def rate(self, base, quote, on):
        self.asked.append((base.code, quote.code, str(on)))
        day = datetime.date(2025, 11, 6)
        return cam.Rate(base=base, quote=quote, figure=self.figure, day=day, source="a bank")


class NoRate:
    """Has no rate."""

    def rate(self, base, quote, on):
        return None


def test_currencies_stand_side_by_side_in_order():
    total = cam.total([DOLLARS, TENGE, deal("e", amount("EUR 3")), deal("d", amount("USD 5"))])

    assert [currency.code for currency in total.currencies] == ["EUR", "KZT", "USD"]
    assert bounds(total, "USD") == (15, 15, 15)
    assert bounds(total, "KZT") == (5000, 5000, 5000)
    assert bounds(total, "EUR") == (3, 3, 3)


def test_a_printed_equivalent_is_no_second_amount():
    total = cam.total([PRINTED])

    assert [currency.code for currency in total.currencies] == ["USD"]
    assert len(total.counted) == 1


def test_a_currency_that_is_not_there_is_a_key_error_that_lists_what_is():
    total = cam.total([DOLLARS, deal("e", amount("EUR 3"))])

    with pytest.raises(KeyError, match=r"KZT.*EUR, USD"):
        total["KZT"]
    assert issubclass(cam.NoSuchCurrencyError, KeyError)


def test_a_total_is_asked_by_code_or_by_currency():
    total = cam.total([DOLLARS])

    assert total["USD"] == total[cam.Currency("USD")]
    assert "USD" in total
    assert cam.Currency("USD") in total
    assert "EUR" not in total


@pytest.mark.parametrize("currency", ["EUR", cam.Currency("EUR")])
def test_the_printed_equivalent_serves(currency):
    total = cam.total([PRINTED, deal("own", amount("EUR 48"))], currency=currency)

    assert bounds(total, "EUR") == (1000, 1000, 1000)
    assert [one.code for one in total.currencies] == ["EUR"]


def test_the_hedge_of_the_printed_equivalent_bounds_it():
    up_to = deal("x", amount(stated("USD 10", "up to"), equivalents=(euros("9", "up to"),)))

    assert bounds(cam.total([up_to], currency="EUR"), "EUR") == (0, 9, 9)


def test_the_passage_of_the_equivalent_stands_behind_the_total():
    assert cite(at=300) in cam.total([PRINTED], currency="EUR").citations


def test_asked_for_its_own_currency_nothing_is_converted():
    assert bounds(cam.total([PRINTED, DOLLARS], currency="USD")) == (1110, 1110, 1110)


def test_without_print_or_rate_every_amount_concerned_is_named():
    with pytest.raises(cam.MissingRateError, match=r"dollars.*tenge") as error:
        cam.total([PRINTED, DOLLARS, TENGE], currency="EUR")

    assert len(error.value.amounts) == 2
    assert "EUR" in str(error.value)
    assert "printed" not in " ".join(error.value.amounts)


def test_what_is_left_out_needs_no_rate():
    financed = deal(
        "x", amount("USD 11", equivalents=(euros("9"),)), financing(stated("USD 5", at=200))
    )
    pledged = deal("pledged", amount("USD 7"), stage="pledged")

    assert bounds(cam.total([financed, pledged], currency="EUR"), "EUR") == (9, 9, 9)


def test_each_amount_of_a_deal_is_named():
    lenders = deal("x", financing("USD 900"), financing("USD 700"))

    with pytest.raises(cam.MissingRateError) as error:
        cam.total([lenders], currency="EUR", kinds="financing")
    assert len(error.value.amounts) == 2


def test_an_unknown_currency_is_an_error_that_suggests_one():
    with pytest.raises(cam.InvalidValueError, match="EUR"):
        cam.total([DOLLARS], currency="eur")


def test_a_currency_is_a_code_or_a_currency():
    with pytest.raises(cam.InvalidTypeError):
        cam.total([DOLLARS], currency=978)


def test_an_equivalent_of_a_superseded_statement_is_not_used_for_the_newer_figure():
    old = stated("USD 1000", of=GAZETTE)
    grown = deal("grown", amount("USD 1100", old, equivalents=(euros("900", of=GAZETTE),)))

    with pytest.raises(cam.MissingRateError, match="grown"):
        cam.total([grown], currency="EUR")


def test_an_equivalent_of_a_deprecated_statement_is_not_used():
    wrong = stated("USD 1000", of=OTHER_REVIEW, rank=cam.Rank.DEPRECATED, reason="a misprint")
    x = deal("x", amount("USD 1100", wrong, equivalents=(euros("900", of=OTHER_REVIEW),)))

    with pytest.raises(cam.MissingRateError):
        cam.total([x], currency="EUR")


def test_a_deprecated_equivalent_is_not_used():
    wrong = euros("900", rank=cam.Rank.DEPRECATED, reason="a misprint")

    with pytest.raises(cam.MissingRateError):
        cam.total([deal("x", amount("USD 1000", equivalents=(wrong,)))], currency="EUR")


def test_an_equivalent_beside_another_current_figure_is_not_used():
    """Two papers of one month differ; the euros belong to the one that is not preferred."""
    rival = stated("USD 1200", of=OTHER_REVIEW)
    x = deal("x", amount("USD 1100", rival, equivalents=(euros("1040", of=OTHER_REVIEW),)))

    with pytest.raises(cam.MissingRateError):
        cam.total([x], currency="EUR")


def test_an_equivalent_serves_where_another_source_states_the_same_figure():
    same = stated("USD 1100", of=OTHER_REVIEW)
    x = deal("x", amount("USD 1100", same, equivalents=(euros("952", of=OTHER_REVIEW),)))

    assert bounds(cam.total([x], currency="EUR"), "EUR") == (952, 952, 952)


def test_a_later_source_that_repeats_the_figure_does_not_lose_its_equivalent():
    """Adding a second source for a counted deal changes no figure, in euros either."""
    first = stated("USD 1100", of=GAZETTE)
    printed = euros("952", of=GAZETTE)
    before = deal("x", amount(first, equivalents=(printed,)))
    after = deal("x", amount(first, "USD 1100", equivalents=(printed,)))

    assert bounds(cam.total([before], currency="EUR"), "EUR") == (952, 952, 952)
    assert bounds(cam.total([after], currency="EUR"), "EUR") == (952, 952, 952)


def test_print_goes_before_a_rate_and_a_rate_serves_the_rest():
    rates = OneRate("0.5")
    total = cam.total([PRINTED, dated("x", amount("USD 10"))], currency="EUR", rates=rates)

    assert bounds(total, "EUR") == (957, 957, 957)
    assert set(rates.asked) == {("USD", "EUR", "2025-11-06")}


def test_a_rate_brings_the_bounds_with_it():
    up_to = dated("x", amount(stated("USD 10", "up to")))
    open_ended = dated("y", amount(stated("USD 10", "at least")))
    rates = OneRate("0.5")

    assert bounds(cam.total([up_to], currency="EUR", rates=rates), "EUR") == (0, 5, 5)
    assert bounds(cam.total([open_ended], currency="EUR", rates=rates), "EUR") == (5, 5, None)


def test_a_converted_row_says_by_which_rate_of_which_day():
    total = cam.total([dated("x", amount("USD 10"))], currency="EUR", rates=OneRate("0.5"))

    (row,) = total.counted
    assert row.conversion.original.value == cam.Money("10", "USD")
    assert row.conversion.rate.day == datetime.date(2025, 11, 6)
    assert "2025-11-06" in str(total)
    assert "a bank" in str(total)


def test_rates_that_have_none_leave_the_error():
    with pytest.raises(cam.MissingRateError, match="dollars"):
        cam.total([DOLLARS], currency="EUR", rates=NoRate())


def test_rates_alone_convert_nothing():
    rates = OneRate("0.5")

    assert bounds(cam.total([DOLLARS], rates=rates)) == (10, 10, 10)
    assert rates.asked == []


def test_an_approximate_equivalent_makes_the_total_in_its_currency_approximate():
    x = deal("x", amount("USD 10", equivalents=(euros("9", "around"),)))

    assert not cam.total([x]).approximate
    assert cam.total([x], currency="EUR").approximate


def test_an_approximate_figure_makes_its_equivalent_approximate():
    x = deal("x", amount(stated("USD 10", "around"), equivalents=(euros("9"),)))

    assert cam.total([x], currency="EUR").approximate
