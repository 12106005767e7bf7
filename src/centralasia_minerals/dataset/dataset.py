"""All of it together: one frozen dataset with a catalog for each kind."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar, cast

import attrs

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
from centralasia_minerals.errors import InvalidTypeError
from centralasia_minerals.rendering import html_table
from centralasia_minerals.values import PartialDate

from .as_of import known_by
from .catalog import Catalog
from .finding import find_one
from .kinds import KINDS, Records
from .known import Known
from .merging import Prefer, merged
from .pointing import deals_of, events_of, parts_of
from .verification import Verification, verified

E = TypeVar("E", bound=Entity)


@attrs.frozen(kw_only=True, repr=False)
class Dataset:
    """Sources, and everything that is recorded from them; frozen all the way down.

    ``version`` is the data's own; empty where its files name none. Two datasets are equal where
    every record is.
    """

    version: str
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

    @classmethod
    def of(
        cls, records: Records, *, version: str = "", behind: tuple[Dataset, ...] = ()
    ) -> Dataset:
        """Put entities by kind into catalogs; a kind left out is empty.

        ``behind`` are datasets whose entities may be asked for as well: the base of one's own
        records, the whole of a view.

        Raises:
            InvalidTypeError: the records are no mapping of kinds.
        """
        if not isinstance(records, Mapping):
            raise InvalidTypeError("a dataset of", f"{records!r:.60}", "give {'deals': (…,), …}")
        own = tuple(entity for entities in records.values() for entity in entities)
        known = Known(own, frozenset().union(*(dataset._known.all() for dataset in behind)))
        return cls(
            version=version,
            sources=_catalog(Source, records, known),
            countries=_catalog(Country, records, known),
            blocs=_catalog(Bloc, records, known),
            organizations=_catalog(Organization, records, known),
            people=_catalog(Person, records, known),
            minerals=_catalog(Mineral, records, known),
            deposits=_catalog(Deposit, records, known),
            deals=_catalog(Deal, records, known),
            events=_catalog(Event, records, known),
            statistics=_catalog(Statistic, records, known),
        )

    @property
    def records(self) -> Records:
        """Every entity, by catalog name."""
        return MappingProxyType({kind: getattr(self, kind).entities for kind in KINDS})

    @property
    def officials(self) -> Catalog[Official]:
        """The people who hold or held a public office, or head a state body."""
        found = (person for person in self.people if isinstance(person, Official))
        return Catalog(Official, found, known=self._known)

    @property
    def _known(self) -> Known:
        return self.deals.known or Known(())

    def parts_of(self, whole: Deal | Deposit | Event | Organization) -> tuple[Entity, ...]:
        """Give the records whose ``part_of`` is this one.

        Raises:
            InvalidTypeError: it is no record (an id, say).
        """
        return parts_of(whole, self.records)

    def deals_of(self, entity: Entity) -> tuple[Deal, ...]:
        """Give the deals that refer to a deposit, mineral, country, organization or person.

        Raises:
            InvalidTypeError: it is no record (an id, say).
        """
        return deals_of(entity, self.deals)

    def events_of(self, entity: Entity) -> tuple[Event, ...]:
        """Give the events in which somebody takes part, or which are about a deal.

        Raises:
            InvalidTypeError: it is no record (an id, say).
        """
        return events_of(entity, self.events)

    def find(self, text: str) -> Entity:
        """Find the one entity of any kind that has this name, in any recorded spelling.

        Raises:
            NameNotFoundError: none has it, or several have; the message lists those by id.
        """
        return find_one(text, (entity for kind in self.records.values() for entity in kind))

    def verify(self, folder: str | Path) -> Verification:
        """Prove every citation against the texts in a folder, which are known by their sha256.

        Each passage must have its digest, each printed figure must stand in its passage and read
        as the recorded value. A text that is missing or wrong fails every citation of it; nothing
        is raised half-way.

        Raises:
            MissingPathError: there is no such folder.
        """
        return verified(self.records, folder)

    def merge(self, other: Dataset, *, prefer: Prefer | None = None) -> Dataset:
        """Join two datasets.

        Args:
            other: the dataset to join to this one.
            prefer: which side's record stays where one id has two unequal ones.

        Raises:
            ConflictError: records differ and neither side is preferred; it lists all of them.
        """
        as_dataset(other, "a dataset to merge")
        versions = dict.fromkeys(filter(None, (self.version, other.version)))
        records = merged(self.records, other.records, prefer)
        return Dataset.of(records, version="+".join(versions), behind=(self, other))

    def as_of(self, when: str | date | PartialDate) -> Dataset:
        """Give the record as it stood at the end of a date: what sources by then support.

        Raises:
            InvalidValueError: the date cannot be read.
        """
        if isinstance(when, date):
            when = PartialDate.of(when)
        asked = when if isinstance(when, PartialDate) else PartialDate.parse(when)
        return Dataset.of(known_by(self.records, asked), version=self.version, behind=(self,))

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(entities)} {kind}" for kind, entities in self.records.items())
        return f"<Dataset {self.version or 'without a version'}: {counts}>"

    def _repr_html_(self) -> str:
        rows = [[kind, len(entities)] for kind, entities in self.records.items()]
        return html_table(["catalog", "records"], rows, caption=f"Dataset {self.version}")


def _catalog(cls: type[E], records: Records, known: Known) -> Catalog[E]:
    kind = next(name for name, of_kind in KINDS.items() if of_kind is cls)
    return Catalog(cls, cast("tuple[E, ...]", records.get(kind, ())), known=known)


def as_dataset(given: object, what: str) -> Dataset:
    """Take what a user gave for a dataset.

    Raises:
        InvalidTypeError: it is none.
    """
    if not isinstance(given, Dataset):
        found = f"{given!r:.60} is of type {type(given).__name__}"
        raise InvalidTypeError(what, found, "give a Dataset, such as load()")
    return given
