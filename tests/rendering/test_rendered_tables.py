"""Tables: plain ones are aligned, and no text gets out of its cell in an HTML one."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from hypothesis import given, strategies as st

from centralasia_minerals.rendering.tables import html_link, html_table, text_table

nasty = st.text(st.sampled_from("<>&\"'/;#btқ亿")) | st.text()
words = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12)


SLOTS: dict[str, tuple[Callable[[str], str], str]] = {
    "cell": (lambda text: html_table(["deal"], [[text]]), "td"),
    "header": (lambda text: html_table([text], []), "th"),
    "caption": (lambda text: html_table(["deal"], [], caption=text), "caption"),
}


@pytest.mark.parametrize(("write", "tag"), SLOTS.values(), ids=SLOTS.keys())
@given(text=nasty.filter(bool))
def test_no_raw_sign_of_html_survives(write: Callable[[str], str], tag: str, text: str) -> None:
    written = write(text)

    inside = written[written.index(f"<{tag}>") + len(tag) + 2 : written.rindex(f"</{tag}>")]
    inside = inside.replace(DOLLAR, "&#36;")
    assert not set(inside) & set("<>\"'")
    assert "&" not in re.sub(r"&(?:lt|gt|amp|quot|#x27|#36);", "", inside)
    assert text == html.unescape(inside)


DOLLAR = '<span class="tex2jax_ignore mathjax_ignore">&#36;</span>'
"""A dollar sign, which a notebook shows as it stands."""


class _Reader(HTMLParser):
    """Collect tags without attributes, and text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.texts: dict[str, list[str]] = {"caption": [], "th": [], "td": []}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "span":
            assert DOLLAR.startswith(f'<span class="{attrs[0][1]}">')
            return
        assert [] == attrs
        self.tags.append(tag)
        if tag in self.texts:
            self.texts[tag].append("")

    def handle_data(self, data: str) -> None:
        self.texts[self.tags[-1]][-1] += data


@given(
    nasty.filter(bool),
    st.integers(1, 3).flatmap(
        lambda width: st.lists(
            st.lists(nasty, min_size=width, max_size=width), min_size=1, max_size=4
        )
    ),
)
def test_a_browser_reads_exactly_the_cells_that_were_given(
    caption: str, lines: list[list[str]]
) -> None:
    header, *rows = lines
    reader = _Reader()

    reader.feed(html_table(header, rows, caption=caption))
    reader.close()

    assert [caption] == reader.texts["caption"]
    assert header == reader.texts["th"]
    assert [cell for row in rows for cell in row] == reader.texts["td"]
    assert len(lines) == reader.tags.count("tr")
    assert {"table", "caption", "thead", "tbody", "tr", "th", "td"} >= set(reader.tags)


def test_an_html_table_is_a_head_and_a_body() -> None:
    assert (
        "<table><caption>deals</caption>"
        "<thead><tr><th>id</th><th>figure</th></tr></thead>"
        "<tbody><tr><td>kz-us-tungsten</td><td>1100000000</td></tr></tbody></table>"
    ) == html_table(["id", "figure"], [["kz-us-tungsten", 1100000000]], caption="deals")


def test_an_html_table_without_a_caption_has_none() -> None:
    assert "caption" not in html_table(["id"], [["kz-us-tungsten"]])


def test_an_html_table_without_rows_has_an_empty_body() -> None:
    assert html_table(["id"], []).endswith("</thead><tbody></tbody></table>")


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


def test_a_row_with_a_cell_too_many_is_refused() -> None:
    with pytest.raises(ValueError):
        text_table(["deal"], [["kz-us-tungsten", "1.1"]])


@pytest.mark.parametrize(
    "shown", [lambda t: html_table([t], [[t]], caption=t), lambda t: html_link(t, None)]
)
def test_a_dollar_sign_is_never_taken_for_the_start_of_a_formula(shown):
    html = shown("from $5 to $8")

    assert "$" not in html
    assert html.count(DOLLAR) == html.count("&#36;") > 1
