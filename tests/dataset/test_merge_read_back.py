"""Whatever merging gives is written, and read back as it was."""

from __future__ import annotations

import copy
import random
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from full_document import LATE, cite, document, read_document, written
from hypothesis import assume, given, strategies as st
from test_merge_laws import is_same

import centralasia_minerals as cam
from centralasia_minerals.errors import DataError, InvalidValueError

_LONGER = {"title", "text", "remark", "reason", "condition", "publisher", "author", "wording"}
_OTHERWISE = {
    "amount": ["3", "4", "1100000000"], "magnitude": ["3", "17"], "stage": ["signed", "talks"],
    "date": ["2025-11", "2025", "2024-05-01"], "as_of": ["2025-11", "2025"],
    "kind": ["contract", "meeting", "company"], "hedge": ["around", "up to"],
}  # fmt: skip
OTHER_SIDE = {"left": "right", "right": "left"}


def spoil(chosen: random.Random, node: object, key: str = "") -> None:
    """Change something below a node, as another person might have recorded it."""
    if isinstance(node, dict) and node:
        spoil_table(chosen, node)
    elif isinstance(node, list) and node:
        spoil_list(chosen, node, key)


def spoil_table(chosen: random.Random, node: dict) -> None:
    key = chosen.choice([name for name in node if name != "id"] or ["id"])
    if key not in ("source", "citations", "id") and chosen.random() < 0.15:
        del node[key]
    elif isinstance(node[key], (dict, list)):
        spoil(chosen, node[key], key)
    elif isinstance(node[key], bool):
        node[key] = not node[key]
    elif key in _LONGER:
        node[key] += chosen.choice([" again", " anew"])
    elif key in _OTHERWISE:
        node[key] = chosen.choice(_OTHERWISE[key])


def spoil_list(chosen: random.Random, node: list, key: str) -> None:
    what, item = chosen.random(), chosen.randrange(len(node))
    if what < 0.2:
        chosen.shuffle(node)
    elif what < 0.35:
        node.pop(item)
    elif what < 0.5:
        node.append(copy.deepcopy(node[item]))
        spoil(chosen, node[-1], key)
    elif isinstance(node[item], str) and key in ("topics", "quote"):
        node[item] += " too"
    else:
        spoil(chosen, node[item], key)


@st.composite
def recorded_by_another(draw) -> cam.Dataset:
    """Draw a file that repeats the records of another, with differences."""
    chosen = random.Random(draw(st.integers(0, 2**32)))
    for _ in range(20):
        content = document()
        kinds = [kind for kind in content if isinstance(content[kind], list) and kind != "sources"]
        for _ in range(chosen.randrange(1, 14)):
            kind = chosen.choice(kinds)
            spoil(chosen, chosen.choice(content[kind]))
        with TemporaryDirectory() as folder:
            try:
                return read_document(content, Path(folder))
            except DataError:
                continue
    assume(False)
    raise AssertionError


@given(
    one=recorded_by_another(),
    other=recorded_by_another(),
    third=recorded_by_another(),
    prefer=st.sampled_from(["left", "right"]),
    suffix=st.sampled_from([".json", ".toml"]),
)
def test_files_that_repeat_records_are_joined_written_and_read_back(
    one, other, third, prefer, suffix
):
    joined = one.merge(other, prefer=prefer)
    every = joined.merge(third, prefer=prefer)

    for dataset in (joined, every):
        with TemporaryDirectory() as folder:
            cam.write(dataset, Path(folder) / f"joined{suffix}")
            assert dataset == cam.read(Path(folder) / f"joined{suffix}")
            cam.write(dataset, folder)
    assert is_same(joined, other.merge(one, prefer=OTHER_SIDE[prefer]))
    assert joined.records == joined.merge(other, prefer=prefer).records


@given(
    one=recorded_by_another(),
    other=recorded_by_another(),
    day=st.sampled_from(["2025-03", "2025-11"]),
)
def test_a_view_of_what_is_joined_is_written_and_read_back(one, other, day):
    view = one.merge(other, prefer="right").as_of(day)

    with TemporaryDirectory() as folder:
        cam.write(view, Path(folder) / "view.json")
        assert view == cam.read(Path(folder) / "view.json")


def test_names_and_passages_of_both_files_are_kept_whoever_is_preferred(tmp_path: Path):
    """Two files that repeat a person and a deal, each with a spelling and a passage of its own."""
    first, second = document(), document()
    for content, spelling, passage in (
        (first, "Bekova A.", "pumps"),
        (second, "A. Bekowa", "trust"),
    ):
        person = next(one for one in content["people"] if one["id"] == "aisulu-bekova")
        person["names"].append({"text": spelling, "language": "en"})
        deal = next(one for one in content["deals"] if one["id"] == "zhetisu-venture")
        deal["topics"] = [*deal.get("topics", []), passage]
        deal["citations"][0] = {**deal["citations"][0], "supports": []}
        deal["citations"].append(
            {"source": LATE, "digest": passage.encode().hex().ljust(16, "0")[:16], "length": 5}
        )
    left, right = (read_document(content, tmp_path) for content in (first, second))

    for prefer in ("left", "right"):
        joined = left.merge(right, prefer=prefer)
        names = {name.text for name in joined.people["aisulu-bekova"].names}
        digests = {one.digest for one in joined.deals["zhetisu-venture"].citations}
        assert {"Bekova A.", "A. Bekowa"} <= names
        assert {
            b"pumps".hex().ljust(16, "0"),
            b"trust".hex().ljust(16, "0"),
        } <= digests
        cam.write(joined, tmp_path / "joined.toml")
        assert joined == cam.read(tmp_path / "joined.toml")


