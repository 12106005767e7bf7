"""The columns of a field: how each sort of value that a record holds stands in a flat table.

Whatever may be absent has a column of its own that says how, in words, and whatever is dated has
the date as it is known, beside its first and its last day.
"""

from __future__ import annotations

from collections.abc import Callable
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from centralasia_minerals.entities.base.record import Entity, Record, fields_of
from centralasia_minerals.entities.country import Place
from centralasia_minerals.entities.passage import Span
from centralasia_minerals.entities.source import Dated
from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.rendering.columnar.column import Column, ColumnType
from centralasia_minerals.values.absence import Absence
from centralasia_minerals.values.closed_enum import ClosedEnum
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.name import Name
from centralasia_minerals.values.partial_date import PartialDate
from centralasia_minerals.values.share import Share

from ..kinds import KINDS
from .field_words import AS_RECORDED, field_words, with_words
from .figure_columns import Cells, cited_cells, figure_cells

Read = Callable[[Any], Any]
_TEXT, _TEXTS = ColumnType.TEXT, ColumnType.TEXTS


def cells_of_field(name: str, hint: Any) -> Cells | None:
    """Return the columns of a field; None if what it holds has tables of its own.

    Args:
        name: the name of the field.
        hint: its annotation.
    """
    if name == "citations":
        return cited_cells()
    if get_origin(hint) is tuple:
        return _list_cells(name, _members(get_args(hint)[0]))
    members = _members(hint)
    absent = [one for one in members if _is(one, Absence)]
    held = [one for one in members if one not in absent and one is not type(None)]
    if absent and not held:
        column = Column(name, _TEXT, "why there is none: not stated, or not applicable")
        return Cells((column,), lambda value: (str(value),))
    found = _value_cells(name, held, can_be_absent=bool(absent))
    return _with_absence(name, found) if found is not None and absent else found


def _members(hint: Any) -> list[Any]:
    return list(get_args(hint)) if get_origin(hint) in (Union, UnionType) else [hint]


def _is(one: Any, cls: type | tuple[type, ...]) -> bool:
    plain = get_origin(one) or one
    return isinstance(plain, type) and issubclass(plain, cls)


def _every(held: list[Any], cls: type | tuple[type, ...]) -> bool:
    return bool(held) and all(_is(one, cls) for one in held)


def _list_cells(name: str, items: list[Any]) -> Cells | None:
    if _every(items, Name):
        return _name_cells(name)
    if _every(items, Entity):
        kinds = " or ".join(_tables_of(items))
        column = Column(name, _TEXTS, f"ids of {kinds}", refers_to=_reference(items))
        return Cells((column,), lambda held: ([one.id for one in held],))
    if _every(items, (ClosedEnum, str)):
        column = Column(name, _TEXTS, _what(items))
        return Cells((column,), lambda held: (list(map(str, held)),))
    if items == [Span]:
        return Cells((Column(name, _TEXTS, "passages"),), lambda held: (list(map(str, held)),))
    if any(_is(one, str) for one in items):  # words, or passages
        return Cells((Column(name, _TEXTS, "words, or passages"),), lambda h: (list(map(str, h)),))
    return None


def _name_cells(name: str) -> Cells:
    columns = (
        Column(name, _TEXTS, "every spelling, in the order of the record"),
        Column(f"{name}_languages", _TEXTS, "the language of each (BCP 47), in the same order"),
        Column(f"{name}_kinds", _TEXTS, "what sort each is: members of NameKind"),
    )

    def read(names: tuple[Name, ...]) -> tuple[Any, ...]:
        return (
            [one.text for one in names],
            [one.language for one in names],
            [str(one.kind) for one in names],
        )

    return Cells(columns, read)


