"""Characters and what they become where passages are compared: plain quotes, hyphens, nothing."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_QUOTES = dict.fromkeys(map(ord, "‘’‚‛′ʼ`´＇"), "'") | dict.fromkeys(map(ord, "“”„‟«»″＂"), '"')
_HYPHENS = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-")
_NOTHING = dict.fromkeys((0x00AD, 0x200B, 0x2060, 0xFEFF), "")
PLAIN_SIGNS = _QUOTES | _HYPHENS | _NOTHING
"""What quotes, hyphens and hidden characters become, as a table for ``str.translate``."""

MOST_GROWTH = 18
"""How many characters of the norm a character of a text becomes at the most (of NFKC)."""


def clusters(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each character with the marks that combine with it."""
    for place in range(start + 1, stop + 1):
        if place == stop or not _combines(text[place]):
            yield start, place
            start = place


def _combines(character: str) -> bool:
    # The vowels and finals of Hangul combine too.
    return unicodedata.combining(character) > 0 or "\u1160" <= character <= "\u11ff"


def plain_form(cluster: str) -> str:
    """Return a character with its marks as the norm has it."""
    if cluster.isascii() and cluster != "`":
        return cluster
    return unicodedata.normalize("NFKC", cluster.translate(PLAIN_SIGNS)).translate(PLAIN_SIGNS)
