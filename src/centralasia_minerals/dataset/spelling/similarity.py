"""How much a few words look like others, letter by letter; words of any length are bounded."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

# What romanizations write in different ways: Tokayev, Tokaev, Tokajew; Zhomart, Jomart.
_HEARD_ALIKE = [
    (re.compile(pattern), heard)
    for pattern, heard in (
        ("dzh|zh|j(?=[aeou])", "y"), ("tsz|tz|ts|cz", "z"), ("sch|sh|ş|ch", "s"), ("kh|x", "h"),
        ("ph", "f"), ("w", "v"), ("ck|q|c", "k"), ("ou", "u"), ("[jyi]+", "i"), (r"(.)\1+", r"\1"),
    )
]  # fmt: skip
_MOST_CHARACTERS = 100
_MOST_WORDS = 10
_LEAST_OF_A_WORD = 0.5


class Similarity:
    """Compares the words that were asked for with others, and remembers what it has compared."""

    def __init__(self, asked: tuple[str, ...], least_score: float) -> None:
        """Take the words asked for, and the score below which nothing is of interest."""
        self._words, self._least = asked, least_score
        self._text = " ".join(asked)
        self._is_comparable = 1 < len(self._text) <= _MOST_CHARACTERS
        self._scores: dict[tuple[str, str], float] = {}

    def to(self, words: tuple[str, ...]) -> float:
        """Return how much other words look like those asked for, from 0 to 1.

        It is the likeness of the whole, or that of each word asked for with the word nearest to it,
        long words counting for more, whichever is more.
        """
        if not self._is_comparable or not words:
            return 0.0
        whole = _likeness(self._text, " ".join(words), self._least)
        if len(self._words) > _MOST_WORDS:
            return whole
        each = [(max(self._of_word(one, other) for other in words), one) for one in self._words]
        if min(score for score, _ in each) < _LEAST_OF_A_WORD:
            return whole
        mean = sum(score * len(one) for score, one in each) / sum(map(len, self._words))
        return max(whole, mean)

    def _of_word(self, one: str, other: str) -> float:
        pair = one, other
        if pair not in self._scores:
            self._scores[pair] = _likeness(one, other, _LEAST_OF_A_WORD)
        return self._scores[pair]


def _likeness(one: str, other: str, least: float) -> float:
    """Return how much two texts look alike, and as much again how alike they sound if more so."""
    seen = _ratio(one, other, least)
    return max(seen, (seen + _ratio(_as_heard(one), _as_heard(other), least)) / 2)


def _ratio(one: str, other: str, least: float) -> float:
    if 2 * min(len(one), len(other)) < least * (len(one) + len(other)):
        return 0.0  # too different in length to be alike
    matcher = SequenceMatcher(None, other, one)
    return matcher.ratio() if matcher.quick_ratio() >= least else 0.0


def _as_heard(word: str) -> str:
    for pattern, heard in _HEARD_ALIKE:
        word = pattern.sub(heard, word)
    return word
