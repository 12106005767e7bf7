"""When a currency was legal tender: every code of any time is one, and dates are compared."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st
from strategies import partial_dates

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.values.base.tender import TenderPeriod, tender_periods
from centralasia_minerals.values.currency import Currency, current_currency_codes
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.partial_date import PartialDate

codes = st.sampled_from(sorted(tender_periods()))


@pytest.mark.parametrize(
    "code", ["BGN", "ANG", "SUR", "RUR", "TJR", "TMM", "DEM", "HRK", "USD", "KZT"]
)
def test_a_code_that_was_tender_at_some_time_is_a_currency(code: str) -> None:
    """Some of these end in one release of CLDR and not in another; a file stays valid."""
    assert f"{code} 5" == str(Money(5, code))
    assert code == Currency(code).code


def test_todays_codes_are_among_those_of_any_time() -> None:
    assert current_currency_codes() < tender_periods().keys()
    assert {"USD", "EUR", "KZT", "UZS"} <= current_currency_codes()
    assert not {"SUR", "DEM", "TJR"} & current_currency_codes()


def test_the_mark_ended_and_the_euro_goes_on() -> None:
    mark, euro = Currency("DEM"), Currency("EUR")

    assert [True, True, False] == [mark.was_tender_on(PartialDate(y)) for y in (1949, 2001, 2010)]
    assert [False, True, True] == [euro.was_tender_on(PartialDate(y)) for y in (1990, 2001, 2090)]


@pytest.mark.parametrize("text", ["1948-05~", "1900?", "2100%"])
def test_nothing_is_certain_of_a_qualified_date(text: str) -> None:
    assert Currency("DEM").was_tender_on(PartialDate.parse(text))


def test_a_date_that_overlaps_the_first_or_last_day_may_be_inside() -> None:
    tenge = Currency("KZT")
    first, last = tenge.tender_periods[0]

    assert (date(1993, 11, 5), None) == (first, last)
    assert tenge.was_tender_on(PartialDate(1993))
    assert tenge.was_tender_on(PartialDate(1993, 11))
    assert tenge.was_tender_on(PartialDate(1993, 11, 5))
    assert not tenge.was_tender_on(PartialDate(1993, 11, 4))
    assert not tenge.was_tender_on(PartialDate(1993, 10))


@pytest.mark.parametrize(
    "day",
    ["2025", date(2025, 11, 6), None, 2025, 10**5000],
    ids=["text", "day", "none", "year", "huge"],
)
def test_only_a_partial_date_is_asked_for(day: object) -> None:
    with pytest.raises(InvalidTypeError):
        Currency("USD").was_tender_on(day)


@given(codes, partial_dates(qualified=False))
def test_a_date_is_inside_if_one_of_its_days_is(code: str, day: PartialDate) -> None:
    currency = Currency(code)
    inside = any(
        (first or date.min) <= day.latest and day.earliest <= (last or date.max)
        for first, last in currency.tender_periods
    )

    assert inside is currency.was_tender_on(day)


@given(codes)
def test_periods_are_apart_and_in_order(code: str) -> None:
    periods = Currency(code).tender_periods

    assert periods
    for (_, last), (first, _) in pairwise(periods):
        assert last is not None
        assert first is not None
        assert last < first


def test_a_period_is_told_with_the_days_that_it_has() -> None:
    first, last = date(1999, 7, 5), date(2026, 1, 31)

    assert "from 1999-07-05 until 2026-01-31" == str(TenderPeriod(first, last))
    assert "from 1999-07-05 on" == str(TenderPeriod(first, None))
    assert "until 2026-01-31" == str(TenderPeriod(None, last))
    assert "undated" == str(TenderPeriod(None, None))


def test_a_near_code_of_today_is_suggested_before_one_of_another_time() -> None:
    with pytest.raises(InvalidValueError, match=r"'EURO' .* ever tender; did you mean 'EUR'"):
        Currency("EURO")
    with pytest.raises(InvalidValueError, match="did you mean 'DEM'"):
        Currency("dem")


def test_the_subclass_of_a_text_is_made_plain() -> None:
    class Loud(str):
        __slots__ = ("state",)

    assert str is type(Currency(Loud("USD")).code)
    assert str is type(Money(1, Loud("TMM")).currency.code)
