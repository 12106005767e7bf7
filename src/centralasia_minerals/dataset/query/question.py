"""What a question is asked of: records of one kind, and the dataset that they are in."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.errors import with_article

from .declared_criteria import Criterion, criteria_of
from .indexes import Indexes
from .known_ids import KnownIds


@attrs.frozen(eq=False)
class Question:
    """What ``where`` is asked of.

    Attributes:
        kind: the class of the records.
        indexes: the records of the catalog, by what they have.
        known: the ids that may be asked for; None if any may.
    """

    kind: type[Entity]
    indexes: Indexes
    known: KnownIds | None

    @property
    def criteria(self) -> Mapping[str, Criterion]:
        """The filters of the records, by keyword."""
        return criteria_of(self.kind)

    @property
    def whole(self) -> Indexes:
        """All records of the kind in the dataset, or those of a catalog that is of none."""
        return self.indexes if self.known is None else self.known.indexes(self.kind)

    def what(self, name: str) -> str:
        """Return what messages call a value of a filter."""
        return f"{with_article(self.kind.kind_name)} filtered by {name}"
