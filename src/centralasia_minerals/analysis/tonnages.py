"""How much of each mineral deposits are estimated to contain, counting nothing twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

import attrs

from centralasia_minerals.dataset.catalog import Catalog
from centralasia_minerals.dataset.dataset import Dataset
from centralasia_minerals.dataset.json.to_dict import ToDict
from centralasia_minerals.entities.base.results import result
from centralasia_minerals.entities.base.telling.links import linked
from centralasia_minerals.entities.deposit import Deposit
from centralasia_minerals.entities.mineral import Mineral
from centralasia_minerals.entities.source import Citation
from centralasia_minerals.errors import (
    InvalidTypeError,
    InvalidValueError,
    UnitMismatchError,
)
from centralasia_minerals.rendering.columnar.exportable import Exportable
from centralasia_minerals.rendering.columnar.table import Table
from centralasia_minerals.rendering.listing import Listing
from centralasia_minerals.rendering.tables import pluralized
from centralasia_minerals.rendering.views.as_text import text_of
from centralasia_minerals.rendering.views.blocks import (
    Heading,
    Items,
    Row,
    Section,
    Table as Shown,
    View,
)
from centralasia_minerals.values.unit import Dimension, Unit, as_unit
from centralasia_minerals.wording import briefly

from .counting.given_deals import each_once, version_of
from .estimate_rows import MeasureRow, MeasureTotal, group_of, overlaps_of, rows_of, total_of

Deposits: TypeAlias = Dataset | Catalog[Deposit] | Iterable[Deposit]
"""What can be measured: a dataset, a catalog of deposits, or any deposits."""

POOLS = ("bases", "resource classes")
"""What can be pooled, that is added although it differs, if it is asked for in these words."""


@attrs.frozen(repr=False)
@result
class MeasureTotals(Listing[MeasureTotal], Exportable, ToDict):
    """Tonnages by mineral, basis and class, with every estimate and whether it counts.

    Attributes:
        totals: the tonnages; empty if nothing counts.
        counted: the estimates that count.
        excluded: the estimates that do not, each with its ``reason``.
        silent: the deposits that were given and have no estimate of their own, of the mineral if
            one was asked for; empty if all have.
        mineral: the id of the only mineral or group that was asked for; None if all were.
        unit: the unit of the totals.
        pool: what was pooled; empty if nothing was.
        version: the version of the data that the deposits are from; None if nothing says it.
    """

    totals: tuple[MeasureTotal, ...]
    counted: tuple[MeasureRow, ...]
    excluded: tuple[MeasureRow, ...]
    silent: tuple[Deposit, ...] = ()
    mineral: str | None = attrs.field(default=None, eq=False, kw_only=True)
    unit: str = attrs.field(default="tonne", eq=False, kw_only=True)
    pool: tuple[str, ...] = attrs.field(default=(), eq=False, kw_only=True)
    version: str | None = attrs.field(default=None, eq=False, kw_only=True)

    @property
    def _items(self) -> tuple[MeasureTotal, ...]:
        return self.totals

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The passages behind what was counted."""
        return tuple(dict.fromkeys(c for row in self.counted for c in row.estimate.citations))

    def to_table(self) -> Table:
        """Return a flat table with a row for each mineral, basis and class."""
        from .reporting.result_tables import measures_table

        return measures_table(
            self.totals,
            self.version,
            {"mineral": self.mineral, "unit": self.unit, "pool": list(self.pool)},
        )

    def __repr__(self) -> str:
        return f"<MeasureTotals: {'; '.join(map(str, self.totals)) or 'nothing'}>"

    def __str__(self) -> str:
        lines = [*map(str, self.totals)] or ["nothing is counted"]
        lines += map(_silence, self.silent)
        return "\n\n".join(("\n".join(lines), *map(text_of, zip(self._piles()))))

    def _view(self) -> View:
        header = ("mineral", "tonnage", "basis", "class")
        silent = tuple(map(_silence, self.silent))
        title = f"without an estimate of their own: {pluralized(len(silent), 'deposit')}"
        return (
            Heading("Tonnages" if self.totals else "nothing is counted"),
            *((Shown(header, self.totals, _total_row, ".to_table()"),) if self.totals else ()),
            *self._piles(),
            *((Section(title, (Items(silent),), is_folded=True),) if silent else ()),
        )

    def _piles(self) -> Iterator[Section]:
        piles = (("counted", self.counted, False), ("left out", self.excluded, True))
        for name, rows, is_folded in piles:
            if rows:
                title = f"{name}: {pluralized(len(rows), 'estimate')}"
                yield Section(title, (_shown(rows),), is_folded)


def _total_row(total: MeasureTotal) -> Row:
    mineral = total.mineral.replace("-", " ")  # an id of words is as readable as a name
    return mineral, linked(total.figure, ()), total.basis, total.resource_class


def _shown(rows: tuple[MeasureRow, ...]) -> Shown:
    header = ("deposit", "estimate", "mineral", "basis", "class", "why")
    is_counted = not any(row.reason for row in rows)
    return Shown(header[:-1] if is_counted else header, rows, _row)


