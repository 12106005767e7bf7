"""A series stands in its record, and in what is written, in the order of the file."""

from __future__ import annotations

import copy
import itertools
import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from document_places import Path_, value_at
from full_document import Document, document, written

import centralasia_minerals as cam
from centralasia_minerals.dataset.kinds import KINDS

SERIES = {"statements", "stages", "implementations", "equivalents", "estimates"}
VIEWS = {
    "statements": "series",
    "estimates": "series",
    "stages": "stage_series",
    "implementations": "implementation_series",
}
# The newest in the middle, so that no order but the sorted one is sorted.
DATES = ("2019-05", "2024-02", "2021")
ORDERS = tuple(itertools.permutations(range(3)))


def series_in(content: Any, path: Path_ = ()) -> Iterator[Path_]:
    """Give the path of every series in a document."""
    for key, value in content.items() if isinstance(content, dict) else enumerate(content):
        if key in SERIES:
            yield (*path, key)
        if isinstance(value, (dict, list)):
            yield from series_in(value, (*path, key))


PLACES = tuple(
    path for path in series_in({kind: document()[kind] for kind in KINDS if kind in document()})
)


def dated(order: tuple[int, ...]) -> Document:
    """Give the full document with three items, told apart by their dates, in every series."""
    content = document()
    for path in PLACES:
        series = value_at(content, path)
        items = [copy.deepcopy(series[0]) | {"as_of": date} for date in DATES]
        for item in items:
            item.pop("key", None)
            if "stated" in item:  # an estimate is as old as what is stated of it
                item["stated"]["as_of"] = item["as_of"]
        series[:] = [items[place] for place in order]
    return content


def texts_of(series: Any) -> list[str]:
    """Give the dates of a series; what an estimate has of its statement is not written twice."""
    return [
        item.get("stated", item)["as_of"] if isinstance(item, dict) else str(item.as_of)
        for item in series
    ]


def in_records(dataset: cam.Dataset, path: Path_) -> tuple[Any, Any]:
    """Give what has a series, and the series, by the path that it has in the file."""
    kind, index, *steps = path
    ids = [record["id"] for record in document()[kind]]
    holder = getattr(dataset, str(kind))[ids[int(index)]]
    for step in steps[:-1]:
        holder = getattr(holder, step) if isinstance(step, str) else holder[step]
    return holder, getattr(holder, str(steps[-1]))


def test_every_field_that_holds_a_series_is_tried():
    assert {str(path[-1]) for path in PLACES} == SERIES
    assert {"deals", "deposits", "statistics"} == {path[0] for path in PLACES}


@pytest.mark.parametrize("order", ORDERS, ids=str)
def test_what_is_read_stands_in_the_order_of_the_file(tmp_path: Path, order):
    read = cam.read(written(dated(order), tmp_path))

    expected = [DATES[place] for place in order]
    assert dict.fromkeys(PLACES, expected) == {
        path: texts_of(in_records(read, path)[1]) for path in PLACES
    }


@pytest.mark.parametrize("suffix", [".json", ".toml"])
@pytest.mark.parametrize("order", ORDERS, ids=str)
def test_what_is_written_keeps_the_order_and_reads_back_in_it(tmp_path: Path, order, suffix):
    read = cam.read(written(dated(order), tmp_path))
    path = tmp_path / f"again{suffix}"

    cam.write(read, path)

    parse = json.loads if suffix == ".json" else tomllib.loads
    expected = [DATES[place] for place in order]
    found = list(series_in({kind: parse(path.read_text("utf-8")).get(kind, []) for kind in KINDS}))
    assert len(PLACES) == len(found)
    assert all(
        expected == texts_of(value_at(parse(path.read_text("utf-8")), place)) for place in found
    )
    assert read == cam.read(path)
    assert list(map(repr, read.records.values())) == list(
        map(repr, cam.read(path).records.values())
    )


@pytest.mark.parametrize("order", ORDERS, ids=str)
def test_the_sorted_view_is_the_same_whatever_the_order_of_the_file(tmp_path: Path, order):
    read = cam.read(written(dated(order), tmp_path))

    for path in PLACES:
        holder, series = in_records(read, path)
        if path[-1] in VIEWS and hasattr(holder, VIEWS[path[-1]]):
            assert ["2024-02", "2021", "2019-05"] == texts_of(getattr(holder, VIEWS[path[-1]]))
            assert set(series) == set(getattr(holder, VIEWS[path[-1]]))


def test_the_bundled_records_keep_the_order_of_their_files():
    folder = Path(cam.__file__).parent / "dataset" / "data" / "articles"
    files = {file.stem: file for file in folder.iterdir()}
    assert {kind for kind, records in cam.load().records.items() if records} == set(files)
    kept = 0
    for kind, file in files.items():
        content = tomllib.loads(file.read_text("utf-8"))
        for path in series_in(content):
            series = value_at(content, path)
            holder: Any = getattr(cam.load(), kind)[content[kind][path[1]]["id"]]
            for step in path[2:]:
                holder = getattr(holder, step) if isinstance(step, str) else holder[step]
            kept += len(series) > 1
            passages = [
                [c["start"] for c in item.get("stated", item)["citations"]] for item in series
            ]
            told = [[c.start for c in getattr(item, "stated", item).citations] for item in holder]
            assert passages == told
    assert kept
