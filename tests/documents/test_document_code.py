"""Every Python block of the pages runs, and prints what the page says that it prints."""

from __future__ import annotations

import doctest
import importlib.util
import linecache
import os
from pathlib import Path

import pytest
from document_pages import PAGES, Block, blocks_of, text_of, with_blank_lines_marked


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_block_of_a_page_runs_and_prints_what_it_shows(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    skip_without_charts(page)
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {"__name__": "__main__"}

    for block in blocks_of(page):
        if block.file_name:
            (tmp_path / block.file_name).write_text(block.text, "utf-8")
        elif block.language == "python" and ">>>" in block.text:
            assert "" == said_otherwise(page, block, names)
        elif block.language == "python":
            run(page, block, names)


def skip_without_charts(page: Path) -> None:
    """Skip a page that draws where nothing can be drawn, unless it must be."""
    if "adapters import charts" not in text_of(page):
        return
    for library in ("altair", "vl_convert"):
        if importlib.util.find_spec(library) is None:
            assert not os.environ.get("CENTRALASIA_MINERALS_REQUIRE_CHARTS"), library
            pytest.skip(f"{library} is not installed; see the dependency group charts")


def test_a_session_that_prints_something_else_is_told() -> None:
    block = Block("python", ">>> print('one\\n\\ntwo')\none\n\nthree\n", 1)

    said = said_otherwise(Path("page.md"), block, {})

    assert "three" in said
    assert "two" in said


def test_a_blank_line_that_is_printed_is_compared() -> None:
    block = Block("python", ">>> print('one\\n\\ntwo')\none\n\ntwo\n\n>>> 1 + 1\n2\n", 1)

    assert "" == said_otherwise(Path("page.md"), block, {})


def said_otherwise(page: Path, block: Block, names: dict[str, object]) -> str:
    """Run a session in the names of its page, and give what it printed otherwise than shown."""
    session = with_blank_lines_marked(block.text)
    parsed = doctest.DocTestParser().get_doctest(session, {}, page.name, page.name, block.line - 1)
    parsed.globs = names  # the parser would copy them, and later blocks need what this one names
    told: list[str] = []
    doctest.DocTestRunner(verbose=False).run(parsed, out=told.append, clear_globs=False)
    return "".join(told)


def run(page: Path, block: Block, names: dict[str, object]) -> None:
    file = f"{page.name}, block at line {block.line}"
    linecache.cache[file] = (len(block.text), None, block.text.splitlines(keepends=True), file)
    exec(compile(block.text, file, "exec"), names)