def _row(row: MeasureRow) -> Row:
    estimate = linked(str(row.estimate.stated), row.estimate.citations)
    why = (str(row.reason),) if row.reason else ()
    return row.deposit._told(), estimate, *row.group, *why


def _silence(deposit: Deposit) -> str:
    """Return a line saying that a deposit has no estimate of its own, and which whole has one."""
    whole = next((w for w in deposit.ancestors if w.estimates), None)
    why = f"; it is part of {whole.id!r}, whose estimate is undivided" if whole else ""
    return f"{deposit.id}: no estimate of its own{why}"


def total_measure(
    deposits: Deposits,
    *,
    mineral: Mineral | str | None = None,
    unit: Unit | str = "tonne",
    pool: str | Iterable[str] = (),
) -> MeasureTotals:
    """Add up what deposits are estimated to contain.

    An undivided estimate counts once: a part is left out if its whole counts. Metal is never
    added to oxide, nor one resource class to another: each has its own total, unless ``pool``
    asks otherwise. A figure of several classes has a total of its own, and is never split.

    Pooled classes are ``"indicated and measured"``, ``"reserves"``, ``"A to C2"`` and ``"P1 to
    P3"``; every other class is only added to itself, as are figures that combine two of these.

    Args:
        deposits: a dataset, a catalog of deposits, or any deposits; the same one twice counts once.
        mineral: the only mineral or group to count, as a record or an id; None counts all.
        unit: the unit of mass of the totals; conversion is exact.
        pool: ``"bases"``, ``"resource classes"`` or both, to add up what is kept apart otherwise.

    Raises:
        InvalidTypeError: something is not a deposit, or the mineral neither a record nor an id.
        UnknownIdError: the dataset does not know the mineral; deposits without one accept any id.
        InvalidValueError: something else is to be pooled.
        ConflictError: one id stands for unequal records.
        UnitMismatchError: the unit is not one of mass.
        InexactConversionError: a figure has no exact decimal in it.

    >>> import centralasia_minerals as cam
    >>> str(cam.total_measure(cam.load(), mineral="tungsten")[0])
    'about 410,000 tonnes of tungsten (contained metal, class unspecified)'
    """
    pooled = _pooled(pool)
    if as_unit(unit).dimension is not Dimension.MASS:
        raise UnitMismatchError(
            "a tonnage",
            f"{as_unit(unit)} is not a unit of mass",
            "give one that is, such as 'tonne'",
        )
    catalog = deposits.deposits if isinstance(deposits, Dataset) else deposits
    given = each_once(catalog, Deposit)
    wanted = _wanted(mineral, deposits)
    judged = _judged(given, wanted, pooled)
    counted = tuple(row for row in judged if row.reason is None)
    groups: dict[tuple[str, str, str], list[MeasureRow]] = {}
    for row in counted:
        groups.setdefault(group_of(row, pooled), []).append(row)
    return MeasureTotals(
        tuple(total_of(group, groups[group], unit) for group in sorted(groups)),
        counted,
        tuple(row for row in judged if row.reason is not None),
        tuple(one for one in given if not one.estimates and _may_hold(one, wanted)),
        mineral=wanted,
        unit=str(as_unit(unit)),
        pool=pooled,
        version=version_of(deposits),
    )


def _may_hold(deposit: Deposit, wanted: str | None) -> bool:
    """Whether a deposit is one of a mineral, or of a group that has it; no minerals may be any."""
    held = {one for mineral in deposit.minerals for one in (mineral, *mineral.groups)}
    return wanted is None or not held or wanted in {one.id for one in held}


def _judged(
    given: Iterable[Deposit], wanted: str | None, pooled: tuple[str, ...]
) -> list[MeasureRow]:
    rows = [row for deposit in given for row in rows_of(deposit, wanted)]
    return [
        attrs.evolve(row, reason=row.reason or overlap)
        for row, overlap in zip(rows, overlaps_of(rows, pooled), strict=True)
    ]


def _pooled(pool: object) -> tuple[str, ...]:
    remedy = f"give one of: {', '.join(POOLS)}"
    if not isinstance(pool, Iterable):
        raise InvalidTypeError.of("pool", pool, remedy)
    asked = (pool,) if isinstance(pool, str) else tuple(pool)
    for one in asked:
        if not isinstance(one, str) or one not in POOLS:
            raise InvalidValueError("pool", f"{briefly(one)} cannot be pooled", remedy)
    return asked


def _wanted(mineral: object, deposits: Deposits) -> str | None:
    if mineral is None:
        return None
    if not isinstance(mineral, str | Mineral):
        raise InvalidTypeError.of("a mineral", mineral, "give a Mineral or its id")
    catalog = deposits.deposits if isinstance(deposits, Dataset) else deposits
    if isinstance(catalog, Catalog):
        catalog.where(mineral=mineral)  # This rejects an id that the dataset does not know.
    return mineral if isinstance(mineral, str) else mineral.id
