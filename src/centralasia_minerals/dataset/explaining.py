"""Turns a failed decoding into paths and messages, one for each thing that is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from cattrs import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from centralasia_minerals.entities import Official, Person, Undisclosed, fields_of
from centralasia_minerals.errors import CentralAsiaMineralsError, did_you_mean, near

from .references import BrokenReferenceError

_TOLD_APART_BY = {Person: ("official",), Official: ("official",), Undisclosed: ("undisclosed",)}


def explained(error: BaseException, path: str = "") -> Iterator[tuple[str, str]]:
    """Give every problem inside an error: its path below the record, and its message.

    A reference to a record that has problems of its own says nothing: those are reported there.
    """
    if isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            yield from explained(inner, path + _step(inner))
    elif isinstance(error, ForbiddenExtraKeysError):
        known = _keys_of(error.cl)
        for key in sorted(error.extra_fields):
            hint = did_you_mean(near(key, known)) or f"known: {', '.join(known)}"
            yield f"{path}.{key}", f"no key is named so; {hint}"
    elif isinstance(error, KeyError) and not isinstance(error, CentralAsiaMineralsError):
        yield path, "required, and not there"
    elif not isinstance(error, BrokenReferenceError):
        for refusal in (error, *getattr(error, "also", ())):
            yield path + _field_in(refusal), str(refusal)


def _step(error: BaseException) -> str:
    notes: list[AttributeValidationNote | IterableValidationNote] = getattr(error, "__notes__", [])
    steps = (
        f".{note.name}" if isinstance(note, AttributeValidationNote) else f"[{note.index}]"
        for note in notes
    )
    return next(steps, "")


def _field_in(error: BaseException) -> str:
    """Give the field that a record's own check names."""
    field = getattr(error, "field", "")
    return f".{field}" if field else ""


def _keys_of(cls: type) -> list[str]:
    made = getattr(cls, "__origin__", cls)
    own = [field.name for field in fields_of(made) if field.eq and field.init]
    return [*own, *_TOLD_APART_BY.get(made, ())]
