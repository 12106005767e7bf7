"""The rules one by one: each has a row to which it applies and one to which it does not."""

import pytest
from counting_builders import (
    GAZETTE,
    amount,
    cite,
    counted,
    deal,
    deprecated,
    financing,
    left_out,
    reasons_of,
    stated,
    to,
    withheld,
)

import centralasia_minerals as cam

EVERYTHING = {"sectors": None, "stages": None}
BOTH = {"kinds": ["project", "financing"]}
PART = amount("USD 3", key="first", part_of="all")
CONDITIONAL_PART = amount("USD 2", key="second", part_of="all", depends_on="a licence")
UMBRELLA = deal("umbrella", amount("USD 10"))
SILENT_UMBRELLA = deal("umbrella")

# By rule: deals, filters, and the reasons of what is left out of the deal named "x".
APPLIES = {
    "ended": ([deal("x", amount("USD 1"), stage="withdrawn")], {}, ["ended"]),
    "cancelled": ([deal("x", amount("USD 1"), work="cancelled")], {}, ["cancelled"]),
    "replaced": (
        [deal("x", amount("USD 1")), deal("new", stage="talks", relations=to("x", "replaces"))],
        EVERYTHING,
        ["replaced"],
    ),
    "not concluded": ([deal("x", amount("USD 1"), stage="pledged")], {}, ["not concluded"]),
    "outside the stages": (
        [deal("x", amount("USD 1"), stage="talks")],
        {"stages": ["signed", "pledged"]},
        ["outside the stages"],
    ),
    "outside the sectors": (
        [deal("x", amount("USD 1"), sectors=("energy",))],
        {},
        ["outside the sectors"],
    ),
    "shared with other sectors": (
        [deal("x", amount("USD 1"), sectors=("minerals", "energy"))],
        {},
        ["shared with other sectors"],
    ),
    "own project": (
        [deal("x", amount("USD 1"), deal_class=cam.DealClass.OWN_PROJECT)],
        {},
        ["own project"],
    ),
    "programme": (
        [deal("x", amount("USD 1"), deal_class=cam.DealClass.PROGRAMME)],
        {},
        ["programme"],
    ),
    "outside the classes": (
        [deal("x", amount("USD 1"), deal_class=cam.DealClass.UMBRELLA)],
        {"classes": ["undertaking", "own project"]},
        ["outside the classes"],
    ),
    "valuation": (
        [deal("x", amount("USD 80", role="valuation"))],
        {"kinds": None},
        ["valuation"],
    ),
    "another kind of money": (
        [deal("x", amount("USD 1", role="price", money=cam.MoneyKind.TRANSFER))],
        {},
        ["another kind of money"],
    ),
    "conditional": (
        [deal("x", amount("USD 1", depends_on="reserves are confirmed"))],
        {},
        ["conditional"],
    ),
    "counted by its parts": (
        [deal("x", amount("USD 5", key="all"), PART, CONDITIONAL_PART)],
        {},
        ["counted by its parts", "conditional"],
    ),
    "beyond the horizon": (
        [deal("x", amount("USD 1", horizon_years=4))],
        {"max_horizon_years": 3},
        ["beyond the horizon"],
    ),
    "superseded": (
        [deal("x", amount("USD 1", stated("USD 2", of=GAZETTE)))],
        {},
        ["superseded"],
    ),
    "deprecated": ([deal("x", amount("USD 1", deprecated("USD 2")))], {}, ["deprecated"]),
    "not stated": ([deal("x", amount(citations=(cite(),)))], {}, ["not stated"]),
    "not applicable": ([deal("x", no_amount=cam.NotApplicable())], {}, ["not applicable"]),
    "rival to another bid": (
        [
            deal("x", amount("USD 5"), relations=to("y", "rival to")),
            deal("y", amount("USD 1"), stage="closed"),
        ],
        {},
        ["rival to another bid"],
    ),
    "implements a counted deal": (
        [UMBRELLA, deal("x", amount("USD 1"), relations=to("umbrella", "implements"))],
        {},
        ["implements a counted deal"],
    ),
    "followed by a counted deal": (
        [deal("x", amount("USD 2")), deal("y", amount("USD 1"), relations=to("x", "follows"))],
        {},
        ["followed by a counted deal"],
    ),
    "restated by a counted deal": (
        [deal("x", amount("USD 2")), deal("y", amount("USD 1"), relations=to("x", "restates"))],
        {},
        ["restated by a counted deal"],
    ),
    "part of a counted amount": (
        [deal("x", amount("USD 5", key="all"), PART)],
        {},
        ["part of a counted amount"],
    ),
    "part of a counted deal": (
        [UMBRELLA, deal("x", amount("USD 1"), part_of=UMBRELLA)],
        {},
        ["part of a counted deal"],
    ),
    "financing of a counted cost": (
        [deal("x", amount("USD 2"), financing("USD 1"))],
        BOTH,
        ["financing of a counted cost"],
    ),
    "within a longer horizon": (
        [deal("x", amount("USD 2", horizon_years=3), amount("USD 1", horizon_years=10))],
        {},
        ["within a longer horizon"],
    ),
    "another amount of the deal": (
        [deal("x", amount("USD 2"), amount("USD 1", role="price"))],
        {},
        ["another amount of the deal"],
    ),
}

