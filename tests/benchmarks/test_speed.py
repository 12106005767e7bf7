"""How long things take, as ratios: both sides in one run, and nothing timed is asserted.

Run with: pytest tests/benchmarks --benchmark-only --benchmark-group-by=group
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from decimal import Decimal
from functools import partial
from html import escape
from pathlib import Path

import pytest
from moneyed import Money as PyMoneyed

import centralasia_minerals as cam
from centralasia_minerals.dataset.bundled import load as bundled
from centralasia_minerals.dataset.bundled.build_snapshot import bundled_snapshot
from centralasia_minerals.dataset.bundled.snapshot import from_snapshot

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
    return bundled_snapshot("articles")


@pytest.mark.benchmark(group="load, at most 30 ms and 10 µs per object")
def test_load(benchmark, monkeypatch, tmp_path, snapshot: str) -> None:
    (tmp_path / "articles.json").write_text(snapshot, "utf-8", newline="\n")
    monkeypatch.setattr(bundled, "_DATA", tmp_path)
    benchmark.extra_info["objects"] = len(json.loads(snapshot.partition("\n")[2])["rows"])

    dataset = benchmark(bundled._bundled.__wrapped__, "articles")

    assert cam.load() == dataset


@pytest.mark.benchmark(group="load, at most 30 ms and 10 µs per object")
def test_from_snapshot(benchmark, snapshot: str) -> None:
    version, _ = benchmark(from_snapshot, snapshot)

    assert cam.load().version == version


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """Give the folder of data that a wheel carries."""
    folder = tmp_path_factory.mktemp("wheel")
    for name in ("articles", "region"):
        (folder / f"{name}.json").write_text(bundled_snapshot(name), "utf-8", newline="\n")
    return folder


@pytest.mark.benchmark(group="load in a fresh process, the region at most 4 times the articles")
@pytest.mark.parametrize("name", ["articles", "region"])
def test_load_in_a_fresh_process(benchmark, wheel: Path, name: str) -> None:
    code = f"""
