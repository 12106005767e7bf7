"""Times ``frames.total`` against a query that is tuned by hand, over as many rows as are asked for.

Run with: python tests/benchmarks/engines/run.py 10000000

Both sides read the same Parquet files, each in a process of its own, in turn; it prints the medians
of their times and of their greatest memory, and the ratios. Their figures must be equal.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROUNDS = 3
COPIES = 200
ROOT = Path(__file__).parents[3]
sys.path[:0] = [str(ROOT / "tests/analysis/counting"), str(Path(__file__).parent)]
TABLES = ("rows", "covers", "bids")
IDS = {"rows": ("deal",), "covers": ("deal", "covering"), "bids": ("deal", "group", "bid")}
NUMBERS = {"rows": "row", "bids": "place"}


def write(folder: Path, wanted: int) -> int:
    """Write the tables of a ledger of about as many rows, and return how many there are."""
    import polars as pl
    import pyarrow.parquet as pq
    from generated_ledger import deals

    import centralasia_minerals as cam

    ledger = cam.ledger(deals())
    made = (ledger.to_table(citations=False), ledger.covers_table(), ledger.bids_table())
    size = len(ledger)
    blocks = max(1, round(wanted / size / COPIES))
    for name, table in zip(TABLES, made, strict=True):
        base, writer = table.to_polars().drop("reasons", strict=False), None
        for block in range(blocks):
            copies = pl.DataFrame({"copy": range(block * COPIES, (block + 1) * COPIES)})
            held = base.join(copies, how="cross").with_columns(
                *(pl.format("{}-{}", one, "copy").alias(one) for one in IDS[name]),
                *([pl.col(NUMBERS[name]) + pl.col("copy") * size] if name in NUMBERS else []),
            )
            arrow = held.drop("copy").to_arrow()
            writer = writer or pq.ParquetWriter(folder / f"{name}.parquet", arrow.schema)
            writer.write_table(arrow)
        if writer is not None:
            writer.close()
    return size * COPIES * blocks


def by_reference(engine: str, folder: Path) -> list[dict[str, Any]]:
    if engine == "polars":
        from reference_polars import total
    else:
        from reference_duckdb import total
    return total(folder)


def by_frames(engine: str, folder: Path) -> list[dict[str, Any]]:
    from centralasia_minerals.adapters import frames

    files = [str(folder / f"{name}.parquet") for name in TABLES]
    if engine == "polars":
        import polars as pl

        found = frames.total(*map(pl.scan_parquet, files))
    else:
        import duckdb

        found = frames.total(*map(duckdb.read_parquet, files))
    return [
        {
            "currency": one.currency.code,
            "low": one.low.amount,
            "stated": one.stated.amount,
            "high": None if one.high is None else one.high.amount,
            "about": one.about,
        }
        for one in found
    ]


def measured(side: str, engine: str, folder: Path) -> dict[str, Any]:
    """Run one side in this process."""
    from decimal import Decimal

    import centralasia_minerals.adapters.frames  # noqa: F401  # loaded once, not for each table

    started = time.perf_counter()
    lines = (by_frames if side == "frames" else by_reference)(engine, folder)
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    said = [
        [
            one["currency"],
            *(
                None if one[n] is None else str(Decimal(one[n]).normalize())
                for n in ("low", "stated", "high")
            ),
            bool(one["about"]),
        ]
        for one in lines
    ]
    return {"seconds": seconds, "gigabytes": peak, "said": said}


def compare(engine: str, folder: Path, rows: int) -> None:
    found: dict[str, list[dict[str, Any]]] = {"frames": [], "reference": []}
    for _ in range(ROUNDS):
        for side, runs in found.items():
            command = [sys.executable, __file__, "--one", side, engine, str(folder)]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            runs.append(json.loads(done.stdout))
    if found["frames"][0]["said"] != found["reference"][0]["said"]:
        sys.exit(f"{engine}: {found['frames'][0]['said']} is not {found['reference'][0]['said']}")
    median = {
        side: {key: statistics.median(run[key] for run in runs) for key in ("seconds", "gigabytes")}
        for side, runs in found.items()
    }
    ours, theirs = median["frames"], median["reference"]
    print(
        f"{engine}, {rows:,} rows: {ours['seconds']:.2f} s / {theirs['seconds']:.2f} s = "
        f"{ours['seconds'] / theirs['seconds']:.2f}; {ours['gigabytes']:.1f} GB / "
        f"{theirs['gigabytes']:.1f} GB = {ours['gigabytes'] / theirs['gigabytes']:.2f}",
        flush=True,
    )


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["--one"]:
        side, engine, folder = arguments[1:]
        print(json.dumps(measured(side, engine, Path(folder))))
        return
    for wanted in map(int, arguments or ["1000000"]):
        with TemporaryDirectory() as name:
            rows = write(Path(name), wanted)
            for engine in ("polars", "duckdb"):
                compare(engine, Path(name), rows)


if __name__ == "__main__":
    main(sys.argv[1:])
