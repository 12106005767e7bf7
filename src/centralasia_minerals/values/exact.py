"""Exact decimals: what may become one, how it is written, and the context that loses nothing."""

from __future__ import annotations

import re
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal, Inexact, InvalidOperation

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError

# IEEE 754 decimal128 holds 34 digits; more than that is a typing error, not a figure.
MAX_DIGITS = 34

# Traps whatever would lose a digit; wide enough for a product of two such figures and any sum.
EXACT = Context(prec=200, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[Inexact, InvalidOperation])

_PLAIN_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?", re.ASCII)


def exact_decimal(value: Decimal | int | str, what: str) -> Decimal:
    """Take a figure as it stands, or refuse it; nothing is converted by way of a float.

    Args:
        value: a Decimal, an int, or plain ASCII digits such as ``"1100000000"`` or ``"-0.5"``.
        what: what the figure is, for the message.

    Raises:
        InvalidTypeError: a float, a bool or anything else.
        InvalidValueError: not a number, not finite, or of more than 34 digits written out.
    """
    if isinstance(value, bool) or not isinstance(value, (Decimal, int, str)):
        raise InvalidTypeError(
            what, f"{value!r} is of type {type(value).__name__}", "give a Decimal, an int or a str"
        )
    if isinstance(value, str) and not _PLAIN_NUMBER.fullmatch(value):
        raise InvalidValueError(
            what, f"{_shortly(value)} is not a plain number", "write digits and one point"
        )
    if isinstance(value, int) and value.bit_length() > 4 * MAX_DIGITS:
        raise _too_long(what)
    if isinstance(value, str) and len(value) > 3 * MAX_DIGITS:
        raise _too_long(what)
    return within_digits(Decimal(value), what)


def within_digits(number: Decimal, what: str) -> Decimal:
    """Refuse what is not finite or has more than 34 digits written out; ``-0`` becomes ``0``."""
    if not number.is_finite():
        raise InvalidValueError(what, f"{number} is not a finite number", "give a figure")
    if number.is_zero():
        return number.copy_abs() if -MAX_DIGITS < _exponent(number) <= 0 else Decimal(0)
    if max(number.adjusted(), 0) + 1 + max(-_exponent(number), 0) > MAX_DIGITS:
        shorter = number.normalize(EXACT)
        if max(shorter.adjusted(), 0) + 1 + max(-_exponent(shorter), 0) > MAX_DIGITS:
            raise _too_long(what)
        return shorter
    return number


def plain(number: Decimal) -> str:
    """Write a number with all its digits and no exponent.

    >>> plain(Decimal("1.1E+9"))
    '1100000000'
    """
    return format(number, "f")


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _too_long(what: str) -> InvalidValueError:
    return InvalidValueError(
        what, f"more than {MAX_DIGITS} digits", f"write at most {MAX_DIGITS} digits"
    )


def _shortly(text: str) -> str:
    return repr(text if len(text) <= 40 else f"{text[:40]}…")
