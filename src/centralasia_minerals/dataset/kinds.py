"""The kinds of entity, in the order in which they may refer to each other."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from centralasia_minerals.entities import (
    Bloc,
    Country,
    Deal,
    Deposit,
    Entity,
    Event,
    Mineral,
    Official,
    Organization,
    Person,
    Source,
    Statistic,
)

KINDS: MappingProxyType[str, type[Entity]] = MappingProxyType(
    {
        "sources": Source,
        "countries": Country,
        "blocs": Bloc,
        "organizations": Organization,
        "people": Person,
        "minerals": Mineral,
        "deposits": Deposit,
        "deals": Deal,
        "events": Event,
        "statistics": Statistic,
    }
)
"""Catalog name to class, lowest first: an entity refers to kinds above it here, or to its own."""

REFERENCE_KINDS = (Country, Mineral)
"""Kinds that are reference, not reporting: they need no citation."""

Records = Mapping[str, tuple[Entity, ...]]
"""Entities by catalog name, while they are being put together."""


def kind_of(entity: Entity) -> str:
    """Give the name of the catalog that an entity stands in."""
    cls = Person if isinstance(entity, Official) else type(entity)
    return next(kind for kind, known in KINDS.items() if known is cls)
