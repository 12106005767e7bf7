"""The table of every result says of which data it is, and what was asked."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import centralasia_minerals as cam

RESULTS: dict[str, Callable[[cam.Dataset, Path], Any]] = {
    "ledger": lambda ds, _: cam.ledger(ds),
    "total": lambda ds, _: cam.total(ds),
    "total_by": lambda ds, _: cam.total_by(ds, "country"),
    "total_measure": lambda ds, _: cam.total_measure(ds),
    "disagreements": lambda ds, _: cam.disagreements(ds),
    "timeline": lambda ds, _: cam.timeline(ds),
    "coverage": lambda ds, folder: cam.coverage(ds, folder),
}


@pytest.mark.parametrize("call", RESULTS)
def test_the_table_of_a_result_names_the_data_and_the_call(call: str, tmp_path: Path) -> None:
    dataset = cam.load()

    table = RESULTS[call](dataset, tmp_path).to_table()
    table.to_csv(tmp_path / "t.csv")
    table.to_parquet(tmp_path / "t.parquet")

    for one in (
        table,
        cam.Table.from_arrow(table.to_arrow()),
        cam.Table.from_csv(tmp_path / "t.csv"),
        cam.Table.from_parquet(tmp_path / "t.parquet"),
    ):
        assert dataset.version == one.about["data"]
        assert [call] == list(json.loads(one.about["question"]))


def test_the_table_of_tonnages_says_what_was_measured_and_how() -> None:
    dataset = cam.load()
    asked = {"mineral": "tungsten", "unit": "kilotonne", "pool": ["bases"]}

    found = cam.total_measure(dataset, mineral="tungsten", unit="kilotonne", pool="bases")

    question = json.loads(found.to_table().about["question"])
    assert {"total_measure": asked} == question
    again = cam.total_measure(dataset, **question["total_measure"])
    assert found == again


def test_results_of_records_alone_name_no_version() -> None:
    dataset = cam.load()

    for found in (cam.timeline(list(dataset.deals)), cam.total_measure(list(dataset.deposits))):
        assert found.version is None
        assert "" == found.to_table().about["data"]


def test_totals_of_nothing_still_say_by_what_they_are() -> None:
    question = json.loads(cam.total_by([], "country").to_table().about["question"])

    assert {"total_by": {"key": "country"}} == question
