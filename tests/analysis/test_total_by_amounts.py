"""Groups by what an amount is: its kind of money, who pays it, where it is spent; and by class."""

from __future__ import annotations

import pytest
from analysis_builders import EU, KZ, TJ, US, UZ, amount, bounds, cite, deal

import centralasia_minerals as cam

BANK = cam.Organization(
    id="a-bank", names=(cam.Name("A Bank"),), kind=cam.OrganizationKind.BANK, citations=(cite(),)
)
FUND = cam.Organization(
    id="a-fund", names=(cam.Name("A Fund"),), kind=cam.OrganizationKind.BANK, citations=(cite(),)
)
ALMATY = cam.Place(name="Almaty", country=KZ)
HIGHLANDS = cam.Place(name="the highlands")

MINE = deal(
    "mine",
    amount("USD 100", payer=(US,), place=ALMATY),
    amount("USD 7", role="price", money=cam.MoneyKind.TRANSFER, payer=(BANK, FUND)),
    partners=(US, EU),
)
ROAD = deal(
    "road",
    amount("USD 20", payer=(FUND, BANK), place=HIGHLANDS),
    deal_class=cam.DealClass.UNDERTAKING,
    partners=(US,),
)
SMELTER = deal("smelter", amount("USD 4", place=ALMATY), deal_class=cam.DealClass.OWN_PROJECT)
SILENT = deal("silent", stage="talks")
DEALS = (MINE, ROAD, SMELTER, SILENT)
EVERY = {"kinds": None, "classes": None}


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("money", {"not stated": 0, "project": 124, "transfer": 7}),
        ("payer", {"US": 100, "a-bank+a-fund": 27, "not stated": 4}),
        ("place", {"Almaty": 104, "not stated": 7, "the highlands": 20}),
        ("deal_class", {"not stated": 107, "own project": 4, "undertaking": 20}),
    ],
)
def test_amounts_have_groups_by_what_is_recorded_of_them(key, expected):
    assert expected == {
        name: 0 if group.is_empty else bounds(group)[1]
        for name, group in cam.total_by(DEALS, key, **EVERY).items()
    }


@pytest.mark.parametrize("key", ["money", "payer", "place", "deal_class"])
def test_the_groups_add_up_to_the_total_and_hold_every_row_once(key):
    total = cam.total(DEALS, **EVERY)

    groups = cam.total_by(DEALS, key, **EVERY)

    assert bounds(total)[1] == sum(bounds(one)[1] for one in groups.values() if one.counted)
    every = [n for one in groups.values() for n in (*one.counted.numbers, *one.excluded.numbers)]
    assert sorted(every) == sorted((*total.counted.numbers, *total.excluded.numbers))


def test_the_amounts_of_one_deal_may_be_in_several_groups():
    groups = cam.total_by([MINE], "payer", kinds=None)

    assert ["US", "a-bank+a-fund"] == list(groups)


def test_a_partner_is_said_to_be_among_the_parties_and_not_to_pay():
    bare = deal("bare", amount("USD 1"))

    groups = cam.total_by([MINE, ROAD, bare], "partner")

    for said in (str(groups), groups._repr_html_()):
        assert "with United States among the parties" in said
        assert "with United States and European Union" in said
        assert "US+european-union" in said
        assert "with not stated" not in said
        assert "not stated" in said


@pytest.mark.parametrize("key", ["payer", "place", "country", "money", "deal_class"])
def test_no_other_key_says_so(key):
    here = deal("here", amount("USD 1", payer=(UZ,)), countries=(TJ,))

    assert "among the parties" not in str(cam.total_by([here], key))


@pytest.mark.parametrize(
    ("asked", "meant"), [("moneys", "money"), ("payers", "payer"), ("dealclass", "deal_class")]
)
def test_an_unknown_key_suggests_one_of_an_amount_too(asked, meant):
    with pytest.raises(cam.InvalidValueError, match=f"did you mean '{meant}'"):
        cam.total_by(DEALS, asked)
