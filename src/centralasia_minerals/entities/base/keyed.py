"""Parts that are told from the others of their list by a key, when records are joined."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, ClassVar

from attrs import field

from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.values.absence import NotStated

from .field_checks import FieldError
from .record import Entity, Record, facts, own_fields_of, part


@part
class Keyed(Record):
    """A part of which a record may hold several.

    Attributes:
        key: what tells it from the others of its list where nothing else does, in our words ("first
            tranche"); not stated where something else does.
    """

    # The fields that tell it from the others if it has no key; empty means all but its citations.
    identified_by: ClassVar[tuple[str, ...]] = ()

    key: str | NotStated = field(default=NotStated(), metadata=facts(is_identity=True))

    @property
    def identity(self) -> tuple[object, ...]:
        """What tells it from the others: its key, or the fields of ``identified_by``."""
        return identity_of(self, self.key, self.identified_by)


def identity_of(
    record: Record, key: str | NotStated, identified_by: tuple[str, ...]
) -> tuple[object, ...]:
    """Return what tells a part from the others of its list."""
    if isinstance(key, str):
        return (key,)
    values = (getattr(record, name) for name in identified_by)
    return tuple(value.id if isinstance(value, Entity) else value for value in values)


def doubled(record: Entity) -> Iterator[FieldError]:
    """Yield that two parts in a list of a record have nothing that tells them apart.

    Such records can be made and counted, but neither written nor joined.
    """
    for name in _lists_of_parts(type(record)):  # type: ignore[arg-type]  # classes hash
        parts = getattr(record, name)
        known: set[tuple[object, ...]] = set()
        for place, one in enumerate(parts if len(parts) > 1 else ()):
            if one.identity and one.identity in known:
                yield InvalidValueError(
                    f"the {name} of {record.id!r}",
                    f"two have the same {_shown(one)}",
                    "give each a key of its own, such as key = 'first tranche', or join them",
                    field=f"{name}[{place}]",
                )
            known.add(one.identity)


@cache
def _lists_of_parts(cls: type[Record]) -> tuple[str, ...]:
    """Return the lists of a class that hold parts with an identity."""
    held = own_fields_of(cls).held
    return tuple(
        name for name, classes in held.items() if any(hasattr(one, "identity") for one in classes)
    )


def _shown(part: Any) -> str:
    if part.key:
        return f"key, {part.key}"
    told = zip(part.identified_by, part.identity, strict=True)
    return " and ".join(f"{name} ({value or 'not stated'})" for name, value in told)
