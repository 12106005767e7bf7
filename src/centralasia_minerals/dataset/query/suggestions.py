"""What was probably meant, where nothing has the id or the name that was asked for."""

from __future__ import annotations

from collections.abc import Iterable

from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.entities.country import country_codes
from centralasia_minerals.errors import UnknownIdError, with_article
from centralasia_minerals.wording import near

from ..spelling.country_names import names_of_countries
from ..spelling.fits import fits_among
from ..spelling.likeness import LANGUAGES, Candidate, Fit, Likeness, Spelling, candidate_of
from ..spelling.words import words_in
from .known_ids import KnownIds

_LEAST_SCORE, _LEAST_SCORE_OF_SHORT_ONES = 0.6, 0.75
_SHORT = 5
"""Up to which length words look alike by chance, as *foo* and *for* do."""
_LESS_LIKELY = 0.1
"""How much less similar than the best a record may be to be suggested beside it."""
_MOST_SUGGESTIONS = 3
_LEAST_BEGINNING = 3
"""How many letters a word must have to be the beginning of one that was meant."""
_WHOLE = (Likeness.EXACT, Likeness.SAME_WORDS, Likeness.ACRONYM, Likeness.OTHER_LANGUAGE)
"""That all of a name is meant; whatever has only a word of it is then not suggested."""
_MOST_CHARACTERS = 1_000


def ids_meant(asked: str, candidates: Iterable[Candidate]) -> tuple[str, ...]:
    """Return the ids of the records that were probably meant, the likeliest first."""
    known = tuple(candidates)
    return tuple(known[fit.place].id for fit in _likeliest(asked, known))


def ids_near(asked: str, ids: Iterable[str]) -> tuple[str, ...]:
    """Return the ids that look like one, the nearest first."""
    return near(asked, ids, least=least_score_of(asked))


def least_score_of(asked: str) -> float:
    """Return how similar to a text a record must be at least to be meant, from 0 to 1."""
    return _LEAST_SCORE if len(asked) > _SHORT else _LEAST_SCORE_OF_SHORT_ONES


def names_meant(asked: str, entities: Iterable[Entity]) -> tuple[str, ...]:
    """Return names of the records that were probably meant, the likeliest first."""
    known = tuple(map(candidate_of, entities))
    fits = (fit for fit in _likeliest(asked, known) if fit.spelling.part != "id" or _is_whole(fit))
    return tuple(dict.fromkeys(_name(known[fit.place], fit) for fit in fits))


def names_wholly_meant(asked: str, entities: Iterable[Entity]) -> tuple[str, ...]:
    """Return names of the records that a text stands for as a whole, as an id or an acronym."""
    known = tuple(map(candidate_of, entities))
    fits = filter(_is_whole, _likeliest(asked, known))
    return tuple(dict.fromkeys(_name(known[fit.place], fit) for fit in fits))


def surely_meant(asked: str, candidates: Iterable[Candidate]) -> tuple[str, ...]:
    """Return the ids that were probably meant, as far as they do not merely look like it."""
    known = tuple(candidates)
    return tuple(known[fit.place].id for fit in _likeliest(asked, known, is_sure=True))


def unknown_id(
    kind: str, id: str, entities: Iterable[Entity], known: KnownIds | None
) -> UnknownIdError:
    """Return the error for an id that no record of a catalog has.

    Args:
        kind: the kind of the records, as messages call it.
        id: the id.
        entities: the records of the catalog.
        known: the ids of the dataset that the catalog is of; None if it is of none.
    """
    actual = known.kind_of(id) if known else None
    if actual is not None and actual.kind_name == kind:
        return UnknownIdError(kind, id, (), "the dataset has it, but this catalog does not")
    found = f"it is {with_article(actual.kind_name)}" if actual is not None else ""
    return UnknownIdError(kind, id, ids_meant(id, map(candidate_of, entities)), found)


def candidate_with_id(id: str) -> Candidate:
    """Return a record of which nothing but the id is known; its words are those of the id."""
    if len(id) == 2 and id in country_codes():
        name = names_of_countries()[id][0].name
        return Candidate(id, (Spelling(LANGUAGES, name), Spelling("id", id)), is_country=True)
    return Candidate(id, (Spelling("id", id),))


def _likeliest(
    asked: str, candidates: tuple[Candidate, ...], *, is_sure: bool = False
) -> list[Fit]:
    text = asked.strip()
    if not text or len(text) > _MOST_CHARACTERS:
        return []
    fits = fits_among(candidates, text, least_score=None if is_sure else least_score_of(text))
    fits = list(filter(_is_whole, fits)) or fits
    if min(map(len, words_in(text)), default=0) < _LEAST_BEGINNING:
        fits = [fit for fit in fits if fit.likeness is not Likeness.BEGINNINGS]
    return [fit for fit in fits if fits[0].score - fit.score < _LESS_LIKELY][:_MOST_SUGGESTIONS]


def _is_whole(fit: Fit) -> bool:
    return fit.likeness in _WHOLE


def _name(candidate: Candidate, fit: Fit) -> str:
    """Return the name that fits, or the preferred one if something else of the record fits."""
    fitting = fit.spelling.part.startswith("names[")
    return fit.spelling.text if fitting else candidate.spellings[0].text
