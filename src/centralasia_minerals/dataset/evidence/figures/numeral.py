"""A number as it is printed, once or twice: in digits, in words, or in both."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

import attrs

from .number_words import SCALES, SPACE, scale_pattern

# Behind the first may stand the unit, if it is that of the second as well.
_OPENS = re.compile(rf"(?P<unit>[^()\[\]\d]{{0,30}}?){SPACE}?[(\[]{SPACE}?")
_CLOSES = re.compile(rf"(?P<unit>[^()\[\]\d]{{0,30}}?){SPACE}?[)\]]")
_SCALE = re.compile(rf"(?:{SPACE}|-)?({scale_pattern()})", re.IGNORECASE)


@attrs.frozen(kw_only=True)
class Numeral:
    """A number as printed: what it reads as, and where it is.

    Attributes:
        number: the number without its scale ("1.1" of "1.1 billion").
        scale: what the number is multiplied by; 1 if no scale is printed.
        places: the count of digits after the decimal point.
        start: where it begins in the figure, in characters, counted from 0.
        end: where it ends; the character at ``end`` is not part of it.
        reaches_next: whether it and the next number are the two ends of a range.
        letter: the single letter that is its scale ("m" of "5m"); empty if a word is, or nothing.
        in_years: whether it counts years, as decades do.
        once: where its first writing ends, if it is printed twice ("5 (five) years") and that much
            of it is the whole number; 0 if it is printed once.
    """

    number: Fraction
    scale: int = 1
    places: int = 0
    start: int
    end: int
    reaches_next: bool = False
    letter: str = ""
    in_years: bool = False
    once: int = 0

    @property
    def value(self) -> Fraction:
        """The number with its scale: what the figure reads as."""
        return self.number * self.scale


def said_once(text: str, numerals: Iterable[Numeral], first: int = 0) -> list[Numeral]:
    """Return the numbers of a text, with those as one that are printed twice.

    Contracts print a number in digits and in words, the second time in brackets: "5 (five) years",
    "ten (10) million", "50 percent (fifty percent)". Where the two differ, they are two numbers.

    Args:
        text: the text.
        numerals: its numbers, in order.
        first: where the figure itself begins in it; one that begins inside the brackets is there
            for itself.
    """
    found: list[Numeral] = []
    for numeral in numerals:
        both = _both(text, found[-1], numeral, first) if found else None
        if both is None:
            found.append(numeral)
        else:
            found[-1] = both
    return found


def _both(text: str, one: Numeral, other: Numeral, first: int) -> Numeral | None:
    """Return the number that two are, the second in brackets; None if they are two."""
    opens, closes = _OPENS.fullmatch(text, one.end, other.start), _CLOSES.match(text, other.end)
    if opens is None or closes is None or opens["unit"].lower() != closes["unit"].lower():
        return None
    is_in_words = [text[each.start].isalpha() for each in (one, other)]
    if one.once or one.value != other.value or all(is_in_words) or not any(is_in_words):
        return None
    if one.end <= first < closes.end():
        return None
    if opens["unit"]:
        return one
    scale = _SCALE.match(text, closes.end()) if one.scale == other.scale == 1 else None
    if scale is None:
        return attrs.evolve(one, end=closes.end(), once=one.end)
    return attrs.evolve(one, scale=SCALES[scale[1].lower()], end=scale.end())
