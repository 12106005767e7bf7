"""Texts in the form in which passages are compared, whatever copy of a page they stand in.

The norm has a version, so that a change of it is a change of every digest.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cached_property
from itertools import chain

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError

PASSAGE_NORM = 1
"""The version of the norm: NFKC; one space for white space; plain quotes and hyphens; no characters
that only say where a line may break (soft hyphens, zero-width spaces, byte order marks)."""

_QUOTES = dict.fromkeys(map(ord, "‘’‚‛′ʼ`´＇"), "'") | dict.fromkeys(map(ord, "“”„‟«»″＂"), '"')
_HYPHENS = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-")
_NOTHING = dict.fromkeys((0x00AD, 0x200B, 0x2060, 0xFEFF), "")
_PLAIN = _QUOTES | _HYPHENS | _NOTHING
_LENGTH_OF_DIGEST = 16
_FIRST_WITHOUT_SPACES = "\u2e80"  # the first of the CJK blocks


def normalized(text: str) -> str:
    r"""Return a text as passages are compared, without white space at its ends.

    Raises:
        InvalidTypeError: it is not text.

    >>> normalized("  The “cost”:\n$1.1\u00a0billion ")
    'The "cost": $1.1 billion'
    """
    if not isinstance(text, str):
        raise InvalidTypeError.of("a passage", text, "give text")
    if text.isascii() and "`" not in text:
        return " ".join(text.split())
    return NormalizedText(text).text


def digest_of(passage: str) -> str:
    """Return the digest of a passage: 16 hex digits of the SHA-256 of its normalized UTF-8 bytes.

    They are enough to notice any other reading.

    Raises:
        InvalidTypeError: the passage is not text.
        InvalidValueError: it holds half a character, which UTF-8 does not have.

    >>> digest_of("tungsten")
    '068be8be83f9bfaf'
    """
    return _digest(normalized(passage))


def sha256_of(text: str) -> str:
    """Return the SHA-256 of a text's UTF-8 bytes, as 64 hex digits.

    Raises:
        InvalidValueError: the text holds half a character, which UTF-8 does not have.
    """
    import hashlib  # whoever only totals takes no digest

    try:
        return hashlib.sha256(text.encode()).hexdigest()
    except UnicodeEncodeError as error:
        found = f"half a character (U+{ord(text[error.start]):04X}) at character {error.start}"
        raise InvalidValueError("a text to digest", found, "read the text anew") from None


def _digest(normal: str) -> str:
    return sha256_of(normal)[:_LENGTH_OF_DIGEST]


class NormalizedText:
    """A text as passages are compared, with the way back to the places in the text itself.

    Attributes:
        text: the normalized text.
    """

    def __init__(self, text: str) -> None:
        pieces: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        is_open = False  # whether a space may stand here
        for start, end in _clusters(text):
            piece = "".join(
                " " if character.isspace() else character for character in _plain(text[start:end])
            )
            for character in piece:
                if character == " " and not is_open:
                    continue
                is_open = character != " "
                pieces.append(character)
                self._starts.append(start)
                self._ends.append(end)
        if pieces and pieces[-1] == " ":
            pieces.pop()
        self.text: str = "".join(pieces)
        self._by_length: dict[int, dict[str, list[int]]] = {}

    def places_of(self, digest: str, length: int) -> tuple[tuple[int, int], ...]:
        """Return where a passage stands in the text itself: its starts and ends, in order.

        Passages begin and end where words do, or where a capital letter stands in the middle of
        one: pages run headings and buttons together.
        """
        if length not in self._by_length:
            known: dict[str, list[int]] = {}
            for start in self._starts_of_words:
                if start + length <= len(self.text) and self._is_edge(start + length):
                    known.setdefault(_digest(self.text[start : start + length]), []).append(start)
            self._by_length[length] = known
        return tuple(self._place(at, length) for at in self._by_length[length].get(digest, ()))

    def places_where(self, passage: str) -> tuple[tuple[int, int], ...]:
        """Return where a passage stands in the text itself, given what it says."""
        wanted = normalized(passage)
        found = []
        at = self.text.find(wanted) if wanted else -1
        while at >= 0:
            if self._is_edge(at) and self._is_edge(at + len(wanted)):
                found.append(self._place(at, len(wanted)))
            at = self.text.find(wanted, at + 1)
        return tuple(found)

    def _place(self, at: int, length: int) -> tuple[int, int]:
        return self._starts[at], self._ends[at + length - 1]

    @cached_property
    def _starts_of_words(self) -> tuple[int, ...]:
        return tuple(
            place
            for place, character in enumerate(self.text)
            if character != " " and self._is_edge(place)
        )

    def _is_edge(self, place: int) -> bool:
        """Whether a word begins or ends at a place of the normalized text."""
        before, after = self.text[max(0, place - 1) : place], self.text[place : place + 1]
        if not (before.isalnum() and after.isalnum()):
            return True
        # Some scripts have no spaces, and each of their characters is a word.
        has_no_spaces = before >= _FIRST_WITHOUT_SPACES or after >= _FIRST_WITHOUT_SPACES
        return has_no_spaces or (before.islower() and after.isupper())


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each character with the marks that combine with it."""
    start = 0
    for place in chain(range(1, len(text)), [len(text)] if text else []):
        if place == len(text) or not _combines(text[place]):
            yield start, place
            start = place


def _combines(character: str) -> bool:
    # The vowels and finals of Hangul combine too.
    return unicodedata.combining(character) > 0 or "\u1160" <= character <= "\u11ff"


def _plain(cluster: str) -> str:
    if cluster.isascii() and cluster != "`":
        return cluster
    return unicodedata.normalize("NFKC", cluster.translate(_PLAIN)).translate(_PLAIN)
