"""Data files of many deals, for the benchmarks of reading."""

from __future__ import annotations

import json
from typing import Any

SOURCE = {
    "id": "the-diplomat-2025-11",
    "title": "A summit of deals",
    "sha256": "f" * 64,
    "length": 10_000,
    "published": {
        "date": "2025-11-07",
        "inferred_from": [{"start": 0, "end": 10, "digest": "0" * 16}],
        "basis": "inferred",
    },
}


def cited(figure: str = "") -> dict[str, Any]:
    """Give a citation of the one source, of a printed figure if there is one."""
    citation = {"source": SOURCE["id"], "start": 10, "end": 90, "digest": "0123456789abcdef"}
    return citation | ({"figure": figure} if figure else {})


def deal(number: int) -> dict[str, Any]:
    """Give the table of a deal with a stage and one amount."""
    money = {"amount": str(1_000_000 + number), "currency": "USD"}
    return {
        "id": f"deal-{number:06}",
        "title": f"A deal of number {number}",
        "kind": "sale",
        "stages": [{"value": "signed", "citations": [cited()]}],
        "sectors": ["minerals"],
        "amounts": [
            {
                "role": "cost",
                "statements": [{"value": money, "citations": [cited(f"${number}")]}],
            }
        ],
        "citations": [cited()],
    }


def deals_file(count: int, **more: object) -> str:
    """Give a data file of one source and many deals, as JSON; each deal has the other keys too."""
    deals = [deal(number) | more for number in range(count)]
    return json.dumps({"format": 1, "sources": [SOURCE], "deals": deals})
