"""Reads the texts that a draft names."""

from __future__ import annotations

from pathlib import Path

from centralasia_minerals.errors import InvalidValueError, MissingPathError

from ..files.raw_records import SIZE_LIMIT


def text_beside(draft: Path, name: object) -> str:
    """Return the text in a file that a draft names, beside the draft.

    Raises:
        InvalidValueError: the name is no text, or the file is not UTF-8.
        MissingPathError: there is no such file, or it is far too long for a text.
    """
    if not isinstance(name, str):
        raise InvalidValueError("the text of a source", f"{name!r:.60}", "give its file")
    file = draft.parent / name
    if not file.is_file() or file.stat().st_size > SIZE_LIMIT:
        raise MissingPathError("the text of a source", f"{name!r} is not a text", "check the path")
    try:
        return file.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidValueError(
            "the text of a source", f"{name!r}: {error}", "save it as UTF-8"
        ) from None
