"""Finds a figure that nobody states: what several amounts of related deals come to together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from centralasia_minerals.entities.amount import Amount
from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.entities.base.telling.readable import readable
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.entities.vocabulary.amount_role import AmountRole
from centralasia_minerals.entities.vocabulary.money_kind import MoneyKind
from centralasia_minerals.entities.vocabulary.relation_kind import RelationKind
from centralasia_minerals.values.money import Money

from ..evidence.asked_figures import AskedFigure
from .figures_found import FoundFigure, what_amount_is

_TOGETHER = (RelationKind.FINANCES, RelationKind.RAISES_MONEY_FOR)
_MOST_SUMMED = 3
"""How many figures are tried together: with more, sums come out by chance."""
_MOST_FIGURES = 24


class _Term(NamedTuple):
    """An amount with a figure, which may be added to others of its sort."""

    deal: Deal
    place: int
    amount: Amount
    money: Money

    def named(self, deal: Deal) -> str:
        """Return where it stands, as seen from a deal."""
        place = f"amounts[{self.place}]"
        return place if self.deal is deal else f"{self.deal.id} {place}"


def sums_found(asked: AskedFigure, entities: Iterable[Entity]) -> Iterator[FoundFigure]:
    """Yield the sums of current figures of one deal, and of what is part of it or pays for it.

    Only amounts of one role and kind of money are added, valuations never, and never an amount to
    what it is part of.
    """
    deals = [one for one in entities if isinstance(one, Deal)]
    beside: dict[str, list[Deal]] = {}
    for one in deals:
        for id in _belongs_to(one):
            beside.setdefault(id, []).append(one)
    for deal in deals:
        every = (deal, *beside.get(deal.id, ()))
        terms = [term for one in every for term in _terms(one)][:_MOST_FIGURES]
        for number in range(2, _MOST_SUMMED + 1):
            for chosen in combinations(terms, number):
                if _may_be_added(chosen) and asked.fits(Money.sum(one.money for one in chosen)):
                    yield _found(deal, chosen, is_told=_is_told(asked, chosen))


def _belongs_to(deal: Deal) -> list[str]:
    """Return the ids of the deals that a deal is part of or pays for."""
    paid = [one.deal for one in deal.relations if one.kind in _TOGETHER]
    return [deal.part_of.id, *paid] if isinstance(deal.part_of, Deal) else paid


def _terms(deal: Deal) -> Iterator[_Term]:
    for place, amount in enumerate(deal.amounts):
        if isinstance(amount.leading, Stated) and amount.money is not MoneyKind.VALUATION:
            yield _Term(deal, place, amount, amount.leading.value)


def _may_be_added(terms: tuple[_Term, ...]) -> bool:
    if len({(one.amount.role, one.amount.money, one.money.currency) for one in terms}) > 1:
        return False
    keys = {(one.deal.id, str(one.amount.key)) for one in terms if one.amount.key}
    return not any((one.deal.id, str(one.amount.part_of)) in keys for one in terms)


def _is_told(asked: AskedFigure, terms: tuple[_Term, ...]) -> bool:
    """Whether a statement of one of the deals gives the sum as well."""
    statements = (
        one for term in terms for amount in term.deal.amounts for one in amount.statements
    )
    return any(isinstance(one, Stated) and asked.fits_statement(one) for one in statements)


def _found(deal: Deal, terms: tuple[_Term, ...], *, is_told: bool) -> FoundFigure:
    text = " + ".join(str(one.amount.leading) for one in terms)
    sorts = list(dict.fromkeys(what_amount_is(one.deal, one.amount) for one in terms))
    what = f"each of them {sorts[0]}" if len(sorts) == 1 else "; ".join(sorts)
    told = "" if is_told else ", which no statement of it gives"
    note = f"a sum of {len(terms)} amounts{told}: {what}{_excess(deal, terms)}"
    cited = [
        one.amount.leading.citations for one in terms if isinstance(one.amount.leading, Stated)
    ]
    citations = tuple(dict.fromkeys(citation for each in cited for citation in each))
    part = " + ".join(one.named(deal) for one in terms)
    return FoundFigure(deal, part, text, note, citations)


def _excess(deal: Deal, terms: tuple[_Term, ...]) -> str:
    """Return that financing exceeds the cost that it would pay for; empty if it does not."""
    total = Money.sum(one.money for one in terms)
    costs = (one.leading for one in deal.amounts if one.role is AmountRole.COST)
    cost = next((one.value for one in costs if isinstance(one, Stated)), None)
    pays = terms[0].amount.money is MoneyKind.FINANCING
    if not pays or cost is None or cost.currency != total.currency or total <= cost:
        return ""
    return f"; together more than the cost of {readable(cost)} that they would help to pay"