import time
import centralasia_minerals as cam
started = time.perf_counter()
from centralasia_minerals.dataset.bundled import load as bundled
from pathlib import Path
bundled._DATA = Path({str(wheel)!r})
cam.load({name!r})
print(time.perf_counter() - started)
"""
    seconds: list[float] = []

    def timed() -> None:
        found = subprocess.run(
            [sys.executable, "-c", code], check=True, capture_output=True, text=True
        )
        seconds.append(float(found.stdout))

    benchmark.pedantic(timed, rounds=9, warmup_rounds=1)
    benchmark.extra_info["seconds of the call"] = statistics.median(seconds)


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


NUMBER = 100_000
SOURCES = cam.load().sources
SIGNED, MINERALS = cam.Stage.SIGNED, cam.Sector.MINERALS


def cited(source: str = "summit-minerals-2025-11") -> tuple[cam.Citation, ...]:
    cited = SOURCES[source]
    return (cam.Citation(source=cited, start=0, end=1, digest="0" * 16, figure="$1"),)


LATE, EARLY = cited(), cited("caspian-post-2025-03")
STAGES = (cam.Stated(value=SIGNED, citations=LATE),)
KAZAKHSTAN = (cam.load().countries["KZ"],)


def deal_of(number: int, *amounts: cam.Amount, **more) -> cam.Deal:
    return cam.Deal(
        id=f"deal-{number}", title="A deal", kind=cam.DealKind.SALE, stages=STAGES,
        sectors=(MINERALS,), countries=KAZAKHSTAN, amounts=amounts, citations=LATE, **more,
    )  # fmt: skip


def amount_of(role: cam.AmountRole, *figures: int, **more) -> cam.Amount:
    """Make an amount, of which every figure but the last no longer holds."""
    dated = [*((figure, EARLY) for figure in figures[:-1]), (figures[-1], LATE)]
    return cam.Amount(
        role=role,
        statements=tuple(
            cam.Stated(value=cam.Money(figure, "USD"), citations=cited, **more)
            for figure, cited in dated
        ),
    )


def stated_once() -> list[cam.Deal]:
    return [deal_of(n, amount_of(cam.AmountRole.COST, n)) for n in range(NUMBER)]


def stated_twice() -> list[cam.Deal]:
    return [deal_of(n, amount_of(cam.AmountRole.COST, n + 1, n)) for n in range(NUMBER)]


def in_families() -> list[cam.Deal]:
    """Build deals of a cost and its financing, each with three parts."""
    deals = []
    for n in range(0, NUMBER, 4):
        financing = amount_of(cam.AmountRole.FINANCING, 3, hedge=cam.Hedge.UP_TO)
        whole = deal_of(n, amount_of(cam.AmountRole.COST, n), financing)
        parts = range(n + 1, n + 4)
        deals.append(whole)
        deals += [deal_of(m, amount_of(cam.AmountRole.COST, m), part_of=whole) for m in parts]
    return deals


def loop_by_hand(deals: list[cam.Deal]) -> Decimal:
    """Add up, and keep the rows that count, those left out and the undisclosed, without reasons.

    It knows what these deals are like: it does not ask about other sectors, horizons, conditions,
    stages that ended or hedges, and it raises no low.
    """
    total, counted, left_out, undisclosed = Decimal(0), [], [], []
    for deal in deals:
        for amount in deal.amounts:
            current = amount.stated
            row = (deal, amount, current)
            is_in = amount.stage is SIGNED and MINERALS in deal.sectors and not deal.part_of
            if not is_in or amount.role is cam.AmountRole.FINANCING:
                left_out.append(row)
            elif type(current) is cam.Stated:
                counted.append(row)
                total += current.value.amount
            else:
                undisclosed.append(row)
            earlier = [(deal, amount, one) for one in amount.statements if one is not current]
            left_out.extend(earlier)
    return total


KINDS = {
    "of one statement, at most 6 times": stated_once,
    "of two statements, at most 6 times": stated_twice,
    "in families, at most 12 times": in_families,
}


@pytest.fixture(scope="module", params=KINDS)
def deals(request) -> tuple[str, list[cam.Deal]]:
    """Build 100,000 signed minerals deals of a kind."""
    return f"total of 100,000 deals {request.param} a loop by hand", KINDS[request.param]()


@pytest.mark.parametrize("counting", [loop_by_hand, cam.total])
def test_total(benchmark, deals: tuple[str, list[cam.Deal]], counting) -> None:
    benchmark.group, given = deals

    found = benchmark(counting, given)

    expected = sum(range(0, NUMBER, 4 if given[1].part_of else 1))
    assert expected == (found if isinstance(found, Decimal) else found["USD"].stated.amount)


@pytest.mark.parametrize("counting", [cam.total, partial(cam.total_by, key="country")])
def test_total_by(benchmark, deals: tuple[str, list[cam.Deal]], counting) -> None:
    benchmark.group = f"total and total_by, at most twice: {deals[0]}"

    assert benchmark(counting, deals[1])


RATES = cam.rates_of({("USD", "EUR"): "0.9"}, source="a bank")


@pytest.mark.parametrize(
    "asked",
    [{}, {"currency": "USD"}, {"currency": "EUR", "rates": RATES}],
    ids=["as printed", "in its own currency", "in another by rates"],
)
def test_total_in_a_currency(benchmark, deals: tuple[str, list[cam.Deal]], asked) -> None:
    benchmark.group = f"total with currency=, at most 4 times without: {deals[0]}"

    assert benchmark(cam.total, deals[1], **asked)


def joined(total: cam.Total) -> str:
    """Write every row that counts as HTML by a plain join: no bounds, reasons or remarks."""
    rows = (
        f"<tr><td>{escape(row.deal.title)}</td><td>{escape(row.deal.id)}</td>"
        f"<td>{escape(str(row.figure))}</td><td>{escape(str(row.role))}</td></tr>"
        for row in total.counted
    )
    return f"<table>{''.join(rows)}</table>"


@pytest.mark.parametrize("write", [joined, cam.Total._repr_html_], ids=["joined", "view"])
@pytest.mark.parametrize("kind", KINDS)
def test_view_of_a_total(benchmark, monkeypatch, kind: str, write) -> None:
    monkeypatch.setattr(sys.modules[__name__], "NUMBER", 1000)
    benchmark.group = f"a total of 1,000 deals {kind.partition(',')[0]} in a notebook, below 0.5 s"
    total = cam.total(KINDS[kind]())

    html = benchmark(write, total)

    assert "deal-0" in html
