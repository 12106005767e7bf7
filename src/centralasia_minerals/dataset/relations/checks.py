"""Refuses relations to what is not a deal, and relations that form a circle."""

from __future__ import annotations

from collections.abc import Iterator

from centralasia_minerals.entities.base.field_checks import refuse
from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.errors import InvalidValueError, did_you_mean, near, with_article

from ..catalogs import Catalogs
from ..query.known_ids import KnownIds
from .graph import circles_among

_MOST_SUGGESTIONS = 20
"""How many relations of a dataset come with a suggestion: seeking them is slow."""


def refuse_broken_relations(catalogs: Catalogs) -> None:
    """Refuse relations to what is not a deal of the dataset or behind it, and circles of them.

    Raises:
        InvalidValueError: there are such relations; the error is the first, and has the others.
    """
    deals = catalogs.deals.entities
    if any(deal.relations for deal in deals):
        refuse([*_lost(catalogs), *_circles(deals)])


def circle_of(circle: tuple[str, ...]) -> str:
    """Return what a message says about relations that form a circle."""
    return f"relations form a circle, {' → '.join(circle)}"


def _circles(deals: tuple[Deal, ...]) -> Iterator[InvalidValueError]:
    for circle in circles_among(deals):
        asked, remedy = f"the deal {circle[0]!r}", "remove one of them"
        yield InvalidValueError(asked, circle_of(circle), remedy, field="deals")


def _lost(catalogs: Catalogs) -> Iterator[InvalidValueError]:
    deals = catalogs.deals.entities
    own = set(catalogs.deals.ids)
    lost = [
        (f"deals[{deal.id}].relations[{number}].deal", deal, relation.deal)
        for deal in deals
        for number, relation in enumerate(deal.relations)
        if relation.deal not in own
    ]
    if not lost:
        return
    kinds = _kinds_by_id(catalogs)
    ids = [id for id, kind in kinds.items() if issubclass(kind, Deal)]
    wrong = [one for one in lost if not issubclass(kinds.get(one[2], Entity), Deal)]
    for number, (field, deal, id) in enumerate(wrong):
        found, remedy = _fault(id, kinds.get(id))
        suggested = did_you_mean(near(id, ids)) if number < _MOST_SUGGESTIONS else ""
        asked = f"the relations of {deal.id!r}"
        yield InvalidValueError(asked, found, suggested or remedy, field=field)


def _kinds_by_id(catalogs: Catalogs) -> dict[str, type[Entity]]:
    """Return the class of every record that a dataset knows of, by id."""
    every = tuple(one for kind in catalogs.records.values() for one in kind)
    known = catalogs.deals._known or KnownIds(every)
    behind = {id: cls for cls, id in known.behind}
    return behind | {one.id: type(one) for one in known.records((Entity,))}


def _fault(id: str, kind: type[Entity] | None) -> tuple[str, str]:
    """Return what is wrong with the id of a deal that is not one, and what to do."""
    if kind is None:
        return f"no deal with id {id!r}", "give that deal as well, or pass the behind= that has it"
    return f"{id!r} is the id of {with_article(kind.kind_name)}", "name a deal"
