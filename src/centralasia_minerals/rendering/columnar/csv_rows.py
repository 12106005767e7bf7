"""The rows of a CSV file, as this library wrote it or as a spreadsheet saved it again.

A spreadsheet splits the first line into cells, fills rows up with empty ones, may part cells by
semicolons or tabs, and may hold every line in one cell. None of that loses anything.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from centralasia_minerals.errors import DataError, Problem

_DELIMITERS = (",", ";", "\t")
_MARK = "# {"
_LINE_END = re.compile("\r\n|\r|\n")


class Lines(NamedTuple):
    """The rows of a file, after the line that says what it is of.

    Attributes:
        about: that line; empty if there is none.
        is_saved_again: whether a spreadsheet has written the cells, in its own forms.
        rows: each row with the number of its line, the names of the columns first.
    """

    about: str
    is_saved_again: bool
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
        about, rest = (*_LINE_END.split(text, maxsplit=1), "")[:2]
        # Some programs part cells by tabs, without quotation marks.
        parted = _joined(about.split("\t"))
        if _is_about(parted) and not _is_about(about):
            return Lines(parted, True, _rows(rest, "\t", name, 1))
        return Lines(about, False, _rows(rest, ",", name, 1))
    delimiter = _delimiter(text)
    rows = _rows(text, delimiter, name, 0)
    first = next(rows, None)
    if first is None:
        return Lines("", False, iter(()))
    about = _joined(first[1])
    if not _is_about(about):
        return Lines("", delimiter != ",", chain([first], rows))
    if not any(first[1][1:]):
        return Lines(about, False, _unfolded(rows, delimiter, name))
    return Lines(about, True, rows)


def _joined(cells: Sequence[str]) -> str:
    """Return the line of which each comma began another cell, whatever parts the cells now."""
    return ",".join(cells).rstrip(",")


def _is_about(line: str) -> bool:
    """Whether a line says what a table is of; a column may begin with the same signs."""
    try:
        return line.startswith(_MARK) and "columns" in json.loads(line.removeprefix("# "))
    except (ValueError, RecursionError):
        return False


def fitted(row: Sequence[str], width: int, *, is_saved_again: bool) -> Sequence[str]:
    """Return a row with as many cells as there are columns, if all that differs are empty cells.

    A spreadsheet adds empty cells behind a row, and some leave out those at its end.
    """
    if is_saved_again and row:
        row = [*row, *[""] * (width - len(row))]
    return row if any(row[width:]) else row[:width]


def _delimiter(text: str) -> str:
    """Return what parts most cells of the header, among all by which the file begins as CSV."""
    found = {}
    for delimiter in _DELIMITERS:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        try:
            first, *others = islice(filter(None, reader), 2)
        except (csv.Error, ValueError):
            continue
        header = others[0] if others and _is_about(_joined(first)) else first
        found[delimiter] = len(header)
    return max(found, key=found.__getitem__, default=",")


def _unfolded(
    rows: Iterator[tuple[int, list[str]]], delimiter: str, name: str
) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows inside the cells, where each whole line is in one cell."""
    for line, cells in rows:
        if not cells or (delimiter == "," and len(cells) > 1):
            yield line, cells  # A line without quotation marks is written as it was.
            continue
        try:
            inner = [] if any(cells[1:]) else [*csv.reader(cells[:1], strict=True)]
        except csv.Error:
            inner = []
        if len(inner) != 1:
            message = "a cell was parted in two; open the file anew, with commas between cells"
            raise DataError([Problem(name, "", message, line)])
        yield line, inner[0]


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