# By rule: the nearest case to which it does not apply; all of "x" counts, or is undisclosed.
SPARES = {
    "ended": ([deal("x", amount("USD 1"), stage="expired")], {"stages": "ended"}),
    "cancelled": ([deal("x", amount("USD 1"), work="suspended")], {}),
    "replaced": (
        [
            deal("x", amount("USD 1")),
            deal("new", amount("USD 9"), relations=to("x", "reopens"), stage="talks"),
        ],
        {},
    ),
    "not concluded": ([deal("x", amount("USD 1"), stage="agreed")], {}),
    "outside the stages": ([deal("x", amount("USD 1"), stage="talks")], {"stages": ["talks"]}),
    "outside the sectors": (
        [deal("x", amount("USD 1"), sectors=("energy",))],
        {"sectors": "energy"},
    ),
    "shared with other sectors": (
        [deal("x", amount("USD 1"), sectors=("minerals", "energy"))],
        {"sectors": ["energy", "minerals", "digital"]},
    ),
    "own project": ([deal("x", amount("USD 1"), deal_class=cam.DealClass.BODY)], {}),
    "programme": (
        [deal("x", amount("USD 1"), deal_class=cam.DealClass.PROGRAMME)],
        {"classes": ["programme"]},
    ),
    "outside the classes": ([deal("x", amount("USD 1"))], {"classes": "undertaking"}),
    "valuation": ([deal("x", amount("USD 1", role="cost"))], {"kinds": None}),
    "another kind of money": (
        [deal("x", amount("USD 1", role="price", money=cam.MoneyKind.TRANSFER))],
        {"kinds": ["project", "transfer"]},
    ),
    "conditional": ([deal("x", amount("USD 1", basis="cash-free"))], {}),
    "counted by its parts": ([deal("x", amount("USD 5", key="all"), amount("USD 7"))], {}),
    "beyond the horizon": (
        [deal("x", amount("USD 1", horizon_years=3))],
        {"max_horizon_years": 3},
    ),
    "superseded": ([deal("x", amount("USD 1", stated("USD 2", at=200)))], {}),
    "deprecated": ([deal("x", amount(stated("USD 1", rank=cam.Rank.PREFERRED)))], {}),
    "not stated": ([deal("x", amount(withheld()))], {}),
    "not applicable": ([deal("x", amount("USD 1"))], {}),
    "rival to another bid": (
        [
            deal("x", amount("USD 5")),
            deal("y", amount("USD 1"), stage="denied", relations=to("x", "rival to")),
        ],
        {},
    ),
    "implements a counted deal": (
        [
            deal("umbrella", amount("USD 10"), stage="framework"),
            deal("x", amount("USD 1"), relations=to("umbrella", "implements")),
        ],
        {},
    ),
    "followed by a counted deal": (
        [deal("x", amount("USD 2")), deal("y", amount(withheld()), relations=to("x", "follows"))],
        {},
    ),
    "restated by a counted deal": (
        [deal("x", amount("USD 2"), relations=to("y", "restates")), deal("y", amount("USD 1"))],
        {},
    ),
    "part of a counted amount": (
        [deal("x", amount(withheld(), key="all"), PART)],
        {},
    ),
    "part of a counted deal": (
        [SILENT_UMBRELLA, deal("x", amount("USD 1"), part_of=SILENT_UMBRELLA)],
        {},
    ),
    "financing of a counted cost": (
        [deal("x", amount("USD 2", stage="pledged"), financing("USD 1"))],
        {"stages": "signed", **BOTH},
    ),
    "within a longer horizon": (
        [deal("x", amount("USD 1", horizon_years=10))],
        {},
    ),
    "another amount of the deal": (
        [deal("x", financing("USD 1"), financing("USD 2"))],
        BOTH,
    ),
}

