"""A flat table comes back equal from Arrow data, CSV and Parquet, and reads alike everywhere."""

from __future__ import annotations

import importlib
from decimal import Decimal
from pathlib import Path
from typing import Any

import nanoarrow as na
import polars as pl
import pytest
from flat_tables import tables
from hypothesis import given

import centralasia_minerals as cam
from centralasia_minerals.rendering.columnar import parquet
from centralasia_minerals.rendering.columnar.column import notes_of

ONE = cam.Column("id", cam.ColumnType.TEXT, "the id", refers_to="deals.id")
FIGURE = cam.Column("low", cam.ColumnType.DECIMAL, "the low", unit="USD", scale=4)


def table_of(**values: list[Any]) -> cam.Table:
    known = {"id": ONE, "low": FIGURE}
    return cam.Table("deals", tuple(known[name] for name in values), tuple(values.values()))


@given(tables())
def test_a_table_comes_back_from_arrow_data(table: cam.Table) -> None:
    back = cam.Table.from_arrow(table.to_arrow())

    assert table == back
    assert dict(table.about) == dict(back.about)
    # Equal columns may mean different things, so what they mean is compared by itself.
    assert [notes_of(one) for one in table.columns] == [notes_of(one) for one in back.columns]


@given(tables())
def test_polars_reads_what_the_table_says_and_gives_it_back(table: cam.Table) -> None:
    frame = pl.DataFrame(table)

    assert table.to_dicts() == [
        {name: tuple(one) if isinstance(one, list) else one for name, one in row.items()}
        for row in frame.to_dicts()
    ]
    assert table == cam.Table.from_arrow(frame, name="things")


@given(tables())
def test_a_table_comes_back_from_csv(tmp_path_factory: Any, table: cam.Table) -> None:
    file = tmp_path_factory.mktemp("csv") / "things.csv"

    for safe in (True, False):
        table.to_csv(file, safe=safe)
        back = cam.Table.from_csv(file)

        assert table == back
        assert dict(table.about) == dict(back.about)


@given(tables())
def test_a_table_comes_back_from_csv_without_its_first_line(
    tmp_path_factory: Any, table: cam.Table
) -> None:
    file = tmp_path_factory.mktemp("csv") / "things.csv"
    table.to_csv(file, about=False)

    assert table == cam.Table.from_csv(file, columns=table.columns)


@pytest.mark.parametrize("library", ["polars", "pyarrow", "duckdb"])
@pytest.mark.parametrize("reader", ["polars", "pyarrow", "duckdb"])
def test_a_table_comes_back_from_parquet(
    library: str, reader: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for one in (library, reader):
        pytest.importorskip(one, reason=f"{one} is not installed")
    monkeypatch.setattr(parquet, "_WRITERS", {library: parquet._WRITERS[library]})
    monkeypatch.setattr(parquet, "_READERS", {reader: parquet._READERS[reader]})
    table = cam.ledger(cam.load(), kinds=None).to_table()

    table.to_parquet(tmp_path / "ledger.parquet")

    back = cam.Table.from_parquet(tmp_path / "ledger.parquet")
    assert table == back
    assert dict(table.about) == dict(back.about)
    # Equal columns may mean different things, so what they mean is compared by itself.
    assert [notes_of(one) for one in table.columns] == [notes_of(one) for one in back.columns]


def test_what_a_parquet_file_says_of_its_columns_is_passed_over_if_it_is_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = cam.Table("deals", (ONE, FIGURE), (["a"], [Decimal(1)]))
    half = '{"id": {"about": "\\ud800"}}'
    deep = "[" * 100_000
    for said in ("{", "[1]", '{"id": 1}', '{"id": {"about": 3, "name": "x"}}', half, deep):
        monkeypatch.setattr(f"{parquet.__name__}.json.dumps", lambda *_, said=said, **__: said)
        table.to_parquet(tmp_path / "things.parquet")

        assert table == cam.Table.from_parquet(tmp_path / "things.parquet")


def test_the_table_of_a_catalog_names_the_version_of_its_dataset() -> None:
    dataset = cam.load()

    assert dataset.version == dataset.deals.to_table().about["data"]
    assert dataset.version == dataset.deals.where(country="KZ").to_table().about["data"]
    assert "" == cam.Catalog(cam.Deal, dataset.deals).to_table().about["data"]


@given(tables())
def test_any_table_comes_back_from_parquet(tmp_path_factory: Any, table: cam.Table) -> None:
    file = tmp_path_factory.mktemp("parquet") / "things.parquet"
    table.to_parquet(file)

    assert table == cam.Table.from_parquet(file)


def test_what_is_known_of_a_table_and_its_columns_travels_with_arrow_data() -> None:
    table = cam.Table("deals", (ONE, FIGURE), (["a"], [Decimal(1)]), {"data": "2025.11.5"})

    schema = na.c_array_stream(table).get_schema()

    metadata = {key.decode(): text.decode() for key, text in schema.metadata.items()}
    assert "2025.11.5" == metadata["centralasia_minerals.data"]
    assert "deals" == metadata["centralasia_minerals.table"]
    assert metadata["centralasia_minerals.made"].endswith("Z")
    assert table.columns[0].refers_to == cam.Table.from_arrow(table).columns[0].refers_to
    assert "USD" == cam.Table.from_arrow(table).columns[1].unit


def test_the_time_of_a_table_can_be_fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")

    assert "1970-01-01T00:00:00Z" == table_of(id=["a"]).made()["made"]


def test_a_negative_figure_is_no_formula(tmp_path: Path) -> None:
    table_of(low=[Decimal("-1.5")]).to_csv(tmp_path / "t.csv", about=False)

    assert "low\n-1.5000\n" == (tmp_path / "t.csv").read_text("utf-8-sig")


def test_letters_are_intact_where_a_spreadsheet_looks_for_the_mark(tmp_path: Path) -> None:
    table_of(id=["Жаңа", "中国"]).to_csv(tmp_path / "t.csv", about=False)

    assert (tmp_path / "t.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"id": [1]}, "type int"),
        ({"id": ["\ud800"]}, "no text that a file holds"),
        ({"low": [1.5]}, "type float"),
        ({"low": [Decimal("0.00001")]}, "does not fit"),
        ({"low": [Decimal("NaN")]}, "does not fit"),
        ({"low": [Decimal(10) ** 34]}, "does not fit"),
        ({"id": ["a", "b"], "low": [None]}, r"lengths \[1, 2\]"),
    ],
)
def test_what_does_not_fit_its_column_is_refused(values: dict[str, Any], found: str) -> None:
    with pytest.raises((cam.InvalidValueError, cam.InvalidTypeError), match=found):
        table_of(**values)


