"""Exact amounts of money in one currency."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_EVEN, Decimal, localcontext

import attrs

from centralasia_minerals.errors import (
    CurrencyMismatchError,
    InvalidTypeError,
    InvalidValueError,
)
from centralasia_minerals.rendering import (
    format_compact_money,
    format_money,
    locale_named,
)

from .currency import Currency, as_currency
from .exact import EXACT, MAX_DIGITS, exact_decimal, plain, within_digits

# ASCII digits, and whatever a locale puts between them.
_LOCALIZED = re.compile(r"[-−]?[0-9]([^\w]|[0-9])*(?<=[0-9])", re.ASCII)
_WRITTEN = re.compile(r"([A-Z]{3}) (-?[0-9]+(?:\.[0-9]+)?)", re.ASCII)


def _amount(value: Decimal | int | str) -> Decimal:
    return exact_decimal(value, "an amount of money")


@attrs.frozen(order=False)
class Money:
    """An exact amount in a currency in use today.

    Amounts add, subtract and compare within one currency; across two, ``==`` is false and
    everything else is an error. No digit is lost, whatever the caller's decimal context.

    Args:
        amount: a Decimal, an int or plain digits, at most 34 of them; never a float.
        currency: a Currency, or its ISO 4217 code.

    Raises:
        InvalidTypeError: a float, a bool, None or another type.
        InvalidValueError: NaN, infinity, too many digits, or a code that is not current.

    >>> Money("1.1", "USD") + Money(2, "USD")
    Money('3.1', 'USD')
    >>> Money("1", "USD") == Money("1.00", "USD")
    True
    """

    amount: Decimal = attrs.field(converter=_amount)
    currency: Currency = attrs.field(converter=as_currency)

    @classmethod
    def zero(cls, currency: Currency | str) -> Money:
        """Give no money at all, in a currency."""
        return cls(0, currency)

    @classmethod
    def parse(cls, text: str) -> Money:
        """Read what ``str`` writes, such as ``USD 1100000000``.

        Raises:
            InvalidValueError: the text is not a code, a space and a plain number.
        """
        found = _WRITTEN.fullmatch(text) if isinstance(text, str) else None
        if found is None:
            raise InvalidValueError("an amount", f"{text!r}", "write it as 'USD 1100000000'")
        return cls(found[2], found[1])

    @classmethod
    def parse_localized(cls, digits: str, currency: Currency | str, *, locale: str) -> Money:
        """Read the digits of an amount as a locale writes them, without its currency sign.

        Raises:
            InvalidValueError: the locale would not group or point the number so.

        >>> Money.parse_localized("1.100.000,50", "EUR", locale="de")
        Money('1100000.50', 'EUR')
        """
        from babel.numbers import NumberFormatError, parse_decimal

        what = f"an amount as {locale!r} writes it"
        if not isinstance(digits, str):
            raise InvalidTypeError(what, f"{digits!r}", "give text")
        try:
            if not _LOCALIZED.fullmatch(digits):
                raise NumberFormatError("more than digits and separators")
            with localcontext(EXACT):
                # Without strict, '1.5' in German is read as 15.
                amount = parse_decimal(digits, locale=locale_named(locale), strict=True)
        except (NumberFormatError, ArithmeticError):
            raise InvalidValueError(
                what, f"{digits!r}", "check its digits and separators"
            ) from None
        return cls(amount, currency)

    @classmethod
    def sum(cls, amounts: Iterable[Money]) -> Money:
        """Add many amounts of one currency, quickly and exactly.

        Raises:
            InvalidValueError: there is nothing to add, so no currency either.
            InvalidTypeError: something is no money, or is not many of it.
            CurrencyMismatchError: the amounts are of two currencies.

        >>> Money.sum([Money(1, "EUR"), Money("0.5", "EUR")])
        Money('1.5', 'EUR')
        """
        if not isinstance(amounts, Iterable):
            raise InvalidTypeError("a sum of money", f"{amounts!r}", "give a list of Money")
        given = tuple(amounts)
        if not given:
            raise InvalidValueError(
                "a sum of money",
                "nothing to add, so no currency",
                "start from Money.zero(currency)",
            )
        currency = given[0].currency if isinstance(given[0], Money) else None
        total = Decimal(0)
        try:
            with localcontext(EXACT):
                for money in given:
                    # Amounts mostly share one object for their currency.
                    if money.currency is not currency:
                        _check_currency(money, given[0])
                    total += money.amount
        except AttributeError:
            raise _not_money(next(m for m in given if not isinstance(m, Money))) from None
        return cls(total, given[0].currency)

    def __repr__(self) -> str:
        return f"Money({plain(self.amount)!r}, {self.currency.code!r})"

    def __str__(self) -> str:
        return f"{self.currency.code} {plain(self.amount)}"

    def __add__(self, other: Money) -> Money:
        if not isinstance(other, Money):
            return NotImplemented
        return self._with_amount(EXACT.add(self.amount, self._beside(other, "add")))

    def __radd__(self, other: int) -> Money:
        """Let ``sum()`` start from its own 0; no other number is money."""
        if type(other) is int and other == 0:
            return self
        return NotImplemented

    def __sub__(self, other: Money) -> Money:
        if not isinstance(other, Money):
            return NotImplemented
        return self._with_amount(EXACT.subtract(self.amount, self._beside(other, "subtract")))

    def __mul__(self, factor: int | Decimal) -> Money:
        if isinstance(factor, bool) or not isinstance(factor, (int, Decimal)):
            return NotImplemented
        exact = exact_decimal(factor, "a factor of money")
        return self._with_amount(EXACT.multiply(self.amount, exact))

    __rmul__ = __mul__

    def __neg__(self) -> Money:
        return self._with_amount(self.amount.copy_negate())

    def __abs__(self) -> Money:
        return self._with_amount(self.amount.copy_abs())

    def __lt__(self, other: Money) -> bool:
        if not isinstance(other, Money):
            return NotImplemented
        return self.amount < self._beside(other, "compare")

    def __le__(self, other: Money) -> bool:
        if not isinstance(other, Money):
            return NotImplemented
        return self.amount <= self._beside(other, "compare")

    def __gt__(self, other: Money) -> bool:
        if not isinstance(other, Money):
            return NotImplemented
        return self.amount > self._beside(other, "compare")

    def __ge__(self, other: Money) -> bool:
        if not isinstance(other, Money):
            return NotImplemented
        return self.amount >= self._beside(other, "compare")

    def zeroed(self) -> Money:
        """Give no money in the same currency: where "up to" begins."""
        return self._with_amount(Decimal(0))

    def rounded(self, places: int, *, rounding: str = ROUND_HALF_EVEN) -> Money:
        """Round on request, to a number of places after the point.

        Args:
            places: digits kept after the point; negative ones round before it.
            rounding: one of the ``decimal`` module's rounding modes; half to even by default.

        Raises:
            InvalidTypeError: the places are no int.
            InvalidValueError: more than 34 places.

        >>> Money("2.345", "USD").rounded(2)
        Money('2.34', 'USD')
        """
        if isinstance(places, bool) or not isinstance(places, int):
            raise InvalidTypeError("places to round to", f"{places!r}", "give an int")
        if abs(places) > MAX_DIGITS:
            raise InvalidValueError("places to round to", f"{places}", f"at most {MAX_DIGITS}")
        context = EXACT.copy()
        context.clear_traps()
        quantum = EXACT.scaleb(Decimal(1), Decimal(-places))
        return self._with_amount(self.amount.quantize(quantum, rounding, context))

    def allocate(self, weights: Sequence[int | Decimal]) -> tuple[Money, ...]:
        """Share the amount out by weights, so that the shares add up to it exactly.

        Shares are whole units of the currency's last digit (CLDR: cents of a dollar, whole yen),
        or of the amount's own last digit where that is finer; what is left over goes, one unit
        each, to the largest remainders, the first of equals first.

        Raises:
            InvalidValueError: no weight, a negative one, or all of them zero.
            InvalidTypeError: a weight is no exact number, or the weights are no list of them.

        >>> Money(100, "USD").allocate([1, 1, 1])
        (Money('33.34', 'USD'), Money('33.33', 'USD'), Money('33.33', 'USD'))
        """
        from fractions import Fraction

        if isinstance(weights, str | bytes) or not isinstance(weights, Sequence):
            raise InvalidTypeError(
                "weights to share money out by", f"{weights!r}", "give a list such as [1, 2]"
            )
        shares = [Fraction(exact_decimal(weight, "a weight")) for weight in weights]
        if not shares or min(shares) < 0 or sum(shares) == 0:
            raise InvalidValueError(
                "weights to share money out by", f"{list(weights)!r}", "give some above zero"
            )
        quantum = self._smallest_unit()
        units = Fraction(self.amount) / Fraction(quantum)
        exact = [units * share / sum(shares) for share in shares]
        whole = [part.numerator // part.denominator for part in exact]
        left = int(units) - sum(whole)
        by_remainder = sorted(range(len(exact)), key=lambda i: (whole[i] - exact[i], i))
        for i in by_remainder[:left]:
            whole[i] += 1
        return tuple(self._with_amount(EXACT.multiply(quantum, Decimal(n))) for n in whole)

    def _smallest_unit(self) -> Decimal:
        from babel.numbers import get_currency_precision

        own = self.amount.as_tuple().exponent
        own_places = -own if isinstance(own, int) else 0
        places = max(own_places, get_currency_precision(self.currency.code))
        return EXACT.scaleb(Decimal(1), Decimal(-places))

    def format(self, locale: str) -> str:
        """Write the amount as a locale does, with every digit.

        >>> Money("1100000000", "USD").format("en")
        '$1,100,000,000.00'
        """
        return format_money(self.amount, self.currency.code, locale)

    def compact(self, locale: str, *, fraction_digits: int | None = None) -> str:
        """Write the amount shortly: exactly, unless a number of digits is asked for.

        Raises:
            UnknownLocaleError: CLDR has no compact forms of the locale's own.

        >>> Money("1100000000", "USD").compact("en")
        '$1.1B'
        """
        return format_compact_money(
            self.amount, self.currency.code, locale, fraction_digits=fraction_digits
        )

    def _with_amount(self, amount: Decimal) -> Money:
        return Money(within_digits(amount, "an amount of money"), self.currency)

    def _beside(self, other: Money, verb: str) -> Decimal:
        if other.currency != self.currency:
            raise _mismatch(verb, self.currency, other.currency)
        return other.amount


def _check_currency(money: Money, first: Money) -> None:
    for one in (first, money):
        if not isinstance(one, Money):
            raise _not_money(one)
    if money.currency != first.currency:
        raise _mismatch("add", first.currency, money.currency)


def _not_money(found: object) -> InvalidTypeError:
    return InvalidTypeError(
        "a sum of money", f"{found!r} is of type {type(found).__name__}", "give Money only"
    )


def _mismatch(verb: str, one: Currency, other: Currency) -> CurrencyMismatchError:
    return CurrencyMismatchError(
        f"{verb} {one} and {other}", "two currencies", "convert one of them first"
    )
