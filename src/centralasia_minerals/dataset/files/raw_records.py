"""Reads data files into plain tables, within limits, and collects everything that is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

import attrs

from centralasia_minerals.errors import DataError, MissingPathError, Problem
from centralasia_minerals.rendering.files.file_access import entries_of, is_folder, is_there
from centralasia_minerals.wording import briefly

from ..kinds import KINDS
from .parse import is_data, parsed, parsed_content
from .suggestions import OpenProblem, Suggestion

FORMAT = 1
"""The version of the format of data files, which each file gives in its first line."""

UNCITED = "uncited"
"""The key by which a JSON document says that some of its records are not cited."""

_HEADER = ("format", "version")
_BEGIN = f"begin the file with: format = {FORMAT}"
_EMPTY = "the file has no records; add one"
_UNCITED = "its records lack citations; cite them, or read the document with from_json"


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
        FileAccessError: the system does not let anybody look, or read the folder.
        DataError: the folder has no data files in it.
    """
    what = "data to read"
    within = entries_of(path, what) if is_folder(path, what) else None
    if within is None and not is_there(path, what):
        found = f"{str(path)!r:.120} is not an existing file or folder"
        raise MissingPathError(what, found, "check the path")
    files = [path] if within is None else [*filter(is_data, within)]
    if not files:
        raise DataError(
            (Problem(path.name, "", "the folder has no .toml or .json files; add one"),)
        )
    return _joined(raw_in(file.name, *parsed(file, max_bytes)) for file in files)


def raw_of(contents: Mapping[Path, bytes]) -> RawData:
    """Return what files would hold, by the content of each."""
    return _joined(
        raw_in(path.name, *parsed_content(content, path.suffix))
        for path, content in contents.items()
    )


def raw_of_document(tables: dict[str, object]) -> RawData:
    """Return what a JSON document holds, which may have no records."""
    raw = raw_in("JSON", tables)
    said = (_said_of_json(one) for one in raw.problems if one.message != _EMPTY)
    return raw._replace(problems=tuple(said))


def _said_of_json(problem: OpenProblem) -> OpenProblem:
    """Return a problem that says what to write in JSON, rather than in TOML."""
    said = problem.message.replace(_BEGIN, f"give {FORMAT}")
    return problem._replace(message=said.replace(f"under [[{problem.path}]]", "in square brackets"))


def _joined(given: Iterable[RawData]) -> RawData:
    parts = tuple(given)
    return RawData(
        tuple(record for part in parts for record in part.records),
        tuple(version for part in parts for version in part.versions),
        tuple(problem for part in parts for problem in part.problems),
    )


def raw_in(file: str, tables: dict[str, object], problem: str = "") -> RawData:
    """Return the records in the tables of a file, or what is wrong with the file."""
    if problem:
        return RawData((), (), (OpenProblem(file, "", problem),))
    problems = list(_header_problems(file, tables))
    records = []
    for kind, rows in tables.items():
        if kind in _HEADER:
            continue
        if kind == UNCITED:
            problems.append(OpenProblem(file, kind, _UNCITED))
        elif kind not in KINDS:
            hint = Suggestion(kind, (*KINDS, *_HEADER), f"kinds: {', '.join(KINDS)}")
            problems.append(OpenProblem(file, kind, "unknown kind of record", hint))
        elif not isinstance(rows, list):
            remedy = f"write each record under [[{kind}]]"
            problems.append(OpenProblem(file, kind, f"not a list; {remedy}"))
        else:
            records += [RawRecord(file, kind, i, row) for i, row in enumerate(rows)]
    if not records and not problems:
        problems.append(OpenProblem(file, "", _EMPTY))
    version = tables.get("version")
    versions = (version,) if isinstance(version, str) else ()
    return RawData(tuple(records), versions, tuple(problems))


def _header_problems(file: str, tables: dict[str, object]) -> list[OpenProblem]:
    problems = []
    if type(tables.get("format")) is not int or tables["format"] != FORMAT:
        given = tables.get("format")
        found = f"{briefly(given)} is not a known format" if "format" in tables else "not given"
        problems.append(OpenProblem(file, "format", f"{found}; {_BEGIN}"))
    version = tables.get("version", "1")
    if not (isinstance(version, str) and version):
        found = f"{briefly(version)} is not a version; give it as text"
        problems.append(OpenProblem(file, "version", found))
    elif not (version.isprintable() and version.strip()):
        found = f"{version!r:.60} has characters that cannot be printed; leave them out"
        problems.append(OpenProblem(file, "version", found))
    return problems
