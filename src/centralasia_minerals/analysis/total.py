"""Totals: what deals come to, counting nothing twice, with bounds, reasons and citations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import attrs

from centralasia_minerals.entities.base.results import result
from centralasia_minerals.entities.source import Citation
from centralasia_minerals.rendering.columnar.exportable import Exportable
from centralasia_minerals.rendering.columnar.table import Table
from centralasia_minerals.rendering.tables import pluralized
from centralasia_minerals.rendering.views.as_text import text_of
from centralasia_minerals.rendering.views.blocks import View
from centralasia_minerals.rendering.views.viewed import Viewed

from .counting.account import Account
from .counting.given_deals import Deals
from .counting.keywords import TotalKeywords, showing_keywords
from .counting.ledger import ledger
from .reporting.summary import total_view

if TYPE_CHECKING:
    from .reporting.footnotes import Footnoted


@attrs.frozen(repr=False, kw_only=True)
@result
class Total(Account, Exportable, Viewed):
    """What was counted, per currency, with every row that was given and why it is in or out.

    Attributes:
        by_currency: the total in each currency, by code; currencies are never mixed, and it is
            empty if nothing counts.
        counted: the rows that count.
        excluded: the rows that do not count, each with its ``reasons``.
        undisclosed: the rows that passed the filters and whose figure is withheld.
        filters: the filters that were applied.
    """

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The passages behind every counted figure, each once."""
        return tuple(dict.fromkeys(c for row in self.counted for c in row.citations))

    def to_table(self) -> Table:
        """Return a flat table with a row for each currency."""
        from .reporting.result_tables import totals_table

        return totals_table("total", [("", self)], None)

    def explain(self, locale: str = "en") -> str:
        """Return an account of every row: whether it is in or out, why, and which passages say so.

        Raises:
            UnknownLocaleError: no translation exists; there are English and Russian.
        """
        from .reporting.explanation import explanation

        return explanation(self, locale)

    def footnoted(self, locale: str = "en") -> Footnoted:
        """Return the total as sentences ready for print, with notes to sources and passages.

        Raises:
            UnknownLocaleError: no translation exists; there are English and Russian.

        >>> import centralasia_minerals as cam
        >>> print(cam.total(cam.load()).footnoted("en").sentence)
        One signed deal has a published cost: about 1.1 billion US dollars[1][2].
        In addition, the amount of one signed deal is withheld[3].
        Not included: a letter of interest for up to 900 million US dollars[4][5], which is not
        binding.
        """
        from .reporting.footnotes import footnoted

        return footnoted(self, locale)

    def __str__(self) -> str:
        return text_of(self._view())

    def _view(self) -> View:
        return total_view(self)

    def __repr__(self) -> str:
        figures = ", ".join(map(str, self.by_currency)) or "nothing"
        return f"<Total: {figures}, from {pluralized(len(self.counted), 'row')}>"


@showing_keywords
def total(deals: Deals, **keywords: Unpack[TotalKeywords]) -> Total:
    """Return what deals come to, counting nothing twice.

    By default, the project money of concluded minerals deals counts: cost, investment, and the
    contract value of works. Each currency has its own total. Prices of existing shares, supply
    contracts, share issues, plans and financing have sums of their own (``Total.beside``).

    Args:
        deals: a dataset, a catalog of deals, or any deals; the same deal twice counts once.
        keywords: any of these.

            * ``kinds``: the kinds of money that count, as members or text. None means all but
              valuations, which are never added.
            * ``sectors``: the sectors that count, as members or text; an amount counts only if
              all sectors of its deal are asked for. None means all.
            * ``stages``: the stages or groups of stages that count, as members or text. None
              means all, except that ended and cancelled deals count only if they are named.
            * ``classes``: the classes of deals that count, as members or text; by default all but
              own projects and programmes. None means all.
            * ``max_horizon_years``: the longest horizon that counts, in years; amounts without
              one pass.
            * ``currency``: the currency of the total; the printed equivalent is used if there is
              one, then ``rates``.
            * ``rates``: where rates of exchange come from; see ``Rates``.

    Returns:
        A total with bounds, an account of every row, and its citations; empty, not an error,
        if nothing counts.

    Raises:
        InvalidTypeError: something is not a deal, or a keyword is unknown or of a wrong type.
        InvalidValueError: no kind, stage, sector, class or currency has that name, or valuations
            are asked for.
        ConflictError: one id stands for unequal records.
        MissingRateError: an amount has neither a printed equivalent in the currency nor a rate.

    >>> import centralasia_minerals as cam
    >>> cam.total(cam.load())["USD"].stated
    Money('1100000000', 'USD')
    """
    made = ledger(deals, **keywords)
    return Total.of(made.counted, made.excluded, made.undisclosed)
