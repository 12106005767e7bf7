"""The numbers of a figure where it stands, with the text around each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .numeral import Numeral
from .printed_numbers import numerals_in
from .reading import Printed

_MOST_AROUND = 120

_BEHIND_ITSELF = re.compile(r"(?:\+|[ -]plus\b|-odd\b| or (?:more|so|less|fewer)\b(?! than))", re.I)

# "Amounted to", "rose sharply to": what stands before such a verb is no lower end of a range.
_COMES_TO = re.compile(
    r"\b(?:amount(?:s|ed|ing)?|com(?:e|es|ing)|came|ris(?:e|es|en|ing)|rose|grow(?:s|n|ing)?|grew"
    r"|fall(?:s|en|ing)?|fell|(?:increas|decreas|reduc|rais|declin|surg|plung|tumbl|revis|doubl"
    r"|tripl|mov|chang)(?:e|es|ed|ing)|(?:climb|jump|soar|expand|contract|lower|lift|boost|plummet"
    r"|slump|swell|equal|correspond)(?:s|ed|ing)?|drop(?:s|ped|ping)?"
    r"|cut(?:s|ting)?|shr[aiu]nk|slid|br(?:ing(?:s|ing)?|ought)|went|go(?:es|ne|ing)?|up|down)"
    r"(?: [a-z]+ly)? to\b",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_BEFORE_A_DAY = re.compile(rf"\b(?:on|by|since|until|till|dated|as of) {_MONTH} $", re.IGNORECASE)
_BEHIND_A_DAY = re.compile(rf" (?:of )?{_MONTH}(?!\w)", re.IGNORECASE)
_BEFORE_A_YEAR = re.compile(
    rf"(?:\b(?:in|since|during|until|till|fiscal|fy|early|mid|late|{_MONTH}"
    r"|(?:end|half|quarter|year|spring|summer|autumn|winter) of|the year)[ -]"
    rf"|\b{_MONTH} \d{{1,2}},? |\d[./-])$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")


class Place(NamedTuple):
    """A number of a text, with what stands around it.

    Attributes:
        numeral: the number.
        before: the text from the number before it on.
        behind: the text up to the next number, without such words as "or more".
        own_behind: the same as far as the figure goes.
        is_own: whether the number is one of the figure.
        has_next: whether another number follows.
        rank: which of the numbers it is; -1 if it is a part in words.
        full_before: the text before it, whatever numbers are in it.
        full_behind: the text behind it, likewise.
        text: the number as printed.
    """

    numeral: Numeral
    before: str
    behind: str
    own_behind: str
    is_own: bool
    has_next: bool = False
    rank: int = -1
    full_before: str = ""
    full_behind: str = ""
    text: str = ""

    def with_other_ends(self, places: list[Place]) -> Iterator[Place]:
        """Yield the number, then the other end of its range: the two share a unit."""
        yield self
        if self.rank < 0:
            return
        if self.numeral.reaches_next and places[self.rank + 1].is_own:
            yield places[self.rank + 1]
        if self.rank and (one := places[self.rank - 1]).numeral.reaches_next and one.is_own:
            yield one


def places_in(printed: Printed) -> list[Place]:
    """Return the numbers of a figure and of the text around it, in order."""
    line, first, last = _line(printed)
    numerals = numerals_in(line, first)
    if _is_joined_by_chance(line, first, numerals):
        line, first, last = line[first:], 0, last - first
        numerals = numerals_in(line, first)
    places = []
    for i, numeral in enumerate(numerals):
        begin = numerals[i - 1].end if i else 0
        end = numerals[i + 1].start if i + 1 < len(numerals) else len(line)
        behind = _BEHIND_ITSELF.sub("", line[numeral.end : end], count=1)
        behind = behind if _BEHIND_ITSELF.match(line, numeral.end) else line[numeral.end : end]
        is_own = first <= numeral.start < last
        own = line[numeral.end : min(end, last)] if is_own else ""
        has_next = i + 1 < len(numerals)
        before = line[begin : numeral.start]
        places.append(
            Place(
                numeral, before, behind, own, is_own, has_next, i,
                line[max(0, numeral.start - _MOST_AROUND) : numeral.start],
                line[numeral.end : numeral.end + _MOST_AROUND], line[numeral.start : numeral.end],
            )
        )  # fmt: skip
    return places


def comes_to(between: str) -> bool:
    """Whether a verb between two numbers says that something came to the second."""
    return _COMES_TO.search(between) is not None


def is_date(place: Place, behind: str) -> bool:
    """Whether a number is the day of a month: "on May 5", "5 May"."""
    is_day = place.text.isdigit() and 1 <= place.numeral.value <= 31
    before = _BEFORE_A_DAY.search(place.full_before)
    return is_day and bool(before or _BEHIND_A_DAY.match(behind))


def is_year(place: Place, lead: str) -> bool:
    """Whether a number is a year, by the text before it: "in 2021", "5 May 2021"."""
    return bool(_YEAR.fullmatch(place.text) and _BEFORE_A_YEAR.search(lead))


def is_part_of_longer(printed: Printed) -> bool:
    """Whether a figure is cut out of the middle of a number ("seven" of "thirty-seven")."""
    line, first, last = _line(printed)
    numerals = numerals_in(line, first)
    if _is_joined_by_chance(line, first, numerals):
        return False
    return any(
        n.start < first < n.end or (n.start < last < n.end and last != n.once) for n in numerals
    )


def _line(printed: Printed) -> tuple[str, int, int]:
    """Return a figure with some of the text around it, and where it begins and ends there."""
    before, after = printed.before[-_MOST_AROUND:], printed.after[:_MOST_AROUND]
    if len(printed.before) > _MOST_AROUND:
        before = before.partition(" ")[2]
    if len(printed.after) > _MOST_AROUND:
        after = after.rpartition(" ")[0]
    return before + printed.figure + after, len(before), len(before) + len(printed.figure)


def _is_joined_by_chance(line: str, first: int, numerals: tuple[Numeral, ...]) -> bool:
    """Whether the figure begins with digits that only stand behind other digits.

    "On November 6 300 firms signed" has no number 6300.
    """
    joins = line[max(0, first - 2) : first + 1]
    is_apart = len(joins) == 3 and joins[0].isdigit() and joins[1] == " " and joins[2].isdigit()
    return is_apart and any(n.start < first < n.end for n in numerals)
