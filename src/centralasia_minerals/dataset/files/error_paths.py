"""Turns the error of a failed decoding into paths and messages, one for each thing wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import attrs
from cattrs import (
    AttributeValidationNote,
    BaseValidationError,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)

from centralasia_minerals.entities.base.field_checks import UnfinishedError, Ungiven
from centralasia_minerals.entities.base.record import Record, fields_of, marked_classes
from centralasia_minerals.errors import (
    CentralAsiaMineralsError,
    InvalidTypeError,
    InvalidValueError,
)

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


class ListError(IterableValidationError):
    """Everything that is wrong in a list, and what could be read of it.

    Attributes:
        items: the items that could be read, by their place in the list.
    """

    items: dict[int, object]

    @classmethod
    def of(cls, hint: Any, items: list[object], errors: dict[int, Exception]) -> ListError:
        """Return the error of a list, of whose items some could not be read."""
        for place, error in errors.items():
            error.__notes__ = [IterableValidationNote("", place, hint)]
        found = cls("in a list", list(errors.values()), hint)
        found.items = {place: item for place, item in enumerate(items) if place not in errors}
        return found


class TableError(ClassValidationError):
    """Everything that is wrong in the table of a record, and what could be read of it.

    Attributes:
        record: the class of the record.
        given: the fields that could be read.
        left: the keys of which nothing could be read, or not everything.
        is_cited: whether the table has citations, right or wrong.
        is_carried: whether it has statements instead, which have citations of their own.
    """

    record: type[Record]
    given: dict[str, Any]
    left: frozenset[str]
    is_cited: bool
    is_carried: bool

    @classmethod
    def of(
        cls,
        record: type[Record],
        content: dict[str, Any],
        given: dict[str, Any],
        errors: dict[str, Exception],
    ) -> TableError:
        """Return the error of a table, with what the record itself refuses of what was read.

        Args:
            record: the class of the record.
            content: the table.
            given: the fields that could be read.
            errors: the errors of those that could not, by field.
        """
        fields = [field for field in fields_of(record) if field.init and field.eq]
        for field in fields:
            if field.name not in content and field.default is attrs.NOTHING:
                errors[field.name] = KeyError(field.name)
        for name, error in errors.items():
            error.__notes__ = [AttributeValidationNote("", name, object)]
        found = [errors[field.name] for field in fields if field.name in errors]
        found += _refusals(record, given | dict.fromkeys(errors, Ungiven.UNREADABLE))
        if unknown := content.keys() - {field.name for field in fields}:
            found.append(ForbiddenExtraKeysError("", record, unknown))
        failed = cls("in a table", found, record)
        failed.record, failed.given, failed.left = record, given, frozenset(errors)
        failed.is_cited = bool(content.get("citations"))
        failed.is_carried = record.is_carried_by_statements and bool(content.get("statements"))
        return failed


def _refusals(record: type[Record], fields: dict[str, Any]) -> list[Exception]:
    """Return the error with which a record refuses some fields, if it does."""
    try:
        record(**fields)
    except (InvalidTypeError, InvalidValueError) as error:
        return [error]
    except UnfinishedError:
        pass
    return []


Finding: TypeAlias = tuple[str, str, Suggestion | None]
"""The path of a problem below its record, its message, and what to suggest."""


def problems_in(error: BaseException, path: str = "") -> Iterator[Finding]:
    """Yield every problem inside an error.

    A reference to a record that has problems of its own is not a problem itself.
    """
    if isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            yield from problems_in(inner, path + step_to(inner))
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


def step_to(error: BaseException) -> str:
    """Return the step from a table or list to the place of an error in it, from its notes."""
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
