"""A file that cannot be read is one clear problem that names it; nothing is loaded."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest
from full_document import document, read_document, written

import centralasia_minerals as cam
from centralasia_minerals.errors import DataError, InvalidTypeError, MissingPathError

HEADER = "format = 1\n"
MINIMAL = HEADER + '[[countries]]\nid = "KZ"\nnames = [{ text = "Kazakhstan" }]\n'


def refused(folder: Path, name: str, content: str | bytes) -> list[str]:
    """Write a file that must be refused; give its problems as text."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(DataError) as caught:
        cam.read(path)
    assert {problem.file for problem in caught.value.problems} == {name}
    return [f"{problem.path}: {problem.message}" for problem in caught.value.problems]


@pytest.mark.parametrize("name", ["deals.toml", "deals.json"])
@pytest.mark.parametrize("content", ["", " \n\t"])
def test_an_empty_file_is_refused(tmp_path: Path, name: str, content: str):
    assert [": the file is empty; add a header and records"] == refused(tmp_path, name, content)


@pytest.mark.parametrize("name", ["deals.toml", "deals.json"])
def test_what_is_not_utf_8_is_refused_and_the_byte_named(tmp_path: Path, name: str):
    assert [": the file is not UTF-8 at byte 2; save it as UTF-8"] == refused(
        tmp_path, name, b"# \xff"
    )


def test_a_byte_order_mark_is_refused_by_its_name(tmp_path):
    said = refused(tmp_path, "deals.toml", b"\xef\xbb\xbfformat = 1\n")

    assert [": the file begins with a byte order mark; save it as UTF-8 without one"] == said


def test_a_header_without_records_is_refused(tmp_path: Path):
    assert [": the file has no records; add one"] == refused(
        tmp_path, "deals.toml", HEADER + "deals = []\n"
    )


@pytest.mark.parametrize("opening", ['{"deals": ', "["])
def test_json_nested_without_end_is_refused(tmp_path: Path, opening: str):
    assert [": the file is nested too deeply; nest it less"] == refused(
        tmp_path, "deals.json", opening * 100_000
    )


@pytest.mark.parametrize(
    "content",
    [
        "deals = " + "[" * 100_000,
        "deals = " + "{a = " * 100_000,
        "deals" + ".a" * 100_000 + " = 1\n",
        "[" + "a . " * 100_000 + "b]\n",
        "['a'" + ".'a'" * 100_000 + "]\n",
    ],
)
def test_toml_nested_without_end_is_refused(tmp_path: Path, content: str):
    """A dotted key is as deep as it is long, and would take the square of its length in time."""
    assert [": the file is nested too deeply; nest it less"] == refused(
        tmp_path, "deals.toml", HEADER + content
    )


def test_a_value_nested_deeply_is_refused_at_its_place(tmp_path: Path):
    deep: object = "Kazakhstan"
    for _ in range(150):
        deep = {"text": deep}
    content = {"format": 1, "countries": [{"id": "KZ", "names": [{"text": deep}]}]}

    problems = refused(tmp_path, "deep.json", json.dumps(content))

    assert ["countries[0].names[0].text"] == [problem.partition(":")[0] for problem in problems]


@pytest.mark.slow
def test_a_file_over_the_limit_is_refused_and_read_when_the_limit_is_lifted(tmp_path: Path):
    path = tmp_path / "countries.toml"
    path.write_text(MINIMAL + "#" * (16 * 1024 * 1024), "utf-8")

    with pytest.raises(
        DataError, match=r"over 16777216 bytes long; if you trust it, pass max_bytes=None"
    ):
        cam.read(path)

    assert ("KZ",) == cam.read(path, max_bytes=None).countries.ids


def test_the_limit_is_the_callers_to_the_byte(tmp_path: Path):
    path = tmp_path / "countries.toml"
    path.write_text(MINIMAL, "utf-8")

    assert ("KZ",) == cam.read(path, max_bytes=len(MINIMAL)).countries.ids
    with pytest.raises(DataError):
        cam.read(path, max_bytes=len(MINIMAL) - 1)


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("", "not given"),
        ("format = 2\n", "2 is not a known format"),
        ('format = "1"\n', "'1' is not a known format"),
        ("format = true\n", "True is not a known format"),
    ],
)
def test_a_missing_or_wrong_format_is_refused(tmp_path: Path, header: str, found: str):
    content = header + MINIMAL.removeprefix(HEADER)

    assert [f"format: {found}; begin the file with: format = 1"] == refused(
        tmp_path, "countries.toml", content
    )


