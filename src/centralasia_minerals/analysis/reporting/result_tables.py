"""Results as flat tables: what totals come to, what sources disagree about, what happened when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from centralasia_minerals.dataset.tables.field_columns import date_cells
from centralasia_minerals.dataset.tables.figure_columns import (
    FIGURE_SCALE,
    cited_cells,
    cited_row,
)
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.rendering.columnar.about import about_of
from centralasia_minerals.rendering.columnar.column import (
    MONEY_SCALE,
    Column,
    ColumnType,
    by_column,
)
from centralasia_minerals.rendering.columnar.table import Table
from centralasia_minerals.values.absence import Absence

if TYPE_CHECKING:
    from ..counting.account import Account

_TEXT, _INTEGER, _BOOLEAN = ColumnType.TEXT, ColumnType.INTEGER, ColumnType.BOOLEAN
_NOTHING = "nothing counts"


def _decimal(name: str, about: str, null: str, scale: int = MONEY_SCALE) -> Column:
    return Column(name, ColumnType.DECIMAL, about, null, scale=scale)


_BOUNDS = (
    ("low", "the least that the words of what counts allow", _NOTHING),
    ("stated", "the sum of the figures as printed", _NOTHING),
    ("high", "the most that the words allow", "nothing counts, or there is no upper limit"),
)
_SUMS = (
    Column("currency", _TEXT, "the ISO 4217 code", _NOTHING),
    *(_decimal(*one) for one in _BOUNDS),
    Column("is_approximate", _BOOLEAN, "a figure is around, nearly or estimated, or a range"),
    Column("is_about", _BOOLEAN, "it is approximate beyond its bounds"),
    Column("counted", _INTEGER, "how many rows of the group count, in any currency"),
    Column("left_out", _INTEGER, "how many rows are left out"),
    Column("undisclosed", _INTEGER, "how many rows passed, with a figure that is withheld"),
)


def totals_table(call: str, groups: Iterable[tuple[str, Account]], key: str | None) -> Table:
    """Return totals as a table: a row for each group and currency.

    Args:
        call: the name of the function that was asked.
        groups: each group with its total.
        key: what the groups are of; None if there is one total alone.
    """
    rows: list[tuple[Any, ...]] = []
    about: Mapping[str, str] = {}
    for group, total in groups:
        numbers = len(total.counted), len(total.excluded), len(total.undisclosed)
        for one in total.by_currency:
            high = None if one.high is None else one.high.amount
            figures = one.currency.code, one.low.amount, one.stated.amount, high
            rows.append((group, *figures, one.approximate, one.about, *numbers))
        if not total.by_currency:
            rows.append((group, None, None, None, None, False, False, *numbers))
        if not about:
            asked = {**total.counted.ledger.keywords, **({} if key is None else {"key": key})}
            about = about_of(data=total.version or "", question={call: asked})
    columns = (Column(key or "group", _TEXT, f"the group by {key}"), *_SUMS)
    if key is None:
        columns, rows = columns[1:], [row[1:] for row in rows]
    return _table(call, columns, rows, about or _about(None, call, {"key": key}))


def _table(
    name: str,
    columns: tuple[Column, ...],
    rows: Sequence[tuple[Any, ...]],
    about: Mapping[str, str],
) -> Table:
    return Table(name, columns, by_column(columns, rows), about)


def _about(
    version: str | None, call: str, keywords: Mapping[str, object] | None = None
) -> dict[str, str]:
    return about_of(data=version or "", question={call: dict(keywords or {})})


def disagreements_table(found: Iterable[Any], version: str | None) -> Table:
    """Return disagreements as a table: a row for each side."""
    columns = (
        Column("number", _INTEGER, "the number of the disagreement, from 0"),
        Column("kind", _TEXT, "a member of DisagreementKind"),
        Column("record", _TEXT, "the id of the record"),
        Column("path", _TEXT, "where in the record it is; empty for the record itself"),
        Column("said", _TEXT, "what one side says"),
        *cited_cells().columns,
    )
    rows = [
        (number, str(one.kind), one.entity.id, one.path, side.said, *cited_row(side.citations))
        for number, one in enumerate(found)
        for side in one.sides
    ]
    return _table("disagreements", columns, rows, _about(version, "disagreements"))


def timeline_table(moments: Iterable[Any], version: str | None) -> Table:
    """Return a timeline as a table, in its order."""
    columns = (
        *date_cells("date", "it is not dated").columns,
        Column("basis", _TEXT, "a member of DateBasis", "it is not dated"),
        Column("kind", _TEXT, "deals or events: in which table it is"),
        Column("id", _TEXT, "the id of the deal or event"),
        Column("title", _TEXT, "its title"),
        *cited_cells().columns,
    )
    rows = [
        (
            *((None,) * 4 if isinstance(one.when, Absence) else
              (*date_cells("date").read(one.when.date), str(one.when.basis))),
            "deals" if isinstance(one.what, Deal) else "events",
            one.what.id,
            one.what.name,
            *cited_row(one.what.citations),
        )
        for one in moments
    ]  # fmt: skip
    return _table("timeline", columns, rows, _about(version, "timeline"))


def coverage_table(sources: Iterable[Any], version: str | None) -> Table:
    """Return how much of each source is cited as a table; the share is an exact fraction."""
    no_text = "the text was not found"
    columns = (
        Column("source", _TEXT, "the source", refers_to="sources.id"),
        Column("found", _BOOLEAN, "the folder holds its text; if not, nothing is known"),
        Column(
            "share_numerator", _INTEGER, "of the share of its characters that are cited", no_text
        ),
        Column("share_denominator", _INTEGER, "of the same share", no_text),
        Column("uncovered", _INTEGER, "how many sentences no citation touches", no_text),
    )
    rows = [
        (
            one.source.id,
            one.found,
            None if one.share is None else one.share.numerator,
            None if one.share is None else one.share.denominator,
            len(one.uncovered) if one.found else None,
        )
        for one in sources
    ]
    return _table("coverage", columns, rows, _about(version, "coverage"))


def measures_table(
    totals: Iterable[Any], version: str | None, keywords: Mapping[str, object]
) -> Table:
    """Return totals of estimates as a table: a row for each mineral, basis and class."""
    columns = (
        Column("mineral", _TEXT, "the mineral that is measured"),
        Column("basis", _TEXT, "a member of CommodityBasis"),
        Column("resource_class", _TEXT, "a member of ResourceClass"),
        Column("unit", _TEXT, "the symbol of the unit"),
        *(_decimal(*one, FIGURE_SCALE) for one in _BOUNDS),
        Column("is_approximate", _BOOLEAN, "an estimate is around, nearly or estimated"),
        Column("is_about", _BOOLEAN, "it is approximate beyond its bounds"),
    )
    rows = [
        (
            one.mineral,
            one.basis,
            one.resource_class,
            one.stated.unit.symbol,
            one.low.magnitude,
            one.stated.magnitude,
            None if one.high is None else one.high.magnitude,
            one.approximate,
            one.about,
        )
        for one in totals
    ]
    return _table("total_measure", columns, rows, _about(version, "total_measure", keywords))
