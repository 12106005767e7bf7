"""Flat tables as Parquet files, by whichever library is installed that writes them."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import attrs

from centralasia_minerals.errors import InvalidValueError, MissingExtraError

from .arrow import about_in, nanoarrow
from .arrow_back import read_arrow
from .column import NOTES, Column, TableLike, is_writable, notes_of
from .csv_back import Read, content_at

_PREFIX = "centralasia_minerals."
_COLUMNS = "columns"


def parquet_bytes(table: TableLike) -> bytes:
    """Return a table as the bytes of a Parquet file.

    Raises:
        MissingExtraError: no library that writes Parquet is installed.
    """
    # Not every library keeps what is said of columns, so it is said of the file.
    notes = {column.name: notes_of(column) for column in table.columns}
    said = {**table.made(), "table": table.name, _COLUMNS: json.dumps(notes, ensure_ascii=False)}
    about = {_PREFIX + key: text for key, text in said.items()}
    library, write = _first(_WRITERS)
    return bytes(write(library, table, about))


def read_parquet(path: str | Path) -> Read:
    """Return what the Parquet file of a table holds.

    Raises:
        MissingExtraError: no library that reads Parquet is installed.
        MissingPathError: there is no such file.
        FileAccessError: the system refuses to read it.
        InvalidValueError: it is no Parquet file.
        InvalidTypeError: a column is of a type that tables lack.
    """
    file, content = content_at(path)
    library, read = _first(_READERS)
    try:
        data, metadata = read(library, BytesIO(content))
    except Exception as error:  # each library has errors of its own
        found = f"it cannot be read: {error!s:.200}"
        raise InvalidValueError(f"the table {file.name!r}", found, "give a Parquet file") from None
    name, columns, values, _ = read_arrow(data, file.stem)
    about = about_in(metadata)
    about.pop("made", None)
    columns = _with_notes(columns, about.pop(_COLUMNS, ""))
    return about.pop("table", "") or name, columns, values, about


def _with_notes(columns: Sequence[Column], text: str) -> tuple[Column, ...]:
    """Return columns with what a file says of them; whatever it says otherwise is passed over."""
    try:
        said = json.loads(text or "{}")
    except (ValueError, RecursionError):
        said = {}
    found = []
    for column in columns:
        notes = said.get(column.name) if isinstance(said, dict) else None
        known = notes.items() if isinstance(notes, dict) else ()
        kept: Any = {key: one for key, one in known if key in NOTES and _is_text(one)}
        found.append(attrs.evolve(column, **kept))
    return tuple(found)


def _is_text(one: object) -> bool:
    return isinstance(one, str) and is_writable((one,))


def _first(known: Mapping[str, Callable[..., Any]]) -> tuple[Any, Callable[..., Any]]:
    """Return the first library that is installed, and what it does."""
    for name, function in known.items():
        try:
            return importlib.import_module(name), function
        except ImportError:
            continue
    raise MissingExtraError(
        "a table as Parquet",
        f"none of {', '.join(known)} is installed",
        "pip install 'centralasia-minerals[arrow]' polars",
    )


def _by_polars(_: Any, table: TableLike, about: dict[str, str]) -> bytes:
    held = BytesIO()
    table.to_polars().write_parquet(held, metadata=about)
    return held.getvalue()


def _by_pyarrow(_: Any, table: TableLike, about: dict[str, str]) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    held = BytesIO()
    pq.write_table(pa.table(table.to_arrow()).replace_schema_metadata(about), held)
    return held.getvalue()


def _by_duckdb(duckdb: Any, table: TableLike, about: dict[str, str]) -> bytes:
    held = table.to_arrow()
    with duckdb.connect() as connection, TemporaryDirectory() as folder:
        connection.register("held", held)
        file = Path(folder) / "table.parquet"
        pairs = ", ".join(f"{_quoted(key)}: {_quoted(text)}" for key, text in about.items())
        query = f"copy held to {_quoted(str(file))} (format parquet, kv_metadata {{{pairs}}})"
        connection.execute(query)
        return file.read_bytes()


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _polars_back(pl: Any, file: BytesIO) -> tuple[Any, Any]:
    return pl.read_parquet(file), pl.read_parquet_metadata(file)


def _pyarrow_back(_: Any, file: BytesIO) -> tuple[Any, Any]:
    import pyarrow.parquet as pq

    # The schema that polars keeps in a file has none of the metadata of the file.
    return pq.read_table(file), pq.read_metadata(file).metadata


def _duckdb_back(duckdb: Any, file: BytesIO) -> tuple[Any, Any]:
    with duckdb.connect() as connection, TemporaryDirectory() as folder:
        path = Path(folder) / "table.parquet"
        path.write_bytes(file.getvalue())
        name = _quoted(str(path))
        found = connection.sql(f"select * from read_parquet({name})")  # noqa: S608  # quoted
        held = nanoarrow().ArrayStream(found).read_all()
        query = f"select key, value from parquet_kv_metadata({name})"  # noqa: S608  # quoted
        return held, dict(connection.sql(query).fetchall())


_WRITERS: Mapping[str, Callable[..., bytes]] = {
    "polars": _by_polars,
    "pyarrow": _by_pyarrow,
    "duckdb": _by_duckdb,
}
_READERS: Mapping[str, Callable[..., tuple[Any, Any]]] = {
    "polars": _polars_back,
    "pyarrow": _pyarrow_back,
    "duckdb": _duckdb_back,
}
