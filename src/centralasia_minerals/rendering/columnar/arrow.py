"""Flat tables as Arrow arrays, built from buffers (extra ``arrow``).

The layout of the buffers is that of the Arrow columnar format, version 1.5: offsets of 32 bits,
bitmaps with the least significant bit first, decimals as 128-bit two's complement.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Context, Decimal
from itertools import accumulate, chain
from typing import Any

from centralasia_minerals.errors import InvalidValueError, MissingExtraError

from .column import DECIMAL_PRECISION, Column, ColumnType, notes_of

_EPOCH = date(1970, 1, 1).toordinal()
WIDE = Context(prec=2 * DECIMAL_PRECISION)
_PREFIX = "centralasia_minerals."
_MOST_BYTES = 2**31 - 1


def nanoarrow() -> Any:
    """Return the library that holds Arrow data.

    Raises:
        MissingExtraError: it is not installed.
    """
    try:
        import nanoarrow as found
    except ImportError:
        raise MissingExtraError(
            "a table as Arrow data",
            "nanoarrow is not installed",
            "pip install 'centralasia-minerals[arrow]'",
        ) from None
    return found


def arrow_schema(name: str, columns: Sequence[Column], about: Mapping[str, str]) -> Any:
    """Return the schema of a table, with what is known of it and of its columns as metadata."""
    na = nanoarrow()
    fields = [_field(na, column) for column in columns]
    metadata = {_PREFIX + key: text for key, text in {**about, "table": name}.items()}
    return na.c_schema(na.struct({})).modify(
        children=fields, metadata=metadata, flags=0, validate=False
    )


def _field(na: Any, column: Column) -> Any:
    metadata = {_PREFIX + key: text for key, text in notes_of(column).items()}
    return na.c_schema(_type(na, column)).modify(
        name=column.name, metadata=metadata or None, nullable=True
    )


def _type(na: Any, column: Column) -> Any:
    if column.type is ColumnType.DECIMAL:
        return na.decimal128(DECIMAL_PRECISION, column.scale)
    return {
        ColumnType.TEXT: na.string,
        ColumnType.INTEGER: na.int64,
        ColumnType.BOOLEAN: na.bool_,
        ColumnType.DATE: na.date32,
        ColumnType.TEXTS: lambda: na.list_(na.string()),
    }[column.type]()


def arrow_array(
    schema: Any, columns: Sequence[Column], values: Sequence[Sequence[Any]], length: int
) -> Any:
    """Return the values of a table as one array of structs.

    Raises:
        InvalidValueError: the texts of a column have more than two gigabytes.
    """
    na = nanoarrow()
    children = [
        _ARRAYS[column.type](na, schema.child(place), column, held)
        for place, (column, held) in enumerate(zip(columns, values, strict=True))
    ]
    return na.c_array_from_buffers(schema, length, [None], null_count=0, children=children)


def _validity(values: Sequence[Any]) -> tuple[bytes | None, int]:
    """Return which values there are as a bitmap, None if all are, and how many are missing."""
    missing = values.count(None)
    return (None if not missing else _bits([one is not None for one in values])), missing


def _bits(flags: Sequence[bool]) -> bytes:
    """Return truth values as a bitmap, the least significant bit first."""
    # A number with a digit for each flag, the last one first, has the bits in this order.
    digits = bytes(flags)[::-1].translate(_DIGITS).decode()
    return int(digits or "0", 2).to_bytes((len(flags) + 7) // 8, "little")


_DIGITS = bytes([48, 49]) + bytes(range(2, 256))


def _texts(na: Any, schema: Any, column: Column, values: Sequence[str | None]) -> Any:
    validity, missing = _validity(values)
    offsets, data = _joined(values, column)
    return na.c_array_from_buffers(
        schema, len(values), [validity, offsets, data], null_count=missing
    )


def _joined(values: Sequence[str | None], column: Column) -> tuple[array[int], bytes]:
    """Return where each text begins and ends, and all of them joined."""
    # Equal texts are encoded once: most columns hold few.
    known: dict[str | None, bytes] = {one: (one or "").encode() for one in {*values}}
    encoded = [known[one] for one in values]
    offsets = [0, *accumulate(map(len, encoded))]
    if offsets[-1] > _MOST_BYTES:
        raise InvalidValueError(
            f"the column {column.name!r}",
            f"its texts have {offsets[-1]} bytes, and Arrow holds {_MOST_BYTES} of one column",
            "take the table out in parts",
        )
    return array("i", offsets), b"".join(encoded)


def _numbers(na: Any, schema: Any, _: Column, values: Sequence[int | None]) -> Any:
    validity, missing = _validity(values)
    held = array("q", [one or 0 for one in values])
    return na.c_array_from_buffers(schema, len(values), [validity, held], null_count=missing)


def _truths(na: Any, schema: Any, _: Column, values: Sequence[bool | None]) -> Any:
    validity, missing = _validity(values)
    held = _bits([bool(one) for one in values])
    return na.c_array_from_buffers(schema, len(values), [validity, held], null_count=missing)


def _dates(na: Any, schema: Any, _: Column, values: Sequence[date | None]) -> Any:
    validity, missing = _validity(values)
    held = array("i", [0 if one is None else one.toordinal() - _EPOCH for one in values])
    return na.c_array_from_buffers(schema, len(values), [validity, held], null_count=missing)


def _decimals(na: Any, schema: Any, column: Column, values: Sequence[Decimal | None]) -> Any:
    validity, missing = _validity(values)
    scale = column.scale
    held = b"".join(
        [b"\0" * 16 if one is None else _scaled(one, scale).to_bytes(16, "little", signed=True)
         for one in values]
    )  # fmt: skip
    return na.c_array_from_buffers(schema, len(values), [validity, held], null_count=missing)


def _scaled(figure: Decimal, scale: int) -> int:
    return int(figure.scaleb(scale, WIDE))


def _lists(na: Any, schema: Any, column: Column, values: Sequence[Sequence[str] | None]) -> Any:
    validity, missing = _validity(values)
    items = list(chain.from_iterable(one for one in values if one))
    offsets = array("i", [0, *accumulate(len(one or ()) for one in values)])
    child = _texts(na, schema.child(0), column, items)
    return na.c_array_from_buffers(
        schema, len(values), [validity, offsets], null_count=missing, children=[child]
    )


_ARRAYS: Mapping[ColumnType, Callable[..., Any]] = {
    ColumnType.TEXT: _texts,
    ColumnType.INTEGER: _numbers,
    ColumnType.BOOLEAN: _truths,
    ColumnType.DECIMAL: _decimals,
    ColumnType.DATE: _dates,
    ColumnType.TEXTS: _lists,
}


def about_in(metadata: Any) -> dict[str, str]:
    """Return what a table is of, out of the metadata of an Arrow schema or a file."""
    held = {_text_of(key): _text_of(text) for key, text in metadata.items()} if metadata else {}
    return {
        key.removeprefix(_PREFIX): text for key, text in held.items() if key.startswith(_PREFIX)
    }


def _text_of(held: bytes | str) -> str:
    return held.decode() if isinstance(held, bytes) else held
