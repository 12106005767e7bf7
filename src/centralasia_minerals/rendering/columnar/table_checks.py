"""What may stand in a flat table; whatever may not is refused at once, by its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal, Inexact, InvalidOperation
from itertools import chain, islice
from types import MappingProxyType, NoneType
from typing import Any, TypeAlias

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.wording import briefly

from .column import DECIMAL_PRECISION, EXACT, Column, ColumnType, check_text, is_writable

_Error: TypeAlias = InvalidTypeError | InvalidValueError

_CLASSES: Mapping[ColumnType, type] = {
    ColumnType.TEXT: str,
    ColumnType.INTEGER: int,
    ColumnType.BOOLEAN: bool,
    ColumnType.DECIMAL: Decimal,
    ColumnType.DATE: date,
    ColumnType.TEXTS: tuple,
}
_LEAST, _MOST = -(2**63), 2**63 - 1
_KEYS_OF_FILES = frozenset(("columns", "made", "table"))
_MOST_NAMED = 1000
"""How many wrong values an error holds; a table may have a million."""


def checked_columns(given: Sequence[Column]) -> tuple[Column, ...]:
    """Return the columns of a table.

    Raises:
        InvalidTypeError: something is no column.
        InvalidValueError: two columns have one name.
    """
    columns = _listed("the columns of a table", given, "give a list of Column")
    for column in columns:
        if not isinstance(column, Column):
            raise InvalidTypeError.of("a column of a table", column, "give a Column")
    names = [column.name for column in columns]
    twice = sorted(name for name, times in Counter(names).items() if times > 1)
    if twice:
        found = f"{', '.join(map(briefly, twice))} stand there twice"
        raise InvalidValueError("the columns of a table", found, "give each a name of its own")
    return columns


def checked_name(given: str) -> str:
    """Return the name of a table.

    Raises:
        InvalidTypeError: it is no text.
        InvalidValueError: no file holds it.
    """
    check_text("the name of a table", given)
    return given


def checked_about(given: Mapping[str, str]) -> Mapping[str, str]:
    """Return what a table is of, as a mapping that does not change.

    Raises:
        InvalidTypeError: it is no mapping of texts.
        InvalidValueError: a key is one that files have for themselves, or no file holds a text.
    """
    if not isinstance(given, Mapping):
        raise InvalidTypeError.of("what a table is of", given, "give a mapping of texts")
    for key, text in given.items():
        check_text("a key of what a table is of", key)
        check_text(f"what a table is of: {briefly(key)}", text)
    taken = sorted(_KEYS_OF_FILES.intersection(given))
    if taken:
        found = f"{', '.join(map(briefly, taken))} are written by the files themselves"
        raise InvalidValueError("what a table is of", found, "give other keys")
    return MappingProxyType(dict(given))


def _listed(what: str, given: object, remedy: str) -> tuple[Any, ...]:
    """Return what is listed; a text is no list of its characters."""
    if isinstance(given, (str, bytes, Mapping)) or not isinstance(given, Iterable):
        raise InvalidTypeError.of(what, given, remedy)
    return tuple(given)


def checked_values(
    table: str, columns: tuple[Column, ...], given: Sequence[Sequence[Any]]
) -> tuple[tuple[Any, ...], ...]:
    """Return the values of a table, column by column, as tuples.

    Raises:
        InvalidTypeError: values are of wrong types.
        InvalidValueError: values do not fit their columns, or columns differ in number or length.
    """
    what = f"the table {briefly(table)}"
    lists = _listed(f"values of {what}", given, "give a list of values for each column")
    values = tuple([_held(what, place, one, columns) for place, one in enumerate(lists)])
    lengths = {*map(len, values)}
    if len(values) != len(columns) or len(lengths) > 1:
        raise InvalidValueError(
            what,
            f"it has {len(columns)} columns, and values of {len(values)} with the lengths "
            f"{sorted(lengths)}",
            "give each column as many values as the others",
        )
    errors = [*islice(_errors(table, columns, values), _MOST_NAMED)]
    if errors:
        first, *others = errors
        first.also = tuple(others)
        raise first
    return values


def _held(what: str, place: int, given: Any, columns: tuple[Column, ...]) -> tuple[Any, ...]:
    column = columns[place] if place < len(columns) else None
    named = place if column is None else briefly(column.name)
    values = _listed(f"values of the column {named} of {what}", given, "give a list")
    if column is not None and column.type is ColumnType.TEXTS:
        return tuple([tuple(one) if type(one) is list else one for one in values])
    return values


def _errors(
    table: str, columns: tuple[Column, ...], values: tuple[tuple[Any, ...], ...]
) -> Iterator[_Error]:
    for column, held in zip(columns, values, strict=True):
        wanted = {_CLASSES[column.type], NoneType}
        if not wanted.issuperset(map(type, held)):
            wrong = [(row, one) for row, one in enumerate(held) if type(one) not in wanted]
            for row, one in wrong:
                where = _where(table, column, row, columns, values)
                yield InvalidTypeError.of(where, one, _remedy(column), column.name)
        else:
            for row, found in _MISFITS[column.type](column.scale, held):
                where = _where(table, column, row, columns, values)
                yield InvalidValueError(where, found, _remedy(column), column.name)


def _where(
    table: str,
    column: Column,
    row: int,
    columns: tuple[Column, ...],
    values: tuple[tuple[Any, ...], ...],
) -> str:
    """Return the place of a value, with what its row is about."""
    names = [one.name for one in columns]
    own = next((name for name in ("id", "deal") if name in names), None)
    named = "" if own is None else f" ({briefly(values[names.index(own)][row])})"
    return f"{column.name!r} in row {row} of the table {table!r}{named}"


def _remedy(column: Column) -> str:
    if column.type is ColumnType.DECIMAL:
        whole = DECIMAL_PRECISION - column.scale
        return f"give an exact decimal of at most {whole} digits and {column.scale} places"
    if column.type is ColumnType.TEXTS:
        return "give a list of texts"
    if column.type is ColumnType.INTEGER:
        return "give a whole number of 64 bits"
    return f"give a {column.type.value}, or None"


def _too_large(_: int, held: tuple[int | None, ...]) -> Iterator[tuple[int, str]]:
    numbers = [one for one in held if one is not None]
    if not numbers or (min(numbers) >= _LEAST and max(numbers) <= _MOST):
        return
    for row, one in enumerate(held):
        if one is not None and not _LEAST <= one <= _MOST:
            yield row, f"{briefly(one)} has more than 64 bits"


def _misfit_decimals(scale: int, held: tuple[Decimal | None, ...]) -> Iterator[tuple[int, str]]:
    unit = Decimal(1).scaleb(-scale, EXACT)
    for row, one in enumerate(held):
        if one is not None:
            try:
                fits = one.quantize(unit, context=EXACT).is_finite()
            except (Inexact, InvalidOperation):
                fits = False
            if not fits:
                yield row, f"{briefly(one)} does not fit"


def _unwritable(_: int, held: tuple[str | None, ...]) -> Iterator[tuple[int, str]]:
    """Yield the texts that no file holds, such as half of a surrogate pair."""
    if not is_writable({one for one in held if one is not None}):
        for row, one in enumerate(held):
            if one is not None and not is_writable((one,)):
                yield row, f"{briefly(one)} is no text that a file holds"


def _unwritable_lists(
    _: int, held: tuple[tuple[str, ...] | None, ...]
) -> Iterator[tuple[int, str]]:
    # Most columns have no such list, and then no row is looked at by itself.
    texts = list(chain.from_iterable(filter(None, held)))
    kinds = {*map(type, texts)}
    if kinds <= {str} and is_writable(texts):
        return
    for row, items in enumerate(held):
        if items and not kinds <= {str} and not {str}.issuperset(map(type, items)):
            yield row, f"{briefly(items)} holds more than texts"
        elif items and not is_writable(one for one in items if type(one) is str):
            yield row, f"{briefly(items)} holds no text that a file holds"


def _nothing(*_: object) -> Iterator[tuple[int, str]]:
    return iter(())


_MISFITS: Mapping[ColumnType, Callable[..., Iterator[tuple[int, str]]]] = {
    ColumnType.TEXT: _unwritable,
    ColumnType.INTEGER: _too_large,
    ColumnType.BOOLEAN: _nothing,
    ColumnType.DECIMAL: _misfit_decimals,
    ColumnType.DATE: _nothing,
    ColumnType.TEXTS: _unwritable_lists,
}
