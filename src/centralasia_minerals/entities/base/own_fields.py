"""What the recorded fields of a class can hold, read from its annotations once per class."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, get_type_hints

import attrs

from .field_checks import Getter, values_getter
from .field_rules import classes_in


class OwnFields(NamedTuple):
    """The recorded fields of a class, and what they can hold; derived fields are left out.

    Attributes:
        held: the classes that each field can hold, also inside a tuple, by the field's name; the
            fields are in the order of the class.
        plain_values: returns the values of the fields that cannot hold entities, in order.
        references: returns the values of those that can.
    """

    held: Mapping[str, tuple[type, ...]]
    plain_values: Getter
    references: Getter

    def holding(self, cls: type, *, other_than: tuple[type, ...] = ()) -> tuple[str, ...]:
        """Return the names of the fields that can hold objects of a class, with exceptions."""
        return tuple(
            name
            for name, classes in self.held.items()
            if any(issubclass(one, cls) and not issubclass(one, other_than) for one in classes)
        )


def own_fields_among(cls: type, entities: type) -> OwnFields:
    """Return what the recorded fields of a class can hold.

    Args:
        cls: an attrs class.
        entities: the class of all records with an id, which others refer to.
    """
    hints = get_type_hints(cls)
    own = {field.name: hints[field.name] for field in attrs.fields(cls) if field.eq}
    held = {name: tuple(classes_in(hint)) for name, hint in own.items()}
    every = OwnFields(held, values_getter(()), values_getter(()))
    referring = every.holding(entities)
    plain = tuple(name for name in held if name not in referring)
    return OwnFields(held, values_getter(plain), values_getter(referring))
