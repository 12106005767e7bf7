"""What may stand in a flat table; whatever may not is refused at once, by its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Context, Decimal, Inexact, InvalidOperation
from itertools import chain, islice
from types import MappingProxyType, NoneType
from typing import Any, TypeAlias

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.wording import briefly

from .column import DECIMAL_PRECISION, Column, ColumnType

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
_MOST_NAMED = 1000
"""How many wrong values an error holds; a table may have a million."""

_EXACT = Context(prec=DECIMAL_PRECISION, traps=[Inexact, InvalidOperation])


def checked_columns(given: Sequence[Column]) -> tuple[Column, ...]:
    """Return the columns of a table.

    Raises:
        InvalidTypeError: something is no column.
        InvalidValueError: two columns have one name, or a column has no name.
    """
    columns = tuple(given)
    for column in columns:
        if not isinstance(column, Column):
            raise InvalidTypeError.of("a column of a table", column, "give a Column")
    names = [column.name for column in columns]
    twice = sorted({name for name in names if names.count(name) > 1 or not name})
    if twice:
        found = f"the names {', '.join(map(briefly, twice))} are empty or stand twice"
        raise InvalidValueError("the columns of a table", found, "give each a name of its own")
    return columns


def checked_about(given: Mapping[str, str]) -> Mapping[str, str]:
    """Return what a table is of, as a mapping that does not change."""
    return MappingProxyType(dict(given))


def checked_values(
    table: str, columns: tuple[Column, ...], given: Sequence[Sequence[Any]]
) -> tuple[tuple[Any, ...], ...]:
    """Return the values of a table, column by column, as tuples.

    Raises:
        InvalidTypeError: values are of wrong types.
        InvalidValueError: values do not fit their columns, or columns differ in number or length.
    """
    values = tuple(map(_held, columns, given)) if len(columns) == len(given) else ()
    lengths = {len(column) for column in values}
    if len(values) != len(columns) or len(lengths) > 1:
        raise InvalidValueError(
            f"the table {table!r}",
            f"it has {len(columns)} columns, and values of {len(given)} with the lengths "
            f"{sorted({len(column) for column in given})}",
            "give each column as many values as the others",
        )
    errors = [*islice(_errors(table, columns, values), _MOST_NAMED)]
    if errors:
        first, *others = errors
        first.also = tuple(others)
        raise first
    return values


def _held(column: Column, values: Sequence[Any]) -> tuple[Any, ...]:
    if column.type is ColumnType.TEXTS:
        return tuple([tuple(one) if type(one) is list else one for one in values])
    return values if type(values) is tuple else tuple(values)


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
    for row, one in enumerate(held):
        if one is not None and not _LEAST <= one <= _MOST:
            yield row, f"{briefly(one)} has more than 64 bits"


def _misfit_decimals(scale: int, held: tuple[Decimal | None, ...]) -> Iterator[tuple[int, str]]:
    unit = Decimal(1).scaleb(-scale)
    for row, one in enumerate(held):
        if one is not None:
            try:
                fits = one.quantize(unit, context=_EXACT).is_finite()
            except (Inexact, InvalidOperation):
                fits = False
            if not fits:
                yield row, f"{briefly(one)} does not fit"


def _unwritable(_: int, held: tuple[str | None, ...]) -> Iterator[tuple[int, str]]:
    """Yield the texts that no file holds, such as half of a surrogate pair."""
    if not _is_writable({one for one in held if one is not None}):
        for row, one in enumerate(held):
            if one is not None and not _is_writable([one]):
                yield row, f"{briefly(one)} is no text that a file holds"


def _is_writable(texts: Any) -> bool:
    try:
        "".join(texts).encode()
    except UnicodeEncodeError:
        return False
    return True


def _unwritable_lists(
    _: int, held: tuple[tuple[str, ...] | None, ...]
) -> Iterator[tuple[int, str]]:
    kinds = {*map(type, chain.from_iterable(one for one in held if one))}
    for row, items in enumerate(held):
        if items and not kinds <= {str} and not {str}.issuperset(map(type, items)):
            yield row, f"{briefly(items)} holds more than texts"
        elif items and not _is_writable(one for one in items if type(one) is str):
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
