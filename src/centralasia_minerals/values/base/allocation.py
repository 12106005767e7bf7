"""The arithmetic of sharing an amount out by weights, without losing a digit."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.wording import briefly

from ..exact_decimal import EXACT, exact_decimal

if TYPE_CHECKING:
    from fractions import Fraction

_ASKED = "the weights of an allocation"


def allocated(
    amount: Decimal, weights: Sequence[int | Decimal], *, currency: str
) -> tuple[Decimal, ...]:
    """Return the shares of an amount by weights; they add up to the amount exactly.

    Args:
        amount: the amount, in the currency's main unit.
        weights: one weight for each share, 0 or more, and not all 0.
        currency: the ISO 4217 code, which tells the smallest unit that is shared out.

    Raises:
        InvalidTypeError: the weights are not a list, or one of them is not an exact number.
        InvalidValueError: there are no weights, one is negative, or all are zero.
    """
    from fractions import Fraction  # only those who share amounts out need it

    fractions = _fractions(weights)
    quantum = smallest_unit(amount, currency=currency)
    units = Fraction(amount) / Fraction(quantum)
    exact = [units * fraction / sum(fractions) for fraction in fractions]
    whole = [part.numerator // part.denominator for part in exact]
    left = int(units) - sum(whole)
    by_remainder = sorted(range(len(exact)), key=lambda i: (whole[i] - exact[i], i))
    for i in by_remainder[:left]:
        whole[i] += 1
    return tuple(EXACT.multiply(quantum, Decimal(number)) for number in whole)


def whole_units(amount: Decimal, divisor: Decimal, unit: Decimal) -> Decimal:
    """Return an amount divided by a number, rounded down to whole units."""
    from fractions import Fraction

    exact = Fraction(amount) / (Fraction(divisor) * Fraction(unit))
    return EXACT.multiply(unit, Decimal(exact.numerator // exact.denominator))


def _fractions(weights: Sequence[int | Decimal]) -> list[Fraction]:
    from fractions import Fraction

    if isinstance(weights, str | bytes) or not isinstance(weights, Sequence):
        raise InvalidTypeError.of(_ASKED, weights, "give a list such as [1, 2]")
    fractions = [Fraction(exact_decimal(weight, "a weight")) for weight in weights]
    if not fractions or min(fractions) < 0 or sum(fractions) == 0:
        remedy = "give weights of 0 or more, at least one of them above 0"
        raise InvalidValueError(_ASKED, briefly(list(weights)), remedy)
    return fractions


def smallest_unit(amount: Decimal, *, currency: str) -> Decimal:
    """Return one unit of the last digit of the currency (CLDR), or of the amount if finer."""
    from babel.numbers import get_currency_precision

    own = amount.as_tuple().exponent
    own_places = -own if isinstance(own, int) else 0
    places = max(own_places, get_currency_precision(currency))
    return EXACT.scaleb(Decimal(1), Decimal(-places))
