"""No cell of a CSV file begins like a formula, whatever a spreadsheet parts cells by."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from flat_tables import HARD
from hypothesis import example, given, strategies as st

import centralasia_minerals as cam

SIGNS = (
    "=",
    "+",
    "-",
    "@",
    "|",
    "%",
    "\u2212",
    "\uff1d",
    "\uff0b",
    "\uff0d",
    "\uff20",
    "\uff5c",
    "\ufe62",
)
BLANKS = ("", " ", "\u00a0", "\u3000", "\u200b", "\ufeff", "\u2060", "\x00", "\x0b")
ENDS = (",", ";", "\t", "\r", "\n", "\r\n", '"', '",', '";', "'", "', ", "\\", "# {", "[", "a")
HOSTILE = st.lists(st.sampled_from((*SIGNS, *BLANKS, *ENDS)), min_size=1, max_size=8).map("".join)


def begins_like_a_formula(cell: str) -> bool:
    return cell.lstrip("".join((*BLANKS, "\t\r\n"))).startswith(SIGNS)


def cells_of(file: Path, delimiter: str) -> list[str]:
    """Give the cells that a spreadsheet finds; it overlooks quotation marks out of place."""
    text = file.read_bytes().decode("utf-8-sig")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return [cell for row in reader for cell in row]


def table_with(text: str) -> cam.Table:
    columns = (
        cam.Column(f"{text}1", cam.ColumnType.TEXT),
        cam.Column("list", cam.ColumnType.TEXTS),
        cam.Column(f"2{text}", cam.ColumnType.TEXT),
    )
    values = ([text, "a", None], [(text,), ("a", text), ()], [None, "a", f"b{text}"])
    return cam.Table(f"t{text}", columns, values, {"question": f"q{text}", f"x{text}": text})


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@given(text=HOSTILE)
@example(text=';"=1";a')
@example(text='\t"=1"\ta')
def test_no_cell_begins_like_a_formula(delimiter: str, text: str, tmp_path_factory: Any) -> None:
    file = tmp_path_factory.mktemp("csv") / "t.csv"
    table_with(text).to_csv(file)

    cells = cells_of(file, delimiter)
    assert [] == [cell for cell in cells if begins_like_a_formula(cell)]
    # Some spreadsheets drop blanks in front, and read on.
    assert delimiter != "," or not any(cell.startswith(("\t", "\r", "\n")) for cell in cells)


@given(text=HOSTILE, safe=st.booleans())
@example(text="# {", safe=False)
def test_what_looks_like_a_formula_comes_back(text: str, safe: bool, tmp_path_factory: Any) -> None:
    file = tmp_path_factory.mktemp("csv") / "t.csv"
    table = table_with(text)

    table.to_csv(file, safe=safe)
    assert table == cam.Table.from_csv(file)

    table.to_csv(file, about=False, safe=safe)
    back = cam.Table.from_csv(file, columns=table.columns)
    assert table.values == back.values


@pytest.mark.parametrize("text", HARD)
def test_a_cell_has_no_more_than_apostrophes_added(text: str, tmp_path: Path) -> None:
    table = cam.Table("t", (cam.Column("id", cam.ColumnType.TEXT),), ([text],))
    table.to_csv(tmp_path / "t.csv", about=False)

    name, cell = cells_of(tmp_path / "t.csv", ",")
    assert "id" == name
    assert text.replace("'", "") == cell.replace("'", "")


def test_without_apostrophes_a_formula_is_as_it_was(tmp_path: Path) -> None:
    columns = (cam.Column("id", cam.ColumnType.TEXT), cam.Column("ids", cam.ColumnType.TEXTS))
    table = cam.Table("t", columns, (["=1", "a;=1"], [("=1",), ("a;=1",)]))
    table.to_csv(tmp_path / "t.csv", about=False, safe=False)

    assert ["id", "ids", "=1", '["=1"]', "a;=1", '["a;=1"]'] == cells_of(tmp_path / "t.csv", ",")


def test_the_first_line_is_one_object_of_json_whose_texts_part_no_cells(tmp_path: Path) -> None:
    table = cam.Table("a,b;c", (), (), {"question": "x,=1+1,y;=2+2"})
    table.to_csv(tmp_path / "t.csv")

    line = (tmp_path / "t.csv").read_text("utf-8-sig").splitlines()[0].removeprefix("# ")
    assert "x,=1+1,y;=2+2" == json.loads(line)["question"]
    assert ";" not in line
    assert all(one.startswith((' "', '{"')) for one in line.split(","))
