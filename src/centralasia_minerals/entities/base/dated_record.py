"""Records with a date that follows from their citations unless it is given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from .made import given_fields, restored
from .record import Record


class DatedRecord(Record):
    """What is said as of a date: of a date that is given, or else of that of its sources.

    A date that is given stays what it is, whatever the sources' dates are, the same or others; so
    two statements differ if only one of them is given its date.
    """

    __slots__ = ("_was_given",)

    is_dated: bool
    _was_given: bool

    def __attrs_pre_init__(self, *, as_of: object = attrs.NOTHING, **_: object) -> None:
        super().__attrs_pre_init__()
        object.__setattr__(self, "_was_given", as_of is not attrs.NOTHING)

    def _derived(self) -> tuple[tuple[str, object], ...]:
        return (("is_dated", self._was_given and bool(getattr(self, "as_of"))),)

    def _as_given(self, changes: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the changes of a copy, whose date follows from its sources if it did before.

        Where its sources give another date now, it keeps the one that it had.
        """
        if self.is_dated or "as_of" in changes:
            return changes
        if "citations" not in changes:
            return {**changes, "as_of": attrs.NOTHING}
        made: Any = attrs.evolve(self, **{**changes, "as_of": attrs.NOTHING})  # type: ignore[misc]  # an attrs class, made by part
        is_same = made.as_of == getattr(self, "as_of")
        return {**changes, "as_of": attrs.NOTHING} if is_same else changes

    def __reduce__(self) -> tuple[Any, ...]:
        given = given_fields(self)
        if not self.is_dated and getattr(self, "as_of"):
            del given["as_of"]
        return restored, (type(self), given)

    def __eq__(self, other: object) -> bool:
        is_equal = Record.__eq__(self, other)
        if is_equal is not True or self is other:
            return is_equal
        return self.is_dated is getattr(other, "is_dated", None)

    def __hash__(self) -> int:
        return Record.__hash__(self)


def follows(field: attrs.Attribute[Any], record: Record) -> bool:
    """Whether a field of a record is what its default makes of the other fields."""
    made: Any = field.default
    if not getattr(made, "takes_self", False) or not field.init:
        return False
    if field.name == "as_of" and isinstance(record, DatedRecord) and record.is_dated:
        return False
    return bool(getattr(record, field.name) == made.factory(record))
