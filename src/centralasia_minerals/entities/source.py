"""Sources, citations of their passages, and dates with their basis."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import field

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.closed_enum import ClosedEnum
from centralasia_minerals.values.partial_date import PartialDate

from .field_checks import FieldError
from .record import Entity, Record, entity, facts, part

_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
# The first 16 hex digits of a passage's SHA-256 are enough to notice any other reading.
_DIGEST = re.compile(r"[0-9a-f]{16}", re.ASCII)


def digest_of(passage: str) -> str:
    """Return the digest of a passage: the first 16 hex digits of the SHA-256 of its UTF-8 bytes.

    >>> digest_of("tungsten")
    '068be8be83f9bfaf'
    """
    return _sha256_of(passage)[:16]


def _sha256_of(text: str) -> str:
    import hashlib  # whoever only totals takes no digest

    return hashlib.sha256(text.encode()).hexdigest()


@part
class Span(Record):
    """A passage of a text, by its place and its digest (W3C ``TextPositionSelector``).

    Attributes:
        start: where the passage begins, in Unicode code points, counted from 0.
        end: where it ends, in code points; the character at ``end`` is not part of it.
        digest: the passage's digest, from ``digest_of``.
    """

    start: int
    end: int
    digest: str

    def _field_errors(self) -> Iterator[FieldError]:
        if not 0 <= self.start < self.end:
            yield InvalidValueError(
                "a passage",
                f"it runs from {self.start} to {self.end}",
                "count from 0, and let it end after its start",
                field="end" if self.start >= 0 else "start",
            )
        if not _DIGEST.fullmatch(self.digest):
            yield InvalidValueError(
                "the digest of a passage",
                f"{self.digest!r}",
                "give 16 lower-case hex digits, from digest_of",
                field="digest",
            )

    def reads_in(self, text: str) -> bool:
        """Whether the text has the cited passage in this place."""
        return digest_of(text[self.start : self.end]) == self.digest


class DateBasis(ClosedEnum):
    """Whether a source states a date, or the date is inferred from something else it says."""

    STATED = (
        "stated",
        "The cited passage prints every part of the date that is recorded, the year too.",
    )
    INFERRED = "inferred", "At least one part is worked out; ``inferred_from`` says from what."


@part
class Dated(Record):
    """A date, and whether a source states it or it is inferred.

    Attributes:
        date: the date, no more precise than the source.
        basis: whether the date is stated or inferred.
        inferred_from: what an inferred date is inferred from, in our words, or as passages in a
            source's own date; empty if the date is stated.
        citations: the passages behind the date; a source's own date has none.
    """

    date: PartialDate
    basis: DateBasis = DateBasis.STATED
    inferred_from: tuple[str | Span, ...] = ()
    citations: tuple[Citation, ...] = ()

    def _field_errors(self) -> Iterator[FieldError]:
        if (self.basis is DateBasis.INFERRED) != bool(self.inferred_from):
            yield InvalidValueError(
                f"the date {self.date}",
                f"it is {self.basis}, and inferred_from has {len(self.inferred_from)} grounds",
                "give grounds for an inferred date, and for no other",
                field="inferred_from",
            )


@entity
class Source(Entity):
    """A text that facts are cited from; the text itself is not shipped.

    Attributes:
        id: the id, such as ``caspian-post-2025-03``.
        title: the printed headline, or a description in square brackets if none is printed.
        publisher: who published it; not stated if the text does not say.
        origin: where the publisher has it from; not stated if the text does not say.
        sha256: the SHA-256 of the text's UTF-8 bytes, as 64 hex digits.
        length: the length of the text, in Unicode code points.
        published: its date; ``inferred_from`` takes the place of citations.
        furniture: what is on the page but is not part of the article, such as credits, buttons
            and forms; empty if there is none.
    """

    kind_name = "source"

    id: str
    title: str
    publisher: str | NotStated = NotStated()
    origin: str | NotStated = NotStated()
    sha256: str
    length: int
    published: Dated = field(metadata=facts(criterion="date"))
    furniture: tuple[Span, ...] = ()

    @property
    def name(self) -> str:
        """The title."""
        return self.title

    def _field_errors(self) -> Iterator[FieldError]:
        yield from Entity._field_errors(self)
        if not _SHA256.fullmatch(self.sha256):
            yield InvalidValueError(
                "the sha256 of a source",
                f"{self.sha256!r:.80}",
                "give 64 lower-case hex digits",
                field="sha256",
            )
        if self.length < 1:
            yield InvalidValueError(
                "the length of a source", f"{self.length}", "count its code points", field="length"
            )
        if self.published.citations:
            yield InvalidValueError(
                "the date of a source",
                "it has citations",
                "list its own passages in inferred_from",
                field="published",
            )
        yield from self._spans_outside("furniture", self.furniture)
        yield from self._spans_outside("published.inferred_from", self.published.inferred_from)

    def _spans_outside(self, field: str, spans: tuple[str | Span, ...]) -> Iterator[FieldError]:
        for i, span in enumerate(spans):
            if isinstance(span, Span) and span.end > self.length:
                yield _outside(span, self, f"{field}[{i}].end")

    def cite(
        self, text: str, passage: str, *, figure: str | None = None, supports: tuple[str, ...] = ()
    ) -> Citation:
        """Return a citation of a passage, given the source's whole text.

        Raises:
            InvalidTypeError: the text or the passage is not a ``str``.
            InvalidValueError: the text is not the source's, or does not have the passage exactly
                once.
        """
        asked = f"a citation of {self.id!r}"
        for given in (text, passage):
            if not isinstance(given, str):
                raise InvalidTypeError.of(asked, given, "give the whole text and the passage")
        if _sha256_of(text) != self.sha256:
            remedy = "give the text of this source"
            raise InvalidValueError(asked, "the text has another sha256", remedy)
        times = text.count(passage) if passage else 0
        if times != 1:
            found = f"the passage occurs {times} times in the text"
            raise InvalidValueError(asked, found, "give a passage that occurs exactly once")
        start = text.index(passage)
        return Citation(
            source=self, start=start, end=start + len(passage), digest=digest_of(passage),
            figure=NotStated() if figure is None else figure, supports=supports,
        )  # fmt: skip


@part
class Citation(Span):
    """The passage of a source behind a record or a part of it.

    Attributes:
        source: the source that the passage is in.
        figure: the figure as printed there, such as ``"$1.1 billion"``; not stated if the
            passage is cited for something else.
        supports: the fields that the passage bears out, or elements of them, such as
            ``deposits[northern-katpar]``; empty means all that no other citation names.
    """

    source: Source
    figure: str | NotStated = NotStated()
    supports: tuple[str, ...] = ()

    def _field_errors(self) -> Iterator[FieldError]:
        yield from Span._field_errors(self)
        if self.end > self.source.length:
            yield _outside(self, self.source, "end")
        if self.figure == "":
            remedy = "give it as printed, or leave it out"
            yield InvalidValueError("the figure of a citation", "empty", remedy, field="figure")

    def __str__(self) -> str:
        return f"{self.source.id}, characters {self.start}–{self.end}"


def _outside(span: Span, source: Source, field: str) -> InvalidValueError:
    return InvalidValueError(
        f"a passage of {source.id!r}",
        f"it ends at {span.end} in a text of {source.length} characters",
        "count code points from 0, with the end exclusive",
        field=field,
    )


def earliest_published(citations: tuple[Citation, ...]) -> PartialDate | NotStated:
    """Return the date of the earliest source cited, or not stated if there are no citations."""
    if len(citations) == 1:  # as of most things, and there is nothing to compare
        return citations[0].source.published.date
    dates = (citation.source.published.date for citation in citations)
    return min(dates, key=lambda date: (date.latest, date.earliest), default=NotStated())
