"""How times grow with what is given, and what they are for a deal; nothing timed is asserted.

Run with: pytest tests/benchmarks/test_growth.py --benchmark-only -s

It prints, for sizes that double, the times and how fast they grow: an exponent of 1 is linear, and
one of 2 means that twice as much takes four times as long.
"""

from __future__ import annotations

import gc
import hashlib
import math
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import centralasia_minerals as cam
from centralasia_minerals.dataset.evidence.printed_figures import reads_as
from centralasia_minerals.entities.series import standings_of

NUMBER = 2000
RECORDS = {kind: entities for kind, entities in cam.load().records.items() if kind != "deals"}
LATE = cam.load().sources["summit-minerals-2025-11"]
KAZAKHSTAN = cam.load().countries["KZ"]
SIGNED = cam.PartialDate.parse("2025-11-06")


def cited(number: int = 0, source: cam.Source = LATE, *supports: str) -> tuple[cam.Citation, ...]:
    """Cite a passage, another one for each number."""
    return (
        cam.Citation(
            source=source, start=number, end=number + 1, digest="0" * 16, figure="$1",
            supports=supports,
        ),
    )  # fmt: skip


def long_source(length: int) -> cam.Source:
    """Make a source that has room for as many passages as are wanted."""
    return cam.Source(
        id="long-paper",
        title="A long paper",
        sha256="0" * 64,
        length=length,
        published=cam.Dated(date=SIGNED),
    )


def deal_of(number: int, citations: tuple[cam.Citation, ...], *amounts, **more) -> cam.Deal:
    return cam.Deal(
        id=f"deal-{number}",
        title="A deal",
        kind=cam.DealKind.SALE,
        stages=(cam.Stated(value=cam.Stage.SIGNED, citations=citations),),
        sectors=(cam.Sector.MINERALS,),
        countries=(KAZAKHSTAN,),
        amounts=amounts,
        citations=citations,
        **more,
    )


def cost(figure: int, *citations: cam.Citation, **more) -> cam.Amount:
    statement = cam.Stated(value=cam.Money(figure, "USD"), citations=citations, **more)
    return cam.Amount(role=cam.AmountRole.COST, statements=(statement,))


def median_of(run: Callable[[], object], rounds: int = 5) -> float:
    """Return the seconds of processor time that a run takes, the median of several.

    The garbage collector rests, as it takes longer the more there is, whatever runs.
    """
    taken = []
    gc.collect()
    gc.disable()
    try:
        for _ in range(rounds):
            start = time.process_time()
            run()
            taken.append(time.process_time() - start)
    finally:
        gc.enable()
    return statistics.median(taken)


# What grows, and how: each case makes what is to be run for a size.


def one_amount_with_many_statements(n: int) -> Callable[[], object]:
    source = long_source(n + 1)
    statements = tuple(
        cam.Stated(value=cam.Money(i % 3, "USD"), citations=cited(i, source)) for i in range(n)
    )
    amount = cam.Amount(role=cam.AmountRole.COST, statements=statements)
    dataset = cam.Dataset.of({"deals": (deal_of(0, cited(), amount),)})
    return lambda: (standings_of(statements), cam.disagreements(dataset))


def one_deposit_with_many_estimates(n: int) -> Callable[[], object]:
    source = long_source(n + 1)
    estimates = tuple(
        cam.ResourceEstimate(
            stated=cam.Stated(value=cam.Measure(i, "tonne"), citations=cited(i, source))
        )
        for i in range(n)
    )
    deposit = cam.Deposit(
        id="katpar", names=(cam.Name("Katpar"),), country=KAZAKHSTAN,
        estimates=estimates, citations=cited(),
    )  # fmt: skip
    return lambda: cam.total_measure((deposit,))


