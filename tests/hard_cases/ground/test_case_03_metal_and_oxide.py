"""One ore body, weighed as metal and as oxide, pooled over two deposits."""

import pytest
from hard_case_files import case, left_out

import centralasia_minerals as cam


def test_the_two_figures_stay_two_estimates_of_two_bases():
    estimates = case(3).deposits["karatau-pair"].estimates

    assert [(str(e.stated.value), str(e.basis), e.compound) for e in estimates] == [
        ("410000 tonne", "contained metal", cam.NotStated()),
        ("1400000 tonne", "oxide", "WO3"),
    ]


def test_both_are_called_by_one_reporting_code_and_no_class_is_filled_in():
    estimates = case(3).deposits["karatau-pair"].estimates

    assert {e.standard for e in estimates} == {cam.ReportingStandard.KAZRC}
    assert {e.resource_class for e in estimates} == {cam.ResourceClass.UNSPECIFIED}


def test_the_tonnage_is_that_of_the_metal_alone():
    tonnage = case(3).deposits["karatau-pair"].tonnage

    assert tonnage.value.to("kilotonne").magnitude == 410


@pytest.mark.parametrize("id", ["karatau-north", "karatau-south"])
def test_a_deposit_under_the_pooled_estimate_has_none_of_its_own(id):
    with pytest.raises(cam.NoEstimateError, match="karatau-pair"):
        _ = case(3).deposits[id].tonnage


def test_a_tonnage_is_no_money():
    total = cam.total(case(3))

    assert total.currencies == ()
    assert left_out(total) == [("kz-karatau-licence", None, ["not stated"])]
