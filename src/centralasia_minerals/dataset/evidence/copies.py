"""Copies of sources' texts: which files of a folder they are, and where a passage stands."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, TypeAlias

from centralasia_minerals.entities.passage import Span
from centralasia_minerals.entities.source import Source
from centralasia_minerals.errors import InvalidTypeError, MissingPathError, UnknownIdError, near
from centralasia_minerals.values.normalized_text import NormalizedText

from ..file_access import content_of, entries_of, is_folder, is_there, path_of

SIZE_LIMIT = 16 * 1024 * 1024
"""The size of the largest text that is read, in bytes: 16 MiB; no page is near it."""

GivenCopies: TypeAlias = Mapping[str, str | Path | Iterable[str | Path]]
"""Files that a caller says are copies of sources, by the id of the source."""

_BOM = b"\xef\xbb\xbf"


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

    @cached_property
    def _normalized(self) -> NormalizedText:
        return NormalizedText(self.text)

    def place_of(self, span: Span) -> tuple[int, int] | None:
        """Return where a passage stands, nearest to its recorded place; None if nowhere."""
        recorded = span.hinted_in(self.text) if self.is_read else None
        if recorded is not None:
            return recorded
        places = self._normalized.places_of(span.digest, span.length)  # type: ignore[arg-type]  # it has one
        hint = span.start if isinstance(span.start, int) else 0
        return min(places, key=lambda place: abs(place[0] - hint), default=None)


class _File(NamedTuple):
    """A file of a folder, with its texts by digest, and how each differs from the file."""

    path: Path
    text: str
    by_digest: Mapping[str, tuple[str, str]]


def copies_in(
    folder: str | Path, sources: Iterable[Source], given: GivenCopies | None = None
) -> dict[str, tuple[Copy, ...]]:
    """Return the copies of each source, by its id; the copy that was read stands first.

    A file is a copy of a source if the source has its digest, whatever its line ends and with or
    without a byte order mark; if it is named ``<id>.txt`` or ``<id>--anything.txt``; or if the
    caller says so. Files above 16 MiB, and files that are not UTF-8, are no texts.

    Raises:
        InvalidTypeError: the folder is not a path, or what is given is not a mapping of paths.
        InvalidValueError: no folder or file can be at such a path.
        MissingPathError: the folder, or a file that is given, does not exist.
        FileAccessError: the folder cannot be read, or the place of a file looked at.
        UnknownIdError: a file is given for an id that no source has.
    """
    what = "a folder of texts"
    path = path_of(folder, what)
    if not is_folder(path, what):
        raise MissingPathError(
            what,
            f"{str(folder)!r:.120} is not an existing folder",
            "give the folder of the texts",
        )
    known = {source.id: source for source in sources}
    named = _named_by_caller(path, given, known)
    texts = [path / e.name for e in entries_of(path, what) if e.name.lower().endswith(".txt")]
    paths = dict.fromkeys((*texts, *(file for listed in named.values() for file in listed)))
    files = [read for file in paths if (read := _read(file))]
    return {
        id: tuple(sorted(_copies_of(source, files, named.get(id, ())), key=lambda c: not c.is_read))
        for id, source in known.items()
    }


def _named_by_caller(
    folder: Path, given: object, known: Mapping[str, Source]
) -> dict[str, tuple[Path, ...]]:
    """Return the files that the caller names for each source, by its id."""
    if given is None:
        return {}
    remedy = "give the paths of its files, by the id of a source"
    if not isinstance(given, Mapping):
        raise InvalidTypeError.of("copies", given, remedy)
    named: dict[str, tuple[Path, ...]] = {}
    for id, paths in given.items():
        if id not in known:
            raise UnknownIdError("source", str(id), near(str(id), known))
        listed = (paths,) if isinstance(paths, (str, Path)) else paths
        if not isinstance(listed, Iterable):
            raise InvalidTypeError.of(f"the copies of {id!r}", listed, remedy)
        named[id] = tuple(_existing(folder, id, one) for one in listed)
    return named


def _existing(folder: Path, id: str, given: object) -> Path:
    path = folder / path_of(given, f"a copy of {id!r}")
    if not is_there(path, f"a copy of {id!r}") or not path.is_file():
        raise MissingPathError(
            f"a copy of {id!r}", f"{str(path)!r:.120} is not a file", "check the path"
        )
    return path


def _copies_of(source: Source, files: Iterable[_File], named: Iterable[Path]) -> Iterator[Copy]:
    for file in files:
        found = file.by_digest.get(source.sha256 or "")
        if found is not None:
            text, difference = found
            yield Copy(file.path.name, text, is_read=True, difference=difference)
        elif file.path in named or file.path.stem.split("--")[0] == source.id:
            yield Copy(file.path.name, file.text, is_read=False)


def _read(path: Path) -> _File | None:
    """Return a file with its digests; None if it is not a text."""
    try:
        content = content_of(path, "a text", SIZE_LIMIT)
        text = content.removeprefix(_BOM).decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    if len(content) > SIZE_LIMIT:
        return None
    by_digest: dict[str, tuple[str, str]] = {}
    for variant, difference in _variants(content):
        digest = hashlib.sha256(variant).hexdigest()
        by_digest.setdefault(digest, (variant.decode("utf-8"), difference))
    return _File(path, text, by_digest)


def _variants(content: bytes) -> Iterator[tuple[bytes, str]]:
    """Yield what a file holds, then what it may have held, with how the file differs from that."""
    yield content, ""
    bare = content.removeprefix(_BOM)
    mark = "a byte order mark" if bare != content else ""
    plain = bare.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    for variant in (bare, plain, plain.replace(b"\n", b"\r\n"), plain.replace(b"\n", b"\r")):
        ends = "other line ends" if variant != bare else ""
        yield variant, " and ".join(filter(None, (mark, ends)))
