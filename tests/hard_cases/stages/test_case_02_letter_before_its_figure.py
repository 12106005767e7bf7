"""A letter without an amount in November, then one with "up to 700" in February."""

from hard_case_files import bounds, case, counted, left_out

import centralasia_minerals as cam

LETTERS = {"kinds": "financing", "stages": "letter of interest"}


def test_today_the_letter_is_for_up_to_its_ceiling():
    total = cam.total([case(2).deals["kz-tungsten-letter"]], **LETTERS)

    assert bounds(total) == (0, 700, 700)
    assert left_out(total) == []


def test_as_of_december_the_amount_is_not_stated():
    dataset = case(2).as_of("2024-12")
    total = cam.total([dataset.deals["kz-tungsten-letter"]], **LETTERS)

    assert dataset.deals["kz-tungsten-letter"].value == cam.NotStated()
    assert total.currencies == ()
    assert left_out(total) == [("kz-tungsten-letter", None, ["not stated"])]


def test_as_of_february_the_figure_is_there():
    dataset = case(2).as_of("2025-02")

    assert bounds(cam.total([dataset.deals["kz-tungsten-letter"]], **LETTERS)) == (0, 700, 700)


def test_the_later_figure_takes_the_earlier_ones_place_without_erasing_it():
    total = cam.total([case(2).deals["kz-zinc-letter"]], **LETTERS)

    assert counted(total) == [("kz-zinc-letter", 60)]
    assert left_out(total) == [("kz-zinc-letter", 50, ["superseded"])]


def test_as_of_december_the_earlier_figure_counts():
    dataset = case(2).as_of("2024-12")
    total = cam.total([dataset.deals["kz-zinc-letter"]], **LETTERS)

    assert counted(total) == [("kz-zinc-letter", 50)]
    assert left_out(total) == []


def test_by_default_a_letter_of_interest_is_not_concluded():
    total = cam.total(case(2), kinds=None)

    assert counted(total) == []
    assert left_out(total) == [
        ("kz-tungsten-letter", 700, ["not concluded"]),
        ("kz-zinc-letter", 50, ["not concluded", "superseded"]),
        ("kz-zinc-letter", 60, ["not concluded"]),
    ]
