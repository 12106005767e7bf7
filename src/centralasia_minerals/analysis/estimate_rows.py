"""Estimates of deposits as rows, each with the reason why it is not counted."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from centralasia_minerals.entities.base.results import result
from centralasia_minerals.entities.deposit import Deposit, ResourceEstimate
from centralasia_minerals.entities.series import standings_of
from centralasia_minerals.entities.statement import Standing
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
@result
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
        return self.estimate.group


def rows_of(deposit: Deposit, mineral: str | None) -> Iterator[MeasureRow]:
    """Yield a row for each estimate of a deposit, with the reason that it has on its own."""
    rows = [MeasureRow(deposit, estimate) for estimate in deposit.series]
    alike: dict[tuple[str, str, str], list[MeasureRow]] = {}
    for row in rows:
        alike.setdefault(row.group, []).append(row)
    standings = {
        group: iter(standings_of(tuple(row.estimate.stated for row in members)))
        for group, members in alike.items()
    }
    for row in rows:
        reason = _REASONS.get(next(standings[row.group]))
        if mineral is not None and row.group[0] != mineral:
            reason = MeasureReason.ANOTHER_MINERAL
        yield MeasureRow(deposit, row.estimate, reason)


_REASONS = {
    Standing.SUPERSEDED: MeasureReason.SUPERSEDED,
    Standing.DEPRECATED: MeasureReason.DEPRECATED,
}


def group_of(row: MeasureRow, pooled: tuple[str, ...]) -> tuple[str, str, str]:
    """Return the group of estimates that a row is added to, with what is pooled as one."""
    mineral, basis, resource_class = row.group
    return (
        mineral,
        "every basis" if "bases" in pooled else basis,
        "every class" if "resource classes" in pooled else resource_class,
    )


def overlaps_of(
    rows: list[MeasureRow], pooled: tuple[str, ...]
) -> tuple[MeasureReason | None, ...]:
    """Return why each row does not count beside the others: a whole or an earlier row counts.

    None stands for a row that counts. If both reasons hold, the row that comes first decides.
    """
    of_deposit: dict[object, list[int]] = {}
    alike: dict[object, int] = {}
    for place, row in enumerate(rows):
        if row.reason is None:
            of_deposit.setdefault((row.deposit.id, group_of(row, pooled)), []).append(place)
            alike.setdefault((id(row.deposit), row.group), place)
    reasons: list[MeasureReason | None] = []
    for place, row in enumerate(rows):
        group = group_of(row, pooled)
        wholes = {(whole.id, group) for whole in row.deposit.ancestors}
        places = (other for whole in wholes for other in of_deposit.get(whole, ())[:2])
        of_whole = min((other for other in places if other != place), default=len(rows))
        earlier = alike.get((id(row.deposit), row.group), place)
        if earlier < min(place, of_whole):
            reasons.append(MeasureReason.ANOTHER_ESTIMATE)
        elif of_whole < len(rows):
            reasons.append(MeasureReason.PART_OF_A_COUNTED_DEPOSIT)
        else:
            reasons.append(None)
    return tuple(reasons)