@pytest.mark.parametrize(
    ("version", "found"),
    [
        ("2025", "2025"),
        ('""', "''"),
        ("[]", "[]"),
        ("1.0", "the unquoted number 1.0"),
        ("true", "True"),
    ],
)
def test_a_version_that_is_no_text_is_refused(tmp_path: Path, version: str, found: str):
    content = f"version = {version}\n{MINIMAL}"

    assert [f"version: {found} is not a version; give it as text"] == refused(
        tmp_path, "c.toml", content
    )


def test_an_unknown_kind_of_record_is_refused_with_a_suggestion(tmp_path: Path):
    content = HEADER + '[[deal]]\nid = "zhetisu"\n'

    assert ["deal: unknown kind of record; did you mean 'deals'?"] == refused(
        tmp_path, "deals.toml", content
    )


@pytest.mark.parametrize("rows", ['{"id": "KZ"}', '"KZ"', "5", "null"])
def test_a_kind_that_is_no_list_is_refused(tmp_path: Path, rows: str):
    content = f'{{"format": 1, "countries": {rows}}}'

    assert ["countries: not a list; write each record under [[countries]]"] == refused(
        tmp_path, "c.json", content
    )


@pytest.mark.parametrize("top", ["[]", "5", '"format"', "null", "1.5", "NaN"])
def test_a_file_without_a_table_at_the_top_is_refused(tmp_path: Path, top: str):
    assert [": the top level is not a table; write one whose keys are kinds of record"] == refused(
        tmp_path, "deals.json", top
    )


@pytest.mark.parametrize("name", ["deals.csv", "deals", "deals.toml.bak"])
def test_a_file_of_another_kind_is_refused(tmp_path: Path, name: str):
    (problem,) = refused(tmp_path, name, MINIMAL)

    assert problem.endswith("give a .toml or .json file")


@pytest.mark.parametrize(
    "wrong",
    ["deals = [", '[[deals]]\nid = "a"\nid = "b"\n', "format = 1\n", "deals = 1979-13-01\n"],
)
def test_broken_toml_is_refused_and_the_line_named(tmp_path: Path, wrong: str):
    (problem,) = refused(tmp_path, "deals.toml", HEADER + wrong)

    assert problem.startswith(": the file is not valid TOML: ")
    assert "line" in problem or "end of document" in problem


@pytest.mark.parametrize("wrong", ["{", '{"format": 1,}', "{'format': 1}", '{"format": 1} {}'])
def test_broken_json_is_refused_and_the_line_named(tmp_path: Path, wrong: str):
    (problem,) = refused(tmp_path, "deals.json", wrong)

    assert problem.startswith(": the file is not valid JSON: ")
    assert "line 1" in problem


def test_a_json_key_that_stands_twice_is_refused_at_its_table(tmp_path: Path):
    content = (
        '{"format": 1, "countries": [{"id": "KZ", "names": [{"text": "Kazakhstan"}]},'
        ' {"id": "UZ", "names": [{"text": "Uzbekistan", "text": "Usbekistan"}]},'
        ' {"id": "TJ", "id": "TM", "names": []}]}'
    )

    problems = refused(tmp_path, "countries.json", content)

    assert ["countries[1].names[0]", "countries[2]"] == [p.partition(":")[0] for p in problems]
    assert "the key 'text' twice" in problems[0]
    assert "the key 'id' twice" in problems[1]


def test_a_json_key_that_stands_twice_at_the_top_is_refused(tmp_path: Path):
    (problem,) = refused(tmp_path, "deals.json", '{"format": 1, "format": 1}')

    assert "the key 'format' twice" in problem


