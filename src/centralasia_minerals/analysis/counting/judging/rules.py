"""The counting rules, in one table that every total uses; each is a condition on columns.

The first rules look at a row and at what is asked for. The last ones, the overlaps, look at the
rows that count around it: only a row that counts can cover another.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs

from centralasia_minerals.entities.base.results import result
from centralasia_minerals.entities.statement import Disclosure, Standing
from centralasia_minerals.entities.vocabulary.deal_kind import DealClass
from centralasia_minerals.entities.vocabulary.implementation import Implementation
from centralasia_minerals.entities.vocabulary.money_kind import MoneyKind
from centralasia_minerals.entities.vocabulary.sector import Sector
from centralasia_minerals.entities.vocabulary.stage import Stage, StageGroup
from centralasia_minerals.values.closed_enum import ClosedEnum

from .exclusion_reason import ExclusionReason
from .filters import Filters
from .predicates import And, Gt, Holds, In, Is, Not, Or, Predicate

_ENDED = frozenset(stage for stage in Stage if stage.group is StageGroup.ENDED)
_CONCLUDED = frozenset(stage for stage in Stage if stage.group is StageGroup.CONCLUDED)
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


def _ended(asked: Filters) -> Predicate:
    named = _ENDED & (asked.stages or frozenset())
    return And(_at_a_stage(_ENDED), Not(_at_a_stage(named)))


_CANCELLED = _among("implementation", Implementation.CANCELLED)


def _cancelled(asked: Filters) -> Predicate:
    return _NEVER if asked.cancelled_too else _CANCELLED


def _outside_the_stages(asked: Filters) -> Predicate:
    if asked.stages is None:
        return _NEVER
    # An ended or cancelled row is in because it was named, or out for that reason already.
    named = Or(_at_a_stage(_ENDED), _CANCELLED if asked.cancelled_too else _NEVER)
    return And(Not(In("stage", asked.stages)), Not(named))


def _not_concluded(asked: Filters) -> Predicate:
    if not asked.only_concluded:
        return _NEVER
    return And(_outside_the_stages(asked), Not(In("stage", _CONCLUDED)))


def _other_stage(asked: Filters) -> Predicate:
    outside = _outside_the_stages(asked)
    return And(outside, In("stage", _CONCLUDED)) if asked.only_concluded else outside


def _for_one_of(sectors: frozenset[Sector]) -> Predicate:
    return Or(*(Holds("sectors", sector) for sector in Sector if sector in sectors))


def _outside_the_sectors(asked: Filters) -> Predicate:
    return _NEVER if asked.sectors is None else Not(_for_one_of(asked.sectors))


def _shared(asked: Filters) -> Predicate:
    if asked.sectors is None:
        return _NEVER
    others = frozenset(Sector) - asked.sectors
    return And(_for_one_of(asked.sectors), _for_one_of(others))


def _own_project(asked: Filters) -> Predicate:
    return _of_a_class_unasked(asked, DealClass.OWN_PROJECT)


def _programme(asked: Filters) -> Predicate:
    return _of_a_class_unasked(asked, DealClass.PROGRAMME)


def _of_a_class_unasked(asked: Filters, one: DealClass) -> Predicate:
    is_asked = asked.classes is None or one in asked.classes
    return _NEVER if is_asked else _among("deal_class", one)


def _outside_the_classes(asked: Filters) -> Predicate:
    if asked.classes is None:
        return _NEVER
    others = {*DealClass} - asked.classes - {DealClass.OWN_PROJECT, DealClass.PROGRAMME}
    return _among("deal_class", *others)


def _another_kind(asked: Filters) -> Predicate:
    if asked.kinds is None:
        return _NEVER
    return _among("money", *({*MoneyKind} - asked.kinds - {MoneyKind.VALUATION}))


def _beyond_the_horizon(asked: Filters) -> Predicate:
    most = asked.max_horizon_years
    return _NEVER if most is None else Gt("horizon_years", most)


def _always(condition: Predicate) -> Callable[[Filters], Predicate]:
    """Return a condition that does not depend on what is asked for."""
    return lambda _: condition


_R = ExclusionReason

RULES: tuple[Rule, ...] = (
    Rule(_R.ENDED, puts_out=_ended),
    Rule(_R.CANCELLED, puts_out=_cancelled),
    Rule(_R.REPLACED, puts_out=_always(Is("is_replaced"))),
    Rule(_R.NOT_CONCLUDED, puts_out=_not_concluded),
    Rule(_R.OUTSIDE_THE_STAGES, puts_out=_other_stage),
    Rule(_R.OUTSIDE_THE_SECTORS, puts_out=_outside_the_sectors),
    Rule(_R.SHARED_WITH_OTHER_SECTORS, puts_out=_shared),
    Rule(_R.OWN_PROJECT, puts_out=_own_project),
    Rule(_R.PROGRAMME, puts_out=_programme),
    Rule(_R.OUTSIDE_THE_CLASSES, puts_out=_outside_the_classes),
    Rule(_R.VALUATION, puts_out=_always(_among("money", MoneyKind.VALUATION))),
    Rule(_R.ANOTHER_KIND_OF_MONEY, puts_out=_another_kind),
    Rule(_R.CONDITIONAL, puts_out=_always(Is("is_conditional"))),
    Rule(_R.COUNTED_BY_ITS_PARTS, puts_out=_always(Is("gives_way"))),
    Rule(_R.BEYOND_THE_HORIZON, puts_out=_beyond_the_horizon),
    Rule(_R.SUPERSEDED, puts_out=_always(_among("standing", Standing.SUPERSEDED))),
    Rule(_R.DEPRECATED, puts_out=_always(_among("standing", Standing.DEPRECATED))),
    Rule(_R.NOT_STATED, puts_out=_always(_among("disclosure", Disclosure.NOT_STATED))),
    Rule(_R.NOT_APPLICABLE, puts_out=_always(_among("disclosure", Disclosure.NOT_APPLICABLE))),
    Rule(_R.RIVAL_TO_ANOTHER_BID, covers=Is("is_outbid")),
    Rule(_R.PART_OF_A_COUNTED_DEAL, covers=Is("is_part_of_counted")),
    Rule(_R.IMPLEMENTS_A_COUNTED_DEAL, covers=Is("implements_counted")),
    Rule(_R.FOLLOWED_BY_A_COUNTED_DEAL, covers=Is("is_followed_by_counted")),
    Rule(_R.RESTATED_BY_A_COUNTED_DEAL, covers=Is("is_restated_by_counted")),
    Rule(
        _R.FINANCING_OF_A_COUNTED_COST,
        covers=Or(Is("finances_counted"), And(Is("is_funding"), Is("has_counted_cost"))),
    ),
    Rule(_R.PART_OF_A_COUNTED_AMOUNT, covers=Is("is_in_counted_amount")),
    Rule(
        _R.WITHIN_A_LONGER_HORIZON,
        covers=And(Is("is_beside_counted"), Is("is_within_counted")),
    ),
    Rule(
        _R.ANOTHER_AMOUNT_OF_THE_DEAL,
        covers=And(Is("is_beside_counted"), Not(Is("is_within_counted"))),
    ),
)
"""The table. A row carries the reasons of every rule that applies, in this order."""
