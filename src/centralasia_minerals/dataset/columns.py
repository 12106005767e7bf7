"""Which columns show an entity in a catalog's table."""

from __future__ import annotations

from collections.abc import Callable

from centralasia_minerals.entities import Deal, Entity, Event, Organization


def shown_columns(kind: type[Entity]) -> dict[str, Callable[[Entity], object]]:
    """Give the columns of a catalog's table: id and name, and what tells its kind apart."""
    columns: dict[str, Callable[[Entity], object]] = {
        "id": lambda entity: entity.id,
        "name": lambda entity: entity.name,
    }
    if kind is Deal:
        for field in ("stage", "value"):
            columns[field] = lambda deal, field=field: getattr(deal, field) or "—"  # type: ignore[misc]  # bound early
    elif kind in (Event, Organization):
        columns["kind"] = lambda entity: getattr(entity, "kind")
    return columns
