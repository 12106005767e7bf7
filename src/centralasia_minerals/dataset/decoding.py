"""The strict decoder: plain tables to entities, nothing converted in silence."""

from __future__ import annotations

import datetime
import types
from collections.abc import Callable
from contextvars import ContextVar
from decimal import Decimal
from enum import Enum
from functools import cache, lru_cache
from typing import Any, Union, get_args, get_origin

import attrs
from cattrs import Converter, IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn

from centralasia_minerals.entities import Entity, Official, Stated, Undisclosed
from centralasia_minerals.errors import InvalidTypeError, InvalidValueError, did_you_mean, near
from centralasia_minerals.values import (
    Absence,
    Currency,
    Measure,
    Money,
    NotApplicable,
    PartialDate,
    Share,
    exact_decimal,
)

from .explaining import explained
from .kinds import KINDS, Records
from .reading import RawRecord, UnquotedNumber
from .references import References

NOT_APPLICABLE = "not applicable"
"""How a data file says that there is nothing to say."""

_current: ContextVar[References] = ContextVar("references")
_Hook = Callable[[Any, Any], Any]


def decode(records: tuple[RawRecord, ...], base: Records) -> tuple[Records, References]:
    """Build every record; problems are collected in the references that come back with them."""
    references = References(records, base, _build, explained)
    token = _current.set(references)
    try:
        return references.build_all(), references
    finally:
        _current.reset(token)


def _build(record: RawRecord) -> Entity:
    content = _table(record.content, f"a record of {record.kind}")
    cls: type[Entity] = KINDS[record.kind]
    if record.kind == "people":
        content = dict(content)
        official = content.pop("official", False)
        if not isinstance(official, bool):
            raise InvalidTypeError("people: official", f"{official!r}", "write true or false")
        cls = Official if official else cls
    entity: Entity = _record_hook(cls)(content, cls)  # type: ignore[arg-type]  # classes hash
    return entity


@lru_cache(maxsize=1)
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True, detailed_validation=True)
    for cls, hook in _SCALARS.items():
        converter.register_structure_hook(cls, hook)
    converter.register_structure_hook_factory(_is_enum, _enum_hook)
    converter.register_structure_hook_factory(_is_tuple, _tuple_hook)
    converter.register_structure_hook_factory(_is_part, _record_hook)
    # Registered last, so asked first.
    converter.register_structure_hook_factory(_is_reference, _reference_hook)
    converter.register_structure_hook_factory(_is_union, _union_hook)
    return converter


@cache
def _record_hook(cls: Any) -> _Hook:
    """Structure a record from a table, refusing unknown keys; derived fields are not on disk."""
    origin = get_origin(cls) or cls
    structure = make_dict_structure_fn(
        cls,
        _converter(),
        _cattrs_forbid_extra_keys=True,
        _cattrs_detailed_validation=True,
    )
    return lambda value, _: structure(_table(value, origin.__name__), cls)


