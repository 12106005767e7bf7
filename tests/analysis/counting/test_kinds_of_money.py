"""Kinds of money and classes of deals: which are asked for, and what is never added."""

from __future__ import annotations

import pytest
from counting_builders import amount, counted, deal, left_out, reasons_of, withheld

import centralasia_minerals as cam


def of_kind(kind: cam.MoneyKind) -> cam.Deal:
    return deal(kind.value, amount("USD 1", role="price", money=kind))


KINDS = [of_kind(kind) for kind in cam.MoneyKind]
ADDED = [kind.value for kind in cam.MoneyKind if kind.value != "valuation"]
CLASSES = [
    deal(one.value.replace(" ", "-"), amount("USD 1"), deal_class=one) for one in cam.DealClass
]
UNCLASSED = deal("unclassed", amount("USD 1"))
BY_DEFAULT = ["undertaking", "umbrella", "statement-of-will", "body", "act"]


def ids(total: cam.Total) -> list[str]:
    return [id for id, _ in counted(total)]


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ("project", ["project"]),
        ("supply", ["supply"]),
        (cam.MoneyKind.ISSUE, ["issue"]),
        (["supply"], ["supply"]),
        (["plan", cam.MoneyKind.TRANSFER], ["transfer", "plan"]),
        ({"financing", "issue"}, ["issue", "financing"]),
        ((kind for kind in ("unspecified", "project")), ["project", "unspecified"]),
        (ADDED, ADDED),
        (None, ADDED),
    ],
)
def test_kinds_are_taken_one_or_several_as_members_or_text(kinds, expected):
    assert ids(cam.total(KINDS, kinds=kinds)) == expected


def test_by_default_only_the_money_of_projects_counts():
    total = cam.total(KINDS)

    assert ids(total) == ["project"]
    assert total == cam.total(KINDS, kinds="project")
    assert left_out(total) == [
        (kind, 1, ["valuation" if kind == "valuation" else "another kind of money"])
        for kind in (one.id for one in KINDS)
        if kind != "project"
    ]


@pytest.mark.parametrize(
    "kinds", ["valuation", cam.MoneyKind.VALUATION, ["project", "valuation"], list(cam.MoneyKind)]
)
@pytest.mark.parametrize("question", [cam.total, cam.ledger])
def test_a_valuation_is_never_added_even_if_it_is_asked_for(question, kinds):
    with pytest.raises(cam.InvalidValueError, match=r"valuation.*never added.*leave it out"):
        question(KINDS, kinds=kinds)


def test_a_valuation_is_out_though_every_kind_is_asked_for():
    assert reasons_of(cam.total(KINDS, kinds=None), "valuation") == [["valuation"]]


def test_a_deal_contributes_one_amount_of_each_kind():
    """A purchase of a mine, its building and a contract for its metal are three sums."""
    mine = deal(
        "mine",
        amount("USD 1", role="price", money=cam.MoneyKind.TRANSFER),
        amount("USD 20"),
        amount("USD 30", role="investment"),
        amount("USD 400", role="contract value", money=cam.MoneyKind.SUPPLY),
    )

    total = cam.total([mine], kinds=["project", "transfer", "supply"])

    assert counted(total) == [("mine", 1), ("mine", 20), ("mine", 400)]
    assert left_out(total) == [("mine", 30, ["another amount of the deal"])]


def test_an_amount_of_another_kind_is_no_other_amount_of_the_deal():
    mine = deal("mine", amount("USD 1", role="price", money=cam.MoneyKind.SUPPLY), amount("USD 2"))

    assert reasons_of(cam.total([mine]), "mine") == [["another kind of money"]]


def test_a_longer_horizon_holds_only_amounts_of_its_kind():
    mine = deal(
        "mine",
        amount("USD 9", role="price", money=cam.MoneyKind.SUPPLY, horizon_years=10),
        amount("USD 2", horizon_years=3),
    )

    assert counted(cam.total([mine], kinds=None)) == [("mine", 9), ("mine", 2)]


@pytest.mark.parametrize("cost", ["project", "transfer", "supply", "plan", "unspecified"])
@pytest.mark.parametrize("funding", ["financing", "issue"])
def test_money_that_pays_counts_only_where_the_deal_keeps_no_other(cost, funding):
    loan = amount("USD 1", role="price", money=cam.MoneyKind(funding))
    bought = amount("USD 2", role="price", money=cam.MoneyKind(cost))
    both = {"kinds": [cost, funding]}

    beside = cam.total([deal("mine", loan, bought)], **both)

    assert counted(beside) == [("mine", 2)]
    assert left_out(beside) == [("mine", 1, ["financing of a counted cost"])]
    assert counted(cam.total([deal("mine", loan)], **both)) == [("mine", 1)]


