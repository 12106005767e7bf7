"""What papers and amounts of money are called where totals are told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from centralasia_minerals.entities.vocabulary.amount_role import AmountRole
from centralasia_minerals.entities.vocabulary.implementation import Implementation
from centralasia_minerals.entities.vocabulary.stage import Stage, StageGroup
from centralasia_minerals.rendering.messages import counting_translator, translator
from centralasia_minerals.values.hedge import Hedge

from ..counting.ledger_row import LedgerRow

Say = Callable[[str], str]
Plural = Callable[[str, str, int], str]

_PACKAGE = "centralasia_minerals.analysis.reporting"


def say_in(locale: str) -> Say:
    """Return the function that translates the messages of totals into a language.

    Raises:
        UnknownLocaleError: no translation exists; the message lists the languages that have one.
    """
    return translator(_PACKAGE, locale)


def plural_in(locale: str) -> Plural:
    """Return the function that translates messages in the form that a number asks for.

    Raises:
        UnknownLocaleError: as for ``say_in``.
    """
    return counting_translator(_PACKAGE, locale)


class Kind(NamedTuple):
    """What the rows of one sort have in common: the paper, and the money.

    Attributes:
        stage: the stage of the paper; None if none is recorded.
        is_cancelled: whether the work was cancelled.
        role: what the money is.
        years: how many years it is spread over; None if no source says.
    """

    stage: Stage | None
    is_cancelled: bool
    role: AmountRole | None
    years: int | None


def kind_of(row: LedgerRow) -> Kind:
    """Return the sort of a row."""
    is_cancelled = row.implementation is Implementation.CANCELLED
    return Kind(row.stage, is_cancelled, row.role, row.horizon_years)


def count_of(rows: Iterable[LedgerRow]) -> int:
    """Return how many papers rows stand for: a letter with a stage of its own is one by itself."""
    return len(
        {id(row.amount) if row.amount and row.amount.stages else row.deal.id for row in rows}
    )


NOT_BINDING = {
    stage
    for stage in Stage
    if stage.group is StageGroup.INTENDED and stage is not Stage.FRAMEWORK  # partly binding
}
DEALS = ("{count} deal", "{count} deals")
CANCELLED = ("{papers} on a cancelled project", "{papers} on cancelled projects")
PAPERS = {
    Stage.TALKS: ("{count} deal under negotiation", "{count} deals under negotiation"),
    Stage.PROPOSED: ("{count} proposed deal", "{count} proposed deals"),
    Stage.PLEDGED: ("{count} pledge", "{count} pledges"),
    Stage.LETTER_OF_INTEREST: ("{count} letter of interest", "{count} letters of interest"),
    Stage.MEMORANDUM: (
        "{count} memorandum of understanding",
        "{count} memoranda of understanding",
    ),
    Stage.FRAMEWORK: ("{count} framework agreement", "{count} framework agreements"),
    Stage.AGREED: ("{count} agreed deal", "{count} agreed deals"),
    Stage.SIGNED: ("{count} signed deal", "{count} signed deals"),
    Stage.FAILED: ("{count} failed deal", "{count} failed deals"),
    Stage.EXPIRED: ("{count} expired deal", "{count} expired deals"),
}
OWN_WORDS = {Hedge.NEARLY: "nearly {stated}", Hedge.MORE_THAN: "more than {stated}"}
LEFT_OUT = {
    Stage.TALKS: "talks on a deal of {figure}",
    Stage.PROPOSED: "a proposal for {figure}",
    Stage.PLEDGED: "a pledge of {figure}",
    Stage.LETTER_OF_INTEREST: "a letter of interest for {figure}",
    Stage.MEMORANDUM: "a memorandum of understanding for {figure}",
}
MONEY = {
    AmountRole.COST: "a published cost",
    AmountRole.VALUATION: "a published valuation",
    AmountRole.CONTRACT_VALUE: "a published contract value",
    AmountRole.PRICE: "a published price",
    AmountRole.SPENDING: "a published amount of spending",
    AmountRole.INVESTMENT: "a published amount of investment",
    AmountRole.FINANCING: "a published amount of financing",
    AmountRole.DISBURSEMENT: "a published disbursement",
}
WITHHELD = (
    "The amount of {deals} is withheld{marks}.",
    "The amounts of {deals} are withheld{marks}.",
)
IN_ADDITION = (
    "In addition, the amount of {deals} is withheld{marks}.",
    "In addition, the amounts of {deals} are withheld{marks}.",
)
GENDERS_OF_COUNTS = {
    "count": "one two three four five six seven eight nine ten",
    "feminine": "feminine: one two three four five six seven eight nine ten",
    "neuter": "neuter: one two three four five six seven eight nine ten",
}
"""The words of counts; only translations use the second and the third."""
