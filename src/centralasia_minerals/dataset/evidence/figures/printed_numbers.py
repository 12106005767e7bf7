"""Finds the numbers in English text, in digits or in words, each with its scale."""

from __future__ import annotations

import re
from fractions import Fraction

import attrs

from .number_words import (
    DECADES,
    PARTS,
    SCALES,
    SIGN,
    SPACE,
    VULGAR,
    WORDS,
    scale_pattern,
)
from .numeral import Numeral, said_once

MOST_DIGITS = 40
"""How many digits a number has at the most; no recorded figure has more than 34."""

_MOST_WORDS_OF_A_NUMBER = 16

_SCALE = scale_pattern()
# Commas or spaces separate thousands; "1,1" and "1.234.567" are not numbers, nor is the 3 of "WO3".
_DIGITS = (
    r"(?:(?<=\b[A-Z]{3})|(?<!\w))(?<![0-9][.,])"
    rf"(?P<digits>[0-9]{{1,3}}(?:(?:[,'’]|{SPACE})[0-9]{{3}})+(?:\.[0-9]+)?|[0-9]*\.?[0-9]+)"
    r"(?![0-9]|[.,][0-9]|(?:st|nd|rd|th)\b)"
)
# A single letter is a scale only directly after the digits: "5m" is one, but "300 m" is a length;
# or directly before a unit that has no thousandfold of its own: "5 koz", "2.1 Moz", "25 Mlb".
_NUMBER = re.compile(
    rf"{_DIGITS}(?: ?(?P<vulgar>[{''.join(VULGAR)}]))?"
    rf"(?P<scales>(?:(?:{SPACE}|-)?{_SCALE}){{0,4}}(?:(?:[mkb]|mm)\b)?)(?P<t>t\b)?"
    rf"(?P<prefix>{SPACE}?(?:k|mm?)(?=(?:oz(?:t|pa)?|lbs?)(?![^\W\d])))?"
    rf"|(?P<alone>(?<!\w)[{''.join(VULGAR)}])(?P<after>(?:{SPACE}{_SCALE})?)"
    rf"|(?P<word>[a-z]++)(?!{SIGN})",
    re.IGNORECASE,
)
_AND_A_PART = re.compile(rf" and an? (half|quarter)(?: ({_SCALE}))?", re.IGNORECASE)
_ONE_OF_PARTS = re.compile(
    r"[ -](?:half|halves|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)\b", re.IGNORECASE
)
# No part: that of "one and a half", that of "half a million", and that of "half a percent".
_SPOKEN_PART = re.compile(
    rf"(?<!and a )(?<!and )\b(?:(?P<bare>half|all)|(?:(?P<count>an?|{'|'.join(WORDS)})[ -])?"
    rf"(?P<part>{'|'.join(PARTS)})s?)\b"
    rf"(?![ -](?:of )?(?:(?:an?|one) |1 ?)?(?:{_SCALE}|per ?cent|percentage|%))",
    re.IGNORECASE,
)
# "Half a percent", "a quarter of one per cent", "half of 1%": less than one of the hundred.
_PART_OF_A_PERCENT = re.compile(
    rf"(?:(?:an?|one)[ -])?(?P<part>half|{'|'.join(PARTS)})(?: of)?(?: (?:an?|one|1))?"
    r"(?=(?: |-)?(?:per ?cent\b|%))",
    re.IGNORECASE,
)
_UP_TO_NEXT = re.compile(rf"\s*(?:to|and|or|-|–|—)\s*(?:[A-Z]{{0,3}}\s?{SIGN})?\s*", re.ASCII)
_SIGNED = re.compile(rf"(?:{SIGN}|\b[A-Z]{{3}}) ?$")


def numerals_in(figure: str, first: int = 0) -> tuple[Numeral, ...]:
    """Return every number that a text prints, in order, each read in one way only.

    The lower end of a range takes the scale of the upper end if it has none and is the smaller
    number: "8 to 10 million" starts at 8 million.

    Args:
        figure: the text.
        first: where the figure itself begins in it, in characters; "a year" is a number there.
    """
    found: list[Numeral] = []
    for match in _NUMBER.finditer(figure):
        if found and match.start() < found[-1].end:
            continue
        if match["word"]:
            numeral = _in_words(figure, match.start(), first)
        else:
            numeral = _alone(match) if match["alone"] else _in_digits(match)
        if numeral is not None and not _ONE_OF_PARTS.match(figure, numeral.end):
            found.append(_with_part(figure, numeral))
    return _as_ranges(figure, said_once(figure, found, first))


