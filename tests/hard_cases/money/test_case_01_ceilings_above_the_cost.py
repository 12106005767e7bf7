"""Two lenders' ceilings together exceed the cost that they help to pay."""

from hard_case_files import bounds, case, counted, left_out

import centralasia_minerals as cam


def test_the_total_is_the_cost_and_no_sum_with_its_financing():
    total = cam.total(case(1))

    covered = ["not concluded", "another kind of money", "financing of a counted cost"]
    assert bounds(total) == (1100, 1100, 1100)
    assert counted(total) == [("kz-copper-smelter", 1100)]
    assert left_out(total) == [
        ("kz-copper-smelter", 700, covered),
        ("kz-copper-smelter", 900, covered),
    ]


def test_with_every_stage_and_kind_of_money_the_cost_still_covers_its_financing():
    total = cam.total(case(1), kinds=None, stages=None)

    covered = ["financing of a counted cost"]
    assert bounds(total) == (1100, 1100, 1100)
    assert left_out(total) == [
        ("kz-copper-smelter", 700, covered),
        ("kz-copper-smelter", 900, covered),
    ]


def test_asked_for_the_financing_alone_the_ceilings_add_from_nothing_up():
    total = cam.total(case(1), kinds="financing", stages="letter of interest")

    assert bounds(total) == (0, 1600, 1600)
    assert left_out(total) == [
        ("kz-copper-smelter", 1100, ["outside the stages", "another kind of money"])
    ]


def test_a_deal_without_its_cost_is_worth_its_financing():
    deal = case(1).deals["kz-copper-smelter"]
    letters = tuple(amount for amount in deal.amounts if amount.role is cam.AmountRole.FINANCING)
    without_cost = cam.Deal(
        id=deal.id, title=deal.title, kind=deal.kind, sectors=deal.sectors, amounts=letters
    )

    assert bounds(cam.total([without_cost], kinds=None, stages=None)) == (0, 1600, 1600)
