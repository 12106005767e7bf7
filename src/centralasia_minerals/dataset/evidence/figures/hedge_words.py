"""Finds the words of hedging in front of figures and behind them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from centralasia_minerals.values.hedge import Hedge

from .hedge_phrases import BEFORE, BEHIND, KIN, LAST, ONLY_DIRECTLY, Kind
from .number_words import SCALES, WORDS, words

PREPOSITIONS = frozenset(
    ["over", "above", "beyond", "around", "about", "some", "under", "below", "near", "not over"]
)
"""Hedges that have other uses: "over the next ten years", "around the world"."""

ARTICLES = frozenset(["a", "an"])
POINTERS = words("the its their his her our this these those that next past last")
"""Words that make a preposition of what stands before them: "over the next ten years"."""

_FILLERS = (
    ARTICLES
    | POINTERS
    | words(
        "total of combined whole cumulative overall joint aggregate full further another"
        " additional extra new first coming following initial only just possible"
        " planned whopping staggering record massive huge mere sum amount value worth price cost"
        " annual yearly grand net gross"
    )
)
_EXPECTED = (
    r"(?:estimated to(?: [a-z'-]+){1,3}|expected to (?:cost|be worth|total|reach|come to|amount to"
    r"|hold|house|contain)(?: [a-z'-]+){0,2}|expected to be)"
)
# "The expected investment is", "a projected cost of": the plan is expected, and the figure is as
# stated, unless somebody has recorded it as estimated.
_EXPECTED_NOUN = re.compile(
    r"(?<![\w-])(?:expected|projected|anticipated|forecast)"
    r"(?:(?: [a-z'-]+){0,2} (?:costs?|price(?: tag)?|value|budget|investments?|figure|spending"
    r"|expenditures?|capex|amount|sum|total|outlay|output|production|capacity|reserves?|resources?"
    r"|volumes?|revenues?|funding|financing|capital))?(?: (?:of|at|is|was|are|were|stands at"
    r"|will be|would be|comes to|amounts to|totals))?:?$"
)
# "Of" and "cost" are left out before a hedge is sought; these nouns stand for more than a figure.
_NOUN = (
    r"(?: [a-z'-]+)? (?:costs?|price(?: tag)?|value|budget|investment|estimate|figure|spending"
    r"|expenditure|capex) (?:of|at|is|was|stands at|is put at)$"
)
_OF_A_NOUN = (
    (Hedge.ESTIMATED, re.compile(rf"(?<![\w-])(?:preliminary|indicative){_NOUN}")),
    (Hedge.UP_TO, re.compile(rf"(?<![\w-])potential{_NOUN}")),
)
_BEHIND_A_NOUN = ARTICLES | words("another total combined overall of")
_IN_BRACKETS = re.compile(r"\(([a-z ]+)\)$")
_HYPHENED = re.compile(r"(?<![\w-])[a-z]+(?:-[a-z]+)+-?$")
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
    return {phrase: kind for kind, listed in BEFORE for phrase in listed.split(", ")}


@lru_cache(maxsize=1)
def _last_words() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_any_of(_kinds())})$")


def _any_of(phrases: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))


_NEXT_FILLER = re.compile(r"(?<![\w-])[a-z]+$")
_STOPS = "\"'"


def _of_a_noun(rest: str) -> tuple[list[Word], str] | None:
    """Return a hedge of the noun before a figure, as in "a preliminary cost of"; None if none is.

    "A total of" and the like may stand between the two.
    """
    while rest:
        for kind, pattern in _OF_A_NOUN:
            if noun := pattern.search(rest):
                return [Word(noun[0], frozenset({kind}))], rest[: noun.start()]
        filler = _NEXT_FILLER.search(rest)
        if filler is None or filler[0] not in _BEHIND_A_NOUN:
            return None
        rest = rest[: filler.start()].rstrip()
    return None


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
    rest = _with_plain_hedge(text.rstrip().rstrip(_STOPS).rstrip())
    if noun := _of_a_noun(rest):
        return noun
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


def _with_plain_hedge(text: str) -> str:
    """Return a text with the hedge at its end as it is usually printed: "(up to)", "up-to-"."""
    for match in filter(None, (_IN_BRACKETS.search(text), _HYPHENED.search(text))):
        printed = match[0].strip("()-").replace("-", " ")
        if printed in _kinds():
            return text[: match.start()] + printed
    return text


# Behind these words stands another figure or another matter: "for 20 projects or more".
_ELSEWHERE = r"(?:for|with|over|in|by|and|or|from|to|at|on|as)\b"
_BEHIND_NUMBER = re.compile(
    rf"(?P<gap>(?:[ -](?!{_ELSEWHERE})[^\W\d][\w.%/²]*| ?%){{0,3}}?(?: \([^()]{{1,30}}\))?),?"
    rf"(?P<hedge>{_any_of(BEHIND)})(?![\w-])(?! than\b)"
    r"(?P<next>\s*(?:[.,;:()!?]|$))?",
    re.IGNORECASE,
)


def words_behind(text: str) -> list[Word]:
    """Return the hedges behind a number or its unit: "or more", "or so", "-plus", "at most"."""
    match = _BEHIND_NUMBER.match(text)
    if match is None:
        return []
    printed = match["hedge"].lower()
    if printed in LAST and match["next"] is None:
        return []
    is_apart = match["gap"] and not re.fullmatch("[ -]years?", match["gap"], re.IGNORECASE)
    if printed in ("+", "-plus", "-odd") and is_apart:
        return []
    return [Word(printed.strip(), frozenset(BEHIND[printed]))]


def stands_near(kind: Kind, rest: str) -> bool:
    """Whether a hedge stands before a figure with at most four words of another sort between."""
    phrases = [phrase for phrase, one in _kinds().items() if one == kind]
    phrases = [phrase for phrase in phrases if phrase not in ONLY_DIRECTLY]
    sure = _any_of(phrase for phrase in phrases if phrase not in PREPOSITIONS)
    others = [phrase for phrase in phrases if phrase in PREPOSITIONS]
    patterns = [rf"(?<![\w-])(?:{sure})(?P<gap>(?: [a-z'.-]+){{0,4}})$"]
    if others:
        patterns.append(rf"(?<![\w-])(?:{_any_of(others)})(?P<gap>(?: [a-z'-]+){{0,2}})$")
    found = (re.search(pattern, rest) for pattern in patterns)
    return any(
        match is not None and _APART.isdisjoint(re.split(r"[ -]", match["gap"])) for match in found
    )


def expects_a_noun(rest: str) -> bool:
    """Whether a word before a figure expects what the figure is of: "the expected cost"."""
    return _EXPECTED_NOUN.search(rest) is not None


def stands_somewhere(kind: Kind, passage: str) -> bool:
    """Whether a passage has words of a hedge that are not those of another figure."""
    kin = KIN.get(kind)
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
