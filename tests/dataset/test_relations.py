"""Deals know each other by relations: told from either side, never lost, never in a circle."""

from __future__ import annotations

import pickle
from itertools import pairwise
from pathlib import Path

import pytest
from full_document import EARLY, LATE, cite, document, read_document, written
from hypothesis import given, strategies as st

import centralasia_minerals as cam
from centralasia_minerals.dataset.relations.graph import cover_edges, cycles_in, one_way_edges
from centralasia_minerals.errors import (
    ConflictError,
    DataError,
    InvalidTypeError,
    InvalidValueError,
    UnknownIdError,
)

TALKS, SIGNED = cite(EARLY, "Kazakhstan and the European Union talk"), cite(LATE, "In November")
CIRCLES = [
    ("part of", "implements"),
    ("finances", "raises money for"),
    ("follows", "follows"),
    ("restates", "restates"),
    ("replaces", "replaces"),
    ("finances", "replaces"),
    ("restates", "part of"),
]


def deal(id: str, *relations: tuple[str, str], **more: object) -> cam.Deal:
    """Return a deal with relations, each by its kind and the id of the other deal."""
    told = tuple(cam.Relation(kind=cam.RelationKind(kind), deal=to) for kind, to in relations)
    kind = cam.DealKind.CONTRACT
    return cam.Deal(id=id, title=id, kind=kind, relations=told, **more)


def dataset(*deals: cam.Deal, behind: tuple[cam.Dataset, ...] = ()) -> cam.Dataset:
    return cam.Dataset.of({"deals": deals}, behind=behind)


def told(ds: cam.Dataset, id: str) -> list[str]:
    return [str(one) for one in ds.related(id)]


def table(id: str, *relations: dict, **more: object) -> dict:
    """Return the table of a deal of a file."""
    fields = {"id": id, "title": id, "kind": "contract", "citations": [SIGNED]}
    return fields | ({"relations": list(relations)} if relations else {}) | more


def relation(kind: str, to: str, **more: object) -> dict:
    return {"kind": kind, "deal": to, "citations": [SIGNED]} | more


def problems(content: dict, folder: Path, base: cam.Dataset | None = None) -> dict[str, str]:
    """Return what is wrong with a file, by place."""
    with pytest.raises(DataError) as caught:
        cam.read(written({"format": 1, **content}, folder, "mine.json"), base=base)
    return {problem.path: problem.message for problem in caught.value.problems}


def with_deals(*tables: dict) -> dict:
    content = document()
    content["deals"] += tables
    return content


# Who is related to whom.


def test_relations_are_told_from_both_sides_by_kind_then_own_ones_then_by_id():
    loan = deal("loan", ("finances", "mine"))
    sheet, mine = deal("sheet"), deal("mine", ("follows", "sheet"), ("rival to", "other"))
    ds = dataset(loan, sheet, mine, deal("other", ("follows", "mine")))

    assert [
        "mine follows sheet", "other follows mine", "mine rival to other", "loan finances mine",
    ] == told(ds, "mine")  # fmt: skip
    assert ["mine follows sheet"] == told(ds, "sheet")
    (found,) = ds.related(ds.deals["sheet"])
    assert (sheet, mine, True) == (found.deal, found.other, found.is_said_by_other)
    assert mine.relations[:1] == found.relations
    assert mine.relations[0] == found.relation


def test_a_part_is_related_to_its_whole_with_or_without_a_relation_that_cites():
    whole = deal("whole")
    bare, cited = deal("bare", part_of=whole), deal("cited", ("part of", "whole"), part_of=whole)
    ds = dataset(whole, bare, cited)

    assert ["bare part of whole", "cited part of whole"] == told(ds, "whole")
    assert [None, cited.relations[0]] == [one.relation for one in ds.related("whole")]
    assert () == ds.related("bare")[0].citations


def test_what_is_the_same_from_either_side_is_told_once_with_the_passages_of_both(tmp_path):
    ds = read_document(
        with_deals(
            table("one", relation("rival to", "two", since="2025-11")),
            table("two", relation("rival to", "one", citations=[TALKS])),
        ),
        tmp_path,
    )

    (found,) = ds.related("two")
    assert "two rival to one" == str(found)
    assert not found.is_said_by_other
    assert [EARLY, LATE] == [citation.source.id for citation in found.citations]
    assert cam.PartialDate.parse("2025-11") == found.since


