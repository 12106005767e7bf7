"""The languages of totals, and what rows of one sort have in common where they are told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from centralasia_minerals.entities.vocabulary.amount_role import AmountRole
from centralasia_minerals.entities.vocabulary.implementation import Implementation
from centralasia_minerals.entities.vocabulary.money_kind import MoneyKind
from centralasia_minerals.entities.vocabulary.stage import Stage
from centralasia_minerals.rendering.messages import counting_translator, translator

from ..counting.ledger import Rows
from ..counting.ledger_row import LedgerRow

Say = Callable[[str], str]
Plural = Callable[[str, str, int], str]


def say_in(locale: str) -> Say:
    """Return the function that translates the messages of totals into a language.

    Raises:
        UnknownLocaleError: no translation exists; the message lists the languages that have one.
    """
    return translator(locale)


def plural_in(locale: str) -> Plural:
    """Return the function that translates messages in the form that a number asks for.

    Raises:
        UnknownLocaleError: as for ``say_in``.
    """
    return counting_translator(locale)


class Kind(NamedTuple):
    """What the rows of one sort have in common: the paper, and the money.

    Attributes:
        stage: the stage of the paper; None if none is recorded.
        is_cancelled: whether the work was cancelled.
        role: what the money is.
        money: the kind of money; None if no source says.
        years: how many years it is spread over; None if no source says.
    """

    stage: Stage | None
    is_cancelled: bool
    role: AmountRole | None
    money: MoneyKind | None
    years: int | None


def kind_of(row: LedgerRow) -> Kind:
    """Return the sort of a row."""
    is_cancelled = row.implementation is Implementation.CANCELLED
    return Kind(row.stage, is_cancelled, row.role, row.money, row.horizon_years)


def count_of(rows: Iterable[LedgerRow]) -> int:
    """Return how many papers rows stand for: a letter with a stage of its own is one by itself."""
    return len(
        {id(row.amount) if row.amount and row.amount.stages else row.deal.id for row in rows}
    )


def in_each_currency(rows: Rows) -> Iterator[Rows]:
    """Yield the rows of each currency, by code; all must have a figure."""
    numbers: dict[str, list[int]] = {}
    for number, row in zip(rows.numbers, rows, strict=True):
        numbers.setdefault(str(row.currency), []).append(number)
    for code in sorted(numbers):
        yield Rows(rows.ledger, (*numbers[code],))


GENDERS_OF_COUNTS = {
    "count": "one two three four five six seven eight nine ten",
    "feminine": "feminine: one two three four five six seven eight nine ten",
    "neuter": "neuter: one two three four five six seven eight nine ten",
}
"""The words of counts; only translations use the second and the third."""
