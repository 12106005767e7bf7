"""What a deal keeps of its amounts, read slowly from the design: units, horizons, funding."""

from __future__ import annotations

from fractions import Fraction

from counting_own_reasons import is_not_firm, own_reasons, parts_of
from counting_rows import FUNDING, Asked, Row, current, rows_of

import centralasia_minerals as cam

Unit = list[Row]
"""The rows that represent a whole amount with its parts, or an amount by itself."""


def kept_of(deal: cam.Deal, asked: Asked, replaced: bool) -> list[Row]:
    """Give the rows that may count: of each kind one unit, or else all that is funding."""
    units = units_of(deal, asked, replaced)
    worth = [unit for unit in units if not unit[0].is_funding]
    if not worth:
        return [row for unit in units for row in unit]
    kept: list[Row] = []
    for money in cam.MoneyKind:
        alike = [unit for unit in worth if unit[0].money is money]
        if alike:
            longest = max(whole_of(unit[0]).years for unit in alike)
            kept += next(unit for unit in alike if whole_of(unit[0]).years == longest)
    return kept


def units_of(deal: cam.Deal, asked: Asked, replaced: bool) -> list[Unit]:
    """Give the units of which something passes, in the order in which their wholes are recorded.

    A whole that passes represents its unit; otherwise all its parts that pass do.
    """
    passing = [
        row
        for row in rows_of(deal)
        if isinstance(row.statement, cam.Stated) and not own_reasons(row, asked, replaced)
    ]
    units: list[Unit] = []
    for amount in deal.amounts:
        if isinstance(amount.part_of, cam.NotStated):
            whole = [row for row in passing if row.amount is amount]
            parts = [row for row in passing if row.amount.part_of in _names_of(amount)]
            units.append(whole or parts)
    return [unit for unit in units if unit]


def _names_of(amount: cam.Amount) -> tuple[str, ...]:
    return (amount.key,) if isinstance(amount.key, str) else ()


def whole_of(row: Row) -> Row:
    """Give what the unit of a row is judged by: its whole."""
    for one in row.deal.amounts:
        if isinstance(row.amount.part_of, str) and one.key == row.amount.part_of:
            return Row(row.deal, one, None)
    return row


def overlaps_within(row: Row, counted: list[Row]) -> list[str]:
    """Give how a row that does not count overlaps the rows of its deal that do."""
    if row.amount is None:
        return []
    reasons = []
    if row.is_funding and any(not one.is_funding for one in counted):
        reasons.append("financing of a counted cost")
    if any(row.amount.part_of in _names_of(one.amount) for one in counted):
        reasons.append("part of a counted amount")
    others = [one for one in counted if one.money is row.money and not _share_a_unit(row, one)]
    if others and row.money not in FUNDING:
        is_longer = whole_of(others[0]).years > whole_of(row).years
        reasons.append("within a longer horizon" if is_longer else "another amount of the deal")
    return reasons


def _share_a_unit(one: Row, other: Row) -> bool:
    names = [_unit_name(one.amount), _unit_name(other.amount)]
    return one.amount is other.amount or (names[0] is not None and names[0] == names[1])


def _unit_name(amount: cam.Amount) -> str | None:
    """Give the key of the whole, which is its own key or the one that a part names."""
    named = amount.part_of if isinstance(amount.part_of, str) else amount.key
    return named if isinstance(named, str) else None


def low_of(row: Row) -> Fraction:
    """Give the low of a row: that of its words, without what its conditional parts may take away.

    Nothing is left of it if such a part is unknown, open above or in another currency.
    """
    low = Fraction(row.statement.low.amount)
    for part in parts_of(row.deal, row.amount):
        if is_not_firm(row.amount, part):
            said = current(part.statements)
            if not isinstance(said, cam.Stated) or said.high is None:
                return Fraction(0)
            if said.value.currency != row.statement.value.currency:
                return Fraction(0)
            low -= Fraction(said.high.amount)
    return max(low, Fraction(0))