def test_what_is_not_the_same_from_either_side_is_told_twice():
    ds = dataset(deal("one", ("reopens", "two")), deal("two", ("reopens", "one")))

    assert ["one reopens two", "two reopens one"] == told(ds, "one")


def test_a_deal_of_another_dataset_is_asked_by_its_id_and_anything_else_refused():
    ds = dataset(deal("one", ("follows", "two")), deal("two"))

    assert ["one follows two"] == [str(one) for one in ds.related(deal("two"))]
    with pytest.raises(UnknownIdError, match="did you mean 'one'"):
        ds.related("onee")
    with pytest.raises(InvalidTypeError):
        ds.related(3)


# Relations to nothing.


def test_a_relation_to_what_is_not_a_deal_is_a_problem_where_it_stands(tmp_path):
    content = with_deals(
        table("one", relation("follows", "zhetisu-ventur"), relation("finances", "tungsten")),
        table("two", relation("implements", "nowhere-at-all"), kind="nonesuch"),
    )

    found = problems(content, tmp_path)

    assert {
        "deals[2].relations[0].deal": "no deal with id 'zhetisu-ventur'; did you mean"
        " 'zhetisu-venture' or 'zhetisu-umbrella'?",
        "deals[2].relations[1].deal": "no deal with id 'tungsten': it is the id of a mineral;"
        " check the id",
        "deals[3].relations[0].deal": "no deal with id 'nowhere-at-all'; record it, or pass the"
        " base= that has it",
    }.items() <= found.items()
    assert {"deals[3].kind"} == found.keys() - {
        "deals[2].relations[0].deal", "deals[2].relations[1].deal", "deals[3].relations[0].deal",
    }  # fmt: skip


def test_a_relation_to_a_deal_that_has_problems_of_its_own_is_none(tmp_path):
    content = with_deals(table("one", relation("follows", "two")), table("two", kind="nonesuch"))

    assert {"deals[3].kind"} == problems(content, tmp_path).keys()


def test_a_relation_without_a_passage_is_refused(tmp_path):
    content = with_deals(table("one", {"kind": "follows", "deal": "zhetisu-venture"}))

    found = problems(content, tmp_path)

    assert {"deals[2].relations[0]": "no citation; cite the passage that says so"} == found


def test_a_dataset_refuses_relations_to_nothing_and_lists_all_of_them():
    mineral = cam.Mineral(id="tungsten", names=(cam.Name("tungsten"),), symbol="W")
    one = deal("one", ("follows", "tow"), ("finances", "tungsten"))

    with pytest.raises(InvalidValueError, match="no deal with id 'tow'; did you mean 'two'") as e:
        cam.Dataset.of({"deals": (one, deal("two", ("part of", "x"))), "minerals": (mineral,)})

    assert [
        "deals[one].relations[0].deal", "deals[one].relations[1].deal",
        "deals[two].relations[0].deal",
    ] == [error.field for error in (e.value, *e.value.also)]  # fmt: skip
    assert "'tungsten' is the id of a mineral" in str(e.value.also[0])


def test_catalogs_made_by_hand_are_checked_as_well():
    catalogs = {name: getattr(dataset(), name) for name in dataset().records}
    catalogs["deals"] = cam.Catalog(cam.Deal, (deal("one", ("follows", "two")),))

    with pytest.raises(InvalidValueError, match="no deal with id 'two'"):
        cam.Dataset(version="", **catalogs)


def test_a_relation_to_a_deal_behind_is_kept_written_and_told_after_merging(tmp_path, full):
    content = {"deals": [table("one", relation("follows", "zhetisu-venture"))]}

    mine = cam.read(written({"format": 1, **content}, tmp_path, "mine.json"), base=full)
    cam.write(mine, tmp_path / "again.json")

    assert mine == cam.read(tmp_path / "again.json", base=full)
    assert mine == pickle.loads(pickle.dumps(mine))
    assert mine.deals["one"] == dataset(*mine.deals, behind=(full,)).deals["one"]
    assert [] == told(mine, "one")
    assert ["one follows zhetisu-venture"] == told(full.merge(mine), "one")


# Circles.


@pytest.mark.parametrize("kinds", CIRCLES, ids=" and ".join)
def test_relations_in_a_circle_are_refused_with_the_way_round(kinds):
    first, second = kinds

    with pytest.raises(InvalidValueError, match=r"relations form a circle, (a → b → a|b → a → b);"):
        dataset(deal("a", (first, "b")), deal("b", (second, "a")))


