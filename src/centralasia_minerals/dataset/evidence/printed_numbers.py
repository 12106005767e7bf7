"""Finds the numbers in English text, in digits or in words, each with its scale."""

from __future__ import annotations

import re
from decimal import Decimal

import attrs

_SCALES = {
    "hundred": 10**2, "thousand": 10**3, "k": 10**3, "million": 10**6, "mln": 10**6, "m": 10**6,
    "billion": 10**9, "bln": 10**9, "bn": 10**9, "trillion": 10**12, "trn": 10**12, "tn": 10**12,
    "dozen": 12, "decade": 10, "decades": 10,
}  # fmt: skip
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS = {word: number for number, word in enumerate(_SMALL.split())} | {
    word: 10 * number for number, word in enumerate(_TENS.split(), start=2)
}
_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}

_SPACE = r"[ \u00a0\u2009\u202f]"
_SCALE = r"(?:hundred|thousand|million|billion|trillion|mln|bln|trn|bn|tn|dozen|decades?)\b"
# Commas or spaces separate thousands; "1,1" and "1.234.567" are not numbers, nor is the 3 of "WO3".
_DIGITS = (
    r"(?:(?<=\b[A-Z]{3})|(?<!\w))(?<![0-9][.,])"
    rf"(?P<digits>[0-9]{{1,3}}(?:(?:,|{_SPACE})[0-9]{{3}})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
    r"(?![0-9]|[.,][0-9]|(?:st|nd|rd|th)\b)"
)
# A single letter is a scale only directly after the digits: "5m" is one, but "300 m" is a length.
_NUMBER = re.compile(
    rf"{_DIGITS}(?P<scales>(?:(?:{_SPACE}|-)?{_SCALE})*(?:[mk]\b)?)"
    r"|(?P<word>[a-z]++)(?![$€£¥₸₽₩₹₺])",
    re.IGNORECASE,
)
_AND_A_PART = re.compile(rf" and an? (half|quarter)(?: ({_SCALE}))?", re.IGNORECASE)
_ONE_OF_PARTS = re.compile(r"[ -](?:half|halves|thirds?|quarters?|fifths?|tenths?)\b", re.I)
_UP_TO_NEXT = re.compile(r"\s*(?:to|and|or|-|–|—)\s*(?:[A-Z]{0,3}\s?[$€£¥₸₽₩₹₺])?\s*", re.ASCII)


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
    """

    number: Decimal
    scale: int = 1
    places: int = 0
    start: int
    end: int
    reaches_next: bool = False

    @property
    def value(self) -> Decimal:
        """The number with its scale: what the figure reads as."""
        return self.number * self.scale


def numerals_in(figure: str) -> tuple[Numeral, ...]:
    """Return every number that a figure prints, in order, each read in one way only.

    The lower end of a range takes the scale of the upper end if it has none and is the smaller
    number: "8 to 10 million" starts at 8 million.
    """
    found: list[Numeral] = []
    for match in _NUMBER.finditer(figure):
        if found and match.start() < found[-1].end:
            continue
        numeral = _in_digits(match) if match["digits"] else _in_words(figure, match.start())
        if numeral is not None and not _ONE_OF_PARTS.match(figure, numeral.end):
            found.append(_with_part(figure, numeral))
    return _as_ranges(figure, found)


def _in_digits(match: re.Match[str]) -> Numeral:
    digits = re.sub(rf",|{_SPACE}", "", match["digits"])
    scale = 1
    for word in re.findall(r"[a-z]+", match["scales"].lower()):
        scale *= _SCALES[word]
    places = len(digits.partition(".")[2])
    return Numeral(
        number=Decimal(digits), scale=scale, places=places, start=match.start(), end=match.end()
    )


def _in_words(figure: str, start: int) -> Numeral | None:
    """Read "thirty-seven" or "half a million"; a scale by itself ("million") is not a number."""
    phrase = re.match(r"[a-z]+(?:[ -][a-z]+)*", figure[start:].lower())
    words = list(re.finditer(r"[a-z]+", phrase[0] if phrase else ""))
    spoken = [word[0] for word in words]
    part = re.match(r"(half|quarter)(?:[ -]of)?(?:[ -]an?)?[ -]", " ".join(spoken) + " ")
    if part and len(part[0].split()) < len(spoken) and spoken[len(part[0].split())] in _SCALES:
        used = len(part[0].split()) + 1
        return Numeral(
            number=_PARTS[part[1]], scale=_SCALES[spoken[used - 1]],
            start=start, end=start + words[used - 1].end(),
        )  # fmt: skip
    value, used = _read_words(spoken, is_first=start == 0)
    if not used:
        return None
    return Numeral(number=Decimal(value), start=start, end=start + words[used - 1].end())


def _read_words(words: list[str], *, is_first: bool) -> tuple[int, int]:
    """Return the number that the first words make, and how many words it takes."""
    if words[0] == "decade":
        return 10, 1
    if words[0] in ("a", "an"):
        multiplied = len(words) > 1 and words[1] in _SCALES
        if not multiplied:
            return 1, int(is_first)
        words = ["one", *words[1:]]
    total = group = used = 0
    for i, word in enumerate(words):
        if word in _WORDS and _may_follow(_WORDS[word], group, is_start=i == 0):
            group += _WORDS[word]
        elif word in _SCALES and group and len(word) > 1:
            group *= _SCALES[word]
            if _SCALES[word] >= 1000:
                total, group = total + group, 0
        elif word == "and" and i and words[i - 1] in _SCALES and words[i + 1 : i + 2]:
            if words[i + 1] not in _WORDS:
                break
            continue
        else:
            break
        used = i + 1
    return total + group, used


def _may_follow(number: int, group: int, *, is_start: bool) -> bool:
    """Whether a number word continues a number: "thirty seven" does, "five six" does not."""
    if group % 100 == 0:
        return is_start or group > 0 or number > 0
    return group % 100 >= 20 and group % 10 == 0 and 0 < number < 10


def _with_part(figure: str, numeral: Numeral) -> Numeral:
    """Add the part that follows a number, as in "two and a half million"."""
    part = _AND_A_PART.match(figure, numeral.end)
    if part is None or numeral.scale > 1:
        return numeral
    scale = _SCALES[part[2].lower()] if part[2] else 1
    return attrs.evolve(
        numeral, number=numeral.number + _PARTS[part[1].lower()], scale=scale, end=part.end()
    )


def _as_ranges(figure: str, numerals: list[Numeral]) -> tuple[Numeral, ...]:
    linked = list(numerals)
    for i in reversed(range(len(linked) - 1)):
        one, next_one = linked[i], linked[i + 1]
        if _UP_TO_NEXT.fullmatch(figure, one.end, next_one.start):
            shares = one.scale == 1 and one.number < next_one.number
            scale = next_one.scale if shares else one.scale
            linked[i] = attrs.evolve(one, scale=scale, reaches_next=True)
    return tuple(linked)
