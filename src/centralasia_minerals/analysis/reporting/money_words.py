"""What amounts, kinds of money and classes of deals are called where totals are told."""

from __future__ import annotations

from centralasia_minerals.entities.vocabulary.amount_role import AmountRole
from centralasia_minerals.entities.vocabulary.deal_kind import DealClass
from centralasia_minerals.entities.vocabulary.money_kind import MoneyKind
from centralasia_minerals.values.hedge import Hedge

from ..counting.judging.exclusion_reason import ExclusionReason

OWN_WORDS = frozenset({Hedge.NEARLY, Hedge.MORE_THAN})
"""The hedges that a single figure keeps, where sums have other words."""

MONEY = {
    AmountRole.COST: "a published cost",
    AmountRole.VALUATION: "a published valuation",
    AmountRole.CONTRACT_VALUE: "a published contract value",
    AmountRole.PRICE: "a published price",
    AmountRole.SPENDING: "a published amount of spending",
    AmountRole.INVESTMENT: "a published amount of investment",
    AmountRole.FINANCING: "a published amount of financing",
    AmountRole.DISBURSEMENT: "a published disbursement",
    AmountRole.PROCEEDS: "published proceeds",
}
_OBVIOUS = {
    AmountRole.FINANCING: MoneyKind.FINANCING,
    AmountRole.DISBURSEMENT: MoneyKind.FINANCING,
    AmountRole.PROCEEDS: MoneyKind.ISSUE,
    AmountRole.VALUATION: MoneyKind.VALUATION,
}


def told_kind(role: AmountRole | None, money: MoneyKind | None) -> MoneyKind | None:
    """Return the kind of money of an amount where its role does not tell; otherwise None.

    A role by itself tells of project money, since that is what totals count unasked.
    """
    is_obvious = role is None or money is _OBVIOUS.get(role, MoneyKind.PROJECT)
    return None if is_obvious else money


OF_KIND = {
    MoneyKind.PROJECT: "{what} for a project",
    MoneyKind.TRANSFER: "{what} for existing shares or assets",
    MoneyKind.SUPPLY: "{what} for goods",
    MoneyKind.ISSUE: "{what} from an issue of shares or bonds",
    MoneyKind.PLAN: "{what} under a plan",
    MoneyKind.FINANCING: "{what} as financing",
    MoneyKind.VALUATION: "{what} as a valuation",
    MoneyKind.UNSPECIFIED: "{what} for an unstated purpose",
}
"""An amount with its kind of money."""

SUMS: dict[str, str] = {
    str(MoneyKind.PROJECT): "project costs",
    str(MoneyKind.TRANSFER): "prices of existing shares or assets",
    str(MoneyKind.SUPPLY): "sales of goods",
    str(MoneyKind.ISSUE): "issues of shares or bonds",
    str(MoneyKind.PLAN): "plans to buy or to spend",
    str(MoneyKind.FINANCING): "financing",
    str(MoneyKind.VALUATION): "valuations",
    str(MoneyKind.UNSPECIFIED): "money for unstated purposes",
    str(DealClass.OWN_PROJECT): "own projects",
    str(DealClass.PROGRAMME): "programmes",
}
"""Kinds of money, and classes of deals, by their text, as sums of their own."""

WHY = {
    ExclusionReason.VALUATION: "a valuation",
    ExclusionReason.ENDED: "ended",
    ExclusionReason.CANCELLED: "cancelled",
    ExclusionReason.REPLACED: "replaced by another deal",
    ExclusionReason.RIVAL_TO_ANOTHER_BID: "rival to another bid",
    ExclusionReason.CONDITIONAL: "conditional",
    ExclusionReason.OWN_PROJECT: "own project",
    ExclusionReason.PROGRAMME: "programme",
    ExclusionReason.NOT_CONCLUDED: "not concluded",
}
"""Why a figure is left out, in a word or two; of several, the first one here is told."""
