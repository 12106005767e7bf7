"""Suggestions are sought when an error is read, and for its first twenty problems only."""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from pathlib import Path

import pytest
from full_document import LATE, cite, document, written

import centralasia_minerals as cam
from centralasia_minerals.dataset.files.lines import Lines
from centralasia_minerals.dataset.files.suggestions import (
    MOST_SUGGESTIONS,
    OpenProblem,
    OpenProblems,
    Suggestion,
)
from centralasia_minerals.errors import DataError, Problem, near

MISTYPED = 25


@pytest.fixture
def sought(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the words for which similar ones were sought so far."""
    words: list[str] = []

    def noting(asked: str, known: Iterable[str]) -> tuple[str, ...]:
        words.append(asked)
        return near(asked, known)

    monkeypatch.setattr("centralasia_minerals.dataset.files.suggestions.near", noting)
    return words


@pytest.fixture
def refused(tmp_path: Path) -> DataError:
    """Give the error of a file with 25 deals that each refer to a mistyped deal."""
    content = document()
    content["deals"] += [
        {
            "id": f"deal-{number:02}",
            "title": "A part",
            "kind": "contract",
            "part_of": f"zhetisu-umbrela-{number:02}",
            "citations": [cite(LATE, "In November")],
        }
        for number in range(MISTYPED)
    ]
    with pytest.raises(DataError) as caught:
        cam.read(written(content, tmp_path))
    return caught.value


def test_nothing_is_sought_until_the_error_is_read(sought: list[str], refused: DataError) -> None:
    assert [] == sought
    assert "25 problems found" == refused.found

    assert "did you mean 'zhetisu-umbrella'" in str(refused)
    assert MOST_SUGGESTIONS == len(sought)

    assert MISTYPED == len(refused.problems)
    assert MOST_SUGGESTIONS == len(sought), "they are sought once"


def test_the_first_twenty_problems_have_suggestions_and_every_problem_says_what_to_do(
    refused: DataError,
) -> None:
    messages = [problem.message for problem in refused.problems]

    assert all("did you mean 'zhetisu-umbrella'" in one for one in messages[:MOST_SUGGESTIONS])
    assert {"record it, or pass the base= that has it"} == {
        message.partition("; ")[2] for message in messages[MOST_SUGGESTIONS:]
    }


def test_an_error_that_travels_takes_its_suggestions_along(refused: DataError) -> None:
    travelled = pickle.loads(pickle.dumps(refused))

    assert refused.problems == travelled.problems
    assert str(refused) == str(travelled)


def test_only_problems_that_lack_a_suggestion_count_towards_the_twenty() -> None:
    plain = [OpenProblem("a.json", f"deals[{n}]", "not a table") for n in range(30)]
    mistyped = OpenProblem("b.json", "deal", "unknown kind", Suggestion("deal", ["deals"], "none"))

    problems = OpenProblems([mistyped, *plain], Lines(Path()))

    last = Problem("b.json", "deal", "unknown kind; did you mean 'deals'?")
    assert 31 == len(problems)
    assert last == list(problems)[-1]
    assert last in problems


def test_a_long_list_of_elements_is_not_repeated_in_full(tmp_path: Path) -> None:
    content = document()
    content["deals"][1]["topics"] = [f"topic {number}" for number in range(23)]
    content["deals"][1]["citations"][1]["supports"] = ["topics[peace]"]

    with pytest.raises(DataError) as caught:
        cam.read(written(content, tmp_path))

    (problem,) = caught.value.problems
    assert problem.message.endswith("topic 18, topic 19 and 3 more")


@pytest.mark.parametrize(
    ("named", "id"), [("Kazakhstan", "KZ"), ("Казахстан", "KZ"), ("KAZ", "KZ"), ("kz", "KZ")]
)
def test_a_name_in_place_of_an_id_suggests_the_id(tmp_path: Path, named: str, id: str) -> None:
    content = document()
    content["deals"][1]["countries"] = [named]

    with pytest.raises(DataError) as caught:
        cam.read(written(content, tmp_path))

    assert any(f"did you mean {id!r}?" in problem.message for problem in caught.value.problems)
