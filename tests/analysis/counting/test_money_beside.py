"""What stands beside a total: other kinds of money and own projects, each with a sum of its own."""

from __future__ import annotations

from decimal import Decimal

import pytest
from counting_builders import amount, cite, counted, deal, financing, stated, to, withheld

import centralasia_minerals as cam

OWN = cam.DealClass.OWN_PROJECT
PROGRAMME = cam.DealClass.PROGRAMME


def price(*said, kind: str, **more) -> cam.Amount:
    return amount(*said, role="price", money=cam.MoneyKind(kind), **more)


MINE = deal("mine", amount("USD 100"), price("USD 7", kind="transfer"), financing("USD 50"))
OFFTAKE = deal("offtake", price(stated("USD 30", "up to"), kind="supply"))
TENGE = deal("tenge", price("KZT 9", kind="supply"))
RESERVES = deal("reserves", amount("USD 9999", role="valuation"))
SMELTER = deal("smelter", amount("USD 4"), stage="planned", deal_class=OWN)
PLAN = deal("plan", price("USD 90", kind="plan"), stage="adopted", deal_class=PROGRAMME)
DEALS = (MINE, OFFTAKE, TENGE, RESERVES, SMELTER, PLAN)


def sums(total: cam.Total) -> dict[str, dict[str, Decimal]]:
    """Give by what stands beside a total the figures in each currency."""
    return {
        str(one.what): {str(of.currency): of.stated.amount for of in one.by_currency}
        for one in total.beside
    }


def numbers(total: cam.Total) -> list[int]:
    return [number for one in total.beside for number in one.rows.numbers]


def test_each_kind_not_asked_for_and_own_projects_stand_beside():
    assert sums(cam.total(DEALS)) == {
        "transfer": {"USD": 7},
        "supply": {"KZT": 9, "USD": 30},
        "financing": {"USD": 50},
        "own project": {"USD": 4},
        "programme": {"USD": 90},
    }


def test_nothing_stands_beside_where_nothing_is_left():
    assert cam.total([deal("x", amount("USD 1"))]).beside == ()
    assert cam.total([]).beside == ()
    assert cam.total(DEALS, kinds=None, classes=None).beside == ()


def test_a_kind_that_is_asked_for_does_not_stand_beside():
    assert [*sums(cam.total(DEALS, kinds=["supply", "financing"]))] == [
        "project", "transfer", "own project", "programme",
    ]  # fmt: skip
    assert [*sums(cam.total(DEALS, kinds=None))] == ["own project", "programme"]
    assert [*sums(cam.total(DEALS, classes=None, stages=None))] == [
        "transfer", "supply", "plan", "financing",
    ]  # fmt: skip


def test_a_valuation_never_stands_beside():
    assert "valuation" not in sums(cam.total([RESERVES]))


@pytest.mark.parametrize("kinds", [*(kind for kind in cam.MoneyKind if kind != "valuation"), None])
@pytest.mark.parametrize("classes", [("undertaking",), ("programme", "umbrella"), None])
@pytest.mark.parametrize("stages", ["concluded", None])
def test_what_stands_beside_is_apart_from_the_total_and_from_each_other(kinds, classes, stages):
    total = cam.total(DEALS, kinds=kinds, classes=classes, stages=stages)

    beside = numbers(total)
    assert len(beside) == len(set(beside))
    assert not set(beside) & {*total.counted.numbers}


def test_it_is_under_the_same_filters():
    energy = deal("energy", price("USD 5", kind="transfer"), sectors=("energy",))
    talks = deal("talks", price("USD 6", kind="transfer"), stage="talks")
    waiting = deal("waiting", price("USD 8", kind="transfer", depends_on="a vote"))
    long = deal("long", price("USD 9", kind="transfer", horizon_years=9))
    deals = [energy, talks, waiting, long]

    assert sums(cam.total(deals, max_horizon_years=5)) == {}
    assert sums(cam.total(deals)) == {"transfer": {"USD": 9}}
    assert sums(cam.total(deals, sectors=None, stages=None)) == {"transfer": {"USD": 20}}


