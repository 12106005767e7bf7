"""Totals in a few lines: what was counted, what was left out, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.entities.vocabulary.deal_kind import DealClass
from centralasia_minerals.rendering.tables import pluralized
from centralasia_minerals.rendering.views.blocks import (
    MOST_ROWS,
    Block,
    Heading,
    Paragraph,
    Row,
    Section,
    Table,
    View,
)

from ..counting.account import Account
from ..counting.ledger import Rows
from ..counting.ledger_row import LedgerRow
from ..counting.told_rows import told_figure
from .money_words import SUMS, told_kind


def total_view(account: Account) -> View:
    """Return the view of a total: what counts, what is withheld, and what is left out and why."""
    from .remarks import remarks_of  # a total that nobody looks at needs none

    beside = beside_in_short(account)
    remarks = remarks_of(account, "en")
    data = f"data {account.version}" if account.version else ""
    return (
        Heading(headline(account)),
        *_piles(account),
        *((Paragraph(beside),) if beside else ()),
        *map(Paragraph, remarks),
        *_left_out(account),
        *((Paragraph(data),) if data else ()),
    )


def _piles(account: Account) -> Iterator[Section]:
    for name, rows in (("counted", account.counted), ("undisclosed", account.undisclosed)):
        is_converted = any(row.conversion for row in rows[:MOST_ROWS])
        header = ("deal", "figure", "amount", *(["how converted"] if is_converted else []))
        table = Table(header, rows, _converted_row if is_converted else _row, ".explain()")
        if rows:
            yield Section(f"{name}: {pluralized(len(rows), 'row')}", (table,))


def _left_out(account: Account) -> Iterator[Block]:
    """Yield the rows that are left out, folded away: with a figure, and those without."""
    rows = account.excluded
    told = rows.ledger.columns.statement
    figures = tuple(number for number in rows.numbers if isinstance(told[number], Stated))
    silent = len(rows) - len(figures)
    if figures:
        title = f"left out: {pluralized(len(figures), 'row')} with a figure"
        header = ("deal", "figure", "amount", "why")
        table = Table(header, Rows(rows.ledger, figures), _excluded_row, ".explain()")
        yield Section(title, (table,), is_folded=True)
    if silent:
        others = tuple(number for number in rows.numbers if not isinstance(told[number], Stated))
        table = Table(("deal", "why"), Rows(rows.ledger, others), _silent_row, ".explain()")
        title = f"and {pluralized(silent, 'row')} without a figure"
        yield Section(title, (table,), is_folded=True, hint="explain() lists them")


def _row(row: LedgerRow) -> Row:
    return row.deal._told(), told_figure(row), amount_of(row)


def _converted_row(row: LedgerRow) -> Row:
    return *_row(row), str(row.conversion or "")


def _excluded_row(row: LedgerRow) -> Row:
    return *_row(row), "; ".join(map(str, row.reasons))


def _silent_row(row: LedgerRow) -> Row:
    return row.deal._told(), "; ".join(map(str, row.reasons))


def emptiness(account: Account, say: Callable[[str], str] = str) -> str:
    """Return a sentence saying that a total is empty, and which keywords would widen it.

    Only a row that nothing but filters keeps out can come in by other filters.
    """
    told = [row.reasons for row in account.excluded if row.stated is not None]
    by_filters = [reasons for reasons in told if all(reason.wider for reason in reasons)]
    wider = dict.fromkeys(reason.wider for reasons in by_filters for reason in reasons)
    if wider:
        keywords = ", ".join(wider)
        return say("The total is empty; widen it with {keywords}.").format(keywords=keywords)
    if account.undisclosed:
        return say("The total is empty: every amount that passed the filters is undisclosed.")
    if told:
        return say("The total is empty, and no keyword would widen it: see the reasons.")
    return say("The total is empty because no figure is recorded, whatever the filters.")


def headline(account: Account) -> str:
    """Return the figures of a total in one line."""
    if not account.counted:
        return emptiness(account)
    said = "; ".join(map(str, account.by_currency))
    rows = tuple(account.counted)
    deals = pluralized(len({row.deal.id for row in rows}), "deal")
    sorts = dict.fromkeys(map(_sort_of, rows))
    return f"{said}, from {deals}: {', '.join(sorts)}"


def _sort_of(row: LedgerRow) -> str:
    """Return what a row's amount is for, its kind of money if that is new, and its stage."""
    money, stage = told_kind(row.role, row.money), row.stage or "stage not stated"
    return f"{row.role} ({money}, {stage})" if money else f"{row.role} ({stage})"


def amount_of(row: LedgerRow) -> str:
    """Return what a row's amount is for, its kind of money if that is new, and over what time."""
    if row.role is None:
        return "no amount"
    money = told_kind(row.role, row.money)
    years = f" in {row.horizon_years} years" if row.horizon_years else ""
    return f"{row.role}{f' ({money})' if money else ''}{years}"


def beside_in_short(account: Account) -> str:
    """Return what stands beside a total in one line; empty if nothing does."""
    sums = [
        f"{SUMS[str(one.what)] if isinstance(one.what, DealClass) else one.what}"
        f" {' and '.join(map(str, one.by_currency))}"
        for one in account.beside
    ]
    return f"listed separately, not added: {'; '.join(sums)}" if sums else ""
