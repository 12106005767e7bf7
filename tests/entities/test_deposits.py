"""Deposits: their estimates, and the tonnage that a part does not have."""

from __future__ import annotations

from decimal import Decimal

import pint
import pytest
from entity_examples import CITED, COMBINED, DEPOSIT, KAZAKHSTAN, TUNGSTEN, tonnage

from centralasia_minerals.entities.base.telling.told import told
from centralasia_minerals.entities.deposit import Deposit, ResourceEstimate
from centralasia_minerals.entities.statement import Rank, Stated
from centralasia_minerals.entities.vocabulary.resource_terms import (
    CommodityBasis,
    ReportingStandard,
    ReservesWithin,
    ResourceClass,
)
from centralasia_minerals.errors import InvalidValueError, NoEstimateError
from centralasia_minerals.rendering.views.pieces import pieces_of
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.hedge import Hedge
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.name import Name
from centralasia_minerals.values.partial_date import PartialDate


def deposit(id: str, *estimates: ResourceEstimate, **more: object) -> Deposit:
    return Deposit(
        id=id, names=(Name(id),), country=KAZAKHSTAN, estimates=estimates, **CITED, **more
    )


def measured(magnitude: int, unit: str) -> Stated:
    return Stated(value=Measure(magnitude, unit), **CITED)


def estimate(magnitude: int, **more: object) -> ResourceEstimate:
    return ResourceEstimate(stated=tonnage(magnitude, **more))


def test_the_tonnage_keeps_its_hedge_and_its_citations():
    tonnage_of_all = DEPOSIT.tonnage

    assert DEPOSIT.estimates[0].stated == tonnage_of_all
    assert (Hedge.AROUND, True) == (tonnage_of_all.hedge, tonnage_of_all.approximate)
    assert "around 410,000 tonnes" == str(tonnage_of_all)
    assert DEPOSIT.estimates[0].citations == tonnage_of_all.citations


def test_the_tonnage_is_one_call_from_a_quantity_of_the_application_registry():
    tonnage_of_all = DEPOSIT.tonnage.value.to_pint()

    assert pint.get_application_registry().Quantity(410, "kilometric_ton") == tonnage_of_all
    assert 410 == tonnage_of_all.to("kilometric_ton").magnitude
    assert isinstance(tonnage_of_all, pint.get_application_registry().Quantity)


def test_every_tonnage_is_a_fresh_quantity():
    """A pint quantity changes in place; the record does not."""
    DEPOSIT.tonnage.value.to_pint().ito("gram")

    assert 410_000 == DEPOSIT.tonnage.value.to_pint().magnitude


def test_an_estimate_is_given_in_a_registry_of_the_callers_own():
    registry = pint.UnitRegistry(non_int_type=Decimal)

    quantity = DEPOSIT.estimates[0].stated.value.to_pint(registry)

    assert registry.Quantity(Decimal(410), "kilometric_ton") == quantity
    assert isinstance(quantity.magnitude, int | Decimal)


def test_a_part_without_an_estimate_of_its_own_raises_and_names_the_whole():
    part = deposit("zhetisu-north", part_of=DEPOSIT)
    part_of_part = deposit("zhetisu-north-east", part_of=part)

    for inner in (part, part_of_part):
        with pytest.raises(
            NoEstimateError, match="part of 'zhetisu', whose estimate is undivided"
        ) as e:
            _ = inner.tonnage
        assert isinstance(e.value, LookupError)


def test_a_deposit_with_no_estimate_anywhere_says_so():
    with pytest.raises(NoEstimateError, match="none is recorded"):
        _ = deposit("empty", part_of=deposit("also-empty")).tonnage


def test_a_deprecated_estimate_is_no_tonnage():
    slip = estimate(30, rank=Rank.DEPRECATED, reason="a slip")

    with pytest.raises(NoEstimateError):
        _ = deposit("misprinted", slip).tonnage


def test_estimates_are_a_series_preferred_first_then_later():
    old = estimate(1, as_of=PartialDate.parse("2020"))
    new = estimate(2, as_of=PartialDate.parse("2024"))
    best = estimate(3, as_of=PartialDate.parse("1985"), rank=Rank.PREFERRED)
    slip = estimate(4, rank=Rank.DEPRECATED, reason="a slip")

    ordered = deposit("four", slip, old, new, best)

    assert (slip, old, new, best) == ordered.estimates
    assert (best, new, old, slip) == ordered.series
    assert 3 == ordered.tonnage.value.magnitude


def test_metal_and_oxide_of_one_statement_stay_two_estimates_in_file_order():
    metal = ResourceEstimate(stated=tonnage(), basis=CommodityBasis.CONTAINED_METAL)
    oxide = ResourceEstimate(stated=tonnage(), basis=CommodityBasis.OXIDE, compound="WO3")

    assert (metal, oxide) == deposit("both", metal, oxide).series
    assert (oxide, metal) == deposit("both", oxide, metal).series