@pytest.mark.parametrize("kinds", CIRCLES, ids=" and ".join)
def test_a_circle_in_a_file_is_a_problem_with_its_place(tmp_path, kinds):
    first, second = kinds
    content = with_deals(table("a", relation(first, "b")), table("b", relation(second, "a")))

    ((path, message),) = problems(content, tmp_path).items()

    assert path in ("deals[2].relations", "deals[3].relations")
    assert message.endswith("; remove one of them")
    assert message.startswith(("relations form a circle, a → b → a", "relations form a circle, b"))


def test_a_followed_deal_that_implements_the_one_that_follows_it_is_covered_once():
    """B follows A, and A implements B: where B counts, A does not, which is no circle."""
    ds = dataset(deal("a", ("implements", "b")), deal("b", ("follows", "a")))

    assert ["b follows a", "a implements b"] == told(ds, "b")


def test_a_whole_and_a_relation_may_form_a_circle_too():
    whole = deal("whole", ("part of", "part"))

    with pytest.raises(InvalidValueError, match="form a circle, part → whole → part"):
        dataset(whole, deal("part", part_of=whole))


def test_all_circles_are_listed_each_once():
    pairs = [("a", "b"), ("b", "a"), ("c", "d"), ("d", "c")]

    with pytest.raises(InvalidValueError) as caught:
        dataset(*(deal(one, ("finances", other)) for one, other in pairs))

    said = [str(error) for error in (caught.value, *caught.value.also)]
    assert 2 == len(said)
    assert "a → b → a" in said[0]
    assert "c → d → c" in said[1]


def test_rivals_and_what_may_be_the_same_may_stand_in_a_circle():
    kinds = ("rival to", "overlaps in part with", "possibly the same as")
    ds = dataset(
        deal("a", *((kind, "b") for kind in kinds)), deal("b", *((kind, "a") for kind in kinds))
    )

    assert len(kinds) == len(ds.related("a"))


def test_a_circle_with_the_base_is_refused_where_the_file_closes_it(tmp_path, full):
    content = {
        "deals": [
            {"id": "zhetisu-umbrella", "adds": True,
             "relations": [relation("finances", "zhetisu-venture")]},
        ]
    }  # fmt: skip

    ((path, message),) = problems(content, tmp_path, full).items()

    assert "deals[0].relations" == path
    assert "zhetisu-umbrella → zhetisu-venture → zhetisu-umbrella" in message or (
        "zhetisu-venture → zhetisu-umbrella → zhetisu-venture" in message
    )


def test_a_circle_that_only_merging_closes_is_a_conflict_whatever_is_preferred():
    left = dataset(deal("a", ("finances", "b")), deal("b"))
    right = dataset(deal("a"), deal("b", ("finances", "a")))

    for prefer in (None, "left", "right"):
        with pytest.raises(ConflictError, match="form a circle, a → b → a; remove one"):
            left.merge(right, prefer=prefer)


IDS = "abcdefg"
edges_drawn = st.dictionaries(
    st.sampled_from(IDS), st.lists(st.sampled_from(IDS), unique=True), max_size=len(IDS)
)


def leads_back(edges: dict[str, list[str]], start: str) -> bool:
    """Say slowly whether an id leads back to itself."""
    reached, waiting = set(), list(edges.get(start, ()))
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached.add(one)
            waiting += edges.get(one, ())
    return start in reached


@given(edges=edges_drawn)
def test_every_way_found_is_one_no_two_share_an_id_and_none_is_missed(edges):
    found = cycles_in(edges)

    for way in found:
        assert way[0] == way[-1]
        assert all(after in edges[before] for before, after in pairwise(way))
    ids = [id for way in found for id in way[:-1]]
    assert len(ids) == len(set(ids))
    for start in edges:
        # A knot of ways is told of at least once.
        if leads_back(edges, start):
            knot = {id for id in IDS if leads_back({**edges, "*": [start]}, start)}
            assert knot & set(ids)
    assert bool(found) is any(leads_back(edges, id) for id in edges)


def test_long_chains_and_many_nested_ways_back_take_no_longer_than_they_must():
    """Ways back that lie within each other would take a minute if each were listed."""
    length = 30_000
    chain = {str(n): [str(n + 1)] for n in range(2 * length)}
    for n in range(length):
        chain[str(length + n)].append(str(length - n))

    assert 1 <= len(cycles_in(chain)) <= 2