# Where the spared row stands beside one that another rule leaves out.
BESIDE = {
    "financing of a counted cost": [["not concluded"]],
    "counted by its parts": [["another amount of the deal"]],
}


@pytest.mark.parametrize("rule", cam.RULES, ids=lambda rule: str(rule.reason))
def test_each_rule_has_a_reason_whose_meaning_is_a_sentence(rule):
    assert isinstance(rule.reason, cam.ExclusionReason)
    assert rule.reason.meaning.endswith(".")


def test_every_rule_has_its_examples():
    names = {str(rule.reason) for rule in cam.RULES}

    assert set(APPLIES) == names
    assert set(SPARES) == names


def test_each_reason_stands_in_the_table_once():
    assert {rule.reason for rule in cam.RULES} == set(cam.ExclusionReason)
    assert len({rule.reason for rule in cam.RULES}) == len(cam.RULES)


@pytest.mark.parametrize("name", APPLIES)
def test_a_rule_leaves_out_the_row_to_which_it_applies(name):
    deals, filters, reasons = APPLIES[name]

    found = reasons_of(cam.total(deals, **filters), "x")
    assert found == ([[one] for one in reasons] if name == "counted by its parts" else [reasons])


@pytest.mark.parametrize("name", SPARES)
def test_a_rule_leaves_in_the_row_to_which_it_does_not_apply(name):
    deals, filters = SPARES[name]
    total = cam.total(deals, **filters)

    assert reasons_of(total, "x") == BESIDE.get(name, [])
    assert [row.deal.id for row in (*total.counted, *total.undisclosed)].count("x") >= 1


@pytest.mark.parametrize("name", APPLIES)
def test_the_keyword_that_a_reason_names_takes_it_away_and_other_reasons_name_none(name):
    deals, filters, _ = APPLIES[name]
    keyword, _, value = cam.ExclusionReason(name).wider.partition("=")
    wider = {keyword: None if value == "None" else value.strip("'")} if keyword else {}

    found = reasons_of(cam.total(deals, **{**filters, **wider}), "x")
    assert (found == []) is bool(keyword)


def test_reasons_stand_in_the_order_of_the_table():
    longest = amount("USD 9", horizon_years=9)
    burdened = amount(
        stated("USD 1", of=GAZETTE), "USD 2", depends_on="a licence", horizon_years=5, stage="talks"
    )
    total = cam.total([deal("x", longest, burdened)])

    order = [str(rule.reason) for rule in cam.RULES]
    superseded = left_out(total)[-1][2]
    assert superseded == sorted(superseded, key=order.index)
    assert superseded == [
        "not concluded",
        "conditional",
        "superseded",
        "within a longer horizon",
    ]


@pytest.mark.parametrize(
    ("asked", "stage", "reason"),
    [("done", "signed", "outside the stages"), ("agreed", "closed", "outside the stages"),
     ("done", "talks", "not concluded"), (["agreed", "done"], None, "not concluded"),
     ("talks", "signed", "outside the stages")],
)  # fmt: skip
def test_what_is_concluded_is_never_called_not_concluded(asked, stage, reason):
    total = cam.total([deal("x", amount("USD 1"), stage=stage)], stages=asked)

    assert reasons_of(total, "x") == [[reason]]


@pytest.mark.parametrize("keyword", ["kinds", "stages", "sectors", "classes"])
def test_all_is_asked_for_by_none(keyword):
    with pytest.raises(cam.InvalidValueError, match="give None, by itself, for all"):
        cam.total([], **{keyword: "all"})


