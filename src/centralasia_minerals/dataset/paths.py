"""Paths as users give them: text or a Path, and nothing else."""

from __future__ import annotations

from pathlib import Path

from centralasia_minerals.errors import InvalidTypeError


def as_path(given: object, what: str) -> Path:
    """Read what a user gave as a path.

    Raises:
        InvalidTypeError: it is neither text nor a Path.
    """
    if not isinstance(given, (str, Path)):
        found = f"{given!r:.60} is of type {type(given).__name__}"
        raise InvalidTypeError(what, found, "give a path, as text or a Path")
    return Path(given)
