"""Where a figure stands in a passage, with the text around it on one line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from centralasia_minerals.values.base.plain_signs import PLAIN_SIGNS
from centralasia_minerals.values.normalized_text import normalized

from .number_words import SCALES
from .reading import Printed

MOST_AROUND = 200
"""How much text around a passage is read, in characters."""

_PARAGRAPH = re.compile(r"\n\s*\n")
_SPACES = re.compile(r"\s+")
_WORDS = sorted((word for word in SCALES if len(word) > 1), key=len, reverse=True)
_SCALE = rf"(?:{'|'.join(_WORDS)}|[kmb])\b"
_HAS_SCALE = re.compile(_SCALE, re.IGNORECASE)
_NEXT_SCALE = re.compile(rf"[ -]?{_SCALE}", re.IGNORECASE)
_CUT_BEFORE = re.compile(r"\d[.,]")
_CUT_BEHIND = re.compile(r"[.,]\d")
_FIRST_WITHOUT_SPACES = "\u2e80"  # the first of the CJK blocks
_WIDE = re.compile("[\uff00-\uffef]")


def stands_whole(figure: str, passage: str) -> bool:
    """Whether a figure stands in a passage as a whole, not as a part of a longer one.

    >>> stands_whole("$700", "up to $700 million")
    False
    """
    return next(_whole(normalized(figure), _normalized(passage)), None) is not None


# Many figures are sought in one passage.
_normalized = lru_cache(maxsize=4)(normalized)


def occurrences(figure: str, passage: str, before: str = "", after: str = "") -> Iterator[Printed]:
    """Yield every place at which a figure stands in a passage as a whole.

    Args:
        figure: the figure as printed.
        passage: the passage.
        before: the text before the passage.
        after: the text after it.
    """
    before = _PARAGRAPH.split(before[-MOST_AROUND:])[-1]
    after = _PARAGRAPH.split(after[:MOST_AROUND])[0]
    for plain in (_plain, normalized):
        shown = plain(figure).strip()
        inside = plain(passage)
        left, right = plain(before), plain(after)
        if plain is normalized:
            left = left + " " if before[-1:].isspace() else left
            right = " " + right if after[:1].isspace() else right
        line, first, last = left + inside + right, len(left), len(left) + len(inside)
        found = [
            Printed(line[: match.start()], match[0], line[match.end() :], inside)
            for match in _whole(shown, line, first)
            if match.end() <= last
        ]
        if found:
            yield from found
            return


def _plain(text: str) -> str:
    """Return a text on one line, with plain spaces, quotes and hyphens and no hidden characters."""
    line = _SPACES.sub(" ", text.translate(PLAIN_SIGNS))
    return _WIDE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), line)


def _whole(figure: str, line: str, first: int = 0) -> Iterator[re.Match[str]]:
    """Yield where a figure stands in a line from a place on, not as a part of a longer one."""
    if not figure:
        return
    has_scale = _HAS_SCALE.search(figure)
    for match in re.compile(re.escape(figure), re.IGNORECASE).finditer(line, first):
        start, end = match.span()
        before, behind = line[max(0, start - 2) : start], line[end : end + 2]
        if _is_in_a_word(before[-1:]) or _CUT_BEFORE.fullmatch(before):
            continue
        # Some scripts have no spaces: every place in them may be the edge of a word.
        if figure[-1] < _FIRST_WITHOUT_SPACES and _is_in_a_word(behind[:1]):
            continue
        if not _CUT_BEHIND.match(behind) and (has_scale or not _NEXT_SCALE.match(line, end)):
            yield match


def _is_in_a_word(character: str) -> bool:
    return (character.isalnum() or character == "_") and character < _FIRST_WITHOUT_SPACES
