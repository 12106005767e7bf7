"""The columns of figures and of citations, which many tables have."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from centralasia_minerals.entities.source import Citation
from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.rendering.columnar.column import Column, ColumnType
from centralasia_minerals.values.absence import Absence
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.share import Share

_TEXT, _TEXTS = ColumnType.TEXT, ColumnType.TEXTS

FIGURE_SCALE = 10
"""The decimal places of figures that may be money, measures or shares."""


class Cells(NamedTuple):
    """Some columns that one value fills.

    Attributes:
        columns: the columns.
        read: returns the cells of a value, in the order of the columns.
    """

    columns: tuple[Column, ...]
    read: Callable[[Any], tuple[Any, ...]]


def figure_cells(prefix: str = "", null: str = "", *, scale: int = FIGURE_SCALE) -> Cells:
    """Return the columns of a figure: its unit, its value and bounds, and its words."""
    words = "the words allow"
    columns = (
        Column(f"{prefix}unit", _TEXT, "a currency's code, a unit's symbol, or 'share'", null),
        *(
            Column(f"{prefix}{name}", ColumnType.DECIMAL, about, without, "its unit", scale=scale)
            for name, about, without in (
                ("value", "the figure itself; of a range, its lower end", null),
                ("upper", "the upper end of a range", "it is no range"),
                ("low", f"the least that {words}", null),
                ("high", f"the most that {words}", f"{words} any more".capitalize()),
            )
        ),
        Column(f"{prefix}hedge", _TEXT, "a member of Hedge", null),
        Column(f"{prefix}further_words", _TEXT, "further words of hedging", "there are none"),
        Column(f"{prefix}approximate", ColumnType.BOOLEAN, "the words say so", null),
    )
    return Cells(columns, figure_row)


def figure_row(figure: Any) -> tuple[Any, ...]:
    """Return the cells of a figure, or of its absence."""
    if not isinstance(figure, Stated):
        if isinstance(figure, (Money, Measure, Share)):
            plain = _number(figure)
            return _unit(figure), plain, None, plain, plain, "as stated", None, False
        return (None,) * 8
    upper, high, further = figure.upper, figure.high, figure.further_words
    return (
        _unit(figure.value),
        _number(figure.value),
        None if isinstance(upper, Absence) else _number(upper),
        _number(figure.low),
        None if high is None else _number(high),
        str(figure.hedge),
        None if isinstance(further, Absence) else further,
        figure.approximate,
    )


def _unit(value: Any) -> str:
    if isinstance(value, Money):
        return value.currency.code
    return value.unit.symbol if isinstance(value, Measure) else "share"


def _number(value: Any) -> Any:
    if isinstance(value, Money):
        return value.amount
    return value.magnitude if isinstance(value, Measure) else value.fraction


def cited_cells() -> Cells:
    """Return the columns of citations: each passage, and where on a page it is."""
    columns = (
        Column("citations", _TEXTS, "the passages behind it"),
        Column("links", _TEXTS, "their addresses, where their sources have a page"),
    )
    return Cells(columns, cited_row)


def cited_row(citations: tuple[Citation, ...]) -> tuple[list[str], list[str]]:
    """Return the cells of some citations."""
    return list(map(str, citations)), [one.url for one in citations if isinstance(one.url, str)]
