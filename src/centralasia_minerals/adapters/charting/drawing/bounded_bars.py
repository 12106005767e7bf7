"""Figures drawn with their bounds: what is certain, what is possible, what is open, what is about.

A bar is what the words allow at least, in a faint tint where it is not concluded; an outline
runs on to what they allow at most, dashed where that is not concluded; an arrow says that they
leave it open; and a wavy sign that they are approximate.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

import attrs

from .look import SMALL
from .panel import Panel, Row

THICKNESS = 13.0
_DASH = [4, 2]
_ARROW = 24
_SIGN = 15

CERTAIN, UNBOUND, POSSIBLE, OPEN, ABOUT, FACE = (
    "certain", "unbound", "possible", "open", "about", "face",
)  # fmt: skip
_TINT = 0.3
_MEANINGS = {
    CERTAIN: "the figure, or the least that its words allow",
    UNBOUND: "faint or dashed: not concluded, such as talks, plans, letters and memoranda",
    POSSIBLE: "outline: up to here; it may be anything from where the outline begins",
    FACE: "mark in an outline: what the figures come to at face value",
    OPEN: "arrow: at least this much, and no upper end is stated",
    ABOUT: "≈ about: a figure is worded as around, nearly or estimated",
}


@attrs.frozen(kw_only=True)
class Bounded:
    """A figure with its bounds, and what is said of it.

    Attributes:
        low: the least that the words allow.
        stated: the figure as printed.
        high: the most that they allow; None if that is open.
        concluded: how much of the least is concluded; the rest binds nobody.
        is_spread_concluded: whether all is concluded that may be more than the least.
        about: whether it is approximate.
        told: what is shown when somebody points at it.
    """

    low: Decimal
    stated: Decimal
    high: Decimal | None
    concluded: Decimal
    is_spread_concluded: bool
    about: bool
    told: Row

    @property
    def end(self) -> Decimal:
        """Where its drawing ends, without an arrow."""
        return self.stated if self.high is None else max(self.stated, self.high)

    @property
    def is_concluded(self) -> bool:
        """Whether all of it is concluded."""
        return self.concluded == self.low and self.is_spread_concluded


def draw_bars(panel: Panel, bars: Sequence[tuple[float, Bounded]], color: str) -> None:
    """Draw figures, each at the height that is given with it."""
    solid: list[Row] = []
    lighter: list[Row] = []
    outlined: dict[bool, list[Row]] = {True: [], False: []}
    faces: list[Row] = []
    for y, one in bars:
        ends = {
            "low": float(one.low), "stated": float(one.stated),
            "high": None if one.high is None else float(one.high), "about": int(one.about),
            "y": y, "y2": y + THICKNESS, **one.told,
        }  # fmt: skip
        if one.concluded > 0 or one.end == 0:
            solid.append({**ends, "x": 0.0, "x2": float(one.concluded)})
        if one.low > one.concluded:
            unbound: Row = {"x": float(one.concluded), "x2": float(one.low), "is_unbound": True}
            lighter.append({**ends, **unbound})
        if one.end > one.low:
            spread: Row = {"x": float(one.low), "x2": float(one.end)}
            outlined[one.is_spread_concluded].append({**ends, **spread})
        if one.low < one.stated < one.end:
            faces.append({"x": float(one.stated), "y": y - 2, "y2": y + THICKNESS + 2})
    panel.rects(solid, color=color, stroke=color, strokeWidth=1.5)
    ground = panel.look.ground
    panel.rects(lighter, color=color, stroke=color, strokeWidth=1.5, fillOpacity=_TINT)
    for is_concluded, rows in outlined.items():
        dash = [1, 0] if is_concluded else _DASH
        panel.rects(
            rows, color=ground, stroke=color, strokeWidth=1.5, fillOpacity=0.6, strokeDash=dash
        )
    panel.posts(faces, color=color, strokeWidth=2)
    _arrows(panel, bars, color)
    _signs(panel, bars)


def _arrows(panel: Panel, bars: Iterable[tuple[float, Bounded]], color: str) -> None:
    ends: list[Row] = [
        {"x": float(one.end), "x2": float(one.end), "y": y + THICKNESS / 2, "open": 1}
        for y, one in bars
        if one.high is None
    ]
    panel.rules(ends, color=color, strokeWidth=2.5, x2Offset=_ARROW - 4)
    panel.points(ends, shape="triangle-right", filled=True, fill=color, size=90, xOffset=_ARROW - 4)


def _signs(panel: Panel, bars: Iterable[tuple[float, Bounded]]) -> None:
    for is_open in (False, True):
        rows: list[Row] = [
            {"x": float(one.end), "y": y - 1, "text": "≈"}
            for y, one in bars
            if one.about and (one.high is None) is is_open
        ]
        offset = 5 + (_ARROW if is_open else 0)
        panel.texts(rows, "x", fontSize=15, fontWeight="bold", xOffset=offset)


def room_beside(bars: Iterable[Bounded]) -> float:
    """Return how many pixels arrows and signs need to the right of the longest bar."""
    return max((_ARROW * (one.high is None) + _SIGN * one.about + 4 for one in bars), default=4)


def parts_of(bars: Iterable[Bounded]) -> set[str]:
    """Return which parts of a drawing occur."""
    found: set[str] = set()
    for one in bars:
        found |= {CERTAIN} if one.concluded > 0 else set()
        found |= {UNBOUND} if not one.is_concluded else set()
        found |= {POSSIBLE} if one.end > one.low else set()
        found |= {FACE} if one.low < one.stated < one.end else set()
        found |= {OPEN} if one.high is None else set()
        found |= {ABOUT} if one.about else set()
    return found


def draw_key(panel: Panel, parts: Iterable[str], color: str) -> None:
    """Say what the parts of the drawing mean that occur; a plain bar alone needs no key."""
    occurring = set(parts)
    shown = [part for part in _MEANINGS if part in occurring]
    if shown == [CERTAIN]:
        return
    look = panel.look
    panel.y += 8
    for part in shown:
        y, middle = panel.y, panel.y + SMALL * 0.65
        area: Row = {"y": y + 1, "y2": y + 12}
        if part == CERTAIN:
            panel.rects([area], 0.0, 22.0, color=color)
        elif part == UNBOUND:
            style = {"color": color, "stroke": color, "strokeWidth": 1.5, "strokeDash": _DASH}
            panel.rects([area], 0.0, 22.0, **style, fillOpacity=_TINT)
        elif part in (POSSIBLE, FACE):
            panel.rects([area], 0.0, 22.0, color=look.ground, stroke=color, strokeWidth=1.5)
        if part == FACE:
            panel.posts([{"y": y - 1, "y2": y + 14}], 11.0, color=color, strokeWidth=2)
        if part == OPEN:
            panel.rules([{"y": middle}], 0.0, 17.0, color=color, strokeWidth=2.5)
            panel.points([{"y": middle}], 18.0, shape="triangle-right", filled=True,
                         fill=color, size=90)  # fmt: skip
        if part == ABOUT:
            panel.texts([{"y": y - 2, "text": "≈"}], 6.0, fontSize=15, fontWeight="bold")
        panel.paragraph(_MEANINGS[part].removeprefix("≈ "), x=32.0)
        panel.y += 4
