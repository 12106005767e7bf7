"""The rows of a CSV file, as this library wrote it or as a spreadsheet saved it again.

A spreadsheet splits the first line into cells, fills rows up with empty ones, may part cells by
semicolons or tabs, and may hold every line in one cell. None of that loses anything.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from centralasia_minerals.errors import DataError, Problem

_DELIMITERS = (",", ";", "\t")
_MARK = "# {"


class Lines(NamedTuple):
    """The rows of a file, after the line that says what it is of.

    Attributes:
        about: that line; empty if there is none.
        delimiter: what parts the cells.
        rows: each row with the number of its line, the names of the columns first.
    """

    about: str
    delimiter: str
    rows: Iterator[tuple[int, list[str]]]


def lines_of(text: str, name: str) -> Lines:
    """Return the rows of a text.

    Args:
        text: what the file holds.
        name: the name of the file, for problems.

    Raises:
        DataError: it is no CSV; raised while the rows are read.
    """
    if text.startswith(_MARK):
        # Versioning and editors may turn the ends of lines into those of another system.
        about, _, rest = text.partition("\n")
        return Lines(about, ",", _rows(rest, ",", name, 1))
    delimiter = _delimiter(text)
    rows = _rows(text, delimiter, name, 0)
    first = next(rows, None)
    if first is None:
        return Lines("", delimiter, iter(()))
    # Each comma of the line began another cell, whatever parts the cells now.
    about = ",".join(first[1]).rstrip(",")
    if not _is_about(about):
        return Lines("", delimiter, chain([first], rows))
    if not any(first[1][1:]):
        return Lines(about, ",", _unfolded(rows))
    return Lines(about, delimiter, rows)


def _is_about(line: str) -> bool:
    """Whether a line says what a table is of; a column may begin with the same signs."""
    try:
        return line.startswith(_MARK) and "columns" in json.loads(line.removeprefix("# "))
    except (ValueError, RecursionError):
        return False


def fitted(row: Sequence[str], width: int) -> Sequence[str]:
    """Return a row without the empty cells that a spreadsheet adds behind it."""
    return row if any(row[width:]) else row[:width]


def _delimiter(text: str) -> str:
    """Return what parts the cells of most of the first rows; a comma if nothing does."""
    start = list(islice(io.StringIO(text, newline=""), 20))
    most, found = 0, ","
    for delimiter in _DELIMITERS:
        try:
            rows = list(csv.reader(start, delimiter=delimiter))
        except csv.Error:
            continue
        # The first line has commas of its own, and may be one cell among others.
        widths = [len(row) for row in rows[1:]] or [len(row) for row in rows]
        if min(widths, default=0) > most:
            most, found = min(widths), delimiter
    return found


def _unfolded(rows: Iterator[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows inside the cells, where each whole line is in one cell."""
    for line, cells in rows:
        if not any(cells[1:]):
            yield line, next(csv.reader(cells[:1]), [])
        else:
            yield line, cells


def _rows(text: str, delimiter: str, name: str, before: int) -> Iterator[tuple[int, list[str]]]:
    # A text may be as long as its file, and csv.field_size_limit is one for the whole process.
    if len(text) > csv.field_size_limit():
        csv.field_size_limit(min(len(text), 2**31 - 1))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            line = before + reader.line_num
            raise DataError([Problem(name, "", f"it is no CSV: {error}", line)]) from None
        if row is None:
            return
        yield before + reader.line_num, row
