"""Says in a few lines what was counted, what was left out, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from centralasia_minerals.rendering import counted, html_table, text_table

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
        lines += ["", f"and {counted(silent, 'row')} without a figure; explain() lists them"]
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


def emptiness(account: Account, say: Callable[[str], str] = str) -> str:
    """Say that a total is empty, and which keywords would widen it.

    Only a row that filters alone put out can come in by another filter.
    """
    told = [
        [str(reason) for reason in row.reasons]
        for row in account.excluded
        if row.stated is not None
    ]
    by_filters = [reasons for reasons in told if set(reasons) <= _KEYWORDS.keys()]
    wider = dict.fromkeys(_KEYWORDS[reason] for reasons in by_filters for reason in reasons)
    if wider:
        keywords = ", ".join(wider)
        return say("The total is empty; widen it with {keywords}.").format(keywords=keywords)
    if account.undisclosed:
        return say("The total is empty: what passed has an undisclosed value.")
    if told:
        return say("The total is empty, and no keyword would widen it: see the reasons.")
    return say("The total is empty, and no filter did it: no figure is recorded.")


def headline(account: Account) -> str:
    """Say the figures of a total in one line."""
    if not account.counted:
        return emptiness(account)
    said = " and ".join(map(str, account.by_currency))
    deals = counted(len({row.deal.id for row in account.counted}), "deal")
    about = ", approximate" if account.approximate else ""
    return f"{said}{about}, from {deals}"


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
