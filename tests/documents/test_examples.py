"""Every example runs by itself, without arguments, and prints what it is there to show."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from document_pages import ROOT

EXAMPLES = ROOT / "examples"
# What each example is there to show.
SHOWN = {
    "check_a_number.py": ["at most 81.8 per cent", "estimated USD 1100000000", "1.1 billion"],
    "own_data_file.py": [
        "all 3 cited passages match",
        "supply: USD 20,000,000",
        "refused, with 2 problems",
    ],
    "parquet_folder_in_duckdb.py": ["about USD", "left out", "counted"],
    "prove_the_citations.py": ["Give a folder", "summit-partnership-2025-11"],
    "totals_by_country.py": ["USD 1100000000", "EUR 1212000000", "outside the sectors"],
}
ON_A_CLUSTER = {"totals_in_spark.py"}
"""Examples that are tried with the tests marked ``cluster``."""


NEEDED = {"parquet_folder_in_duckdb.py": ("duckdb", "pyarrow")}
"""What an example needs that is not installed with the tests."""


def needs(example: str) -> None:
    for module in NEEDED.get(example, ()):
        pytest.importorskip(module, reason=f"{module} is in another dependency group")


def run(example: str, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run an example in a folder of its own, with warnings as errors."""
    return subprocess.run(
        [sys.executable, "-W", "error", str(EXAMPLES / example), *arguments],
        capture_output=True,
        check=False,
        cwd=folder,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        timeout=60,
    )


def test_every_example_has_its_case_here() -> None:
    assert SHOWN.keys() | ON_A_CLUSTER == {file.name for file in EXAMPLES.glob("*.py")}


@pytest.mark.parametrize("example", SHOWN)
def test_an_example_runs_without_arguments_and_leaves_nothing(example: str, tmp_path: Path) -> None:
    needs(example)
    done = run(example, tmp_path)

    assert (0, "") == (done.returncode, done.stderr)
    assert [] == [shown for shown in SHOWN[example] if shown not in done.stdout]
    assert [] == list(tmp_path.iterdir())


def test_the_proof_fails_where_the_texts_are_not(tmp_path: Path) -> None:
    done = run("prove_the_citations.py", tmp_path, ".")

    assert (1, "") == (done.returncode, done.stderr)
    assert "its text is not in the folder" in done.stdout


def test_the_proof_holds_where_the_texts_are(tmp_path: Path, articles: Path) -> None:
    done = run("prove_the_citations.py", tmp_path, str(articles))

    assert (0, "") == (done.returncode, done.stderr)
    assert " 0 failures" in done.stdout


def test_the_cells_of_the_notebook_run_and_show_what_the_objects_say(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for module in ("duckdb", "pyarrow"):
        pytest.importorskip(module, reason=f"{module} is in another dependency group")
    notebook = json.loads((EXAMPLES / "polars_and_duckdb.ipynb").read_text("utf-8"))
    names: dict[str, object] = {}

    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            exec("".join(cell["source"]), names)

    assert "about USD 1100000000" in capsys.readouterr().out
