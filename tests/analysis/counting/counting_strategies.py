"""Generates deals of every shape that the counting rules tell apart, and filters to ask with."""

from __future__ import annotations

from decimal import Decimal
from itertools import count

from counting_builders import BULLETIN, GAZETTE, OTHER_REVIEW, REVIEW, cite, source
from hypothesis import strategies as st

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
SECTORS = (
    *[(cam.Sector.MINERALS,)] * 6,
    (cam.Sector.ENERGY,),
    (cam.Sector.MINERALS, cam.Sector.ENERGY),
    (),
)
ROLES = (
    cam.AmountRole.COST,
    cam.AmountRole.INVESTMENT,
    cam.AmountRole.PRICE,
    cam.AmountRole.FINANCING,
    cam.AmountRole.FINANCING,
)
STAGES = (
    *[cam.Stage.SIGNED] * 5,
    cam.Stage.AGREED,
    cam.Stage.PLEDGED,
    cam.Stage.LETTER_OF_INTEREST,
)
RANKS = (*[cam.Rank.NORMAL] * 6, cam.Rank.PREFERRED, cam.Rank.DEPRECATED)
HEDGES = (*[cam.Hedge.AS_STATED] * 3, *[cam.Hedge.UP_TO] * 3, *cam.Hedge)
TREE_HEDGES = (cam.Hedge.UP_TO, cam.Hedge.UP_TO, cam.Hedge.AS_STATED, cam.Hedge.AT_LEAST)
CONDITIONS = (*[cam.NotStated()] * 8, "a licence")
WORKS = (*[None] * 10, *cam.Implementation)
ENDED = (cam.Stage.FAILED, cam.Stage.EXPIRED)


@st.composite
def _statements(draw, currency, places) -> cam.Stated | cam.Undisclosed:
    of, at = draw(st.sampled_from(SOURCES)), 100 * next(places)
    rank = draw(st.sampled_from(RANKS))
    reason = "a misprint" if rank is cam.Rank.DEPRECATED else cam.NotStated()
    said = {"rank": rank, "reason": reason, "citations": (cite(of, at),)}
    if draw(st.integers(0, 9)) == 9:
        return cam.Undisclosed(**said)
    value = cam.Money(draw(st.sampled_from(FIGURES)), currency)
    hedge = draw(st.sampled_from(HEDGES))
    if hedge is cam.Hedge.RANGE:
        said["upper"] = value + cam.Money("5", currency)
    return cam.Stated(value=value, hedge=hedge, **said)


@st.composite
def _amounts(draw, places, *, own_stage) -> cam.Amount:
    currency = draw(st.sampled_from(CURRENCIES))
    said = draw(st.sampled_from([1, 1, 1, 1, 2, 2, 3, 0]))
    statements = [draw(_statements(currency, places)) for _ in range(said)]
    stages: tuple[cam.Stated[cam.Stage], ...] = ()
    if own_stage and draw(st.integers(0, 3)) == 0:
        stage = draw(st.sampled_from(STAGES))
        stages = (cam.Stated(value=stage, citations=(cite(at=100 * next(places)),)),)
    return cam.Amount(
        role=draw(st.sampled_from(ROLES)),
        statements=tuple(statements),
        stages=stages,
        horizon_years=draw(st.sampled_from([cam.NotStated(), cam.NotStated(), 3, 10])),
        condition=draw(st.sampled_from(CONDITIONS)),
        citations=(cite(at=100 * next(places)),),
    )


@st.composite
def _one(draw, id, wholes) -> cam.Deal:
    places = count(1)
    amounts = draw(st.sampled_from([1, 1, 1, 2, 2, 3, 0]))
    stage = draw(st.sampled_from([*STAGES, None, *ENDED]))
    work = draw(st.sampled_from(WORKS))
    # What an amount's own stage means in a deal that failed has a test of its own.
    own_stage = stage not in ENDED
    return cam.Deal(
        id=id,
        title=id,
        kind=cam.DealKind.CONTRACT,
        stages=() if stage is None else (cam.Stated(value=stage, citations=(cite(),)),),
        implementations=() if work is None else (cam.Stated(value=work, citations=(cite(),)),),
        sectors=draw(st.sampled_from(SECTORS)),
        amounts=tuple(draw(_amounts(places, own_stage=own_stage)) for _ in range(amounts)),
        part_of=draw(st.sampled_from([cam.NotStated(), *wholes])),
        citations=(cite(at=50),),
    )


@st.composite
def deals(draw, prefix="deal", min_size=0, max_size=6) -> tuple[cam.Deal, ...]:
    """Give deals, some of them parts of others; a whole may be missing from what is given."""
    made: list[cam.Deal] = []
    for number in range(draw(st.integers(min_size, max_size))):
        made.append(draw(_one(f"{prefix}-{number}", made)))
    missing = draw(st.sampled_from([None, None, None, *made]))
    kept = [deal for deal in made if deal is not missing]
    return tuple(kept if len(kept) >= min_size else made)


@st.composite
def trees(draw) -> tuple[cam.Deal, ...]:
    """Give parts of wholes that mostly count: signed, in minerals, in dollars or euros."""
    made: list[cam.Deal] = []
    for number in range(draw(st.integers(2, 6))):
        amounts = []
        role = draw(st.sampled_from([cam.AmountRole.COST, cam.AmountRole.FINANCING]))
        for place in range(draw(st.sampled_from([1, 1, 1, 2, 2, 0]))):
            currency = draw(st.sampled_from(["USD", "USD", "USD", "EUR"]))
            value = cam.Money(draw(st.integers(0, 20)), currency)
            hedge = draw(st.sampled_from(TREE_HEDGES))
            said = cam.Stated(value=value, hedge=hedge, citations=(cite(at=100 * place),))
            amounts.append(cam.Amount(role=role, statements=(said,)))
            role = draw(st.sampled_from([role, cam.AmountRole.FINANCING]))
        stage = draw(st.sampled_from([cam.Stage.SIGNED] * 4 + [cam.Stage.PLEDGED]))
        made.append(
            cam.Deal(
                id=f"tree-{number}",
                title=f"tree-{number}",
                kind=cam.DealKind.CONTRACT,
                sectors=(cam.Sector.MINERALS,),
                stages=(cam.Stated(value=stage, citations=(cite(),)),),
                amounts=tuple(amounts),
                part_of=draw(st.sampled_from([*made[-2:], *made, cam.NotStated()])),
                citations=(cite(at=50),),
            )
        )
    return tuple(draw(st.permutations(made)))


def _several(*choices):
    return st.lists(st.sampled_from(choices), min_size=1, max_size=4)


STAGE_CHOICES = (*["concluded"] * 8, *cam.Stage, *cam.StageGroup, "signed", "cancelled")
FILTERS = st.fixed_dictionaries(
    {},
    optional={
        "stages": st.none() | st.sampled_from(STAGE_CHOICES) | _several(*STAGE_CHOICES),
        "sectors": st.none() | st.just("minerals") | _several("minerals", "energy"),
        "max_horizon_years": st.none() | st.sampled_from([1, 3, 9, 10]),
    },
)

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
