"""Estimates of deposits as rows, each with the reason why it is not counted."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from centralasia_minerals.entities.deposit import Deposit, ResourceEstimate
from centralasia_minerals.entities.mineral import Mineral
from centralasia_minerals.entities.statement import Standing, standing_of
from centralasia_minerals.values.closed_enum import ClosedEnum


class MeasureReason(ClosedEnum):
    """Why an estimate is not counted."""

    ANOTHER_MINERAL = "another mineral", "It is of another mineral than the one asked for."
    SUPERSEDED = "superseded", "A later statement has replaced it."
    DEPRECATED = "deprecated", "The statement is known to be wrong."
    PART_OF_A_COUNTED_DEPOSIT = (
        "part of a counted deposit",
        "It is of a part of a deposit whose own estimate counts.",
    )
    ANOTHER_ESTIMATE = (
        "another estimate of the deposit",
        "Another estimate of the same deposit counts.",
    )


@attrs.frozen
class MeasureRow:
    """One estimate of a deposit, counted or not.

    Attributes:
        deposit: the deposit.
        estimate: what a source says the deposit contains.
        reason: why the estimate is not counted; None if it counts.
    """

    deposit: Deposit
    estimate: ResourceEstimate
    reason: MeasureReason | None = None

    @property
    def group(self) -> tuple[str, str, str]:
        """What is weighed and never mixed: mineral, basis with its compound, and resource class."""
        estimate = self.estimate
        mineral = estimate.mineral.id if isinstance(estimate.mineral, Mineral) else "not stated"
        compound = f" {estimate.compound}" if isinstance(estimate.compound, str) else ""
        return (mineral, f"{estimate.basis}{compound}", str(estimate.resource_class))


def rows_of(deposit: Deposit, mineral: str | None) -> Iterator[MeasureRow]:
    """Yield a row for each estimate of a deposit, with the reason that it has on its own."""
    for estimate in deposit.series:
        alike = tuple(
            other.stated
            for other in deposit.series
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


def group_of(row: MeasureRow, pooled: tuple[str, ...]) -> tuple[str, str, str]:
    """Return the group of estimates that a row is added to, with what is pooled as one."""
    mineral, basis, resource_class = row.group
    return (
        mineral,
        "every basis" if "bases" in pooled else basis,
        "every class" if "resource classes" in pooled else resource_class,
    )


def overlap_of(
    row: MeasureRow, rows: list[MeasureRow], pooled: tuple[str, ...]
) -> MeasureReason | None:
    """Return why a row does not count beside others, or None: a whole or an earlier row counts."""
    wholes = {whole.id for whole in row.deposit.ancestors}
    earlier = True
    for other in rows:
        if other is row:
            earlier = False
        elif other.reason is None and group_of(other, pooled) == group_of(row, pooled):
            if other.deposit.id in wholes:
                return MeasureReason.PART_OF_A_COUNTED_DEPOSIT
            if earlier and other.deposit is row.deposit and other.group == row.group:
                return MeasureReason.ANOTHER_ESTIMATE
    return None
