"""Two kinds of rates that need no other library: your own, and those that a source implies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction

import attrs

from centralasia_minerals.dataset.evidence.printed_figures import last_printed_digit
from centralasia_minerals.entities.amount import Amount, printed_equivalent
from centralasia_minerals.entities.base.results import result
from centralasia_minerals.entities.source import Source
from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.values.currency import Currency, as_currency
from centralasia_minerals.values.exact_decimal import EXACT, exact_decimal
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.partial_date import PartialDate

from .counting.given_deals import Deals, unique_deals
from .counting.sums.rate import Rate

# Bounds of an implied rate are written with this many digits after the point, rounded outwards.
_DIGITS = 12
_IN_A_PAIR = 2

CurrencyPair = tuple[str, str]
"""The codes of two currencies, such as ``("USD", "KZT")``."""


@attrs.frozen
@result
class FixedRates:
    """Rates that are the same for every date; see ``rates_of`` and ``printed_rates``.

    Attributes:
        rates: the rates; of two for the same currencies, the first is used.

    Raises:
        InvalidTypeError: the rates are not a tuple of them.
    """

    rates: tuple[Rate, ...] = attrs.field()

    @rates.validator
    def _must_be_rates(self, _: object, rates: object) -> None:
        if not isinstance(rates, tuple) or not all(isinstance(one, Rate) for one in rates):
            raise InvalidTypeError.of("rates", rates, "give a tuple of Rate", "rates")

    def rate(self, base: Currency, quote: Currency, on: PartialDate | None) -> Rate | None:
        """Return the rate of one currency in another, in this direction only; None without one.

        Raises:
            InvalidTypeError: a currency is neither a Currency nor its code.
            InvalidValueError: a code is not that of a currency.
        """
        del on  # The rate is the same for every date.
        of, into = as_currency(base), as_currency(quote)
        for rate in self.rates:
            if rate.base == of and rate.quote == into:
                return rate
        return None


def rates_of(
    figures: Mapping[CurrencyPair, Decimal | int | str], *, source: str, day: date | None = None
) -> FixedRates:
    """Return rates of your own.

    Args:
        figures: for each pair of codes, how much of the second one unit of the first is worth.
        source: whose rates they are, in one line; every converted figure says so.
        day: the day that the rates are for; None if they are not for one day.

    Raises:
        InvalidValueError: a rate is not above zero, a code is not a current currency code, or the
            source is blank or cannot be printed.
        InvalidTypeError: a rate is a float, or anything else is of a wrong type; ``field`` names
            the keyword.

    >>> rates_of({("USD", "EUR"): "0.865"}, source="our desk").rates[0].figure
    Decimal('0.865')
    """
    remedy = "give a mapping such as {('USD', 'EUR'): '0.9'}"
    if not isinstance(figures, Mapping):
        raise InvalidTypeError.of("figures", figures, remedy, "figures")
    made = []
    for pair, figure in figures.items():
        if not isinstance(pair, tuple) or len(pair) != _IN_A_PAIR:
            raise InvalidTypeError.of("a pair of currencies", pair, remedy, "figures")
        base, quote = map(as_currency, pair)
        exact = exact_decimal(figure, f"the rate of {base} in {quote}")
        made.append(Rate(base=base, quote=quote, figure=exact, day=day, source=source))
    return FixedRates(tuple(made))


def printed_rates(deals: Deals, source: Source) -> FixedRates:
    """Return the rates that fit every pair of figures that one source prints in two currencies.

    A source that prints "$1.1 billion (€952 million)" has rounded the second figure to its last
    printed digit, so each pair allows an interval of rates. Where all intervals overlap, one rate
    fits them all: ``low`` and ``high`` are the ends of the overlap, and the figure is its middle.
    Such a rate is inferred, not printed, which is why you must ask for it.

    Args:
        deals: where to look for pairs.
        source: the source whose pairs count.

    Raises:
        InvalidTypeError: the source is not a source, or something is not a deal.
        InvalidValueError: the source prints no pairs, or no single rate fits them all.

    >>> import centralasia_minerals as cam
    >>> ds = cam.load()
    >>> rate = printed_rates(ds, ds.sources["summit-partnership-2025-11"]).rates[0]
    >>> rate.low, rate.high
    (Decimal('0.865500000000'), Decimal('0.865909090910'))
    """
    if not isinstance(source, Source):
        raise InvalidTypeError.of(
            "the source of printed rates", source, "give a Source, such as one of ds.sources"
        )
    intervals: dict[tuple[Currency, Currency], list[tuple[Fraction, Fraction]]] = {}
    for deal in unique_deals(deals):
        for amount in deal.amounts:
            for printed, equivalent, step in _pairs(amount, source):
                pair = (printed.currency, equivalent.currency)
                half = Fraction(step) / 2
                base, quote = Fraction(printed.amount), Fraction(equivalent.amount)
                bounds = ((quote - half) / base, (quote + half) / base)
                intervals.setdefault(pair, []).append(bounds)
    if not intervals:
        raise InvalidValueError(
            f"the rates printed by {source.id!r}",
            "it prints no figure in two currencies",
            "use rates_of() with rates of your own",
        )
    return FixedRates(tuple(_meeting(pair, found, source) for pair, found in intervals.items()))


def _pairs(amount: Amount, source: Source) -> Iterator[tuple[Money, Money, Decimal]]:
    """Yield each figure of an amount, its equivalent, and what the latter's last digit is worth."""
    for statement in amount.statements:
        if not isinstance(statement, Stated) or not _figures(statement, source):
            continue
        for equivalent in amount.equivalents:
            for figure in _figures(equivalent, source):
                found = printed_equivalent(amount, statement, equivalent.value.currency)
                if found is not None and found.citations == equivalent.citations:
                    yield statement.value, equivalent.value, last_printed_digit(figure)


def _figures(stated: Stated[Money], source: Source) -> list[str]:
    cited = (citation for citation in stated.citations if citation.source.id == source.id)
    return [citation.figure for citation in cited if isinstance(citation.figure, str)]


def _meeting(
    pair: tuple[Currency, Currency], found: list[tuple[Fraction, Fraction]], source: Source
) -> Rate:
    base, quote = pair
    low, high = max(low for low, _ in found), min(high for _, high in found)
    if low > high:
        raise InvalidValueError(
            f"one rate of {base} in {quote} for {source.id!r}",
            f"no single rate fits all of its {len(found)} pairs",
            "use rates_of() with rates of your own",
        )
    return Rate(
        base=base,
        quote=quote,
        figure=_written((low + high) / 2, ROUND_FLOOR),
        low=_written(low, ROUND_FLOOR),
        high=_written(high, ROUND_CEILING),
        source=f"implied by {len(found)} pairs of figures in {source.id}",
    )


def _written(number: Fraction, rounding: str) -> Decimal:
    """Return a fraction as a decimal of twelve digits after the point, rounded up or down."""
    scaled = number * 10**_DIGITS
    whole = -(-scaled // 1) if rounding == ROUND_CEILING else scaled // 1
    return EXACT.scaleb(Decimal(whole), Decimal(-_DIGITS))
