"""Remarks on a total: where what is counted cannot be all that it seems."""

from __future__ import annotations

from collections.abc import Iterator

from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.rendering.numbers import format_money_in_words
from centralasia_minerals.values.currency import Currency
from centralasia_minerals.values.money import Money

from ..counting.ledger import Account
from .wordings import say_in


def remarks_of(account: Account, locale: str) -> Iterator[str]:
    """Yield a sentence for each deal whose counted financing exceeds the cost that it pays for."""
    say = say_in(locale)
    for deal, financing, cost in _overpaid(account):
        words = [
            format_money_in_words(money.amount, money.currency.code, locale)
            for money in (financing, financing - cost, cost)
        ]
        yield say(
            "Hedges such as “up to” aside, the counted financing of {deal} comes to {financing},"
            " {excess} more than the cost of {cost} that it would pay for."
        ).format(deal=deal, financing=words[0], excess=words[1], cost=words[2])


def _overpaid(account: Account) -> Iterator[tuple[str, Money, Money]]:
    """Yield deals whose counted financing exceeds their cost, with both."""
    costs: dict[tuple[str, Currency], Money] = {}
    paid: dict[tuple[str, Currency], list[Money]] = {}
    for row in account.counted:
        cost = row.deal.value
        if row.is_financing and isinstance(row.figure, Stated) and isinstance(cost, Stated):
            money = row.figure.value
            paid.setdefault((row.deal.id, money.currency), []).append(money)
            costs[row.deal.id, cost.value.currency] = cost.value
    for (deal, currency), amounts in paid.items():
        financing, known = Money.sum(amounts), costs.get((deal, currency))
        if known is not None and known < financing:
            yield deal, financing, known
