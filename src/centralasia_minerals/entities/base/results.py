"""Results: frozen objects that the library makes, with fields of the annotated types alone."""

from __future__ import annotations

import types
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, NoReturn, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs

from centralasia_minerals.errors import InvalidTypeError

from .field_checks import FieldError, Getter, refuse, values_getter
from .field_rules import described

_Class = TypeVar("_Class", bound=type)
_FIELDS = "__attrs_attrs__"
R = TypeVar("R")
_Check = Callable[[Any], bool]

# Of these, a subclass could carry a state of its own, or be a number in the place of a truth value.
_HOLDING = (tuple, frozenset, type, Callable)
_PLAIN = frozenset({str, int, bool, tuple, frozenset, Decimal, date, type(None)})


def result(cls: _Class) -> _Class:
    """Make a class, which ``attrs.frozen`` is to freeze, check the types of its fields.

    Lists are refused where tuples belong, so that nothing in a result can be changed. A result is
    made once; a pickle of it is made again with the same checks, and a copy is the result itself.

    Raises:
        InvalidTypeError: (from the class) fields are of wrong types; all of them are named.
    """
    made: Any = cls
    derive = getattr(cls, "__attrs_post_init__", None)

    def check(self: Any) -> None:
        _refuse_wrong(self)
        if derive is not None and not hasattr(derive, "is_check"):
            derive(self)

    check.is_check = True  # type: ignore[attr-defined]  # so that a subclass checks only once
    made._first_field = _first_field_of(cls)
    made.__attrs_pre_init__ = _refuse_again
    made.__attrs_post_init__ = check
    made.__setstate__ = _refuse_changes
    made.__reduce__ = _reduced
    made.__copy__ = made.__deepcopy__ = _itself
    return cls


def _first_field_of(cls: type) -> str:
    inherited = [field.name for base in cls.__mro__[1:] for field in getattr(base, _FIELDS, ())]
    return inherited[0] if inherited else next(iter(cls.__annotations__))


def _refuse_again(self: Any) -> None:
    if hasattr(self, self._first_field):
        _refuse_changes(self)


def _refuse_changes(self: object, *_: object) -> NoReturn:
    raise AttributeError(f"{type(self).__name__} is frozen; make another instead")


def _itself(self: object, *_: object) -> object:
    return self


def _reduced(self: Any) -> tuple[Any, ...]:
    fields = [field for field in attrs.fields(type(self)) if field.init]
    return restored, (type(self), {field.alias: getattr(self, field.name) for field in fields})


def restored(cls: Callable[..., object], fields: dict[str, object]) -> object:
    """Return the result of a pickle, made and checked like any other."""
    return cls(**fields)


def of_sound_parts(cls: type[R], **fields: object) -> R:
    """Return a result of which the library knows that every field is of its type, unchecked.

    Results of which there are very many are made in this way, with every field given.
    """
    made = object.__new__(cls)
    setters = _setters(cls)  # type: ignore[arg-type]  # classes hash
    for name, value in fields.items():
        setters[name](made, value)
    return made


@cache
def _setters(cls: Any) -> dict[str, Callable[[object, object], None]]:
    """Return what sets each field of a class."""
    return {field.name: getattr(cls, field.name).__set__ for field in attrs.fields(cls)}


class _Fields:
    """The checks of a class: what returns the values of its fields, and what each may be."""

    def __init__(self, cls: Any) -> None:
        hints = get_type_hints(cls)
        own = [field for field in attrs.fields(cls) if field.init]
        self.values_of: Getter = values_getter(tuple(field.name for field in own))
        self.checks = [
            (sound_in(hints[f.name]), _check_of(hints[f.name]), f.alias, described(hints[f.name]))
            for f in own
        ]


@cache
def _fields(cls: type) -> _Fields:
    return _Fields(cls)


def _refuse_wrong(result: Any) -> None:
    fields = _fields(type(result))  # type: ignore[arg-type]  # classes hash
    values = fields.values_of(result)
    wrong: list[FieldError] = [
        InvalidTypeError.of(f"{type(result).__name__}.{name}", value, f"give {wanted}", name)
        for (sound, holds, name, wanted), value in zip(fields.checks, values)  # noqa: B905  # as many
        if type(value) not in sound and not holds(value)
    ]
    if wrong:
        refuse(wrong)


def sound_in(hint: Any) -> frozenset[type]:
    """Return the classes in an annotation of which every object is of the annotated type."""
    members = get_args(hint) if _is_union(hint) else (hint,)
    classes = [get_origin(one) or one for one in members if get_origin(one) not in _HOLDING]
    return frozenset(one for one in classes if isinstance(one, type))


def _is_union(hint: Any) -> bool:
    return get_origin(hint) in (Union, types.UnionType)


def _check_of(hint: Any) -> _Check:
    origin, args = get_origin(hint), get_args(hint)
    if _is_union(hint):
        checks = [_check_of(one) for one in args]
        return lambda value: any(check(value) for check in checks)
    if isinstance(hint, TypeVar):
        members = hint.__constraints__ or (hint.__bound__ or object,)
        return lambda value: isinstance(value, members)
    if origin in (tuple, frozenset):
        return _check_of_items(origin, args)
    if origin is type:
        return lambda value: isinstance(value, type)
    if origin is not None:
        return callable if origin is Callable else lambda value: isinstance(value, origin)
    if hint in _PLAIN:
        return lambda value: type(value) is hint
    if getattr(hint, "_is_protocol", False):
        asked = [name for name in vars(hint) if not name.startswith("_")]
        return lambda value: all(hasattr(value, name) for name in asked)
    return lambda value: isinstance(value, hint)


def _check_of_items(origin: type, args: tuple[Any, ...]) -> _Check:
    if origin is tuple and args[-1] is not ...:
        checks = [_check_of(one) for one in args]
        return lambda value: (
            type(value) is tuple
            and len(value) == len(checks)
            and all(check(item) for check, item in zip(checks, value, strict=True))
        )
    sound, check = sound_in(args[0]), _check_of(args[0])

    def holds(value: Any) -> bool:
        items: Any = value
        if type(value) is not origin:
            return False
        return not items or sound.issuperset(map(type, items)) or all(map(check, items))

    return holds
