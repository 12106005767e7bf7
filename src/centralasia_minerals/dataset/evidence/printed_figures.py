"""Compares figures as they are printed in English with the recorded values.

Values are never taken from the print: they are recorded, and the printed figure must read as the
recorded value, in number and in unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.share import Share
from centralasia_minerals.values.unit import Unit

from .printed_numbers import Numeral, numerals_in
from .printed_units import bears_currency, bears_percent, bears_unit, is_bare

_SHARE_WORDS = {
    "half": Decimal("0.5"), "quarter": Decimal("0.25"), "fifth": Decimal("0.2"),
    "tenth": Decimal("0.1"),
}  # fmt: skip
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "seven": 7, "nine": 9}
_SCALED = r"[ -](?:an? )?(?:hundred|thousand|[mbtr]+illion|dozen|decade)"
# It matches neither the half of "one and a half" nor that of "half a million".
_SPOKEN_SHARE = re.compile(
    rf"(?<!and a )(?<!and )\b(?:(?P<bare>half|all)|(?P<count>{'|'.join(_COUNTS)})[ -]"
    rf"(?P<part>{'|'.join(_SHARE_WORDS)})s?)\b(?!{_SCALED})",
    re.IGNORECASE,
)


def reads_as(figure: str, value: object) -> bool:
    """Whether a printed figure reads as a recorded value, in number and in unit.

    >>> reads_as("$1.1 billion", Money("1100000000", "USD"))
    True
    >>> reads_as("$1.1 billion", Money("1200000000", "USD"))
    False
    """
    places = _numbers_with_places(figure)
    if isinstance(value, Money):
        return any(n == value.amount and bears_currency(p, value.currency) for n, p in places)
    if isinstance(value, Measure) and value.unit is not Unit.PIECE:
        return any(n == value.magnitude and bears_unit(p, value.unit) for n, p in places)
    if isinstance(value, Share):
        printed = [n / 100 for n, p in places if bears_percent(p)]
        return value.fraction in (*printed, *_spoken_shares(figure))
    if isinstance(value, Measure):
        return any(n == value.magnitude and is_bare(p) for n, p in places)
    return type(value) is int and any(n == value and is_bare(p, in_years=True) for n, p in places)


def last_printed_digit(figure: str) -> Decimal:
    """Return what one step of a figure's last printed digit is worth: how finely it was rounded.

    Raises:
        InvalidValueError: the figure has no number in it.

    >>> last_printed_digit("€30.3 billion")
    Decimal('100000000')
    """
    first = next(iter(numerals_in(figure)), None)
    if first is None:
        remedy = "give a figure with a number"
        raise InvalidValueError("a printed figure", f"{figure!r} has no number", remedy)
    finest = Decimal(first.scale).scaleb(-first.places)
    return finest.quantize(Decimal(1)) if finest >= 1 else finest


def _numbers_with_places(figure: str) -> list[tuple[Decimal, tuple[tuple[str, str], ...]]]:
    """Return each number with the words before and after it, its own first.

    The two ends of a range share a unit ("$8 to 10 million", "8 to 10 tonnes"), so the words
    around the other end follow.
    """
    numerals = numerals_in(figure)
    own = [_around(figure, numerals, i) for i in range(len(numerals))]
    return [
        (numeral.value, (own[i], *(own[j] for j in _other_ends(numerals, i))))
        for i, numeral in enumerate(numerals)
    ]


def _around(figure: str, numerals: tuple[Numeral, ...], i: int) -> tuple[str, str]:
    begin = numerals[i - 1].end if i else 0
    end = numerals[i + 1].start if i + 1 < len(numerals) else len(figure)
    return figure[begin : numerals[i].start], figure[numerals[i].end : end]


def _other_ends(numerals: tuple[Numeral, ...], i: int) -> Iterator[int]:
    if numerals[i].reaches_next:
        yield i + 1
    if i and numerals[i - 1].reaches_next:
        yield i - 1


def _spoken_shares(figure: str) -> Iterator[Decimal]:
    for match in _SPOKEN_SHARE.finditer(figure):
        if match["bare"]:
            yield Decimal(1) if match["bare"].lower() == "all" else _SHARE_WORDS["half"]
        else:
            yield _COUNTS[match["count"].lower()] * _SHARE_WORDS[match["part"].lower()]
