"""Merging is a union: order does not matter, twice is once, and nothing is known too early."""

from __future__ import annotations

import copy
import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from full_document import EARLY, LATE, TEXTS, cite, document, read_document, texts_written, written
from hypothesis import given, strategies as st

import centralasia_minerals as cam
from centralasia_minerals.dataset.files.encode import encode
from centralasia_minerals.errors import ConflictError, DataError

NEW = "late-letter-2025-12"
_SOURCE = {
    "id": NEW, "title": "A letter", "url": "https://letters.example/1",
    "published": {"date": "2025-12-20"},
}  # fmt: skip
PASSAGES = (
    cite(EARLY, "tungsten"),
    cite(LATE, "pumps"),
    {"source": NEW, "digest": "a" * 16, "length": 9},
)


@cache
def base() -> cam.Dataset:
    with TemporaryDirectory() as folder:
        return read_document(document(), Path(folder))


def read_on_base(content: dict) -> cam.Dataset:
    with TemporaryDirectory() as folder:
        return cam.read(written({"format": 1, **content}, Path(folder), "mine.json"), base=base())


def statement(amount: str, passage: dict) -> dict:
    value = {"amount": amount, "currency": "USD"}
    return {"value": value, "citations": [passage | {"figure": f"${amount}"}]}


RELATIONS = ("rival to", "implements", "finances", "possibly the same as")


def relation(kind: str, passage: dict) -> dict:
    return {"kind": kind, "deal": "zhetisu-umbrella", "citations": [passage]}


def conditional_loan(draw, passage) -> list[dict]:
    """Draw a loan and a tranche of it that hangs on a condition, in one state or another."""
    told = draw(passage)
    state = draw(st.sampled_from(["set", "met", "waived", "lapsed"]))
    condition = {
        "what": "the reserves are confirmed",
        "statements": [{"value": state, "citations": [told]}],
        "citations": [told],
    }
    whole = {"key": "the facility", "role": "financing", "statements": [statement("4", told)]}
    tranche = {"key": "a second tranche", "role": "financing", "part_of": "the facility"}
    more = {"conditions": [condition], "citations": [told]}
    return [whole | {"citations": [told]}, tranche | more]


@st.composite
def additions(draw) -> cam.Dataset:
    """Draw a file that adds to the records of the base whatever can be added."""
    passage = st.sampled_from(PASSAGES)
    venture: dict = {"id": "zhetisu-venture", "adds": True}
    if draw(st.booleans()):
        venture["topics"] = draw(st.sets(st.sampled_from(["pumps", "trust", "rail"]), min_size=1))
        venture["topics"] = sorted(venture["topics"])
        venture["citations"] = [draw(passage)]
    if draw(st.booleans()):
        told = [statement(draw(st.sampled_from("123")), draw(passage))]
        amount = {"key": draw(st.sampled_from(["a letter", "a loan"])), "role": "financing"}
        venture["amounts"] = [amount | {"statements": told}]
    if draw(st.booleans()):
        stage = draw(st.sampled_from(["memorandum", "signed", "talks", "term sheet", "denied"]))
        venture["stages"] = [{"value": stage, "citations": [draw(passage)]}]
    if draw(st.booleans()):
        venture["relations"] = [relation(draw(st.sampled_from(RELATIONS)), draw(passage))]
    if draw(st.booleans()):
        venture.setdefault("amounts", []).extend(conditional_loan(draw, passage))
    if draw(st.booleans()):
        who = draw(st.sampled_from(["KZ", "altai-mining", "aisulu-bekova", "european-union"]))
        venture["parties"] = [{"who": who, "citations": [draw(passage)]}]
    content: dict = {"sources": [_SOURCE], "deals": [venture]}
    if draw(st.booleans()):
        spelling = {"text": draw(st.sampled_from(["Aisulu Bekowa", "A. Bekova"]))}
        content["people"] = [
            {"id": "aisulu-bekova", "official": True, "adds": True, "names": [spelling],
             "citations": [draw(passage)]}
        ]  # fmt: skip
    return read_on_base(content)


def is_same(one: cam.Dataset, other: cam.Dataset) -> bool:
    """Say whether two datasets say the same, whatever the order of their lists."""
    return bool(in_any_order(one) == in_any_order(other))


