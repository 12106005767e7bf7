"""Totals by group, with their bounds and hedges drawn as such, one panel for each currency."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from centralasia_minerals.analysis.counting.sums.bounds import CurrencyTotal
from centralasia_minerals.analysis.reporting.group_labels import names_in
from centralasia_minerals.analysis.total import Total
from centralasia_minerals.analysis.total_by import Totals
from centralasia_minerals.values.currency import Currency

from .asked import data_in_words, filters_in_words, sources_in_words
from .concluded import bounded_of, undertakings_in_words
from .drawing.axes import draw_lines, money_axis, money_scale
from .drawing.bounded_bars import THICKNESS, Bounded, draw_bars, draw_key, parts_of, room_beside
from .drawing.figures import total_in_words
from .drawing.look import LABEL, Look
from .drawing.panel import Panel, Row
from .drawing.picture import nothing, picture
from .drawing.wrapping import listed, wrapped

if TYPE_CHECKING:
    import altair as alt

_MOST_NAMES = 12


def totals_by_group(
    totals: Totals, look: Look, most: int | None, only: str = ""
) -> alt.VConcatChart:
    """Return the chart of totals by group."""
    names = names_in(totals.key, (total for _, total in totals.groups))
    told = [(group, total) for group, total in totals.groups if total.by_currency]
    found = Counter(row.currency for _, total in told for row in total.counted if row.currency)
    currencies = sorted(found, key=lambda one: (-found[one], one.code))
    parts: set[str] = set()
    panels = [_panel(look, told, currency, names, most, parts) for currency in currencies]
    if panels:
        draw_key(panels[-1], parts, look.figure)
    first = totals.groups[0][1] if totals.groups else None
    if not panels:
        panels = [nothing(look, "Nothing counts under these filters.")]
    version = first.version if first else None
    asked = f". {filters_in_words(first.filters)}" if first else ""
    return picture(
        look, panels,
        title=f"What counts, by {_KEYS.get(totals.key, totals.key)}",
        asked=f"{only}Published figures added up, nothing counted twice{asked}; "
        f"{data_in_words(version)}",
        notes=[*_notes(totals, names), *totals._warnings()],
        source=sources_in_words((c for _, total in told for c in total.citations), version),
    )  # fmt: skip


_KEYS = {
    "deal_class": "class of undertaking", "kind": "kind of undertaking", "money": "kind of money",
    "partner": "partner", "payer": "who pays", "place": "place of the work",
}  # fmt: skip


def _panel(
    look: Look, told: Iterable[tuple[str, Total]], currency: Currency, names: dict[str, str],
    most: int | None, parts: set[str],
) -> Panel:  # fmt: skip
    sums = [
        (group, total, one)
        for group, total in told
        for one in total.by_currency
        if one.currency == currency
    ]
    sums.sort(key=lambda one: (one[2].stated.amount.copy_negate(), one[0]))
    shown = sums if most is None else sums[:most]
    bars = [_bounded(total, one, _name(group, names)) for group, total, one in shown]
    largest = max((bar.end for bar in bars), default=Decimal(0))
    panel = Panel(look, money_scale(look, largest, currency, room_beside(bars)))
    lines = money_axis(panel, largest, currency)
    placed = [(_label(panel, bar), bar) for bar in bars]
    draw_lines(panel, lines, [y for y, _ in placed])
    draw_bars(panel, placed, look.figure)
    panel.y += 2
    parts |= parts_of(bars)
    if len(shown) < len(sums):
        panel.paragraph(f"The largest {len(shown):,} of {len(sums):,} groups are drawn.")
    return panel


def _bounded(total: Total, one: CurrencyTotal, name: str) -> Bounded:
    rows = [row for row in total.counted if row.currency == one.currency]
    told: Row = {
        "what": name, "figure": total_in_words(one), "currency": one.currency.code,
        "why": f"from {undertakings_in_words(rows)}",
    }  # fmt: skip
    return bounded_of(one, rows, told)


def _label(panel: Panel, bar: Bounded) -> float:
    """Draw what a bar is of and what it comes to, and return where the bar begins."""
    panel.y += 5
    panel.paragraph(str(bar.told["what"]), size=LABEL, color=panel.look.ink, fontWeight="bold")
    panel.paragraph(
        f"{bar.told['figure']} ({bar.told['why']})", size=LABEL, color=panel.look.ink, most=3
    )
    at = panel.y + 1
    panel.y = at + THICKNESS + 7
    return at


def _notes(totals: Totals, names: dict[str, str]) -> Iterator[str]:
    withheld = [
        f"{_name(group, names)} ({len(total.undisclosed):,})"
        for group, total in totals.groups
        if total.undisclosed
    ]
    if withheld:
        yield f"Sums that are withheld would count as well: {listed(withheld, _MOST_NAMES, '; ')}."
    silent = [
        _name(group, names)
        for group, total in totals.groups
        if not total.undisclosed and not total.by_currency
    ]
    if silent:
        yield f"Nothing counts of: {listed(silent, _MOST_NAMES, '; ')}."
    if totals.key == "partner":
        yield "A partner is among the parties, and does not necessarily pay."


def _name(group: str, names: dict[str, str]) -> str:
    """Return what a group is called: the names of its members, and not their ids."""
    parts = [names.get(part, part) for part in group.split("+")] if names else [group]
    return " ".join(wrapped(" + ".join(parts), 5000, LABEL))
