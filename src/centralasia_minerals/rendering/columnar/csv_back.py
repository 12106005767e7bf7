"""Reads back the CSV files of flat tables, with their types, and what was made safe as it was."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from centralasia_minerals.errors import DataError, InvalidValueError, MissingPathError, Problem
from centralasia_minerals.wording import briefly

from ..files.file_access import content_of, is_folder, is_there, path_of
from .column import Column, ColumnType
from .csv_out import BYTE_ORDER_MARK, type_text
from .csv_rows import Lines, fitted, lines_of
from .table_checks import checked_columns

_WHAT = "a table to read"
_TYPE = re.compile(r"([a-z ]+)(?:\((\d{1,2})\))?")
_NUMBER = re.compile(r"-?\d{1,40}(\.\d{1,40})?")

Read = tuple[str, tuple[Column, ...], list[list[Any]], dict[str, str]]
"""The name of a table, its columns, its values and what it is of."""


def read_csv(path: str | Path, columns: Sequence[Column] | None) -> Read:
    """Return what the CSV file of a table holds.

    Raises:
        MissingPathError: there is no such file.
        FileAccessError: the system refuses to read it.
        DataError: cells cannot be read; all of them are listed, with their lines.
        InvalidValueError: nothing says what its columns are.
    """
    file, content = content_at(path)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"it is not UTF-8: {error.reason}; save it as CSV UTF-8"
        raise DataError([Problem(file.name, "", message)]) from None
    lines = lines_of(text.removeprefix(BYTE_ORDER_MARK), file.name)
    about, told = _about(lines.about, file.name)
    known = told if columns is None else checked_columns(columns)
    if known is None:
        raise InvalidValueError(
            f"the table {file.name!r}",
            "it has no first line that says of which types its columns are",
            "give columns=, such as those of the table that it was made of",
        )
    values = _values(lines, known, file.name)
    return about.pop("table", file.stem), known, values, about


def content_at(path: str | Path) -> tuple[Path, bytes]:
    """Return the file of a table, and its bytes.

    Raises:
        MissingPathError: there is no such file.
        FileAccessError: the system refuses to read it.
    """
    file = path_of(path, _WHAT)
    if not is_there(file, _WHAT) and not is_folder(file, _WHAT):
        raise MissingPathError(_WHAT, f"there is no file {str(file)!r:.120}", "check the path")
    return file, content_of(file, _WHAT, None)


def _about(line: str, name: str) -> tuple[dict[str, str], tuple[Column, ...] | None]:
    """Return what the first line of a file says of the table, and of its columns."""
    if not line:
        return {}, None
    try:
        held = json.loads(line[2:])
        types = held.pop("columns")
        columns = tuple(_column(key, type) for key, type in types.items())
    except (ValueError, KeyError, AttributeError, TypeError, RecursionError):
        message = "it begins with #, and does not say what the table is of"
        raise DataError([Problem(name, "", message, 1)]) from None
    about = {key: text for key, text in held.items() if isinstance(text, str) and key != "made"}
    return about, columns


def _column(name: str, text: str) -> Column:
    found = _TYPE.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return Column(name, ColumnType(found[1]), "", scale=int(found[2] or 0))


def _values(lines: Lines, columns: tuple[Column, ...], name: str) -> list[list[Any]]:
    values: list[list[Any]] = [[] for _ in columns]
    problems: list[Problem] = []
    wanted = [column.name for column in columns]
    first, names = next(lines.rows, (1, []))
    header = [*fitted(names, len(columns))]
    if [one.removeprefix("'") for one in header] != wanted and header != wanted:
        message = f"its columns are {briefly(header)}; {briefly(wanted)} were expected"
        raise DataError([Problem(name, "", message, first)])
    readers = [_reader(column, lines.delimiter) for column in columns]
    try:
        for line, cells in lines.rows:
            row = fitted(cells, len(columns))
            if len(row) != len(columns):
                message = f"the row has {len(row)} cells, and there are {len(columns)} columns"
                problems.append(Problem(name, "", message, line))
                continue
            for column, held, read, cell in zip(columns, values, readers, row, strict=True):
                held.append(
                    _value(read, column, cell, Problem(name, column.name, "", line), problems)
                )
    except DataError as error:
        problems += error.problems
    if problems:
        raise DataError(problems)
    return values


def _reader(column: Column, delimiter: str) -> Callable[[str], Any]:
    """Return what reads a cell; where commas do not part cells, they part decimal places."""
    read = _READERS[column.type]
    if column.type is not ColumnType.DECIMAL or delimiter == ",":
        return read
    return lambda cell: read(cell.replace(",", ".", 1))


def _value(
    read: Callable[[str], Any], column: Column, cell: str, place: Problem, problems: list[Problem]
) -> Any:
    if not cell:
        return None
    try:
        return read(cell)
    except (ValueError, RecursionError):
        message = f"{briefly(cell)} is not of the type {type_text(column)}{_remedy(column, cell)}"
        problems.append(place._replace(message=message))
        return None


def _remedy(column: Column, cell: str) -> str:
    """Return how to mend a cell that a spreadsheet has changed; empty for any other."""
    numbers = (ColumnType.DECIMAL, ColumnType.INTEGER)
    if column.type in numbers and re.fullmatch(r"-?[\d.,]+E[+-]?\d+", cell, re.IGNORECASE):
        return ": a spreadsheet has rounded it; import the column as text"
    if column.type is ColumnType.DATE and re.fullmatch(r"[\d./ -]+", cell):
        return ": its order is not known; write it as YYYY-MM-DD"
    return ""


def _integer(cell: str) -> int:
    if not re.fullmatch(r"-?\d{1,40}", cell, re.ASCII):
        raise ValueError(cell)
    return int(cell)


def _decimal(cell: str) -> Decimal:
    if not re.fullmatch(_NUMBER.pattern, cell, re.ASCII):
        raise ValueError(cell)
    return Decimal(cell)


def _date(cell: str) -> date:
    # Python also takes weeks of a year, and days without hyphens.
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", cell, re.ASCII):
        raise ValueError(cell)
    return date.fromisoformat(cell)


def _truth(cell: str) -> bool:
    found = cell.lower()  # Spreadsheets write TRUE.
    if found not in ("true", "false"):
        raise ValueError(cell)
    return found == "true"


def _texts(cell: str) -> tuple[str, ...]:
    items = json.loads(cell)
    if type(items) is not list or not {str}.issuperset(map(type, items)):
        raise ValueError(cell)
    return tuple(items)


_READERS: Mapping[ColumnType, Callable[[str], Any]] = {
    ColumnType.TEXT: lambda cell: cell.removeprefix("'"),
    ColumnType.INTEGER: _integer,
    ColumnType.BOOLEAN: _truth,
    ColumnType.DECIMAL: _decimal,
    ColumnType.DATE: _date,
    ColumnType.TEXTS: _texts,
}
