"""Generates deals of every shape that the counting rules tell apart, and filters to ask with.

Each deal is made from one number that is drawn: a law that draws much is slow and flaky.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import count
from random import Random
from typing import Any

from counting_amounts import CURRENCIES, STAGES, amounts_of
from counting_builders import cite
from hypothesis import strategies as st

import centralasia_minerals as cam

__all__ = ["CURRENCIES", "STAGES"]

SECTORS = (
    *[(cam.Sector.MINERALS,)] * 16,
    (cam.Sector.ENERGY,),
    (cam.Sector.MINERALS, cam.Sector.ENERGY),
    (),
)
TREE_HEDGES = (cam.Hedge.UP_TO, cam.Hedge.UP_TO, cam.Hedge.AS_STATED, cam.Hedge.AT_LEAST)
WORKS = (*[None] * 20, *[cam.Implementation.UNDER_WAY] * 3, *cam.Implementation)
CLASSES = (*[cam.NotStated()] * 14, *cam.DealClass)
DATES = ("2024", "2025-06", "2025-11", "2025-11-06")
UP = ("part of", "implements", "finances", "raises money for")
"""What a deal may be to an earlier one, which covers it."""
DOWN = ("follows", "restates")
"""What a deal may be to a later one, which it covers: so nothing covers itself."""
EITHER_WAY = (
    *["rival to"] * 3, "reopens", "replaces", "overlaps in part with", "possibly the same as",
)  # fmt: skip
ONE_WAY = ("replaces", "restates")
"""What a dataset does not let lead back to a deal, whatever covers what."""
SEEDS = st.integers(0, 2**32 - 1)


def _relations(
    random: Random, number: int, ids: list[str], *, whole: bool
) -> tuple[cam.Relation, ...]:
    made: dict[tuple[str, str], cam.Relation] = {}
    others = [other for other in range(len(ids)) if other != number]
    for _ in range(random.choice([0, 0, 1, 1, 2, 3]) if others else 0):
        other = random.choice(others)
        kind = random.choice([*(UP if other < number else DOWN * 2) * 2, *EITHER_WAY])
        if whole and kind in ONE_WAY and other > number:
            continue
        since = cam.PartialDate.parse("2025-06") if kind == "replaces" else cam.NotStated()
        made[kind, ids[other]] = cam.Relation(
            kind=cam.RelationKind(kind), deal=ids[other], since=since, citations=(cite(at=60),)
        )
    return tuple(made.values())


def _dates(random: Random) -> tuple[cam.DealDate, ...]:
    kinds = [cam.DealDateKind.SIGNED, cam.DealDateKind.ANNOUNCED]
    return tuple(
        cam.DealDate(
            kind=kind, date=cam.PartialDate.parse(random.choice(DATES)), citations=(cite(),)
        )
        for kind in random.sample(kinds, random.choice([0, 1, 1, 2]))
    )


def _one(
    seed: int, number: int, ids: list[str], made: list[cam.Deal], *, whole: bool = False
) -> cam.Deal:
    random, places = Random(seed), count(1)
    stage, work = random.choice([*STAGES, None]), random.choice(WORKS)
    return cam.Deal(
        id=ids[number],
        title=ids[number],
        kind=cam.DealKind.CONTRACT,
        deal_class=random.choice(CLASSES),
        stages=() if stage is None else (cam.Stated(value=stage, citations=(cite(),)),),
        implementations=() if work is None else (cam.Stated(value=work, citations=(cite(),)),),
        sectors=random.choice(SECTORS),
        amounts=amounts_of(random, places),
        part_of=random.choice([cam.NotStated()] * 3 + made),
        relations=_relations(random, number, ids, whole=whole),
        dates=_dates(random),
        citations=(cite(at=50),),
    )


@st.composite
def deals(draw, prefix="deal", min_size=0, max_size=6, whole=False) -> tuple[cam.Deal, ...]:
    """Give deals that are parts, rivals, followers and so on of others, in any order.

    A whole may be missing from what is given. What is whole fits a dataset: nothing
    is missing, and no deal replaces or restates itself through others.
    """
    seeds = draw(st.lists(SEEDS, min_size=min_size, max_size=max_size))
    ids = [f"{prefix}-{number}" for number in range(len(seeds))]
    made: list[cam.Deal] = []
    for number, seed in enumerate(seeds):
        made.append(_one(seed, number, ids, made, whole=whole))
    order = Random(draw(SEEDS))
    # What relations say of a deal that is not given has tests of its own.
    named = {one.deal for deal in made for one in deal.relations}
    unnamed = [deal for deal in made if deal.id not in named and not deal.relations]
    missing = None if whole else order.choice([None, None, None, *unnamed])
    kept = [deal for deal in made if deal is not missing]
    given = kept if len(kept) >= min_size else made
    if order.randrange(2):
        order.shuffle(given)
    return tuple(given)


def _tree_amounts(random: Random) -> tuple[cam.Amount, ...]:
    amounts = []
    role = random.choice([cam.AmountRole.COST, cam.AmountRole.FINANCING])
    for place in range(random.choice([1, 1, 1, 2, 2, 0])):
        currency = random.choice(["USD", "USD", "USD", "EUR"])
        value, hedge = cam.Money(random.randrange(21), currency), random.choice(TREE_HEDGES)
        said = cam.Stated(value=value, hedge=hedge, citations=(cite(at=100 * place),))
        amounts.append(cam.Amount(role=role, statements=(said,)))
        role = random.choice([role, cam.AmountRole.FINANCING])
    return tuple(amounts)


@st.composite
def trees(draw) -> tuple[cam.Deal, ...]:
    """Give parts of wholes that mostly count: signed, in minerals, in dollars or euros.

    Some of them are parts of several wholes, or implement them.
    """
    seeds = draw(st.lists(SEEDS, min_size=2, max_size=6))
    made: list[cam.Deal] = []
    for number, seed in enumerate(seeds):
        random = Random(seed)
        further = random.sample(made, min(len(made), random.choice([0, 0, 0, 1, 2])))
        stage = random.choice([cam.Stage.SIGNED] * 4 + [cam.Stage.PLEDGED])
        made.append(
            cam.Deal(
                id=f"tree-{number}",
                title=f"tree-{number}",
                kind=cam.DealKind.CONTRACT,
                sectors=(cam.Sector.MINERALS,),
                stages=(cam.Stated(value=stage, citations=(cite(),)),),
                amounts=_tree_amounts(random),
                part_of=random.choice([*made[-2:], *made, cam.NotStated()]),
                relations=tuple(
                    cam.Relation(
                        kind=cam.RelationKind(random.choice(["part of", "implements"])),
                        deal=whole.id,
                        citations=(cite(at=60),),
                    )
                    for whole in further
                ),
                citations=(cite(at=50),),
            )
        )
    Random(draw(SEEDS)).shuffle(made)
    return tuple(made)


def _several(*choices):
    return st.lists(st.sampled_from(choices), min_size=1, max_size=4)


STAGE_CHOICES = (*["concluded"] * 8, *cam.Stage, *cam.StageGroup, "signed", "cancelled")
MONEY_CHOICES = (
    *["project"] * 3,
    *[kind for kind in cam.MoneyKind if kind is not cam.MoneyKind.VALUATION],
)
CLASS_CHOICES = ("undertaking", *cam.DealClass)
CHOICES: dict[str, Any] = {
    "stages": st.none() | st.sampled_from(STAGE_CHOICES) | _several(*STAGE_CHOICES),
    "sectors": st.none() | st.just("minerals") | _several("minerals", "energy"),
    "max_horizon_years": st.none() | st.sampled_from([1, 3, 9, 10]),
    "kinds": st.none() | st.sampled_from(MONEY_CHOICES) | _several(*MONEY_CHOICES),
    "classes": st.none() | st.sampled_from(CLASS_CHOICES) | _several(*CLASS_CHOICES),
}
FILTERS = st.fixed_dictionaries({}, optional=CHOICES)

CONTEXTS = st.fixed_dictionaries(
    {
        "prec": st.integers(1, 6),
        "rounding": st.sampled_from(["ROUND_UP", "ROUND_FLOOR", "ROUND_HALF_EVEN"]),
        "Emax": st.integers(0, 5),
        "Emin": st.integers(-5, 0),
    }
)


def row_key(row: cam.LedgerRow) -> tuple[object, ...]:
    """Tell a row from every other: its deal, its amount, its statement."""
    return row.deal.id, row.amount, row.statement


def keyed(rows) -> dict[tuple[object, ...], cam.LedgerRow]:
    """Give rows by their key."""
    return {row_key(row): row for row in rows}


def figures(total: cam.Total) -> dict[str, tuple[Decimal, Decimal, Decimal | None]]:
    """Give low, stated and high by currency."""
    return {
        one.currency.code: (
            one.low.amount,
            one.stated.amount,
            None if one.high is None else one.high.amount,
        )
        for one in total.by_currency
    }
