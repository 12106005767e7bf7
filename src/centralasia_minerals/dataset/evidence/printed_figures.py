"""Compares figures as they are printed with the recorded values.

Values are never taken from the print: they are recorded, and the printed figure must read as the
recorded value, in number, in unit and in hedge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from centralasia_minerals.entities.base.record import Record
from centralasia_minerals.entities.source import Citation
from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.closed_enum import ClosedEnum
from centralasia_minerals.values.exact_decimal import EXACT
from centralasia_minerals.values.hedge import Hedge
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.normalized_text import normalized
from centralasia_minerals.values.unit import Unit

from .figures.numerals_in_place import Place, is_part_of_longer, places_in
from .figures.occurrences import occurrences, stands_whole
from .figures.other_languages import foreign_outcome, is_in_another_language
from .figures.printed_hedges import hedge_outcome, unread_hedge_outcome
from .figures.printed_numbers import numerals_in
from .figures.printed_values import number_of, read_value, value_outcome
from .figures.reading import Outcome, Printed, best, contradicts, worst

MOST_WORDS = 8
"""How many words a figure has at the most; no printed one is longer."""

_NEAR = 120

_YEARS = ("horizon_years",)


class _Recorded(NamedTuple):
    """A figure of a record: its value, and whether it is years over which something is spread."""

    value: object
    spreads: bool = False


def reads_as(figure: str, value: object) -> bool:
    """Whether a printed figure may read as a recorded value, in number and in unit.

    >>> from centralasia_minerals.values.money import Money
    >>> reads_as("$1.1 billion", Money("1100000000", "USD"))
    True
    >>> reads_as("$1.1 billion", Money("1200000000", "USD"))
    False
    """
    return value_outcome(Printed("", figure), value).fits


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
    finest = EXACT.scaleb(Decimal(first.scale), Decimal(-first.places))
    return EXACT.quantize(finest, Decimal(1)) if finest >= 1 else finest


def figure_outcome(
    holder: Record, citation: Citation, passage: str, *, before: str = "", after: str = ""
) -> Outcome:
    """Return how the figure that a citation prints reads.

    Args:
        holder: the record or part that cites it.
        citation: the citation, which prints a figure.
        passage: its passage, as it stands in the text.
        before: the text before the passage.
        after: the text after it.
    """
    figure = str(citation.figure)
    # A page may print it with other spaces and hyphens than the copy that was read.
    if normalized(figure) not in normalized(passage):
        return contradicts(f"the figure {_shown(figure)} is not in the passage")
    places = list(occurrences(figure, passage, before, after))
    found = [place for place in places if not is_part_of_longer(place)]
    if not found:
        reason = "is only a part of what the passage prints"
        return contradicts(f"the figure {_shown(figure)} {reason}")
    recorded = _figures_of(holder, citation.supports)
    outcome = best(_all_of(place, recorded, holder, citation) for place in found) or contradicts("")
    if outcome.is_contradiction:
        said = _said(recorded)
        why = f": {outcome.why}" if outcome.why else ""
        return contradicts(f"the figure {_shown(figure)} does not read as {said}{why}")
    return outcome._replace(why=f"the figure {_shown(figure)}: {outcome.why}" * bool(outcome.why))


def _shown(figure: str) -> str:
    return f"{figure!r}" if len(figure) <= 80 else f"{figure[:80]!r}…"


def _all_of(
    printed: Printed, recorded: list[_Recorded], holder: Record, citation: Citation
) -> Outcome:
    """Return how a figure reads beside every figure that it must read as."""
    if not recorded:
        return contradicts("")
    if is_in_another_language(citation.source, printed.before, printed.figure, printed.after):
        return worst(_in_digits(printed, one.value) for one in recorded)
    hedge = holder.hedge if isinstance(holder, Stated) else Hedge.AS_STATED
    outcomes = [_one_of(printed, one, hedge) for one in recorded]
    further = getattr(holder, "further_words", None)
    if isinstance(further, str) and not _stands_beside(further, printed):
        outcomes.append(contradicts(f"{further!r} is not printed with it"))
    return worst(outcomes)


def _stands_beside(words: str, printed: Printed) -> bool:
    """Whether further words of hedging stand near a figure."""
    around = printed.before[-_NEAR:] + printed.figure + printed.after[:_NEAR]
    whole = rf"(?<![\w-]){re.escape(normalized(words).lower())}(?![\w-])"
    return re.search(whole, around.lower()) is not None


def _in_digits(printed: Printed, value: object) -> Outcome:
    number = number_of(value)
    if number is None:
        return contradicts("it is no figure")
    return foreign_outcome(printed.figure, printed.after, value, number)


def _one_of(printed: Printed, recorded: _Recorded, hedge: Hedge) -> Outcome:
    """Return how a figure reads in number, unit and hedge, by the number that reads best."""
    value = _as_years(recorded)
    places = places_in(printed)
    return best(
        outcome
        if outcome.is_contradiction
        else worst((outcome, _hedged(printed, place, places, hedge, spreads=recorded.spreads)))
        for place, outcome in read_value(printed, value, places)
    ) or contradicts("")


def _hedged(
    printed: Printed, place: Place | None, places: list[Place], hedge: Hedge, *, spreads: bool
) -> Outcome:
    if place is None:
        return unread_hedge_outcome(printed, hedge)
    return hedge_outcome(place, places, hedge, printed.passage, spreads=spreads)


def _as_years(recorded: _Recorded) -> object:
    value = recorded.value
    return Measure(value, Unit.YEAR) if recorded.spreads and type(value) is int else value


def _figures_of(holder: Record, supports: Iterable[str]) -> list[_Recorded]:
    """Return the recorded figures that a printed one must read as.

    For a statement they are its value and the upper end of its range, or whichever of the two
    the citation names; for any other record, they are the fields that the citation names. Words
    that the citation names as well, such as the hedge, are no figures.
    """
    names = tuple(supports) or (("value", "upper") if isinstance(holder, Stated) else ())
    values = [
        _Recorded(getattr(holder, name, None), name in _YEARS) for name in names if "[" not in name
    ]
    return [
        one for one in values if not isinstance(one.value, (NotStated, str, ClosedEnum, type(None)))
    ]


def _said(recorded: list[_Recorded]) -> str:
    return " and ".join(str(one.value) for one in recorded) or "any recorded figure"


__all__ = ["MOST_WORDS", "figure_outcome", "last_printed_digit", "reads_as", "stands_whole"]
