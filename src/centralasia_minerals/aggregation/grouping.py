"""Totals by country, partner, mineral, sector, stage, kind, year or anything else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import attrs

from centralasia_minerals.entities import Deal, Entity
from centralasia_minerals.errors import (
    InvalidTypeError,
    InvalidValueError,
    UnknownIdError,
    did_you_mean,
    near,
)
from centralasia_minerals.rendering import Table, Tabular
from centralasia_minerals.values import Currency, NotStated

from .conversions import Conversions
from .counting import Counting, count
from .filters import Filters, Sectors, Stages
from .ledgers import Deals, unique_deals
from .rates import Rates
from .row import LedgerRow
from .rows import Cell, Rows
from .totals import Total, total_of

NOT_STATED = "not stated"
"""The group of what has no key: no country stated, no date, and so on."""

Key = str | Callable[[Deal], str]


@attrs.frozen(repr=False)
class Totals(Tabular, Mapping[str, Total]):
    """Totals by group, in the order of their keys; together they hold every row once."""

    key: str
    groups: tuple[tuple[str, Total], ...]

    def __getitem__(self, key: str) -> Total:
        """Give the total of a group.

        Raises:
            UnknownIdError: no row has that key; a KeyError that suggests near ones.
        """
        for known, total in self.groups:
            if known == key:
                return total
        raise UnknownIdError(f"group by {self.key}", str(key), near(str(key), self))

    def __iter__(self) -> Iterator[str]:
        return (key for key, _ in self.groups)

    def __len__(self) -> int:
        return len(self.groups)

    def __repr__(self) -> str:
        return f"<Totals by {self.key}: {', '.join(self)}>"

    def _table(self) -> Table:
        rows = [
            [
                key,
                " and ".join(map(str, total.by_currency)) or "nothing",
                "approximate" if total.approximate else "",
                str(len(total.counted)),
                str(len(total.excluded)),
                str(len(total.undisclosed)),
            ]
            for key, total in self.groups
        ]
        return [self.key, "total", "", "counted", "left out", "undisclosed"], rows


def total_by(
    deals: Deals,
    key: Key,
    *,
    sectors: Sectors = "minerals",
    stages: Stages = "concluded",
    currency: Currency | str | None = None,
    rates: Rates | None = None,
    max_horizon_years: int | None = None,
) -> Totals:
    """Say what deals are worth by group; the groups add up to the total of the same call.

    Args:
        deals: as for ``total``.
        key: ``country``, ``partner``, ``mineral``, ``sector``, ``stage``, ``kind`` or ``year``, or
            a function from a deal to text. What several share is a group of its own
            (``"KZ+TJ+UZ"``), what has none is ``"not stated"``.
        sectors: as for ``total``.
        stages: as for ``total``.
        currency: as for ``total``.
        rates: as for ``total``.
        max_horizon_years: as for ``total``.

    Returns:
        A group for every key of any row given, counted or not.

    Raises:
        InvalidValueError: no key is named so, or as for ``total``.
        InvalidTypeError: the function gives something else than text, or as for ``total``.
        MissingRateError: as for ``total``.

    >>> import centralasia_minerals as cam
    >>> cam.total_by(cam.load(), "country")["KZ"]["USD"].stated
    Money('1100000000', 'USD')
    """
    name, of_cell = _reader(key)
    asked = Filters.of(stages=stages, sectors=sectors, max_horizon_years=max_horizon_years)
    conversions = Conversions.of(currency, rates)
    counting = count(unique_deals(deals), asked, conversions.function)
    if counting.unconverted:
        raise conversions.missing(counting.unconverted)
    counted = _grouped(counting.counted, of_cell)
    excluded = _grouped(counting.excluded, of_cell)
    undisclosed = _grouped(counting.undisclosed, of_cell)
    groups = sorted({*counted, *excluded, *undisclosed})
    nothing = Rows()
    return Totals(
        name,
        tuple(
            (
                group,
                total_of(
                    Counting(
                        counted.get(group, nothing),
                        excluded.get(group, nothing),
                        undisclosed.get(group, nothing),
                        (),
                    ),
                    conversions,
                    asked,
                ),
            )
            for group in groups
        ),
    )


def _grouped(rows: Rows, of_cell: Callable[[Cell], str]) -> dict[str, Rows]:
    groups: dict[str, list[Cell]] = {}
    for cell in rows.cells:
        group = of_cell(cell)
        if group in groups:
            groups[group].append(cell)
        else:
            groups[group] = [cell]
    return {group: Rows(tuple(cells), rows.verdicts) for group, cells in groups.items()}


def _reader(key: object) -> tuple[str, Callable[[Cell], str]]:
    """Give the key's name, and what reads it off a cell."""
    if key == "stage":
        return "stage", _stage
    if isinstance(key, str) and key in _OF_DEAL:
        return key, _of_deal(_OF_DEAL[key])
    if callable(key):
        return getattr(key, "__name__", "function"), _of_deal(_checked(key))
    known = (*_OF_DEAL, "stage")
    hint = did_you_mean(near(str(key), known)) or f"one of: {', '.join(known)}, or a function"
    raise InvalidValueError("totals by", f"{key!r}", hint)


def _of_deal(read: Callable[[Deal], str]) -> Callable[[Cell], str]:
    return lambda cell: read(cell if type(cell) is Deal else cell.deal)  # type: ignore[union-attr]  # else a row


def _checked(function: Callable[[Deal], object]) -> Callable[[Deal], str]:
    def read(deal: Deal) -> str:
        group = function(deal)
        if not isinstance(group, str):
            raise InvalidTypeError(
                f"the group of {deal.id!r}", f"{group!r}", "let the function give text"
            )
        return group

    return read


def _stage(cell: Cell) -> str:
    stage = cell.stage if isinstance(cell, LedgerRow) else cell.amounts[0].profile.stage
    return stage.value if stage else NOT_STATED


def _ids(entities: tuple[Entity, ...]) -> str:
    if len(entities) == 1:
        return entities[0].id
    return "+".join(sorted(entity.id for entity in entities)) or NOT_STATED


def _year(deal: Deal) -> str:
    return NOT_STATED if isinstance(deal.date, NotStated) else f"{deal.date.date.year:04d}"


def _sectors(deal: Deal) -> str:
    return "+".join(sorted(sector.value for sector in deal.sectors)) or NOT_STATED


_OF_DEAL: Mapping[str, Callable[[Deal], str]] = {
    "country": lambda deal: _ids(deal.countries),
    "partner": lambda deal: _ids(deal.partners),
    "mineral": lambda deal: _ids(deal.minerals),
    "sector": _sectors,
    "kind": lambda deal: deal.kind.value,
    "year": _year,
}
