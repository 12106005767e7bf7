"""The rows of citations: one for each passage that a record or a part of it cites."""

from __future__ import annotations

from typing import Any

from centralasia_minerals.entities.source import Citation
from centralasia_minerals.rendering.columnar.column import Column, ColumnType

from .field_columns import cells_of_fields
from .part_rows import KEYS, Row, Shape, keys_of


def shape_of_citations() -> Shape:
    """Return the shape of the table of citations; the path of a row is that of what cites."""
    cells = cells_of_fields(Citation)
    text, null = ColumnType.TEXT, "the source has no page"
    columns = (
        *KEYS,
        *(column for one in cells.values() for column in one.columns),
        Column("link", text, "the address of the passage on its page", null),
        Column("archived_link", text, "the same on the archived copy", "none is recorded"),
    )

    def read(row: Row) -> tuple[Any, ...]:
        found = [*keys_of(row)]
        item: Any = row.item
        for name, one in cells.items():
            found += one.read(getattr(item, name))
        links = (item.url, item.archived_url)
        return (*found, *(link if isinstance(link, str) else None for link in links))

    return Shape(columns, read)
