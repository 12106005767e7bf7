"""A command says what it says on any terminal, and fails quietly where nobody listens."""

from __future__ import annotations

import html
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "centralasia_minerals"]


def printed(folder: Path, encoding: str, *ask: str) -> bytes:
    around = {**os.environ, "PYTHONIOENCODING": encoding}
    ran = subprocess.run([*COMMAND, *ask], cwd=folder, env=around, capture_output=True, check=False)
    assert (0, b"") == (ran.returncode, ran.stderr)
    return ran.stdout


@pytest.mark.parametrize("encoding", ["ascii", "cp1251", "cp1252", "utf-8"])
def test_a_page_and_blocks_to_paste_are_utf_8_whatever_the_output_is(tmp_path: Path, encoding: str):
    title = "Ёлки «x» – café \N{GRINNING FACE}"
    (tmp_path / "page.txt").write_text(f"{title}\nIt lends “up to” $700 million.", "utf-8")

    page = printed(tmp_path, encoding, "show", "kz-us-tungsten", "--html").decode("utf-8")
    ask = ["source", "page.txt", "--read", "2026-01-05", "--title", title]
    source = printed(tmp_path, encoding, *ask).decode("utf-8")
    ask = ["cite", "page.txt", "lends “up to” $700 million", "--figure", "“up to” $700 million"]
    cited = printed(tmp_path, encoding, *ask).decode("utf-8")

    assert "<title>Kazakh–US tungsten venture at Northern Katpar" in html.unescape(page)
    assert "\\u" not in page
    assert title == tomllib.loads(source)["sources"][0]["title"]
    assert "“up to” $700 million" == tomllib.loads(f"one = {cited}")["one"]["figure"]


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_a_terminal_that_lacks_a_character_shows_its_escape(tmp_path: Path, encoding: str):
    (tmp_path / "казна.txt").write_text("A headline\nОдин тенге ₸ here.", "utf-8")
    ask = ["cite", "казна.txt", "тенге ₸", "--source", "казна"]

    ran = subprocess.run(
        [*COMMAND, *ask], cwd=tmp_path, env={**os.environ, "PYTHONIOENCODING": encoding},
        capture_output=True, check=False,
    )  # fmt: skip

    assert (0, b"") == (ran.returncode, ran.stderr)
    shown = "казна" if encoding == "utf-8" else "\\u043a\\u0430"
    assert shown in ran.stdout.decode(encoding)


def test_whoever_has_seen_enough_is_told_nothing():
    reader, writer = os.pipe()
    os.close(reader)

    ran = subprocess.run(COMMAND, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)

    assert (1, b"") == (ran.returncode, ran.stderr)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux alone has a full device")
def test_a_full_disk_is_told_in_a_line():
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(COMMAND, stdout=full, stderr=subprocess.PIPE, check=False)

    assert 1 == ran.returncode
    assert b"the output cannot be written: No space left on device\n" == ran.stderr