def parts_in(figure: str) -> tuple[Numeral, ...]:
    """Return every part of a whole that a text names in words ("half", "two thirds", "all")."""
    found = []
    for match in _SPOKEN_PART.finditer(figure):
        if match["bare"]:
            part = Fraction(1) if match["bare"].lower() == "all" else PARTS["half"]
        else:
            count = (match["count"] or "a").lower()
            part = PARTS[match["part"].lower()] * (WORDS.get(count) or 1)
        found.append(Numeral(number=part, start=match.start(), end=match.end()))
    return tuple(found)


def _in_digits(match: re.Match[str]) -> Numeral | None:
    digits = re.sub(rf"[,'’]|{SPACE}", "", match["digits"])
    if len(digits) > MOST_DIGITS:
        return None
    number = Fraction(digits)
    if match["vulgar"]:
        number += VULGAR[match["vulgar"]]
    scales, end, letter = match["scales"].lower(), match.end("scales"), ""
    if match["t"] and not scales and _SIGNED.search(match.string[: match.start()][-5:]):
        scales, end = "trillion", match.end()
    if match["prefix"] and not scales:
        scales, end = match["prefix"].lower(), match.end("prefix")
    words = re.findall(r"[a-z]+", scales)
    scale = 1
    for word in words:
        scale *= SCALES[word]
    if words and len(words[-1]) == 1 and not match["prefix"]:
        letter = words[-1]
    places = len(digits.partition(".")[2])
    return Numeral(
        number=number, scale=scale, places=places, start=match.start(), end=end, letter=letter,
        in_years=bool(words) and words[-1] in DECADES,
    )  # fmt: skip


def _alone(match: re.Match[str]) -> Numeral:
    scale = SCALES.get(match["after"].strip().lower(), 1)
    number = VULGAR[match["alone"]]
    return Numeral(number=number, scale=scale, start=match.start(), end=match.end())


def _in_words(figure: str, start: int, first: int) -> Numeral | None:
    """Read "thirty-seven" or "half a million"; a scale by itself ("million") is not a number."""
    if of_percent := _PART_OF_A_PERCENT.match(figure, start):
        part_of_it = PARTS[of_percent["part"].lower()]
        return Numeral(number=part_of_it, start=start, end=of_percent.end())
    phrase = _PHRASE.match(figure, start)
    words = list(re.finditer(r"[a-z]+", phrase[0].lower())) if phrase else []
    spoken = [word[0] for word in words]
    part = re.match(r"(half|quarter)(?:[ -]of)?(?:[ -]an?)?[ -]", " ".join(spoken) + " ")
    if part and len(part[0].split()) < len(spoken) and spoken[len(part[0].split())] in SCALES:
        used = len(part[0].split()) + 1
        return Numeral(
            number=PARTS[part[1]], scale=SCALES[spoken[used - 1]],
            start=start, end=start + words[used - 1].end(),
            in_years=spoken[used - 1] in DECADES,
        )  # fmt: skip
    if not spoken:
        return None
    value, used = _read_words(spoken, is_first=start == first)
    if not used:
        return None
    return Numeral(
        number=Fraction(value), start=start, end=start + words[used - 1].end(),
        in_years=spoken[used - 1] in DECADES,
    )  # fmt: skip


_PHRASE = re.compile(rf"[a-z]+(?:[ -][a-z]+){{0,{_MOST_WORDS_OF_A_NUMBER}}}", re.IGNORECASE)


def _read_words(words: list[str], *, is_first: bool) -> tuple[int, int]:
    """Return the number that the first words make, and how many words it takes."""
    if words[0] in ("decade", "century"):
        return SCALES[words[0]], 1
    if words[0] in ("a", "an"):
        multiplied = len(words) > 1 and words[1] in SCALES
        if not multiplied:
            return 1, int(is_first)
        words = ["one", *words[1:]]
    total = group = used = 0
    for i, word in enumerate(words):
        if word in WORDS and _may_follow(WORDS[word], group, is_start=i == 0):
            group += WORDS[word]
        elif word in SCALES and group and len(word) > 2:
            group *= SCALES[word]
            if SCALES[word] >= 1000:
                total, group = total + group, 0
        elif word == "and" and i and words[i - 1] in SCALES and words[i + 1 : i + 2]:
            if words[i + 1] not in WORDS:
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
    scale = SCALES[part[2].lower()] if part[2] else 1
    return attrs.evolve(
        numeral, number=numeral.number + PARTS[part[1].lower()], scale=scale, end=part.end()
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
