"""The ids that a dataset knows of: a mistyped id is an error, one without matches is not."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from centralasia_minerals.entities.base.record import Entity

from ..traversal import all_references

Kinds = tuple[type[Entity], ...]


@attrs.frozen(eq=False)
class KnownIds:
    """The ids of a dataset: those of its records, of what they refer to, and those behind it.

    Attributes:
        own: the records of the dataset.
        behind: class and id of other records that may be asked for: those of the base that the
            dataset was read with, or of the whole that a view was taken of; empty if there are
            none.
    """

    own: tuple[Entity, ...]
    behind: frozenset[tuple[type[Entity], str]] = frozenset()

    def ids(self, kinds: Kinds) -> Iterator[str]:
        """Yield the ids of these kinds, some more than once, the cheapest to find first."""
        yield from (entity.id for entity in self.own if isinstance(entity, kinds))
        yield from (id for cls, id in self.behind if issubclass(cls, kinds))
        for entity in self.own:
            for referred in all_references(entity):
                if isinstance(referred, kinds):
                    yield referred.id

    def all(self) -> frozenset[tuple[type[Entity], str]]:
        """Return the records, by class and id, that another dataset may have behind it."""
        return self.behind | {(type(entity), entity.id) for entity in self.own}
