"""The ledger: a row for each amount and each statement that fell, and edges to the wholes."""

import copy
import pickle

import attrs
import pytest
from counting_builders import (
    GAZETTE,
    REVIEW,
    amount,
    cite,
    deal,
    deprecated,
    financing,
    stated,
    withheld,
)

import centralasia_minerals as cam

KZ = cam.Country(id="KZ", names=(cam.Name("Kazakhstan"),))
US = cam.Country(id="US", names=(cam.Name("United States"),))
TUNGSTEN = cam.Mineral(id="tungsten", names=(cam.Name("tungsten"),), symbol="W")
EUROS = stated("EUR 4", at=300)
RICH = deal(
    "rich",
    amount(
        stated("USD 5", "up to"),
        role="investment",
        horizon_years=3,
        depends_on="a licence",
        equivalents=(EUROS,),
    ),
    stage="pledged",
    sectors=("minerals", "energy"),
    kind=cam.DealKind.INVESTMENT_PLAN,
    countries=(KZ,),
    partners=(US,),
    minerals=(TUNGSTEN,),
    dates=(
        cam.DealDate(
            date=cam.PartialDate.parse("2025-11"),
            kind=cam.DealDateKind.SIGNED,
            citations=(cite(),),
        ),
    ),
)


def rows(*deals, **filters):
    return cam.ledger(deals, **filters).rows


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("deal", RICH),
        ("amount", RICH.amounts[0]),
        ("role", cam.AmountRole.INVESTMENT),
        ("currency", cam.Currency("USD")),
        ("low", 0),
        ("stated", 5),
        ("high", 5),
        ("hedge", cam.Hedge.UP_TO),
        ("stage", cam.Stage.PLEDGED),
        ("group", cam.StageGroup.INTENDED),
        ("sectors", (cam.Sector.MINERALS, cam.Sector.ENERGY)),
        ("countries", (KZ,)),
        ("partners", (US,)),
        ("kind", cam.DealKind.INVESTMENT_PLAN),
        ("minerals", (TUNGSTEN,)),
        ("date", cam.PartialDate.parse("2025-11")),
        ("horizon_years", 3),
        ("condition", "a licence"),
        ("money", cam.MoneyKind.PLAN),
        ("equivalents", (EUROS,)),
        ("disclosure", cam.Disclosure.STATED),
        ("citations", (cite(),)),
        ("counts", False),
        ("reason", cam.ExclusionReason.NOT_CONCLUDED),
        (
            "reasons",
            (
                cam.ExclusionReason.NOT_CONCLUDED,
                cam.ExclusionReason.SHARED_WITH_OTHER_SECTORS,
                cam.ExclusionReason.ANOTHER_KIND_OF_MONEY,
                cam.ExclusionReason.CONDITIONAL,
            ),
        ),
    ],
)
def test_a_row_has_everything_that_the_rules_need(column, expected):
    (row,) = rows(RICH)

    assert getattr(row, column) == expected


@pytest.mark.parametrize(
    "column",
    [
        "amount", "role", "money", "currency", "low", "stated", "high", "hedge", "stage", "group",
        "date", "horizon_years", "condition",
    ],
)  # fmt: skip
def test_a_deal_without_anything_gives_a_row_without_anything(column):
    (row,) = rows(deal("x", stage=None))

    assert getattr(row, column) is None
    assert row.disclosure is cam.Disclosure.NOT_STATED
    assert row.citations == (cite(at=500),)


def test_every_amount_gives_a_row_and_every_statement_that_fell_one_more():
    x = deal(
        "x",
        amount(
            stated("USD 5"),
            stated("USD 6", at=200),
            stated("USD 4", of=GAZETTE),
            deprecated("USD 50"),
        ),
        financing(withheld()),
        financing(citations=(cite(),)),
    )

    assert [(row.stated, str(row.disclosure), str(row.standing)) for row in rows(x)] == [
        (5, "stated", "current"),
        (4, "stated", "superseded"),
        (50, "stated", "deprecated"),
        (None, "undisclosed", "current"),
        (None, "not stated", "current"),
    ]