@pytest.mark.parametrize(
    ("name", "number"),
    [("a.json", n) for n in ("NaN", "Infinity", "-Infinity", "0.7", "1e0", "-0.0")]
    + [("a.toml", n) for n in ("nan", "inf", "-inf", "0.7", "1e0", "+nan")],
)
def test_an_unquoted_number_with_a_point_is_refused_wherever_it_stands(
    tmp_path: Path, name: str, number: str
):
    table = '"id": "KZ", "names": {}' if name == "a.json" else 'id = "KZ"\nnames = {}'
    content = (
        f'{{"format": 1, "countries": [{{{table.format(number)}}}]}}'
        if name == "a.json"
        else f"{HEADER}[[countries]]\n{table.format(number)}\n"
    )

    (problem,) = refused(tmp_path, name, content)

    assert problem.startswith("countries[0].names: a list: the unquoted number ")


def test_an_integer_longer_than_any_figure_is_refused(tmp_path: Path):
    (problem,) = refused(tmp_path, "a.json", '{"format": ' + "9" * 5000 + "}")

    assert problem.startswith("format: the unquoted number 999")
    assert len(problem) < 200


def test_half_a_character_is_refused_at_its_place(tmp_path: Path):
    """JSON can spell one that no file can be written with again."""
    content = document()
    content["deals"][0]["title"] = "Zhetisu \ud800"

    problems = refused(tmp_path, "deals.json", json.dumps(content))

    assert any(problem.startswith("deals[0].title: ") for problem in problems)


@pytest.mark.parametrize("missing", ["nowhere.toml", "nowhere"])
def test_a_path_where_nothing_stands_is_a_file_not_found(tmp_path: Path, missing: str):
    with pytest.raises(
        MissingPathError, match=f"{missing}' is not an existing file or folder"
    ) as caught:
        cam.read(tmp_path / missing)

    assert isinstance(caught.value, FileNotFoundError)


@pytest.mark.parametrize("path", [None, 5, b"deals.toml", ["deals.toml"]])
def test_a_path_of_another_type_is_refused(path: object):
    with pytest.raises(InvalidTypeError):
        cam.read(path)


def test_a_folder_without_data_files_is_refused(tmp_path: Path):
    (tmp_path / "readme.txt").write_text("nothing here", "utf-8")

    with pytest.raises(DataError, match=r"the folder has no \.toml or \.json files"):
        cam.read(tmp_path)


def test_a_folder_named_like_a_data_file_is_refused(tmp_path: Path):
    folder = tmp_path / "deals.toml"
    folder.mkdir()

    with pytest.raises(DataError, match=r"the folder has no \.toml or \.json files"):
        cam.read(folder)


def test_a_file_that_cannot_be_opened_is_a_problem_of_its_own(tmp_path: Path):
    (tmp_path / "deals.toml").symlink_to(tmp_path / "nowhere.toml")
    (tmp_path / "countries.toml").write_text(MINIMAL, "utf-8")

    with pytest.raises(DataError, match=r"deals\.toml: the file cannot be opened: No such file"):
        cam.read(tmp_path)


def test_every_data_file_of_a_folder_is_read_and_nothing_else(tmp_path: Path):
    """Whatever the case of its ending; other files and folders are let be."""
    (tmp_path / "countries.TOML").write_text(MINIMAL, "utf-8")
    uz = {
        "format": 1,
        "version": "2",
        "countries": [{"id": "UZ", "names": [{"text": "Uzbekistan"}]}],
    }
    written(uz, tmp_path, "more.json")
    (tmp_path / "notes.md").write_text("not data", "utf-8")
    (tmp_path / "drafts.toml").mkdir()

    read = cam.read(str(tmp_path))

    assert ("KZ", "UZ") == read.countries.ids
    assert "2" == read.version


def test_references_and_ids_reach_across_the_files_of_a_folder(tmp_path: Path):
    content = document()
    for kind in [kind for kind in content if kind not in ("format", "version")]:
        part = {"format": 1, "version": content["version"], kind: content[kind]}
        written(part, tmp_path, f"{kind}.json")

    read = cam.read(tmp_path)

    whole = tmp_path / "whole"
    whole.mkdir()
    assert read_document(content, whole) == read


