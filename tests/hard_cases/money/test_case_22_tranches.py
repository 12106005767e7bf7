"""A$5 million in two tranches, the second conditional until December."""

from hard_case_files import bounds, case, counted, left_out

import centralasia_minerals as cam

PLACEMENT, MINE = "kz-graphite-placement", "kz-graphite-mine"


def placement(when):
    return [case(22).as_of(when).deals[PLACEMENT]]


def test_before_the_condition_is_met_the_first_tranche_counts_by_itself():
    total = cam.total(placement("2025-11"), kinds="issue")

    assert [str(bound) for bound in bounds(total, "AUD")] == ["2.64", "2.64", "2.64"]
    assert [(str(row[1]), row[2]) for row in left_out(total)] == [
        ("2.36", ["conditional"]),
        ("5", ["counted by its parts"]),
    ]


def test_from_the_day_on_which_it_is_met_the_whole_counts():
    total = cam.total(placement("2025-12"), kinds="issue")

    assert bounds(total, "AUD") == (5, 5, 5)
    assert [(str(row[1]), row[2]) for row in left_out(total)] == [
        ("2.36", ["part of a counted amount"]),
        ("2.64", ["part of a counted amount"]),
    ]


def test_the_condition_is_a_dated_series():
    conditions = [
        case(22).as_of(when).deals[PLACEMENT].amounts[2].conditions[0]
        for when in ("2025-11", "2025-12")
    ]

    assert [str(condition.state) for condition in conditions] == ["set", "met"]


def test_new_shares_are_not_a_project():
    total = cam.total(placement("2025-12"))

    assert total.is_empty
    assert all("another kind of money" in reasons for _, _, reasons in left_out(total))


def test_a_whole_whose_parts_are_all_firm_counts_and_its_parts_do_not():
    total = cam.total([case(22).deals[MINE]])

    assert counted(total) == [(MINE, 90)]
    assert left_out(total) == [
        (MINE, 30, ["part of a counted amount"]),
        (MINE, 60, ["part of a counted amount"]),
    ]
