"""Sources, citations of their characters, and dates with their basis."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.values import NotStated, PartialDate, Word

from .conformance import Refusal
from .record import Entity, Record, entity, part

_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
# The first 16 hex digits of a passage's SHA-256: enough to tell it from any other reading.
_DIGEST = re.compile(r"[0-9a-f]{16}", re.ASCII)


def digest_of(passage: str) -> str:
    """Give a passage's digest: the first 16 hex digits of the SHA-256 of its UTF-8 bytes.

    >>> digest_of("tungsten")
    '068be8be83f9bfaf'
    """
    return hashlib.sha256(passage.encode()).hexdigest()[:16]


@part
class Span(Record):
    """A passage, by its place in a text and its digest (W3C ``TextPositionSelector``).

    ``start`` and ``end`` count Unicode code points from 0, the end exclusive; ``digest`` is that
    of the passage, see ``digest_of``.
    """

    start: int
    end: int
    digest: str

    def _refusals(self) -> Iterator[Refusal]:
        if not 0 <= self.start < self.end:
            yield InvalidValueError(
                "a passage",
                f"start {self.start}, end {self.end}",
                "let it end after its start",
                field="end" if self.start >= 0 else "start",
            )
        if not _DIGEST.fullmatch(self.digest):
            yield InvalidValueError(
                "a passage's digest",
                f"{self.digest!r}",
                "give 16 lower-case hex digits",
                field="digest",
            )

    def reads_in(self, text: str) -> bool:
        """Say whether the text has, in that place, the passage that was cited."""
        return digest_of(text[self.start : self.end]) == self.digest


class DateBasis(Word):
    """Whether a source states a date or it is inferred from something else that is said."""

    STATED = "stated"
    INFERRED = "inferred"


@part
class Dated(Record):
    """A date with its basis.

    ``inferred_from`` says from what, in our words and in passages, where the date is inferred;
    it is empty where the date is stated. A source's own date has no citations.
    """

    date: PartialDate
    basis: DateBasis = DateBasis.STATED
    inferred_from: tuple[str | Span, ...] = ()
    citations: tuple[Citation, ...] = ()

    def _refusals(self) -> Iterator[Refusal]:
        if (self.basis is DateBasis.INFERRED) != bool(self.inferred_from):
            yield InvalidValueError(
                f"the date {self.date}",
                f"basis {self.basis}, inferred from {len(self.inferred_from)} grounds",
                "an inferred date says from what, and a stated one does not",
                field="inferred_from",
            )


@entity
class Source(Entity):
    """A text that facts are cited from; the text itself is not shipped.

    ``publisher`` is who published it and ``origin`` where that came from, as far as it says.
    ``title`` is the printed one, or a description in square brackets where none is printed.
    ``sha256`` is that of the text's UTF-8 bytes, ``length`` its number of code points.
    ``furniture`` marks what is on the page and not in the article: credits, buttons, forms.
    """

    kind_name = "source"

    id: str
    title: str
    publisher: str | NotStated = NotStated()
    origin: str | NotStated = NotStated()
    sha256: str
    length: int
    published: Dated
    furniture: tuple[Span, ...] = ()

    @property
    def name(self) -> str:
        """The title."""
        return self.title

    def _refusals(self) -> Iterator[Refusal]:
        yield from Entity._refusals(self)
        if not _SHA256.fullmatch(self.sha256):
            yield InvalidValueError(
                "a source's sha256",
                f"{self.sha256!r}",
                "give 64 lower-case hex digits",
                field="sha256",
            )
        if self.length < 1:
            yield InvalidValueError(
                "a source's length", f"{self.length}", "count its code points", field="length"
            )
        if self.published.citations:
            yield InvalidValueError(
                "a source's date",
                "it has citations",
                "give its own passages as inferred_from",
                field="published",
            )
        yield from self._spans_outside("furniture", self.furniture)
        yield from self._spans_outside("published.inferred_from", self.published.inferred_from)

    def _spans_outside(self, field: str, spans: tuple[str | Span, ...]) -> Iterator[Refusal]:
        for i, span in enumerate(spans):
            if isinstance(span, Span) and span.end > self.length:
                yield _outside(span, self, f"{field}[{i}].end")

    def cite(
        self, text: str, passage: str, *, figure: str | None = None, supports: tuple[str, ...] = ()
    ) -> Citation:
        """Cite a passage, given the source's whole text.

        Raises:
            InvalidValueError: the text is not the source's, or the passage stands in it nowhere
                or more than once.
        """
        if not isinstance(text, str) or not isinstance(passage, str):
            raise InvalidTypeError("a citation", "no text", "give the whole text and the passage")
        if hashlib.sha256(text.encode()).hexdigest() != self.sha256:
            raise InvalidValueError(
                f"a citation of {self.id!r}", "the text has another sha256", "give its own text"
            )
        times = text.count(passage) if passage else 0
        if times != 1:
            raise InvalidValueError(
                f"a citation of {self.id!r}", f"the passage stands there {times} times",
                "give one that stands there once",
            )  # fmt: skip
        start = text.index(passage)
        return Citation(
            source=self, start=start, end=start + len(passage), digest=digest_of(passage),
            figure=NotStated() if figure is None else figure, supports=supports,
        )  # fmt: skip


@part
class Citation(Span):
    """A passage of a source that a record stands on.

    ``figure`` is the figure as printed there (``"$1.1 billion"``); not stated where the passage
    is cited for something else. ``supports`` names the fields of the record that holds the
    citation, or elements of them, as ``deposits[northern-katpar]``; empty means all of it.
    """

    source: Source
    figure: str | NotStated = NotStated()
    supports: tuple[str, ...] = ()

    def _refusals(self) -> Iterator[Refusal]:
        yield from Span._refusals(self)
        if self.end > self.source.length:
            yield _outside(self, self.source, "end")
        if self.figure == "":
            yield InvalidValueError(
                "a citation's figure", "empty", "leave it out or print it", field="figure"
            )

    def __str__(self) -> str:
        return f"{self.source.id}, characters {self.start}–{self.end}"


def _outside(span: Span, source: Source, field: str) -> InvalidValueError:
    return InvalidValueError(
        f"a passage of {source.id!r}",
        f"it ends at {span.end}, and the text at {source.length}",
        "count code points from 0, end exclusive",
        field=field,
    )


def earliest_published(citations: tuple[Citation, ...]) -> PartialDate | NotStated:
    """Give the date of the earliest source cited, or not stated where nothing is."""
    dates = (citation.source.published.date for citation in citations)
    return min(dates, key=lambda date: (date.latest, date.earliest), default=NotStated())
