"""Writes files whole or not at all, keeps who may read them, and follows links."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from centralasia_minerals.errors import FileAccessError, MissingPathError

from .file_access import is_folder, refused


def write_whole(contents: Mapping[Path, bytes], what: str, *, gone: Iterable[Path] = ()) -> None:
    """Write files, which appear in their places only once all of them are complete.

    What stood there keeps its permissions, and a link still leads to its file. If anything fails,
    everything is as it was before.

    Args:
        contents: what to write, by the path of the file.
        what: what is written, for the message of an error.
        gone: files that are removed with it, if they are there.

    Raises:
        MissingPathError: the folder of a file does not exist.
        FileAccessError: the system refuses to write, or something other than a file is there.
    """
    unfinished: dict[Path, Path] = {}
    current = Path()
    try:
        for current, content in contents.items():
            place = _place_of(current, what)
            # It is written beside its place, under a name that is short enough for any system.
            unfinished[place] = place.with_name(f".{secrets.token_hex(8)}.unfinished")
            _write(unfinished[place], content, like=place)
        _put_in_place(unfinished, [path for path in gone if path.exists()], what)
    except (FileAccessError, MissingPathError):
        raise
    except OSError as error:
        raise refused(what, current, error) from None
    finally:
        for file in unfinished.values():
            with suppress(OSError):
                file.unlink(missing_ok=True)


def _place_of(path: Path, what: str) -> Path:
    """Return where a file is written: at its path, or where the link at its path leads."""
    place = Path(os.path.realpath(path))
    if not is_folder(place.parent, what):
        found = f"the folder {str(place.parent)!r:.120} does not exist"
        raise MissingPathError(what, found, "create it first")
    if place.is_symlink():
        raise FileAccessError(what, f"{path.name!r:.120} is a link to itself", "remove it")
    if place.exists() and not place.is_file():
        found = f"{str(place)!r:.120} is not a file but a folder, a device, a pipe or a socket"
        raise FileAccessError(what, found, "give a file")
    return place


def _write(file: Path, content: bytes, *, like: Path) -> None:
    """Write a new file, with the owner and the permissions of one that it will replace."""
    before = like.stat() if like.exists() else None

    def make(path: str, flags: int) -> int:
        # Nobody else may read it before it has the permissions of the other.
        return os.open(path, flags, 0o666 if before is None else 0o600)

    with open(file, "xb", opener=make) as stream:  # a Path has no opener
        if before is not None:
            with suppress(OSError, AttributeError):  # AttributeError: Windows has no owners
                os.fchown(stream.fileno(), before.st_uid, before.st_gid)
            file.chmod(stat.S_IMODE(before.st_mode))
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _put_in_place(unfinished: Mapping[Path, Path], gone: Iterable[Path], what: str) -> None:
    """Move files to their places and remove others; if one cannot be, take all of it back."""
    changed = (*unfinished, *gone)
    # One file alone is moved or not: there is nothing to take back.
    before = {place: _old(place) for place in changed} if len(changed) > 1 else {}
    done: list[Path] = []
    place = Path()
    try:
        for place in changed:
            if place in unfinished:
                unfinished[place].replace(place)
            else:
                place.unlink()
            done.append(place)
    except BaseException as error:
        for other in done:
            _restore(other, before[other])
        if isinstance(error, OSError):
            raise refused(what, place, error) from None
        raise


def _old(place: Path) -> bytes | None:
    return place.read_bytes() if place.exists() else None


def _restore(place: Path, content: bytes | None) -> None:
    with suppress(OSError):
        if content is None:
            place.unlink()
        else:
            place.write_bytes(content)
