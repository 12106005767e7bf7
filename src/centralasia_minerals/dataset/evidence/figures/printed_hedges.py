"""Reads the hedge that is printed around a number, beside the recorded one."""

from __future__ import annotations

import re

from centralasia_minerals.values.hedge import Hedge

from .hedge_phrases import LESS_THAN
from .hedge_words import (
    Word,
    expects_a_noun,
    said,
    stands_near,
    stands_somewhere,
    words_before,
    words_behind,
)
from .number_words import words as words_in
from .numerals_in_place import Place, comes_to, is_date, is_year
from .printed_currencies import marks_around
from .printed_units import is_percent, unit_behind
from .reading import AS_RECORDED, Outcome, Printed, contradicts, not_read

# "About $5 million (€4 million)" and "about $5 million, or €4 million" hedge both figures.
_SAME_FIGURE = re.compile(r"[^.;\d]{0,24}?(?:\(|/|,? or )\s*(?:or )?")
# A recorded hedge may hold for "(or some €4 million then)" too, and proves nothing against it.
_PERHAPS_SAME = re.compile(rf"{_SAME_FIGURE.pattern}(?:[^\W\d][\w'-]* ?){{0,4}}")
_LINK = re.compile(
    r"(?P<unit>(?:[ -]?[^\W\d_%][\w./]*|[ ]?%){0,3}?)"
    r"(?P<link> ?- ?| to | and | or | through | till )"
    r"(?P<high>a high of )?(?P<sign>[^\w\s]?|[A-Z]{1,3}[^\w\s]?) ?"
)
_CHANGE = re.compile(
    r"\b(?:rose|ris(?:e|es|en|ing)|gr[eo]w\w*|increas\w+|rais\w+|jump\w*|climb\w*|f[ea]ll\w*"
    r"|drop\w*|cut\w*|reduc\w+|declin\w+|lift\w*|expand\w*|boost\w*|chang\w+|went|go(?:es)?"
    r"|mov\w+|up|down|doubl\w+|shift\w*)\b[^.;]*$"
)
# "For over ten years" says how many they are, "spread over ten years" only how long it takes.
_LEADS_A_HEDGE = words_in(
    "for a an the next last past coming first after than of in lasting lasts lasted just"
    " well is was"
)
_RANGE_WORD = re.compile(r"\b(?:between|from|rang\w+)\b")


def hedge_outcome(
    place: Place, places: list[Place], hedge: Hedge, passage: str, *, spreads: bool = False
) -> Outcome:
    """Return how the words around a number read beside the recorded hedge.

    Args:
        place: the number.
        places: all numbers around it.
        hedge: the recorded hedge.
        passage: the passage, on one line.
        spreads: whether the number is the years over which something is spread, so that "over
            three years" does not hedge it.
    """
    is_range, is_change = _range_at(place, places)
    if hedge is Hedge.RANGE:
        return _as_range(passage, is_range=is_range, is_change=is_change)
    if is_range and not is_change:
        return contradicts("it is an end of a range")
    words, rest = _words(place)
    one = place
    same = _SAME_FIGURE if hedge is Hedge.AS_STATED else _PERHAPS_SAME
    while not words and (before := _same_before(one, places, same)):
        one = before
        words, rest = _words(one)
    if spreads:
        words = [word for word in words if not _says_how_long(word)]
    is_time = place.numeral.in_years or bool(re.match(r"[ -]?years?\b", place.behind))
    if hedge is Hedge.AS_STATED and is_time and words and all(map(_says_how_long, words)):
        return not_read("'over' may say for how long")
    return _beside(hedge, words, rest, passage)


def unread_hedge_outcome(printed: Printed, hedge: Hedge) -> Outcome:
    """Return how the words before a figure read whose number is not read."""
    digit = re.search(r"\d", printed.figure)
    before = printed.before + printed.figure[: digit.start() if digit else 0]
    _, left = marks_around(before, "")
    words, rest = words_before(left.lower(), is_spoken=False)
    if not words and hedge is not Hedge.AS_STATED:
        return not_read("its hedge is not read")
    return _beside(hedge, words, rest, printed.passage)


def _words(place: Place) -> tuple[list[Word], str]:
    """Return the hedges of a number, and the text before them."""
    _, before = marks_around(place.full_before, "")
    is_spoken = place.text[:1].isalpha() and before == place.full_before
    found, rest = words_before(before.lower(), is_spoken=is_spoken)
    return found + words_behind(place.full_behind), rest


