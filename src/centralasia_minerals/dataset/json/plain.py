"""Results as plain values, for whoever sends them as JSON: one way, with hedges and links."""

from __future__ import annotations

from collections.abc import Mapping, Set
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs

from centralasia_minerals.entities.amount import Amount
from centralasia_minerals.entities.base.record import Entity, Record, fields_of
from centralasia_minerals.entities.source import Citation, Dated
from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.values.absence import Absence
from centralasia_minerals.values.closed_enum import ClosedEnum
from centralasia_minerals.values.exact_decimal import plain
from centralasia_minerals.values.partial_date import PartialDate

from .forms import is_value, to_form


def fields_of_result(result: Any) -> dict[str, Any]:
    """Return the public fields of a result as plain values, by name."""
    names = [field.name for field in attrs.fields(type(result)) if field.name[0] != "_"]
    found = {name: _field(getattr(result, name)) for name in names if name not in _INNER}
    if "columns" in names:  # A ledger makes its rows when they are asked for.
        found["rows"] = [plain_value(row) for row in result]
    return found


def _field(held: Any) -> Any:
    """Return what a field holds; groups with their totals are by the group."""
    if type(held) is tuple and held and all(type(one) is tuple and len(one) == 2 for one in held):
        return {str(key): plain_value(one) for key, one in held}
    return plain_value(held)


_INNER = ("columns", "statement", "cls")
"""Fields that serve the library itself, or that say again what others say."""


def plain_value(one: Any) -> Any:
    """Return anything that a result holds as plain values."""
    if one is None or type(one) in (bool, int, str):
        return one
    if isinstance(one, (ClosedEnum, Absence, PartialDate, Fraction)):
        return str(one)
    if isinstance(one, Decimal):
        return plain(one)
    if isinstance(one, date):
        return one.isoformat()
    if isinstance(one, Record):
        return _record(one)
    if is_value(one):
        return to_form(one)
    if hasattr(one, "to_dict"):
        return one.to_dict()
    return _container(one)


def _container(one: Any) -> Any:
    if isinstance(one, Mapping):
        return {str(key): plain_value(item) for key, item in one.items()}
    if isinstance(one, Set):
        return sorted(map(str, one))
    if isinstance(one, tuple) and hasattr(one, "_fields"):
        return {name: plain_value(getattr(one, name)) for name in one._fields}
    if hasattr(type(one), "__attrs_attrs__") and not hasattr(one, "__getitem__"):
        return fields_of_result(one)
    return [plain_value(item) for item in one]


def _record(one: Record) -> Any:
    if isinstance(one, Citation):
        link = one.url
        return {
            "source": one.source.id,
            "passage": str(one),
            "figure": None if isinstance(one.figure, Absence) else one.figure,
            "link": link if isinstance(link, str) else None,
        }
    if isinstance(one, Entity):
        return {"id": one.id, "name": one.name, "kind": one.kind_name}
    if isinstance(one, Stated):
        return _statement(one)
    if isinstance(one, Amount):
        names = ("role", "money", "stage", "horizon_years", "payer", "place")
        return {name: plain_value(getattr(one, name)) for name in names}
    if isinstance(one, Dated):
        return {"date": str(one.date), "basis": str(one.basis)}
    shown = [field.name for field in fields_of(type(one)) if field.name[0] != "_"]
    return {name: plain_value(getattr(one, name)) for name in shown}


def _statement(one: Stated[Any]) -> dict[str, Any]:
    upper = None if isinstance(one.upper, Absence) else plain_value(one.upper)
    return {
        "value": plain_value(one.value),
        "upper": upper,
        "low": plain_value(one.low),
        "high": plain_value(one.high),
        "hedge": str(one.hedge),
        "approximate": one.approximate,
        "text": str(one),
        "citations": plain_value(one.citations),
    }
