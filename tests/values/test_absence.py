"""Absence: it has a kind, it is falsy, and it is never zero."""

from __future__ import annotations

from typing import ClassVar

import attrs
import pytest
from skeleton import ValueTypeRules, build, refused

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.values.absence import Absence, NotApplicable, NotStated
from centralasia_minerals.values.money import Money


class TestNotStatedIsAValue(ValueTypeRules):
    builds: ClassVar = {"NotStated()": {}}
    unequal: ClassVar = ("NotStated()", "NotApplicable()")
    equal: ClassVar = (("NotStated()", "NotStated()"),)
    refused: ClassVar = {
        "NotStated(0)": TypeError,
        "NotStated(value=None)": TypeError,
    }


class TestNotApplicableIsAValue(ValueTypeRules):
    builds: ClassVar = {"NotApplicable()": {}}
    unequal: ClassVar = ("NotApplicable()", "NotStated()")
    equal: ClassVar = (("NotApplicable()", "NotApplicable()"),)
    refused: ClassVar = {
        "NotApplicable(0)": TypeError,
        "NotApplicable(value=None)": TypeError,
    }


@pytest.mark.parametrize("kind", [NotStated, NotApplicable])
def test_an_absence_is_falsy_and_has_no_value(kind: type[Absence]) -> None:
    absence = kind()

    assert not absence
    assert isinstance(absence, Absence)
    assert not hasattr(absence, "value")


@pytest.mark.parametrize("kind", [NotStated, NotApplicable])
def test_an_absence_is_not_zero(kind: type[Absence]) -> None:
    for nothing in (0, 0.0, False, None, "", (), Money.zero("USD"), Absence()):
        assert kind() != nothing


@pytest.mark.parametrize("kind", ["NotStated()", "NotApplicable()"])
def test_an_absence_adds_to_nothing(kind: str) -> None:
    with pytest.raises(TypeError):
        Money(1, "USD") + build(kind)
    with pytest.raises(TypeError):
        build(kind) + 1


def test_the_kinds_of_absence_are_told_apart_in_what_cattrs_writes() -> None:
    cattrs = pytest.importorskip("cattrs")

    @attrs.frozen
    class Record:
        symbol: str | NotStated | NotApplicable
        price: NotStated

    written = cattrs.unstructure(Record(NotApplicable(), NotStated()))

    assert {"absence": "not stated"} == cattrs.unstructure(NotStated())
    assert {"absence": "not applicable"} == cattrs.unstructure(NotApplicable())
    assert {
        "symbol": {"absence": "not applicable"},
        "price": {"absence": "not stated"},
    } == written
    for absence in (NotStated(), NotApplicable()):
        assert absence == cattrs.structure(cattrs.unstructure(absence), type(absence))


@pytest.mark.parametrize("given", ["not applicable", "", None, 5, "x" * 5000])
def test_an_absence_says_only_what_it_is(given: object) -> None:
    with refused((InvalidValueError, InvalidTypeError)):
        NotStated(absence=given)
