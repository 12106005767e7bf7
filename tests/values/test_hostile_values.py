"""Numbers and texts of absurd sizes, and subclasses of them: each is refused by its own error."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction

import pint
import pytest
from skeleton import build

from centralasia_minerals.errors import CentralAsiaMineralsError, InvalidTypeError
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.normalized_text import digest_of, normalized
from centralasia_minerals.values.partial_date import PartialDate
from centralasia_minerals.values.share import Share

# What Python itself cannot write out, or would write out on thousands of lines.
ABSURD = {
    "an int of 5,000 digits": "10**5000",
    "a negative one": "-10**5000",
    "a list of one": "[10**5000]",
    "a fraction of one": "Fraction(10**5000, 3)",
    "a decimal of 201 digits": "Decimal('1' * 201)",
    "a decimal of 100,000 digits": "Decimal('1' * 100_000)",
    "a decimal beyond all bounds": "Decimal('1E+999999999')",
    "a decimal next to nothing": "Decimal('1E-999999999')",
    "not a number": "Decimal('NaN')",
    "not a number, with digits": "Decimal('NaN' + '1' * 5000)",
    "a signalling one": "Decimal('sNaN')",
    "infinity": "Decimal('-Infinity')",
    "a text of digits": "'1' * 100_000",
    "a text of letters": "'x' * 100_000",
    "half a character": "'\\ud800'",
    "bytes": "b'x' * 100_000",
}

CALLS = [
    "Money({}, 'USD')", "Money(1, {})", "Money.zero({})", "Money.parse({})",
    "Money.parse_localized({}, 'USD', locale='en')", "Money.parse_localized('1', {}, locale='en')",
    "Money.parse_localized('1', 'USD', locale={})", "Money.sum({})", "Money.sum([{}])",
    "Money(1, 'USD').rounded({})", "round(Money(1, 'USD'), {})",
    "Money(1, 'USD').rounded(1, rounding={})", "Money(1, 'USD').allocate({})",
    "Money(1, 'USD').allocate([{}])", "Money(1, 'USD').format({})", "Money(1, 'USD').compact({})",
    "Money(1, 'USD').compact('en', fraction_digits={})",
    "Measure({}, 'tonne')", "Measure(1, {})", "Measure.parse({})", "Measure(1, 'tonne').to({})",
    "Measure(1, 'tonne').rounded({})", "Measure(1, 'tonne').format({})", "Measure.from_pint({})",
    "Share({})", "Share.percent({})", "Share.parse({})", "Share(1).format({})",
    "Currency({})", "Currency('USD').localized({})", "Currency('USD').was_tender_on({})",
    "PartialDate({})", "PartialDate(2025, {})", "PartialDate(2025, 11, {})",
    "PartialDate(2025, approximate={})", "PartialDate.parse({})", "PartialDate.of({})",
    "PartialDate(2025).certainly_before({})", "PartialDate(2025).possibly_before({})",
    "PartialDate(2025).may_overlap({})", "PartialDate(2025).format({})",
    "Name('x', {})", "Name('x', 'en', {})", "Unit({})", "Hedge({})", "Unit.of({}, 'a unit')",
    "NotStated(absence={})", "NotApplicable(absence={})",
]  # fmt: skip

OPERATIONS = [
    "Money(1, 'USD') * {}", "{} * Money(1, 'USD')", "Money(1, 'USD') / {}", "Money(1, 'USD') + {}",
    "divmod(Money(1, 'USD'), {})", "Money(1, 'USD') < {}", "Measure(1, 'tonne') * {}",
    "Measure(1, 'tonne') / {}", "Measure(1, 'tonne') + {}", "Share(1) * {}", "Share(1) < {}",
    "Money(1, 'USD').__format__({})", "format(Hedge.UP_TO, {})",
]  # fmt: skip


@pytest.mark.parametrize("absurd", ABSURD.values(), ids=ABSURD.keys())
@pytest.mark.parametrize("call", CALLS)
def test_what_is_absurd_is_refused_by_an_error_of_the_library(call: str, absurd: str) -> None:
    with pytest.raises(CentralAsiaMineralsError) as caught:
        build(call.format(absurd))

    assert len(str(caught.value)) < 1000


@pytest.mark.parametrize("absurd", ABSURD.values(), ids=ABSURD.keys())
@pytest.mark.parametrize("operation", OPERATIONS)
def test_no_operation_lets_an_error_from_below_through(operation: str, absurd: str) -> None:
    with suppress(TypeError, CentralAsiaMineralsError):
        build(operation.format(absurd))


def test_a_fraction_of_absurd_size_is_refused_from_pint() -> None:
    registry = pint.UnitRegistry(non_int_type=Fraction)

    for magnitude in (Fraction(10**5000, 3), Fraction(10**5000), Decimal("1" * 201), 10**5000):
        with pytest.raises(CentralAsiaMineralsError):
            Measure.from_pint(registry.Quantity(magnitude, "metric_ton"))


class Loud(Decimal):
    """A number that carries what it should not."""


class Year(IntEnum):
    SUMMIT = 2025


class LoudText(str):
    __slots__ = ("state",)


def test_subclasses_of_numbers_and_texts_are_made_plain() -> None:
    class LoudFloat(float):
        def __repr__(self) -> str:
            return "loud"

    registry = pint.UnitRegistry()
    quantity = registry.Quantity(LoudFloat("1.5"), "metric_ton")

    assert Decimal is type(Money(Loud("1.5"), "USD").amount)
    assert Decimal is type(Money(Year.SUMMIT, "USD").amount)
    assert Decimal is type(Money(LoudText("1.5"), "USD").amount)
    assert Decimal is type(Measure(Loud("1.5"), "tonne").magnitude)
    assert Decimal is type(Share(Loud("0.5")).fraction)
    assert int is type(PartialDate(Year.SUMMIT).year)
    assert int is type(PartialDate(2025, Year.SUMMIT - 2014).month)
    assert Measure("1.5", "tonne") == Measure.from_pint(quantity)


@pytest.mark.parametrize("passage", [10**5000, None, b"x", "a\ud800b"], ids=lambda _: "")
def test_what_is_no_text_has_no_digest(passage: str) -> None:
    with pytest.raises(CentralAsiaMineralsError):
        digest_of(passage)
    if not isinstance(passage, str):
        with pytest.raises(InvalidTypeError):
            normalized(passage)