def _value_cells(name: str, held: list[Any], *, can_be_absent: bool) -> Cells | None:
    null = f"absent; see {name}_absence" if can_be_absent else ""
    if _every(held, Entity):
        return _reference_cells(name, held, null)
    if _every(held, PartialDate):
        return date_cells(name, null)
    if _every(held, Dated):
        return _dated_cells(name, null)
    if _every(held, Place):
        columns = (
            Column(name, _TEXT, "the name of the place", null),
            Column(f"{name}_country", _TEXT, "its country", "not stated", refers_to="countries.id"),
        )
        return Cells(columns, _place)
    if _every(held, (Stated, Money, Measure, Share)):
        return figure_cells(f"{name}_", null)
    for cls, kind, read in (
        (bool, ColumnType.BOOLEAN, bool),
        (int, ColumnType.INTEGER, int),
        ((str, ClosedEnum), _TEXT, str),
    ):
        if _every(held, cls):
            return Cells((Column(name, kind, _what(held), null),), _one(read))
    return None


def _one(read: Read) -> Callable[[Any], tuple[Any, ...]]:
    return lambda value: (None if isinstance(value, Absence) else read(value),)


def _with_absence(name: str, cells: Cells) -> Cells:
    column = Column(f"{name}_absence", _TEXT, "why there is no value", "there is one")
    read = cells.read
    return Cells(
        (*cells.columns, column),
        lambda value: (*read(value), str(value) if isinstance(value, Absence) else None),
    )


def _what(held: list[Any]) -> str:
    names = [one.__name__ for one in held if _is(one, ClosedEnum)]
    return f"a member of {' or '.join(names)}" if names else AS_RECORDED


def _tables_of(entities: list[Any]) -> list[str]:
    return [kind for kind, cls in KINDS.items() if any(_is(one, cls) for one in entities)]


def _reference(entities: list[Any]) -> str:
    tables = _tables_of(entities)
    return f"{tables[0]}.id" if len(tables) == 1 else ""


def _reference_cells(name: str, held: list[Any], null: str) -> Cells:
    kinds = _tables_of(held)
    column = Column(
        name, _TEXT, f"the id of one of {' or '.join(kinds)}", null, refers_to=_reference(held)
    )
    if len(kinds) == 1:
        return Cells((column,), _one(lambda value: value.id))
    kind = Column(f"{name}_kind", _TEXT, "in which table it is", null)
    return Cells(
        (column, kind),
        lambda value: (
            (None, None)
            if isinstance(value, Absence)
            else (value.id, next(k for k, cls in KINDS.items() if isinstance(value, cls)))
        ),
    )


def date_cells(name: str, null: str = "") -> Cells:
    """Return the columns of a date: as it is known, and its first and last day."""
    columns = (
        Column(name, _TEXT, "the date as it is known (EDTF)", null),
        Column(f"{name}_first", ColumnType.DATE, "the first day that it can be", null),
        Column(f"{name}_last", ColumnType.DATE, "the last day that it can be", null),
    )
    return Cells(columns, _date)


def _date(date: PartialDate | Absence) -> tuple[Any, ...]:
    if isinstance(date, Absence):
        return None, None, None
    return str(date), date.earliest, date.latest


def _dated_cells(name: str, null: str) -> Cells:
    columns = (
        *date_cells(name, null).columns,
        Column(f"{name}_basis", _TEXT, "a member of DateBasis", null),
        Column(f"{name}_inferred_from", _TEXTS, "what it is inferred from, if it is"),
    )

    def read(dated: Dated | Absence) -> tuple[Any, ...]:
        if isinstance(dated, Absence):
            return None, None, None, None, []
        return *_date(dated.date), str(dated.basis), list(map(str, dated.inferred_from))

    return Cells(columns, read)


def _place(place: Place | Absence) -> tuple[Any, ...]:
    if isinstance(place, Absence):
        return None, None
    return place.name, None if isinstance(place.country, Absence) else place.country.id


def cells_of_fields(cls: type[Record]) -> dict[str, Cells]:
    """Return the columns of the fields of a class, by field; those with own tables are left out.

    The first column of each field says what the docstring of the class says of it.
    """
    hints = get_type_hints(cls)
    words = field_words(cls)  # type: ignore[arg-type]  # classes hash
    own = [field.name for field in fields_of(cls) if field.eq]
    found = {name: cells_of_field(name, hints[name]) for name in own}
    return {
        name: cells if name == "citations" else with_words(cells, words.get(name))
        for name, cells in found.items()
        if cells is not None
    }
