"""A dataset as one table of rows that loads fast, and back.

A row is a class and the numbers of the rows that fill its fields; equal values share a row. What
is thawed was checked when it was frozen, so nothing is checked again.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from typing import Any

import attrs

from centralasia_minerals import entities, values
from centralasia_minerals.entities import fields_of
from centralasia_minerals.errors import InvalidTypeError

Frozen = dict[str, list[Any]]

_CLASSES: dict[str, type] = {
    cls.__name__: cls
    for module in (values, entities)
    for cls in (getattr(module, name) for name in module.__all__)
    if isinstance(cls, type) and (attrs.has(cls) or issubclass(cls, Enum))
}
_PLAIN = (str, int, bool, type(None))


def freeze(roots: tuple[object, ...]) -> Frozen:
    """Lay objects out as constants and rows; the last row is the tuple of what was given."""
    numbers: dict[Any, int] = {}
    constants: list[Any] = []
    rows: list[list[Any]] = []
    _lay_out_constants(roots, numbers, constants, set())
    _number(roots, numbers, rows, len(constants), {})
    return {"constants": constants, "rows": rows}


def thaw(frozen: Frozen) -> Any:
    """Build what was frozen, without checking it again."""
    built: list[Any] = list(frozen["constants"])
    makers: dict[str, Callable[[list[Any]], Any]] = {}
    for name, *numbers in frozen["rows"]:
        make = makers.get(name)
        if make is None:
            make = makers[name] = _maker(name)
        built.append(make([built[number] for number in numbers]))
    return built[-1]


def _maker(name: str) -> Callable[[list[Any]], Any]:
    if name == "tuple":
        return tuple
    if name == "Decimal":
        return lambda arguments: Decimal(arguments[0])
    cls = _CLASSES[name]
    if issubclass(cls, Enum):
        return lambda arguments: cls(arguments[0])
    new, put = object.__new__, object.__setattr__
    fields = tuple(field.name for field in fields_of(cls))

    def make(arguments: list[Any]) -> Any:
        record = new(cls)
        for field, argument in zip(fields, arguments, strict=True):
            put(record, field, argument)
        return record

    return make


def _inner(value: object) -> tuple[str, tuple[object, ...]]:
    """Give a value's class name and what its row holds."""
    if isinstance(value, tuple):
        return "tuple", value
    if isinstance(value, Decimal):
        return "Decimal", (str(value),)
    if isinstance(value, Enum):
        return type(value).__name__, (value.value,)
    cls = type(value)
    if cls.__name__ not in _CLASSES:
        raise InvalidTypeError("freeze a dataset", f"a {cls.__name__}", "add it to its floor")
    return cls.__name__, tuple(getattr(value, field.name) for field in fields_of(cls))


def _lay_out_constants(
    value: object, numbers: dict[Any, int], constants: list[Any], seen: set[int]
) -> None:
    if isinstance(value, _PLAIN) and not isinstance(value, Enum):
        key = (type(value), value)
        if key not in numbers:
            numbers[key] = len(constants)
            constants.append(value)
        return
    if id(value) not in seen:
        seen.add(id(value))
        for item in _inner(value)[1]:
            _lay_out_constants(item, numbers, constants, seen)


def _number(
    value: object, numbers: dict[Any, int], rows: list[list[Any]], first: int, known: dict[int, int]
) -> int:
    if isinstance(value, _PLAIN) and not isinstance(value, Enum):
        return numbers[(type(value), value)]
    if id(value) in known:
        return known[id(value)]
    name, items = _inner(value)
    row = (name, *(_number(item, numbers, rows, first, known) for item in items))
    if row not in numbers:
        numbers[row] = first + len(rows)
        rows.append(list(row))
    known[id(value)] = numbers[row]
    return numbers[row]
