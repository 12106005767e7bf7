"""Links between pages lead somewhere."""

from __future__ import annotations

from pathlib import Path

import contents
import pytest
from document_pages import DOCS, PAGES, README, anchors_of, links_of, text_of

OURS = [
    README,
    *(
        DOCS / f"{name}.md"
        for name in ("design", "totals", "reference", "changelog", "glossary", "encoding-guide")
    ),
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_relative_link_resolves_to_its_heading(page: Path) -> None:
    for target in links_of(page):
        if "://" in target or target.startswith("mailto:"):
            continue
        path, _, anchor = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        assert there.exists(), target
        assert not anchor or anchor in anchors_of(there), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_shows_where_it_was_made(page: Path) -> None:
    places = [line for line in text_of(page).splitlines() if line.startswith('  File "/')]

    assert [] == places


def test_the_readme_leads_to_the_contents_and_they_to_every_page_of_the_documentation() -> None:
    listed = [entry.page for part in contents.contents_in(DOCS) for entry in part.entries]
    pages = [str(page.relative_to(DOCS).with_suffix("")) for page in PAGES if page != README]

    assert f"docs/{contents.FIRST_PAGE}.md" in links_of(README)
    assert sorted([contents.FIRST_PAGE, *listed]) == sorted(pages)


def test_every_link_of_the_contents_is_an_entry_of_a_part() -> None:
    page = DOCS / f"{contents.FIRST_PAGE}.md"
    entries = [entry.page for part in contents.contents_in(DOCS) for entry in part.entries]

    assert entries == [link.removesuffix(".md") for link in links_of(page)]


@pytest.mark.parametrize("page", OURS, ids=lambda page: page.name)
def test_a_page_is_there_and_begins_with_its_title(page: Path) -> None:
    assert page.read_text("utf-8").startswith("# ")
