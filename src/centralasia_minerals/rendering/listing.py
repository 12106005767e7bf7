"""Results that are lists: they have a length, can be indexed, and show themselves as tables."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from typing import TypeVar, overload

from .views.viewed import Tabular

T = TypeVar("T")


class Listing(Sequence[T], Tabular):
    """An immutable sequence of results that shows itself as a table."""

    __slots__ = ()

    @property
    @abstractmethod
    def _items(self) -> Sequence[T]:
        """The results."""

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[T]:
        return iter(self._items)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        return self._items[place]
