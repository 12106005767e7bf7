"""What the rules on overlaps ask of a row: the rows that count around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from centralasia_minerals.entities.vocabulary.money_kind import MoneyKind
from centralasia_minerals.entities.vocabulary.relation_kind import RelationKind

from ..columns import Columns
from .kept_rows import listed


class Covering(NamedTuple):
    """A deal that covers another where it counts.

    Attributes:
        place: its place among the deals given.
        kind: how it covers the other; see ``Cover``.
        pays: whether the other pays for it.
    """

    place: int
    kind: RelationKind
    pays: bool


class Neighbours(NamedTuple):
    """What the rules on overlaps ask of a row: the rows that count around it.

    Attributes:
        is_outbid: whether another bid for the asset has come further.
        is_part_of_counted: whether a deal that its deal is part of counts.
        implements_counted: whether a deal that its deal carries out counts.
        is_followed_by_counted: whether a deal that follows its deal counts.
        is_restated_by_counted: whether a deal that restates its deal counts.
        finances_counted: whether a deal that its deal pays for counts.
        is_funding: whether it is money that pays for other money.
        has_counted_cost: whether money of its deal counts that is not funding.
        is_in_counted_amount: whether the amount that its amount is part of counts.
        is_beside_counted: whether another amount of its deal counts, of the same kind of money.
        is_within_counted: whether that amount is spread over more years; an amount without a
            horizon is spread over all of them.
    """

    is_outbid: bool
    is_part_of_counted: bool
    implements_counted: bool
    is_followed_by_counted: bool
    is_restated_by_counted: bool
    finances_counted: bool
    is_funding: bool
    has_counted_cost: bool
    is_in_counted_amount: bool
    is_beside_counted: bool
    is_within_counted: bool


_FUNDING = frozenset(money for money in MoneyKind if money.is_funding)


def moneys_of(columns: Columns, kept: int | list[int] | None) -> frozenset[MoneyKind]:
    """Return the kinds of money that a deal keeps."""
    found = (columns.facts(row).money for row in listed(kept))
    return frozenset(money for money in found if money is not None)


def covers_money(kept: frozenset[MoneyKind], money: MoneyKind | None, *, pays: bool) -> bool:
    """Whether a deal that keeps some kinds of money covers money of a kind.

    Money covers its own kind, and what costs something covers what pays for it. Where the covered
    deal pays for the covering one, only that: funding does not cover funding, nor one cost another.
    """
    if money is None:  # Nothing is told that could be counted twice.
        return bool(kept) and not pays
    if money.is_funding and not kept <= _FUNDING:
        return True
    return not pays and money in kept


def neighbours_of(
    columns: Columns,
    row: int,
    counted: Sequence[int],
    covering: Sequence[Covering],
    moneys: Mapping[int, frozenset[MoneyKind]],
    *,
    is_outbid: bool,
) -> Neighbours:
    """Return what counts around a row that does not: of its deal, and above it."""
    money = columns.facts(row).money
    kinds = {one.kind for one in covering if covers_money(moneys[one.place], money, pays=one.pays)}
    is_funding = money is not None and money.is_funding
    is_part = columns.is_part_of(row, counted)
    beside = [
        one
        for one in counted
        if money is not None
        and not is_funding
        and columns.facts(one).money is money
        and not columns.share_unit(one, row)
    ]
    return Neighbours(
        is_outbid=is_outbid,
        is_part_of_counted=RelationKind.PART_OF in kinds,
        implements_counted=RelationKind.IMPLEMENTS in kinds,
        is_followed_by_counted=RelationKind.FOLLOWS in kinds,
        is_restated_by_counted=RelationKind.RESTATES in kinds,
        finances_counted=bool(kinds & {RelationKind.FINANCES, RelationKind.RAISES_MONEY_FOR}),
        is_funding=is_funding,
        has_counted_cost=any(_is_cost(columns, one) for one in counted),
        is_in_counted_amount=is_part,
        is_beside_counted=bool(beside),
        is_within_counted=any(columns.span(row) < columns.span(one) for one in beside),
    )


def _is_cost(columns: Columns, row: int) -> bool:
    money = columns.facts(row).money
    return money is not None and not money.is_funding
