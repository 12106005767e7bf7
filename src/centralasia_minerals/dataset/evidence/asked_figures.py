"""Reads a figure that somebody searches for, as printed figures are read."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, NamedTuple

from centralasia_minerals.entities.source import Citation
from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.share import Share

from .asked_in_other_languages import in_english
from .figures.numerals_in_place import Place, places_in
from .figures.occurrences import occurrences, stands_whole
from .figures.other_languages import has_digits
from .figures.printed_currencies import marks_around
from .figures.printed_units import is_percent, unit_behind
from .figures.printed_values import number_of, read_value
from .figures.reading import Printed

_MOST_CHARACTERS = 200
"""How long a text with a figure in it may be; whatever is longer is prose."""
_LEAST_BARE_NUMBER = 10_000
"""From which number on a bare one is a figure, rather than a year or a part of a name."""


class AskedFigure(NamedTuple):
    """A figure that is searched for: money, a measure or a share, in words and digits.

    Attributes:
        printed: the text, as printed figures are read.
        places: the numbers in it; empty if it is in a language of which only digits are read.
        is_marked: whether it has a currency, a unit or a percentage.
        as_typed: the text itself if it is in another language, of which the others are the
            translation; else None.
    """

    printed: Printed
    places: tuple[Place, ...]
    is_marked: bool
    as_typed: Printed | None = None

    def fits(self, value: object) -> bool:
        """Whether a recorded value is the figure: in number, and in currency or unit if given."""
        if not isinstance(value, (Money, Measure, Share)) or not self.places:
            return False
        if self.is_marked:
            return any(
                outcome.fits for _, outcome in read_value(self.printed, value, list(self.places))
            )
        number = number_of(value)
        return not isinstance(value, Share) and number in self._numbers

    def fits_statement(self, statement: Stated[Any]) -> bool:
        """Whether a statement gives the figure, or the passage behind it prints the same text."""
        if self.fits(statement.value) or self.fits(statement.upper):
            return True
        if self.places and self.as_typed is None:
            return False
        return any(self._is_printed_in(one) for one in statement.citations)

    @property
    def _numbers(self) -> tuple[Fraction, ...]:
        return tuple(place.numeral.value for place in self.places)

    def _is_printed_in(self, citation: Citation) -> bool:
        figure, printed = citation.figure, self.as_typed or self.printed
        return isinstance(figure, str) and stands_whole(printed.figure, figure)


def figure_asked(text: str) -> AskedFigure | None:
    """Return the figure in a text that is searched for; None if it has none.

    A bare number is a figure from ten thousand on, or with a scale such as "million": a smaller one
    may be a year, or a part of a name. Figures in Russian, Chinese and other languages are read
    where their words for scales, units and currencies are known.

    >>> figure_asked("$1.6 billion").fits(Money("1600000000", "USD"))
    True
    >>> figure_asked("1,6 млрд долларов").fits(Money("1600000000", "USD"))
    True
    >>> figure_asked("November 2025") is None
    True
    """
    if len(text) > _MOST_CHARACTERS:
        return None
    translated = in_english(text) if has_digits(text) else None
    if translated is None:
        return _figure_in(text)
    asked = _figure_in(translated)
    return asked and asked._replace(as_typed=next(occurrences(text, text), None))


def _figure_in(text: str) -> AskedFigure | None:
    printed = next(occurrences(text, text), None)
    if printed is None:
        return None
    places = tuple(place for place in places_in(printed) if place.is_own)
    if not places:
        # "401,6 млн юаней" is a figure, but not one of which the number is read.
        is_foreign = has_digits(text) and any(not c.isascii() and c.isalpha() for c in text)
        return AskedFigure(printed, (), is_marked=True) if is_foreign else None
    is_marked = any(map(_is_marked, places))
    is_large = any(
        place.numeral.scale > 1 or place.numeral.value >= _LEAST_BARE_NUMBER for place in places
    )
    return AskedFigure(printed, places, is_marked) if is_marked or is_large else None


def _is_marked(place: Place) -> bool:
    marks, _ = marks_around(place.before, place.behind, has_next=place.has_next)
    return bool(marks) or is_percent(place.behind) or unit_behind(place.behind)[0] is not None
