"""A licence for ground with a potential value of at least $80 billion: no total has it."""

import pytest
from hard_case_files import case, counted, left_out

import centralasia_minerals as cam


@pytest.mark.parametrize(
    "asked", [{}, {"kinds": None}, {"kinds": None, "stages": None, "sectors": None}]
)
def test_no_total_has_a_valuation(asked):
    total = cam.total(case(28), **asked)

    assert counted(total) == []
    assert left_out(total) == [("kg-titanium-licence", 80_000, ["valuation"])]


def test_a_valuation_is_not_added_up_beside_a_total():
    assert cam.total(case(28)).beside == ()


def test_valuations_cannot_be_asked_for():
    with pytest.raises(cam.InvalidValueError, match="never added"):
        cam.total(case(28), kinds="valuation")


def test_the_licence_is_granted_and_has_no_price():
    licence = case(28).deals["kg-titanium-licence"]

    assert licence.stage is cam.Stage.DONE
    assert [str(amount.money) for amount in licence.amounts] == ["valuation"]
