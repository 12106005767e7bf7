"""Symbols of mass read as agencies and companies print them, apart from the number or not."""

from __future__ import annotations

import pytest
from figure_readings import AS_RECORDED, CONTRADICTS, NOT_READ, reading
from hypothesis import given, strategies as st

import centralasia_minerals as cam

M = cam.Measure
SYMBOLS = {
    "Mt": ("megatonne", 1), "kt": ("kilotonne", 1), "Kt": ("kilotonne", 1), "t": ("tonne", 1),
    "kg": ("kilogram", 1), "g/t": ("gram per tonne", 1), "gpt": ("gram per tonne", 1),
    "g/tonne": ("gram per tonne", 1), "koz": ("troy ounce", 10**3), "Koz": ("troy ounce", 10**3),
    "Moz": ("troy ounce", 10**6), "moz": ("troy ounce", 10**6), "kozt": ("troy ounce", 10**3),
    "Mozt": ("troy ounce", 10**6), "ozt": ("troy ounce", 1), "lb": ("pound", 1),
    "klb": ("pound", 10**3), "Mlb": ("pound", 10**6), "Mlbs": ("pound", 10**6),
    "MMlbs": ("pound", 10**6), "Mtpa": ("megatonne per year", 1),
    "ktpa": ("kilotonne per year", 1), "ktpy": ("kilotonne per year", 1),
    "tpa": ("tonne per year", 1), "Mt/a": ("megatonne per year", 1),
    "koz/yr": ("troy ounce per year", 10**3), "koz pa": ("troy ounce per year", 10**3),
    "kozt/a": ("troy ounce per year", 10**3), "Mlb/yr": ("pound per year", 10**6),
}  # fmt: skip
UNITS = {unit for unit, _ in SYMBOLS.values()}


@pytest.mark.parametrize("symbol", SYMBOLS)
@pytest.mark.parametrize("space", ["", " ", "\u00a0"])
@pytest.mark.parametrize("number", ["3.3", "120", "0.5"])
def test_a_symbol_of_mass_is_its_unit_and_no_other(symbol, space, number):
    unit, scale = SYMBOLS[symbol]
    figure = f"{number}{space}{symbol}"
    text = f"It holds {figure} in all."
    magnitude = cam.Measure(number, unit).magnitude * scale

    assert AS_RECORDED is reading(text, figure, M(magnitude, unit))
    for other in UNITS - {unit}:
        assert CONTRADICTS is reading(text, figure, M(magnitude, other))
    for factor in (10, 1000, 10**6):
        assert AS_RECORDED is not reading(text, figure, M(magnitude * factor, unit))
    assert AS_RECORDED is not reading(text, figure, M(magnitude / 1000, unit))


@pytest.mark.parametrize(
    ("figure", "unit"),
    [("3 mt", "tonne"), ("3 mt", "megatonne"), ("3 MT", "tonne"), ("3 MT", "megatonne"),
     ("3 mtpa", "megatonne per year"), ("3 mtpa", "tonne per year"), ("3 oz", "troy ounce"),
     ("3 OUNCES", "troy ounce"), ("3 MTPA", "megatonne per year")],
)  # fmt: skip
def test_a_symbol_that_may_be_two_units_is_not_read(figure, unit):
    assert NOT_READ is reading(f"It holds {figure}.", figure, M(3, unit))
    assert CONTRADICTS is reading(f"It holds {figure}.", figure, M(4, unit))
    assert CONTRADICTS is reading(f"It holds {figure}.", figure, M(3, "kilogram"))


@pytest.mark.parametrize(
    ("figure", "value"),
    [("5 k", M(5000, "troy ounce")), ("5 kozy rooms", M(5000, "troy ounce")),
     ("5 million koz", M(5 * 10**6, "troy ounce")), ("5 Moz", M(5, "troy ounce")),
     ("5 koz", M(5, "kilotonne")), ("5 koz", M(5000, "piece"))],
)  # fmt: skip
def test_what_is_no_such_symbol_is_no_ounce(figure, value):
    assert AS_RECORDED is not reading(f"It has {figure}.", figure, value)


@given(
    number=st.decimals(min_value="0.1", max_value=999, places=1),
    symbol=st.sampled_from([*SYMBOLS]),
    word=st.sampled_from(["", "about ", "up to "]),
)
def test_a_hedge_before_a_symbol_is_read_with_it(number, symbol, word):
    unit, scale = SYMBOLS[symbol]
    text = f"It holds {word}{number} {symbol} of it."
    hedge = {"": "as stated", "about ": "around", "up to ": "up to"}[word]
    value = M(number * scale, unit)

    found = {h for h in ("as stated", "around", "up to")
             if reading(text, f"{number} {symbol}", value, h) is AS_RECORDED}  # fmt: skip
    assert {hedge} == found
