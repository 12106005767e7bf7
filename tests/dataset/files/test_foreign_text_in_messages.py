"""Whatever a file holds or is called, a message has only characters that can be printed."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from full_document import document
from hypothesis import given, strategies as st

import centralasia_minerals as cam
from centralasia_minerals.__main__ import main
from centralasia_minerals.errors import (
    CentralAsiaMineralsError,
    DataError,
    InvalidValueError,
    Problem,
)
from centralasia_minerals.wording import printable

FOREIGN = ["\x1b[31m", "\u202e", "\ud800", "\x00", "\n", "\x9b", "\u2028", "\ue000"]
Place = tuple[str | int, ...]


def places(value: object, path: Place = ()) -> Iterator[tuple[Place, bool]]:
    """Give the path of every key and of every value, and whether it is a key."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*path, key), True
            yield from places(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from places(inner, (*path, number))
    else:
        yield path, False


PLACES = list(places(document()))


def spoilt(place: Place, is_key: bool, foreign: str) -> str:
    content = copy.deepcopy(document())
    parent: object = content
    for step in place[:-1]:
        parent = parent[step]  # type: ignore[index]  # a table or a list
    assert isinstance(parent, (dict, list))
    if is_key:
        parent[f"{place[-1]}{foreign}"] = parent.pop(place[-1])
    else:
        parent[place[-1]] = f"{parent[place[-1]]}{foreign}"  # type: ignore[index]  # either
    return json.dumps(content)


def assert_printable(shown: str) -> None:
    assert [] == [line for line in shown.split("\n") if not line.isprintable()]
    shown.encode("utf-8")


@given(spot=st.sampled_from(PLACES), foreign=st.sampled_from(FOREIGN))
def test_foreign_text_at_any_place_is_refused_and_shown_with_escapes(
    tmp_path_factory, spot: tuple[Place, bool], foreign: str
):
    file = tmp_path_factory.mktemp("law") / "a.json"
    file.write_text(spoilt(*spot, foreign), "utf-8")

    with pytest.raises(DataError) as refused:
        cam.read(file)

    assert_printable(str(refused.value))
    for problem in refused.value.problems:
        assert_printable(problem.path)
        assert_printable(problem.message)


SMALL = {
    "format": 1,
    "version": "one",
    "sources": [
        {"id": "page", "title": "A page", "url": "https://news.example/a", "read": "2025-01-02"}
    ],
    "countries": [{"id": "KZ", "names": [{"text": "Kazakhstan", "language": "en"}]}],
}


@pytest.mark.parametrize("foreign", FOREIGN)
def test_foreign_text_everywhere_at_once_is_shown_with_escapes(
    tmp_path: Path, capsys, foreign: str
):
    def with_foreign(value: object) -> object:
        if isinstance(value, dict):
            mixed = {f"{key}{foreign}": with_foreign(inner) for key, inner in value.items()}
            return {key: with_foreign(inner) for key, inner in value.items()} | mixed
        if isinstance(value, list):
            return [with_foreign(item) for item in value]
        return f"{value}{foreign}"

    name = "a.json" if foreign in ("\ud800", "\x00") else f"{foreign}.json"
    (tmp_path / name).write_text(json.dumps(with_foreign(SMALL)), "utf-8")

    with pytest.raises(DataError) as refused:
        cam.read(tmp_path)
    assert 1 == main(["check", str(tmp_path / name)])

    told = capsys.readouterr()
    for shown in (str(refused.value), told.out, told.err, str(cam.check(tmp_path))):
        assert_printable(shown)


@pytest.mark.parametrize("foreign", [*FOREIGN, "  ", "\t"])
def test_a_version_that_cannot_be_printed_is_refused(tmp_path: Path, foreign: str):
    version = foreign if not foreign.strip() else f"1{foreign}2"
    (tmp_path / "a.json").write_text(json.dumps({**SMALL, "version": version}), "utf-8")

    with pytest.raises(DataError) as refused:
        cam.read(tmp_path)

    (problem,) = refused.value.problems
    assert "version" == problem.path
    assert_printable(str(refused.value))


@pytest.mark.parametrize("foreign", FOREIGN)
def test_a_source_of_rates_that_cannot_be_printed_is_refused(foreign: str):
    for source in (foreign, f"our{foreign}desk"):
        with pytest.raises(InvalidValueError) as refused:
            cam.rates_of({("USD", "EUR"): 1}, source=source)

        assert "source" == refused.value.field
        assert_printable(str(refused.value))


def test_what_a_total_says_of_its_rates_can_be_printed():
    rates = cam.rates_of({("USD", "GBP"): "0.8"}, source="наш отдел – à nous")

    assert_printable(str(cam.total(cam.load(), currency="GBP", rates=rates)))


@pytest.mark.parametrize("foreign", FOREIGN)
def test_any_error_and_any_problem_shows_foreign_text_with_escapes(foreign: str):
    error = CentralAsiaMineralsError(f"a{foreign}", f"b{foreign}", f"c{foreign}")
    problem = Problem(f"{foreign}.toml", f"deals[0].{foreign}", f"it is {foreign}")

    for shown in (str(error), str(problem), str(DataError((problem,))), repr(problem)):
        assert_printable(shown)
    assert printable(f"a{foreign}: b{foreign}; c{foreign}") == str(error)


@given(text=st.text())
def test_text_is_shown_as_a_literal_would_show_it(text: str):
    shown = printable(text)

    assert shown.isprintable()
    assert text == shown or not text.isprintable()
    assert shown == repr(f'"{text}')[2:-1].replace("\\'", "'").replace("\\\\", "\\") or "'" in text


@pytest.mark.parametrize("version", [*FOREIGN, " ", "1\n2"])
def test_no_dataset_has_a_version_that_cannot_be_printed(version: str):
    """Its table, its totals and its exports show it."""
    with pytest.raises(InvalidValueError, match="the version of a dataset: ") as refused:
        cam.Dataset.of({}, version=version)

    assert_printable(str(refused.value))


@pytest.mark.parametrize("version", [None, 5, b"1", ["1"]])
def test_the_version_of_a_dataset_is_text(version: object):
    with pytest.raises(cam.InvalidTypeError, match="the version of a dataset: "):
        cam.Dataset.of({}, version=version)
