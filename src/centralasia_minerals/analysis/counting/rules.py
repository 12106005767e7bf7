"""The counting rules, in one table that every total uses; each is a condition on columns.

The first rules look at a row and at what is asked for. The last ones, the overlaps, look at the
rows that count around it: only a row that counts can cover another.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs

from centralasia_minerals.entities.base.results import result
from centralasia_minerals.entities.statement import Disclosure, Standing
from centralasia_minerals.entities.vocabulary.implementation import Implementation
from centralasia_minerals.entities.vocabulary.sector import Sector
from centralasia_minerals.entities.vocabulary.stage import Stage, StageGroup
from centralasia_minerals.values.closed_enum import ClosedEnum

from .exclusion_reason import ExclusionReason
from .filters import Filters
from .predicates import And, Gt, Holds, In, Is, Not, Or, Predicate

_FAILED = frozenset(stage for stage in Stage if stage.group is StageGroup.ENDED)
_NEVER = Or()


@attrs.frozen
@result
class Rule:
    """One rule: when a row is left out for a reason.

    A rule has one of two conditions, and the other is None.

    Attributes:
        reason: the reason; its meaning explains the rule to a reader.
        puts_out: what is asked for, to the condition that leaves a row out, whatever else counts.
        covers: the condition on the rows that count around a row, which leaves it out.
    """

    reason: ExclusionReason
    puts_out: Callable[[Filters], Predicate] | None = None
    covers: Predicate | None = None


def _among(column: str, *members: ClosedEnum) -> In:
    return In(column, frozenset(members))


def _at_a_stage(stages: frozenset[Stage]) -> Predicate:
    """Return that the amount or its deal is at one of some stages."""
    return Or(In("stage", stages), In("deal_stage", stages))


def _failed(asked: Filters) -> Predicate:
    named = _FAILED & (asked.stages or frozenset())
    return And(_at_a_stage(_FAILED), Not(_at_a_stage(named)))


_CANCELLED = _among("implementation", Implementation.CANCELLED)


def _cancelled(asked: Filters) -> Predicate:
    return _NEVER if asked.cancelled_too else _CANCELLED


def _outside_the_stages(asked: Filters) -> Predicate:
    if asked.stages is None:
        return _NEVER
    # A failed or cancelled row is in because it was named, or out for that reason already.
    named = Or(_at_a_stage(_FAILED), _CANCELLED if asked.cancelled_too else _NEVER)
    return And(Not(In("stage", asked.stages)), Not(named))


def _not_concluded(asked: Filters) -> Predicate:
    return _outside_the_stages(asked) if asked.only_concluded else _NEVER


def _other_stage(asked: Filters) -> Predicate:
    return _NEVER if asked.only_concluded else _outside_the_stages(asked)


def _for_one_of(sectors: frozenset[Sector]) -> Predicate:
    return Or(*(Holds("sectors", sector) for sector in Sector if sector in sectors))


def _outside_the_sectors(asked: Filters) -> Predicate:
    return _NEVER if asked.sectors is None else Not(_for_one_of(asked.sectors))


def _shared(asked: Filters) -> Predicate:
    if asked.sectors is None:
        return _NEVER
    others = frozenset(Sector) - asked.sectors
    return And(_for_one_of(asked.sectors), _for_one_of(others))


def _beyond_the_horizon(asked: Filters) -> Predicate:
    most = asked.max_horizon_years
    return _NEVER if most is None else Gt("horizon_years", most)


def _always(condition: Predicate) -> Callable[[Filters], Predicate]:
    """Return a condition that does not depend on what is asked for."""
    return lambda _: condition


_BESIDE_A_COUNTED_ONE = And(
    Is("has_counted_cost"), Not(Is("is_financing")), Not(Is("is_of_counted_amount"))
)

_R = ExclusionReason

RULES: tuple[Rule, ...] = (
    Rule(_R.FAILED, puts_out=_failed),
    Rule(_R.CANCELLED, puts_out=_cancelled),
    Rule(_R.NOT_CONCLUDED, puts_out=_not_concluded),
    Rule(_R.OUTSIDE_THE_STAGES, puts_out=_other_stage),
    Rule(_R.OUTSIDE_THE_SECTORS, puts_out=_outside_the_sectors),
    Rule(_R.SHARED_WITH_OTHER_SECTORS, puts_out=_shared),
    Rule(_R.CONDITIONAL, puts_out=_always(Is("is_conditional"))),
    Rule(_R.BEYOND_THE_HORIZON, puts_out=_beyond_the_horizon),
    Rule(_R.SUPERSEDED, puts_out=_always(_among("standing", Standing.SUPERSEDED))),
    Rule(_R.DEPRECATED, puts_out=_always(_among("standing", Standing.DEPRECATED))),
    Rule(_R.NOT_STATED, puts_out=_always(_among("disclosure", Disclosure.NOT_STATED))),
    Rule(_R.NOT_APPLICABLE, puts_out=_always(_among("disclosure", Disclosure.NOT_APPLICABLE))),
    Rule(_R.PART_OF_A_COUNTED_DEAL, covers=Is("has_counted_whole")),
    Rule(_R.FINANCING_OF_A_COUNTED_COST, covers=And(Is("has_counted_cost"), Is("is_financing"))),
    Rule(_R.WITHIN_A_LONGER_HORIZON, covers=And(_BESIDE_A_COUNTED_ONE, Is("is_within_counted"))),
    Rule(
        _R.ANOTHER_AMOUNT_OF_THE_DEAL,
        covers=And(_BESIDE_A_COUNTED_ONE, Not(Is("is_within_counted"))),
    ),
)
"""The table. A row carries the reasons of every rule that applies, in this order."""
