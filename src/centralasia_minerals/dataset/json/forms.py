"""The JSON form of a value or a part: what stands for it in the data files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.errors import DataError, InvalidTypeError, InvalidValueError
from centralasia_minerals.values.absence import NotApplicable, NotStated
from centralasia_minerals.values.closed_enum import ClosedEnum
from centralasia_minerals.values.currency import Currency
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.name import Name
from centralasia_minerals.values.partial_date import PartialDate
from centralasia_minerals.values.share import Share
from centralasia_minerals.values.unit import Unit
from centralasia_minerals.wording import briefly, did_you_mean, near, with_article

from ..files.encode import encode_value
from ..kinds import Records
from .parts import part_classes, parts_by_name
from .reading import copied, read_form, refused

VALUES: Mapping[str, type] = {
    cls.__name__: cls
    for cls in (
        Money, Measure, Share, PartialDate, Name, Currency, Unit, NotStated, NotApplicable,
    )
}  # fmt: skip
"""The values that have a form of their own, by name; members of enumerations are their texts."""


def to_form(value: object) -> Any:
    """Return the JSON form of a value or a part, as it stands in data files."""
    if isinstance(value, tuple | list):
        return [to_form(one) for one in value]
    return encode_value(value)


def from_form(form: object, cls: Any, base: Records | None = None) -> Any:
    """Return the value or the part that a JSON form stands for.

    Args:
        form: the form.
        cls: the class of the value, or an annotation such as ``Stated[Money]``.
        base: the records that the form may refer to.

    Raises:
        DataError: the form is not one of that class; everything that is wrong is listed.
    """
    return read_form(copied(form), cls, base=base).checked()


def class_named(name: object) -> Any:
    """Return the class of values or parts of a name, such as ``Money`` or ``Stated[Money]``.

    Raises:
        InvalidValueError: no such class has that name.
    """
    known = {**VALUES, **{cls.__name__: cls for cls in _enumerations(ClosedEnum)}}
    known |= parts_by_name()
    if isinstance(name, str) and name in known:
        return known[name]
    remedy = did_you_mean(near(name, known)) if isinstance(name, str) else ""
    raise InvalidValueError(
        "the type of a value",
        f"{briefly(name)} is not one",
        remedy or f"give one of {', '.join(VALUES)}, or the class of an enumeration or a part",
    )


def _enumerations(cls: type[ClosedEnum]) -> list[type[ClosedEnum]]:
    found = cls.__subclasses__()
    return [*found, *(inner for one in found for inner in _enumerations(one))]


def is_value(given: object) -> bool:
    """Whether something is a value that has a form of its own."""
    return isinstance(given, ClosedEnum) or type(given) in VALUES.values()


def is_readable(cls: Any) -> bool:
    """Whether JSON goes both ways for a class: of values, of records or of parts of them."""
    if not isinstance(cls, type):
        return False
    is_plain = cls in VALUES.values() or issubclass(cls, (ClosedEnum, Entity))
    return is_plain or cls in part_classes()


def refused_type(given: object) -> InvalidTypeError:
    """Return the error for something that has no JSON form."""
    remedy = "give a value such as Money, a record, a part of one or a dataset"
    if hasattr(given, "to_dict"):
        remedy = "a result goes one way; call its to_dict()"
    elif isinstance(given, Stated):
        remedy = "no record holds such a view; give one of its statements"
    return InvalidTypeError.of("something to write as JSON", given, remedy)


def refused_record(found: object, cls: type) -> DataError:
    """Return the error for a document that holds something other than is wanted."""
    kind, wanted = (with_article(one.__name__) for one in (type(found), cls))
    return refused("record", f"it is {kind}, and {wanted} is wanted; name one")
