"""What may be totalled: each deal once, and the version of the dataset that they are from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias, TypeVar

from centralasia_minerals.dataset.catalog import Catalog
from centralasia_minerals.dataset.dataset import Dataset
from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.errors import ConflictError, InvalidTypeError

E = TypeVar("E", bound=Entity)

Deals: TypeAlias = Dataset | Catalog[Deal] | Iterable[Deal]
"""What can be totalled: a dataset, a catalog of deals, or any deals."""


def unique_deals(deals: Deals) -> tuple[Deal, ...]:
    """Return each deal once, in the order of first appearance.

    Raises:
        InvalidTypeError: something is not a deal; the message names it.
        ConflictError: one id stands for unequal records.
    """
    return each_once(deals.deals if isinstance(deals, Dataset) else deals, Deal)


def version_of(given: object) -> str | None:
    """Return the version of the data that records are from; None if nothing says it."""
    return (given.version or None) if isinstance(given, (Dataset, Catalog)) else None


def each_once(given: object, kind: type[E]) -> tuple[E, ...]:
    """Return each record of a kind once, in the order of first appearance.

    Raises:
        InvalidTypeError: something is not a record of the kind; the message names it.
        ConflictError: one id stands for unequal records.
    """
    name = kind.kind_name
    if not isinstance(given, Iterable):
        remedy = f"give a dataset, a catalog of {name}s, or any {name}s"
        raise InvalidTypeError.of(f"{name}s", given, remedy)
    listed = tuple(given)
    # Most lists hold records of one kind, each once, which is quick to check.
    if {*map(type, listed)} <= {kind} and len({one.id for one in listed}) == len(listed):
        return listed
    known: dict[str, E] = {}
    for position, one in enumerate(listed, start=1):
        if not isinstance(one, kind):
            raise InvalidTypeError.of(f"{name} number {position}", one, f"give {name}s only")
        first = known.setdefault(one.id, one)
        if first is not one and first != one:
            found = "two unequal records have this id"
            raise ConflictError(f"the {name} {one.id!r}", found, "merge them first", (one.id,))
    return tuple(known.values())
