"""Remarks on a total: where what is counted cannot be all that it seems."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from centralasia_minerals.entities.amount import Amount
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.figure import Figure
from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.entities.vocabulary.money_kind import MoneyKind
from centralasia_minerals.entities.vocabulary.relation_kind import RelationKind
from centralasia_minerals.entities.vocabulary.stage import Binding, Stage
from centralasia_minerals.rendering.numbers import format_money_in_words, joined
from centralasia_minerals.values.money import Money

from ..counting.account import Account
from ..counting.ledger_row import LedgerRow
from ..counting.sums.bounds import CurrencyTotal
from .funding_remarks import overpaid
from .left_out import mentioned
from .money_words import SUMS
from .phrases import Phrases
from .wordings import Say, say_in


def remarks_of(account: Account, locale: str) -> Iterator[str]:
    """Yield a sentence for each thing about the counted rows that their sum does not show.

    That it adds several kinds of money; that closing conditions are open; how else a figure is
    given, counted or not; how much is conditional; which deals overlap in part or may be one; where
    financing exceeds its cost, or parts their whole.
    """
    remarks: tuple[Callable[[Account, str], Iterator[str]], ...] = (
        _several_kinds, _unclosed, _told_otherwise, _conditional, _entangled, _overpaid, _outgrown,
    )  # fmt: skip
    for remark in remarks:
        yield from remark(account, locale)


def _title_of(deal: Deal, say: Say) -> str:
    """Return the title of a deal in the quotation marks of a language."""
    return say("“{figure}”").format(figure=deal.title)


def _several_kinds(account: Account, locale: str) -> Iterator[str]:
    say = say_in(locale)
    columns = account.counted.ledger.columns
    counted = {columns.facts(number).money for number in account.counted.numbers}
    kinds = [say(SUMS[str(money)]) for money in MoneyKind if money in counted]
    if len(kinds) > 1:
        yield say("The total adds several kinds of money: {kinds}.").format(
            kinds=joined(kinds, locale)
        )


def _unclosed(account: Account, locale: str) -> Iterator[str]:
    """Yield which counted deals are still to close, customary conditions being open."""
    say = say_in(locale)
    signed: dict[str, str] = {}
    others: dict[str, str] = {}
    for row in account.counted:
        if row.amount is not None and row.amount.is_to_close:
            if row.stage is Stage.SIGNED:
                signed[row.deal.id] = _title_of(row.deal, say)
            elif row.stage is None or row.stage.binds is not Binding.DONE:
                others[row.deal.id] = _title_of(row.deal, say)
    if signed:
        template = say("Signed but not closed, because closing conditions remain open: {deals}.")
        yield template.format(deals=joined([*signed.values()], locale))
    if others:
        template = say("Not closed, because closing conditions remain open: {deals}.")
        yield template.format(deals=joined([*others.values()], locale))


def _told_otherwise(account: Account, locale: str) -> Iterator[str]:
    """Yield how else figures are given, counted or mentioned, by statements that are as current."""
    say, phrases = say_in(locale), Phrases(locale)
    for row in account.counted:
        if said := _said_otherwise(row, phrases):
            yield say("The counted figure of {deal} is also given as {figures}.").format(
                deal=_title_of(row.deal, say), figures=joined(said, locale)
            )
    for row in mentioned(account):
        if said := _said_otherwise(row, phrases):
            template = say("The figure of {deal}, {figure}, is also given as {figures}.")
            yield template.format(
                deal=_title_of(row.deal, say),
                figure=phrases.left_out(row),
                figures=joined(said, locale),
            )


def _said_otherwise(row: LedgerRow, phrases: Phrases) -> list[str]:
    """Return the figures that other statements, just as current, give of an amount, each once."""
    figure = None if row.amount is None else row.amount.stated
    if not isinstance(figure, Figure):
        return []
    told = (one for one in figure.statements if isinstance(one, Stated))
    money = (one for one in told if isinstance(one.value, Money) and one.value != figure.value)
    return [*dict.fromkeys(phrases.figure(_alone(one)) for one in money)]


def _alone(stated: Stated[Money]) -> CurrencyTotal:
    return CurrencyTotal(
        stated.value.currency, stated.low, stated.value, stated.high, about=stated.about
    )


def _conditional(account: Account, locale: str) -> Iterator[str]:
    """Yield how much of a counted figure depends on conditions, which its low leaves out."""
    say, phrases = say_in(locale), Phrases(locale)
    depending = account.counted.ledger.columns.depending
    for number in filter(depending.__contains__, account.counted.numbers):
        row, parts = account.counted.ledger.row(number), _sum_of(depending[number])
        template = (
            say(
                "An unknown part of the counted figure of {deal}, {figure}, is conditional or"
                " not concluded."
            )
            if parts is None
            else say(
                "Of the counted figure of {deal}, {figure}, this is conditional or not"
                " concluded: {parts}."
            )
        )
        said = "" if parts is None else phrases.figure(parts)
        deal = _title_of(row.deal, say)
        yield template.format(deal=deal, figure=phrases.left_out(row), parts=said)


def _sum_of(parts: tuple[Amount, ...]) -> CurrencyTotal | None:
    """Return what parts of an amount come to; None if a figure or a common currency is missing."""
    told = [part.stated for part in parts]
    figures = [one for one in told if isinstance(one, Stated)]
    if len(figures) < len(parts) or len({one.value.currency for one in figures}) > 1:
        return None
    highs = [one.high for one in figures]
    closed = [high for high in highs if high is not None]
    return CurrencyTotal(
        figures[0].value.currency,
        Money.sum(one.low for one in figures),
        Money.sum(one.value for one in figures),
        Money.sum(closed) if len(closed) == len(highs) else None,
        about=any(one.about for one in figures),
    )


def _entangled(account: Account, locale: str) -> Iterator[str]:
    """Yield which two counted deals share something that no source divides, or may be one."""
    say = say_in(locale)
    deals = account.counted.ledger.columns.deal
    counted = {deals[number].id: deals[number] for number in account.counted.numbers}
    told = set()
    for deal in counted.values():
        for relation in deal.relations:
            pair = relation.kind, frozenset((deal.id, relation.deal))
            if relation.kind in _SHARING and relation.deal in counted and pair not in told:
                told.add(pair)
                yield _shared(relation.kind, say).format(
                    deal=_title_of(deal, say), other=_title_of(counted[relation.deal], say)
                )


_SHARING = (RelationKind.OVERLAPS, RelationKind.POSSIBLY_SAME)


def _shared(kind: RelationKind, say: Say) -> str:
    if kind is RelationKind.POSSIBLY_SAME:
        return say("{deal} and {other} may be one deal; both are counted.")
    return say(
        "{deal} and {other} overlap in part, and no source divides what they share; both are"
        " counted."
    )


def excesses(account: Account, locale: str) -> Iterator[str]:
    """Yield a sentence for each sum that counts and is more than it can be by what else is said."""
    yield from _overpaid(account, locale, only_counted=True)
    yield from _outgrown(account, locale)


def _overpaid(account: Account, locale: str, *, only_counted: bool = False) -> Iterator[str]:
    say = say_in(locale)
    for deal, financing, cost, is_counted in overpaid(account, only_counted=only_counted):
        words = [_words(money, locale) for money in (financing, financing - cost, cost)]
        template = (
            say(
                "Hedges such as “up to” aside, the counted financing of {deal} comes to"
                " {financing}, {excess} more than the cost of {cost} that it would pay for."
            )
            if is_counted
            else say(
                "Hedges such as “up to” aside, the financing reported for {deal} comes to"
                " {financing}, {excess} more than its cost of {cost}; only the cost is counted."
            )
        )
        yield template.format(
            deal=_title_of(deal, say), financing=words[0], excess=words[1], cost=words[2]
        )


def _outgrown(account: Account, locale: str) -> Iterator[str]:
    say = say_in(locale)
    for row in account.counted:
        excess = _excess_of(row)
        if excess is not None:
            words = [_words(money, locale) for money in excess]
            yield say(
                "Hedges such as “up to” aside, the parts of {deal} come to {parts}, {excess} more"
                " than its own figure of {whole}, which is counted."
            ).format(deal=_title_of(row.deal, say), parts=words[0], excess=words[1], whole=words[2])


def _excess_of(row: LedgerRow) -> tuple[Money, Money, Money] | None:
    """Return what a deal's parts come to, by how much they exceed it, and its own figure."""
    if not row.parts or row.stated is None or row.currency is None:
        return None
    whole = Money(row.stated, row.currency)
    parts = Money.sum(Money(part.stated or 0, row.currency) for part in row.parts)
    return (parts, parts - whole, whole) if whole < parts else None


def _words(money: Money, locale: str) -> str:
    return format_money_in_words(money.amount, money.currency.code, locale)
