"""Writes ``docs/table-columns.md`` out of the tables themselves.

Run with: python tests/documents/columns_page.py
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import centralasia_minerals as cam
from centralasia_minerals.rendering.columnar.column import Column, ColumnType
from centralasia_minerals.rendering.columnar.table import Table

PAGE = Path(__file__).parents[2] / "docs" / "table-columns.md"
_START = """# The columns of the tables

Every table of `ds.tables`, of a ledger and of a result, with its columns.
[Tables](tables.md) says how to get them and what they have in common.
`python tests/documents/columns_page.py` writes this page.

A *reference* is the id of a row in another table.
A column without a word under *empty* is never empty.
"""


def page() -> str:
    """Return the text of the page."""
    parts = [_START, *_section("`ds.tables`", cam.load().tables.values())]
    ledger = cam.ledger(cam.load())
    tables = [ledger.to_table(), ledger.covers_table(), ledger.bids_table()]
    parts += _section("`cam.ledger(ds)`: `to_table()`, `covers_table()`, `bids_table()`", tables)
    for title, table in _results():
        parts += [f"## `{title}`\n", _columns(table)]
    return "\n".join(parts)


def _results() -> Iterator[tuple[str, Table]]:
    dataset = cam.load()
    yield "cam.total(ds).to_table()", cam.total(dataset).to_table()
    yield 'cam.total_by(ds, "country").to_table()', cam.total_by(dataset, "country").to_table()
    yield "cam.disagreements(ds).to_table()", cam.disagreements(dataset).to_table()
    yield "cam.timeline(ds).to_table()", cam.timeline(dataset).to_table()
    measured = cam.total_measure(dataset.deposits, mineral="tungsten")
    yield 'cam.total_measure(ds.deposits, mineral="tungsten").to_table()', measured.to_table()
    with TemporaryDirectory() as folder:
        yield 'cam.coverage(ds, "texts").to_table()', cam.coverage(dataset, folder).to_table()


def _section(title: str, tables: Iterable[Table]) -> Iterator[str]:
    yield f"## {title}\n"
    for table in tables:
        yield f"### {table.name}\n"
        yield _columns(table)


def _columns(table: Table) -> str:
    lines = ["| column | type | what it says | empty |", "|---|---|---|---|"]
    lines += [
        f"| `{one.name}` | {_type(one)} | {_about(one)} | {one.null.replace('|', '/')} |"
        for one in table.columns
    ]
    return "\n".join(lines) + "\n"


def _type(column: Column) -> str:
    if column.type is ColumnType.DECIMAL:
        return f"decimal(38, {column.scale})"
    return column.type.value


def _about(column: Column) -> str:
    said = [column.about]
    if column.unit:
        said.append(f"in {column.unit}")
    if column.refers_to:
        said.append(f"reference to `{column.refers_to}`")
    return "; ".join(said).replace("|", "/")


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8", newline="\n")
