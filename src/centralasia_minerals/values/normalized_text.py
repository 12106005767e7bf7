"""Texts in the form in which passages are compared, whatever copy of a page they stand in.

The norm has a version, so that a change of it is a change of every digest.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError

from .base.plain_signs import clusters, plain_form

PASSAGE_NORM = 1
"""The version of the norm: NFKC; one space for white space; plain quotes and hyphens; no characters
that only say where a line may break (soft hyphens, zero-width spaces, byte order marks)."""

_LENGTH_OF_DIGEST = 16
# Characters that stay as they are, and with which nothing behind them combines.
_PLAIN_RUN = re.compile(r"[!-_a-~]+(?![^\x00-\x7f])")
_WORD = re.compile(r"[^\W_]+")
_NEAR = 400
_MOST_OCCURRENCES = 200
_MOST_REMEMBERED = 2_000_000
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


def _short_of(content: bytes) -> bytes:
    import hashlib

    return hashlib.sha256(content).digest()[: _LENGTH_OF_DIGEST // 2]


class NormalizedText:
    """A text as passages are compared, with the way back to the places in the text itself.

    Attributes:
        text: the normalized text.
    """

    def __init__(self, text: str) -> None:
        self._pieces: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._is_open = False  # whether a space may stand here
        reached = 0
        for run in _PLAIN_RUN.finditer(text):
            start, end = run.span()
            self._add(text, reached, start)
            self._pieces.append(run[0])
            self._starts.extend(range(start, end))
            self._ends.extend(range(start + 1, end + 1))
            self._is_open, reached = True, end
        self._add(text, reached, len(text))
        self.text: str = "".join(self._pieces).removesuffix(" ")
        del self._pieces
        self._by_length: dict[int, dict[bytes, list[int]]] = {}

    def _add(self, text: str, begin: int, stop: int) -> None:
        """Add a stretch of a text in which there may be more than plain characters."""
        if stop - begin == 1 and text[begin] == " " and self._is_open:
            self._is_open = False
            self._pieces.append(" ")
            self._starts.append(begin)
            self._ends.append(stop)
            return
        for start, end in clusters(text, begin, stop):
            piece = "".join(
                " " if character.isspace() else character
                for character in plain_form(text[start:end])
            )
            for character in piece:
                if character == " " and not self._is_open:
                    continue
                self._is_open = character != " "
                self._pieces.append(character)
                self._starts.append(start)
                self._ends.append(end)

    def places_of(self, digest: str, length: int) -> tuple[tuple[int, int], ...]:
        """Return where a passage stands in the text itself: its starts and ends, in order.

        Passages begin and end where words do, or where a capital letter stands in the middle of
        one: pages run headings and buttons together.
        """
        if length not in self._by_length:
            if sum(map(len, self._by_length.values())) > _MOST_REMEMBERED:
                self._by_length.clear()
            self._by_length[length] = self._by_digest(length)
        found = self._by_length[length].get(bytes.fromhex(digest), ())
        return tuple(self._place(at, length) for at in found)

    def _by_digest(self, length: int) -> dict[bytes, list[int]]:
        """Return where the passages of a length begin, by their digests."""
        from hashlib import sha256

        known: dict[bytes, list[int]] = {}
        text, ends, kept = self.text, self._edges, _LENGTH_OF_DIGEST // 2
        for start in self._starts_of_words:
            stop = start + length
            if stop in ends:
                digest = sha256(text[start:stop].encode()).digest()[:kept]
                known.setdefault(digest, []).append(start)
        return known

    def places_near(self, digest: str, length: int, place: int) -> tuple[tuple[int, int], ...]:
        """Return where a passage stands within some hundred characters of a place of the text."""
        at = bisect_left(self._starts, place)
        low, high = at - _NEAR, at + _NEAR
        first, last = (bisect_left(self._starts_of_words, end) for end in (low, high))
        return self._among(self._starts_of_words[first:last], digest, length)

    def places_around(self, words: str, digest: str, length: int) -> tuple[tuple[int, int], ...]:
        """Return where a passage stands that has some words in it; none if they are too common."""
        wanted = normalized(words)
        if not wanted or self.text.count(wanted) > _MOST_OCCURRENCES:
            return ()
        starts: dict[int, None] = {}
        at = self.text.find(wanted)
        while at >= 0:
            ends = at + len(wanted) - length, at + 1
            first, last = (bisect_left(self._starts_of_words, end) for end in ends)
            starts.update(dict.fromkeys(self._starts_of_words[first:last]))
            at = self.text.find(wanted, at + 1)
        return self._among(starts, digest, length)

    def place_by_bytes(self, digest: str, length: int) -> tuple[int, int] | None:
        """Return where a passage stands whose length was counted in bytes; None if nowhere."""
        if self.text.isascii():
            return None
        content, wanted, reached = self.text.encode(), bytes.fromhex(digest), (0, 0)
        for start in self._starts_of_words:
            reached = start, reached[1] + len(self.text[reached[0] : start].encode())
            passage = content[reached[1] : reached[1] + length]
            if _short_of(passage) == wanted:
                return self._place(start, len(passage.decode()))
        return None

    def _among(
        self, starts: Iterable[int], digest: str, length: int
    ) -> tuple[tuple[int, int], ...]:
        wanted, ends = bytes.fromhex(digest), self._edges
        return tuple(
            self._place(at, length)
            for at in starts
            if at + length in ends and self._short(at, length) == wanted
        )

    def _short(self, start: int, length: int) -> bytes:
        return _short_of(self.text[start : start + length].encode())

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
    def _edges(self) -> frozenset[int]:
        """The places at which a word begins or ends."""
        edges = set(range(len(self.text) + 1))
        for word in _WORD.finditer(self.text):
            inside = range(word.start() + 1, word.end())
            if inside and word[0].isascii() and word[0][1:].islower():
                edges.difference_update(inside)
            else:
                edges.difference_update(at for at in inside if not self._is_edge(at))
        return frozenset(edges)

    @cached_property
    def _starts_of_words(self) -> tuple[int, ...]:
        text = self.text
        return tuple(at for at in sorted(self._edges) if at < len(text) and text[at] != " ")

    def _is_edge(self, place: int) -> bool:
        """Whether a word begins or ends at a place of the normalized text."""
        before, after = self.text[max(0, place - 1) : place], self.text[place : place + 1]
        if not (before.isalnum() and after.isalnum()):
            return True
        # Some scripts have no spaces, and each of their characters is a word.
        has_no_spaces = before >= _FIRST_WITHOUT_SPACES or after >= _FIRST_WITHOUT_SPACES
        return has_no_spaces or (before.islower() and after.isupper())
