"""Remarks on a total: where what is counted cannot be all that it seems."""

from __future__ import annotations

from collections.abc import Iterator

from centralasia_minerals.entities.amount import Amount
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.entities.vocabulary.amount_role import AmountRole
from centralasia_minerals.rendering.numbers import format_money_in_words
from centralasia_minerals.values.currency import Currency
from centralasia_minerals.values.money import Money

from ..counting.account import Account
from ..counting.ledger_row import LedgerRow
from .wordings import say_in


def remarks_of(account: Account, locale: str) -> Iterator[str]:
    """Yield a sentence for each deal whose financing exceeds its cost, or whose parts exceed it."""
    say = say_in(locale)
    for deal, financing, cost in _overpaid(account):
        words = [_words(money, locale) for money in (financing, financing - cost, cost)]
        yield say(
            "Hedges such as “up to” aside, the counted financing of {deal} comes to {financing},"
            " {excess} more than the cost of {cost} that it would pay for."
        ).format(deal=deal, financing=words[0], excess=words[1], cost=words[2])
    for deal, parts, whole in _outgrown(account):
        words = [_words(money, locale) for money in (parts, parts - whole, whole)]
        yield say(
            "Hedges such as “up to” aside, the parts of {deal} come to {parts}, {excess} more than"
            " its own figure of {whole}, which is counted."
        ).format(deal=deal, parts=words[0], excess=words[1], whole=words[2])


def _words(money: Money, locale: str) -> str:
    return format_money_in_words(money.amount, money.currency.code, locale)


def _overpaid(account: Account) -> Iterator[tuple[str, Money, Money]]:
    """Yield deals whose counted financing exceeds their cost, with both as printed."""
    costs: dict[tuple[str, Currency], Money] = {}
    paid: dict[tuple[str, Currency], list[Money]] = {}
    for row in account.counted:
        money, cost = _as_printed(row), _cost_of(row.deal)
        if row.is_funding and money is not None and cost is not None:
            paid.setdefault((row.deal.id, money.currency), []).append(money)
            costs[row.deal.id, cost.currency] = cost
    for (deal, currency), amounts in paid.items():
        financing, known = Money.sum(amounts), costs.get((deal, currency))
        if known is not None and known < financing:
            yield deal, financing, known


def _as_printed(row: LedgerRow) -> Money | None:
    """Return the figure of a row before it was converted; None without a figure."""
    figure = row.conversion.original if row.conversion else row.figure
    return figure.value if isinstance(figure, Stated) else None


def _cost_of(deal: Deal) -> Money | None:
    """Return what a deal costs; None if no source says."""
    told: list[Amount] = [
        a for a in deal.amounts if a.role is AmountRole.COST and not a.is_conditional
    ]
    found = [a.leading.value for a in told if isinstance(a.leading, Stated)]
    return found[0] if found else None


def _outgrown(account: Account) -> Iterator[tuple[str, Money, Money]]:
    """Yield counted deals whose parts come to more than they do, with both in their currency."""
    for row in account.counted:
        if row.parts and row.stated is not None and row.currency is not None:
            whole = Money(row.stated, row.currency)
            parts = Money.sum(Money(part.stated or 0, row.currency) for part in row.parts)
            if whole < parts:
                yield row.deal.id, parts, whole
