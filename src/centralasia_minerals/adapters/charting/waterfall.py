"""What a total left out and why: from the naive sum, step by step, to what counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

import attrs

from centralasia_minerals.analysis.counting.judging.exclusion_reason import ExclusionReason
from centralasia_minerals.analysis.counting.ledger_row import LedgerRow
from centralasia_minerals.analysis.total import Total
from centralasia_minerals.rendering.tables import pluralized
from centralasia_minerals.values.currency import Currency
from centralasia_minerals.values.money import Money

from .asked import data_in_words, filters_in_words, sources_in_words
from .concluded import bounded_of, undertakings_in_words
from .drawing.axes import draw_lines, money_axis, money_scale
from .drawing.bounded_bars import THICKNESS, Bounded, draw_bars, draw_key, parts_of, room_beside
from .drawing.figures import currency_name, in_words, total_in_words
from .drawing.look import LABEL, Look
from .drawing.panel import Panel, Row
from .drawing.picture import nothing, picture
from .drawing.wrapping import listed, wrapped

if TYPE_CHECKING:
    import altair as alt

_MOST_TITLES = 5


@attrs.frozen
class Step:
    """What one reason leaves out.

    Attributes:
        reason: the first reason of each of its rows.
        rows: the rows.
        taken: what they come to at face value.
    """

    reason: ExclusionReason
    rows: tuple[LedgerRow, ...]
    taken: Money


def left_out(
    total: Total, currency: Currency | None, look: Look, only: str = ""
) -> alt.VConcatChart:
    """Return the chart of what a total left out."""
    rows = [*total.counted, *total.excluded]
    shown = currency or _most_common(rows)
    if shown is None:
        panel, naive, told = nothing(look, "No figure is stated in what was given."), 0, rows[:0]
    else:
        told = [row for row in rows if row.currency == shown]
        panel, naive = _drawn(look, total, told, shown), len(told)
    deals = pluralized(len({row.deal.id for row in told}), "undertaking")
    money = f" in {currency_name(shown)}" if shown else ""
    return picture(
        look, [panel],
        title=f"What the total leaves out, and why{f': figures{money}' if money else ''}",
        asked=f"{only}The naive sum adds up every figure{money} that a source states, at face "
        "value (“up to” in full), whatever it is for, superseded and mistaken ones too: "
        f"{pluralized(naive, 'figure')} of {deals}. {filters_in_words(total.filters)}; "
        f"{data_in_words(total.version)}",
        notes=_notes(total, shown),
        source=sources_in_words((c for row in told for c in row.citations), total.version),
    )  # fmt: skip


def _most_common(rows: Sequence[LedgerRow]) -> Currency | None:
    """Return the currency of most figures; of several, the first by code."""
    found: dict[Currency, int] = {}
    for row in rows:
        if row.currency is not None:
            found[row.currency] = found.get(row.currency, 0) + 1
    return min(found, key=lambda one: (-found[one], one.code), default=None)


def steps_of(rows: Sequence[LedgerRow], currency: Currency) -> Iterator[Step]:
    """Yield what each reason leaves out, in the order of the rules; each row once."""
    for reason in ExclusionReason:
        some = tuple(row for row in rows if row.reason is reason)
        if some:
            yield Step(reason, some, _sum(some, currency))


def _sum(rows: Sequence[LedgerRow], currency: Currency) -> Money:
    return Money.sum([Money.zero(currency), *(Money(row.stated or 0, currency) for row in rows)])


def _drawn(look: Look, total: Total, rows: Sequence[LedgerRow], currency: Currency) -> Panel:
    naive = _sum(rows, currency)
    honest = _honest(total, currency)
    largest = max(naive.amount, honest.end)
    beside = room_beside([honest])
    panel = Panel(look, money_scale(look, largest, currency, beside))
    lines = money_axis(panel, largest, currency)
    ys = [_label(panel, f"Naive sum: {in_words(naive)}", pluralized(len(rows), "figure"))]
    bar: Row = {
        "x": 0.0, "x2": float(naive.amount), "amount": float(naive.amount),
        "figure": in_words(naive), "what": "naive sum",
    }  # fmt: skip
    panel.rects([{**bar, "y": ys[0], "y2": ys[0] + THICKNESS}], color=look.soft)
    left = naive
    falls: list[Row] = []
    for step in steps_of(rows, currency):
        ys.append(_step(panel, step))
        falls.append({**_fall(step, left), "y": ys[-1], "y2": ys[-1] + THICKNESS})
        left -= step.taken
    panel.rects(falls, color=look.apart, stroke=look.apart, strokeWidth=1.5)
    said = str(honest.told["figure"])
    ys.append(_label(panel, f"What counts: {said}", str(honest.told["why"])))
    draw_bars(panel, [(ys[-1], honest)], look.figure)
    draw_lines(panel, lines, ys)
    panel.y += 2
    draw_key(panel, parts_of([honest]), look.figure)
    return panel


def _honest(total: Total, currency: Currency) -> Bounded:
    one = next((one for one in total.by_currency if one.currency == currency), None)
    counted = [row for row in total.counted if row.currency == currency]
    told: Row = {
        "what": "what counts", "figure": total_in_words(one) if one else "nothing",
        "why": f"{pluralized(len(counted), 'figure')} of {undertakings_in_words(counted)}, "
        "nothing counted twice"
        if counted
        else "0 figures, nothing counted twice",
    }  # fmt: skip
    if one is None:
        zero = Decimal(0)
        return Bounded(
            low=zero, stated=zero, high=zero, concluded=zero, is_spread_concluded=True,
            about=False, told=told,
        )  # fmt: skip
    return bounded_of(one, counted, told)


def _label(panel: Panel, text: str, below: str) -> float:
    panel.y += 5
    panel.paragraph(text, size=LABEL, color=panel.look.ink, fontWeight="bold")
    panel.paragraph(below, most=4)
    y = panel.y + 2
    panel.y = y + THICKNESS + 7
    return y


def _step(panel: Panel, step: Step) -> float:
    """Draw what a reason takes away, and why, and return where its bar begins."""
    count, meaning = pluralized(len(step.rows), "figure"), step.reason.meaning
    said = meaning if len(step.rows) == 1 else f"Of each: “{meaning}”"
    return _label(panel, f"− {in_words(step.taken)}: {step.reason}", f"{count}. {said}")


def _fall(step: Step, left: Money) -> Row:
    titles = dict.fromkeys(" ".join(wrapped(row.deal.title, 5000, LABEL)) for row in step.rows)
    return {
        "x": float((left - step.taken).amount), "x2": float(left.amount),
        "amount": float(step.taken.amount), "reason": str(step.reason),
        "what": f"left out: {step.reason}", "figure": in_words(step.taken),
        "why": listed(list(titles), _MOST_TITLES, "; "),
    }  # fmt: skip


def _notes(total: Total, currency: Currency | None) -> Iterator[str]:
    if any(len(row.reasons) > 1 for row in total.excluded if row.currency is not None):
        yield "A figure that several reasons keep out is shown at the first of them."
    if total.undisclosed:
        count = pluralized(len(total.undisclosed), "amount")
        yield f"Withheld, and in neither sum: {count} that would count if the figure were stated."
    others: dict[str, int] = {}
    for row in (*total.counted, *total.excluded):
        if row.currency is not None and row.currency != currency:
            others[row.currency.code] = others.get(row.currency.code, 0) + 1
    if others:
        told = ", ".join(f"{code} {count:,}" for code, count in sorted(others.items()))
        yield f"Figures in other currencies are never mixed in, and are not drawn: {told}."
    silent = sum(row.stated is None for row in total.excluded)
    if silent:
        yield f"Not drawn: {pluralized(silent, 'row')} of the ledger without any figure."
