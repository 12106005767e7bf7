"""Generates deals that differ in everything that totals are grouped by."""

from __future__ import annotations

from itertools import count

from analysis_builders import EU, GAZETTE, KZ, REVIEW, TJ, TUNGSTEN, URANIUM, US, UZ, cite, on
from hypothesis import strategies as st

import centralasia_minerals as cam

FIGURES = ("0", "0.01", "7", "1000", "1100000000", "123456789012345678901234567.89")
STAGES = (*[cam.Stage.SIGNED] * 4, *cam.Stage, None)
CONDITIONS = (
    (cam.Condition(what="a licence"),),
    (cam.Condition(what="an audit", kind=cam.ConditionKind.CLOSING),),
)
CLASSES = (*[cam.NotStated()] * 6, *cam.DealClass)
HEDGES = (*[cam.Hedge.AS_STATED] * 3, *cam.Hedge)


def _some(*choices):
    """Give none, one or several of the choices, in any order."""
    return st.lists(st.sampled_from(choices), unique=True, max_size=3).map(tuple)


@st.composite
def statements(draw, places, currencies=("USD", "USD", "EUR", "KZT")):
    """State an amount, or say that it is withheld."""
    of = draw(st.sampled_from([REVIEW, REVIEW, GAZETTE]))
    citations = (cite(of, 10 + 50 * next(places)),)
    if draw(st.integers(0, 7)) == 7:
        return cam.Undisclosed(citations=citations)
    value = cam.Money(draw(st.sampled_from(FIGURES)), draw(st.sampled_from(currencies)))
    hedge = draw(st.sampled_from(HEDGES))
    upper = value + cam.Money("5", value.currency) if hedge is cam.Hedge.RANGE else cam.NotStated()
    return cam.Stated(value=value, hedge=hedge, upper=upper, citations=citations)


@st.composite
def amounts(draw, places):
    """Make an amount of one or two statements."""
    said = draw(st.lists(statements(places), min_size=1, max_size=2))
    role = draw(st.sampled_from([cam.AmountRole.COST, cam.AmountRole.PRICE, *cam.AmountRole]))
    own = draw(st.sampled_from([None, None, None, cam.Stage.LETTER_OF_INTEREST, cam.Stage.SIGNED]))
    return cam.Amount(
        role=role,
        statements=tuple(said),
        stages=() if own is None else (cam.Stated(value=own, citations=(cite(),)),),
        horizon_years=draw(st.sampled_from([cam.NotStated(), 3, 10])),
        money=draw(st.sampled_from([cam.MoneyKind.PROJECT] * 6 + [*cam.MoneyKind])),
        conditions=draw(st.sampled_from([(), (), (), (), (), *CONDITIONS])),
    )


@st.composite
def relations(draw, made):
    """Relate a deal to none or one of those made before it, so that none cover in a circle."""
    if not made or draw(st.integers(0, 3)):
        return ()
    kind = cam.RelationKind.OVERLAPS if draw(st.booleans()) else cam.RelationKind.FINANCES
    return (cam.Relation(kind=kind, deal=draw(st.sampled_from(made)).id),)


@st.composite
def deals(draw, max_size=5, dates=("2024", "2025-06", "2025-11-06")):
    """Give deals, some of them parts of others."""
    made: list[cam.Deal] = []
    for number in range(draw(st.integers(0, max_size))):
        places = count()
        stage = draw(st.sampled_from(STAGES))
        made.append(
            cam.Deal(
                id=f"deal-{number}",
                title=f"deal-{number}",
                kind=draw(st.sampled_from([cam.DealKind.CONTRACT, cam.DealKind.SALE])),
                stages=() if stage is None else (cam.Stated(value=stage, citations=(cite(),)),),
                sectors=draw(_some(cam.Sector.MINERALS, cam.Sector.MINERALS, cam.Sector.ENERGY)),
                countries=draw(_some(KZ, TJ, UZ)),
                partners=draw(_some(US, EU)),
                minerals=draw(_some(TUNGSTEN, URANIUM)),
                deal_class=draw(st.sampled_from(CLASSES)),
                part_of=draw(st.sampled_from([cam.NotStated(), cam.NotStated(), *made])),
                relations=draw(relations(made)),
                amounts=tuple(draw(st.lists(amounts(places), max_size=2))),
                dates=tuple(on(date) for date in draw(_some(*dates))[:1]),
                citations=(cite(at=500),),
            )
        )
    return tuple(made)


FILTERS = st.fixed_dictionaries(
    {},
    optional={
        "kinds": st.sampled_from([None, "project", ["project", "financing"], "transfer"]),
        "classes": st.sampled_from([None, "undertaking", "programme"]),
        "stages": st.sampled_from([None, "concluded", "intended", ["signed", "failed"]]),
        "sectors": st.sampled_from([None, "minerals", ["minerals", "energy"]]),
        "max_horizon_years": st.sampled_from([None, 3]),
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
