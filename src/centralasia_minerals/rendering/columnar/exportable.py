"""What a table can be taken to, for everything that is one: records, ledgers, results."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING, Any

from centralasia_minerals.errors import MissingExtraError

from .column import TableLike

if TYPE_CHECKING:
    import polars as pl


class Exportable:
    """Something that other tools take as a flat table.

    Whatever reads Arrow data takes it as it is: ``polars.DataFrame(x)``, ``pyarrow.table(x)``,
    DuckDB in a query that names the variable. A subclass defines ``to_table``.
    """

    __slots__ = ()

    @abstractmethod
    def to_table(self) -> TableLike:
        """Return it as a flat table with typed columns."""

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return the rows as dictionaries, with decimals as ``Decimal`` and dates as ``date``."""
        return self.to_table().to_dicts()

    def __arrow_c_schema__(self) -> object:
        """Return the schema to a library that reads Arrow data (the PyCapsule protocol).

        Raises:
            MissingExtraError: nanoarrow is not installed.
        """
        from .arrow import arrow_schema

        table = self.to_table()
        return arrow_schema(table.name, table.columns, table.made()).__arrow_c_schema__()

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Return the rows to a library that reads Arrow data (the PyCapsule protocol).

        Args:
            requested_schema: ignored, as the protocol allows: there is one schema only.

        Raises:
            MissingExtraError: nanoarrow is not installed.
        """
        return self.to_arrow().__arrow_c_stream__()

    def to_arrow(self) -> Any:
        """Return it as Arrow data: an array of ``nanoarrow`` that any library with Arrow reads.

        Raises:
            MissingExtraError: nanoarrow is not installed.
        """
        from .arrow import arrow_array, arrow_schema, nanoarrow

        table = self.to_table()
        schema = arrow_schema(table.name, table.columns, table.made())
        return nanoarrow().Array(arrow_array(schema, table.columns, table.values, len(table)))

    def to_polars(self) -> pl.DataFrame:
        """Return it as a frame of polars, with decimals, dates and lists.

        Raises:
            MissingExtraError: polars or nanoarrow is not installed.
        """
        try:
            import polars as pl
        except ImportError:
            raise _missing("polars") from None
        return pl.DataFrame(self.to_arrow())

    def to_pandas(self) -> Any:
        """Return it as a frame of pandas with columns of Arrow, exact and with nulls.

        Raises:
            MissingExtraError: pandas, pyarrow or nanoarrow is not installed.
        """
        try:
            import pandas as pd
            import pyarrow as pa
        except ImportError as error:
            raise _missing("pandas", "pyarrow", lacking=error.name) from None
        return pa.table(self.to_arrow()).to_pandas(types_mapper=pd.ArrowDtype)

    def to_csv(self, path: str | Path, *, about: bool = True, safe: bool = True) -> None:
        """Write it to a CSV file, which spreadsheets open with its letters intact.

        The file is in UTF-8 with a byte order mark. An empty cell is a null; an empty text is an
        apostrophe. Lists are JSON arrays. The file appears whole or not at all.

        Args:
            path: the file.
            about: whether a first line, which begins with ``#``, says what the table is of and of
                which types its columns are; ``Table.from_csv`` reads it.
            safe: whether texts that a spreadsheet would take for a formula get an apostrophe in
                front, which ``Table.from_csv`` takes off again.

        Raises:
            MissingPathError: the folder does not exist.
            FileAccessError: the system refuses to write.
        """
        from .csv_out import csv_bytes, write_table

        write_table(path, csv_bytes(self.to_table(), about=about, safe=safe))

    def to_parquet(self, path: str | Path) -> None:
        """Write it to a Parquet file, by polars, pyarrow or DuckDB, whichever is installed.

        The metadata of the file say what the table is of. It appears whole or not at all.

        Raises:
            MissingExtraError: none of them is installed, or nanoarrow is not.
            MissingPathError: the folder does not exist.
            FileAccessError: the system refuses to write.
        """
        from .csv_out import write_table
        from .parquet import parquet_bytes

        write_table(path, parquet_bytes(self.to_table()))


def _missing(*libraries: str, lacking: str | None = None) -> MissingExtraError:
    return MissingExtraError(
        f"a table in {libraries[0]}",
        f"{lacking or libraries[0]} is not installed",
        f"pip install 'centralasia-minerals[arrow]' {' '.join(libraries)}",
    )
