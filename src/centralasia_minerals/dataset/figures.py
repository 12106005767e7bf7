"""Holds figures as they are printed in English against the recorded value.

A figure is never taken from print: it is recorded, and the print must read as the record, its
number and its unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.values import Measure, Money, Share, Unit

from .numerals import Numeral, numerals_in
from .printed_units import bears_currency, bears_percent, bears_unit, is_bare

_SHARE_WORDS = {
    "half": Decimal("0.5"), "quarter": Decimal("0.25"), "fifth": Decimal("0.2"),
    "tenth": Decimal("0.1"),
}  # fmt: skip
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "seven": 7, "nine": 9}
_SCALED = r"[ -](?:an? )?(?:hundred|thousand|[mbtr]+illion|dozen|decade)"
# Not the half of "one and a half", nor that of "half a million".
_SPOKEN_SHARE = re.compile(
    rf"(?<!and a )(?<!and )\b(?:(?P<bare>half|all)|(?P<count>{'|'.join(_COUNTS)})[ -]"
    rf"(?P<part>{'|'.join(_SHARE_WORDS)})s?)\b(?!{_SCALED})",
    re.IGNORECASE,
)


def reads_as(figure: str, value: object) -> bool:
    """Say whether a printed figure reads as a recorded value, number and unit.

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
    """Give the worth of the last digit that a figure prints: how finely it was rounded.

    Raises:
        InvalidValueError: there is no number in it.

    >>> last_printed_digit("€30.3 billion")
    Decimal('100000000')
    """
    first = next(iter(numerals_in(figure)), None)
    if first is None:
        raise InvalidValueError("a printed figure", f"{figure!r} has no number", "check it")
    finest = Decimal(first.scale).scaleb(-first.places)
    return finest.quantize(Decimal(1)) if finest >= 1 else finest


def _numbers_with_places(figure: str) -> list[tuple[Decimal, tuple[tuple[str, str], ...]]]:
    """Give each number with the words before and behind it, its own first.

    The ends of a range share their unit: "$8 to 10 million", "8 to 10 tonnes".
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