def test_edges_lead_from_what_is_covered_to_what_covers_it():
    whole = deal("whole")
    deals = (
        deal("a", ("implements", "b"), ("follows", "c"), ("replaces", "d"), part_of=whole),
        deal("e", ("restates", "a"), ("rival to", "b")),
    )

    assert {"a": ["whole", "b", "e"], "c": ["a"]} == {
        id: [*above] for id, above in cover_edges(deals).items()
    }
    assert {"a": ["whole", "d"], "e": ["a"]} == {
        id: [*onward] for id, onward in one_way_edges(deals).items()
    }


# Views as of a date.


def test_a_relation_falls_with_the_other_deal_with_its_passages_or_before_its_day(tmp_path):
    content = with_deals(
        table("late"),
        table(
            "early",
            relation("follows", "late", citations=[TALKS]),
            relation("finances", "zhetisu-venture", citations=[TALKS]),
            relation("replaces", "zhetisu-venture", citations=[TALKS], since="2025-07"),
            relation("rival to", "zhetisu-venture", citations=[TALKS], since="2025-06"),
            relation("overlaps in part with", "zhetisu-venture"),
            citations=[TALKS],
        ),
    )
    whole = read_document(content, tmp_path)

    view = whole.as_of("2025-06")

    assert "late" not in view.deals
    rival, finances = told(view, "early")
    assert ("early rival to zhetisu-venture", "early finances zhetisu-venture") == (rival, finances)
    assert 5 == len(told(whole.as_of("2025-12"), "early"))
    cam.write(view, tmp_path / "view.json")
    assert view == cam.read(tmp_path / "view.json")


def test_a_deal_that_stands_by_a_lost_relation_alone_is_lost_with_those_to_it(tmp_path):
    content = with_deals(
        table("late"),
        table("second", relation("follows", "late", citations=[TALKS])),
        table("first", relation("follows", "second", citations=[TALKS])),
    )

    view = read_document(content, tmp_path).as_of("2025-06")

    assert {"late", "second", "first"}.isdisjoint(view.deals.ids)


def amounts(*, late: dict) -> list[dict]:
    """Return a whole that only the late source tells, with a part that the early one does."""
    figure = {"value": {"amount": "300000000", "currency": "USD"}}
    early = cite(EARLY, "about $300 million", figure="$300 million")
    return [
        {"role": "cost", "key": "whole", **late},
        {"role": "cost", "key": "part", "part_of": "whole",
         "statements": [figure | {"hedge": "around", "citations": [early]}]},
    ]  # fmt: skip


def test_an_amount_whose_whole_is_not_known_yet_is_one_by_itself(tmp_path):
    value = {"amount": "1100000000", "currency": "USD"}
    told_late = {"value": value, "citations": [cite(LATE, "$1.1 billion", figure="$1.1 billion")]}
    content = with_deals(
        table("mine", citations=[TALKS], amounts=amounts(late={"statements": [told_late]}))
    )
    whole = read_document(content, tmp_path)

    (part,) = whole.as_of("2025-06").deals["mine"].amounts

    assert cam.NotStated() == part.part_of
    assert "whole" == whole.as_of("2025-12").deals["mine"].amounts[1].part_of


def test_what_an_amount_a_condition_and_a_deal_are_stays_though_a_later_page_says_it(tmp_path):
    """Money, the kind of a condition and the class of a deal tell how to read what is there."""
    states = [
        {"value": "set", "citations": [TALKS]},
        {"value": "met", "citations": [SIGNED]},
    ]
    (_, part) = amounts(late={})
    del part["part_of"]
    audit = {"what": "the audit", "kind": "closing", "statements": states, "citations": [SIGNED]}
    part |= {"role": "spending", "money": "supply", "conditions": [audit], "citations": [SIGNED]}
    content = with_deals(table("mine", deal_class="programme", kind="cooperation", amounts=[part]))

    deal = read_document(content, tmp_path).as_of("2025-06").deals["mine"]

    assert cam.DealClass.PROGRAMME is deal.deal_class
    assert cam.MoneyKind.SUPPLY is deal.amounts[0].money
    (condition,) = deal.amounts[0].conditions
    assert (cam.ConditionKind.CLOSING, cam.ConditionState.SET) == (condition.kind, condition.state)


# Joining.


