"""Reads data files into plain tables, within limits, and says everything that is wrong."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, NoReturn

import attrs

from centralasia_minerals.errors import DataError, MissingPathError, Problem, did_you_mean, near

from .kinds import KINDS

SIZE_LIMIT = 16 * 1024 * 1024
"""The largest data file that is read without being asked to, in bytes: 16 MiB."""

FORMAT = 1
"""The version of the data files' own format, which each file names in its first line."""

_HEADER = ("format", "version")


@attrs.frozen
class RawRecord:
    """One record as it stands in a file: where, of which kind, and what is in it."""

    file: str
    kind: str
    index: int
    content: object

    @property
    def place(self) -> str:
        """The record's path in its file."""
        return f"{self.kind}[{self.index}]"


class UnquotedNumber(NamedTuple):
    """A number with a point that was not put in quotes; the decoder refuses it everywhere."""

    text: str

    def __repr__(self) -> str:
        return f"the unquoted number {self.text}"


class RawData(NamedTuple):
    """The records and the versions that files name, in file order."""

    records: tuple[RawRecord, ...]
    versions: tuple[str, ...]
    problems: tuple[Problem, ...]


def read_files(path: Path, max_bytes: int | None) -> RawData:
    """Read one file, or every ``.toml`` and ``.json`` file of a folder.

    Raises:
        MissingPathError: nothing stands at the path.
        DataError: a folder has no data file in it.
    """
    if not path.exists():
        raise MissingPathError("data to read", f"nothing stands at {str(path)!r}", "check the path")
    files = sorted(p for p in path.iterdir() if p.suffix in _PARSERS) if path.is_dir() else [path]
    if not files:
        raise DataError((Problem(path.name, "", "no .toml or .json file in this folder"),))
    parts = [_read_file(file, max_bytes) for file in files]
    return RawData(
        tuple(record for part in parts for record in part.records),
        tuple(version for part in parts for version in part.versions),
        tuple(problem for part in parts for problem in part.problems),
    )


def _read_file(file: Path, max_bytes: int | None) -> RawData:
    tables, problem = _parsed(file, max_bytes)
    if problem:
        return RawData((), (), (Problem(file.name, "", problem),))
    problems = list(_header_problems(file.name, tables))
    records = []
    for kind, rows in tables.items():
        if kind in _HEADER:
            continue
        if kind not in KINDS:
            known = (*KINDS, *_HEADER)
            hint = did_you_mean(near(kind, known)) or f"one of: {', '.join(KINDS)}"
            problems.append(Problem(file.name, kind, f"no kind of record is named so; {hint}"))
        elif not isinstance(rows, list):
            problems.append(Problem(file.name, kind, f"write it as a list: [[{kind}]]"))
        else:
            records += [RawRecord(file.name, kind, i, row) for i, row in enumerate(rows)]
    if not records and not problems:
        problems.append(Problem(file.name, "", "no record in this file"))
    version = tables.get("version")
    versions = (version,) if isinstance(version, str) else ()
    return RawData(tuple(records), versions, tuple(problems))


def _header_problems(file: str, tables: dict[str, object]) -> list[Problem]:
    problems = []
    if type(tables.get("format")) is not int or tables["format"] != FORMAT:
        found = repr(tables["format"]) if "format" in tables else "nothing"
        problems.append(Problem(file, "format", f"{found} found; begin with: format = {FORMAT}"))
    if "version" in tables and not (isinstance(tables["version"], str) and tables["version"]):
        problems.append(Problem(file, "version", "give the data's version as text"))
    return problems


def _parsed(file: Path, max_bytes: int | None) -> tuple[dict[str, object], str]:
    """Give a file's tables, or what is wrong with it."""
    parser = _PARSERS.get(file.suffix)
    if parser is None:
        return {}, f"a file ending in {file.suffix!r}; give .toml or .json"
    with file.open("rb") as stream:
        content = stream.read() if max_bytes is None else stream.read(max_bytes + 1)
    if max_bytes is not None and len(content) > max_bytes:
        return {}, f"larger than {max_bytes} bytes; lift the limit with max_bytes= if you trust it"
    if not content.strip():
        return {}, "the file is empty"
    try:
        tables = parser(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        return {}, f"not UTF-8 at byte {error.start}"
    except RecursionError:
        return {}, "nested without end"
    except ValueError as error:
        return {}, f"not {file.suffix[1:].upper()}: {error}"
    return (tables, "") if isinstance(tables, dict) else ({}, "write a table of kinds at the top")


def _parse_json(text: str) -> object:
    return json.loads(
        text,
        parse_float=UnquotedNumber,
        parse_constant=_refuse_constant,
        object_pairs_hook=_without_duplicates,
    )


def _parse_toml(text: str) -> object:
    return tomllib.loads(text, parse_float=UnquotedNumber)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no figure")


def _without_duplicates(pairs: list[tuple[str, object]]) -> dict[str, object]:
    table = dict(pairs)
    if len(table) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"the key {twice!r} stands twice in one table")
    return table


_PARSERS: dict[str, Callable[[str], object]] = {".toml": _parse_toml, ".json": _parse_json}
