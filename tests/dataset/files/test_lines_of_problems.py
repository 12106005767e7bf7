"""Every problem has the line where it stands, however the file is laid out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from full_document import document
from hypothesis import given, strategies as st

import centralasia_minerals as cam
from centralasia_minerals.dataset.files.lines import Lines

RECORDS = Path(cam.__file__).parent / "dataset" / "data" / "articles"


def line_of(folder: Path, text: str, path: str, name: str = "a.toml") -> int | None:
    file = folder / name
    file.write_text(text, "utf-8", newline="")
    return Lines(file).line_of(name, path)


LAID_OUT = """\
# A file of every shape that TOML has.
format = 1
"version" = '''
one
'''  # deals = 3

[[deals]]   # the first
id = "a"
topics = [
  "rail", # [ ] { } "
  # "road",
  "ports",
]
place.countries = ["KZ"]
place."remark" = "}"
citations = [{ source = "s", supports = ["title"] },
             { source = "t", 'quote' = [ "words", "a\\"b" ] }]
[deals.term]
start = 2025-11-06 07:32:00
[[deals.amounts]]
role = "cost"
[[deals.amounts.statements]]
value = { amount = "1.5", currency = "USD" }
[[deals.amounts.statements]]
value.amount = \"""a
"quoted" text\"\"\"\"\"
[[deals.amounts]]
role = "price"
[ "deals" . extra ]
x = 1

[[deals]]
id = "b"
[countries]
KZ.names = [ [ "a", [ "b" ] ],

  { text = "c" } ]
[blocs.deep.deeper]
y = -1.5e3
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("format", 2), ("version", 3), ("nowhere", 1), ("deals", 7), ("deals[0]", 7),
        ("deals[0].id", 8), ("deals[0].topics", 9), ("deals[0].topics[0]", 10),
        ("deals[0].topics[1]", 12), ("deals[0].topics[7]", 9), ("deals[0].place", 14),
        ("deals[0].place.countries[0]", 14), ("deals[0].place.remark", 15),
        ("deals[0].citations", 16), ("deals[0].citations[0].supports[0]", 16),
        ("deals[0].citations[1]", 17), ("deals[0].citations[1].quote[1]", 17),
        ("deals[0].term", 18), ("deals[0].term.start", 19), ("deals[0].amounts", 20),
        ("deals[0].amounts[0].role", 21), ("deals[0].amounts[0].statements[0].value.currency", 23),
        ("deals[0].amounts[0].statements[1]", 24),
        ("deals[0].amounts[0].statements[1].value.amount", 25), ("deals[0].amounts[1]", 27),
        ("deals[0].amounts[1].role", 28), ("deals[0].amounts[1].statements", 27),
        ("deals[0].extra.x", 30), ("deals[0].title", 7), ("deals[1]", 32), ("deals[1].id", 33),
        ("deals[2]", 7), ("countries", 34), ("countries.KZ.names[0][1][0]", 35),
        ("countries.KZ.names[1].text", 37), ("blocs.deep", 38), ("blocs.deep.deeper.y", 39),
    ],
)  # fmt: skip
def test_a_place_has_its_line_in_any_shape_of_toml(tmp_path: Path, path: str, line: int):
    for ends in ("\n", "\r\n"):
        assert line == line_of(tmp_path, LAID_OUT.replace("\n", ends), path)


@pytest.mark.parametrize("indent", [None, 1, 4])
@pytest.mark.parametrize("path", ["deals[1].title", "deals[1].amounts[0].statements", "events[9]"])
def test_a_place_has_its_line_in_json(tmp_path: Path, indent: int | None, path: str):
    text = json.dumps(document(), indent=indent)
    value: object = document()
    for step in ("deals", 1, "title"):
        value = value[step]  # type: ignore[index]  # as it is made

    line = line_of(tmp_path, text, path, "a.json")

    assert line is not None
    if path.endswith("title"):
        assert json.dumps(value) in text.splitlines()[line - 1]


def test_a_key_that_stands_twice_in_json_has_the_line_of_its_table(tmp_path: Path):
    text = '{"format": 1,\n "deals": [\n  {"id": "a",\n   "id": "b"}]}'

    assert 3 == line_of(tmp_path, text, "deals[0]", "a.json")


def test_a_hundred_problems_have_their_lines(tmp_path: Path):
    file = tmp_path / "a.toml"
    wrong = "".join(f'[[deals]]\nid = "a-{n}"\nkind = "sail"\n' for n in range(100))
    file.write_text(f"format = 1\n{wrong}", "utf-8")

    with pytest.raises(cam.DataError) as refused:
        cam.read(file)

    shown = [one for one in refused.value.problems if one.path.endswith(".kind")]
    assert 100 == len(shown)
    lines = file.read_text("utf-8").splitlines()
    assert ['kind = "sail"'] * 100 == [lines[(one.line or 0) - 1] for one in shown]


@pytest.mark.parametrize(
    "text", ["", "[", "{", '"', "a = ", "[[a", "a = [", "a = {b", 'a = "', "[" * 5_000, '{"a":']
)
@pytest.mark.parametrize("name", ["a.toml", "a.json"])
def test_a_file_that_was_spoilt_in_the_meantime_has_no_lines(tmp_path: Path, text, name):
    found = line_of(tmp_path, text, "deals[0].id", name)

    assert found in (None, 1)


def places_in(value: object, path: str = "") -> list[str]:
    if isinstance(value, dict):
        steps = [(f"{path}.{key}" if path else key, inner) for key, inner in value.items()]
    elif isinstance(value, list):
        steps = [(f"{path}[{n}]", inner) for n, inner in enumerate(value)]
    else:
        return []
    return [one for step, inner in steps for one in (step, *places_in(inner, step))]


def marked(document, path: str, item_of) -> int | None:
    """Give the line of a place by writing the document with a mark in its place."""
    import tomlkit

    parent = document
    steps = path.replace("]", "").replace("[", ".").split(".")
    for step in steps[:-1]:
        parent = parent[int(step) if step.isdigit() else step]
    key = int(steps[-1]) if steps[-1].isdigit() else steps[-1]
    kept = item_of(parent[key])
    if isinstance(kept, (tomlkit.items.AoT, tomlkit.items.Table)):
        return None
    parent[key] = "a mark that stands nowhere"
    before = document.as_string().partition("a mark that stands nowhere")[0]
    parent[key] = kept
    return before.count("\n") + 1


@pytest.mark.parametrize("name", ["deposits.toml", "statistics.toml"])
def test_the_lines_are_those_that_another_reader_finds(name: str):
    tomlkit = pytest.importorskip("tomlkit")
    text = (RECORDS / name).read_text("utf-8")
    parsed, lines = tomlkit.parse(text), Lines(RECORDS / name)
    assert parsed.as_string() == text
    checked = 0

    for path in places_in(parsed.unwrap())[:200]:
        line = marked(parsed, path, lambda item: item)
        if line is not None:
            assert line == lines.line_of(name, path), path
            checked += 1

    assert checked > 20


NAMES = st.sampled_from(["a", "b", "deals", "x-1", "q"])
VALUES = st.recursive(
    st.integers() | st.booleans() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=12,
)


@given(tables=st.dictionaries(NAMES, VALUES, max_size=4), indent=st.sampled_from([None, 0, 2]))
def test_every_place_of_any_json_is_found_where_its_value_begins(
    tmp_path_factory, tables: dict, indent: int | None
):
    folder = tmp_path_factory.mktemp("law")
    text = json.dumps(tables, indent=indent, ensure_ascii=False)
    (folder / "a.json").write_text(text, "utf-8", newline="")
    lines, written = Lines(folder), text.split("\n")

    for path in places_in(tables):
        value: object = tables
        for step in path.replace("]", "").replace("[", ".").split("."):
            value = value[int(step) if isinstance(value, list) else step]  # type: ignore[index]  # as it is made
        first = json.dumps(value, indent=indent, ensure_ascii=False).split("\n")[0]
        line = lines.line_of("a.json", path)
        assert line is not None
        assert first in written[line - 1]


@given(tables=st.dictionaries(NAMES, VALUES, max_size=4))
def test_every_place_of_any_toml_has_a_line(tmp_path_factory, tables: dict):
    tomli_w = pytest.importorskip("tomli_w")
    folder = tmp_path_factory.mktemp("law")
    text = tomli_w.dumps(tables)
    (folder / "a.toml").write_text(text, "utf-8", newline="")
    lines, written = Lines(folder), text.split("\n")

    for path in places_in(tables):
        line = lines.line_of("a.toml", path)
        assert line is not None
        key = path.rpartition(".")[2].partition("[")[0]
        if "[" not in path:
            assert key in written[line - 1]
