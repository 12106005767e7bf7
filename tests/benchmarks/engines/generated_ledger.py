"""A ledger of as many rows as are asked for, as Parquet files: a thousand deals, over and over."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from counting_builders import OTHER_REVIEW, amount, deal, financing, stated, to

import centralasia_minerals as cam

DEALS = 1000
HEDGES = ("as stated", "as stated", "as stated", "up to", "around", "at least")
STAGES = ("signed", "signed", "signed", "agreed", "letter of interest")
SECTORS = (("minerals",), ("minerals",), ("minerals",), ("minerals", "energy"), ("energy",))
COUNTRIES = ("KZ", "KG", "TJ", "TM", "UZ")


def deals() -> tuple[cam.Deal, ...]:
    """Return deals of which most are plain, and some have parts, rivals or two statements."""
    return tuple(islice(_deals(), DEALS))


def _deals() -> Iterator[cam.Deal]:
    number = 0
    while True:
        number += 1
        figure = f"{'EUR' if number % 7 == 0 else 'USD'} {number * 1000 + number % 13}.25"
        cost = amount(stated(figure, HEDGES[number % 6]))
        known = {
            "stage": STAGES[number % 5],
            "sectors": SECTORS[number % 11 % 5],
            "countries": (cam.load().countries[COUNTRIES[number % 5]],),
        }
        if number % 10 == 1:
            yield deal(f"deal-{number}", cost, financing(figure), **known)
        elif number % 10 == 2:
            later = stated(f"USD {number}000", of=OTHER_REVIEW)
            yield deal(f"deal-{number}", amount(stated(figure), later), **known)
        elif number % 40 == 3:
            yield from _family(number, figure, known)
        elif number % 100 == 4:
            yield deal(f"deal-{number}", cost, **known)
            rival = to(f"deal-{number}", "rival to")
            yield deal(f"deal-{number}-rival", cost, relations=rival, **known)
        else:
            yield deal(f"deal-{number}", cost, **known)


def _family(number: int, figure: str, known: dict[str, object]) -> Iterator[cam.Deal]:
    known = known | {"stage": "signed", "sectors": ("minerals",)}
    whole = deal(f"deal-{number}", amount(stated(figure, "up to")), **known)
    yield whole
    for part in range(3):
        said = amount(
            stated(f"{figure[:3]} {number * 300 * (part + 1)}", "up to" if part == 2 else "around")
        )
        inside = deal(f"deal-{number}-part-{part}", said, part_of=whole, **known)
        yield inside
    yield deal(f"deal-{number}-lot", amount(stated(f"{figure[:3]} 7")), part_of=inside, **known)
