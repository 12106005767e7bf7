"""What the rows of a table must be, beyond the types of their columns; one query asks for all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from centralasia_minerals.analysis.counting.on_tables.passed_rows import Frame
from centralasia_minerals.entities.base.field_checks import refuse
from centralasia_minerals.entities.statement import Disclosure, Standing
from centralasia_minerals.entities.vocabulary.deal_kind import DealClass
from centralasia_minerals.entities.vocabulary.implementation import Implementation
from centralasia_minerals.entities.vocabulary.money_kind import MoneyKind
from centralasia_minerals.entities.vocabulary.stage import Stage
from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.rendering.columnar.column import Column
from centralasia_minerals.values.closed_enum import ClosedEnum

from .lines import lines_of

if TYPE_CHECKING:
    import narwhals as nw

_WORDS: dict[str, type[ClosedEnum]] = {
    "deal_class": DealClass,
    "stage": Stage,
    "deal_stage": Stage,
    "implementation": Implementation,
    "disclosure": Disclosure,
    "standing": Standing,
    "money": MoneyKind,
}
"""The columns of members of an enumeration that the rules ask for."""


def check_rows(rows: Frame, columns: tuple[Column, ...]) -> None:
    """Refuse rows that no ledger has, and those of several ledgers.

    Args:
        rows: the rows.
        columns: the columns that are wanted.

    Raises:
        InvalidValueError: numbers of rows stand twice, values are missing, words are members of
            nothing, or figures contradict each other; all of it is named.
    """
    import narwhals as nw

    faults = dict(_faults(columns))
    marked = {
        f"_{place}": nw.when(fault).then(nw.lit(1)).otherwise(nw.lit(0))
        for place, (fault, _, _) in enumerate(faults.values())
    }
    sums = [nw.col(name).sum() for name in marked]
    numbers = nw.col("row").n_unique().alias("_numbers")
    (line,) = lines_of(rows.select("row", **marked).select(nw.len().alias("_rows"), numbers, *sums))
    refuse(_errors(line, faults))


def _errors(line: dict[str, Any], faults: dict[str, Any]) -> Iterator[InvalidValueError]:
    if (line["_numbers"] or 0) < (line["_rows"] or 0):  # Without rows, some engines count nothing.
        yield InvalidValueError(
            "the column 'row' of the rows of a ledger",
            f"{line['_rows']} rows have {line['_numbers']} numbers",
            "give the rows of one ledger, once; of several datasets, make one with ds.merge(other)",
            "row",
        )
    for place, (name, (_, found, remedy)) in enumerate(faults.items()):
        number = line[f"_{place}"] or 0
        if number:
            column = name.partition(" ")[0]
            what = f"the column {column!r} of the rows of a ledger"
            yield InvalidValueError(what, f"{found} in {number} rows", remedy, column)


def _faults(columns: tuple[Column, ...]) -> Iterator[tuple[str, tuple[nw.Expr, str, str]]]:
    """Yield what is wrong with a row: the column and a word, when it is, and what to do."""
    import narwhals as nw

    remedy = "give the table as the ledger makes it (to_table)"
    for column in columns:
        if not column.null and column.name != "horizon_years":
            yield f"{column.name} null", (nw.col(column.name).is_null(), "it is null", remedy)
    for name, members in _WORDS.items():
        known = [str(member) for member in members]
        value = nw.col(name)
        is_other = ~value.is_null() & ~value.is_in(known)
        yield f"{name} word", (is_other, f"it is no {members.__name__}", f"give {known[0]!r}, ...")
    is_stated = nw.col("disclosure") == str(Disclosure.STATED)
    for name in ("currency", "low", "stated"):
        lacks = is_stated & nw.col(name).is_null()
        yield f"{name} figure", (lacks, "it is null beside a figure that is stated", remedy)
    low, stated, high = (nw.col(name) for name in ("low", "stated", "high"))
    yield "low order", ((low > stated) | (low < 0), "it is negative, or above stated", remedy)
    yield "high order", (~high.is_null() & (high < stated), "it is below stated", remedy)
