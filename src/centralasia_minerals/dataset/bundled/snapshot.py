"""Turns a dataset into one table of rows that loads fast, and back; wheels ship such a snapshot.

A row holds the number of its class and the numbers of the rows that fill its fields; equal values
share a row. Everything was checked when the snapshot was made, so nothing is checked again.
"""

from __future__ import annotations

import hashlib
import importlib
import json
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from typing import Any

import attrs

from centralasia_minerals.entities.base.record import fields_of
from centralasia_minerals.errors import DamagedInstallationError

_PACKAGE = "centralasia_minerals"
_PLAIN = (str, int, bool, type(None))
_Make = Callable[[list[Any]], Any]


def to_snapshot(value: object) -> str:
    """Return a snapshot of a value: a line with a digest, then the line of JSON that it is of."""
    layout = _Layout()
    layout.lay_out_constants(value, set())
    layout.number(value)
    tables = {"constants": layout.constants, "classes": layout.classes, "rows": layout.rows}
    content = json.dumps(tables, ensure_ascii=False, separators=(",", ":"))
    return f"{_digest(content)}\n{content}\n"


def from_snapshot(text: str) -> Any:
    """Return the value that a snapshot was made of.

    Raises:
        DamagedInstallationError: the snapshot was altered after it was made.
    """
    digest, _, rest = text.partition("\n")
    content = rest.removesuffix("\n")
    if rest != f"{content}\n" or digest != _digest(content):
        raise DamagedInstallationError("the bundled data", "it was altered after it was built")
    tables = json.loads(content)
    built: list[Any] = list(tables["constants"])
    makers = [_maker(*described) for described in tables["classes"]]
    try:
        for number, *arguments in tables["rows"]:
            built.append(makers[number]([built[argument] for argument in arguments]))
    except ValueError:  # An enumeration does not have the member any more.
        raise made_for_another_version(tables["classes"][number][1]) from None
    return built[-1]


def _digest(content: str) -> str:
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()


def _maker(module: str, name: str, names: list[str]) -> _Make:
    """Return a function that makes an object of a class from the values of its named fields."""
    if name == "tuple":
        return tuple
    if name == "Decimal":
        return lambda arguments: Decimal(arguments[0])
    try:
        cls = getattr(importlib.import_module(f"{_PACKAGE}.{module}"), name)
        # The slots themselves set a frozen field, and faster than object.__setattr__ finds them.
        setters = [getattr(cls, field).__set__ for field in names]
    except (ImportError, AttributeError):
        raise made_for_another_version(name) from None
    if issubclass(cls, Enum):
        return lambda arguments: cls(arguments[0])
    new = object.__new__
    added = [field for field in fields_of(cls) if field.name not in names]
    if any(field.default is attrs.NOTHING for field in added):
        raise made_for_another_version(name)

    def make(arguments: list[Any]) -> Any:
        record = new(cls)
        for set_field, argument in zip(setters, arguments, strict=True):
            set_field(record, argument)
        for field in added:
            getattr(cls, field.name).__set__(record, _default(field, record))
        return record

    return make


def made_for_another_version(name: str) -> DamagedInstallationError:
    """Return the error for a snapshot in which something is otherwise than in the library."""
    found = f"its {name} is that of another version of the library"
    return DamagedInstallationError("the bundled data", found)


def _default(field: attrs.Attribute[Any], record: object) -> object:
    """Return the value of a field that was added after the snapshot was made."""
    default: Any = field.default
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # Factory is a class at run time
        return default.factory(record) if default.takes_self else default.factory()
    return default


class _Layout:
    """Constants, classes and rows, while a value is being laid out; the last row is the value."""

    def __init__(self) -> None:
        self.constants: list[Any] = []
        self.classes: list[tuple[str, str, tuple[str, ...]]] = []
        self.rows: list[list[int]] = []
        self._numbers: dict[Any, int] = {}
        self._class_numbers: dict[type, int] = {}
        self._seen: dict[int, int] = {}

    def lay_out_constants(self, value: object, seen: set[int]) -> None:
        """Assign a number to every text, number and truth value in a value, before any row."""
        if isinstance(value, _PLAIN) and not isinstance(value, Enum):
            key = (type(value), value)
            if key not in self._numbers:
                self._numbers[key] = len(self.constants)
                self.constants.append(value)
        elif id(value) not in seen:
            seen.add(id(value))
            for item in _inner(value):
                self.lay_out_constants(item, seen)

    def number(self, value: object) -> int:
        """Return the number of a value, after making rows for it and for everything inside it."""
        if isinstance(value, _PLAIN) and not isinstance(value, Enum):
            return self._numbers[(type(value), value)]
        if id(value) not in self._seen:
            row = (self._class_number(value), *map(self.number, _inner(value)))
            if row not in self._numbers:
                self._numbers[row] = len(self.constants) + len(self.rows)
                self.rows.append(list(row))
            self._seen[id(value)] = self._numbers[row]
        return self._seen[id(value)]

    def _class_number(self, value: object) -> int:
        cls = type(value)
        if cls not in self._class_numbers:
            self._class_numbers[cls] = len(self.classes)
            module = cls.__module__.removeprefix(f"{_PACKAGE}.")
            names = tuple(field.name for field in fields_of(cls)) if attrs.has(cls) else ()
            self.classes.append((module, cls.__name__, names))
        return self._class_numbers[cls]


def _inner(value: object) -> tuple[object, ...]:
    """Return the values that a value's row refers to."""
    if isinstance(value, tuple):
        return value
    if isinstance(value, Decimal):
        return (str(value),)
    if isinstance(value, Enum):
        return (value.value,)
    return tuple(getattr(value, field.name) for field in fields_of(type(value)))
