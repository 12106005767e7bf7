"""The one list of the kinds of record, in the order in which they may refer to each other."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.entities.country import Bloc, Country
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.deposit import Deposit
from centralasia_minerals.entities.event import Event
from centralasia_minerals.entities.mineral import Mineral
from centralasia_minerals.entities.organization import Organization
from centralasia_minerals.entities.person import Person
from centralasia_minerals.entities.source import Source
from centralasia_minerals.entities.statistic import Statistic

KINDS: Mapping[str, type[Entity]] = MappingProxyType(
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
"""Catalog name to class, lowest first; ``Catalogs`` has a catalog for each."""

Records: TypeAlias = Mapping[str, tuple[Entity, ...]]
"""Records by catalog name."""


def kind_of(entity: Entity) -> str:
    """Return the name of the catalog that a record is in."""
    return next(kind for kind, cls in KINDS.items() if isinstance(entity, cls))