def added_to(base: cam.Dataset, folder: Path, kind: str, record: dict) -> cam.Dataset:
    return cam.read(
        written({"format": 1, kind: [{"adds": True, **record}]}, folder, "mine.json"), base=base
    )


def test_a_conflict_of_an_addition_is_shown_where_it_stands_in_its_file(tmp_path: Path):
    """Not where it would stand in the list that both make."""
    base = read_document(document(), tmp_path)
    figure = {"amount": "5", "currency": "USD"}
    passage = {"source": LATE, "digest": "a" * 16, "length": 9, "figure": "$5"}
    told = [{"value": figure, "citations": [passage]}]
    new = {"key": "a new one", "role": "price", "statements": told}
    other = {
        "role": "financing",
        "horizon_years": 3,
        "statements": told,
        "condition": "quite another",
    }

    with pytest.raises(DataError) as refused:
        added_to(base, tmp_path, "deals", {"id": "zhetisu-venture", "amounts": [other, new]})

    assert ["deals[0].amounts[0].condition"] == [one.path for one in refused.value.problems]


@pytest.mark.parametrize(
    ("id", "official", "found"),
    [
        ("dana-omarova", True, "a person in the base, an official here"),
        ("aisulu-bekova", False, "an official in the base, a person here"),
    ],
)
def test_nobody_becomes_an_official_by_an_addition(tmp_path: Path, id, official, found):
    base = read_document(document(), tmp_path)
    spelling = {"names": [{"text": "Another spelling"}]}
    passage = {"citations": [{"source": LATE, "digest": "a" * 16, "length": 9}]}

    with pytest.raises(DataError, match=found) as refused:
        added_to(base, tmp_path, "people", {"id": id, "official": official, **spelling, **passage})

    assert ["people[0].official"] == [one.path for one in refused.value.problems]


def test_a_chain_that_joining_makes_too_long_is_not_written(tmp_path: Path):
    """``read`` would refuse it."""
    told = {"kind": "company", "citations": document()["deals"][0]["citations"]}
    source = {"sources": document()["sources"]}

    def company(number: int) -> dict:
        owners = {"owners": [f"link-{number - 1}"]} if number else {}
        return {"id": f"link-{number}", "names": [{"text": f"Link {number}"}], **told, **owners}

    first = {"format": 1, **source, "organizations": [company(n) for n in range(30)]}
    base = cam.read(written(first, tmp_path, "first.json"))
    second = {"format": 1, "organizations": [company(n) for n in range(30, 60)]}
    joined = base.merge(cam.read(written(second, tmp_path, "second.json"), base=base))

    with pytest.raises(InvalidValueError, match="more than 40 levels"):
        cam.write(joined, tmp_path / "joined.json")

    assert not (tmp_path / "joined.json").exists()


def test_joining_a_spelling_without_a_passage_once_more_adds_nothing(tmp_path: Path):
    """One file cites how it names a country, the other adds a spelling and cites nothing."""
    first, second = document(), document()
    country = next(one for one in second["countries"] if one["id"] == "KZ")
    del country["citations"]
    country["names"].append({"text": "Qazaqstan"})
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
    cited = read_document(first, tmp_path / "first")
    bare = read_document(second, tmp_path / "second")

    joined = cited.merge(bare)

    assert joined.records == joined.merge(bare).records


def test_lists_and_stakes_of_two_files_stand_side_by_side(tmp_path: Path) -> None:
    """Those that both files have are joined: a later file adds statements and passages."""
    base = read_document(document(), tmp_path)
    passage = cite(LATE, "rare earths were named too")
    known = {"key": "the first of the stakes", "holder": "altai-metals", "of": "altai-mining"}
    known |= {"status": "to be acquired", "citations": [cite(LATE, "Altai Metals will")]}
    new = {"holder": "altai-metals", "of": "zhetisu", "status": "held", "citations": [passage]}
    deal = {"id": "zhetisu-venture", "adds": True, "stakes": [known, new]}
    listing = {"list": "another list", "by": "KZ", "citations": [passage]}
    mineral = {"id": "rare-earths", "adds": True, "critical_on": [listing]}

    content = {"format": 1, "minerals": [mineral], "deals": [deal]}
    mine = cam.read(written(content, tmp_path, "mine.json"), base=base)
    joined = base.merge(mine)

    listings = joined.minerals["rare-earths"].critical_on
    assert ["the list of critical minerals", "another list"] == [one.list for one in listings]
    stakes = joined.deals["zhetisu-venture"].stakes
    assert ["altai-mining", "zhetisu", "zhetisu"] == [one.of.id for one in stakes]
    assert 2 == len(stakes[0].citations)
    cam.write(joined, tmp_path / "joined.toml")
    assert joined == cam.read(tmp_path / "joined.toml")