def many_deposits_with_an_estimate(n: int) -> Callable[[], object]:
    made: list[cam.Deposit] = []
    for i in range(n):
        stated = cam.Stated(value=cam.Measure(i, "tonne"), citations=cited())
        made.append(
            cam.Deposit(
                id=f"deposit-{i}", names=(cam.Name(f"Deposit {i}"),), country=KAZAKHSTAN,
                part_of=made[i - 1] if i % 4 else cam.NotStated(),
                estimates=(cam.ResourceEstimate(stated=stated),), citations=cited(),
            )
        )  # fmt: skip
    return lambda: cam.total_measure(made)


def footnotes_with_many_passages(n: int) -> Callable[[], object]:
    source = long_source(n + 1)
    deals = [deal_of(i, cited(), cost(i + 1, *cited(i, source))) for i in range(n)]
    total = cam.total(deals)
    return total.footnoted


def totals_with_many_groups(n: int) -> Callable[[], object]:
    nothing = cam.total(())
    totals = cam.Totals("country", tuple((f"group {i}", nothing) for i in range(n)))
    return lambda: dict(totals)


def umbrella_with_many_parts(n: int) -> Callable[[], object]:
    whole = deal_of(n, cited(), cost(1, *cited()))
    parts = [deal_of(i, cited(), cost(i + 1, *cited()), part_of=whole) for i in range(n)]
    dataset = cam.Dataset.of({"deals": (whole, *parts)})
    return lambda: cam.disagreements(dataset)


def view_of_many_topics_each_with_a_citation(n: int) -> Callable[[], object]:
    early = cam.load().sources["caspian-post-2025-03"]
    source = long_source(n + 1)
    citations = [cited(i, source, f"topics[topic {i}]")[0] for i in range(n)]
    deal = deal_of(0, (*cited(0, early), *citations), topics=tuple(f"topic {i}" for i in range(n)))
    dataset = cam.Dataset.of({"sources": (early, source), "deals": (deal,)})
    return lambda: dataset.as_of("2025-06")


def coverage_of(text: str, folder: Path, **more: int) -> Callable[[], object]:
    (folder / "text.txt").write_text(text, "utf-8", newline="\n")
    source = cam.Source(
        id="one-line", title="One line", sha256=hashlib.sha256(text.encode()).hexdigest(),
        length=more.get("length", len(text)), published=cam.Dated(date=SIGNED),
    )  # fmt: skip
    citation = cam.Citation(source=source, start=0, end=source.length, digest="0" * 16)
    dataset = cam.Dataset.of({"sources": (source,), "deals": (deal_of(0, (citation,)),)})
    return lambda: cam.coverage(dataset, folder)


# What a total counts.


def total_of_an_amount_with_many_statements(n: int) -> Callable[[], object]:
    source = long_source(n + 1)
    statements = tuple(
        cam.Stated(value=cam.Money(i % 3, "USD"), citations=cited(i, source)) for i in range(n)
    )
    deals = (deal_of(0, cited(), cam.Amount(role=cam.AmountRole.COST, statements=statements)),)
    return lambda: cam.total(deals).citations


def total_of_a_deal_with_many_financings(n: int) -> Callable[[], object]:
    deals = (deal_of(0, cited(), *(financing(i) for i in range(n))),)
    return lambda: cam.total(deals, kinds="financing")


def total_of_an_umbrella_with_many_figures_and_parts(n: int) -> Callable[[], object]:
    whole = deal_of(n, cited(), *(financing(i) for i in range(n)))
    parts = [deal_of(i, cited(), cost(i, *cited()), part_of=whole) for i in range(n)]
    return lambda: cam.total((whole, *parts), kinds=None)


def total_of_plain_deals(n: int) -> Callable[[], object]:
    deals = [deal_of(i, cited(), cost(i, *cited())) for i in range(n)]
    return lambda: cam.total(deals)


def total_of_families_of_deals(n: int) -> Callable[[], object]:
    deals: list[cam.Deal] = []
    for i in range(0, n, 4):
        whole = deal_of(i, cited(), cost(9, *cited()), financing(3))
        parts = (deal_of(j, cited(), cost(j, *cited()), part_of=whole) for j in range(i + 1, i + 4))
        deals += [whole, *parts]
    return lambda: cam.total(deals, kinds=None)


