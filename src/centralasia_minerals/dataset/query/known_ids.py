"""The ids that a dataset knows of: a mistyped id is an error, one without matches is not."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from centralasia_minerals.entities.base.record import Entity

from ..traversal import all_references
from .indexes import Indexes, IndexesByKind

Kinds = tuple[type[Entity], ...]


@attrs.frozen(eq=False)
class KnownIds:
    """The ids of a dataset: those of its records, of what they refer to, and those behind it.

    Attributes:
        own: the records of the dataset.
        behind: class and id of other records that may be asked for: those of the base that the
            dataset was read with, or of the whole that a view was taken of; empty if there are
            none.
        version: the version of the data; empty if it has none.
    """

    own: tuple[Entity, ...]
    behind: frozenset[tuple[type[Entity], str]] = frozenset()
    version: str = ""
    _indexes: IndexesByKind = attrs.field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_indexes", IndexesByKind(self.own))

    def ids(self, kinds: Kinds) -> Iterator[str]:
        """Yield the ids of these kinds, some more than once, the cheapest to find first."""
        yield from (entity.id for entity in self.own if isinstance(entity, kinds))
        yield from (id for cls, id in self.behind if issubclass(cls, kinds))
        yield from (entity.id for entity in self._referred() if isinstance(entity, kinds))

    def all(self) -> frozenset[tuple[type[Entity], str]]:
        """Return the records, by class and id, that another dataset may have behind it."""
        return self.behind | {(type(entity), entity.id) for entity in self.own}

    def kind_of(self, id: str) -> type[Entity] | None:
        """Return the class of the record with an id, of whatever kind; None if none is known."""
        own = (type(entity) for entity in self.own if entity.id == id)
        behind = (cls for cls, known in self.behind if known == id)
        referred = (type(entity) for entity in self._referred() if entity.id == id)
        return next(own, None) or next(behind, None) or next(referred, None)

    def records(self, kinds: Kinds) -> tuple[Entity, ...]:
        """Return the records of these kinds, and those that others refer to, each id once."""
        every = (*self.own, *self._referred())
        return tuple({one.id: one for one in every if isinstance(one, kinds)}.values())

    def indexes(self, kind: type[Entity]) -> Indexes:
        """Return the records of one kind by what they have, in the dataset as a whole."""
        return self._indexes.of(kind)

    def _referred(self) -> Iterator[Entity]:
        for entity in self.own:
            yield from all_references(entity)
