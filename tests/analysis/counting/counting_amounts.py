"""Makes amounts of every shape that the counting rules tell apart, out of a number."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from counting_builders import BULLETIN, GAZETTE, OTHER_REVIEW, REVIEW, cite, source

import centralasia_minerals as cam

SOURCES = (GAZETTE, BULLETIN, REVIEW, OTHER_REVIEW, source("yearbook-2025", "2025"))
CURRENCIES = ("USD", "USD", "USD", "EUR", "KZT")
FIGURES = (
    "0",
    "0.01",
    "7",
    "1000",
    "999999.99",
    "1100000000",
    "123456789012345678901234567.89",
)
RANKS = (*[cam.Rank.NORMAL] * 6, cam.Rank.PREFERRED, cam.Rank.DEPRECATED)
HEDGES = (*[cam.Hedge.AS_STATED] * 3, *[cam.Hedge.UP_TO] * 3, *cam.Hedge)
STAGES = (*[cam.Stage.SIGNED] * 40, *[cam.Stage.AGREED] * 8, *cam.Stage)
MONEY = (
    *[cam.MoneyKind.PROJECT] * 9,
    *[cam.MoneyKind.FINANCING] * 4,
    cam.MoneyKind.ISSUE,
    cam.MoneyKind.SUPPLY,
    *cam.MoneyKind,
)
NO_DOUBT = {
    cam.MoneyKind.PROJECT: cam.AmountRole.COST,
    cam.MoneyKind.FINANCING: cam.AmountRole.FINANCING,
    cam.MoneyKind.ISSUE: cam.AmountRole.PROCEEDS,
    cam.MoneyKind.VALUATION: cam.AmountRole.VALUATION,
}


def statement_of(random: Random, values: Any, places: Iterator[int], **more: Any) -> cam.Stated:
    """State one of some values, at some rank, in some source."""
    rank = random.choice(RANKS)
    reason = "a misprint" if rank is cam.Rank.DEPRECATED else cam.NotStated()
    citations = (cite(random.choice(SOURCES), 100 * next(places)),)
    value = random.choice(values)
    return cam.Stated(value=value, rank=rank, reason=reason, citations=citations, **more)


def figure_of(
    random: Random, currency: str, places: Iterator[int]
) -> cam.Stated[cam.Money] | cam.Undisclosed:
    """State a figure with any hedge, or say that it is withheld."""
    value = cam.Money(random.choice(FIGURES), currency)
    hedge = random.choice(HEDGES)
    more: dict[str, Any] = {"hedge": hedge}
    if hedge is cam.Hedge.RANGE:
        more["upper"] = value + cam.Money("5", currency)
    said = statement_of(random, [value], places, **more)
    if random.randrange(10):
        return said
    return cam.Undisclosed(rank=said.rank, reason=said.reason, citations=said.citations)


def conditions_of(random: Random, places: Iterator[int]) -> tuple[cam.Condition, ...]:
    """Give none, one or two conditions of either kind, each in any state."""
    return tuple(
        cam.Condition(
            what=what,
            kind=random.choice(list(cam.ConditionKind)),
            statements=tuple(
                statement_of(random, list(cam.ConditionState), places)
                for _ in range(random.choice([0, 1, 1, 2]))
            ),
            citations=(cite(at=100 * next(places)),),
        )
        for what in ("a licence", "an audit")[: random.choice([0, 0, 0, 0, 0, 1, 1, 2])]
    )


def amount_of(random: Random, places: Iterator[int], **more: Any) -> cam.Amount:
    """Make an amount; ``more`` says what is not left to chance."""
    currency = random.choice(CURRENCIES)
    statements = [
        figure_of(random, currency, places) for _ in range(random.choice([1, 1, 1, 1, 2, 2, 3, 0]))
    ]
    stages: tuple[cam.Stated[cam.Stage], ...] = ()
    if random.randrange(4) == 0:
        said = cam.Stated(value=random.choice(STAGES), citations=(cite(at=100 * next(places)),))
        stages = (said,)
    said_of = {
        "statements": tuple(statements),
        "stages": stages,
        "horizon_years": random.choice([cam.NotStated(), cam.NotStated(), 3, 10]),
        "conditions": conditions_of(random, places),
        "citations": (cite(at=100 * next(places)),),
        **_money_of(random, is_told=any(map(bool, statements))),
    }
    return cam.Amount(**{**said_of, **more})


def _money_of(random: Random, *, is_told: bool) -> dict[str, Any]:
    """Give a kind of money, or a role that decides it; where nothing is told it may be in doubt."""
    money = random.choice(MONEY)
    if money in NO_DOUBT and random.randrange(2):
        return {"role": NO_DOUBT[money]}
    if not is_told and random.randrange(2):
        return {"role": cam.AmountRole.CONTRACT_VALUE}
    return {"role": random.choice(list(cam.AmountRole)), "money": money}


def amounts_of(random: Random, places: Iterator[int]) -> tuple[cam.Amount, ...]:
    """Make the amounts of a deal: some by themselves, some wholes with parts, in any order."""
    made: list[cam.Amount] = []
    for number in range(random.choice([1, 1, 1, 2, 2, 3, 0])):
        if random.randrange(3):
            made.append(amount_of(random, places))
            continue
        money = random.choice(MONEY)
        alike = {"role": random.choice(list(cam.AmountRole)), "money": money}
        made.append(amount_of(random, places, key=f"whole {number}", **alike))
        made += [
            amount_of(random, places, part_of=f"whole {number}", **alike)
            for _ in range(random.choice([1, 2, 2, 3]))
        ]
    if random.randrange(2):
        random.shuffle(made)
    return tuple(made)
