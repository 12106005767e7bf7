"""Low, stated and high by the words of each figure, and when a total is approximate."""

import pytest
from counting_builders import GAZETTE, amount, bounds, deal, deprecated, financing, stated

import centralasia_minerals as cam


def of(*statements, **more):
    return cam.total([deal("x", amount(*statements, **more))])


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (stated("USD 5"), (5, 5, 5)),
        (stated("USD 5", "around"), (5, 5, 5)),
        (stated("USD 5", "nearly"), (5, 5, 5)),
        (stated("USD 5", "estimated"), (5, 5, 5)),
        (stated("USD 5", "up to"), (0, 5, 5)),
        (stated("USD 5", "at least"), (5, 5, None)),
        (stated("USD 5", "more than"), (5, 5, None)),
        (stated("USD 5", "range", upper="USD 8"), (5, 5, 8)),
    ],
    ids=lambda value: str(getattr(value, "hedge", "")),
)
def test_only_directional_hedges_move_a_bound(statement, expected):
    assert bounds(of(statement)) == expected


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (stated("USD 5"), False),
        (stated("USD 5", "around"), True),
        (stated("USD 5", "nearly"), True),
        (stated("USD 5", "estimated"), True),
        (stated("USD 5", "up to"), False),
        (stated("USD 5", "at least"), False),
        (stated("USD 5", "more than"), False),
        (stated("USD 5", "range", upper="USD 8"), True),
    ],
    ids=lambda value: str(getattr(value, "hedge", "")),
)
def test_around_nearly_estimated_and_range_make_a_total_approximate(statement, expected):
    assert of(statement).approximate is expected


def test_bounds_add_and_one_open_end_leaves_the_total_open():
    deals = [
        deal("a", amount("USD 1")),
        deal("b", amount(stated("USD 20", "up to"))),
        deal("c", amount(stated("USD 300", "range", upper="USD 400"))),
    ]
    endless = deal("d", amount(stated("USD 4000", "at least")))

    assert bounds(cam.total(deals)) == (301, 321, 421)
    assert bounds(cam.total([*deals, endless])) == (4301, 4321, None)


def test_an_open_end_in_one_currency_leaves_another_closed():
    total = cam.total([deal("a", amount(stated("USD 1", "at least"))), deal("b", amount("EUR 2"))])

    assert bounds(total, "USD") == (1, 1, None)
    assert bounds(total, "EUR") == (2, 2, 2)


def test_one_approximate_figure_makes_the_total_approximate():
    total = cam.total([deal("a", amount("USD 1")), deal("b", amount(stated("USD 2", "around")))])

    assert total.approximate


def test_another_current_statement_of_a_counted_amount_makes_it_approximate():
    total = of("USD 5", stated("USD 5", "estimated", at=200))

    assert bounds(total) == (5, 5, 5)
    assert total.approximate


@pytest.mark.parametrize(
    "fallen",
    [stated("USD 5", "around", of=GAZETTE), deprecated("USD 5", "around")],
    ids=["superseded", "deprecated"],
)
def test_a_statement_that_no_longer_holds_does_not(fallen):
    assert not of("USD 5", fallen).approximate


def test_a_figure_that_is_left_out_does_not():
    left_out = [
        deal("pledged", amount(stated("USD 1", "around")), stage="pledged"),
        deal("energy", amount(stated("USD 1", "around")), sectors=("energy",)),
    ]
    financed = deal("x", amount("USD 1"), financing(stated("USD 1", "nearly")))

    assert not cam.total([*left_out, financed]).approximate


def test_nothing_is_not_approximate():
    assert cam.total([]).approximate is False


def test_zero_is_a_figure_and_no_absence():
    total = of("USD 0")

    assert bounds(total) == (0, 0, 0)
    assert not total.is_empty


def test_every_digit_is_kept():
    total = cam.total(
        [
            deal("large", amount("USD 99999999999999999999999999999999")),
            deal("small", amount("USD 0.01")),
        ]
    )

    assert str(total["USD"].stated) == "USD 99999999999999999999999999999999.01"


def test_figures_are_money_of_the_currency():
    total = of("USD 5")

    assert total["USD"].low == total["USD"].stated == total["USD"].high == cam.Money("5", "USD")
    assert total["USD"].currency == cam.Currency("USD")


def test_a_sum_of_too_many_digits_is_refused_with_its_currency():
    deals = [deal("large", amount(f"USD {'9' * 34}")), deal("small", amount("USD 0.01"))]

    with pytest.raises(cam.InvalidValueError, match="the sum in USD: it has more than 34 digits"):
        cam.total(deals)
