"""Finds which candidates a text fits: by their words, by other words for them, or only nearly."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from .acronyms import letters_of, stands_for
from .country_names import names_of_countries
from .likeness import LANGUAGES, Candidate, Fit, Likeness, Spelling
from .romanized import romanized_words
from .similarity import Similarity
from .words import words_in

Grading: TypeAlias = Callable[[Candidate], Iterator[tuple[Likeness, Spelling]]]
"""What yields how a candidate fits, and by which spelling."""

_MOST_BEGINNINGS = 20
"""How many words may be beginnings; whoever has typed more has typed them out."""
_OF_THE_WHOLE = (Likeness.EXACT, Likeness.SAME_WORDS, Likeness.ACRONYM)
"""Whatever has it as a name is meant, in no other language."""
_ORDER = {likeness: place for place, likeness in enumerate(Likeness)}


def fits_among(
    candidates: Iterable[Candidate], text: str, *, least_score: float | None
) -> list[Fit]:
    """Return the candidates that a text fits, the best first; similar ones if no other fits.

    Args:
        candidates: the records that may be meant.
        text: the text.
        least_score: how similar a candidate must be at least, from 0 to 1; None if candidates that
            are only similar are of no interest.
    """
    known = tuple(candidates)
    fits = _graded(known, _by_words(text))
    if not text.isascii() or not any(fit.likeness in _OF_THE_WHOLE for fit in fits):
        others = _graded(known, _by_countries(text))
        if not text.isascii() or all(fit.likeness is Likeness.BEGINNINGS for fit in fits):
            others += _graded(known, _by_other_alphabets(text))
        best = {fit.place: fit for fit in sorted((*fits, *others), key=_goodness, reverse=True)}
        fits = list(best.values())
    if not fits and least_score is not None:
        fits = _similar(known, text, least_score)
    return sorted(fits, key=_goodness)


def _goodness(fit: Fit) -> tuple[int, float, int, int, int]:
    """Return what sorts fits: of those alike, what has the fewest other words comes first."""
    words = len(words_in(fit.spelling.text))
    return _ORDER[fit.likeness], -fit.score, fit.spelling.rank, words, fit.place


def _graded(candidates: tuple[Candidate, ...], grading: Grading) -> list[Fit]:
    fits = []
    for place, candidate in enumerate(candidates):
        graded = min(grading(candidate), key=lambda found: _ORDER[found[0]], default=None)
        if graded is not None:
            fits.append(Fit(place, *graded))
    return fits


def _by_words(text: str) -> Grading:
    """Return what grades candidates by the words that are searched for."""
    asked, letters = words_in(text), letters_of(text)
    wanted = set(asked)
    may_begin = len("".join(asked)) > 1 and len(wanted) <= _MOST_BEGINNINGS

    def grading(candidate: Candidate) -> Iterator[tuple[Likeness, Spelling]]:
        everything: set[str] = set()
        for spelling in candidate.spellings:
            words = words_in(spelling.text)
            if spelling.text == text:
                yield _same(spelling, Likeness.EXACT), spelling
            if not asked:
                continue
            if words == asked:
                yield _same(spelling, Likeness.SAME_WORDS), spelling
            if wanted <= set(words):
                yield Likeness.WHOLE_WORDS, spelling
            elif may_begin and all(any(w.startswith(one) for w in words) for one in wanted):
                yield Likeness.BEGINNINGS, spelling
            if letters and spelling.is_name and stands_for(letters, words):
                yield Likeness.ACRONYM, spelling
            everything.update(words)
        if wanted and wanted <= everything:
            yield Likeness.WHOLE_WORDS, candidate.spellings[0]

    return grading


def _same(spelling: Spelling, likeness: Likeness) -> Likeness:
    return Likeness.OTHER_LANGUAGE if spelling.is_translated else likeness


def _by_countries(text: str) -> Grading:
    """Return what grades countries by their names in other languages."""
    asked = words_in(text)

    def grading(candidate: Candidate) -> Iterator[tuple[Likeness, Spelling]]:
        if asked and candidate.is_country:
            for name, words in names_of_countries().get(candidate.id, ()):
                if words == asked:
                    yield Likeness.OTHER_LANGUAGE, Spelling(LANGUAGES, name)

    return grading


def _by_other_alphabets(text: str) -> Grading:
    """Return what grades candidates by names in other alphabets, and by names within a text."""
    latin = romanized_words(text)

    def grading(candidate: Candidate) -> Iterator[tuple[Likeness, Spelling]]:
        for spelling in candidate.spellings if latin else ():
            words = romanized_words(spelling.text)
            if set(latin) <= set(words) or "".join(latin) == "".join(words):
                yield Likeness.OTHER_ALPHABET, spelling
            is_whole = len(words) > 1 or (words and candidate.is_country)
            if spelling.is_name and is_whole and set(words) <= set(latin):
                yield Likeness.WITHIN, spelling

    return grading


def _similar(candidates: tuple[Candidate, ...], text: str, least_score: float) -> list[Fit]:
    """Return the candidates with a name or an id that looks like a text; titles are too wordy."""
    similarity = Similarity(romanized_words(text), least_score)
    fits = []
    for place, candidate in enumerate(candidates):
        scored = [
            (similarity.to(romanized_words(spelling.text)), -number, spelling)
            for number, spelling in enumerate(candidate.spellings)
            if spelling.is_name
        ]
        score, _, spelling = max(scored)
        if score >= least_score:
            fits.append(Fit(place, Likeness.SIMILAR, spelling, score))
    return fits
