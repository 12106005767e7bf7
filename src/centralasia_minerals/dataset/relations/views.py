"""What a view as of a date keeps of a deal's ties: to other deals, and between its amounts."""

from __future__ import annotations

from collections.abc import Container

from centralasia_minerals.entities.amount import Amount
from centralasia_minerals.entities.base.record import with_changes
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.relation import Relation
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.partial_date import PartialDate


def with_relations_of(deal: Deal, date: PartialDate, ids: Container[str]) -> Deal:
    """Return a deal without its relations to deals of other ids, or that certainly begin later."""
    kept = tuple(one for one in deal.relations if one.deal in ids and not _is_later(one, date))
    return deal if len(kept) == len(deal.relations) else with_changes(deal, relations=kept)


def _is_later(relation: Relation, date: PartialDate) -> bool:
    since = relation.since
    return isinstance(since, PartialDate) and since.earliest > date.latest


def without_lost_wholes(amounts: tuple[Amount, ...]) -> tuple[Amount, ...]:
    """Return amounts of which none is part of one that is gone: it is then one by itself."""
    keys = {one.key for one in amounts if isinstance(one.key, str)}
    return tuple(
        with_changes(one, part_of=NotStated())
        if isinstance(one.part_of, str) and one.part_of not in keys
        else one
        for one in amounts
    )
