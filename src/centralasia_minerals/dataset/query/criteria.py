"""The keywords of ``where``, for editors and type checkers; the fields define what they match."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeAlias, TypedDict, TypeVar

from centralasia_minerals.entities.country import Bloc, Country
from centralasia_minerals.entities.event import EventKind, EventKindText
from centralasia_minerals.entities.mineral import Mineral
from centralasia_minerals.entities.organization import OrganizationKind, OrganizationKindText
from centralasia_minerals.entities.person import Agent
from centralasia_minerals.entities.source import Source
from centralasia_minerals.entities.vocabulary.deal_kind import (
    DealClass,
    DealClassText,
    DealKind,
    DealKindText,
)
from centralasia_minerals.entities.vocabulary.sector import Sector, SectorText
from centralasia_minerals.entities.vocabulary.stage import (
    Stage,
    StageGroup,
    StageGroupText,
    StageText,
)
from centralasia_minerals.values.partial_date import PartialDate

T = TypeVar("T")

OneOrMore: TypeAlias = T | Iterable[T]
"""One value, or several of which any may match."""

DateLike: TypeAlias = PartialDate | date | str
"""A date, a day, or the text of a date in EDTF (ISO 8601-2)."""


class Criteria(TypedDict, total=False):
    """The filter that every kind of record has."""

    source: OneOrMore[Source | str]


class SourceCriteria(Criteria, total=False):
    """The filters of sources."""

    since: DateLike
    until: DateLike


class OrganizationCriteria(Criteria, total=False):
    """The filters of organizations."""

    country: OneOrMore[Country | Bloc | str]
    kind: OneOrMore[OrganizationKind | OrganizationKindText]


class DepositCriteria(Criteria, total=False):
    """The filters of deposits."""

    country: OneOrMore[Country | str]
    mineral: OneOrMore[Mineral | str]


class DealCriteria(Criteria, total=False):
    """The filters of deals."""

    country: OneOrMore[Country | str]
    partner: OneOrMore[Country | Bloc | str]
    mineral: OneOrMore[Mineral | str]
    sector: OneOrMore[Sector | SectorText]
    stage: OneOrMore[Stage | StageGroup | StageText | StageGroupText]
    kind: OneOrMore[DealKind | DealKindText]
    deal_class: OneOrMore[DealClass | DealClassText]
    party: OneOrMore[Agent | str]
    since: DateLike
    until: DateLike


class EventCriteria(Criteria, total=False):
    """The filters of events."""

    kind: OneOrMore[EventKind | EventKindText]
    party: OneOrMore[Agent | str]
    since: DateLike
    until: DateLike


class StatisticCriteria(Criteria, total=False):
    """The filters of statistics."""

    mineral: OneOrMore[Mineral | str]
