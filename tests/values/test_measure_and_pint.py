"""Measures and pint: out and back unchanged, and nobody's registry is touched."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import permutations

import pint
import pytest
from hypothesis import given
from skeleton import refused
from strategies import figures, longest_figures, measures as any_measures

from centralasia_minerals.errors import InexactConversionError, InvalidTypeError, InvalidValueError
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.unit import Unit

DECIMAL_REGISTRY = pint.UnitRegistry(non_int_type=Decimal)
TUNGSTEN = Measure("410000", "tonne")
UNITS_OF_PINT = [unit for unit in Unit if unit is not Unit.PERCENT_OF_OUTPUT]


@pytest.fixture
def application_registry() -> pint.ApplicationRegistry:
    """The application registry, loaded."""
    registry = pint.get_application_registry()
    registry.Quantity(1, "kilogram")
    return registry


@pytest.fixture
def own_application_registry() -> Iterator[pint.UnitRegistry]:
    """A registry that the caller has made the application's, for as long as one test."""
    before = pint.get_application_registry().get()
    pint.set_application_registry(DECIMAL_REGISTRY)
    yield DECIMAL_REGISTRY
    pint.set_application_registry(before)


@given(any_measures(UNITS_OF_PINT, of=longest_figures()))
def test_a_decimal_registry_gives_back_every_digit(measure: Measure) -> None:
    quantity = measure.to_pint(DECIMAL_REGISTRY)
    again = Measure.from_pint(quantity)

    assert isinstance(quantity, DECIMAL_REGISTRY.Quantity)
    assert isinstance(quantity.magnitude, Decimal)
    assert str(measure) == str(again)


@given(any_measures(UNITS_OF_PINT, of=figures(digits=15)))
def test_the_application_registry_gives_back_what_a_float_can_hold(measure: Measure) -> None:
    quantity = measure.to_pint()
    again = Measure.from_pint(quantity)

    assert isinstance(quantity, pint.get_application_registry().Quantity)
    assert isinstance(quantity.magnitude, int | float)
    assert measure == again
    assert measure.unit is again.unit


@given(
    any_measures(UNITS_OF_PINT, of=longest_figures().map(lambda figure: figure.to_integral_value()))
)
def test_a_whole_figure_stays_whole_in_the_application_registry(measure: Measure) -> None:
    assert int is type(measure.to_pint().magnitude)
    assert int(measure.magnitude) == measure.to_pint().magnitude


def test_the_tungsten_converts_in_either_registry(
    application_registry: pint.ApplicationRegistry,
) -> None:
    assert 410 == TUNGSTEN.to_pint().to("kilotonne").magnitude
    assert Decimal(410) == TUNGSTEN.to_pint(DECIMAL_REGISTRY).to("kilotonne").magnitude


def test_the_application_registry_is_neither_replaced_nor_added_to(
    application_registry: pint.ApplicationRegistry,
) -> None:
    behind = application_registry.get()
    units, prefixes = set(behind._units), set(behind._prefixes)

    for unit in UNITS_OF_PINT:
        Measure.from_pint(Measure("1.5", unit).to_pint())
        Measure.from_pint(Measure("1.5", unit).to_pint(DECIMAL_REGISTRY))

    assert application_registry is pint.get_application_registry()
    assert behind is pint.get_application_registry().get()
    assert units == set(behind._units)
    assert prefixes == set(behind._prefixes)
    assert float is behind.non_int_type


def test_an_application_registry_of_the_callers_is_the_one_used(
    own_application_registry: pint.UnitRegistry,
) -> None:
    quantity = Measure("1.5", "gigawatt").to_pint()

    assert isinstance(quantity, own_application_registry.Quantity)
    assert isinstance(quantity.magnitude, Decimal)


def test_every_quantity_is_fresh() -> None:
    first, second = TUNGSTEN.to_pint(), TUNGSTEN.to_pint()

    first.ito("kilotonne")

    assert first is not second
    assert 410000 == second.magnitude
    assert "410000 tonne" == str(TUNGSTEN)


def test_a_quantity_adds_to_those_of_its_own_registry_only() -> None:
    quantity = TUNGSTEN.to_pint(DECIMAL_REGISTRY)

    assert Decimal(410001) == (quantity + DECIMAL_REGISTRY.Quantity(1, "metric_ton")).magnitude
    with pytest.raises(ValueError, match="different registries"):
        quantity + TUNGSTEN.to_pint()


