"""Checks of all fields of a record against their annotations; they never convert a value."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from enum import Enum, auto
from functools import cache
from itertools import compress
from operator import attrgetter, is_not
from typing import Any, NamedTuple, TypeAlias, get_type_hints

import attrs

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError

from .field_rules import (
    OF_WRONG_TYPE,
    Fault,
    Rule,
    bound_variables,
    described,
    rule_of,
    sound_classes,
)

FieldError = InvalidValueError | InvalidTypeError
Checks: TypeAlias = "Iterable[FieldError | Checks]"
"""Errors, and further checks that stand on their own, each of which yields errors."""
Getter = Callable[[object], tuple[Any, ...]]
"""What returns the values of some attributes of an object."""


class Ungiven(Enum):
    """What stands in a field that nobody gave; no record holds it."""

    MISSING = auto()
    """The field is required."""

    UNREADABLE = auto()
    """It was given in a file, where it is wrong for a reason that is reported there."""


def refuse(errors: Iterable[FieldError]) -> None:
    """Raise the first error, with the others in its ``also``; do nothing if there are none."""
    first, *others = (*errors, None)
    if first is not None:
        first.also = tuple(filter(None, others))
        raise first


class Faults(NamedTuple):
    """What is wrong with the fields of one record, going by their annotations.

    Attributes:
        types: an error for every field that is missing or whose value is not of its type.
        values: an error for every list that holds an item twice and every number too large.
        texts: an error for every text that is blank or cannot stand in a data file.
        spoilt: the fields of which nothing else can be said.
    """

    types: tuple[FieldError, ...] = ()
    values: tuple[FieldError, ...] = ()
    texts: tuple[FieldError, ...] = ()
    spoilt: frozenset[str] = frozenset()


def faults_in(record: object) -> Faults | None:
    """Return what is wrong with the fields of a record, from one look at each; None if nothing."""
    defaults, fields, values_of = _checks(type(record))  # type: ignore[arg-type]  # classes hash
    values = values_of(record)
    # Most fields hold their own default, the very object, which was checked with the class.
    given = compress(zip(fields, values), map(is_not, values, defaults))  # noqa: B905  # as many
    found = [
        (name, wanted, fault, value)
        for (sound, fault_in, name, wanted), value in given
        if type(value) not in sound and (fault := fault_in(value))
    ]
    return _described_faults(record, found) if found else None


def refuse_faulty(record: Any, faults: Faults) -> None:
    """Raise every error of a record in which some fields are not as they should be.

    They are those of the fields by themselves, and those of the record's own checks, each of
    which is left where it reads a field of which nothing can be said.

    Raises:
        InvalidTypeError: a field is missing or of a wrong type.
        InvalidValueError: a value is invalid.
        UnfinishedError: nothing is wrong but what is reported elsewhere.
    """
    refuse(_errors_of(record, faults))
    raise UnfinishedError


def _errors_of(record: Any, faults: Faults) -> Iterator[FieldError]:
    yield from faults.types
    partial = _Partial(record, faults.spoilt)
    checked = [*faults.values, *errors_in(type(record)._field_errors(partial))]
    named = {error.field for error in checked}
    yield from checked
    yield from (text for text in faults.texts if text.field not in named)


def errors_in(checks: Checks) -> list[FieldError]:
    """Return the errors of some checks, and of the checks inside them."""
    errors: list[FieldError] = []
    try:
        for error in checks:
            if isinstance(error, Exception):
                errors.append(error)
            else:
                errors += errors_in(error)
    except _SpoiltFieldError:
        pass  # The field itself is reported.
    return errors


class UnfinishedError(Exception):
    """A record cannot be made, for reasons that are reported where its fields are read."""


class _SpoiltFieldError(Exception):
    """A check needs a field of which nothing can be said."""


class _Partial:
    """A record while it is refused, of which some fields cannot be read by checks."""

    def __init__(self, record: object, spoilt: Collection[str]) -> None:
        derived = [field.name for field in attrs.fields(type(record)) if not field.init]  # type: ignore[arg-type]  # one of attrs
        self._record, self._spoilt = record, {*spoilt, *derived}

    def __getattr__(self, name: str) -> Any:
        if name in self._spoilt:
            raise _SpoiltFieldError(name)
        found = getattr(type(self._record), name, None)
        # What the class computes or asks must not get past the fields that cannot be read.
        if isinstance(found, property) and found.fget:
            return found.fget(self)
        if callable(found) and hasattr(found, "__get__"):
            return found.__get__(self)
        return getattr(self._record, name)


def _described_faults(record: object, found: list[tuple[str, str, Fault, object]]) -> Faults:
    types: list[FieldError] = []
    values: list[FieldError] = []
    texts: list[FieldError] = []
    for name, wanted, fault, value in found:
        place = f"{type(record).__name__}.{name}{fault.place}"
        if value is Ungiven.MISSING:
            types.append(InvalidTypeError(place, "it is missing", f"give {wanted}", name))
        elif value is Ungiven.UNREADABLE:
            continue
        elif fault is OF_WRONG_TYPE:
            types.append(InvalidTypeError.of(place, value, f"give {wanted}", name))
        else:
            error = InvalidValueError(place, fault.found, fault.remedy, name + fault.place)
            (texts if fault.is_of_text else values).append(error)
    spoilt = frozenset(name for name, _, fault, _ in found if fault.spoils)
    return Faults(tuple(types), tuple(values), tuple(texts), spoilt)


class _FieldCheck(NamedTuple):
    """How to check a field: the classes of which every object will do, and what to ask of others.

    A text may be blank, so it is asked. The name and the type wanted, in words, are for messages.
    """

    sound: frozenset[type]
    fault_in: Rule
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
            rule = rule_of(hint)
            check = _FieldCheck(sound_classes(hint), rule, field.name, described(hint))
            checks.append(check)
            defaults.append(attrs.NOTHING if rule(field.default) else field.default)
    names = tuple(check.name for check in checks)
    return _ClassChecks(tuple(defaults), tuple(checks), values_getter(names))


def values_getter(names: tuple[str, ...]) -> Getter:
    """Return what returns the values of the attributes with these names."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda record: tuple([getattr(record, name) for name in names])
