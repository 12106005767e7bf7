"""What the rows of a table must be, beyond the types of their columns."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

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

    Four small queries ask for all of it: each reads few columns, so that little is held at once.

    Args:
        rows: the rows.
        columns: the columns that are wanted.

    Raises:
        InvalidValueError: numbers of rows stand twice, values are missing, words are members of
            nothing, or figures contradict each other; all of it is named.
    """
    refuse(chain(_doubled(rows), _missing(rows, columns), _unknown(rows), _contradicting(rows)))


_AS_MADE = "give the table as the ledger makes it (to_table)"


def _doubled(rows: Frame) -> Iterator[InvalidValueError]:
    import narwhals as nw

    times = rows.group_by("row").agg(nw.len().alias("_rows"))
    (line,) = lines_of(times.select(nw.len().alias("_numbers"), nw.col("_rows").sum()))
    number, numbers = line["_rows"] or 0, line["_numbers"] or 0  # Some engines sum nothing to null.
    if numbers < number:
        yield InvalidValueError(
            "the column 'row' of the rows of a ledger",
            f"{number} rows have {numbers} numbers",
            "give the rows of one ledger, once; of several datasets, make one with ds.merge(other)",
            "row",
        )


def _missing(rows: Frame, columns: tuple[Column, ...]) -> Iterator[InvalidValueError]:
    import narwhals as nw

    never = [one.name for one in columns if not one.null and one.name != "horizon_years"]
    present = (nw.col(name).count().alias(f"_{place}") for place, name in enumerate(never))
    (line,) = lines_of(rows.select(nw.len().alias("_rows"), *present))
    for place, name in enumerate(never):
        yield from _fault(name, "it is null", line["_rows"] - line[f"_{place}"], _AS_MADE)


def _unknown(rows: Frame) -> Iterator[InvalidValueError]:
    import narwhals as nw

    lines = lines_of(rows.group_by(*_WORDS).agg(nw.len().alias("_rows")))
    for name, members in _WORDS.items():
        known = {str(member) for member in members}
        other = [
            one["_rows"] for one in lines if isinstance(one[name], str) and one[name] not in known
        ]
        remedy = f"give {str(next(iter(members)))!r}, ..."
        yield from _fault(name, f"it is no {members.__name__}", sum(other), remedy)


def _contradicting(rows: Frame) -> Iterator[InvalidValueError]:
    import narwhals as nw

    is_stated = nw.col("disclosure") == str(Disclosure.STATED)
    low, stated, high = (nw.col(name) for name in ("low", "stated", "high"))
    lacks = "it is null beside a figure that is stated"
    faults = [
        *((one, lacks, is_stated & nw.col(one).is_null()) for one in ("currency", "low", "stated")),
        ("low", "it is negative, or above stated", (low > stated) | (low < 0)),
        ("high", "it is below stated", ~high.is_null() & (high < stated)),
    ]
    sums = (
        nw.when(fault).then(nw.lit(1)).otherwise(nw.lit(0)).sum().alias(f"_{place}")
        for place, (_, _, fault) in enumerate(faults)
    )
    (line,) = lines_of(rows.select(*sums))
    for place, (name, found, _) in enumerate(faults):
        yield from _fault(name, found, line[f"_{place}"] or 0, _AS_MADE)


def _fault(name: str, found: str, number: int, remedy: str) -> Iterator[InvalidValueError]:
    if number:
        what = f"the column {name!r} of the rows of a ledger"
        yield InvalidValueError(what, f"{found} in {number} rows", remedy, name)
