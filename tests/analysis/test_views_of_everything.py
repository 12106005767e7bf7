"""Whatever shows itself: well-formed, harmless, the same figures in every form, titles first."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from view_examples import HOSTILE, RATES, examples, hostile_dataset, public_classes
from written_forms import check_safe, check_safe_markdown, numbers_in

import centralasia_minerals as cam
from centralasia_minerals.rendering.views.as_text import text_of
from centralasia_minerals.rendering.views.viewed import Viewed

REGION = cam.load("region")
CLASSES = [one for one in public_classes() if one is not cam.Entity]  # it has no records of its own
VIEWS = [(cls, one) for cls in CLASSES for one in examples().get(cls, ())]
PROMISED = {
    "Deal", "Stated", "Figure", "Citation", "CurrencyTotal", "Total", "Totals", "Footnoted",
    "Ledger", "Catalog", "Dataset", "Disagreements", "Timeline", "Coverage", "Verification",
    "Event", "Deposit", "Statistic", "Organization", "Person", "Country", "Mineral", "Source",
}  # fmt: skip


def named(value: object) -> str:
    return value.__name__ if isinstance(value, type) else ""


def test_what_is_promised_shows_itself() -> None:
    assert set() == PROMISED - {cls.__name__ for cls in CLASSES}


@pytest.mark.parametrize("cls", CLASSES, ids=named)
def test_there_is_an_example_of_every_class_that_shows_itself(cls: type) -> None:
    assert examples()[cls]


@pytest.mark.parametrize(("cls", "one"), VIEWS, ids=named)
def test_html_is_well_formed_and_runs_and_loads_nothing(cls: type, one: Any) -> None:
    assert check_safe(one._repr_html_()).shown


@pytest.mark.parametrize(("cls", "one"), VIEWS, ids=named)
def test_markdown_shows_what_html_shows(cls: type, one: Any) -> None:
    html, markdown = check_safe(one._repr_html_()), check_safe_markdown(one._repr_markdown_())

    assert numbers_in(html.shown) == numbers_in(markdown.shown)
    assert words_of(html.shown) == words_of(markdown.shown)
    assert html.links == markdown.links


def words_of(shown: str) -> list[str]:
    """Give the words of a text; Markdown has a colon behind each label."""
    return re.findall(r"\w+", shown)


@pytest.mark.parametrize(("cls", "one"), VIEWS, ids=named)
def test_a_console_shows_the_figures_that_plain_text_shows(cls: type, one: Any) -> None:
    shown = on_console(one)

    assert set(numbers_in(text_of(one._view()))) <= set(numbers_in(shown))
    assert "[/" not in shown.replace(HOSTILE, "")


def on_console(one: Any) -> str:
    rich = pytest.importorskip("rich.console", reason="rich is not installed")
    console = rich.Console(file=io.StringIO(), width=4000, color_system=None)
    console.print(one)
    return console.file.getvalue()


@pytest.mark.parametrize(("cls", "one"), VIEWS, ids=named)
def test_rich_shows_inside_a_list_what_repr_shows(cls: type, one: Any) -> None:
    pretty = pytest.importorskip("rich.pretty", reason="rich is not installed")

    shown, own = pretty.pretty_repr([one]), repr([one])

    # Brackets of rich name the class, which those of ``repr`` may not.
    assert [word for word in words_of(own) if word != cls.__name__] == [
        word for word in words_of(shown) if word != cls.__name__
    ]


def test_rich_takes_neither_tables_nor_rows_apart() -> None:
    pretty = pytest.importorskip("rich.pretty", reason="rich is not installed")
    table, row = REGION.deals.to_table(), cam.ledger(REGION)[0]

    assert pretty.pretty_repr([table]) == f"[{table!r}]"
    assert words_of(pretty.pretty_repr([row])) == words_of(repr([row]))


def test_rich_shows_the_fields_of_a_value_that_are_given() -> None:
    pretty = pytest.importorskip("rich.pretty", reason="rich is not installed")

    shown = pretty.pretty_repr([cam.Share("0.5"), cam.PartialDate(2025, 11)], max_width=200)

    assert shown == "[Share(fraction=Decimal('0.5')), PartialDate(year=2025, month=11)]"


@pytest.mark.parametrize("kind", hostile_dataset().records)
def test_a_hostile_title_shows_as_text_wherever_it_stands(kind: str) -> None:
    catalog = getattr(hostile_dataset(), kind)
    named = [one for one in catalog if HOSTILE in one.name]

    for one in named[:3]:
        assert HOSTILE in check_safe(one._repr_html_()).shown
        assert HOSTILE in check_safe_markdown(one._repr_markdown_()).shown
    if named:
        assert HOSTILE in check_safe(catalog._repr_html_()).shown


def test_most_kinds_have_a_hostile_title() -> None:
    kinds = hostile_dataset().records.items()

    assert len([kind for kind, all in kinds if any(HOSTILE in one.name for one in all)]) >= 5


@pytest.mark.parametrize("kind", REGION.records)
def test_titles_stand_before_ids(kind: str) -> None:
    for one in REGION.records[kind][::20]:
        shown = check_safe(one._repr_html_()).shown

        assert shown.startswith(one.name)
        assert shown.index(one.name) < shown.index(one.id, len(one.name))


ASKED = [
    {},
    {"sectors": None, "stages": None},
    {"sectors": None, "stages": None, "kinds": None, "classes": None},
    {"currency": "EUR", "rates": RATES},
]


@pytest.mark.parametrize("dataset", [cam.load(), REGION], ids=["articles", "region"])
@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_each_figure_of_a_total_stands_with_its_hedge(dataset: cam.Dataset, asked: Any) -> None:
    total = cam.total(dataset, **asked)
    forms = (
        check_safe(total._repr_html_()).shown,
        check_safe_markdown(total._repr_markdown_()).shown,
        str(total),
        on_console(total),
    )

    left_out = [row for row in total.excluded if isinstance(row.statement, cam.Stated)]
    for rows in (total.counted, total.undisclosed, left_out):
        for row in rows[:40]:
            said = str(row.figure) if row.stated is not None else "withheld"
            assert all(said in shown for shown in forms), said
    for one in total:
        assert all(str(one) in shown for shown in forms)


def test_a_figure_leads_to_its_sentence() -> None:
    deal = REGION.deals["kz-us-tungsten"]
    (links,) = [check_safe(deal._repr_html_()).links]
    figures = [one for amount in deal.amounts for one in amount.statements if first_url(one)]

    assert figures
    for one in figures:
        assert first_url(one) in links.values()


def first_url(stated: Any) -> str:
    return next((str(one.url) for one in stated.citations if one.quote and one.url), "")


def test_a_figure_of_a_total_leads_to_its_sentence() -> None:
    total = cam.total(REGION)
    links = check_safe(total._repr_html_()).links

    for row in total.counted:
        urls = [one.url for one in row.citations if one.url]
        if urls:
            assert links[str(row.figure)] in urls


def test_what_counts_comes_first_then_what_is_withheld_then_the_rest_folded() -> None:
    total = cam.total(REGION)
    html, text = total._repr_html_(), str(total)
    told = [row.stated is not None for row in total.excluded]
    without = f"and {told.count(False)} rows without a figure"
    places = [html.index(title) for title in (
        f"counted: {len(total.counted)} rows", f"undisclosed: {len(total.undisclosed)} rows",
        f"<details><summary>left out: {told.count(True)} rows", f"<details><summary>{without}",
    )]  # fmt: skip

    assert sorted(places) == places
    assert 1 == text.count(f"{without}; explain() lists them")


def test_deals_with_a_figure_come_first_then_those_that_withhold_it_then_the_rest_folded() -> None:
    deals = REGION.deals.where(partner="CN", sector="minerals")
    values = [one.value for one in deals]
    figures = sum(isinstance(one, cam.Stated) for one in values)
    withheld = sum(isinstance(one, cam.Undisclosed) for one in values)
    others = len(deals) - figures - withheld
    html = deals._repr_html_()
    seen, title, folded = html.partition(
        f"<details><summary>and {others} deals without a figure</summary>"
    )

    assert min(figures, withheld, others) > 0
    assert title
    assert seen.index("withheld") > seen.rindex("USD")
    assert (figures + withheld, others) == (seen.count("<tr>") - 1, folded.count("<tr>") - 1)


def test_deals_of_which_none_has_a_figure_are_not_folded() -> None:
    silent = cam.Catalog(
        cam.Deal, [one for one in REGION.deals if isinstance(one.value, cam.NotStated)]
    )

    assert len(silent)
    assert "<details>" not in silent._repr_html_()


def test_a_deal_tells_what_a_reader_asks() -> None:
    """The order of the questions: what happened when, who, how much, what is in doubt, who says."""
    shown = check_safe(REGION.deals["kz-us-tungsten"]._repr_html_()).shown
    told = [
        "Kazakh–US tungsten venture",
        "What happened when",
        "perhaps 6 November 2025 (inferred) announced",
        "perhaps 6 November 2025 to 12 March 2026 (inferred) signed",
        "Who takes part",
        "Donald Trump donald-trump · negotiator · according to Pini Althaus",
        "Stakes",
        "retained · 30%",
        "around 5,000 tonnes per year",
        "Money",
        "around USD 1,100,000,000 (expected), called “investment”",
        "replaced by a later statement",
        "disputed",
        "up to USD 900,000,000 or USD 900,000,000",
        "Sources (10)",
    ]
    places = [shown.index(words) for words in told]

    assert sorted(places) == places


def test_a_deal_says_what_is_withheld_and_what_no_source_tells() -> None:
    contracts = check_safe(cam.load().deals["uz-us-minerals-contracts"]._repr_html_()).shown
    truce = check_safe(cam.load().deals["cn-us-trade-truce"]._repr_html_()).shown
    reactors = check_safe(cam.load().deals["kz-nuclear-reactors"]._repr_html_()).shown

    assert "withheld contract value" in contracts
    assert "No sum of money is involved." in truce
    assert "not stated when" in truce
    assert "No source gives a figure." in reactors
    assert re.search("not stated .*a sum of money", reactors)


def test_a_dataset_tells_its_version_its_records_its_period_and_what_to_call() -> None:
    shown = check_safe(REGION._repr_html_()).shown

    for words in (
        REGION.version,
        f"ds.deals {len(REGION.deals)}",
        "13 June 2017 to 12 March 2026",
        "cam.total(ds)",
    ):
        assert words in shown


def test_an_empty_dataset_tells_no_period() -> None:
    shown = check_safe(cam.Dataset.of({})._repr_html_()).shown

    assert "version none" in shown
    assert "deals and events of not stated" in shown


def test_a_notebook_completes_what_stands_between_brackets() -> None:
    assert list(REGION.deals.ids) == REGION.deals._ipython_key_completions_()
    assert list(REGION.tables) == REGION.tables._ipython_key_completions_()
    coverage = next(one for one in examples()[cam.Coverage])
    assert [one.source.id for one in coverage] == coverage._ipython_key_completions_()


def test_nothing_shows_itself_by_another_mechanism() -> None:
    """One class writes every view; whatever else had a method of its own would be a second way."""
    ways = {"_repr_html_", "_repr_markdown_", "__rich_console__"}
    public = (getattr(cam, name) for name in cam.__all__)
    owners = {
        base
        for one in public
        if isinstance(one, type)
        for base in one.__mro__
        if ways & vars(base).keys()
    }

    assert {Viewed} == owners


def test_the_width_of_a_terminal_is_kept() -> None:
    rich = pytest.importorskip("rich.console", reason="rich is not installed")
    console = rich.Console(file=io.StringIO(), width=80, color_system=None)

    console.print(cam.total(REGION))

    assert max(map(len, console.file.getvalue().splitlines())) <= 80
