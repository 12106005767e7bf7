"""Reads the text that a command is given."""

from __future__ import annotations

from pathlib import Path

from centralasia_minerals.errors import InvalidValueError, MissingPathError


def text_of(path: str) -> str:
    """Return the text of a file.

    Raises:
        MissingPathError: there is no such file.
        InvalidValueError: it is not UTF-8.
    """
    file = Path(path)
    if not file.is_file():
        raise MissingPathError("a text", f"{path!r} is not a file", "check the path")
    try:
        return file.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidValueError("a text", f"{path!r}: {error}", "save it as UTF-8") from None
