"""How the records of a kind are shown: titles before ids, figures with their hedges and links."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.entities.base.telling.links import linked
from centralasia_minerals.entities.base.telling.readable import NOT_TOLD, readable
from centralasia_minerals.entities.base.telling.told_date import told_date
from centralasia_minerals.entities.base.telling.told_statement import WITHHELD
from centralasia_minerals.entities.source import Dated
from centralasia_minerals.entities.statement import Stated, Undisclosed
from centralasia_minerals.rendering.tables import pluralized
from centralasia_minerals.rendering.views.blocks import Heading, Row, Section, Table, View
from centralasia_minerals.rendering.views.pieces import Cell


def catalog_view(cls: type[Entity], entities: Sequence[Entity], asked: str) -> View:
    """Return the view of records of one kind, with what was asked for.

    Of deals, those with a figure come first, then those whose figure is withheld; the others are
    folded away, unless there is nothing else to show.
    """
    heading = Heading(pluralized(len(entities), f"{cls.kind_name} record"), asked)
    figures, withheld, silent = _by_figure(entities) if "value" in cls.columns else ((), (), ())
    if not silent or not (figures or withheld):
        return heading, catalog_table(cls, entities)
    title = f"and {pluralized(len(silent), cls.kind_name)} without a figure"
    return (
        heading,
        catalog_table(cls, (*figures, *withheld)),
        Section(title, (catalog_table(cls, silent),), is_folded=True),
    )


def catalog_table(cls: type[Entity], entities: Sequence[Entity]) -> Table:
    """Return records of one kind as a table with the columns of the kind."""
    row = partial(_row, columns=cls.columns)
    return Table((cls.kind_name, *cls.columns), entities, row, ".to_table()")


def _by_figure(entities: Sequence[Entity]) -> tuple[Sequence[Entity], ...]:
    """Return the records with a figure, those whose figure is withheld, and the others."""
    piles: tuple[list[Entity], ...] = ([], [], [])
    for entity in entities:
        value = getattr(entity, "value")
        pile = 0 if isinstance(value, Stated) else 1 if isinstance(value, Undisclosed) else 2
        piles[pile].append(entity)
    return piles


def _row(entity: Entity, columns: Sequence[str]) -> Row:
    return entity._told(), *(_cell(getattr(entity, column)) for column in columns)


def _cell(value: object) -> Cell:
    """Return a figure with its hedge, which leads to its sentence, or the kind of absence."""
    if isinstance(value, Stated):
        return linked(str(value), value.citations)
    if isinstance(value, Undisclosed):
        return linked(WITHHELD, value.citations)
    if isinstance(value, Dated):
        return told_date(value, NOT_TOLD)
    return readable(value)
