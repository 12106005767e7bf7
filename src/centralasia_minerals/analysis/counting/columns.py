"""The columns of the ledger: what the rules and the sums ask of each row."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, TypeAlias, TypeVar

from centralasia_minerals.dataset.catalog import Catalog
from centralasia_minerals.dataset.dataset import Dataset
from centralasia_minerals.entities.amount import Amount
from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.series import last_told, series_key, standings_of
from centralasia_minerals.entities.statement import (
    Disclosure,
    Standing,
    Stated,
    Undisclosed,
    disclosure_of,
)
from centralasia_minerals.entities.vocabulary.amount_role import AmountRole
from centralasia_minerals.entities.vocabulary.implementation import Implementation
from centralasia_minerals.entities.vocabulary.sector import Sector
from centralasia_minerals.entities.vocabulary.stage import Stage
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
        role: what the amount is for; None without an amount.
        stage: the stage of the amount, or else of its deal; None if none is recorded.
        deal_stage: the stage of the deal; None if none is recorded.
        implementation: how far the work has come.
        sectors: the sectors of the deal; empty if no source says what it is for.
        horizon_years: the number of years that the amount is spread over; None if not stated.
        is_conditional: whether the amount depends on a condition.
        disclosure: whether there is a figure, or why there is none.
        standing: whether the statement still holds.
    """

    role: AmountRole | None
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

    A deal without amounts has one row. The rows of a deal stand together. What the rules ask of a
    row by itself stands once for all rows that are alike, since they are few.

    Attributes:
        deal: the deal.
        place: the place of the deal among those given, from 0.
        amount: the amount; None in the only row of a deal without amounts.
        statement: what a source says about the amount, or why there is no figure.
        combination: the place, from 0, of the row's facts among ``combinations``.
        combinations: the facts of the rows, each combination once.
        approximate: the numbers of the rows that are approximate though their own hedge may not
            say so: further words do, or another current statement of the amount.
    """

    deal: tuple[Deal, ...]
    place: tuple[int, ...]
    amount: tuple[Amount | None, ...]
    statement: tuple[Stated[Money] | Undisclosed | Absence, ...]
    combination: tuple[int, ...]
    combinations: tuple[Facts, ...]
    approximate: frozenset[int]

    def facts(self, row: int) -> Facts:
        """Return what the rules ask of a row by itself."""
        return self.combinations[self.combination[row]]

    def of_facts(self, name: str) -> list[Any]:
        """Return one of the facts as a column, by its name in ``Facts``."""
        held = [getattr(facts, name) for facts in self.combinations]
        return [held[place] for place in self.combination]


def unique_deals(deals: Deals) -> tuple[Deal, ...]:
    """Return each deal once, in the order of first appearance.

    Raises:
        InvalidTypeError: something is not a deal; the message names it.
        ConflictError: one id stands for unequal records.
    """
    return each_once(deals.deals if isinstance(deals, Dataset) else deals, Deal)


def version_of(deals: Deals) -> str | None:
    """Return the version of the dataset that deals were given as; None if there is none."""
    return (deals.version or None) if isinstance(deals, Dataset) else None


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
    combination: list[int] = []
    approximate: set[int] = set()
    known: dict[tuple[object, ...], int] = {}
    series = _Series()
    for place, deal in enumerate(deals):
        deal_stage, implementation, sectors = deal.stage, deal.implementation, deal.sectors
        for amount in deal.amounts or _NO_AMOUNT:
            if amount is None:
                role, stage, years, is_conditional = None, deal_stage, None, False
                rows: list[tuple[Statement, Standing]] = [(deal.no_amount, Standing.CURRENT)]
            else:
                role, stage, years = amount.role, amount.stage, amount.horizon_years
                is_conditional = amount.is_conditional
                stated, told = amount.leading, amount.statements
                rows = [(stated, Standing.CURRENT)]
                if type(stated) is Stated and type(stated.further_words) is str:
                    approximate.add(len(listed))
                if len(told) != 1 or told[0] is not stated:  # Most amounts are stated once.
                    fallen, is_approximate = series.of(told)
                    rows += [(told[number], standing) for number, standing in fallen]
                    if is_approximate:
                        approximate.add(len(listed))
            for said, standing in rows:
                facts = (
                    role,
                    stage if type(stage) is Stage else None,
                    deal_stage if type(deal_stage) is Stage else None,
                    implementation,
                    sectors,
                    years if type(years) is int else None,
                    is_conditional,
                    _DISCLOSURES.get(type(said)) or disclosure_of(said),
                    standing,
                )
                listed.append(deal)
                places.append(place)
                amounts.append(amount)
                statements.append(said)
                combination.append(known.setdefault(facts, len(known)))
    return Columns(
        deal=tuple(listed),
        place=tuple(places),
        amount=tuple(amounts),
        statement=tuple(statements),
        combination=tuple(combination),
        combinations=tuple([Facts(*facts) for facts in known]),  # type: ignore[arg-type]  # in its order
        approximate=frozenset(approximate),
    )


_NO_AMOUNT = (None,)

# Most statements are of these very classes, and a lookup is faster than a question.
_DISCLOSURES = {Stated: Disclosure.STATED, NotStated: Disclosure.NOT_STATED}


_Fallen: TypeAlias = tuple[list[tuple[int, Standing]], bool]


class _Series:
    """Tells what of a series no longer holds, found once for all that are alike."""

    def __init__(self) -> None:
        self._known: dict[object, _Fallen] = {}

    def of(self, told: tuple[Stated[Money] | Undisclosed, ...]) -> _Fallen:
        """Return the places of statements that no longer hold, and if another is approximate."""
        alike = tuple(
            [(one.rank, last_told(one), bool(one) and one.approximate) for one in told]  # type: ignore[union-attr]  # what is withheld is false
        )
        if alike not in self._known:
            standings = standings_of(told)
            order = sorted(range(len(told)), key=lambda number: series_key(told[number]))
            fallen = [(n, standings[n]) for n in order if standings[n] is not Standing.CURRENT]
            is_approximate = any(alike[n][2] for n in order if standings[n] is Standing.CURRENT)
            self._known[alike] = fallen, is_approximate
        return self._known[alike]