def total_of_an_amount_with_many_parts(n: int) -> Callable[[], object]:
    said = cost(n, *cited()).statements
    role = cam.AmountRole.COST
    whole = cam.Amount(key="whole", role=role, statements=said)
    parts = (
        cam.Amount(key=f"part {i}", role=role, statements=said, part_of="whole") for i in range(n)
    )
    deals = (deal_of(0, cited(), whole, *parts),)
    return lambda: cam.total(deals)


def total_of_many_rival_bids(n: int) -> Callable[[], object]:
    deals = [
        deal_of(i, cited(), cost(i, *cited()), relations=related(i - 1, "rival to"))
        for i in range(n)
    ]
    return lambda: cam.total(deals)


def total_of_a_cost_that_many_deals_pay_for(n: int) -> Callable[[], object]:
    plant = deal_of(0, cited(), cost(n, *cited()))
    loans = [
        deal_of(i, cited(), financing(1), relations=related(0, "finances")) for i in range(1, n)
    ]
    return lambda: cam.total((plant, *loans), kinds=None)


def related(number: int, kind: str) -> tuple[cam.Relation, ...]:
    other = deal_of(max(number, 0), cited()).id
    made = cam.Relation(kind=cam.RelationKind(kind), deal=other, citations=cited())
    return (made,) if number >= 0 else ()


def financing(figure: int) -> cam.Amount:
    statement = cam.Stated(value=cam.Money(figure, "USD"), hedge=cam.Hedge.UP_TO, citations=cited())
    return cam.Amount(role=cam.AmountRole.FINANCING, statements=(statement,))


GROWING: list[tuple[Callable[[int], Callable[[], object]], int]] = [
    (one_amount_with_many_statements, 500),
    (one_deposit_with_many_estimates, 500),
    (many_deposits_with_an_estimate, 500),
    (footnotes_with_many_passages, 200),
    (totals_with_many_groups, 2000),
    (umbrella_with_many_parts, 1000),
    (view_of_many_topics_each_with_a_citation, 500),
    (total_of_an_amount_with_many_statements, 1000),
    (total_of_a_deal_with_many_financings, 1000),
    (total_of_an_umbrella_with_many_figures_and_parts, 500),
    (total_of_plain_deals, 5000),
    (total_of_families_of_deals, 4000),
    (total_of_an_amount_with_many_parts, 500),
    (total_of_many_rival_bids, 1000),
    (total_of_a_cost_that_many_deals_pay_for, 1000),
]


def grown(name: str, first: int, made: Callable[[int], Callable[[], object]]) -> dict[str, object]:
    """Print the times of four sizes, each twice the one before, and how fast they grow."""
    sizes = [first * 2**i for i in range(4)]
    times = [median_of(made(size), 3) for size in sizes]
    told = ", ".join(f"{n}: {1000 * t:.1f} ms" for n, t in zip(sizes, times, strict=True))
    exponent = math.log2(times[-1] / times[0]) / (len(sizes) - 1)
    print(f"\n{name.replace('_', ' ')}: {told}; exponent {exponent:.2f}")  # noqa: T201
    return {"sizes": sizes, "times": times, "exponent": exponent}


@pytest.mark.benchmark(group="growth, at most an exponent of 1.15")
@pytest.mark.parametrize(("made", "first"), GROWING, ids=lambda one: getattr(one, "__name__", ""))
def test_growth(benchmark, made: Callable[[int], Callable[[], object]], first: int) -> None:
    benchmark.extra_info.update(grown(made.__name__, first, made))
    benchmark.pedantic(made(first), rounds=3)


@pytest.mark.benchmark(group="growth, at most an exponent of 1.15")
@pytest.mark.parametrize("made", [total_of_plain_deals, total_of_families_of_deals])
def test_growth_to_a_million(benchmark, made: Callable[[int], Callable[[], object]]) -> None:
    benchmark.extra_info.update(grown(f"{made.__name__}_to_a_million", 125_000, made))
    benchmark.pedantic(made(125_000), rounds=3)


