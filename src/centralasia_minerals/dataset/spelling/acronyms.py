"""Whether a few letters stand for a name: ``WTO`` and ``EXIM`` do, for two that are recorded."""

from __future__ import annotations

from re import fullmatch

from .words import words_in

_MOST_LETTERS = 12
_MOST_WORDS = 30
_LONGEST_ACRONYM_IN_A_NAME = 3

# Words of names that acronyms mostly leave out.
_SMALL_WORDS = frozenset(["a", "al", "and", "bin", "de", "des", "du", "for", "in", "la", "of",
                          "on", "the", "to", "und"])  # fmt: skip


def letters_of(text: str) -> str:
    """Return the letters of what may be an acronym, so that ``U.S.`` is ``us``; else nothing."""
    letters = "".join(words_in(text))
    is_short = 2 <= len(letters) <= _MOST_LETTERS
    return letters if is_short and (len(text.split()) == 1 or text.isupper()) else ""


def stands_for(letters: str, words: tuple[str, ...]) -> bool:
    """Whether letters are the initials of a name, or the beginnings of neighbouring words of it.

    >>> stands_for("wto", ("world", "trade", "organization"))
    True
    >>> stands_for("exim", ("us", "export", "import", "bank"))
    True
    >>> stands_for("unga", ("un", "general", "assembly"))
    True
    >>> stands_for("ban", ("us", "export", "import", "bank"))
    False
    """
    large = tuple(word for word in words if word not in _SMALL_WORDS)
    if len(letters) < 2 or not 2 <= len(large) <= _MOST_WORDS:
        return False
    if any(fullmatch("".join(map(_in_an_acronym, held)), letters) for held in (words, large)):
        return True
    # Beginnings of two letters each are met by chance too often.
    return len(letters) > 3 and any(
        _are_beginnings(letters, large[start:]) for start in range(len(large) - 1)
    )


def _in_an_acronym(word: str) -> str:
    """Return what stands for a word: its initial, or all of it if it may be an acronym itself."""
    return f"(?:{word}|{word[0]})" if len(word) <= _LONGEST_ACRONYM_IN_A_NAME else word[0]


def _are_beginnings(letters: str, words: tuple[str, ...]) -> bool:
    """Whether letters are at least two beginnings, of two letters or more, of the first words."""
    ends = {0}
    for number, word in enumerate(words):
        ends = {
            end + length
            for end in ends
            for length in range(2, min(len(word), len(letters) - end) + 1)
            if letters.startswith(word[:length], end)
        }
        if number and len(letters) in ends:
            return True
    return False
