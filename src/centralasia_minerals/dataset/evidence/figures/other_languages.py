"""Figures in other languages: their digits must be the recorded ones, and the rest is not read."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

from centralasia_minerals.entities.source import Source

_RUN = re.compile(r"\d(?:[\d.,'٫٬\u2019 \u00a0\u2009\u202f]*\d)?")
_QUOTIENT = re.compile(r"(\d{1,9})\s*/\s*(\d{1,9})")


def is_in_another_language(source: Source, before: str, figure: str, after: str) -> bool:
    """Whether a figure is not English: its source says so, or its letters or those around do."""
    if isinstance(source.language, str):
        return not re.match(r"en\b", source.language, re.IGNORECASE)
    letters = [c for c in figure if c.isalpha()] or [
        c for c in before[-24:] + after[:24] if c.isalpha()
    ]
    others = sum(not unicodedata.name(c, "").startswith(("LATIN", "MICRO")) for c in letters)
    return others * 2 > len(letters)


def significant_digits(number: Fraction) -> str:
    """Return the digits of a number without its zeros at either end; of a third, none."""
    numerator, denominator = number.numerator, number.denominator
    for factor, other in ((2, 5), (5, 2)):
        while denominator % factor == 0:
            denominator //= factor
            numerator *= other
    return _trimmed(str(numerator)) if denominator == 1 else ""


def has_digits(text: str) -> bool:
    """Whether a text has digits of any script."""
    return any(character.isdigit() for character in text)


def shares_digits(figure: str, number: Fraction) -> bool:
    """Whether a number of a figure has the digits of a recorded one, its zeros at the end apart."""
    if len(figure) > 1000:
        return False
    plain = "".join(
        str(unicodedata.digit(c)) if c.isdigit() and not c.isascii() else c for c in figure
    )
    recorded = significant_digits(number)
    runs = [_trimmed(re.sub(r"\D", "", run)) for run in _RUN.findall(plain)]
    if recorded in runs:
        return True
    if any(int(below) and Fraction(int(above), int(below)) == number
           for above, below in _QUOTIENT.findall(plain)):  # fmt: skip
        return True
    # "1 million 50 thousand" in any language: its zeros are words.
    return len(runs) > 1 and "".join(runs).replace("0", "") == recorded.replace("0", "")


def _trimmed(digits: str) -> str:
    return digits.lstrip("0").rstrip("0")
