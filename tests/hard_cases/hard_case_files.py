"""Reads the thirty hard cases, and shows a total so that a whole of it can be compared at once.

Each case has a data file in ``data``, and a file of tests in the folder of its subject: money,
stages, stakes and people, the ground, files. ``analyst`` has data of its own.
"""

from decimal import Decimal
from functools import cache
from pathlib import Path

import centralasia_minerals as cam

DATA = Path(__file__).parent / "data"
CASES = tuple(sorted(path for path in DATA.glob("*.toml") if path.stem != "base"))
TEST_FILES = tuple(sorted(DATA.parent.rglob("test_case_[0-9]*.py"), key=lambda path: path.name))

Bounds = tuple[Decimal, Decimal, Decimal | None]


@cache
def base() -> cam.Dataset:
    """Give the sources, countries, organizations, people and minerals that the cases share."""
    return cam.read(DATA / "base.toml")


@cache
def case(number: int) -> cam.Dataset:
    """Decode a case."""
    found = next(path for path in CASES if path.stem.startswith(f"{number:02d}-"))
    return cam.read(found, base=base())


def bounds(total: cam.Total, currency: str = "USD") -> Bounds:
    """Give low, stated and high in millions of a currency."""
    one = total[currency]
    high = None if one.high is None else one.high.amount / 10**6
    return one.low.amount / 10**6, one.stated.amount / 10**6, high


def counted(total: cam.Total) -> list[tuple[str, Decimal]]:
    """Give what counts, by deal, in millions."""
    return sorted((row.deal.id, row.stated / 10**6) for row in total.counted)


def left_out(total: cam.Total) -> list[tuple[str, Decimal | None, list[str]]]:
    """Give what is left out, by deal, in millions, with every reason."""
    rows = [
        (
            row.deal.id,
            None if row.stated is None else row.stated / 10**6,
            list(map(str, row.reasons)),
        )
        for row in total.excluded
    ]
    return sorted(rows, key=str)
