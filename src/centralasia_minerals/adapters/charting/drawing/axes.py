"""Axes: their ticks and labels stand where Python says, so that every label is exact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal

from centralasia_minerals.values.currency import Currency

from .bounded_bars import THICKNESS
from .figures import LOCALE, Tick, money_ticks
from .look import LINE, SMALL, Look
from .panel import Panel, Row, Scale
from .wrapping import width_of


def money_scale(look: Look, most: Decimal, currency: Currency, beside: float) -> Scale:
    """Return a scale from zero to an amount, with room beside it and for its last label."""
    top = float(most) if most > 0 else 1.0
    ticks, _ = money_ticks(most, currency)
    room = max(beside, width_of(ticks[-1].label, SMALL) / 2)
    return Scale((0.0, top), 0.0, look.width - room)


def money_axis(panel: Panel, most: Decimal, currency: Currency) -> list[Row]:
    """Draw the labels of an axis of money, and return its lines, which have no end yet."""
    ticks, unit = money_ticks(most, currency)
    panel.paragraph(unit)
    panel.y += 2
    return axis(panel, ticks)


def axis(panel: Panel, ticks: Sequence[Tick]) -> list[Row]:
    """Draw the labels of ticks, that of the left edge from there on, and return their lines."""
    labels: list[Row] = [{"x": one.at, "y": panel.y, "text": one.label} for one in ticks]
    at_edge = [label for label in labels if label["x"] == 0]
    others = [label for label in labels if label["x"] != 0]
    panel.texts(at_edge, "x", fontSize=SMALL, color=panel.look.soft)
    panel.texts(others, "x", fontSize=SMALL, color=panel.look.soft, align="center")
    panel.y += SMALL * LINE + 3
    return [{"x": one.at, "y": panel.y} for one in ticks]


def draw_lines(panel: Panel, lines: Sequence[Row], rows: Iterable[float]) -> None:
    """Draw the lines of an axis behind rows of bars, and not through the texts between them."""
    panel.lines([{**line, "y": y - 4, "y2": y + THICKNESS + 4} for y in rows for line in lines])


def date_ticks(first: date, last: date, room: float) -> list[Tick]:
    """Return months or years between two days, as many as have room."""
    from babel.dates import format_date, format_skeleton

    months = (last.year - first.year) * 12 + last.month - first.month + 1
    step = next((one for one in _MONTHS if months / one * _label_width(one) <= room), _MONTHS[-1])
    ticks: list[Tick] = []
    for month in range(first.year * 12, last.year * 12 + 12, step):
        day = date(month // 12, month % 12 + 1, 1)
        if first <= day <= last:
            label = str(day.year) if step >= 12 else format_skeleton("yMMM", day, locale=LOCALE)
            ticks.append(Tick(day.isoformat(), label))
    whole = format_date(first, "long", locale=LOCALE)
    return ticks or [Tick(first.isoformat(), whole)]


_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)


def _label_width(months: int) -> float:
    return 44.0 if months >= 12 else 70.0


def date_scale(first: date, last: date, left: float, right: float) -> Scale:
    """Return a scale of days, with a little room on either side."""
    beside = max((last - first) // 25, timedelta(days=4))
    lowest = first - beside if first.toordinal() > beside.days else first
    highest = last + beside if date.max.toordinal() - last.toordinal() > beside.days else last
    return Scale((lowest.isoformat(), highest.isoformat()), left, right)
