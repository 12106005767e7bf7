"""Strategies of hypothesis for the tests of whatever is built on this library.

``st.from_type(cam.Deal)`` works without any of this, wherever hypothesis is installed; so do fields
of your own classes. The functions here draw what you ask for more closely::

    from centralasia_minerals.adapters.hypothesis import datasets, deals, money

Everything that is drawn is valid, small things come first, and what is drawn of records is varied:
every absence, hedge and rank, several scripts, dates of every precision.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_origin

from hypothesis import strategies as st

from centralasia_minerals.analysis.counting.judging.filters import Filters
from centralasia_minerals.analysis.counting.ledger import Ledger, Rows, ledger
from centralasia_minerals.analysis.counting.ledger_row import LedgerRow
from centralasia_minerals.analysis.counting.sums.bounds import CurrencyTotal
from centralasia_minerals.analysis.disagreements import Disagreements, disagreements
from centralasia_minerals.analysis.reporting.footnotes import Footnoted
from centralasia_minerals.analysis.timeline import Moment, Timeline, timeline
from centralasia_minerals.analysis.total import Total, total
from centralasia_minerals.analysis.total_by import Totals, total_by
from centralasia_minerals.dataset.dataset import Dataset
from centralasia_minerals.dataset.kinds import KINDS
from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.entities.vocabulary.deal_kind import DealClass
from centralasia_minerals.entities.vocabulary.money_kind import MoneyKind
from centralasia_minerals.entities.vocabulary.sector import Sector
from centralasia_minerals.entities.vocabulary.stage import Stage
from centralasia_minerals.rendering.columnar.table import Table
from centralasia_minerals.values.absence import Absence
from centralasia_minerals.values.base.pydantic_door import PydanticDoor
from centralasia_minerals.values.money import Money

from .drawn.linked import datasets, deals, of_kind
from .drawn.records import records, statements, strategy_for
from .drawn.values import (
    absences,
    currencies,
    figures,
    measures,
    money,
    names,
    partial_dates,
    shares,
    units,
)

__all__ = [
    "absences", "currencies", "datasets", "deals", "figures", "filters", "measures", "money",
    "names", "partial_dates", "records", "shares", "statements", "strategy_for", "units",
]  # fmt: skip


def filters() -> st.SearchStrategy[Filters]:
    """Draw the filters of totals, those of every total first."""
    kinds = [one for one in MoneyKind if one is not MoneyKind.VALUATION]
    return st.builds(
        Filters.of,
        kinds=st.sampled_from(["project", None]) | st.sampled_from(kinds),
        sectors=st.sampled_from(["minerals", None]) | st.sampled_from(Sector),
        stages=st.sampled_from(["concluded", None]) | st.sampled_from(Stage),
        classes=st.sampled_from(["undertaking", None]) | st.sampled_from(DealClass),
        max_horizon_years=st.none() | st.integers(1, 30),
    )


def _totals() -> st.SearchStrategy[Total]:
    return deals().map(lambda found: total(found, kinds=None, stages=None, sectors=None))


def strategy_of(cls: Any) -> st.SearchStrategy[Any] | None:
    """Return the strategy of a class, as ``st.from_type`` draws it; None if it knows none."""
    made = next((make for one, make in _RESULTS if one is cls), None)
    if made is not None:
        return made()
    kind = get_origin(cls) or cls
    is_drawn = isinstance(kind, type) and issubclass(kind, (PydanticDoor, Absence))
    return strategy_for(cls) if is_drawn else None


def _first(several: Callable[[], st.SearchStrategy[Any]]) -> Callable[[], st.SearchStrategy[Any]]:
    """Return what draws the first of results that come in lists."""
    return lambda: several().filter(len).map(lambda held: next(iter(held)))


def _ledgers() -> st.SearchStrategy[Ledger]:
    return deals().map(ledger)


def _some_ledgers() -> st.SearchStrategy[Ledger]:
    return deals(min_size=1).map(ledger)


@st.composite
def _currency_totals(draw: Any) -> CurrencyTotal:
    low, more, most = draw(figures()), draw(figures()), draw(st.none() | figures())
    currency = draw(currencies())
    stated = low + more
    return CurrencyTotal(
        currency,
        Money(low, currency),
        Money(stated, currency),
        None if most is None else Money(stated + most, currency),
        approximate=(is_about := draw(st.booleans())) or draw(st.booleans()),
        about=is_about,
    )


def _timelines() -> st.SearchStrategy[Timeline]:
    return deals().map(timeline)


def _some_timelines() -> st.SearchStrategy[Timeline]:
    return deals(min_size=1).map(timeline)


_RESULTS: tuple[tuple[Any, Callable[[], st.SearchStrategy[Any]]], ...] = (
    (Entity, lambda: st.one_of([of_kind(kind) for kind in KINDS])),
    (Dataset, datasets),
    (Filters, filters),
    (Total, _totals),
    (CurrencyTotal, _currency_totals),
    (Totals, lambda: deals().map(lambda found: total_by(found, "country"))),
    (Ledger, _ledgers),
    (LedgerRow, _first(_some_ledgers)),
    (Rows, lambda: _ledgers().map(lambda one: one.excluded)),
    (Timeline, _timelines),
    (Moment, _first(_some_timelines)),
    (Disagreements, lambda: datasets().map(disagreements)),
    (Footnoted, lambda: _totals().map(lambda one: one.footnoted("en"))),
    (Table, lambda: _ledgers().map(lambda one: one.to_table())),
)
"""Results are what the library makes of deals and datasets that are drawn."""
