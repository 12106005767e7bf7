"""Turns the error of a failed decoding into paths and messages, one for each thing wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from cattrs import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from centralasia_minerals.entities.base.record import fields_of, marked_classes
from centralasia_minerals.errors import CentralAsiaMineralsError

from .suggestions import Suggestion

MISSING = "the required key is missing; add it"
"""What is said of a required key that is not there."""


class BrokenReferenceError(Exception):
    """A reference to a record that has problems of its own; only those are reported."""


class UnknownTextError(Exception):
    """A text that names nothing known; the suggestion is sought when the problem is read."""

    def __init__(self, message: str, suggestion: Suggestion) -> None:
        super().__init__(message)
        self.suggestion = suggestion


Finding: TypeAlias = tuple[str, str, Suggestion | None]
"""The path of a problem below its record, its message, and what to suggest."""


def problems_in(error: BaseException, path: str = "") -> Iterator[Finding]:
    """Yield every problem inside an error.

    A reference to a record that has problems of its own is not a problem itself.
    """
    if isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            yield from problems_in(inner, path + _step(inner))
    elif isinstance(error, ForbiddenExtraKeysError):
        known = _keys_of(error.cl)
        for key in sorted(error.extra_fields):
            hint = Suggestion(key, known, f"known keys: {', '.join(known)}")
            yield f"{path}.{key}", "unknown key", hint
    elif isinstance(error, KeyError) and not isinstance(error, CentralAsiaMineralsError):
        yield path, MISSING, None
    elif isinstance(error, UnknownTextError):
        yield path, str(error), error.suggestion
    elif not isinstance(error, BrokenReferenceError):
        for refusal in (error, *getattr(error, "also", ())):
            yield path + _field_in(refusal), str(refusal), None


def _step(error: BaseException) -> str:
    notes: list[AttributeValidationNote | IterableValidationNote] = getattr(error, "__notes__", [])
    steps = (
        f".{note.name}" if isinstance(note, AttributeValidationNote) else f"[{note.index}]"
        for note in notes
    )
    return next(steps, "")


def _field_in(error: BaseException) -> str:
    """Return the path of the field that a record's own check names; empty if it names none."""
    field = getattr(error, "field", "")
    return f".{field}" if field else ""


def _keys_of(cls: type) -> list[str]:
    made = getattr(cls, "__origin__", cls)
    own = [field.name for field in fields_of(made) if field.eq and field.init]
    return [*own, *(marked.mark for marked in marked_classes(made))]
