"""A type checker passes what ``typed_uses`` shows, and refuses every line that is marked there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
USES = Path(__file__).with_name("typed_uses.py")
MARK = re.compile(r"  # type: ignore\[.*$")

pytestmark = pytest.mark.slow


def mypy(*arguments: str) -> str:
    pytest.importorskip("mypy", reason="mypy is in the group lint")
    command = [sys.executable, "-m", "mypy", "--no-pretty", "--hide-error-context", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout


def test_mypy_passes_the_uses_and_finds_no_mark_that_nothing_needs() -> None:
    assert "Success: no issues found" in mypy(str(USES))


def test_mypy_refuses_every_marked_line_and_no_other(tmp_path: Path) -> None:
    lines = USES.read_text("utf-8").splitlines()
    marked = {number for number, line in enumerate(lines, 1) if MARK.search(line)}
    wrong = tmp_path / "wrong_uses.py"
    wrong.write_text("\n".join(MARK.sub("", line) for line in lines) + "\n", "utf-8")

    said = mypy("--cache-dir", str(tmp_path / "cache"), str(wrong))

    found = {int(one) for one in re.findall(r"wrong_uses\.py:(\d+): error:", said)}
    assert marked
    assert marked == found, said


def test_pyright_passes_the_uses_and_finds_no_mark_that_nothing_needs() -> None:
    pytest.importorskip("pyright", reason="pyright is in the group lint")
    command = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert "0 errors" in told.stdout, told.stdout + told.stderr
