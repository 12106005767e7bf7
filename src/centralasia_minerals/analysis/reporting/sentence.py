"""A total in sentences: what is summed, withheld, not included, beside it, and left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import attrs

from centralasia_minerals.entities.amount import printed_equivalent
from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.entities.vocabulary.stage import Stage
from centralasia_minerals.rendering.numbers import joined

from ..counting.account import Account
from ..counting.beside import Beside
from ..counting.ledger import Rows
from ..counting.ledger_row import LedgerRow
from ..counting.sums.bounds import CurrencyTotal
from ..counting.sums.convert import Conversion
from .left_out import (
    beside_in_each_currency,
    largest,
    not_binding,
    otherwise_left_out,
    size_of,
    size_of_beside,
    size_of_left_out,
    withheld_of_other_kinds,
)
from .money_words import SUMS, WHY
from .paper_words import IN_ADDITION, LEFT_OUT, LEFT_OUT_FUNDING, NOT_BINDING, WITHHELD
from .phrases import Phrases
from .wordings import Kind, count_of, kind_of, plural_in, say_in

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
        """Yield the sentences: what is counted, withheld, not included, beside it, left out."""
        for one in self.account.by_currency:
            yield self._counted(one, marks)
        if not self.account.by_currency:
            yield self._say("No deal is counted.")
        yield from self._withheld(marks)
        yield from self._not_included(marks)
        yield from self._beside(marks)
        yield from self._left_out(marks)

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
        nobody = self._plural("It is not binding.", "They are not binding.", count_of(rows))
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
        withheld = [*self.account.undisclosed, *withheld_of_other_kinds(self.account)]
        beside = [row for row in withheld if row.deal.id in counted]
        more = [row for row in withheld if row.deal.id not in counted]
        if more:
            template = self._plural(*(IN_ADDITION if counted else WITHHELD), count_of(more))
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
        rows = not_binding(self.account)
        items = [
            self._say((LEFT_OUT_FUNDING if row.is_funding else LEFT_OUT)[row.stage]).format(
                figure=self._figure_of(row, marks)
            )
            for row in largest(rows, size_of)
            if row.stage
        ]
        if rows:
            template = self._plural(
                "Not included: {items}, which is not binding.",
                "Not included, because they are not binding: {items}.",
                # Talks are several by their word.
                len(rows) + any(row.stage is Stage.TALKS for row in rows),
            )
            yield template.format(items=self._listed(items, len(rows)))

    def _figure_of(self, row: LedgerRow, marks: Marks) -> str:
        """Return the figure of a row that is left out: in the currency asked for, if printed so."""
        wanted, said = self.account.counted.ledger.asked_currency, row.statement
        if wanted and row.amount and isinstance(said, Stated) and said.value.currency != wanted:
            printed = printed_equivalent(row.amount, said, wanted)
            if printed is not None:
                row = attrs.evolve(row, figure=printed, conversion=Conversion(original=said))
        return self._phrases.left_out(row) + marks([row])

    def _beside(self, marks: Marks) -> Iterator[str]:
        """Yield a sentence on other money, with what each kind comes to by itself."""
        sums = beside_in_each_currency(self.account)
        items = [self._sum(one, rows, marks) for one, rows in largest(sums, size_of_beside)]
        if items:
            template = (
                self._say("Listed separately, not added: {items}.")
                if self.account.counted
                else self._say("Not added: {items}.")
            )
            yield template.format(items=self._listed(items, len(sums)))

    def _sum(self, one: Beside, rows: Rows, marks: Marks) -> str:
        """Return what money beside the total is, by which papers, and what it comes to."""
        template = (
            self._say("{money} ({deals}: {figure}; not binding)")
            if all(row.stage in NOT_BINDING for row in rows)
            else self._say("{money} ({deals}: {figure})")
        )
        return template.format(
            money=self._say(SUMS[str(one.what)]),
            deals=self._phrases.papers(rows),
            figure=self._phrases.figure_of(rows) + marks(rows),
        )

    def _left_out(self, marks: Marks) -> Iterator[str]:
        """Yield a sentence on what else is left out though nobody asked for that."""
        told = otherwise_left_out(self.account)
        items = [
            self._say("{figure} ({deals}; {why})").format(
                figure=self._figure_of(row, marks),
                deals=self._phrases.papers([row]),
                why=self._say(WHY[reason]),
            )
            for row, reason in largest(told, size_of_left_out)
        ]
        if items:
            yield self._say("Left out: {items}.").format(items=self._listed(items, len(told)))

    def _listed(self, items: list[str], count: int) -> str:
        """Return items as a list, which ends with others if there are more."""
        others = [self._say("others")] if count > len(items) else []
        return joined([*items, *others], self.locale)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
