"""Tonnages: one undivided estimate once, and nothing added that weighs something else."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from analysis_builders import (
    GAZETTE,
    GOLD,
    OTHER_REVIEW,
    TUNGSTEN,
    URANIUM,
    cite,
    deposit,
    estimate,
    weighed,
)

import centralasia_minerals as cam
from centralasia_minerals.analysis.tonnages import POOLS


def told(totals):
    """Give mineral, basis, class, low, stated and high of each total."""
    return [
        (
            one.mineral,
            one.basis,
            one.resource_class,
            str(one.low),
            str(one.stated),
            one.high and str(one.high),
        )
        for one in totals
    ]


def tonnes(totals):
    return [str(one.stated) for one in totals]


def reasons(totals):
    return [(row.deposit.id, str(row.reason)) for row in totals.excluded]


WHOLE = deposit("katpar-kairakty", "410000 tonne", minerals=(TUNGSTEN,))
NORTH = deposit("northern-katpar", "300000 tonne", part_of=WHOLE)
UPPER = deposit("upper-kairakty", part_of=WHOLE)


def test_the_bundled_tungsten_counts_once_though_two_deposits_share_it():
    totals = cam.total_measure(cam.load())

    expected = ("tungsten", "contained metal", "unspecified", *["410000 tonne"] * 3)
    assert [expected] == told(totals)
    assert totals[0].approximate
    assert ["katpar-kairakty"] == [row.deposit.id for row in totals.counted]
    assert "about 410,000 tonnes of tungsten" in str(totals)


@pytest.mark.parametrize("order", [(WHOLE, NORTH, UPPER), (UPPER, NORTH, WHOLE)])
def test_a_part_under_a_whole_that_counts_is_out(order):
    totals = cam.total_measure(order)

    assert ["410000 tonne"] == tonnes(totals)
    assert [("northern-katpar", "part of a counted deposit")] == reasons(totals)


def test_a_part_of_a_part_is_out_too():
    block = deposit("block", "1 tonne", part_of=UPPER)

    assert ["410000 tonne"] == tonnes(cam.total_measure([block, WHOLE]))


def test_a_part_counts_where_its_whole_is_not_given():
    assert ["300000 tonne"] == tonnes(cam.total_measure([NORTH, UPPER]))


def test_a_part_counts_where_the_estimate_of_its_whole_is_known_to_be_wrong():
    misprint = weighed("41 tonne", rank=cam.Rank.DEPRECATED, reason="a misprint")
    whole = deposit("whole", estimate(misprint))
    part = deposit("part", "7 tonne", part_of=whole)

    totals = cam.total_measure([whole, part])

    assert ["7 tonne"] == tonnes(totals)
    assert [("whole", "deprecated")] == reasons(totals)


def test_a_whole_covers_a_part_in_its_own_mineral_only():
    part = deposit("part", estimate("5 tonne", URANIUM), part_of=WHOLE)

    assert ["410000 tonne", "5 tonne"] == tonnes(cam.total_measure([WHOLE, part]))


METAL_AND_OXIDE = deposit(
    "two-ways",
    estimate("410000 tonne"),
    estimate(weighed("1400000 tonne", at=200), basis="oxide", compound="WO3"),
)


def test_metal_never_adds_to_oxide():
    assert [("contained metal", "410000 tonne"), ("oxide WO3", "1400000 tonne")] == [
        (one.basis, str(one.stated)) for one in cam.total_measure([METAL_AND_OXIDE])
    ]


def test_one_oxide_never_adds_to_another():
    oxides = [
        deposit(
            f"of-{compound.lower()}", estimate("5 tonne", URANIUM, basis="oxide", compound=compound)
        )
        for compound in ("U3O8", "UO2")
    ]

    assert ["oxide U3O8", "oxide UO2"] == [one.basis for one in cam.total_measure(oxides)]


def test_one_class_never_adds_to_another():
    classed = [
        deposit(f"of-{name.lower()}", estimate("5 tonne", resource_class=name))
        for name in ("inferred", "indicated", "measured", "C1", "unspecified")
    ]

    assert 5 == len(cam.total_measure(classed))
    assert ["5 tonne"] * 5 == tonnes(cam.total_measure(classed))


def test_bases_add_where_it_is_asked_for_in_words():
    totals = cam.total_measure([METAL_AND_OXIDE], pool="bases")

    assert [("every basis", "1810000 tonne")] == [(one.basis, str(one.stated)) for one in totals]


def classified(*classes: str, tonnes: str = "5 tonne", at: int = 100) -> cam.ResourceEstimate:
    """Estimate contained metal of some classes."""
    first, *further = map(cam.ResourceClass, classes)
    return estimate(weighed(tonnes, at=at), resource_class=first, further_classes=tuple(further))


def by_class(totals):
    return [(one.resource_class, str(one.stated)) for one in totals]


def test_classes_add_where_it_is_asked_for_in_words():
    both = deposit(
        "both", classified("measured"), classified("indicated", tonnes="3 tonne", at=200)
    )

    assert ["3 tonne", "5 tonne"] == tonnes(cam.total_measure([both]))
    (pooled,) = cam.total_measure([both], pool="resource classes")
    assert ("indicated and measured", "8 tonne") == (pooled.resource_class, str(pooled.stated))


@pytest.mark.parametrize(
    ("classes", "expected"),
    [
        (("proved", "probable"), {"reserves": "10 tonne"}),
        (("proved", "reserves"), {"reserves": "5 tonne"}),
        (("A", "B", "C1", "C2"), {"A to C2": "20 tonne"}),
        (("P1", "P2", "P3"), {"P1 to P3": "15 tonne"}),
        (("inferred", "indicated"), {"inferred": "5 tonne", "indicated and measured": "5 tonne"}),
        (("C2", "P1"), {"A to C2": "5 tonne", "P1 to P3": "5 tonne"}),
        (("proved", "measured"), {"reserves": "5 tonne", "indicated and measured": "5 tonne"}),
        (
            ("exploration target", "mineral resources", "unspecified", "inferred"),
            {
                "exploration target": "5 tonne",
                "inferred": "5 tonne",
                "mineral resources": "5 tonne",
                "unspecified": "5 tonne",
            },
        ),
    ],
    ids=lambda one: " and ".join(one) if isinstance(one, tuple) else "",
)
def test_even_pooled_classes_that_never_add_stay_apart(classes, expected):
    one = deposit("one", *(classified(name, at=100 + place) for place, name in enumerate(classes)))

    assert expected == dict(by_class(cam.total_measure([one], pool="resource classes")))


def test_a_combined_figure_is_a_group_of_its_own_and_never_split():
    both = deposit(
        "both",
        classified("indicated", "inferred", tonnes="229 tonne"),
        classified("inferred", tonnes="29 tonne", at=200),
    )
    other = deposit("other", classified("inferred", "indicated", tonnes="1 tonne", at=300))

    expected = [("inferred", "29 tonne"), ("inferred + indicated", "230 tonne")]
    assert expected == by_class(cam.total_measure([both, other]))
    assert expected == by_class(cam.total_measure([both, other], pool="resource classes"))
    assert "230 tonnes of tungsten (contained metal, class inferred + indicated)" in str(
        cam.total_measure([both, other])
    )


@pytest.mark.parametrize("turned", [False, True])
def test_pooled_a_combined_figure_counts_instead_of_those_that_it_holds(turned):
    estimates = [
        classified("measured", tonnes="10 tonne"),
        classified("indicated", tonnes="20 tonne", at=200),
        classified("measured", "indicated", tonnes="31 tonne", at=300),
    ]
    summed = deposit("summed", *(reversed(estimates) if turned else estimates))
    other = deposit("other", classified("measured", tonnes="4 tonne", at=400))

    pooled = cam.total_measure([summed, other], pool="resource classes")

    assert [("indicated and measured", "35 tonne")] == by_class(pooled)
    assert [("summed", "part of a combined estimate")] * 2 == reasons(pooled)
    assert 3 == len(cam.total_measure([summed]))


def test_pooled_of_two_combined_figures_that_share_a_class_one_counts():
    shared = deposit(
        "shared",
        classified("A", "B", tonnes="10 tonne"),
        classified("B", "C1", tonnes="20 tonne", at=200),
    )

    pooled = cam.total_measure([shared], pool="resource classes")

    assert [("A to C2", "10 tonne")] == by_class(pooled)


def test_a_group_of_minerals_asks_for_its_members_each_by_itself():
    metals = cam.Mineral(id="metals", names=(cam.Name("metals"),))
    rare = cam.Mineral(id="rare-earths", names=(cam.Name("rare earths"),), group=metals)
    light = cam.Mineral(id="neodymium", names=(cam.Name("neodymium"),), group=rare)
    heavy = cam.Mineral(id="dysprosium", names=(cam.Name("dysprosium"),), group=rare)
    mixed = deposit(
        "mixed", estimate("5 tonne", light), estimate(weighed("1 tonne", at=200), heavy), "7 tonne"
    )

    for asked in ("metals", "rare-earths", rare):
        totals = cam.total_measure([mixed], mineral=asked)
        assert ["dysprosium", "neodymium"] == [one.mineral for one in totals]
        assert [("mixed", "another mineral")] == reasons(totals)
    assert ["5 tonne"] == tonnes(cam.total_measure([mixed], mineral="neodymium"))


def test_both_add_where_both_are_asked_for_and_minerals_never_do():
    deposits = [METAL_AND_OXIDE, deposit("golden", estimate("2 tonne", GOLD))]

    totals = cam.total_measure(deposits, pool=("bases", "resource classes"))

    assert [("gold", "2 tonne"), ("tungsten", "1810000 tonne")] == [
        (one.mineral, str(one.stated)) for one in totals
    ]


def test_pooled_a_whole_covers_its_parts_of_every_class_that_is_added_to_its_own():
    whole = deposit("whole", classified("measured", tonnes="400 tonne"))
    part = deposit(
        "part",
        classified("indicated", tonnes="9 tonne"),
        classified("inferred", tonnes="8 tonne", at=200),
        part_of=whole,
    )

    assert 3 == len(cam.total_measure([whole, part]))
    assert [("indicated and measured", "400 tonne"), ("inferred", "8 tonne")] == by_class(
        cam.total_measure([whole, part], pool="resource classes")
    )


@pytest.mark.parametrize("pool", ["basis", "", "classes", ("bases", "minerals"), [None]])
def test_what_cannot_be_pooled_is_an_error_that_lists_what_can(pool):
    with pytest.raises(cam.InvalidValueError, match="bases, resource classes"):
        cam.total_measure([WHOLE], pool=pool)


def test_estimates_of_several_deposits_add_in_the_unit_asked_for():
    deposits = [
        deposit("a", "410000 tonne"),
        deposit("b", "1.5 kilotonne"),
        deposit("c", "250 kilogram"),
    ]

    for unit, figure in [
        ("tonne", "411500.25"),
        ("kilotonne", "411.50025"),
        (cam.Unit.KILOGRAM, "411500250"),
    ]:
        (total,) = cam.total_measure(deposits, unit=unit)
        assert (Decimal(figure), str(unit)) == (total.stated.magnitude, str(total.stated.unit))


def test_a_troy_ounce_becomes_kilograms_to_the_last_digit():
    """A troy ounce is 31.1034768 grams exactly (international yard and pound agreement, 1959)."""
    golden = deposit("golden", estimate("1000000 troy ounce", GOLD))

    (total,) = cam.total_measure([golden], unit="kilogram")

    assert Decimal("31103.4768") == total.stated.magnitude


def test_what_has_no_exact_decimal_is_an_error_and_never_rounded():
    with pytest.raises(cam.InexactConversionError, match="troy ounce"):
        cam.total_measure([deposit("a", "1 tonne")], unit="troy ounce")


@pytest.mark.parametrize(
    ("unit", "error"),
    [
        ("megawatt", cam.UnitMismatchError),
        ("piece", cam.UnitMismatchError),
        ("tonne per year", cam.UnitMismatchError),
        ("tonnes", cam.InvalidValueError),
        (5, cam.InvalidTypeError),
    ],
)
@pytest.mark.parametrize("given_deposits", [[WHOLE], []], ids=["a deposit", "nothing"])
def test_a_unit_that_is_not_one_of_mass_is_refused(given_deposits, unit, error):
    with pytest.raises(error):
        cam.total_measure(given_deposits, unit=unit)


@pytest.mark.parametrize("asked", ["uranium", URANIUM])
def test_one_mineral_can_be_asked_for(asked):
    deposits = [WHOLE, deposit("other", estimate("5 tonne", URANIUM))]

    totals = cam.total_measure(deposits, mineral=asked)

    assert [("uranium", "5 tonne")] == [(one.mineral, str(one.stated)) for one in totals]
    assert [("katpar-kairakty", "another mineral")] == reasons(totals)


@pytest.mark.parametrize("asked", [5, cam.Sector.MINERALS, ("tungsten",)])
def test_a_mineral_is_asked_for_by_id_or_itself(asked):
    with pytest.raises(cam.InvalidTypeError):
        cam.total_measure([WHOLE], mineral=asked)


def test_a_mineral_that_the_dataset_does_not_know_is_refused_with_near_ones():
    dataset = cam.load()
    for deposits in (dataset, dataset.deposits, dataset.deposits.where(country="KZ")):
        with pytest.raises(cam.UnknownIdError, match="tungsten"):
            cam.total_measure(deposits, mineral="tungstn")


def test_a_mineral_without_a_tonnage_gives_an_empty_total():
    assert [] == list(cam.total_measure(cam.load(), mineral="gold"))


def test_an_estimate_without_a_mineral_is_told_apart():
    unnamed = deposit("unnamed", cam.ResourceEstimate(stated=weighed("9 tonne")))

    assert ["not stated", "tungsten"] == [
        one.mineral for one in cam.total_measure([unnamed, WHOLE])
    ]


def test_a_superseded_estimate_is_out():
    grown = deposit("grown", estimate(weighed("300 tonne", of=GAZETTE)), "410 tonne")

    totals = cam.total_measure([grown])

    assert ["410 tonne"] == tonnes(totals)
    assert [("grown", "superseded")] == reasons(totals)


def test_a_deprecated_estimate_is_out():
    misprint = weighed("41 tonne", rank=cam.Rank.DEPRECATED, reason="a misprint", at=300)
    mended = deposit("mended", estimate(misprint), "410 tonne")

    totals = cam.total_measure([mended])

    assert ["410 tonne"] == tonnes(totals)
    assert [("mended", "deprecated")] == reasons(totals)


def test_of_two_rival_estimates_of_one_deposit_one_counts():
    rivals = deposit("rivals", "410 tonne", estimate(weighed("400 tonne", of=OTHER_REVIEW)))

    totals = cam.total_measure([rivals])

    assert ["410 tonne"] == tonnes(totals)
    assert [("rivals", "another estimate of the deposit")] == reasons(totals)


def test_a_later_estimate_of_another_class_supersedes_nothing():
    both = deposit(
        "both",
        estimate(weighed("300 tonne", of=GAZETTE), resource_class="inferred"),
        estimate("100 tonne", resource_class="measured"),
    )

    assert ["300 tonne", "100 tonne"] == tonnes(cam.total_measure([both]))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (weighed("5 tonne"), ("5 tonne", "5 tonne", "5 tonne")),
        (weighed("5 tonne", "around"), ("5 tonne", "5 tonne", "5 tonne")),
        (weighed("5 tonne", "up to"), ("0 tonne", "5 tonne", "5 tonne")),
        (weighed("5 tonne", "more than"), ("5 tonne", "5 tonne", None)),
        (weighed("5 tonne", "at least"), ("5 tonne", "5 tonne", None)),
        (weighed("5 tonne", "range", upper="8 tonne"), ("5 tonne", "5 tonne", "8 tonne")),
    ],
)
def test_directional_words_bound_a_tonnage(said, expected):
    assert [expected] == [
        bound[3:] for bound in told(cam.total_measure([deposit("a", estimate(said))]))
    ]


def test_one_open_estimate_opens_the_sum():
    deposits = [deposit("a", "5 tonne"), deposit("b", estimate(weighed("7 tonne", "more than")))]

    (total,) = cam.total_measure(deposits)

    assert ("12 tonne", "12 tonne", None) == (str(total.low), str(total.stated), total.high)


@pytest.mark.parametrize(
    ("hedge", "approximate"),
    [
        ("as stated", False),
        ("up to", False),
        ("around", True),
        ("nearly", True),
        ("estimated", True),
    ],
)
def test_an_approximate_estimate_makes_the_sum_approximate(hedge, approximate):
    (total,) = cam.total_measure([deposit("a", estimate(weighed("5 tonne", hedge)))])

    assert approximate == total.approximate
    assert approximate == str(total).startswith("about")


def test_the_same_deposit_twice_counts_once():
    assert ["410000 tonne"] == tonnes(cam.total_measure([WHOLE, WHOLE, NORTH, WHOLE]))


def test_one_id_with_two_unequal_records_is_an_error():
    with pytest.raises(cam.ConflictError, match="katpar-kairakty") as error:
        cam.total_measure([WHOLE, deposit("katpar-kairakty", "1 tonne")])
    assert ("katpar-kairakty",) == error.value.ids


@pytest.mark.parametrize("stranger", ["katpar", TUNGSTEN, None, 410_000])
def test_what_is_no_deposit_is_named_in_the_error(stranger):
    with pytest.raises(cam.InvalidTypeError, match=type(stranger).__name__):
        cam.total_measure([WHOLE, stranger])


@pytest.mark.parametrize("given_deposits", [5, None])
def test_what_holds_no_deposits_is_refused(given_deposits):
    with pytest.raises(cam.InvalidTypeError):
        cam.total_measure(given_deposits)


def test_a_dataset_a_catalog_and_a_generator_serve():
    ds = cam.load()

    whole = told(cam.total_measure(ds))
    assert whole == told(cam.total_measure(ds.deposits))
    assert whole == told(cam.total_measure(deposit for deposit in ds.deposits))


def test_nothing_given_is_nothing_and_no_error():
    totals = cam.total_measure([])

    assert 0 == len(totals)
    assert () == totals.counted == totals.excluded == totals.citations
    assert "nothing" in repr(totals)


def test_every_estimate_is_a_row_in_or_out():
    totals = cam.total_measure([WHOLE, NORTH, METAL_AND_OXIDE], mineral="tungsten")

    assert 4 == len(totals.counted) + len(totals.excluded)
    assert all(row.reason is None for row in totals.counted)
    assert None not in [row.reason for row in totals.excluded]


def test_the_passages_are_those_of_what_counts():
    totals = cam.total_measure(
        [METAL_AND_OXIDE, deposit("x", estimate(weighed("1 tonne", at=900)))]
    )

    assert {cite(at=100), cite(at=200), cite(at=900)} == set(totals.citations)
    assert (cite(at=100),) == cam.total_measure([WHOLE, NORTH]).citations


def test_the_table_shows_what_counts_and_what_does_not_and_escapes_it():
    odd = deposit("odd", estimate("5 tonne", basis="oxide", compound="<b>WO3</b>"))

    totals = cam.total_measure([WHOLE, NORTH, odd])

    html = totals._repr_html_()
    assert "part of a counted deposit" in html
    assert "part of a counted deposit" in str(totals)
    assert "<b>" not in html


@pytest.mark.parametrize("pool", [(), POOLS], ids=["apart", "pooled"])
@pytest.mark.parametrize("dataset", ["articles", "region"])
def test_a_tonnage_is_written_with_what_it_is_of(dataset, pool):
    for total in cam.total_measure(cam.load(dataset), pool=pool):
        english, russian = total.format("en"), total.format("ru")
        assert english.endswith(str(total).partition(" of ")[2])
        of = russian.partition(": ")[2]
        assert not re.search("[a-z]", of), of
        assert re.search("[а-я]{4}", of)


def test_a_tonnage_is_written_in_the_unit_asked_for():
    total = cam.total_measure(cam.load(), mineral="tungsten")[0]

    assert total.format("ru", unit="kilotonne").startswith("около 410 килотонн: вольфрам")
    with pytest.raises(cam.UnitMismatchError):
        total.format("ru", unit="percent by mass")


def test_a_tonnage_of_no_named_mineral_says_so():
    totals = cam.total_measure(cam.load("region"))
    bare = next(one for one in totals if one.mineral == "not stated")

    assert "a mineral that is not stated" in str(bare)
    assert "a mineral that is not stated" in bare.format("en")
    assert "полезное ископаемое не указано" in bare.format("ru")
