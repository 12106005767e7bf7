"""What makes values frozen beyond what attrs does: nothing that they have changes them.

attrs refuses to set or delete an attribute. A value besides has no method that initializes or
restores it a second time, and is pickled as the call that makes it, so that what arrives has passed
every check.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any, Self, TypeVar

import attrs

from .formatted import formatted
from .pydantic_door import PydanticDoor

_Class = TypeVar("_Class", bound=type)
V = TypeVar("V", bound="Frozen")


class Frozen(PydanticDoor):
    """A value that nothing changes once it is made; copies of it are itself."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        return formatted(self, spec)

    def __rich_repr__(self) -> Iterator[tuple[str, object, object]]:
        """Give rich each field with its default, which it leaves out."""
        cls: Any = type(self)  # of attrs
        for field in attrs.fields(cls):
            yield field.name, getattr(self, field.name), field.default

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _memo: object) -> Self:
        return self

    def __reduce__(self) -> tuple[Any, tuple[object, ...]]:
        cls: Any = type(self)  # of attrs
        return remade, (cls, *(getattr(self, field.name) for field in attrs.fields(cls)))


def remade(cls: type[V], *parts: object) -> V:
    """Return the value of a class with some fields, checked like any other; pickles call it."""
    names = (field.name for field in attrs.fields(cls))  # type: ignore[arg-type]  # of attrs
    return cls(**dict(zip(names, parts, strict=True)))


def closed(cls: _Class) -> _Class:
    """Take from a class of attrs the method that initializes, so that only a new value is.

    A class that makes its values in ``__new__`` itself has no such method to keep.
    """
    made: Any = cls
    if "__new__" in vars(cls):
        del made.__attrs_init__
        return cls
    initialize = made.__init__

    def __new__(cls: type[Any], /, *parts: object, **named: object) -> Any:  # noqa: N807
        value = object.__new__(cls)
        initialize(value, *parts, **named)
        return value

    __new__.__signature__ = inspect.signature(initialize)  # type: ignore[attr-defined]  # for help
    __new__.__doc__ = "Return a new value, checked."
    made.__new__ = __new__
    made.__init__ = object.__init__  # which does nothing, whatever a base would do
    return cls
