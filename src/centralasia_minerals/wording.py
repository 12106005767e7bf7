"""Words for messages: similar words, articles, and foreign text that is safe to print."""

from __future__ import annotations

import re
from collections.abc import Iterable

_VOWEL = "(?i)[aeio]|u(?!ni)"  # in speech, which that of "unit" is not


def near(asked: str, known: Iterable[str], *, most: int = 3) -> tuple[str, ...]:
    """Return the known words that look most like the one asked for, the nearest first."""
    import difflib  # a program without mistakes never needs it

    return tuple(difflib.get_close_matches(asked, list(known), n=most, cutoff=0.6))


def did_you_mean(suggestions: tuple[str, ...]) -> str:
    """Return suggestions as a question, or an empty text if there are none."""
    return f"did you mean {' or '.join(map(repr, suggestions))}?" if suggestions else ""


def with_article(noun: str) -> str:
    """Return a noun with its indefinite article.

    >>> with_article("organization"), with_article("unit")
    ('an organization', 'a unit')
    """
    return f"{'an' if re.match(_VOWEL, noun) else 'a'} {noun}"


def printable(text: str) -> str:
    r"""Return a text with an escape, as ``repr`` has it, for each character that cannot be printed.

    Text from a file may hold characters that a terminal obeys, or that no terminal can encode.

    >>> print(printable("deals\x1b[31m.toml"))
    deals\x1b[31m.toml
    """
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() else repr(one)[1:-1] for one in text)
