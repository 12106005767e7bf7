"""Every Python block and command of the pages runs, and prints what the page says it prints."""

from __future__ import annotations

import doctest
import importlib.util
import linecache
import os
import re
import shlex
from pathlib import Path

import pytest
from document_pages import PAGES, Block, blocks_of, text_of, with_blank_lines_marked

from centralasia_minerals.__main__ import main
from centralasia_minerals.cli.parts.examples import PROGRAM


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_block_of_a_page_runs_and_prints_what_it_shows(
    page: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
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
        elif block.language == "console":
            for typed, shown in commands_of(block):
                assert "$" not in re.sub("'[^']*'", "", typed)  # a shell would take it
                assert "" == printed_otherwise(typed, shown, capsys)


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


def test_a_command_that_prints_something_else_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    block = Block("console", "$ centralasia-minerals show xyzzy\nno ... 'xyzzy': ...\n$ other\n", 1)

    ((typed, shown),) = commands_of(block)

    assert "" == printed_otherwise(typed, shown, capsys)
    assert "no record with id 'xyzzy'" in printed_otherwise(typed, "nothing ...", capsys)


def commands_of(block: Block) -> list[tuple[str, str]]:
    """Give the commands of ours in a block of a terminal, each with what it is shown to print."""
    each = re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]
    lines = [one.partition("\n") for one in each]
    return [(typed.partition(" ")[2], shown) for typed, _, shown in lines if _is_ours(typed)]


def _is_ours(typed: str) -> bool:
    return typed.partition(" ")[0] == PROGRAM


def printed_otherwise(typed: str, shown: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Run a command, and give what it prints if it is otherwise than shown; dots stand for any."""
    main(shlex.split(typed))
    out, err = capsys.readouterr()
    wanted = r"[\s\S]*".join(
        r"\s+".join(map(re.escape, part.split())) for part in shown.split("...")
    )
    return "" if re.fullmatch(rf"\s*{wanted}\s*", out + err) else out + err


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
