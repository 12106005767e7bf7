"""One figure over two classes, beside a reserve, an oxide and an older figure of the state."""

import pytest
from hard_case_files import case

import centralasia_minerals as cam


def estimates(id="zhosaly"):
    return case(23).deposits[id].estimates


def test_a_figure_over_two_classes_names_both():
    together = estimates()[0]

    assert str(together.stated.value) == "229000000 tonne"
    assert together.resource_class is cam.ResourceClass.INDICATED
    assert together.further_classes == (cam.ResourceClass.INFERRED,)


def test_where_no_source_says_whether_the_reserve_lies_inside_it_is_not_stated():
    assert estimates()[0].reserves == cam.NotStated()


def test_where_a_source_says_that_the_reserve_lies_inside_it_is_recorded():
    resources, reserves = estimates("tasty")

    assert resources.reserves is cam.ReservesWithin.INCLUDED
    assert (str(resources.resource_class), str(reserves.resource_class)) == (
        "mineral resources",
        "reserves",
    )


def test_the_four_figures_stay_four_estimates():
    assert [(str(one.stated.value), str(one.basis), str(one.standard)) for one in estimates()] == [
        ("229000000 tonne", "ore", "KAZRC"),
        ("68000000 tonne", "ore", "KAZRC"),
        ("480000 tonne", "oxide", "KAZRC"),
        ("310000000 tonne", "ore", "GKZ"),
    ]


def test_the_older_figure_is_the_states_and_not_superseded():
    older = estimates()[3]

    assert [who.id for who in older.stated.asserted_by] == ["reserves-commission"]
    assert (str(older.as_of), older.stated.rank) == ("1986", cam.Rank.NORMAL)


def test_the_four_figures_are_four_sums():
    assert [str(one) for one in cam.total_measure(case(23), mineral="tungsten")] == [
        "310,000,000 tonnes of tungsten (ore, class C2)",
        "229,000,000 tonnes of tungsten (ore, class inferred + indicated)",
        "68,000,000 tonnes of tungsten (ore, class probable)",
        "480,000 tonnes of tungsten (oxide WO3, class inferred + indicated)",
    ]


@pytest.mark.parametrize(
    ("mineral", "sums"),
    [
        ("tungsten", [310_000_000, 229_000_000, 68_000_000, 480_000]),
        ("gold", [12_000_000, 5_000_000]),
    ],
)
def test_even_pooled_nothing_is_added_up(mineral, sums):
    pooled = cam.total_measure(case(23), mineral=mineral, pool="resource classes")

    assert [one.stated.magnitude for one in pooled] == sums
