"""Remarks say in every view, in both languages, what the sum of a total does not show."""

from __future__ import annotations

import pytest
from analysis_builders import amount, deal, stated

import centralasia_minerals as cam

CLOSING = cam.ConditionKind.CLOSING


def views(total: cam.Total) -> list[str]:
    return [str(total), total._repr_html_(), total.explain(), total.footnoted().sentence]


def in_russian(total: cam.Total) -> list[str]:
    return [total.explain("ru"), total.footnoted("ru").sentence]


def titled(id: str, title: str, *amounts: cam.Amount, **more) -> cam.Deal:
    """Build a deal whose title is not its id, which remarks must not show."""
    return deal(id, *amounts, title=title, **more)


def condition(what: str = "approvals", state: str | None = None, **more) -> cam.Condition:
    said = () if state is None else (cam.Stated(value=cam.ConditionState(state)),)
    return cam.Condition(what=what, statements=said, **more)


@pytest.mark.parametrize(
    ("stage", "state", "told"),
    [
        ("signed", None, "Signed but not closed, because closing conditions remain open: “Mine”."),
        ("agreed", None, "Not closed, because closing conditions remain open: “Mine”."),
        (
            "signed",
            "lapsed",
            "Signed but not closed, because closing conditions remain open: “Mine”.",
        ),
        ("signed", "met", ""),
        ("signed", "waived", ""),
        ("closed", None, ""),
    ],
)
def test_a_counted_deal_with_open_closing_conditions_is_signed_and_not_closed(stage, state, told):
    held = (condition(state=state, kind=CLOSING),)
    total = cam.total([titled("kz-mine", "Mine", amount("USD 5", conditions=held), stage=stage)])

    assert [bool(told)] * 4 == [f"{told or 'losed, because'}" in view for view in views(total)]
    assert [bool(told)] * 2 == ["не закрыт" in view.lower() for view in in_russian(total)]


def test_what_others_say_of_a_counted_figure_is_told():
    told = [stated("USD 300"), stated("USD 350", "up to", at=300), stated("USD 300", at=500)]
    said = "The counted figure of “Mine” is also given as up to 350 US dollars."
    rates = cam.rates_of({("USD", "EUR"): "0.5"}, source="our desk")

    total = cam.total([titled("kz-mine", "Mine", amount(*told))])
    agreed = cam.total([titled("kz-mine", "Mine", amount(told[0], told[2]))])
    converted = cam.total([titled("kz-mine", "Mine", amount(*told))], currency="EUR", rates=rates)

    assert [True] * 4 == [said in view for view in views(total)]
    assert [False] * 4 == ["also given" in view for view in views(agreed)]
    assert said in converted.explain()
    assert all("350 долларов" in view for view in in_russian(total))


@pytest.mark.parametrize(
    ("held", "stage"),
    [
        ({}, "letter of interest"),
        ({"role": "financing"}, "signed"),
        ({"conditions": (condition("output grows"),)}, "signed"),
    ],
    ids=["not binding", "beside", "left out"],
)
def test_how_else_a_figure_is_given_that_is_mentioned_though_not_counted_is_told(held, stage):
    told = [stated("USD 300", at=100), stated("USD 350", at=300)]
    total = cam.total([titled("kz-mine", "Mine", amount(*told, **held), stage=stage)])

    said = "The figure of “Mine”, 300 US dollars, is also given as 350 US dollars."
    assert not total.counted
    assert [1] * 4 == [view.count(said) for view in views(total)]
    russian = "Сумма сделки «Mine» (300 долларов США) приводится и иначе: 350 долларов США."
    assert [True] * 2 == [russian in view for view in in_russian(total)]


def test_how_else_a_figure_is_given_that_is_not_mentioned_is_not_told():
    told = [stated("USD 300", at=100), stated("USD 350", at=300)]
    others = [
        deal(f"deal-{number}", amount(f"USD {number}000"), stage="letter of interest")
        for number in (1, 2, 3)
    ]
    least = deal("least", amount(*told), stage="letter of interest")

    assert "also given" in str(cam.total([least]))
    assert "also given" not in str(cam.total([*others, least]))


