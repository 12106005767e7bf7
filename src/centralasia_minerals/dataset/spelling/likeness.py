"""How well a text fits a record: by which of its spellings, and whether as it stands or nearly."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.entities.country import Country
from centralasia_minerals.values.closed_enum import ClosedEnum

LANGUAGES = "names in CLDR"
"""The part of a country that is not in its record: its names in other languages."""


class Likeness(ClosedEnum):
    """How well a text that is searched for fits a record; the best comes first."""

    EXACT = "exact", "It is recorded exactly as it is searched for."
    SAME_WORDS = "same words", "The same words, but for case, accents and kinds of apostrophe."
    ACRONYM = "acronym", "What is searched for is made of the beginnings of its words."
    OTHER_LANGUAGE = "other language", "Its name in another language, or a country's other code."
    FIGURE = "figure", "A statement gives the figure that is searched for, as somebody prints it."
    SUM = "sum", "Figures of it add up to the one that is searched for, which nobody states."
    WHOLE_WORDS = "whole words", "Every word that is searched for is one of its words."
    BEGINNINGS = "beginnings", "Every word that is searched for begins one of its words."
    OTHER_ALPHABET = "other alphabet", "The same words, once both are written in Latin letters."
    WITHIN = "within", "All words of its name are among those that are searched for."
    SIMILAR = "similar", "It only looks like it; given if nothing fits better."


class Spelling(NamedTuple):
    """One text of a record by which it may be found.

    Attributes:
        part: where it stands in the record, such as ``names[0]`` or ``title``; of a translation,
            what it is and in which language.
        text: the text.
        is_translated: whether the library translated it from what is recorded.
    """

    part: str
    text: str
    is_translated: bool = False

    @property
    def is_name(self) -> bool:
        """Whether it is a name or an id, rather than a title or another text."""
        return self.part == "id" or self.part.startswith("names")

    @property
    def rank(self) -> int:
        """How telling it is: a name before a title, a title before an id, and posts last."""
        if self.part.startswith("names"):
            return 0
        return {"title": 1, "what": 1, "symbol": 1, "id": 2}.get(self.part, 3)


class Candidate(NamedTuple):
    """A record that may be meant.

    Attributes:
        id: its id.
        spellings: the texts by which it may be found, the most telling first.
        is_country: whether it is a country, which has names in every language.
    """

    id: str
    spellings: tuple[Spelling, ...]
    is_country: bool = False


class Fit(NamedTuple):
    """That a text fits a candidate, and how.

    Attributes:
        place: the position of the candidate among all.
        likeness: how well it fits.
        spelling: the text of the candidate that fits.
        score: how much it looks like that, from 0 to 1; 1 unless it is only similar.
    """

    place: int
    likeness: Likeness
    spelling: Spelling
    score: float = 1.0


def candidate_of(entity: Entity) -> Candidate:
    """Return a record with the texts by which it may be found: names, id, title, posts."""
    return Candidate(entity.id, tuple(_spellings_of(entity)), isinstance(entity, Country))


def _spellings_of(entity: Entity) -> Iterator[Spelling]:
    for number, name in enumerate(entity.names):
        yield Spelling(f"names[{number}]", name.text)
    for part in ("title", "what"):
        if isinstance(text := getattr(entity, part, None), str):
            yield Spelling(part, text)
    yield Spelling("id", entity.id)
    if isinstance(symbol := getattr(entity, "symbol", None), str):
        yield Spelling("symbol", symbol)
    for number, position in enumerate(getattr(entity, "positions", ())):
        yield Spelling(f"positions[{number}].title", position.title)
