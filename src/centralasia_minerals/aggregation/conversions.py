"""Brings rows of the ledger into the currency asked for."""

from __future__ import annotations

import attrs

from centralasia_minerals.entities import Stated
from centralasia_minerals.errors import (
    ImpreciseDateError,
    InvalidTypeError,
    InvalidValueError,
    MissingRateError,
)
from centralasia_minerals.values import Currency

from .family import Convert
from .rates import Conversion, Rate, Rates, converted, day_of, printed_equivalent
from .row import LedgerRow


@attrs.frozen
class Conversions:
    """Brings rows into the currency asked for; leaves them as they are where none is."""

    currency: Currency | None
    rates: Rates | None

    @classmethod
    def of(cls, currency: Currency | str | None, rates: Rates | None) -> Conversions:
        """Read the currency asked for."""
        if currency is not None and not isinstance(currency, Currency):
            currency = Currency(currency)
        if rates is not None and not callable(getattr(rates, "rate", None)):
            found = f"{rates!r:.60} is of type {type(rates).__name__}"
            raise InvalidTypeError("rates", found, "give rates_of({...}, source=...), or the like")
        return cls(currency, rates)

    @property
    def function(self) -> Convert | None:
        """The conversion to apply to rows, or None where they stay as they are."""
        return None if self.currency is None else self.convert

    def convert(self, row: LedgerRow) -> LedgerRow | None:
        """Give a row in the currency: as it is, as printed, by a rate, or None without either."""
        statement, wanted = row.statement, self.currency
        if wanted is None or not isinstance(statement, Stated) or row.amount is None:
            return row
        if statement.value.currency == wanted:
            return row
        printed = printed_equivalent(row.amount, statement, wanted)
        if printed is not None:
            return attrs.evolve(row, figure=printed, conversion=Conversion(statement))
        found = self._rate(row)
        if not isinstance(found, Rate):
            return None
        figure = converted(statement, found)
        return attrs.evolve(row, figure=figure, conversion=Conversion(statement, found))

    def _rate(self, row: LedgerRow) -> Rate | ImpreciseDateError | None:
        """Ask for the rate of a row, and keep the reason where its date is too imprecise."""
        if self.rates is None or self.currency is None or row.currency is None:
            return None
        try:
            rate = self.rates.rate(row.currency, self.currency, day_of(row.deal))
        except ImpreciseDateError as error:
            return error
        if rate is not None and not isinstance(rate, Rate):
            raise InvalidTypeError("a rate", f"{rate!r}", "let rates= give a Rate, or None")
        if rate is not None and (rate.base, rate.quote) != (row.currency, self.currency):
            asked = f"the rate of {row.currency} in {self.currency}"
            raise InvalidValueError(asked, f"{rate}", "let rates= answer what is asked")
        return rate

    def missing(self, rows: tuple[LedgerRow, ...]) -> MissingRateError:
        """Name every amount that neither print nor a rate brings into the currency."""
        named = tuple(f"{row.deal.id} ({row.role}, {row.statement})" for row in rows)
        reasons = dict.fromkeys(
            f"{row.deal.id}: {problem}"
            for row in rows
            if isinstance(problem := self._rate(row), ImpreciseDateError)
        )
        remedy = "; ".join(reasons) or "pass rates= that has them, or leave currency= out"
        return MissingRateError(
            f"the total in {self.currency}",
            f"neither a printed equivalent nor a rate for: {'; '.join(named)}",
            remedy,
            named,
        )
