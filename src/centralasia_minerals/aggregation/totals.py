"""Totals: what deals are worth, counting nothing twice, with bounds, reasons and passages."""

from __future__ import annotations

import attrs

from centralasia_minerals.entities import Citation
from centralasia_minerals.errors import NoSuchCurrencyError
from centralasia_minerals.rendering import counted
from centralasia_minerals.values import Currency

from .accounts import explanation
from .conversions import Conversions
from .counting import Counting, count
from .filters import Filters, Sectors, Stages
from .footnotes import Footnoted, footnoted
from .ledgers import Deals, unique_deals
from .rates import Rates
from .rows import Rows
from .tallying import CurrencyTotal, tally
from .words import html_of, summary


@attrs.frozen(repr=False)
class Total:
    """What was counted, per currency, with every row that was given and why it is in or out.

    ``counted``, ``excluded`` and ``undisclosed`` part the ledger's rows; ``excluded`` rows have
    ``reasons``; ``undisclosed`` ones passed the filters and their figure is withheld.
    """

    by_currency: tuple[CurrencyTotal, ...]
    approximate: bool
    counted: Rows
    excluded: Rows
    undisclosed: Rows
    asked: Filters

    @property
    def currencies(self) -> tuple[Currency, ...]:
        """The currencies of the counted figures, by code; currencies are never mixed."""
        return tuple(one.currency for one in self.by_currency)

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was counted."""
        return not self.counted

    def __getitem__(self, currency: Currency | str) -> CurrencyTotal:
        """Give the total in a currency.

        Raises:
            NoSuchCurrencyError: nothing counted is in it; a KeyError that lists what there is.
        """
        for one in self.by_currency:
            if currency in (one.currency, one.currency.code):
                return one
        held = ", ".join(map(str, self.currencies)) or "nothing"
        raise NoSuchCurrencyError(
            f"the total in {currency!s}", f"it holds {held}", "pass currency= to convert"
        )

    def __contains__(self, currency: object) -> bool:
        return any(currency in (one, one.code) for one in self.currencies)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The passages behind every counted figure, each once."""
        return tuple(dict.fromkeys(c for row in self.counted for c in row.citations))

    def explain(self, locale: str = "en") -> str:
        """Account for every row: in or out, why, and where it is said.

        Raises:
            UnknownLocaleError: nobody wrote prose in the language; English and Russian have it.
        """
        return explanation(self, locale)

    def footnoted(self, locale: str = "en") -> Footnoted:
        """Say the total in a sentence ready for print, with notes to source and characters.

        Raises:
            UnknownLocaleError: nobody wrote prose in the language; English and Russian have it.

        >>> import centralasia_minerals as cam
        >>> print(cam.total(cam.load()).footnoted("en").sentence)
        The concluded minerals deals counted here are worth approximately 1.1 billion US
        dollars[1][2].
        Other amounts are undisclosed[3].
        """
        return footnoted(self, locale)

    def __str__(self) -> str:
        return summary(self)

    def _repr_html_(self) -> str:
        return html_of(self)

    def __repr__(self) -> str:
        figures = ", ".join(map(str, self.by_currency)) or "nothing"
        return f"<Total: {figures}, from {counted(len(self.counted), 'row')}>"


def total(
    deals: Deals,
    *,
    sectors: Sectors = "minerals",
    stages: Stages = "concluded",
    currency: Currency | str | None = None,
    rates: Rates | None = None,
    max_horizon_years: int | None = None,
) -> Total:
    """Say what deals are worth, counting nothing twice.

    By default: the concluded minerals deals, each currency by itself.

    Args:
        deals: a dataset, a catalog of deals, or any deals; the same deal twice counts once.
        sectors: sectors that count, as members or text; an amount counts only if all its sectors
            are asked for. None means every one.
        stages: stages or groups of stages that count, as members or text. None means every one
            but failed and cancelled deals, which count only where they are named.
        currency: the currency to give the total in; the printed equivalent serves where there is
            one, then ``rates``.
        rates: where rates of exchange come from; see ``Rates``.
        max_horizon_years: the longest horizon that counts, in years; amounts without one pass.

    Returns:
        A total with bounds, an account of every row, and its citations; empty, not an error,
        where nothing counts.

    Raises:
        InvalidTypeError: something is no deal, or a filter is neither a member nor text.
        InvalidValueError: no stage, sector or currency is named so.
        ConflictError: one id stands for unequal records.
        MissingRateError: neither print nor a rate gives an amount in the currency.

    >>> import centralasia_minerals as cam
    >>> cam.total(cam.load())["USD"].stated
    Money('1100000000', 'USD')
    """
    asked = Filters.of(stages=stages, sectors=sectors, max_horizon_years=max_horizon_years)
    conversions = Conversions.of(currency, rates)
    return total_of(count(unique_deals(deals), asked, conversions.function), conversions, asked)


def total_of(counting: Counting, conversions: Conversions, asked: Filters) -> Total:
    """Add up what counts.

    Raises:
        MissingRateError: rows that count could not be converted; all of them are named.
    """
    if counting.unconverted:
        raise conversions.missing(counting.unconverted)
    added = tally(counting.counted)
    return Total(
        by_currency=added.by_currency(),
        approximate=added.approximate,
        counted=counting.counted,
        excluded=counting.excluded,
        undisclosed=counting.undisclosed,
        asked=asked,
    )