def test_all_that_does_not_fit_is_refused_at_once_by_row_and_id() -> None:
    wrong = [Decimal("0.00001"), Decimal(1), Decimal("Infinity")]

    with pytest.raises(cam.InvalidValueError, match=r"'low' in row 0 .* \('x'\)") as refused:
        table_of(id=["x", "y", "z"], low=wrong)

    (other,) = refused.value.also
    assert "'low' in row 2 of the table 'deals' ('z')" in str(other)


def test_a_write_that_fails_leaves_the_former_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("t.csv", "t.parquet"):
        (tmp_path / name).write_text("before")
    monkeypatch.setattr("os.replace", lambda *_: (_ for _ in ()).throw(OSError(5, "broken")))
    table = table_of(id=["a"])

    for write, name in ((table.to_csv, "t.csv"), (table.to_parquet, "t.parquet")):
        with pytest.raises(cam.FileAccessError):
            write(tmp_path / name)

        assert "before" == (tmp_path / name).read_text()
    assert {"t.csv", "t.parquet"} == {file.name for file in tmp_path.iterdir()}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# {}\r\nid\r\na\r\n", "does not say what the table is of"),
        ('# {"columns": {"id": "float"}}\r\nid\r\na\r\n', "does not say"),
        ('# {"columns": {"id": "integer"}}\r\nid\r\na\r\nb\r\n', "'a' is not of the type integer"),
        ('# {"columns": {"id": "decimal(2)"}}\r\nid\r\n1e5\r\n', "is not of the type decimal"),
        ('# {"columns": {"id": "text"}}\r\nother\r\na\r\n', "were expected"),
        ('# {"columns": {"id": "text"}}\r\nid\r\na,b\r\n', "the row has 2 cells"),
        ('# {"columns": {"id": "date"}}\r\nid\r\n2025-13-01\r\n', "is not of the type date"),
    ],
)
def test_a_csv_file_that_is_damaged_is_refused_with_its_lines(
    text: str, message: str, tmp_path: Path
) -> None:
    (tmp_path / "t.csv").write_text(text, newline="")

    with pytest.raises(cam.DataError, match=message):
        cam.Table.from_csv(tmp_path / "t.csv")


def test_a_csv_file_without_types_says_what_is_wanted(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("id\na\n")

    with pytest.raises(cam.InvalidValueError, match="give columns="):
        cam.Table.from_csv(tmp_path / "t.csv")


def test_arrow_data_that_tables_lack_are_refused() -> None:
    with pytest.raises(cam.InvalidTypeError, match=r"column 'x' .* of the type double"):
        cam.Table.from_arrow(pl.DataFrame({"x": [1.5]}))
    with pytest.raises(cam.InvalidTypeError, match="a frame of polars"):
        cam.Table.from_arrow([1])


@pytest.mark.parametrize(
    ("lacking", "door"),
    [("nanoarrow", "to_arrow"), ("polars", "to_polars"), ("pandas", "to_pandas")],
)
def test_a_library_that_is_missing_is_named_with_its_command(
    lacking: str, door: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, lacking, None)

    with pytest.raises(cam.MissingExtraError, match=r"pip install 'centralasia-minerals\[arrow\]'"):
        getattr(table_of(id=["a"]), door)()


def test_pandas_takes_columns_of_arrow() -> None:
    for library in ("pandas", "pyarrow"):
        pytest.importorskip(library, reason=f"{library} is not installed")
    pandas = importlib.import_module("pandas")

    frame = table_of(low=[Decimal("1.5"), None]).to_pandas()

    assert "decimal128(38, 4)[pyarrow]" == str(frame.dtypes["low"])
    assert [Decimal("1.5000"), pandas.NA] == frame["low"].tolist()
