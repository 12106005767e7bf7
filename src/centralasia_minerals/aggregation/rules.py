"""The counting rules: one table, and every way of computing a total goes through it.

The first rules look at a row and at what is asked for. The last ones, the overlaps, look at the
rows that count: only a row that counts covers another.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs

from .filters import Filters
from .reasons import ExclusionReason
from .row import Disclosure, LedgerRow, Standing


@attrs.frozen
class Covering:
    """The rows that count around a row: in its own deal, and in the deals that it is part of."""

    same_deal: tuple[LedgerRow, ...] = ()
    ancestors: tuple[LedgerRow, ...] = ()


@attrs.frozen
class Rule:
    """One rule: its name, the reason it gives, a sentence, and its test on a row of the ledger."""

    name: str
    reason: ExclusionReason
    sentence: str
    applies: Callable[[LedgerRow, Filters, Covering], bool]
    is_overlap: bool = False


def _failed(row: LedgerRow, asked: Filters, _: Covering) -> bool:
    return _is_failed(row) and not asked.passes_stage(row.stage)


def _is_failed(row: LedgerRow) -> bool:
    return row.group is not None and row.group.value == "failed"


def _cancelled(row: LedgerRow, asked: Filters, _: Covering) -> bool:
    return _is_cancelled(row) and not asked.cancelled_too


def _is_cancelled(row: LedgerRow) -> bool:
    return row.implementation.value == "cancelled"


def _outside_the_stages(row: LedgerRow, asked: Filters, _: Covering) -> bool:
    named = asked.cancelled_too and _is_cancelled(row)
    return not (_is_failed(row) or named or asked.passes_stage(row.stage))


def _not_concluded(row: LedgerRow, asked: Filters, covering: Covering) -> bool:
    return asked.only_concluded and _outside_the_stages(row, asked, covering)


def _other_stage(row: LedgerRow, asked: Filters, covering: Covering) -> bool:
    return not asked.only_concluded and _outside_the_stages(row, asked, covering)


def _outside_the_sectors(row: LedgerRow, asked: Filters, _: Covering) -> bool:
    return asked.sectors is not None and not asked.sectors & set(row.sectors)


def _shared(row: LedgerRow, asked: Filters, _: Covering) -> bool:
    own = set(row.sectors)
    return asked.sectors is not None and bool(asked.sectors & own) and bool(own - asked.sectors)


def _conditional(row: LedgerRow, _: Filters, __: Covering) -> bool:
    return row.condition is not None


def _beyond_the_horizon(row: LedgerRow, asked: Filters, _: Covering) -> bool:
    most = asked.max_horizon_years
    return most is not None and row.horizon_years is not None and row.horizon_years > most


def _superseded(row: LedgerRow, _: Filters, __: Covering) -> bool:
    return row.standing is Standing.SUPERSEDED


def _deprecated(row: LedgerRow, _: Filters, __: Covering) -> bool:
    return row.standing is Standing.DEPRECATED


def _not_stated(row: LedgerRow, _: Filters, __: Covering) -> bool:
    return row.disclosure is Disclosure.NOT_STATED


def _not_applicable(row: LedgerRow, _: Filters, __: Covering) -> bool:
    return row.disclosure is Disclosure.NOT_APPLICABLE


def _part_of_a_counted_deal(_: LedgerRow, __: Filters, covering: Covering) -> bool:
    return bool(covering.ancestors)


def _financing(row: LedgerRow, _: Filters, covering: Covering) -> bool:
    return row.is_financing and any(not counted.is_financing for counted in covering.same_deal)


def _longer(row: LedgerRow, counted: LedgerRow) -> bool:
    """Say whether a counted row spans more years; without a horizon it spans them all."""
    if row.horizon_years is None:
        return False
    return counted.horizon_years is None or counted.horizon_years > row.horizon_years


def _others(row: LedgerRow, covering: Covering) -> list[LedgerRow]:
    if row.is_financing:
        return []
    return [
        counted
        for counted in covering.same_deal
        if counted.amount is not row.amount and not counted.is_financing
    ]


def _within_a_longer_horizon(row: LedgerRow, _: Filters, covering: Covering) -> bool:
    return any(_longer(row, counted) for counted in _others(row, covering))


def _another_amount(row: LedgerRow, _: Filters, covering: Covering) -> bool:
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
    Rule("conditional", _R.CONDITIONAL, "It hangs on a condition.", _conditional),
    Rule(
        "beyond the horizon", _R.BEYOND_THE_HORIZON,
        "It is spread over more years than are asked for.", _beyond_the_horizon,
    ),
    Rule("superseded", _R.SUPERSEDED, "A later statement has taken its place.", _superseded),
    Rule("deprecated", _R.DEPRECATED, "The statement is known to be wrong.", _deprecated),
    Rule("not stated", _R.NOT_STATED, "No source states a figure.", _not_stated),
    Rule("not applicable", _R.NOT_APPLICABLE, "Money does not apply to it.", _not_applicable),
    Rule(
        "part of a counted deal", _R.PART_OF_A_COUNTED_DEAL,
        "The deal that it is part of counts.", _part_of_a_counted_deal, is_overlap=True,
    ),
    Rule(
        "financing of a counted cost", _R.FINANCING_OF_A_COUNTED_COST,
        "It pays for a cost that counts.", _financing, is_overlap=True,
    ),
    Rule(
        "within a longer horizon", _R.WITHIN_A_LONGER_HORIZON,
        "The deal's amount over more years counts and holds it.", _within_a_longer_horizon,
        is_overlap=True,
    ),
    Rule(
        "another amount of the deal", _R.ANOTHER_AMOUNT_OF_THE_DEAL,
        "Another amount of the same deal counts.", _another_amount, is_overlap=True,
    ),
)  # fmt: skip
"""The table. A row carries the reasons of every rule that applies, in this order."""

FILTER_RULES = tuple(rule for rule in RULES if not rule.is_overlap)
OVERLAP_RULES = tuple(rule for rule in RULES if rule.is_overlap)

_NOTHING = Covering()


def filter_reasons(row: LedgerRow, asked: Filters) -> tuple[ExclusionReason, ...]:
    """Give the reasons that a row has on its own, whatever else counts."""
    return tuple(rule.reason for rule in FILTER_RULES if rule.applies(row, asked, _NOTHING))


def overlap_reasons(
    row: LedgerRow, asked: Filters, covering: Covering
) -> tuple[ExclusionReason, ...]:
    """Give the reasons that a row has because other rows count."""
    return tuple(rule.reason for rule in OVERLAP_RULES if rule.applies(row, asked, covering))
