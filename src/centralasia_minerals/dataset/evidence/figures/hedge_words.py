"""The words in front of figures and behind them, and which hedge each of them is.

They are those of the encoding guide, in the forms in which agencies print them. "Less than" is no
hedge of the record: nothing bounds a figure from above alone but "up to".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from centralasia_minerals.values.hedge import Hedge

from .number_words import SCALES, WORDS, words

LESS_THAN = "less than"
"""What is printed as a hedge and cannot be recorded as one."""

Kind = Hedge | str

_BEFORE: tuple[tuple[Kind, str], ...] = (
    (
        Hedge.UP_TO,
        "up to, as much as, as many as, as high as, as large as, at most, at the most, a maximum"
        " of, the maximum of, maximum of, a maximum, maximum, max., max, no more than, not more"
        " than, never more than, no greater than, no higher than, not exceeding, not to exceed,"
        " not above, not over, capped at, a cap of, a ceiling of, ceiling of, limited to, ≤,"
        " anything up to, at the very most, do not exceed, does not exceed, did not exceed, will"
        " not exceed, would not exceed, must not exceed, may not exceed, can not exceed, cannot"
        " exceed, never exceeding, never exceeds, never exceed, without exceeding, not in excess"
        " of, no larger than, not larger than, no bigger than, not bigger than, no longer than,"
        " not longer than, not beyond, shall not exceed",
    ),
    (
        Hedge.AT_LEAST,
        "at least, at the least, at the very least, no less than, not less than, no fewer than,"
        " not fewer than, no lower than, not under, not below, a minimum of, the minimum of,"
        " minimum of, a minimum, minimum, min., at a minimum, ≥",
    ),
    (
        Hedge.MORE_THAN,
        "more than, over, above, exceeding, exceeds, exceed, exceeded, in excess of, an excess"
        " of, excess of, upwards of, upward of, north of, greater than, larger than, higher than,"
        " bigger than, longer than, beyond, topping, surpassing, surpasses, surpassed, >",
    ),
    (
        Hedge.NEARLY,
        "nearly, almost, close to, close on, just under, just below, just less than, just short"
        " of, just shy of, shy of, slightly under, slightly below, slightly less than, a little"
        " under, a little below, a little less than, not quite, nearing, approaching, near,"
        " practically, virtually",
    ),
    (
        Hedge.AROUND,
        "around, about, roughly, some, approximately, approx., approx, circa, ca., ca, c., ~, ∼,"
        " ≈, in the region of, in the order of, of the order of, on the order of, in the range of,"
        " in the neighbourhood of, in the neighborhood of, in the vicinity of, something like,"
        " more or less, give or take, a rough",
    ),
    (
        Hedge.ESTIMATED,
        "an estimated, the estimated, estimated, estimated at, estimated to be, estimated to be"
        " worth, estimated to cost, expected to cost, expected cost of, est., est, estimate of,"
        " estimates of, an estimate of",
    ),
    (
        LESS_THAN,
        "less than, fewer than, under, below, lower than, smaller than, short of, south of, <,"
        " not as much as, not as many as, half as much as, not up to, not nearly, not almost, not"
        " close to, nowhere close to, nowhere near, hardly more than, barely more than, scarcely"
        " more than, not more than half",
    ),
)
# Directly behind the number, or behind it and its unit.
_BEHIND: dict[str, tuple[Kind, ...]] = {
    "+": (Hedge.AT_LEAST, Hedge.MORE_THAN), "-plus": (Hedge.AT_LEAST, Hedge.MORE_THAN),
    "-odd": (Hedge.AROUND,), " or more": (Hedge.AT_LEAST,), " or above": (Hedge.AT_LEAST,),
    " or so": (Hedge.AROUND,), " or thereabouts": (Hedge.AROUND,), " or less": (Hedge.UP_TO,),
    " or fewer": (Hedge.UP_TO,), " at most": (Hedge.UP_TO,), " at the most": (Hedge.UP_TO,),
    " maximum": (Hedge.UP_TO,), " at least": (Hedge.AT_LEAST,), " minimum": (Hedge.AT_LEAST,),
    " (estimated)": (Hedge.ESTIMATED,), " (estimate)": (Hedge.ESTIMATED,),
    " (est.)": (Hedge.ESTIMATED,), " (or more)": (Hedge.AT_LEAST,),
    " - or more": (Hedge.AT_LEAST,), " (or so)": (Hedge.AROUND,), " (or less)": (Hedge.UP_TO,),
}  # fmt: skip
# These say something of a figure only if they end a clause there.
_LAST = (" at most", " at the most", " maximum", " at least", " minimum")

PREPOSITIONS = frozenset(
    ["over", "above", "beyond", "around", "about", "some", "under", "below", "near", "not over"]
)
"""Hedges that have other uses: "over the next ten years", "around the world"."""

# The words of a hedge that stand for it anywhere in a passage, in a way that is not read.
_KIN: dict[Kind, str] = {
    Hedge.UP_TO: "up to|as m(?:uch|any) as|at (?:the )?most|maxim\\w+|no more than|not more than"
    "|ceiling|capped|upper limit",
    Hedge.AT_LEAST: "at least|minim\\w+|no less than|no fewer than|or more|lower limit",
    Hedge.MORE_THAN: "more than|exceed\\w*|in excess of|upwards? of|surpass\\w*",
    Hedge.NEARLY: "nearly|almost|close to|just under|approach\\w*",
    Hedge.AROUND: "roughly|approximate\\w*|approx|circa|or so|in the region of",
    Hedge.ESTIMATED: "estimat\\w+|expected to",
    Hedge.RANGE: "between|rang(?:e|es|ed|ing)|from",
}

ARTICLES = frozenset(["a", "an"])
POINTERS = words("the its their his her our this these those that next past last")
"""Words that make a preposition of what stands before them: "over the next ten years"."""

_FILLERS = (
    ARTICLES
    | POINTERS
    | words(
        "total of combined whole cumulative overall joint aggregate full further another"
        " additional extra new first coming following initial only just possible potential"
        " planned whopping staggering record massive huge mere sum amount value worth price cost"
        " annual yearly grand net gross"
    )
)
_EXPECTED = (
    r"(?:estimated to(?: [a-z'-]+){1,3}|expected to (?:cost|be worth|total|reach|come to|amount to"
    r"|hold|house|contain)(?: [a-z'-]+){0,2})"
)
_MULTIPLIES = words(
    "double doubles doubled doubling triple triples tripled tripling trebled quadrupled"
    " halved twice thrice fold"
)
_NUMBERS = frozenset(WORDS) | frozenset(SCALES) | {"half", "quarter", "third", "all"}

# After these, a hedge is one of time or of another matter: "up to now", "around the table"; and
# "more than doubled to $5 million" hedges no sum.
_APART = _NUMBERS | _MULTIPLIES | POINTERS | words("now date then today ago time years year alone")


class Word(NamedTuple):
    """A hedge as printed: the words, which hedges they may be, and the word before them."""

    printed: str
    kinds: frozenset[Kind]
    lead: str = ""


@lru_cache(maxsize=1)
def _kinds() -> dict[str, Kind]:
    return {phrase: kind for kind, listed in _BEFORE for phrase in listed.split(", ")}


@lru_cache(maxsize=1)
def _last_words() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_any_of(_kinds())})$")


def _any_of(phrases: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))


_NEXT_FILLER = re.compile(r"(?<![\w-])[a-z]+$")
_STOPS = "\"'"


def words_before(text: str, *, is_spoken: bool) -> tuple[list[Word], str]:
    """Return the hedges directly before a figure, the nearest first, and the text before them.

    Args:
        text: what stands before the figure, on one line and in lower case.
        is_spoken: whether the figure begins with a word or with digits; "about a dozen" hedges,
            while "about a $700 million loan" does not.
    """
    found: list[Word] = []
    is_pointed = False  # whether a word such as "the" stands between
    is_first = True
    rest = text.rstrip().rstrip(_STOPS).rstrip()
    while rest:
        match = _last_words().search(rest)
        filler = _NEXT_FILLER.search(rest)
        if match:
            printed = match[0]
            may_be_another = is_pointed and printed in PREPOSITIONS
            rest = rest[: match.start()].rstrip()
            if not may_be_another:
                lead = rest.rpartition(" ")[2]
                found.append(Word(printed, frozenset({_kinds()[printed]}), lead))
        elif filler and filler[0] in _FILLERS:
            is_pointed |= filler[0] in POINTERS
            is_pointed |= is_first and not is_spoken and filler[0] in ARTICLES
            rest = rest[: filler.start()].rstrip()
        else:
            break
        is_first = False
    expected = re.search(rf"(?<![\w-]){_EXPECTED}$", rest)
    if expected:
        found.append(Word(expected[0], frozenset({Hedge.ESTIMATED})))
    return found, rest


# Behind these words stands another figure or another matter: "for 20 projects or more".
_ELSEWHERE = r"(?:for|with|over|in|by|and|or|from|to|at|on|as)\b"
_BEHIND_NUMBER = re.compile(
    rf"(?P<gap>(?:[ -](?!{_ELSEWHERE})[^\W\d][\w.%/²]*| ?%){{0,3}}?(?: \([^()]{{1,30}}\))?),?"
    rf"(?P<hedge>{_any_of(_BEHIND)})(?![\w-])(?! than\b)"
    r"(?P<next>\s*(?:[.,;:()!?]|$))?",
    re.IGNORECASE,
)


def words_behind(text: str) -> list[Word]:
    """Return the hedges behind a number or its unit: "or more", "or so", "-plus", "at most"."""
    match = _BEHIND_NUMBER.match(text)
    if match is None:
        return []
    printed = match["hedge"].lower()
    if printed in _LAST and match["next"] is None:
        return []
    if printed in ("+", "-plus", "-odd") and match["gap"]:
        return []
    return [Word(printed.strip(), frozenset(_BEHIND[printed]))]


def stands_near(kind: Kind, rest: str) -> bool:
    """Whether a hedge stands before a figure with at most four words of another sort between."""
    phrases = [phrase for phrase, one in _kinds().items() if one == kind]
    sure = _any_of(phrase for phrase in phrases if phrase not in PREPOSITIONS)
    others = [phrase for phrase in phrases if phrase in PREPOSITIONS]
    patterns = [rf"(?<![\w-])(?:{sure})(?P<gap>(?: [a-z'.-]+){{0,4}})$"]
    if others:
        patterns.append(rf"(?<![\w-])(?:{_any_of(others)})(?P<gap>(?: [a-z'-]+){{0,2}})$")
    found = (re.search(pattern, rest) for pattern in patterns)
    return any(
        match is not None and _APART.isdisjoint(re.split(r"[ -]", match["gap"])) for match in found
    )


def stands_somewhere(kind: Kind, passage: str) -> bool:
    """Whether a passage has words of a hedge that are not those of another figure."""
    kin = _KIN.get(kind)
    if kin is None:
        return False
    fillers = "|".join(sorted(_FILLERS))
    number = rf"(?: (?:{fillers}))* (?:[^\w\s]{{0,2}}\d|(?:{'|'.join(sorted(_NUMBERS))})\b)"
    others = "|".join(sorted(_MULTIPLIES))
    found = rf"(?<![\w-])(?:{kin})\b(?!{number})(?! (?:{others})\b)"
    return re.search(found, passage) is not None


def said(words: Iterable[Word]) -> Iterator[str]:
    """Yield hedges as they are printed."""
    for word in words:
        yield repr(word.printed)
