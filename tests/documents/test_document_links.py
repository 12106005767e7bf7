"""Links between pages lead somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from document_pages import DOCS, PAGES, README, anchors_of, links_of

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


def test_the_readme_leads_to_every_page_of_the_documentation() -> None:
    linked = {(README.parent / target.partition("#")[0]).resolve() for target in links_of(README)}

    assert set() == {page.resolve() for page in DOCS.glob("*.md")} - linked


@pytest.mark.parametrize("page", OURS, ids=lambda page: page.name)
def test_a_page_is_there_and_begins_with_its_title(page: Path) -> None:
    assert page.read_text("utf-8").startswith("# ")
