"""What the recorded fields of a class can hold, read from its annotations once per class."""

from __future__ import annotations

from typing import NamedTuple, get_type_hints

import attrs

from .field_checks import Getter, classes_in, values_getter


class OwnFields(NamedTuple):
    """The recorded fields of a class by what they can hold; derived fields are left out.

    Attributes:
        names: the names of all of them, in order.
        referring: those that can hold entities, which a record refers to and does not contain.
        holding: those that can hold parts.
        plain_values: returns the values of the fields that cannot refer, in order.
        references: returns the values of those that can.
        parts: returns the values of those that can hold parts.
    """

    names: tuple[str, ...]
    referring: tuple[str, ...]
    holding: tuple[str, ...]
    plain_values: Getter
    references: Getter
    parts: Getter


def fields_by_content(cls: type, *, parts: type, entities: type) -> OwnFields:
    """Sort the recorded fields of a class by what they can hold.

    Args:
        cls: an attrs class.
        parts: the class of all records; those that are no entities are parts.
        entities: the class of all records with an id.
    """
    names = tuple(field.name for field in attrs.fields(cls) if field.eq)
    held = {name: tuple(classes_in(hint)) for name, hint in get_type_hints(cls).items()}
    referring, holding = [], []
    for name in names:
        refers = [issubclass(one, entities) for one in held[name] if issubclass(one, parts)]
        if any(refers):
            referring.append(name)
        if not all(refers):
            holding.append(name)
    plain = tuple(name for name in names if name not in referring)
    return OwnFields(
        names,
        tuple(referring),
        tuple(holding),
        values_getter(plain),
        values_getter(tuple(referring)),
        values_getter(tuple(holding)),
    )
