"""Strategies for the keywords that functions take, all of them optional."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from centralasia_minerals.analysis.counting.keywords import FilterKeywords, TotalKeywords
from centralasia_minerals.dataset.authoring.source_keywords import SourceKeywords
from centralasia_minerals.dataset.query.criteria import (
    Criteria,
    DealCriteria,
    DepositCriteria,
    EventCriteria,
    OrganizationCriteria,
    SourceCriteria,
    StatisticCriteria,
)
from centralasia_minerals.entities.country import Country
from centralasia_minerals.entities.event import EventKind
from centralasia_minerals.entities.mineral import Mineral
from centralasia_minerals.entities.organization import Organization, OrganizationKind
from centralasia_minerals.entities.source import Source
from centralasia_minerals.entities.vocabulary.deal_kind import DealClass, DealKind
from centralasia_minerals.entities.vocabulary.sector import Sector
from centralasia_minerals.entities.vocabulary.source_tier import Extent, SourceTier
from centralasia_minerals.entities.vocabulary.stage import Stage, StageGroup

from .fields import DAYS
from .least import references
from .results import filters, fixed_rates
from .values import currencies, texts

_Several = dict[str, st.SearchStrategy[Any]]


def _one_or_more(one: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return one | st.lists(one, min_size=1, max_size=2)


def _keywords(several: _Several) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=several)


_FILTERS: _Several = {
    name: filters().map(lambda one, name=name: one.keywords[name])  # type: ignore[misc]
    for name in ("kinds", "sectors", "stages", "classes", "max_horizon_years")
}
_SOURCE: _Several = {"source": _one_or_more(references(Source))}
_WINDOW: _Several = {"since": DAYS, "until": DAYS}
_MINERAL: _Several = {"mineral": _one_or_more(references(Mineral))}
_COUNTRY: _Several = {"country": _one_or_more(references(Country))}
_PARTY: _Several = {"party": _one_or_more(references(Organization))}

KEYWORDS: dict[Any, st.SearchStrategy[dict[str, Any]]] = {
    FilterKeywords: _keywords(_FILTERS),
    TotalKeywords: _keywords(_FILTERS)
    | _keywords({**_FILTERS, "currency": currencies(), "rates": fixed_rates()}),
    SourceKeywords: _keywords(
        {
            "title": texts(),
            "author": texts(),
            "read": DAYS,
            "tier": st.sampled_from(SourceTier),
            "state_run": st.booleans(),
            "extent": st.sampled_from(Extent),
        }
    ),
    Criteria: _keywords(_SOURCE),
    SourceCriteria: _keywords({**_SOURCE, **_WINDOW}),
    OrganizationCriteria: _keywords(
        {**_SOURCE, **_COUNTRY, "kind": _one_or_more(st.sampled_from(OrganizationKind))}
    ),
    DepositCriteria: _keywords({**_SOURCE, **_COUNTRY, **_MINERAL}),
    DealCriteria: _keywords(
        {
            **_SOURCE,
            **_COUNTRY,
            "partner": _one_or_more(references(Country)),
            **_MINERAL,
            "sector": _one_or_more(st.sampled_from(Sector)),
            "stage": _one_or_more(st.sampled_from(Stage) | st.sampled_from(StageGroup)),
            "kind": _one_or_more(st.sampled_from(DealKind)),
            "deal_class": _one_or_more(st.sampled_from(DealClass)),
            **_PARTY,
            **_WINDOW,
        }
    ),
    EventCriteria: _keywords(
        {**_SOURCE, "kind": _one_or_more(st.sampled_from(EventKind)), **_PARTY, **_WINDOW}
    ),
    StatisticCriteria: _keywords({**_SOURCE, **_MINERAL}),
}
"""The keywords of ``where``, ``total`` and ``source``; records are given as such."""
