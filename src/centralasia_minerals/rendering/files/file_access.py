"""Looks at what stands at a path and reads it, without ever waiting for something that is no file.

Whatever the system refuses becomes an error of the library. Nothing here knows what a file holds.
"""

from __future__ import annotations

import errno
import os
import stat
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import BinaryIO, cast

from centralasia_minerals.errors import FileAccessError, InvalidTypeError, InvalidValueError

SIZE_LIMIT = 16 * 1024 * 1024
"""The size of the largest data file that is read by default, in bytes: 16 MiB."""

# With these, nothing can stand at a path: it leads through a file or in a circle, or is too long.
_NOTHING_THERE = {errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG}


def path_of(given: object, what: str) -> Path:
    """Return a path that a caller gives.

    Raises:
        InvalidTypeError: it is neither text nor a Path.
        InvalidValueError: it is empty, or no file can have such a name.
    """
    if not isinstance(given, (str, Path)):
        raise InvalidTypeError.of(what, given, "give a path, as text or a Path")
    if not str(given):
        remedy = "give a path; that of the current folder is '.'"
        raise InvalidValueError(what, "the path is empty", remedy)
    try:
        can_be_named = b"\0" not in os.fsencode(given)
    except UnicodeEncodeError:
        can_be_named = False
    if not can_be_named:
        found = f"no file can be named {str(given)!a:.80}"
        raise InvalidValueError(what, found, "check the path")
    return Path(given)


def is_folder(path: Traversable, what: str) -> bool:
    """Whether a folder stands at a path, or a link to one.

    Raises:
        FileAccessError: the system does not let anybody look.
    """
    if not isinstance(path, Path):
        return path.is_dir()
    return stat.S_ISDIR(_mode_of(path, what))


def is_there(path: Traversable, what: str) -> bool:
    """Whether anything but a folder stands at a path: a file, a device, or a link to one.

    Raises:
        FileAccessError: the system does not let anybody look.
    """
    if not isinstance(path, Path):
        return path.is_file()
    mode = _mode_of(path, what)
    return bool(mode) and not stat.S_ISDIR(mode)


def entries_of(folder: Traversable, what: str) -> list[Traversable]:
    """Return what stands in a folder, sorted by name.

    Raises:
        FileAccessError: the folder cannot be read.
    """
    try:
        return sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        raise refused(what, folder, error) from None


def content_of(file: Traversable, what: str, max_bytes: int | None) -> bytes:
    """Return the bytes of a file; if it is longer than the limit, the limit and one more.

    Raises:
        FileAccessError: it is not a file but a device, say; it cannot be opened or read; or it
            changes while it is read.
    """
    try:
        with _opened(file, what) as stream:
            if not isinstance(file, Path):
                return stream.read() if max_bytes is None else stream.read(max_bytes + 1)
            # A file that grows as fast as it is read has no end.
            size = os.fstat(stream.fileno()).st_size
            most = size + 1 if max_bytes is None else min(size, max_bytes) + 1
            content = stream.read(most)
    except OSError as error:
        if isinstance(error, FileAccessError):
            raise
        found = f"the file cannot be opened: {_reason(error)}"
        raise FileAccessError(what, found, "check the file and its permissions") from None
    if len(content) != min(size, most):
        remedy = "read it again when nothing writes to it"
        raise FileAccessError(what, "the file changed while it was read", remedy)
    return content


def refused(what: str, path: Traversable, error: OSError) -> FileAccessError:
    """Return what the system refuses as an error of the library."""
    remedy = "check the path, its permissions and the space that is left"
    return FileAccessError(what, f"{str(path)!r:.120}: {_reason(error)}", remedy)


def _opened(file: Traversable, what: str) -> BinaryIO:
    if not isinstance(file, Path):
        return cast("BinaryIO", file.open("rb"))
    # To open a device may do something, so it is looked at before, and once more when it is open.
    _refuse_what_is_no_file(file.stat().st_mode, what)
    stream = open(file, "rb", opener=_without_waiting)  # noqa: SIM115  # a Path has no opener, and the caller closes it
    try:
        _refuse_what_is_no_file(os.fstat(stream.fileno()).st_mode, what)
    except BaseException:
        stream.close()
        raise
    return stream


def _without_waiting(path: str, flags: int) -> int:
    """Open a file; a pipe to which nobody writes would keep its reader waiting."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _refuse_what_is_no_file(mode: int, what: str) -> None:
    if not stat.S_ISREG(mode):
        found = "it is a folder" if stat.S_ISDIR(mode) else "it is a device, a pipe or a socket"
        raise FileAccessError(what, found, "give a file")


def _mode_of(path: Path, what: str) -> int:
    """Return the kind and the permissions of what stands at a path; 0 if nothing does."""
    try:
        return path.stat().st_mode
    except ValueError:
        return 0
    except OSError as error:
        if error.errno in _NOTHING_THERE:
            return 0
        raise refused(what, path, error) from None


def _reason(error: OSError) -> str:
    return error.strerror or str(error) or type(error).__name__
