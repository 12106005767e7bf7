"""Compares figures as they are printed in English with the recorded values.

Values are never taken from the print: they are recorded, and the printed figure must read as the
recorded value, in number and in unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from centralasia_minerals.entities.base.record import Record
from centralasia_minerals.entities.passage import Span
from centralasia_minerals.entities.source import Citation
from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.normalized_text import normalized
from centralasia_minerals.values.share import Share
from centralasia_minerals.values.unit import Unit

from .printed_numbers import Numeral, numerals_in
from .printed_units import bears_currency, bears_percent, bears_unit, is_bare

MOST_WORDS = 8
"""How many words a figure has at the most; no printed one is longer."""

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


def fault_in_figure(holder: Record, span: Span, passage: str) -> str:
    """Return what is wrong with the figure that a citation prints; empty if nothing is."""
    if not isinstance(span, Citation) or not isinstance(span.figure, str):
        return ""
    # A page may print it with other spaces and hyphens than the copy that was read.
    if normalized(span.figure) not in normalized(passage):
        return f"the figure {span.figure!r} is not in the passage"
    if not stands_whole(span.figure, passage):
        return f"the figure {span.figure!r} is only a part of what the passage prints"
    if not _reads_as_recorded(span.figure, holder, span.supports):
        return f"the figure {span.figure!r} does not read as {_recorded(holder, span.supports)}"
    return ""


def _reads_as_recorded(figure: str, holder: Record, supports: tuple[str, ...]) -> bool:
    values = _figures_of(holder, supports)
    return bool(values) and all(reads_as(figure, value) for value in values)


def _figures_of(holder: Record, supports: tuple[str, ...]) -> list[object]:
    """Return the recorded figures that a printed one must read as.

    For a statement they are its value and the upper end of its range, or whichever of the two
    the citation names; for any other record, they are the fields that the citation names.
    """
    names = supports or (("value", "upper") if isinstance(holder, Stated) else ())
    values = [getattr(holder, name, None) for name in names if "[" not in name]
    return [value for value in values if not isinstance(value, (NotStated, str, type(None)))]


def _recorded(holder: Record, supports: tuple[str, ...]) -> str:
    return " and ".join(map(str, _figures_of(holder, supports))) or "any recorded figure"


_SCALE = r"(?:hundred|thousand|million|billion|trillion|mln|bln|mn|bn|tn|[kmb])\b"


def stands_whole(figure: str, passage: str) -> bool:
    """Whether a figure stands in a passage as a whole, not as a part of a longer one.

    >>> stands_whole("$700", "up to $700 million")
    False
    """
    words = re.escape(normalized(figure))
    scale = "" if re.search(_SCALE, figure, re.IGNORECASE) else rf"(?![ -]?{_SCALE})"
    whole = rf"(?<!\w)(?<!\d[.,]){words}(?!\w)(?![.,]\d){scale}"
    return re.search(whole, normalized(passage), re.IGNORECASE) is not None
