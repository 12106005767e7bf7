"""Accounts for every row of a total: whether it is in or out, why, and where it is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from centralasia_minerals.entities.base.hedged_words import hedged as hedged_words
from centralasia_minerals.entities.base.telling.readable import readable
from centralasia_minerals.entities.source import Citation, Source
from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.rendering.figures import Figure
from centralasia_minerals.rendering.locales import locale_named
from centralasia_minerals.rendering.messages import labeller
from centralasia_minerals.rendering.number_patterns import written
from centralasia_minerals.rendering.numbers import format_number
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.partial_date import PartialDate

from ..counting.account import Account
from ..counting.judging.exclusion_reason import ExclusionReason
from ..counting.ledger_row import LedgerRow
from ..counting.sums.bounded_words import bounded_words
from ..counting.sums.convert import Conversion
from .covering_deals import CoveringDeals
from .money_words import SUMS, told_kind
from .remarks import remarks_of
from .summary import emptiness
from .wordings import Say, in_each_currency, say_in


def explanation(account: Account, locale: str) -> str:
    """Return an account of every row, with the meaning of each reason that keeps it out."""
    say = say_in(locale)
    lines: list[str] = []
    covering = CoveringDeals(account)
    piles = (
        (say("Counted"), account.counted),
        (say("Left out"), account.excluded),
        (say("Undisclosed"), account.undisclosed),
    )
    for title, rows in piles:
        if rows:
            lines.append(f"{title}:")
        for row in rows:
            lines += _lines_of(row, covering, say, locale)
    lines += _beside(account, say, locale)
    if not account.counted:
        lines.append(emptiness(account, say))
    lines += remarks_of(account, locale)
    return "\n".join(lines)


def _beside(account: Account, say: Say, locale: str) -> Iterator[str]:
    """Yield every sum that stands beside the total, with the deals that it is made of."""
    sums = [(one, rows) for one in account.beside for rows in in_each_currency(one.rows)]
    if sums:
        yield f"{say('Listed separately, not added')}:"
    for one, rows in sums:
        (total,) = rows.by_currency
        figure = bounded_in(total.as_read, say, locale, about=total.about)
        deals = ", ".join(dict.fromkeys(row.deal.id for row in rows))
        yield f"– {say(SUMS[str(one.what)])}: {figure} ({deals})"


def _lines_of(row: LedgerRow, covering: CoveringDeals, say: Say, locale: str) -> Iterator[str]:
    yield f"  {row.deal.title} ({row.deal.id}): {_figure(row, say, locale)}"
    for reason in row.reasons:
        deals = ", ".join(covering.named(row, reason))
        if reason is ExclusionReason.REPLACED and row.replacement and row.replacement.since:
            day = day_in(row.replacement.since, locale)
            deals = say("{deals}, since {day}").format(deals=deals, day=day)
        yield f"    – {reason.sentence(locale)}{f' ({deals})' if deals else ''}"
    if row.condition:
        yield f"    – {say('Not yet met: {condition}').format(condition=row.condition)}"
    if row.conversion is not None:
        yield f"    – {conversion_of(row.conversion, say, locale)}"
    yield from _parts_of(row, say, locale)
    for citation in row.citations:
        yield f"    [{place_of(citation, say, locale)}]"


def _parts_of(row: LedgerRow, say: Say, locale: str) -> Iterator[str]:
    """Yield what the parts of a counted deal come to, and how far that is from the whole."""
    if not row.parts or row.stated is None or row.currency is None:
        return
    parts = Money.sum(Money(part.stated or 0, row.currency) for part in row.parts)
    gap = parts - Money(row.stated, row.currency)
    if gap.amount == 0:
        template = say("Its parts come to {parts}, as much as the whole.")
    elif gap.amount < 0:
        template = say("Its parts come to {parts}, {gap} less than the whole.")
    else:
        template = say("Its parts come to {parts}, {gap} more than the whole.")
    said = _sum_of(row.parts, parts, say, locale)
    yield f"    – {template.format(parts=said, gap=_in_digits(locale)(abs(gap)))}"


def _sum_of(rows: Sequence[LedgerRow], stated: Money, say: Say, locale: str) -> str:
    """Return what rows in one currency come to, with the bounds of their figures."""
    code = stated.currency
    low = Money.sum(Money(row.low or 0, code) for row in rows)
    is_open = any(row.high is None for row in rows)
    high = None if is_open else Money.sum(Money(row.high or 0, code) for row in rows)
    about = any(row.figure.about for row in rows if isinstance(row.figure, Stated))
    return bounded_in((low, stated, high), say, locale, about=about)


def bounded_in(
    bounds: tuple[Money, Money, Money | None], say: Say, locale: str, *, about: bool
) -> str:
    """Return a low, a stated figure and a high, or an open end, in words and digits."""
    return bounded_words(*bounds, say=say, write=_in_digits(locale), about=about)


def _in_digits(locale: str) -> Callable[[Money], Figure]:
    """Return what writes money as sentences do, but with all its digits and no more."""
    spoken = locale_named(locale)
    pattern = spoken.decimal_formats[None]

    def write(money: Money) -> Figure:
        places = len(f"{money.amount:f}".partition(".")[2])
        digits = written(money.amount, pattern, spoken, least_digits=places)
        number, whole, genitive = money.figure_in(locale)
        return Figure(digits, whole.replace(number, digits, 1), genitive.replace(number, digits, 1))

    return write


def _figure(row: LedgerRow, say: Say, locale: str) -> str:
    if not isinstance(row.figure, Stated):
        return row.disclosure.label(locale)
    years = row.horizon_years
    span = f", {say('years')}: {years}" if years else ""
    money = told_kind(row.role, row.money)
    role = row.role.label(locale) if row.role else ""
    if money:
        role = f"{role} ({say(SUMS[str(money)])})"
    return f"{role}, {hedged(row.figure, say, locale)}{span}"


def hedged(stated: Stated[Money], say: Say, locale: str) -> str:
    """Return a figure with its hedge in front, or a range with both ends."""
    return hedged_words(stated, say, _in_digits(locale))


def conversion_of(conversion: Conversion, say: Say, locale: str) -> str:
    """Return how a figure was converted, in words."""
    original = hedged(conversion.original, say, locale)
    rate = conversion.rate
    if rate is None:
        return say("from {original}, as printed").format(original=original)
    figure = format_number(rate.figure, locale)
    if rate.is_interval:
        ends = (format_number(rate.low, locale), format_number(rate.high, locale))
        figure = say("{low} to {high}").format(low=ends[0], high=ends[1])
    said = f"1 {rate.base} = {figure} {rate.quote}"
    day = f", {day_in(PartialDate.of(rate.day), locale)}" if rate.day else ""
    return say("converted from {original} by {rate}").format(
        original=original, rate=f"{said} ({labeller(locale)('rate', rate.source)}{day})"
    )


def place_of(citation: Citation, say: Say, locale: str) -> str:
    """Return where a passage is: source, date, place, and the figure as printed there.

    A source without a page says so, and whether it names its publisher: there is no link that
    would tell.
    """
    source = citation.source
    by = f", {source.publisher}" if source.publisher else ""
    date = _date_of(source, say, locale)
    if not source.url:
        by = by or f", {say('publisher not stated')}"
        date = f"{date} ({say('no page known')})"
    printed = (
        ": " + say("“{figure}”").format(figure=citation.figure)
        if isinstance(citation.figure, str)
        else ""
    )
    return (
        ", ".join(filter(None, (f"{source.title}{by}", date, _where(citation, say, locale))))
        + printed
    )


def _date_of(source: Source, say: Say, locale: str) -> str:
    if isinstance(source.published, NotStated):
        return say("not dated, read on {day}").format(day=day_in(source.known_from, locale))
    return day_in(source.published.date, locale)


def day_in(date: PartialDate, locale: str) -> str:
    """Return a date as all English views have it, or as another locale writes it."""
    return readable(date) if locale == "en" else date.format(locale)


def _where(citation: Citation, say: Say, locale: str) -> str:
    """Return where a passage stands in the copy that was read, or how it begins and ends."""
    if not isinstance(citation.start, int) or not isinstance(citation.end, int):
        return say("“{figure}”").format(figure=" … ".join(citation.quote)) if citation.quote else ""
    start, end = (_whole(number, locale) for number in (citation.start, citation.end))
    return say("characters {start} to {end}").format(start=start, end=end)


def _whole(number: int, locale: str) -> str:
    from decimal import Decimal

    return format_number(Decimal(number), locale)
