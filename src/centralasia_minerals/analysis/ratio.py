"""Ratios of amounts, with bounds, in exact fractions."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

import attrs

from centralasia_minerals.dataset.json.to_dict import ToDict
from centralasia_minerals.entities.amount import Amount
from centralasia_minerals.entities.base.results import result
from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.errors import CurrencyMismatchError, InvalidTypeError, InvalidValueError
from centralasia_minerals.values.currency import Currency
from centralasia_minerals.values.exact_decimal import EXACT, MAX_DIGITS
from centralasia_minerals.values.money import Money
from centralasia_minerals.wording import briefly

from .counting.sums.bound_words import bounded
from .counting.sums.bounds import CurrencyTotal
from .total import Total

RatioTerm: TypeAlias = Money | Stated[Money] | Amount | CurrencyTotal | Total
"""What can be divided: money, a stated figure, an amount, or a total in one currency."""


@attrs.frozen
@result
class Ratio(ToDict):
    """How many times as large one amount is as another, as exact fractions.

    Attributes:
        low: the least that the wording of the two figures allows.
        stated: the ratio of the figures as printed.
        high: the most that the wording allows; None if there is no upper limit.
        approximate: whether one of the two is worded as around, nearly or estimated, or as a range.
        about: whether one of them is approximate beyond its bounds.
    """

    low: Fraction
    stated: Fraction
    high: Fraction | None
    approximate: bool = False
    about: bool = False

    def percent(self, bound: str = "high", *, places: int = 1) -> Decimal:
        """Return a bound in per cent, rounded half to even.

        Args:
            bound: ``low``, ``stated`` or ``high``.
            places: digits after the point.

        Raises:
            InvalidValueError: there is no such bound, it is open, or the places are not a whole
                number from 0 up.
        """
        if bound not in ("low", "stated", "high"):
            found, remedy = f"{briefly(bound)} is not a bound", "give 'low', 'stated' or 'high'"
            raise InvalidValueError("a percentage", found, remedy)
        fraction = getattr(self, bound)
        if fraction is None:
            raise InvalidValueError("a percentage", f"the bound {bound!r} is open", "use 'low'")
        if isinstance(places, bool) or not isinstance(places, int) or not 0 <= places <= MAX_DIGITS:
            remedy = f"give a whole number from 0 to {MAX_DIGITS}"
            raise InvalidValueError("the places of a percentage", briefly(places), remedy)
        scaled = round(fraction * 100 * 10**places)
        return EXACT.scaleb(Decimal(scaled), Decimal(-places))

    def __str__(self) -> str:
        low, stated = f"{self.percent('low')}%", f"{self.percent('stated')}%"
        high = None if self.high is None else f"{self.percent('high')}%"
        zero = f"{EXACT.scaleb(Decimal(0), Decimal(-1))}%"
        return bounded(low, stated, high, zero=zero, about=self.about)


def ratio(numerator: RatioTerm, denominator: RatioTerm) -> Ratio:
    """Divide one amount by another of the same currency.

    Args:
        numerator: Money, a stated figure, an amount, or a total of one currency.
        denominator: the same.

    Returns:
        The ratio with its bounds; the high is open if the denominator may be zero.

    Raises:
        CurrencyMismatchError: the two are in different currencies.
        InvalidTypeError: something else was given.
        InvalidValueError: an amount has no figure, a total is empty or in several currencies, the
            denominator is zero, or an amount is below zero.

    >>> import centralasia_minerals as cam
    >>> deal = cam.load().deals["kz-us-tungsten"]
    >>> str(cam.ratio(deal.financing[0], deal.value))
    'up to about 81.8%'
    """
    above, below = _bounds(numerator), _bounds(denominator)
    if above.currency != below.currency:
        raise CurrencyMismatchError(
            f"the ratio of {above.currency} to {below.currency}",
            "the currencies differ",
            "convert one of them first",
        )
    if min(above.low, above.stated, below.low, below.stated) < 0:
        raise InvalidValueError(
            "a ratio", "an amount is below zero", "give amounts of zero or more"
        )
    if below.stated == 0:
        raise InvalidValueError("a ratio", "the denominator is zero", "divide by another amount")
    return Ratio(
        low=Fraction(0) if below.high is None else above.low / below.high,
        stated=above.stated / below.stated,
        high=None if above.high is None or below.low <= 0 else above.high / below.low,
        approximate=above.approximate or below.approximate,
        about=above.about or below.about,
    )


@attrs.frozen
class _Bounds:
    """The bounds of an amount.

    Attributes:
        currency: the currency.
        low: the least that it may be, in that currency.
        stated: the figure as printed.
        high: the most that it may be; None if there is no upper limit.
        approximate: whether it is not exact.
        about: whether it is approximate beyond its bounds.
    """

    currency: Currency
    low: Fraction
    stated: Fraction
    high: Fraction | None
    approximate: bool = False
    about: bool = False


def _bounds(amount: object) -> _Bounds:
    if isinstance(amount, Money):
        return _of_money(amount, amount, amount)
    if isinstance(amount, CurrencyTotal):
        made = _of_money(amount.low, amount.stated, amount.high)
        return attrs.evolve(made, approximate=amount.approximate, about=amount.about)
    if isinstance(amount, Total):
        if len(amount.by_currency) != 1:
            held = ", ".join(map(str, amount.currencies)) or "nothing"
            remedy = "give a total in one currency"
            raise InvalidValueError("the ratio of a total", f"it holds {held}", remedy)
        return _bounds(amount.by_currency[0])
    stated = amount.stated if isinstance(amount, Amount) else amount
    if isinstance(stated, Stated) and isinstance(stated.value, Money):
        made = _of_money(stated.low, stated.value, stated.high)
        return attrs.evolve(made, approximate=stated.approximate, about=stated.about)
    if isinstance(amount, Amount):
        remedy = "give one that is stated"
        raise InvalidValueError("the ratio of an amount", "it has no figure", remedy)
    remedy = "give money, a stated figure, an amount or a total"
    raise InvalidTypeError.of("a ratio", amount, remedy)


def _of_money(low: Money, stated: Money, high: Money | None) -> _Bounds:
    return _Bounds(
        stated.currency,
        Fraction(low.amount),
        Fraction(stated.amount),
        None if high is None else Fraction(high.amount),
    )
