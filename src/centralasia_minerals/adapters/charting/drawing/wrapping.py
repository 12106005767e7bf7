"""How wide a text is, and where its lines end: nothing on a chart is cut."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import east_asian_width

from centralasia_minerals.wording import legible

# Widths of Helvetica, whose metrics Arial and Liberation Sans share, per size of the letter.
_WIDTHS = {
    **dict.fromkeys("'’‘ijl|", 0.23),
    **dict.fromkeys(" \u00a0,./:;!ftI[]\\", 0.28),
    **dict.fromkeys('r-()`"“”', 0.34),
    **dict.fromkeys("cksvxyzJ", 0.5),
    **dict.fromkeys("abdeghnopquL0123456789?_$#+<=>~–−", 0.56),
    **dict.fromkeys("FTZ", 0.61),
    **dict.fromkeys("ABEKPSVXY&", 0.67),
    **dict.fromkeys("CDHNRUw", 0.73),
    **dict.fromkeys("GOQ", 0.78),
    **dict.fromkeys("mMжшщюыфмЖШЩЮЫФМ", 0.87),
    **dict.fromkeys("W@%…—", 1.0),
}
_BOLD = 1.07
# Where a line may end; a no-break space holds together.
_BREAKS = re.compile(r"[ \t\n]+")
_MOST_LINES = 8


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a line of text is, in pixels, as nearly as charts need it."""
    return sum(map(_width, text)) * size * (_BOLD if bold else 1)


def _width(character: str) -> float:
    known = _WIDTHS.get(character)
    if known is not None:
        return known
    if east_asian_width(character) in "WF":
        return 1.0
    return 0.72 if character.isupper() else 0.6


def wrapped(
    text: str, width: float, size: float, *, bold: bool = False, most: int = _MOST_LINES
) -> list[str]:
    """Return the lines of a text, in signs that can be printed; at least one.

    A text of more lines than the most ends with an ellipsis: it is no title but a page.
    """
    lines = [""]
    for word in map(legible, _BREAKS.split(text.strip())):
        for piece in _pieces(word, width, size, bold=bold):
            longer = f"{lines[-1]} {piece}".strip()
            if lines[-1] and width_of(longer, size, bold=bold) > width:
                lines.append(piece)
            else:
                lines[-1] = longer
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1]}…"]
    return lines


def _pieces(word: str, width: float, size: float, *, bold: bool) -> list[str]:
    """Return a word in pieces that fit on a line."""
    if width_of(word, size, bold=bold) <= width:
        return [word]
    pieces = [""]
    for character in word:
        if pieces[-1] and width_of(pieces[-1] + character, size, bold=bold) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces


def listed(names: Sequence[str], most: int, between: str = ", ") -> str:
    """Return the first names of a list, and how many there are besides."""
    more = len(names) - most
    if more <= 1:
        return between.join(names)
    return f"{between.join(names[:most])} and {more:,} others"
