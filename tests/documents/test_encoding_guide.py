"""The encoding guide decides as the library does, and its examples are read as it says."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import Path

import pytest
from document_pages import DOCS, blocks_of, rows_of, section_of, text_of

import centralasia_minerals as cam
from centralasia_minerals.analysis.counting.judging.filters import COUNTED_CLASSES
from centralasia_minerals.entities.vocabulary.money_kind import money_of
from centralasia_minerals.entities.vocabulary.stage import StageSort

PAGE = DOCS / "encoding-guide.md"
RUNGS = "How far has it come? (`stages`)"
CLASSES = "What is it? (`deal_class`)"
KINDS_OF_MONEY = "Who pays whom for what? (`money`)"
RELATIONS = "Is it told again, or tied to another deal? (`relations`)"
EXAMPLES = {block.file_name: block.text for block in blocks_of(PAGE) if block.file_name}
TEXTS = dict(
    zip(("mine.toml", "plant.toml"), re.findall(r"^> (.+)$", text_of(PAGE), re.M), strict=True)
)

SOURCE = """
[[sources]]
id = "sample-2030-03"
title = "[An invented text]"
text = "sample.txt"
published = { date = "2030-03", basis = "inferred", inferred_from = ["invented for this page"] }
"""


def table(title: str) -> list[tuple[str, ...]]:
    """Give the rows under a heading whose first cell is a term, without its marks."""
    rows = rows_of(section_of(PAGE, title))
    return [(row[0].strip("`*"), *row[1:]) for row in rows if row[0].strip("`*") != row[0]]


def rungs() -> list[cam.Stage]:
    return [cam.Stage(row[0]) for row in table(RUNGS)]


def test_the_guide_stays_under_500_lines() -> None:
    assert text_of(PAGE).count("\n") < 500


def test_the_rungs_are_those_of_the_library_with_their_groups_bonds_and_orders() -> None:
    told = {row[0]: row[2:] for row in table(RUNGS)}

    assert len(told) == len(table(RUNGS))
    assert told == {
        str(stage): (str(stage.group), str(stage.binds), str(stage.order)) for stage in cam.Stage
    }


def test_the_first_rung_that_fits_is_the_one_that_decides_among_several() -> None:
    ranks = [
        (sorts.index(rung.sort), is_concluded_paper(rung), -order_of_word(rung)) for rung in rungs()
    ]

    assert ranks == sorted(ranks)


sorts = [StageSort.END, StageSort.DEED, StageSort.PAPER, StageSort.WORD]


def is_concluded_paper(rung: cam.Stage) -> bool:
    return rung.sort is StageSort.PAPER and rung.group == "concluded"


def order_of_word(rung: cam.Stage) -> int:
    return rung.order if rung.sort is StageSort.WORD else 0


@pytest.mark.parametrize(
    ("title", "members"),
    [
        (CLASSES, cam.DealClass),
        (KINDS_OF_MONEY, cam.MoneyKind),
        ("8. Kind, sectors and countries", cam.DealKind),
    ],
)
def test_every_member_has_a_row(title: str, members: type[Enum]) -> None:
    cells = [cell.strip("`*") for row in rows_of(section_of(PAGE, title)) for cell in row]

    assert sorted(str(member) for member in members) == sorted(
        cell for cell in cells if cell in {str(member) for member in members}
    )


def test_the_classes_outside_the_default_total_are_those_of_the_library() -> None:
    out = {row[0] for row in table(CLASSES) if row[2].startswith("no;")}

    assert out == {str(one) for one in cam.DealClass} - set(map(str, COUNTED_CLASSES))


def test_every_relation_has_a_row() -> None:
    assert sorted(map(str, cam.RelationKind)) == sorted(row[0] for row in table(RELATIONS))


def test_the_roles_in_an_event_are_those_of_the_library() -> None:
    told = [row[0] for row in table("9. Who takes part")]

    assert sorted(map(str, cam.ParticipantRole)) == sorted(told)


def test_every_state_and_kind_of_condition_is_explained() -> None:
    said = set(re.findall(r"`([^`]+)`", section_of(PAGE, "Conditions")))

    assert {*map(str, cam.ConditionState), *map(str, cam.ConditionKind)} <= said


def test_role_and_kind_decide_the_kind_of_money_as_the_library_does() -> None:
    section = section_of(PAGE, "What role and kind decide")
    (header,) = re.findall(r"^\| role \|.*", section, re.MULTILINE)
    columns = [re.findall(r"`([^`]+)`", cell) for cell in header.split("|")[3:-1]]
    named = [kind for column in columns for kind in column]
    columns[0] = [str(kind) for kind in cam.DealKind if str(kind) not in named]
    told = {
        (role, kind): cell
        for role, _, *cells in table("What role and kind decide")
        for column, cell in zip(columns, cells, strict=True)
        for kind in column
    }

    assert told == {
        (str(role), str(kind)): str(money_of(role, kind) or "say")
        for role in cam.AmountRole
        for kind in cam.DealKind
    }


def read(name: str, folder: Path) -> dict[str, cam.Deal]:
    (folder / "sample.txt").write_text(TEXTS[name], "utf-8")
    (folder / "draft.toml").write_text(SOURCE + EXAMPLES[name], "utf-8")
    cam.build(folder / "draft.toml", folder / "built.toml")
    mine = cam.read(folder / "built.toml", base=cam.load())
    assert mine.verify(folder_of_texts(folder)).ok
    return {deal.id: deal for deal in mine.deals}


def folder_of_texts(folder: Path) -> Path:
    texts = folder / "texts"
    texts.mkdir()
    (folder / "sample.txt").rename(texts / "sample.txt")
    return texts


def test_a_plain_deal_takes_fifteen_lines_and_needs_no_kind_of_money(tmp_path: Path) -> None:
    (deal,) = read("plant.toml", tmp_path).values()

    assert EXAMPLES["plant.toml"].count("\n") - 1 == 15  # without the name of the file
    assert (deal.stage, deal.amounts[0].money) == (cam.Stage.SIGNED, cam.MoneyKind.PROJECT)
    assert str(cam.total([deal])).startswith("USD 20,000,000, from 1 deal")


def test_the_tree_at_work_says_of_each_deal_what_the_library_does(tmp_path: Path) -> None:
    deals = read("mine.toml", tmp_path)
    mine, exploration = deals["kz-sample-field-mine"], deals["kz-sample-field-exploration"]
    told = {row[0]: row[1:] for row in rows_of(section_of(PAGE, "The tree at work"))}

    for deal, row in ((mine, told["the mine"]), (exploration, told["the exploration"])):
        rung, deal_class, money, _ = (re.findall(r"\*([^*]+)\*", cell) for cell in row)
        assert [deal.stage, *map(str, {deal.implementation} - {"unknown"})] == rung
        assert [deal.deal_class] == deal_class
        assert {str(amount.money) for amount in deal.amounts} == set(money) & set(cam.MoneyKind)
    assert mine.amounts[1].stage == "letter of interest"
    assert [amount.is_conditional for amount in exploration.amounts] == [False, False, True]
    (relation,) = exploration.relations
    assert (relation.kind, relation.deal) == ("implements", mine.id)


def test_the_tree_at_work_comes_to_what_it_says(tmp_path: Path) -> None:
    (counted,) = re.findall(r"^Counted: (\d+) million\.$", text_of(PAGE), re.MULTILINE)

    total = cam.total(read("mine.toml", tmp_path).values())

    assert [str(row.figure) for row in total.counted] == [f"USD {counted},000,000"]


@pytest.mark.parametrize(
    ("earlier", "later", "day", "decides"),
    [
        ("roadmap", "signed", "2026-02-26", "roadmap"),
        ("roadmap", "signed", None, "signed"),
        ("signed", "roadmap", "2026-02-26", "roadmap"),
        ("signed", "roadmap", None, "signed"),
        ("memorandum", "agreed", None, "memorandum"),
        ("agreed", "memorandum", None, "memorandum"),
        ("signed", "talks", None, "signed"),
        ("signed", "denied", None, "denied"),
        ("failed", "talks", None, "talks"),
    ],
)
def test_papers_verbs_and_ends_decide_as_the_guide_says(
    earlier: str, later: str, day: str | None, decides: str
) -> None:
    days = ("2026-02-26", day or "2026-03-05")
    stages = [
        cam.Stated(value=cam.Stage(stage), as_of=cam.PartialDate.parse(told))
        for stage, told in zip((earlier, later), days, strict=True)
    ]

    deal = cam.Deal(id="x", title="X", kind=cam.DealKind.COOPERATION, stages=tuple(stages))

    assert deal.stage == decides
