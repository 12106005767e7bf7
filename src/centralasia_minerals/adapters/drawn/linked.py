"""Strategies for deals and records together: one id is one record, and relations lead somewhere."""

from __future__ import annotations

from typing import Any

from hypothesis import reject, strategies as st

from centralasia_minerals.dataset.dataset import Dataset
from centralasia_minerals.dataset.kinds import KINDS, kind_of
from centralasia_minerals.dataset.traversal import relinked
from centralasia_minerals.entities.base.record import Entity, with_changes
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.person import Official
from centralasia_minerals.entities.relation import Relation
from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.values.absence import NotStated

from .building import without_circles
from .records import records

_AT_THE_CENTRE = ("deals", "events", "statistics")


@st.composite
def deals(draw: Any, *, min_size: int = 0, max_size: int = 5) -> tuple[Deal, ...]:
    """Draw deals with ids of their own, which totals take; some are related to others.

    Args:
        draw: is given by hypothesis.
        min_size: the least number of deals.
        max_size: the greatest number of deals.
    """
    several = st.lists(
        records(Deal), min_size=min_size, max_size=max_size, unique_by=lambda one: one.id
    )
    found = draw(several)
    ids = {deal.id for deal in found}
    known: dict[str, Entity] = {}
    return tuple(_joined(draw, _without_whole_among(deal, ids), known) for deal in found)


def _without_whole_among(deal: Deal, ids: set[str]) -> Deal:
    """Leave out the whole of a deal if its id is that of a deal that is drawn by itself."""
    is_among = isinstance(deal.part_of, Deal) and deal.part_of.id in ids
    return with_changes(deal, part_of=NotStated()) if is_among else deal


@st.composite
def datasets(draw: Any, *, max_size: int = 3) -> Dataset:
    """Draw datasets, in which every record that another refers to is one as well.

    Args:
        draw: is given by hypothesis.
        max_size: the greatest number of deals, events and statistics, each.
    """
    known: dict[str, Entity] = {}
    for kind in KINDS:
        most = max_size if kind in _AT_THE_CENTRE else 1
        for record in draw(st.lists(of_kind(kind), max_size=most)):
            if record.id not in known:
                _joined(draw, record, known)
    by_kind: dict[str, list[Entity]] = {}
    for one in known.values():
        by_kind.setdefault(kind_of(one), []).append(one)
    return Dataset.of({kind: tuple(held) for kind, held in by_kind.items()}, version="drawn")


def of_kind(kind: str) -> st.SearchStrategy[Any]:
    """Draw records of a catalog, by its name."""
    cls: Any = KINDS[kind]
    return records(cls) | records(Official) if kind == "people" else records(cls)


def _joined(draw: Any, record: Any, known: dict[str, Entity]) -> Any:
    """Add a record to those that are known, and all that it refers to."""
    if isinstance(record, Deal):
        record = _related(draw, record, [one for one in known.values() if isinstance(one, Deal)])
    try:
        known[record.id] = _settled(record, known)
    except (InvalidTypeError, InvalidValueError):
        reject()  # The record of an id that is known is another one: a shorter text, for example.
    return known[record.id]


def _settled(record: Any, known: dict[str, Entity]) -> Any:
    """Return a record that refers to those that are known by the same ids."""

    def replace(one: Entity) -> Entity:
        if one.id not in known:
            known[one.id] = _settled(one, known)
        return known[one.id]

    return relinked(record, replace)


def _related(draw: Any, deal: Deal, others: list[Deal]) -> Deal:
    """Draw the whole of a deal and its relations among others; no relations lead in a circle."""
    relations = []
    if others and draw(st.booleans()):
        deal = with_changes(deal, part_of=draw(st.sampled_from(others)))
    if others and draw(st.booleans()):
        other = draw(st.sampled_from(others))
        relations.append(with_changes(draw(records(Relation)), deal=other.id))
    return without_circles(with_changes(deal, relations=tuple(relations)), others)
