"""A CSV file that a spreadsheet has saved again comes back, or is refused by line and column."""

from __future__ import annotations

import csv
import io
from contextlib import nullcontext, suppress
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

import centralasia_minerals as cam

ONE = cam.Column("id", cam.ColumnType.TEXT, "the id", refers_to="deals.id")
FIGURE = cam.Column("low", cam.ColumnType.DECIMAL, "the low", unit="USD", scale=4)
FIGURES = st.decimals(-(10**12), 10**12, places=4, allow_nan=False)


def saved_again(table: cam.Table, folder: Path, delimiter: str, change: Any = str) -> Path:
    """Give the file of a table as a spreadsheet saves it: split, filled up, without its mark."""
    table.to_csv(folder / "before.csv")
    text = (folder / "before.csv").read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    width = max(map(len, rows))
    filled = [[*map(change, row), *[""] * (width - len(row))] for row in rows]
    with (folder / "after.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=delimiter, lineterminator="\n").writerows(filled)
    return folder / "after.csv"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("name", ["deals", "amounts", "participants", "sources"])
def test_a_file_that_a_spreadsheet_saved_again_comes_back(
    name: str, delimiter: str, tmp_path: Path
) -> None:
    table = cam.load().tables[name]
    in_capitals = {"true": "TRUE", "false": "FALSE"}

    file = saved_again(table, tmp_path, delimiter, lambda cell: in_capitals.get(cell, cell))

    assert table == cam.Table.from_csv(file)


def test_names_of_columns_do_not_tell_what_parts_cells(tmp_path: Path) -> None:
    columns = tuple(cam.Column(name, cam.ColumnType.TEXT) for name in ("a,b,c", "d"))
    table = cam.Table("t", columns, (["x"], ["y"]))

    assert table == cam.Table.from_csv(saved_again(table, tmp_path, ";"))


def test_a_file_whose_lines_are_single_cells_comes_back(tmp_path: Path) -> None:
    table = cam.load().tables.deals
    table.to_csv(tmp_path / "before.csv")
    lines = (tmp_path / "before.csv").read_text("utf-8-sig").split("\n")
    with (tmp_path / "after.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([line] for line in lines if line)

    assert table == cam.Table.from_csv(tmp_path / "after.csv")


def test_decimals_with_commas_are_read_where_commas_part_no_cells(tmp_path: Path) -> None:
    table = cam.Table("t", (ONE, FIGURE), (["a", "b"], [Decimal("1234.5"), Decimal(-7)]))
    comma = saved_again(table, tmp_path, ";", lambda cell: cell.replace(".5000", ",5"))

    assert table == cam.Table.from_csv(comma)


@pytest.mark.parametrize(
    ("type", "cell", "remedy"),
    [
        ("decimal(4)", "1.23457E+17", "import the column as text"),
        ("integer", "1,2E+10", "import the column as text"),
        ("date", "06.11.2025", "write it as YYYY-MM-DD"),
        ("date", "11/6/2025", "write it as YYYY-MM-DD"),
        ("truth value", "WAHR", "is not of the type truth value: write true or false"),
        ("integer", "1,234", "write it with digits alone"),
        ("list of texts", "['a']", "write a list of JSON"),
    ],
)
def test_a_cell_that_a_spreadsheet_has_changed_is_refused_with_its_place(
    type: str, cell: str, remedy: str, tmp_path: Path
) -> None:
    file = tmp_path / "t.csv"
    about = '"# {""table"": ""t""";" ""columns"": {""id"": ""' + type + '""}}"'
    file.write_text(f"{about}\nid;\n{cell};\n", "utf-8")

    with pytest.raises(cam.DataError, match=f"t.csv:3: id: .*{remedy}"):
        cam.Table.from_csv(file)


def rows_with(*cells: str, delimiter: str = ";") -> str:
    """Give the text of a file of decimals as a spreadsheet saves it."""
    about = '# {"table": "t", "columns": {"id": "text", "low": "decimal(4)"}}'
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerows([about.split(","), ["id", "low"], *(["a", cell] for cell in cells)])
    return text.getvalue()


def read(folder: Path, content: str | bytes) -> cam.Table:
    (folder / "t.csv").write_bytes(content if isinstance(content, bytes) else content.encode())
    return cam.Table.from_csv(folder / "t.csv")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize(
    ("cell", "figure"),
    [
        ("1,234.5", "1234.5"),
        ("1.234,5", "1234.5"),
        ("-1.234.567", "-1234567"),
        ("1,234,567.25", "1234567.25"),
        ("1\u00a0234,5", "1234.5"),
        ("1\u202f234", "1234"),
        ("1'234'567.5", "1234567.5"),
        ("0,125", "0.125"),
        ("0.125", "0.125"),
        ("-0,125", "-0.125"),
        ("1234,567", "1234.567"),
        ("1,2340", "1.234"),
        ("12,34", "12.34"),
    ],
)
def test_a_number_that_can_be_one_alone_is_read(
    cell: str, figure: str, delimiter: str, tmp_path: Path
) -> None:
    assert (Decimal(figure),) == read(tmp_path, rows_with(cell, delimiter=delimiter)).column("low")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("cell", ["1,234", "1.234", "-12.345", "123,456"])
def test_a_number_that_may_be_two_is_refused(cell: str, delimiter: str, tmp_path: Path) -> None:
    with pytest.raises(cam.DataError, match=r"t.csv:3: low: .* may be .* or .*: write it with"):
        read(tmp_path, rows_with(cell, delimiter=delimiter))


def test_other_numbers_of_a_column_tell_what_begins_decimal_places(tmp_path: Path) -> None:
    for cells, figures in (
        (("1,234", "1,5"), ("1.234", "1.5")),
        (("1,234", "1.5"), ("1234", "1.5")),
        (("1.234", "1.000.000"), ("1234", "1000000")),
    ):
        found = read(tmp_path, rows_with(*cells)).column("low")

        assert tuple(map(Decimal, figures)) == found
    with pytest.raises(cam.DataError, match=r"t.csv:5: low: '1,234' may be"):
        read(tmp_path, rows_with("1,5", "1.5", "1,234"))


@pytest.mark.parametrize(
    "cell", ["1.2.3", "1,23,456.5", "1.234.5", "1,2,345", "(5)", "12%", "$5", "5-", "\u22125", "+5",
             " 5", "1e5", "0x5", "\u0665", "1,", ",5", "9" * 81]
)  # fmt: skip
def test_what_is_no_number_is_refused(cell: str, tmp_path: Path) -> None:
    with pytest.raises(cam.DataError, match=r"t.csv:3: low: .* is not of the type decimal\(4\): "):
        read(tmp_path, rows_with(cell))


@given(
    figures=st.lists(FIGURES, max_size=4),
    group=st.sampled_from(["", ".", ",", " ", "\u00a0", "'"]),
    mark=st.sampled_from(".,"),
    strips=st.booleans(),
)
def test_no_form_of_numbers_is_read_as_other_numbers(
    figures: list[Decimal], group: str, mark: str, strips: bool, tmp_path_factory: Any
) -> None:
    if group == mark:
        return

    def written(figure: Decimal) -> str:
        cell = f"{figure:,.4f}"
        cell = cell.rstrip("0").rstrip(".") if strips else cell
        return cell.translate({ord(","): group, ord("."): mark})

    text = rows_with(*map(written, figures))
    folder = tmp_path_factory.mktemp("csv")
    with suppress(cam.DataError) if strips else nullcontext():
        assert tuple(figures) == read(folder, text).column("low")


def test_unicode_text_of_a_spreadsheet_is_read(tmp_path: Path) -> None:
    text = rows_with("1,5", delimiter="\t")

    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        mark = "" if encoding == "utf-16" else "\ufeff"
        assert (Decimal("1.5"),) == read(tmp_path, (mark + text).encode(encoding)).column("low")
    with pytest.raises(cam.DataError, match="it is not UTF-16: truncated data; save it as"):
        read(tmp_path, text.encode("utf-16")[:-1])
    with pytest.raises(cam.DataError, match=r"it is not UTF-8: .*; save it as CSV UTF-8"):
        read(tmp_path, "Тоқаев\r\n".encode("cp1251", "replace"))


def test_a_file_parted_by_tabs_without_quotation_marks_is_read(tmp_path: Path) -> None:
    text = '# {"table": "t"\t "columns": {"id": "text"\t "low": "decimal(4)"}}\nid\tlow\na\t1,5\n'

    assert [{"id": "a", "low": Decimal("1.5")}] == read(tmp_path, text).to_dicts()


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
def test_any_ends_of_lines_are_read(end: str, tmp_path: Path) -> None:
    about = '# {"table": "t", "columns": {"id": "text", "b": "text"}}'

    for first in (about, '"' + about.replace('"', '""') + '"'):
        text = end.join([first, "id,b", "a,b", "", "c,d", "", ""])
        assert ("a", "c") == read(tmp_path, text).column("id")


def test_a_row_of_empty_cells_alone_is_refused(tmp_path: Path) -> None:
    """A spreadsheet adds such rows below the last; nobody can tell them from rows of nulls."""
    text = rows_with("1,5") + ";\r\n"

    with pytest.raises(cam.DataError, match=r"t.csv:4: the row is empty; delete it"):
        read(tmp_path, text)


def test_empty_cells_that_a_spreadsheet_left_out_are_nulls(tmp_path: Path) -> None:
    assert (Decimal("1.5"), None) == read(tmp_path, rows_with("1,5") + "b\r\n").column("low")
    with pytest.raises(cam.DataError, match="the row has 1 cells"):
        read(tmp_path, '# {"columns": {"id": "text", "b": "text"}}\nid,b\na\n')


def test_a_line_that_was_parted_in_the_midst_of_a_cell_is_refused(tmp_path: Path) -> None:
    """A semicolon of a text parts cells then, and what follows it may have lost characters."""
    about = '"# {""table"": ""t"", ""columns"": {""id"": ""text"", ""b"": ""text""}}"'

    for row in ('"a,""x";y"""', '"a,""x";"y"', '"a,b";c', '"a,""x";'):
        with pytest.raises(cam.DataError, match=r"t.csv:3: a cell was parted in two"):
            read(tmp_path, f"{about};\nid,b;\n{row}\n")


def test_a_first_line_that_is_damaged_is_to_be_deleted(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text('"# {""table"" ""t""";;\nid;low;\na;1;\n')

    with pytest.raises(cam.DataError, match=r"t.csv:1: .*; delete the line"):
        cam.Table.from_csv(tmp_path / "t.csv", columns=(ONE, FIGURE))
