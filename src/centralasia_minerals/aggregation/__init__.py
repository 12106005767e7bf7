"""Questions: the ledger, the counting rules, and totals that explain themselves."""

from .filters import Filters, Sectors, Stages
from .ledgers import Deals, Ledger, ledger
from .rates import Conversion, Rate, Rates
from .reasons import ExclusionReason
from .row import Disclosure, LedgerRow, Standing
from .rules import RULES, Rule
from .totals import CurrencyTotal, Total, total

__all__ = [
    "RULES",
    "Conversion",
    "CurrencyTotal",
    "Deals",
    "Disclosure",
    "ExclusionReason",
    "Filters",
    "Ledger",
    "LedgerRow",
    "Rate",
    "Rates",
    "Rule",
    "Sectors",
    "Stages",
    "Standing",
    "Total",
    "ledger",
    "total",
]
