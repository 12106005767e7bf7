"""The closed set of units, by names that cannot be misread.

A bare ``ton`` (which ton?), ``oz`` (which ounce?) or ``kt`` (a knot, in pint) is not one of them.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from .closed_enum import ClosedEnum


class Dimension(ClosedEnum):
    """What a unit measures; only measures of one dimension add, compare or convert."""

    MASS = "mass", "How much something weighs."
    GRADE = "grade", "Mass of a mineral for each mass of ore."
    POWER = "power", "Energy for each unit of time, as of a power plant."
    ENERGY = "energy", "Power over time, as of what a plant produced."
    MASS_PER_YEAR = "mass per year", "Mass for each year, as of what a mine produces."
    SHARE_OF_OUTPUT = "share of output", "How much of what a mine or plant makes, whatever that is."
    COUNT = "count", "How many pieces there are."
    AREA = "area", "The size of a piece of land."
    LENGTH = "length", "How long something is, such as a railway."
    TIME = "time", "How long something takes."


class Unit(ClosedEnum):
    """A unit of measure, by its full name.

    Troy ounce and pound are exact by definition: 31.1034768 g and 453.59237 g (NIST Handbook 44,
    appendix C).

    Attributes:
        symbol: the symbol, such as ``t``.
        dimension: what the unit measures.
        factor: how many of the dimension's smallest unit here it is, exactly.
        pint_units: the pint units that make it up, with their powers; empty if pint cannot tell it
            from another unit.
        cldr: the key of the unit in CLDR; empty if CLDR does not have it.
        printed: the words and signs that print it in English; empty for pieces.

    >>> Unit("tonne").symbol
    't'
    """

    symbol: str
    dimension: Dimension
    factor: Decimal
    pint_units: tuple[tuple[str, int], ...]
    cldr: str
    printed: tuple[str, ...]

    # fmt: off
    MILLIGRAM = (
        "milligram", "mg", Dimension.MASS, "1", (("milligram", 1),),
        "mass-milligram", ("milligram", "milligrams", "mg"),
    )
    GRAM = (
        "gram", "g", Dimension.MASS, "1000", (("gram", 1),),
        "mass-gram", ("gram", "grams", "g"),
    )
    KILOGRAM = (
        "kilogram", "kg", Dimension.MASS, "1000000", (("kilogram", 1),),
        "mass-kilogram", ("kilogram", "kilograms", "kg"),
    )
    TONNE = (
        "tonne", "t", Dimension.MASS, "1000000000", (("metric_ton", 1),),
        "mass-tonne", ("tonne", "tonnes", "t", "metric ton", "metric tons"),
    )
    KILOTONNE = (
        "kilotonne", "kt", Dimension.MASS, "1000000000000", (("kilometric_ton", 1),),
        "", ("kilotonne", "kilotonnes", "kt"),
    )
    MEGATONNE = (
        "megatonne", "Mt", Dimension.MASS, "1000000000000000", (("megametric_ton", 1),),
        "", ("megatonne", "megatonnes", "Mt"),
    )
    TROY_OUNCE = (
        "troy ounce", "ozt", Dimension.MASS, "31103.4768", (("troy_ounce", 1),),
        "mass-ounce-troy", ("troy ounce", "troy ounces", "ozt"),
    )
    POUND = (
        "pound", "lb", Dimension.MASS, "453592.37", (("pound", 1),),
        "mass-pound", ("pound", "pounds", "lb", "lbs"),
    )
    GRAM_PER_TONNE = (
        "gram per tonne", "g/t", Dimension.GRADE, "1", (("gram", 1), ("metric_ton", -1)),
        "", ("g/t", "gram per tonne", "grams per tonne", "gram per ton", "grams per ton"),
    )
    PERCENT_BY_MASS = (
        "percent by mass", "% by mass", Dimension.GRADE, "10000", (("percent", 1),),
        "", ("percent", "per cent", "%"),
    )
    KILOWATT = (
        "kilowatt", "kW", Dimension.POWER, "1", (("kilowatt", 1),),
        "power-kilowatt", ("kilowatt", "kilowatts", "kW"),
    )
    MEGAWATT = (
        "megawatt", "MW", Dimension.POWER, "1000", (("megawatt", 1),),
        "power-megawatt", ("megawatt", "megawatts", "MW"),
    )
    GIGAWATT = (
        "gigawatt", "GW", Dimension.POWER, "1000000", (("gigawatt", 1),),
        "power-gigawatt", ("gigawatt", "gigawatts", "GW"),
    )
    KILOWATT_HOUR = (
        "kilowatt hour", "kWh", Dimension.ENERGY, "1", (("kilowatt_hour", 1),),
        "energy-kilowatt-hour", ("kilowatt hour", "kilowatt hours", "kilowatt-hours", "kWh"),
    )
    MEGAWATT_HOUR = (
        "megawatt hour", "MWh", Dimension.ENERGY, "1000", (("megawatt_hour", 1),),
        "", ("megawatt hour", "megawatt hours", "megawatt-hours", "MWh"),
    )
    GIGAWATT_HOUR = (
        "gigawatt hour", "GWh", Dimension.ENERGY, "1000000", (("gigawatt_hour", 1),),
        "", ("gigawatt hour", "gigawatt hours", "gigawatt-hours", "GWh"),
    )
    GRAM_PER_YEAR = (
        "gram per year", "g/a", Dimension.MASS_PER_YEAR, "1",
        (("gram", 1), ("year", -1)),
        "", ("gram per year", "grams per year", "grams a year", "g/a"),
    )
    KILOGRAM_PER_YEAR = (
        "kilogram per year", "kg/a", Dimension.MASS_PER_YEAR, "1000",
        (("kilogram", 1), ("year", -1)),
        "", ("kilogram per year", "kilograms per year", "kilograms a year", "kg/a"),
    )
    TONNE_PER_YEAR = (
        "tonne per year", "t/a", Dimension.MASS_PER_YEAR, "1000000",
        (("metric_ton", 1), ("year", -1)),
        "", ("tonne per year", "tonnes per year", "tonnes a year", "t/a"),
    )
    KILOTONNE_PER_YEAR = (
        "kilotonne per year", "kt/a", Dimension.MASS_PER_YEAR, "1000000000",
        (("kilometric_ton", 1), ("year", -1)),
        "", ("kilotonne per year", "kilotonnes per year", "kilotonnes a year", "kt/a"),
    )
    MEGATONNE_PER_YEAR = (
        "megatonne per year", "Mt/a", Dimension.MASS_PER_YEAR, "1000000000000",
        (("megametric_ton", 1), ("year", -1)),
        "", ("megatonne per year", "megatonnes per year", "megatonnes a year", "Mt/a"),
    )
    TROY_OUNCE_PER_YEAR = (
        "troy ounce per year", "ozt/a", Dimension.MASS_PER_YEAR, "31.1034768",
        (("troy_ounce", 1), ("year", -1)),
        "", ("troy ounce per year", "troy ounces per year", "troy ounces a year", "ozt/a"),
    )
    POUND_PER_YEAR = (
        "pound per year", "lb/a", Dimension.MASS_PER_YEAR, "453.59237",
        (("pound", 1), ("year", -1)),
        "", ("pound per year", "pounds per year", "pounds a year", "lb/a"),
    )
    PERCENT_OF_OUTPUT = (
        "percent of output", "% of output", Dimension.SHARE_OF_OUTPUT, "1", (),
        "", ("percent of output", "per cent of output", "% of output"),
    )
    PIECE = ("piece", "pcs", Dimension.COUNT, "1", (("count", 1),), "", ())
    HECTARE = (
        "hectare", "ha", Dimension.AREA, "1", (("hectare", 1),),
        "area-hectare", ("hectare", "hectares", "ha"),
    )
    SQUARE_KILOMETRE = (
        "square kilometre", "km²", Dimension.AREA, "100", (("kilometer", 2),),
        "area-square-kilometer",
        ("square kilometre", "square kilometres", "square kilometers", "sq km", "km²"),
    )
    METRE = (
        "metre", "m", Dimension.LENGTH, "1", (("meter", 1),),
        "length-meter", ("metre", "metres", "meter", "meters", "m"),
    )
    KILOMETRE = (
        "kilometre", "km", Dimension.LENGTH, "1000", (("kilometer", 1),),
        "length-kilometer", ("kilometre", "kilometres", "kilometer", "kilometers", "km"),
    )
    YEAR = (
        "year", "a", Dimension.TIME, "1", (("year", 1),),
        "duration-year", ("year", "years"),
    )

    # fmt: on

    if not TYPE_CHECKING:

        def __new__(
            cls,
            name: str,
            symbol: str,
            dimension: Dimension,
            factor: str,
            pint_units: tuple[tuple[str, int], ...],
            cldr: str,
            printed: tuple[str, ...],
        ) -> Unit:
            """Return a new member, made from a row of the table above."""
            member = object.__new__(cls)
            member._value_ = name
            member.meaning = f'A unit of {dimension}, written "{symbol}".'
            member.symbol = symbol
            member.dimension = dimension
            member.factor = Decimal(factor)
            member.pint_units = pint_units
            member.cldr = cldr
            member.printed = printed
            return member


def as_unit(unit: Unit | str) -> Unit:
    """Return a unit, given as itself or as its full name.

    Raises:
        InvalidTypeError: it is neither a Unit nor text.
        InvalidValueError: no unit has this name; the message suggests similar ones.
    """
    return Unit.of(unit, "a unit")
