"""A total explains itself, and stands on its passages."""

import copy
import pickle
import re
from collections.abc import MutableSequence, Sequence

import attrs
import pytest
from counting_builders import (
    BULLETIN,
    GAZETTE,
    OTHER_REVIEW,
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

TUNGSTEN = deal(
    "tungsten",
    amount(stated("USD 1100", "estimated", at=10), stated("USD 1100", of=OTHER_REVIEW, at=20)),
    financing(stated("USD 900", "up to", at=30), stage="letter of interest"),
    title="<script>alert('tungsten')</script>",
)
DIGITAL = deal("digital-mining", amount(stated("USD 300", at=40)), sectors=("digital",))
SECRET = deal("secret", amount(withheld(at=50)))
DEALS = [TUNGSTEN, DIGITAL, SECRET]


@pytest.mark.parametrize("view", [str, cam.Total._repr_html_])
@pytest.mark.parametrize(
    "said",
    [
        "USD 1,100",
        "about USD 1,100",
        "tungsten",
        "up to USD 900",
        "not concluded",
        "financing of a counted cost",
        "digital-mining",
        "USD 300",
        "outside the sectors",
        "secret",
        "undisclosed",
    ],
)
def test_each_view_says_what_counts_what_does_not_and_why(view, said):
    assert said in view(cam.total(DEALS))


@pytest.mark.parametrize("view", [str, cam.Total._repr_html_])
def test_no_view_says_about_of_what_is_exact(view):
    assert "about" not in view(cam.total([deal("x", amount("USD 1"))]))


def test_the_account_names_source_and_characters_of_each_row():
    account = cam.total(DEALS).explain()

    for at in (10, 30, 40, 50):
        assert re.search(rf"\b{at}\b.*\b{at + 40}\b", account)
    assert "review-2025-11" in account


@pytest.mark.parametrize("id", ["tungsten", "digital-mining", "secret"])
def test_the_account_names_every_deal(id):
    assert id in cam.total(DEALS).explain()


@pytest.mark.parametrize(
    "reason", ["not concluded", "financing of a counted cost", "outside the sectors"]
)
def test_the_account_gives_every_reason_in_a_sentence(reason):
    assert cam.ExclusionReason(reason).meaning in cam.total(DEALS).explain()


def test_the_account_lists_rows_without_a_figure():
    silent = deal("silent", stage="talks")

    assert "silent" in cam.total([*DEALS, silent]).explain()


def test_the_notebook_view_is_a_table_in_which_texts_are_escaped():
    html = cam.total(DEALS)._repr_html_()

    assert 3 == html.count("<table>") == html.count("</table>")
    assert "<script>" not in html


def test_the_notebook_view_escapes_whatever_stands_in_it():
    loud = deal("x", amount("USD 1", depends_on="<script>"), title="<script>")

    assert "<script>" not in cam.total([loud])._repr_html_()
    assert "<script>" not in cam.ledger([loud])._repr_html_()


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (stated("USD 5", "up to"), ["up to USD 5,"]),
        (stated("USD 5", "at least"), ["at least USD 5,"]),
        (stated("USD 5", "range", upper="USD 8"), ["from USD 5 to USD 8,"]),
        (stated("USD 5", "around"), ["about USD 5,"]),
    ],
)
def test_the_headline_shows_bounds_where_they_part(statement, said):
    headline = str(cam.total([deal("x", amount(statement))])).splitlines()[0]

    assert all(words in headline for words in said)


def test_repr_is_a_short_summary():
    shown = repr(cam.total(DEALS))

    assert "USD 1,100" in shown
    assert len(shown) < 100


def test_the_passages_of_every_current_statement_of_what_counts_stand_behind_a_total():
    citations = cam.total(DEALS).citations

    assert set(citations) == {cite(REVIEW, 10), cite(OTHER_REVIEW, 20)}


def test_each_passage_is_listed_once():
    a = deal("a", amount(stated("USD 1", at=10)))
    b = deal("b", amount(stated("USD 2", at=10)))

    assert cam.total([a, b]).citations == (cite(REVIEW, 10),)


def test_what_no_longer_holds_stands_behind_nothing():
    x = deal("x", amount(stated("USD 2", at=10), stated("USD 1", of=GAZETTE), deprecated("USD 9")))

    assert cam.total([x]).citations == (cite(REVIEW, 10),)


def test_every_counted_row_adds_its_passages():
    lenders = deal("x", financing(stated("USD 9", at=10)), financing(stated("USD 7", at=20)))
    other = deal("y", amount(stated("KZT 5", of=BULLETIN, at=30)))

    assert set(cam.total([lenders, other], kinds=None).citations) == {
        cite(REVIEW, 10),
        cite(REVIEW, 20),
        cite(BULLETIN, 30),
    }


