"""What happened when, in the order of the earliest day that each may be; undated last."""

from __future__ import annotations

from itertools import pairwise

import pytest
from analysis_builders import amount, cite, dataset, deal, on
from analysis_strategies import deals
from hypothesis import given, strategies as st

import centralasia_minerals as cam


def event(id, date=None, **more):
    return cam.Event(
        id=id,
        title=more.pop("title", id),
        kind=cam.EventKind.MEETING,
        date=cam.Dated(date=cam.PartialDate.parse(date)) if date else cam.NotStated(),
        citations=(cite(),),
        **more,
    )


def told(timeline):
    """Give date and id of each moment; None without a date."""
    return [(str(moment.when.date) if moment.when else None, moment.what.id) for moment in timeline]


def test_deals_and_events_stand_together_in_the_order_of_their_dates():
    happenings = [
        event("summit", "2025-11-06"),
        deal("contract", dates=("2025-04-09",)),
        event("meeting", "2025-03-20"),
        deal("accords", dates=("2020",)),
    ]

    assert [
        ("2020", "accords"),
        ("2025-03-20", "meeting"),
        ("2025-04-09", "contract"),
        ("2025-11-06", "summit"),
    ] == told(cam.timeline(happenings))


def test_a_date_less_precise_stands_at_its_earliest_day_and_the_more_precise_is_first():
    happenings = [event("year", "2025"), event("month", "2025-01"), event("day", "2025-01-01"),
                  event("later", "2025-01-02")]  # fmt: skip

    assert ["day", "month", "year", "later"] == [id for _, id in told(cam.timeline(happenings))]


def test_quarters_and_intervals_stand_at_their_earliest_day_too():
    dates = ("2026-03", "2026-33", "2026", "2026/2027", "2025-12/2028", "2026-01-01", "2026-34")
    happenings = [event(f"event-{i}", date) for i, date in enumerate(dates)]

    assert ["2025-12/2028", "2026-01-01", "2026-33", "2026", "2026/2027", "2026-03", "2026-34"] == [
        date for date, _ in told(cam.timeline(happenings))
    ]


def test_what_has_no_date_comes_last():
    happenings = [event("undated"), deal("deal-undated"), event("far", "2999")]

    assert [("2999", "far"), (None, "deal-undated"), (None, "undated")] == told(
        cam.timeline(happenings)
    )


def test_a_deal_with_several_dates_stands_at_each_of_them():
    both = deal(
        "venture", dates=(on("2025-11-06"), on("2030", "expected", 400), on("2024", "start", 440))
    )

    timeline = cam.timeline([event("between", "2026"), both])

    assert [
        ("2024", "venture"),
        ("2025-11-06", "venture"),
        ("2026", "between"),
        ("2030", "venture"),
    ] == told(timeline)
    assert "expected" == str(timeline[3].when.kind)


def test_dates_of_one_day_stand_in_the_order_of_their_ids():
    happenings = [
        event("b", "2025-11-06"),
        deal("c", dates=("2025-11-06",)),
        event("a", "2025-11-06"),
    ]

    assert ["a", "b", "c"] == [id for _, id in told(cam.timeline(happenings))]


@pytest.mark.parametrize(
    ("mark", "words"), [("~", "about"), ("?", "perhaps"), ("%", "perhaps about")]
)
def test_an_uncertain_date_says_so_and_keeps_its_place(mark, words):
    happenings = [
        event("after", "2025-12"),
        event("about", f"2025-11{mark}"),
        event("before", "2025-10"),
    ]

    timeline = cam.timeline(happenings)

    assert ["before", "about", "after"] == [id for _, id in told(timeline)]
    assert f"\n{words} November 2025 " in str(timeline)


@given(
    st.lists(
        st.one_of(
            st.none(),
            st.dates().map(lambda day: f"{day:%Y}" if day.year > 999 else None),
            st.dates().map(lambda day: f"{day:%Y-%m}" if day.year > 999 else None),
            st.dates().map(lambda day: f"{day:%Y-%m-%d}" if day.year > 999 else None),
        ),
        max_size=8,
    ),
    deals(),
)
def test_no_moment_certainly_precedes_an_earlier_one_and_none_is_lost(dates, given_deals):
    events = [event(f"event-{number}", date) for number, date in enumerate(dates)]

    moments = list(cam.timeline([*events, *given_deals]))

    assert len(events) + sum(max(1, len(deal.dates)) for deal in given_deals) == len(moments)
    dated = [moment for moment in moments if moment.when]
    assert dated == moments[: len(dated)]
    for earlier, later in pairwise(dated):
        assert not later.when.date.certainly_before(earlier.when.date)
        assert earlier.when.date.earliest <= later.when.date.earliest


def test_a_dataset_gives_its_deals_and_its_events():
    ds = cam.load()

    timeline = cam.timeline(ds)

    assert {*ds.deals, *ds.events} == {moment.what for moment in timeline}
    assert ("2020", "abraham-accords-2020") == told(timeline)[0]


def test_a_catalog_and_a_generator_serve():
    ds = cam.load()

    assert {*ds.events} == {moment.what for moment in cam.timeline(ds.events)}
    assert told(cam.timeline(ds.deals)) == told(cam.timeline(deal for deal in ds.deals))


def test_nothing_given_is_an_empty_timeline():
    assert 0 == len(cam.timeline([]))
    assert 0 == len(cam.timeline(dataset()))


@pytest.mark.parametrize("stranger", ["summit", cam.load().sources, None, cite()])
def test_what_is_neither_a_deal_nor_an_event_is_named_in_the_error(stranger):
    with pytest.raises(cam.InvalidTypeError, match=r"give deals or events"):
        cam.timeline([event("summit"), stranger])


@pytest.mark.parametrize("given_happenings", [5, None])
def test_what_holds_no_happenings_is_refused(given_happenings):
    with pytest.raises(cam.InvalidTypeError):
        cam.timeline(given_happenings)


def test_a_catalog_of_something_else_is_refused():
    with pytest.raises(cam.InvalidTypeError):
        cam.timeline(cam.load().people)


def test_a_timeline_is_a_sized_iterable_that_is_asked_by_place():
    timeline = cam.timeline([event("a", "2025"), event("b", "2024")])

    assert 2 == len(timeline)
    assert "b" == timeline[0].what.id
    assert timeline[-1] == list(timeline)[-1]
    assert "2024  b: meeting" == str(timeline[0])


def test_each_view_says_date_basis_kind_and_title():
    inferred = cam.DealDate(
        date=cam.PartialDate.parse("2025-11"),
        kind=cam.DealDateKind.SIGNED,
        basis=cam.DateBasis.INFERRED,
        inferred_from=("the day of the summit",),
        citations=(cite(),),
    )
    mine = deal("mine", amount("USD 5"), title="<b>A mine</b>", dates=(inferred,))

    timeline = cam.timeline([mine, event("undated", title="A talk")])

    assert ["signed", "meeting"] == [one["happened"] for one in timeline.to_dict()["moments"]]
    for words in ("November 2025", "inferred", "signed", "<b>A mine</b>", "undated", "A talk"):
        assert words in str(timeline)
    assert "<b>" not in timeline._repr_html_()
    assert "<Timeline of 2 moments>" == repr(timeline)