TRANCHE = amount(
    stated("USD 30", at=140), key="later", part_of="all", conditions=(condition("output grows"),)
)


def test_what_is_conditional_of_a_counted_figure_is_told():
    unclear = amount(key="rest", part_of="all")
    mine = titled("kz-mine", "Mine", amount("USD 100", key="all"), TRANCHE, unclear)
    total = cam.total([mine])

    said = (
        "Of the counted figure of “Mine”, 100 US dollars, this is conditional or not concluded:"
        " 30 US dollars."
    )
    assert (70, 100) == (total["USD"].low.amount, total["USD"].stated.amount)
    assert [True] * 4 == [said in view for view in views(total)]
    assert "Left out" not in total.footnoted().sentence
    told = (
        "Учтённая сумма сделки «Mine» — 100 долларов США; из неё зависит от условий или ещё не"
        " согласовано: 30 долларов"
    )
    assert [True] * 2 == [told in view.replace("\xa0", " ") for view in in_russian(total)]


@pytest.mark.parametrize(
    "figure", [(), (stated("EUR 30", at=140),)], ids=["no figure", "another currency"]
)
def test_that_nobody_knows_how_much_is_conditional_is_told(figure):
    tranches = [
        amount(*figure, key="later", part_of="all", conditions=(condition(),)),
        amount(stated("USD 1", at=180), key="last", part_of="all", conditions=(condition(),)),
        amount(key="rest", part_of="all"),
    ]
    total = cam.total([titled("kz-mine", "Mine", amount("USD 100", key="all"), *tranches)])

    said = (
        "An unknown part of the counted figure of “Mine”, 100 US dollars, is conditional or"
        " not concluded."
    )
    assert 0 == total["USD"].low.amount
    assert [True] * 4 == [said in view for view in views(total)]
    assert ["размер этой части неизвестен" in view for view in in_russian(total)] == [True] * 2


def test_parts_with_bounds_are_told_with_their_bounds():
    ceiling = amount(
        stated("USD 30", "up to", at=140), key="a", part_of="all", conditions=(condition(),)
    )
    rest = amount(key="rest", part_of="all")
    total = cam.total([titled("kz-mine", "Mine", amount("USD 100", key="all"), ceiling, rest)])

    assert "this is conditional or not concluded: up to 30 US dollars." in str(total)


@pytest.mark.parametrize(
    ("kind", "said", "told"),
    [
        ("overlaps in part with", "“A” and “B” overlap in part", "«A» и «B» частично пересекаются"),
        (
            "possibly the same as",
            "“A” and “B” may be one deal; both are",
            "«A» и «B» — возможно, одна",
        ),
    ],
)
def test_counted_deals_that_share_something_or_may_be_one_are_remarked_on(kind, said, told):
    of = cam.RelationKind(kind)
    a = titled("kz-a", "A", amount("USD 5"), relations=(cam.Relation(kind=of, deal="kz-b"),))
    b = titled("kz-b", "B", amount("USD 5"), relations=(cam.Relation(kind=of, deal="kz-a"),))
    total = cam.total([a, b])

    assert [1] * 4 == [view.count(said) for view in views(total)]
    assert [1] * 2 == [view.count(told) for view in in_russian(total)]
    alone = cam.total([a, titled("kz-b", "B", amount("USD 5"), stage="talks")])
    assert not any(said in view for view in views(alone))


def test_a_total_of_several_kinds_of_money_says_that_it_adds_them():
    deals = [
        titled("kz-mine", "Mine", amount("USD 5")),
        deal("loan", amount("USD 7", role="financing")),
    ]
    total = cam.total(deals, kinds=None)

    said = "The total adds several kinds of money: project costs and financing."
    assert 12 == total["USD"].stated.amount
    assert [True] * 4 == [said in view for view in views(total)]
    assert ["сложены деньги разных видов" in view for view in in_russian(total)] == [True] * 2
    assert not any("several kinds" in view for view in views(cam.total(deals)))
    assert not any("several kinds" in view for view in views(cam.total(deals[:1], kinds=None)))
