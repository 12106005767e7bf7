"""Finds the figure of a passage that reads as what a draft records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from centralasia_minerals.errors import CentralAsiaMineralsError
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.share import Share

from ..evidence.figures.printed_numbers import numerals_in, parts_in
from ..evidence.figures.printed_values import number_of, value_outcome
from ..evidence.figures.reading import Outcome, Printed, Reading, worst
from ..evidence.printed_figures import MOST_WORDS, stands_whole

Recorded = Money | Measure | Share

_MOST_TRIED = 40
"""How many times the number of a figure is looked at in one passage."""
_AROUND = 80
_EDGES = ".,;:!?()\"'“”"


class _Words(NamedTuple):
    """Some words of a passage in a row, without the punctuation around them."""

    number: int
    start: int
    end: int


def figure_in(passage: str, values: list[Recorded]) -> str | None:
    """Return the shortest words of a passage that read as what is recorded; None without.

    Words that surely read so go before those that may, such as a dollar of another state.
    """
    if not values:
        return None
    may: str | None = None
    for words in sorted(set(_candidates(passage, values[0]))):
        printed = passage[words.start : words.end]
        alone = worst(value_outcome(Printed("", printed), value) for value in values)
        if not alone.fits or _in_place(passage, words, values).is_contradiction:
            continue
        if not stands_whole(printed, passage):
            continue
        if alone.reading is Reading.AS_RECORDED:
            return printed
        may = may or printed
    return may


def _in_place(passage: str, words: _Words, values: list[Recorded]) -> Outcome:
    """Return how some words read with those around them: a code may follow, or a rate."""
    before = passage[max(0, words.start - _AROUND) : words.start]
    after = passage[words.end : words.end + _AROUND]
    printed = Printed(before, passage[words.start : words.end], after, passage)
    return worst(value_outcome(printed, value) for value in values)


def _candidates(passage: str, value: Recorded) -> Iterator[_Words]:
    """Yield the words around each number of a passage that is the recorded one."""
    words = list(re.finditer(r"\S+", passage))
    starts = [word.start() for word in words]
    for at in list(_places_of(passage, value))[:_MOST_TRIED]:
        own = sum(start <= at for start in starts) - 1
        for number in range(1, MOST_WORDS + 1):
            for first in range(max(0, own - number + 1), own + 1):
                if first + number > len(words):
                    break
                start, end = words[first].start(), words[first + number - 1].end()
                bare = passage[start:end].lstrip(_EDGES)
                start = end - len(bare)
                bare = bare.rstrip(_EDGES)
                if bare:
                    yield _Words(number, start, start + len(bare))


def _places_of(passage: str, value: Recorded) -> Iterator[int]:
    recorded = number_of(value)
    if recorded is None:
        return
    number = recorded * 100 if isinstance(value, Share) else recorded
    for numeral in numerals_in(passage):
        if number in (numeral.value, numeral.number):
            yield numeral.start
    if isinstance(value, Share):
        yield from (part.start for part in parts_in(passage) if part.number == recorded)


def recorded_in(holder: dict[str, Any]) -> Iterator[Recorded]:
    """Yield the figures that a table of a statement records, as far as they can be read."""
    for key in ("value", "upper"):
        figure = holder.get(key)
        if not isinstance(figure, dict):
            continue
        try:
            if "amount" in figure:
                yield Money(figure["amount"], figure["currency"])
            elif "magnitude" in figure:
                yield Measure(figure["magnitude"], figure["unit"])
            elif "fraction" in figure:
                yield Share(Decimal(str(figure["fraction"])))
        except (CentralAsiaMineralsError, KeyError, ArithmeticError, ValueError):
            return  # Reading the data file says what is wrong with it.