def _table(value: object, what: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise InvalidTypeError(what, _found(value), "write a table of keys")
    return value


def _enum_hook(cls: type[Enum]) -> _Hook:
    members = {member.value: member for member in cls}

    def structure(value: object, _: object) -> Enum:
        if not isinstance(value, str):
            raise InvalidTypeError(cls.__name__, _found(value), "write it in quotes")
        if value not in members:
            hint = did_you_mean(near(value, members)) or f"one of: {', '.join(members)}"
            raise InvalidValueError(cls.__name__, f"no member {value!r}", hint)
        return members[value]

    return structure


def _tuple_hook(hint: Any) -> _Hook:
    item_type = get_args(hint)[0]
    structure_item = _converter().get_structure_hook(item_type)

    def structure(value: object, _: object) -> tuple[object, ...]:
        if not isinstance(value, list):
            raise InvalidTypeError("a list", _found(value), "write it in square brackets")
        items, errors = [], []
        for index, item in enumerate(value):
            try:
                items.append(structure_item(item, item_type))
            except Exception as error:
                error.__notes__ = [IterableValidationNote("", index, item_type)]
                errors.append(error)
        if errors:
            raise IterableValidationError("in a list", errors, hint)
        return tuple(items)

    return structure


def _reference_hook(hint: Any) -> _Hook:
    classes = tuple(get_args(hint) or (hint,))

    def structure(value: object, _: object) -> Entity:
        if not isinstance(value, str):
            raise InvalidTypeError("a reference", _found(value), "write an id in quotes")
        return _current.get().resolve(value, classes)

    return structure


def _union_hook(hint: Any) -> _Hook:
    """Structure what may be absent, undisclosed, or one of a few classes told by their keys."""
    members = get_args(hint)
    present = [m for m in members if not _is_absence(m) and m is not type(None)]
    choose = _chooser(present)

    def structure(value: object, _: object) -> object:
        if NotApplicable in members and value == NOT_APPLICABLE:
            return NotApplicable()
        if not present:
            raise InvalidValueError("an absence", _found(value), f"write {NOT_APPLICABLE!r}")
        chosen = choose(value)
        return _converter().structure(value, chosen)

    return structure


def _chooser(present: list[Any]) -> Callable[[object], Any]:
    statements = {get_args(m)[0]: m for m in present if get_origin(m) is Stated}
    if len(present) < 2:
        return lambda _: present[0]
    if present and all(_is_entity(m) for m in present):
        union: Any = Union[tuple(present)]  # noqa: UP007  # of a list, at run time
        return lambda _: union
    if str in present:
        others = [m for m in present if m is not str]
        return lambda value: others[0] if isinstance(value, dict) else str
    return lambda value: _statement_type(value, statements)


def _statement_type(value: object, statements: dict[Any, Any]) -> Any:
    content = _table(value, "a statement")
    if "undisclosed" in content:
        return Undisclosed
    figure = content.get("value")
    keys = figure.keys() if isinstance(figure, dict) else ()
    for key, cls in _FIGURE_KEYS.items():
        if key in keys and cls in statements:
            return statements[cls]
    return next(iter(statements.values()))


_FIGURE_KEYS = {
    "amount": Money,
    "currency": Money,
    "magnitude": Measure,
    "unit": Measure,
    "fraction": Share,
}


def _undisclosed(value: object, _: object) -> Undisclosed:
    content = dict(_table(value, "a statement"))
    if content.pop("undisclosed", True) is not True:
        raise InvalidValueError("undisclosed", "not true", "write undisclosed = true")
    structured: Undisclosed = _record_hook(Undisclosed)(content, Undisclosed)
    return structured


def _text(value: object, _: object) -> str:
    if not isinstance(value, str):
        raise InvalidTypeError("a text", _found(value), "write it in quotes")
    if not value.strip():
        raise InvalidValueError("a text", "nothing in it", "leave the key out instead")
    return value


def _whole(value: object, _: object) -> int:
    if type(value) is not int:
        raise InvalidTypeError("a whole number", _found(value), "write digits without quotes")
    return value


def _truth(value: object, _: object) -> bool:
    if not isinstance(value, bool):
        raise InvalidTypeError("true or false", _found(value), "write true or false")
    return value


def _decimal(value: object, _: object) -> Decimal:
    if isinstance(value, UnquotedNumber):
        raise InvalidTypeError("a figure", _found(value), "write it in quotes")
    return exact_decimal(value, "a figure")  # type: ignore[arg-type]  # it refuses other types


def _date(value: object, _: object) -> PartialDate:
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return PartialDate.of(value)
    if not isinstance(value, str):
        raise InvalidTypeError("a date", _found(value), "write it in quotes, as '2025-11'")
    return PartialDate.parse(value)


def _currency(value: object, _: object) -> Currency:
    return Currency(_text(value, str))


def _found(value: object) -> str:
    if isinstance(value, UnquotedNumber):
        return repr(value)
    return f"{value!r:.60} is a {type(value).__name__}"


_SCALARS: dict[Any, _Hook] = {
    str: _text,
    int: _whole,
    bool: _truth,
    Decimal: _decimal,
    PartialDate: _date,
    Currency: _currency,
    Undisclosed: _undisclosed,
}


def _is_enum(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Enum)


def _is_tuple(hint: Any) -> bool:
    return get_origin(hint) is tuple


def _is_part(hint: Any) -> bool:
    cls = get_origin(hint) or hint
    return isinstance(cls, type) and attrs.has(cls) and cls not in _SCALARS


def _is_entity(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Entity)


def _is_reference(hint: Any) -> bool:
    members = get_args(hint) if _is_union_type(hint) else (hint,)
    return bool(members) and all(_is_entity(member) for member in members)


def _is_union(hint: Any) -> bool:
    return _is_union_type(hint) and not _is_reference(hint)


def _is_union_type(hint: Any) -> bool:
    return get_origin(hint) in (Union, types.UnionType)


def _is_absence(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Absence) and hint is not Undisclosed
