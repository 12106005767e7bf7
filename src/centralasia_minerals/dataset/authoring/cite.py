"""Makes sources of texts, and citations of passages, so that nobody counts or hashes by hand."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import lru_cache
from typing import Unpack
from urllib.parse import urlsplit

import attrs

from centralasia_minerals.entities.base.results import result
from centralasia_minerals.entities.source import Citation, Dated, Source
from centralasia_minerals.entities.vocabulary.source_tier import Extent, SourceTier
from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.normalized_text import (
    NormalizedText,
    digest_of,
    normalized,
    sha256_of,
)
from centralasia_minerals.values.page_links import fault_in_address, words_to_find
from centralasia_minerals.values.partial_date import PartialDate

from ..evidence.printed_figures import MOST_WORDS, stands_whole
from .source_keywords import SourceKeywords

_LONGEST_ID = 60
_MOST_OF_A_HEADLINE = 25


@attrs.frozen
@result
class FoundPassage:
    """A passage of a text, ready to be cited; as text, it is a table for a data file.

    Attributes:
        source: the id of the source; empty if none was given.
        start: where the passage begins in the text, in code points, counted from 0.
        end: where it ends; the character at ``end`` is not part of it.
        digest: the digest of the normalized passage.
        length: the length of the normalized passage.
        figure: the figure as printed in it; None if it is cited for something else.
        quote: the words that find it on its page; empty if none do.
        remark: what to know about it, such as that it stands there only with other white space;
            empty if there is nothing.
    """

    source: str
    start: int
    end: int
    digest: str
    length: int
    figure: str | None
    quote: tuple[str, ...]
    remark: str

    def citation(self, source: Source, *, supports: tuple[str, ...] = ()) -> Citation:
        """Return the passage as a citation of a source."""
        return Citation(
            source=source, start=self.start, end=self.end, digest=self.digest, length=self.length,
            figure=self.figure or NotStated(), quote=self.quote if source.url else (),
            supports=supports,
        )  # fmt: skip

    def table(self) -> dict[str, object]:
        """Return the passage as a data file writes it."""
        place = {"start": self.start, "end": self.end, "digest": self.digest}
        length = {"length": self.length} if self.length != self.end - self.start else {}
        figure = {"figure": self.figure} if self.figure else {}
        quote = {"quote": list(self.quote)} if self.quote else {}
        return {"source": self.source or "...", **place, **length, **figure, **quote}

    def __str__(self) -> str:
        return f"{{ {', '.join(f'{key} = {in_toml(v)}' for key, v in self.table().items())} }}"


def cite(
    text: str, passage: str, *, figure: str | None = None, source: Source | str = ""
) -> FoundPassage:
    """Find a passage in the text of a source, and return it ready to be cited.

    Args:
        text: the whole text, as it was read.
        passage: the passage; other white space, quotes and hyphens do not matter.
        figure: the figure as printed in the passage; None if it is cited for something else.
        source: the source, or its id. Words that find the passage on its page are sought unless
            the source is given and has no page.

    Raises:
        InvalidTypeError: the text or the passage is not text, or the source is neither a Source nor
            an id.
        InvalidValueError: the passage does not stand in the text, or stands there more than once;
            the figure does not stand in the passage; or one of them has half a character.

    >>> import centralasia_minerals as cam
    >>> text = "The bank lends up to $700 million. Another lends nothing."
    >>> found = cam.cite(text, "up to $700 million", figure="$700 million", source="gazette")
    >>> found.start, found.end, found.quote
    (15, 33, ('$700 million',))
    """
    asked = f"a citation of {passage!r:.60}"
    for given in (text, passage):
        if not isinstance(given, str):
            raise InvalidTypeError.of(asked, given, "give the whole text and the passage")
        _refuse_half_characters(given, asked)
    if not isinstance(source, (Source, str)):
        raise InvalidTypeError.of("the source of a passage", source, "give a Source, or its id")
    _refuse_half_characters(source if isinstance(source, str) else "", "the source of a passage")
    if figure is not None and not isinstance(figure, str):
        raise InvalidTypeError.of("the figure of a passage", figure, "give text, or None")
    if figure is not None and not figure.strip():
        found, remedy = "it is empty", "give the figure as the passage prints it, or none"
        raise InvalidValueError("the figure of a passage", found, remedy)
    digest, length = digest_of(passage), len(normalized(passage))
    places = _normalized(text).places_where(passage)
    if len(places) != 1:
        raise InvalidValueError(asked, _found(text, places), _remedy(places))
    start, end = places[0]
    printed = text[start:end]
    if figure is not None and not stands_whole(figure, printed):
        found = f"the figure {figure!r:.60} is not in it, or only a part of one"
        raise InvalidValueError(asked, found, "give the figure as the passage prints it")
    if figure is not None and len(figure.split()) > MOST_WORDS:
        found = f"the figure has {len(figure.split())} words"
        raise InvalidValueError(asked, found, "give the figure alone, without the words around it")
    has_page = not isinstance(source, Source) or bool(source.url)
    return FoundPassage(
        source=source.id if isinstance(source, Source) else source,
        start=start,
        end=end,
        digest=digest,
        length=length,
        figure=figure,
        quote=words_to_find(text, start, end, figure) if has_page else (),
        remark="" if printed == passage else "it stands there with other white space or signs",
    )


@lru_cache(maxsize=4)
def _normalized(text: str) -> NormalizedText:
    """Return a text as passages are compared, made once for all passages of it."""
    return NormalizedText(text)


def _found(text: str, places: tuple[tuple[int, int], ...]) -> str:
    if not places:
        return "it does not stand in the text, as whole words"
    shown = "; ".join(f"at {a}: {text[max(0, a - 20) : b + 20]!r:.80}" for a, b in places[:3])
    return f"it stands there {len(places)} times ({shown})"


def _remedy(places: tuple[tuple[int, int], ...]) -> str:
    return "cite more of the sentence" if places else "copy it from the text"


def source(text: str, **keywords: Unpack[SourceKeywords]) -> Source:
    r"""Return the source of a text, with the digest and the length of the text.

    Args:
        text: the whole text, as it was read.
        keywords: the fields of ``Source``, each by its name. ``title`` is by default the first
            line of the text, ``id`` is made of the page's host and the date, and ``published`` and
            ``read`` may be texts of dates.

    Raises:
        InvalidTypeError: the text is not text, or a field is of a wrong type.
        InvalidValueError: the text is empty, a date cannot be read, or there is neither a date of
            publication nor a day on which it was read.

    >>> import centralasia_minerals as cam
    >>> page = cam.source("A headline\nAnd a text.", url="https://news.example", read="2026-01-05")
    >>> page.id, page.title, page.length
    ('news-example-2026-01', 'A headline', 22)
    """
    if not isinstance(text, str):
        raise InvalidTypeError.of("the text of a source", text, "give the whole text")
    _refuse_half_characters(text, "the text of a source")
    first = next(filter(None, map(str.strip, text.splitlines())), None)
    if first is None:
        raise InvalidValueError("the text of a source", "it is empty", "give the whole text")
    given = dict(keywords)
    published, read = _date(given.pop("published", None)), _date(given.pop("read", None))
    known = published.date if isinstance(published, Dated) else published or read
    dated = Dated(date=published) if isinstance(published, PartialDate) else published
    if "title" not in given and len(first.split()) > _MOST_OF_A_HEADLINE:
        found = f"its first line has {len(first.split())} words"
        raise InvalidValueError("the title of a source", found, "give title, as it is printed")
    given.setdefault("title", first)
    unknown = sorted(given.keys() - SourceKeywords.__annotations__.keys())
    if unknown:
        known_names = ", ".join(sorted(SourceKeywords.__annotations__))
        raise InvalidTypeError(
            "the keywords of a source", ", ".join(unknown), f"give {known_names}"
        )
    given.setdefault("id", _id(given, known))
    for name, cls in (("tier", SourceTier), ("extent", Extent)):
        if isinstance(given.get(name), str):
            given[name] = cls.of(given[name], cls.noun())
    dates = {"published": dated or NotStated(), "read": read or NotStated()}
    return Source(sha256=sha256_of(text), length=len(text), **dates, **given)  # type: ignore[arg-type]  # the class checks them


def _refuse_half_characters(text: str, what: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        found = f"it has half a character (a lone surrogate) at {error.start}"
        raise InvalidValueError(what, found, "read the text as UTF-8") from None


def _date(given: object) -> object:
    if isinstance(given, str):
        return PartialDate.parse(given)
    return PartialDate.of(given) if isinstance(given, date) else given


def _id(given: dict[str, object], known: object) -> str:
    """Return an id made of the host of a page, or else of its title, and of a month."""
    address = given.get("url")
    is_address = isinstance(address, str) and fault_in_address(address) is None
    host = urlsplit(str(address)).hostname if is_address else None
    words = (host or "").removeprefix("www.") or str(given["title"])
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST_ID].strip("-") or "source"
    # A quarter has no month, and of an interval it is that of the start.
    month = str(PartialDate(known.year, known.month)) if isinstance(known, PartialDate) else ""
    return f"{name}-{month}" if month else name


def in_toml(value: object) -> str:
    """Return a plain value as TOML writes it on one line."""
    if isinstance(value, str):
        import json  # its escapes are TOML's

        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {in_toml(v)}' for key, v in value.items())} }}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(in_toml, value))}]"
    return str(value)
