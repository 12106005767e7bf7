"""Reads data files into plain tables, within limits, and says everything that is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import attrs

from centralasia_minerals.errors import DataError, MissingPathError, Problem, did_you_mean, near

from .kinds import KINDS
from .parsing import is_data, parsed

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
    files = sorted(filter(is_data, path.iterdir())) if path.is_dir() else [path]
    if not files:
        raise DataError((Problem(path.name, "", "no .toml or .json file in this folder"),))
    parts = [_read_file(file, max_bytes) for file in files]
    return RawData(
        tuple(record for part in parts for record in part.records),
        tuple(version for part in parts for version in part.versions),
        tuple(problem for part in parts for problem in part.problems),
    )


def _read_file(file: Path, max_bytes: int | None) -> RawData:
    tables, problem = parsed(file, max_bytes)
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
