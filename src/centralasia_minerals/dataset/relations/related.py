"""Which deals a deal is related to, from either side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from centralasia_minerals.entities.base.results import result
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.relation import Relation
from centralasia_minerals.entities.source import Citation
from centralasia_minerals.entities.vocabulary.relation_kind import RelationKind
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.partial_date import PartialDate


@attrs.frozen(kw_only=True)
@result
class Related:
    """That a deal is related to another one, as either of the two says.

    Attributes:
        kind: how; read "this deal ... the other", or the other way round if the other says it.
        deal: the deal that was asked about.
        other: the other deal.
        is_said_by_other: whether it is the other deal that is part of this one, follows it and so
            on; never where the kind is the same from either side and this deal says it too.
        relations: the relations that say so, this deal's first; two where both deals say what is
            the same from either side, and empty where only ``part_of`` says it.
    """

    kind: RelationKind
    deal: Deal
    other: Deal
    is_said_by_other: bool = False
    relations: tuple[Relation, ...] = ()

    @property
    def relation(self) -> Relation | None:
        """The relation that says so, or None if only ``part_of`` does."""
        return self.relations[0] if self.relations else None

    @property
    def since(self) -> PartialDate | NotStated:
        """The day from which it holds; not stated if no source says."""
        dates = (relation.since for relation in self.relations)
        return next((date for date in dates if isinstance(date, PartialDate)), NotStated())

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The passages behind its relations; empty where only ``part_of`` says it."""
        every = (one for relation in self.relations for one in relation.citations)
        return tuple(dict.fromkeys(every))

    def __str__(self) -> str:
        says, said = (self.other, self.deal) if self.is_said_by_other else (self.deal, self.other)
        return f"{says.id} {self.kind} {said.id}"


def related_to(deal: Deal, deals: Iterable[Deal]) -> tuple[Related, ...]:
    """Return what a deal is related to, by kind, then what it says itself, then by id.

    Args:
        deal: the deal.
        deals: the deals of its dataset; others are known only as its wholes.
    """
    said: dict[tuple[RelationKind, bool, str], list[Relation]] = {}
    every = {one.id: one for one in deals if one.id != deal.id}
    for kind, id, relation in _said_by(deal):
        said.setdefault((kind, False, id), []).extend(relation)
    for other in every.values():
        for kind, id, relation in _said_by(other):
            if id == deal.id:
                is_told = kind.is_symmetric and (kind, False, other.id) in said
                said.setdefault((kind, not is_told, other.id), []).extend(relation)
    if isinstance(deal.part_of, Deal):
        every.setdefault(deal.part_of.id, deal.part_of)
    found = [
        Related(kind=kind, deal=deal, other=every[id], is_said_by_other=back, relations=tuple(held))
        for (kind, back, id), held in said.items()
        if id in every
    ]
    order = list(RelationKind)
    return tuple(
        sorted(found, key=lambda one: (order.index(one.kind), one.is_said_by_other, one.other.id))
    )


def _said_by(deal: Deal) -> Iterator[tuple[RelationKind, str, list[Relation]]]:
    """Yield what a deal says of its relations to others: how, the other's id, and where."""
    if isinstance(deal.part_of, Deal):
        yield RelationKind.PART_OF, deal.part_of.id, []
    for relation in deal.relations:
        yield relation.kind, relation.deal, [relation]