def in_any_order(value: object) -> object:
    """Give a dataset as text in which the order of a list does not matter."""
    if isinstance(value, cam.Dataset):
        return in_any_order(encode(value.records))
    if isinstance(value, dict):
        return {key: in_any_order(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return sorted((in_any_order(item) for item in value), key=json.dumps)
    return value


@given(one=additions(), other=additions())
def test_order_does_not_matter(one, other):
    assert is_same(one.merge(other), other.merge(one))
    assert is_same(base().merge(one).merge(other), base().merge(other).merge(one))


@given(one=additions(), two=additions(), three=additions())
def test_grouping_does_not_matter(one, two, three):
    assert is_same(one.merge(two).merge(three), one.merge(two.merge(three)))


@given(one=additions(), other=additions())
def test_merging_twice_changes_nothing(one, other):
    joined = base().merge(one)

    assert joined == joined.merge(joined)
    assert joined == joined.merge(one)
    assert joined == joined.merge(base())
    twice = joined.merge(other)
    assert twice == twice.merge(other)


@given(one=additions(), other=additions(), suffix=st.sampled_from([".json", ".toml"]))
def test_what_is_merged_is_written_and_read_back(one, other, suffix):
    joined = base().merge(one).merge(other)

    with TemporaryDirectory() as folder:
        cam.write(joined, Path(folder) / f"joined{suffix}")
        assert joined == cam.read(Path(folder) / f"joined{suffix}")


@given(
    one=additions(),
    other=additions(),
    day=st.sampled_from(
        ["2025-02", "2025-03", "2025-06", "2025-11-08", "2025-12-19", "2025-12-20"]
    ),
)
def test_a_view_of_a_merge_is_the_merge_of_the_views(one, other, day):
    joined = base().merge(one).merge(other).as_of(day)
    views = base().as_of(day).merge(one.as_of(day)).merge(other.as_of(day))

    assert is_same(views, joined)


@given(mine=additions())
def test_a_view_before_a_page_knows_nothing_of_it(mine):
    """Whatever only the letter of December says is not in a view of November."""
    before, joined = base().as_of("2025-11"), base().merge(mine).as_of("2025-11")

    for kind, entities in joined.records.items():
        for entity in entities:
            assert NEW not in {c["source"] for c in citations_in(encode({kind: (entity,)}))}
    assert before.as_of("2025-02").deals.ids == joined.as_of("2025-02").deals.ids


def citations_in(table: object) -> list[dict]:
    if isinstance(table, dict):
        own = [table] if "digest" in table and "source" in table else []
        return own + [c for inner in table.values() for c in citations_in(inner)]
    return [c for inner in table for c in citations_in(inner)] if isinstance(table, list) else []


def grown(**more: object) -> cam.Dataset:
    deal = {"id": "zhetisu-venture", "adds": True, **more}
    return read_on_base({"sources": [_SOURCE], "deals": [deal]})


def problems(content: dict, known: cam.Dataset | None) -> list[str]:
    with TemporaryDirectory() as folder, pytest.raises(DataError) as refused:
        cam.read(written({"format": 1, **content}, Path(folder), "mine.json"), base=known)
    return [f"{problem.path}: {problem.message}" for problem in refused.value.problems]


def test_a_statement_that_two_sources_tell_is_one_with_both_citations():
    cost = base().deals["zhetisu-venture"].amounts[0]
    told = cost.statements[0]
    again = {"key": cost.key, "role": "cost", "statements": [
        {"value": {"amount": str(told.value.amount), "currency": "USD"},
         "citations": [PASSAGES[2] | {"figure": "$1.1 billion"}]}]}  # fmt: skip
    plain = copy.deepcopy(document())
    joined = base().merge(grown(amounts=[again])).deals["zhetisu-venture"].amounts[0]

    assert len(plain["deals"][1]["amounts"][0]["statements"]) + 1 >= len(joined.statements)
    assert NEW in {c.source.id for s in joined.statements for c in s.citations}


def test_what_a_later_source_tells_again_is_not_superseded():
    early, late = (
        cam.load().sources[i] for i in ("caspian-post-2025-03", "summit-minerals-2025-11")
    )
    between = cam.load().sources["caspian-post-2025-04"]

    def said(amount: int, *sources: cam.Source) -> cam.Stated:
        cited = tuple(cam.Citation(source=s, start=0, end=1, digest="0" * 16) for s in sources)
        return cam.Stated(value=cam.Money(amount, "USD"), citations=cited)

    amount = cam.Amount(
        role=cam.AmountRole.COST, statements=(said(1, early, late), said(2, between))
    )

    assert cam.Money(1, "USD") == amount.stated.value
    assert cam.PartialDate.parse("2025-03") == amount.stated.as_of


def test_a_bare_citation_of_an_addition_names_what_it_adds():
    joined = base().merge(grown(topics=["rail"], citations=[PASSAGES[2]]))

    (added,) = [c for c in joined.deals["zhetisu-venture"].citations if c.source.id == NEW]
    assert ("topics[rail]",) == added.supports
    assert "rail" not in joined.as_of("2025-11").deals["zhetisu-venture"].topics


def test_what_is_added_must_be_known_to_the_base():
    lost = {"deals": [{"id": "zhetisu-ventura", "adds": True}]}

    (said,) = problems(lost, base())

    assert "the base has no record 'zhetisu-ventura'" in said
    assert "did you mean 'zhetisu-venture'" in said
    assert "adds" in problems({"deals": [{"id": "zhetisu-venture", "adds": 1}]}, base())[0]
    assert problems({"deals": [{"id": "zhetisu-venture", "adds": True}]}, None)


def test_a_partial_record_without_the_word_is_told_the_word():
    said = problems({"deals": [{"id": "zhetisu-venture", "topics": ["rail"]}]}, base())

    assert any("to add to the record of the base, write adds = true" in one for one in said)


def test_a_value_that_the_base_has_otherwise_is_refused_with_its_place():
    said = problems({"deals": [{"id": "zhetisu-venture", "adds": True, "title": "Other"}]}, base())

    assert len(said) == 1
    assert said[0].startswith("deals[0].title: ")
    assert "'Other' here" in said[0]


def test_a_problem_in_an_addition_is_shown_where_it_stands_in_its_file():
    bad = statement("5", PASSAGES[2])
    del bad["citations"][0]["figure"]
    deal = {"id": "zhetisu-venture", "adds": True,
            "amounts": [{"key": "new", "role": "price", "money": "project",
                         "statements": [bad]}]}  # fmt: skip

    (said,) = problems({"sources": [_SOURCE], "deals": [deal]}, base())

    assert said.startswith("deals[0].amounts[0].statements[0].citations: no citation quotes")


def test_two_parts_of_one_key_are_refused_when_read_written_and_merged(tmp_path):
    financing = [{"role": "financing", "statements": [statement(n, PASSAGES[2])]} for n in "12"]
    deal = {**document()["deals"][0], "id": "twice", "amounts": financing}
    del deal["no_amount"]

    (said,) = problems({"sources": [_SOURCE], "deals": [deal]}, base())
    assert "two have the same role (financing) and horizon_years (not stated); give each" in said

    keyed = [one | {"key": f"letter {n}"} for n, one in enumerate(financing)]
    good = read_on_base({"sources": [_SOURCE], "deals": [deal | {"amounts": keyed}]}).deals["twice"]
    bad = cam.Deal(
        id="twice", title=good.title, kind=good.kind, citations=good.citations,
        amounts=tuple(
            cam.Amount(role=one.role, statements=one.statements) for one in good.amounts
        ),
    )  # fmt: skip
    made = cam.Dataset.of({"deals": (bad,)})
    with pytest.raises(cam.errors.InvalidValueError, match="give each a key of its own"):
        cam.write(made, tmp_path / "made.json")
    with pytest.raises(ConflictError, match="give each a key of its own"):
        made.merge(cam.Dataset.of({"deals": (good,)}))


def test_a_preference_drops_the_conflicting_field_alone_and_says_so():
    content = document()
    content["deals"][1]["title"] = "Another title"
    content["deals"][1]["topics"] = ["rail"]
    content["deals"][1]["citations"][0]["supports"] = []
    with TemporaryDirectory() as folder:
        other = read_document(content, Path(folder))

    joined = base().merge(other, prefer="left")
    right = base().merge(other, prefer="right")

    assert base().deals["zhetisu-venture"].title == joined.deals["zhetisu-venture"].title
    assert "rail" in joined.deals["zhetisu-venture"].topics
    assert "Another title" == right.deals["zhetisu-venture"].title
    assert base().deals["zhetisu-venture"].parties == right.deals["zhetisu-venture"].parties
    assert [one.split(": ")[:2] for one in joined.dropped] == [["zhetisu-venture", "title"]]
    assert () == base().dropped


def test_the_version_of_a_merged_dataset_says_that_it_is_one(tmp_path):
    joined = cam.load().merge(grown(topics=["rail"], citations=[PASSAGES[2]]))

    assert cam.load().version + "+merged" == joined.version
    assert cam.load().version == cam.load().merge(cam.load()).version


def test_an_addition_proves_itself_on_its_texts(tmp_path):
    texts_written(tmp_path)
    letter = "The letter of the bank says so."
    (tmp_path / f"{NEW}.txt").write_text(letter, "utf-8")
    passage = {"source": NEW, "digest": cam.digest_of(letter), "length": len(letter)}

    mine = grown(topics=["rail"], citations=[passage])

    assert mine.verify(tmp_path).complete
    assert LATE in TEXTS
