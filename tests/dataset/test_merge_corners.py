"""Corners of joining, of views and of proofs, each of which was once wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import centralasia_minerals as cam
from centralasia_minerals.dataset.authoring.draft import built
from centralasia_minerals.errors import (
    ConflictError,
    DataError,
    InvalidTypeError,
    InvalidValueError,
)

BASE = cam.load()
MARCH, APRIL, NOVEMBER = (
    BASE.sources[id]
    for id in ("caspian-post-2025-03", "caspian-post-2025-04", "summit-minerals-2025-11")
)
READ = cam.Source(id="undated", title="Undated", read=cam.PartialDate.parse("2025-02-01"))


def cited(source: cam.Source, at: int = 0, *supports: str) -> cam.Citation:
    return cam.Citation(source=source, start=at, end=at + 1, digest="0" * 16, supports=supports)


def deal(id: str = "a-deal", **more) -> cam.Deal:
    fields = {"title": "A deal", "kind": cam.DealKind.CONTRACT, "citations": (cited(MARCH),)}
    return cam.Deal(id=id, **{**fields, **more})


def of(*deals: cam.Deal) -> cam.Dataset:
    sources = {c.source.id: c.source for one in deals for c in one.citations}
    return cam.Dataset.of({"sources": tuple(sources.values()), "deals": deals})


def added(tmp_path: Path, **fields) -> cam.Dataset:
    file = tmp_path / "mine.json"
    deal = {"id": "abraham-accords-2020", "adds": True, **fields}
    file.write_text(json.dumps({"format": 1, "deals": [deal]}), "utf-8")
    return cam.read(file, base=BASE)


def test_false_and_not_applicable_are_said_and_stay_so(tmp_path: Path) -> None:
    page = {"id": "x", "title": "t", "read": cam.PartialDate.parse("2026-01-01")}
    said = cam.Dataset.of({"sources": (cam.Source(**page, state_run=False),)})
    silent = cam.Dataset.of({"sources": (cam.Source(**page),)})
    more = {"topics": ["more"], "citations": [{"source": NOVEMBER.id, "start": 0, "end": 5,
                                               "digest": "0" * 16}]}  # fmt: skip

    assert said.merge(silent).sources["x"].state_run is False
    assert silent.merge(said).sources["x"].state_run is False
    grown = added(tmp_path, **more).deals["abraham-accords-2020"]
    assert cam.NotApplicable() == grown.no_amount


def test_no_deal_becomes_a_part_of_itself(tmp_path: Path) -> None:
    whole, other = deal("whole"), deal("other")
    one = of(deal("whole", part_of=other), other)
    two = of(whole, deal("other", part_of=whole))

    with pytest.raises(ConflictError, match="would form a circle"):
        one.merge(two)
    inner = of(whole, deal("inner", part_of=whole))
    file = tmp_path / "mine.json"
    citation = {"source": MARCH.id, "start": 0, "end": 1, "digest": "0" * 16}
    table = {"id": "whole", "adds": True, "part_of": "inner", "citations": [citation]}
    file.write_text(json.dumps({"format": 1, "deals": [table]}), "utf-8")
    with pytest.raises(DataError, match="a circle, whole → inner → whole"):
        cam.read(file, base=inner)


def test_what_is_added_without_a_citation_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"deals\[0\]: no citation"):
        added(tmp_path, topics=["a claim nobody made"])


def test_statements_of_undated_sources_are_undated() -> None:
    both = (cited(READ), cited(READ, 5))
    series = tuple(
        cam.Stated(value=stage, citations=both) for stage in (cam.Stage.SIGNED, cam.Stage.TALKS)
    )

    assert cam.NotStated() == deal(stages=series).stages[0].as_of
    assert cam.Stage.SIGNED is deal(stages=series).stage


def test_a_view_works_out_the_date_of_a_statement_anew(tmp_path: Path) -> None:
    stage = cam.Stated(value=cam.Stage.SIGNED, citations=(cited(READ), cited(NOVEMBER)))
    known = of(deal(citations=(cited(READ), cited(NOVEMBER)), stages=(stage,)))

    early = known.as_of("2025-03")

    assert cam.PartialDate.parse("2025-11") == stage.as_of
    assert cam.NotStated() == early.deals["a-deal"].stages[0].as_of
    assert early == early.as_of("2025-03")


def test_a_view_that_keeps_only_parts_is_read_back(tmp_path: Path) -> None:
    stage = cam.Stated(value=cam.Stage.SIGNED, citations=(cited(MARCH),))
    known = of(deal(citations=(cited(NOVEMBER),), stages=(stage,), topics=("late",)))
    known = known.merge(cam.Dataset.of({"sources": (MARCH,)}))

    view = known.as_of("2025-06")
    cam.write(view, tmp_path / "view.json")

    assert () == view.deals["a-deal"].citations
    assert () == view.deals["a-deal"].topics
    assert view == cam.read(tmp_path / "view.json")


def test_what_no_citation_names_keeps_its_own_support_when_joined() -> None:
    told = of(deal(topics=("a", "b"), citations=(cited(MARCH, 0, "topics[a]"),)))
    early = of(deal(citations=(cited(READ),)))

    for joined in (told.merge(early), early.merge(told)):
        assert () == joined.as_of("2025-02").deals["a-deal"].topics
        assert {"a", "b"} == set(joined.as_of("2025-03").deals["a-deal"].topics)


def test_one_bare_citation_on_both_sides_is_joined_once() -> None:
    one, two = of(deal(topics=("more",))), of(deal())
    joined = one.merge(two)

    assert joined == joined.merge(one) == joined.merge(two)
    assert two.merge(two).merge(one) == two.merge(two.merge(one))


TEXT = "The bank lends up to $700 million. It said that the loan would be paid back by next year."


@pytest.mark.parametrize(
    ("passage", "figure"),
    [
        ("The bank lends up to $700 million", "$700"),
        ("The bank lends up to $700 million", "0 million"),
        ("The bank lends up to $700 million", "$700 millio"),
        ("The bank lends up to $70", None),
        ("The bank lends up to $700 mill", None),
    ],
)
def test_neither_a_passage_nor_a_figure_ends_within_a_word(passage, figure) -> None:
    with pytest.raises(InvalidValueError):
        cam.cite(TEXT, passage, figure=figure)


def test_a_part_of_a_figure_does_not_verify(tmp_path: Path) -> None:
    page = cam.source(TEXT, read="2026-01-01", id="page", title="A page")
    whole = page.cite(TEXT, "The bank lends up to $700 million", figure="$700")
    cost = cam.Amount(
        role=cam.AmountRole.COST,
        statements=(cam.Stated(value=cam.Money(700, "USD"), citations=(whole,)),),
    )
    (tmp_path / "page.txt").write_text(TEXT, "utf-8")

    report = of(deal(citations=(whole,), amounts=(cost,))).verify(tmp_path)

    assert {"the figure '$700' is only a part of what the passage prints"} <= {
        failure.reason for failure in report.failures
    }


@pytest.mark.parametrize(
    "table",
    [
        'summary = "It said that the loan would be paid back by next year"',
        'note = "the loan would be paid back by next"',
    ],
)
def test_no_sentence_of_a_text_gets_into_a_data_file(tmp_path: Path, table: str) -> None:
    (tmp_path / "page.txt").write_text(TEXT, "utf-8")
    (tmp_path / "draft.toml").write_text(
        '[[sources]]\nid = "page"\ntitle = "A page"\ntext = "page.txt"\nread = "2026-01-01"\n'
        f'[[events]]\nid = "loan"\n{table}\n',
        "utf-8",
    )

    with pytest.raises(DataError, match="in a row are those of the text"):
        built(tmp_path / "draft.toml", cam.Dataset.of({}))


def test_a_headline_is_not_a_whole_text() -> None:
    with pytest.raises(InvalidValueError, match="give title, as it is printed"):
        cam.source(" ".join([TEXT] * 3), read="2026-01-01")


@pytest.mark.parametrize("cite", ["{ passage = 'x', figure = 5 }", "{ passage = 'x', source = [] }",
                                  "5", "[[]]"])  # fmt: skip
def test_whatever_a_draft_holds_it_is_a_documented_error(tmp_path: Path, cite: str) -> None:
    (tmp_path / "page.txt").write_text(TEXT, "utf-8")
    (tmp_path / "draft.toml").write_text(
        '[[sources]]\nid = "page"\ntitle = "A page"\ntext = "page.txt"\nread = "2026-01-01"\n'
        f'[[deals]]\nid = "loan"\ncite = {cite}\n',
        "utf-8",
    )

    with pytest.raises(DataError):
        built(tmp_path / "draft.toml", cam.Dataset.of({}))


@pytest.mark.parametrize(
    ("figure", "error", "said"),
    [("", InvalidValueError, "it is empty"), (" ", InvalidValueError, "it is empty"),
     (5, InvalidTypeError, "give text")],
)  # fmt: skip
def test_an_empty_figure_is_no_figure(figure, error, said) -> None:
    with pytest.raises(error, match=said):
        cam.cite(TEXT, "up to $700 million", figure=figure)


def test_an_unknown_field_of_a_source_is_named() -> None:
    with pytest.raises(InvalidTypeError, match="foo"):
        cam.source(TEXT, title="A page", read="2026-01-01", foo=1)


@pytest.mark.parametrize(
    "url",
    ["https://" + "é" * 70 + ".kz/", "https://é..kz/", "https://x.example/a#:~:text=foo",
     "https://u:p@x.example/"],
)  # fmt: skip
def test_an_address_that_leads_nowhere_is_refused(url: str) -> None:
    with pytest.raises(InvalidValueError, match="the address of a page"):
        cam.source(TEXT, title="A page", read="2026-01-01", url=url)


def test_a_passage_in_a_script_without_spaces_is_found() -> None:
    text = "哈萨克斯坦宣布将在卡拉干达开采钨矿,投资额未公布。"

    assert 7 == cam.cite(text, "将在卡拉干达开采钨矿").start
