"""Strategies of hypothesis for the tests of whatever is built on this library.

``st.from_type(cam.Deal)`` works without any of this, wherever hypothesis is installed; so do fields
of your own classes. The functions here draw what you ask for more closely:

>>> from centralasia_minerals.adapters.hypothesis import datasets, deals, money
>>> import hypothesis
>>> @hypothesis.given(ds=datasets(), deal=deals(), price=money("KZT", min_value=1))
... def test_my_app(ds, deal, price):
...     assert price.amount >= 1

Everything that is drawn is valid, small things come first, and what is drawn of records is varied:
every absence, hedge and rank, several scripts, dates of every precision.
"""

from __future__ import annotations

from typing import Any, get_origin

from hypothesis import strategies as st

from centralasia_minerals.values.absence import Absence
from centralasia_minerals.values.base.pydantic_door import PydanticDoor

from .drawn.findings import FINDINGS
from .drawn.keywords import KEYWORDS
from .drawn.linked import datasets, deals
from .drawn.records import records, statements, strategy_for
from .drawn.results import RESULTS, filters, fixed_rates, rates
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
    "absences", "currencies", "datasets", "deals", "figures", "filters", "fixed_rates",
    "measures", "money",
    "names", "partial_dates", "rates", "records", "shares", "statements", "strategy_for", "units",
]  # fmt: skip


def strategy_of(cls: Any) -> st.SearchStrategy[Any] | None:
    """Return the strategy of a class, as ``st.from_type`` draws it; None if it knows none."""
    kind = get_origin(cls) or cls
    for one, make in (*RESULTS, *FINDINGS):
        if one is kind:
            strategy: st.SearchStrategy[Any] = make()
            return strategy
    if kind in KEYWORDS:
        return KEYWORDS[kind]
    is_drawn = isinstance(kind, type) and issubclass(kind, (PydanticDoor, Absence))
    return strategy_for(cls) if is_drawn else None
