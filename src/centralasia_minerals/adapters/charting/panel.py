"""A panel of a chart, drawn from the top down: marks over one scale, texts that keep their place.

Rows stand at pixels, so that texts of any length have the room that they take; only figures and
dates have a scale.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

import attrs

from .look import FONT, LABEL, LINE, SMALL, Look, altair
from .wrapping import wrapped

Row: TypeAlias = dict[str, str | int | float | None]
"""What a mark is drawn of: plain values, which the library that draws reads exactly as they are."""

Place: TypeAlias = str | float
"""A field of the rows that the scale places, or a pixel that is the same for all of them."""


@attrs.frozen
class Scale:
    """A scale from left to right: of figures, or of days as ISO 8601 writes them.

    Attributes:
        type: ``linear`` or ``utc``.
        domain: its two ends.
        left: the pixel of the first.
        right: the pixel of the second.
    """

    type: str
    domain: tuple[float | str, float | str]
    left: float
    right: float


class Panel:
    """Collects the marks of a panel.

    Attributes:
        look: how it looks.
        y: where the next row begins, in pixels from the top.
    """

    def __init__(self, look: Look, scale: Scale | None = None) -> None:
        self.look = look
        self.y = 0.0
        self._scale = scale
        self._alt = altair()
        self._layers: list[Any] = []

    def rects(self, rows: Sequence[Row], x: Place = "x", x2: Place = "x2", **mark: Any) -> None:
        """Draw areas from ``x`` to ``x2`` and from ``y`` to ``y2``."""
        self._add("rect", rows, self._over(x, x2) | {"y2": "y2:Q"}, mark)

    def rules(self, rows: Sequence[Row], x: Place = "x", x2: Place = "x2", **mark: Any) -> None:
        """Draw level lines from ``x`` to ``x2``."""
        self._add("rule", rows, self._over(x, x2), {"color": self.look.ink, **mark})

    def posts(self, rows: Sequence[Row], x: Place = "x", **mark: Any) -> None:
        """Draw upright lines from ``y`` to ``y2``."""
        shown = {"x": self._x(x), "y2": "y2:Q"}
        self._add("rule", rows, shown, {"color": self.look.grid, **mark})

    def lines(self, rows: Sequence[Row]) -> None:
        """Draw upright lines behind everything else, from ``y`` to ``y2``."""
        before, self._layers = self._layers, []
        self.posts(rows, strokeWidth=1)
        self._layers += before

    def points(self, rows: Sequence[Row], x: Place = "x", **mark: Any) -> None:
        """Draw signs."""
        self._add("point", rows, {"x": self._x(x)}, {"opacity": 1, **mark})

    def texts(self, rows: Sequence[Row], x: Place = 0.0, **mark: Any) -> None:
        """Draw texts whose first line begins at ``y``."""
        style = {
            "align": "left", "baseline": "top", "fontSize": LABEL, "color": self.look.ink,
            "font": FONT, "lineBreak": "\n", "lineHeight": mark.get("fontSize", LABEL) * LINE,
        }  # fmt: skip
        self._add("text", rows, {"x": self._x(x), "text": "text:N"}, {**style, **mark})

    @property
    def room(self) -> float:
        """How many pixels the scale has from its left to its right."""
        return self.look.width if self._scale is None else self._scale.right - self._scale.left

    def paragraph(
        self, text: str, *, x: float = 0.0, size: float = SMALL, room: float | None = None,
        most: int = 12, **mark: Any,
    ) -> None:  # fmt: skip
        """Draw a text in as many lines as it takes, and go on below it."""
        width = self.look.width - x if room is None else room
        lines = wrapped(text, width, size, bold=mark.get("fontWeight") == "bold", most=most)
        row: Row = {"y": self.y, "text": "\n".join(lines)}
        self.texts([row], x, fontSize=size, **{"color": self.look.soft, **mark})
        self.y += len(lines) * size * LINE

    def made(self) -> Any:
        """Return the panel as a chart of layers."""
        size = {"width": self.look.width, "height": max(self.y, 1)}
        return self._alt.layer(*self._layers).properties(**size)

    def _x(self, place: Place) -> Any:
        if not isinstance(place, str):
            return self._alt.value(place)
        if self._scale is None:
            return self._alt.X(f"{place}:Q", scale=None, axis=None)
        is_date = self._scale.type == "utc"
        scale = self._alt.Scale(
            type=self._scale.type, domain=list(self._scale.domain), nice=False,
            range=[self._scale.left, self._scale.right],
            **({} if is_date else {"zero": False}),
        )  # fmt: skip
        return self._alt.X(f"{place}:{'T' if is_date else 'Q'}", scale=scale, axis=None)

    def _over(self, x: Place, x2: Place) -> dict[str, Any]:
        end = x2 if isinstance(x2, str) else self._alt.value(x2)
        return {"x": self._x(x), "x2": end}

    def _add(
        self, kind: str, rows: Sequence[Row], shown: dict[str, Any], mark: dict[str, Any]
    ) -> None:
        """Add a layer, and one more for those rows that lead to a page: the rest lead nowhere."""
        for is_linked in (False, True):
            some = [row for row in rows if bool(row.get("url")) is is_linked]
            if not some:
                continue
            layer = getattr(self._alt.Chart(self._alt.Data(values=some)), f"mark_{kind}")
            channels = {
                **shown,
                "y": self._alt.Y("y:Q", scale=None, axis=None),
                "tooltip": _tooltips(self._alt, some),
                **self._described(some, kind),
            }
            if is_linked:
                channels["href"] = self._alt.Href("url:N")
            self._layers.append(layer(**_aria(some, kind), **mark).encode(**channels))

    def _described(self, rows: Iterable[Row], kind: str) -> dict[str, Any]:
        field = "text" if kind == "text" else "what"
        has_it = all(field in row for row in rows)
        return {"description": self._alt.Description(f"{field}:N")} if has_it else {}


def _aria(rows: Iterable[Row], kind: str) -> dict[str, bool]:
    """Return whether a screen reader is to pass over marks: lines, ticks and areas say nothing."""
    is_told = kind == "text" or all("what" in row for row in rows)
    return {} if is_told else {"aria": False}


_SAID = {
    "what": "what", "figure": "figure", "why": "why", "when": "when", "basis": "basis",
    "source": "source",
}  # fmt: skip


def _tooltips(alt: Any, rows: Sequence[Row]) -> Any:
    """Return what is shown when somebody points at a mark; nothing if its rows say nothing."""
    told = [field for field in _SAID if any(row.get(field) for row in rows)]
    if not told or "what" not in told:
        return alt.value(None)
    return [alt.Tooltip(f"{field}:N", title=_SAID[field]) for field in told]
