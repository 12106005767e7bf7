"""Totals as sentences ready for print, with numbered notes to sources and passages."""

from __future__ import annotations

from typing import TypeAlias

import attrs

from centralasia_minerals.entities.base.results import result
from centralasia_minerals.entities.source import Citation
from centralasia_minerals.rendering.numbers import format_money_in_words, joined
from centralasia_minerals.rendering.tables import html_link
from centralasia_minerals.values.money import Money

from ..counting.bounds import CurrencyTotal
from ..counting.filters import Filters
from ..counting.ledger import Account
from ..counting.ledger_row import LedgerRow
from .explanation import Say, conversion_of, place_of, say_in


@attrs.frozen
@result
class Note:
    """One numbered note to a sentence.

    Attributes:
        number: its number, counted from 1.
        text: the source and passage in words, and how the figure was converted, if it was.
        citation: the passage.
    """

    number: int
    text: str
    citation: Citation

    @property
    def url(self) -> str | None:
        """The address of the passage on its page; None if the source has none."""
        return self.citation.url or None

    def __str__(self) -> str:
        return f"[{self.number}] {self.text}" + (f", {self.url}" if self.url else "")


@attrs.frozen
@result
class Footnoted:
    """A sentence with marks, and the notes that they point to; ``str`` returns both.

    Attributes:
        sentence: the sentence, with a mark such as ``[1]`` for each note.
        notes: the notes, by number; empty if the sentence has no figures.
    """

    sentence: str
    notes: tuple[Note, ...]

    def __str__(self) -> str:
        return "\n".join([self.sentence, "", *map(str, self.notes)])

    def _repr_html_(self) -> str:
        notes = "".join(f"<li>{html_link(note.text, note.url)}</li>" for note in self.notes)
        return f"<p>{html_link(self.sentence, None)}</p><ol>{notes}</ol>"


_Notes: TypeAlias = dict[tuple[Citation, str], Note]
"""The notes so far, by passage and text."""


def footnoted(account: Account, locale: str) -> Footnoted:
    """Return a total as a sentence, each figure with notes to every passage behind it.

    Raises:
        UnknownLocaleError: no translation into the language exists.
    """
    say = say_in(locale)
    notes: _Notes = {}
    figures = [
        _figure(one, account, say, locale) + _marks(_rows_in(one, account), notes, say, locale)
        for one in account.by_currency
    ]
    if figures:
        subject = (
            say("The concluded minerals deals counted here are worth {figures}.")
            if account.filters == _DEFAULT
            else say("The deals counted here are worth {figures}.")
        )
        sentence = subject.format(figures=joined(figures, locale))
    else:
        sentence = say("No deal is counted.")
    if account.undisclosed:
        marks = _marks(list(account.undisclosed), notes, say, locale)
        template = (
            say("Other amounts are undisclosed{marks}.")
            if figures
            else say("The amounts asked for are undisclosed{marks}.")
        )
        sentence += " " + template.format(marks=marks)
    return Footnoted(sentence, tuple(notes.values()))


_DEFAULT = Filters.of()


def _rows_in(total: CurrencyTotal, account: Account) -> list[LedgerRow]:
    return [row for row in account.counted if row.currency == total.currency]


def _marks(rows: list[LedgerRow], notes: _Notes, say: Say, locale: str) -> str:
    """Add a note for every passage that has none yet, and return the marks of all passages."""
    numbers = []
    for row in rows:
        for citation in row.citations:
            text = place_of(citation, say, locale)
            if row.conversion is not None and row.conversion.rate is not None:
                text += f"; {conversion_of(row.conversion, say, locale)}"
            note = notes.setdefault((citation, text), Note(len(notes) + 1, text, citation))
            numbers.append(note.number)
    return "".join(f"[{number}]" for number in sorted(set(numbers)))


def _figure(total: CurrencyTotal, account: Account, say: Say, locale: str) -> str:
    bounded = say(_template(total)).format(
        low=_words(total.low, locale),
        stated=_words(total.stated, locale),
        high=_words(total.high or total.stated, locale),
    )
    if not any(row.approximate for row in _rows_in(total, account)):
        return bounded
    exact = total.low == total.stated == total.high
    template = "approximately {figure}" if exact else "{figure} (approximate)"
    return say(template).format(figure=bounded)


def _template(total: CurrencyTotal) -> str:
    """Return the words that bound a figure; a bound of zero is never printed as a number."""
    low, stated, high = total.low, total.stated, total.high
    if high is None:
        if low == stated:
            return "at least {low}"
        if low.amount == 0:
            return "an amount without an upper end (the printed figures come to {stated})"
        return "at least {low} (the printed figures come to {stated})"
    if low == stated == high:
        return "{stated}"
    if low.amount == 0:
        return "up to {high}"
    return "{low} to {high}"


def _words(money: Money, locale: str) -> str:
    return format_money_in_words(money.amount, money.currency.code, locale)
