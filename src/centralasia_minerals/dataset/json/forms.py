"""The JSON form of a value or a part: what stands for it in the data files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.errors import DataError, InvalidTypeError, InvalidValueError, Problem
from centralasia_minerals.values.absence import NotApplicable, NotStated
from centralasia_minerals.values.closed_enum import ClosedEnum
from centralasia_minerals.values.currency import Currency
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.name import Name
from centralasia_minerals.values.partial_date import PartialDate
from centralasia_minerals.values.share import Share
from centralasia_minerals.values.unit import Unit
from centralasia_minerals.wording import briefly, printable

from ..files.decode import hook_of
from ..files.encode import encode_value
from ..files.error_paths import problems_in
from ..files.suggestions import OpenProblem, OpenProblems

VALUES: Mapping[str, type] = {
    cls.__name__: cls
    for cls in (
        Money, Measure, Share, PartialDate, Name, Currency, Unit, NotStated, NotApplicable,
    )
}  # fmt: skip
"""The values that have a form of their own, by name; members of enumerations are their texts."""

_ABSENCES = {NotStated: "not stated", NotApplicable: "not applicable"}
_SIGNED = {Money: "amount", Measure: "magnitude"}


def to_form(value: object) -> Any:
    """Return the JSON form of a value or a part, as it stands in data files."""
    if isinstance(value, tuple | list):
        return [to_form(one) for one in value]
    return encode_value(value)


def from_form(form: object, cls: Any) -> Any:
    """Return the value or the part that a JSON form stands for.

    Args:
        form: the form.
        cls: the class of the value, or an annotation such as ``Stated[Money]``.

    Raises:
        DataError: the form is not one of that class; everything that is wrong is listed.
    """
    if cls in _ABSENCES:
        if form != _ABSENCES[cls]:
            raise _error("", f"{briefly(form)} is not an absence; write {_ABSENCES[cls]!r}")
        return cls()
    sign = _SIGNED.get(cls)
    if sign and isinstance(form, dict) and str(form.get(sign, "")).startswith("-"):
        # Sources print no figure below zero, and the form of data files has none.
        return -_read({**form, sign: str(form[sign])[1:]}, cls)
    return _read(form, cls)


def _read(form: object, cls: Any) -> Any:
    try:
        return hook_of(cls)(form, cls)
    except Exception as error:
        problems = [
            OpenProblem("JSON", path.removeprefix("."), message, suggestion)
            for path, message, suggestion in problems_in(error)
        ]
        raise DataError(OpenProblems(problems, None)) from None


def _error(path: str, message: str) -> DataError:
    return DataError([Problem("JSON", path, printable(message))])


def class_named(name: object) -> type:
    """Return the class of values of a name.

    Raises:
        InvalidValueError: no class of values has that name.
    """
    known = {**VALUES, **{cls.__name__: cls for cls in _enumerations(ClosedEnum)}}
    if not isinstance(name, str) or name not in known:
        raise InvalidValueError(
            "the type of a value",
            f"{briefly(name)} is not one",
            f"give one of {', '.join(VALUES)}, or an enumeration",
        )
    return known[name]


def _enumerations(cls: type[ClosedEnum]) -> list[type[ClosedEnum]]:
    found = cls.__subclasses__()
    return [*found, *(inner for one in found for inner in _enumerations(one))]


def is_value(given: object) -> bool:
    """Whether something is a value that has a form of its own."""
    return isinstance(given, ClosedEnum) or type(given) in VALUES.values()


def refused_type(given: object) -> InvalidTypeError:
    """Return the error for something that has no JSON form."""
    remedy = "give a value such as Money, a record or a dataset; results have to_dict()"
    return InvalidTypeError.of("something to write as JSON", given, remedy)


def refused_record(found: object, cls: type[Entity]) -> DataError:
    """Return the error for a document that holds something other than a record of a class."""
    kind = type(found).__name__
    return _error("record", f"it is a {kind}, and a {cls.__name__} is wanted; name one")
