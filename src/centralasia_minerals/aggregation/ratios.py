"""Ratios of amounts, with bounds, in exact fractions."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

import attrs

from centralasia_minerals.entities import Amount, Stated
from centralasia_minerals.errors import (
    CurrencyMismatchError,
    InvalidTypeError,
    InvalidValueError,
)
from centralasia_minerals.values import EXACT, MAX_DIGITS, Currency, Money

from .tallying import CurrencyTotal
from .totals import Total

Comparable: TypeAlias = Money | Stated[Money] | Amount | CurrencyTotal | Total
"""What a ratio can be taken of."""


@attrs.frozen
class Ratio:
    """How many times one amount is another.

    ``stated`` divides the printed face values; ``low`` and ``high`` are the least and the most
    that their words allow, None where that is open.
    """

    low: Fraction
    stated: Fraction
    high: Fraction | None

    def percent(self, bound: str = "high", *, places: int = 1) -> Decimal:
        """Give a bound in per cent, rounded half to even on request to some places.

        Args:
            bound: ``low``, ``stated`` or ``high``.
            places: digits after the point.

        Raises:
            InvalidValueError: there is no such bound, or it is open.
        """
        fraction = getattr(self, bound, None) if bound in ("low", "stated", "high") else None
        if fraction is None:
            raise InvalidValueError(f"the bound {bound!r}", "none, or open", "ask for another")
        if isinstance(places, bool) or not isinstance(places, int) or not 0 <= places <= MAX_DIGITS:
            raise InvalidValueError("places of a percentage", f"{places!r}", "give 0 or more")
        scaled = round(fraction * 100 * 10**places)
        return EXACT.scaleb(Decimal(scaled), Decimal(-places))

    def __str__(self) -> str:
        if self.low == self.stated == self.high:
            return f"{self.percent('stated')}%"
        most = "an open end" if self.high is None else f"{self.percent('high')}%"
        return f"{self.percent('stated')}% (from {self.percent('low')}% to {most})"


def ratio(numerator: Comparable, denominator: Comparable) -> Ratio:
    """Divide one amount by another of the same currency.

    Args:
        numerator: Money, a stated figure, an amount, or a total of one currency.
        denominator: the same.

    Returns:
        The ratio with its bounds; a denominator that may be nothing leaves the upper one open.

    Raises:
        CurrencyMismatchError: the two are in different currencies.
        InvalidTypeError: something else was given.
        InvalidValueError: an amount has no figure, a total has not one currency, or the
            denominator is nothing, or an amount is below it.

    >>> import centralasia_minerals as cam
    >>> deal = cam.load().deals["kz-us-tungsten"]
    >>> str(cam.ratio(deal.financing[0], deal.value))
    '81.8% (from 0.0% to 81.8%)'
    """
    above, below = _bounds(numerator), _bounds(denominator)
    if above.currency != below.currency:
        raise CurrencyMismatchError(
            f"the ratio of {above.currency} to {below.currency}",
            "two currencies",
            "convert one of them first",
        )
    if min(above.low, above.stated, below.low, below.stated) < 0:
        raise InvalidValueError(
            "a ratio", "an amount below nothing", "give amounts from nothing up"
        )
    if below.stated == 0:
        raise InvalidValueError("a ratio", "a denominator of nothing", "divide by something")
    return Ratio(
        low=Fraction(0) if below.high is None else above.low / below.high,
        stated=above.stated / below.stated,
        high=None if above.high is None or below.low <= 0 else above.high / below.low,
    )


@attrs.frozen
class _Bounds:
    currency: Currency
    low: Fraction
    stated: Fraction
    high: Fraction | None


def _bounds(amount: object) -> _Bounds:
    if isinstance(amount, Money):
        return _of_money(amount, amount, amount)
    if isinstance(amount, CurrencyTotal):
        return _of_money(amount.low, amount.stated, amount.high)
    if isinstance(amount, Total):
        if len(amount.by_currency) != 1:
            held = ", ".join(map(str, amount.currencies)) or "nothing"
            raise InvalidValueError("the ratio of a total", f"it holds {held}", "pick one currency")
        return _bounds(amount.by_currency[0])
    stated = amount.stated if isinstance(amount, Amount) else amount
    if isinstance(stated, Stated) and isinstance(stated.value, Money):
        return _of_money(stated.low, stated.value, stated.high)
    if isinstance(amount, Amount):
        raise InvalidValueError("the ratio of an amount", "it has no figure", "pick another")
    raise InvalidTypeError(
        "a ratio", f"{amount!r} is of type {type(amount).__name__}", "give money, or a total"
    )


def _of_money(low: Money, stated: Money, high: Money | None) -> _Bounds:
    return _Bounds(
        stated.currency,
        Fraction(low.amount),
        Fraction(stated.amount),
        None if high is None else Fraction(high.amount),
    )
