"""One figure's history: from not told to told to superseded or replaced, with who said so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from centralasia_minerals.analysis.counting.given_deals import Deals, version_of
from centralasia_minerals.entities.amount import Amount
from centralasia_minerals.entities.base.telling.links import first_url
from centralasia_minerals.entities.base.telling.readable import readable
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.statement import Standing, Stated
from centralasia_minerals.rendering.tables import pluralized
from centralasia_minerals.values.partial_date import PartialDate

from .asked import data_in_words, publisher_of, sources_in_words
from .drawing.axes import axis, date_scale, date_ticks, draw_lines
from .drawing.bounded_bars import THICKNESS
from .drawing.figures import stated_in_words
from .drawing.look import LABEL, Look
from .drawing.panel import Panel, Row
from .drawing.picture import nothing, picture
from .drawing.wrapping import listed, wrapped
from .told_statements import Told, amount_in, deal_in, history_of, known_before, replaced_by

if TYPE_CHECKING:
    import altair as alt

_MOST_SOURCES = 3
_BEFORE = "before"
_SILENT = "No source that was read states a figure."


def figure_history(
    deals: Deals, deal: Deal | str, amount: Amount | None, look: Look
) -> alt.VConcatChart:
    """Return the chart of an amount's history."""
    found = deal_in(deals, deal)
    one = amount_in(found, amount)
    told = history_of(one) if one else []
    version = version_of(deals)
    replaced = replaced_by(deals, found)
    before = known_before(found, told)
    days = _days(told, before, replaced)
    panel = _drawn(look, told, before, replaced, days) if days else _undated(look, told)
    return picture(
        look, [panel],
        title=f"What was said of the {one.role if one else 'money'}: {found.title}",
        asked=f"{pluralized(len(told), 'statement')}, by the date of the earliest source of each; "
        f"id {found.id}; {data_in_words(version)}",
        notes=_notes(told),
        source=sources_in_words((c for t in told for c in t.statement.citations), version),
    )  # fmt: skip


def _days(
    told: Sequence[Told],
    before: PartialDate | None,
    replaced: tuple[str, PartialDate | None] | None,
) -> list[date]:
    dates = [one.since for one in told if one.since]
    dates += [replaced[1]] if replaced and replaced[1] else []
    dates += [before] if before else []
    ends = [end for one in dates for end in (one.earliest, one.latest)]
    ends += [one.until for one in told if one.until]
    return sorted(ends)


def _undated(look: Look, told: Sequence[Told]) -> Panel:
    if not told:
        return nothing(look, _SILENT)
    panel = Panel(look)
    for one in told:
        _label(panel, one)
    return panel


def _drawn(
    look: Look, told: Sequence[Told], before: PartialDate | None,
    replaced: tuple[str, PartialDate | None] | None, days: Sequence[date],
) -> Panel:  # fmt: skip
    first, last = days[0], days[-1]
    panel = Panel(look, date_scale(first, last, 0.0, look.width - 26.0))
    lines = axis(panel, date_ticks(first, last, panel.room))
    rows: list[float] = []
    if before is not None:
        rows.append(_before(panel, before, told, last))
    for one in told:
        rows.append(_label(panel, one))
        if one.since is None:
            panel.y -= THICKNESS
            rows.pop()
        else:
            _lane(panel, rows[-1], one, last)
    if not told:
        panel.paragraph(_SILENT, size=LABEL, color=look.ink)
    if replaced is not None:
        _replaced(panel, replaced)
    draw_lines(panel, lines, rows)
    _key(panel, told)
    return panel


def _before(panel: Panel, before: PartialDate, told: Sequence[Told], last: date) -> float:
    panel.y += 5
    panel.paragraph("no figure stated yet", size=LABEL, color=panel.look.ink, fontWeight="bold")
    day = readable(before)
    panel.paragraph(f"the undertaking itself is known from {day}")
    y = panel.y + 1
    until = min((one.since.earliest for one in told if one.since), default=last)
    row: Row = {
        "x": before.earliest.isoformat(), "x2": until.isoformat(), "y": y + THICKNESS / 2,
        "what": "no figure stated yet", "when": f"from {day}", "standing": _BEFORE,
    }  # fmt: skip
    panel.rules([row], color=panel.look.soft, strokeDash=[2, 3], strokeWidth=2)
    panel.y = y + THICKNESS + 7
    return y


