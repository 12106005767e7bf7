"""A flat table refuses what it cannot hold by its place, and reads what others wrote or changed."""

from __future__ import annotations

import copy
import csv
import importlib
import pickle
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from flat_tables import tables
from hypothesis import given

import centralasia_minerals as cam

TEXT, DECIMAL = cam.ColumnType.TEXT, cam.ColumnType.DECIMAL
HALF = "\ud800"


def column(name: str = "id", kind: cam.ColumnType = TEXT, **words: Any) -> cam.Column:
    return cam.Column(name, kind, **words)


def one_cell(value: Any, kind: cam.ColumnType = TEXT, scale: int = 0) -> cam.Table:
    return cam.Table("deals", (column("cell", kind, scale=scale),), ([value],))


@given(tables())
def test_a_table_can_be_pickled_and_copied(table: cam.Table) -> None:
    for back in (pickle.loads(pickle.dumps(table)), copy.deepcopy(table)):
        assert table == back
        assert hash(table) == hash(back)
        assert dict(table.about) == dict(back.about)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ({"name": 5}, "name of the column 5: 5 is of type int"),
        ({"name": ""}, "it is empty"),
        ({"name": HALF}, "half of a surrogate pair"),
        ({"about": HALF}, "about of the column 'id'"),
        ({"unit": None}, "unit of the column 'id': None"),
        ({"kind": "text"}, "give a ColumnType"),
        ({"scale": 4}, "not between 0 and 0"),
        ({"kind": DECIMAL, "scale": 39}, "not between 0 and 38"),
        ({"kind": DECIMAL, "scale": -1}, "not between 0 and 38"),
        ({"kind": DECIMAL, "scale": True}, "give a whole number"),
    ],
)
def test_a_column_refuses_what_no_file_says(words: dict[str, Any], found: str) -> None:
    with pytest.raises((cam.InvalidTypeError, cam.InvalidValueError), match=found):
        column(**words)


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ((5, (), ()), "name of a table: 5"),
        ((HALF, (), ()), "name of a table"),
        (("deals", None, ()), "columns of a table: None"),
        (("deals", (5,), ((),)), "give a Column"),
        (("deals", (column(), column()), ((), ())), "'id' stand there twice"),
        (("deals", (column(),), None), "values of the table 'deals': None"),
        (("deals", (column(),), ("abc",)), "values of the column 'id' of the table 'deals': 'abc'"),
        (("deals", (column(),), (["a"], ["b"])), "1 columns, and values of 2"),
        (("deals", (), (), None), "give a mapping of texts"),
        (("deals", (), (), {"data": 5}), "'data': 5 is of type int"),
        (("deals", (), (), {"data": HALF}), "half of a surrogate pair"),
        (("deals", (), (), {"made": "today", "columns": ""}), "'columns', 'made' are written"),
    ],
)
def test_a_table_refuses_parts_that_it_cannot_be_made_of(
    parts: tuple[Any, ...], found: str
) -> None:
    with pytest.raises((cam.InvalidTypeError, cam.InvalidValueError), match=found):
        cam.Table(*parts)


@pytest.mark.parametrize("figure", ["0E+1000", "0E-1000", "-0", "1." + "0" * 60, "1E+33"])
def test_a_decimal_is_written_with_the_places_of_its_column(figure: str, tmp_path: Path) -> None:
    table = one_cell(Decimal(figure), DECIMAL, scale=4)

    table.to_csv(tmp_path / "deals.csv", about=False)

    (cell,) = (tmp_path / "deals.csv").read_text("utf-8-sig").splitlines()[1:]
    assert 4 == len(cell.partition(".")[2])
    assert table == cam.Table.from_csv(tmp_path / "deals.csv", columns=table.columns)


@pytest.mark.parametrize("name", ["=1+1", "'", "# x", '# {"a": 1}', "a\nb", "\x00", "a,b"])
def test_a_column_of_any_name_comes_back_and_is_no_formula(name: str, tmp_path: Path) -> None:
    table = cam.Table("t", (column(name),), (["x"],))

    for about in (True, False):
        table.to_csv(tmp_path / "t.csv", about=about)

        assert table == cam.Table.from_csv(tmp_path / "t.csv", columns=table.columns)
    assert not (tmp_path / "t.csv").read_text("utf-8-sig").startswith("=")


def test_a_file_whose_ends_of_lines_were_changed_is_read(tmp_path: Path) -> None:
    table = one_cell("x")
    table.to_csv(tmp_path / "t.csv")
    content = (tmp_path / "t.csv").read_bytes()
    (tmp_path / "t.csv").write_bytes(content.replace(b"\r\n", b"\n"))

    assert "deals" == cam.Table.from_csv(tmp_path / "t.csv").name
    assert table == cam.Table.from_csv(tmp_path / "t.csv")


