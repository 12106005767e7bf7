"""Charts of histories and timelines draw a date as precisely as it is told, and nothing else."""

from __future__ import annotations

import pytest
from analysis_builders import GAZETTE, amount, cite, deal, on, paper, stated
from chart_examples import data, rows_of, skip_without_the_library, texts_of

import centralasia_minerals as cam
from centralasia_minerals.adapters import charts
from centralasia_minerals.adapters.charting import history

skip_without_the_library()

LINES = "".join(f"Line {number:03d} of another invented paper.\n" for number in range(40))
FIRST = paper("first-2024-05-02", "2024-05-02", f"First.\n{LINES}")
LATER = paper("later-2025-07", "2025-07", f"Later.\n{LINES}")


@pytest.mark.parametrize("name", ["", "region"])
def test_each_dated_moment_is_drawn_from_its_first_day_to_its_last(name):
    found = cam.timeline(data(name))

    rows = [row for row in rows_of(charts.timeline(found, most=None)) if "precision" in row]

    dated = [moment.when.date for moment in found if moment.when]
    ends = sorted((date.earliest.isoformat(), date.latest.isoformat()) for date in dated)
    assert ends == sorted((row["x"], row["x2"]) for row in rows)
    assert sorted(map(str, dated)) == sorted(row["date"] for row in rows)
    for row in rows:
        assert (row["precision"] == "day") is (row["x"] == row["x2"])


def test_the_latest_are_drawn_and_the_rest_is_counted():
    chart = charts.timeline(data("region"), most=5)

    said = texts_of(chart)
    assert 5 == sum("precision" in row for row in rows_of(chart))
    found = cam.timeline(data("region"))
    dated = sum(bool(moment.when) for moment in found)
    assert f"The latest 5 of {dated} dated moments" in said
    assert f"{len(found) - dated} moments without a date: not drawn." in said


@pytest.mark.parametrize(
    ("date", "said"),
    [("2025", "2025"), ("2025-33", "quarter"), ("2025-11", "November 2025"),
     ("2025-11-06", "6 November 2025"), ("2025-11~", "about November 2025"),
     ("2024/2026", "2024 to 2026")],
)  # fmt: skip
def test_no_date_is_said_more_precisely_than_it_is_told(date, said):
    (row,) = (
        row
        for row in rows_of(charts.timeline([deal("one", dates=[on(date)])]))
        if "precision" in row
    )

    assert said in row["when"]
    assert cam.PartialDate.parse(date).is_qualified is row["is_qualified"]


def test_bars_of_events_differ_from_those_of_undertakings_in_shape_and_the_key_says_so():
    month = next(one for one in data("").events if one.date and one.date.date.day is None)

    chart = charts.timeline([deal("one", dates=[on("2025-11")]), month])

    bars = {
        row["is_deal"]: (row["y2"] - row["y"], layer["mark"].get("cornerRadius", 0))
        for layer in layers_of(chart)
        for row in layer["data"]["values"]
        if layer["mark"]["type"] == "rect" and "is_deal" in row
    }
    assert bars[False][0] < bars[True][0]
    assert bars[False][1] > bars[True][1] == 0
    said = texts_of(chart)
    assert "event, told no more precisely: on some day within the thin bar with round ends" in said


def layers_of(part):
    """Yield the marks of a chart, each with what it is drawn of."""
    spec = part if isinstance(part, (dict, list)) else part.to_dict()
    if isinstance(spec, dict) and "mark" in spec:
        yield spec
    for inner in spec.values() if isinstance(spec, dict) else spec:
        if isinstance(inner, (dict, list)):
            yield from layers_of(inner)


def told_thrice(**more):
    return deal(
        "kz-told-thrice",
        amount(
            stated("USD 700", of=FIRST, at=20),
            stated("USD 7000", of=FIRST, at=40, rank=cam.Rank.DEPRECATED, reason="a misprint"),
            stated("USD 500", "up to", of=LATER, at=20),
        ),
        citations=(cite(GAZETTE),),
        **more,
    )


def test_a_history_has_what_was_said_from_when_and_until_when():
    rows = rows_of(charts.figure_history([told_thrice()], "kz-told-thrice"))

    lanes = {(r["what"], r["x"], r["x2"]) for r in rows if "standing" in r}
    assert ("no figure stated yet", "2024-03-01", "2024-05-02") in lanes
    assert ("700 US dollars – superseded", "2024-05-02", "2025-07-01") in lanes
    assert ("up to 500 US dollars", "2025-07-01", "2025-07-31") in lanes


