"""Remarks on financing that exceeds the cost that it would pay for, counted or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import attrs

from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.entities.vocabulary.amount_role import AmountRole
from centralasia_minerals.entities.vocabulary.money_kind import MoneyKind
from centralasia_minerals.entities.vocabulary.relation_kind import RelationKind
from centralasia_minerals.values.currency import Currency
from centralasia_minerals.values.money import Money

from ..counting.account import Account
from ..counting.ledger_row import LedgerRow

_FUNDING = frozenset(money for money in MoneyKind if money.is_funding)
_PAYING = (RelationKind.FINANCES, RelationKind.RAISES_MONEY_FOR)
_TAKEN_UP = (RelationKind.FOLLOWS, RelationKind.RESTATES)


class Overpaid(NamedTuple):
    """A deal whose financing exceeds its cost, with both as printed, hedges aside.

    Attributes:
        deal: the deal.
        financing: what its financing comes to, that of deals which finance it included.
        cost: what it costs.
        is_counted: whether that financing is counted; otherwise the cost is, and the financing is
            all that is reported, at any stage.
    """

    deal: Deal
    financing: Money
    cost: Money
    is_counted: bool


def overpaid(account: Account, *, only_counted: bool = False) -> Iterator[Overpaid]:
    """Yield the deals of a total whose financing, counted or not, exceeds their cost."""
    ledger = account.counted.ledger
    if not any(facts.money in _FUNDING for facts in ledger.columns.combinations):
        return
    deals = {deal.id: deal for deal in ledger.columns.deal}
    heirs = _heirs(account)
    counted = _sums((row for row in account.counted if row.is_funding), deals, heirs)
    costs = {row.deal.id for row in account.counted if not row.is_funding}
    every = {} if only_counted else _sums(_told(account), deals, heirs)
    told = {payee: sums for payee, sums in every.items() if payee in costs}
    for sums, is_counted in ((counted, True), (told, False)):
        for payee, by_currency in sums.items():
            cost = _cost_of(deals[payee])
            financing = by_currency.get(cost.currency) if cost else None
            if cost is not None and financing is not None and cost < financing:
                yield Overpaid(deals[payee], financing, cost, is_counted)


def _told(account: Account) -> list[LedgerRow]:
    """Return the rows of financing that a total of nothing else would count, at any stage."""
    ledger = account.counted.ledger
    asked = attrs.evolve(ledger.filters, kinds=_FUNDING, stages=None)
    return list(ledger.asked_otherwise(asked, as_printed=True).counted)


def _sums(
    rows: Iterable[LedgerRow], deals: dict[str, Deal], heirs: dict[str, list[str]]
) -> dict[str, dict[Currency, Money]]:
    """Return what financing comes to in each currency, by the id of the deal that it pays for."""
    paid: dict[str, dict[Currency, Money]] = {}
    for row in rows:
        money = _as_printed(row)
        if money is not None:
            for payee in _payees(row.deal, deals, heirs):
                of_deal = paid.setdefault(payee, {})
                of_deal[money.currency] = of_deal.get(money.currency, money.zeroed()) + money
    return paid


def _payees(deal: Deal, deals: dict[str, Deal], heirs: dict[str, list[str]]) -> list[str]:
    """Return the deals with a cost that a deal pays for.

    They are itself, those that it finances, and the deals that follow or restate one of these.
    """
    named = [deal.id, *(one.deal for one in deal.relations if one.kind in _PAYING)]
    every = dict.fromkeys(id for one in named for id in (one, *heirs.get(one, ())))
    return [id for id in every if id in deals and _cost_of(deals[id]) is not None]


def _heirs(account: Account) -> dict[str, list[str]]:
    """Return the deals that follow or restate a deal, directly or through others, by its id."""
    heirs: dict[str, list[str]] = {}
    for cover in account.counted.ledger.covers:
        if cover.kind in _TAKEN_UP:
            heirs.setdefault(cover.deal, []).append(cover.covering)
    return heirs


def _as_printed(row: LedgerRow) -> Money | None:
    """Return the figure of a row before it was converted; None without a figure."""
    figure = row.conversion.original if row.conversion else row.figure
    return figure.value if isinstance(figure, Stated) else None


def _cost_of(deal: Deal) -> Money | None:
    """Return what a deal costs; None if no source says."""
    told = [a for a in deal.amounts if a.role is AmountRole.COST and not a.is_conditional]
    found = [a.leading.value for a in told if isinstance(a.leading, Stated)]
    return found[0] if found else None