def _same_before(place: Place, places: list[Place], same: re.Pattern[str]) -> Place | None:
    """Return the number before, if this one is the same figure in another currency."""
    if place.rank < 1:
        return None
    before = places[place.rank - 1]
    marks, left = marks_around(place.before, place.behind, has_next=place.has_next)
    others, _ = marks_around(before.before, before.behind, has_next=True)
    if not marks or not others or marks[0].codes == others[0].codes:
        return None
    return before if same.fullmatch(left) else None


def _says_how_long(word: Word) -> bool:
    """Whether "over" before a time may say how long: "a pause over ten years"."""
    return word.printed == "over" and word.lead not in _LEADS_A_HEDGE


def _beside(hedge: Hedge, words: list[Word], rest: str, passage: str) -> Outcome:
    """Return how hedges as printed read beside the recorded one."""
    kinds = frozenset(kind for word in words for kind in word.kinds)
    printed = " and ".join(said(words))
    if hedge is Hedge.AS_STATED:
        return contradicts(f"it is printed with {printed}") if words else AS_RECORDED
    # What stands on the figure decides; only where nothing does, what stands near it may.
    if hedge in kinds or (not kinds and stands_near(hedge, rest)):
        return AS_RECORDED
    if not kinds and hedge is Hedge.ESTIMATED and expects_a_noun(rest):
        return AS_RECORDED
    if kinds == {LESS_THAN} and hedge is Hedge.UP_TO:
        return not_read("'less than' is no hedge of the record")
    if kinds and hedge is not Hedge.ESTIMATED:
        return contradicts(f"it is printed with {printed}")
    if stands_somewhere(hedge, passage.lower()):
        return not_read(f"{str(hedge)!r} stands elsewhere in the passage")
    found = f"it is printed with {printed}" if words else "no word in front of it is a hedge"
    return contradicts(found)


def _as_range(passage: str, *, is_range: bool, is_change: bool) -> Outcome:
    if is_range and not is_change:
        return AS_RECORDED
    if _RANGE_WORD.search(passage.lower()):
        return not_read("which range it is an end of")
    return contradicts("it is no end of a range")


def _range_at(place: Place, places: list[Place]) -> tuple[bool, bool]:
    """Return whether a number is an end of a range, and whether that may be a change instead."""
    if place.rank < 0:
        return False, False
    for i in (place.rank, place.rank - 1):
        if 0 <= i < len(places) - 1:
            lower, upper = places[i], places[i + 1]
            between = lower.full_behind[: upper.numeral.start - lower.numeral.end]
            linked = _linked(lower, upper, between)
            if linked:
                is_change = bool(_CHANGE.search(_lead(lower))) and "and" not in linked
                return True, is_change
    return False, False


def _lead(place: Place) -> str:
    _, left = marks_around(place.full_before, "")
    return left.lower()


def _linked(lower: Place, upper: Place, between: str) -> str:
    """Return the word that makes a range of two numbers; empty if nothing does."""
    match = _LINK.fullmatch(between)
    if match is None or lower.numeral.value >= upper.numeral.value:
        return ""
    link, lead = match["link"].strip(), _lead(lower)
    if comes_to(between) or is_date(lower, between) or _is_year_before(lower, upper, lead):
        return ""  # "in 2021 amounted to $5 million", "17 elements and up to 90 more"
    if match["high"]:
        return link if lead.rstrip().endswith("a low of") else ""
    if link == "and":
        is_between = re.search(r"\bbetween(?: [a-z]+){0,3} ?$", lead)
        return link if is_between else ""
    one, other = _sort_of(lower), _sort_of(upper)
    if one and other and one != other:
        return ""
    if link == "or" and _differ_in_currency(lower, upper):
        return ""
    if one and not other and upper.numeral.scale == 1:
        return ""  # "lends $8 million to 10 firms"
    return link


def _is_year_before(one: Place, other: Place, lead: str) -> bool:
    """Whether a number is the year before another number: "a loan cut in 2021 to $5 million".

    "In 2000 to 3000 cases" is printed alike at both ends, and may be a range.
    """
    is_plain = other.text.isdigit() and _sort_of(other) != "money"
    return is_year(one, lead) and not _sort_of(one) and not is_plain


def _differ_in_currency(one: Place, other: Place) -> bool:
    """Whether two numbers have different currencies: "$300 million or €260 million"."""
    told = [
        marks_around(place.before, place.behind, has_next=place.has_next)[0]
        for place in (one, other)
    ]
    return all(told) and told[0][0].codes != told[1][0].codes


def _sort_of(place: Place) -> str:
    """Return what a number counts, as far as it shows whether two are ends of one range."""
    if marks_around(place.before, place.behind, has_next=place.has_next)[0]:
        return "money"
    if is_percent(place.behind):
        return "percent"
    unit, _ = unit_behind(place.behind)
    return "" if unit is None else str(unit)
