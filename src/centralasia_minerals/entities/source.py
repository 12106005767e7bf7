"""Sources, citations of their passages, and dates with their basis."""

from __future__ import annotations

from attrs import field

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.closed_enum import ClosedEnum
from centralasia_minerals.values.normalized_text import digest_of, normalized, sha256_of
from centralasia_minerals.values.page_links import fault_in_words, with_fragment, words_to_find
from centralasia_minerals.values.partial_date import PartialDate

from .base.field_checks import Checks
from .base.page_checks import PAGE_CHECKS, TextCheck
from .base.record import Entity, Record, entity, facts, part
from .base.telling.told_citation import ToldCitation, ToldSource
from .base.telling.told_date import ToldDate
from .passage import Span, ends_beyond, only_place_of
from .vocabulary.source_tier import Extent, SourceTier


class DateBasis(ClosedEnum):
    """Whether a source states a date, or the date is inferred from something else it says."""

    STATED = (
        "stated",
        "The cited passage prints every part of the date that is recorded, the year too.",
    )
    INFERRED = "inferred", "At least one part is worked out; ``inferred_from`` says from what."


@part
class Dated(ToldDate, Record):
    """A date, and whether a source states it or it is inferred; ``str`` says both in words.

    Attributes:
        date: the date, no more precise than the source.
        basis: whether the date is stated or inferred.
        inferred_from: what an inferred date is inferred from, in our words or as cited passages; a
            source's own date has passages of its text instead. Empty if the date is stated.
        citations: the passages behind the date; a source's own date has none.
    """

    date: PartialDate
    basis: DateBasis = DateBasis.STATED
    inferred_from: tuple[str | Span | Citation, ...] = ()
    citations: tuple[Citation, ...] = ()

    def _field_errors(self) -> Checks:
        if (self.basis is DateBasis.INFERRED) != bool(self.inferred_from):
            yield InvalidValueError(
                f"the date {self.date}",
                f"it is {self.basis}, and inferred_from has {len(self.inferred_from)} grounds",
                "give grounds for an inferred date, and for no other",
                field="inferred_from",
            )


@entity
class Source(ToldSource, Entity):
    """A text that facts are cited from; the text itself is not shipped.

    Attributes:
        id: the id, such as ``caspian-post-2025-03``.
        title: the printed headline, or a description in square brackets if none is printed.
        url: the address of its page; not stated if it has none, or none is known.
        read: the day on which somebody read the copy that is cited; not stated if nobody noted it.
        archived: the address of an archived copy of the page; not stated if none is known.
        language: the language of the text, as a BCP 47 tag; not stated if nobody noted it.
        author: who wrote it, as printed; not stated if the text does not say.
        publisher: who published it; not stated if the text does not say.
        origin: the agency or office that it repeats, as text or as the id of an organization,
            which ``Dataset.origin_of`` finds; not stated if the text does not say.
        tier: how near it is to what it tells of; not stated if nobody judged it.
        state_run: whether a state runs its publisher; not stated if nobody noted it.
        extent: whether the copy that was read is the whole text; not stated if nobody noted it.
        sha256: the SHA-256 of that copy's UTF-8 bytes, in 64 hex digits; not stated without one.
        length: the length of that copy, in Unicode code points; not stated if none is kept.
        published: its date; ``inferred_from`` takes the place of citations. Not stated if it is not
            dated: then it is known from the day on which it was read.
        furniture: what is on the page but is not part of the article, such as credits, buttons
            and forms; empty if there is none.
    """

    kind_name = "source"

    id: str
    title: str
    url: str | NotStated = NotStated()
    read: PartialDate | NotStated = NotStated()
    archived: str | NotStated = NotStated()
    language: str | NotStated = NotStated()
    author: str | NotStated = NotStated()
    publisher: str | NotStated = NotStated()
    origin: str | NotStated = NotStated()
    tier: SourceTier | NotStated = NotStated()
    state_run: bool | NotStated = NotStated()
    extent: Extent | NotStated = NotStated()
    sha256: str | NotStated = NotStated()
    length: int | NotStated = NotStated()
    published: Dated | NotStated = field(default=NotStated(), metadata=facts(criterion="date"))
    furniture: tuple[Span, ...] = ()

    @property
    def name(self) -> str:
        """The title."""
        return self.title

    @property
    def known_from(self) -> PartialDate:
        """The date from which views know it: when it was published, or else read."""
        return self.published.date if isinstance(self.published, Dated) else self.read  # type: ignore[return-value]  # it has one

    def _field_errors(self) -> Checks:
        yield Entity._field_errors(self)
        for name, check in PAGE_CHECKS.items():
            yield self._text_errors(name, check)
        yield self._day_errors()
        yield self._length_errors()
        yield self._published_errors()
        yield ends_beyond(self.furniture, self.id, self.length, "furniture")

    def _text_errors(self, name: str, check: TextCheck) -> Checks:
        if isinstance(text := getattr(self, name), str):
            yield from check(text, name)

    def _length_errors(self) -> Checks:
        if isinstance(self.length, int) and self.length < 1:
            found, remedy = str(self.length), "count its code points"
            yield InvalidValueError("the length of a source", found, remedy, field="length")

    def _published_errors(self) -> Checks:
        if not isinstance(self.published, Dated):
            return
        if self.published.citations:
            found, remedy = "it has citations", "list its own passages in inferred_from"
            yield InvalidValueError("the date of a source", found, remedy, field="published")
        grounds = self.published.inferred_from
        yield ends_beyond(grounds, self.id, self.length, "published.inferred_from")

    def _day_errors(self) -> Checks:
        if isinstance(self.read, PartialDate):
            if not self.read.is_one_day:
                yield InvalidValueError(
                    "the day on which a source was read", f"it is {self.read}", "give the day",
                    field="read",
                )  # fmt: skip
        elif isinstance(self.published, NotStated):
            yield InvalidValueError(
                "a source that is not dated", "it has no day on which it was read either",
                "give read, so that views know from when it was there", field="read",
            )  # fmt: skip

    def cite(
        self, text: str, passage: str, *, figure: str | None = None, supports: tuple[str, ...] = ()
    ) -> Citation:
        """Return a citation of a passage, given the text of the copy that was read.

        Raises:
            InvalidTypeError: the text, the passage or the figure is not a ``str``.
            InvalidValueError: the text is not that copy, or has the passage not once.
        """
        asked = f"a citation of {self.id!r}"
        if not isinstance(figure, str | None):
            raise InvalidTypeError.of(asked, figure, "give the figure as printed", "figure")
        start, end = only_place_of(passage, text, asked)
        if isinstance(self.sha256, str) and sha256_of(text) != self.sha256:
            remedy = "give the text of this source"
            raise InvalidValueError(asked, "the text has another sha256", remedy)
        return Citation(
            source=self, start=start, end=end, digest=digest_of(passage),
            length=len(normalized(passage)), supports=supports,
            figure=NotStated() if figure is None else figure,
            quote=words_to_find(text, start, end, figure) if self.url else (),
        )  # fmt: skip


