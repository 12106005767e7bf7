"""350 million tenge for shares and at least 28.77 billion of loans taken over: one purchase."""

from hard_case_files import bounds, case, counted, left_out

import centralasia_minerals as cam


def test_the_parts_of_the_price_add_and_the_end_stays_open():
    total = cam.total(case(6), kinds="transfer")

    assert bounds(total, "KZT") == (29_120, 29_120, None)
    assert bounds(total, "USD") == (75, 75, 75)


def test_both_parts_count_and_the_purchase_itself_states_nothing():
    total = cam.total(case(6), kinds="transfer")

    assert counted(total) == [
        ("kz-mine-purchase-loans", 28_770),
        ("kz-mine-purchase-shares", 350),
        ("uz-refinery-purchase", 75),
    ]
    assert left_out(total) == [("kz-mine-purchase", None, ["not stated"])]


def test_by_default_a_price_of_what_exists_is_another_kind_of_money():
    total = cam.total(case(6))

    assert total.is_empty
    assert {row.deal.id: list(map(str, row.reasons)) for row in total.excluded} == {
        "kz-mine-purchase": ["not stated"],
        "kz-mine-purchase-loans": ["another kind of money"],
        "kz-mine-purchase-shares": ["another kind of money"],
        "uz-refinery-purchase": ["another kind of money"],
    }


def test_an_open_end_is_not_an_approximation():
    assert not cam.total(case(6), kinds="transfer").approximate


def test_what_a_price_includes_is_recorded():
    (amount,) = case(6).deals["uz-refinery-purchase"].amounts

    assert amount.basis == "cash-free, debt-free"
