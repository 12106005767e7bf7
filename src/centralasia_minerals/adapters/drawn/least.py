"""The least record of each class that another may refer to, told by its id.

Equal ids are equal records there, so that what is drawn can be joined.
"""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.entities.country import CENTRAL_ASIAN, Bloc, Country
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.deposit import Deposit
from centralasia_minerals.entities.event import Event, EventKind
from centralasia_minerals.entities.mineral import Mineral
from centralasia_minerals.entities.organization import Organization, OrganizationKind
from centralasia_minerals.entities.person import Official, Person
from centralasia_minerals.entities.source import Source
from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.entities.statistic import Statistic
from centralasia_minerals.entities.vocabulary.deal_kind import DealKind
from centralasia_minerals.values.name import Name
from centralasia_minerals.values.partial_date import PartialDate
from centralasia_minerals.values.share import Share

_COUNTRIES = (*sorted(CENTRAL_ASIAN.ids), "US", "CN", "RU", "FR")


def ids(cls: type[Entity]) -> st.SearchStrategy[str]:
    """Draw ids of records of a class; ids of two classes are never equal."""
    if cls is Country:
        return st.sampled_from(_COUNTRIES)
    kind = "official" if cls is Official else cls.kind_name
    return st.integers(1, 99).map(lambda number: f"{kind.replace(' ', '-')}-{number}")


def references(cls: type[Entity]) -> st.SearchStrategy[Entity]:
    """Draw the least records of a class that others refer to."""
    classes = (Person, Official) if cls is Person else (cls,)
    return st.one_of([ids(one).map(least(one)) for one in classes])


def least(cls: type[Entity]) -> Callable[[str], Entity]:
    """Return what makes the least record of a class with an id."""
    return _LEAST[cls]


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
    Official: lambda one: Official(id=one, names=(Name("Somebody"),)),
    Mineral: lambda one: Mineral(id=one, names=(Name("a mineral"),)),
    Deposit: lambda one: Deposit(id=one, names=(Name("A deposit"),), country=_COUNTRY),
    Deal: lambda one: Deal(id=one, title="A deal", kind=DealKind.CONTRACT),
    Event: lambda one: Event(id=one, title="An event", kind=EventKind.SIGNING),
    Statistic: lambda one: Statistic(
        id=one, what="a share", subject=_COUNTRY, statements=(Stated(value=Share("0.5")),)
    ),
}
"""What a record is to another that refers to it."""
