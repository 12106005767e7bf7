"""Every Python block of the pages runs, and prints what the page says that it prints."""

from __future__ import annotations

import contextlib
import doctest
import io
import linecache
import shlex
from pathlib import Path

import pytest
from document_pages import PAGES, Block, blocks_of, with_blank_lines_marked

from centralasia_minerals.__main__ import main


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_block_of_a_page_runs_and_prints_what_it_shows(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {"__name__": "__main__"}

    for block in blocks_of(page):
        if block.file_name:
            (tmp_path / block.file_name).write_text(block.text, "utf-8")
        elif block.commands:
            for command, printed in block.commands:
                assert printed == printed_by(command)
        elif block.language == "python" and ">>>" in block.text:
            assert "" == said_otherwise(page, block, names)
        elif block.language == "python":
            run(page, block, names)


def test_a_session_that_prints_something_else_is_told() -> None:
    block = Block("python", ">>> print('one\\n\\ntwo')\none\n\nthree\n", 1)

    said = said_otherwise(Path("page.md"), block, {})

    assert "three" in said
    assert "two" in said


def test_a_blank_line_that_is_printed_is_compared() -> None:
    block = Block("python", ">>> print('one\\n\\ntwo')\none\n\ntwo\n\n>>> 1 + 1\n2\n", 1)

    assert "" == said_otherwise(Path("page.md"), block, {})


def test_a_command_may_go_on_in_the_next_line_and_prints_what_stands_below_it() -> None:
    block = Block("console", "$ one \\\n    two\n$ three\nfour\nfive\n", 1)

    assert [("one      two", ""), ("three", "four\nfive\n")] == block.commands


def test_a_console_without_a_prompt_is_no_session() -> None:
    assert [] == Block("console", "pip install something\n", 1).commands


def test_the_output_of_a_command_holds_its_errors() -> None:
    printed = printed_by("centralasia-minerals build nowhere.toml")

    assert "'nowhere.toml' is not a file" in printed


def printed_by(command: str) -> str:
    """Run a command of ours, and give what a terminal would show of it."""
    program, *arguments = shlex.split(command)
    assert "centralasia-minerals" == program, "only our own command is run"
    shown = io.StringIO()
    with contextlib.redirect_stdout(shown), contextlib.redirect_stderr(shown):
        main(arguments)
    return shown.getvalue()


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
