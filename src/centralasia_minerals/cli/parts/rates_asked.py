"""Where a command gets rates of exchange from: central bank, a source's own pairs, or yours."""

from __future__ import annotations

import re
from datetime import date

from centralasia_minerals.analysis.counting.sums.rate import Rates
from centralasia_minerals.analysis.rates import printed_rates, rates_of
from centralasia_minerals.dataset.dataset import Dataset
from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.wording import briefly

RATES = (
    "One of: ecb (of the day of each deal; extra fx), ecb:2025-11-06 (of one day),"
    " ecb-or:2025-11-06 (of one day for deals alone that are not dated to the day),"
    " printed:SOURCE (that a source implies), or your own: USD/EUR=0.865"
)

_OWN = re.compile(r"(?P<base>[A-Za-z]{3})/(?P<quote>[A-Za-z]{3})=(?P<figure>[0-9.]+)")
_REMEDY = "give ecb, ecb:2025-11-06, ecb-or:2025-11-06, printed:SOURCE or USD/EUR=0.865"


def rates_asked(text: str, dataset: Dataset) -> Rates:
    """Return the rates that a text asks for.

    Raises:
        InvalidValueError: it does not ask for rates, or the day is not one.
        UnknownIdError: the dataset has no such source.
        MissingExtraError: (when they are used) the central bank's rates are not installed.
    """
    name, _, rest = text.partition(":")
    if name == "printed":
        return printed_rates(dataset, dataset.sources[rest])
    if name in ("ecb", "ecb-or"):
        from centralasia_minerals.adapters.ecb_rates import EcbRates

        if name == "ecb-or":
            return EcbRates(undated_on=_day(rest))
        return EcbRates(_day(rest) if rest else None)
    own = _OWN.fullmatch(text)
    if own is None:
        raise InvalidValueError("rates of exchange", f"{briefly(text)} names none", _REMEDY)
    pair = (own["base"].upper(), own["quote"].upper())
    return rates_of({pair: own["figure"]}, source="given on the command line")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        found = f"{briefly(text)} is not a day"
        raise InvalidValueError("the day of rates", found, "write it as 2025-11-06") from None
