"""Views: whatever stands in a text, every form shows it as it is, and nothing gets out."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given, strategies as st
from written_forms import Page, check_safe, check_safe_markdown

from centralasia_minerals.rendering.tables import text_table
from centralasia_minerals.rendering.views.as_html import html_of, html_page
from centralasia_minerals.rendering.views.as_markdown import markdown_of
from centralasia_minerals.rendering.views.as_text import MOST_TITLE, table_as_text, text_of
from centralasia_minerals.rendering.views.blocks import (
    MOST_LINES,
    MOST_ROWS,
    Facts,
    Heading,
    Items,
    Paragraph,
    Section,
    Table,
    View,
)
from centralasia_minerals.rendering.views.pieces import Code, Id, Linked, Quiet, Title
from centralasia_minerals.rendering.views.viewed import Tabular, Viewed

PAGE = "https://news.example/a?b=1&c=%22#:~:text=costs%20%245"
words = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12)
nasty = (
    st.text(st.sampled_from("<>&\"'/;#bt1қ亿$\\()[]{}*_`|~!-+.:= "), min_size=1)
    | st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1)
).filter(lambda text: text.strip() == text)
WORST = [
    "<script>alert('x')</script>",
    "</div></td><img src=x onerror=alert(1)>",
    "$5 to $8 and $$x$$",
    r"\(a\) \[b\] \begin{x}",
    "1. [a](javascript:alert(1)) *b* _c_ `d` ~~e~~ | f",
    "1) first",
    "- # > ```",
    "&lt;b&gt; &#36;",
    "[bold]x[/bold]",
]


def views_of(text: str) -> dict[str, View]:
    """Return a view with a text in each place where one can stand."""
    return {
        "heading": (Heading(text),),
        "note": (Heading("x", (text,)),),
        "paragraph": (Paragraph(text),),
        "label": (Facts(((text, ("x",)),)),),
        "line": (Facts((("x", (text, "y")),)),),
        "item": (Items((text,)),),
        "note of a list": (Items((text,), is_numbered=True),),
        "header": (Table((text,), [("x",)]),),
        "cell": (Table(("x",), [(text,)]),),
        "rest": (Table(("x",), [("y",)] * 50, rest=text),),
        "section": (Section(text, (Paragraph("x"),)),),
        "fold": (Section(text, (Paragraph("x"),), is_folded=True),),
        "link": (Paragraph(Linked(text, PAGE)),),
        "title": (Table(("x",), [(Title(text),)]),),
        "id": (Paragraph(("x", Id(text))),),
        "code": (Paragraph(Code(text)),),
        "quiet": (Paragraph(("x", Quiet(text))),),
    }


PLACES = [*views_of("x")]


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", WORST)
def test_the_worst_texts_stand_in_html_as_they_are(place: str, text: str) -> None:
    assert squeezed(text) in check_safe(html_of(views_of(text)[place])).shown


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", WORST)
def test_the_worst_texts_stand_in_markdown_as_they_are(place: str, text: str) -> None:
    page = check_safe_markdown(markdown_of(views_of(text)[place]))

    assert squeezed(text) in page.shown
    assert not {"em", "h1", "h2"} & set(page.tags)


@pytest.mark.parametrize("place", PLACES)
@given(text=nasty)
def test_html_shows_exactly_the_text_that_was_given(place: str, text: str) -> None:
    assert squeezed(text) in check_safe(html_of(views_of(text)[place])).shown


@pytest.mark.parametrize("place", PLACES)
@given(text=nasty)
def test_markdown_shows_exactly_the_text_that_was_given(place: str, text: str) -> None:
    assert squeezed(text) in check_safe_markdown(markdown_of(views_of(text)[place])).shown


@pytest.mark.parametrize("place", [one for one in PLACES if one != "title"])
@pytest.mark.parametrize("text", WORST)
def test_the_worst_texts_stand_in_plain_text_and_on_a_console_as_they_are(
    place: str, text: str
) -> None:
    view = views_of(text)[place]

    assert text in text_of(view)
    assert squeezed(text) in squeezed(on_console(view))


def on_console(view: View) -> str:
    rich = pytest.importorskip("rich.console", reason="rich is not installed")

    class Shown(Viewed):
        def _view(self) -> View:
            return view

    console = rich.Console(file=io.StringIO(), width=300, color_system=None)
    console.print(Shown())
    return console.file.getvalue()


def test_a_terminal_is_told_to_do_nothing() -> None:
    view = (Paragraph("a\x1b[31mb"), Heading(Linked("c\x07", PAGE)))

    assert "\x1b" not in text_of(view) + on_console(view)
    assert "\x07" not in text_of(view) + on_console(view)


def test_a_link_leads_to_its_page_in_every_form() -> None:
    view = (Paragraph(Linked("USD 5", PAGE)),)

    assert {"USD 5": PAGE} == check_safe(html_of(view)).links
    assert {"USD 5": PAGE} == check_safe_markdown(markdown_of(view)).links
    assert "USD 5" == text_of(view)


@pytest.mark.parametrize("address", ["", "javascript:alert(1)", "data:text/html,x", "file:///x"])
def test_what_is_no_page_is_no_link(address: str) -> None:
    view = (Paragraph(Linked("USD 5", address)),)

    assert {} == check_safe(html_of(view)).links
    assert {} == check_safe_markdown(markdown_of(view)).links
    assert "USD 5" == markdown_of(view)


@pytest.mark.parametrize("address", ["https://a.example/x)y|z>'\"<b>", "https://a.example/$1$\\("])
def test_no_address_gets_out_of_its_link(address: str) -> None:
    view = (Table(("x",), [(Linked("USD 5", address),)]),)

    for page in (check_safe(html_of(view)), check_safe_markdown(markdown_of(view))):
        assert ["USD 5"] == list(page.links)
        assert "x USD 5" == page.shown


@pytest.mark.parametrize("write", [html_of, markdown_of, text_of, on_console])
def test_a_long_table_is_cut_with_the_number_of_the_others(write) -> None:
    rows = [(f"row-{number}-",) for number in range(MOST_ROWS + 1200)]

    shown = write((Table(("name",), rows, rest=".to_table()"),))

    assert f"row-{MOST_ROWS - 1}-" in shown
    assert f"row-{MOST_ROWS}-" not in shown
    assert "and 1,200 more; .to" in shown


@pytest.mark.parametrize("write", [html_of, markdown_of, text_of, on_console])
def test_a_whole_table_says_nothing_of_more(write) -> None:
    assert "more" not in write((Table(("name",), [("row",)] * MOST_ROWS, rest="x"),))


@pytest.mark.parametrize("write", [html_of, markdown_of, text_of, on_console])
def test_long_facts_are_cut_with_the_number_of_the_others(write) -> None:
    lines = tuple(f"line-{number}-" for number in range(MOST_LINES + 38))

    shown = write((Facts((("names", lines),)),))

    assert f"line-{MOST_LINES - 1}-" in shown
    assert f"line-{MOST_LINES}-" not in shown
    assert "and 38 more" in shown


def test_rows_that_are_not_shown_are_not_made() -> None:
    made: list[int] = []

    def row(number: int) -> tuple[str]:
        made.append(number)
        return ("x",)

    html_of((Table(("x",), range(10**6), row),))

    assert [*range(MOST_ROWS)] == made


def test_what_is_folded_away_is_there_when_somebody_opens_it() -> None:
    view = (Section("left out: 3 rows", (Paragraph("why"),), is_folded=True, hint="ask"),)

    assert "<details><summary>left out: 3 rows</summary>" in html_of(view)
    assert "why" in html_of(view)
    assert "<details><summary>left out: 3 rows</summary>" in markdown_of(view)
    assert "left out: 3 rows; ask" == text_of(view)
    assert "left out: 3 rows; ask" == on_console(view).strip()


def test_plain_text_shortens_titles_in_tables_and_keeps_their_ids_apart() -> None:
    long = "t" * 100
    table = Table(("deal", "figure"), [((Title(long), Id("mine")), "USD 1")])

    header, line = table_as_text(table).splitlines()

    assert ["deal", "id", "figure"] == header.split()
    assert [f"{'t' * (MOST_TITLE - 1)}…", "mine", "USD", "1"] == line.split()
    assert long in html_of((table,))


def test_columns_of_numbers_stand_at_the_right() -> None:
    table = Table(("name", "number"), [("a", "1,200"), ("b", "7")])

    assert '<td class="cam-number">1,200</td>' in html_of((table,))
    assert '<th class="cam-number">number</th>' in html_of((table,))
    assert 'class="cam-number">a' not in html_of((table,))
    assert "| --- | ---: |" in markdown_of((table,))


def test_a_page_loads_nothing() -> None:
    written = html_page((Heading("<b>"),), "<script>$")

    page = Page(written.partition("<html")[2].partition(">")[2].replace("</html>", ""))
    assert {"head", "meta", "title", "style", "body", "div"} == set(page.tags)
    assert "&lt;script&gt;&#36;" in written


def test_no_colour_of_a_view_is_fixed() -> None:
    """It stands on pages that are light or dark, so it takes its colours from them."""
    styles = html_page((Paragraph("x"),), "x")

    assert "#" not in styles.replace("&#", "")
    assert "white;" not in styles
    assert "black" not in styles


class Nothing(Tabular):
    """Defines no view of its own."""

    def __repr__(self) -> str:
        return "<Nothing at all>"


def test_what_defines_no_view_shows_its_repr() -> None:
    assert "Nothing at all" == Page(Viewed._repr_html_(Nothing())).shown
    assert "Nothing at all" == Page(Nothing()._repr_html_()).shown
    assert "" == str(Nothing())


@given(
    st.integers(1, 4).flatmap(
        lambda width: st.lists(
            st.lists(words, min_size=width, max_size=width), min_size=1, max_size=6
        )
    )
)
def test_every_cell_of_a_column_starts_at_the_same_place(lines: list[list[str]]) -> None:
    header, *rows = lines

    written = text_table(header, rows).split("\n")

    found = [list(re.finditer(r"\S+", line)) for line in written]
    assert lines == [[cell.group() for cell in line] for line in found]
    assert 1 == len({tuple(cell.start() for cell in line) for line in found})
    assert all(line == line.rstrip() for line in written)


def test_columns_are_two_spaces_apart_and_no_wider_than_their_widest_cell() -> None:
    expected = [
        "deal            figure",
        "kz-us-tungsten  1.1",
        "boeing-jets     4",
    ]

    assert expected == text_table(
        ["deal", "figure"], [["kz-us-tungsten", "1.1"], ["boeing-jets", 4]]
    ).split("\n")


def test_a_table_without_rows_is_its_header() -> None:
    assert "deal  figure" == text_table(["deal", "figure"], iter([]))
    assert "deal  figure" == table_as_text(Table(("deal", "figure"), ()))


def test_a_row_with_a_cell_too_many_is_refused() -> None:
    with pytest.raises(ValueError):
        text_table(["deal"], [["kz-us-tungsten", "1.1"]])
