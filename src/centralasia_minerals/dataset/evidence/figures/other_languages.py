"""Figures in other languages: their digits must be the recorded ones, and the rest is not read.

But for percentages: what one is can be told in each of the languages of the region's reports, and
5 per cent are not the 50 whose digits they have, nor any tonnes or dollars.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from centralasia_minerals.entities.source import Source
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.share import Share
from centralasia_minerals.values.unit import Unit

from .reading import Outcome, contradicts, not_read

_SPACES = r"[ \u00a0\u2009\u202f]"
_RUN = re.compile(r"\d(?:[\d.,'٫٬\u2019 \u00a0\u2009\u202f]*\d)?")
_QUOTIENT = re.compile(r"(\d{1,9})\s*/\s*(\d{1,9})")

# Russian, Kazakh, Kyrgyz, Tajik, Uzbek, German, and their neighbours, in all their endings.
_PERCENT = (
    r"(?:[%％]|проц\.|(?:процент|пайыз|пайз|фоиз|дарсад|protsent|prosent|foiz|paiyz|paıyz|payyz"
    r"|prozent(?!punkt)|per ?cent|pour ?cent|por ?ciento|göterim|хувь)\w*+)"
    r"(?:-\w++)?(?!\s*(?:пункт|тармақ|тармак|банд|punkt|band|point))"
)
_IN_WORDS = r"(?: ?\([^()\d]{1,40}\))?"  # "50 (пятьдесят) процентов"
_NUMBER = re.compile(
    rf"(?P<before>百分之 ?)?(?<!\d)(?<!\d[.,])(?P<number>\d+(?:{_SPACES}\d{{3}})*(?:[.,٫]\d+)?)"
    rf"(?P<percent>{_IN_WORDS}[ -]?{_PERCENT})?(?P<link> ?(?:-|–|—|до|по|bis|至|到|~) ?(?=\d))?"
    r"(?P<points> ?(?:п\. ?п\.|个?百分点|[ -]?(?:процент\w*|пайыз\w*|фоиз\w*|foiz|prozent|%)"
    r"[ -]?(?:пункт|тармақ|тармак|банд|punkt|band)))?",
    re.IGNORECASE,
)
_MOST_DIGITS = 40
_OF_THE_HUNDRED = (Unit.PERCENT_BY_MASS, Unit.PERCENT_OF_OUTPUT)


class _Number(NamedTuple):
    """A number of a figure: where it stands, what it may be, and whether it is a percentage."""

    start: int
    end: int
    values: frozenset[Fraction]
    is_percent: bool
    is_points: bool


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
    plain = _in_plain_digits(figure)
    recorded = significant_digits(number)
    runs = [_trimmed(re.sub(r"\D", "", run)) for run in _RUN.findall(plain)]
    if recorded in runs:
        return True
    if any(int(below) and Fraction(int(above), int(below)) == number
           for above, below in _QUOTIENT.findall(plain)):  # fmt: skip
        return True
    # "1 million 50 thousand" in any language: its zeros are words.
    return len(runs) > 1 and "".join(runs).replace("0", "") == recorded.replace("0", "")


def foreign_outcome(figure: str, behind: str, value: object, number: Fraction) -> Outcome:
    """Return how a figure in another language reads beside a recorded value, its hedge apart.

    Args:
        figure: the figure.
        behind: the text behind it.
        value: the recorded value.
        number: its number.
    """
    if not has_digits(figure):
        return not_read("it is in another language, of which only digits are read")
    numbers = list(_numbers_in(figure, behind))
    shares = [one for one in numbers if one.is_percent]
    hundredths = _hundredths(value, number)
    if hundredths is not None and any(hundredths in one.values for one in shares):
        return not_read("it is in another language, of which only the percentage is read")
    if hundredths is not None and not shares and any(one.is_points for one in numbers):
        return contradicts("it is no percentage")
    rest = _without(shares, figure)
    if shares_digits(rest, number):
        return not_read("it is in another language, of which only digits are read")
    if hundredths is None and rest != figure and shares_digits(figure, number):
        return contradicts("it is a percentage")
    return contradicts("it is another percentage" if shares else "it has other digits")


def _hundredths(value: object, number: Fraction) -> Fraction | None:
    """Return the per cents that a recorded value is; None if it is something else."""
    if isinstance(value, Share):
        return number * 100
    is_percent = isinstance(value, Measure) and value.unit in _OF_THE_HUNDRED
    return number if is_percent else None


def _numbers_in(figure: str, behind: str) -> Iterator[_Number]:
    """Yield the numbers of a figure; the lower end of a range shares the sign of the upper one."""
    text = _in_plain_digits(figure + behind[:60])
    found = list(_NUMBER.finditer(text))
    is_percent = False
    numbers: list[_Number] = []
    for match in reversed(found):
        shares = is_percent and bool(match["link"])
        is_percent = bool(match["before"] or match["percent"]) or shares
        number = match["number"]
        groups = re.split(_SPACES, number)
        values = frozenset(_fractions(["".join(groups), groups[-1]]))
        place = match.start("number"), match.end("number")
        numbers.append(_Number(*place, values, is_percent, bool(match["points"])))
    yield from (one for one in reversed(numbers) if one.start < len(figure))


def _fractions(digits: list[str]) -> Iterator[Fraction]:
    for one in digits:
        if len(one) <= _MOST_DIGITS:
            yield Fraction(re.sub("[,٫]", ".", one))


def _without(numbers: list[_Number], figure: str) -> str:
    """Return a figure without some of its numbers."""
    for one in reversed(numbers):
        figure = figure[: one.start] + figure[one.end :]
    return figure


def _in_plain_digits(text: str) -> str:
    return "".join(
        str(unicodedata.digit(c)) if c.isdigit() and not c.isascii() else c for c in text
    )


def _trimmed(digits: str) -> str:
    return digits.lstrip("0").rstrip("0")
