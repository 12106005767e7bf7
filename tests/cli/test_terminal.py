"""On a terminal answers have colours and tables where rich is installed; elsewhere, plain text."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from typing import Any

import pytest

COMMAND = [sys.executable, "-m", "centralasia_minerals"]
ESCAPE = "\x1b["
QUESTIONS = [
    ["total"],
    ["total", "--by", "country"],
    ["search", "$900 million"],
    ["timeline"],
    ["disagreements"],
    ["show", "kz-us-tungsten"],
]

pty: Any = pytest.importorskip("pty", reason="only POSIX has pseudo-terminals")


def on_a_terminal(*arguments: str, **environment: str) -> str:
    """Run a command on a terminal, and give what is seen there."""
    ours, theirs = pty.openpty()
    around = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "200", **environment}
    ran = subprocess.Popen([*COMMAND, *arguments], stdout=theirs, env=around)
    os.close(theirs)
    seen = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # Linux says so where others give nothing more to read.
            part = b""
        if not part:
            break
        seen += part
    os.close(ours)
    assert 0 == ran.wait()
    return seen.decode("utf-8").replace("\r\n", "\n")


def in_a_pipe(*arguments: str) -> str:
    ran = subprocess.run([*COMMAND, *arguments], capture_output=True, check=True)
    return ran.stdout.decode("utf-8").replace("\r\n", "\n")


needs_rich = pytest.mark.skipif(
    importlib.util.find_spec("rich") is None, reason="rich is not installed"
)


@pytest.mark.slow
@needs_rich
@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_a_terminal_sees_colours_and_a_pipe_none(question: list[str]) -> None:
    assert ESCAPE in on_a_terminal(*question)
    assert ESCAPE not in in_a_pipe(*question)


@pytest.mark.slow
@needs_rich
@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_whoever_wants_no_colour_gets_none(question: list[str]) -> None:
    assert ESCAPE not in on_a_terminal(*question, NO_COLOR="1")


@pytest.mark.slow
@needs_rich
def test_a_terminal_sees_the_same_figures_as_a_pipe() -> None:
    seen = on_a_terminal("search", "$1.6 billion", "--dataset", "region", NO_COLOR="1")

    for said in ("kz-us-tungsten", "uz-programme-1-6bn", "up to USD 900,000,000"):
        assert said in seen


@pytest.mark.slow
@pytest.mark.parametrize("question", [["total", "--json"], ["total", "--footnotes"]], ids=" ".join)
def test_what_is_copied_from_a_terminal_is_not_wrapped(question: list[str]) -> None:
    assert in_a_pipe(*question) == on_a_terminal(*question, COLUMNS="40", NO_COLOR="1")


@pytest.mark.slow
def test_a_terminal_that_can_do_nothing_sees_plain_text() -> None:
    assert in_a_pipe("disagreements") == on_a_terminal("disagreements", TERM="dumb")


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_json_is_json_in_any_encoding(encoding: str) -> None:
    import json

    ran = subprocess.run(
        [*COMMAND, "total", "--footnotes", "--lang", "ru", "--json"], capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": encoding}, check=True,
    )  # fmt: skip

    assert "млрд" in json.loads(ran.stdout.decode(encoding))["sentence"]


@pytest.mark.slow
@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_a_question_says_what_it_says_in_any_encoding(question: list[str]) -> None:
    ran = subprocess.run(
        [*COMMAND, *question], capture_output=True, check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )  # fmt: skip

    assert (0, b"") == (ran.returncode, ran.stderr)


@pytest.mark.slow
@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_whoever_has_seen_enough_of_an_answer_is_told_nothing(question: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)

    ran = subprocess.run([*COMMAND, *question], stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)

    assert (1, b"") == (ran.returncode, ran.stderr)
