"""A stake of a joint firm, sold by one company to another whose final owner is a third."""

from decimal import Decimal

import pytest
from hard_case_files import case

import centralasia_minerals as cam

BEFORE, AFTER = cam.PartialDate.parse("2024-12-31"), cam.PartialDate.parse("2025-12-31")
SHARES = {
    "qazaq-reserve": ["51%", "45%"],
    "tian-shan-mining": ["49%", "45%"],
    "outback-lithium": [None, "10%"],
}


def stakes_in(firm):
    return {
        (stake.holder.id, str(stake.status)): stake
        for deal in case(21).deals
        for stake in deal.stakes
        if stake.of.id == firm
    }


def test_a_stake_says_of_which_firm_it_is():
    assert {key: str(stake.share) for key, stake in stakes_in("onyx-uranium").items()} == {
        ("tian-shan-mining", "sold"): "49.979%",
        ("balkhash-smelting", "held"): "49.979%",
        ("qazaq-reserve", "retained"): "49.979%",
    }


def test_the_seller_the_buyer_and_the_joint_firm_have_their_parts():
    deal = case(21).deals["kz-onyx-sale"]

    assert [(party.who.id, str(party.role)) for party in deal.parties] == [
        ("tian-shan-mining", "seller"),
        ("balkhash-smelting", "buyer"),
        ("onyx-uranium", "joint firm"),
    ]


def test_the_final_owner_stands_behind_the_buyer():
    holder = stakes_in("onyx-uranium")["balkhash-smelting", "held"].holder

    assert [owner.id for owner in holder.owners] == ["aral-metals"]
    assert [owner.id for owner in holder.owners[0].owners] == ["altyn-holding"]


def test_a_share_that_no_source_states_is_not_filled_in():
    held = [stake for (_, status), stake in stakes_in("onyx-uranium").items() if status != "sold"]

    assert sum(stake.share.value.fraction for stake in held) == Decimal("0.99958")


@pytest.mark.parametrize(("holder", "shares"), SHARES.items())
def test_shares_are_asked_as_of_a_day(holder, shares):
    stake = stakes_in("sapphire-uranium")[holder, "held"]

    before, after = (stake.share_on(day) for day in (BEFORE, AFTER))
    assert [str(one) if one else None for one in (before, after)] == shares


def test_before_anything_was_told_no_share_is_known():
    stake = stakes_in("sapphire-uranium")["qazaq-reserve", "held"]

    assert stake.share_on(cam.PartialDate.parse("2019-12-31")) == cam.NotStated()


def test_a_withheld_price_is_undisclosed():
    total = cam.total(case(21), kinds="transfer")

    assert total.currencies == ()
    assert [row.deal.id for row in total.undisclosed] == ["kz-onyx-sale"]
