"""What amounts and measures have in common: the arithmetic of exact numbers of something."""

from __future__ import annotations

from abc import abstractmethod
from decimal import (
    ROUND_05UP,
    ROUND_CEILING,
    ROUND_DOWN,
    ROUND_FLOOR,
    ROUND_HALF_DOWN,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    ROUND_UP,
    Context,
    Decimal,
    Inexact,
)
from typing import TYPE_CHECKING, Self, TypeGuard, overload

from centralasia_minerals.errors import DivisionByZeroError, InvalidTypeError, InvalidValueError
from centralasia_minerals.wording import briefly

from .base.frozen import Frozen
from .exact_decimal import EXACT, MAX_DIGITS, Operation, exact_decimal
from .share import Share

if TYPE_CHECKING:
    from fractions import Fraction

_ROUNDINGS = (
    ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP,
    ROUND_UP, ROUND_05UP,
)  # fmt: skip

_BY_ZERO = ("the divisor is zero", "check it first")


class Arithmetic(Frozen):
    """A number of something that is added, scaled and rounded without losing a digit."""

    __slots__ = ()

    @abstractmethod
    def _number(self) -> Decimal:
        """Return the number."""

    @abstractmethod
    def _of_number(self, number: Decimal) -> Self:
        """Return another number of the same thing, checked."""

    @abstractmethod
    def _computed(self, operate: Operation, other: Decimal) -> Self:
        """Return the exact result of an operation with a number, as another of the same thing."""

    @abstractmethod
    def _side_by_side(self, other: Self) -> tuple[Decimal, Decimal]:
        """Return two numbers of the same thing, this and another, or refuse the other."""

    @abstractmethod
    def _inexact(self, divisor: Decimal) -> InvalidValueError:
        """Return the error of a division that does not end."""

    def __radd__(self, other: int) -> Self:
        """Return the same for 0, from which the built-in ``sum`` starts."""
        if type(other) is int and other == 0:
            return self
        return NotImplemented

    def __mul__(self, factor: int | Decimal | Share) -> Self:
        if is_number(factor):
            return self._computed(Context.multiply, exact_decimal(factor, "a factor"))
        if isinstance(factor, Share):
            return self._computed(Context.multiply, factor.fraction)
        return NotImplemented

    __rmul__ = __mul__

    @overload
    def __truediv__(self, divisor: int | Decimal) -> Self: ...
    @overload
    def __truediv__(self, divisor: Self) -> Fraction: ...
    def __truediv__(self, divisor: int | Decimal | Self) -> Self | Fraction:
        if isinstance(divisor, type(self)):
            return self._ratio(divisor)
        return self._quotient(divisor) if is_number(divisor) else NotImplemented

    def _quotient(self, divisor: int | Decimal) -> Self:
        number = divisor_of(self, divisor)
        try:
            return self._computed(Context.divide, number)
        except (Inexact, InvalidValueError):
            raise self._inexact(number) from None

    def _ratio(self, other: Self) -> Fraction:
        from fractions import Fraction  # only those who divide need it

        own, beside = self._side_by_side(other)
        if not beside:
            raise DivisionByZeroError(_divided(self, other), *_BY_ZERO)
        return Fraction(own) / Fraction(beside)

    def __pos__(self) -> Self:
        return self

    def __neg__(self) -> Self:
        return self._of_number(self._number().copy_negate())

    def __abs__(self) -> Self:
        return self._of_number(self._number().copy_abs())

    def __round__(self, places: int | None = None) -> Self:
        """Return it rounded half to even; without a number of places, to a whole number."""
        return self.rounded(0 if places is None else places)

    def rounded(self, places: int, *, rounding: str = ROUND_HALF_EVEN) -> Self:
        """Return it rounded to a number of places after the point.

        Args:
            places: how many digits to keep after the point; a negative number rounds before it.
            rounding: a rounding mode of the ``decimal`` module; half to even by default.

        Raises:
            InvalidTypeError: the number of places is not an int, or the mode not text.
            InvalidValueError: the number is above 34 or below -34, or there is no such mode.
        """
        return self._of_number(_rounded(self._number(), places, rounding))


def _divided(dividend: object, divisor: object) -> str:
    return f"divide {dividend} by {divisor}"


def is_number(given: object) -> TypeGuard[int | Decimal]:
    """Whether something is an exact number: a Decimal, or an int that is not a bool."""
    return isinstance(given, (Decimal, int)) and not isinstance(given, bool)


def divisor_of(divided: object, divisor: int | Decimal) -> Decimal:
    """Return a number that something is divided by.

    Raises:
        DivisionByZeroError: it is zero.
        InvalidValueError: it is not finite, or has more than 34 digits.
    """
    number = exact_decimal(divisor, "a divisor")
    if not number:
        raise DivisionByZeroError(_divided(divided, 0), *_BY_ZERO)
    return number


def _rounded(number: Decimal, places: int, rounding: str) -> Decimal:
    asked = "the places to round to"
    if isinstance(places, bool) or not isinstance(places, int):
        raise InvalidTypeError.of(asked, places, "give an int")
    if abs(places) > MAX_DIGITS:
        remedy = f"give at least -{MAX_DIGITS} and at most {MAX_DIGITS}"
        raise InvalidValueError(asked, briefly(places), remedy)
    if not isinstance(rounding, str):
        raise InvalidTypeError.of("a rounding mode", rounding, "give one such as 'ROUND_HALF_UP'")
    if rounding not in _ROUNDINGS:
        remedy = f"give one of: {', '.join(_ROUNDINGS)}"
        raise InvalidValueError("a rounding mode", briefly(rounding), remedy)
    context = EXACT.copy()
    context.clear_traps()
    quantum = EXACT.scaleb(Decimal(1), Decimal(-places))
    return number.quantize(quantum, rounding, context)
