"""Takes the project's pages apart: their blocks, tables, headings and links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
DOCS = ROOT / "docs"
# What the build of the site makes stands in folders of its own, and is not read here.
MADE = {"_static", "notebooks"}
PAGES = (README, *sorted(page for page in DOCS.rglob("*.md") if not MADE & {*page.parts}))

_FENCE = re.compile(
    r"^(?:<!-- file: (?P<file>[\w.-]+) -->\n)?```(?P<language>\w*)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?P<target>[^)\s]+)\)")
_HEADING = re.compile(r"^(?P<marks>#+) (?P<title>.+)$", re.MULTILINE)
_FILE_NAME = re.compile(r"# ([\w-]+\.toml)\n")


class Block(NamedTuple):
    """A fenced block: its language, what is in it, and the line of the page it begins on.

    A comment ``<!-- file: page.txt -->`` before a block says which file it is to be put into. A
    command in a console may go on in the next line, behind a backslash.
    """

    language: str
    text: str
    line: int
    comment: str | None = None

    @property
    def file_name(self) -> str | None:
        """The file that a block is to be put into; one of TOML may name it in its first line."""
        named = _FILE_NAME.match(self.text) if self.language == "toml" else None
        return named[1] if named else self.comment


def text_of(page: Path) -> str:
    return page.read_text("utf-8")


def blocks_of(page: Path) -> list[Block]:
    text = text_of(page)
    return [
        Block(
            found["language"],
            found["text"].replace("\\\n", " ") if found["language"] == "console" else found["text"],
            text.count("\n", 0, found.start("text")) + 1,
            found["file"],
        )
        for found in _FENCE.finditer(text)
    ]


def prose_of(page: Path) -> str:
    """Give a page without its blocks."""
    return _FENCE.sub("", text_of(page))


def with_blank_lines_marked(session: str) -> str:
    """Let a blank line be part of what a session prints, as it is on the screen."""
    lines = session.splitlines()
    marked = []
    for number, line in enumerate(lines):
        rest = next((later for later in lines[number + 1 :] if later.strip()), ">>>")
        inside = not line.strip() and not rest.startswith(">>>")
        marked.append("<BLANKLINE>" if inside else line)
    return "\n".join(marked) + "\n"


def section_of(page: Path, title: str) -> str:
    """Give what stands under a heading, up to the next one of its own or a higher level."""
    text = text_of(page)
    found = list(_HEADING.finditer(text))
    start = next(i for i, heading in enumerate(found) if heading["title"] == title)
    level = len(found[start]["marks"])
    ends = (h.start() for h in found[start + 1 :] if len(h["marks"]) <= level)
    return text[found[start].end() : next(ends, len(text))]


def rows_of(text: str) -> list[tuple[str, ...]]:
    """Give the rows of the tables in a text, without their headers."""
    rows: list[tuple[str, ...]] = []
    lines = text.splitlines()
    for number, line in enumerate(lines):
        below = lines[number + 1] if number + 1 < len(lines) else ""
        if line.startswith("|") and not _is_rule(line) and not _is_rule(below):
            rows.append(tuple(cell.strip() for cell in line.strip("|").split("|")))
    return rows


def _is_rule(line: str) -> bool:
    return bool(re.fullmatch(r"\|[-| ]+\|", line))


def links_of(page: Path) -> Iterator[str]:
    for found in _LINK.finditer(prose_of(page)):
        yield found["target"]


def anchors_of(page: Path) -> set[str]:
    """Give the anchors that GitHub makes of a page's headings."""
    titles = (found["title"] for found in _HEADING.finditer(prose_of(page)))
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}
