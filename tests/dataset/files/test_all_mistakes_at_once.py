"""Whatever is wrong in a file is said at once; no mistake waits for another to be mended."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from full_document import LATE, cite, document, written

import centralasia_minerals as cam

SIGNED = cite(LATE, "In November the Zhetisu venture was signed in Almaty.")


def places(folder: Path, **changes: Any) -> list[str]:
    """Return the places of all that is wrong in one deal of a file."""
    content = document()
    content["deals"] = [{"id": "lease", "title": "The lease", "kind": "licence"} | changes]
    content["events"] = []
    with pytest.raises(cam.DataError) as caught:
        cam.read(written(content, folder, "deals.json"))
    return [problem.path for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ["deals[0]"]),
        ({"kind": "sail"}, ["deals[0]", "deals[0].kind"]),
        ({"id": "The Lease"}, ["deals[0]", "deals[0].id"]),
        ({"citations": [], "topics": ["a\nb"]}, ["deals[0]", "deals[0].topics[0]"]),
        ({"colour": "red", "title": 5}, ["deals[0]", "deals[0].colour", "deals[0].title"]),
        ({"countries": ["XX"]}, ["deals[0]", "deals[0].countries[0]"]),
        ({"kind": "sail", "citations": [SIGNED]}, ["deals[0].kind"]),
        ({"kind": "sail", "citations": [SIGNED | {"end": 0}]}, [
            "deals[0].citations[0].end", "deals[0].kind"]),
    ],
)  # fmt: skip
def test_a_deal_without_citations_is_told_beside_its_other_mistakes(
    tmp_path: Path, changes: dict[str, Any], expected: list[str]
) -> None:
    assert expected == places(tmp_path, **changes)


def test_what_the_record_refuses_is_told_beside_what_cannot_be_read(tmp_path: Path) -> None:
    found = places(
        tmp_path, id="A", kind="sail", colour="red", citations=[SIGNED],
        dates=[
            {"kind": "start", "date": "2026", "citations": [SIGNED]},
            {"kind": "end", "date": "2025", "citations": [SIGNED]},
        ],
        amounts=[{"role": "coast", "horizon_years": 0, "citations": [SIGNED]}],
    )  # fmt: skip

    assert [
        "deals[0].amounts[0].horizon_years", "deals[0].amounts[0].role", "deals[0].colour",
        "deals[0].dates", "deals[0].id", "deals[0].kind",
    ] == found  # fmt: skip


def test_parts_without_citations_are_told_wherever_something_else_is_wrong(tmp_path: Path) -> None:
    value = {"amount": "5", "currency": "USD"}
    found = places(
        tmp_path,
        stages=[{"value": "signed"}, {"value": "sined"}],
        parties=[{"who": "nobody"}, {"who": "KZ"}],
        amounts=[{"role": "cost", "horizon_years": 0, "statements": [{"value": value}]}],
    )

    assert [
        "deals[0]", "deals[0].amounts[0].horizon_years", "deals[0].amounts[0].statements[0]",
        "deals[0].parties[0]", "deals[0].parties[0].who", "deals[0].parties[1]",
        "deals[0].stages[0]", "deals[0].stages[1]", "deals[0].stages[1].value",
    ] == found  # fmt: skip


def test_a_deal_whose_parts_cite_needs_no_citation_beside_a_mistake_in_them(tmp_path: Path) -> None:
    party = {"who": "KZ", "citations": [SIGNED]}

    assert ["deals[0].parties[0].role"] == places(tmp_path, parties=[party | {"role": "friend"}])
    assert ["deals[0].kind"] == places(tmp_path, parties=[party], kind="sail")
    # What its own fields say needs a citation of its own.
    found = places(tmp_path, parties=[party], kind="sail", topics=["pumps"])
    assert ["deals[0]", "deals[0].kind"] == found


def test_the_date_of_a_broken_source_needs_no_citation(tmp_path: Path) -> None:
    content = document()
    content["sources"][0]["length"] = 0

    with pytest.raises(cam.DataError) as caught:
        cam.read(written(content, tmp_path, "all.json"))

    assert not [one for one in caught.value.problems if "no citation" in one.message]


def test_a_date_is_inferred_from_cited_passages_in_a_file_too(tmp_path: Path) -> None:
    content = document()
    grounds = ["the month of the signing", SIGNED]
    content["events"][0]["date"] = {
        "date": "2025-11", "basis": "inferred", "inferred_from": grounds, "citations": [SIGNED],
    }  # fmt: skip

    read = cam.read(written(content, tmp_path, "all.json"))

    event = read.events[content["events"][0]["id"]]
    assert isinstance(event.date, cam.Dated)
    assert ["str", "Citation"] == [type(one).__name__ for one in event.date.inferred_from]
    cam.write(read, tmp_path / "again.json")
    assert read == cam.read(tmp_path / "again.json")


@pytest.mark.parametrize("place", ["events", "deals"])
def test_a_passage_without_its_source_is_no_ground_outside_of_a_source(
    tmp_path: Path, place: str
) -> None:
    content = document()
    ground = {key: value for key, value in SIGNED.items() if key != "source"}
    inferred = {"basis": "inferred", "inferred_from": [ground]}
    if place == "events":
        content["events"][0]["date"] = {"date": "2025", "citations": [SIGNED]} | inferred
    else:
        content["deals"][1]["dates"][0] |= inferred

    with pytest.raises(cam.DataError, match="a passage of a source that is not named"):
        cam.read(written(content, tmp_path, "all.json"))


def test_an_addition_that_is_wrong_lacks_no_citation_that_its_record_has(tmp_path: Path) -> None:
    (tmp_path / "base").mkdir()
    base = cam.read(written(document(), tmp_path / "base", "all.json"))
    party = {"who": "KZ", "role": "friend", "citations": [SIGNED]}
    adds = {"id": "zhetisu-venture", "adds": True, "parties": [party, {"who": "UZ"}]}

    with pytest.raises(cam.DataError) as caught:
        cam.read(written({"format": 1, "deals": [adds]}, tmp_path, "mine.json"), base=base)

    assert ["deals[0].parties[0].role", "deals[0].parties[1]"] == [
        one.path for one in caught.value.problems
    ]