@pytest.mark.benchmark(group="growth, at most an exponent of 1.15")
def test_growth_of_coverage(benchmark, tmp_path: Path) -> None:
    name = "coverage_of_a_line_of_abbreviations"
    benchmark.extra_info.update(grown(name, 1000, lambda n: coverage_of("Mr. " * n, tmp_path)))
    benchmark.pedantic(coverage_of("Mr. " * 1000, tmp_path), rounds=3)


@pytest.mark.benchmark(group="growth, at most an exponent of 1.15")
def test_growth_of_coverage_beyond_the_end(benchmark, tmp_path: Path) -> None:
    name = "coverage_of_a_passage_beyond_the_end_of_its_text"
    made = lambda n: coverage_of("Signed", tmp_path, length=n)  # noqa: E731
    benchmark.extra_info.update(grown(name, 10**6, made))
    benchmark.pedantic(made(10**6), rounds=3)


# What takes how long for a deal.


@pytest.fixture(scope="module")
def plain() -> cam.Dataset:
    """Build deals of one amount, half of them from an early source, beside the bundled records."""
    early = cam.load().sources["caspian-post-2025-03"]
    passages = [cited(i % 90, LATE if i % 2 else early) for i in range(NUMBER)]
    deals = tuple(deal_of(i, passages[i], cost(i, *passages[i])) for i in range(NUMBER))
    return cam.Dataset.of({**RECORDS, "deals": deals})


@pytest.fixture(scope="module")
def two_sources() -> cam.Dataset:
    """Build deals whose amount is told by an early source too, so that a view cuts each."""
    early = cam.load().sources["caspian-post-2025-03"]
    deals = []
    for i in range(NUMBER):
        both = (*cited(i % 90, early), *cited(i % 90))
        deals.append(deal_of(i, both, cost(i, *both)))
    return cam.Dataset.of({**RECORDS, "deals": tuple(deals)})


def asked_anew(dataset: cam.Dataset) -> cam.Dataset:
    """Make the dataset again, so that it has no index yet."""
    return cam.Dataset.of(dataset.records)


A_DEAL: dict[str, Callable[[cam.Dataset], object]] = {
    "where(source=), first call": lambda ds: asked_anew(ds).deals.where(source=LATE),
    "deals_of, first call": lambda ds: asked_anew(ds).deals_of(ds.organizations[0:1][0]),
    "merge with itself": lambda ds: ds.merge(ds),
    "merge with the bundled data": lambda ds: ds.merge(cam.load()),
    "disagreements": cam.disagreements,
    "as_of that drops all": lambda ds: ds.as_of("2024"),
    "as_of that keeps all": lambda ds: ds.as_of("2026"),
    "as_of that keeps or cuts": lambda ds: ds.as_of("2025-06"),
}


@pytest.mark.benchmark(group="µs a deal, at most 25, and 250 where a view cuts")
@pytest.mark.parametrize("shape", ["plain", "two_sources"])
@pytest.mark.parametrize("asked", A_DEAL)
def test_time_of_a_deal(benchmark, request, asked: str, shape: str) -> None:
    dataset = request.getfixturevalue(shape)
    taken = median_of(lambda: A_DEAL[asked](dataset))
    print(f"\n{asked} ({shape.replace('_', ' ')}): {1e6 * taken / NUMBER:.1f} µs a deal")  # noqa: T201
    benchmark.extra_info["microseconds a deal"] = 1e6 * taken / NUMBER
    benchmark.pedantic(A_DEAL[asked], (dataset,), rounds=3)


@pytest.mark.benchmark(group="growth, at most an exponent of 1.15")
@pytest.mark.parametrize("words", ["half a million ", "Mr. ", "5 million ", "up to "])
def test_growth_of_reading_a_figure(benchmark, words: str) -> None:
    def made(number: int) -> Callable[[], object]:
        figure, amount = words * number + "$7", cam.Money(7, "USD")
        return lambda: reads_as(figure, amount)

    benchmark.extra_info.update(grown(f"reading {words}", 1000, made))
    benchmark.pedantic(made(1000), rounds=3)
