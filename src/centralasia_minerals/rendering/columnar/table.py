"""A flat table: typed columns, ready for other tools, and read back from what they hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Self

import attrs

from ..brief import ShownBriefly
from .about import made_now
from .column import Column
from .exportable import Exportable
from .table_checks import checked_about, checked_columns, checked_name, checked_values


@attrs.frozen(repr=False)
class Table(ShownBriefly, Exportable):
    """A flat table with typed columns; it does not change.

    Two tables are equal if they have the same name, columns of the same names and types, and the
    same values.

    Attributes:
        name: its name, such as ``deals``.
        columns: its columns, in order.
        values: the values of each column, in the same order; None is an empty cell.
        about: what the table is of: the version of the library and of the data, and what was asked.

    Raises:
        InvalidTypeError: something is of a wrong type; all of it is named.
        InvalidValueError: columns differ in length, or a value does not fit its column: a decimal
            has too many digits or places, for example; all of them are named.
    """

    name: str = attrs.field(converter=checked_name)
    columns: tuple[Column, ...] = attrs.field(converter=checked_columns)
    values: Sequence[Sequence[Any]]
    about: Mapping[str, str] = attrs.field(factory=dict, eq=False, converter=checked_about)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "values", checked_values(self.name, self.columns, self.values))

    def __len__(self) -> int:
        return len(self.values[0]) if self.values else 0

    def __hash__(self) -> int:
        return hash((self.name, self.columns, self.values))

    def __reduce__(self) -> tuple[object, ...]:
        # The mapping that cannot be changed cannot be pickled either.
        return type(self), (self.name, self.columns, self.values, dict(self.about))

    def to_table(self) -> Table:
        """Return the table itself."""
        return self

    def headers(self, locale: str) -> tuple[str, ...]:
        """Return the headers of the columns in English or Russian, in order.

        Raises:
            UnknownLocaleError: as for ``Column.label``.
        """
        return tuple(column.label(locale) for column in self.columns)

    def column(self, name: str) -> Sequence[Any]:
        """Return the values of a column.

        Raises:
            UnknownIdError: there is no such column; a KeyError that suggests similar ones.
        """
        from centralasia_minerals.errors import UnknownIdError, near

        names = [one.name for one in self.columns]
        if name not in names:
            raise UnknownIdError("column", str(name), near(str(name), names))
        return self.values[names.index(name)]

    def to_dict(self) -> dict[str, list[Any]]:
        """Return the columns as lists, by name."""
        return {c.name: list(held) for c, held in zip(self.columns, self.values, strict=True)}

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return the rows as dictionaries, with decimals as ``Decimal`` and dates as ``date``."""
        names = [column.name for column in self.columns]
        return [dict(zip(names, row, strict=True)) for row in zip(*self.values, strict=True)]

    def made(self) -> dict[str, str]:
        """Return what the table is of, with the time at which it is written out."""
        return {**self.about, "made": made_now()}

    @classmethod
    def from_arrow(cls, given: Any, *, name: str = "") -> Self:
        """Return the table that Arrow data holds, from any object with ``__arrow_c_stream__``.

        Args:
            given: a table of nanoarrow, polars, pyarrow, DuckDB and others.
            name: the name of the table, if the data has none.

        Raises:
            MissingExtraError: nanoarrow is not installed.
            InvalidTypeError: it is no Arrow data, or a column is of a type that tables lack, such
                as floats.
            InvalidValueError: two columns have one name, rows are missing, or a date is beyond the
                year 9999.
        """
        from .arrow_back import read_arrow

        return cls(*read_arrow(given, name))

    @classmethod
    def from_csv(cls, path: str | Path, *, columns: Sequence[Column] | None = None) -> Self:
        """Return the table of a file that ``to_csv`` wrote; what it made safe is as it was.

        Args:
            path: the file.
            columns: the columns, if the file was written without the line that says so.

        Raises:
            MissingPathError: there is no such file.
            FileAccessError: the system refuses to read it.
            DataError: cells cannot be read; all of them are listed, with their lines.
            InvalidValueError: nothing says what its columns are.
        """
        from .csv_back import read_csv

        return cls(*read_csv(path, columns))

    @classmethod
    def from_parquet(cls, path: str | Path) -> Self:
        """Return the table of a Parquet file, by polars, pyarrow or DuckDB.

        Raises:
            MissingExtraError: none of them is installed, or nanoarrow is not.
            MissingPathError: there is no such file.
            FileAccessError: the system refuses to read it.
            InvalidValueError: it is no Parquet file.
            InvalidTypeError: a column is of a type that tables lack, such as floats.
        """
        from .parquet import read_parquet

        return cls(*read_parquet(path))

    def __repr__(self) -> str:
        return f"<Table {self.name}: {len(self)} rows, {len(self.columns)} columns>"