def test_a_total_is_frozen_all_the_way():
    total = cam.total(DEALS)

    for holder, field in [
        (total, "approximate"),
        (total["USD"], "low"),
        (total.counted[0], "reasons"),
        (total.excluded[0], "reasons"),
    ]:
        with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
            setattr(holder, field, None)
    for field in ("currencies", "counted", "excluded", "undisclosed", "citations"):
        assert isinstance(getattr(total, field), Sequence)
        assert not isinstance(getattr(total, field), MutableSequence)
        assert hash(getattr(total, field)) == hash(getattr(copy.deepcopy(total), field))


def test_equal_questions_have_equal_answers():
    assert cam.total(DEALS) == cam.total(copy.deepcopy(DEALS))
    assert cam.total(DEALS) != cam.total(DEALS, stages=None, sectors=None)


@pytest.mark.parametrize(
    "remake",
    [copy.copy, copy.deepcopy, lambda total: pickle.loads(pickle.dumps(total))],
    ids=["copy", "deepcopy", "pickle"],
)
def test_a_total_survives_copying_and_pickling(remake):
    total = cam.total(DEALS)

    assert remake(total) == total


REGION = cam.load("region")


@pytest.mark.parametrize("key", ["payer", "mineral", "country"])
def test_groups_that_count_come_first_and_the_others_are_folded_with_their_number(key):
    totals = cam.total_by(REGION, key)
    silent = [one for one in totals.values() if not one.counted and not one.undisclosed]

    heading, told, folded = totals._view()

    order = [bool(total.counted) for _, total in told.items]
    assert heading.text == f"Totals by {key}"
    assert order == sorted(order, reverse=True)
    assert len(told.items) + len(silent) == len(totals)
    assert folded.title == f"and {len(silent)} groups in which nothing counts"
    assert folded.is_folded


def test_groups_are_called_by_the_names_of_their_records():
    payers, minerals = cam.total_by(REGION, "payer"), cam.total_by(REGION, "mineral")

    assert "Cove Capital (cove-capital)" in str(payers)
    assert (
        payers.label("eu-member-states+european-union", "en") == "Member States and European Union"
    )
    assert minerals.label("copper+iron-ore", "en") == "copper and iron ore"
    assert minerals.label("copper+iron-ore", "ru") == "медь и железная руда"


def test_a_ledger_shows_what_counts_then_what_is_withheld_and_folds_what_has_no_figure():
    made = cam.ledger(REGION)
    silent = sum(row.stated is None for row in made.excluded)

    _, *sections = made._view()

    assert [one.title for one in sections] == [
        f"counted: {len(made.counted)} rows",
        f"undisclosed: {len(made.undisclosed)} rows",
        f"left out: {len(made.excluded) - silent} rows",
        f"and {silent} rows without a figure",
    ]
    assert [one.is_folded for one in sections] == [False, False, False, True]
    assert sum(len(one.blocks[0].items) for one in sections) == len(made)


def test_what_there_is_to_say_about_many_sources_is_cut_and_folded(tmp_path):
    found = REGION.verify(tmp_path)

    section = found._view()[-1]

    assert section.title == f"about sources: {len(found.remarks)} remarks"
    assert section.is_folded
    assert section.blocks[0].left > 0


def test_a_mark_in_a_sentence_leads_to_its_page():
    told = cam.total(REGION).footnoted("en")
    linked = [note for note in told.notes if note.url]

    html = told._repr_html_()

    assert linked
    for note in linked:
        assert re.search(
            rf'<a href="[^"]+"><span class="cam-figure">\[{note.number}\]</span></a>', html
        )


LETTERS = {"stages": ["letter of interest"], "kinds": "financing"}
EXCESS = "comes to 1.6 billion US dollars, 500 million US dollars more than the cost of 1.1 billion"


@pytest.mark.parametrize("key", ["country", "year", "payer"])
def test_totals_by_group_warn_of_financing_beyond_the_cost(key):
    totals = cam.total_by(REGION, key, **LETTERS)

    for shown in (str(totals), totals._repr_html_(), totals._repr_markdown_()):
        assert 1 == shown.count(EXCESS)


def test_totals_by_group_of_what_is_in_order_warn_of_nothing():
    totals = cam.total_by(REGION, "country")

    assert [] == list(totals._warnings())
    assert "Hedges" not in str(totals)
    assert [] == list(cam.total_by([], "country")._warnings())
