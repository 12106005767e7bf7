"""One sale done, two expected, and owners behind owners."""

from hard_case_files import bounds, case, counted, left_out

import centralasia_minerals as cam


def test_only_the_sale_done_counts():
    total = cam.total(case(9), kinds="transfer")

    assert bounds(total) == (50, 50, 50)
    assert not total.approximate
    assert counted(total) == [("kz-plant-north", 50)]


def test_the_expected_sales_and_their_announcement_are_out_each_for_its_reasons():
    assert left_out(cam.total(case(9), kinds="transfer")) == [
        ("kz-plant-south", 30, ["not concluded"]),
        ("kz-plant-west", None, ["not concluded", "not stated"]),
        ("kz-three-plants", None, ["not concluded", "not stated"]),
    ]


def test_with_what_is_in_talks_the_expected_price_comes_in_and_is_approximate():
    total = cam.total(case(9), kinds="transfer", stages=["concluded", "talks"])

    assert bounds(total) == (80, 80, 80)
    assert total.approximate


def test_the_buyer_is_told_from_its_owners():
    (buyer,) = case(9).deals["kz-plant-north"].parties

    assert buyer.role is cam.PartyRole.BUYER
    assert buyer.who.id == "balkhash-smelting"
    assert [owner.id for owner in buyer.who.owners] == ["aral-metals"]
    assert [owner.id for owner in buyer.who.owners[0].owners] == ["altyn-holding"]
