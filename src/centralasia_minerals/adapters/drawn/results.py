"""Strategies for results: most are what the library makes of deals and deposits that are drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
from hypothesis import strategies as st

from centralasia_minerals.analysis.counting.beside import Beside
from centralasia_minerals.analysis.counting.columns import Columns, Facts, columns_of
from centralasia_minerals.analysis.counting.covers import Bid, Cover, Replacement
from centralasia_minerals.analysis.counting.judging.filters import Filters
from centralasia_minerals.analysis.counting.judging.predicates import Predicate
from centralasia_minerals.analysis.counting.judging.rules import RULES, Rule
from centralasia_minerals.analysis.counting.ledger import Ledger, Rows, ledger
from centralasia_minerals.analysis.counting.ledger_row import LedgerRow
from centralasia_minerals.analysis.counting.sums.bounds import CurrencyTotal
from centralasia_minerals.analysis.counting.sums.convert import Conversion
from centralasia_minerals.analysis.counting.sums.rate import Rate, Rates
from centralasia_minerals.analysis.estimate_rows import MeasureRow, MeasureTotal
from centralasia_minerals.analysis.rates import FixedRates
from centralasia_minerals.analysis.ratio import Ratio, ratio
from centralasia_minerals.analysis.reporting.footnotes import Footnoted, Note
from centralasia_minerals.analysis.timeline import Moment, Timeline, timeline
from centralasia_minerals.analysis.tonnages import MeasureTotals, total_measure
from centralasia_minerals.analysis.total import Total, total
from centralasia_minerals.analysis.total_by import Totals, total_by
from centralasia_minerals.dataset.bundled.load import BundledDataset, BundledDatasets, datasets
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.deposit import Deposit, ResourceEstimate
from centralasia_minerals.entities.figure import Figure
from centralasia_minerals.entities.source import Citation
from centralasia_minerals.entities.statement import Rank, Stated
from centralasia_minerals.entities.vocabulary.deal_kind import DealClass
from centralasia_minerals.entities.vocabulary.money_kind import MoneyKind
from centralasia_minerals.entities.vocabulary.relation_kind import RelationKind
from centralasia_minerals.entities.vocabulary.sector import Sector
from centralasia_minerals.entities.vocabulary.stage import Stage
from centralasia_minerals.rendering.columnar.table import Table
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.money import Money

from .fields import DAYS
from .least import ids
from .linked import deals
from .records import records, statements
from .values import currencies, figures, money, partial_dates, texts

Strategies = tuple[tuple[Any, Callable[[], Any]], ...]
"""Classes, each with what makes its strategy."""


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


@st.composite
def rates(draw: Any) -> Rate:
    """Draw rates of exchange, exact ones first."""
    figure = draw(figures(1, 10**6))
    less, more = (draw(st.just(0) | st.integers(1, 9)) for _ in range(2))
    return Rate(
        base=draw(currencies()),
        quote=draw(currencies()),
        figure=figure + less,
        low=figure,
        high=figure + less + more,
        day=draw(st.none() | DAYS),
        source=draw(texts()),
    )


def fixed_rates() -> st.SearchStrategy[FixedRates]:
    """Draw rates that are the same for every date."""
    return st.lists(rates(), max_size=3).map(lambda found: FixedRates(tuple(found)))


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


def _current() -> st.SearchStrategy[Any]:
    """Draw statements that none of the others puts out of force."""
    return statements(Stated[Money]).map(
        lambda one: attrs.evolve(one, rank=_current_rank(one.rank), reason=NotStated())
    )


def _current_rank(rank: Rank) -> Rank:
    return Rank.NORMAL if rank is Rank.DEPRECATED else rank


@st.composite
def _figures_of_several(draw: Any) -> Figure[Any]:
    first, *others = draw(st.lists(_current(), min_size=2, max_size=3))
    return Figure.of(first, (first, *others))


@st.composite
def _conversions(draw: Any) -> Conversion:
    stated = draw(statements(Stated[Money]))
    rate = draw(st.none() | rates())
    own = stated.value.currency
    return Conversion(stated, None if rate is None else attrs.evolve(rate, base=own))


@st.composite
def _ratios(draw: Any) -> Ratio:
    currency = draw(currencies())
    return ratio(draw(money(currency)), draw(money(currency, min_value=1)))


@st.composite
def _tonnages(draw: Any, *, min_size: int = 0) -> MeasureTotals:
    """Draw tonnages of deposits, some of which have estimates."""
    found = draw(
        st.lists(records(Deposit), min_size=min_size, max_size=3, unique_by=lambda one: one.id)
    )
    if min_size:
        estimates = (draw(records(ResourceEstimate)),)
        found[0] = attrs.evolve(found[0], estimates=estimates)
    return total_measure(found, unit=draw(st.sampled_from(["tonne", "kilogram"])))


@st.composite
def _beside(draw: Any) -> Beside:
    kind = draw(st.sampled_from([one for one in MoneyKind if one is not MoneyKind.VALUATION]))
    rows = ledger(draw(deals(min_size=1)), kinds=kind, stages=None, sectors=None).counted
    return Beside(kind, rows, rows.by_currency)


def _rows(totals: MeasureTotals) -> tuple[MeasureRow, ...]:
    return (*totals.counted, *totals.excluded)


def _first(several: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Draw the first of results that come in lists."""
    return several.filter(len).map(lambda held: next(iter(held)))


