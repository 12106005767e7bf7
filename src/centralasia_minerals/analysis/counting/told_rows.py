"""How rows of the ledger are told in tables: the deal, the figure with its hedge, the reasons."""

from __future__ import annotations

from centralasia_minerals.entities.base.telling.links import linked
from centralasia_minerals.entities.base.telling.readable import NOT_TOLD
from centralasia_minerals.entities.base.telling.told_statement import WITHHELD
from centralasia_minerals.entities.statement import Disclosure
from centralasia_minerals.rendering.views.blocks import Row

from .ledger_row import LedgerRow

_WITHOUT = {
    Disclosure.UNDISCLOSED: WITHHELD,
    Disclosure.NOT_STATED: NOT_TOLD,
    Disclosure.NOT_APPLICABLE: str(Disclosure.NOT_APPLICABLE),
}


def told_figure(row: LedgerRow) -> str:
    """Return a row's figure with its hedge, or why there is none, led to its sentence."""
    said = str(row.figure) if row.stated is not None else _WITHOUT[row.disclosure]
    return linked(said, row.citations)


def judged_row(row: LedgerRow) -> Row:
    """Return a row with its verdict."""
    return (
        row.deal._told(),
        told_figure(row),
        str(row.role or "—"),
        str(row.money or "—"),
        str(row.stage or "—"),
        str(row.verdict),
        "; ".join(map(str, row.reasons)),
    )


def bare_row(row: LedgerRow) -> Row:
    """Return a row without its verdict."""
    return row.deal._told(), told_figure(row), str(row.role or "—")