@pytest.mark.parametrize("own", [OWN, PROGRAMME])
@pytest.mark.parametrize("stage", [*(str(one) for one in cam.Stage), None])
def test_own_projects_and_programmes_stand_beside_at_any_stage_but_an_ended_one(own, stage):
    mine = deal("mine", amount("USD 1"), stage=stage, deal_class=own)

    ended = stage is not None and cam.Stage(stage).group is cam.StageGroup.ENDED
    for stages in ("concluded", "signed", None):
        found = sums(cam.total([mine], stages=stages))
        assert found == ({} if ended else {str(own): {"USD": 1}})


@pytest.mark.parametrize("own", [OWN, PROGRAMME])
@pytest.mark.parametrize(
    ("kinds", "expected"), [("project", 3), ("supply", 7), ("plan", 3), (["supply", "project"], 7)]
)
def test_of_an_own_project_its_cost_its_plan_and_what_is_asked_for_stand_beside(
    own, kinds, expected
):
    mine = deal(
        "mine", amount("USD 1"), price("USD 2", kind="plan"), price("USD 4", kind="supply"),
        price("USD 8", kind="transfer"), deal_class=own,
    )  # fmt: skip

    assert sums(cam.total([mine], kinds=kinds)) == {str(own): {"USD": expected}}


def test_a_cancelled_or_replaced_own_project_does_not_stand_beside():
    cancelled = deal("cancelled", amount("USD 1"), work="cancelled", deal_class=OWN)
    old = deal("old", amount("USD 2"), deal_class=OWN)
    new = deal("new", amount("USD 4"), deal_class=OWN, relations=to("old", "replaces"))

    assert sums(cam.total([cancelled, old, new])) == {"own project": {"USD": 4}}


def test_what_stands_beside_counts_nothing_twice():
    whole = deal("whole", price("USD 10", kind="supply"))
    part = deal("part", price("USD 3", kind="supply"), part_of=whole)
    secret = deal("secret", price(withheld(), kind="supply"))

    (supply,) = cam.total([whole, part, secret]).beside

    assert [row.deal.id for row in supply.rows] == ["whole"]
    assert all(row.counts for row in supply.rows)


def test_it_is_in_the_currency_of_the_total():
    rates = cam.rates_of({("USD", "EUR"): "0.5", ("KZT", "EUR"): "2"}, source="a bank")

    found = sums(cam.total(DEALS, currency="EUR", rates=rates))

    assert found["supply"] == {"EUR": 33}
    assert found["own project"] == {"EUR": 2}


def test_what_has_no_rate_is_told_as_printed_and_the_total_still_stands():
    euros = deal("euros", amount("EUR 5"))

    total = cam.total([euros, OFFTAKE, SMELTER], currency="EUR")

    assert counted(total) == [("euros", 5)]
    assert sums(total) == {"supply": {"USD": 30}, "own project": {"USD": 4}}


def test_only_the_sum_that_lacks_a_rate_is_told_as_printed():
    rates = cam.rates_of({("USD", "EUR"): "0.5"}, source="a bank")

    found = sums(cam.total(DEALS, currency="EUR", rates=rates))

    assert found["supply"] == {"KZT": 9, "USD": 30}
    assert found["transfer"] == {"EUR": Decimal("3.5")}


@pytest.mark.parametrize("key", ["country", "stage", "money", "deal_class", "kind"])
@pytest.mark.parametrize("stages", ["concluded", None])
def test_what_stands_beside_the_groups_adds_up_to_what_stands_beside_the_total(key, stages):
    total = cam.total(DEALS, stages=stages)
    groups = cam.total_by(DEALS, key, stages=stages)

    assert sorted(numbers(total)) == sorted(n for group in groups.values() for n in numbers(group))
    by_group = [sums(group) for group in groups.values()]
    for what, figures in sums(total).items():
        for code, figure in figures.items():
            assert figure == sum(one.get(what, {}).get(code, 0) for one in by_group)


def test_the_bounds_and_the_text_are_those_of_a_total():
    (supply,) = cam.total([OFFTAKE]).beside

    assert str(supply) == "supply: up to USD 30"
    assert supply.rows[0].citations == (cite(),)
    assert supply.by_currency == cam.total([OFFTAKE], kinds="supply").by_currency
