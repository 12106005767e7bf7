"""What stands beside a total: other kinds of money, own projects and programmes, never added."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from centralasia_minerals.dataset.json.to_dict import ToDict
from centralasia_minerals.entities.base.results import result
from centralasia_minerals.entities.statement import Disclosure
from centralasia_minerals.entities.vocabulary.deal_kind import DealClass
from centralasia_minerals.entities.vocabulary.money_kind import MoneyKind
from centralasia_minerals.errors import MissingRateError

from .judging.filters import Filters
from .ledger import Ledger, Rows
from .sums.bounds import CurrencyTotal

_OF_A_PROJECT = {MoneyKind.PROJECT, MoneyKind.PLAN}
_OWN = (DealClass.OWN_PROJECT, DealClass.PROGRAMME)


@attrs.frozen
@result
class Beside(ToDict):
    """Money that a total does not add, with what it comes to by itself.

    Attributes:
        what: the kind of money, or the class of the deals (an own project, a programme).
        rows: the rows that make it up; they are among those that the total leaves out.
        by_currency: what they come to in each currency, by code: in the currency of the total, or
            as printed if that needs a rate.
    """

    what: MoneyKind | DealClass
    rows: Rows
    by_currency: tuple[CurrencyTotal, ...]

    def __str__(self) -> str:
        return f"{self.what}: {'; '.join(map(str, self.by_currency))}"


def beside(ledger: Ledger, within: frozenset[int]) -> Iterator[Beside]:
    """Yield what stands beside the total of some rows of a ledger.

    Each other kind of money is asked for by itself, with the same filters; valuations are never
    added up. Own projects and programmes are asked for at any stage, since nobody else agrees on
    them, except those that ended.
    """
    filters = ledger.filters
    for money in MoneyKind:
        if filters.kinds is not None and money not in filters.kinds and _is_told(ledger, money):
            yield from _asked_for(
                ledger, money, attrs.evolve(filters, kinds=frozenset({money})), within
            )
    for deal_class in _OWN:
        if filters.classes is not None and deal_class not in filters.classes:
            kinds = None if filters.kinds is None else filters.kinds | _OF_A_PROJECT
            asked = attrs.evolve(filters, classes=frozenset({deal_class}), stages=None, kinds=kinds)
            yield from _asked_for(ledger, deal_class, asked, within)


def _is_told(ledger: Ledger, money: MoneyKind) -> bool:
    return money is not MoneyKind.VALUATION and any(
        facts.money is money and facts.disclosure is Disclosure.STATED
        for facts in ledger.columns.combinations
    )


def _asked_for(
    ledger: Ledger, what: MoneyKind | DealClass, filters: Filters, within: frozenset[int]
) -> Iterator[Beside]:
    try:
        other = ledger.asked_otherwise(filters)
    except MissingRateError:
        other = ledger.asked_otherwise(filters, as_printed=True)
    rows = Rows(other, tuple(row for row in other.counted.numbers if row in within))
    if rows:
        yield Beside(what, rows, rows.by_currency)
