"""The table of stages: what each is worth, what may supersede what, which of several decides."""

from __future__ import annotations

from itertools import permutations

import pytest
from entity_examples import CITATION, EARLY_CITATION, deal, stage

from centralasia_minerals.entities.series import deciding_stage
from centralasia_minerals.entities.statement import Rank
from centralasia_minerals.entities.vocabulary.stage import Binding, Stage, StageGroup, StageSort
from centralasia_minerals.values.absence import NotStated

# By group, sort, order among rivals, and whether it binds.
TABLE = {
    ("intended", "word", 1, "no"): ["talks", "proposed", "offered"],
    ("intended", "word", 2, "no"): ["planned", "reviewed", "pledged"],
    ("intended", "paper", 2, "no"): ["adopted", "declaration", "roadmap"],
    ("intended", "paper", 3, "no"): [
        "letter of interest", "letter of intent", "memorandum", "term sheet", "heads of terms",
    ],
    ("intended", "paper", 3, "partly"): ["framework"],
    ("intended", "paper", 4, "no"): ["approved"],
    ("concluded", "word", 5, "as stated"): ["agreed"],
    ("concluded", "paper", 6, "yes"): ["signed"],
    ("concluded", "deed", 7, "done"): ["closed", "disbursed", "done"],
    ("ended", "end", 0, "ended"): [
        "failed", "denied", "withdrawn", "lapsed", "expired", "repaid",
    ],
}  # fmt: skip

# One stage of each sort that differs from the others in what it undoes.
WEAK_WORD, FIRM_WORD, AGREED = Stage.TALKS, Stage.PLEDGED, Stage.AGREED
PAPER, CONTRACT, DEED, END = Stage.MEMORANDUM, Stage.SIGNED, Stage.DONE, Stage.LAPSED

# By the later one, what it may supersede of: talks, pledged, agreed, memorandum, signed, done,
# lapsed.
COLUMNS = (WEAK_WORD, FIRM_WORD, AGREED, PAPER, CONTRACT, DEED, END)
MAY_SUPERSEDE = {
    WEAK_WORD: "yes no  no  no  no  no  yes",
    FIRM_WORD: "yes yes no  no  no  no  yes",
    AGREED:    "yes yes yes no  no  no  yes",
    PAPER:     "yes yes yes yes no  no  yes",
    CONTRACT:  "yes yes yes yes yes no  yes",
    DEED:      "yes yes yes yes yes yes yes",
    END:       "yes yes yes yes yes yes yes",
}  # fmt: skip


def like(one: Stage) -> Stage:
    """Return the stage of the small table that undoes the same."""
    if one.sort is StageSort.WORD:
        return next(word for word in COLUMNS if word.sort is one.sort and word.order == one.order)
    return next(each for each in COLUMNS if (each.sort, each.group) == (one.sort, one.group))


def test_the_table_of_stages_is_the_one_in_this_test():
    found: dict[tuple[str, str, int, str], list[str]] = {}
    for one in Stage:
        key = one.group.value, one.sort.value, one.order, one.binds.value
        found.setdefault(key, []).append(one.value)

    assert TABLE == found


def test_every_sort_and_group_and_binding_is_used():
    assert set(StageSort) == {one.sort for one in Stage}
    assert set(StageGroup) == {one.group for one in Stage}
    assert set(Binding) == {one.binds for one in Stage}


@pytest.mark.parametrize("earlier", Stage, ids=str)
@pytest.mark.parametrize("later", Stage, ids=str)
def test_a_later_stage_supersedes_only_what_it_may(later, earlier):
    column = COLUMNS.index(like(earlier))

    expected = MAY_SUPERSEDE[like(later)].split()[column] == "yes"

    assert expected is later.may_supersede(earlier)


def early(one: Stage, **more: object):
    return stage(one, citations=(EARLY_CITATION,), **more)


def late(one: Stage, **more: object):
    return stage(one, citations=(CITATION,), **more)


@pytest.mark.parametrize("later", COLUMNS, ids=str)
@pytest.mark.parametrize("earlier", COLUMNS, ids=str)
def test_a_deal_has_the_later_stage_where_that_may_supersede_and_else_the_weightier(earlier, later):
    weight = [WEAK_WORD, FIRM_WORD, AGREED, PAPER, CONTRACT, DEED, END]

    expected = later if later.may_supersede(earlier) else max(earlier, later, key=weight.index)

    for series in permutations((early(earlier), late(later))):
        assert expected is deal(stages=series).stage


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("signed", "pledged", "signed"),
        ("memorandum", "agreed", "memorandum"),
        ("agreed", "memorandum", "memorandum"),
        # A later paper that binds nobody undoes no contract.
        ("signed", "memorandum", "signed"),
        ("done", "signed", "done"),
        ("pledged", "talks", "pledged"),
        ("signed", "withdrawn", "withdrawn"),
        ("withdrawn", "talks", "talks"),
        ("done", "repaid", "repaid"),
        ("framework", "signed", "signed"),
    ],
)
def test_the_name_of_the_paper_beats_any_verb_whichever_came_first(earlier, later, expected):
    series = (early(Stage(earlier)), late(Stage(later)))

    assert Stage(expected) is deal(stages=series).stage


# Of statements of one month, each row is beaten by all rows above it.
BESIDE_EACH_OTHER = ["denied", "closed", "memorandum", "signed", "agreed", "pledged", "talks"]


@pytest.mark.parametrize(
    ("first", "second"),
    list(permutations(BESIDE_EACH_OTHER, 2)),
)
def test_beside_each_other_an_end_decides_then_a_deed_the_least_binding_paper_the_firmest_word(
    first, second
):
    expected = min(first, second, key=BESIDE_EACH_OTHER.index)

    assert Stage(expected) is deciding_stage((late(Stage(first)), late(Stage(second))))


def test_a_preferred_statement_settles_a_disagreement():
    said = (late(Stage.MEMORANDUM), late(Stage.AGREED, rank=Rank.PREFERRED))

    assert Stage.AGREED is deciding_stage(said)
    assert Stage.AGREED is deciding_stage(said[::-1])


def test_a_normal_statement_never_supersedes_a_preferred_one():
    series = (early(Stage.SIGNED, rank=Rank.PREFERRED), late(Stage.WITHDRAWN))

    assert Stage.SIGNED is deciding_stage(series)


def test_statements_of_one_month_supersede_nothing():
    again = (late(Stage.WITHDRAWN), late(Stage.SIGNED))

    assert Stage.WITHDRAWN is deciding_stage(again)
    assert Stage.WITHDRAWN is deciding_stage(again[::-1])


def test_a_deprecated_statement_neither_supersedes_nor_decides():
    slip = late(Stage.DENIED, rank=Rank.DEPRECATED, reason="another deal was meant")

    assert Stage.SIGNED is deciding_stage((early(Stage.SIGNED), slip))
    assert NotStated() == deciding_stage((slip,))
    assert NotStated() == deciding_stage(())
