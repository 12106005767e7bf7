"""Strategies for statements, parts and records: each field is drawn by its annotation.

What a record refuses of what was drawn is left out of it, field by field, so that nothing that was
drawn is thrown away.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import attrs
from hypothesis import reject, strategies as st

from centralasia_minerals.dataset.files.annotations import hints_of, is_tuple
from centralasia_minerals.entities.amount import Amount, RelativeStatement
from centralasia_minerals.entities.base.record import Entity, Record, fields_of
from centralasia_minerals.entities.country import CENTRAL_ASIAN, Bloc, Country
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.deposit import Deposit
from centralasia_minerals.entities.event import Event, EventKind
from centralasia_minerals.entities.mineral import Mineral
from centralasia_minerals.entities.organization import Organization, OrganizationKind
from centralasia_minerals.entities.passage import Span
from centralasia_minerals.entities.person import Official, Person
from centralasia_minerals.entities.source import Citation, Source
from centralasia_minerals.entities.statement import Rank, Stated
from centralasia_minerals.entities.statistic import Statistic
from centralasia_minerals.entities.vocabulary.deal_kind import DealKind
from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.hedge import Hedge
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.name import Name
from centralasia_minerals.values.partial_date import PartialDate
from centralasia_minerals.values.share import Share

from .values import figures, money, names, value_of

_MOST_ITEMS = 2
_FIGURES = (Money, Measure, Share)
_COUNTRIES = (*sorted(CENTRAL_ASIAN.ids), "US", "CN", "RU", "FR")
_KIND_OF_ID: dict[type[Entity], str] = {Person: "person", Official: "person"}


def ids(cls: type[Entity]) -> st.SearchStrategy[str]:
    """Draw ids of records of a class; ids of two kinds are never equal."""
    if cls is Country:
        return st.sampled_from(_COUNTRIES)
    kind = _KIND_OF_ID.get(cls, cls.kind_name)
    return st.integers(1, 99).map(lambda number: f"{kind.replace(' ', '-')}-{number}")


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
        most = 1 if item is Citation else _MOST_ITEMS
        return st.lists(inside(item), max_size=most, unique_by=_told_apart).map(tuple)
    if get_origin(hint) is not None and not isinstance(get_origin(hint), type):
        return st.one_of([inside(one) for one in get_args(hint)])
    if isinstance(hint, UnionType):
        return st.one_of([inside(one) for one in get_args(hint)])
    if isinstance(hint, type) and issubclass(hint, Entity):
        return ids(hint).map(least(hint))
    return strategy_for(hint)


def least(cls: type[Entity]) -> Callable[[str], Entity]:
    """Return what makes the least record of a class with an id."""
    return _LEAST[cls]


def _told_apart(item: Any) -> Any:
    return item.id if isinstance(item, Entity) else getattr(item, "identity", item)


@st.composite
def statements(draw: Any, hint: Any = Stated) -> Any:
    """Draw statements of figures with every hedge and rank, or of stages and other states."""
    cls = get_origin(hint) or hint
    wanted = get_args(hint)
    value = draw(st.sampled_from(wanted or _FIGURES)) if cls is Stated else Share
    if value is Money:
        held: Any = draw(money())
    else:
        held = draw(strategy_for(value))
    given: dict[str, Any] = {"value": held}
    if isinstance(held, _FIGURES):
        given["hedge"] = draw(st.sampled_from(Hedge))
        if given["hedge"] is Hedge.RANGE:
            more = draw(figures(1, 9))
            given["upper"] = _plus(held, more)
        given["further_words"] = draw(st.just(NotStated()) | st.just("estimated"))
    if draw(st.booleans()):
        given |= {"rank": draw(st.sampled_from(Rank))}
        if given["rank"] is Rank.DEPRECATED:
            given["reason"] = "a misprint"
    given["citations"] = draw(inside(tuple[Citation, ...]))
    if cls is RelativeStatement:
        given["of"] = "the project"
    return built(cls, given, {"value", "of"})


def _plus(held: Any, more: Any) -> Any:
    if isinstance(held, Money):
        return Money(held.amount + more, held.currency)
    if isinstance(held, Measure):
        return Measure(held.magnitude + more, held.unit)
    return Share(1) if held != Share(1) else NotStated()


@cache
def records(cls: type[Any]) -> st.SearchStrategy[Any]:
    """Return the strategy of a class of parts or records: the required fields, then others."""
    return _record(cls)


@st.composite
def _record(draw: Any, cls: type[Any]) -> Any:
    hints = hints_of(cls) if issubclass(cls, Record) else get_type_hints(cls)
    own = [field for field in fields_of(cls) if field.init and field.name in hints]
    needed = {field.name for field in own if field.default is attrs.NOTHING}
    given = {name: draw(_field(cls, name, hints[name])) for name in needed_first(own, needed)}
    optional = [field.name for field in own if field.name not in needed]
    wanted = _ALWAYS.get(cls, ())
    for name in optional:
        if name in wanted or draw(st.booleans()):
            given[name] = draw(_field(cls, name, hints[name]))
    return built(cls, given, needed | {*wanted})


def needed_first(own: Any, needed: set[str]) -> list[str]:
    """Return the names of the required fields, in the order of the class."""
    return [field.name for field in own if field.name in needed]


def _field(cls: type[Any], name: str, hint: Any) -> st.SearchStrategy[Any]:
    special = _SPECIAL.get((cls, name))
    if special is None:
        special = _BY_NAME.get(name)
    if special is not None:
        return special
    return ids(cls) if name == "id" else inside(hint)


def built(cls: type[Any], given: dict[str, Any], needed: set[str]) -> Any:
    """Return a record of what was drawn, without the fields that it refuses."""
    while True:
        try:
            return cls(**given)
        except (InvalidTypeError, InvalidValueError) as error:
            wrong = {_root(one.field) for one in (error, *error.also)} & given.keys() - needed
            if not wrong:
                reject()
            given = {name: held for name, held in given.items() if name not in wrong}


def _root(path: str) -> str:
    return re.split(r"[.\[]", path, maxsplit=1)[0]


_DIGITS = st.integers(0, 2**64 - 1)
_ABSENT: st.SearchStrategy[Any] = st.just(NotStated())
_URLS = st.integers(1, 99).map(lambda number: f"https://example.org/{number}")

_BY_NAME: dict[str, st.SearchStrategy[Any]] = {
    "digest": _DIGITS.map(lambda number: f"{number:016x}"),
    "sha256": _DIGITS.map(lambda number: f"{number:064x}"),
    "url": _ABSENT | _URLS,
    "archived": _ABSENT | _URLS,
    "language": _ABSENT | st.sampled_from(["en", "ru", "zh-Hans"]),
    "quote": st.just(()),  # words that find a passage are sought in its page
    "supports": st.just(()),  # and fields in the record that cites
    "figure": _ABSENT | st.just("$1.1 billion"),
    "names": st.lists(names(), min_size=1, max_size=2, unique=True).map(tuple),
    "furniture": st.just(()),
    "relations": st.just(()),  # they name other deals, of which a deal by itself knows none
    "inferred_from": st.just(()) | st.just(("the date of the summit",)),
}
"""Fields that are drawn alike in every class, by their name."""

_SPECIAL: dict[tuple[type, str], st.SearchStrategy[Any]] = {
    (Mineral, "symbol"): _ABSENT | st.sampled_from(["W", "U", "Sb"]),
    (Deal, "part_of"): _ABSENT,
    (Event, "part_of"): _ABSENT,
    (Deposit, "part_of"): _ABSENT,
    (Organization, "part_of"): _ABSENT,
    (Organization, "owners"): st.just(()),
    (Organization, "possibly_same_as"): st.just(()),
    (Mineral, "group"): _ABSENT,
    (Amount, "part_of"): _ABSENT,
}
"""Fields that could lead in a circle, or that only one class has."""

_ALWAYS: dict[type, tuple[str, ...]] = {Citation: ("length",), Span: ("length",)}
"""Optional fields without which a record is refused."""

# It is the least country of its id, as everywhere inside a record.
_COUNTRY = Country(id="KZ", names=(Name("KZ"),))
_READ = PartialDate(2026, 1, 2)

_LEAST: dict[type[Entity], Callable[[str], Entity]] = {
    Source: lambda one: Source(
        id=one, title="A page", url=f"https://example.org/{one}", read=_READ
    ),
    Country: lambda one: Country(id=one, names=(Name(one),)),
    Bloc: lambda one: Bloc(id=one, names=(Name("a bloc"),)),
    Organization: lambda one: Organization(
        id=one, names=(Name("A company"),), kind=OrganizationKind.COMPANY
    ),
    Person: lambda one: Person(id=one, names=(Name("Somebody"),)),
    Official: lambda one: Person(id=one, names=(Name("Somebody"),)),
    Mineral: lambda one: Mineral(id=one, names=(Name("a mineral"),)),
    Deposit: lambda one: Deposit(id=one, names=(Name("A deposit"),), country=_COUNTRY),
    Deal: lambda one: Deal(id=one, title="A deal", kind=DealKind.CONTRACT),
    Event: lambda one: Event(id=one, title="An event", kind=EventKind.SIGNING),
    Statistic: lambda one: Statistic(
        id=one, what="a share", subject=_COUNTRY, statements=(Stated(value=Share("0.5")),)
    ),
}
"""What a record is to another that refers to it."""
