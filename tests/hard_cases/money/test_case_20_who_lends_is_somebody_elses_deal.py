"""A loan and a share issue are deals of their own and pay for the cost in another."""

import pytest
from hard_case_files import bounds, case, counted, left_out

import centralasia_minerals as cam

LOAN, ISSUE, SMELTER = "kz-zinc-loan", "kz-zinc-share-issue", "kz-zinc-smelter"


def test_the_cost_counts_and_what_pays_for_it_does_not():
    total = cam.total(case(20))

    reasons = ["another kind of money", "financing of a counted cost"]
    assert bounds(total) == (600, 600, 600)
    assert counted(total) == [(SMELTER, 600)]
    assert left_out(total) == [(LOAN, 400, reasons), (ISSUE, 150, reasons)]


def test_with_every_kind_of_money_the_cost_still_covers_what_pays_for_it():
    total = cam.total(case(20), kinds=None)

    assert counted(total) == [(SMELTER, 600)]
    assert left_out(total) == [
        (LOAN, 400, ["financing of a counted cost"]),
        (ISSUE, 150, ["financing of a counted cost"]),
    ]


@pytest.mark.parametrize(("kind", "found"), [("financing", (LOAN, 400)), ("issue", (ISSUE, 150))])
def test_asked_for_by_itself_each_kind_of_funding_counts(kind, found):
    assert counted(cam.total(case(20), kinds=kind)) == [found]


def test_without_the_smelter_its_loan_is_nobodys_financing():
    loan = case(20).deals[LOAN]

    assert counted(cam.total([loan], kinds=None)) == [(LOAN, 400)]


def test_the_smelter_knows_who_pays_for_it():
    dataset = case(20)

    related = dataset.related(dataset.deals[SMELTER])

    assert sorted(str(one.kind) for one in related) == ["finances", "raises money for"]
