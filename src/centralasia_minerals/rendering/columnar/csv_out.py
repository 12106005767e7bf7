"""Flat tables as CSV (RFC 4180) that spreadsheets open as they are, and that reads back."""

from __future__ import annotations

import json
import re
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
    lines = [BYTE_ORDER_MARK]
    if about:
        said = first_line({**table.made(), "table": table.name}, table.columns)
        lines = [f"{BYTE_ORDER_MARK}# {said}\r\n"]
    columns = zip(table.columns, table.values, strict=True)
    # A name may look like a formula as well.
    cells = [
        [_quoted(protected(column.name, safe=safe)), *_cells(column, held, safe=safe)]
        for column, held in columns
    ]
    if len(cells) == 1:  # A line without a cell would be no row.
        cells = [[cell or '""' for cell in cells[0]]]
    lines += [f"{','.join(row)}\r\n" for row in zip(*cells, strict=True)]
    return "".join(lines).encode()


def first_line(about: Mapping[str, str], columns: Sequence[Column]) -> str:
    """Return what a table is of and the types of its columns, as a line of JSON.

    A spreadsheet splits the line into cells. It finds no comma and no semicolon inside of a text,
    so that every cell but the first begins with a blank and a quotation mark.
    """
    types = {column.name: type_text(column) for column in columns}
    held = {key: _json(text) for key, text in about.items()} | {"columns": _object(types)}
    return _braced(held)


def _object(texts: Mapping[str, str]) -> str:
    return _braced({key: _json(text) for key, text in texts.items()})


def _braced(held: Mapping[str, str]) -> str:
    """Return what is JSON already as an object of JSON."""
    return f"{{{', '.join(f'{_json(key)}: {one}' for key, one in held.items())}}}"


def _json(text: str) -> str:
    return json.dumps(text).replace(",", r"\u002c").replace(";", r"\u003b")


def type_text(column: Column) -> str:
    """Return the type of a column as a text: ``decimal(4)`` has four decimal places."""
    scale = f"({column.scale})" if column.type is ColumnType.DECIMAL else ""
    return f"{column.type.value}{scale}"


def _cells(column: Column, held: Sequence[Any], *, safe: bool) -> list[str]:
    if column.type is ColumnType.DECIMAL:
        # A decimal may have more zeros than any reader takes; its places are those of its column.
        unit = Decimal(1).scaleb(-column.scale, EXACT)
        return [
            "" if one is None else format(one.quantize(unit, context=EXACT), "f") for one in held
        ]
    if column.type in (ColumnType.TEXT, ColumnType.TEXTS):
        write = protected if column.type is ColumnType.TEXT else _list
        # Equal texts are written once: most columns hold few.
        known = {one: "" if one is None else _quoted(write(one, safe=safe)) for one in {*held}}
        return [known[one] for one in held]
    plain = _WRITERS[column.type]
    return ["" if one is None else plain(one) for one in held]


def _quoted(cell: str) -> str:
    """Return a cell as it stands in a file: quoted if anything could end it or part it."""
    return '"' + cell.replace('"', '""') + '"' if _PARTING.search(cell) else cell


_PARTING = re.compile('[,;\t"\r\n]|^[ #]| $')


def protected(text: str, *, safe: bool) -> str:
    """Return a text as a cell: with an apostrophe in front where it needs one.

    An empty text needs it, because an empty cell is a null, and so does a text that begins with an
    apostrophe, because one is taken off when the cell is read. The same holds of what follows a
    semicolon, a tab or the end of a line: a spreadsheet that parts cells by semicolons pays no
    heed to quotation marks inside of a line, and begins a cell there.
    """
    if not text or text[0] == "'" or (safe and _looks_like_a_formula(text)):
        text = f"'{text}"
    return _BEHIND.sub(lambda found: _behind(found[1], found[2], safe=safe), text)


def _behind(sign: str, text: str, *, safe: bool) -> str:
    # Two quotation marks are an empty quotation there, which a formula may follow.
    if text[0] == "'" or (safe and _looks_like_a_formula(text.replace('"', ""))):
        return f"{sign}'{text}"
    return sign + text


def unprotected(cell: str) -> str:
    """Return the text of a cell, without the apostrophes that made it safe."""
    return _APOSTROPHE.sub("", cell) if "'" in cell else cell


_BEHIND = re.compile("([;\t\r\n])([^;\t\r\n]+)")
_APOSTROPHE = re.compile("(?:^|(?<=[;\t\r\n]))'")


def _looks_like_a_formula(text: str) -> bool:
    if text[:1] in ("\t", "\r", "\n"):
        return True
    for character in text:
        # Blanks and what cannot be seen do not keep a spreadsheet from reading on.
        if character.isspace() or unicodedata.category(character) in ("Cc", "Cf"):
            continue
        plain = unicodedata.normalize("NFKC", character)
        return plain.startswith(tuple(_FORMULA)) or character == "\u2212"
    return False


def _list(items: Sequence[str], *, safe: bool) -> str:
    """Return texts as JSON, which has no tab and no end of a line inside of a text."""
    text = json.dumps(list(items), ensure_ascii=False)
    if not safe or ";" not in text:
        return text
    first, *others = text.split(";")
    return first + "".join(
        (r"\u003b" if one and _looks_like_a_formula(one) else ";") + one for one in others
    )


_WRITERS: Mapping[ColumnType, Callable[[Any], str]] = {
    ColumnType.INTEGER: str,
    ColumnType.BOOLEAN: lambda one: "true" if one else "false",
    ColumnType.DATE: date.isoformat,
}
