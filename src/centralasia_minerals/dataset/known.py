"""Which ids a dataset knows of, so that a mistyped one is told from one that nothing matches."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from centralasia_minerals.entities import Entity

from .traversal import parts_within, references_of

Kinds = tuple[type[Entity], ...]


@attrs.frozen(eq=False)
class Known:
    """What a dataset holds, what its records refer to, and the ids that stand behind it.

    Behind one's own records stands their base, and behind a view the whole that it is of.
    """

    own: tuple[Entity, ...]
    behind: frozenset[tuple[type[Entity], str]] = frozenset()

    def ids(self, kinds: Kinds) -> Iterator[str]:
        """Give the ids of these kinds, some more than once; the nearest at hand first."""
        yield from (entity.id for entity in self.own if isinstance(entity, kinds))
        yield from (id for cls, id in self.behind if issubclass(cls, kinds))
        for entity in self.own:
            for _, part in parts_within(entity):
                for _, _, referred in references_of(part):
                    if isinstance(referred, kinds):
                        yield referred.id

    def all(self) -> frozenset[tuple[type[Entity], str]]:
        """Give what another dataset may have behind it."""
        return self.behind | {(type(entity), entity.id) for entity in self.own}
