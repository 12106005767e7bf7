"""Absence: it has a kind, it is falsy, and it is never zero."""

from __future__ import annotations

from typing import ClassVar

import pytest
from skeleton import ValueTypeRules, build

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
