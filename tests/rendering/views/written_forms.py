"""Reads HTML and Markdown back as a reader does: what is shown, and what it leads to."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

import pytest

VOID = {"br", "meta"}
SHOWN = {
    "div", "p", "table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "ul", "ol", "li",
    "a", "span", "code", "details", "summary", "style", "br", "strong",
}  # fmt: skip
"""The elements that a view may have."""

INERT = {"class", "href", "role", "aria-level", "style"}
"""The attributes that run nothing and load nothing: a link leads somewhere if somebody clicks."""


class Page(HTMLParser):
    """Reads HTML, whose elements must be closed in their order, and collects what it shows."""

    def __init__(self, written: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.texts: list[str] = []
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.links: dict[str, str] = {}
        self.leading = self.led = ""
        self.feed(written)
        self.close()
        assert [] == self.open, "an element is not closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in VOID:
            self.open.append(tag)
        if tag == "a":
            self.leading = dict(attrs)["href"] or ""
            self.led = ""
        if tag in {"br", "p", "li", "td", "th", "dt", "dd", "div", "summary"}:
            self.texts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.pop(), "an element is closed before one within it"
        if tag == "a":
            self.links.setdefault(self.led, self.leading)
        if tag in {"p", "li", "td", "th", "dt", "dd", "div", "summary"}:
            self.texts.append(" ")

    def handle_data(self, data: str) -> None:
        if "style" in self.open:
            return
        self.texts.append(data)
        self.led += data

    @property
    def shown(self) -> str:
        """What a reader sees, with every white space as one space."""
        return " ".join("".join(self.texts).split())


def markdown_page(written: str) -> Page:
    """Read Markdown as a notebook does."""
    markdown_it = pytest.importorskip("markdown_it", reason="nothing here reads Markdown")
    reader = markdown_it.MarkdownIt("commonmark").enable("table")
    return Page(reader.render(written))


def check_safe(written: str) -> Page:
    """Check that HTML shows what it has, and neither runs nor loads nor sets anything."""
    page = Page(written)

    assert set(page.tags) <= SHOWN
    assert page.attributes <= INERT
    assert all(link.startswith(("https://", "http://")) for link in page.links.values())
    assert written.startswith('<div class="cam-view tex2jax_ignore mathjax_ignore">')
    assert "$" not in written
    assert "url(" not in written
    assert "@import" not in written
    return page


def check_safe_markdown(written: str) -> Page:
    """Check that Markdown has no HTML but what folds, what is code and what no formula is in."""
    page = markdown_page(written)

    assert set(page.tags) <= SHOWN | {"em"} - {"style"}
    assert page.attributes <= {"class", "href", "style"}
    assert "$" not in written
    assert not re.search(r"\\[()\[\]]", html.unescape(re.sub(r"\\[\[\]]", "", written)))
    return page


def numbers_in(shown: str) -> list[str]:
    """Return the numbers that a text shows, in order."""
    return re.findall(r"\d[\d,.]*\d|\d", shown)
