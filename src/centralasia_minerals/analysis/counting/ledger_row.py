"""Rows of the ledger: one for each amount, and one for each statement that no longer holds."""

from __future__ import annotations

from decimal import Decimal

import attrs

from centralasia_minerals.entities.amount import Amount, AmountRole, Profile, profile_of
from centralasia_minerals.entities.country import Bloc, Country
from centralasia_minerals.entities.deal import Deal, DealKind
from centralasia_minerals.entities.mineral import Mineral
from centralasia_minerals.entities.source import Citation
from centralasia_minerals.entities.stage import Implementation, Sector, Stage, StageGroup
from centralasia_minerals.entities.statement import (
    Disclosure,
    Standing,
    Stated,
    Undisclosed,
    disclosure_of,
    standing_of,
)
from centralasia_minerals.values.absence import Absence, NotStated
from centralasia_minerals.values.currency import Currency
from centralasia_minerals.values.hedge import Hedge
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.partial_date import PartialDate

from .convert import Conversion
from .exclusion_reason import ExclusionReason


@attrs.frozen(repr=False)
class LedgerRow:
    """One figure of one deal, with everything that the counting rules look at.

    Attributes:
        deal: the deal.
        amount: the amount; None in the only row of a deal without amounts.
        statement: what a source says about the amount, or why there is no figure.
        standing: whether the statement still holds beside the others of its amount.
        figure: what is added up: the statement, or what it was converted into.
        reasons: why the row is not counted, in the order of the rules; empty if it counts.
        conversion: how the figure was converted; None if it was not.
        parts: the rows of the deal's parts that would count without it; empty if it has none.
        raised_low: the low of the row if its parts raise it, in the currency of the figure: the
            sum of their lows, at most the stated figure; None if they do not raise it.
    """

    deal: Deal
    amount: Amount | None
    statement: Stated[Money] | Undisclosed | Absence
    standing: Standing = Standing.CURRENT
    figure: Stated[Money] | Undisclosed | Absence = attrs.field()
    reasons: tuple[ExclusionReason, ...] = ()
    conversion: Conversion | None = None
    parts: tuple[LedgerRow, ...] = ()
    raised_low: Decimal | None = None

    @figure.default
    def _as_printed(self) -> Stated[Money] | Undisclosed | Absence:
        return self.statement

    @property
    def counts(self) -> bool:
        """Whether nothing keeps the row out."""
        return not self.reasons

    @property
    def reason(self) -> ExclusionReason | None:
        """The first reason why the row is not counted; None if it counts."""
        return self.reasons[0] if self.reasons else None

    @property
    def profile(self) -> Profile:
        """What the counting rules look at in the row."""
        if self.amount is None:
            stage = self.deal.stage if isinstance(self.deal.stage, Stage) else None
            return profile_of(
                None,
                stage,
                stage,
                self.deal.implementation,
                self.deal.sectors,
                None,
                False,
                disclosure_of(self.statement),
                Standing.CURRENT,
            )
        if self.standing is Standing.CURRENT:
            return self.amount.profile
        return attrs.evolve(
            self.amount.profile,
            disclosure=disclosure_of(self.statement),
            standing=self.standing,
        )

    @property
    def disclosure(self) -> Disclosure:
        """Whether the figure is stated or withheld, or why there is none."""
        return disclosure_of(self.statement)

    @property
    def role(self) -> AmountRole | None:
        """What the amount is for; None without an amount."""
        return self.amount.role if self.amount else None

    @property
    def is_financing(self) -> bool:
        """Whether the amount pays for something, instead of being what it is worth."""
        return self.role is AmountRole.FINANCING

    @property
    def currency(self) -> Currency | None:
        """The currency of the figure; None without a figure."""
        return self.figure.value.currency if isinstance(self.figure, Stated) else None

    @property
    def low(self) -> Decimal | None:
        """The least that the figure or the deal's parts allow; None without a figure."""
        if not isinstance(self.figure, Stated):
            return None
        return self.figure.low.amount if self.raised_low is None else self.raised_low

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
        """The condition that the amount depends on; None if there is none."""
        condition = self.amount.condition if self.amount else None
        return condition if isinstance(condition, str) else None

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
        beside = [
            citation
            for other in self.amount.series
            if self.standing is Standing.CURRENT
            and standing_of(other, self.amount.statements) is Standing.CURRENT
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
