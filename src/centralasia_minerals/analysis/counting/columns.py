"""The columns of the ledger: what the rules and the sums ask of each row, and what covers what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias, TypeVar

from centralasia_minerals.dataset.catalog import Catalog
from centralasia_minerals.dataset.dataset import Dataset
from centralasia_minerals.entities.amount import Amount, AmountRole
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.record import Entity
from centralasia_minerals.entities.stage import Implementation, Sector, Stage
from centralasia_minerals.entities.statement import (
    Disclosure,
    Standing,
    Stated,
    Undisclosed,
    disclosure_of,
    standings_of,
)
from centralasia_minerals.errors import ConflictError, InvalidTypeError
from centralasia_minerals.values.absence import Absence, NotStated
from centralasia_minerals.values.money import Money

E = TypeVar("E", bound=Entity)

Deals: TypeAlias = Dataset | Catalog[Deal] | Iterable[Deal]
"""What can be totalled: a dataset, a catalog of deals, or any deals."""


Statement: TypeAlias = Stated[Money] | Undisclosed | Absence
"""What a source says of an amount, or the kind of its absence."""


class Facts(NamedTuple):
    """What the rules that look at a row by itself ask of it.

    Attributes:
        stage: the stage of the amount, or else of its deal; None if none is recorded.
        deal_stage: the stage of the deal; None if none is recorded.
        implementation: how far the work has come.
        sectors: the sectors of the deal; empty if no source says what it is for.
        horizon_years: the number of years that the amount is spread over; None if not stated.
        is_conditional: whether the amount depends on a condition.
        disclosure: whether there is a figure, or why there is none.
        standing: whether the statement still holds.
    """

    stage: Stage | None
    deal_stage: Stage | None
    implementation: Implementation
    sectors: tuple[Sector, ...]
    horizon_years: int | None
    is_conditional: bool
    disclosure: Disclosure
    standing: Standing


class Columns(NamedTuple):
    """Rows as columns: one row for each amount, and one for each statement that no longer holds.

    A deal without amounts has one row. The rows of a deal stand together.

    Attributes:
        deal: the deal.
        place: the place of the deal among those given, from 0.
        amount: the amount; None in the only row of a deal without amounts.
        statement: what a source says about the amount, or why there is no figure.
        role: what the amount is for; None without an amount.
        stage: see ``Facts``, as for all that follow.
        deal_stage: see ``Facts``.
        implementation: see ``Facts``.
        sectors: see ``Facts``.
        horizon_years: see ``Facts``.
        is_conditional: see ``Facts``.
        disclosure: see ``Facts``.
        standing: see ``Facts``.
        approximate: the numbers of the rows of amounts with several statements, of which a
            current one is approximate.
    """

    deal: tuple[Deal, ...]
    place: tuple[int, ...]
    amount: tuple[Amount | None, ...]
    statement: tuple[Stated[Money] | Undisclosed | Absence, ...]
    role: tuple[AmountRole | None, ...]
    stage: tuple[Stage | None, ...]
    deal_stage: tuple[Stage | None, ...]
    implementation: tuple[Implementation, ...]
    sectors: tuple[tuple[Sector, ...], ...]
    horizon_years: tuple[int | None, ...]
    is_conditional: tuple[bool, ...]
    disclosure: tuple[Disclosure, ...]
    standing: tuple[Standing, ...]
    approximate: frozenset[int]


class Cover(NamedTuple):
    """That one deal covers another where it counts.

    Attributes:
        deal: the id of the deal that is covered.
        covering: the id of the deal that covers it, which is one of those given.
        kind: how it covers it.
    """

    deal: str
    covering: str
    kind: str


PART_OF = "part of"
"""The deal is part of the covering one, directly or through others."""


def unique_deals(deals: Deals) -> tuple[Deal, ...]:
    """Return each deal once, in the order of first appearance.

    Raises:
        InvalidTypeError: something is not a deal; the message names it.
        ConflictError: one id stands for unequal records.
    """
    return each_once(deals.deals if isinstance(deals, Dataset) else deals, Deal)


def each_once(given: object, kind: type[E]) -> tuple[E, ...]:
    """Return each record of a kind once, in the order of first appearance.

    Raises:
        InvalidTypeError: something is not a record of the kind; the message names it.
        ConflictError: one id stands for unequal records.
    """
    name = kind.kind_name
    if not isinstance(given, Iterable):
        remedy = f"give a dataset, a catalog of {name}s, or any {name}s"
        raise InvalidTypeError.of(f"{name}s", given, remedy)
    listed = tuple(given)
    # Most lists hold records of one kind, each once, which is quick to check.
    if {*map(type, listed)} <= {kind} and len({one.id for one in listed}) == len(listed):
        return listed
    known: dict[str, E] = {}
    for position, one in enumerate(listed, start=1):
        if not isinstance(one, kind):
            raise InvalidTypeError.of(f"{name} number {position}", one, f"give {name}s only")
        first = known.setdefault(one.id, one)
        if first is not one and first != one:
            found = "two unequal records have this id"
            raise ConflictError(f"the {name} {one.id!r}", found, "merge them first", (one.id,))
    return tuple(known.values())


def columns_of(deals: tuple[Deal, ...]) -> Columns:
    """Return deals as columns."""
    listed: list[Deal] = []
    places: list[int] = []
    amounts: list[Amount | None] = []
    statements: list[Statement] = []
    standings: list[Standing] = []
    approximate: set[int] = set()
    for place, deal in enumerate(deals):
        for amount in deal.amounts:
            stated, told = amount.stated, amount.statements
            listed.append(deal)
            places.append(place)
            amounts.append(amount)
            statements.append(stated)
            standings.append(Standing.CURRENT)
            if len(told) != 1 or told[0] is not stated:  # Most amounts are stated once.
                if _is_approximate(amount):
                    approximate.add(len(listed) - 1)
                for statement, standing in _fallen(amount):
                    listed.append(deal)
                    places.append(place)
                    amounts.append(amount)
                    statements.append(statement)
                    standings.append(standing)
        if not deal.amounts:
            listed.append(deal)
            places.append(place)
            amounts.append(None)
            statements.append(deal.no_amount)
            standings.append(Standing.CURRENT)
    holders = [amount or deal for amount, deal in zip(amounts, listed, strict=True)]
    years = [amount.horizon_years if amount else None for amount in amounts]
    return Columns(
        deal=tuple(listed),
        place=tuple(places),
        amount=tuple(amounts),
        statement=tuple(statements),
        role=tuple([amount.role if amount else None for amount in amounts]),
        stage=tuple([one.stage if type(one.stage) is Stage else None for one in holders]),
        deal_stage=tuple([one.stage if type(one.stage) is Stage else None for one in listed]),
        implementation=tuple([deal.implementation for deal in listed]),
        sectors=tuple([deal.sectors for deal in listed]),
        horizon_years=tuple([number if type(number) is int else None for number in years]),
        is_conditional=tuple([type(a.condition) is str if a else False for a in amounts]),
        disclosure=tuple([_DISCLOSURES.get(type(s)) or disclosure_of(s) for s in statements]),
        standing=tuple(standings),
        approximate=frozenset(approximate),
    )


# Most statements are of these very classes, and a lookup is faster than a question.
_DISCLOSURES = {Stated: Disclosure.STATED, NotStated: Disclosure.NOT_STATED}


def _fallen(amount: Amount) -> Iterable[tuple[Statement, Standing]]:
    """Yield the statements of an amount that no longer hold, in the order of its series."""
    series = amount.series
    for statement, standing in zip(series, standings_of(series), strict=True):
        if standing is not Standing.CURRENT:
            yield statement, standing


def _is_approximate(amount: Amount) -> bool:
    """Whether a current statement of an amount is approximate."""
    standings = standings_of(amount.statements)
    return any(
        standing is Standing.CURRENT and isinstance(said, Stated) and said.hedge.is_approximate
        for said, standing in zip(amount.statements, standings, strict=True)
    )


def covers_of(deals: tuple[Deal, ...]) -> tuple[Cover, ...]:
    """Return which of the deals covers which: the wholes of each, nearest first."""
    nested = [deal for deal in deals if type(deal.part_of) is not NotStated]
    given = {deal.id for deal in deals} if nested else set()
    return tuple(
        Cover(deal.id, whole.id, PART_OF)
        for deal in nested
        for whole in deal.ancestors
        if whole.id in given
    )


def places_by_id(columns: Columns) -> dict[str, int]:
    """Return the place of each deal, by its id."""
    return {deal.id: place for deal, place in zip(columns.deal, columns.place, strict=True)}
