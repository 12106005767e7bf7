"""Reads the texts that a draft names."""

from __future__ import annotations

from pathlib import Path

from centralasia_minerals.errors import InvalidValueError, MissingPathError
from centralasia_minerals.rendering.files.file_access import (
    SIZE_LIMIT,
    content_of,
    is_there,
    path_of,
)

_WHAT = "the text of a source"


def text_beside(draft: Path, name: object) -> str:
    """Return the text in a file that a draft names, beside the draft.

    Raises:
        InvalidValueError: the name is no text, or the file is far too long for one or not UTF-8.
        MissingPathError: there is no such file.
        FileAccessError: it cannot be read, or is not a file but a device, for example.
    """
    if not isinstance(name, str):
        raise InvalidValueError(_WHAT, f"{name!r:.60}", "give its file")
    file = draft.parent / path_of(name, _WHAT)
    if not is_there(file, _WHAT):
        raise MissingPathError(_WHAT, f"{name!r:.120} is not a text", "check the path")
    return text_in(file, name, _WHAT)


def text_in(file: Path, name: str, what: str) -> str:
    """Return the text of a file.

    Args:
        file: the file.
        name: how the caller names it.
        what: what its text is, for the message of an error.

    Raises:
        FileAccessError: it cannot be read, or is not a file but a device, for example.
        InvalidValueError: it is far too long for a text, or not UTF-8.
    """
    content = content_of(file, what, SIZE_LIMIT)
    if len(content) > SIZE_LIMIT:
        found = f"{name!r:.120} is over {SIZE_LIMIT} bytes long"
        raise InvalidValueError(what, found, "give the text of one page")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found = f"{name!r:.120} is not UTF-8 at byte {error.start}"
        raise InvalidValueError(what, found, "save it as UTF-8") from None
