"""Generates deals that differ in everything that totals are grouped by.

Each deal is made from one number that is drawn: a law that draws much is slow and flaky.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from random import Random

from analysis_builders import EU, GAZETTE, KZ, REVIEW, TJ, TUNGSTEN, URANIUM, US, UZ, cite, on
from hypothesis import strategies as st

import centralasia_minerals as cam

FIGURES = ("0", "0.01", "7", "1000", "1100000000", "123456789012345678901234567.89")
STAGES = (*[cam.Stage.SIGNED] * 30, *cam.Stage, None)
HEDGES = (*[cam.Hedge.AS_STATED] * 3, *cam.Hedge)
SHARED = (cam.Sector.MINERALS, cam.Sector.ENERGY)


KINDS = (*[cam.MoneyKind.PROJECT] * 6, *[cam.MoneyKind.FINANCING] * 2, *cam.MoneyKind)
CLASSES = (*[cam.NotStated()] * 8, *cam.DealClass)
WORKS = (*[None] * 6, cam.Implementation.UNDER_WAY, cam.Implementation.CANCELLED)
PLACES = (
    cam.NotStated(),
    cam.NotStated(),
    cam.Place(name="Karaganda", country=KZ),
    cam.Place(name="Khujand", country=TJ),
)
UP = ("part of", "implements", "finances", "raises money for")
EITHER_WAY = ("rival to", "reopens", "replaces", "overlaps in part with", "possibly the same as")


def _some(random: Random, *choices):
    """Give none, one or several of the choices, in any order."""
    return tuple(random.sample(choices, random.randrange(min(len(choices), 3) + 1)))


def _statement(random: Random, places: Iterator[int]) -> cam.Stated[cam.Money] | cam.Undisclosed:
    """State an amount, or say that it is withheld."""
    of = random.choice([REVIEW, REVIEW, GAZETTE])
    citations = (cite(of, 10 + 50 * next(places)),)
    if random.randrange(8) == 7:
        return cam.Undisclosed(citations=citations)
    value = cam.Money(random.choice(FIGURES), random.choice(["USD", "USD", "EUR", "KZT"]))
    hedge = random.choice(HEDGES)
    upper = value + cam.Money("5", value.currency) if hedge is cam.Hedge.RANGE else cam.NotStated()
    return cam.Stated(value=value, hedge=hedge, upper=upper, citations=citations)


def _amount(random: Random, places: Iterator[int], **more) -> cam.Amount:
    """Make an amount of one or two statements."""
    own = random.choice([None, None, None, cam.Stage.LETTER_OF_INTEREST, cam.Stage.SIGNED])
    kind = random.choice(list(cam.ConditionKind))
    said_of = {
        "role": random.choice([cam.AmountRole.COST, cam.AmountRole.PRICE, *cam.AmountRole]),
        "money": random.choice(KINDS),
        "statements": tuple(_statement(random, places) for _ in range(random.choice([1, 2]))),
        "stages": () if own is None else (cam.Stated(value=own, citations=(cite(),)),),
        "horizon_years": random.choice([cam.NotStated(), 3, 10]),
        "conditions": (cam.Condition(what="a licence", kind=kind),)[: random.randrange(4) == 0],
        "payer": _some(random, US, EU),
        "place": random.choice(PLACES),
    }
    return cam.Amount(**{**said_of, **more})


def _amounts(random: Random, places: Iterator[int]) -> tuple[cam.Amount, ...]:
    """Make the amounts of a deal: some by themselves, or a whole with its parts."""
    if random.randrange(3):
        return tuple(_amount(random, places) for _ in range(random.randrange(3)))
    alike = {"role": cam.AmountRole.CONTRACT_VALUE, "money": random.choice(KINDS)}
    parts = [_amount(random, places, part_of="whole", **alike) for _ in range(random.randrange(3))]
    return (_amount(random, places, key="whole", **alike), *parts)


def _relations(random: Random, number: int, made: list[cam.Deal]) -> tuple[cam.Relation, ...]:
    """Relate a deal to others before it, which may cover it and which it never covers."""
    return tuple(
        cam.Relation(
            kind=cam.RelationKind(random.choice([*UP, *EITHER_WAY])),
            deal=other.id,
            citations=(cite(at=600 + number),),
        )
        for other in random.sample(made, min(len(made), random.choice([0, 0, 1, 2])))
    )


def _deal(seed: int, number: int, made: list[cam.Deal], dates: tuple[str, ...]) -> cam.Deal:
    random, places = Random(seed), count()
    stage, work = random.choice(STAGES), random.choice(WORKS)
    return cam.Deal(
        id=f"deal-{number}",
        title=f"deal-{number}",
        kind=random.choice([cam.DealKind.CONTRACT, cam.DealKind.SALE]),
        deal_class=random.choice(CLASSES),
        stages=() if stage is None else (cam.Stated(value=stage, citations=(cite(),)),),
        implementations=() if work is None else (cam.Stated(value=work, citations=(cite(),)),),
        sectors=random.choice([(), *[(cam.Sector.MINERALS,)] * 6, (cam.Sector.ENERGY,), SHARED]),
        countries=_some(random, KZ, TJ, UZ),
        partners=_some(random, US, EU),
        minerals=_some(random, TUNGSTEN, URANIUM),
        part_of=random.choice([cam.NotStated(), cam.NotStated(), *made]),
        relations=_relations(random, number, made),
        amounts=_amounts(random, places),
        dates=tuple(map(on, _some(random, *dates)[:1])),
        citations=(cite(at=500),),
    )


@st.composite
def deals(draw, max_size=5, dates=("2024", "2025-06", "2025-11-06")):
    """Give deals, some of them parts, rivals and so on of others before them."""
    made: list[cam.Deal] = []
    for number, seed in enumerate(draw(st.lists(st.integers(0, 2**32 - 1), max_size=max_size))):
        made.append(_deal(seed, number, made, dates))
    return tuple(made)


FILTERS = st.fixed_dictionaries(
    {},
    optional={
        "stages": st.sampled_from([None, "concluded", "intended", ["signed", "failed"], "ended"]),
        "sectors": st.sampled_from([None, "minerals", ["minerals", "energy"]]),
        "max_horizon_years": st.sampled_from([None, 3]),
        "kinds": st.sampled_from([None, "project", "financing", ["project", "supply", "issue"]]),
        "classes": st.sampled_from([None, "undertaking", ["undertaking", "own project"]]),
    },
)

MONEY = st.decimals(0, 10**15, places=2).map(lambda figure: cam.Money(figure, "USD"))


@st.composite
def figures(draw, money=MONEY):
    """State a figure with any hedge."""
    value = draw(money)
    hedge = draw(st.sampled_from(cam.Hedge))
    upper = value + cam.Money("5", value.currency) if hedge is cam.Hedge.RANGE else cam.NotStated()
    return cam.Stated(value=value, hedge=hedge, upper=upper, citations=(cite(),))


CONTEXTS = st.fixed_dictionaries(
    {
        "prec": st.integers(1, 6),
        "rounding": st.sampled_from(["ROUND_UP", "ROUND_FLOOR", "ROUND_HALF_EVEN"]),
    }
)
