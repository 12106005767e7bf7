"""A timeline of deals and events, each date drawn as precisely as it is told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from centralasia_minerals.analysis.timeline import Moment, Timeline
from centralasia_minerals.entities.base.telling.links import first_url
from centralasia_minerals.entities.base.telling.readable import readable
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.source import DateBasis, Dated
from centralasia_minerals.rendering.tables import pluralized
from centralasia_minerals.values.partial_date import PartialDate

from .asked import data_in_words, sources_in_words
from .drawing.axes import axis, date_scale, date_ticks
from .drawing.look import LABEL, LINE, SMALL, Look
from .drawing.panel import Panel, Row
from .drawing.picture import nothing, picture
from .drawing.wrapping import wrapped

if TYPE_CHECKING:
    import altair as alt

_TEXT_SHARE = 0.52
_THICK = 9.0
# Bars of undertakings and of events differ in shape, not in colour alone.
_BARS: dict[bool, tuple[float, dict[str, float]]] = {
    True: (_THICK, {}),
    False: (4.0, {"cornerRadius": 2}),
}


def timeline(found: Timeline, look: Look, most: int | None, only: str = "") -> alt.VConcatChart:
    """Return the chart of a timeline."""
    dated = [moment for moment in found if isinstance(moment.when, Dated)]
    shown = dated if most is None else dated[-most:]
    panel = _drawn(look, shown) if shown else nothing(look, "Nothing that was given is dated.")
    kinds = f"{pluralized(len(dated), 'dated moment')} of deals and events"
    if len(shown) < len(dated):
        kinds = f"the latest {len(shown):,} of {kinds}"
    undated = len(found) - len(dated)
    notes = [f"{pluralized(undated, 'moment')} without a date: not drawn."] if undated else []
    citations = [citation for moment in shown for citation in moment.what.citations]
    return picture(
        look, [panel],
        title="When it happened, as precisely as it is told",
        asked=f"{only}{kinds[:1].upper()}{kinds[1:]}, in the order of the earliest day that each "
        f"may be; {data_in_words(found.version)}",
        notes=notes,
        source=sources_in_words(citations, found.version),
    )  # fmt: skip


def _drawn(look: Look, moments: Sequence[Moment]) -> Panel:
    dates = [moment.when.date for moment in moments if isinstance(moment.when, Dated)]
    first, last = min(d.earliest for d in dates), max(d.latest for d in dates)
    left = look.width * _TEXT_SHARE
    panel = Panel(look, date_scale(first, last, left, look.width - 8.0))
    lines = axis(panel, date_ticks(first, last, panel.room))
    top = panel.y
    rows = [_row(panel, moment) for moment in moments]
    panel.lines([{**line, "y": top, "y2": panel.y} for line in lines])
    for is_deal in (True, False):
        _marks(panel, [row for row in rows if row["is_deal"] is is_deal], is_deal=is_deal)
    panel.y += 8
    _key(panel, rows)
    return panel


def _row(panel: Panel, moment: Moment) -> Row:
    """Draw what happened, and return the row of its mark."""
    assert isinstance(moment.when, Dated)  # noqa: S101  # undated ones are not drawn
    date, what = moment.when.date, moment.what
    room = panel.look.width * _TEXT_SHARE - 18
    lines = wrapped(what.name, room, LABEL)
    day = f"{readable(date)} · {moment.happened}"
    panel.texts([{"y": panel.y, "text": "\n".join(lines)}])
    y = panel.y + LABEL * LINE / 2
    panel.y += len(lines) * LABEL * LINE
    panel.paragraph(day, room=room)
    panel.y += 7
    return {
        "x": date.earliest.isoformat(), "x2": date.latest.isoformat(), "y": y,
        "precision": _precision(date), "date": str(date), "when": day,
        "what": " ".join(wrapped(what.name, 5000, LABEL)),
        "basis": str(moment.when.basis), "is_deal": isinstance(what, Deal),
        "is_qualified": date.is_qualified, "url": first_url(what.citations),
    }  # fmt: skip


def _precision(date: PartialDate) -> str:
    if date.until is not None:
        return "interval"
    if date.day is not None:
        return "day"
    return "month" if date.month else "quarter" if date.quarter else "year"


def _marks(panel: Panel, rows: Sequence[Row], *, is_deal: bool) -> None:
    """Draw a point for a day, and a bar across any longer time; hollow what is inferred."""
    look = panel.look
    color = look.figure if is_deal else look.event
    for is_stated in (True, False):
        for is_qualified in (True, False):
            some = [
                row for row in rows
                if (row["basis"] == str(DateBasis.STATED)) is is_stated
                and row["is_qualified"] is is_qualified
            ]  # fmt: skip
            style: dict[str, Any] = {
                "fill": color if is_stated else look.ground, "stroke": color, "strokeWidth": 1.5,
                "strokeDash": [3, 2] if is_qualified else [1, 0],
            }  # fmt: skip
            points = [row for row in some if row["x"] == row["x2"]]
            thick, ends = _BARS[is_deal]
            bars = [
                {**row, "y": _at(row) - thick / 2, "y2": _at(row) + thick / 2}
                for row in some
                if row["x"] != row["x2"]
            ]
            panel.rects(bars, **style, **ends)
            shape = "circle" if is_deal else "diamond"
            panel.points(points, shape=shape, filled=True, size=75, **style)


def _at(row: Row) -> float:
    y = row["y"]
    return y if isinstance(y, float) else 0.0


def _key(panel: Panel, rows: Sequence[Row]) -> None:
    """Say what the marks mean that occur."""
    look = panel.look
    kinds = (
        (True, look.figure, "circle", "undertaking", "the bar"),
        (False, look.event, "diamond", "event", "the thin bar with round ends"),
    )
    for is_deal, color, shape, word, bar in kinds:
        some = [row for row in rows if row["is_deal"] is is_deal]
        middle = panel.y + SMALL * 0.65
        if some:
            panel.points([{"y": middle}], 8.0, shape=shape, filled=True, size=75, color=color)
            panel.paragraph(f"{word}, told to the day", x=32.0)
            panel.y += 4
        if any(row["x"] != row["x2"] for row in some):
            thick, ends = _BARS[is_deal]
            top = panel.y + 3 + (_THICK - thick) / 2
            panel.rects([{"y": top, "y2": top + thick}], 0.0, 22.0, color=color, **ends)
            panel.paragraph(f"{word}, told no more precisely: on some day within {bar}", x=32.0)
            panel.y += 4
    if any(row["basis"] != str(DateBasis.STATED) for row in rows):
        area: Row = {"y": panel.y + 3, "y2": panel.y + 3 + _THICK}
        panel.rects([area], 0.0, 22.0, color=look.ground, stroke=look.soft, strokeWidth=1.5)
        panel.paragraph("hollow: the date is inferred, no source prints it", x=32.0)
        panel.y += 4
    if any(row["is_qualified"] for row in rows):
        panel.paragraph("Dashed: the source says “about”, or the date may be another.")
