"""How long reading takes beside pydantic, as ratios: both in one run, nothing timed is asserted.

Run with: pytest tests/benchmarks --benchmark-only --benchmark-group-by=group
"""

from __future__ import annotations

from pathlib import Path

import pytest
from reading_tables import deals_file

import centralasia_minerals as cam

DEALS = 10_000
SIZES = [1_250, 2_500, 5_000, 10_000]


@pytest.fixture(scope="module")
def file(tmp_path_factory) -> Path:
    """Write one source and 10,000 deals, each with a stage, an amount and four citations."""
    path = tmp_path_factory.mktemp("reading") / "deals.json"
    path.write_text(deals_file(DEALS), "utf-8")
    return path


@pytest.mark.benchmark(group="reading 10,000 deals, at most 2.5 times pydantic")
def test_pydantic_models_of_the_same_tables(benchmark, file: Path) -> None:
    pytest.importorskip("pydantic")
    from pydantic_tables import TABLES

    read = benchmark(lambda: TABLES.validate_json(file.read_bytes()))

    assert DEALS == len(read.deals)


@pytest.mark.benchmark(group="reading 10,000 deals, at most 2.5 times pydantic")
def test_read(benchmark, file: Path) -> None:
    read = benchmark(cam.read, file)

    assert DEALS == len(read.deals)


@pytest.mark.benchmark(group="reading deals, in proportion to their number")
@pytest.mark.parametrize("count", SIZES)
def test_read_more_and_more(benchmark, tmp_path: Path, count: int) -> None:
    path = tmp_path / "deals.json"
    path.write_text(deals_file(count), "utf-8")

    read = benchmark(cam.read, path)

    assert count == len(read.deals)


@pytest.mark.benchmark(group="refusing deals that refer to nothing, in proportion to their number")
@pytest.mark.parametrize("count", SIZES)
def test_refuse_references_to_nothing(benchmark, tmp_path: Path, count: int) -> None:
    path = tmp_path / "deals.json"
    path.write_text(deals_file(count, part_of="nowhere"), "utf-8")

    problems = benchmark(problems_of, path)

    assert count == problems


def problems_of(path: Path) -> int:
    with pytest.raises(cam.DataError) as caught:
        cam.read(path)
    return len(caught.value.problems)
