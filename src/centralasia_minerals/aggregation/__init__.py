"""Questions: the ledger, the counting rules, and totals that explain themselves."""

from .covering import Coverage, Sentence, SourceCoverage, coverage
from .disagreeing import Disagreement, DisagreementKind, Disagreements, Side, disagreements
from .filters import Filters, Sectors, Stages
from .footnotes import Footnoted, Note
from .grouping import Totals, total_by
from .ledgers import Deals, Ledger, ledger
from .measuring import total_measure
from .rate_sources import KnownRates, printed_rates, rates_of
from .rates import Conversion, Rate, Rates
from .ratios import Ratio, ratio
from .reasons import ExclusionReason
from .row import LedgerRow
from .rows import Rows
from .rules import RULES, Rule
from .tallying import CurrencyTotal
from .timelines import Moment, Timeline, timeline
from .tonnages import MeasureReason, MeasureRow, MeasureTotal, MeasureTotals
from .totals import Total, total

__all__ = [
    "RULES",
    "Conversion",
    "Coverage",
    "CurrencyTotal",
    "Deals",
    "Disagreement",
    "DisagreementKind",
    "Disagreements",
    "ExclusionReason",
    "Filters",
    "Footnoted",
    "KnownRates",
    "Ledger",
    "LedgerRow",
    "MeasureReason",
    "MeasureRow",
    "MeasureTotal",
    "MeasureTotals",
    "Moment",
    "Note",
    "Rate",
    "Rates",
    "Ratio",
    "Rows",
    "Rule",
    "Sectors",
    "Sentence",
    "Side",
    "SourceCoverage",
    "Stages",
    "Timeline",
    "Total",
    "Totals",
    "coverage",
    "disagreements",
    "ledger",
    "printed_rates",
    "rates_of",
    "ratio",
    "timeline",
    "total",
    "total_by",
    "total_measure",
]
