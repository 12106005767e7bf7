"""Searches records by any text by which they may be meant, and lists all that fit, best first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

import attrs

from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.entities.base.results import result
from centralasia_minerals.entities.base.telling.links import linked
from centralasia_minerals.entities.event import Event
from centralasia_minerals.entities.source import Citation
from centralasia_minerals.rendering.listing import Listing
from centralasia_minerals.rendering.tables import pluralized
from centralasia_minerals.rendering.views.blocks import Row, Table
from centralasia_minerals.wording import briefly

from ..evidence.asked_figures import figure_asked
from ..spelling.fits import fits_among
from ..spelling.likeness import Candidate, Fit, Likeness, candidate_of
from ..spelling.romanized import is_latin
from ..spelling.translations import states_of, translations_of
from ..spelling.words import text_asked_for
from .figures_found import figures_found
from .suggestions import least_score_of
from .sums_found import sums_found

E = TypeVar("E", bound=Entity)

_LEAST_SCORE, _LEAST_SCORE_IN_OTHER_LETTERS = 0.8, 0.7
"""How similar a record must be that is listed because no other fits, from 0 to 1."""
_ORDER = {likeness: place for place, likeness in enumerate(Likeness)}


@attrs.frozen
@result
class Match(Generic[E]):
    """A record that fits a text that was searched for.

    Attributes:
        record: the record.
        likeness: how well it fits.
        part: what of the record fits, such as ``names[0]``, ``title`` or ``id``, or
            ``names in CLDR`` for a country's name in another language, and ``names in Russian`` or
            ``stage in Russian`` for what the library translates; of a figure, its place, such
            as ``amounts[1].statements[0]``, and of a sum, the places of its terms.
        text: the text that fits, as it is recorded; a figure has its hedge.
        note: what a figure is and whether it holds, in words; empty for names and titles.
        citations: the passages behind a figure; empty for names and titles.
    """

    record: E
    likeness: Likeness
    part: str
    text: str
    note: str = ""
    citations: tuple[Citation, ...] = ()

    def __str__(self) -> str:
        return f"{self.record.id}  {self.text}" + (f" ({self.note})" if self.note else "")


@attrs.frozen(repr=False)
@result
class Matches(Listing[Match[E]], Generic[E]):
    """The records that fit a text, the best first; empty if none does.

    Attributes:
        searched: the text.
        matches: the records with what fits of each. Those that fit equally well stand in the order
            of the kinds, and then of their ids; an event never stands before a deal that it is
            about.
    """

    searched: str
    matches: tuple[Match[E], ...]

    @property
    def _items(self) -> tuple[Match[E], ...]:
        return self.matches

    @property
    def records(self) -> tuple[E, ...]:
        """The records alone, the best first; one of which several figures fit is there once."""
        return tuple({id(match.record): match.record for match in self.matches}.values())

    def __repr__(self) -> str:
        return f"<Matches of {briefly(self.searched)}: {pluralized(len(self.records), 'record')}>"

    def _table(self) -> Table:
        return Table(("record", "kind", "what fits", "how"), self.matches, _row)


def _row(one: Match[E]) -> Row:
    found = linked(one.text, one.citations)
    return one.record._told(), one.record.kind_name, found, one.note or str(one.likeness)


def search(text: str, entities: Iterable[E]) -> Matches[E]:
    """Return the records that fit a text, the best first, and the figures that it gives.

    Raises:
        InvalidTypeError: the text is not text.
        InvalidValueError: the text is longer than 10,000 characters.
    """
    asked = text_asked_for(text, "text")
    known = tuple(entities)
    least = _LEAST_SCORE if is_latin(asked) else _least_in_other_letters(asked)
    figures = _with_figures(asked, known)
    named = _with_names(asked.strip(), known, None if figures else least)
    found = sorted((*named, *figures), key=lambda match: _ORDER[match.likeness])
    return Matches(asked, tuple(_with_deals_first(found)))


def _least_in_other_letters(text: str) -> float:
    """Return how similar a record must be; short words look alike by chance, as tin and gold do."""
    return max(_LEAST_SCORE_IN_OTHER_LETTERS, least_score_of(text.strip()))


def _with_names(text: str, entities: tuple[E, ...], least: float | None) -> list[Match[E]]:
    """Return what fits by a name or another text; translations only if they may be meant."""
    fits: list[Fit] = []
    for is_translated in (False, True) if text.isascii() else (True,):
        candidates = (_candidate(one, is_translated=is_translated) for one in entities)
        fits = fits or fits_among(candidates, text, least_score=least)
    return [
        Match(entities[fit.place], fit.likeness, fit.spelling.part, fit.spelling.text)
        for fit in fits
    ]


def _candidate(entity: Entity, *, is_translated: bool) -> Candidate:
    known = candidate_of(entity)
    others = translations_of(entity) if is_translated else ()
    return known._replace(spellings=(*known.spellings, *states_of(entity), *others))


def _with_deals_first(matches: list[Match[E]]) -> list[Match[E]]:
    """Return matches with each event behind the deals that it is about and that fit as well."""
    places = {(match.record.id, match.likeness): place for place, match in enumerate(matches)}

    def key(numbered: tuple[int, Match[E]]) -> tuple[int, int]:
        own, match = numbered
        deals = match.record.deals if isinstance(match.record, Event) else ()
        behind = max((places.get((deal.id, match.likeness), -1) for deal in deals), default=-1)
        return max(own, behind), own if behind > own else -1

    return [match for _, match in sorted(enumerate(matches), key=key)]


def _with_figures(text: str, entities: tuple[E, ...]) -> list[Match[E]]:
    """Return the statements of a figure, and the sums that come to it, if the text has one."""
    asked = figure_asked(text)
    if asked is None:
        return []
    found = ((Likeness.FIGURE, figures_found), (Likeness.SUM, sums_found))
    return [
        Match(one.entity, likeness, one.part, one.text, one.note, one.citations)  # type: ignore[arg-type]  # of E
        for likeness, finder in found
        for one in finder(asked, entities)
    ]
