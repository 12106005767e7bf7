"""Hedges: the words in front of a figure, and what they bound."""

from __future__ import annotations

from typing import ClassVar

from skeleton import ValueTypeRules

from centralasia_minerals.values.hedge import Hedge


class TestHedgeIsAValue(ValueTypeRules):
    builds: ClassVar = {
        "Hedge('up to')": {"value": "up to", "name": "UP_TO"},
        "Hedge.AS_STATED": {"value": "as stated"},
    }
    unequal: ClassVar = tuple(f"Hedge({hedge.value!r})" for hedge in Hedge)
    equal: ClassVar = (("Hedge('nearly')", "Hedge.NEARLY"),)
    refused: ClassVar = {
        "Hedge('roughly')": ValueError,
        "Hedge('Up to')": ValueError,
        "Hedge('UP_TO')": ValueError,
        "Hedge('')": ValueError,
        "Hedge(None)": ValueError,
        "Hedge()": TypeError,
    }


def test_the_hedges_are_those_of_the_design() -> None:
    assert {
        "as stated",
        "around",
        "nearly",
        "estimated",
        "up to",
        "at least",
        "more than",
        "range",
    } == {str(hedge) for hedge in Hedge}


def test_around_nearly_estimated_and_a_range_make_a_total_approximate() -> None:
    assert {Hedge.AROUND, Hedge.NEARLY, Hedge.ESTIMATED, Hedge.RANGE} == {
        hedge for hedge in Hedge if hedge.is_approximate
    }


def test_at_least_and_more_than_have_no_upper_end() -> None:
    assert {Hedge.AT_LEAST, Hedge.MORE_THAN} == {hedge for hedge in Hedge if hedge.is_open_above}
