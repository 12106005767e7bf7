"""Which of the rows that a total leaves out its sentences mention, and where.

What the reader has asked to leave out, such as other sectors, is in the table and in the account
only; so is what another figure holds already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

from centralasia_minerals.entities.statement import Disclosure, Standing, Stated
from centralasia_minerals.entities.vocabulary.money_kind import MoneyKind

from ..counting.account import Account
from ..counting.beside import Beside
from ..counting.judging.exclusion_reason import ExclusionReason
from ..counting.ledger import Rows
from ..counting.ledger_row import LedgerRow
from .money_words import WHY
from .paper_words import NOT_BINDING
from .wordings import in_each_currency

T = TypeVar("T")

_R = ExclusionReason
_MOST_LISTED = 3


def not_binding(account: Account) -> list[LedgerRow]:
    """Return the rows that are left out because their papers commit nobody.

    Nothing else keeps them out but their kind of money, or the cost that they pay for.
    """
    return _once_each(row for row in _with_figures(account) if _commits_nobody(row))


def largest(told: list[T], size: Callable[[T], tuple[str, Decimal]]) -> list[T]:
    """Return at most three of what is told, in its order: the largest, or the first ones.

    Figures in several currencies have no order.

    Args:
        told: what is told.
        size: its currency and its figure.
    """
    places: Sequence[int] = range(len(told))
    if len({size(one)[0] for one in told}) == 1:
        places = sorted(places, key=lambda place: size(told[place])[1], reverse=True)
    return [told[place] for place in sorted(places[:_MOST_LISTED])]


def size_of(row: LedgerRow) -> tuple[str, Decimal]:
    """Return the currency and the figure of a row."""
    return str(row.currency), row.stated or Decimal(0)


def size_of_left_out(told: tuple[LedgerRow, ExclusionReason]) -> tuple[str, Decimal]:
    """Return the currency and the figure of a row that has a reason."""
    return size_of(told[0])


def size_of_beside(told: tuple[Beside, Rows]) -> tuple[str, Decimal]:
    """Return the currency of money beside a total, and what it comes to."""
    (total,) = told[1].by_currency
    return total.currency.code, total.stated.amount


def mentioned(account: Account) -> Iterator[LedgerRow]:
    """Yield the rows outside the sum whose figures the sentences of a total print."""
    yield from largest(not_binding(account), size_of)
    for _, rows in largest(beside_in_each_currency(account), size_of_beside):
        yield from rows
    for row, _ in largest(otherwise_left_out(account), size_of_left_out):
        yield row


def beside_in_each_currency(account: Account) -> list[tuple[Beside, Rows]]:
    """Return what stands beside a total, with its rows of each currency."""
    return [(one, rows) for one in account.beside for rows in in_each_currency(one.rows)]


def withheld_of_other_kinds(account: Account) -> list[LedgerRow]:
    """Return the rows whose figure is withheld and which their kind of money keeps out."""
    return [
        row
        for row in account.excluded
        if row.disclosure is Disclosure.UNDISCLOSED and _is_of_another_kind(row)
    ]


def otherwise_left_out(account: Account) -> list[tuple[LedgerRow, ExclusionReason]]:
    """Return the other rows to mention that are in no sum, each with its reason."""
    told = {
        id(row): (row, why)
        for row in _with_figures(account)
        if not _commits_nobody(row) and (why := _why(row))
    }
    return [told[id(row)] for row in _once_each(row for row, _ in told.values())]


def _why(row: LedgerRow) -> ExclusionReason | None:
    """Return the reason to mention for a row; None if the row is not mentioned."""
    reasons = {*row.reasons}
    if reasons & _ASKED or reasons & _IN_ANOTHER_FIGURE:
        return None
    if reasons & _OWN and (row.money in _OF_A_PROJECT or _R.ANOTHER_KIND_OF_MONEY not in reasons):
        # It stands beside the total, whatever its stage, or is part of what stands there.
        reasons -= {*_OWN, _R.NOT_CONCLUDED}
    return next((reason for reason in WHY if reason in reasons), None)


def _is_of_another_kind(row: LedgerRow) -> bool:
    """Whether its kind of money alone keeps a row out, or the cost as well that it pays for."""
    others = {*row.reasons} - {_R.FINANCING_OF_A_COUNTED_COST}
    return others == {_R.ANOTHER_KIND_OF_MONEY}


def _commits_nobody(row: LedgerRow) -> bool:
    reasons = {*row.reasons}
    return row.stage in NOT_BINDING and _R.NOT_CONCLUDED in reasons and reasons <= _OF_A_STAGE


def _with_figures(account: Account) -> Iterator[LedgerRow]:
    return (row for row in account.excluded if _is_figure(row))


def _is_figure(row: LedgerRow) -> bool:
    return isinstance(row.figure, Stated) and row.standing is Standing.CURRENT


def _once_each(rows: Iterable[LedgerRow]) -> list[LedgerRow]:
    """Return all financing, and of the other amounts of a deal the one over the most years.

    Of each kind of money there is one, as there would be in a sum; what is conditional or a part
    stands by itself.
    """
    listed: dict[object, LedgerRow] = {}
    for row in rows:
        is_apart = row.is_funding or _R.CONDITIONAL in row.reasons
        key = (row.deal.id, id(row.amount) if is_apart else None, row.money, row.currency)
        known = listed.get(key)
        if known is None or _span(known) < _span(row):
            listed[key] = row
    return list(listed.values())


def _span(row: LedgerRow) -> float:
    return float("inf") if row.horizon_years is None else row.horizon_years


_OF_A_STAGE = {
    _R.NOT_CONCLUDED,
    _R.CONDITIONAL,
    _R.ANOTHER_KIND_OF_MONEY,
    _R.FINANCING_OF_A_COUNTED_COST,
}
_OF_A_PROJECT = {MoneyKind.PROJECT, MoneyKind.PLAN}
_OWN = {_R.OWN_PROJECT, _R.PROGRAMME}
_ASKED = {
    _R.OUTSIDE_THE_STAGES,
    _R.OUTSIDE_THE_SECTORS,
    _R.SHARED_WITH_OTHER_SECTORS,
    _R.OUTSIDE_THE_CLASSES,
    _R.BEYOND_THE_HORIZON,
}
_IN_ANOTHER_FIGURE = {
    _R.COUNTED_BY_ITS_PARTS,
    _R.PART_OF_A_COUNTED_DEAL,
    _R.IMPLEMENTS_A_COUNTED_DEAL,
    _R.FOLLOWED_BY_A_COUNTED_DEAL,
    _R.RESTATED_BY_A_COUNTED_DEAL,
    _R.PART_OF_A_COUNTED_AMOUNT,
    _R.WITHIN_A_LONGER_HORIZON,
    _R.ANOTHER_AMOUNT_OF_THE_DEAL,
}