def test_filters_come_before_overlaps_in_the_table():
    are_overlaps = [rule.covers is not None for rule in cam.RULES]

    assert are_overlaps == sorted(are_overlaps)


def test_the_first_reason_is_the_reason():
    (row,) = cam.total([deal("x", amount("USD 1", depends_on="a"), stage="talks")]).excluded

    assert row.reason is row.reasons[0] is cam.ExclusionReason.NOT_CONCLUDED


def test_a_row_that_the_filters_put_out_also_carries_what_covers_it():
    letter = financing(stated("USD 900", "up to"), stage="letter of interest")
    total = cam.total([deal("x", amount("USD 1100"), letter)], **BOTH)

    assert left_out(total) == [("x", 900, ["not concluded", "financing of a counted cost"])]


def test_only_a_row_that_counts_covers_another():
    whole = deal("whole", amount("USD 10"), stage="pledged")
    part = deal("x", amount("USD 3", stage="pledged"), financing("USD 1"), part_of=whole)
    total = cam.total([whole, part], **BOTH)

    assert counted(total) == [("x", 1)]
    assert reasons_of(total, "x") == [["not concluded"]]


def test_an_undisclosed_cost_covers_no_financing():
    total = cam.total([deal("x", amount(withheld()), financing("USD 1"))], **BOTH)

    assert counted(total) == [("x", 1)]
    assert [row.deal.id for row in total.undisclosed] == ["x"]


def test_where_no_other_amount_is_left_the_financing_adds():
    lenders = (financing(stated("USD 900", "up to")), financing(stated("USD 700", "up to")))

    assert counted(cam.total([deal("x", *lenders)], **BOTH)) == [("x", 900), ("x", 700)]


def test_of_two_amounts_the_first_recorded_counts():
    first, second = amount("USD 1", role="price"), amount("USD 2", role="cost")

    assert counted(cam.total([deal("x", first, second)])) == [("x", 1)]
    assert counted(cam.total([deal("x", second, first)])) == [("x", 2)]


def test_a_superseded_statement_carries_its_own_reason_and_its_amounts():
    paid = financing(stated("USD 1", of=GAZETTE), "USD 2")
    total = cam.total([deal("x", amount("USD 5"), paid)], **BOTH)

    assert left_out(total) == [
        ("x", 2, ["financing of a counted cost"]),
        ("x", 1, ["superseded", "financing of a counted cost"]),
    ]


def test_a_statement_of_the_same_month_stands_beside_and_gives_no_row():
    total = cam.total([deal("x", amount("USD 1", stated("USD 2", at=200)))])

    assert counted(total) == [("x", 1)]
    assert total.excluded == ()


def test_an_earlier_preferred_statement_holds_against_a_later_one():
    preferred = stated("USD 1", of=GAZETTE, rank=cam.Rank.PREFERRED)

    assert counted(cam.total([deal("x", amount("USD 2", preferred))])) == [("x", 1)]


def test_where_every_statement_is_deprecated_the_amount_is_not_stated():
    total = cam.total([deal("x", amount(deprecated("USD 1")))])

    assert left_out(total) == [("x", None, ["not stated"]), ("x", 1, ["deprecated"])]


def test_a_later_statement_that_it_is_withheld_supersedes_the_figure():
    total = cam.total([deal("x", amount(withheld(), stated("USD 1", of=GAZETTE)))])

    assert total.currencies == ()
    assert len(total.undisclosed) == 1
    assert left_out(total) == [("x", 1, ["superseded"])]


def test_a_later_figure_supersedes_that_it_is_withheld():
    total = cam.total([deal("x", amount("USD 1", withheld(of=GAZETTE)))])

    assert counted(total) == [("x", 1)]
    assert total.undisclosed == ()
    assert left_out(total) == [("x", None, ["superseded"])]


def test_conditional_money_is_out_whatever_is_asked_for():
    total = cam.total([deal("x", amount("USD 1", depends_on="a licence"))], **EVERYTHING)

    assert left_out(total) == [("x", 1, ["conditional"])]