def _totals() -> st.SearchStrategy[Total]:
    return deals().map(lambda found: total(found, kinds=None, stages=None, sectors=None))


def _ledgers(min_size: int = 0) -> st.SearchStrategy[Ledger]:
    return deals(min_size=min_size).map(ledger)


_DEAL = ids(Deal)
RESULTS: Strategies = (
    (Filters, filters),
    (Rate, rates),
    (FixedRates, fixed_rates),
    (Rates, fixed_rates),
    (Figure, _figures_of_several),
    (Conversion, _conversions),
    (Ratio, _ratios),
    (Total, _totals),
    (CurrencyTotal, _currency_totals),
    (Totals, lambda: deals().map(lambda found: total_by(found, "country"))),
    (Beside, _beside),
    (Ledger, _ledgers),
    (LedgerRow, lambda: _first(_ledgers(1))),
    (Rows, lambda: _ledgers().map(lambda one: one.excluded)),
    (Columns, lambda: deals().map(columns_of)),
    (Facts, lambda: _first(deals(min_size=1).map(lambda found: columns_of(found).combinations))),
    (Rule, lambda: st.sampled_from(RULES)),
    (Predicate, lambda: st.sampled_from([one.covers for one in RULES if one.covers])),
    (Bid, lambda: st.builds(Bid, _DEAL, _DEAL, _DEAL)),
    (Cover, lambda: st.builds(Cover, _DEAL, _DEAL, st.sampled_from(RelationKind), st.booleans())),
    (Replacement, lambda: st.builds(Replacement, _DEAL, st.just(NotStated()) | partial_dates())),
    (Timeline, lambda: deals().map(timeline)),
    (Moment, lambda: _first(deals(min_size=1).map(timeline))),
    (MeasureTotals, _tonnages),
    (MeasureTotal, lambda: _first(_tonnages(min_size=1))),
    (MeasureRow, lambda: _first(_tonnages(min_size=1).map(_rows))),
    (Footnoted, lambda: _totals().map(lambda one: one.footnoted("en"))),
    (Note, lambda: st.builds(Note, st.integers(1, 99), texts(), records(Citation))),
    (Table, lambda: _ledgers().map(lambda one: one.to_table())),
    (BundledDatasets, lambda: st.builds(datasets)),
    (BundledDataset, lambda: st.builds(datasets).flatmap(st.sampled_from)),
)
"""The results of totals, ledgers, timelines and tonnages."""
