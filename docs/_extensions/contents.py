"""Reads the table of contents out of the lists of links on the first page.

So the first page is plain Markdown wherever it is read, and no page is listed twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sphinx.application import Sphinx


FIRST_PAGE = "index"

_HEADING = re.compile(r"^## (?P<title>.+)$", re.MULTILINE)
_ENTRY = re.compile(r"^- \[(?P<title>[^\]]+)\]\((?P<page>[\w/-]+)\.md\): (?P<about>.+)$", re.M)


class Entry(NamedTuple):
    """A page of the site: its title in the contents, its name without an ending, what it is."""

    title: str
    page: str
    about: str


class Part(NamedTuple):
    """A part of the contents: its caption and its pages."""

    caption: str
    entries: tuple[Entry, ...]


def parts_of(text: str) -> Iterator[Part]:
    """Read the parts of the contents from the text of the first page."""
    headings = list(_HEADING.finditer(text))
    ends = [heading.start() for heading in headings[1:]] + [len(text)]
    for heading, end in zip(headings, ends, strict=True):
        found = _ENTRY.finditer(text, heading.end(), end)
        if entries := tuple(Entry(**one.groupdict()) for one in found):
            yield Part(heading["title"], entries)


def contents_in(folder: Path) -> tuple[Part, ...]:
    """Read the parts of the contents of a folder of pages."""
    return tuple(parts_of((folder / f"{FIRST_PAGE}.md").read_text("utf-8")))


def _toctree(part: Part) -> str:
    lines = [f"{entry.title} <{entry.page}>" for entry in part.entries]
    return "\n".join(
        ["", "```{toctree}", ":hidden:", f":caption: {part.caption}", *lines, "```", ""]
    )


def add_toctrees(_app: Sphinx, page: str, source: list[str]) -> None:
    """Put a hidden table of contents for each part behind the first page."""
    if page == FIRST_PAGE:
        source[0] += "".join(map(_toctree, parts_of(source[0])))


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx."""
    app.connect("source-read", add_toctrees)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
