"""Amounts in parts: the whole counts, or what stands for it, and never both."""

from __future__ import annotations

from decimal import Decimal

import pytest
from counting_builders import (
    GAZETTE,
    amount,
    bounds,
    cite,
    counted,
    deal,
    financing,
    left_out,
    stated,
    withheld,
)

import centralasia_minerals as cam

IN_WHOLE = "part of a counted amount"


def whole(*said, **more) -> cam.Amount:
    return amount(*said, key="whole", **more)


def part(*said, key: str = "part", **more) -> cam.Amount:
    return amount(*said, key=key, part_of="whole", **more)


def open_part(*said, key: str = "open", **more) -> cam.Amount:
    return part(*said, key=key, depends_on="the reserves are confirmed", **more)


def total_of(*amounts: cam.Amount, **asked) -> cam.Total:
    return cam.total([deal("mine", *amounts)], **asked)


def figures(total: cam.Total) -> list[Decimal]:
    return [figure for _, figure in counted(total)]


@pytest.mark.parametrize("turned", [False, True])
def test_a_whole_counts_and_its_parts_are_in_it(turned):
    amounts = [whole("USD 10"), part("USD 4"), part("USD 3", key="second")]

    total = total_of(*(amounts[::-1] if turned else amounts))

    assert figures(total) == [10]
    assert {reason for _, _, reasons in left_out(total) for reason in reasons} == {IN_WHOLE}


def test_a_whole_and_its_parts_are_one_amount_beside_others():
    total = total_of(amount("USD 20"), whole("USD 10"), part("USD 4"))

    assert figures(total) == [20]
    assert left_out(total) == [
        ("mine", 10, ["another amount of the deal"]),
        ("mine", 4, ["another amount of the deal"]),
    ]


def test_the_horizon_of_the_whole_is_that_of_its_parts():
    total = total_of(
        whole("USD 10", horizon_years=9), part("USD 4", horizon_years=2),
        amount("USD 20", horizon_years=3),
    )  # fmt: skip

    assert figures(total) == [10]
    assert left_out(total) == [
        ("mine", 4, [IN_WHOLE]),
        ("mine", 20, ["within a longer horizon"]),
    ]


def test_the_reason_of_a_part_does_not_depend_on_the_deals_beside_it():
    """A part is spread over the years of its whole, also where nothing else tells two apart."""

    def of(id: str, years: int) -> cam.Deal:
        said = whole(withheld(), horizon_years=years)
        return deal(id, amount("USD 20", horizon_years=3), said, part("USD 4"))

    shorter, alike = of("shorter", 2), of("alike", 3)

    for deals in ([shorter, alike], [alike, shorter]):
        assert {id: reasons for id, _, reasons in left_out(cam.total(deals))} == {
            "shorter": ["within a longer horizon"],
            "alike": ["another amount of the deal"],
        }


@pytest.mark.parametrize(
    "silent",
    [
        whole(withheld()),
        whole(citations=(cite(),)),
    ],
    ids=["withheld", "not stated"],
)
def test_where_the_whole_has_no_figure_all_its_parts_count(silent):
    total = total_of(silent, part("USD 4"), part("USD 3", key="second"))

    assert figures(total) == [4, 3]