def test_what_no_source_names_is_unspecified_and_never_a_reserve():
    bare = DEPOSIT.estimates[0]

    assert ResourceClass.UNSPECIFIED is bare.resource_class
    assert CommodityBasis.UNSPECIFIED is bare.basis
    assert ReportingStandard.UNSPECIFIED is bare.standard
    assert NotStated() == bare.grade
    assert TUNGSTEN is bare.mineral


def test_a_figure_of_two_classes_is_a_group_of_its_own_in_the_order_of_the_classes():
    turned = ResourceEstimate(
        stated=COMBINED.stated,
        mineral=TUNGSTEN,
        resource_class=ResourceClass.INFERRED,
        further_classes=(ResourceClass.INDICATED,),
    )

    assert (ResourceClass.INDICATED, ResourceClass.INFERRED) == COMBINED.classes
    assert ("tungsten", "unspecified", "inferred + indicated") == COMBINED.group == turned.group


def test_the_tonnage_is_that_of_one_group_and_never_mixes_a_combined_figure_with_its_class():
    later = tonnage(100, as_of=PartialDate.parse("2026"))
    indicated = ResourceEstimate(
        stated=later, mineral=TUNGSTEN, resource_class=ResourceClass.INDICATED
    )

    both = deposit("both", COMBINED, indicated)

    assert later is both.tonnage


@pytest.mark.parametrize("undivided", [ResourceClass.RESERVES, ResourceClass.MINERAL_RESOURCES])
def test_what_no_source_divides_has_a_class_of_its_own(undivided):
    whole = ResourceEstimate(stated=tonnage(), resource_class=undivided)

    assert str(undivided) == whole.group[2]


@pytest.mark.parametrize(
    ("classes", "found"),
    [
        ((ResourceClass.UNSPECIFIED, ResourceClass.INFERRED), "'unspecified'"),
        ((ResourceClass.INFERRED, ResourceClass.UNSPECIFIED), "'unspecified'"),
        ((ResourceClass.INFERRED, ResourceClass.INFERRED), "'inferred' is its resource_class"),
    ],
)
def test_further_classes_are_named_and_others(classes, found):
    first, *further = classes

    with pytest.raises(InvalidValueError, match=found) as refused:
        ResourceEstimate(stated=tonnage(), resource_class=first, further_classes=tuple(further))
    assert "further_classes" == refused.value.field


def test_only_resources_include_reserves():
    assert NotStated() == ResourceEstimate(stated=tonnage()).reserves
    for reserve in (ResourceClass.PROBABLE, ResourceClass.PROVED, ResourceClass.RESERVES):
        with pytest.raises(InvalidValueError, match="to the figure of the resources"):
            ResourceEstimate(
                stated=tonnage(), resource_class=reserve, reserves=ReservesWithin.EXCLUDED
            )


def test_an_estimate_is_as_of_its_statement_and_stands_on_its_citations():
    bare = estimate(5)

    assert PartialDate.parse("2025-11") == bare.as_of
    assert bare.stated.citations == bare.citations
    assert Rank.NORMAL is bare.rank


@pytest.mark.parametrize("unit", ["gigawatt", "piece", "gram per tonne", "tonne per year"])
def test_an_estimate_is_a_mass(unit):
    with pytest.raises(InvalidValueError, match="is not a mass; give a mass"):
        ResourceEstimate(stated=measured(1, unit))


def test_a_grade_is_mass_per_mass():
    rich = measured(700, "gram per tonne")

    assert rich is ResourceEstimate(stated=tonnage(), grade=rich).grade
    with pytest.raises(InvalidValueError, match="is not mass per mass"):
        ResourceEstimate(stated=tonnage(), grade=measured(700, "tonne"))


def test_wholes_nest_32_deep_and_no_deeper():
    inner = deposit("level-0", estimate(5))
    for level in range(1, 33):
        inner = deposit(f"level-{level}", part_of=inner)

    assert 32 == len(inner.ancestors)
    with pytest.raises(NoEstimateError, match="'level-0'"):
        _ = inner.tonnage
    with pytest.raises(InvalidValueError, match="nest at most 32 levels deep"):
        deposit("too-deep", part_of=inner)


def line_of(estimate: ResourceEstimate) -> str:
    return " ".join(pieces_of(told(estimate)))


def test_a_line_of_an_estimate_says_what_no_source_specifies():
    line = line_of(DEPOSIT.estimates[0])

    assert "class unspecified" in line
    assert "code unspecified" in line
    assert "· unspecified" not in line


def test_a_line_of_an_estimate_tells_its_class_and_code_where_a_source_names_them():
    classes = {"resource_class": ResourceClass.INFERRED, "standard": ReportingStandard.JORC}

    line = line_of(ResourceEstimate(stated=tonnage(5), **classes))

    assert " ".join(line.split()).endswith("inferred · by JORC")
    assert "class unspecified" not in line


def test_a_line_of_an_estimate_tells_a_date_once_and_two_where_they_differ():
    stated = tonnage(5, as_of=PartialDate(2025))

    once = line_of(ResourceEstimate(stated=stated))
    twice = line_of(ResourceEstimate(stated=stated, as_of=PartialDate(2019)))

    assert 1 == once.count("as of")
    assert 2 == twice.count("as of")
    assert "as of 2019" in " ".join(twice.split())
