"""Nothing vanishes: what a total does not add stands beside it or among what is left out."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from analysis_builders import amount, deal, numbers_in, stated, withheld
from analysis_strategies import FILTERS, deals
from hypothesis import given

import centralasia_minerals as cam

MINE = deal("mine", amount("USD 100"))
PURCHASE = deal(
    "purchase", amount(stated("USD 1200", at=140), role="price", money=cam.MoneyKind.TRANSFER)
)
OFFTAKE = deal(
    "offtake", amount(stated("USD 5000", at=180), role="price", money=cam.MoneyKind.SUPPLY)
)
SMELTER = deal(
    "smelter",
    amount(stated("USD 4800", "up to", at=220)),
    stage="planned",
    deal_class=cam.DealClass.OWN_PROJECT,
)
RESERVES = deal("reserves", amount(stated("USD 77777", at=260), role="valuation"))
DEALS = (MINE, PURCHASE, OFFTAKE, SMELTER, RESERVES)


def test_the_text_view_lists_each_sum_beside_the_total():
    said = str(cam.total(DEALS))

    assert said.startswith("USD 100, from 1 deal: cost (signed)")
    line = (
        "listed separately, not added: transfer USD 1,200; supply USD 5,000; own projects up to"
        " USD 4,800"
    )
    assert line in said.splitlines()
    assert line in cam.total(DEALS)._repr_html_()


def test_nothing_is_said_to_stand_beside_where_nothing_does():
    total = cam.total([MINE])

    views = [str(total), total._repr_html_(), total.explain(), str(total.footnoted())]
    assert not any(re.search("beside|not added|left out", view, re.IGNORECASE) for view in views)


def test_the_account_lists_each_sum_with_its_deals():
    said = cam.total(DEALS).explain().splitlines()

    at = said.index("Listed separately, not added:")
    assert [
        "– prices of existing shares or assets: 1,200 US dollars (purchase)",
        "– sales of goods: 5,000 US dollars (offtake)",
        "– own projects: up to 4,800 US dollars (smelter)",
    ] == said[at + 1 : at + 4]


def test_the_account_does_so_in_russian():
    said = cam.total(DEALS).explain("ru")

    assert "Отдельно, в сумму не входит:\n– покупка существующих акций или активов: 1" in said
    assert "– собственные проекты: до 4" in said


def test_the_sentence_tells_each_sum_with_its_papers_and_its_notes():
    footnoted = cam.total(DEALS).footnoted()

    assert (
        "One signed deal has a published cost: 100 US dollars[1]. Listed separately, not added:"
        " prices of existing shares or assets (one signed deal: 1,200 US dollars[2]), sales of"
        " goods (one signed deal: 5,000 US dollars[3]), and own projects (one planned deal: up to"
        " 4,800 US dollars[4]; not binding). Left out: 77,777 US dollars[5] (one signed deal; a"
        " valuation)."
    ) == footnoted.sentence
    assert [100, 140, 180, 220, 260] == [note.citation.start for note in footnoted.notes]


def test_the_sentence_does_so_in_russian():
    said = cam.total(DEALS).footnoted("ru").sentence

    assert (
        "Отдельно, в сумму не входит: покупка существующих акций или активов (одно подписанное"
        " соглашение — 1 200 долларов США[2]), продажа товаров (одно подписанное соглашение —"
        " 5 000 долларов США[3]) и собственные проекты (одна планируемая сделка — до"
        " 4 800 долларов США[4]; без обязательной силы). Не учтено: 77 777 долларов США[5]"
        " (одно подписанное соглашение; оценка стоимости)."
    ) in re.sub(r"\s", " ", said)


def test_where_nothing_counts_the_sentence_says_only_that_they_are_not_added():
    said = cam.total([PURCHASE]).footnoted().sentence

    assert said.startswith("No deal is counted. Not added: prices of existing shares or assets")


def test_more_than_three_sums_are_not_all_told_in_the_sentence_but_in_the_account():
    shares = deal(
        "shares", amount(stated("USD 31", at=300), role="proceeds"), kind=cam.DealKind.EQUITY
    )
    total = cam.total([*DEALS, shares])

    assert "own projects (one planned deal: up to 4,800 US" in total.footnoted().sentence
    assert "; not binding), and others." in total.footnoted().sentence
    assert "shares or bonds" not in total.footnoted().sentence
    assert "– own projects: up to 4,800 US dollars (smelter)" in total.explain()
    assert "– issues of shares or bonds: 31 US dollars (shares)" in total.explain()


def test_in_several_currencies_the_first_sums_are_told():
    shares = deal(
        "shares", amount(stated("EUR 31", at=300), role="proceeds"), kind=cam.DealKind.EQUITY
    )

    said = cam.total([*DEALS, shares]).footnoted().sentence

    assert "issues of shares or bonds (one signed deal: 31 euros[4]), and others." in said


def test_a_sum_in_two_currencies_is_two_figures():
    tenge = deal(
        "tenge", amount(stated("KZT 9", at=300), role="price", money=cam.MoneyKind.TRANSFER)
    )
    total = cam.total([MINE, PURCHASE, tenge])

    assert "transfer KZT 9 and USD 1,200" in str(total)
    assert [Decimal(100), Decimal(9), Decimal(1200)] == numbers_in(total.footnoted().sentence)


@pytest.mark.parametrize(
    ("left_out", "told"),
    [
        (
            deal("x", amount(stated("USD 7", at=140), depends_on="a licence")),
            "Left out: 7 US dollars[2] (one signed deal; conditional).",
        ),
        (
            deal("x", amount(stated("USD 7", at=140)), stage="denied"),
            "Left out: 7 US dollars[2] (one denied deal; ended).",
        ),
        (
            deal("x", amount(stated("USD 7", at=140)), stage="framework"),
            "Left out: 7 US dollars[2] (one framework agreement; not concluded).",
        ),
        (
            deal("x", amount(stated("USD 7", at=140)), stage=None),
            "Left out: 7 US dollars[2] (one deal; not concluded).",
        ),
        (
            deal("x", amount(stated("USD 7", "up to", at=140), role="valuation"), stage="talks"),
            "Left out: up to 7 US dollars[2] (one deal under negotiation; a valuation).",
        ),
    ],
    ids=["conditional", "denied", "framework", "no stage", "valuation"],
)
def test_what_else_is_left_out_is_told_with_its_reason(left_out, told):
    said = cam.total([MINE, left_out]).footnoted()

    assert said.sentence.endswith(told)
    assert 140 == said.notes[1].citation.start


def test_each_conditional_tranche_is_told():
    tranches = [
        amount(stated(f"USD {n}", at=100 + 40 * n), key=str(n), depends_on="a licence")
        for n in (1, 2)
    ]

    said = cam.total([deal("x", *tranches)]).footnoted().sentence

    assert "Left out: 1 US dollar[1] (one signed deal; conditional) and 2 US dollars[2]" in said


def test_a_sum_of_a_promise_and_a_contract_is_not_said_to_bind_nobody():
    promise = deal(
        "promise",
        amount(stated("USD 8", at=300), role="price", money=cam.MoneyKind.TRANSFER),
        stage="pledged",
    )

    said = cam.total([PURCHASE, promise], stages=None).footnoted().sentence

    assert "(one signed deal and one pledge: 1,208 US dollars[1][2])" in said


def test_a_replaced_deal_and_an_outbid_one_are_told_with_their_reason():
    new = deal(
        "new",
        amount("USD 5"),
        relations=(
            cam.Relation(kind=cam.RelationKind.REPLACES, deal="old"),
            cam.Relation(kind=cam.RelationKind.RIVAL_TO, deal="bid"),
        ),
        dates=("2025",),
    )
    old = deal("old", amount(stated("USD 6", at=140)))
    bid = deal("bid", amount(stated("USD 7", at=180)))
    said = cam.total([new, old, bid]).footnoted().sentence

    assert said.endswith(
        "Left out: 6 US dollars[2] (one signed deal; replaced by another deal) and 7 US dollars[3]"
        " (one signed deal; rival to another bid)."
    )


def test_what_the_reader_asked_to_leave_out_or_another_figure_holds_is_not_told():
    energy = deal("energy", amount("USD 7", depends_on="a licence"), sectors=("energy",))
    part = deal("part", amount(stated("USD 9", at=140)), part_of=MINE)

    total = cam.total([MINE, energy, part])

    assert "One signed deal has a published cost: 100 US dollars[1]." == total.footnoted().sentence


def test_a_plan_of_a_programme_is_told_once_beside_the_total():
    programme = deal(
        "programme",
        amount(stated("USD 30", at=140), role="investment", horizon_years=3),
        amount(stated("USD 90", at=180), role="investment", horizon_years=10),
        stage="adopted",
        kind=cam.DealKind.INVESTMENT_PLAN,
        deal_class=cam.DealClass.PROGRAMME,
    )

    said = cam.total([MINE, programme]).footnoted().sentence

    assert said.endswith(
        "Listed separately, not added: programmes (one adopted plan: 90 US dollars[2]; not"
        " binding)."
    )


def test_a_withheld_price_is_told_though_prices_are_not_asked_for():
    secret = deal("secret", amount(withheld(at=140), role="price", money=cam.MoneyKind.TRANSFER))

    said = cam.total([MINE, secret]).footnoted().sentence

    assert said.endswith("In addition, the amount of one signed deal is withheld[2].")


@pytest.mark.parametrize(
    ("kind", "said", "told"),
    [
        ("transfer", "price (transfer, signed)", "a published price for existing shares or assets"),
        ("supply", "price (supply, signed)", "a published price for goods"),
        ("plan", "price (plan, signed)", "a published price under a plan"),
        ("project", "price (signed)", "a published price:"),
    ],
)
def test_the_kind_of_money_is_named_where_the_amount_does_not_tell_it(kind, said, told):
    total = cam.total(
        [deal("x", amount("USD 5", role="price", money=cam.MoneyKind(kind)))], kinds=kind
    )

    assert str(total).splitlines()[0].endswith(said)
    assert told in total.footnoted().sentence


@pytest.mark.parametrize(
    ("role", "kind"), [("financing", "financing"), ("proceeds", "issue"), ("cost", "project")]
)
def test_a_kind_that_the_amount_tells_is_not_named(role, kind):
    total = cam.total([deal("x", amount("USD 5", role=role))], kinds=kind)

    assert str(total).splitlines()[0].endswith(f"{role} (signed)")


def test_the_table_and_the_account_name_the_kind_of_a_row():
    total = cam.total(DEALS)

    assert re.search(r"\npurchase +purchase +USD 1,200 +price \(transfer\)", str(total))
    assert "(purchase): price (prices of existing shares or assets), 1,200 US" in total.explain()


@given(given_deals=deals(), filters=FILTERS)
def test_every_sum_beside_a_total_stands_in_every_view(given_deals, filters):
    total = cam.total(given_deals, **filters)

    for one in total.beside:
        for of_currency in one.by_currency:
            assert str(of_currency) in str(total)
        for row in one.rows:
            assert row.deal.id in total.explain().split("Listed separately, not added:")[1]
    assert bool(total.beside) == bool(
        re.search("Listed separately, not added: |Not added: ", total.footnoted().sentence)
    )
