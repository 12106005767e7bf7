"""Trees of part_of: the highest deal that counts covers those below it."""

import re

import pytest
from counting_builders import (
    amount,
    bounds,
    cite,
    counted,
    deal,
    financing,
    left_out,
    reasons_of,
    stated,
    withheld,
)

import centralasia_minerals as cam

BILLION = 10**9


def up_to(figure):
    return amount(stated(figure, "up to"))


@pytest.fixture
def signed_under_a_pledge():
    pledge = deal("pledge", amount("USD 10000000000"), stage="pledged")
    return [pledge, deal("contract", amount("USD 1000000000"), part_of=pledge)]


def test_a_billion_signed_under_a_ten_billion_pledge_is_one_billion(signed_under_a_pledge):
    total = cam.total(signed_under_a_pledge)

    assert bounds(total) == (BILLION, BILLION, BILLION)
    assert left_out(total) == [("pledge", 10 * BILLION, ["not concluded"])]


def test_with_pledges_it_is_ten_billion(signed_under_a_pledge):
    total = cam.total(signed_under_a_pledge, stages=None)

    assert bounds(total) == (10 * BILLION, 10 * BILLION, 10 * BILLION)
    assert left_out(total) == [("contract", BILLION, ["part of a counted deal"])]


def test_with_pledges_up_to_ten_billion_have_a_low_of_the_billion_signed():
    pledge = deal("pledge", up_to("USD 10000000000"), stage="pledged")
    contract = deal("contract", amount("USD 1000000000"), part_of=pledge)

    assert bounds(cam.total([pledge, contract], stages=None)) == (
        BILLION,
        10 * BILLION,
        10 * BILLION,
    )


@pytest.mark.parametrize(
    ("whole", "parts", "expected"),
    [
        (up_to("USD 10"), ["USD 3", "USD 4"], (7, 10, 10)),
        (up_to("USD 10"), ["USD 6", "USD 6"], (10, 10, 10)),
        (up_to("USD 10"), [], (0, 10, 10)),
        (amount("USD 10"), ["USD 3"], (10, 10, 10)),
        (amount("USD 10"), ["USD 30"], (10, 10, 10)),
        (amount(stated("USD 10", "at least")), ["USD 30"], (10, 10, None)),
        (amount(stated("USD 10", "range", upper="USD 20")), ["USD 15"], (10, 10, 20)),
        (amount(stated("USD 10", "nearly")), ["USD 3"], (10, 10, 10)),
        (up_to("USD 10"), ["EUR 3"], (0, 10, 10)),
        (up_to("USD 10"), ["EUR 3", "USD 2"], (2, 10, 10)),
    ],
)
def test_a_whole_has_the_greater_low_of_its_own_and_its_parts_up_to_its_figure(
    whole, parts, expected
):
    umbrella = deal("umbrella", whole)
    below = [deal(f"part-{i}", amount(p), part_of=umbrella) for i, p in enumerate(parts)]
    total = cam.total([umbrella, *below])

    assert bounds(total) == expected
    assert [currency.code for currency in total.currencies] == ["USD"]


def test_parts_hold_up_the_low_by_their_own_lows():
    umbrella = deal("umbrella", up_to("USD 10"))
    parts = [
        deal("a", up_to("USD 5"), part_of=umbrella),
        deal("b", amount(stated("USD 2", "at least")), part_of=umbrella),
    ]

    assert bounds(cam.total([umbrella, *parts])) == (2, 10, 10)


def test_parts_that_do_not_pass_the_filters_hold_nothing_up():
    umbrella = deal("umbrella", up_to("USD 10"))
    parts = [
        deal("pledged", amount("USD 1"), stage="pledged", part_of=umbrella),
        deal("energy", amount("USD 2"), sectors=("energy",), part_of=umbrella),
        deal("conditional", amount("USD 3", depends_on="a licence"), part_of=umbrella),
        deal("far", amount("USD 4", horizon_years=9), part_of=umbrella),
    ]

    assert bounds(cam.total([umbrella, *parts], max_horizon_years=5)) == (0, 10, 10)


def test_a_part_holds_up_the_low_once_with_its_own_parts_inside_it():
    umbrella = deal("umbrella", up_to("USD 100"))
    part = deal("part", up_to("USD 10"), part_of=umbrella)
    inner = [deal(id, amount("USD 4"), part_of=part) for id in ("inner-a", "inner-b")]

    assert bounds(cam.total([umbrella, part, *inner])) == (8, 100, 100)


def test_parts_of_a_part_that_is_out_hold_up_the_whole():
    umbrella = deal("umbrella", up_to("USD 100"))
    part = deal("part", amount("USD 50"), stage="pledged", part_of=umbrella)
    inner = deal("inner", amount("USD 4"), part_of=part)
    total = cam.total([umbrella, part, inner])

    assert bounds(total) == (4, 100, 100)
    assert reasons_of(total, "inner") == [["part of a counted deal"]]


def test_the_cost_of_a_part_covers_the_financing_of_the_whole():
    umbrella = deal(
        "umbrella",
        financing(stated("USD 6", "up to")),
        financing(stated("USD 4", "up to")),
    )
    part = deal("part", amount("USD 8"), part_of=umbrella)
    total = cam.total([umbrella, part], kinds=["project", "financing"])

    assert bounds(total) == (8, 8, 8)
    assert reasons_of(total, "umbrella") == [["financing of a counted cost"]] * 2


