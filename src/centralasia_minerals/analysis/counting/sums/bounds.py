"""Adds up what counts, currency by currency, exactly, with the bounds that the words allow."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from decimal import Decimal, localcontext

import attrs

from centralasia_minerals.dataset.json.to_dict import ToDict
from centralasia_minerals.entities.base.results import result
from centralasia_minerals.entities.base.telling.readable import readable
from centralasia_minerals.entities.base.telling.told_statement import NOT_EXACT
from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.rendering.views.blocks import Facts, Heading, View
from centralasia_minerals.rendering.views.viewed import Viewed
from centralasia_minerals.values.currency import Currency, as_currency
from centralasia_minerals.values.exact_decimal import EXACT
from centralasia_minerals.values.hedge import Hedge
from centralasia_minerals.values.money import Money

from ..columns import Columns
from .bound_words import bounded
from .converted_statement import in_whole_units
from .figures import Figures
from .rate import Rate

_ZERO = Decimal(0)
_PLAIN = Hedge.AS_STATED


@attrs.frozen
@result
class CurrencyTotal(ToDict, Viewed):
    """A total in one currency.

    Attributes:
        currency: the currency.
        low: the least that the wording of the counted figures allows.
        stated: the sum of the figures as printed.
        high: the most that the wording allows; None if a counted figure has no upper limit
            ("more than").
        approximate: whether a counted figure is worded as around, nearly or estimated, or as a
            range.
        about: whether one, or a part that holds up a low, is approximate beyond its bounds; a range
            alone says all by its ends.
        is_converted: whether a counted figure was converted by a rate; what is shown is then
            rounded to whole units, while ``low``, ``stated`` and ``high`` stay as they are.
    """

    currency: Currency
    low: Money
    stated: Money
    high: Money | None
    approximate: bool = False
    about: bool = False
    is_converted: bool = attrs.field(default=False, eq=False, kw_only=True)

    @property
    def as_read(self) -> tuple[Money, Money, Money | None]:
        """The low, the stated figure and the high as people read them."""
        ends = (self.low, self.stated, self.high)
        return in_whole_units(ends) if self.is_converted else ends

    def format(self, locale: str) -> str:
        """Return the total with its bounds in English or Russian words.

        Raises:
            UnknownLocaleError: CLDR does not have the locale, or there are no words in its
                language.
        """
        from .bounded_words import total_in_words

        return total_in_words(*self.as_read, locale, about=self.about)

    def _view(self) -> View:
        low, stated, high = self.as_read
        ends = (
            ("the least that the words allow", (readable(low),)),
            ("at a rate" if self.is_converted else "as printed", (readable(stated),)),
            ("the most", (readable(high) if high else "no upper limit is stated",)),
            ("exact", (NOT_EXACT,) if self.approximate else ()),
        )
        return Heading(str(self)), Facts(ends)

    def __str__(self) -> str:
        return bounded(*self.as_read, zero=self.stated.zeroed(), about=self.about)


def totals_of(columns: Columns, figures: Figures, rows: Sequence[int]) -> tuple[CurrencyTotal, ...]:
    """Return the total of some rows in each currency, by code."""
    plain: dict[str, list[Decimal]] = {}
    hedged: dict[str, list[tuple[Decimal, Decimal, Decimal | None]]] = {}
    approximate: set[str] = set()
    about: set[str] = set()
    statements, converted, lowered = columns.statement, figures.converted, figures.lowered
    for row in rows:
        said = statements[row]
        if (
            type(said) is Stated
            and said.hedge is _PLAIN
            and row not in converted
            and row not in lowered
        ):
            # Most figures bound nothing, and are added once for low, stated and high.
            value = said.value
            code = value.currency.code
            if code in plain:
                plain[code].append(value.amount)
            else:
                plain[code] = [value.amount]
        else:
            code, low, stated, high = figures.bounds(columns, row)
            hedged.setdefault(code, []).append((low, stated, high))
            if code not in about and is_approximate(columns, figures, row):
                approximate.add(code)
                if is_about(columns, figures, row):
                    about.add(code)
    # What is added once may have been stated otherwise as well, or with further words.
    for row in columns.approximate.intersection(rows):
        about.add(figures.bounds(columns, row)[0])
    unsure: set[str] = set()
    # A low that parts hold up is no surer than they are.
    for row in figures.raised.keys() & {*rows}:
        code, *_ = figures.bounds(columns, row)
        if any(is_about(columns, figures, part) for part in figures.parts(columns, row)):
            unsure.add(code)
    by_rates = {found.quote.code for row in rows if isinstance(found := converted.get(row), Rate)}
    return tuple(_totals(plain, hedged, approximate | about, about | unsure, by_rates))


def _totals(
    plain: Mapping[str, list[Decimal]],
    hedged: Mapping[str, list[tuple[Decimal, Decimal, Decimal | None]]],
    approximate: Container[str],
    about: Container[str],
    by_rates: Container[str],
) -> Iterator[CurrencyTotal]:
    for code in sorted({*plain, *hedged}):
        currency = as_currency(code)
        with localcontext(EXACT):
            exact = sum(plain.get(code, ()), _ZERO)
            lows, faces, highs = zip(*hedged.get(code, [(_ZERO, _ZERO, _ZERO)]), strict=True)
            closed = [high for high in highs if high is not None]
            low, stated = exact + sum(lows), exact + sum(faces)
            high = exact + sum(closed) if len(closed) == len(highs) else None
        yield CurrencyTotal(
            currency,
            _sum_in(currency, low),
            _sum_in(currency, stated),
            None if high is None else _sum_in(currency, high),
            approximate=code in approximate,
            about=code in about,
            is_converted=code in by_rates,
        )


def _sum_in(currency: Currency, number: Decimal) -> Money:
    """Return a sum as money.

    Raises:
        InvalidValueError: figures of very unlike size have a sum of too many digits.
    """
    try:
        return Money(number, currency)
    except InvalidValueError as error:
        remedy = "look for a mistyped figure, the longest or the smallest, or leave it out"
        raise InvalidValueError(f"the sum in {currency.code}", error.found, remedy) from None


def is_about(columns: Columns, figures: Figures, row: int) -> bool:
    """Whether the words of a row's figure say more than that it lies between its two ends."""
    said = (columns.statement[row], figures.converted.get(row))
    return any(isinstance(one, Stated) and one.about for one in said)


def is_approximate(columns: Columns, figures: Figures, row: int) -> bool:
    """Whether a row's figure, or any current statement of its amount, is approximate."""
    found = figures.converted.get(row)
    if isinstance(found, Rate) and found.is_interval:
        return True
    said = (columns.statement[row], found)
    is_hedged = any(isinstance(one, Stated) and one.approximate for one in said)
    return is_hedged or row in columns.approximate
