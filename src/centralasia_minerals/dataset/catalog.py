"""Catalogs: sized, sorted, read-only collections of one kind of record."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Any, Generic, TypeVar, Unpack, overload

import attrs

from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.deposit import Deposit
from centralasia_minerals.entities.event import Event
from centralasia_minerals.entities.organization import Organization
from centralasia_minerals.entities.source import Dated, Source
from centralasia_minerals.entities.statistic import Statistic
from centralasia_minerals.errors import InvalidTypeError, UnknownIdError, near, with_article
from centralasia_minerals.rendering.tables import Table, Tabular

from .query.criteria import (
    Criteria,
    DealCriteria,
    DepositCriteria,
    EventCriteria,
    OrganizationCriteria,
    SourceCriteria,
    StatisticCriteria,
)
from .query.find_by_name import find_by_name
from .query.known_ids import KnownIds
from .query.where import Indexes

E = TypeVar("E", bound=Entity)


def _by_id(entities: Iterable[E]) -> tuple[E, ...]:
    return tuple(sorted(entities, key=lambda entity: entity.id))


@attrs.frozen(repr=False)
class Catalog(Tabular, Generic[E]):
    """Records of one kind, sorted by id; iterating yields the records, not their ids.

    Attributes:
        cls: the class of the records.
        entities: the records, sorted by id.
        ids: their ids, in the same order.

    >>> import centralasia_minerals as cam
    >>> "kz-us-tungsten" in cam.load().deals
    True
    """

    cls: type[E]
    entities: tuple[E, ...] = attrs.field(converter=_by_id)
    ids: tuple[str, ...] = attrs.field(init=False, eq=False)
    _known: KnownIds | None = attrs.field(init=False, eq=False, default=None)
    _indexes: Indexes = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "ids", tuple(entity.id for entity in self.entities))
        object.__setattr__(self, "_indexes", Indexes(self.entities))

    @classmethod
    def _within(cls, kind: type[E], entities: Iterable[E], known: KnownIds | None) -> Catalog[E]:
        """Make a catalog of a dataset, whose ``where`` rejects ids that the dataset lacks."""
        catalog = cls(kind, entities)
        object.__setattr__(catalog, "_known", known)
        return catalog

    def __len__(self) -> int:
        return len(self.entities)

    def __iter__(self) -> Iterator[E]:
        return iter(self.entities)

    def __contains__(self, item: object) -> bool:
        """Whether an id, or an equal record, is here."""
        if isinstance(item, Entity):
            return self.get(item.id) == item
        return isinstance(item, str) and self.get(item) is not None

    @overload
    def __getitem__(self, id: str) -> E: ...
    @overload
    def __getitem__(self, id: slice) -> tuple[E, ...]: ...
    def __getitem__(self, id: str | slice) -> E | tuple[E, ...]:
        """Return the record with an id.

        Raises:
            UnknownIdError: no record has it; a KeyError that suggests similar ids.
        """
        if isinstance(id, slice):
            return self.entities[id]
        if not isinstance(id, str):
            raise InvalidTypeError.of(
                f"{with_article(self._kind)} by id", id, "give the id as text"
            )
        found = self.get(id)
        if found is None:
            raise UnknownIdError(self._kind, id, near(id, self.ids))
        return found

    def get(self, id: str) -> E | None:
        """Return the record with an id, or None if there is none."""
        place = bisect_left(self.ids, id)
        if place < len(self.ids) and self.ids[place] == id:
            return self.entities[place]
        return None

    def find(self, text: str) -> E:
        """Return the one record that has this name, in any recorded spelling.

        An exact spelling is tried first; otherwise every word of ``text`` must be a whole word
        of the record's names, whatever its case and accents.

        Raises:
            NameNotFoundError: no record has it, or several do; the message lists those by id.
        """
        return find_by_name(text, self.entities)

    @overload
    def where(self: Catalog[Deal], **criteria: Unpack[DealCriteria]) -> Catalog[Deal]: ...
    @overload
    def where(self: Catalog[Event], **criteria: Unpack[EventCriteria]) -> Catalog[Event]: ...
    @overload
    def where(
        self: Catalog[Organization], **criteria: Unpack[OrganizationCriteria]
    ) -> Catalog[Organization]: ...
    @overload
    def where(self: Catalog[Deposit], **criteria: Unpack[DepositCriteria]) -> Catalog[Deposit]: ...
    @overload
    def where(self: Catalog[Source], **criteria: Unpack[SourceCriteria]) -> Catalog[Source]: ...
    @overload
    def where(
        self: Catalog[Statistic], **criteria: Unpack[StatisticCriteria]
    ) -> Catalog[Statistic]: ...
    @overload
    def where(self, **criteria: Unpack[Criteria]) -> Catalog[E]: ...
    def where(self, **criteria: Any) -> Catalog[Any]:
        """Return the records that meet every criterion.

        Each criterion takes one value or several, of which any may match. A value is a record, a
        member of an enumeration, an id or text.

        Args:
            criteria: ``country``, ``partner``, ``mineral``, ``sector``, ``stage``, ``kind``,
                ``party`` (or signatory) and ``source``, and ``since`` and ``until`` (a date,
                inclusive), as far as this kind of record has them. A record that may fall
                between ``since`` and ``until`` is kept; one without a date is not.

        Raises:
            UnknownCriterionError: this kind of record has no such filter.
            UnknownIdError: the dataset knows no such party, partner, mineral or source.
            InvalidValueError: there is no such country, sector, stage or kind, or a date cannot
                be read.
        """
        places = self._indexes.places(self.cls, criteria, self._known)
        return self._within(self.cls, (self.entities[place] for place in places), self._known)

    def __repr__(self) -> str:
        return f"<Catalog of {len(self)} {self._kind} records>"

    def _table(self) -> Table:
        columns = ("id", "name", *self.cls.columns)
        rows = [[_cell(getattr(entity, column)) for column in columns] for entity in self.entities]
        return columns, rows

    @property
    def _kind(self) -> str:
        return self.cls.kind_name


def _cell(value: object) -> str:
    """Return a value as a table shows it: a figure with its hedge, or the kind of absence."""
    return str(value.date if isinstance(value, Dated) else value)
