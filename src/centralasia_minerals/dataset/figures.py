"""Reads figures as they are printed in English, to hold them against the recorded value.

A figure is never taken from print: it is recorded, and the print must read as the record.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.values import Currency, Measure, Money, Share

_SCALES = {
    "hundred": 10**2, "thousand": 10**3, "k": 10**3, "million": 10**6, "mln": 10**6, "m": 10**6,
    "billion": 10**9, "bln": 10**9, "bn": 10**9, "trillion": 10**12, "trn": 10**12, "tn": 10**12,
}  # fmt: skip
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen twenty"
)
_WORDS = {word: Decimal(number) for number, word in enumerate(_SMALL.split())} | {
    "thirty": Decimal(30), "forty": Decimal(40), "fifty": Decimal(50), "sixty": Decimal(60),
    "seventy": Decimal(70), "eighty": Decimal(80), "ninety": Decimal(90), "hundred": Decimal(100),
    "decade": Decimal(10), "dozen": Decimal(12), "a": Decimal(1), "an": Decimal(1),
}  # fmt: skip
_FRACTIONS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "all": Decimal(1)}
# A sign stands for every currency whose CLDR name ends in one of these words: "$" for any dollar.
_SIGNS = {
    "$": ("dollar",), "€": ("euro",), "£": ("pound",), "¥": ("yen", "yuan"), "₸": ("tenge",),
    "₽": ("ruble",), "₩": ("won",), "₹": ("rupee",), "₺": ("lira",),
}  # fmt: skip
_NUMBER = re.compile(
    r"(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
    r"(?:[ \u00a0-]?(?P<scale>hundred|thousand|million|billion|trillion|mln|bln|trn|bn|tn|m|k)\b)?",
    re.IGNORECASE,
)


def reads_as(figure: str, value: object) -> bool:
    """Say whether a printed figure reads as a recorded value, number and unit.

    >>> reads_as("$1.1 billion", Money("1100000000", "USD"))
    True
    >>> reads_as("$1.1 billion", Money("1200000000", "USD"))
    False
    """
    if isinstance(value, Money):
        return value.amount in numbers_in(figure) and _names_currency(figure, value.currency)
    if isinstance(value, Measure):
        return value.magnitude in numbers_in(figure) and _names_unit(figure, value.unit.printed)
    if isinstance(value, Share):
        return value.fraction in _fractions_in(figure)
    return isinstance(value, int) and Decimal(value) in numbers_in(figure)


def numbers_in(figure: str) -> list[Decimal]:
    """Give every number that a figure can be read as, each with its scale.

    A number without a scale of its own takes that of a later one: "8 to 10 million".
    """
    found = []
    scales: list[int] = []
    for match in reversed(list(_NUMBER.finditer(figure))):
        own = _SCALES.get((match["scale"] or "").lower())
        digits = Decimal(match["digits"].replace(",", ""))
        if own is not None:
            scales = [own]
        found += [digits * scale for scale in ([own] if own else [1, *scales])]
    words = re.findall(r"[a-z]+", figure.lower())
    for i, word in enumerate(words):
        if word in _WORDS:
            scale = _SCALES.get(words[i + 1], 1) if i + 1 < len(words) else 1
            found.append(_WORDS[word] * scale)
    return found


def _fractions_in(figure: str) -> Iterable[Decimal]:
    if re.search(r"%|\bper ?cent\b", figure, re.IGNORECASE):
        return [number / 100 for number in numbers_in(figure)]
    return [
        _FRACTIONS[word] for word in re.findall(r"[a-z]+", figure.lower()) if word in _FRACTIONS
    ]


def _names_currency(figure: str, currency: Currency) -> bool:
    """Say whether a figure bears the currency's code, a word of its name, or its kind's sign."""
    name = currency.localized("en").lower()
    if re.search(rf"\b{currency.code}\b", figure):
        return True
    if any(sign in figure and name.endswith(kinds) for sign, kinds in _SIGNS.items()):
        return True
    return any(
        re.search(rf"\b{re.escape(name.split()[-1])}s?\b", text) for text in (figure.lower(),)
    )


def _names_unit(figure: str, printed: tuple[str, ...]) -> bool:
    """Say whether a figure bears the unit; of pieces, whatever is counted bears it."""
    if not printed:
        return not re.search(r"%|[$€£¥₸₽₩₹₺]", figure)
    return any(re.search(rf"(?:\b|(?<=[0-9])){re.escape(word)}(?!\w)", figure) for word in printed)


def last_printed_digit(figure: str) -> Decimal:
    """Give the worth of the last digit that a figure prints: how finely it was rounded.

    Raises:
        InvalidValueError: there is no number in it.

    >>> last_printed_digit("€30.3 billion")
    Decimal('100000000')
    """
    match = _NUMBER.search(figure)
    if match is None:
        raise InvalidValueError("a printed figure", f"{figure!r} has no number", "check it")
    places = len(match["digits"].partition(".")[2])
    scale = _SCALES.get((match["scale"] or "").lower(), 1)
    finest = Decimal(scale).scaleb(-places)
    return finest.quantize(Decimal(1)) if finest >= 1 else finest
