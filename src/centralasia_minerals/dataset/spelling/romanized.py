"""Names in Latin letters, whatever their alphabet: to suggest and search, never to be equal.

The tables are those of anyascii (the extra ``names``); without it, only Latin letters are read.
"""

from __future__ import annotations

import unicodedata
from importlib.util import find_spec

from .words import words_in

HOW_TO_INSTALL = "pip install 'centralasia-minerals[names]'"


def romanized_words(text: str) -> tuple[str, ...]:
    """Return the words of a text in Latin letters, in the form in which words are compared.

    Signs that stand for a soft or hard sign, or for a sound that others leave out, are dropped.
    """
    if text.isascii():
        return words_in(text)
    return words_in(" ".join(map(_in_latin, words_in(text))))


def lacks_the_extra(text: str) -> bool:
    """Whether a text has letters that only the extra ``names`` can read."""
    return not is_latin(text) and find_spec("anyascii") is None


def is_latin(text: str) -> bool:
    """Whether all letters of a text are Latin ones."""
    return text.isascii() or all(
        "LATIN" in unicodedata.name(one, "") for one in text if one.isalpha()
    )


def _in_latin(word: str) -> str:
    if word.isascii():
        return word
    try:
        from anyascii import anyascii
    except ImportError:
        return word
    return anyascii(word).replace("'", "").replace("`", "")
