"""How a record is made: checked and derived once, and never changed afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from inspect import signature
from typing import Any, ClassVar, NoReturn, TypeVar

import attrs

from .field_checks import (
    Checks,
    Getter,
    Ungiven,
    errors_in,
    faults_in,
    refuse,
    refuse_faulty,
    values_getter,
)

M = TypeVar("M", bound="Made")


class Made:
    """What is made by its constructor alone, which checks all fields at once.

    Assigning or deleting a field, making it a second time and setting its state are an
    ``AttributeError``. A pickle is made again by the constructor, with all its checks; a copy is
    the object itself. This guards against mistakes, not against code that means to get around it:
    ``object.__setattr__`` and the slots of the class still set fields.
    """

    __slots__ = ()

    # The field that is set first while a record is made, and the one that is derived first.
    _first_field: ClassVar[str] = ""
    _first_derived: ClassVar[str] = ""

    def __attrs_pre_init__(self) -> None:
        if hasattr(self, self._first_field):
            self._refuse_changes()

    def __attrs_post_init__(self) -> None:
        faults = faults_in(self)
        if faults:
            refuse_faulty(self, faults)
        if errors := errors_in(self._field_errors()):
            refuse(errors)
        if self._first_derived:
            if hasattr(self, self._first_derived):
                self._refuse_changes()
            for field, value in self._derived():
                object.__setattr__(self, field, value)

    def _derived(self) -> Iterable[tuple[str, object]]:
        """Return the fields that follow from the others, with their values."""
        return ()

    def _field_errors(self) -> Checks:
        """Yield the values that are invalid although their types are right.

        What stands on its own is yielded as checks of its own (``yield self._date_errors()``), so
        that it is asked even if the others read a field whose type is wrong.
        """
        return ()

    def _refuse_changes(self, *_: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen; use with_changes to make another")

    # Nothing is restored behind the checks: a pickle is built again, and a copy is the record.
    __setstate__ = _refuse_changes

    def __reduce__(self) -> tuple[Any, ...]:
        return restored, (type(self), given_fields(self))

    def __copy__(self: M) -> M:
        return self

    def __deepcopy__(self: M, _: object) -> M:
        return self


def fields_of(cls: type) -> tuple[attrs.Attribute[Any], ...]:
    """Return the attrs fields of a record class."""
    return attrs.fields(cls)  # type: ignore[no-any-return]  # attrs types its fields as Any


def given_fields(record: Made) -> dict[str, object]:
    """Return the fields that a record was made from, without those that hold their default."""
    given = {
        f.name: (getattr(record, f.name), f.default) for f in fields_of(type(record)) if f.init
    }
    return {name: value for name, (value, default) in given.items() if value is not default}


def restored(cls: type[M], given: dict[str, object]) -> M:
    """Return the record of a pickle: made, checked and derived like any other."""
    return cls(**given)


def derived_again(record: M, **derived: object) -> M:
    """Return a copy of a record in which some derived fields have other values."""
    copied = object.__new__(type(record))
    values_of, setters = _slots(type(record))  # type: ignore[arg-type]  # classes hash
    for set_field, value in zip(setters, values_of(record), strict=True):
        set_field(copied, value)
    for name, value in derived.items():
        object.__setattr__(copied, name, value)
    return copied


@cache
def _slots(cls: type) -> tuple[Getter, tuple[Callable[[object, object], None], ...]]:
    """Return what returns the values of all fields of a class, and what sets each of them."""
    names = tuple(field.name for field in fields_of(cls))
    return values_getter(names), tuple(getattr(cls, name).__set__ for name in names)


def frozen(cls: type) -> Any:
    """Make a class of frozen, slotted, keyword-only objects, compared by what they inherit."""
    # Equality, hash and repr are inherited, so that no subclass regenerates them.
    made: Any = attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)(cls)
    fields = fields_of(made)
    made._first_field = fields[0].name
    made._first_derived = next((field.name for field in fields if not field.init), "")
    # What is required and missing is refused by the record itself, together with all else.
    make = made.__init__
    make.__signature__ = signature(make)
    required = [field.name for field in fields if field.init and field.default is attrs.NOTHING]
    make.__kwdefaults__ = (make.__kwdefaults__ or {}) | dict.fromkeys(required, Ungiven.MISSING)
    return made
