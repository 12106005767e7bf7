"""Rows of the ledger: one for each amount, and one for each statement that no longer holds."""

from __future__ import annotations

from decimal import Decimal

import attrs

from centralasia_minerals.dataset.json.to_dict import ToDict
from centralasia_minerals.entities.amount import Amount
from centralasia_minerals.entities.base.results import result
from centralasia_minerals.entities.country import Bloc, Country
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.mineral import Mineral
from centralasia_minerals.entities.series import standings_of
from centralasia_minerals.entities.source import Citation
from centralasia_minerals.entities.statement import (
    Disclosure,
    Standing,
    Stated,
    Undisclosed,
    disclosure_of,
)
from centralasia_minerals.entities.vocabulary.amount_role import AmountRole
from centralasia_minerals.entities.vocabulary.deal_kind import DealKind
from centralasia_minerals.entities.vocabulary.implementation import Implementation
from centralasia_minerals.entities.vocabulary.money_kind import MoneyKind
from centralasia_minerals.entities.vocabulary.sector import Sector
from centralasia_minerals.entities.vocabulary.stage import Stage, StageGroup
from centralasia_minerals.rendering.brief import ShownBriefly
from centralasia_minerals.values.absence import Absence, NotStated
from centralasia_minerals.values.closed_enum import ClosedEnum
from centralasia_minerals.values.currency import Currency
from centralasia_minerals.values.hedge import Hedge
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.partial_date import PartialDate

from .covers import Replacement
from .judging.exclusion_reason import ExclusionReason
from .sums.convert import Conversion


class Verdict(ClosedEnum):
    """What becomes of a row of the ledger; every row has one."""

    COUNTED = "counted", "The figure is in the total."
    LEFT_OUT = "left out", "The figure is not in the total, for the reasons given."
    UNDISCLOSED = "undisclosed", "The row passed the filters, and its figure is withheld."


