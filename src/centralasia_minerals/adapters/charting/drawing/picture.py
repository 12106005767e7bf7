"""Puts panels together: title, what was asked, panels, notes, key and source line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from .look import FONT, LABEL, LINE, SMALL, TITLE, Look, altair
from .panel import Panel
from .wrapping import wrapped

if TYPE_CHECKING:
    import altair as alt

_MARGIN = 16


def picture(
    look: Look,
    panels: Sequence[Panel],
    *,
    title: str,
    asked: str,
    notes: Iterable[str] = (),
    source: str,
) -> alt.VConcatChart:
    """Return the panels as a chart.

    Args:
        look: how it looks.
        panels: the panels, from the top down; at least one.
        title: what the chart shows.
        asked: what was asked: the dataset with its version, and the filters.
        notes: what the reader must know, below the last panel.
        source: who says so.
    """
    library = altair()
    last = panels[-1]
    last.y += 10
    for note in notes:
        last.paragraph(note)
        last.y += 5
    last.y += 3
    last.paragraph(source)
    chart: Any = library.vconcat(
        *(panel.made() for panel in panels),
        spacing=18,
        title=_title(library, look, title, asked),
    )
    done: alt.VConcatChart = (
        chart.properties(
            background=look.ground, padding=_MARGIN, description=f"{title}. {asked}",
            usermeta={"embedOptions": EMBED_OPTIONS},
        )
        .configure(font=FONT, view={"stroke": None})
    )  # fmt: skip
    return done


EMBED_OPTIONS = {"actions": {"export": True, "source": False, "compiled": False, "editor": False}}
"""What a notebook shows beside a chart: no button that leads to a page elsewhere."""


def _title(library: Any, look: Look, title: str, asked: str) -> Any:
    return library.TitleParams(
        wrapped(title, look.width, TITLE, bold=True),
        subtitle=wrapped(asked, look.width, LABEL, most=12),
        anchor="start", frame="group", offset=14, fontSize=TITLE, lineHeight=TITLE * LINE,
        subtitleFontSize=LABEL, subtitleLineHeight=LABEL * LINE, subtitlePadding=5,
        color=look.ink, subtitleColor=look.soft, fontWeight="bold", subtitleFont=FONT, font=FONT,
    )  # fmt: skip


def nothing(look: Look, said: str) -> Panel:
    """Return a panel that says that there is nothing to draw."""
    panel = Panel(look)
    panel.y += 4
    panel.paragraph(said, size=SMALL + 1, color=look.ink)
    return panel
