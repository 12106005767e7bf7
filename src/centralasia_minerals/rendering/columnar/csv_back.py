"""Reads back the CSV files of flat tables, with their types, and what was made safe as it was."""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from centralasia_minerals.errors import DataError, InvalidValueError, MissingPathError, Problem
from centralasia_minerals.wording import briefly

from ..files.file_access import content_of, is_folder, is_there, path_of
from .column import Column, ColumnType
from .csv_numbers import number_reader, two_readings
from .csv_out import BYTE_ORDER_MARK, type_text, unprotected
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
    # Spreadsheets save "Unicode text" in UTF-16, which its mark tells.
    encoding = "utf-16" if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"it is not {encoding.upper()}: {error.reason}; save it as CSV UTF-8"
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
    _check_header(lines, columns, name)
    numbers, cells, problems = _cells(lines, len(columns), name)
    values: list[list[Any]] = []
    for column, held in zip(columns, cells, strict=True):
        read = _READERS[column.type]
        if column.type is ColumnType.DECIMAL and lines.is_saved_again:
            read = number_reader(held)
        values.append(found := [])
        for number, cell in zip(numbers, held, strict=True):
            try:
                found.append(read(cell) if cell else None)
            except (ValueError, RecursionError):
                problems.append(Problem(name, column.name, _message(column, cell), number))
    if problems:
        raise DataError(sorted(problems, key=lambda one: one.line or 0))
    return values


def _check_header(lines: Lines, columns: tuple[Column, ...], name: str) -> None:
    wanted = [column.name for column in columns]
    line, names = next(lines.rows, (1, []))
    header = [*fitted(names, len(columns), is_saved_again=False)]
    if [unprotected(one) for one in header] == wanted or header == wanted:
        return
    message = f"its columns are {briefly(header)}; {briefly(wanted)} were expected"
    if header and header[0].startswith("#"):
        message = "it does not say what the table is of, nor names columns; delete the line"
    raise DataError([Problem(name, "", message, line)])


def _cells(lines: Lines, width: int, name: str) -> tuple[list[int], list[list[str]], list[Problem]]:
    """Return the numbers of the lines, the cells of each column, and what is wrong with rows."""
    numbers: list[int] = []
    cells: list[list[str]] = [[] for _ in range(width)]
    problems: list[Problem] = []
    try:
        for line, found in lines.rows:
            if not found and width > 1:
                continue  # A row without values has commas.
            row = fitted(found, width, is_saved_again=lines.is_saved_again)
            if lines.is_saved_again and not any(row):
                problems.append(Problem(name, "", "the row is empty; delete it", line))
            elif len(row) != width:
                message = f"the row has {len(row)} cells, and there are {width} columns"
                problems.append(Problem(name, "", message, line))
            else:
                numbers.append(line)
                for held, cell in zip(cells, row, strict=True):
                    held.append(cell)
    except DataError as error:
        problems += error.problems
    return numbers, cells, problems


def _message(column: Column, cell: str) -> str:
    """Return what is wrong with a cell, and how to mend it."""
    said = f"{briefly(cell)} is not of the type {type_text(column)}"
    numbers = (ColumnType.DECIMAL, ColumnType.INTEGER)
    if column.type in numbers and re.fullmatch(r"-?[\d.,]+E[+-]?\d+", cell, re.IGNORECASE):
        return f"{said}: a spreadsheet has rounded it; import the column as text"
    two = two_readings(cell) if column.type is ColumnType.DECIMAL else None
    if two:
        return f"{briefly(cell)} may be {two[0]} or {two[1]}: write it with a point and all places"
    return f"{said}: {_REMEDIES[column.type]}"


_REMEDIES: Mapping[ColumnType, str] = {
    ColumnType.TEXT: "write a text",
    ColumnType.INTEGER: "write it with digits alone, such as -1234",
    ColumnType.BOOLEAN: "write true or false",
    ColumnType.DECIMAL: "write it with digits and a point, such as -1234.5",
    ColumnType.DATE: "its order is not known; write it as YYYY-MM-DD",
    ColumnType.TEXTS: 'write a list of JSON, such as ["a", "b"]',
}


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
    ColumnType.TEXT: unprotected,
    ColumnType.INTEGER: _integer,
    ColumnType.BOOLEAN: _truth,
    ColumnType.DECIMAL: _decimal,
    ColumnType.DATE: _date,
    ColumnType.TEXTS: _texts,
}
