"""The way back from a flat table to the ledger that it was made of."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any

from centralasia_minerals.analysis.counting.given_deals import Deals, unique_deals
from centralasia_minerals.analysis.counting.ledger import Ledger, ledger
from centralasia_minerals.analysis.counting.sums.rate import Rates
from centralasia_minerals.analysis.counting.tables.ledger_columns import CITED
from centralasia_minerals.dataset.dataset import Dataset
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.rendering.columnar.table import Table
from centralasia_minerals.wording import briefly

_WHAT = "a ledger from a table"
_MOST_NAMED = 5
"""How many differences an error names."""

_CITED = {column.name for column in CITED}


def ledger_of(table: Table, deals: Deals, rates: Rates | None = None) -> Ledger:
    """Return the ledger that a table was made of; every row of both is compared.

    Args:
        table: the table of the rows.
        deals: where the deals are.
        rates: what figures were converted by.
    """
    asked = _asked(table)
    if "rates" in asked and rates is None:
        found = f"its figures were converted by {asked['rates']}"
        raise InvalidValueError(_WHAT, found, "give them as rates=")
    if rates is not None:
        asked["rates"] = rates
    made = ledger(_given(table, deals), **asked)
    _refuse_differences(table, made)
    return made


def _asked(table: Table) -> dict[str, Any]:
    """Return the keywords of the call that made a table."""
    if not isinstance(table, Table):
        raise InvalidTypeError.of(_WHAT, table, "give a Table, such as Table.from_parquet(path)")
    try:
        asked = json.loads(table.about.get("question", ""))["ledger"]
    except (ValueError, KeyError, TypeError):
        asked = None
    if not isinstance(asked, dict):
        found = f"the table {table.name!r} does not say what was asked"
        raise InvalidValueError(_WHAT, found, "give a table that cam.ledger(...).to_table() made")
    return asked


def _given(table: Table, deals: Deals) -> Deals:
    """Return the deals of a table in its order, as a dataset if they were given as one."""
    known: dict[str, Deal] = {deal.id: deal for deal in unique_deals(deals)}
    ids = [*dict.fromkeys(table.column("deal"))]
    missing = [id for id in ids if id not in known]
    if missing:
        named = ", ".join(map(briefly, missing))
        raise InvalidValueError(_WHAT, f"deals are missing: {named}", "give the data it is of")
    data = table.about.get("data", "")
    if not data:
        return tuple(known[id] for id in ids)
    found = deals.version if isinstance(deals, Dataset) else "deals by themselves"
    if found != data or ids != [*known]:
        what = f"the table is of data {data}, and what is given is {found}"
        more = "" if ids == [*known] else ", with other deals"
        raise InvalidValueError(_WHAT, what + more, "give the dataset of that version")
    return deals


def _refuse_differences(table: Table, made: Ledger) -> None:
    held = {column.name: values for column, values in zip(table.columns, table.values, strict=True)}
    again = made.to_table(citations=held.keys() >= _CITED)
    wanted = dict(zip((one.name for one in again.columns), again.values, strict=True))
    missing = [name for name in wanted if name not in held]
    if missing:
        found = f"columns are missing: {', '.join(missing)}"
        raise InvalidValueError(_WHAT, found, "give all columns of to_table")
    if len(table) != len(again):
        found = f"the table has {len(table)} rows, and the deals make {len(again)}"
        raise InvalidValueError(_WHAT, found, "give the data that the table is of")
    named = [*islice(_differences(held, wanted), _MOST_NAMED)]
    if named:
        raise InvalidValueError(_WHAT, "; ".join(named), "give the data that the table is of")


def _differences(held: dict[str, Any], wanted: dict[str, Any]) -> Iterator[str]:
    for name, values in wanted.items():
        if held[name] != values:
            for row, (was, now) in enumerate(zip(held[name], values, strict=True)):
                if was != now:
                    where = f"{name!r} in row {row} ({wanted['deal'][row]})"
                    yield f"{where} is {briefly(was)}, and not {briefly(now)}"
