"""How long things take, as ratios: both sides in one run, and nothing timed is asserted.

Run with: pytest tests/benchmarks --benchmark-only --benchmark-group-by=group
"""

from __future__ import annotations

import json
import subprocess
import sys
from decimal import Decimal

import pytest
from moneyed import Money as PyMoneyed

import centralasia_minerals as cam
from centralasia_minerals.dataset.files import load_read_write
from centralasia_minerals.dataset.files.build_snapshot import bundled_snapshot
from centralasia_minerals.dataset.files.snapshot import from_snapshot

AMOUNTS = [cam.Money(number, "USD") for number in range(100_000)]
DECIMALS = [amount.amount for amount in AMOUNTS]


def bare_loop(decimals: list[Decimal]) -> Decimal:
    total = Decimal(0)
    for decimal in decimals:
        total += decimal
    return total


def python(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.benchmark(group="import, at most 1.3 times")
@pytest.mark.parametrize("modules", ["attrs, cattrs", "centralasia_minerals"])
def test_import(benchmark, modules: str) -> None:
    benchmark.pedantic(python, (f"import {modules}",), rounds=15, warmup_rounds=2)


@pytest.fixture
def snapshot() -> str:
    """Give what a wheel carries, which an editable installation lacks."""
    return bundled_snapshot()


@pytest.mark.benchmark(group="load, at most 30 ms and 10 µs per object")
def test_load(benchmark, monkeypatch, tmp_path, snapshot: str) -> None:
    (tmp_path / "snapshot.json").write_text(snapshot, "utf-8", newline="\n")
    monkeypatch.setattr(load_read_write, "_DATA", tmp_path)
    benchmark.extra_info["objects"] = len(json.loads(snapshot.partition("\n")[2])["rows"])

    dataset = benchmark(load_read_write._bundled.__wrapped__)

    assert cam.load() == dataset


@pytest.mark.benchmark(group="load, at most 30 ms and 10 µs per object")
def test_from_snapshot(benchmark, snapshot: str) -> None:
    version, _ = benchmark(from_snapshot, snapshot)

    assert cam.load().version == version


@pytest.mark.benchmark(group="sum, at most 3 times a bare loop")
def test_bare_loop_over_decimals(benchmark) -> None:
    assert sum(range(100_000)) == benchmark(bare_loop, DECIMALS)


@pytest.mark.benchmark(group="sum, at most 3 times a bare loop")
def test_money_sum(benchmark) -> None:
    assert cam.Money(sum(range(100_000)), "USD") == benchmark(cam.Money.sum, AMOUNTS)


@pytest.mark.benchmark(group="sum, at most 3 times a bare loop")
def test_sum_over_py_moneyed(benchmark) -> None:
    amounts = [PyMoneyed(number, "USD") for number in range(100_000)]

    assert PyMoneyed(sum(range(100_000)), "USD") == benchmark(sum, amounts)


@pytest.fixture(scope="module")
def deals() -> list[cam.Deal]:
    """Build 100,000 signed minerals deals, each of one amount."""
    source = cam.load().sources["summit-minerals-2025-11"]
    cited = (cam.Citation(source=source, start=0, end=1, digest="0" * 16, figure="$1"),)
    stages = (cam.Stated(value=cam.Stage.SIGNED, citations=cited),)
    return [
        cam.Deal(
            id=f"deal-{number}",
            title="A deal",
            kind=cam.DealKind.SALE,
            stages=stages,
            sectors=(cam.Sector.MINERALS,),
            countries=(cam.load().countries["KZ"],),
            amounts=(
                cam.Amount(
                    role=cam.AmountRole.COST,
                    statements=(cam.Stated(value=cam.Money(number, "USD"), citations=cited),),
                ),
            ),
            citations=cited,
        )
        for number in range(100_000)
    ]


@pytest.mark.benchmark(group="total of 100,000 deals, at most 25 times a bare loop")
def test_bare_loop_over_the_deals_decimals(benchmark, deals: list[cam.Deal]) -> None:
    decimals = [deal.amounts[0].stated.value.amount for deal in deals]

    assert sum(range(100_000)) == benchmark(bare_loop, decimals)


@pytest.mark.benchmark(group="total of 100,000 deals, at most 25 times a bare loop")
def test_total(benchmark, deals: list[cam.Deal]) -> None:
    total = benchmark(cam.total, deals)

    assert cam.Money(sum(range(100_000)), "USD") == total["USD"].stated


@pytest.mark.benchmark(group="total of 100,000 deals, at most 25 times a bare loop")
def test_total_by(benchmark, deals: list[cam.Deal]) -> None:
    totals = benchmark(cam.total_by, deals, "country")

    assert cam.Money(sum(range(100_000)), "USD") == totals["KZ"]["USD"].stated
