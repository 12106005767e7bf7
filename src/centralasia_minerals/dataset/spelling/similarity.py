"""How much a few words look like others, letter by letter; words of any length are bounded."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

# What romanizations write in different ways: Tokayev, Tokaev, Tokajew; Zhomart, Jomart.
_HEARD_ALIKE = [
    (re.compile(pattern), heard)
    for pattern, heard in (
        ("dzh|zh|j(?=[aeou])", "y"), ("tsz|tz|ts|cz", "z"), ("sch|sh|ch", "s"), ("kh|x", "h"),
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
        text = " ".join(asked)
        self._least = least_score
        is_comparable = 2 < len(text) <= _MOST_CHARACTERS
        self._whole = _Sought(text, least_score) if is_comparable else None
        some = asked if is_comparable and len(asked) <= _MOST_WORDS else ()
        self._words = [_Sought(word, _LEAST_OF_A_WORD) for word in some]

    def to(self, words: tuple[str, ...]) -> float:
        """Return how much other words look like those asked for, from 0 to 1.

        It is the likeness of the whole, or that of each word asked for with the word nearest to it,
        long words counting for more, whichever is more.
        """
        if self._whole is None or not words:
            return 0.0
        return max(self._whole.likeness(" ".join(words)), self._mean_of_words(words))

    def _mean_of_words(self, words: tuple[str, ...]) -> float:
        total = length = 0.0
        for sought in self._words:
            best = max(map(sought.likeness, words))
            if best < _LEAST_OF_A_WORD:
                return 0.0
            total += best * len(sought.text)
            length += len(sought.text)
        return total / length if length else 0.0


class _Sought:
    """One word or text that others are compared with."""

    def __init__(self, text: str, least: float) -> None:
        self.text = text
        # A likeness is half of what is seen, at least: what is seen must be worth that much.
        self._least = least * 0.8
        self._without = str.maketrans("", "", text)
        self._seen = SequenceMatcher(None, b=text)
        self._heard = SequenceMatcher(None, b=_as_heard(text))
        self._known: dict[str, float] = {}

    def likeness(self, other: str) -> float:
        """Return how much another text looks like it, or also sounds like it if that is more."""
        if other not in self._known:
            self._known[other] = self._likeness(other)
        return self._known[other]

    def _likeness(self, other: str) -> float:
        shared = min(len(self.text), len(other) - len(other.translate(self._without)))
        if 2 * shared < self._least * (len(self.text) + len(other)):
            return 0.0  # too few letters in common to be alike
        self._seen.set_seq1(other)
        seen = self._seen.ratio()
        if seen < self._least:
            return 0.0
        self._heard.set_seq1(_as_heard(other))
        return max(seen, (seen + self._heard.ratio()) / 2)


@lru_cache(maxsize=4096)
def _as_heard(text: str) -> str:
    for pattern, heard in _HEARD_ALIKE:
        text = pattern.sub(heard, text)
    return text
