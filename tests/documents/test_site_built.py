"""The site builds without a warning, its links lead somewhere, and reading it needs no network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import api_pages
import contents
import pytest
from document_pages import DOCS
from site_build import build

pytestmark = pytest.mark.slow

# Attributes whose address a browser loads when it opens a page; links it only follows.
_LOADED = {
    ("audio", "src"), ("embed", "src"), ("iframe", "src"), ("image", "href"), ("img", "src"),
    ("img", "srcset"), ("link", "href"), ("object", "data"), ("script", "src"),
    ("source", "src"), ("source", "srcset"), ("track", "src"), ("use", "href"),
    ("video", "poster"), ("video", "src"),
}  # fmt: skip
_LOADED_BY_STYLE = re.compile(r"(?:@import\s+|url\(\s*)[\"']?(?P<address>[^\"')\s]+)")
_OUTSIDE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)


class Page(HTMLParser):
    """What stands in a page: what it loads, where it leads, and its anchors."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.styles: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, given: list[tuple[str, str | None]]) -> None:
        for key, value in given:
            if (tag, key) in _LOADED:
                self.loaded.append(value or "")
            elif (tag, key) == ("a", "href"):
                self.links.append(value or "")
            elif key == "id":
                self.anchors.add(value or "")
            elif key == "style":
                self.styles.append(value or "")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("site"))


def pages_of(site: Path) -> Iterator[tuple[Path, Page]]:
    for file in sorted(site.rglob("*.html")):
        yield file, page_in(file)


@cache
def page_in(file: Path) -> Page:
    return Page(file.read_text("utf-8"))


def test_every_page_and_every_public_name_is_there(site: Path) -> None:
    listed = [entry.page for part in contents.contents_in(DOCS) for entry in part.entries]

    assert [] == [name for name in listed if not (site / f"{name}.html").exists()]
    for name in api_pages.public_names():
        anchors = page_in(site / f"{api_pages.page_of(name)}.html").anchors
        assert f"centralasia_minerals.{name}" in anchors


def test_every_link_leads_to_a_page_and_to_an_anchor_that_is_there(site: Path) -> None:
    lost = [
        f"{file.relative_to(site)}: {link}"
        for file, page in pages_of(site)
        for link in page.links
        if not _OUTSIDE.match(link) and not link.startswith("mailto:") and not is_there(file, link)
    ]

    assert [] == lost


def is_there(file: Path, link: str) -> bool:
    """Tell whether a link from a page leads to a file of the site, and to an anchor in it."""
    address = urlsplit(link)
    there = (file.parent / unquote(address.path)).resolve() if address.path else file
    anchor = unquote(address.fragment)
    return there.is_file() and (not anchor or anchor in page_in(there).anchors)


def test_nothing_is_loaded_from_a_network(site: Path) -> None:
    loaded = [
        f"{file.relative_to(site)}: {address}"
        for file, page in pages_of(site)
        for address in [*page.loaded, *(found for one in page.styles for found in in_style(one))]
        if _OUTSIDE.match(address)
    ]
    for file in site.rglob("*.css"):
        loaded += [
            address for address in in_style(file.read_text("utf-8")) if _OUTSIDE.match(address)
        ]

    assert [] == loaded


def test_whatever_a_page_loads_is_there(site: Path) -> None:
    lost = [
        f"{file.relative_to(site)}: {address}"
        for file, page in pages_of(site)
        for address in page.loaded
        if not address.startswith("data:") and not is_there(file, address)
    ]

    assert [] == lost


def in_style(text: str) -> list[str]:
    return [found["address"] for found in _LOADED_BY_STYLE.finditer(text)]


def test_the_names_in_the_reference_lead_to_their_pages(site: Path) -> None:
    links = {link.partition("#")[0] for link in page_in(site / "reference.html").links}

    missing = [
        one for one in api_pages.public_names() if f"{api_pages.page_of(one)}.html" not in links
    ]

    assert [] == missing


def test_the_links_of_the_file_for_models_lead_to_markdown(site: Path) -> None:
    text = (site / "llms.txt").read_text("utf-8")
    targets = re.findall(r"\]\((\S+)\)", text)

    assert [] == [one for one in targets if not (site / one).is_file()]
    assert all((site / one).read_text("utf-8").startswith("# ") for one in targets)


def test_a_page_that_loads_something_is_told() -> None:
    page = Page('<script src="https://cdn.example/x.js"></script><a href="https://x.example">x</a>')

    assert (["https://cdn.example/x.js"], ["https://x.example"]) == (page.loaded, page.links)
    assert ["//fonts.example/x"] == in_style("@import '//fonts.example/x';")