def _label(panel: Panel, one: Told) -> float:
    """Draw what was said and who says so, and return where its lane begins."""
    panel.y += 5
    ink = panel.look.ink if one.standing is Standing.CURRENT else panel.look.soft
    panel.paragraph(_figure(one), size=LABEL, color=ink, fontWeight="bold")
    panel.paragraph(_said(one), most=4)
    y = panel.y + 1
    panel.y = y + THICKNESS + 7
    return y


def _figure(one: Told) -> str:
    statement = one.statement
    figure = stated_in_words(statement) if isinstance(statement, Stated) else "withheld"
    return (
        figure if one.standing is Standing.CURRENT else f"{figure} – {_HELD_NO_MORE[one.standing]}"
    )


_HELD_NO_MORE = {Standing.SUPERSEDED: "superseded", Standing.DEPRECATED: "known to be wrong"}


def _said(one: Told) -> str:
    when = readable(one.since) if one.since else "source not dated"
    by = list(dict.fromkeys(publisher_of(c.source) for c in one.statement.citations))
    said = [f"{when}: {listed(by, _MOST_SOURCES)}" if by else when]
    if one.statement.asserted_by:
        said.append(f"according to {', '.join(who.name for who in one.statement.asserted_by)}")
    if one.statement.reason:
        said.append(str(one.statement.reason))
    return "; ".join(said)


def _lane(panel: Panel, y: float, one: Told, last: date) -> None:
    """Draw how long a statement held: the time in which it was made, then the time that it held."""
    if one.since is None:
        return
    look = panel.look
    told: Row = {
        "what": " ".join(wrapped(_figure(one), 5000, LABEL)), "source": _said(one),
        "when": readable(one.since), "standing": str(one.standing),
        "url": first_url(one.statement.citations),
    }  # fmt: skip
    is_current = one.standing is Standing.CURRENT
    color = look.figure if is_current else look.apart
    start, end = one.since.earliest, one.since.latest
    made: Row = {"x": start.isoformat(), "x2": end.isoformat(), "y": y, "y2": y + THICKNESS, **told}
    dot: Row = {**made, "y": y + THICKNESS / 2}
    held = one.until or (last if is_current else end)
    if held > end:
        panel.rects([{**made, "x": end.isoformat(), "x2": held.isoformat(), "y": y + 3,
                      "y2": y + THICKNESS - 3}], color=color)  # fmt: skip
    if end > start:
        panel.rects([made], color=look.ground, stroke=color, strokeWidth=1.5)
    else:
        shape = "cross" if one.standing is Standing.DEPRECATED else "circle"
        panel.points([dot], shape=shape, filled=True, fill=color, size=70, angle=45)
    if is_current:
        tip: Row = {"x": max(held, end).isoformat(), "y": y + THICKNESS / 2}
        panel.points([tip], shape="triangle-right", filled=True, fill=color, size=90, xOffset=12)
        panel.rules([{**tip, "x2": tip["x"]}], color=color, strokeWidth=THICKNESS - 6, x2Offset=9)


def _replaced(panel: Panel, replaced: tuple[str, PartialDate | None]) -> None:
    title, since = replaced
    panel.y += 5
    when = f" since {readable(since)}" if since else ""
    text = f"replaced{when} by: {title}"
    panel.paragraph(text, size=LABEL, color=panel.look.apart, fontWeight="bold")
    if since:
        row: Row = {
            "x": since.earliest.isoformat(), "y": panel.y + THICKNESS / 2,
            "what": " ".join(wrapped(text, 5000, LABEL)), "standing": "replaced",
        }  # fmt: skip
        panel.points([row], shape="diamond", filled=True, fill=panel.look.apart, size=110)
    panel.y += THICKNESS + 7


def _key(panel: Panel, told: Sequence[Told]) -> None:
    y = panel.y + 5
    look = panel.look
    if any(one.since and one.since.earliest < one.since.latest for one in told):
        row: Row = {"y": y - 3, "y2": y + 9}
        panel.rects([row], 0.0, 22.0, color=look.ground, stroke=look.soft, strokeWidth=1.5)
        panel.paragraph("outline: said at some time within it; no source tells the day", x=32.0)


def _notes(told: Sequence[Told]) -> list[str]:
    said = []
    if any(one.since and one.standing is Standing.CURRENT for one in told):
        said.append("An arrow marks what still holds in these data.")
    if any(one.standing is not Standing.CURRENT for one in told):
        said.append("What was superseded, or is known to be wrong, is kept.")
    return [" ".join(said)] if said else []
