"""Flat tables as CSV (RFC 4180) that spreadsheets open as they are, and that reads back."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from ..files.file_access import path_of
from ..files.whole_files import write_whole
from .column import EXACT, Column, ColumnType, TableLike

BYTE_ORDER_MARK = "\ufeff"
"""What tells a spreadsheet that a file is in UTF-8."""

_FORMULA = "=+-@|%"
"""What formulas and commands of spreadsheets begin with (OWASP, CSV injection); a character is
compared in its compatibility form, which a full-width sign shares.
"""


def write_table(path: str | Path, content: bytes) -> None:
    """Write a file of a table, whole or not at all."""
    write_whole({path_of(path, "a table"): content}, "a table")


def csv_bytes(table: TableLike, *, about: bool, safe: bool) -> bytes:
    """Return a table as the bytes of a CSV file."""
    text = io.StringIO(newline="")
    if about:
        text.write(f"# {first_line({**table.made(), 'table': table.name}, table.columns)}\r\n")
    writer = csv.writer(text)
    writer.writerow(header_of(table.columns, safe=safe))
    cells = [_cells(column, held, safe=safe) for column, held in _columns(table)]
    writer.writerows(zip(*cells, strict=True))
    return (BYTE_ORDER_MARK + text.getvalue()).encode()


def header_of(columns: Sequence[Column], *, safe: bool) -> list[str]:
    """Return the names of columns as cells; a name may look like a formula as well."""
    return [protected(column.name, safe=safe) for column in columns]


def _columns(table: TableLike) -> zip[tuple[Column, Sequence[Any]]]:
    return zip(table.columns, table.values, strict=True)


def first_line(about: Mapping[str, str], columns: Sequence[Column]) -> str:
    """Return what a table is of and the types of its columns, as a line of JSON."""
    types = {column.name: type_text(column) for column in columns}
    return json.dumps({**about, "columns": types}, ensure_ascii=True)


def type_text(column: Column) -> str:
    """Return the type of a column as a text: ``decimal(4)`` has four decimal places."""
    scale = f"({column.scale})" if column.type is ColumnType.DECIMAL else ""
    return f"{column.type.value}{scale}"


def _cells(column: Column, held: Sequence[Any], *, safe: bool) -> list[str]:
    if column.type is ColumnType.DECIMAL:
        # A decimal may have more zeros than any reader takes; its places are those of its column.
        unit = Decimal(1).scaleb(-column.scale)
        return [
            "" if one is None else format(one.quantize(unit, context=EXACT), "f") for one in held
        ]
    write = _WRITERS[column.type]
    if column.type is ColumnType.TEXT:
        known = {one: "" if one is None else protected(one, safe=safe) for one in {*held}}
        return [known[one] for one in held]
    return ["" if one is None else write(one) for one in held]


def protected(text: str, *, safe: bool) -> str:
    """Return a text as a cell: with an apostrophe in front where it needs one.

    An empty text needs it, because an empty cell is a null, and so does a text that begins with an
    apostrophe, because one is taken off when the cell is read.
    """
    if not text or text[0] == "'" or (safe and _looks_like_a_formula(text)):
        return f"'{text}"
    return text


def _looks_like_a_formula(text: str) -> bool:
    if text[0] in "\t\r\n":
        return True
    for character in text:
        # Blanks and what cannot be seen do not keep a spreadsheet from reading on.
        if character.isspace() or unicodedata.category(character) in ("Cc", "Cf"):
            continue
        plain = unicodedata.normalize("NFKC", character)
        return plain.startswith(tuple(_FORMULA)) or character == "\u2212"
    return False


def _list(items: Sequence[str]) -> str:
    return json.dumps(list(items), ensure_ascii=False)


_WRITERS: Mapping[ColumnType, Callable[[Any], str]] = {
    ColumnType.INTEGER: str,
    ColumnType.BOOLEAN: lambda one: "true" if one else "false",
    ColumnType.DATE: date.isoformat,
    ColumnType.TEXTS: _list,
    ColumnType.TEXT: str,
}
