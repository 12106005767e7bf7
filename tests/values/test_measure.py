"""Measures: exact numbers of a unit that convert, add and compare within one dimension."""

from __future__ import annotations

import operator
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

import pytest
from hypothesis import given, strategies as st
from skeleton import ORDERINGS, ValueTypeRules, build, refused
from strategies import (
    DECIMAL_FAMILIES,
    figures,
    longest_figures,
    measures as any_measures,
    measures_of_one_family,
)

from centralasia_minerals.errors import (
    InexactConversionError,
    InvalidTypeError,
    InvalidValueError,
    UnitMismatchError,
)
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.unit import Unit


class TestMeasureIsAValue(ValueTypeRules):
    builds: ClassVar = {
        "Measure('410000', 'tonne')": {"magnitude": Decimal(410000), "unit": Unit.TONNE},
        "Measure(37, Unit.PIECE)": {"magnitude": Decimal(37), "unit": Unit.PIECE},
        "Measure(Decimal('1.5'), 'gigawatt')": {
            "magnitude": Decimal("1.5"),
            "unit": Unit.GIGAWATT,
        },
        "Measure('9' * 34, 'gram')": {"magnitude": Decimal("9" * 34), "unit": Unit.GRAM},
        "Measure(5, 'tonne').zeroed()": {"magnitude": Decimal(0), "unit": Unit.TONNE},
    }
    unequal: ClassVar = (
        "Measure('0', 'tonne')",
        "Measure('1', 'troy ounce')",
        "Measure('1', 'pound')",
        "Measure('1', 'kilogram')",
        "Measure('999', 'kilogram')",
        "Measure('1', 'tonne')",
        "Measure('410000', 'tonne')",
        "Measure('410.001', 'kilotonne')",
        "Measure('1', 'megatonne')",
    )
    equal: ClassVar = (
        ("Measure('410000', 'tonne')", "Measure('410', 'kilotonne')"),
        ("Measure('1', 'tonne')", "Measure('1.000', 'tonne')"),
        ("Measure('1', 'troy ounce')", "Measure('31.1034768', 'gram')"),
        ("Measure('1', 'pound')", "Measure('0.45359237', 'kilogram')"),
        ("Measure('1500', 'megawatt')", "Measure('1.5', 'gigawatt')"),
        ("Measure('1', 'percent by mass')", "Measure('10000', 'gram per tonne')"),
        ("Measure('1', 'square kilometre')", "Measure('100', 'hectare')"),
        ("Measure('-0', 'tonne')", "Measure('0', 'gram')"),
    )
    is_ordered: ClassVar = True
    refused: ClassVar = {
        "Measure(1.5, 'gigawatt')": InvalidTypeError,
        "Measure(float('nan'), 'tonne')": InvalidTypeError,
        "Measure(True, 'tonne')": InvalidTypeError,
        "Measure(None, 'tonne')": InvalidTypeError,
        "Measure(Fraction(1, 2), 'tonne')": InvalidTypeError,
        "Measure(b'1', 'tonne')": InvalidTypeError,
        "Measure('1', None)": InvalidTypeError,
        "Measure('1')": TypeError,
        "Measure(Decimal('NaN'), 'tonne')": InvalidValueError,
        "Measure(Decimal('sNaN'), 'tonne')": InvalidValueError,
        "Measure(Decimal('-Infinity'), 'tonne')": InvalidValueError,
        "Measure('NaN', 'tonne')": InvalidValueError,
        "Measure('1' * 35, 'tonne')": InvalidValueError,
        "Measure(10**34, 'tonne')": InvalidValueError,
        "Measure(10**5000, 'tonne')": InvalidValueError,
        "Measure(Decimal('1E-34'), 'tonne')": InvalidValueError,
        "Measure('410,000', 'tonne')": InvalidValueError,
        "Measure('410_000', 'tonne')": InvalidValueError,
        "Measure('4.1e5', 'tonne')": InvalidValueError,
        "Measure(' 1', 'tonne')": InvalidValueError,
        "Measure('1\\n', 'tonne')": InvalidValueError,
        "Measure('٥', 'tonne')": InvalidValueError,
        "Measure('', 'tonne')": InvalidValueError,
        "Measure('1', 'TONNE')": InvalidValueError,
        "Measure('1', 'metric_ton')": InvalidValueError,
        "Measure('1', '')": InvalidValueError,
        "Measure.parse('')": InvalidValueError,
        "Measure.parse('410000')": InvalidValueError,
        "Measure.parse('410000 t')": InvalidValueError,
        "Measure.parse('410000tonne')": InvalidValueError,
        "Measure.parse('410000  tonne')": InvalidValueError,
        "Measure.parse('410 000 tonne')": InvalidValueError,
        "Measure.parse('410,000 tonne')": InvalidValueError,
        "Measure.parse('1e5 tonne')": InvalidValueError,
        "Measure.parse('NaN tonne')": InvalidValueError,
        "Measure.parse('٥ tonne')": InvalidValueError,
        "Measure.parse('1 tonne\\n')": InvalidValueError,
        "Measure.parse('1 tonne ')": InvalidValueError,
        "Measure.parse(410000)": (InvalidTypeError, InvalidValueError),
        "Measure.parse(None)": (InvalidTypeError, InvalidValueError),
    }


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("Measure(1, 'tonne') + 1", TypeError),
        ("1 + Measure(1, 'tonne')", TypeError),
        ("0.0 + Measure(1, 'tonne')", TypeError),
        ("False + Measure(1, 'tonne')", TypeError),
        ("Measure(1, 'tonne') - 0", TypeError),
        ("Measure(1, 'tonne') + Money(1, 'USD')", TypeError),
        ("Measure(1, 'tonne') * 1.5", TypeError),
        ("Measure(1, 'tonne') * True", TypeError),
        ("Measure(1, 'tonne') * Measure(1, 'tonne')", TypeError),
        ("Measure(1, 'tonne') * Decimal('NaN')", InvalidValueError),
        ("Measure('9' * 34, 'tonne') + Measure(1, 'tonne')", InvalidValueError),
        ("Measure('9' * 34, 'tonne') * 10", InvalidValueError),
        ("Measure(1, 'tonne') + Measure(1, 'gigawatt')", UnitMismatchError),
        ("Measure(1, 'tonne') - Measure(1, 'gigawatt')", UnitMismatchError),
        ("Measure(1, 'tonne').to('gigawatt')", UnitMismatchError),
        ("Measure(1, 'tonne').to('tonne per year')", UnitMismatchError),
        ("Measure(1, 'percent of output').to('percent by mass')", UnitMismatchError),
        ("Measure(1, 'gram per year').to('troy ounce per year')", InexactConversionError),
        ("Measure(1, 'tonne').to('ton')", InvalidValueError),
        ("Measure(1, 'tonne').to(None)", InvalidTypeError),
        ("Measure(1, 'gram').to('troy ounce')", InexactConversionError),
        ("Measure(1, 'kilogram').to('pound')", InexactConversionError),
        ("Measure('9' * 34, 'kilotonne').to('tonne')", InexactConversionError),
        ("Measure('0.' + '1' * 33, 'gram').to('tonne')", InexactConversionError),
    ],
)
def test_arithmetic_and_conversion_refuse_what_cannot_be_exact(
    text: str, error: type[Exception]
) -> None:
    with refused(error):
        build(text)


