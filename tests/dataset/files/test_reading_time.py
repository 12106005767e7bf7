"""Reading takes time in proportion to a file, whatever is wrong in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest

import centralasia_minerals as cam

HEADER = "format = 1\n"
SOURCE = (
    '[[sources]]\nid = "s"\ntitle = "A page"\nurl = "https://n.example/a"\nread = "2025-01-02"\n'
)
CITED = '{ source = "s", digest = "aaaaaaaaaaaaaaaa", length = 9'


def deal(number: object, more: str = "", end: str = " }") -> str:
    keys = f'id = "d-{number}"\ntitle = "T"\nkind = "contract"\n'
    return f"[[deals]]\n{keys}{more}citations = [{CITED}{end}]\n"


def texts(size: int, text: str) -> str:
    """Give a list of different texts, as both formats write it."""
    return json.dumps([text.format(number) for number in range(size)])


def in_json(deals: str) -> str:
    return f'{{"format": 1, "deals": {deals}}}'


def nested_quoted_keys(n: int) -> str:
    return HEADER + "x = " + '{ "a b" = ' * n + "1" + " }" * n


def long_quoted_keys(n: int) -> str:
    return HEADER + "".join("[" + ".".join([f'"k {i}"'] * 90) + "]\n" for i in range(n // 40))


def tables_in_a_record(n: int) -> str:
    return f"{HEADER}[[deals]]\n" + "".join(f"[deals.t{i}]\n" for i in range(n))


def fields_that_are_none(n: int) -> str:
    return HEADER + SOURCE + deal(1, end=f", supports = {texts(n, 't{}')} }}")


def elements_that_are_none(n: int) -> str:
    topics, supported = texts(n, "t{}"), texts(n, "topics[u{}]")
    return HEADER + SOURCE + deal(1, f"topics = {topics}\n", f", supports = {supported} }}")


def sectors_that_are_none(n: int) -> str:
    return HEADER + SOURCE + deal(1, f"sectors = {texts(n, 'mineral{}')}\n")


def mistyped_ids(n: int) -> str:
    there = [deal(i) for i in range(n // 20)]
    mistyped = [deal(f"x{i}", f'part_of = "d-y{i}"\n') for i in range(n // 20)]
    return HEADER + SOURCE + "".join(there + mistyped)


def mistyped_kinds(n: int) -> str:
    kinds = (f'[[deals]]\nid = "d-{i}"\nkind = "contract{i}"\n' for i in range(n // 5))
    return HEADER + "".join(kinds)


def one_key_twice(n: int) -> str:
    return "{" + ", ".join(f'"{key}": 1' for key in ("format", *range(n), 5)) + "}"


# Files of a size that grows with a number; 8,000 makes them 30 to 200 kB long.
FILES: dict[str, Callable[[int], str]] = {
    "nested quoted keys.toml": nested_quoted_keys,
    "long quoted keys.toml": long_quoted_keys,
    "one long key.toml": lambda n: HEADER + "a" * n * 10 + " = 1\n",
    "points in a row.toml": lambda n: HEADER + "." * n * 10,
    "quotes that do not close.toml": lambda n: HEADER + ('"' + "a." * 110 + "\n") * (n // 20),
    "tables in a record.toml": tables_in_a_record,
    "fields that are none.toml": fields_that_are_none,
    "elements that are none.toml": elements_that_are_none,
    "sectors that are none.toml": sectors_that_are_none,
    "mistyped ids.toml": mistyped_ids,
    "one id again and again.toml": lambda n: HEADER + SOURCE + deal(0) * (n // 10),
    "mistyped kinds.toml": mistyped_kinds,
    "one key twice.json": one_key_twice,
    "keys twice.json": lambda n: in_json("[" + ", ".join(['{"a": 1, "a": 1}'] * n) + "]"),
    "no tables.json": lambda n: in_json(texts(n, "{}")),
    "empty records.json": lambda n: in_json(json.dumps([{}] * n)),
    "nested lists.json": lambda n: in_json(f"[{', '.join(['[' * 300 + ']' * 300] * (n // 50))}]"),
    "nested without end.json": lambda n: in_json("[" * n + "]" * n),
    "unknown keys.json": lambda n: in_json(json.dumps([{f"k{i}": 1 for i in range(n)}])),
    "unknown kinds.json": lambda n: json.dumps({"format": 1, **{f"k{i}": [] for i in range(n)}}),
    "a digit again and again.json": lambda n: in_json("9" * n * 10),
}
FEW, MANY = 2_000, 8_000
# Quadratic time takes sixteen times as long for four times the size.
TIMES = 9
NOISE = 0.25


def time_of(path: Path) -> float:
    started = process_time()
    try:
        cam.read(path)
    except cam.DataError as error:
        str(error)
    return process_time() - started


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_takes_time_in_proportion_to_its_size(tmp_path: Path, name: str):
    few, many = tmp_path / f"few {name}", tmp_path / f"many {name}"
    few.write_text(FILES[name](FEW), "utf-8")
    many.write_text(FILES[name](MANY), "utf-8")
    time_of(few)

    # A machine that others use slows single readings down, and speeds none up.
    assert any(time_of(many) < TIMES * time_of(few) + NOISE for _ in range(5))


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_is_refused_soon(tmp_path: Path, name: str):
    """Some took from 5 to 50 seconds."""
    path = tmp_path / name
    path.write_text(FILES[name](FEW), "utf-8")

    assert time_of(path) < 2


def test_a_reading_stops_at_a_number_of_problems_that_no_file_has(tmp_path: Path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"format": 1, "deals": [{}] * 30_000}), "utf-8")

    with pytest.raises(cam.DataError) as refused:
        cam.read(path)

    problems = refused.value.problems
    assert 20_000 < len(problems) < 20_010
    assert "more than 20000 problems; mend these first, and read it again" == problems[0].message


def test_many_mistyped_ids_are_all_told(tmp_path: Path):
    path = tmp_path / "a.toml"
    wrong = "".join(deal(f"x{i}", f'part_of = "d-y{i}"\n') for i in range(400))
    path.write_text(HEADER + SOURCE + deal("y") + wrong, "utf-8")

    with pytest.raises(cam.DataError) as refused:
        cam.read(path)

    assert 400 == len(refused.value.problems)
    assert all(one.line for one in refused.value.problems)
    assert 400 == str(refused.value).count("no deal with id")
