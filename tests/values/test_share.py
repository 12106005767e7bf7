"""Shares: exact parts of a whole, from none to all of it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from hypothesis import given, strategies as st
from skeleton import ORDERINGS, ValueTypeRules, build
from strategies import written

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.values.share import Share


class TestShareIsAValue(ValueTypeRules):
    builds: ClassVar = {
        "Share('0.7')": {"fraction": Decimal("0.7")},
        "Share(Decimal('0.49'))": {"fraction": Decimal("0.49")},
        "Share(0)": {"fraction": Decimal(0)},
        "Share(1)": {"fraction": Decimal(1)},
        "Share.percent(70)": {"fraction": Decimal("0.7")},
        "Share.percent('12.5')": {"fraction": Decimal("0.125")},
        "Share.parse('70%')": {"fraction": Decimal("0.7")},
        "Share('0.7').zeroed()": {"fraction": Decimal(0)},
    }
    unequal: ClassVar = (
        "Share('0')",
        "Share('0.0000001')",
        "Share('0.3')",
        "Share('0.7')",
        "Share('0.70001')",
        "Share('1')",
    )
    equal: ClassVar = (
        ("Share('0.7')", "Share('0.700')"),
        ("Share('0.7')", "Share.percent('70')"),
        ("Share('0.7')", "Share.percent('70.00')"),
        ("Share('1')", "Share.percent(Decimal('1E+2'))"),
    )
    is_ordered: ClassVar = True
    refused: ClassVar = {
        "Share()": TypeError,
        "Share(0.7)": InvalidTypeError,
        "Share(True)": InvalidTypeError,
        "Share(None)": InvalidTypeError,
        "Share(Fraction(7, 10))": InvalidTypeError,
        "Share(Share('0.7'))": InvalidTypeError,
        "Share(70)": InvalidValueError,
        "Share('1.0000000001')": InvalidValueError,
        "Share('-0.0000000001')": InvalidValueError,
        "Share(-1)": InvalidValueError,
        "Share(Decimal('NaN'))": InvalidValueError,
        "Share(Decimal('sNaN'))": InvalidValueError,
        "Share(Decimal('Infinity'))": InvalidValueError,
        "Share('0.' + '1' * 34)": InvalidValueError,
        "Share('70%')": InvalidValueError,
        "Share('7e-1')": InvalidValueError,
        "Share('0_1')": InvalidValueError,
        "Share(' 0.7')": InvalidValueError,
        "Share('0,7')": InvalidValueError,
        "Share('٠')": InvalidValueError,
        "Share('')": InvalidValueError,
        "Share.percent(70.0)": InvalidTypeError,
        "Share.percent(True)": InvalidTypeError,
        "Share.percent(101)": InvalidValueError,
        "Share.percent(-1)": InvalidValueError,
        "Share.percent('70%')": InvalidValueError,
        "Share.percent(Decimal('NaN'))": InvalidValueError,
        "Share.parse('')": InvalidValueError,
        "Share.parse('70')": InvalidValueError,
        "Share.parse('0.7')": InvalidValueError,
        "Share.parse('70 %')": InvalidValueError,
        "Share.parse('70%\\n')": InvalidValueError,
        "Share.parse('70,5%')": InvalidValueError,
        "Share.parse('7e1%')": InvalidValueError,
        "Share.parse('٧%')": InvalidValueError,
        "Share.parse('-1%')": InvalidValueError,
        "Share.parse('101%')": InvalidValueError,
        "Share.parse(70)": (InvalidTypeError, InvalidValueError),
        "Share.parse(None)": (InvalidTypeError, InvalidValueError),
    }


@st.composite
def shares(draw: st.DrawFn) -> Share:
    """Every share, down to the 33rd place."""
    places = draw(st.integers(0, 33))
    return Share(written(draw(st.integers(0, 10**places)), -places))


@given(shares())
def test_parse_is_the_inverse_of_str(share: Share) -> None:
    parsed = Share.parse(str(share))

    assert share == parsed
    assert str(share) == str(parsed)


@given(shares())
def test_the_percentage_written_is_a_hundred_times_the_fraction(share: Share) -> None:
    percentage = str(share).removesuffix("%")

    assert 100 * Fraction(share.fraction) == Fraction(percentage)


@given(shares())
def test_repr_can_be_pasted(share: Share) -> None:
    assert share == build(repr(share))


@given(shares(), shares())
def test_the_order_is_that_of_the_fractions(a: Share, b: Share) -> None:
    assert [compare(a.fraction, b.fraction) for compare in ORDERINGS] == [
        compare(a, b) for compare in ORDERINGS
    ]


def test_a_share_is_written_as_a_percentage_without_needless_zeros() -> None:
    assert "70%" == str(Share("0.700"))
    assert "12.5%" == str(Share("0.125"))
    assert "0%" == str(Share(0))
    assert "100%" == str(Share(1))
    assert "Share('0.7')" == repr(Share("0.7"))


def test_a_share_is_written_as_a_locale_does() -> None:
    assert "70%" == Share("0.7").format("kk")
    assert "70\xa0%" == Share("0.7").format("ru")
    assert "70,125\xa0%" == Share("0.70125").format("de")
