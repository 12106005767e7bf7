"""The passages behind each row of the ledger and their addresses, as columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from centralasia_minerals.entities.amount import Amount
from centralasia_minerals.entities.base.telling.links import first_url
from centralasia_minerals.entities.series import in_series
from centralasia_minerals.entities.source import Citation
from centralasia_minerals.entities.statement import Standing, Stated, Undisclosed
from centralasia_minerals.values.absence import Absence
from centralasia_minerals.values.money import Money

from ..columns import Columns
from ..ledger_row import LedgerRow
from ..sums.figures import Figures

_Cited = tuple[str | None, tuple[str, ...], tuple[str, ...]]


def cited_rows(
    columns: Columns, figures: Figures, row_at: Callable[[int], LedgerRow]
) -> Iterator[tuple[Citation, ...]]:
    """Yield the passages behind each row, which are ``LedgerRow.citations``.

    Few rows are made for it: only those that are converted, and those that no longer hold and
    still come first.

    Args:
        columns: the rows.
        figures: what they are added up with.
        row_at: what makes a row, by its number.
    """
    held = [facts.standing is Standing.CURRENT for facts in columns.combinations]
    converted, raised = figures.converted, figures.raised
    for number, (amount, said) in enumerate(zip(columns.amount, columns.statement, strict=True)):
        if (
            type(said) is Stated
            and said.citations
            and len(amount.statements) == 1  # type: ignore[union-attr]  # something is stated
            and number not in converted
            and number not in raised
        ):
            yield said.citations  # as of most rows
        else:
            yield _cited(columns, figures, row_at, number, held)


def _cited(
    columns: Columns,
    figures: Figures,
    row_at: Callable[[int], LedgerRow],
    number: int,
    held: list[bool],
) -> tuple[Citation, ...]:
    deal, amount, said = columns.deal[number], columns.amount[number], columns.statement[number]
    if amount is None:
        return deal.citations
    is_current = held[columns.combination[number]]
    if number in figures.converted or not (is_current or said is not amount.leading):
        return row_at(number).citations
    found = _own(said)
    if is_current and len(amount.statements) > 1:
        current = _current(columns, number, amount)
        if current != (said,):
            found = tuple(dict.fromkeys((*found, *(c for one in current for c in one.citations))))
    if figures.raised.get(number):
        parts = figures.parts(columns, number)
        below = (c for part in parts for c in _cited(columns, figures, row_at, part, held))
        found = tuple(dict.fromkeys((*found, *below)))
    return found or amount.citations or deal.citations


def _own(said: Stated[Money] | Undisclosed | Absence) -> tuple[Citation, ...]:
    return said.citations if isinstance(said, (Stated, Undisclosed)) else ()


def _current(
    columns: Columns, number: int, amount: Amount
) -> tuple[Stated[Money] | Undisclosed, ...]:
    """Return the statements of an amount that hold, given its first row: the others have rows."""
    fallen: set[int] = set()
    for row in range(number + 1, len(columns.deal)):
        if columns.amount[row] is not amount or columns.deal[row] is not columns.deal[number]:
            break
        fallen.add(id(columns.statement[row]))
    current = tuple(one for one in amount.statements if id(one) not in fallen)
    return current if len(current) == 1 else in_series(current)


def cited_in(cited: Iterable[tuple[Citation, ...]]) -> dict[str, list[Any]]:
    """Return the passages behind each row, and their addresses, by the name of the column.

    Args:
        cited: the citations of each row.
    """
    first: list[str | None] = []
    passages: list[tuple[str, ...]] = []
    links: list[tuple[str, ...]] = []
    before: tuple[Citation, ...] | None = None
    told: _Cited = None, (), ()
    for citations in cited:
        # Rows of one deal often share their citations.
        if citations is not before:
            before, told = citations, _told(citations)
        first.append(told[0])
        passages.append(told[1])
        links.append(told[2])
    return {"link": first, "citations": passages, "links": links}


def _told(citations: tuple[Citation, ...]) -> _Cited:
    urls = tuple([url for one in citations if isinstance(url := one.url, str)])
    # Words go before pages, which matters only among several.
    link = next(iter(urls), None) if len(urls) < 2 else first_url(citations)
    return link, tuple([str(one) for one in citations]), urls
