"""Strategies for statements, parts and records: each field is drawn by its annotation.

What a record refuses of what was drawn is left out of it, field by field, so that nothing that was
drawn is thrown away.
"""

from __future__ import annotations

from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import attrs
from hypothesis import strategies as st

from centralasia_minerals.dataset.files.annotations import hints_of, is_tuple
from centralasia_minerals.entities.amount import Amount, RelativeStatement
from centralasia_minerals.entities.base.record import (
    Entity,
    Record,
    fields_of,
    own_fields_of,
    with_changes,
)
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.deposit import ResourceEstimate
from centralasia_minerals.entities.passage import Span
from centralasia_minerals.entities.source import Citation, DateBasis, Dated, Source
from centralasia_minerals.entities.statement import Stated, Undisclosed
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.hedge import Hedge
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.partial_date import PartialDate
from centralasia_minerals.values.share import Share
from centralasia_minerals.values.unit import Dimension

from .building import built, ids_in, without_circles
from .fields import BY_NAME, DAYS, FIGURE, SPECIAL, measures_of, places, ranks
from .least import ids, references
from .values import figures, money, texts, value_of

_MOST_ITEMS = 2
_FIGURES = (Money, Measure, Share)


def strategy_for(hint: Any) -> st.SearchStrategy[Any]:
    """Return the strategy of a class or an annotation of this library."""
    found = value_of(hint)
    if found is not None:
        return found
    if is_tuple(hint):
        item = get_args(hint)[0]
        return st.lists(inside(item), max_size=_MOST_ITEMS, unique_by=_told_apart).map(tuple)
    if get_origin(hint) is not None and not isinstance(get_origin(hint), type):
        return st.one_of([strategy_for(one) for one in get_args(hint)])
    origin = get_origin(hint) or hint
    if origin in (Stated, RelativeStatement):
        return statements(hint)
    return records(origin)


@cache
def inside(hint: Any) -> st.SearchStrategy[Any]:
    """Return the strategy of what a record holds: other records are told by the least of them.

    Equal ids are equal records there, so that what is drawn can be joined.
    """
    if is_tuple(hint):
        item = get_args(hint)[0]
        if item is Citation:
            return _citations().map(lambda one: (one,))
        return st.lists(inside(item), max_size=_MOST_ITEMS, unique_by=_told_apart).map(tuple)
    if get_origin(hint) is not None and not isinstance(get_origin(hint), type):
        return st.one_of([inside(one) for one in get_args(hint)])
    if isinstance(hint, UnionType):
        return st.one_of([inside(one) for one in get_args(hint)])
    if isinstance(hint, type) and issubclass(hint, Entity):
        return references(hint)
    return strategy_for(hint)


def _citations() -> st.SearchStrategy[Any]:
    """Draw citations that name no field; who holds them knows which there are."""
    return records(Citation).map(lambda one: with_changes(one, supports=()))


def _told_apart(item: Any) -> Any:
    return item.id if isinstance(item, Entity) else getattr(item, "identity", item)


@st.composite
def statements(draw: Any, hint: Any = Stated, values: st.SearchStrategy[Any] | None = None) -> Any:
    """Draw statements of figures with every hedge and rank, or of stages and other states."""
    cls = get_origin(hint) or hint
    value = draw(st.sampled_from(get_args(hint) or _FIGURES)) if cls is Stated else Share
    if values is None:
        values = money() if value is Money else strategy_for(value)
    held: Any = draw(values)
    given: dict[str, Any] = {"value": held}
    is_figure = isinstance(held, _FIGURES)
    if is_figure:
        given["hedge"] = draw(st.sampled_from(Hedge))
        if given["hedge"] is Hedge.RANGE and held != Share(1):
            given["upper"] = _plus(held, draw(figures(1, 9)))
    given |= draw(ranks())
    hints = get_type_hints(cls)
    for name in ("further_words", "called", "asserted_by", "as_of"):
        if draw(st.booleans()):
            given[name] = draw(_field(cls, name, hints[name]))
    if cls is RelativeStatement:
        given["of"] = draw(texts())
    (citation,) = draw(inside(tuple[Citation, ...]))
    if is_figure and not citation.figure:  # a file has each figure as printed
        citation = with_changes(citation, figure=FIGURE, quote=())
    if given.get("hedge") is Hedge.RANGE and "upper" not in given:
        del given["hedge"]  # nothing lies beyond all
    return built(cls, given | {"citations": (citation,)}, {"value", "of", "citations"})


