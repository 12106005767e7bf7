"""What needs no source: money, measures, shares, dates, hedges, names and kinds of absence."""

from .absence import Absence, NotApplicable, NotStated
from .currency import Currency
from .date import PartialDate
from .exact import EXACT, MAX_DIGITS, exact_decimal, plain
from .hedge import Hedge
from .measure import Measure
from .money import Money
from .name import Name, NameKind
from .share import Share
from .unit import Dimension, Unit, as_unit
from .word import Word

__all__ = [
    "EXACT",
    "MAX_DIGITS",
    "Absence",
    "Currency",
    "Dimension",
    "Hedge",
    "Measure",
    "Money",
    "Name",
    "NameKind",
    "NotApplicable",
    "NotStated",
    "PartialDate",
    "Share",
    "Unit",
    "Word",
    "as_unit",
    "exact_decimal",
    "plain",
]
