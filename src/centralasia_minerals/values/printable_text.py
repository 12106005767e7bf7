"""Texts that can be printed on one line, which is what names and titles must be."""

from __future__ import annotations

import unicodedata

from centralasia_minerals.wording import is_seen

# The first letters of Unicode's general categories; what is not here can be printed.
_FAULTS = {
    "Cc": "a control character",
    "Cf": "an invisible character",
    "Cs": "half a character",
    "Co": "a character for private use",
    "Cn": "a character that Unicode does not have",
    "Zl": "a line end",
    "Zp": "a line end",
}
_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85"


def fault_in_text(text: str) -> str:
    r"""Return why a text cannot be printed on one line; empty if it can be.

    Spaces of every width may stand between words, and a joiner (U+200C, U+200D) inside a word of
    a script that has no capitals, or in an emoji, where it changes what is seen. Refused are spaces
    at the ends, line ends, and all that is invisible or not a character: control characters,
    marks and overrides of direction, zero-width spaces, halves of characters.

    >>> fault_in_text("Sample\u00a0Metals"), fault_in_text("a\nb")
    ('', 'has a line end (U+000A) at character 1')
    """
    if not text:
        return "is empty"
    if text != text.strip():
        return "begins or ends with a space"
    if text.isprintable():
        return ""
    for place, character in enumerate(text):
        if not is_seen(text, place) and (fault := _fault_in(character)):
            return f"has {fault} (U+{ord(character):04X}) at character {place}"
    return ""


def plain_text(given: str) -> str:
    """Return text without what a subclass of ``str`` adds to it, and anything else as it is."""
    return str.__str__(given) if isinstance(given, str) else given


def _fault_in(character: str) -> str:
    if character in _LINE_ENDS:
        return "a line end"
    return _FAULTS.get(unicodedata.category(character), "")
