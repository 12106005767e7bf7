"""Reads the text that a command is given."""

from __future__ import annotations

from centralasia_minerals.dataset.authoring.source_texts import text_in
from centralasia_minerals.errors import MissingPathError
from centralasia_minerals.rendering.files.file_access import is_there, path_of


def text_of(path: str) -> str:
    """Return the text of a file.

    Raises:
        MissingPathError: there is no such file.
        FileAccessError: it cannot be read, or is not a file but a device, for example.
        InvalidValueError: it is far too long for a text, or not UTF-8.
    """
    file = path_of(path, "a text")
    if not is_there(file, "a text"):
        raise MissingPathError("a text", f"{path!r:.120} is not a file", "check the path")
    return text_in(file, path, "a text")
