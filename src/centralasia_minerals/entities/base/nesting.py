"""Chains of ``part_of``: walking up them, and refusing those deeper than any real one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, TypeVar

from centralasia_minerals.errors import InvalidValueError, briefly
from centralasia_minerals.values.absence import NotStated

from .field_checks import FieldError

MAX_DEPTH = 32
"""The most levels that may stand above a record; ours, far above any real chain."""


class _Nested(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def part_of(self) -> _Nested | NotStated: ...


N = TypeVar("N", bound=_Nested)


def ancestors_of(record: N) -> tuple[N, ...]:
    """Return all that a record is part of, nearest first; empty if it is not part of anything."""
    found: list[N] = []
    whole: N | NotStated = record.part_of  # type: ignore[assignment]  # part_of is of the same kind
    while not isinstance(whole, NotStated):
        found.append(whole)
        whole = whole.part_of  # type: ignore[assignment]  # part_of is of the same kind
    return tuple(found)


def too_deep(record: _Nested) -> Iterator[FieldError]:
    """Yield an error if more than 32 levels stand above a record."""
    depth = len(ancestors_of(record))
    if depth > MAX_DEPTH:
        yield InvalidValueError(
            f"the part_of chain of {briefly(record.id)}",
            f"{depth} levels",
            f"nest at most {MAX_DEPTH} levels deep",
            field="part_of",
        )
