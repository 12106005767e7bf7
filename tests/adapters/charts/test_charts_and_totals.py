"""The figures of a chart are those of the total, exactly, with their bounds and reasons."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest
from analysis_builders import KZ, UZ, amount, deal, stated, withheld
from chart_examples import data, figures_in, rows_of, skip_without_the_library, texts_of

import centralasia_minerals as cam
from centralasia_minerals.adapters import charts
from centralasia_minerals.adapters.charting.by_rung import RUNGS

skip_without_the_library()

WIDE = {"stages": None, "kinds": None, "sectors": None, "classes": None}
each_dataset = pytest.mark.parametrize("name", ["", "region"])


@each_dataset
@pytest.mark.parametrize("key", ["country", "mineral", "partner", "year", "kind", "stage"])
@pytest.mark.parametrize("asked", [{}, WIDE], ids=["as asked by default", "everything"])
def test_each_bar_has_the_bounds_of_the_total_of_its_group(name, key, asked):
    totals = cam.total_by(data(name), key, **asked)

    chart = charts.totals_by_group(totals, most=None)

    drawn = {bar_of(row) for row in rows_of(chart) if "low" in row}
    assert Counter({bounds_of(one) for one in sums_of(totals)}) == Counter(drawn)


def sums_of(totals):
    return [one for total in totals.values() for one in total.by_currency]


def bounds_of(one):
    high = None if one.high is None else float(one.high.amount)
    return one.currency.code, float(one.low.amount), float(one.stated.amount), high, int(one.about)


def bar_of(row):
    return row["currency"], row["low"], row["stated"], row["high"], row["about"]


@each_dataset
def test_each_printed_figure_is_exactly_one_of_the_total(name):
    totals = cam.total_by(data(name), "country", **WIDE)

    rows = [row for row in rows_of(charts.totals_by_group(totals, most=None)) if "low" in row]

    assert rows
    for row in rows:
        ends = {Decimal(repr(row[end])) for end in ("low", "stated", "high") if row[end]}
        printed = figures_in(row["figure"])
        assert printed
        assert set(printed) <= ends


def test_digits_that_a_float_would_lose_are_printed():
    exact = deal("kz-exact", amount("USD 12345678901234567890.12"), countries=(KZ,))

    chart = charts.totals_by_group([exact], "country")

    assert "12,345,678,901,234,567,890.12 US dollars" in texts_of(chart)


@pytest.mark.parametrize(
    ("hedge", "words", "bounds"),
    [
        ("as stated", "900 US dollars (from", (900, 900, 900, 0)),
        ("around", "about 900 US dollars", (900, 900, 900, 1)),
        ("nearly", "about 900 US dollars", (900, 900, 900, 1)),
        ("estimated", "about 900 US dollars", (900, 900, 900, 1)),
        ("up to", "up to 900 US dollars", (0, 900, 900, 0)),
        ("at least", "at least 900 US dollars", (900, 900, None, 0)),
        ("more than", "at least 900 US dollars", (900, 900, None, 0)),
    ],
)
def test_a_hedge_is_drawn_and_said(hedge, words, bounds):
    hedged = deal("kz-hedged", amount(stated("USD 900", hedge)), countries=(KZ,))

    chart = charts.totals_by_group([hedged], "country")

    rows = rows_of(chart)
    (bar,) = {(r["low"], r["stated"], r["high"], r["about"]) for r in rows if "low" in r}
    assert bounds == bar
    assert words in texts_of(chart)
    assert any(row.get("open") for row in rows) is (bounds[2] is None)
    # The key has one too, at the left edge.
    assert any(row.get("text") == "≈" and "x" in row for row in rows) is bool(bounds[3])
    # An outline goes beyond what is certain; a bar does not.
    ends = {(row["x"], row["x2"]) for row in rows if "low" in row}
    assert ends == ({(0.0, 900.0)})
    assert sum("low" in row for row in rows) == 1
    assert ("outline" in texts_of(chart)) is (hedge == "up to")


def test_a_range_is_a_bar_and_an_outline():
    ranged = deal("kz-range", amount(stated("USD 400", "range", upper="USD 700")), countries=(KZ,))

    chart = charts.totals_by_group([ranged], "country")

    ends = {(row["x"], row["x2"]) for row in rows_of(chart) if "low" in row}
    assert {(0.0, 400.0), (400.0, 700.0)} == ends
    assert "from 400 US dollars to 700 US dollars" in texts_of(chart)


def test_withheld_sums_and_groups_without_any_are_named():
    told = deal("kz-told", amount("USD 900"), countries=(KZ,))
    silent = deal("uz-withheld", amount(withheld()), countries=(UZ,))
    nothing = deal("kz-uz-talks", amount("USD 5"), stage="talks", countries=(KZ, UZ))

    said = texts_of(charts.totals_by_group([told, silent, nothing], "country"))

    assert "Sums that are withheld would count as well: UZ (1)." in said
    assert "Nothing counts of: KZ + UZ." in said


def test_currencies_have_panels_of_their_own():
    deals = [
        deal("a", amount("USD 900"), countries=(KZ,)),
        deal("b", amount("EUR 800"), countries=(KZ,)),
    ]

    spec = charts.totals_by_group(deals, "country").to_dict()

    assert 2 == len(spec["vconcat"])


@each_dataset
@pytest.mark.parametrize("asked", [{}, WIDE], ids=["as asked by default", "everything"])
@pytest.mark.parametrize("shown", [None, "EUR", "USD"])
def test_the_steps_lead_from_the_naive_sum_to_the_total(name, asked, shown):
    total = cam.total(data(name), **asked)
    rows = [*total.counted, *total.excluded]
    code = shown or "USD"
    figures = [row for row in rows if row.currency and row.currency.code == code]
    counted = sum(row.stated for row in figures if row.counts)

    chart = charts.left_out(total, shown=shown)

    steps = [row for row in rows_of(chart) if "reason" in row]
    assert {str(row.reason) for row in figures if row.reason} == {row["reason"] for row in steps}
    naive = [exactly(r["figure"]) for r in rows_of(chart) if r.get("what") == "naive sum"]
    assert [sum(row.stated for row in figures)] == (naive or [0])
    assert counted == sum(naive) - sum(exactly(row["figure"]) for row in steps)
    # Each step begins where the one before it ends.
    ends = [float(sum(naive)), *(row["x"] for row in steps)]
    assert pytest.approx(ends) == [*(row["x2"] for row in steps), float(counted)]
    for step in steps:
        assert pytest.approx(step["x2"] - step["x"]) == step["amount"]


def exactly(figure):
    (number,) = figures_in(figure)
    return number


@each_dataset
def test_every_reason_says_what_it_means(name):
    total = cam.total(data(name))

    said = texts_of(charts.left_out(total, shown="USD"))

    reasons = {row.reason for row in total.excluded if row.currency and row.currency.code == "USD"}
    assert reasons
    for reason in reasons:
        assert reason.meaning in said


def test_every_stage_stands_on_one_rung():
    standing = Counter(stage for _, stages in RUNGS.values() for stage in stages)

    assert dict.fromkeys(cam.Stage, 1) == standing


@each_dataset
def test_each_undertaking_is_a_square_on_its_rung(name):
    ds = data(name)

    rows = rows_of(charts.undertakings_by_rung(ds))

    counts = {row["rung"]: row["count"] for row in rows if "rung" in row}
    for rung, (_, stages) in RUNGS.items():
        on_it = [d for d in ds.deals if d.stage in stages or (not stages and not d.stage)]
        assert counts.get(rung, 0) == len(on_it)
    assert {deal.id for deal in ds.deals} == {row["id"] for row in rows if "id" in row}


def test_a_sum_on_another_rung_than_its_undertaking_is_a_circle():
    letter = amount("USD 900", role="financing", stage="letter of interest")
    one = deal("kz-venture", amount("USD 5"), letter)

    rows = rows_of(charts.undertakings_by_rung([one]))

    counts = {row["rung"]: (row["count"], row["sums"]) for row in rows if "rung" in row}
    assert ((0, 1), (1, 0)) == (counts["letter"], counts["signed"])


@pytest.mark.parametrize(
    ("amounts", "said"),
    [
        ((amount("USD 900"),), "sum: 1 stated"),
        ((amount(withheld()),), "sum: 1 withheld"),
        ((), "sum: 1 not stated"),
    ],
)
def test_whether_a_sum_is_stated_is_said(amounts, said):
    assert said in texts_of(charts.undertakings_by_rung([deal("one", *amounts)]))


@each_dataset
@pytest.mark.parametrize("who", ["partners", "countries", "parties"])
def test_each_cell_counts_the_undertakings_of_its_row_and_column(name, who):
    ds = data(name)
    chart = charts.parties_by_mineral(ds, who=who, most=None, most_minerals=None)

    cells = {(row["who"], row["mineral"]): row["deals"] for row in rows_of(chart) if "who" in row}

    expected = Counter()
    for one in ds.deals:
        held = [p.who for p in one.parties] if who == "parties" else getattr(one, who)
        rows = {each.name for each in held} or {"not stated"}
        columns = {each.name for each in one.minerals} or {"not stated"}
        expected.update((row, column) for row in rows for column in {*columns, "all"})
    assert expected == Counter({cell: count for cell, count in cells.items() if count})


def test_what_is_beyond_the_most_is_one_row_and_one_column():
    chart = charts.parties_by_mineral(data("region"), most=3, most_minerals=2)

    cells = [row for row in rows_of(chart) if "who" in row]

    assert 5 == len({cell["who"] for cell in cells})
    assert 5 == len({cell["mineral"] for cell in cells})


@pytest.mark.parametrize("sort", ["rungs", "groups", "timeline", "matrix", "left out"])
def test_a_chart_of_a_filtered_catalog_says_the_filter(sort):
    chosen = data("").deals.where(country="KZ", stage="intended")
    catalogs = {
        "rungs": charts.undertakings_by_rung(chosen),
        "groups": charts.totals_by_group(chosen, "country"),
        "timeline": charts.timeline(chosen),
        "matrix": charts.parties_by_mineral(chosen),
        "left out": charts.left_out(chosen),
    }

    subtitle = " ".join(catalogs[sort].to_dict()["title"]["subtitle"])

    assert subtitle.startswith("Only country: Kazakhstan; stage: intended. ")


def test_a_matrix_of_one_partner_has_its_row_alone():
    ds = data("region")
    with_china = ds.deals.where(partner="CN")

    everything, narrowed = (
        charts.parties_by_mineral(given, only="CN", most_minerals=None)
        for given in (ds, with_china)
    )

    counts = {row["mineral"]: row["deals"] for row in rows_of(narrowed) if "who" in row}
    assert {"China"} == {row["who"] for row in rows_of(narrowed) if "who" in row}
    assert len(with_china) == counts["all"]
    assert counts == {row["mineral"]: row["deals"] for row in rows_of(everything) if "who" in row}
    assert "by mineral: China" in texts_of(narrowed)
    several = charts.parties_by_mineral(ds, only=(ds.countries["CN"],))
    assert texts_of(several) == texts_of(charts.parties_by_mineral(ds, only="CN"))


@pytest.mark.parametrize(
    ("only", "error", "said"),
    [
        ("China", cam.UnknownIdError, "did you mean 'CN'"),
        ("XX", cam.UnknownIdError, "no partner with id 'XX'"),
        ([], cam.InvalidValueError, "the choice is empty"),
        (7, cam.InvalidTypeError, "give an id or a record"),
    ],
)
def test_whoever_has_no_row_cannot_have_the_only_one(only, error, said):
    with pytest.raises(error, match=said):
        charts.parties_by_mineral(data("region"), only=only)


def test_how_many_undertakings_of_a_matrix_are_concluded_and_ended_is_said():
    deals = [deal("a", stage="failed"), deal("b"), deal("c"), deal("d", stage="talks")]

    said = texts_of(charts.parties_by_mineral(deals))

    assert "4 undertakings, 2 concluded and 1 ended;" in said


def bars_of(chart):
    """Give where the bars begin and end, and whether they are of what is not concluded."""
    rows = [row for row in rows_of(chart) if "low" in row]
    return sorted({(row["x"], row["x2"], bool(row.get("is_unbound"))) for row in rows})


def dashes_of(chart):
    return [
        layer["mark"].get("strokeDash")
        for panel in chart.to_dict()["vconcat"]
        for layer in panel["layer"]
        if layer["mark"].get("strokeDash") == [4, 2]
    ]


def test_what_is_not_concluded_is_drawn_faint_and_the_key_says_so():
    deals = [
        deal("signed", amount("USD 900"), countries=(KZ,)),
        deal("talked-of", amount("USD 300"), stage="talks", countries=(KZ,)),
    ]

    mixed = charts.totals_by_group(deals, "country", stages=None)
    signed = charts.totals_by_group(deals[:1], "country", stages=None)

    assert [(0, 900, False), (900, 1200, True)] == bars_of(mixed)
    assert "from 2 undertakings, 1 of them not concluded" in texts_of(mixed)
    assert "faint or dashed: not concluded" in texts_of(mixed)
    assert [(0, 900, False)] == bars_of(signed)
    assert "not concluded" not in texts_of(signed)
    whole = charts.left_out(deals, stages=None)
    assert (900, 1200, True) in bars_of(whole)
    assert "2 figures of 2 undertakings, 1 of them not concluded" in texts_of(whole)


@pytest.mark.parametrize(("stage", "dashed"), [("talks", True), ("signed", False)])
def test_the_outline_of_what_is_not_concluded_is_dashed(stage, dashed):
    one = deal("one", amount(stated("USD 900", "up to")), stage=stage, countries=(KZ,))

    chart = charts.totals_by_group([one], "country", stages=None)

    assert [(0, 900, False)] == bars_of(chart)
    assert (2 if dashed else 0) == len(dashes_of(chart))  # the outline, and its key
    assert dashed is ("faint or dashed" in texts_of(chart))
    assert ("from 1 undertaking, not concluded" in texts_of(chart)) is dashed


def test_a_chart_of_totals_warns_of_financing_beyond_the_cost():
    letters = {"stages": ["letter of interest"], "kinds": "financing"}

    said = texts_of(charts.totals_by_group(data("region"), "country", **letters))

    assert "500 million US dollars more than the cost of 1.1 billion" in " ".join(said.split())
