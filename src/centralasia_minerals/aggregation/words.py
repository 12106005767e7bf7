"""Says in a few lines what was counted, what was left out, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from centralasia_minerals.rendering import html_table, text_table

from .filters import Filters
from .row import LedgerRow
from .tallying import CurrencyTotal

Rows = Sequence[LedgerRow]

_HEADER = ["", "deal", "amount", "figure", "why"]


class Account(Protocol):
    """What a total tells of itself; ``Total`` is one."""

    @property
    def by_currency(self) -> Sequence[CurrencyTotal]:
        """The total in each currency."""
        ...

    @property
    def approximate(self) -> bool:
        """Whether some counted figure is."""
        ...

    @property
    def counted(self) -> Rows:
        """The rows that count."""
        ...

    @property
    def excluded(self) -> Rows:
        """The rows left out."""
        ...

    @property
    def undisclosed(self) -> Rows:
        """The rows whose figure is withheld."""
        ...

    @property
    def asked(self) -> Filters:
        """What was asked for."""
        ...


def summary(account: Account) -> str:
    """Say a total in a line, then what is in it and what is not.

    Rows without a figure are told in one line.
    """
    shown = [row for row in account.excluded if row.stated is not None]
    lines = [headline(account), ""]
    lines.append(text_table(_HEADER, _rows(account.counted, shown, account.undisclosed)))
    silent = len(account.excluded) - len(shown)
    if silent:
        lines += ["", f"and {silent} rows without a figure; explain() lists them"]
    if not account.counted:
        lines += ["", widening(account.excluded)]
    return "\n".join(lines)


def html_of(account: Account) -> str:
    """Show a total as a table for a notebook."""
    rows = _rows(account.counted, account.excluded, account.undisclosed)
    return html_table(_HEADER, rows, caption=headline(account))


_KEYWORDS = {
    "not concluded": "stages=None",
    "outside the stages": "stages=None",
    "outside the sectors": "sectors=None",
    "shared with other sectors": "sectors=None",
    "beyond the horizon": "max_horizon_years=None",
    "failed": "stages='failed'",
    "cancelled": "stages='cancelled'",
}


def widening(excluded: Rows) -> str:
    """Say that nothing counts, and which keywords would widen what does."""
    told = [row for row in excluded if row.stated is not None]
    reasons = dict.fromkeys(str(reason) for row in told for reason in row.reasons)
    wider = dict.fromkeys(_KEYWORDS[reason] for reason in reasons if reason in _KEYWORDS)
    if wider:
        return f"nothing counts; widen it with {', '.join(wider)}"
    return "nothing counts, and no filter did it: no figure is recorded"


def headline(account: Account) -> str:
    """Say the figures of a total in one line."""
    if not account.counted:
        return "nothing (the total is empty)"
    said = " and ".join(map(str, account.by_currency))
    deals = len({row.deal.id for row in account.counted})
    about = ", approximate" if account.approximate else ""
    return f"{said}{about}, from {deals} deal{'s' if deals != 1 else ''}"


def _rows(counted: Rows, excluded: Rows, undisclosed: Rows) -> Iterable[list[str]]:
    piles = (("counted", counted), ("left out", excluded), ("undisclosed", undisclosed))
    for mark, rows in piles:
        for row in rows:
            why = "; ".join(map(str, row.reasons)) or str(row.conversion or "")
            yield [mark, row.deal.id, amount_of(row), figure_of(row), why]


def amount_of(row: LedgerRow) -> str:
    """Say what a row's amount is."""
    if row.role is None:
        return "no amount"
    years = f" in {row.horizon_years} years" if row.horizon_years else ""
    return f"{row.role}{years}"


def figure_of(row: LedgerRow) -> str:
    """Say a row's figure with its hedge, or why there is none."""
    return str(row.figure) if row.stated is not None else str(row.disclosure)
