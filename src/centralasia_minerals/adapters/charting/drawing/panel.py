"""A panel of a chart, drawn from the top down: marks over one scale, texts that keep their place.

Rows stand at pixels, so that texts of any length have the room that they take; only figures and
dates have a scale.
"""

from __future__ import annotations

from calendar import timegm
from collections.abc import Iterator, Sequence
from datetime import date
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
        domain: its two ends.
        left: the pixel of the first.
        right: the pixel of the second.
    """

    domain: tuple[float, float] | tuple[str, str]
    left: float
    right: float

    @property
    def is_of_days(self) -> bool:
        """Whether it is of days."""
        return isinstance(self.domain[0], str)


class Panel:
    """Collects the marks of a panel; those that look alike become one layer of the chart.

    Attributes:
        look: how it looks.
        y: where the next row begins, in pixels from the top.
    """

    def __init__(self, look: Look, scale: Scale | None = None) -> None:
        self.look: Look = look
        self.y: float = 0.0
        self._scale = scale
        self._alike: dict[str, _Marks] = {}
        self._behind: list[Row] = []

    def rects(self, rows: Sequence[Row], x: Place = "x", x2: Place = "x2", **mark: Any) -> None:
        """Draw areas from ``x`` to ``x2`` and from ``y`` to ``y2``."""
        self._add("rect", rows, {"x": x, "x2": x2, "y2": "y2"}, mark)

    def rules(self, rows: Sequence[Row], x: Place = "x", x2: Place = "x2", **mark: Any) -> None:
        """Draw level lines from ``x`` to ``x2``."""
        self._add("rule", rows, {"x": x, "x2": x2}, {"color": self.look.ink, **mark})

    def posts(self, rows: Sequence[Row], x: Place = "x", **mark: Any) -> None:
        """Draw upright lines from ``y`` to ``y2``."""
        self._add("rule", rows, {"x": x, "y2": "y2"}, {"color": self.look.grid, **mark})

    def lines(self, rows: Sequence[Row]) -> None:
        """Draw upright lines behind everything else, from ``y`` to ``y2``."""
        self._behind += rows

    def points(self, rows: Sequence[Row], x: Place = "x", **mark: Any) -> None:
        """Draw signs."""
        self._add("point", rows, {"x": x}, {"opacity": 1, **mark})

    def texts(self, rows: Sequence[Row], x: Place = 0.0, **mark: Any) -> None:
        """Draw texts whose first line begins at ``y``."""
        style = {
            "align": "left", "baseline": "top", "fontSize": LABEL, "color": self.look.ink,
            "font": FONT, "lineBreak": "\n", "lineHeight": mark.get("fontSize", LABEL) * LINE,
        }  # fmt: skip
        self._add("text", rows, {"x": x, "text": "text"}, {**style, **mark})

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
        alt = altair()
        behind = _Marks("rule", {"x": "x", "y2": "y2"}, {"color": self.look.grid}, self._behind)
        drawn = [*([behind] if self._behind else []), *self._alike.values()]
        size = {"width": self.look.width, "height": max(self.y, 1)}
        layers = (layer for marks in drawn for layer in marks.layers(alt, self._scale))
        return alt.layer(*layers).properties(**size)

    def _add(
        self, kind: str, rows: Sequence[Row], places: dict[str, Place], mark: dict[str, Any]
    ) -> None:
        if rows:
            alike = repr((kind, places, sorted(mark.items())))
            self._alike.setdefault(alike, _Marks(kind, places, mark, [])).rows.extend(rows)


@attrs.frozen
class _Marks:
    """Marks that look alike.

    Attributes:
        kind: what sort of mark they are.
        places: where they stand, by channel.
        mark: how they look.
        rows: what they are drawn of.
    """

    kind: str
    places: dict[str, Place]
    mark: dict[str, Any]
    rows: list[Row]

    def layers(self, alt: Any, scale: Scale | None) -> Iterator[Any]:
        """Yield their layer, and one more for those that lead to a page: the rest lead nowhere."""
        for is_linked in (False, True):
            some = [row for row in self.rows if bool(row.get("url")) is is_linked]
            if some:
                told = _told(alt, self.kind, some)
                aria = {} if "description" in told else {"aria": False}
                fields = self.places
                if scale is not None and scale.is_of_days:
                    some, fields = _with_moments(some, fields)
                drawn = getattr(alt.Chart(alt.Data(values=some)), f"mark_{self.kind}")
                places = {name: _placed(alt, name, at, scale) for name, at in fields.items()}
                y = alt.Y(field="y", type="quantitative", scale=None, axis=None)
                yield drawn(**aria, **self.mark).encode(y=y, **places, **told)


def _placed(alt: Any, channel: str, at: Place, scale: Scale | None) -> Any:
    """Return the channel that places a mark: a field on the scale, or a pixel."""
    if channel != "x":
        named = channel.upper() if channel != "text" else "Text"
        return getattr(alt, named)(field=at) if isinstance(at, str) else alt.X2Value(at)
    if not isinstance(at, str):
        return alt.XValue(at)
    if scale is None:
        return alt.X(field=at, type="quantitative", scale=None, axis=None)
    ends = [_moment(end) if isinstance(end, str) else end for end in scale.domain]
    drawn = alt.Scale(
        type="linear", domain=ends, nice=False, range=[scale.left, scale.right], zero=False
    )
    return alt.X(field=at, type="quantitative", scale=drawn, axis=None)


def _with_moments(
    rows: Sequence[Row], places: dict[str, Place]
) -> tuple[list[Row], dict[str, Place]]:
    """Return rows with their days as numbers beside them, and the fields that have these.

    Marks from one day to another would else have two scales that do not agree.
    """
    named: dict[Place, str] = {
        at: f"{at} moment"
        for channel, at in places.items()
        if channel in ("x", "x2") and isinstance(at, str)
    }
    placed = [
        {**row, **{new: _moment(str(row[str(at)])) for at, new in named.items()}} for row in rows
    ]
    return placed, {channel: named.get(at, at) for channel, at in places.items()}


def _moment(day: str) -> int:
    """Return the milliseconds from the beginning of 1970 to that of a day, both in UTC."""
    return timegm(date.fromisoformat(day).timetuple()) * 1000


def _told(alt: Any, kind: str, rows: Sequence[Row]) -> dict[str, Any]:
    """Return what pointing at a mark shows, what a screen reader says, and where a click leads.

    A screen reader passes over lines, ticks and areas that say nothing.
    """
    shown = [field for field in _SAID if any(row.get(field) for row in rows)]
    is_told = "what" in shown
    tips = [alt.Tooltip(field=field, type="nominal", title=field) for field in shown]
    told: dict[str, Any] = {"tooltip": tips if is_told else alt.TooltipValue(None)}
    field = "text" if kind == "text" else "what"
    if all(field in row for row in rows):
        told["description"] = alt.Description(field=field, type="nominal")
    if rows[0].get("url"):
        told["href"] = alt.Href(field="url", type="nominal")
    return told


_SAID = ("what", "figure", "why", "when", "basis", "source")
