"""Papers, money and figures of a total as phrases of one language."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from centralasia_minerals.entities.base.hedged_words import hedged
from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.entities.vocabulary.stage import Stage
from centralasia_minerals.rendering.numbers import (
    format_number,
    joined,
)

from ..counting.ledger import Rows
from ..counting.ledger_row import LedgerRow
from ..counting.sums.bounded_words import total_in_words
from ..counting.sums.bounds import CurrencyTotal
from ..counting.sums.converted_statement import ConvertedStatement
from .money_words import MONEY, OF_KIND, OWN_WORDS, told_kind
from .paper_words import CANCELLED, DEALS, PAPERS
from .wordings import (
    GENDERS_OF_COUNTS,
    Kind,
    count_of,
    kind_of,
    plural_in,
    say_in,
)


class Phrases:
    """Puts papers, money and figures into words.

    Attributes:
        locale: the locale, whose numbers are used.
    """

    def __init__(self, locale: str) -> None:
        self.locale = locale
        self._say = say_in(locale)
        self._plural = plural_in(locale)

    def papers(self, rows: Sequence[LedgerRow]) -> str:
        """Return how many papers of which stages there are."""
        sorts: dict[tuple[bool, Stage | None], list[LedgerRow]] = {}
        for row in rows:
            sorts.setdefault((kind_of(row).is_cancelled, row.stage), []).append(row)
        said = []
        for (is_cancelled, stage), alike in sorts.items():
            count = count_of(alike)
            papers = self.counted(*(DEALS if stage is None else PAPERS[stage]), count)
            if is_cancelled:
                papers = self._plural(*CANCELLED, count).format(papers=papers)
            said.append(papers)
        return joined(said, self.locale)

    def counted(self, one: str, several: str, count: int) -> str:
        """Return a message in the form that a count asks for, with the count in it.

        Counts up to ten are words. A translation may ask for the feminine or the neuter.
        """
        if count > 10:
            words = dict.fromkeys(GENDERS_OF_COUNTS, format_number(Decimal(count), self.locale))
        else:
            words = {
                name: self._say(said).split()[count - 11]
                for name, said in GENDERS_OF_COUNTS.items()
            }
        return self._plural(one, several, count).format(**words)

    def money(self, kind: Kind) -> str:
        """Return what the money is, such as a published cost, with its kind where that is new."""
        said = self._say(MONEY[kind.role]) if kind.role else ""
        money = told_kind(kind.role, kind.money)
        said = self._say(OF_KIND[money]).format(what=said) if money else said
        return self.over_years(said, kind.years)

    def over_years(self, said: str, years: int | None) -> str:
        """Return a phrase with the number of years that its money is spread over, if any."""
        if years is None:
            return said
        over = self.counted("{count} year", "{count} years", years)
        return self._say("{what} over {years}").format(what=said, years=over)

    def figure_of(self, rows: Rows) -> str:
        """Return what rows of one kind come to; a single figure keeps its own words."""
        said = self._single(rows[0]) if len(rows) == 1 else None
        return said or self.figure(rows.by_currency[0])

    def figure(self, total: CurrencyTotal) -> str:
        """Return a total in one currency, with its bounds."""
        return total.format(self.locale)

    def left_out(self, row: LedgerRow) -> str:
        """Return the figure of a row that is left out, and over how many years it is spread."""
        figure = row.figure
        if not isinstance(figure, Stated):
            return row.disclosure.label(self.locale)
        read = figure.as_read if isinstance(figure, ConvertedStatement) else figure
        said = self._single(row) or total_in_words(
            read.low, read.value, read.high, self.locale, about=figure.about
        )
        return self.over_years(said, row.horizon_years)

    def _single(self, row: LedgerRow) -> str | None:
        """Return a figure in words of its own hedge; None if the words of sums serve."""
        if row.hedge not in OWN_WORDS or row.conversion or not isinstance(row.figure, Stated):
            return None
        if row.figure.about and not row.figure.hedge.is_approximate:
            return None  # The words of sums say both that it is open, and that it is not exact.
        return hedged(row.figure, self._say, lambda value: value.figure_in(self.locale))
