"""Reads Arrow data into flat tables, whichever library they are from."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError, MissingExtraError

from .arrow import WIDE, about_in, nanoarrow
from .column import Column, ColumnType
from .csv_back import Read
from .table_checks import checked_columns

_TYPES: Mapping[str, ColumnType] = {
    **dict.fromkeys(("string", "large_string", "string_view"), ColumnType.TEXT),
    **dict.fromkeys(("int8", "int16", "int32", "int64", "uint8", "uint16", "uint32"),
                    ColumnType.INTEGER),
    "bool": ColumnType.BOOLEAN,
    "decimal128": ColumnType.DECIMAL,
    "date32": ColumnType.DATE,
    **dict.fromkeys(("list", "large_list"), ColumnType.TEXTS),
}  # fmt: skip
_TEXTS = ("string", "large_string", "string_view")


def read_arrow(given: Any, name: str) -> Read:
    """Return what Arrow data hold as a table.

    Raises:
        MissingExtraError: nanoarrow is not installed.
        InvalidTypeError: it is no Arrow data, or a column is of a type that tables lack.
    """
    na = nanoarrow()
    if not hasattr(given, "__arrow_c_stream__") and not hasattr(given, "__arrow_c_array__"):
        remedy = "give a frame of polars, pyarrow or DuckDB, or an array of nanoarrow"
        raise InvalidTypeError.of("a table of Arrow data", given, remedy)
    stream = na.c_array_stream(given)
    held = stream.get_schema()
    if held.format != "+s":
        found = f"it is an array of the type {held.format!r}"
        raise InvalidTypeError("a table of Arrow data", found, "give a table with columns")
    columns = tuple(map(_column, held.children))
    names = [column.name for column in checked_columns(columns)]
    if any("view" in _view(inner).type for one in held.children for inner in (one, *one.children)):
        # nanoarrow 0.9 crashes on texts as views, which polars gives.
        frame = _polars()(stream)
        values = [frame.get_column(name).to_list() for name in names]
    else:
        values = [[] for _ in columns]
        for chunk in stream:
            for column, more in zip(values, _columns(chunk, columns), strict=True):
                column += more
    about = about_in(held.metadata)
    about.pop("made", None)
    return about.pop("table", "") or name, columns, values, about


def _columns(chunk: Any, columns: tuple[Column, ...]) -> list[list[Any]]:
    """Return the values of each column of a chunk."""
    try:
        rows = nanoarrow().Array(chunk).to_pylist()
    except (OverflowError, ValueError) as error:  # of dates
        found = f"a value is out of range: {error}"
        raise InvalidValueError(
            "a table of Arrow data", found, "give days of years to 9999"
        ) from None
    if None in rows:
        found = f"the row {rows.index(None)} is missing as a whole"
        raise InvalidValueError(
            "a table of Arrow data", found, "give a table, not a list of structs"
        )
    read = [[row[column.name] for row in rows] for column in columns]
    view = chunk.view()
    for place, column in enumerate(columns):
        if column.type is ColumnType.DECIMAL and len(rows):
            # nanoarrow 0.9 reads decimals without their sign.
            first = chunk.offset + view.child(place).offset
            raw = bytes(view.child(place).buffer(1))
            read[place] = [
                None if one is None else _decimal(raw, first + row, column.scale)
                for row, one in enumerate(read[place])
            ]
    return read


def _decimal(raw: bytes, place: int, scale: int) -> Decimal:
    number = int.from_bytes(raw[place * 16 : place * 16 + 16], "little", signed=True)
    return Decimal(number).scaleb(-scale, WIDE)


def _polars() -> Any:
    try:
        from polars import DataFrame
    except ImportError:
        raise MissingExtraError(
            "a table of Arrow data with texts as views",
            "polars is not installed, and nothing else reads them",
            "pip install polars, or give the texts as strings",
        ) from None
    return DataFrame


def _column(field: Any) -> Column:
    try:
        view = _view(field)
    except RuntimeError:  # nanoarrow knows no such type
        raise _unknown(field.name, repr(field.format)) from None
    found = _TYPES.get(view.type)
    if found is ColumnType.TEXTS and _view(field.child(0)).type not in _TEXTS:
        found = None
    if found is None:
        raise _unknown(field.name, view.type)
    notes = about_in(field.metadata)
    known = {key: notes[key] for key in ("null", "unit", "refers_to") if key in notes}
    scale = view.decimal_scale if found is ColumnType.DECIMAL else 0
    return Column(field.name, found, notes.get("about", ""), scale=scale, **known)


def _unknown(name: str, type: str) -> InvalidTypeError:
    return InvalidTypeError(
        f"the column {name!r} of Arrow data",
        f"it is of the type {type}",
        "give texts, whole numbers, truth values, exact decimals, days or lists of texts",
        name,
    )


def _view(field: Any) -> Any:
    from nanoarrow.c_schema import c_schema_view

    return c_schema_view(field)
