"""The words for an absence are read as one only where the field can hold it, and never as text."""

from __future__ import annotations

import types
from pathlib import Path
from typing import Union, get_args, get_origin, get_type_hints

import pytest
from document_places import class_of, is_at, places, problems_of, shown, spoiled
from full_document import document, read_document

import centralasia_minerals as cam

WORDS = ("not stated", "not applicable")


def is_absent_or_text(hint: object) -> bool:
    """Say whether a field holds text, or that there is none."""
    if get_origin(hint) not in (Union, types.UnionType):
        return False
    absences = {cam.NotStated, cam.NotApplicable}
    return str in get_args(hint) and bool(absences & set(get_args(hint)))


TEXTS = [
    (*path, key)
    for path, table in places(document())
    if isinstance(table, dict)
    for key, hint in get_type_hints(class_of(path, table)).items()
    if key in table and is_absent_or_text(hint)
]


def test_every_text_that_may_be_absent_is_tried() -> None:
    assert {
        "basis", "called", "compound", "figure", "origin", "publisher", "reason",
        "remark", "summary", "symbol",
    } <= {path[-1] for path in TEXTS}  # fmt: skip


@pytest.mark.parametrize("path", TEXTS, ids=shown)
def test_a_text_cannot_say_that_it_is_absent(tmp_path: Path, path: tuple[str | int, ...]) -> None:
    refused = WORDS[:1] if path[-1] == "symbol" else WORDS
    for words in refused:
        (problem,) = (p for p in problems_of(spoiled(path, words), tmp_path) if is_at(p, path))

        assert repr(words) in str(problem)
        assert "leave the key out" in str(problem)


def test_what_can_be_not_applicable_can_be_written_so(tmp_path: Path) -> None:
    content = document()
    for mineral in content["minerals"]:
        mineral["symbol"] = "not applicable"

    read = read_document(content, tmp_path)

    assert {cam.NotApplicable()} == {mineral.symbol for mineral in read.minerals}
    assert cam.NotApplicable() in {deal.no_amount for deal in read.deals}


def test_a_text_that_cannot_be_absent_may_have_these_words(tmp_path: Path) -> None:
    content = document()
    content["deals"][1] |= {"title": "Not applicable", "topics": list(WORDS)}

    assert WORDS == read_document(content, tmp_path).deals[content["deals"][1]["id"]].topics
