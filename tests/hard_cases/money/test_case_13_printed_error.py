"""A printed error is kept with its reason, and is out of every figure."""

from hard_case_files import bounds, case, counted, left_out

import centralasia_minerals as cam


def test_the_error_is_out_of_the_total_for_that_reason():
    total = cam.total(case(13))

    assert bounds(total, "KZT") == (3_000_000, 3_000_000, 3_000_000)
    assert counted(total) == [("kz-polymer-plant", 3_000_000)]
    assert left_out(total) == [
        ("kz-polymer-plant", 30_000_000, ["deprecated"]),
        ("uz-airliners", None, ["outside the sectors", "not stated"]),
    ]


def test_the_hedge_of_an_error_does_not_make_a_total_approximate():
    assert not cam.total(case(13)).approximate


def test_no_passage_of_the_error_stands_behind_the_total():
    sources = {citation.source.id for citation in cam.total(case(13)).citations}

    assert sources == {"bulletin-2025-02"}


def test_the_error_is_kept_with_its_reason_though_it_was_printed_later():
    right, wrong = case(13).deals["kz-polymer-plant"].amounts[0].series

    assert (right.rank, right.reason) == (cam.Rank.NORMAL, cam.NotStated())
    assert (wrong.rank, wrong.reason) == (
        cam.Rank.DEPRECATED,
        "every other source says 3 trillion",
    )


def test_as_of_the_right_source_alone_the_error_is_not_there_yet():
    total = cam.total(case(13).as_of("2025-02"))

    assert bounds(total, "KZT") == (3_000_000, 3_000_000, 3_000_000)
    assert left_out(total) == [("uz-airliners", None, ["outside the sectors", "not stated"])]


def test_firm_aircraft_and_options_are_two_lines_and_the_wrong_count_is_neither():
    quantities = case(13).deals["uz-airliners"].quantities

    assert [(line.what, str(line.stated)) for line in quantities] == [
        ("aircraft, firm", "14"),
        ("aircraft, on option", "8"),
    ]
    assert [str(statement.rank) for statement in quantities[0].series] == [
        "normal",
        "deprecated",
    ]
