"""Partial dates: no more precise than their source, and never ordered by guesswork."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import ClassVar

import pytest
from hypothesis import given, strategies as st
from skeleton import ValueTypeRules, build, refused
from strategies import partial_dates, single_dates

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError, UnknownLocaleError
from centralasia_minerals.values.partial_date import PartialDate

NO_SUCH_DATES = (
    "2025-02-29",
    "2025-11-31",
    "2025-13",
    "2025-00",
    "2025-11-00",
    "0000",
    "1900-02-29",
    "2026-20",
    "2026-21",
    "2026-32",
    "2026-37",
    "2026-41",
    "2026-42",
    "2024/2025-02-29",
    "2025-13/2026",
)
NO_INTERVALS = ("2026/2024", "2026~/2024?", "2025-11-06/2025-11-05", "2026-34/2026-33",
                "2024/2024", "2026-33/2026-33", "2025-11-06~/2025-11-06~")  # fmt: skip

NO_EDTF = (
    "",
    "25",
    "02025",
    "2025-1",
    "2025-11-6",
    "2025-",
    "2025-11-",
    "202511",
    "2025/11",
    "06.11.2025",
    "November 2025",
    "2025-11-06T00:00",
    "2025-11-06/07",
    "2024/2025/2026",
    "2024//2026",
    "/",
    "2024/",
    "/2026",
    "2024/..",
    "../2026",
    "2024 / 2026",
    "2024-2026",
    "~2024/2026",
    "2024/2026\n",
    "2026-Q3",
    "2026-3",
    "2026-33-01",
    "2026-33-",
    "2025-XX",
    "-2025",
    "+2025",
    "Y12025",
    "~2025",
    "2025~?",
    "2025%%",
    "2025~-11",
    " 2025",
    "2025 ",
    "2025\n",
    "٢٠٢٥",
    "２０２５",
    "2_25",
)


class TestPartialDateIsAValue(ValueTypeRules):
    builds: ClassVar = {
        "PartialDate(2025)": {"year": 2025, "month": None, "day": None, "approximate": False},
        "PartialDate(2025, 11)": {"year": 2025, "month": 11, "day": None, "uncertain": False},
        "PartialDate(2025, 11, 6)": {"year": 2025, "month": 11, "day": 6},
        "PartialDate(2024, 2, 29)": {"month": 2, "day": 29},
        "PartialDate.parse('2025-11~')": {"approximate": True, "uncertain": False, "day": None},
        "PartialDate.parse('2025?')": {"approximate": False, "uncertain": True},
        "PartialDate.parse('2025-11-06%')": {"approximate": True, "uncertain": True, "day": 6},
        "PartialDate.parse('0001')": {"year": 1},
        "PartialDate(2026, quarter=3)": {"year": 2026, "quarter": 3, "month": None, "day": None},
        "PartialDate.parse('2026-33')": {"year": 2026, "quarter": 1, "until": None},
        "PartialDate.parse('2026-36~')": {"quarter": 4, "approximate": True},
        "PartialDate(2024, until=PartialDate(2026))": {"year": 2024, "until": PartialDate(2026)},
        "PartialDate.parse('2024-05?/2026-34~')": {
            "month": 5,
            "uncertain": True,
            "approximate": False,
            "start": PartialDate(2024, 5, uncertain=True),
            "until": PartialDate(2026, quarter=2, approximate=True),
        },
        "PartialDate.of(date(2025, 11, 6))": {"year": 2025, "month": 11, "day": 6},
    }
    unequal: ClassVar = (
        "PartialDate(2025)",
        "PartialDate(2025, 1)",
        "PartialDate(2025, 1, 1)",
        "PartialDate.parse('2025~')",
        "PartialDate.parse('2025?')",
        "PartialDate.parse('2025%')",
        "PartialDate(2025, 11, 6)",
        "PartialDate(2026)",
        "PartialDate.parse('2025-33')",
        "PartialDate.parse('2025-34')",
        "PartialDate.parse('2025-33~')",
        "PartialDate.parse('2025/2026')",
        "PartialDate.parse('2025/2027')",
        "PartialDate.parse('2025/2026~')",
        "PartialDate.parse('2025~/2026')",
        "PartialDate.parse('2025-01/2026')",
    )
    equal: ClassVar = (
        ("PartialDate(2025, 11, 6)", "PartialDate.parse('2025-11-06')"),
        ("PartialDate(2025, approximate=True)", "PartialDate.parse('2025~')"),
        (
            "PartialDate(2025, 11, approximate=True, uncertain=True)",
            "PartialDate.parse('2025-11%')",
        ),
        ("PartialDate(2026, quarter=1)", "PartialDate.parse('2026-33')"),
        ("PartialDate(2024, until=PartialDate(2026))", "PartialDate.parse('2024/2026')"),
        (
            "PartialDate(2024, approximate=True, until=PartialDate(2026, quarter=1))",
            "PartialDate.parse('2024~/2026-33')",
        ),
        ("PartialDate(year=2025)", "PartialDate(2025, None, None)"),
    )
    refused: ClassVar = {
        "PartialDate()": TypeError,
        "PartialDate('2025')": InvalidTypeError,
        "PartialDate(2025.0)": InvalidTypeError,
        "PartialDate(True)": InvalidTypeError,
        "PartialDate(None)": InvalidTypeError,
        "PartialDate(2025, True)": InvalidTypeError,
        "PartialDate(2025, '11')": InvalidTypeError,
        "PartialDate(2025, 11, 6.0)": InvalidTypeError,
        "PartialDate(2025, 11, False)": InvalidTypeError,
        "PartialDate(2025, approximate=1)": InvalidTypeError,
        "PartialDate(2025, uncertain='yes')": InvalidTypeError,
        "PartialDate(2025, uncertain=None)": InvalidTypeError,
        "PartialDate(2025, 11, 6, True)": TypeError,
        "PartialDate(2025, day=6)": InvalidValueError,
        "PartialDate(0)": InvalidValueError,
        "PartialDate(-2025)": InvalidValueError,
        "PartialDate(10000)": InvalidValueError,
        "PartialDate(10**30)": InvalidValueError,
        "PartialDate(10**5000)": InvalidValueError,
        "PartialDate(2025, 0)": InvalidValueError,
        "PartialDate(2025, 13)": InvalidValueError,
        "PartialDate(2025, -1)": InvalidValueError,
        "PartialDate(2025, 11, 0)": InvalidValueError,
        "PartialDate(2025, 11, 31)": InvalidValueError,
        "PartialDate(2025, 2, 29)": InvalidValueError,
        "PartialDate(1900, 2, 29)": InvalidValueError,
        "PartialDate(2026, quarter=0)": InvalidValueError,
        "PartialDate(2026, quarter=5)": InvalidValueError,
        "PartialDate(2026, quarter=33)": InvalidValueError,
        "PartialDate(2026, quarter=10**5000)": InvalidValueError,
        "PartialDate(2026, quarter=True)": InvalidTypeError,
        "PartialDate(2026, quarter='3')": InvalidTypeError,
        "PartialDate(2026, 7, quarter=3)": InvalidValueError,
        "PartialDate(2026, day=1, quarter=3)": InvalidValueError,
        "PartialDate(2026, until=2027)": InvalidTypeError,
        "PartialDate(2026, until='2027')": InvalidTypeError,
        "PartialDate(2026, until=PartialDate(2025))": InvalidValueError,
        "PartialDate(2026, until=PartialDate(2026))": InvalidValueError,
        "PartialDate(2026, until=PartialDate.parse('2027/2028'))": InvalidValueError,
        **{f"PartialDate.parse({text!r})": InvalidValueError for text in NO_SUCH_DATES},
        **{f"PartialDate.parse({text!r})": InvalidValueError for text in NO_INTERVALS},
        **{f"PartialDate.parse({text!r})": InvalidValueError for text in NO_EDTF},
        "PartialDate.parse(2025)": (InvalidTypeError, InvalidValueError),
        "PartialDate.parse(None)": (InvalidTypeError, InvalidValueError),
        "PartialDate.parse(date(2025, 11, 6))": (InvalidTypeError, InvalidValueError),
        "PartialDate.of('2025-11-06')": (InvalidTypeError, InvalidValueError),
        "PartialDate.of(None)": (InvalidTypeError, InvalidValueError),
    }


@given(partial_dates())
def test_parse_is_the_inverse_of_str(some: PartialDate) -> None:
    parsed = PartialDate.parse(str(some))

    assert some == parsed
    assert str(some) == str(parsed)
    assert some == build(repr(some))


def test_str_is_edtf() -> None:
    assert "2025" == str(PartialDate(2025))
    assert "2025-03" == str(PartialDate(2025, 3))
    assert "2025-03-09" == str(PartialDate(2025, 3, 9))
    assert "0988-03-09" == str(PartialDate(988, 3, 9))
    assert "2025-03~" == str(PartialDate(2025, 3, approximate=True))
    assert "2025-03?" == str(PartialDate(2025, 3, uncertain=True))
    assert "2025-03%" == str(PartialDate(2025, 3, approximate=True, uncertain=True))
    assert "2026-33" == str(PartialDate(2026, quarter=1))
    assert "2026-36~" == str(PartialDate(2026, quarter=4, approximate=True))
    assert "2024?/2026-05-31" == str(
        PartialDate(2024, uncertain=True, until=PartialDate(2026, 5, 31))
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2026-37", "a date: '2026-37' names neither a month nor a quarter;"
         " write months as 01 to 12, and quarters as 33 to 36"),
        ("2026/2024", "an interval of dates: its end 2024 is before its start 2026;"
         " give the earlier date first"),
        ("2024/..", "an interval of dates: '2024/..' is open at one end;"
         " give both ends, or only the date that is known"),
        ("2024/2024", "an interval of dates: both ends are 2024; give the date by itself"),
        ("2026-34-01", "a date: '2026-34-01' has a day of a quarter;"
         " give the month in place of it"),
    ],
)  # fmt: skip
def test_an_error_says_what_to_write_instead(text: str, message: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        PartialDate.parse(text)

    assert message == str(caught.value)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025-11", date(2025, 11, 1), date(2025, 11, 30)),
        ("2025-12", date(2025, 12, 1), date(2025, 12, 31)),
        ("2025-02", date(2025, 2, 1), date(2025, 2, 28)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("1900-02", date(1900, 2, 1), date(1900, 2, 28)),
        ("2025-11-06", date(2025, 11, 6), date(2025, 11, 6)),
        ("2025-11~", date(2025, 11, 1), date(2025, 11, 30)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
        ("2026-33", date(2026, 1, 1), date(2026, 3, 31)),
        ("2026-34", date(2026, 4, 1), date(2026, 6, 30)),
        ("2026-35", date(2026, 7, 1), date(2026, 9, 30)),
        ("2026-36~", date(2026, 10, 1), date(2026, 12, 31)),
        ("9999-36", date(9999, 10, 1), date(9999, 12, 31)),
        ("2024/2026", date(2024, 1, 1), date(2026, 12, 31)),
        ("2024-02~/2026-34?", date(2024, 2, 1), date(2026, 6, 30)),
        ("2025-12-31/2026", date(2025, 12, 31), date(2026, 12, 31)),
        ("2024/2024-02", date(2024, 1, 1), date(2024, 2, 29)),
        ("2025-11-05/2025-11-06", date(2025, 11, 5), date(2025, 11, 6)),
    ],
)
def test_the_earliest_and_the_latest_day_are_those_of_the_calendar(
    text: str, earliest: date, latest: date
) -> None:
    assert (earliest, latest) == (
        PartialDate.parse(text).earliest,
        PartialDate.parse(text).latest,
    )


@given(partial_dates())
def test_the_earliest_is_never_after_the_latest(some: PartialDate) -> None:
    assert some.earliest <= some.latest


@given(single_dates().filter(lambda some: some.quarter is None))
def test_the_days_between_are_exactly_those_that_it_may_be(some: PartialDate) -> None:
    prefix = str(some).rstrip("~?%")
    ends = {some.earliest, some.latest}
    beyond = set()
    if some.earliest > date.min:
        beyond.add(some.earliest - timedelta(days=1))
    if some.latest < date.max:
        beyond.add(some.latest + timedelta(days=1))

    assert all(day.isoformat().startswith(prefix) for day in ends)
    assert not any(day.isoformat().startswith(prefix) for day in beyond)


@given(st.dates(min_value=date(1, 1, 1)))
def test_the_four_quarters_of_a_year_are_its_days_in_order(day: date) -> None:
    quarters = [PartialDate(day.year, quarter=number) for number in (1, 2, 3, 4)]

    holding = [one for one in quarters if one.earliest <= day <= one.latest]
    assert [PartialDate(day.year, quarter=(day.month + 2) // 3)] == holding
    assert all(one.certainly_before(other) for one, other in pairwise(quarters))


@given(partial_dates())
def test_an_interval_lies_between_the_first_day_of_its_start_and_the_last_of_its_end(
    some: PartialDate,
) -> None:
    end = some.until or some

    assert (some.start.earliest, end.latest) == (some.earliest, some.latest)
    assert some.is_qualified is (some.start.is_qualified or end.is_qualified)
    assert some.start.until is None
    assert (some.until is None) is (some.start is some)


@given(partial_dates())
def test_one_day_is_what_is_known_to_the_day_without_a_mark(some: PartialDate) -> None:
    is_one = some.earliest == some.latest and not some.is_qualified

    assert some.is_one_day is (is_one and some.until is None)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("2025-11-06", True),
        ("2025-11-06~", False),
        ("2025-11", False),
        ("2025-11-06/2025-11-07", False),
        ("2025-11-06/2025", False),
        ("2025/2025-11-06", False),
    ],
)
def test_an_interval_is_not_one_day_even_if_it_starts_on_one(text: str, is_one: bool) -> None:
    assert is_one is PartialDate.parse(text).is_one_day


@given(st.dates())
def test_a_date_known_to_the_day_may_be_that_day_only(day: date) -> None:
    known = PartialDate.of(day)

    assert day == known.earliest
    assert day == known.latest
    assert day.isoformat() == str(known)


@given(partial_dates(), partial_dates())
def test_what_is_certainly_before_is_possibly_before(a: PartialDate, b: PartialDate) -> None:
    assert a.possibly_before(b) or not a.certainly_before(b)


@given(partial_dates(), partial_dates())
def test_what_is_certainly_before_is_not_possibly_after(a: PartialDate, b: PartialDate) -> None:
    assert not (a.certainly_before(b) and b.possibly_before(a))


@given(partial_dates())
def test_nothing_is_certainly_before_itself(a: PartialDate) -> None:
    assert not a.certainly_before(a)
    assert a.may_overlap(a)


@given(partial_dates(), partial_dates(), partial_dates())
def test_certainly_before_is_transitive(a: PartialDate, b: PartialDate, c: PartialDate) -> None:
    a, b, c = sorted((a, b, c), key=lambda some: (some.earliest, some.latest))

    if a.certainly_before(b) and b.certainly_before(c):
        assert a.certainly_before(c)


@given(st.data(), partial_dates(qualified=False), partial_dates(qualified=False))
def test_before_means_every_day_and_some_day(
    data: st.DataObject, a: PartialDate, b: PartialDate
) -> None:
    one = data.draw(st.dates(a.earliest, a.latest))
    other = data.draw(st.dates(b.earliest, b.latest))

    if a.certainly_before(b):
        assert one < other
    if one < other:
        assert a.possibly_before(b)
    if one == other:
        assert a.may_overlap(b)


@given(partial_dates(qualified=True), partial_dates())
def test_of_a_qualified_date_nothing_is_certain(some: PartialDate, other: PartialDate) -> None:
    assert some.is_qualified
    assert not some.certainly_before(other)
    assert not other.certainly_before(some)
    assert some.possibly_before(other)
    assert other.possibly_before(some)
    assert some.may_overlap(other)


@pytest.mark.parametrize(
    ("a", "b", "certainly", "possibly"),
    [
        ("2025-11-05", "2025-11-06", True, True),
        ("2025-11-06", "2025-11-06", False, False),
        ("2025-11-07", "2025-11-06", False, False),
        ("2025-10", "2025-11-06", True, True),
        ("2025-11", "2025-11-06", False, True),
        ("2025-11", "2025-11-01", False, False),
        ("2025-11", "2025-11", False, True),
        ("2024", "2025", True, True),
        ("2025", "2025-11", False, True),
        ("2026", "2025-11", False, False),
        ("1990~", "2025", False, True),
        ("2025", "1990?", False, True),
        ("2026-33", "2026-34", True, True),
        ("2026-33", "2026-03-31", False, True),
        ("2026-03", "2026-34", True, True),
        ("2026-33", "2026", False, True),
        ("2024/2025", "2026-33", True, True),
        ("2024/2026", "2025", False, True),
        ("2025", "2024/2026", False, True),
        ("2026", "2024/2025", False, False),
        ("2023", "2024/2026~", False, True),
        ("2023~/2024", "2026", False, True),
    ],
)
def test_two_dates_are_compared_only_as_far_as_they_are_known(
    a: str, b: str, certainly: bool, possibly: bool
) -> None:
    one, other = PartialDate.parse(a), PartialDate.parse(b)

    assert certainly is one.certainly_before(other)
    assert possibly is one.possibly_before(other)


@pytest.mark.parametrize("other", ["2025", date(2025, 11, 6), None])
@pytest.mark.parametrize("ask", ["certainly_before", "possibly_before", "may_overlap"])
def test_a_date_is_compared_with_a_partial_date_only(ask: str, other: object) -> None:
    with pytest.raises(TypeError):
        getattr(PartialDate(2025, 11), ask)(other)


@pytest.mark.parametrize(
    ("locale", "day", "month", "year"),
    [
        ("en", "November 6, 2025", "November 2025", "2025"),
        ("en-GB", "6 November 2025", "November 2025", "2025"),
        ("ru", "6 ноября 2025\u202fг.", "ноябрь 2025\u202fг.", "2025"),
        ("kk", "2025\u202fж. 6 қараша", "2025\u202fж. қараша", "2025"),
        ("ky", "2025-ж., 6-ноябрь", "2025-ж., ноябрь", "2025"),
        ("uz", "6-noyabr, 2025", "noyabr, 2025", "2025"),
        ("tk", "6 noýabr 2025", "noýabr 2025", "2025"),
        ("zh", "2025年11月6日", "2025年11月", "2025年"),
        ("fr", "6 novembre 2025", "novembre 2025", "2025"),
        ("de", "6. November 2025", "November 2025", "2025"),
    ],
)
def test_a_date_is_written_no_more_precisely_than_it_is_known(
    locale: str, day: str, month: str, year: str
) -> None:
    assert day == PartialDate(2025, 11, 6).format(locale)
    assert month == PartialDate(2025, 11).format(locale)
    assert year == PartialDate(2025).format(locale)


def with_plain_spaces(text: str) -> str:
    """Give a text without the thin spaces that some releases of CLDR have around a dash."""
    return text.replace("\u2009", " ")


@pytest.mark.parametrize(
    ("locale", "quarter", "interval"),
    [
        ("en", "3rd quarter 2026", "2024 – November 2026"),
        ("en-GB", "3rd quarter 2026", "2024 – November 2026"),
        ("ru", "3-й квартал 2026\u202fг.", "2024 — ноябрь 2026\u202fг."),
        ("kk", "2026\u202fж. ІІІ тоқсан", "2024 - 2026\u202fж. қараша"),
        ("uz", "2026, 3-chorak", "2024 – noyabr, 2026"),
        ("zh", "2026年第3季度", "2024年 – 2026年11月"),
        ("de", "3. Quartal 2026", "2024 – November 2026"),
    ],
)
def test_a_quarter_and_an_interval_are_written_as_cldr_has_them(
    locale: str, quarter: str, interval: str
) -> None:
    """Which dash and which space stand between the words differs between releases of CLDR."""

    def plain(text: str) -> str:
        return re.sub("[–—-]", "-", re.sub(r"\s", " ", with_plain_spaces(text)))

    assert plain(quarter) == plain(PartialDate(2026, quarter=3).format(locale))
    assert plain(interval) == plain(PartialDate.parse("2024/2026-11").format(locale))


def test_each_end_of_an_interval_keeps_its_mark_when_written() -> None:
    date = PartialDate.parse("2024~/2026-33?")

    assert "about 2024 – perhaps 1st quarter 2026" == with_plain_spaces(date.format("en-GB"))


@pytest.mark.parametrize(
    ("date", "english", "russian"),
    [
        ("2025-11~", "about November 2025", "примерно "),
        ("2025-11-06?", "perhaps November 6, 2025", "возможно, "),
        ("2025%", "perhaps about 2025", "возможно, примерно "),
        ("2025", "2025", ""),
    ],
)
def test_a_mark_is_words_in_english_and_russian_and_a_sign_elsewhere(
    date: str, english: str, russian: str
) -> None:
    marked, plain = PartialDate.parse(date), PartialDate.parse(date.rstrip("~?%"))

    assert english == marked.format("en")
    assert russian + plain.format("ru") == marked.format("ru")
    for other in ("kk", "de"):
        assert plain.format(other) + date[len(str(plain)) :] == marked.format(other)


def test_a_date_is_written_in_a_locale_that_exists() -> None:
    with refused(UnknownLocaleError):
        PartialDate(2025).format("en_KZ")
