"""Two reports name different signatories for the same side."""

from hard_case_files import case, left_out

import centralasia_minerals as cam


def signatories(dataset):
    return dataset.deals["uz-graphite-memorandum"].signatories


def test_each_of_the_two_says_that_only_one_of_them_signed():
    first, second, _ = signatories(case(25))

    assert (first.person.id, [other.id for other in first.one_of]) == (
        "aigul-sarsen",
        ["marat-ospan"],
    )
    assert (second.person.id, [other.id for other in second.one_of]) == (
        "marat-ospan",
        ["aigul-sarsen"],
    )
    assert first.on_behalf_of == second.on_behalf_of


def test_nobody_disputes_who_signed_for_the_other_side():
    other_side = signatories(case(25))[2]

    assert (other_side.person.id, other_side.one_of) == ("jane-doyle", ())


def test_who_says_so_is_recorded():
    said_by = [[who.id for who in one.asserted_by] for one in signatories(case(25))]

    assert said_by == [["industry-ministry"], [], []]


def test_as_of_the_first_report_one_person_signed_and_nobody_else_is_named():
    told = signatories(case(25).as_of("2025-02"))

    assert [(one.person.id, one.one_of) for one in told] == [
        ("aigul-sarsen", ()),
        ("jane-doyle", ()),
    ]


def test_a_memorandum_without_money_gives_a_row_and_no_figure():
    assert left_out(cam.total(case(25))) == [
        ("uz-graphite-memorandum", None, ["not concluded", "not stated"])
    ]
