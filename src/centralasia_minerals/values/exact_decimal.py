"""Exact decimals: how they are read and written, and a context that never loses a digit."""

from __future__ import annotations

import re
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal, Inexact, InvalidOperation

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError

# IEEE 754 decimal128 has 34 digits; a figure with more is taken for a typing error.
MAX_DIGITS = 34

# Refuses to lose a digit; wide enough for a product of two such figures, and for any sum.
EXACT = Context(prec=200, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[Inexact, InvalidOperation])

_PLAIN_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?", re.ASCII)


def exact_decimal(value: Decimal | int | str, what: str) -> Decimal:
    """Return a figure as an exact decimal, or refuse it; floats are never accepted.

    Args:
        value: a Decimal, an int, or plain ASCII digits such as ``"1100000000"`` or ``"-0.5"``.
        what: what the figure is, for the message of an error.

    Raises:
        InvalidTypeError: it is a float, a bool or of another type.
        InvalidValueError: it is not a finite number, or has more than 34 digits in full.
    """
    if isinstance(value, bool) or not isinstance(value, (Decimal, int, str)):
        raise InvalidTypeError.of(what, value, "give a Decimal, an int or a str")
    if isinstance(value, str) and not _PLAIN_NUMBER.fullmatch(value):
        remedy = "write plain digits such as '1100000000' or '0.5'"
        raise InvalidValueError(what, f"{_shortly(value)} is not a plain number", remedy)
    if isinstance(value, int) and value.bit_length() > 4 * MAX_DIGITS:
        raise _too_long(what)
    if isinstance(value, str) and len(value) > 3 * MAX_DIGITS:
        raise _too_long(what)
    return within_digits(Decimal(value), what)


def within_digits(number: Decimal, what: str) -> Decimal:
    """Return a number with at most 34 digits, without a minus sign before zero.

    Zeros at the end are dropped only if the number would be too long with them.

    Raises:
        InvalidValueError: it is not finite, or has more than 34 digits in full.
    """
    if not number.is_finite():
        raise InvalidValueError(what, f"{number} is not a finite number", "give a finite one")
    if number.is_zero():
        return number.copy_abs() if -MAX_DIGITS < _exponent(number) <= 0 else Decimal(0)
    if max(number.adjusted(), 0) + 1 + max(-_exponent(number), 0) > MAX_DIGITS:
        shorter = number.normalize(EXACT)
        if max(shorter.adjusted(), 0) + 1 + max(-_exponent(shorter), 0) > MAX_DIGITS:
            raise _too_long(what)
        return shorter
    return number


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


def _shortly(text: str) -> str:
    return repr(text if len(text) <= 40 else f"{text[:40]}…")