@pytest.mark.parametrize(
    ("one", "other"),
    [(a, b) for a, b in permutations(Unit, 2) if a.dimension is b.dimension],
    ids=str,
)
def test_the_factors_are_those_of_pint(one: Unit, other: Unit) -> None:
    wanted = Measure(1, other).to_pint(DECIMAL_REGISTRY).units

    by_pint = Fraction(Measure(1, one).to_pint(DECIMAL_REGISTRY).to(wanted).magnitude)

    ours = Fraction(one.factor) / Fraction(other.factor)
    # pint computes with 28 digits.
    assert abs(by_pint / ours - 1) < Fraction(1, 10**24)


def test_a_share_of_an_output_is_not_any_percentage_for_pint(
    application_registry: pint.ApplicationRegistry,
) -> None:
    whole = Measure("100", "percent of output")

    with refused(InvalidValueError):
        whole.to_pint()
    with refused(InvalidValueError):
        Measure.from_pint(application_registry.Quantity(1, "dimensionless"))
    percent = application_registry.Quantity(1, "percent")
    assert Measure(1, "percent by mass") == Measure.from_pint(percent)


@pytest.mark.parametrize("trap", ["kt", "ton", "oz", "T", "bbl", "knot", "short_ton", "degC"])
def test_a_pint_unit_that_only_looks_like_ours_is_refused(
    trap: str, application_registry: pint.ApplicationRegistry
) -> None:
    with refused(InvalidValueError):
        Measure.from_pint(application_registry.Quantity(5, trap))


@pytest.mark.parametrize(
    "unit",
    ["", "gram**2", "gram**-1", "gram**0.5", "gram**1.5", "gram / liter", "metric_ton / day"],
)
def test_a_pint_unit_with_another_power_is_refused(
    unit: str, application_registry: pint.ApplicationRegistry
) -> None:
    with refused(InvalidValueError):
        Measure.from_pint(application_registry.Quantity(5, unit))


def test_a_float_from_pint_is_the_shortest_decimal_that_prints_it(
    application_registry: pint.ApplicationRegistry,
) -> None:
    assert "0.1 tonne" == str(Measure.from_pint(application_registry.Quantity(0.1, "tonne")))


def test_a_fraction_from_pint_is_taken_where_it_is_a_decimal() -> None:
    registry = pint.UnitRegistry(None, non_int_type=Fraction)
    registry.define("gram = [mass]")

    assert Measure("0.25", "gram") == Measure.from_pint(
        registry.Quantity(Fraction(1, 4), registry.gram)
    )
    with refused((InexactConversionError, InvalidValueError)):
        Measure.from_pint(registry.Quantity(Fraction(1, 3), registry.gram))


@pytest.mark.parametrize("magnitude", [float("nan"), float("inf"), Decimal("NaN"), 1e300, 10**40])
def test_a_magnitude_that_is_no_figure_is_refused(
    magnitude: object, application_registry: pint.ApplicationRegistry
) -> None:
    with refused(InvalidValueError):
        Measure.from_pint(application_registry.Quantity(magnitude, "tonne"))


@pytest.mark.parametrize("thing", [5, 5.0, "5 tonne", None, TUNGSTEN, pint.Unit("gram"), pint])
def test_only_a_quantity_is_taken(thing: object) -> None:
    with refused(InvalidTypeError):
        Measure.from_pint(thing)


def test_a_magnitude_is_one_real_number(
    application_registry: pint.ApplicationRegistry,
) -> None:
    with refused(InvalidTypeError):
        Measure.from_pint(application_registry.Quantity(1j, "tonne"))


_FROM_MANY_THREADS = """
import sys
import threading
import centralasia_minerals as cam

sys.setswitchinterval(1e-6)
asked, made, failed = threading.Barrier(64), [], []

def ask():
    asked.wait()
    try:
        made.append(str(cam.Measure("410000", "tonne").to_pint()))
    except BaseException as error:
        failed.append(error)

threads = [threading.Thread(target=ask) for _ in range(64)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(made), set(made), failed)
"""


def test_the_registry_is_built_once_however_many_threads_ask_first() -> None:
    """pint itself may fail in a thread that asks while another is building it."""
    for _ in range(3):
        ran = subprocess.run(
            [sys.executable, "-c", _FROM_MANY_THREADS], capture_output=True, text=True, timeout=300
        )

        assert ("", "64 {'410000 metric_ton'} []\n") == (ran.stderr, ran.stdout)
