"""Figures, amounts, measures and dates for the laws."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import (
    Clamped,
    Context,
    Decimal,
    DivisionByZero,
    FloatOperation,
    Inexact,
    InvalidOperation,
    Overflow,
    Rounded,
    Subnormal,
    Underflow,
)

import attrs
from hypothesis import strategies as st

from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.partial_date import PartialDate
from centralasia_minerals.values.unit import Unit

_ALL_SIGNALS = [
    Clamped,
    DivisionByZero,
    FloatOperation,
    Inexact,
    InvalidOperation,
    Overflow,
    Rounded,
    Subnormal,
    Underflow,
]

# Contexts of a caller in which the least loss of a digit raises.
HOSTILE_CONTEXTS = {
    "one digit": Context(prec=1, traps=_ALL_SIGNALS),
    "one digit and no exponents": Context(prec=1, Emin=-1, Emax=1, traps=_ALL_SIGNALS),
}

CODES = ("USD", "EUR", "KZT", "UZS", "KGS", "TJS", "TMT", "CNY", "JPY", "KWD")

# Each converts into each other unit of its row without a remainder.
DECIMAL_FAMILIES = (
    (Unit.MILLIGRAM, Unit.GRAM, Unit.KILOGRAM, Unit.TONNE, Unit.KILOTONNE, Unit.MEGATONNE),
    (Unit.GRAM_PER_TONNE, Unit.PERCENT_BY_MASS),
    (Unit.KILOWATT, Unit.MEGAWATT, Unit.GIGAWATT),
    (Unit.KILOWATT_HOUR, Unit.MEGAWATT_HOUR, Unit.GIGAWATT_HOUR),
    (
        Unit.GRAM_PER_YEAR,
        Unit.KILOGRAM_PER_YEAR,
        Unit.TONNE_PER_YEAR,
        Unit.KILOTONNE_PER_YEAR,
        Unit.MEGATONNE_PER_YEAR,
    ),
    (Unit.PERCENT_OF_OUTPUT,),
    (Unit.HECTARE, Unit.SQUARE_KILOMETRE),
    (Unit.METRE, Unit.KILOMETRE),
    (Unit.PIECE,),
)


def written(number: int, exponent: int) -> Decimal:
    """Place the point without asking any decimal context."""
    return Decimal(f"{number}E{exponent}")


def figures(digits: int = 12, places: int = 8, zeros: int = 4) -> st.SearchStrategy[Decimal]:
    """Figures of so many digits, with as many places after the point or zeros before it."""
    largest = 10**digits - 1
    return st.builds(written, st.integers(-largest, largest), st.integers(-places, zeros))


def longest_figures() -> st.SearchStrategy[Decimal]:
    """Figures up to the 34 digits that are allowed."""
    return figures(digits=34, places=33, zeros=0)


def amounts(code: str = "USD", of: st.SearchStrategy[Decimal] | None = None):
    return st.builds(Money, of if of is not None else figures(), st.just(code))


def amounts_in_any_currency(of: st.SearchStrategy[Decimal] | None = None):
    return st.builds(Money, of if of is not None else figures(), st.sampled_from(CODES))


def measures(units: Iterable[Unit] = tuple(Unit), of: st.SearchStrategy[Decimal] | None = None):
    return st.builds(Measure, of if of is not None else figures(), st.sampled_from(list(units)))


def measures_of_one_family(count: int) -> st.SearchStrategy[tuple[Measure, ...]]:
    """As many measures that convert into each other exactly, and whose sum fits.

    A milligram is fifteen places from a megatonne: with nine digits, three zeros, five places and
    one to carry, that is 33 of the 34 digits a measure may have.
    """
    short = figures(digits=9, places=5, zeros=3)
    return st.sampled_from(DECIMAL_FAMILIES).flatmap(
        lambda family: st.tuples(*(measures(family, short) for _ in range(count)))
    )


@st.composite
def partial_dates(draw: st.DrawFn, *, qualified: bool | None = None) -> PartialDate:
    """Dates and intervals near the summits of 2025, so that pairs of them often overlap."""
    one, other = (draw(single_dates(qualified=qualified)) for _ in range(2))
    start, end = sorted((one, other), key=lambda date: (date.earliest, date.latest))
    if start.latest > end.latest or start == end or draw(st.booleans()):
        return one
    return attrs.evolve(start, until=end)


@st.composite
def single_dates(draw: st.DrawFn, *, qualified: bool | None = None) -> PartialDate:
    """Years, quarters, months and days near the summits of 2025."""
    years = st.one_of(st.integers(2024, 2026), st.integers(1, 9999))
    year = draw(years)
    month = draw(st.none() | st.integers(1, 12))
    day = draw(st.none() | st.integers(1, 28)) if month else None
    quarter = None if month else draw(st.none() | st.integers(1, 4))
    marks = st.sampled_from([(True, True), (True, False), (False, True)])
    if qualified is None:
        marks = marks | st.just((False, False))
    approximate, uncertain = (False, False) if qualified is False else draw(marks)
    marks_of = {"approximate": approximate, "uncertain": uncertain}
    return PartialDate(year, month, day, quarter=quarter, **marks_of)
