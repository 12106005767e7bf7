"""The columns of the ledger: what the rules and the sums ask of each row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from centralasia_minerals.entities.amount import Amount
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.statement import (
    Disclosure,
    Standing,
    Stated,
    Undisclosed,
    disclosure_of,
)
from centralasia_minerals.entities.vocabulary.amount_role import AmountRole
from centralasia_minerals.entities.vocabulary.deal_kind import DealClass
from centralasia_minerals.entities.vocabulary.implementation import Implementation
from centralasia_minerals.entities.vocabulary.money_kind import MoneyKind
from centralasia_minerals.entities.vocabulary.sector import Sector
from centralasia_minerals.entities.vocabulary.stage import Stage
from centralasia_minerals.values.absence import Absence, NotStated
from centralasia_minerals.values.money import Money

from .amount_parts import parts_in
from .covers import Replacement, replaced_in
from .row_notes import RowNotes, Statement


class Facts(NamedTuple):
    """What the rules that look at a row by itself ask of it.

    Attributes:
        role: what the amount is for; None without an amount.
        money: the kind of money; None without an amount, or if it has no figure and no source says.
        deal_class: the class of the deal; *undertaking* if none is recorded.
        stage: the stage of the amount, or else of its deal; None if none is recorded.
        deal_stage: the stage of the deal; None if none is recorded.
        implementation: how far the work has come.
        sectors: the sectors of the deal; empty if no source says what it is for.
        horizon_years: the number of years that the amount is spread over; None if not stated.
        is_conditional: whether the amount depends on a contingency that is neither met nor waived.
        gives_way: whether the parts of the amount are judged in its place, since some are
            conditional.
        is_replaced: whether another of the deals has replaced the deal.
        disclosure: whether there is a figure, or why there is none.
        standing: whether the statement still holds.
    """

    role: AmountRole | None
    money: MoneyKind | None
    deal_class: DealClass
    stage: Stage | None
    deal_stage: Stage | None
    implementation: Implementation
    sectors: tuple[Sector, ...]
    horizon_years: int | None
    is_conditional: bool
    gives_way: bool
    is_replaced: bool
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
        whole: the amount that the amount of a row is a part of, by the number of the row; a row
            whose amount is one by itself has none.
        depending: the conditional parts that the amount of a row still holds, by the number of
            the row.
        replaced: what has replaced a deal, by its id.
    """

    deal: tuple[Deal, ...]
    place: tuple[int, ...]
    amount: tuple[Amount | None, ...]
    statement: tuple[Stated[Money] | Undisclosed | Absence, ...]
    combination: tuple[int, ...]
    combinations: tuple[Facts, ...]
    approximate: frozenset[int]
    whole: Mapping[int, Amount]
    depending: Mapping[int, tuple[Amount, ...]]
    replaced: Mapping[str, Replacement]

    def facts(self, row: int) -> Facts:
        """Return what the rules ask of a row by itself."""
        return self.combinations[self.combination[row]]

    def unit(self, row: int) -> Amount | None:
        """Return the amount that a row stands for, or the whole that its amount is a part of."""
        return self.whole.get(row) or self.amount[row]

    def share_unit(self, row: int, other: int) -> bool:
        """Whether two rows of a deal stand for one amount, or for parts of one."""
        if not self.whole:
            return self.amount[row] is self.amount[other]
        return self.unit(row) is self.unit(other)

    def unit_place(self, row: int) -> int:
        """Return the place of the unit of a row among the amounts of its deal, from 0."""
        unit = self.unit(row)
        return next((at for at, one in enumerate(self.deal[row].amounts) if one is unit), 0)

    def span(self, row: int) -> float:
        """Return over how many years the unit of a row is spread; without a horizon, over all."""
        unit = self.unit(row)
        years = None if unit is None else unit.horizon_years
        return years if isinstance(years, int) else float("inf")

    def is_part_of(self, row: int, counted: Sequence[int]) -> bool:
        """Whether the amount of a row is part of an amount among the rows that count."""
        whole = self.whole.get(row)
        return whole is not None and any(self.amount[one] is whole for one in counted)

    def of_facts(self, name: str) -> list[Any]:
        """Return one of the facts as a column, by its name in ``Facts``."""
        held = [getattr(facts, name) for facts in self.combinations]
        return [held[place] for place in self.combination]


def columns_of(deals: tuple[Deal, ...]) -> Columns:
    """Return deals as columns."""
    listed: list[Deal] = []
    places: list[int] = []
    amounts: list[Amount | None] = []
    statements: list[Statement] = []
    combination: list[int] = []
    known: dict[tuple[object, ...], int] = {}
    replaced = replaced_in(deals)
    notes = RowNotes()
    for place, deal in enumerate(deals):
        deal_class = deal.deal_class
        if type(deal_class) is NotStated:
            deal_class = DealClass.UNDERTAKING
        deal_stage = deal.stage if type(deal.stage) is Stage else None
        is_replaced = bool(replaced) and deal.id in replaced
        of_deal = deal_class, deal_stage, deal.implementation, deal.sectors, is_replaced
        parts = parts_in(deal) if len(deal.amounts) > 1 else None
        for amount in deal.amounts or _NO_AMOUNT:
            first = len(listed)
            if amount is None:
                of_amount: tuple[object, ...] = None, None, deal_stage, None, False, False
                rows: list[tuple[Statement, Standing]] = [(deal.no_amount, Standing.CURRENT)]
            else:
                money, stage, years = amount.money, amount.stage, amount.horizon_years
                whole = parts.whole_of(amount) if parts else None
                if whole is not None and type(years) is not int:
                    years = whole.horizon_years
                of_amount = (
                    amount.role,
                    money if type(money) is MoneyKind else None,
                    stage if type(stage) is Stage else None,
                    years if type(years) is int else None,
                    (bool(amount.conditions) and amount.is_conditional)
                    or (whole is not None and whole.is_conditional),
                    bool(parts) and parts.gives_way(amount),  # type: ignore[union-attr]  # there are some
                )
                rows = notes.rows_of(amount, first)
                if parts:
                    notes.add_parts(parts, amount, first, len(rows))
            for said, standing in rows:
                disclosure = _DISCLOSURES.get(type(said)) or disclosure_of(said)
                facts = of_amount, of_deal, disclosure, standing
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
        combinations=tuple([_facts(*facts) for facts in known]),  # type: ignore[arg-type]  # in its order
        approximate=frozenset(notes.approximate),
        whole=notes.whole,
        depending=notes.depending,
        replaced=replaced,
    )


_NO_AMOUNT = (None,)

# Most statements are of these very classes, and a lookup is faster than a question.
_DISCLOSURES = {Stated: Disclosure.STATED, NotStated: Disclosure.NOT_STATED}


def _facts(
    of_amount: tuple[Any, ...], of_deal: tuple[Any, ...], disclosure: Disclosure, standing: Standing
) -> Facts:
    role, money, stage, years, is_conditional, gives_way = of_amount
    deal_class, deal_stage, implementation, sectors, is_replaced = of_deal
    return Facts(
        role, money, deal_class, stage, deal_stage, implementation, sectors, years,
        is_conditional, gives_way, is_replaced, disclosure, standing,
    )  # fmt: skip
