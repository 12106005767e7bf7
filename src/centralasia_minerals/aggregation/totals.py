"""Totals: what deals are worth, counting nothing twice, with bounds, reasons and passages."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import attrs

from centralasia_minerals.entities import Citation, Stated
from centralasia_minerals.errors import MissingRateError, NoSuchCurrencyError
from centralasia_minerals.values import EXACT, Currency, Money

from .counting import Counting, count
from .filters import Filters, Sectors, Stages
from .ledgers import Deals, unique_deals
from .rates import Conversion, Rates, converted, day_of, printed_equivalent
from .row import LedgerRow, Standing, standing_of
from .words import explanation, html_of, summary


@attrs.frozen
class CurrencyTotal:
    """A total in one currency.

    ``stated`` adds the printed face values; ``low`` and ``high`` are bounded by directional
    hedges only. ``high`` is None where a counted figure is open above ("more than").
    """

    currency: Currency
    low: Money
    stated: Money
    high: Money | None

    def __str__(self) -> str:
        if self.low == self.stated == self.high:
            return str(self.stated)
        return f"{self.stated} (from {self.low} to {self.high or 'an open end'})"


@attrs.frozen(repr=False)
class Total:
    """What was counted, per currency, with every row that was given and why it is in or out.

    ``counted``, ``excluded`` and ``undisclosed`` part the ledger's rows; ``excluded`` rows have
    ``reasons``; ``undisclosed`` ones passed the filters and their figure is withheld.
    """

    by_currency: tuple[CurrencyTotal, ...]
    approximate: bool
    counted: tuple[LedgerRow, ...]
    excluded: tuple[LedgerRow, ...]
    undisclosed: tuple[LedgerRow, ...]

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

    def explain(self) -> str:
        """Account for every row: in or out, why, and where it is said."""
        return explanation(self)

    def __str__(self) -> str:
        return summary(self)

    def _repr_html_(self) -> str:
        return html_of(self)

    def __repr__(self) -> str:
        figures = ", ".join(map(str, self.by_currency)) or "nothing"
        return f"<Total: {figures}, from {len(self.counted)} rows>"


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
    converter = Converter.of(currency, rates)
    counting = count(unique_deals(deals), asked, converter.convert)
    return total_of(counting, converter)


def total_of(counting: Counting, converter: Converter) -> Total:
    """Add up what counts.

    Raises:
        MissingRateError: rows that count could not be converted; all of them are named.
    """
    if counting.unconverted:
        raise converter.missing(counting.unconverted)
    return Total(
        by_currency=_added(counting.counted),
        approximate=any(map(is_approximate, counting.counted)),
        counted=counting.counted,
        excluded=counting.excluded,
        undisclosed=counting.undisclosed,
    )


def is_approximate(row: LedgerRow) -> bool:
    """Say whether a row's figure, or any current statement of its amount, is approximate."""
    statements = row.amount.statements if row.amount else ()
    current = [
        s for s in statements if row.amount and standing_of(s, row.amount) is Standing.CURRENT
    ]
    return any(isinstance(s, Stated) and s.hedge.is_approximate for s in (row.figure, *current))


def _added(rows: Iterable[LedgerRow]) -> tuple[CurrencyTotal, ...]:
    by_currency: dict[Currency, list[LedgerRow]] = {}
    for row in rows:
        if row.currency is not None:
            by_currency.setdefault(row.currency, []).append(row)
    ordered = sorted(by_currency.items(), key=lambda item: item[0].code)
    return tuple(_added_in(currency, counted) for currency, counted in ordered)


def _added_in(currency: Currency, rows: list[LedgerRow]) -> CurrencyTotal:
    low = stated = high = Decimal(0)
    is_open = False
    for row in rows:
        low = EXACT.add(low, row.low or Decimal(0))
        stated = EXACT.add(stated, row.stated or Decimal(0))
        is_open = is_open or row.high is None
        high = EXACT.add(high, row.high or Decimal(0))
    return CurrencyTotal(
        currency,
        Money(low, currency),
        Money(stated, currency),
        None if is_open else Money(high, currency),
    )


@attrs.frozen
class Converter:
    """Brings rows into the currency asked for; leaves them as they are where none is."""

    currency: Currency | None
    rates: Rates | None

    @classmethod
    def of(cls, currency: Currency | str | None, rates: Rates | None) -> Converter:
        """Read the currency asked for."""
        return cls(Currency(currency) if isinstance(currency, str) else currency, rates)

    def convert(self, row: LedgerRow) -> LedgerRow | None:
        """Give a row in the currency: as it is, as printed, by a rate, or None without either."""
        statement = row.statement
        wanted = self.currency
        if wanted is None or not isinstance(statement, Stated) or row.amount is None:
            return row
        if statement.value.currency == wanted:
            return row
        printed = printed_equivalent(row.amount, statement, wanted)
        if printed is not None:
            return attrs.evolve(row, figure=printed, conversion=Conversion(statement))
        found = self.rates and self.rates.rate(statement.value.currency, wanted, day_of(row.deal))
        if not found:
            return None
        figure = converted(statement, found)
        return attrs.evolve(row, figure=figure, conversion=Conversion(statement, found))

    def missing(self, rows: tuple[LedgerRow, ...]) -> MissingRateError:
        """Name every amount that neither print nor a rate brings into the currency."""
        named = tuple(f"{row.deal.id} ({row.role}, {row.statement})" for row in rows)
        return MissingRateError(
            f"the total in {self.currency}",
            f"neither a printed equivalent nor a rate for: {'; '.join(named)}",
            "pass rates= that has them, or leave currency= out",
            named,
        )
