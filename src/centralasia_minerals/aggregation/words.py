"""Says in words what was counted, what was left out, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from centralasia_minerals.rendering import html_table, text_table

from .row import LedgerRow

Rows = Sequence[LedgerRow]


class Account(Protocol):
    """What a total tells of itself; ``Total`` is one."""

    @property
    def by_currency(self) -> Sequence[object]:
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


_HEADER = ["", "deal", "amount", "figure", "why"]


def summary(account: Account) -> str:
    """Say a total in a line, then what is in it and what is not; rows without a figure are told
    in one line.
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


def explanation(account: Account) -> str:
    """Account for every row: in or out, why, and where it is said."""
    lines = [headline(account)]
    for mark, rows in _piles(account.counted, account.excluded, account.undisclosed):
        for row in rows:
            why = "; ".join(map(str, row.reasons))
            lines.append(
                f"{mark}: {row.deal.id}, {_amount(row)}: {_figure(row)}"
                + (f" ({why})" if why else "")
            )
            if row.conversion:
                lines.append(f"    converted {row.conversion}")
            lines += [f"    {citation}" for citation in row.citations]
    if not account.counted:
        lines.append(widening(account.excluded))
    return "\n".join(lines)


def html_of(account: Account) -> str:
    """Show a total as a table for a notebook."""
    rows = _rows(account.counted, account.excluded, account.undisclosed)
    return html_table(_HEADER, rows, caption=headline(account))


def widening(excluded: Rows) -> str:
    """Say that a total is empty, and which keyword would widen it."""
    keywords = {
        "not concluded": "stages=None",
        "outside the stages": "stages=None",
        "outside the sectors": "sectors=None",
        "shared with other sectors": "sectors=None",
        "beyond the horizon": "max_horizon_years=None",
        "failed": "stages='failed'",
        "cancelled": "stages='cancelled'",
    }
    reasons = dict.fromkeys(
        str(r) for row in excluded if row.stated is not None for r in row.reasons
    )
    wider = dict.fromkeys(keywords[reason] for reason in reasons if reason in keywords)
    if not wider:
        return "nothing counts, and no filter did it: no figure is recorded"
    return f"nothing counts; widen it with {', '.join(wider)}"


def headline(account: Account) -> str:
    """Say the figures of a total in one line."""
    if not account.counted:
        return "nothing (the total is empty)"
    said = " and ".join(map(str, account.by_currency))
    deals = len({row.deal.id for row in account.counted})
    about = ", approximate" if account.approximate else ""
    return f"{said}{about}, from {deals} deal{'s' if deals != 1 else ''}"


def _rows(counted: Rows, excluded: Rows, undisclosed: Rows) -> Iterable[list[str]]:
    for mark, rows in _piles(counted, excluded, undisclosed):
        for row in rows:
            yield [mark, row.deal.id, _amount(row), _figure(row), "; ".join(map(str, row.reasons))]


def _piles(counted: Rows, excluded: Rows, undisclosed: Rows) -> tuple[tuple[str, Rows], ...]:
    return (("counted", counted), ("left out", excluded), ("undisclosed", undisclosed))


def _amount(row: LedgerRow) -> str:
    if row.role is None:
        return "no amount"
    years = f" in {row.horizon_years} years" if row.horizon_years else ""
    return f"{row.role}{years}"


def _figure(row: LedgerRow) -> str:
    return str(row.figure) if row.stated is not None else row.disclosure.value
