"""Passages of texts, known by what they say and found wherever they stand."""

from __future__ import annotations

import re

from attrs import Factory, field

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError, briefly
from centralasia_minerals.rendering.views.pieces import Cell
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.base.plain_signs import MOST_GROWTH
from centralasia_minerals.values.normalized_text import (
    NormalizedText,
    digest_of,
    normalized,
)

from .base.field_checks import Checks
from .base.record import Record, part
from .base.telling.readable import place_of

_DIGEST = re.compile(r"[0-9a-f]{16}", re.ASCII)


def _length(span: Span) -> int | NotStated:
    """Return the length that a passage has if nothing in it is normalized."""
    if type(span.start) is int and type(span.end) is int:  # it is not yet checked
        return span.end - span.start
    return NotStated()


@part
class Span(Record):
    """A passage of a text, by the digest and length of what it says once it is normalized.

    Whoever saves the same page again has other white space, quotes, line ends and advertisements
    around the same sentences, so a passage is found by what it says. Its place helps to find it
    sooner, and to show it.

    Attributes:
        digest: the digest of the normalized passage, from ``digest_of``.
        start: where the passage begins in the copy that was read, in Unicode code points, counted
            from 0; not stated if nobody noted it.
        end: where it ends there; the character at ``end`` is not part of it.
        length: the length of the normalized passage, in code points; by default, that of its
            place.
    """

    digest: str
    start: int | NotStated = NotStated()
    end: int | NotStated = NotStated()
    # The place stands before the length because its default is taken from it.
    length: int | NotStated = field(default=Factory(_length, takes_self=True))

    def _told(self) -> Cell:
        return place_of(self) or f"passage of {self.length:,} characters"

    def _field_errors(self) -> Checks:
        return self._digest_errors, self._place_errors

    def _digest_errors(self) -> Checks:
        if _DIGEST.fullmatch(self.digest):
            return ()
        remedy = "give 16 lower-case hex digits, from digest_of"
        found = briefly(self.digest)
        return (InvalidValueError("the digest of a passage", found, remedy, field="digest"),)

    def _place_errors(self) -> Checks:
        start, end, length = self.start, self.end, self.length
        if isinstance(start, NotStated) or isinstance(end, NotStated):
            if isinstance(start, int) or isinstance(end, int):
                lacking = "end" if isinstance(start, int) else "start"
                found, remedy = f"it has no {lacking}", "give both, or neither"
                return (InvalidValueError("the place of a passage", found, remedy, field=lacking),)
        elif not 0 <= start < end:
            found = f"it runs from {start} to {end}"
            remedy = "count from 0, and let it end after its start"
            field = "end" if start >= 0 else "start"
            return (InvalidValueError("a passage", found, remedy, field=field),)
        if isinstance(length, NotStated):
            found = "it has neither a place nor a length"
            return (InvalidValueError("a passage", found, "give its length", field="length"),)
        if length < 1:
            found = f"its length is {length}"
            return (InvalidValueError("a passage", found, "count its characters", field="length"),)
        return ()

    def end_errors(
        self, source: str, length: int | NotStated, field: str
    ) -> tuple[InvalidValueError, ...]:
        """Return that it ends after the copy that was read, of this length, or is longer."""
        if not isinstance(length, int):
            return ()
        asked = f"a passage of {briefly(source)}"
        if isinstance(self.end, int) and self.end > length:
            found = f"it ends at {self.end} in a text of {length} characters"
            remedy = "count code points from 0, with the end exclusive"
            return (InvalidValueError(asked, found, remedy, field=field),)
        if isinstance(self.length, int) and self.length > length * MOST_GROWTH:
            found = f"it is longer than the text, which has {length} characters"
            remedy = "count the code points of the normalized passage"
            longer = f"{field.removesuffix('end')}length"
            return (InvalidValueError(asked, found, remedy, field=longer),)
        return ()

    def hinted_in(self, text: str) -> tuple[int, int] | None:
        """Return the recorded place if the passage stands there in a text; None otherwise.

        Raises:
            InvalidTypeError: the text is not a ``str``.
        """
        if not isinstance(text, str):
            raise InvalidTypeError.of("a passage in a text", text, "give the whole text")
        if not isinstance(self.start, int) or not isinstance(self.end, int):
            return None
        if self.end > len(text):
            return None
        passage = text[self.start : self.end]
        if len(normalized(passage)) == self.length and digest_of(passage) == self.digest:
            return self.start, self.end
        return None

    def reads_in(self, text: str) -> bool:
        """Whether the passage stands in a text, in its recorded place or elsewhere.

        Raises:
            InvalidTypeError: the text is not a ``str``.
        """
        if self.hinted_in(text):
            return True
        return bool(NormalizedText(text).places_of(self.digest, self.length))  # type: ignore[arg-type]  # it has one


def ends_beyond(
    spans: tuple[str | Span, ...], source: str, length: int | NotStated, field: str
) -> Checks:
    """Yield an error for each passage that ends after the end of a source's text."""
    for i, span in enumerate(spans):
        if isinstance(span, Span):
            yield span.end_errors(source, length, f"{field}[{i}].end")


def without_source(grounds: tuple[str | Span, ...], field: str) -> Checks:
    """Yield an error for each passage of which nothing says in which source it is."""
    for i, ground in enumerate(grounds):
        if type(ground) is Span:
            found = "it is a passage of a source that is not named"
            remedy = "give a Citation, which has a source, or say it in your own words"
            yield InvalidValueError("the ground of a date", found, remedy, field=f"{field}[{i}]")


def only_place_of(passage: str, text: str, asked: str) -> tuple[int, int]:
    """Return where a passage stands in a text, if it stands there once.

    Raises:
        InvalidTypeError: the text or the passage is not a ``str``.
        InvalidValueError: the passage does not stand there, or stands there more than once.
    """
    for given in (text, passage):
        if not isinstance(given, str):
            raise InvalidTypeError.of(asked, given, "give the whole text and the passage")
    times = text.count(passage) if passage else 0
    if times != 1:
        found = f"the passage occurs {times} times in the text"
        raise InvalidValueError(asked, found, "give a passage that occurs exactly once")
    start = text.index(passage)
    return start, start + len(passage)