@pytest.mark.parametrize("compare", ORDERINGS)
def test_two_dimensions_are_never_ordered(compare: Callable[..., object]) -> None:
    with refused(UnitMismatchError):
        compare(Measure(1, "tonne"), Measure(1, "gigawatt"))


@given(figures(), st.sampled_from(list(Unit)), st.sampled_from(list(Unit)))
def test_only_measures_of_one_dimension_can_be_equal(figure: Decimal, a: Unit, b: Unit) -> None:
    same_quantity = a.dimension is b.dimension and figure * a.factor == figure * b.factor

    assert same_quantity == (Measure(figure, a) == Measure(figure, b))


@pytest.mark.parametrize(
    ("measure", "unit", "converted"),
    [
        ("410000 tonne", "kilotonne", "410"),
        ("410 kilotonne", "tonne", "410000"),
        ("1 megatonne", "tonne", "1000000"),
        ("1 gram", "milligram", "1000"),
        ("1 troy ounce", "gram", "31.1034768"),
        ("175 troy ounce", "pound", "12"),
        ("1 pound", "gram", "453.59237"),
        ("1.5 gigawatt", "megawatt", "1500"),
        ("1 gigawatt hour", "kilowatt hour", "1000000"),
        ("0.21 percent by mass", "gram per tonne", "2100"),
        ("1.2 kilotonne per year", "tonne per year", "1200"),
        ("5 megatonne per year", "kilotonne per year", "5000"),
        ("1 troy ounce per year", "gram per year", "31.1034768"),
        ("1 pound per year", "kilogram per year", "0.45359237"),
        ("1 square kilometre", "hectare", "100"),
        ("250 metre", "kilometre", "0.25"),
    ],
)
def test_conversion_is_exact(measure: str, unit: str, converted: str) -> None:
    actual = Measure.parse(measure).to(unit)

    assert Unit(unit) is actual.unit
    assert Decimal(converted) == actual.magnitude


