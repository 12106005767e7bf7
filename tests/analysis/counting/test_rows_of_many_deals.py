"""Rows of simple deals are made when they are looked at, and are rows like any other."""

from __future__ import annotations

import pytest
from counting_builders import amount, deal

import centralasia_minerals as cam

TOTAL = cam.total([deal("one", amount("USD 1")), deal("two", amount("USD 2"))])


def test_rows_are_a_sequence_that_gives_equal_rows_each_time() -> None:
    assert 2 == len(TOTAL.counted)
    assert list(TOTAL.counted) == [TOTAL.counted[0], TOTAL.counted[-1]]
    assert ("two",) == tuple(row.deal.id for row in TOTAL.counted[1:])


def test_rows_are_equal_where_their_rows_are() -> None:
    again = cam.total([deal("one", amount("USD 1")), deal("two", amount("USD 2"))]).counted

    assert again == TOTAL.counted
    assert hash(again) == hash(TOTAL.counted)
    assert TOTAL.counted == tuple(TOTAL.counted)
    assert TOTAL.counted != TOTAL.excluded
    assert TOTAL.counted != 2


def test_rows_show_themselves_in_a_notebook_and_as_text() -> None:
    assert ">two</code>" in TOTAL.counted._repr_html_()
    assert "'two'" in repr(TOTAL.counted)


def test_a_row_says_by_its_repr_why_it_is_out() -> None:
    (row,) = cam.total([deal("x", amount("USD 1"), stage="pledged")]).excluded

    assert "LedgerRow('x', 'cost', 'USD 1', reasons=['not concluded'])" == repr(row)


def test_a_total_in_its_own_currency_converts_nothing() -> None:
    total = cam.total([deal("x", amount("USD 1"))], currency="USD")

    assert total.counted[0].conversion is None


def test_rows_without_a_figure_have_no_bounds() -> None:
    (row,) = cam.total([deal("x")]).excluded

    assert (None, None, None, None, None) == (
        row.low,
        row.stated,
        row.high,
        row.hedge,
        row.currency,
    )


@pytest.mark.parametrize("places", [35, -35])
def test_rounding_to_more_places_than_a_figure_can_have_is_refused(places: int) -> None:
    with pytest.raises(cam.InvalidValueError, match="at most 34"):
        cam.Money(1, "USD").rounded(places)


def test_parts_that_come_to_the_whole_are_said_to() -> None:
    whole = deal("whole", amount("USD 3"))
    parts = [deal(name, amount(f), part_of=whole) for name, f in (("a", "USD 1"), ("b", "USD 2"))]

    assert "as much as the whole" in cam.total([whole, *parts]).explain()


def test_a_conversion_by_an_interval_says_both_ends() -> None:
    interval = cam.FixedRates(
        (cam.Rate(base="USD", quote="EUR", figure="0.5", low="0.4", high="0.6", source="a desk"),)
    )

    total = cam.total([deal("x", amount("USD 10"))], currency="EUR", rates=interval)

    assert "0.4 to 0.6" in total.explain()
    assert "EUR 5 (from EUR 4 to EUR 6)" == str(total.counted[0].figure)
    assert total.counted[0].conversion.is_by_an_interval
    assert total.counted[0].conversion.rate.is_interval


def test_a_percentage_has_no_fewer_places_than_none() -> None:
    ratio = cam.ratio(cam.Money(1, "USD"), cam.Money(3, "USD"))

    with pytest.raises(cam.InvalidValueError, match="give a whole number from 0 to 34"):
        ratio.percent("stated", places=-1)
