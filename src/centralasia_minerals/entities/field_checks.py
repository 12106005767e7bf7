"""Checks of a record's fields against their annotations; they never convert a value."""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError, with_article

Check = Callable[[object], bool]
FieldError = InvalidValueError | InvalidTypeError

_MODULES = re.compile(r"\w+\.(?=\w)")


def refuse(errors: Iterable[FieldError]) -> None:
    """Raise the first error, with the others in its ``also``; do nothing if there are none."""
    first, *others = (*errors, None)
    if first is not None:
        first.also = tuple(filter(None, others))
        raise first


def type_errors(record: object) -> Iterator[FieldError]:
    """Yield an error for every field whose value is not of the annotated type."""
    for name, wanted, holds, _ in _checks(type(record)):  # type: ignore[arg-type]  # classes hash
        value = getattr(record, name)
        if not holds(value):
            yield InvalidTypeError.of(_place(record, name), value, f"give {wanted}", name)


def repetition_errors(record: object) -> Iterator[FieldError]:
    """Yield an error for every list that holds an item twice."""
    for name, _, _, is_list in _checks(type(record)):  # type: ignore[arg-type]  # classes hash
        value = getattr(record, name)
        if is_list and len(set(value)) < len(value):
            found = "an item is listed twice"
            yield InvalidValueError(_place(record, name), found, "list it once", field=name)


def blank_errors(record: object) -> Iterator[FieldError]:
    """Yield an error for every text that is empty or blank."""
    for name, *_ in _checks(type(record)):  # type: ignore[arg-type]  # classes hash
        value = getattr(record, name)
        if isinstance(value, str) and not value.strip():
            remedy = "give text, or leave it out"
            yield InvalidValueError(_place(record, name), "the text is blank", remedy, field=name)


def _place(record: object, field: str) -> str:
    return f"{type(record).__name__}.{field}"


@cache
def _checks(cls: type) -> tuple[tuple[str, str, Check, bool], ...]:
    bound = bound_variables(cls)
    hints = {name: bound.get(hint, hint) for name, hint in get_type_hints(cls).items()}
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(cls)
    return tuple(
        (field.name, _described(hint), _check_for(hint), get_origin(hint) is tuple)
        for field in fields
        if field.init  # what is derived is not given
        for hint in (hints[field.name],)
    )


def bound_variables(cls: type) -> dict[object, Any]:
    """Return what each type variable of a generic base stands for in a subclass."""
    return {
        variable: argument
        for base in getattr(cls, "__orig_bases__", ())
        for variable, argument in zip(
            getattr(get_origin(base), "__parameters__", ()), get_args(base), strict=False
        )
    }


def _check_for(hint: object) -> Check:
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _any_of([_check_for(arg) for arg in args])
    if origin is tuple:
        return _tuple_of(_check_for(args[0]))
    if origin is not None:
        return _generic(origin, args)
    if isinstance(hint, TypeVar):
        return _any_of([_check_for(constraint) for constraint in hint.__constraints__])
    if hint is int:
        return lambda value: type(value) is int
    return lambda value: isinstance(value, hint)  # type: ignore[arg-type]  # a class by now


def _any_of(checks: list[Check]) -> Check:
    return lambda value: any(check(value) for check in checks)


def _tuple_of(check: Check) -> Check:
    return lambda value: isinstance(value, tuple) and all(check(item) for item in value)


def _generic(origin: type, args: tuple[object, ...]) -> Check:
    """Return the check of ``Stated[Money]``: of the class, and of fields that hold a ``T``."""
    variables = getattr(origin, "__parameters__", ())
    by_variable = dict(zip(variables, map(_check_for, args), strict=True))
    hints = get_type_hints(origin)
    checked = tuple(
        (name, by_variable[hint]) for name, hint in hints.items() if hint in by_variable
    )

    def holds(value: object) -> bool:
        return isinstance(value, origin) and all(
            check(getattr(value, name)) for name, check in checked
        )

    return holds


def _described(hint: object) -> str:
    if isinstance(hint, TypeVar):
        return " or ".join(map(_described, hint.__constraints__))
    if isinstance(hint, type) and get_origin(hint) is None:
        return with_article(hint.__name__)
    return _MODULES.sub("", str(hint))


def classes_in(hint: object) -> Iterator[type]:
    """Yield the classes that an annotation names, also inside tuples and unions."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType, tuple):
        for inner in get_args(hint):
            yield from classes_in(inner)
    elif isinstance(origin or hint, type):
        yield origin or hint  # type: ignore[misc]  # one of them is a class