@pytest.mark.parametrize(
    ("barred", "reason"),
    [
        (whole("USD 10", stage="talks"), "not concluded"),
        (whole("USD 10", stage="withdrawn"), "ended"),
        (whole("USD 10", depends_on="a vote"), "conditional"),
        (whole("USD 10", horizon_years=10), "beyond the horizon"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_part_shares_the_stage_the_condition_and_the_horizon_of_its_whole(barred, reason):
    total = total_of(barred, part("USD 4"), part("USD 3", key="second"), max_horizon_years=3)

    assert figures(total) == []
    assert [reasons for _, _, reasons in left_out(total)] == [[reason]] * 3


@pytest.mark.parametrize(
    ("parts", "low"), [(["USD 50", "USD 30"], 70), (["USD 120", "USD 60"], 40)]
)
def test_parts_that_do_not_make_up_their_whole_do_not_stand_for_it(parts, low):
    total = total_of(whole("USD 100"), part(parts[0]), open_part(parts[1]))

    assert bounds(total) == (low, 100, 100)


def test_of_the_parts_only_those_count_that_the_filters_let_in():
    total = total_of(
        whole(withheld()), part("USD 4"), part("USD 3", key="second", stage="talks"),
        open_part("USD 2"),
    )  # fmt: skip

    assert figures(total) == [4]
    assert [reasons for _, figure, reasons in left_out(total)] == [
        ["not concluded"], ["conditional"],
    ]  # fmt: skip


def test_parts_that_stand_for_a_whole_leave_other_amounts_out():
    total = total_of(whole(withheld()), part("USD 4"), amount("USD 20"))

    assert figures(total) == [4]
    assert left_out(total) == [("mine", 20, ["another amount of the deal"])]


def test_a_whole_gives_way_to_its_parts_where_one_is_conditional_and_all_are_told():
    total = total_of(whole("USD 10"), part("USD 7"), open_part("USD 3"))

    assert figures(total) == [7]
    assert left_out(total) == [
        ("mine", 10, ["counted by its parts"]),
        ("mine", 3, ["conditional"]),
    ]


def test_a_whole_that_gave_way_is_out_though_no_part_counts():
    total = total_of(whole("USD 10"), open_part("USD 7"), open_part("USD 3", key="second"))

    assert figures(total) == []
    assert left_out(total)[0] == ("mine", 10, ["counted by its parts"])


@pytest.mark.parametrize("state", ["met", "waived"])
def test_a_whole_does_not_give_way_once_the_condition_is_gone(state):
    said = cam.Stated(value=cam.ConditionState(state), citations=(cite(),))
    gone = cam.Condition(what="a licence", statements=(said,), citations=(cite(),))

    total = total_of(
        whole("USD 10"), part("USD 7"), part("USD 3", key="second", conditions=(gone,))
    )

    assert bounds(total) == (10, 10, 10)


def test_a_whole_does_not_give_way_for_a_closing_condition():
    audit = cam.Condition(what="an audit", kind=cam.ConditionKind.CLOSING, citations=(cite(),))

    total = total_of(
        whole("USD 10"), part("USD 7"), part("USD 3", key="second", conditions=(audit,))
    )

    assert bounds(total) == (10, 10, 10)


# By name: the whole, its parts, and what is left of the low of the whole.
LOWERED = {
    "a part that is withheld": ("USD 10", [open_part("USD 3"), part(withheld())], 7),
    "a part that is not stated": ("USD 10", [open_part("USD 3"), part(citations=(cite(),))], 7),
    "up to": (
        "USD 10",
        [open_part(stated("USD 3", "up to")), part(withheld())],
        7,
    ),
    "a range": (
        "USD 10",
        [open_part(stated("USD 3", "range", upper="USD 4")), part(withheld())],
        6,
    ),
    "two conditional parts": (
        "USD 10",
        [open_part("USD 3"), open_part("USD 2", key="second"), part(withheld())],
        5,
    ),
    "more than the whole": ("USD 10", [open_part("USD 30"), part(withheld())], 0),
    "an open end": (
        "USD 10",
        [open_part(stated("USD 3", "more than")), part(withheld())],
        0,
    ),
    "a conditional part that is withheld": ("USD 10", [open_part(withheld()), part("USD 1")], 0),
    "another currency": ("USD 10", [open_part("EUR 3"), part(withheld())], 0),
    "another currency with the printed equivalent": (
        "USD 10",
        [open_part("EUR 3", equivalents=(stated("USD 4"),)), part(withheld())],
        6,
    ),
}


@pytest.mark.parametrize("name", LOWERED)
def test_a_whole_that_does_not_give_way_is_sure_only_without_its_conditional_parts(name):
    figure, parts, low = LOWERED[name]

    total = total_of(whole(figure), *parts)

    assert bounds(total) == (low, 10, 10)
    assert total.counted[0].lowered_low == low


def test_the_low_of_a_hedged_whole_is_lowered_from_what_the_words_allow():
    range_of = stated("USD 10", "range", upper="USD 20")

    assert bounds(total_of(whole(range_of), open_part("USD 3"), part(withheld()))) == (7, 10, 20)
    up_to = stated("USD 10", "up to")
    assert bounds(total_of(whole(up_to), open_part("USD 3"), part(withheld()))) == (0, 10, 10)


def test_a_whole_without_conditional_parts_keeps_its_low():
    (row,) = total_of(whole("USD 10"), part("USD 3"), part(withheld(), key="second")).counted

    assert (row.low, row.lowered_low) == (10, None)


def test_the_lowered_low_is_converted_by_the_rate_of_the_whole():
    rates = cam.rates_of({("USD", "EUR"): "0.5"}, source="a bank")

    total = total_of(
        whole("USD 10"), open_part("USD 3"), part(withheld()), currency="EUR", rates=rates
    )

    assert bounds(total, "EUR") == (Decimal("3.5"), 5, 5)


def test_the_lowered_low_is_converted_by_the_low_of_an_interval():
    rate = cam.Rate(base="USD", quote="EUR", figure="0.5", low="0.4", high="0.6", source="a bank")

    class Bank:
        def rate(self, base, quote, on):
            return rate

    total = total_of(
        whole("USD 10"), open_part("USD 3"), part(withheld()), currency="EUR", rates=Bank()
    )

    assert bounds(total, "EUR") == (Decimal("2.8"), 5, 6)


def test_a_printed_equivalent_is_lowered_by_what_is_printed_of_the_part():
    printed = {"equivalents": (stated("EUR 9"),)}

    said = total_of(
        whole("USD 10", **printed),
        open_part("USD 3", equivalents=(stated("EUR 2"),)),
        part(withheld()),
        currency="EUR",
    )
    silent = total_of(
        whole("USD 10", **printed), open_part("USD 3"), part(withheld()), currency="EUR"
    )

    assert bounds(said, "EUR") == (7, 9, 9)
    assert bounds(silent, "EUR") == (0, 9, 9)


def test_funding_in_parts_counts_like_any_other_and_beside_other_funding():
    total = total_of(
        financing("USD 7", key="whole"),
        financing("USD 4", key="part", part_of="whole"),
        financing("USD 3", key="open", part_of="whole", depends_on="a vote"),
        financing("USD 20"),
        kinds="financing",
    )

    assert figures(total) == [4, 20]


def test_funding_whose_whole_counts_holds_its_tranches():
    total = total_of(
        financing("USD 10", key="whole"),
        financing("USD 4", key="part", part_of="whole"),
        financing("USD 20"),
        kinds="financing",
    )

    assert figures(total) == [10, 20]
    assert left_out(total) == [("mine", 4, [IN_WHOLE])]


def test_a_superseded_figure_of_a_part_is_in_the_whole_too():
    total = total_of(whole("USD 10"), part("USD 4", stated("USD 3", of=GAZETTE)))

    assert left_out(total) == [("mine", 4, [IN_WHOLE]), ("mine", 3, ["superseded", IN_WHOLE])]


def test_parts_of_another_deal_with_the_same_key_are_not_meant():
    first = deal("first", whole("USD 10"), part("USD 4"))
    second = deal("second", whole(withheld()), part("USD 4"))

    assert counted(cam.total([first, second])) == [("first", 10), ("second", 4)]


@pytest.mark.parametrize(
    ("amounts", "found"),
    [
        ([part("USD 4")], "no amount has the key 'whole'"),
        ([whole("USD 10"), amount("USD 4", key="part", part_of="hole")], "no amount has the key"),
        (
            [whole("USD 10"), part("USD 4"), amount("USD 1", key="inner", part_of="part")],
            "'part' is a part itself",
        ),
        (
            [amount("USD 1"), amount("USD 4", key="whole", part_of="whole")],
            "'whole' is a part itself",
        ),
        ([whole("USD 10"), financing("USD 4", part_of="whole")], "another kind of money"),
        (
            [whole("USD 10"), amount("USD 4", role="price", money=cam.MoneyKind.SUPPLY,
                                     part_of="whole")],
            "another kind of money",
        ),
    ],
    ids=["no whole", "another key", "part of a part", "itself", "financing", "supply"],
)  # fmt: skip
def test_a_part_of_no_whole_of_its_kind_is_refused(amounts, found):
    with pytest.raises(cam.InvalidValueError, match=found) as error:
        deal("mine", *amounts)

    assert error.value.field == f"amounts[{len(amounts) - 1}].part_of"


def test_a_part_may_have_another_role_of_the_same_kind_of_money():
    total = total_of(whole("USD 10"), part("USD 4", role="investment"))

    assert figures(total) == [10]


def test_a_whole_of_which_only_a_conditional_part_is_told_counts_without_it():
    total = total_of(whole("USD 100"), open_part("USD 10"))

    assert bounds(total) == (90, 100, 100)
    assert left_out(total) == [("mine", 10, ["conditional", IN_WHOLE])]


def test_a_whole_gives_way_where_a_part_has_come_less_far():
    total = total_of(whole("USD 10"), part("USD 6"), part("USD 4", key="later", stage="planned"))

    assert figures(total) == [6]
    assert left_out(total) == [
        ("mine", 10, ["counted by its parts"]),
        ("mine", 4, ["not concluded"]),
    ]


def test_a_part_that_has_come_less_far_and_is_not_told_takes_the_low_away():
    total = total_of(whole("USD 10"), part("USD 6"), part(withheld(), key="later", stage="planned"))

    assert bounds(total) == (0, 10, 10)
