"""The counting rules, in one table that every total uses.

The first rules look at a row and at what is asked for. The last ones, the overlaps, look at the
rows that count: only a row that counts can cover another.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs

from centralasia_minerals.entities.amount import Profile
from centralasia_minerals.entities.stage import Implementation, Stage, StageGroup
from centralasia_minerals.entities.statement import Disclosure, Standing

from .exclusion_reason import ExclusionReason
from .filters import Filters
from .ledger_row import LedgerRow


@attrs.frozen
class Covering:
    """The rows that count and may cover a row.

    Attributes:
        same_deal: those of its own deal; empty if none counts.
        ancestors: those of the deals that its deal is part of; empty if none counts.
    """

    same_deal: tuple[LedgerRow, ...] = ()
    ancestors: tuple[LedgerRow, ...] = ()


@attrs.frozen
class Rule:
    """One rule: when a row is left out for a reason.

    A rule has one of two tests, and the other is None.

    Attributes:
        reason: the reason; its meaning explains the rule to a reader.
        puts_out: whether a row is left out by what is asked for, whatever else counts.
        covers: whether a row is left out because other rows count.
    """

    reason: ExclusionReason
    puts_out: Callable[[Profile, Filters], bool] | None = None
    covers: Callable[[LedgerRow, Covering], bool] | None = None


def _failures(row: Profile) -> list[Stage]:
    """Return the failed stages of an amount and of its deal."""
    stages = (row.stage, row.deal_stage)
    return [stage for stage in stages if stage and stage.group is StageGroup.FAILED]


def _is_cancelled(row: Profile) -> bool:
    return row.implementation is Implementation.CANCELLED


def _failed(row: Profile, asked: Filters) -> bool:
    failures = _failures(row)
    return bool(failures) and not any(asked.names(stage) for stage in failures)


def _cancelled(row: Profile, asked: Filters) -> bool:
    return _is_cancelled(row) and not asked.cancelled_too


def _outside_the_stages(row: Profile, asked: Filters) -> bool:
    if _failures(row) or (asked.cancelled_too and _is_cancelled(row)):
        return False  # It is in because it was named, or out for that reason already.
    return asked.stages is not None and row.stage not in asked.stages


def _not_concluded(row: Profile, asked: Filters) -> bool:
    return asked.only_concluded and _outside_the_stages(row, asked)


def _other_stage(row: Profile, asked: Filters) -> bool:
    return not asked.only_concluded and _outside_the_stages(row, asked)


def _outside_the_sectors(row: Profile, asked: Filters) -> bool:
    return asked.sectors is not None and not asked.sectors & set(row.sectors)


def _shared(row: Profile, asked: Filters) -> bool:
    own = set(row.sectors)
    return asked.sectors is not None and bool(asked.sectors & own) and bool(own - asked.sectors)


def _beyond_the_horizon(row: Profile, asked: Filters) -> bool:
    most = asked.max_horizon_years
    return most is not None and row.horizon_years is not None and row.horizon_years > most


def _longer(row: LedgerRow, counted: LedgerRow) -> bool:
    """Whether a counted row spans more years; a row without a horizon spans them all."""
    if row.horizon_years is None:
        return False
    return counted.horizon_years is None or counted.horizon_years > row.horizon_years


def _others(row: LedgerRow, covering: Covering) -> list[LedgerRow]:
    """Return the counted rows of the deal's other amounts; financing, on either side, is out."""
    return [
        counted
        for counted in covering.same_deal
        if counted.amount is not row.amount and not counted.is_financing and not row.is_financing
    ]


def _financing(row: LedgerRow, covering: Covering) -> bool:
    return row.is_financing and any(not counted.is_financing for counted in covering.same_deal)


def _within_a_longer_horizon(row: LedgerRow, covering: Covering) -> bool:
    return any(_longer(row, counted) for counted in _others(row, covering))


def _another_amount(row: LedgerRow, covering: Covering) -> bool:
    return any(not _longer(row, counted) for counted in _others(row, covering))


_R = ExclusionReason

RULES: tuple[Rule, ...] = (
    Rule(_R.FAILED, puts_out=_failed),
    Rule(_R.CANCELLED, puts_out=_cancelled),
    Rule(_R.NOT_CONCLUDED, puts_out=_not_concluded),
    Rule(_R.OUTSIDE_THE_STAGES, puts_out=_other_stage),
    Rule(_R.OUTSIDE_THE_SECTORS, puts_out=_outside_the_sectors),
    Rule(_R.SHARED_WITH_OTHER_SECTORS, puts_out=_shared),
    Rule(_R.CONDITIONAL, puts_out=lambda row, _: row.is_conditional),
    Rule(_R.BEYOND_THE_HORIZON, puts_out=_beyond_the_horizon),
    Rule(_R.SUPERSEDED, puts_out=lambda row, _: row.standing is Standing.SUPERSEDED),
    Rule(_R.DEPRECATED, puts_out=lambda row, _: row.standing is Standing.DEPRECATED),
    Rule(_R.NOT_STATED, puts_out=lambda row, _: row.disclosure is Disclosure.NOT_STATED),
    Rule(_R.NOT_APPLICABLE, puts_out=lambda row, _: row.disclosure is Disclosure.NOT_APPLICABLE),
    Rule(_R.PART_OF_A_COUNTED_DEAL, covers=lambda _, covering: bool(covering.ancestors)),
    Rule(_R.FINANCING_OF_A_COUNTED_COST, covers=_financing),
    Rule(_R.WITHIN_A_LONGER_HORIZON, covers=_within_a_longer_horizon),
    Rule(_R.ANOTHER_AMOUNT_OF_THE_DEAL, covers=_another_amount),
)
"""The table of rules. A row has the reasons of all rules that apply, in this order."""


def filter_reasons(profile: Profile, asked: Filters) -> tuple[ExclusionReason, ...]:
    """Return the reasons that a row has on its own, whatever else counts."""
    return tuple(
        rule.reason for rule in RULES if rule.puts_out is not None and rule.puts_out(profile, asked)
    )


def overlap_reasons(row: LedgerRow, covering: Covering) -> tuple[ExclusionReason, ...]:
    """Return the reasons that a row has because other rows count."""
    return tuple(
        rule.reason for rule in RULES if rule.covers is not None and rule.covers(row, covering)
    )
