"""Catalogs: sized, sorted, read-only collections of one kind of record."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar, Unpack, overload

import attrs

from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.deposit import Deposit
from centralasia_minerals.entities.event import Event
from centralasia_minerals.entities.organization import Organization
from centralasia_minerals.entities.source import Source
from centralasia_minerals.entities.statistic import Statistic
from centralasia_minerals.errors import InvalidTypeError, with_article
from centralasia_minerals.rendering.columnar.exportable import Exportable
from centralasia_minerals.rendering.columnar.table import Table
from centralasia_minerals.rendering.views.blocks import Table as Shown, View
from centralasia_minerals.rendering.views.viewed import Tabular

from .catalog_view import catalog_table, catalog_view
from .query.asked import Asked, Filtered, as_asked
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
from .query.indexes import Indexes
from .query.known_ids import KnownIds
from .query.question import Question
from .query.where import places
from .sorted_records import as_tuple, sorted_records

if TYPE_CHECKING:  # whoever does not search need not load it
    from .query.search import Matches

E = TypeVar("E", bound=Entity)


@attrs.frozen(repr=False)
class Catalog(Tabular, Exportable, Filtered, Generic[E]):
    """Records of one kind, sorted by id; iterating yields the records, not their ids.

    Attributes:
        cls: the class of the records.
        entities: the records, sorted by id.
        ids: their ids, in the same order.

    Raises:
        InvalidTypeError: the class is not a kind of record, or something given is not one of it.
        InvalidValueError: two records have one id.

    >>> import centralasia_minerals as cam
    >>> "kz-us-tungsten" in cam.load().deals
    True
    """

    cls: type[E]
    entities: tuple[E, ...] = attrs.field(converter=as_tuple)
    ids: tuple[str, ...] = attrs.field(init=False, eq=False)
    _known: KnownIds | None = attrs.field(init=False, eq=False, default=None)
    _indexes: Indexes = attrs.field(init=False, eq=False)
    _asked: Asked = attrs.field(init=False, eq=False, default=())

    def __attrs_post_init__(self) -> None:
        entities = sorted_records(self.cls, self.entities)
        ids = tuple(entity.id for entity in entities)
        for field, value in (("entities", entities), ("ids", ids), ("_indexes", Indexes(entities))):
            object.__setattr__(self, field, value)

    @classmethod
    def _within(
        cls, kind: type[E], entities: Iterable[E], known: KnownIds | None, asked: Asked = ()
    ) -> Catalog[E]:
        """Make a catalog of a dataset, whose ``where`` rejects ids that the dataset lacks."""
        catalog = cls(kind, entities)
        for field, value in (("_known", known), ("_asked", asked)):
            object.__setattr__(catalog, field, value)
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
        """Return the record with an id, or the records at some places.

        Raises:
            UnknownIdError: no record has it; a KeyError that suggests ids by name, title and id.
            InvalidTypeError: it is not text.
        """
        if isinstance(id, slice):
            return self._slice(id)
        if (found := self.get(id)) is None:
            from .query.suggestions import unknown_id

            raise unknown_id(self._kind, id, self.entities, self._known)
        return found

    def get(self, id: str) -> E | None:
        """Return the record with an id, or None if there is none.

        Raises:
            InvalidTypeError: the id is not text.
        """
        if not isinstance(id, str):
            raise InvalidTypeError.of(
                f"{with_article(self._kind)} by id", id, "give the id as text"
            )
        place = bisect_left(self.ids, id)
        return self.entities[place] if self.ids[place : place + 1] == (id,) else None

    def _slice(self, places: slice) -> tuple[E, ...]:
        try:
            return self.entities[places]
        except (TypeError, ValueError):
            given = f"{self._kind} records by place"
            remedy = "give whole numbers, and a step other than 0"
            raise InvalidTypeError.of(given, places, remedy) from None

    def find(self, text: str) -> E:
        """Return the one record that has this name, in any recorded spelling.

        An exact spelling is tried first; otherwise every word of ``text`` must be a whole word
        of the record's names, whatever its case, accents and kinds of apostrophe. Nothing is
        guessed: ``search`` lists whatever may be meant.

        Raises:
            NameNotFoundError: no record has it, and the message suggests names; or several do, and
                it lists those by id.
            InvalidTypeError: the name is not text.
            InvalidValueError: the name is longer than 10,000 characters.
        """
        return find_by_name(text, self.entities)

    def search(self, text: str) -> Matches[E]:
        """Return all records that fit a text, the best first, by name, id, title or post.

        Acronyms fit, and so do countries' names in other languages. Names in other alphabets fit
        if the extra ``names`` is installed: ``pip install 'centralasia-minerals[names]'``. What
        only looks like the text is listed if nothing fits better.

        A figure such as ``"$900 million"`` finds the statements that give it, in any wording, and
        sums of amounts that come to it, each with a note of what it is and whether it holds.

        Raises:
            InvalidTypeError: the text is not text.
            InvalidValueError: the text is longer than 10,000 characters.
        """
        from .query.search import search

        return search(text, self.entities)

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
        member of an enumeration, an id or text. No value at all is an error, as it is for totals;
        but an empty catalog is an answer, and nothing matches what is in it. A group of minerals
        stands for its members, too.

        An empty result says that nothing is recorded. A value that cannot be met is an error
        instead, and so is a country or body that is never what the criterion asks for, but that
        another criterion of the same records has.

        Args:
            criteria: ``country``, ``partner``, ``mineral``, ``sector``, ``stage``, ``kind``,
                ``deal_class``, ``party`` (or signatory) and ``source``, and ``since`` and
                ``until`` (a date, inclusive), as far as this kind of record has them. What may
                fall between these two is kept; a record without a date is not.

        Raises:
            UnknownCriterionError: this kind of record has no such filter.
            UnknownIdError: the dataset knows no such party, partner, mineral or source.
            InvalidTypeError: a value is of a wrong type, or a record of a wrong kind.
            InvalidValueError: there is no such country, sector, stage or kind, a date cannot be
                read, no value is given, or an empty result would mislead.
        """
        question = Question(self.cls, self._indexes, self._known)
        kept = places(question, dict(asked := as_asked(criteria)))
        held = (self.entities[place] for place in kept)
        return self._within(self.cls, held, self._known, (*self._asked, *asked))

    def _ipython_key_completions_(self) -> list[str]:
        """Return what a notebook completes between the brackets."""
        return list(self.ids)

    @property
    def version(self) -> str:
        """The version of the data that the records are from; empty if they are from no dataset."""
        return "" if self._known is None else self._known.version

    def to_table(self) -> Table:
        """Return the records as a flat table, with a row for each; parts are in ``ds.tables``."""
        from .tables.dataset_tables import records_table

        return records_table(self.cls, self.entities, self.version)

    def __repr__(self) -> str:
        return f"<Catalog of {len(self)} {self._kind} records>"

    def _view(self) -> View:
        return catalog_view(self.cls, self.entities, self.filter_in_words())

    def _table(self) -> Shown:
        return catalog_table(self.cls, self.entities)

    @property
    def _kind(self) -> str:
        return self.cls.kind_name
