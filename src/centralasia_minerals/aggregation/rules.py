"""The counting rules: one table, and every way of computing a total goes through it.

The first rules look at a row and at what is asked for. The last ones, the overlaps, look at the
rows that count: only a row that counts covers another.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs

from centralasia_minerals.entities import (
    Disclosure,
    Implementation,
    Profile,
    Stage,
    StageGroup,
    Standing,
)

from .filters import Filters
from .reasons import ExclusionReason
from .row import LedgerRow


@attrs.frozen
class Covering:
    """The rows that count around a row: in its own deal, and in the deals that it is part of."""

    same_deal: tuple[LedgerRow, ...] = ()
    ancestors: tuple[LedgerRow, ...] = ()


@attrs.frozen
class Rule:
    """One rule: its name, the reason it gives, a sentence, and its test.

    A rule looks either at what is asked for (``puts_out``) or at the rows that count
    (``covers``); the other test is None.
    """

    name: str
    reason: ExclusionReason
    sentence: str
    puts_out: Callable[[Profile, Filters], bool] | None = None
    covers: Callable[[LedgerRow, Covering], bool] | None = None


def _failures(row: Profile) -> list[Stage]:
    """Give the failed stages of an amount and of its deal."""
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
        return False  # in by that name, or out for that reason
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
    """Say whether a counted row spans more years; without a horizon it spans them all."""
    if row.horizon_years is None:
        return False
    return counted.horizon_years is None or counted.horizon_years > row.horizon_years


def _others(row: LedgerRow, covering: Covering) -> list[LedgerRow]:
    """Give the counted rows of other amounts of the deal that hold a row which is not financing."""
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
    Rule("failed", _R.FAILED, "The deal failed or expired.", _failed),
    Rule("cancelled", _R.CANCELLED, "The work was cancelled.", _cancelled),
    Rule(
        "not concluded", _R.NOT_CONCLUDED,
        "Only concluded deals are asked for, and this is not agreed or signed.", _not_concluded,
    ),
    Rule(
        "outside the stages", _R.OUTSIDE_THE_STAGES,
        "It is at none of the stages asked for.", _other_stage,
    ),
    Rule(
        "outside the sectors", _R.OUTSIDE_THE_SECTORS,
        "It is for none of the sectors asked for.", _outside_the_sectors,
    ),
    Rule(
        "shared with other sectors", _R.SHARED_WITH_OTHER_SECTORS,
        "It is for sectors asked for and for others, and nobody says how it is divided.", _shared,
    ),
    Rule(
        "conditional", _R.CONDITIONAL,
        "It hangs on a condition.", lambda row, _: row.is_conditional,
    ),
    Rule(
        "beyond the horizon", _R.BEYOND_THE_HORIZON,
        "It is spread over more years than are asked for.", _beyond_the_horizon,
    ),
    Rule(
        "superseded", _R.SUPERSEDED,
        "A later statement has taken its place.",
        lambda row, _: row.standing is Standing.SUPERSEDED,
    ),
    Rule(
        "deprecated", _R.DEPRECATED,
        "The statement is known to be wrong.", lambda row, _: row.standing is Standing.DEPRECATED,
    ),
    Rule(
        "not stated", _R.NOT_STATED,
        "No source states a figure.", lambda row, _: row.disclosure is Disclosure.NOT_STATED,
    ),
    Rule(
        "not applicable", _R.NOT_APPLICABLE,
        "Money does not apply to it.", lambda row, _: row.disclosure is Disclosure.NOT_APPLICABLE,
    ),
    Rule(
        "part of a counted deal", _R.PART_OF_A_COUNTED_DEAL,
        "The deal that it is part of counts.", covers=lambda _, covering: bool(covering.ancestors),
    ),
    Rule(
        "financing of a counted cost", _R.FINANCING_OF_A_COUNTED_COST,
        "It pays for a cost that counts.", covers=_financing,
    ),
    Rule(
        "within a longer horizon", _R.WITHIN_A_LONGER_HORIZON,
        "The deal's amount over more years counts and holds it.", covers=_within_a_longer_horizon,
    ),
    Rule(
        "another amount of the deal", _R.ANOTHER_AMOUNT_OF_THE_DEAL,
        "Another amount of the same deal counts.", covers=_another_amount,
    ),
)  # fmt: skip
"""The table. A row carries the reasons of every rule that applies, in this order."""


def filter_reasons(profile: Profile, asked: Filters) -> tuple[ExclusionReason, ...]:
    """Give the reasons that a row has on its own, whatever else counts."""
    return tuple(
        rule.reason for rule in RULES if rule.puts_out is not None and rule.puts_out(profile, asked)
    )


def overlap_reasons(row: LedgerRow, covering: Covering) -> tuple[ExclusionReason, ...]:
    """Give the reasons that a row has because other rows count."""
    return tuple(
        rule.reason for rule in RULES if rule.covers is not None and rule.covers(row, covering)
    )
