"""The engines in which totals of tables are tried, each with how it is given a table."""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable
from typing import Any

import polars as pl
import pytest

from centralasia_minerals.rendering.columnar.column import ColumnType
from centralasia_minerals.rendering.columnar.table import Table

TYPES = {
    ColumnType.TEXT: pl.String(),
    ColumnType.INTEGER: pl.Int64(),
    ColumnType.BOOLEAN: pl.Boolean(),
    ColumnType.DATE: pl.Date(),
    ColumnType.TEXTS: pl.List(pl.String()),
}


def in_polars(table: Table) -> pl.DataFrame:
    schema = {
        column.name: pl.Decimal(38, column.scale)
        if column.type is ColumnType.DECIMAL
        else TYPES[column.type]
        for column in table.columns
    }
    return pl.DataFrame(table.to_dict(), schema=schema)


def in_pandas(table: Table) -> Any:
    import pandas as pd

    return in_polars(table).to_arrow().to_pandas(types_mapper=pd.ArrowDtype)


def in_duckdb(table: Table) -> Any:
    import duckdb

    return duckdb.from_arrow(in_polars(table).to_arrow())


def in_ibis(table: Table) -> Any:
    import ibis

    return ibis.memtable(in_polars(table).to_arrow())


ENGINES: dict[str, tuple[Callable[[Table], Any], tuple[str, ...]]] = {
    "polars": (in_polars, ()),
    "polars, lazy": (lambda table: in_polars(table).lazy(), ()),
    "pandas": (in_pandas, ("pandas", "pyarrow")),
    "pyarrow": (lambda table: in_polars(table).to_arrow(), ("pyarrow",)),
    "DuckDB": (in_duckdb, ("duckdb", "pyarrow")),
    "Ibis": (in_ibis, ("ibis", "pyarrow")),
}


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Callable[[Table], Any]:
    """Give what takes a table to an engine; skip the engines that are not installed."""
    return engine_named(request.param)


def engine_named(name: str) -> Callable[[Table], Any]:
    make, modules = ENGINES[name]
    for module in modules:
        try:
            importlib.import_module(module)
        except ImportError:
            if os.environ.get("CENTRALASIA_MINERALS_REQUIRE_ENGINES"):
                pytest.fail(f"{module} is not installed")
            pytest.skip(f"{module} is not installed; see the dependency group engines")
    return make