def _plus(held: Any, more: Any) -> Any:
    if isinstance(held, Money):
        return Money(held.amount + more, held.currency)
    if isinstance(held, Measure):
        return Measure(held.magnitude + more, held.unit)
    return Share(1)


@cache
def records(cls: type[Any]) -> st.SearchStrategy[Any]:
    """Return the strategy of a class of parts or records: the required fields, then others."""
    return _record(cls)


@st.composite
def _record(draw: Any, cls: Any) -> Any:
    hints = _hints(cls)
    own = [field for field in fields_of(cls) if field.init and field.name in hints]
    needed = {field.name for field in own if field.default is attrs.NOTHING}
    given = {name: draw(_field(cls, name, hints[name])) for name in needed_first(own, needed)}
    groups = [group for one, group in _TOGETHER.items() if issubclass(cls, one)]
    grouped = {name for names, _ in groups for name in names}
    wanted = needed | {*_citations_of(cls)}
    for name in (field.name for field in own if field.name not in needed | grouped):
        if name in wanted or draw(st.booleans()):
            given[name] = draw(_field(cls, name, hints[name]))
            if given.get("id") in ids_in(given[name]):
                del given[name]  # nothing refers to itself
    for _, several in groups:
        given |= draw(several)
    if given.get("citations") and draw(st.booleans()):
        fields = [name for name in given if name in own_fields_of(cls).held]
        supports = (draw(st.sampled_from(fields)),)
        given["citations"] = (with_changes(given["citations"][0], supports=supports),)
    record = built(cls, given, wanted | grouped)
    return without_circles(record) if isinstance(record, Deal) else record


@cache
def _hints(cls: Any) -> Any:
    return hints_of(cls) if issubclass(cls, Record) else get_type_hints(cls)


def _citations_of(cls: type[Any]) -> tuple[str, ...]:
    """Return the field of citations, without which a file refuses what is not reference data."""
    is_cited = any(field.name == "citations" for field in fields_of(cls))
    return ("citations",) if is_cited and not getattr(cls, "is_reference", False) else ()


def needed_first(own: Any, needed: set[str]) -> list[str]:
    """Return the names of the required fields, in the order of the class."""
    return [field.name for field in own if field.name in needed]


def _field(cls: type[Any], name: str, hint: Any) -> st.SearchStrategy[Any]:
    special = SPECIAL.get((cls, name))
    if special is None:
        special = BY_NAME.get(name)
    if special is not None:
        return special
    return ids(cls) if name == "id" else inside(hint)


@st.composite
def _published(draw: Any) -> Any:
    """Draw dates of sources, inferred from words or from passages of their own."""
    day = draw(records(Dated))
    grounds = tuple(one for one in day.inferred_from if isinstance(one, str))
    if day.inferred_from and not grounds:
        grounds = (draw(records(Span)),)
    return with_changes(day, citations=(), inferred_from=grounds)


@st.composite
def _amounts(draw: Any) -> Any:
    """Draw the amounts of a deal; some are part of another one."""
    alone = records(Amount).map(lambda one: with_changes(one, part_of=NotStated()))
    found = draw(st.lists(alone, max_size=_MOST_ITEMS, unique_by=_told_apart))
    if len(found) > 1 and draw(st.booleans()):
        whole, part = found
        key = whole.key or "whole"
        found = [
            with_changes(whole, key=key),
            with_changes(part, part_of=key, role=whole.role, money=whole.money),
        ]
    return tuple(found)


_READ = DAYS.map(PartialDate.of)
SPECIAL |= {
    (Source, "read"): _READ,
    (Source, "published"): _published(),
    (ResourceEstimate, "stated"): statements(Stated[Measure], measures_of(Dimension.MASS)),
    (Deal, "amounts"): _amounts(),
    (ResourceEstimate, "grade"): statements(Stated[Measure], measures_of(Dimension.GRADE)),
}
_GROUNDS = st.one_of(texts(), _citations()).map(lambda one: (one,))
_TOGETHER: dict[type, tuple[tuple[str, ...], st.SearchStrategy[dict[str, Any]]]] = {
    Span: (("start", "end", "length"), places()),
    Undisclosed: (("rank", "reason"), ranks()),
    Dated: (
        ("basis", "inferred_from"),
        st.just({}) | _GROUNDS.map(lambda one: {"basis": DateBasis.INFERRED, "inferred_from": one}),
    ),
    Source: (
        ("read", "published"),
        st.fixed_dictionaries({"read": _READ}, optional={"published": _published()})
        | st.fixed_dictionaries({"published": _published()}),
    ),
}
"""Fields that go together, by the class that has them."""
