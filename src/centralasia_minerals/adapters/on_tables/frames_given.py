"""Reads the tables that people give: as frames of narwhals, with the columns that are needed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from centralasia_minerals.analysis.counting.on_tables.passed_rows import Frame
from centralasia_minerals.analysis.counting.tables.ledger_columns import FACTS, FIGURES, SECTORS
from centralasia_minerals.analysis.counting.tables.relation_tables import BIDS, COVERS
from centralasia_minerals.entities.base.field_checks import refuse
from centralasia_minerals.errors import InvalidTypeError, InvalidValueError, MissingExtraError
from centralasia_minerals.rendering.columnar.column import MONEY_SCALE, Column, ColumnType

from .lines import computed

COVERS_WANTED = COVERS
BIDS_WANTED = BIDS

_UNASKED = ("replaced_since", "horizon_years", "role", "hedge")
_MOST_LEVELS = 8
"""The most levels of parts on a lazy engine, whose plan grows with each; no record has three."""


def rows_wanted(*keys: str) -> tuple[Column, ...]:
    """Return the columns that the rows must have: those of the rules and the sums, and keys."""
    asked = [one for one in (*FACTS, *SECTORS, *FIGURES) if one.name not in _UNASKED]
    own = [Column("horizon_years", ColumnType.INTEGER, "the horizon"), *asked]
    names = {one.name for one in own}
    more = [Column(key, ColumnType.TEXT, "the key") for key in keys if key not in names]
    return (*own, *more)


def read_frame(given: Any, wanted: Iterable[Column], what: str) -> tuple[Frame, bool]:
    """Return a table as a lazy frame of narwhals, and whether it was given lazily.

    Raises:
        MissingExtraError: narwhals is not installed.
        InvalidTypeError: it is not a table, or columns are of wrong types; all of them are named.
        InvalidValueError: columns are missing; all of them are named.
    """
    try:
        import narwhals as nw
    except ImportError:
        raise MissingExtraError(
            "the rules on a table",
            "narwhals is not installed",
            "pip install 'centralasia-minerals[frames]'",
        ) from None
    try:
        frame = nw.from_native(given)
    except TypeError:
        remedy = "give a frame of polars, pandas, pyarrow, DuckDB, PySpark or Ibis"
        raise InvalidTypeError.of(what, given, remedy) from None
    is_lazy = isinstance(frame, nw.LazyFrame)
    lazily = frame.lazy()
    _check(lazily.collect_schema(), tuple(wanted), what)
    return lazily, is_lazy


def refuse_other_engines(rows: Frame, others: Mapping[str, Frame | None]) -> None:
    """Refuse tables that are in another engine than the rows.

    Raises:
        InvalidTypeError: some are; all of them are named.
    """
    engine = rows.implementation
    refuse(
        InvalidTypeError(
            what,
            f"they are in {other.implementation.value}, and the rows in {engine.value}",
            "give all three tables in one engine",
        )
        for what, other in others.items()
        if other is not None and other.implementation is not engine
    )


def _check(schema: Any, wanted: tuple[Column, ...], what: str) -> None:
    missing = [one.name for one in wanted if one.name not in schema]
    if missing:
        raise InvalidValueError(
            what,
            f"columns are missing: {', '.join(missing)}",
            "give all columns of the table that the ledger makes (to_table)",
        )
    refuse(
        InvalidTypeError(
            f"the column {one.name!r} of {what}",
            f"it is of type {schema[one.name]}",
            _remedy(one),
            one.name,
        )
        for one in wanted
        if not _fits(schema[one.name], one.type)
    )


def _fits(dtype: Any, wanted: ColumnType) -> bool:
    import narwhals as nw

    if wanted is ColumnType.DECIMAL:
        return bool(dtype == nw.Decimal and dtype.scale == MONEY_SCALE)
    if wanted is ColumnType.INTEGER:
        return bool(dtype.is_integer() or dtype == nw.Unknown)
    if wanted is ColumnType.BOOLEAN:
        return bool(dtype == nw.Boolean)
    # A column without any value may have a type of its own; so may texts of few kinds.
    return not (dtype.is_numeric() or dtype == nw.Boolean or dtype == nw.Object)


def _remedy(column: Column) -> str:
    if column.type is ColumnType.DECIMAL:
        return (
            f"give decimal128(38, {MONEY_SCALE}), as to_table has it: floats and other scales are "
            "not exact, and objects are no decimals to an engine"
        )
    return f"give {column.type.value}s"


def levels_of(covers: Frame, *, is_lazy: bool) -> int:
    """Return how many levels of parts deals have; it asks the table of covers.

    Raises:
        InvalidValueError: there are more than a lazy engine is given.
    """
    import narwhals as nw

    found = computed(covers.filter(nw.col("is_nearest")).select(height=nw.col("height").max()))
    (levels,) = found.to_dict(as_series=False)["height"]
    if is_lazy and levels is not None and levels > _MOST_LEVELS:
        raise InvalidValueError(
            "a total on a lazy engine",
            f"deals have {levels} levels of parts, and at most {_MOST_LEVELS} are read there",
            "give eager tables, such as those of polars or pyarrow",
        )
    return int(levels or 0)
