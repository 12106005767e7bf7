"""Totals in a few lines: what was counted, what was left out, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from centralasia_minerals.entities.vocabulary.deal_kind import DealClass
from centralasia_minerals.rendering.tables import html_table, pluralized, text_table

from ..counting.account import Account
from ..counting.ledger import Rows
from ..counting.ledger_row import LedgerRow
from ..links import linked
from .money_words import SUMS, told_kind

_HEADER = ["", "deal", "amount", "figure", "why"]


def summary(account: Account) -> str:
    """Return a total in one line, followed by a table of what is in it and what is not.

    Rows without a figure are only counted, in a last line.
    """
    from .remarks import remarks_of  # a total that nobody looks at needs none

    shown = [row for row in account.excluded if row.stated is not None]
    lines = [headline(account), ""]
    lines.append(text_table(_HEADER, _rows(account.counted, shown, account.undisclosed)))
    silent = len(account.excluded) - len(shown)
    if silent:
        lines += ["", f"and {pluralized(silent, 'row')} without a figure; explain() lists them"]
    beside = beside_in_short(account)
    lines += ["", beside] if beside else []
    lines += [line for remark in remarks_of(account, "en") for line in ("", remark)]
    lines += ["", f"data {account.version}"] if account.version else []
    return "\n".join(lines)


def html_of(account: Account) -> str:
    """Return a total as an HTML table for a notebook."""
    from .remarks import remarks_of  # as above

    rows = _rows(account.counted, account.excluded, account.undisclosed)
    version = f" (data {account.version})" if account.version else ""
    told = [f"{headline(account)}{version}", beside_in_short(account), *remarks_of(account, "en")]
    said = " ".join(filter(None, told))
    return html_table(_HEADER, rows, caption=said)


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
    deals = pluralized(len({row.deal.id for row in account.counted}), "deal")
    sorts = dict.fromkeys(_sort_of(row) for row in account.counted)
    return f"{said}, from {deals}: {', '.join(sorts)}"


def _rows(counted: Rows, excluded: Sequence[LedgerRow], undisclosed: Rows) -> Iterable[list[str]]:
    piles = (("counted", counted), ("left out", excluded), ("undisclosed", undisclosed))
    for mark, rows in piles:
        for row in rows:
            why = "; ".join(map(str, row.reasons)) or str(row.conversion or "")
            figure = linked(figure_of(row), row.citations)
            yield [mark, row.deal.id, amount_of(row), figure, why]


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


def figure_of(row: LedgerRow) -> str:
    """Return a row's figure with its hedge, or why there is none."""
    return str(row.figure) if row.stated is not None else str(row.disclosure)
