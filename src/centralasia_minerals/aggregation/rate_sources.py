"""Two makes of rates that need no other library: a mapping, and what a source's print implies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction

import attrs

from centralasia_minerals.dataset import last_printed_digit
from centralasia_minerals.entities import Amount, Source, Stated
from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.values import EXACT, Currency, Money, PartialDate, exact_decimal

from .ledgers import Deals, unique_deals
from .rates import Rate, printed_equivalent

# Bounds of an implied rate are written with this many digits, rounded outwards.
_DIGITS = 12

Pair = tuple[str, str]


@attrs.frozen
class KnownRates:
    """Rates that you name yourself, the same for every date; see ``rates_of``."""

    rates: tuple[Rate, ...]

    def rate(self, base: Currency, quote: Currency, on: PartialDate | None) -> Rate | None:
        """Give the rate that was named for these two currencies, in this direction only."""
        del on  # the same for every date
        pairs = ((rate, (rate.base, rate.quote)) for rate in self.rates)
        return next((rate for rate, pair in pairs if pair == (base, quote)), None)


def rates_of(
    figures: Mapping[Pair, Decimal | int | str], *, source: str, day: date | None = None
) -> KnownRates:
    """Name rates yourself.

    Args:
        figures: from a pair of codes to how much of the second one unit of the first is worth.
        source: whose rates they are; every converted figure says so.
        day: the day that they are of, where they are of one.

    Raises:
        InvalidValueError: a rate is not above zero, or a code is not current.
        InvalidTypeError: a rate is a float.

    >>> rates_of({("USD", "EUR"): "0.865"}, source="our desk").rates[0].figure
    Decimal('0.865')
    """
    return KnownRates(
        tuple(
            Rate(
                base=base,
                quote=quote,
                figure=exact_decimal(figure, f"the rate of {base} in {quote}"),
                day=day,
                source=source,
            )
            for (base, quote), figure in figures.items()
        )
    )


def printed_rates(deals: Deals, source: Source) -> KnownRates:
    """Find the rates that fit every pair of figures that one source prints in two currencies.

    A source that prints "$1.1 billion (€952 million)" has rounded the second figure to its last
    printed digit. Each pair so allows an interval of rates, and a single rate was used where all
    intervals meet. The rate's ``low`` and ``high`` are the ends of what is left, its figure is
    the middle. Use it only if you mean it: it is inferred, not printed.

    Args:
        deals: where to look for pairs.
        source: the source whose pairs count.

    Raises:
        InvalidValueError: the source prints no pair, or no one rate fits all of its pairs.

    >>> import centralasia_minerals as cam
    >>> ds = cam.load()
    >>> rate = printed_rates(ds, ds.sources["summit-partnership-2025-11"]).rates[0]
    >>> rate.low, rate.high
    (Decimal('0.865500000000'), Decimal('0.865909090910'))
    """
    if not isinstance(source, Source):
        raise InvalidTypeError("printed rates of a source", f"{source!r}", "give a Source of yours")
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
            f"the rates that {source.id!r} printed by",
            "it prints no figure in two currencies",
            "pass rates of your own",
        )
    return KnownRates(tuple(_meeting(pair, found, source) for pair, found in intervals.items()))


def _pairs(amount: Amount, source: Source) -> Iterator[tuple[Money, Money, Decimal]]:
    """Give each figure of an amount beside its equivalent, with the equivalent's last digit."""
    for statement in amount.statements:
        if not isinstance(statement, Stated) or not _figures(statement, source):
            continue
        for equivalent in amount.equivalents:
            for figure in _figures(equivalent, source):
                if printed_equivalent(amount, statement, equivalent.value.currency) is equivalent:
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
            f"no rate fits all of its {len(found)} pairs",
            "pass rates of your own",
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
    """Write a fraction with twelve digits after the point, rounded up or down."""
    scaled = number * 10**_DIGITS
    whole = -(-scaled // 1) if rounding == ROUND_CEILING else scaled // 1
    return EXACT.scaleb(Decimal(whole), Decimal(-_DIGITS))
