"""The closed set of units, named without traps.

A bare ``ton`` (which ton?), ``oz`` (which ounce?) or ``kt`` (a knot, in pint) is no member.
"""

from __future__ import annotations

from decimal import Decimal

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError, did_you_mean, near

from .word import Word


class Dimension(Word):
    """What a unit measures; only measures of one dimension add, compare or convert."""

    MASS = "mass"
    GRADE = "grade"
    POWER = "power"
    ENERGY = "energy"
    MASS_PER_YEAR = "mass per year"
    COUNT = "count"
    AREA = "area"
    LENGTH = "length"
    TIME = "time"


_PintUnits = tuple[tuple[str, int], ...]


class Unit(Word):
    """A unit of measure, by its full name.

    Each has a ``symbol``, a ``dimension``, an exact ``factor`` to the dimension's smallest unit
    here, the names of its ``pint`` units with their powers (explicit, never parsed from text), its
    CLDR key (empty where CLDR has none) and the words that print it in English.

    Troy ounce and pound are exact by definition: 31.1034768 g and 453.59237 g (NIST Handbook 44,
    appendix C).

    >>> Unit("tonne").symbol
    't'
    """

    symbol: str
    dimension: Dimension
    factor: Decimal
    pint_units: _PintUnits
    cldr: str
    printed: tuple[str, ...]

    MILLIGRAM = (
        "milligram",
        "mg",
        Dimension.MASS,
        "1",
        (("milligram", 1),),
        "mass-milligram",
        ("milligram", "milligrams", "mg"),
    )
    GRAM = (
        "gram",
        "g",
        Dimension.MASS,
        "1000",
        (("gram", 1),),
        "mass-gram",
        ("gram", "grams", "g"),
    )
    KILOGRAM = (
        "kilogram",
        "kg",
        Dimension.MASS,
        "1000000",
        (("kilogram", 1),),
        "mass-kilogram",
        ("kilogram", "kilograms", "kg"),
    )
    TONNE = (
        "tonne",
        "t",
        Dimension.MASS,
        "1000000000",
        (("metric_ton", 1),),
        "mass-tonne",
        ("tonne", "tonnes", "t", "metric ton", "metric tons"),
    )
    KILOTONNE = (
        "kilotonne",
        "kt",
        Dimension.MASS,
        "1000000000000",
        (("kilometric_ton", 1),),
        "",
        ("kilotonne", "kilotonnes", "kt"),
    )
    MEGATONNE = (
        "megatonne",
        "Mt",
        Dimension.MASS,
        "1000000000000000",
        (("megametric_ton", 1),),
        "",
        ("megatonne", "megatonnes", "Mt"),
    )
    TROY_OUNCE = (
        "troy ounce",
        "ozt",
        Dimension.MASS,
        "31103.4768",
        (("troy_ounce", 1),),
        "mass-ounce-troy",
        ("troy ounce", "troy ounces", "ozt"),
    )
    POUND = (
        "pound",
        "lb",
        Dimension.MASS,
        "453592.37",
        (("pound", 1),),
        "mass-pound",
        ("pound", "pounds", "lb", "lbs"),
    )
    GRAM_PER_TONNE = (
        "gram per tonne",
        "g/t",
        Dimension.GRADE,
        "1",
        (("gram", 1), ("metric_ton", -1)),
        "",
        ("g/t", "gram per tonne", "grams per tonne", "gram per ton", "grams per ton"),
    )
    PERCENT_BY_MASS = (
        "percent by mass",
        "% by mass",
        Dimension.GRADE,
        "10000",
        (("percent", 1),),
        "",
        ("percent", "per cent", "%"),
    )
    KILOWATT = (
        "kilowatt",
        "kW",
        Dimension.POWER,
        "1",
        (("kilowatt", 1),),
        "power-kilowatt",
        ("kilowatt", "kilowatts", "kW"),
    )
    MEGAWATT = (
        "megawatt",
        "MW",
        Dimension.POWER,
        "1000",
        (("megawatt", 1),),
        "power-megawatt",
        ("megawatt", "megawatts", "MW"),
    )
    GIGAWATT = (
        "gigawatt",
        "GW",
        Dimension.POWER,
        "1000000",
        (("gigawatt", 1),),
        "power-gigawatt",
        ("gigawatt", "gigawatts", "GW"),
    )
    KILOWATT_HOUR = (
        "kilowatt hour",
        "kWh",
        Dimension.ENERGY,
        "1",
        (("kilowatt_hour", 1),),
        "energy-kilowatt-hour",
        ("kilowatt hour", "kilowatt hours", "kilowatt-hours", "kWh"),
    )
    MEGAWATT_HOUR = (
        "megawatt hour",
        "MWh",
        Dimension.ENERGY,
        "1000",
        (("megawatt_hour", 1),),
        "",
        ("megawatt hour", "megawatt hours", "megawatt-hours", "MWh"),
    )
    GIGAWATT_HOUR = (
        "gigawatt hour",
        "GWh",
        Dimension.ENERGY,
        "1000000",
        (("gigawatt_hour", 1),),
        "",
        ("gigawatt hour", "gigawatt hours", "gigawatt-hours", "GWh"),
    )
    TONNE_PER_YEAR = (
        "tonne per year",
        "t/a",
        Dimension.MASS_PER_YEAR,
        "1",
        (("metric_ton", 1), ("year", -1)),
        "",
        ("tonne per year", "tonnes per year", "tonnes a year", "t/a"),
    )
    KILOTONNE_PER_YEAR = (
        "kilotonne per year",
        "kt/a",
        Dimension.MASS_PER_YEAR,
        "1000",
        (("kilometric_ton", 1), ("year", -1)),
        "",
        ("kilotonne per year", "kilotonnes per year", "kilotonnes a year", "kt/a"),
    )
    PIECE = ("piece", "pcs", Dimension.COUNT, "1", (("count", 1),), "", ())
    HECTARE = (
        "hectare",
        "ha",
        Dimension.AREA,
        "1",
        (("hectare", 1),),
        "area-hectare",
        ("hectare", "hectares", "ha"),
    )
    SQUARE_KILOMETRE = (
        "square kilometre",
        "km²",
        Dimension.AREA,
        "100",
        (("kilometer", 2),),
        "area-square-kilometer",
        ("square kilometre", "square kilometres", "square kilometers", "sq km", "km²"),
    )
    METRE = (
        "metre",
        "m",
        Dimension.LENGTH,
        "1",
        (("meter", 1),),
        "length-meter",
        ("metre", "metres", "meter", "meters", "m"),
    )
    KILOMETRE = (
        "kilometre",
        "km",
        Dimension.LENGTH,
        "1000",
        (("kilometer", 1),),
        "length-kilometer",
        ("kilometre", "kilometres", "kilometer", "kilometers", "km"),
    )
    YEAR = (
        "year",
        "a",
        Dimension.TIME,
        "1",
        (("year", 1),),
        "duration-year",
        ("year", "years"),
    )

    def __new__(
        cls,
        name: str,
        symbol: str,
        dimension: Dimension,
        factor: str,
        pint_units: _PintUnits,
        cldr: str,
        printed: tuple[str, ...],
    ) -> Unit:
        """Make a member from a row of the table above."""
        member = object.__new__(cls)
        member._value_ = name
        member.symbol = symbol
        member.dimension = dimension
        member.factor = Decimal(factor)
        member.pint_units = pint_units
        member.cldr = cldr
        member.printed = printed
        return member


def as_unit(unit: Unit | str) -> Unit:
    """Take a unit or its full name.

    Raises:
        InvalidTypeError: neither a Unit nor text.
        InvalidValueError: no unit has that name; the message suggests near ones.
    """
    if isinstance(unit, Unit):
        return unit
    if not isinstance(unit, str):
        raise InvalidTypeError(
            "a unit", f"{unit!r} is of type {type(unit).__name__}", "give its full name"
        )
    by_name = {str(member): member for member in Unit}
    if unit not in by_name:
        hint = did_you_mean(near(unit.lower(), by_name))
        raise InvalidValueError(
            "a unit", f"no unit is named {unit!r}", hint or f"one of: {', '.join(by_name)}"
        )
    return by_name[unit]
