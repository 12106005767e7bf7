"""Units: a closed set, named without traps."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

import pytest
from skeleton import ValueTypeRules, refused

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.unit import Dimension, Unit

TRAPS = ("kt", "ton", "tons", "oz", "ounce", "T", "t", "bbl", "barrel", "g/t", "kwh", "nosuch")


class TestUnitIsAValue(ValueTypeRules):
    builds: ClassVar = {
        "Unit('tonne')": {"symbol": "t", "dimension": Dimension.MASS, "value": "tonne"},
        "Unit.TROY_OUNCE": {"symbol": "ozt", "factor": Decimal("31103.4768")},
        "Unit('gram per tonne')": {"symbol": "g/t", "dimension": Dimension.GRADE},
        "Unit('troy ounce per year')": {
            "symbol": "ozt/a",
            "factor": Decimal("31.1034768"),
            "dimension": Dimension.MASS_PER_YEAR,
        },
        "Unit.PERCENT_OF_OUTPUT": {
            "value": "percent of output",
            "symbol": "% of output",
            "dimension": Dimension.SHARE_OF_OUTPUT,
            "pint_units": (),
        },
        "Unit('piece')": {"dimension": Dimension.COUNT, "factor": Decimal(1)},
    }
    unequal: ClassVar = tuple(f"Unit({unit.value!r})" for unit in Unit)
    equal: ClassVar = (("Unit('tonne')", "Unit.TONNE"),)
    refused: ClassVar = {
        **{f"Unit({trap!r})": ValueError for trap in TRAPS},
        "Unit('')": ValueError,
        "Unit('Tonne')": ValueError,
        "Unit('TONNE')": ValueError,
        "Unit(' tonne')": ValueError,
        "Unit(None)": ValueError,
        "Unit(1)": ValueError,
    }


class TestDimensionIsAValue(ValueTypeRules):
    builds: ClassVar = {"Dimension('mass')": {"value": "mass"}}
    unequal: ClassVar = tuple(f"Dimension({each.value!r})" for each in Dimension)
    equal: ClassVar = (("Dimension('power')", "Dimension.POWER"),)
    refused: ClassVar = {"Dimension('heat')": ValueError}


def test_the_units_of_the_design_are_all_there() -> None:
    named = {
        "tonne",
        "kilotonne",
        "kilogram",
        "troy ounce",
        "pound",
        "gram per tonne",
        "megawatt",
        "gigawatt",
        "gram per year",
        "kilogram per year",
        "tonne per year",
        "kilotonne per year",
        "megatonne per year",
        "troy ounce per year",
        "pound per year",
        "percent of output",
        "piece",
    }

    assert named <= {unit.value for unit in Unit}


def test_no_two_units_share_a_name_a_symbol_or_a_pint_spelling() -> None:
    assert len(Unit) == len(Unit.__members__)
    assert len(Unit) == len({unit.symbol for unit in Unit})
    assert len(Unit) == len({frozenset(unit.pint_units) for unit in Unit})


@pytest.mark.parametrize("unit", [one for one in Unit if one.value.endswith(" per year")], ids=str)
def test_an_output_per_year_is_as_many_of_a_tonne_as_its_mass_is(unit: Unit) -> None:
    """A thousand kilograms are a tonne, in a year as at once."""
    mass = Unit(unit.value.removesuffix(" per year"))

    assert Dimension.MASS is mass.dimension
    assert Dimension.MASS_PER_YEAR is unit.dimension
    assert Unit.TONNE.factor * unit.factor == Unit.TONNE_PER_YEAR.factor * mass.factor
    assert f"{mass.symbol}/a" == unit.symbol
    assert (*mass.pint_units, ("year", -1)) == unit.pint_units


def test_a_unit_is_written_by_its_full_name() -> None:
    assert "tonne per year" == str(Unit.TONNE_PER_YEAR)


@pytest.mark.parametrize("trap", TRAPS)
def test_a_name_with_a_trap_is_no_unit_of_a_measure(trap: str) -> None:
    with refused(InvalidValueError):
        Measure("410000", trap)


def test_a_miss_suggests_near_names() -> None:
    with pytest.raises(InvalidValueError) as caught:
        Measure("410000", "tonnes")

    assert "'tonnes' is not a unit; did you mean 'tonne'" in str(caught.value)


@pytest.mark.parametrize("unit", Unit, ids=str)
def test_a_symbol_suggests_its_name(unit: Unit) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Measure("410000", unit.symbol)

    assert f"{unit.symbol!r} is not a unit; did you mean " in str(caught.value)
    assert repr(unit.value) in str(caught.value)


@pytest.mark.parametrize("unit", [None, 1, b"tonne", 1.5, ["tonne"]])
def test_a_unit_is_a_member_or_text(unit: object) -> None:
    with refused(InvalidTypeError):
        Measure("410000", unit)