@attrs.frozen(repr=False)
@result
class LedgerRow(ToDict, ShownBriefly):
    """One figure of one deal, with everything that the counting rules look at.

    Attributes:
        deal: the deal.
        amount: the amount; None in the only row of a deal without amounts.
        statement: what a source says about the amount, or why there is no figure.
        standing: whether the statement still holds beside the others of its amount.
        figure: what is added up: the statement, or what it was converted into.
        reasons: why the row is left out, in the order of the rules; empty if it is not.
        verdict: whether the row is counted, left out or undisclosed.
        conversion: how the figure was converted; None if it was not.
        parts: the rows of the deal's parts that would count without it; empty if it has none.
        approximate: whether the figure, or any current statement of its amount, is approximate.
        raised_low: the low of the row if its parts raise it, in the currency of the figure: the
            sum of their lows, at most the stated figure; None if they do not raise it.
        lowered_low: the low of the row without the parts of its amount that are conditional, in the
            currency of the figure; None if none is.
        replacement: which deal has replaced the deal, and since when; None if none has.
    """

    deal: Deal
    amount: Amount | None
    statement: Stated[Money] | Undisclosed | Absence
    standing: Standing = Standing.CURRENT
    figure: Stated[Money] | Undisclosed | Absence = attrs.field()
    reasons: tuple[ExclusionReason, ...] = ()
    verdict: Verdict = Verdict.COUNTED
    conversion: Conversion | None = None
    parts: tuple[LedgerRow, ...] = ()
    approximate: bool = False
    raised_low: Decimal | None = None
    lowered_low: Decimal | None = None
    replacement: Replacement | None = None

    @figure.default
    def _as_printed(self) -> Stated[Money] | Undisclosed | Absence:
        return self.statement

    @property
    def counts(self) -> bool:
        """Whether the row is counted."""
        return self.verdict is Verdict.COUNTED

    @property
    def reason(self) -> ExclusionReason | None:
        """The first reason why the row is not counted; None if it counts."""
        return self.reasons[0] if self.reasons else None

    @property
    def disclosure(self) -> Disclosure:
        """Whether the figure is stated or withheld, or why there is none."""
        return disclosure_of(self.statement)

    @property
    def role(self) -> AmountRole | None:
        """What the amount is for; None without an amount."""
        return self.amount.role if self.amount else None

    @property
    def money(self) -> MoneyKind | None:
        """The kind of money; None without an amount, or if no source says."""
        money = self.amount.money if self.amount else None
        return money if isinstance(money, MoneyKind) else None

    @property
    def is_funding(self) -> bool:
        """Whether the amount pays for something, instead of being what it costs."""
        return self.money is not None and self.money.is_funding

    @property
    def currency(self) -> Currency | None:
        """The currency of the figure; None without a figure."""
        return self.figure.value.currency if isinstance(self.figure, Stated) else None

    @property
    def low(self) -> Decimal | None:
        """The least that the figure or the deal's parts allow; None without a figure."""
        if not isinstance(self.figure, Stated):
            return None
        moved = self.lowered_low if self.raised_low is None else self.raised_low
        return self.figure.low.amount if moved is None else moved

    @property
    def stated(self) -> Decimal | None:
        """The figure itself, whatever its wording; None without a figure."""
        return self.figure.value.amount if isinstance(self.figure, Stated) else None

    @property
    def high(self) -> Decimal | None:
        """The most that the figure allows; None without an upper limit, or without a figure."""
        if not isinstance(self.figure, Stated) or self.figure.high is None:
            return None
        return self.figure.high.amount

    @property
    def hedge(self) -> Hedge | None:
        """How the figure is worded; None without a figure."""
        return self.figure.hedge if isinstance(self.figure, Stated) else None

    @property
    def stage(self) -> Stage | None:
        """The stage of the amount, or of its deal; None if none is recorded."""
        stage = self.amount.stage if self.amount else self.deal.stage
        return stage if isinstance(stage, Stage) else None

    @property
    def group(self) -> StageGroup | None:
        """The group of the stage; None if no stage is recorded."""
        return self.stage.group if self.stage else None

    @property
    def implementation(self) -> Implementation:
        """How far work on the deal has come."""
        return self.deal.implementation

    @property
    def sectors(self) -> tuple[Sector, ...]:
        """The deal's sectors."""
        return self.deal.sectors

    @property
    def countries(self) -> tuple[Country, ...]:
        """The Central Asian states of the deal."""
        return self.deal.countries

    @property
    def partners(self) -> tuple[Country | Bloc, ...]:
        """The other states and blocs of the deal."""
        return self.deal.partners

    @property
    def kind(self) -> DealKind:
        """The deal's kind."""
        return self.deal.kind

    @property
    def minerals(self) -> tuple[Mineral, ...]:
        """The deal's minerals."""
        return self.deal.minerals

    @property
    def date(self) -> PartialDate | None:
        """The deal's date; None if none is recorded."""
        return None if isinstance(self.deal.date, NotStated) else self.deal.date.date

    @property
    def horizon_years(self) -> int | None:
        """The number of years that the amount is spread over; None if none is stated."""
        years = self.amount.horizon_years if self.amount else None
        return years if isinstance(years, int) else None

    @property
    def condition(self) -> str | None:
        """The open conditions that the amount depends on; None if there are none."""
        held = self.amount.conditions if self.amount else ()
        return "; ".join(one.what for one in held if one.is_open) or None

    @property
    def equivalents(self) -> tuple[Stated[Money], ...]:
        """The same amount as printed in other currencies; empty if none is printed."""
        return self.amount.equivalents if self.amount else ()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The passages behind the row, each once.

        They are those of every current statement and of a printed equivalent that is used, or
        those of the deal if there is no amount.
        """
        if self.amount is None:
            return self.deal.citations
        own = _citations_of(self.statement)
        series = self.amount.series if self.standing is Standing.CURRENT else ()
        beside = [
            citation
            for other, standing in zip(series, standings_of(series), strict=True)
            if standing is Standing.CURRENT
            for citation in other.citations
        ]
        figure = _citations_of(self.figure)
        held_up = [c for part in self.parts if self.raised_low for c in part.citations]
        found = tuple(dict.fromkeys((*own, *beside, *figure, *held_up)))
        return found or self.amount.citations or self.deal.citations

    def __repr__(self) -> str:
        why = f", reasons={[str(reason) for reason in self.reasons]}" if self.reasons else ""
        role = self.role or "no amount"
        return f"LedgerRow({self.deal.id!r}, {str(role)!r}, {str(self.figure)!r}{why})"


def _citations_of(statement: Stated[Money] | Undisclosed | Absence) -> tuple[Citation, ...]:
    return statement.citations if isinstance(statement, (Stated, Undisclosed)) else ()
