"""Exact measures: a number of a unit, as published."""

from __future__ import annotations

import re
from decimal import Context, Decimal, Inexact
from functools import total_ordering
from threading import Lock
from typing import TYPE_CHECKING, Any

import attrs

from centralasia_minerals.errors import (
    InexactConversionError,
    InvalidTypeError,
    InvalidValueError,
    UnitMismatchError,
)
from centralasia_minerals.wording import briefly

from .arithmetic import Arithmetic
from .base.frozen import closed
from .base.unit_words import MeasureInLocales
from .exact_decimal import EXACT, Operation, exact_decimal, exactly, plain
from .unit import Unit, as_unit

if TYPE_CHECKING:
    import pint

    # pint.Quantity itself is partly untyped; this is the class that it is made of.
    from pint.facets.plain import PlainQuantity

_WRITTEN = re.compile(r"(-?[0-9]+(?:\.[0-9]+)?) (.+)", re.ASCII)
_ASKED = "the magnitude of a measure"
_FIRST_USE = Lock()


def _magnitude(value: Decimal | int | str) -> Decimal:
    return exact_decimal(value, _ASKED)


@closed
@total_ordering
@attrs.frozen(eq=False, order=False, getstate_setstate=False)
class Measure(MeasureInLocales, Arithmetic):
    """An exact number of a unit.

    Measures are compared as quantities, so 1 kilotonne equals 1000 tonnes. Measures of two
    dimensions are never equal, and adding or ordering them is an error. A measure times a number
    or a ``Share`` is exact, a measure by a number is exact or an error, and one measure by another
    is a ``Fraction``.

    Attributes:
        magnitude: the number, as published; a Decimal, an int or plain digits, at most 34 of
            them, and never a float.
        unit: the unit, given as itself or as its full name.

    Raises:
        InvalidTypeError: the magnitude is a float, a bool, None or of another wrong type.
        InvalidValueError: the magnitude is not finite or too long, or the unit is unknown.

    >>> Measure("410000", "tonne").to("kilotonne")
    Measure('410', 'kilotonne')
    """

    magnitude: Decimal = attrs.field(converter=_magnitude)
    unit: Unit = attrs.field(converter=as_unit)

    @classmethod
    def parse(cls, text: str) -> Measure:
        """Read what ``str`` writes, such as ``410000 tonne``.

        Raises:
            InvalidValueError: the text is not a plain number, a space and a unit's full name.
        """
        found = _WRITTEN.fullmatch(text) if isinstance(text, str) else None
        if found is None:
            raise InvalidValueError("a measure", briefly(text), "write it like '410000 tonne'")
        return cls(found[1], found[2])

    @classmethod
    def from_pint(cls, quantity: PlainQuantity[Any]) -> Measure:
        """Return a pint quantity as a measure, if its unit is exactly one of ``Unit``.

        A float is read as the shortest decimal that prints it, because the default registry of
        pint does not know another kind of fraction.

        Raises:
            InvalidTypeError: it is not a pint quantity, or its magnitude is not a real number.
            InvalidValueError: its unit is not one of ``Unit``; convert the quantity first.
            InexactConversionError: its magnitude is a fraction without an exact decimal.
        """
        powers = getattr(quantity, "unit_items", None)
        if powers is None:
            raise InvalidTypeError.of("a pint quantity", quantity, "give a pint.Quantity")
        units = set(powers())
        for unit in Unit:
            if unit.pint_units and set(unit.pint_units) == units:
                return cls(_from_pint_magnitude(quantity.magnitude), unit)
        found = f"{briefly(str(quantity.units))} is not one of the library's units"
        raise InvalidValueError("a measure from pint", found, "convert the quantity first")

    def to_pint(self, registry: pint.UnitRegistry[Any] | None = None) -> PlainQuantity[Any]:
        """Return the measure as a new pint quantity.

        Args:
            registry: the registry to use; by default pint's application registry, which is never
                replaced or added to.

        Returns:
            A quantity of a Decimal if the registry computes in Decimals, or an int or a float.

        Raises:
            InvalidValueError: the unit is percent of output, for pint a bare percentage.
        """
        import pint

        if not self.unit.pint_units:
            found, remedy = "pint has only bare percentages", "use .magnitude"
            raise InvalidValueError(f"{self} in pint", found, remedy)
        if registry is None:
            registry = pint.get_application_registry()  # type: ignore[no-untyped-call]  # as pint has it
        chosen: pint.UnitRegistry[Any] = registry
        # The application registry is built when it is first used, which only one thread may do.
        with _FIRST_USE:
            units = chosen.UnitsContainer(dict(self.unit.pint_units))
            return chosen.Quantity(self._pint_magnitude(chosen.non_int_type), units)

    def _pint_magnitude(self, number_type: type) -> int | float | Decimal:
        if number_type is Decimal:
            return self.magnitude
        if self.magnitude == self.magnitude.to_integral_value():
            return int(self.magnitude)
        return float(self.magnitude)

    def to(self, unit: Unit | str) -> Measure:
        """Return the measure in another unit, exactly.

        Raises:
            UnitMismatchError: the unit is of another dimension.
            InexactConversionError: the result is not an exact decimal of at most 34 digits.
        """
        wanted = as_unit(unit)
        self._beside(wanted, "convert to")
        if wanted is self.unit:
            return self
        try:
            exact = EXACT.divide(self._in_smallest(), wanted.factor)
            return Measure(exact_decimal(exact, "the converted magnitude"), wanted)
        except (Inexact, InvalidValueError):
            raise InexactConversionError(
                f"{self} in {wanted}", "not an exact decimal", "use .to_pint() and round"
            ) from None

    def zeroed(self) -> Measure:
        """Return zero of the same unit, which is where "up to" begins."""
        return Measure(0, self.unit)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Measure):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __lt__(self, other: Measure) -> bool:
        if not isinstance(other, Measure):
            return NotImplemented
        return self._in_smallest() < other._comparable(self)

    def __add__(self, other: Measure) -> Measure:
        if not isinstance(other, Measure):
            return NotImplemented
        return self._computed(Context.add, other.to(self.unit).magnitude)

    def __sub__(self, other: Measure) -> Measure:
        if not isinstance(other, Measure):
            return NotImplemented
        return self._computed(Context.subtract, other.to(self.unit).magnitude)

    def __repr__(self) -> str:
        return f"Measure({plain(self.magnitude)!r}, {self.unit.value!r})"

    def __str__(self) -> str:
        return f"{plain(self.magnitude)} {self.unit.value}"

    def _number(self) -> Decimal:
        return self.magnitude

    def _of_number(self, number: Decimal) -> Measure:
        return Measure(number, self.unit)

    def _side_by_side(self, other: Measure) -> tuple[Decimal, Decimal]:
        return self._in_smallest(), other._comparable(self, "divide by")

    def _inexact(self, divisor: Decimal) -> InvalidValueError:
        asked = f"divide {self} by {plain(divisor)}"
        found = "it does not end within 34 digits"
        return InvalidValueError(asked, found, "use .to_pint() and round")

    def _computed(self, operate: Operation, other: Decimal) -> Measure:
        # Goes around the constructor, which would check once more what is exact already.
        measure = object.__new__(Measure)
        object.__setattr__(measure, "magnitude", exactly(operate, self.magnitude, other, _ASKED))
        object.__setattr__(measure, "unit", self.unit)
        return measure

    def _in_smallest(self) -> Decimal:
        return EXACT.multiply(self.magnitude, self.unit.factor)

    def _key(self) -> tuple[object, Decimal]:
        return (self.unit.dimension, self._in_smallest())

    def _comparable(self, beside: Measure, verb: str = "compare with") -> Decimal:
        beside._beside(self.unit, verb)
        return self._in_smallest()

    def _beside(self, unit: Unit, verb: str) -> None:
        if unit.dimension is not self.unit.dimension:
            raise UnitMismatchError(
                f"{verb} {unit}",
                f"{self} measures {self.unit.dimension}, and a {unit} {unit.dimension}",
                f"use a unit of {self.unit.dimension}",
            )


def _from_pint_magnitude(magnitude: object) -> Decimal | int | str:
    from fractions import Fraction  # only quantities need it

    if isinstance(magnitude, float):
        return plain(Decimal(float.__repr__(magnitude)))
    if isinstance(magnitude, Fraction):
        try:
            return EXACT.divide(Decimal(magnitude.numerator), Decimal(magnitude.denominator))
        except Inexact:
            asked = f"{briefly(magnitude.numerator)}/{briefly(magnitude.denominator)} as a decimal"
            remedy = "round the quantity first"
            raise InexactConversionError(asked, "it never ends", remedy) from None
    if isinstance(magnitude, (int, Decimal)):
        return magnitude
    raise InvalidTypeError.of("the magnitude of a pint quantity", magnitude, "give a real number")
