"""Blocks of pages are taken apart as a reader reads them."""

from __future__ import annotations

from pathlib import Path

import pytest
from document_pages import blocks_of


@pytest.fixture
def page(tmp_path: Path) -> Path:
    page = tmp_path / "page.md"
    page.write_text(
        "<!-- file: page.txt -->\n```text\nwords\n```\n\n```text\nothers\n```\n\n"
        "```toml\n# mine.toml\nformat = 1\n```\n\n"
        "```console\n$ one \\\n    two\nthree\n```\n",
        "utf-8",
    )
    return page


def test_a_comment_or_a_first_line_says_which_file_a_block_is_put_into(page: Path) -> None:
    assert ["page.txt", None, "mine.toml", None] == [block.file_name for block in blocks_of(page)]


def test_a_command_may_go_on_in_the_next_line(page: Path) -> None:
    assert "$ one      two\nthree\n" == blocks_of(page)[-1].text


def test_a_block_knows_the_line_that_it_begins_on(page: Path) -> None:
    assert [3, 7, 11, 16] == [block.line for block in blocks_of(page)]
