"""Checks a record's fields against their annotations, at run time and without converting."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError

Check = Callable[[object], bool]
Refusal = InvalidValueError | InvalidTypeError


def refuse(refusals: Iterable[Refusal]) -> None:
    """Raise the first refusal, with all others in its ``also``; nothing where there is none."""
    first, *others = (*refusals, None)
    if first is not None:
        first.also = tuple(filter(None, others))
        raise first


def misfits(record: object) -> Iterator[Refusal]:
    """Give every field that is of another type than its annotation says."""
    for name, wanted, holds, _ in _checks(type(record)):  # type: ignore[arg-type]  # classes hash
        value = getattr(record, name)
        if not holds(value):
            found = f"{value!r:.80} is of type {type(value).__name__}"
            yield InvalidTypeError(_place(record, name), found, f"give {wanted}", field=name)


def repeats(record: object) -> Iterator[Refusal]:
    """Give every list of references, topics or the like that holds something twice."""
    for name, _, _, is_list in _checks(type(record)):  # type: ignore[arg-type]  # classes hash
        value = getattr(record, name)
        if is_list and len(set(value)) < len(value):
            found = "something stands there twice"
            yield InvalidValueError(_place(record, name), found, "name it once", field=name)


def blanks(record: object) -> Iterator[Refusal]:
    """Give every text that says nothing."""
    for name, *_ in _checks(type(record)):  # type: ignore[arg-type]  # classes hash
        value = getattr(record, name)
        if isinstance(value, str) and not value.strip():
            remedy = "give text, or leave it out"
            yield InvalidValueError(_place(record, name), "nothing in it", remedy, field=name)


def _place(record: object, field: str) -> str:
    return f"{type(record).__name__}.{field}"


@cache
def _checks(cls: type) -> tuple[tuple[str, str, Check, bool], ...]:
    bound = _bound_variables(cls)
    hints = {name: bound.get(hint, hint) for name, hint in get_type_hints(cls).items()}
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(cls)
    return tuple(
        (field.name, _spoken(hint), _check_for(hint), get_origin(hint) is tuple)
        for field in fields
        if field.init  # what is derived is not given
        for hint in (hints[field.name],)
    )


def _bound_variables(cls: type) -> dict[object, Any]:
    """Give what a subclass says that a variable of its generic base stands for."""
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
    """Check ``Stated[Money]``: the class, and its fields that are annotated by a type variable."""
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


def _spoken(hint: object) -> str:
    if isinstance(hint, type) and get_origin(hint) is None:
        return f"a {hint.__name__}"
    return str(hint).replace("typing.", "").replace("centralasia_minerals.", "")
