"""Kinds of money, which a total never mixes unasked, and what decides the kind of an amount."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from centralasia_minerals.values.closed_enum import ClosedEnum

from .amount_role import AmountRole
from .deal_kind import DealKind


class MoneyKind(ClosedEnum):
    """What an amount of money is for; a total adds money of one kind unless it is asked for more.

    A purchase of a mine, the building of a mine and a contract for its metal are three sums.
    ``is_funding`` is true of money that pays for what other money costs, so that the two are never
    added.
    """

    is_funding: bool

    PROJECT = (
        "project",
        "Cost, investment or the contract value of works and services; totals count it by default.",
    )
    TRANSFER = "transfer", "The price of shares or assets that exist already."
    SUPPLY = "supply", "The value of goods sold, offtake included."
    ISSUE = "issue", "What an issue of shares or bonds brings in.", True
    PLAN = "plan", "A plan to buy or to spend, as a whole."
    FINANCING = "financing", "What pays for something: loans, equity, guarantees, letters.", True
    VALUATION = (
        "valuation",
        "What a deposit or a firm is worth, such as its net present value; never added.",
    )
    UNSPECIFIED = "unspecified", "No source says what the money is for."

    if not TYPE_CHECKING:

        def __new__(cls, text, meaning, is_funding=False):
            """Return a new member, made from its text, its meaning and whether it is funding."""
            member = object.__new__(cls)
            member._value_ = text
            member.meaning = meaning
            member.is_funding = is_funding
            return member


MoneyKindText: TypeAlias = Literal[
    "project", "transfer", "supply", "issue", "plan", "financing", "valuation", "unspecified",
]  # fmt: skip
"""The texts of ``MoneyKind``, for type checkers."""


def money_of(role: AmountRole, kind: DealKind) -> MoneyKind | None:
    """Return the kind of money that the role of an amount and the kind of its deal decide.

    None means that they leave it in doubt: a contract value is of works or of goods.
    """
    by_kind = _BY_ROLE[role]
    return by_kind if isinstance(by_kind, MoneyKind) else by_kind.get(kind)


_PLANS = dict.fromkeys((DealKind.PURCHASE_PLAN, DealKind.INVESTMENT_PLAN), MoneyKind.PLAN)
_GOODS = dict.fromkeys((DealKind.SALE, DealKind.OFFTAKE), MoneyKind.SUPPLY)
_WORKS = {DealKind.CONSTRUCTION: MoneyKind.PROJECT}

_BY_ROLE: dict[AmountRole, MoneyKind | dict[DealKind, MoneyKind]] = {
    AmountRole.COST: MoneyKind.PROJECT,
    AmountRole.VALUATION: MoneyKind.VALUATION,
    AmountRole.FINANCING: MoneyKind.FINANCING,
    AmountRole.DISBURSEMENT: MoneyKind.FINANCING,
    AmountRole.PROCEEDS: MoneyKind.ISSUE,
    AmountRole.INVESTMENT: {
        **{kind: MoneyKind.PROJECT for kind in DealKind if kind is not DealKind.EQUITY},
        **_PLANS,
    },
    AmountRole.SPENDING: {**_PLANS, **_WORKS, **_GOODS},
    AmountRole.PRICE: {
        **_GOODS,
        **_WORKS,
        DealKind.EQUITY: MoneyKind.TRANSFER,
        DealKind.LICENCE: MoneyKind.TRANSFER,
    },
    AmountRole.CONTRACT_VALUE: {
        **_GOODS,
        **_WORKS,
        DealKind.EQUITY: MoneyKind.TRANSFER,
        DealKind.FINANCING: MoneyKind.FINANCING,
    },
}
