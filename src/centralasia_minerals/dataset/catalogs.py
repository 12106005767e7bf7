"""The catalogs of a dataset: one for each kind of record."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.entities.country import Bloc, Country
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.deposit import Deposit
from centralasia_minerals.entities.event import Event
from centralasia_minerals.entities.mineral import Mineral
from centralasia_minerals.entities.organization import Organization
from centralasia_minerals.entities.person import Official, Person
from centralasia_minerals.entities.source import Source
from centralasia_minerals.entities.statistic import Statistic

from .catalog import Catalog
from .kinds import KINDS, Records
from .query.find_by_name import find_by_name
from .query.known_ids import KnownIds

if TYPE_CHECKING:  # whoever does not search need not load it
    from .query.search import Matches


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

    @property
    def records(self) -> Records:
        """Every record, by catalog name."""
        return MappingProxyType({kind: getattr(self, kind).entities for kind in KINDS})

    @property
    def officials(self) -> Catalog[Official]:
        """The people who hold or held a public office, or head a state body."""
        found = (person for person in self.people if isinstance(person, Official))
        return Catalog._within(Official, found, self._known)

    @property
    def _known(self) -> KnownIds:
        return self.deals._known or KnownIds(())

    def find(self, text: str) -> Entity:
        """Return the one record of any kind that has this name, in any recorded spelling.

        Raises:
            NameNotFoundError: no record has it, and the message suggests names; or several do, and
                it lists those by id.
            InvalidTypeError: the name is not text.
            InvalidValueError: the name is longer than 10,000 characters.
        """
        return find_by_name(text, (entity for kind in self.records.values() for entity in kind))

    def search(self, text: str) -> Matches[Entity]:
        """Return all records that fit a text, the best first, as ``Catalog.search`` does.

        Raises:
            InvalidTypeError: the text is not text.
            InvalidValueError: the text is longer than 10,000 characters.

        >>> import centralasia_minerals as cam
        >>> [match.record.id for match in cam.load().search("EXIM")]
        ['us-export-import-bank', 'exim-letter-of-interest']
        >>> for match in cam.load("region").deals.search("$1.6 billion"):
        ...     print(match.likeness, "|", match.text, "|", match.record.id)
        figure | USD 1,600,000,000 | uz-programme-1-6bn
        figure | USD 1,600,000,000 | uz-programme-1-6bn
        sum | up to USD 900,000,000 + up to USD 700,000,000 | kz-us-tungsten
        """
        from .query.search import search

        # Those with names come first: who is searched for, rather than what was written of them.
        kinds = reversed(tuple(self.records.values()))
        return search(text, (entity for kind in kinds for entity in kind))
