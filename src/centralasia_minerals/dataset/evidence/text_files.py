"""Reads the files of a folder that are texts, and says of the others what they are."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, TypeAlias

from centralasia_minerals.entities.source import Source
from centralasia_minerals.errors import (
    FileAccessError,
    InvalidTypeError,
    MissingPathError,
    UnknownIdError,
    near,
)
from centralasia_minerals.rendering.files.file_access import (
    content_of,
    entries_of,
    is_folder,
    is_there,
    path_of,
)

SIZE_LIMIT = 16 * 1024 * 1024
"""The size of the largest text that is read, in bytes: 16 MiB; no page is near it."""

GivenCopies: TypeAlias = Mapping[str, str | Path | Iterable[str | Path]]
"""Files that a caller says are copies of sources, by the id of the source."""

_BOM = b"\xef\xbb\xbf"


class TextFile(NamedTuple):
    """A file of a folder, with its texts by digest, and how each differs from the file."""

    path: Path
    text: str
    by_digest: Mapping[str, tuple[str, str]]


def texts_in(folder: object) -> list[Path]:
    """Return what a folder has that is named like a text, sorted.

    Raises:
        InvalidTypeError: the folder is not a path.
        InvalidValueError: no folder can be at the path.
        MissingPathError: the folder does not exist.
        FileAccessError: the folder cannot be read.
    """
    what = "a folder of texts"
    path = path_of(folder, what)
    if not is_folder(path, what):
        raise MissingPathError(
            what,
            f"{str(folder)!r:.120} is not an existing folder",
            "give the folder of the texts",
        )
    return [path / e.name for e in entries_of(path, what) if e.name.lower().endswith(".txt")]


def named_by_caller(
    folder: Path, given: object, known: Mapping[str, Source]
) -> dict[str, tuple[Path, ...]]:
    """Return the files that the caller names for each source, by its id.

    Raises:
        InvalidTypeError: what is given is not a mapping of paths.
        InvalidValueError: no file can be at a path.
        MissingPathError: a file does not exist.
        FileAccessError: the place of a file cannot be looked at.
        UnknownIdError: a file is given for an id that no source has.
    """
    if given is None:
        return {}
    remedy = "give the paths of its files, by the id of a source"
    if not isinstance(given, Mapping):
        raise InvalidTypeError.of("copies", given, remedy)
    named: dict[str, tuple[Path, ...]] = {}
    for id, paths in given.items():
        if not isinstance(id, str):
            raise InvalidTypeError.of("the source of a copy", id, remedy)
        if id not in known:
            raise UnknownIdError("source", id, near(id, known))
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


def read_text(path: Path) -> TextFile | str:
    """Return a file with its digests, or why it is no text."""
    try:
        content = content_of(path, "a text", SIZE_LIMIT)
        text = content.removeprefix(_BOM).decode("utf-8")
    except FileAccessError as error:
        return f"is not read: {error.found}"
    except UnicodeDecodeError as error:
        return f"is not UTF-8 at byte {error.start}"
    except OSError as error:
        return f"is not read: {error.strerror}"
    if len(content) > SIZE_LIMIT:
        return f"is larger than {SIZE_LIMIT // 1024**2} MiB"
    by_digest: dict[str, tuple[str, str]] = {}
    for variant, difference in _variants(content):
        digest = hashlib.sha256(variant).hexdigest()
        by_digest.setdefault(digest, (variant.decode("utf-8"), difference))
    return TextFile(path, text, by_digest)


def _variants(content: bytes) -> Iterator[tuple[bytes, str]]:
    """Yield what a file holds, then what it may have held, with how the file differs from that."""
    yield content, ""
    bare = content.removeprefix(_BOM)
    mark = "a byte order mark" if bare != content else ""
    plain = bare.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    for variant in (bare, plain, plain.replace(b"\n", b"\r\n"), plain.replace(b"\n", b"\r")):
        ends = "other line ends" if variant != bare else ""
        yield variant, " and ".join(filter(None, (mark, ends)))
