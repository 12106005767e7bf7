"""Copies of sources' texts: which files of a folder they are, and where a passage stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from centralasia_minerals.entities.passage import Span
from centralasia_minerals.entities.source import Citation, Source
from centralasia_minerals.values.base.plain_signs import MOST_GROWTH
from centralasia_minerals.values.normalized_text import (
    NormalizedText,
    digest_of,
    normalized,
)

from .text_files import SIZE_LIMIT, GivenCopies, TextFile, named_by_caller, read_text, texts_in


class Copy:
    """A text of a source.

    Attributes:
        name: the name of its file.
        text: the text; of the copy that was read, as it was then.
        is_read: whether it is the copy that was read, by its digest.
        difference: how its file differs from that copy, such as in line ends; empty if it is
            the same, or another copy.
    """

    def __init__(self, name: str, text: str, *, is_read: bool, difference: str = "") -> None:
        self.name = name
        self.text = text
        self.is_read = is_read
        self.difference = difference
        self._drift = 0  # how far the last passage stood from its recorded place

    @cached_property
    def _normalized(self) -> NormalizedText:
        return NormalizedText(self.text)

    def place_of(self, span: Span) -> tuple[int, int] | None:
        """Return where a passage stands, nearest to its recorded place; None if nowhere."""
        is_inside = isinstance(span.end, int) and span.end <= len(self.text)
        recorded = span.hinted_in(self.text) if self.is_read and is_inside else None
        if recorded is not None:
            return recorded
        hint = min(span.start, len(self.text)) if isinstance(span.start, int) else 0
        near = max(0, hint + self._drift)
        found = min(self._places_of(span, near), key=lambda at: abs(at[0] - near), default=None)
        if found is not None and isinstance(span.start, int):
            self._drift = found[0] - hint
        return found

    def _places_of(self, span: Span, near: int) -> tuple[tuple[int, int], ...]:
        """Return where a passage stands, looked for first where it may stand."""
        digest, length, text = span.digest, span.length, self._normalized
        if not isinstance(length, int) or length > len(self.text) * MOST_GROWTH:
            return ()
        if isinstance(span.start, int) and (found := text.places_near(digest, length, near)):
            return found
        if isinstance(span, Citation):
            known = [*span.quote, *([span.figure] if isinstance(span.figure, str) else [])]
            for words in sorted(known, key=len, reverse=True):
                if found := text.places_around(words, digest, length):
                    return found
        return text.places_of(digest, length)

    def miscounted(self, span: Span) -> str:
        """Return where a passage stands that was counted in bytes; empty if it was not."""
        place = None
        if isinstance(span.start, int) and isinstance(span.end, int):
            place = self._place_in_bytes(span.start, span.end, span.digest)
        if place is None and isinstance(span.length, int) and len(self.text) <= SIZE_LIMIT // 8:
            place = self._normalized.place_by_bytes(span.digest, span.length)
        if place is None:
            return ""
        own = f"characters {place[0]} to {place[1]}"
        length = len(normalized(self.text[slice(*place)]))
        return f"it was counted in bytes: it stands at {own}, and has a length of {length}"

    def _place_in_bytes(self, start: int, end: int, digest: str) -> tuple[int, int] | None:
        content = self.text.encode()
        if end > len(content):
            return None
        try:
            before, passage = content[:start].decode(), content[start:end].decode()
        except UnicodeDecodeError:
            return None
        place = len(before), len(before) + len(passage)
        return place if digest_of(passage) == digest else None

    def counts_bytes(self, place: int, recorded: int) -> bool:
        """Whether a recorded start is that of a place, counted in bytes."""
        return place != recorded and len(self.text[:place].encode()) == recorded


class Copies(NamedTuple):
    """The copies of sources in a folder.

    Attributes:
        by_source: the copies of each source, by its id; the copy that was read stands first.
        unreadable: what is to be said of the files that are no texts though they are named as
            copies, by the id of the source.
    """

    by_source: dict[str, tuple[Copy, ...]]
    unreadable: dict[str, tuple[str, ...]]


def copies_in(
    folder: str | Path, sources: Iterable[Source], given: GivenCopies | None = None
) -> dict[str, tuple[Copy, ...]]:
    """Return the copies of each source, by its id, as ``copies_and_faults`` does."""
    return copies_and_faults(folder, sources, given).by_source


def copies_and_faults(
    folder: str | Path, sources: Iterable[Source], given: GivenCopies | None = None
) -> Copies:
    """Return the copies of each source, and which files are no texts though they are named so.

    A file is a copy of a source if the source has its digest, whatever its line ends and with or
    without a byte order mark; if it is named ``<id>.txt`` or ``<id>--anything.txt``; or if the
    caller says so. Files above 16 MiB, files that are not UTF-8, and what is no file, are no texts.

    Raises:
        InvalidTypeError: the folder is not a path, or what is given is not a mapping of paths.
        InvalidValueError: no folder or file can be at such a path.
        MissingPathError: the folder, or a file that is given, does not exist.
        FileAccessError: the folder cannot be read, or the place of a file looked at.
        UnknownIdError: a file is given for an id that no source has.
    """
    listed = texts_in(folder)
    known = {source.id: source for source in sources}
    named = named_by_caller(Path(folder), given, known)
    paths = dict.fromkeys((*listed, *(file for files in named.values() for file in files)))
    read = {path: read_text(path) for path in paths}
    files = [file for file in read.values() if isinstance(file, TextFile)]
    faults = {path: fault for path, fault in read.items() if isinstance(fault, str)}
    return Copies(
        {
            id: _read_first(_copies_of(source, files, named.get(id, ())))
            for id, source in known.items()
        },
        {id: found for id in known if (found := tuple(_faults_of(id, faults, named.get(id, ()))))},
    )


def _read_first(copies: Iterable[Copy]) -> tuple[Copy, ...]:
    return tuple(sorted(copies, key=lambda copy: not copy.is_read))


def _copies_of(source: Source, files: Iterable[TextFile], named: Iterable[Path]) -> Iterator[Copy]:
    for file in files:
        found = file.by_digest.get(source.sha256 or "")
        if found is not None:
            text, difference = found
            yield Copy(file.path.name, text, is_read=True, difference=difference)
        elif _is_named(file.path, source.id, named):
            yield Copy(file.path.name, file.text, is_read=False)


def _faults_of(id: str, faults: dict[Path, str], named: Iterable[Path]) -> Iterator[str]:
    for path, fault in faults.items():
        if _is_named(path, id, named):
            yield f"{path.name!r:.80} {fault}"


def _is_named(path: Path, id: str, named: Iterable[Path]) -> bool:
    return path in named or path.stem.split("--")[0] == id
