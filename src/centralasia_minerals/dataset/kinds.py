"""The one list of the kinds of record, in the order in which they may refer to each other."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias, get_args, get_type_hints

import attrs

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

from .catalog import Catalog


@attrs.frozen(kw_only=True)
class Catalogs:
    """A catalog for each kind of record; a kind refers to those above it here, or to itself.

    Attributes:
        sources: the texts that facts are cited from.
        countries: countries, by their ISO 3166-1 alpha-2 code.
        blocs: groups of countries that act or are spoken of as one.
        organizations: companies, banks, ministries and media, and parties that a source only
            describes.
        people: everybody who is named, officials included.
        minerals: commodities and groups of them.
        deposits: ore bodies, with estimates of what they contain.
        deals: agreements, pledges, plans, proposals, offers and policy acts.
        events: what happened, was said or is planned.
        statistics: shares, counts and amounts, with the subject they belong to.
    """

    sources: Catalog[Source]
    countries: Catalog[Country]
    blocs: Catalog[Bloc]
    organizations: Catalog[Organization]
    people: Catalog[Person]
    minerals: Catalog[Mineral]
    deposits: Catalog[Deposit]
    deals: Catalog[Deal]
    events: Catalog[Event]
    statistics: Catalog[Statistic]


KINDS: Mapping[str, type[Entity]] = MappingProxyType(
    {name: get_args(hint)[0] for name, hint in get_type_hints(Catalogs).items()}
)
"""Catalog name to class, lowest first."""

Records: TypeAlias = Mapping[str, tuple[Entity, ...]]
"""Records by catalog name."""


def kind_of(entity: Entity) -> str:
    """Return the name of the catalog that a record is in."""
    return next(kind for kind, cls in KINDS.items() if isinstance(entity, cls))
