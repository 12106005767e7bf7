"""The rows are parted into counted, excluded and undisclosed."""

import pytest
from counting_builders import (
    GAZETTE,
    amount,
    cite,
    counted,
    deal,
    deprecated,
    financing,
    left_out,
    stated,
    withheld,
)

import centralasia_minerals as cam


def test_a_withheld_figure_that_passes_the_filters_is_undisclosed():
    total = cam.total([deal("x", amount(withheld()))])

    assert total.counted == total.excluded == ()
    assert [(row.deal.id, row.disclosure) for row in total.undisclosed] == [
        ("x", cam.Disclosure.UNDISCLOSED)
    ]


@pytest.mark.parametrize(
    ("withholding", "reasons"),
    [
        (deal("x", amount(withheld()), stage="pledged"), ["not concluded"]),
        (deal("x", amount(withheld()), sectors=("energy",)), ["outside the sectors"]),
        (deal("x", amount(withheld(), depends_on="a licence")), ["conditional"]),
        (deal("x", amount(withheld()), stage="failed"), ["ended"]),
    ],
    ids=["stage", "sector", "condition", "failed"],
)
def test_a_withheld_figure_that_does_not_pass_is_left_out_with_its_reason(withholding, reasons):
    total = cam.total([withholding])

    assert total.undisclosed == ()
    assert left_out(total) == [("x", None, reasons)]


def test_a_withheld_figure_has_no_bounds():
    (row,) = cam.total([deal("x", amount(withheld()))]).undisclosed

    assert (row.low, row.stated, row.high, row.currency, row.hedge) == (None,) * 5
    assert row.reasons == ()
    assert row.reason is None


def test_a_withheld_financing_stays_undisclosed_beside_a_counted_cost():
    secret = deal("x", amount("USD 1"), financing(withheld()))
    total = cam.total([secret], kinds=["project", "financing"])

    assert counted(total) == [("x", 1)]
    assert len(total.undisclosed) == 1


def test_withheld_and_not_stated_are_told_apart():
    secret = deal("withheld", amount(withheld()))
    silent = deal("silent", amount(citations=(cite(),)))
    total = cam.total([secret, silent])

    assert [row.deal.id for row in total.undisclosed] == ["withheld"]
    assert left_out(total) == [("silent", None, ["not stated"])]


def test_a_deal_without_amounts_gives_one_row():
    (row,) = cam.total([deal("x")]).excluded

    assert (row.amount, row.role, row.disclosure) == (None, None, cam.Disclosure.NOT_STATED)


def test_money_that_does_not_apply_is_told_from_money_not_stated():
    total = cam.total([deal("honour", no_amount=cam.NotApplicable()), deal("silent")])

    assert left_out(total) == [
        ("honour", None, ["not applicable"]),
        ("silent", None, ["not stated"]),
    ]


def test_each_row_of_the_ledger_is_in_one_part():
    deals = [
        deal(
            "a",
            amount("USD 1", deprecated("USD 2")),
            financing(withheld(), stated("USD 3", of=GAZETTE)),
        ),
        deal("b", amount(withheld())),
        deal("c"),
        deal("d", amount(deprecated("USD 4"))),
    ]
    total = cam.total(deals)

    parts = (*total.counted, *total.excluded, *total.undisclosed)
    assert len(parts) == 8
    assert sorted(map(identity, parts)) == sorted(map(identity, cam.ledger(deals)))


def identity(row):
    return row.deal.id, str(row.role), str(row.statement)
