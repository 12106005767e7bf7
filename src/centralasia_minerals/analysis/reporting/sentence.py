"""A total in sentences: what is summed, what is withheld, and what is not included."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from centralasia_minerals.entities.statement import Standing, Stated
from centralasia_minerals.entities.vocabulary.stage import Stage
from centralasia_minerals.rendering.numbers import joined

from ..counting.account import Account
from ..counting.judging.exclusion_reason import ExclusionReason
from ..counting.ledger import Rows
from ..counting.ledger_row import LedgerRow
from ..counting.sums.bounds import CurrencyTotal
from .phrases import Phrases
from .wordings import (
    IN_ADDITION,
    LEFT_OUT,
    NOT_BINDING,
    WITHHELD,
    Kind,
    count_of,
    kind_of,
    plural_in,
    say_in,
)

Marks = Callable[[Iterable[LedgerRow]], str]
"""Returns the marks of the notes to some rows."""


class Sentences:
    """Tells what a total sums, sentence by sentence, in one language.

    Attributes:
        account: the total.
        locale: the locale, whose numbers are used.
    """

    def __init__(self, account: Account, locale: str) -> None:
        self.account = account
        self.locale = locale
        self._say = say_in(locale)
        self._plural = plural_in(locale)
        self._phrases = Phrases(locale)

    def all(self, marks: Marks) -> Iterator[str]:
        """Yield the sentences: what is counted, what is withheld, what is not included."""
        for one in self.account.by_currency:
            yield self._counted(one, marks)
        if not self.account.by_currency:
            yield self._say("No deal is counted.")
        yield from self._withheld(marks)
        yield from self._not_included(marks)

    def _counted(self, total: CurrencyTotal, marks: Marks) -> str:
        """Return what is summed in one currency: each kind of money by itself, then all of it."""
        counted = self.account.counted
        sorts: dict[Kind, list[int]] = {}
        for number, row in zip(counted.numbers, counted, strict=True):
            if row.currency == total.currency:
                sorts.setdefault(kind_of(row), []).append(number)
        piles = {kind: Rows(counted.ledger, (*numbers,)) for kind, numbers in sorts.items()}
        if len(piles) == 1:
            return self._of_one_kind(*next(iter(piles.items())), marks)
        parts = [self._part(kind, rows, marks) for kind, rows in piles.items()]
        every = marks(row for rows in piles.values() for row in rows)
        return self._say("Counted: {parts}; together {figure}.").format(
            parts=joined(parts, self.locale), figure=self._phrases.figure(total) + every
        )

    def _of_one_kind(self, kind: Kind, rows: Rows, marks: Marks) -> str:
        if len(rows) == 1:
            template = self._say("{deals} has {kind}: {figure}.")
        elif count_of(rows) == 1:
            template = self._say(
                "{deals} has {kind}, made up of several figures: together {figure}."
            )
        else:
            template = self._say("{deals} each have {kind}: together {figure}.")
        figure = self._phrases.figure_of(rows) + marks(rows)
        said = template.format(
            deals=self._phrases.papers(rows), kind=self._phrases.money(kind), figure=figure
        )
        if kind.stage not in NOT_BINDING:
            return _capital(said)
        nobody = self._plural("It commits nobody.", "They commit nobody.", count_of(rows))
        return f"{_capital(said)} {nobody}"

    def _part(self, kind: Kind, rows: Rows, marks: Marks) -> str:
        template = (
            self._say("{deals} with {kind} ({figure}; not binding)")
            if kind.stage in NOT_BINDING
            else self._say("{deals} with {kind} ({figure})")
        )
        figure = self._phrases.figure_of(rows) + marks(rows)
        return template.format(
            deals=self._phrases.papers(rows), kind=self._phrases.money(kind), figure=figure
        )

    def _withheld(self, marks: Marks) -> Iterator[str]:
        counted = {row.deal.id for row in self.account.counted}
        beside = [row for row in self.account.undisclosed if row.deal.id in counted]
        more = [row for row in self.account.undisclosed if row.deal.id not in counted]
        if more:
            withheld = IN_ADDITION if counted else WITHHELD
            template = self._plural(*withheld, count_of(more))
            yield template.format(deals=self._phrases.papers(more), marks=marks(more))
        if beside:
            template = self._plural(
                "Another amount of a counted deal is withheld{marks}.",
                "Other amounts of counted deals are withheld{marks}.",
                len(beside),
            )
            yield template.format(marks=marks(beside))

    def _not_included(self, marks: Marks) -> Iterator[str]:
        """Yield a sentence on the papers that are left out because they bind nobody."""
        if not self.account.filters.only_concluded:
            return
        rows = _once_each(row for row in self.account.excluded if _only_intended(row))
        items = [
            self._say(LEFT_OUT[row.stage]).format(figure=self._phrases.left_out(row) + marks([row]))
            for row in rows[:_MOST_LISTED]
            if row.stage
        ]
        if len(rows) > len(items):
            items.append(self._say("others"))
        if rows:
            template = self._plural(
                "Not included: {items}, which commits nobody.",
                "Not included, because they commit nobody: {items}.",
                # Talks are several by their word.
                len(rows) + any(row.stage is Stage.TALKS for row in rows),
            )
            yield template.format(items=joined(items, self.locale))


_MOST_LISTED = 3


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _once_each(rows: Iterable[LedgerRow]) -> list[LedgerRow]:
    """Return all financing, and of the other amounts of a deal the one over the most years."""
    listed: dict[object, LedgerRow] = {}
    for row in rows:
        key = (row.deal.id, id(row.amount) if row.is_funding else None, row.currency)
        known = listed.get(key)
        if known is None or _span(known) < _span(row):
            listed[key] = row
    return list(listed.values())


def _span(row: LedgerRow) -> float:
    return float("inf") if row.horizon_years is None else row.horizon_years


def _only_intended(row: LedgerRow) -> bool:
    """Whether nothing but its stage, or the cost that it pays for, keeps a figure out."""
    return (
        isinstance(row.figure, Stated)
        and row.standing is Standing.CURRENT
        and row.stage in NOT_BINDING
        and {*row.reasons} <= _OF_A_STAGE
    )


_OF_A_STAGE = {
    ExclusionReason.NOT_CONCLUDED,
    ExclusionReason.CONDITIONAL,
    ExclusionReason.FINANCING_OF_A_COUNTED_COST,
}
