"""How messages word things: near words, articles, any object shown briefly, safe foreign text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Protocol

__all__ = [
    "briefly",
    "did_you_mean",
    "is_seen",
    "legible",
    "near",
    "printable",
    "quoting",
    "with_article",
]

_VOWEL = "(?i)[aeio]|u(?!ni)"  # in speech, which that of "unit" is not
_LENGTH = 60
# Python refuses to write integers of more digits than 4,300, and a reader needs far fewer.
_MOST_BITS = 1000
# Longer texts are no mistyped words, and comparing them takes long.
_LONGEST_WORD = 1000
_JOINERS = "\u200c\u200d"


def briefly(given: object, *, most: int = _LENGTH) -> str:
    """Return what any object looks like, in a few characters; it never raises.

    Args:
        given: the object.
        most: how many characters of its ``repr`` to return.

    >>> briefly("tungsten"), briefly(10**5000)
    ("'tungsten'", 'a number of 16610 bits')
    """
    if isinstance(given, int) and int.bit_length(given) > _MOST_BITS:
        return f"a number of {int.bit_length(given)} bits"
    try:
        # A text of a gigabyte is not written out.
        shown = given[:most] if isinstance(given, str | bytes) else given
        return f"{shown!r:.{most}}"
    except Exception:  # whatever a foreign object raises, and integers within a list
        return f"an object of type {type(given).__name__}"


def near(asked: str, known: Iterable[str], *, most: int = 3, least: float = 0.6) -> tuple[str, ...]:
    """Return the known words that look most like the one asked for, the nearest first.

    A word that differs in capitals only is the one that was meant. Others are as similar as
    ``least`` says, from 0 to 1.

    >>> near("KZ-US-Tungsten", ["kz-us-tungsten", "tungsten"])
    ('kz-us-tungsten',)
    """
    if len(asked) > _LONGEST_WORD:
        return ()
    words = list(known)
    same = tuple(one for one in words if one.casefold() == asked.casefold())
    if same:
        return same[:most]
    import difflib  # a program without mistakes never needs it

    return tuple(difflib.get_close_matches(asked, words, n=most, cutoff=least))


def did_you_mean(suggestions: tuple[str, ...]) -> str:
    """Return suggestions as a question, or an empty text if there are none."""
    return f"did you mean {' or '.join(map(repr, suggestions))}?" if suggestions else ""


class _Explained(Protocol):
    @property
    def value(self) -> str: ...
    @property
    def meaning(self) -> str: ...


def quoting(asked: str, known: Iterable[_Explained]) -> tuple[str, ...]:
    """Return the text of the one member whose meaning quotes a word; empty if none or several do.

    >>> from centralasia_minerals import Hedge
    >>> quoting("about", Hedge)
    ('around',)
    """
    word = f'"{asked.strip().casefold()}"'
    found = tuple(one.value for one in known if word in one.meaning.casefold())
    return found if len(found) == 1 else ()


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


def legible(text: str) -> str:
    """Return a text as a view shows it: ``printable``, but with the spaces and joiners of names.

    A message shows them by their escapes, since they may be what is wrong.
    """
    if text.isprintable():
        return text
    return "".join(
        one if one.isprintable() or is_seen(text, place) else printable(one)
        for place, one in enumerate(text)
    )


def is_seen(text: str, place: int) -> bool:
    """Whether a character is a space, or a joiner that changes what is seen around it.

    That is a joiner (U+200C, U+200D) inside a word of a script that has no capitals, or in an
    emoji.
    """
    if text[place] not in _JOINERS:
        return unicodedata.category(text[place]) == "Zs"
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if not before or not after or unicodedata.category(after)[0] not in "LMS":
        return False
    # Letters of scripts without capitals (Arabic, the scripts of India), their signs, and emoji.
    return unicodedata.category(before) in ("Lo", "Mn", "Mc", "So", "Sk")