@given(
    st.sampled_from(DECIMAL_FAMILIES).flatmap(
        lambda family: st.tuples(any_measures(family), st.sampled_from(family))
    )
)
def test_there_and_back_is_the_same_magnitude(case: tuple[Measure, Unit]) -> None:
    measure, unit = case

    there = measure.to(unit)

    assert unit is there.unit
    assert measure == there
    assert hash(measure) == hash(there)
    assert measure.magnitude == there.to(measure.unit).magnitude


@given(any_measures(), st.sampled_from(list(Unit)))
def test_a_conversion_is_exact_or_refused(measure: Measure, unit: Unit) -> None:
    exact = Fraction(measure.magnitude) * Fraction(measure.unit.factor) / Fraction(unit.factor)

    try:
        converted = measure.to(unit)
    except UnitMismatchError:
        assert measure.unit.dimension is not unit.dimension
    except InexactConversionError:
        denominator = exact.denominator
        for prime in (2, 5):
            while denominator % prime == 0:
                denominator //= prime
        assert denominator != 1 or len(str(int(abs(exact)))) > 10
    else:
        assert exact == Fraction(converted.magnitude)


@given(measures_of_one_family(2))
def test_addition_commutes_and_subtraction_undoes_it(pair: tuple[Measure, Measure]) -> None:
    a, b = pair

    assert a + b == b + a
    assert a == (a + b) - b
    assert a.unit is (a + b).unit


@given(measures_of_one_family(3))
def test_addition_is_associative_and_sum_is_repeated_addition(
    triple: tuple[Measure, Measure, Measure],
) -> None:
    a, b, c = triple

    assert (a + b) + c == a + (b + c)
    assert a + b + c == sum(triple)


@given(any_measures(), figures())
def test_multiplication_loses_no_digit_on_either_side(measure: Measure, factor: Decimal) -> None:
    expected = Fraction(measure.magnitude) * Fraction(factor)

    assert expected == Fraction((measure * factor).magnitude)
    assert expected == Fraction((factor * measure).magnitude)
    assert measure.unit is (measure * factor).unit


@given(st.lists(any_measures([u for u in Unit if u.dimension is Unit.TONNE.dimension]), min_size=2))
def test_the_order_is_that_of_the_quantities(masses: list[Measure]) -> None:
    a, b = masses[:2]
    grams = [Fraction(m.magnitude) * Fraction(m.unit.factor) for m in (a, b)]

    for compare in (*ORDERINGS, operator.eq, operator.ne):
        assert compare(*grams) == compare(a, b)
    assert (a != b) or hash(a) == hash(b)


@given(any_measures(of=longest_figures()))
def test_parse_is_the_inverse_of_str(measure: Measure) -> None:
    parsed = Measure.parse(str(measure))

    assert measure == parsed
    assert str(measure) == str(parsed)
    assert repr(measure) == repr(build(repr(measure)))
    assert measure.magnitude == parsed.magnitude


def test_str_and_repr_write_every_digit_and_no_exponent() -> None:
    assert "410000 tonne" == str(Measure(Decimal("4.1E+5"), "tonne"))
    assert "Measure('410000', 'tonne')" == repr(Measure(Decimal("4.1E+5"), "tonne"))


def test_a_measure_is_written_in_the_words_of_a_locale() -> None:
    assert "410,000 tonnes" == Measure("410000", "tonne").format("en-GB")
    assert "410\xa0000 тонн" == Measure("410000", "tonne").format("ru")
    assert "410 kilotonnes" == Measure("410", "kilotonne").format("en")
    assert "5,000 troy ounces per year" == Measure("5000", "troy ounce per year").format("en")
    assert "100% of output" == Measure("100", "percent of output").format("en")
