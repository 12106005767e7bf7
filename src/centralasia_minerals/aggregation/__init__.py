"""Questions: the ledger, the counting rules, and totals that explain themselves."""

from .filters import Filters, Sectors, Stages
from .ledgers import Deals, Ledger, ledger
from .rates import Conversion, Rate, Rates
from .reasons import ExclusionReason
from .row import LedgerRow
from .rows import Rows
from .rules import RULES, Rule
from .tallying import CurrencyTotal
from .totals import Total, total

__all__ = [
    "RULES",
    "Conversion",
    "CurrencyTotal",
    "Deals",
    "ExclusionReason",
    "Filters",
    "Ledger",
    "LedgerRow",
    "Rate",
    "Rates",
    "Rows",
    "Rule",
    "Sectors",
    "Stages",
    "Total",
    "ledger",
    "total",
]
