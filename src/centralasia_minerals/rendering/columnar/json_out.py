"""Flat tables as JSON: decimals as texts, so that no reader makes floats of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from .column import TableLike
from .csv_out import type_text


def json_bytes(table: TableLike) -> bytes:
    """Return a table as the bytes of a JSON file: what it is of, its columns and its rows.

    Decimals and dates are texts; an empty cell is null.
    """
    columns = [
        {"name": one.name, "type": type_text(one), "about": one.about}
        | {key: text for key in ("null", "unit", "refers_to") if (text := getattr(one, key))}
        for one in table.columns
    ]
    rows = [{name: _plain(cell) for name, cell in row.items()} for row in table.to_dicts()]
    held = {"about": {**table.made(), "table": table.name}, "columns": columns, "rows": rows}
    return (json.dumps(held, ensure_ascii=False, indent=1) + "\n").encode()


def _plain(cell: Any) -> str | int | bool | Sequence[str] | None:
    if isinstance(cell, Decimal):
        return format(cell, "f")
    return cell.isoformat() if isinstance(cell, date) else cell
