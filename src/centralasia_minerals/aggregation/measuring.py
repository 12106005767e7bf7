"""How much of each mineral is estimated to lie in deposits, counting nothing twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

import attrs

from centralasia_minerals.dataset import Catalog, Dataset
from centralasia_minerals.entities import (
    Deposit,
    Mineral,
    Standing,
    standing_of,
)
from centralasia_minerals.errors import (
    ConflictError,
    InvalidTypeError,
    InvalidValueError,
    UnitMismatchError,
)
from centralasia_minerals.values import Dimension, Measure, Unit, as_unit

from .tonnages import MeasureReason, MeasureRow, MeasureTotal, MeasureTotals

Deposits: TypeAlias = Dataset | Catalog[Deposit] | Iterable[Deposit]
"""What can be measured: a dataset, a catalog of deposits, or any deposits."""

POOLS = ("bases", "resource classes")
"""What may be put together if it is asked for in these words."""


def total_measure(
    deposits: Deposits,
    *,
    mineral: Mineral | str | None = None,
    unit: Unit | str = "tonne",
    pool: str | Iterable[str] = (),
) -> MeasureTotals:
    """Add up what is estimated to lie in deposits.

    An undivided estimate counts once: a part under a whole that counts is out. Metal never adds
    to oxide, nor one resource class to another: each is a total of its own, unless ``pool`` asks
    otherwise.

    Args:
        deposits: a dataset, a catalog of deposits, or any deposits; the same one twice is one.
        mineral: count this mineral only.
        unit: the unit of mass to give totals in; conversion is exact.
        pool: ``"bases"``, ``"resource classes"`` or both, to add what is told apart otherwise.

    Raises:
        InvalidTypeError: something is no deposit, or the mineral is neither a record nor an id.
        UnknownIdError: the dataset knows no such mineral; it suggests near ones. Of deposits that
            stand alone nobody knows which minerals there are: none is refused.
        InvalidValueError: there is nothing of that name to pool.
        ConflictError: one id stands for unequal records.
        UnitMismatchError: the unit is not one of mass.
        InexactConversionError: a figure has no exact decimal in the unit.

    >>> import centralasia_minerals as cam
    >>> str(cam.total_measure(cam.load(), mineral="tungsten")[0])
    'approximately 410000 tonne of tungsten (contained metal, class unspecified)'
    """
    pooled = (pool,) if isinstance(pool, str) else tuple(pool)
    for asked in pooled:
        if asked not in POOLS:
            raise InvalidValueError("pool", f"{asked!r}", f"one of: {', '.join(POOLS)}")
    if as_unit(unit).dimension is not Dimension.MASS:
        raise UnitMismatchError("a tonnage", f"{unit} is no unit of mass", "give one, as 'tonne'")
    given = _unique(deposits)
    wanted = _wanted(mineral, deposits)
    rows = [row for deposit in given for row in _rows_of(deposit, wanted)]
    judged = [attrs.evolve(row, reason=row.reason or _overlap(row, rows, pooled)) for row in rows]
    counted = tuple(row for row in judged if row.reason is None)
    groups: dict[tuple[str, str, str], list[MeasureRow]] = {}
    for row in counted:
        groups.setdefault(_group(row, pooled), []).append(row)
    return MeasureTotals(
        tuple(_total(group, groups[group], unit) for group in sorted(groups)),
        counted,
        tuple(row for row in judged if row.reason is not None),
        tuple(deposit for deposit in given if not deposit.estimates),
    )


def _wanted(mineral: object, deposits: Deposits) -> str | None:
    if mineral is None:
        return None
    if not isinstance(mineral, str | Mineral):
        raise InvalidTypeError("a mineral", f"{mineral!r}", "give a Mineral or its id")
    catalog = deposits.deposits if isinstance(deposits, Dataset) else deposits
    if isinstance(catalog, Catalog):
        catalog.where(mineral=mineral)  # refuses an id that the dataset does not know
    return mineral if isinstance(mineral, str) else mineral.id


def _unique(deposits: Deposits) -> tuple[Deposit, ...]:
    given = deposits.deposits if isinstance(deposits, Dataset) else deposits
    if not isinstance(given, Iterable):
        raise InvalidTypeError("deposits", f"{given!r}", "give a dataset, a catalog or deposits")
    known: dict[str, Deposit] = {}
    for deposit in given:
        if not isinstance(deposit, Deposit):
            raise InvalidTypeError(
                "deposits", f"{deposit!r} is of type {type(deposit).__name__}", "give deposits only"
            )
        if known.setdefault(deposit.id, deposit) != deposit:
            raise ConflictError(
                f"the deposit {deposit.id!r}", "two unequal records", "merge them", (deposit.id,)
            )
    return tuple(known.values())


def _rows_of(deposit: Deposit, mineral: str | None) -> Iterator[MeasureRow]:
    for estimate in deposit.estimates:
        alike = tuple(
            other.stated
            for other in deposit.estimates
            if MeasureRow(deposit, other).group == MeasureRow(deposit, estimate).group
        )
        standing = standing_of(estimate.stated, alike)
        reason = {
            Standing.SUPERSEDED: MeasureReason.SUPERSEDED,
            Standing.DEPRECATED: MeasureReason.DEPRECATED,
        }.get(standing)
        row = MeasureRow(deposit, estimate, reason)
        if mineral is not None and row.group[0] != mineral:
            row = MeasureRow(deposit, estimate, MeasureReason.ANOTHER_MINERAL)
        yield row


def _group(row: MeasureRow, pooled: tuple[str, ...]) -> tuple[str, str, str]:
    mineral, basis, resource_class = row.group
    return (
        mineral,
        "every basis" if "bases" in pooled else basis,
        "every class" if "resource classes" in pooled else resource_class,
    )


def _overlap(
    row: MeasureRow, rows: list[MeasureRow], pooled: tuple[str, ...]
) -> MeasureReason | None:
    """Say what covers a row: a whole's estimate of the same group, or an earlier one of its own."""
    wholes = {whole.id for whole in row.deposit.ancestors}
    earlier = True
    for other in rows:
        if other is row:
            earlier = False
        elif other.reason is None and _group(other, pooled) == _group(row, pooled):
            if other.deposit.id in wholes:
                return MeasureReason.PART_OF_A_COUNTED_DEPOSIT
            if earlier and other.deposit is row.deposit and other.group == row.group:
                return MeasureReason.ANOTHER_ESTIMATE
    return None


def _total(group: tuple[str, str, str], rows: list[MeasureRow], unit: Unit | str) -> MeasureTotal:
    stated = [row.estimate.stated for row in rows]
    highs = [one.high for one in stated]
    closed = [high for high in highs if high is not None]
    return MeasureTotal(
        *group,
        low=_sum([one.low for one in stated], unit),
        stated=_sum([one.value for one in stated], unit),
        high=_sum(closed, unit) if len(closed) == len(highs) else None,
        approximate=any(one.hedge.is_approximate for one in stated),
    )


def _sum(measures: list[Measure], unit: Unit | str) -> Measure:
    total = Measure(0, unit)
    for measure in measures:
        total = total + measure.to(unit)
    return total