def test_a_row_held_up_by_its_parts_never_has_a_low_above_its_figure():
    umbrella = deal(
        "umbrella",
        financing(stated("USD 6", "up to")),
        financing(stated("USD 4", "up to")),
    )
    part = deal("part", financing("USD 12"), part_of=umbrella)
    total = cam.total([umbrella, part], kinds="financing")

    assert bounds(total) == (10, 10, 10)
    assert all(row.low <= row.stated for row in total.counted)


def test_a_low_held_up_by_parts_does_not_make_a_total_approximate():
    umbrella = deal("umbrella", up_to("USD 10"))
    part = deal("part", amount(stated("USD 3", "around")), part_of=umbrella)

    assert not cam.total([umbrella, part]).approximate


def test_a_whole_converted_as_printed_is_held_up_by_its_parts_in_that_currency():
    euros = cam.Stated(
        value=cam.Money("9", "EUR"), hedge=cam.Hedge.UP_TO, citations=(cite(at=300),)
    )
    umbrella = deal("umbrella", amount(stated("USD 10", "up to"), equivalents=(euros,)))
    part = deal("part", amount("EUR 4"), part_of=umbrella)

    assert bounds(cam.total([umbrella, part], currency="EUR"), "EUR") == (4, 9, 9)


def test_the_highest_that_counts_covers_all_below():
    top = deal("top", amount("USD 100"))
    middle = deal("middle", amount("USD 10"), part_of=top)
    bottom = deal("bottom", amount("USD 1"), part_of=middle)
    total = cam.total([bottom, top, middle])

    assert counted(total) == [("top", 100)]
    assert sorted(left_out(total)) == [
        ("bottom", 1, ["part of a counted deal"]),
        ("middle", 10, ["part of a counted deal"]),
    ]


def test_a_whole_further_up_covers_across_a_deal_that_was_not_given():
    top = deal("top", amount("USD 100"))
    middle = deal("middle", amount("USD 10"), part_of=top)
    bottom = deal("bottom", amount("USD 1"), part_of=middle)

    assert counted(cam.total([top, bottom])) == [("top", 100)]


def test_a_whole_that_was_not_given_covers_nothing():
    whole = deal("whole", amount("USD 10"))

    assert counted(cam.total([deal("part", amount("USD 1"), part_of=whole)])) == [("part", 1)]


@pytest.mark.parametrize(
    "whole",
    [
        deal("whole"),
        deal("whole", amount(withheld())),
        deal("whole", amount("USD 10"), stage="pledged"),
        deal("whole", amount("USD 10"), sectors=("energy",)),
        deal("whole", amount("USD 10"), work="cancelled"),
    ],
    ids=["silent", "undisclosed", "pledged", "in another sector", "cancelled"],
)
def test_a_whole_that_does_not_count_covers_nothing(whole):
    parts = [deal(id, amount("USD 1"), part_of=whole) for id in ("a", "b")]

    assert counted(cam.total([whole, *parts])) == [("a", 1), ("b", 1)]


def test_a_part_in_another_currency_is_covered_all_the_same():
    whole = deal("whole", amount("USD 10"))
    total = cam.total([whole, deal("part", amount("EUR 1"), part_of=whole)])

    assert [currency.code for currency in total.currencies] == ["USD"]
    assert reasons_of(total, "part") == [["part of a counted deal"]]


def test_a_part_without_a_figure_says_so_before_what_covers_it():
    whole = deal("whole", amount("USD 10"))
    total = cam.total([whole, deal("part", stage="talks", part_of=whole)])

    assert reasons_of(total, "part") == [["not concluded", "not stated", "part of a counted deal"]]


def test_financing_of_a_part_is_part_of_the_whole_first():
    whole = deal("whole", amount("USD 10"))
    part = deal("part", amount("USD 5"), financing("USD 3"), part_of=whole)

    assert reasons_of(cam.total([whole, part], kinds=["project", "financing"]), "part") == [
        ["part of a counted deal"],
        ["part of a counted deal"],
    ]


def test_a_chain_of_32_counts_once():
    chain = [deal("level-0", amount("USD 1000"))]
    for level in range(1, 33):
        chain.append(deal(f"level-{level}", amount("USD 1"), part_of=chain[-1]))

    assert counted(cam.total(reversed(chain))) == [("level-0", 1000)]


@pytest.mark.parametrize(
    ("parts", "difference"), [(["USD 300", "USD 400"], 123), (["USD 500", "USD 600"], 277)]
)
def test_the_explanation_says_by_how_much_parts_miss_or_exceed_their_whole(parts, difference):
    whole = deal("whole", amount("USD 823"))
    below = [deal(f"part-{i}", amount(part), part_of=whole) for i, part in enumerate(parts)]

    account = cam.total([whole, *below]).explain()

    assert re.search(rf"(?<![0-9–]){difference}(?![0-9])", account)


def test_the_passages_that_hold_up_a_low_stand_behind_the_total():
    whole = deal("whole", up_to("USD 10"))
    part = deal("part", amount(stated("USD 3", at=700)), part_of=whole)

    assert cite(at=700) in cam.total([whole, part]).citations
