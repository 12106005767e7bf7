"""Tonnages: what estimates come to, each mineral, basis and class by itself, and every row."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from centralasia_minerals.entities import Citation, Deposit, Mineral, ResourceEstimate
from centralasia_minerals.rendering import html_table, text_table
from centralasia_minerals.values import Measure, Word


class MeasureReason(Word):
    """Why an estimate is not counted."""

    ANOTHER_MINERAL = "another mineral"
    SUPERSEDED = "superseded"
    DEPRECATED = "deprecated"
    PART_OF_A_COUNTED_DEPOSIT = "part of a counted deposit"
    ANOTHER_ESTIMATE = "another estimate of the deposit"


@attrs.frozen
class MeasureRow:
    """One estimate of a deposit; ``reason`` says why it is not counted, None where it is."""

    deposit: Deposit
    estimate: ResourceEstimate
    reason: MeasureReason | None = None

    @property
    def group(self) -> tuple[str, str, str]:
        """What it weighs, told apart: mineral, basis with its compound, and resource class."""
        estimate = self.estimate
        mineral = estimate.mineral.id if isinstance(estimate.mineral, Mineral) else "not stated"
        compound = f" {estimate.compound}" if isinstance(estimate.compound, str) else ""
        return (mineral, f"{estimate.basis}{compound}", str(estimate.resource_class))


@attrs.frozen
class MeasureTotal:
    """A tonnage of one mineral on one basis and of one resource class.

    ``high`` is None where a counted estimate is open above.
    """

    mineral: str
    basis: str
    resource_class: str
    low: Measure
    stated: Measure
    high: Measure | None
    approximate: bool

    def __str__(self) -> str:
        about = "approximately " if self.approximate else ""
        return f"{about}{self.stated} of {self.mineral} ({self.basis}, class {self.resource_class})"


@attrs.frozen(repr=False)
class MeasureTotals:
    """Tonnages, each mineral, basis and class by itself, with every estimate in or out.

    ``silent`` are the deposits that were given and have no estimate of their own.
    """

    totals: tuple[MeasureTotal, ...]
    counted: tuple[MeasureRow, ...]
    excluded: tuple[MeasureRow, ...]
    silent: tuple[Deposit, ...] = ()

    def __len__(self) -> int:
        return len(self.totals)

    def __iter__(self) -> Iterator[MeasureTotal]:
        return iter(self.totals)

    def __getitem__(self, place: int) -> MeasureTotal:
        return self.totals[place]

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The passages behind what was counted."""
        return tuple(dict.fromkeys(c for row in self.counted for c in row.estimate.citations))

    def __repr__(self) -> str:
        return f"<MeasureTotals: {'; '.join(map(str, self.totals)) or 'nothing'}>"

    def __str__(self) -> str:
        lines = [str(total) for total in self.totals] or ["nothing is counted"]
        lines += [_silence(deposit) for deposit in self.silent]
        if self.counted or self.excluded:
            lines += ["", text_table(*self._table())]
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        return html_table(*self._table(), caption="; ".join(map(str, self.totals)))

    def _table(self) -> tuple[list[str], list[list[str]]]:
        rows = [
            [
                str(row.reason or "counted"),
                row.deposit.id,
                str(row.estimate.stated),
                *row.group,
            ]
            for row in (*self.counted, *self.excluded)
        ]
        return ["", "deposit", "estimate", "mineral", "basis", "class"], rows


def _silence(deposit: Deposit) -> str:
    """Say that a deposit has no estimate of its own, and which whole has one."""
    whole = next((w for w in deposit.ancestors if w.estimates), None)
    why = f"; it is part of {whole.id!r}, whose estimate is undivided" if whole else ""
    return f"{deposit.id}: no estimate of its own{why}"
