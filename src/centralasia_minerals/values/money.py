"""Exact amounts of money in one currency."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Context, Decimal, localcontext
from functools import total_ordering
from typing import Self

import attrs

from centralasia_minerals.errors import CurrencyMismatchError, InvalidTypeError, InvalidValueError
from centralasia_minerals.rendering.localized_digits import parse_localized_number
from centralasia_minerals.wording import briefly

from .arithmetic import Arithmetic, divisor_of, is_number
from .base.allocation import allocated, smallest_unit, whole_units
from .base.frozen import closed
from .base.money_in_locales import MoneyInLocales
from .currency import Currency, as_currency
from .exact_decimal import EXACT, Operation, exact_decimal, exactly, plain

_WRITTEN = re.compile(r"([A-Z]{3}) (-?[0-9]+(?:\.[0-9]+)?)", re.ASCII)
_ASKED = "an amount of money"


@closed
@total_ordering
@attrs.frozen(order=False, getstate_setstate=False, init=False)
class Money(MoneyInLocales, Arithmetic):
    """An exact amount of money in one currency.

    Amounts add, subtract and compare within one currency; across two, ``==`` is false and
    everything else is an error. No digit is lost, whatever the caller's decimal context: an amount
    times a number or a ``Share`` is exact, an amount by a number is exact or an error, and one
    amount by another is a ``Fraction``.

    Attributes:
        amount: the amount in the currency's main unit, never in millions; a Decimal, an int or
            plain digits, at most 34 of them, and never a float.
        currency: the currency, given as itself or as its ISO 4217 code.

    Raises:
        InvalidTypeError: the amount is a float, a bool, None or of another wrong type.
        InvalidValueError: the amount is not finite or has more than 34 digits, or the currency
            was never tender.

    >>> Money("1.1", "USD") + Money(2, "USD")
    Money('3.1', 'USD')
    >>> Money("1", "USD") == Money("1.00", "USD")
    True
    >>> Money("10", "USD") / 4, Money("10", "USD") / Money("4", "USD")
    (Money('2.5', 'USD'), Fraction(5, 2))
    >>> divmod(Money("10", "USD"), 3), round(Money("2.345", "USD"), 2)
    ((Money('3.33', 'USD'), Money('0.01', 'USD')), Money('2.34', 'USD'))
    """

    amount: Decimal
    currency: Currency

    def __new__(cls, amount: Decimal | int | str, currency: Currency | str) -> Self:
        """Return a new amount, checked."""
        # Faster than what attrs would write, and amounts are made by the hundred thousand.
        money = object.__new__(cls)
        _set_amount(money, exact_decimal(amount, _ASKED))
        _set_currency(money, as_currency(currency))
        return money

    @classmethod
    def zero(cls, currency: Currency | str) -> Money:
        """Return an amount of zero in a currency."""
        return cls(0, currency)

    @classmethod
    def parse(cls, text: str) -> Money:
        """Read what ``str`` writes, such as ``USD 1100000000``.

        Raises:
            InvalidValueError: the text is not a code, a space and a plain number.
        """
        found = _WRITTEN.fullmatch(text) if isinstance(text, str) else None
        if found is None:
            raise InvalidValueError("an amount", briefly(text), "write it like 'USD 1100000000'")
        return cls(found[2], found[1])

    @classmethod
    def parse_localized(cls, digits: str, currency: Currency | str, *, locale: str) -> Money:
        """Read the digits of an amount as a locale writes them, without a currency sign.

        Raises:
            InvalidTypeError: the digits are not text.
            InvalidValueError: the locale would not write the number in this way.
            UnknownLocaleError: CLDR does not have the locale.

        >>> Money.parse_localized("1.100.000,50", "EUR", locale="de")
        Money('1100000.50', 'EUR')
        """
        return cls(parse_localized_number(digits, locale), currency)

    @classmethod
    def sum(cls, amounts: Iterable[Money]) -> Money:
        """Return the exact sum of many amounts of one currency, fast.

        Raises:
            InvalidValueError: there is nothing to add, so that the currency is unknown.
            InvalidTypeError: the amounts are not iterable, or one of them is not Money.
            CurrencyMismatchError: the amounts are in two currencies.

        >>> Money.sum([Money(1, "EUR"), Money("0.5", "EUR")])
        Money('1.5', 'EUR')
        """
        if not isinstance(amounts, Iterable):
            raise InvalidTypeError.of("a sum of money", amounts, "give a list of Money")
        given = tuple(amounts)
        if not given:
            found = "there is nothing to add, so the currency is unknown"
            raise InvalidValueError("a sum of money", found, "use Money.zero(currency)")
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
        return self._computed(Context.add, self._beside(other, "add"))

    def __sub__(self, other: Money) -> Money:
        if not isinstance(other, Money):
            return NotImplemented
        return self._computed(Context.subtract, self._beside(other, "subtract"))

    def __divmod__(self, divisor: int | Decimal) -> tuple[Money, Money]:
        """Return the quotient in whole units of the last digit, and what is left over.

        The units are those of ``allocate``. The quotient times the divisor, and what is left over,
        add up to the amount exactly; what is left over has the sign of the divisor.
        """
        if not is_number(divisor):
            return NotImplemented
        number = divisor_of(self, divisor)
        unit = smallest_unit(self.amount, currency=self.currency.code)
        quotient = Money(whole_units(self.amount, number, unit), self.currency)
        return quotient, self - quotient * number

    def __lt__(self, other: Money) -> bool:
        if not isinstance(other, Money):
            return NotImplemented
        return self.amount < self._beside(other, "compare")

    def zeroed(self) -> Money:
        """Return zero in the same currency, which is where "up to" begins."""
        return Money(0, self.currency)

    def allocate(self, weights: Sequence[int | Decimal]) -> tuple[Money, ...]:
        """Return the shares of the amount by weights; they add up to the amount exactly.

        Shares are whole units of the currency's last digit (CLDR: cents of a dollar, whole yen),
        or of the amount's own last digit if that is finer. What is left over goes, one unit
        each, to the largest remainders, the first of equals first.

        Raises:
            InvalidTypeError: the weights are not a list, or one of them is not an exact number.
            InvalidValueError: there are no weights, one is negative, or all are zero.

        >>> Money(100, "USD").allocate([1, 1, 1])
        (Money('33.34', 'USD'), Money('33.33', 'USD'), Money('33.33', 'USD'))
        """
        shares = allocated(self.amount, weights, currency=self.currency.code)
        return tuple(Money(share, self.currency) for share in shares)

    def _number(self) -> Decimal:
        return self.amount

    def _of_number(self, number: Decimal) -> Money:
        return Money(number, self.currency)

    def _side_by_side(self, other: Money) -> tuple[Decimal, Decimal]:
        return self.amount, self._beside(other, "divide")

    def _inexact(self, divisor: Decimal) -> InvalidValueError:
        remedy = "use divmod(money, number) or .allocate(weights), which lose nothing"
        asked = f"divide {self} by {plain(divisor)}"
        return InvalidValueError(asked, "it does not end within 34 digits", remedy)

    def _computed(self, operate: Operation, other: Decimal) -> Money:
        # Goes around the constructor, which would check once more what is exact already.
        money = object.__new__(Money)
        _set_amount(money, exactly(operate, self.amount, other, _ASKED))
        _set_currency(money, self.currency)
        return money

    def _beside(self, other: Money, verb: str) -> Decimal:
        if other.currency is not self.currency and other.currency != self.currency:
            asked = f"{verb} {self.currency} and {other.currency}"
            raise CurrencyMismatchError(asked, "two currencies", "convert one of them first")
        return other.amount


_set_amount: Callable[[Money, Decimal], None] = getattr(Money, "amount").__set__
_set_currency: Callable[[Money, Currency], None] = getattr(Money, "currency").__set__


def _check_currency(money: Money, first: Money) -> None:
    for one in (first, money):
        if not isinstance(one, Money):
            raise _not_money(one)
    first._beside(money, "add")


def _not_money(found: object) -> InvalidTypeError:
    return InvalidTypeError.of("a sum of money", found, "give only Money")
