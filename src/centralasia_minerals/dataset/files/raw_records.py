"""Reads data files into plain tables, within limits, and collects everything that is wrong."""

from __future__ import annotations

from importlib.resources.abc import Traversable
from typing import NamedTuple

import attrs

from centralasia_minerals.errors import DataError, MissingPathError, Problem

from ..kinds import KINDS
from .parse import is_data, parsed
from .suggestions import OpenProblem, Suggestion

SIZE_LIMIT = 16 * 1024 * 1024
"""The size of the largest data file that is read by default, in bytes: 16 MiB."""

FORMAT = 1
"""The version of the format of data files, which each file gives in its first line."""

_HEADER = ("format", "version")


@attrs.frozen
class RawRecord:
    """One record as it is written in a file.

    Attributes:
        file: the name of the file.
        kind: the catalog that it belongs to (``deals``).
        index: its position among the file's records of that kind, counted from 0.
        content: its table, which is emptied when the record has been built from it; anything
            else is a problem that the decoder reports.
    """

    file: str
    kind: str
    index: int
    content: object

    @property
    def place(self) -> str:
        """The record's path in its file (``deals[2]``)."""
        return f"{self.kind}[{self.index}]"


class RawData(NamedTuple):
    """What files hold, in file order.

    Attributes:
        records: the records.
        versions: the versions of the data that the files give; empty if they give none.
        problems: what is wrong so far; empty if nothing is.
    """

    records: tuple[RawRecord, ...]
    versions: tuple[str, ...]
    problems: tuple[OpenProblem, ...]


def read_files(path: Traversable, max_bytes: int | None) -> RawData:
    """Read one file, or every ``.toml`` and ``.json`` file of a folder.

    Raises:
        MissingPathError: there is no file or folder at the path.
        DataError: the folder has no data files in it.
    """
    if not path.is_dir() and not path.is_file():
        found = f"{str(path)!r} is not an existing file or folder"
        raise MissingPathError("data to read", found, "check the path")
    within = filter(is_data, path.iterdir()) if path.is_dir() else [path]
    files = sorted(within, key=lambda file: file.name)
    if not files:
        raise DataError(
            (Problem(path.name, "", "the folder has no .toml or .json files; add one"),)
        )
    parts = [_read_file(file, max_bytes) for file in files]
    return RawData(
        tuple(record for part in parts for record in part.records),
        tuple(version for part in parts for version in part.versions),
        tuple(problem for part in parts for problem in part.problems),
    )


def _read_file(file: Traversable, max_bytes: int | None) -> RawData:
    tables, problem = parsed(file, max_bytes)
    if problem:
        return RawData((), (), (OpenProblem(file.name, "", problem),))
    problems = list(_header_problems(file.name, tables))
    records = []
    for kind, rows in tables.items():
        if kind in _HEADER:
            continue
        if kind not in KINDS:
            hint = Suggestion(kind, (*KINDS, *_HEADER), f"kinds: {', '.join(KINDS)}")
            problems.append(OpenProblem(file.name, kind, "unknown kind of record", hint))
        elif not isinstance(rows, list):
            problems.append(
                OpenProblem(file.name, kind, f"not a list; write each record under [[{kind}]]")
            )
        else:
            records += [RawRecord(file.name, kind, i, row) for i, row in enumerate(rows)]
    if not records and not problems:
        problems.append(OpenProblem(file.name, "", "the file has no records; add one"))
    version = tables.get("version")
    versions = (version,) if isinstance(version, str) else ()
    return RawData(tuple(records), versions, tuple(problems))


def _header_problems(file: str, tables: dict[str, object]) -> list[OpenProblem]:
    problems = []
    if type(tables.get("format")) is not int or tables["format"] != FORMAT:
        given = tables.get("format")
        found = f"{given!r:.60} is not a known format" if "format" in tables else "not given"
        problems.append(
            OpenProblem(file, "format", f"{found}; begin the file with: format = {FORMAT}")
        )
    if "version" in tables and not (isinstance(tables["version"], str) and tables["version"]):
        problems.append(
            OpenProblem(
                file, "version", f"{tables['version']!r:.60} is not a version; give it as text"
            )
        )
    return problems
