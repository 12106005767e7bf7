"""Walks up ``part_of``, and refuses chains deeper than anything real."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, TypeVar

from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.values import NotStated

from .conformance import Refusal

MAX_DEPTH = 32
"""The deepest chain of ``part_of`` that is taken for real."""


class _Nested(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def part_of(self) -> _Nested | NotStated: ...


N = TypeVar("N", bound=_Nested)


def ancestors_of(record: N) -> tuple[N, ...]:
    """Give what a record is part of, nearest first."""
    found: list[N] = []
    whole: N | NotStated = record.part_of  # type: ignore[assignment]  # part_of is of the same kind
    while not isinstance(whole, NotStated):
        found.append(whole)
        whole = whole.part_of  # type: ignore[assignment]  # part_of is of the same kind
    return tuple(found)


def too_deep(record: _Nested) -> Iterator[Refusal]:
    """Give a chain of more than 32 wholes above a record."""
    depth = len(ancestors_of(record))
    if depth > MAX_DEPTH:
        yield InvalidValueError(
            f"what {record.id!r} is part of",
            f"a chain {depth} deep",
            f"nest at most {MAX_DEPTH} deep",
            field="part_of",
        )
