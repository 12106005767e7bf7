"""What the four articles of 2025 come to, whichever way they are asked."""

import pytest
from counting_builders import bounds, counted

import centralasia_minerals as cam

MILLION = 10**6
EVERYTHING = {"kinds": None, "sectors": None, "stages": None}


def stated_in_millions(currency, **filters):
    total = cam.total(cam.load(), currency=None if currency == "USD" else currency, **filters)
    return total[currency].stated.amount / MILLION


def test_by_default_it_is_one_deal_of_a_billion_and_a_tenth_approximately():
    total = cam.total(cam.load())

    assert bounds(total) == (1100 * MILLION, 1100 * MILLION, 1100 * MILLION)
    assert counted(total) == [("kz-us-tungsten", 1100 * MILLION)]
    assert total.approximate
    assert [row.deal.id for row in total.undisclosed] == ["uz-us-minerals-contracts"]


def test_by_default_each_figure_left_out_has_its_reasons():
    left_out = {
        (row.deal.id, row.stated / MILLION): list(map(str, row.reasons))
        for row in cam.total(cam.load()).excluded
        if row.stated is not None
    }

    shared = ["not concluded", "shared with other sectors", "another kind of money"]
    letter = ["not concluded", "another kind of money", "financing of a counted cost"]
    assert left_out == {
        ("kz-alatau-ddh", 300): ["outside the sectors"],
        ("kz-us-tungsten", 900): letter,
        ("uz-us-investment-plan", 35_000): shared,
        ("uz-us-investment-plan", 100_000): shared,
    }


@pytest.mark.parametrize(
    ("currency", "filters", "expected"),
    [
        ("USD", {}, 1_100),
        ("USD", {"sectors": None}, 1_400),
        ("USD", {"sectors": None, "stages": None}, 1_400),
        ("USD", {"sectors": None, "stages": None, "kinds": "plan"}, 100_000),
        ("USD", {"stages": "letter of interest", "kinds": "financing"}, 900),
        ("USD", EVERYTHING, 101_400),
        ("USD", {**EVERYTHING, "max_horizon_years": 3}, 36_400),
        ("EUR", {}, 952),
        ("EUR", {"sectors": None}, 1_212),
        ("EUR", EVERYTHING, 87_812),
        ("EUR", {**EVERYTHING, "max_horizon_years": 3}, 31_512),
    ],
)
def test_the_figures_are_these(currency, filters, expected):
    assert stated_in_millions(currency, **filters) == expected


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({}, []),
        ({"sectors": None, "stages": None}, [("plan", 100_000), ("financing", 900)]),
        ({"sectors": None, "stages": "letter of interest"}, [("financing", 900)]),
        ({"kinds": "financing"}, [("project", 1_100)]),
        (EVERYTHING, []),
    ],
    ids=str,
)
def test_other_money_stands_beside_the_total(asked, told):
    beside = cam.total(cam.load(), **asked).beside

    assert told == [(str(one.what), one.by_currency[0].stated.amount / MILLION) for one in beside]


def test_with_every_stage_the_end_is_open():
    assert cam.total(cam.load(), **EVERYTHING)["USD"].high is None
    assert cam.total(cam.load(), **EVERYTHING, max_horizon_years=3)["USD"].high is not None


def test_beside_all_projects_stand_the_plan_and_the_letter():
    total = cam.total(cam.load(), sectors=None, stages=None)

    assert [str(one) for one in total.beside] == [
        "plan: at least USD 100,000,000,000",
        "financing: up to USD 900,000,000",
    ]


@pytest.mark.parametrize("kinds", ["project", None])
@pytest.mark.parametrize("years", [None, *range(1, 12)])
@pytest.mark.parametrize("sectors", [None, "minerals", ["minerals", "digital"]])
@pytest.mark.parametrize("stages", [None, "concluded", "intended", ["concluded", "pledged"]])
def test_neither_135_nor_137_nor_2_billion_can_ever_come_out(stages, sectors, years, kinds):
    total = cam.total(
        cam.load(), kinds=kinds, stages=stages, sectors=sectors, max_horizon_years=years
    )

    assert {one.stated.amount / MILLION for one in total.by_currency}.isdisjoint(
        {135_000, 137_300, 2_000}
    )
