"""Figures as a chart prints them, out of exact decimals, and the ticks of its axes."""

from __future__ import annotations

from decimal import Decimal, localcontext
from typing import NamedTuple

from centralasia_minerals.analysis.counting.sums.bound_words import bounded
from centralasia_minerals.analysis.counting.sums.bounds import CurrencyTotal
from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.rendering.numbers import format_money_in_words, format_number
from centralasia_minerals.values.currency import Currency
from centralasia_minerals.values.exact_decimal import EXACT
from centralasia_minerals.values.hedge import Hedge
from centralasia_minerals.values.money import Money

LOCALE = "en"
_SCALES = (
    (Decimal(10**12), "trillion "),
    (Decimal(10**9), "billion "),
    (Decimal(10**6), "million "),
    (Decimal(1), ""),
)
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_MOST_TICKS = 5


class Tick(NamedTuple):
    """A tick of an axis: where it stands, and what it says."""

    at: float | str
    label: str


def in_words(money: Money) -> str:
    """Return an amount with all its digits, as in running text: ``1.1 billion US dollars``."""
    return format_money_in_words(money.amount, money.currency.code, LOCALE)


def total_in_words(total: CurrencyTotal) -> str:
    """Return a total with its bounds, as in running text."""
    return bounds_in_words(*total.as_read, about=total.about)


def bounds_in_words(low: Money, stated: Money, high: Money | None, *, about: bool) -> str:
    """Return a figure with its bounds, as in running text."""
    if low == stated == high or stated.amount == 0:
        return f"{'about ' if about else ''}{in_words(stated)}"
    ends = [_Shown(in_words(end), end) for end in (low, stated, stated if high is None else high)]
    zero = _Shown("", stated.zeroed())
    return bounded(ends[0], ends[1], None if high is None else ends[2], zero=zero, about=about)


class _Shown:
    """A figure that compares as money and prints in words."""

    def __init__(self, text: str, money: Money) -> None:
        self._text, self._money = text, money

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Shown) and self._money == other._money

    def __hash__(self) -> int:
        return hash(self._money)

    def __str__(self) -> str:
        return self._text

    def __format__(self, spec: str) -> str:
        return self._text


def stated_in_words(stated: Stated[Money], locale: str = LOCALE) -> str:
    """Return a figure with its hedge as a source states it, as in running text."""
    if locale != LOCALE:
        return stated.format(locale)
    further = f" (“{stated.further_words}”)" if stated.further_words else ""
    about = "about " if stated.about else ""
    if isinstance(stated.upper, Money):
        return f"{about}{in_words(stated.value)} to {in_words(stated.upper)}{further}"
    hedge = "" if stated.hedge is Hedge.AS_STATED else f"{stated.hedge} "
    if stated.hedge.is_approximate:
        about = ""
    return f"{hedge}{about}{in_words(stated.value)}{further}"


def currency_name(currency: Currency) -> str:
    """Return the name of a currency in the plural: ``US dollars``."""
    from babel.numbers import get_currency_name

    name: str = get_currency_name(currency.code, count=2, locale=LOCALE)
    return name


def money_ticks(most: Decimal, currency: Currency) -> tuple[tuple[Tick, ...], str]:
    """Return round ticks from zero up to an amount, exactly labelled, and the unit they are in."""
    with localcontext(EXACT):
        top = most if most > 0 else Decimal(1)
        power = Decimal(1).scaleb((top / _MOST_TICKS).adjusted())
        step = next(power * one for one in _STEPS if power * one * _MOST_TICKS >= top)
        scale, word = next((pair for pair in _SCALES if step * 2 >= pair[0]), _SCALES[-1])
        count = int(top / step)
        numbers = [step * place for place in range(count + 1)]
        ticks = [Tick(float(one), format_number(_plain(one / scale), LOCALE)) for one in numbers]
    return tuple(ticks), f"{word}{currency_name(currency)}"


def _plain(number: Decimal) -> Decimal:
    short = number.normalize()
    return short.quantize(Decimal(1)) if short == short.to_integral_value() else short