@part
class Citation(ToldCitation, Span):
    """The passage of a source behind a record or a part of it.

    Attributes:
        source: the source that the passage is in.
        figure: the figure as printed there, such as ``"$1.1 billion"``; not stated if the
            passage is cited for something else.
        quote: the words that find the passage on its page, as printed: the figure with at most
            four words beside it, or its first words and its last words, at most three each; empty
            if the source has no page, or if no such words stand on it once.
        supports: the fields that the passage bears out, or elements of them, such as
            ``deposits[northern-katpar]``; empty means all that no other citation names.
    """

    source: Source
    figure: str | NotStated = NotStated()
    quote: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()

    @property
    def url(self) -> str | NotStated:
        """The address of the page, leading to the passage where words find it; or not stated."""
        return self._link(self.source.url)

    @property
    def archived_url(self) -> str | NotStated:
        """The same of the archived copy of the page."""
        return self._link(self.source.archived)

    def _link(self, address: str | NotStated) -> str | NotStated:
        return with_fragment(address, self.quote) if isinstance(address, str) else address

    def _field_errors(self) -> Checks:
        return *Span._field_errors(self), self._end_errors, self._word_errors

    def _end_errors(self) -> Checks:
        return self.end_errors(self.source.id, self.source.length, "end")

    def _word_errors(self) -> Checks:
        if fault := fault_in_words(self.quote, self.figure or None):
            remedy = "give the words that cite gives"
            return (InvalidValueError("the words of a citation", fault, remedy, field="quote"),)
        if self.figure != "":
            return ()
        remedy = "give it as printed, or leave it out"
        return (InvalidValueError("the figure of a citation", "empty", remedy, field="figure"),)

    def __str__(self) -> str:
        if isinstance(self.start, int):
            return f"{self.source.id}, characters {self.start}–{self.end}"
        return f"{self.source.id}, {' … '.join(self.quote) or self.digest}"


def earliest_published(citations: tuple[Citation, ...]) -> PartialDate | NotStated:
    """Return the date of the earliest source cited that is dated, or not stated if none is.

    It is also asked while a record is made, before it is known whether these are citations.
    """
    if type(citations) is not tuple or not {Citation}.issuperset(map(type, citations)):
        return NotStated()
    if len(citations) == 1:  # as of most things, and there is nothing to compare
        published = citations[0].source.published
        return published.date if isinstance(published, Dated) else published
    return next(iter(published_dates(citations)), NotStated())


def published_dates(citations: tuple[Citation, ...]) -> list[PartialDate]:
    """Return the dates of the sources cited, as far as they are dated, earliest first."""
    published = [citation.source.published for citation in citations]
    dates = [one.date for one in published if isinstance(one, Dated)]
    return sorted(dates, key=lambda date: (date.latest, date.earliest))