def test_relations_and_conditions_of_one_identity_unite_and_others_stand_side_by_side(tmp_path):
    def side(passage: dict, state: str, *more: dict) -> cam.Dataset:
        (_, amount) = amounts(late={})
        del amount["part_of"]
        states = [{"value": state, "citations": [passage]}]
        amount["conditions"] = [{"what": "the audit", "statements": states}]
        folder = tmp_path / state
        folder.mkdir()
        relations = (relation("follows", "zhetisu-venture", citations=[passage]), *more)
        return read_document(with_deals(table("mine", *relations, amounts=[amount])), folder)

    one = side(TALKS, "set")
    other = side(SIGNED, "met", relation("rival to", "zhetisu-venture"))

    joined = one.merge(other).deals["mine"]

    follows, rival = joined.relations
    assert (["follows", "rival to"]) == [str(follows.kind), str(rival.kind)]
    assert [EARLY, LATE] == [citation.source.id for citation in follows.citations]
    (condition,) = joined.amounts[0].conditions
    assert ["set", "met"] == [str(told.value) for told in condition.statements]
    assert cam.ConditionState.MET is condition.state


def test_two_days_since_when_a_relation_holds_are_a_conflict():
    def since(day: str) -> cam.Dataset:
        replaces = cam.Relation(
            kind=cam.RelationKind.REPLACES, deal="b", since=cam.PartialDate.parse(day)
        )
        a = cam.Deal(id="a", title="a", kind=cam.DealKind.CONTRACT, relations=(replaces,))
        return dataset(a, deal("b"))

    with pytest.raises(ConflictError, match=r"relations\[0\].since"):
        since("2025").merge(since("2024"))


def test_an_addition_brings_a_relation_a_tranche_of_a_whole_and_a_figure_of_money_in_doubt(
    tmp_path,
):
    value = {"amount": "1100000000", "currency": "USD"}
    late = {"value": value, "citations": [cite(LATE, "$1.1 billion", figure="$1.1 billion")]}
    whole, part = amounts(late={"money": "project", "statements": [late]})
    doubtful = {"role": "investment", "money": "plan", "citations": [SIGNED]}
    base = read_document(
        with_deals(table("mine", kind="equity", amounts=[whole, doubtful])), tmp_path
    )
    figure = part["statements"]
    adds = {
        "id": "mine", "adds": True, "relations": [relation("follows", "zhetisu-venture")],
        "amounts": [part, {"role": "investment", "statements": figure}],
    }  # fmt: skip

    joined = cam.read(written({"format": 1, "deals": [adds]}, tmp_path, "adds.json"), base=base)

    grown = base.merge(joined)
    known, doubted, tranche = grown.deals["mine"].amounts
    assert base.deals["mine"].amounts[0] == known
    assert cam.MoneyKind.PLAN is doubted.money
    assert cam.Money(300_000_000, "USD") == doubted.leading.value
    assert "whole" == tranche.part_of
    assert ["mine follows zhetisu-venture"] == told(grown, "mine")


def test_a_tranche_of_what_neither_the_addition_nor_the_base_has_is_refused(tmp_path):
    base = read_document(with_deals(table("mine")), tmp_path)
    (_, part) = amounts(late={})

    found = problems({"deals": [{"id": "mine", "adds": True, "amounts": [part]}]}, tmp_path, base)

    assert ["deals[0].amounts[0].part_of"] == [*found]


# Questions.


def test_deals_are_asked_by_their_class(full):
    assert ("zhetisu-venture",) == full.deals.where(deal_class="undertaking").ids
    assert () == full.deals.where(deal_class=[cam.DealClass.PROGRAMME]).ids
    with pytest.raises(InvalidValueError, match="did you mean 'programme'"):
        full.deals.where(deal_class="program")


def test_two_names_of_one_paper_are_a_disagreement_and_a_word_beside_a_paper_superseded(tmp_path):
    def stages(*values: str) -> list[dict]:
        return [{"value": value, "citations": [SIGNED]} for value in values]

    content = with_deals(
        table("two-names", stages=stages("memorandum", "signed")),
        table("one-name", stages=stages("memorandum")),
    )
    ds = read_document(content, tmp_path)

    (found,) = [one for one in cam.disagreements(ds) if one.entity.id == "two-names"]
    assert ("stages", ["memorandum", "signed"]) == (found.path, [s.said for s in found.sides])
    assert cam.Stage.MEMORANDUM is ds.deals["two-names"].stage
