"""A total of nothing says that it is empty, and which keyword widens it."""

import pytest
from counting_builders import amount, deal, deprecated, financing, withheld

import centralasia_minerals as cam

KEYWORDS = ("stages", "sectors", "classes", "kinds", "max_horizon_years")


def suggested(total):
    return [keyword for keyword in KEYWORDS if f"{keyword}=" in str(total)]


@pytest.mark.parametrize(
    ("deals", "filters", "keywords"),
    [
        ([deal("x", amount("USD 1"), stage="pledged")], {}, ["stages"]),
        ([deal("x", amount("USD 1"), stage=None)], {}, ["stages"]),
        ([deal("x", amount("USD 1"), stage="signed")], {"stages": "talks"}, ["stages"]),
        ([deal("x", amount("USD 1"), sectors=("energy",))], {}, ["sectors"]),
        ([deal("x", amount("USD 1"), sectors=("minerals", "energy"))], {}, ["sectors"]),
        ([deal("x", amount("USD 1"), sectors=())], {}, ["sectors"]),
        (
            [deal("x", amount("USD 1", horizon_years=9))],
            {"max_horizon_years": 3},
            ["max_horizon_years"],
        ),
        (
            [deal("x", amount("USD 1"), stage="talks", sectors=("energy",))],
            {},
            ["stages", "sectors"],
        ),
        ([deal("x", financing("USD 1"))], {}, ["kinds"]),
        ([deal("x", financing("USD 1"), stage="letter of intent")], {}, ["stages", "kinds"]),
        ([deal("x", amount("USD 1"), deal_class=cam.DealClass.OWN_PROJECT)], {}, ["classes"]),
        ([deal("x", amount("USD 1"), deal_class=cam.DealClass.PROGRAMME)], {}, ["classes"]),
        (
            [deal("x", amount("USD 1"), deal_class=cam.DealClass.ACT)],
            {"classes": "undertaking"},
            ["classes"],
        ),
    ],
    ids=[
        "pledged",
        "unstaged",
        "signed",
        "energy",
        "shared",
        "unsorted",
        "far",
        "two filters",
        "loan",
        "promised loan",
        "own project",
        "programme",
        "act",
    ],
)
def test_the_keyword_that_widens_it_is_named(deals, filters, keywords):
    total = cam.total(deals, **filters)

    assert total.is_empty
    assert "empty" in str(total)
    assert suggested(total) == keywords


@pytest.mark.parametrize(
    ("ended", "named"),
    [
        (deal("x", amount("USD 1"), stage="failed"), "ended"),
        (deal("x", amount("USD 1"), work="cancelled"), "cancelled"),
    ],
    ids=["ended", "cancelled"],
)
@pytest.mark.parametrize("stages", ["concluded", None])
def test_what_ended_is_to_be_named(ended, named, stages):
    total = cam.total([ended], stages=stages)

    assert suggested(total) == ["stages"]
    assert f"stages={named!r}" in str(total)


@pytest.mark.parametrize(
    "hopeless",
    [
        deal("x", amount("USD 1", depends_on="a licence")),
        deal("x", amount("USD 1", depends_on="a licence"), stage="pledged"),
        deal("x", amount(deprecated("USD 1")), stage="pledged"),
        deal("x", amount(deprecated("USD 1")), sectors=("energy",)),
        deal("x", amount(withheld())),
        deal("x", amount("USD 1", role="valuation")),
        deal("x", amount("USD 1", role="valuation"), stage="pledged"),
        deal("x"),
    ],
    ids=[
        "conditional", "conditional pledge", "deprecated pledge", "deprecated energy",
        "undisclosed", "valuation", "intended valuation", "silent",
    ],
)  # fmt: skip
def test_no_keyword_is_named_that_would_not_widen_it(hopeless):
    total = cam.total([hopeless])

    assert cam.total([hopeless], sectors=None, stages=None, kinds=None, classes=None).is_empty
    assert suggested(total) == []


@pytest.mark.parametrize(
    ("given_deals", "filters"),
    [
        ([deal("x", financing("USD 1"), stage="letter of intent")], {}),
        ([deal("x", amount("USD 1"), deal_class=cam.DealClass.OWN_PROJECT)], {}),
    ],
    ids=["letter", "own project"],
)
def test_the_keywords_named_do_widen_it(given_deals, filters):
    told = suggested(cam.total(given_deals, **filters))

    assert not cam.total(given_deals, **dict.fromkeys(told)).is_empty


def test_nothing_given_is_no_filters_doing():
    assert suggested(cam.total([])) == []
    assert "empty" in str(cam.total([]))


def test_the_notebook_view_and_the_account_say_so_too():
    total = cam.total([deal("x", amount("USD 1"), stage="pledged")])

    assert "empty" in total._repr_html_()
    assert "empty" in total.explain()
    assert "stages=" in total.explain()
    assert "stages=" in total._repr_html_()


def test_a_total_of_something_suggests_nothing():
    total = cam.total([deal("x", amount("USD 1")), deal("y", amount("USD 1"), stage="talks")])

    assert suggested(total) == []
    assert "empty" not in str(total)


def test_an_empty_total_holds_no_currency():
    with pytest.raises(KeyError, match="nothing"):
        cam.total([])["USD"]
