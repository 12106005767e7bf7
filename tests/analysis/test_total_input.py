"""What can be totalled: a dataset, a catalog, any iterable of deals, and nothing else."""

import copy
from collections.abc import Callable

import pytest
from counting_builders import BULLETIN, amount, bounds, cite, counted, deal

import centralasia_minerals as cam

A = deal("a", amount("USD 1"))
B = deal("b", amount("USD 2"))
DATASET = cam.Dataset.of({"sources": (BULLETIN,), "deals": (A, B)})


@pytest.mark.parametrize(
    "give",
    [
        list,
        tuple,
        set,
        frozenset,
        iter,
        reversed,
        lambda deals: (deal for deal in deals),
        lambda deals: {deal.id: deal for deal in deals}.values(),
        lambda _: DATASET,
        lambda _: DATASET.deals,
        lambda _: DATASET.deals.where(sector="minerals"),
    ],
    ids=[
        "list", "tuple", "set", "frozenset", "iterator", "reversed", "generator", "values",
        "dataset", "catalog", "where",
    ],
)  # fmt: skip
@pytest.mark.parametrize("ask", [cam.total, cam.ledger])
def test_every_iterable_of_deals_works(give, ask):
    answered = ask(give([A, B]))

    rows = answered.counted if ask is cam.total else answered.rows
    assert sorted((row.deal.id, row.stated) for row in rows) == [("a", 1), ("b", 2)]


def test_the_same_deal_given_twice_counts_once():
    assert bounds(cam.total([A, B, A, A])) == (3, 3, 3)


def test_an_equal_copy_is_the_same_deal():
    assert counted(cam.total([A, copy.deepcopy(A)])) == [("a", 1)]
    assert len(cam.ledger([A, copy.deepcopy(A)])) == 1


@pytest.mark.parametrize("ask", [cam.total, cam.ledger])
def test_one_id_with_two_unequal_records_is_an_error_that_names_it(ask):
    with pytest.raises(cam.ConflictError, match="'a'") as error:
        ask([A, B, deal("a", amount("USD 5"))])

    assert error.value.ids == ("a",)


def test_unequal_records_are_an_error_though_neither_would_count():
    with pytest.raises(cam.ConflictError):
        cam.total([deal("x", stage="talks"), deal("x", stage="pledged")])


@pytest.mark.parametrize(
    ("stranger", "named"),
    [
        (BULLETIN, "bulletin-2025-02"),
        ("kz-us-tungsten", "kz-us-tungsten"),
        (None, "None"),
        (cam.Money("5", "USD"), "Money"),
        (amount("USD 5"), "Amount"),
    ],
    ids=["source", "id", "none", "money", "amount"],
)
@pytest.mark.parametrize("ask", [cam.total, cam.ledger])
def test_a_strangers_object_is_named(ask, stranger, named):
    with pytest.raises(cam.InvalidTypeError, match=named):
        ask(one for one in (A, stranger, B))


@pytest.mark.parametrize("given", [None, 5, A, DATASET.sources])
def test_what_holds_no_deals_is_a_type_error(given):
    with pytest.raises(cam.InvalidTypeError):
        cam.total(given)


def test_a_total_needs_to_be_told_of_what():
    with pytest.raises(TypeError):
        cam.total()


def test_filters_are_given_by_name():
    with pytest.raises(TypeError):
        cam.total([A], "minerals")


@pytest.mark.parametrize(
    "nothing", [[], (), iter(()), cam.Dataset.of({}), cam.Dataset.of({}).deals]
)
def test_nothing_totals_to_nothing(nothing):
    total = cam.total(nothing)

    assert total.is_empty
    assert (total.currencies, total.counted, total.excluded, total.undisclosed) == ((), (), (), ())
    assert total.citations == ()


def test_the_input_is_left_as_it_was():
    deals = [A, B]

    cam.total(deals)

    assert deals == [A, B]


def test_a_second_source_of_a_counted_deal_adds_its_passages_and_no_money():
    twice = deal("a", amount("USD 1"), citations=(cite(at=500), cite(BULLETIN, 500)))

    assert bounds(cam.total([twice])) == bounds(cam.total([A]))


@pytest.mark.parametrize(
    ("ask", "known"),
    [
        (lambda: cam.total([], sektors="minerals"), "sectors"),
        (lambda: cam.total_by([], "country", curency="EUR"), "currency"),
        (lambda: cam.ledger([], stage="signed"), "stages"),
    ],
    ids=["total", "total_by", "ledger"],
)
def test_an_unknown_keyword_is_a_type_error_that_suggests(
    ask: Callable[[], object], known: str
) -> None:
    with pytest.raises(TypeError, match=f"is not one of its keywords; did you mean '{known}'"):
        ask()


def test_a_ledger_takes_the_keywords_of_a_total() -> None:
    (row,) = cam.ledger([A], currency="USD", stages=None, sectors=None, max_horizon_years=1)

    assert row.counts
