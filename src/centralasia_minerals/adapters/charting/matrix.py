"""Who is party to what, by mineral: a matrix of counted undertakings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias

import attrs

from centralasia_minerals.analysis.counting.given_deals import Deals, unique_deals, version_of
from centralasia_minerals.analysis.counting.groups import NOT_STATED
from centralasia_minerals.dataset.query.where import several
from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.vocabulary.stage import Stage, StageGroup
from centralasia_minerals.errors import (
    InvalidTypeError,
    InvalidValueError,
    UnknownIdError,
    near,
)
from centralasia_minerals.rendering.tables import pluralized
from centralasia_minerals.wording import briefly

from .asked import data_in_words, only_in_words, sources_in_words
from .drawing.look import LABEL, LINE, SMALL, Look
from .drawing.panel import Panel, Row
from .drawing.picture import nothing, picture
from .drawing.wrapping import listed, width_of, wrapped

if TYPE_CHECKING:
    import altair as alt

Who: TypeAlias = Literal["partners", "countries", "parties"]
"""Who stands in the rows: partner states and blocs, Central Asian states, or all parties."""

Only: TypeAlias = Entity | str | Iterable[Entity | str] | None
"""Who alone has a row: ids or records; None if everybody has one."""

_WHO = {
    "partners": ("partner states and blocs", "partner"),
    "countries": ("Central Asian states", "country"),
    "parties": ("parties", "party"),
}
_ALL = "all"
_MOST_TITLES = 6


@attrs.frozen
class _Cell:
    row: str
    column: str
    deals: tuple[Deal, ...]


def parties_by_mineral(
    deals: Deals, who: Who, only: Only, look: Look, most_rows: int | None, most_columns: int | None
) -> alt.VConcatChart:
    """Return the matrix of who is party to what."""
    if not isinstance(who, str) or who not in _WHO:
        remedy = f"give one of: {', '.join(_WHO)}"
        raise InvalidValueError("who stands in the rows of a matrix", briefly(who), remedy)
    given = unique_deals(deals)
    version = version_of(deals)
    words, _ = _WHO[who]
    shown = _shown(given, who, only)
    if shown:
        words = ", ".join(shown.values())
        given = tuple(deal for deal in given if _in_rows(deal, who).keys() & shown.keys())
    rows = _by_name(given, lambda deal: _names(deal, who, shown))
    columns = _by_name(given, lambda deal: {one.name for one in deal.minerals})
    rows = _cut(rows, most_rows)
    columns = _cut(columns, most_columns)
    panel = _drawn(look, rows, columns) if given else nothing(look, "No undertakings were given.")
    return picture(
        look, [panel],
        title=f"Who is party to what, by mineral: {words}",
        asked=f"{only_in_words(deals)}{pluralized(len(given), 'undertaking')}{_stages(given)}; "
        f"{data_in_words(version)}",
        notes=["An undertaking with several minerals or parties is counted in each of their cells, "
               "so rows and columns do not add up; “all” counts each once."],
        source=sources_in_words((c for deal in given for c in deal.citations), version),
    )  # fmt: skip


def _stages(deals: Sequence[Deal]) -> str:
    """Return how many undertakings are concluded and ended, for they are not drawn apart."""
    if not deals:
        return ""
    groups = Counter(deal.stage.group for deal in deals if isinstance(deal.stage, Stage))
    concluded = f"{groups[StageGroup.CONCLUDED]:,} concluded"
    return f", {concluded} and {groups[StageGroup.ENDED]:,} ended"


def _in_rows(deal: Deal, who: str) -> dict[str, str]:
    """Return who of a deal has a row: names by id."""
    held = [party.who for party in deal.parties] if who == "parties" else getattr(deal, who)
    return {one.id: one.name for one in held}


def _names(deal: Deal, who: str, shown: Mapping[str, str]) -> set[str]:
    named = _in_rows(deal, who)
    return {name for id, name in named.items() if not shown or id in shown}


def _shown(deals: Iterable[Deal], who: str, only: Only) -> dict[str, str]:
    """Return who alone has a row, names by id; empty if everybody has.

    Raises:
        InvalidTypeError: something is neither an id nor a record.
        InvalidValueError: the choice is empty.
        UnknownIdError: none of the deals names it.
    """
    if only is None:
        return {}
    known = {id: name for deal in deals for id, name in _in_rows(deal, who).items()}
    shown: dict[str, str] = {}
    for one in several(only):
        id = one.id if isinstance(one, Entity) else one
        if not isinstance(id, str):
            raise InvalidTypeError.of("the rows of a matrix", one, "give an id or a record")
        if id not in known:
            similar = [other for other, name in known.items() if name.lower() == id.lower()]
            raise UnknownIdError(_WHO[who][1], id, tuple(similar) or near(id, known))
        shown[id] = known[id]
    if not shown:
        remedy = "name at least one, or leave only out"
        raise InvalidValueError("the rows of a matrix", "the choice is empty", remedy)
    return shown


def _by_name(
    deals: Iterable[Deal], names: Callable[[Deal], set[str]]
) -> dict[str, tuple[Deal, ...]]:
    """Return deals by name, the most frequent names first; what names nothing comes last."""
    found: dict[str, list[Deal]] = defaultdict(list)
    for deal in deals:
        for name in names(deal) or {NOT_STATED}:
            found[name].append(deal)
    order = sorted(found, key=lambda name: (name == NOT_STATED, -len(found[name]), name))
    return {name: tuple(found[name]) for name in order}


def _cut(groups: dict[str, tuple[Deal, ...]], most: int | None) -> dict[str, tuple[Deal, ...]]:
    """Return the most frequent groups, then the rest as one, then what names nothing."""
    named = [name for name in groups if name != NOT_STATED]
    if most is None or len(named) <= most + 1:
        return groups
    rest = {deal.id: deal for name in named[most:] for deal in groups[name]}
    cut = {name: groups[name] for name in named[:most]}
    cut[f"{len(named) - most:,} others"] = tuple(rest.values())
    if NOT_STATED in groups:
        cut[NOT_STATED] = groups[NOT_STATED]
    return cut


def _drawn(
    look: Look, rows: dict[str, tuple[Deal, ...]], columns: dict[str, tuple[Deal, ...]]
) -> Panel:
    panel = Panel(look)
    left = min(max(width_of(name, LABEL) for name in rows) + 12, look.width * 0.38)
    heads = [*columns, _ALL]
    lean = max(width_of(name, SMALL) for name in heads[-2:]) * 0.7
    across = min((look.width - left - lean * 0.8) / len(heads), 46.0)
    panel.y = max(width_of(name, SMALL) for name in heads) * 0.71 + 12
    for place, name in enumerate(heads):
        panel.texts(
            [{"y": panel.y - 4, "text": name}], left + (place + 0.5) * across, angle=315,
            baseline="middle", fontSize=SMALL,
        )  # fmt: skip
    panel.y += 2
    cells: list[Row] = []
    for name, deals in rows.items():
        lines = wrapped(name, left - 10, LABEL)
        high = max(len(lines) * LABEL * LINE + 6, 22.0)
        panel.texts([{"y": panel.y + (high - len(lines) * LABEL * LINE) / 2 + 3,
                      "text": "\n".join(lines)}])  # fmt: skip
        ids = {deal.id for deal in deals}
        for place, head in enumerate(heads):
            here = [deal for deal in columns.get(head, deals) if deal.id in ids]
            x = left + place * across
            cells.append(_cell(_Cell(name, head, tuple(here)), x, panel.y, across, high))
        panel.y += high
    _marks(panel, cells, across)
    return panel


def _cell(cell: _Cell, x: float, y: float, across: float, high: float) -> Row:
    titles = [" ".join(wrapped(deal.title, 5000, LABEL)) for deal in cell.deals]
    return {
        "x": x, "x2": x + across, "y": y, "y2": y + high, "who": cell.row, "mineral": cell.column,
        "deals": len(cell.deals), "what": f"{cell.row}, {cell.column}",
        "figure": pluralized(len(cell.deals), "undertaking"),
        "why": listed(titles, _MOST_TITLES, "; "),
    }  # fmt: skip


def _marks(panel: Panel, cells: list[Row], across: float) -> None:
    """Tint the cells, the more undertakings the darker, and print their counts."""
    look = panel.look
    most = max((_place(cell, "deals") for cell in cells if cell["mineral"] != _ALL), default=0.0)
    tints = [_tint(cell, most) for cell in cells]
    for tint in sorted(set(tints) - {0.0}):
        some = [cell for cell, own in zip(cells, tints, strict=True) if own == tint]
        panel.rects(some, color=look.figure, fillOpacity=tint, stroke=look.ground, strokeWidth=2)
    empty = [cell for cell in cells if not cell["deals"] and cell["mineral"] != _ALL]
    panel.rects(empty, color=look.faint, stroke=look.ground, strokeWidth=2)
    for is_strong in (True, False):
        texts: list[Row] = [
            {
                **cell,
                "x": (_place(cell, "x") + _place(cell, "x2")) / 2,
                "y": (_place(cell, "y") + _place(cell, "y2")) / 2 + 1,
                "text": f"{cell['deals']:,}",
            }
            for cell, own in zip(cells, tints, strict=True)
            if cell["deals"] and (own > look.strong) is is_strong
        ]
        color = look.ground if is_strong else look.ink
        size = SMALL if across >= _ROOMY else SMALL - 2
        panel.texts(texts, "x", align="center", baseline="middle", color=color, fontSize=size)


_ROOMY = 22


def _tint(cell: Row, most: float) -> float:
    """Return how strong the colour of a cell is; the column of all has none."""
    if cell["mineral"] == _ALL or not cell["deals"]:
        return 0.0
    return 0.12 + 0.68 * _place(cell, "deals") / most


def _place(cell: Row, field: str) -> float:
    place = cell[field]
    return float(place) if isinstance(place, int | float) else 0.0