def test_an_undertaking_is_known_from_what_told_of_it_and_not_from_when_it_began():
    begun = on("2023-05", "start", at=10)
    told = told_thrice(dates=(begun, cam.DealDate(
        date=cam.PartialDate.parse("2022"), kind=cam.DealDateKind.SIGNED, citations=(cite(LATER),)
    )))  # fmt: skip

    assert "the undertaking itself is known from March 2024" in texts_of(
        charts.figure_history([told], told.id)
    )


def test_no_undertaking_is_known_from_a_day_at_which_it_was_not(monkeypatch):
    ds = data("region")
    days = {}
    monkeypatch.setattr(history, "_drawn", lambda *given: days.setdefault("before", given[2]))
    monkeypatch.setattr(history, "picture", lambda *_, **__: None)
    known = 0
    for one in ds.deals.where(country="KZ", sector="minerals"):
        days.clear()
        charts.figure_history(ds, one.id)
        if day := days.get("before"):
            known += 1
            assert one.id in ds.as_of(str(day)).deals

    assert known > 10


ARROW = "An arrow marks what still holds in these data."
KEPT = "What was superseded, or is known to be wrong, is kept."


def test_a_history_says_what_its_arrows_mean_whether_or_not_anything_was_superseded():
    once = deal("kz-told-once", amount(stated("USD 700", of=FIRST, at=20)))

    said = texts_of(charts.figure_history([once], "kz-told-once"))
    said_thrice = texts_of(charts.figure_history([told_thrice()], "kz-told-thrice"))

    assert ARROW in said
    assert KEPT not in said
    assert f"{ARROW} {KEPT}" in " ".join(said_thrice.split())


def test_a_history_without_an_arrow_says_nothing_of_arrows():
    wrong = stated("USD 700", of=FIRST, at=20, rank=cam.Rank.DEPRECATED, reason="a misprint")

    said = texts_of(charts.figure_history([deal("kz-wrong", amount(wrong))], "kz-wrong"))

    assert ARROW not in said
    assert KEPT in said


def test_a_history_says_why_a_statement_is_known_to_be_wrong():
    said = texts_of(charts.figure_history([told_thrice()], told_thrice()))

    assert "7,000 US dollars – known to be wrong" in said
    assert "a misprint" in said


def test_a_history_says_what_has_replaced_the_deal():
    relation = cam.Relation(
        kind=cam.RelationKind.REPLACES, deal="kz-told-thrice",
        since=cam.PartialDate.parse("2025-09"),
        citations=(cite(LATER, 60),),
    )  # fmt: skip
    later = deal("kz-later", title="The later venture", relations=(relation,))

    chart = charts.figure_history([told_thrice(), later], "kz-told-thrice")

    assert "replaced since September 2025 by: The later venture" in texts_of(chart)
    assert any(row.get("standing") == "replaced" for row in rows_of(chart))


@pytest.mark.parametrize("name", ["", "region"])
def test_every_history_names_every_figure_and_source(name):
    ds = data(name)
    told = [one for one in ds.deals for each in one.amounts[:1] if len(each.statements) > 1]
    assert told

    for one in told:
        for each in one.amounts[:1]:
            chart = charts.figure_history(ds, one.id, amount=each)
            count = sum(row.get("standing") not in (None, "before") for row in rows_of(chart))
            dated = [s for s in each.statements if s.as_of]
            assert f"{len(each.statements)} statements" in texts_of(chart)
            assert count >= len(dated)


def test_an_amount_of_another_deal_is_refused():
    with pytest.raises(cam.InvalidValueError, match=r"give one of deal\.amounts"):
        charts.figure_history([told_thrice()], "kz-told-thrice", amount=amount("USD 1"))


def test_an_unknown_deal_is_refused_with_what_was_meant():
    with pytest.raises(cam.UnknownIdError, match="kz-told-thrice"):
        charts.figure_history([told_thrice()], "kz-told-twice")
    with pytest.raises(cam.UnknownIdError, match="kz-us-tungsten"):
        charts.figure_history(data(""), "kz-tungsten")
    with pytest.raises(cam.InvalidTypeError):
        charts.figure_history(data(""), 5)