def test_reading_leaves_the_limit_of_other_readers_of_csv(tmp_path: Path) -> None:
    before = csv.field_size_limit()
    one_cell("x").to_csv(tmp_path / "t.csv")
    cam.Table.from_csv(tmp_path / "t.csv")

    assert before == csv.field_size_limit()


def test_a_text_longer_than_the_limit_of_csv_is_read(tmp_path: Path) -> None:
    before = csv.field_size_limit()
    table = one_cell("x" * (before + 1))
    table.to_csv(tmp_path / "t.csv")

    try:
        assert table == cam.Table.from_csv(tmp_path / "t.csv")
    finally:
        csv.field_size_limit(before)


@pytest.mark.parametrize("cell", ["20250102", "2025-W01-1", "2025-1-2"])
def test_a_date_has_one_form(cell: str, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(f"day\n{cell}\n")

    with pytest.raises(cam.DataError, match="is not of the type date"):
        cam.Table.from_csv(tmp_path / "t.csv", columns=(column("day", cam.ColumnType.DATE),))


@pytest.mark.parametrize("read", [cam.Table.from_csv, cam.Table.from_parquet])
def test_a_file_that_is_missing_or_a_folder_is_told_apart(read: Any, tmp_path: Path) -> None:
    with pytest.raises(cam.MissingPathError, match="there is no file"):
        read(tmp_path / "none")
    with pytest.raises(cam.FileAccessError, match="it is a folder"):
        read(tmp_path)


def test_arrow_data_of_types_without_a_place_are_refused_by_column() -> None:
    for frame in (
        pl.DataFrame({"x": [2**70]}, schema={"x": pl.Int128}),
        pl.DataFrame({"x": ["a"]}, schema={"x": pl.Categorical}),
        pl.DataFrame({"x": [None]}),
        pl.DataFrame({"x": [[1]]}),
    ):
        with pytest.raises(cam.InvalidTypeError, match="the column 'x' of Arrow data"):
            cam.Table.from_arrow(frame)


def test_a_part_of_arrow_data_is_read_from_where_it_begins() -> None:
    figures = [Decimal("-1.5000"), None, Decimal("9" * 34 + ".1234"), Decimal("0.0001")]
    table = cam.Table(
        "deals",
        (column("low", DECIMAL, scale=4), column("day", cam.ColumnType.DATE)),
        (figures, [date(1, 1, 1), None, date(9999, 12, 31), date(1969, 12, 31)]),
    )
    pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")

    held = pa.table(table)

    assert table.to_dicts()[1:3] == cam.Table.from_arrow(held.slice(1, 2)).to_dicts()
    joined = pa.concat_tables([held.slice(3), held.slice(0, 2)])
    assert [table.to_dicts()[at] for at in (3, 0, 1)] == cam.Table.from_arrow(joined).to_dicts()
    inner = held.to_struct_array().chunk(0).slice(2)
    assert table.to_dicts()[2:] == cam.Table.from_arrow(inner).to_dicts()


def test_arrow_data_that_no_table_can_be_are_refused() -> None:
    pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    for data, found in (
        (pa.table([[1], [2]], names=["a", "a"]), "'a' stand there twice"),
        (pa.array([{"a": 1}, None]), "the row 1 is missing"),
        (pa.table({"a": pa.array([10**7], pa.int32()).cast(pa.date32())}), "out of range"),
        (pa.table({"a": pa.array([Decimal(100)], pa.decimal128(5, -2))}), "between 0 and 38"),
    ):
        with pytest.raises(cam.InvalidValueError, match=found):
            cam.Table.from_arrow(data)


def test_duckdb_reads_a_table_by_its_variable_and_gives_it_back() -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    table = amounts = cam.load().tables.amounts

    found = duckdb.sql("select * from amounts")

    assert len(amounts)
    assert table == cam.Table.from_arrow(found, name="amounts")


def test_pandas_gives_a_table_back() -> None:
    for library in ("pandas", "pyarrow"):
        pytest.importorskip(library, reason=f"{library} is not installed")
    assert importlib.import_module("pandas")
    table = cam.load().tables.amounts

    assert table == cam.Table.from_arrow(table.to_pandas(), name="amounts")


@pytest.mark.parametrize("fixed", ["²", "99999999999999999", "", "soon"])
def test_a_time_that_is_none_is_not_taken(fixed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", fixed)

    assert one_cell("x").made()["made"].startswith("20")