def test_all_the_money_that_pays_counts_of_either_kind():
    shares = amount("USD 4", role="proceeds")
    loans = amount("USD 1", role="financing"), amount("USD 2", role="disbursement")

    total = cam.total([deal("mine", *loans, shares)], kinds=["financing", "issue"])

    assert counted(total) == [("mine", 1), ("mine", 2), ("mine", 4)]


def test_a_withheld_amount_of_unknown_kind_is_undisclosed_under_every_question():
    secret = deal("secret", amount(withheld(), role="price"))
    unknown = deal("unknown", cam.Amount(role=cam.AmountRole.PRICE, statements=(withheld(),)))

    for kinds in ("project", "supply", None):
        total = cam.total([secret, unknown], kinds=kinds)
        assert "unknown" in [row.deal.id for row in total.undisclosed]
    assert [row.deal.id for row in cam.total([secret], kinds="supply").undisclosed] == []


@pytest.mark.parametrize(
    ("classes", "expected"),
    [
        (None, [one.id for one in CLASSES] + ["unclassed"]),
        ("undertaking", ["undertaking", "unclassed"]),
        ("own project", ["own-project"]),
        (cam.DealClass.PROGRAMME, ["programme"]),
        (["umbrella", cam.DealClass.ACT], ["umbrella", "act"]),
        ({"undertaking", "own project"}, ["undertaking", "own-project", "unclassed"]),
        (tuple(cam.DealClass), [one.id for one in CLASSES] + ["unclassed"]),
    ],
)
def test_classes_are_taken_one_or_several_as_members_or_text(classes, expected):
    assert ids(cam.total([*CLASSES, UNCLASSED], classes=classes)) == expected


def test_by_default_own_projects_and_programmes_are_out_and_a_deal_without_a_class_is_in():
    total = cam.total([*CLASSES, UNCLASSED])

    assert ids(total) == [*BY_DEFAULT, "unclassed"]
    assert left_out(total) == [
        ("own-project", 1, ["own project"]),
        ("programme", 1, ["programme"]),
    ]


def test_where_they_are_not_asked_for_they_have_a_reason_of_their_own():
    total = cam.total(CLASSES, classes="body")

    assert {id: reasons for id, _, reasons in left_out(total)} == {
        "undertaking": ["outside the classes"],
        "own-project": ["own project"],
        "programme": ["programme"],
        "umbrella": ["outside the classes"],
        "statement-of-will": ["outside the classes"],
        "act": ["outside the classes"],
    }


def test_a_programme_covers_none_of_its_projects():
    programme = deal("programme", amount("USD 90"), deal_class=cam.DealClass.PROGRAMME)
    project = deal("project", amount("USD 5"), part_of=programme)

    assert counted(cam.total([programme, project])) == [("project", 5)]
    assert counted(cam.total([programme, project], classes=None)) == [("programme", 90)]


def test_an_umbrella_counts_with_all_that_is_told_of_together():
    umbrella = deal("umbrella", amount("USD 90"), deal_class=cam.DealClass.UMBRELLA)
    project = deal("project", amount("USD 5"), part_of=umbrella)

    assert counted(cam.total([umbrella, project])) == [("umbrella", 90)]


@pytest.mark.parametrize(
    ("filters", "hint"),
    [
        ({"kinds": "projects"}, "project"),
        ({"kinds": ["project", "suply"]}, "supply"),
        ({"classes": "own projects"}, "own project"),
        ({"classes": ["umbrela"]}, "umbrella"),
    ],
)
def test_an_unknown_name_is_an_error_that_suggests_a_near_one(filters, hint):
    with pytest.raises(cam.InvalidValueError, match=f"did you mean '{hint}'"):
        cam.total(KINDS, **filters)


@pytest.mark.parametrize("nothing", [(), [], set(), iter(())])
@pytest.mark.parametrize("keyword", ["kinds", "classes"])
def test_an_empty_choice_is_an_error_that_says_how_to_ask_for_every_one(keyword, nothing):
    with pytest.raises(cam.InvalidValueError, match="None for all"):
        cam.total(KINDS, **{keyword: nothing})


@pytest.mark.parametrize(
    "wrong", [5, True, [None], b"project", cam.Stage.SIGNED, [cam.DealKind.SALE]]
)
@pytest.mark.parametrize("keyword", ["kinds", "classes"])
def test_what_is_neither_a_member_nor_text_is_a_type_error(keyword, wrong):
    with pytest.raises(cam.InvalidTypeError):
        cam.total(KINDS, **{keyword: wrong})
