"""Checks of a record's fields against their annotations; they never convert a value."""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Iterable, Iterator
from enum import Enum, auto
from functools import cache, reduce
from itertools import compress
from operator import attrgetter, is_not
from typing import Any, NamedTuple, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError, with_article

Check = Callable[[object], bool]
FieldError = InvalidValueError | InvalidTypeError
Getter = Callable[[object], tuple[Any, ...]]
"""What returns the values of some attributes of an object."""
_Rule: TypeAlias = "Callable[[object], _Fault | None]"

_MODULES = re.compile(r"\w+\.(?=\w)")


def refuse(errors: Iterable[FieldError]) -> None:
    """Raise the first error, with the others in its ``also``; do nothing if there are none."""
    first, *others = (*errors, None)
    if first is not None:
        first.also = tuple(filter(None, others))
        raise first


class Faults(NamedTuple):
    """What is wrong with the fields of one record, going by their annotations.

    Attributes:
        types: an error for every field whose value is not of the annotated type.
        repetitions: an error for every list that holds an item twice.
        blanks: an error for every text that is empty or blank.
    """

    types: tuple[FieldError, ...] = ()
    repetitions: tuple[FieldError, ...] = ()
    blanks: tuple[FieldError, ...] = ()


def faults_in(record: object) -> Faults:
    """Return what is wrong with the fields of a record, from one look at each of them."""
    defaults, fields, values_of = _checks(type(record))  # type: ignore[arg-type]  # classes hash
    values = values_of(record)
    # Most fields hold their own default, the very object, which was checked with the class.
    given = compress(zip(fields, values, strict=True), map(is_not, values, defaults))
    found = [
        (field, fault, value)
        for field, value in given
        if type(value) not in field.sound and (fault := field.fault_in(value))
    ]
    return _described_faults(record, found) if found else _NO_FAULTS


def _described_faults(record: object, found: list[tuple[_FieldCheck, _Fault, object]]) -> Faults:
    types: list[FieldError] = []
    repetitions: list[FieldError] = []
    blanks: list[FieldError] = []
    for (_, _, name, wanted), fault, value in found:
        place = f"{type(record).__name__}.{name}"
        if fault is _Fault.TYPE:
            types.append(InvalidTypeError.of(place, value, f"give {wanted}", name))
        elif fault is _Fault.REPETITION:
            twice = "an item is listed twice"
            repetitions.append(InvalidValueError(place, twice, "list it once", field=name))
        else:
            remedy = "give text, or leave it out"
            blanks.append(InvalidValueError(place, "the text is blank", remedy, field=name))
    return Faults(tuple(types), tuple(repetitions), tuple(blanks))


class _Fault(Enum):
    """What can be wrong with the value of a field, going by its annotation."""

    TYPE = auto()
    REPETITION = auto()
    BLANK = auto()


_NO_FAULTS = Faults()


class _FieldCheck(NamedTuple):
    """How to check a field: the classes of which every object will do, and what to ask of others.

    A text may be blank, so it is asked. The name and the type wanted, in words, are for messages.
    """

    sound: frozenset[type]
    fault_in: _Rule
    name: str
    wanted: str


class _ClassChecks(NamedTuple):
    """The defaults and the checks of the fields that are given, and what returns their values."""

    defaults: tuple[object, ...]
    fields: tuple[_FieldCheck, ...]
    values_of: Getter


@cache
def _checks(cls: type) -> _ClassChecks:
    bound, hints = bound_variables(cls), get_type_hints(cls)
    defaults, checks = [], []
    for field in attrs.fields(cls):
        if field.init:  # what is derived is not given
            hint = bound.get(hints[field.name], hints[field.name])
            rule = _rule_of(hint)
            checks.append(
                _FieldCheck(_plain_classes(hint) - {str}, rule, field.name, _described(hint))
            )
            defaults.append(attrs.NOTHING if rule(field.default) else field.default)
    names = tuple(check.name for check in checks)
    return _ClassChecks(tuple(defaults), tuple(checks), values_getter(names))


def values_getter(names: tuple[str, ...]) -> Getter:
    """Return what returns the values of the attributes with these names."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda record: tuple([getattr(record, name) for name in names])


def _plain_classes(hint: Any) -> frozenset[type]:
    """Return the classes in an annotation of which every object is of the annotated type."""
    members = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
    members = getattr(hint, "__constraints__", members)
    return frozenset(one for one in members if isinstance(one, type) and get_origin(one) is None)


def _rule_of(hint: Any) -> _Rule:
    holds = _check_for(hint)

    def fault_in(value: object) -> _Fault | None:
        return None if holds(value) else _Fault.TYPE

    def fault_in_list(value: Any) -> _Fault | None:
        if not holds(value):
            return _Fault.TYPE
        # One item cannot repeat itself, and hashing a record is dear.
        return _Fault.REPETITION if len(value) > 1 and len(set(value)) < len(value) else None

    def fault_in_text(value: object) -> _Fault | None:
        if isinstance(value, str):
            return None if value.strip() else _Fault.BLANK
        return fault_in(value)

    if get_origin(hint) is tuple:
        return fault_in_list
    return fault_in_text if hint is str or str in get_args(hint) else fault_in


def bound_variables(cls: type) -> dict[object, Any]:
    """Return what each type variable of a generic base stands for in a subclass."""
    return {
        variable: argument
        for base in getattr(cls, "__orig_bases__", ())
        for variable, argument in zip(
            getattr(get_origin(base), "__parameters__", ()), get_args(base), strict=False
        )
    }


def _check_for(hint: Any) -> Check:
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _any_of(args)
    if origin is tuple:
        return _tuple_of(args[0])
    if origin is not None:
        return _generic(origin, args)
    if isinstance(hint, TypeVar):
        return _any_of(hint.__constraints__)
    return _class_check((hint,))


def _class_check(classes: tuple[type, ...]) -> Check:
    """Return the check of plain classes; true and false are no whole numbers."""
    exact = frozenset(classes)
    or_below = tuple(cls for cls in classes if cls is not int)
    return lambda value: type(value) in exact or isinstance(value, or_below)


def _any_of(hints: tuple[Any, ...]) -> Check:
    if all(get_origin(hint) is None and not isinstance(hint, TypeVar) for hint in hints):
        return _class_check(hints)
    return reduce(_either, map(_check_for, hints))


def _either(first: Check, second: Check) -> Check:
    return lambda value: first(value) or second(value)


def _tuple_of(hint: Any) -> Check:
    check, classes = _check_for(hint), _plain_classes(hint)
    return lambda value: (
        isinstance(value, tuple)
        and (classes.issuperset(map(type, value)) or all(map(check, value)))
    )


def _generic(origin: type, args: tuple[object, ...]) -> Check:
    """Return the check of ``Stated[Money]``: of the class, and of fields that hold a ``T``."""
    variables = getattr(origin, "__parameters__", ())
    by_variable = dict(zip(variables, map(_check_for, args), strict=True))
    hints = get_type_hints(origin)
    checks = [_of_field(name, by_variable[of]) for name, of in hints.items() if of in by_variable]
    return reduce(_both, checks, lambda value: isinstance(value, origin))


def _of_field(name: str, check: Check) -> Check:
    return lambda value: check(getattr(value, name))


def _both(first: Check, second: Check) -> Check:
    return lambda value: first(value) and second(value)


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
