"""Exact decimals: how they are read and written, and a context that never loses a digit."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import (
    MAX_EMAX,
    MIN_EMIN,
    Clamped,
    Context,
    Decimal,
    DecimalException,
    Inexact,
    InvalidOperation,
    Rounded,
)
from typing import TypeAlias

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.wording import briefly

# IEEE 754 decimal128 has 34 digits; a figure with more is taken for a typing error.
MAX_DIGITS = 34

# Refuses to lose a digit; wide enough for a product of two such figures, and for any sum.
EXACT = Context(prec=200, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[Inexact, InvalidOperation])

# Holds just the numbers that at most 34 digits write in full: 34 of them at most, none from 10^34
# on, none finer than 10^-33 (which is Emin - prec + 1). Trapping Rounded, which includes Inexact,
# leaves it to `_shortened` to drop zeros at the end.
_IN_FULL = Context(
    prec=MAX_DIGITS, Emax=MAX_DIGITS - 1, Emin=0, traps=[Rounded, Clamped, InvalidOperation]
)

# A method of Context that takes two numbers, such as Context.add.
Operation: TypeAlias = Callable[[Context, Decimal, Decimal], Decimal]

_PLAIN_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?", re.ASCII)


def exact_decimal(value: Decimal | int | str, what: str) -> Decimal:
    """Return a figure as an exact decimal, or refuse it; floats are never accepted.

    Zero has no minus sign. Zeros at the end are dropped only if the figure would be too long with
    them.

    Args:
        value: a Decimal, an int, or plain ASCII digits such as ``"1100000000"`` or ``"-0.5"``.
        what: what the figure is, for the message of an error.

    Raises:
        InvalidTypeError: it is a float, a bool or of another type.
        InvalidValueError: it is not a finite number, or has more than 34 digits in full.
    """
    number = value if type(value) is Decimal else _read(value, what)
    try:
        written = _IN_FULL.plus(number)
    except DecimalException:
        return _shortened(number, what)
    # Zero and what is not finite are left to the slow way; both are rare.
    return written if written and written.is_finite() else _shortened(number, what)


def exactly(operate: Operation, one: Decimal, other: Decimal, what: str) -> Decimal:
    """Return the exact result of an operation on two exact decimals, or refuse it.

    Args:
        operate: the operation, such as ``Context.add``.
        one: the number on the left, as ``exact_decimal`` gives it.
        other: the number on the right, likewise.
        what: what the result is, for the message of an error.

    Raises:
        InvalidValueError: the result has more than 34 digits in full.
    """
    try:
        number = operate(_IN_FULL, one, other)
    except DecimalException:
        return _shortened(operate(EXACT, one, other), what)
    return number or _shortened(number, what)


def _read(value: object, what: str) -> Decimal:
    if isinstance(value, int) and not isinstance(value, bool):
        if value.bit_length() > 4 * MAX_DIGITS:
            raise _too_long(what)
    elif isinstance(value, str):
        if not _PLAIN_NUMBER.fullmatch(value):
            remedy = "write plain digits such as '1100000000' or '0.5'"
            raise InvalidValueError(what, f"{briefly(value)} is not a plain number", remedy)
        if len(value) > 3 * MAX_DIGITS:
            raise _too_long(what)
    elif not isinstance(value, Decimal):
        raise InvalidTypeError.of(what, value, "give a Decimal, an int or a str")
    return Decimal(value)


def _shortened(number: Decimal, what: str) -> Decimal:
    """Return a number that is zero or too long, without what zeros it does not need."""
    if not number.is_finite():
        found = f"{briefly(number)} is not a finite number"
        raise InvalidValueError(what, found, "give a finite one")
    if number.is_zero():
        return number.copy_abs() if -MAX_DIGITS < _exponent(number) <= 0 else Decimal(0)
    try:
        return _IN_FULL.plus(number.normalize(EXACT))
    except DecimalException:
        raise _too_long(what) from None


def plain(number: Decimal) -> str:
    """Return a number as text, with all its digits and without an exponent.

    >>> plain(Decimal("1.1E+9"))
    '1100000000'
    """
    return format(number, "f")


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _too_long(what: str) -> InvalidValueError:
    found = f"it has more than {MAX_DIGITS} digits"
    return InvalidValueError(what, found, f"give at most {MAX_DIGITS}")
