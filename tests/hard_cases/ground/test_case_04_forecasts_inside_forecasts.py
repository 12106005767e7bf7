"""A district, a field inside it, a block inside that: each with an estimate of its own class."""

import pytest
from hard_case_files import bounds, case

import centralasia_minerals as cam

LEVELS = ["kyzyl-district", "kyzyl-east-field", "kyzyl-east-block-two"]


def test_the_block_lies_in_the_field_and_the_field_in_the_district():
    block = case(4).deposits["kyzyl-east-block-two"]

    assert [whole.id for whole in block.ancestors] == ["kyzyl-east-field", "kyzyl-district"]


@pytest.mark.parametrize(
    ("id", "tonnage", "grade", "resource_class"),
    [
        ("kyzyl-district", "more than 20,000,000 tonnes", "700 grams per tonne", "P1"),
        ("kyzyl-east-field", "6,000,000 tonnes", "around 650 grams per tonne", "C2"),
        ("kyzyl-east-block-two", "850,000 tonnes", "720 grams per tonne", "C1"),
    ],
)
def test_each_level_has_its_own_estimate_grade_and_class(id, tonnage, grade, resource_class):
    (estimate,) = case(4).deposits[id].estimates

    assert str(estimate.stated) == tonnage
    assert str(estimate.grade) == grade
    assert str(estimate.resource_class) == resource_class
    assert estimate.basis is cam.CommodityBasis.ORE


def test_no_tonnage_holds_another_added_to_it():
    deposits = case(4).deposits

    assert [deposits[id].tonnage.value.magnitude for id in LEVELS] == [
        20_000_000,
        6_000_000,
        850_000,
    ]


def test_the_deal_on_the_district_totals_its_own_money():
    assert bounds(cam.total(case(4))) == (12, 12, 12)
