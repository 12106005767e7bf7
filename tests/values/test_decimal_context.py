"""No digit is lost, and no flag is raised, whatever the decimal context of the caller."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Context, Decimal, getcontext, localcontext

import pytest
from strategies import HOSTILE_CONTEXTS

from centralasia_minerals.rendering.numbers import (
    format_compact_money,
    format_fraction_as_percent,
    format_money,
    format_number,
)
from centralasia_minerals.rendering.units import format_unit
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.share import Share

COST = Money("1123456789.0123456789", "USD")
LETTER = Money("900000000.99", "USD")
TUNGSTEN = Measure("410123.456789", "tonne")
STAKE = Share("0.7012345678901")
LONG = Decimal("1234567890123456789012345678901.234")

COMPUTATIONS: dict[str, Callable[[], object]] = {
    "build money from text": lambda: Money("9" * 34, "USD"),
    "build money from an int": lambda: Money(10**34 - 1, "USD"),
    "build money from a decimal": lambda: Money(LONG, "USD"),
    "build money with an exponent": lambda: Money(Decimal("1.1E+9"), "USD"),
    "build money with needless zeros": lambda: Money(Decimal("1." + "0" * 60), "USD"),
    "add": lambda: COST + LETTER,
    "subtract": lambda: COST - LETTER,
    "multiply": lambda: COST * Decimal("1.23456789"),
    "multiply by an int": lambda: 123456789 * COST,
    "multiply by a share": lambda: COST * Share("0.7012345678901"),
    "divide": lambda: COST / Decimal("0.0625"),
    "divide with what is left over": lambda: divmod(COST, 7),
    "divide by an amount": lambda: COST / LETTER,
    "divide measures": lambda: TUNGSTEN / Measure("1.123456789", "troy ounce"),
    "divide a measure": lambda: TUNGSTEN / 8,
    "negate a measure": lambda: -TUNGSTEN,
    "round a measure": lambda: round(TUNGSTEN, 3),
    "multiply shares": lambda: STAKE * STAKE,
    "lay an amount out": lambda: f"{COST:>60}",
    "negate": lambda: -COST,
    "take the absolute amount": lambda: abs(-COST),
    "sum": lambda: Money.sum([COST, LETTER, COST]),
    "sum with the builtin": lambda: sum([COST, LETTER, COST]),
    "allocate": lambda: COST.allocate([1, 1, Decimal("1.5")]),
    "allocate to the cent": lambda: Money(100, "USD").allocate([1, 1, 1]),
    "round": lambda: COST.rounded(3),
    "round before the point": lambda: COST.rounded(-8),
    "order": lambda: (LETTER < COST, LETTER <= COST, LETTER > COST, LETTER >= COST),
    "compare": lambda: (COST == Money("1123456789.01234567890", "USD"), COST != LETTER),
    "write money": lambda: str(COST),
    "parse money": lambda: Money.parse("USD 1123456789.0123456789"),
    "parse localized money": lambda: Money.parse_localized(
        "1,123,456,789.0123456789", "USD", locale="en"
    ),
    "parse money in other digits": lambda: Money.parse_localized(
        "۱٬۱۲۳٬۴۵۶٬۷۸۹٫۰۱۲۳۴۵۶۷۸۹", "USD", locale="fa"
    ),
    "format money in Swiss groups": lambda: COST.format("de-CH"),
    "format small money compactly, rounded": lambda: Money("12.7", "USD").compact(
        "en", fraction_digits=0
    ),
    "format money": lambda: COST.format("kk"),
    "format money compactly": lambda: COST.compact("ru"),
    "format money compactly, rounded": lambda: COST.compact("en", fraction_digits=2),
    "build a measure": lambda: Measure(LONG, "tonne"),
    "convert a measure": lambda: TUNGSTEN.to("kilotonne"),
    "convert a measure to milligrams": lambda: TUNGSTEN.to("milligram"),
    "add measures": lambda: TUNGSTEN + Measure("1.123456789", "kilogram"),
    "subtract measures": lambda: TUNGSTEN - Measure("1.123456789", "kilogram"),
    "multiply a measure": lambda: TUNGSTEN * Decimal("1.2345"),
    "order measures": lambda: TUNGSTEN < Measure("410.123456790", "kilotonne"),
    "compare measures": lambda: TUNGSTEN == Measure("410.123456789", "kilotonne"),
    "parse a measure": lambda: Measure.parse("410123.456789 tonne"),
    "format a measure": lambda: TUNGSTEN.format("uz"),
    "build a share": lambda: STAKE,
    "build a share from a percentage": lambda: Share.percent("70.12345678901"),
    "order shares": lambda: STAKE < Share("0.7012345678902"),
    "write a share": lambda: str(STAKE),
    "parse a share": lambda: Share.parse("70.12345678901%"),
    "format a share": lambda: STAKE.format("tg"),
    "format a number": lambda: format_number(LONG, "zh"),
    "format an amount": lambda: format_money(LONG, "KZT", "fr"),
    "format an amount compactly": lambda: format_compact_money(LONG, "KZT", "fr"),
    "format a percentage": lambda: format_fraction_as_percent(LONG, "de"),
    "format a number of units": lambda: format_unit(LONG, "mass-tonne", "t", "ky"),
}


@pytest.mark.parametrize("context", HOSTILE_CONTEXTS.values(), ids=HOSTILE_CONTEXTS.keys())
@pytest.mark.parametrize("compute", COMPUTATIONS.values(), ids=COMPUTATIONS.keys())
def test_the_result_is_the_same_in_a_hostile_context(
    compute: Callable[[], object], context: Context
) -> None:
    expected = compute()

    with localcontext(context) as hostile:
        hostile.clear_flags()
        actual = compute()
        raised = [signal for signal, is_raised in hostile.flags.items() if is_raised]

    assert repr(expected) == repr(actual)
    assert expected == actual
    assert [] == raised


def test_the_hash_is_the_same_in_a_hostile_context() -> None:
    expected = hash(COST), hash(TUNGSTEN), hash(STAKE)

    with localcontext(HOSTILE_CONTEXTS["one digit"]):
        actual = hash(COST), hash(TUNGSTEN), hash(STAKE)

    assert expected == actual


@pytest.mark.parametrize("compute", COMPUTATIONS.values(), ids=COMPUTATIONS.keys())
def test_the_callers_context_is_left_as_it_was(compute: Callable[[], object]) -> None:
    context = getcontext()
    before = (id(context), repr(context))

    compute()

    assert before == (id(getcontext()), repr(getcontext()))
