"""Strategies for single fields, by their name or by their class and name."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from centralasia_minerals.entities.amount import Amount
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.mineral import Mineral
from centralasia_minerals.entities.relation import Relation
from centralasia_minerals.entities.statement import Rank
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.unit import Dimension, Unit

from .least import ids
from .values import figures, names, texts

FIGURE = "$1.1 billion"
"""A figure as printed."""

DAYS: st.SearchStrategy[date] = st.dates(date(1991, 1, 1), date(2035, 12, 31))
"""Days since the states are independent."""

_DIGITS = st.integers(0, 2**64 - 1)
DIGESTS: st.SearchStrategy[str] = _DIGITS.map(lambda number: f"{number:016x}")
"""Digests of passages."""

_ABSENT: st.SearchStrategy[Any] = st.just(NotStated())
_URLS = st.integers(1, 99).map(lambda number: f"https://example.org/{number}")

BY_NAME: dict[str, st.SearchStrategy[Any]] = {
    "digest": DIGESTS,
    "sha256": _DIGITS.map(lambda number: f"{number:064x}"),
    "url": _ABSENT | _URLS,
    "archived": _ABSENT | _URLS,
    "language": _ABSENT | st.sampled_from(["en", "ru", "zh-Hans"]),
    "quote": st.just(()) | st.just((FIGURE,)) | st.just(("the ministry said", "next year")),
    "supports": st.just(()) | st.just(("title",)),
    "figure": _ABSENT | st.just(FIGURE),
    "names": st.lists(names(), min_size=1, max_size=2, unique=True).map(tuple),
}
"""Fields that are drawn alike in every class, by their name."""

SPECIAL: dict[tuple[type, str], st.SearchStrategy[Any]] = {
    (Mineral, "symbol"): _ABSENT | st.sampled_from(["W", "U", "Sb"]),
    (Relation, "deal"): ids(Deal),
    (Amount, "part_of"): _ABSENT | texts(),
}
"""Fields that are drawn in a way of their own."""


@st.composite
def ranks(draw: Any) -> dict[str, Any]:
    """Draw how a statement ranks, and why it is deprecated if it is."""
    rank = draw(st.sampled_from([Rank.NORMAL, Rank.PREFERRED, Rank.DEPRECATED]))
    return {"rank": rank, "reason": "a misprint"} if rank is Rank.DEPRECATED else {"rank": rank}


@st.composite
def places(draw: Any) -> dict[str, Any]:
    """Draw where a passage stands in a copy of its source, or only how long it is."""
    length = draw(st.integers(1, 300))
    if not draw(st.booleans()):
        return {"length": length}
    start = draw(st.integers(0, 10_000))
    more = draw(st.integers(0, 9))  # white space, which the norm leaves out
    return {"start": start, "end": start + length + more, "length": length}


def measures_of(dimension: Dimension) -> st.SearchStrategy[Measure]:
    """Draw measures of a dimension."""
    units = [one for one in Unit if one.dimension is dimension]
    return st.builds(Measure, figures(0, 10**9), st.sampled_from(units))