def test_a_row_has_the_verdict_that_a_total_gives_it_with_all_its_reasons():
    x = deal("x", amount("USD 5"), amount("USD 6"), financing("USD 1"), stage="signed")
    whole = deal("whole", amount("USD 9"))
    part = deal("part", amount("USD 1"), part_of=whole)

    told = [(str(row.verdict), [str(why) for why in row.reasons]) for row in rows(x, whole, part)]

    assert told == [
        ("counted", []),
        ("left out", ["another amount of the deal"]),
        ("left out", ["another kind of money", "financing of a counted cost"]),
        ("counted", []),
        ("left out", ["part of a counted deal"]),
    ]


def test_a_withheld_figure_is_undisclosed_and_does_not_count():
    (row,) = rows(deal("x", amount(withheld())))

    assert row.verdict is cam.Verdict.UNDISCLOSED
    assert row.counts is False
    assert row.reasons == ()


def test_the_counted_rows_of_the_bundled_ledger_add_up_to_its_total():
    everything = {"kinds": None, "sectors": None, "stages": None}
    counted = [row for row in cam.ledger(cam.load(), **everything) if row.counts]

    assert sum(row.stated for row in counted if row.currency.code == "USD") == 101_400_000_000
    assert cam.total(cam.load(), **everything)["USD"].stated.amount == 101_400_000_000


def test_the_filters_decide_what_counts_on_its_own():
    x = deal("x", amount("USD 5", horizon_years=9), stage="talks", sectors=("energy",))

    assert rows(x)[0].counts is False
    assert rows(x, stages=None, sectors="energy")[0].counts is True
    assert [str(reason) for reason in rows(x, max_horizon_years=3)[0].reasons] == [
        "not concluded",
        "outside the sectors",
        "beyond the horizon",
    ]


def covers(*deals):
    return {(cover.deal, cover.covering, cover.kind) for cover in cam.ledger(deals).covers}


def test_a_deal_is_covered_by_each_of_its_wholes_that_is_given():
    top = deal("top", amount("USD 9"))
    middle = deal("middle", part_of=top)
    bottom = deal("bottom", amount("USD 1"), part_of=middle)

    assert covers(bottom, top, middle) == {
        ("bottom", "top", "part of"),
        ("bottom", "middle", "part of"),
        ("middle", "top", "part of"),
    }


def test_what_is_inside_a_deal_covers_the_money_that_it_raises():
    top = deal("top", financing("USD 3"))
    bottom = deal("bottom", amount("USD 1"), part_of=top)

    assert covers(bottom, top) == {("bottom", "top", "part of"), ("top", "bottom", "finances")}


def test_covering_crosses_a_deal_that_was_not_given():
    top = deal("top", amount("USD 9"))
    middle = deal("middle", part_of=top)

    assert covers(deal("bottom", amount("USD 1"), part_of=middle), top) == {
        ("bottom", "top", "part of")
    }


def test_deals_without_wholes_are_covered_by_none():
    assert covers(deal("a", amount("USD 1")), deal("b")) == set()


def test_a_ledger_is_a_sized_sequence_of_its_rows():
    ledger = cam.ledger([deal("a", amount("USD 1")), deal("b")])

    assert len(ledger) == 2
    assert tuple(ledger) == ledger.rows
    assert ledger[1].deal.id == "b"


def test_an_empty_ledger_has_neither_rows_nor_covers():
    ledger = cam.ledger([])

    assert (ledger.rows, ledger.covers) == ((), ())


def test_a_ledger_shows_its_rows():
    ledger = cam.ledger([RICH, deal("silent")])

    for view in (str(ledger), ledger._repr_html_()):
        assert "rich" in view
        assert "up to USD 5" in view
        assert "conditional" in view
        assert "not stated" in view
    assert "2 rows" in repr(ledger)


def test_a_ledger_is_frozen():
    ledger = cam.ledger([RICH])

    with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
        ledger.rows = ()
    with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
        ledger[0].reasons = ()


def test_a_ledger_survives_pickling_and_copying():
    ledger = cam.ledger([RICH])

    assert pickle.loads(pickle.dumps(ledger)) == ledger
    assert copy.deepcopy(ledger) == ledger


def test_a_row_of_a_fallen_statement_cites_its_own_passages_only():
    x = deal("x", amount(stated("USD 5", at=10), stated("USD 4", of=GAZETTE, at=20)))

    assert [row.citations for row in rows(x)] == [(cite(REVIEW, 10),), (cite(GAZETTE, 20),)]