def test_every_problem_of_every_file_comes_at_once_in_order(tmp_path: Path):
    written({"format": 2, "countries": [{"id": "KX", "names": []}]}, tmp_path, "a.json")
    (tmp_path / "b.toml").write_text("", "utf-8")
    (tmp_path / "c.toml").write_text(HEADER + '[[deals]]\nid = "d"\nkind = "sail"\n', "utf-8")

    with pytest.raises(DataError) as caught:
        cam.read(tmp_path)

    assert [
        ("a.json", "countries[0].id"),
        ("a.json", "countries[0].names"),
        ("a.json", "format"),
        ("b.toml", ""),
        ("c.toml", "deals[0]"),
        ("c.toml", "deals[0].kind"),
        ("c.toml", "deals[0].title"),
    ] == [(problem.file, problem.path) for problem in caught.value.problems]
    assert "7 problems found" in str(caught.value)
    assert str(caught.value).endswith("nothing was loaded")


def test_the_error_travels_to_another_process(tmp_path: Path):
    (tmp_path / "b.toml").write_text("", "utf-8")
    with pytest.raises(DataError) as caught:
        cam.read(tmp_path)

    travelled = pickle.loads(pickle.dumps(caught.value))

    assert caught.value.problems == travelled.problems
    assert str(caught.value) == str(travelled)


def one_date(folder: Path, text: str) -> cam.Dataset:
    """Read a source with a date written as TOML has it."""
    path = folder / "sources.toml"
    path.write_text(
        f'{HEADER}[[sources]]\nid = "gazette"\ntitle = "Talks"\nsha256 = "{"0" * 64}"\nlength = 9\n'
        f"published = {{ date = {text} }}\n",
        "utf-8",
    )
    return cam.read(path)


def test_a_local_date_of_toml_is_a_date_known_to_the_day(tmp_path: Path):
    read = one_date(tmp_path, "2025-11-06")

    assert "2025-11-06" == str(read.sources["gazette"].published.date)


@pytest.mark.parametrize(
    "moment", ["2025-11-06T10:00:00", "2025-11-06T10:00:00Z", "10:00:00", "2025", "true"]
)
def test_a_moment_or_a_bare_number_is_no_date(tmp_path: Path, moment: str):
    with pytest.raises(DataError, match=r"sources\[0\]\.published\.date: a date: "):
        one_date(tmp_path, moment)


LONG = "a." * 120


@pytest.mark.parametrize(
    "line",
    [
        f"# {LONG}",
        f'version = "{LONG}"',
        f"version = '{LONG}'",
        f'version = "\\"{LONG}"',
        f'version = """{LONG}"""',
        f"version = '''{LONG}'''",
        f'version = """" "" \\"""{LONG}"""""',
        f'version = "#" # "{LONG}',
        f"version = '\\' # {LONG}",
    ],
)
def test_many_points_in_a_toml_comment_or_text_are_no_endless_key(tmp_path: Path, line: str):
    path = tmp_path / "countries.toml"
    path.write_text(MINIMAL.replace(HEADER, f"{HEADER}{line}\n"), "utf-8")

    assert ("KZ",) == cam.read(path).countries.ids


@pytest.mark.parametrize("part", ["a", '"a b"', "'a.b'", '"\\""', '""', " a ", '"#"', '"\'"'])
@pytest.mark.parametrize("opening", ["{}", "[{}", "[[{}", "x = {{ {}", "x = [{{ {}", 'x = "#"\n{}'])
def test_an_endless_toml_key_is_refused_however_it_is_quoted(
    tmp_path: Path, part: str, opening: str
):
    content = HEADER + opening.format("deals" + f".{part}" * 101)

    assert [": the file is nested too deeply; nest it less"] == refused(
        tmp_path, "deals.toml", content
    )


def test_a_toml_key_of_a_hundred_parts_is_read_as_any_other(tmp_path: Path):
    said = refused(tmp_path, "deals.toml", HEADER + "deals" + ".a" * 99 + " = 1\n")

    assert ["deals: not a list; write each record under [[deals]]"] == said


def test_of_many_keys_the_one_that_stands_twice_is_named(tmp_path: Path):
    keys = ["format", *map(str, range(1000)), "8", "7"]
    content = "{" + ", ".join(f'"{key}": 1' for key in keys) + "}"

    assert [": a table with the key '7' twice; write it once"] == refused(
        tmp_path, "deals.json", content
    )
