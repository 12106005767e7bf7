"""An umbrella, its components, an earlier pledge inside it, and a breakdown with a gap."""

import re

from hard_case_files import bounds, case, counted, left_out

import centralasia_minerals as cam


def test_the_umbrella_counts_once_and_its_components_hold_up_its_low():
    total = cam.total(case(12))

    assert bounds(total) == (3600, 4000, 4000)
    assert counted(total) == [("uz-copper-cluster", 4000)]


def test_an_umbrella_counts_though_a_programme_does_not():
    umbrella = case(12).deals["uz-copper-cluster"]

    assert umbrella.deal_class is cam.DealClass.UMBRELLA
    assert cam.total([umbrella], classes="programme").is_empty
    assert counted(cam.total([umbrella], classes="umbrella")) == [("uz-copper-cluster", 4000)]


def test_components_and_the_earlier_pledge_are_part_of_it():
    covered = ["part of a counted deal"]

    assert left_out(cam.total(case(12))) == [
        ("uz-copper-cluster-mine", 1500, covered),
        ("uz-copper-cluster-railway", 900, covered),
        ("uz-copper-cluster-smelter", 1200, covered),
        ("uz-copper-pledge", 500, ["not concluded", *covered]),
    ]


def test_with_pledges_the_parts_hold_up_the_low_no_higher_than_the_ceiling():
    total = cam.total(case(12), stages=None)

    assert bounds(total) == (4000, 4000, 4000)


def test_without_the_umbrella_the_components_add():
    parts = [deal for deal in case(12).deals if deal.id != "uz-copper-cluster"]

    assert bounds(cam.total(parts)) == (3600, 3600, 3600)


def test_the_gap_between_breakdown_and_whole_is_shown():
    account = cam.total(case(12)).explain().replace(",", "")

    assert re.search(r"(?<![0-9])400000000(?![0-9])", account)


def test_before_the_umbrella_had_a_figure_the_pledge_stood_alone():
    total = cam.total(case(12).as_of("2024"), stages="pledged")

    assert counted(total) == [("uz-copper-pledge", 500)]
