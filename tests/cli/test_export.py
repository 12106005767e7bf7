"""``export`` writes tables that come back equal, all of them or none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import centralasia_minerals as cam
from centralasia_minerals.__main__ import main


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_all_tables_come_back_from_their_files(form: str, tmp_path: Path) -> None:
    assert 0 == main(["export", str(tmp_path), "--format", form])

    read = cam.Table.from_csv if form == "csv" else cam.Table.from_parquet
    for name, table in cam.load().tables.items():
        assert table == read(tmp_path / f"{name}.{form}"), name
    ledger = cam.ledger(cam.load())
    assert ledger.to_table() == read(tmp_path / f"ledger.{form}")
    assert ledger.covers_table() == read(tmp_path / f"covers.{form}")


def test_one_table_goes_to_one_file_of_the_form_that_its_name_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == main(["export", str(tmp_path / "a.json"), "--table", "amounts"])

    held = json.loads((tmp_path / "a.json").read_text("utf-8"))
    rows = [row for row in held["rows"] if row["record"] == "kz-us-tungsten"]
    assert ["1100000000", "900000000"] == [row["value"] for row in rows]
    assert "2025.11.5" == held["about"]["data"]
    assert "a.json: 7 rows" in capsys.readouterr().out


def test_your_own_data_are_joined(tmp_path: Path) -> None:
    cam.write(cam.Dataset.of({"countries": (cam.Country(id="GE", names=(cam.Name("Georgia"),)),)}),
              tmp_path / "mine.json")  # fmt: skip

    code = main(
        ["export", str(tmp_path / "c.csv"), "--table", "countries",
         "--data", str(tmp_path / "mine.json")]
    )  # fmt: skip

    table = cam.Table.from_csv(tmp_path / "c.csv")
    assert 0 == code
    assert "GE" in table.column("id")
    assert "merged" in table.about["data"]


def test_raw_cells_are_as_they_are(tmp_path: Path) -> None:
    main(["export", str(tmp_path / "d.csv"), "--table", "deals", "--raw"])

    text = (tmp_path / "d.csv").read_text("utf-8-sig")
    assert text.startswith("id,title,kind")


def test_if_one_file_fails_none_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "deals.csv").write_text("before")
    (tmp_path / "events.csv").mkdir()

    assert 1 == main(["export", str(tmp_path)])

    assert "before" == (tmp_path / "deals.csv").read_text()
    assert {"deals.csv", "events.csv"} == {file.name for file in tmp_path.iterdir()}
    assert "tables to export" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (["x.csv", "--table", "deal"], "did you mean 'deals'"),
        (["nowhere"], "is not a folder"),
        (["nowhere/x.csv", "--table", "deals"], "nowhere"),
    ],
)
def test_what_cannot_be_exported_is_told(
    ask: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)

    assert 1 == main(["export", *ask])

    assert said in capsys.readouterr().err
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["deals.xlsx", "--table", "deals"], "ends in .xlsx"),
        (["deals.json", "--table", "deals", "--format", "csv"], "ends in .json, and csv is asked"),
        (["deals.parquet", "--table", "deals", "--raw"], "it is about CSV"),
        ([".", "--format", "json", "--raw"], "it is about CSV"),
    ],
)
def test_an_ending_that_is_of_another_format_is_refused(
    arguments: list[str], found: str, tmp_path: Path, capsys: Any, monkeypatch: Any
) -> None:
    monkeypatch.chdir(tmp_path)

    assert 1 == main(["export", *arguments])

    assert found in capsys.readouterr().err
    assert [] == [*tmp_path.iterdir()]


def test_the_wider_record_is_exported_where_it_is_asked_for(tmp_path: Path) -> None:
    assert 0 == main(["export", str(tmp_path / "d.csv"), "--table", "deals", "--dataset", "region"])

    assert cam.load("region").tables.deals == cam.Table.from_csv(tmp_path / "d.csv")
