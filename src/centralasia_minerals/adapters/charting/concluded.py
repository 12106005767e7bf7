"""What of a sum is concluded, and what binds nobody yet."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, localcontext

from centralasia_minerals.analysis.counting.ledger_row import LedgerRow
from centralasia_minerals.analysis.counting.sums.bounds import CurrencyTotal
from centralasia_minerals.entities.vocabulary.stage import StageGroup
from centralasia_minerals.rendering.tables import pluralized
from centralasia_minerals.values.exact_decimal import EXACT

from .drawing.bounded_bars import Bounded
from .drawing.panel import Row


def bounded_of(one: CurrencyTotal, rows: Sequence[LedgerRow], told: Row) -> Bounded:
    """Return a sum with its bounds and what of them is concluded, given the rows that it adds."""
    concluded = [row for row in rows if _is_concluded(row)]
    with localcontext(EXACT):
        least = sum((row.low or Decimal(0) for row in concluded), Decimal(0))
    return Bounded(
        low=one.low.amount, stated=one.stated.amount,
        high=None if one.high is None else one.high.amount,
        concluded=min(least, one.low.amount),
        is_spread_concluded=all(_is_concluded(row) for row in rows if row.low != row.high),
        about=one.about, told=told,
    )  # fmt: skip


def undertakings_in_words(rows: Sequence[LedgerRow]) -> str:
    """Return how many undertakings rows are of, and how many of these are not concluded."""
    deals = {row.deal.id for row in rows}
    left = deals - {row.deal.id for row in rows if _is_concluded(row)}
    said = pluralized(len(deals), "undertaking")
    if not left:
        return said
    if left == deals:
        return f"{said}, not concluded"
    return f"{said}, {len(left):,} of them not concluded"


def _is_concluded(row: LedgerRow) -> bool:
    return row.group is StageGroup.CONCLUDED
