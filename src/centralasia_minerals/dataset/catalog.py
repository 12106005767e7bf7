"""Catalogs: sized, sorted, read-only collections of one kind of entity."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar, overload

import attrs

from centralasia_minerals.entities import Entity
from centralasia_minerals.errors import InvalidTypeError, UnknownIdError, near, with_article
from centralasia_minerals.rendering import Table, Tabular

from .columns import shown_columns
from .criteria import Criteria
from .finding import find_one
from .known import Known

E = TypeVar("E", bound=Entity)


def _by_id(entities: Iterable[E]) -> tuple[E, ...]:
    return tuple(sorted(entities, key=lambda entity: entity.id))


@attrs.frozen(repr=False)
class Catalog(Tabular, Generic[E]):
    """Entities of one kind, sorted by id; iterating gives the entities, not their ids.

    ``known`` is what its dataset knows, so that ``where`` refuses an id that nothing has; None
    where it belongs to no dataset.

    >>> import centralasia_minerals as cam
    >>> "kz-us-tungsten" in cam.load().deals
    True
    """

    cls: type[E]
    entities: tuple[E, ...] = attrs.field(converter=_by_id)
    known: Known | None = attrs.field(default=None, eq=False, kw_only=True)
    ids: tuple[str, ...] = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "ids", tuple(entity.id for entity in self.entities))

    def __len__(self) -> int:
        return len(self.entities)

    def __iter__(self) -> Iterator[E]:
        return iter(self.entities)

    def __contains__(self, item: object) -> bool:
        """Say whether an id, or an equal entity, is here."""
        if isinstance(item, Entity):
            return self.get(item.id) == item
        return isinstance(item, str) and self.get(item) is not None

    @overload
    def __getitem__(self, id: str) -> E: ...
    @overload
    def __getitem__(self, id: slice) -> tuple[E, ...]: ...
    def __getitem__(self, id: str | slice) -> E | tuple[E, ...]:
        """Give the entity with an id.

        Raises:
            UnknownIdError: there is none; a KeyError that suggests near ids.
        """
        if isinstance(id, slice):
            return self.entities[id]
        if not isinstance(id, str):
            raise InvalidTypeError(
                f"{with_article(self._kind)} by id", f"{id!r}", "give its id as text"
            )
        found = self.get(id)
        if found is None:
            raise UnknownIdError(self._kind, id, near(id, self.ids))
        return found

    def get(self, id: str) -> E | None:
        """Give the entity with an id, or None where there is none."""
        place = bisect_left(self.ids, id)
        if place < len(self.ids) and self.ids[place] == id:
            return self.entities[place]
        return None

    def find(self, text: str) -> E:
        """Find the one entity that has this name, in any recorded spelling.

        The exact spelling is taken first; else every word asked for must be a whole word of the
        entity's names, whatever its case and accents.

        Raises:
            NameNotFoundError: none has, or several have; the message lists those by id.
        """
        return find_one(text, self.entities)

    def where(self, **criteria: object) -> Catalog[E]:
        """Keep the entities that meet every criterion.

        Args:
            criteria: ``country``, ``partner``, ``mineral``, ``sector``, ``stage``, ``kind``,
                ``party`` (or signatory), ``source`` (as id, entity, member or its text), ``since``
                and ``until`` (a date, inclusive; what may fall inside is kept, what has no date is
                not), as far as this kind has them.

        Raises:
            UnknownCriterionError: entities of this kind have no such criterion.
            UnknownIdError: the dataset knows no such party, partner, mineral or source.
            InvalidValueError: no country, sector, stage or kind is named so, or a date cannot be
                read.
        """
        chosen = Criteria.of(self.cls, criteria, self.known)
        kept = (entity for entity in self.entities if chosen.met_by(entity))
        return Catalog(self.cls, kept, known=self.known)

    def __repr__(self) -> str:
        return f"<Catalog of {len(self)} {self._kind} records>"

    def _table(self) -> Table:
        columns = shown_columns(self.cls)
        rows = [[str(show(entity)) for show in columns.values()] for entity in self.entities]
        return list(columns), rows

    @property
    def _kind(self) -> str:
        return self.cls.kind_name
