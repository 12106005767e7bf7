"""Rows of the ledger: one for each amount, and one for each statement that no longer holds."""

from __future__ import annotations

from decimal import Decimal

import attrs

from centralasia_minerals.entities import (
    Amount,
    AmountRole,
    Bloc,
    Citation,
    Country,
    Deal,
    DealKind,
    Disclosure,
    Implementation,
    Mineral,
    Profile,
    Sector,
    Stage,
    StageGroup,
    Standing,
    Stated,
    Undisclosed,
    disclosure_of,
    profile_of,
    standing_of,
)
from centralasia_minerals.values import Absence, Currency, Hedge, Money, NotStated, PartialDate

from .rates import Conversion
from .reasons import ExclusionReason


@attrs.frozen(repr=False)
class LedgerRow:
    """One figure of one deal, with everything that the counting rules need.

    ``amount`` is None in the one row of a deal without amounts. ``statement`` is what is said of
    the amount, or the kind of its absence. ``figure`` is what is computed with: the statement, or
    what it was converted into (``conversion`` says how). ``reasons`` says why the row is not
    counted, in the order of the rules; empty where it counts on its own. ``parts`` are the rows of
    the deal's parts that would count without it, and ``raised_low`` is the row's low where they
    hold it up: their lows together, but never more than the stated figure.
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
        """Say whether nothing keeps the row out."""
        return not self.reasons

    @property
    def reason(self) -> ExclusionReason | None:
        """The first reason why the row is not counted; None where it counts."""
        return self.reasons[0] if self.reasons else None

    @property
    def profile(self) -> Profile:
        """What the counting rules ask of the row."""
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
        """Whether the figure is stated, withheld, not said, or cannot be."""
        return disclosure_of(self.statement)

    @property
    def role(self) -> AmountRole | None:
        """What the amount is; None without one."""
        return self.amount.role if self.amount else None

    @property
    def is_financing(self) -> bool:
        """Say whether the amount pays for something instead of being its worth."""
        return self.role is AmountRole.FINANCING

    @property
    def currency(self) -> Currency | None:
        """The currency of the figure; None without one."""
        return self.figure.value.currency if isinstance(self.figure, Stated) else None

    @property
    def low(self) -> Decimal | None:
        """The least that the figure allows, or that the deal's parts hold up, if more."""
        if not isinstance(self.figure, Stated):
            return None
        return self.figure.low.amount if self.raised_low is None else self.raised_low

    @property
    def stated(self) -> Decimal | None:
        """The printed face value."""
        return self.figure.value.amount if isinstance(self.figure, Stated) else None

    @property
    def high(self) -> Decimal | None:
        """The most that the figure allows; None where that is open, or there is no figure."""
        if not isinstance(self.figure, Stated) or self.figure.high is None:
            return None
        return self.figure.high.amount

    @property
    def hedge(self) -> Hedge | None:
        """How the figure is worded; None without one."""
        return self.figure.hedge if isinstance(self.figure, Stated) else None

    @property
    def stage(self) -> Stage | None:
        """The amount's own stage, else its deal's; None where none is recorded."""
        stage = self.amount.stage if self.amount else self.deal.stage
        return stage if isinstance(stage, Stage) else None

    @property
    def group(self) -> StageGroup | None:
        """The group of the stage; None where none is recorded."""
        return self.stage.group if self.stage else None

    @property
    def implementation(self) -> Implementation:
        """How far the deal's work has come."""
        return self.deal.implementation

    @property
    def sectors(self) -> tuple[Sector, ...]:
        """The deal's sectors."""
        return self.deal.sectors

    @property
    def countries(self) -> tuple[Country, ...]:
        """The Central Asian states concerned."""
        return self.deal.countries

    @property
    def partners(self) -> tuple[Country | Bloc, ...]:
        """The other states and blocs."""
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
        """The deal's date; None where none is recorded."""
        return None if isinstance(self.deal.date, NotStated) else self.deal.date.date

    @property
    def horizon_years(self) -> int | None:
        """The years that the amount is spread over; None where none are stated."""
        years = self.amount.horizon_years if self.amount else None
        return years if isinstance(years, int) else None

    @property
    def condition(self) -> str | None:
        """What the amount hangs on; None where it hangs on nothing."""
        condition = self.amount.condition if self.amount else None
        return condition if isinstance(condition, str) else None

    @property
    def equivalents(self) -> tuple[Stated[Money], ...]:
        """The same amount as printed in other currencies."""
        return self.amount.equivalents if self.amount else ()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The passages behind the row: those of every current statement, of the figure it was
        converted by, or of the deal where there is no amount.
        """
        if self.amount is None:
            return self.deal.citations
        own = _citations_of(self.statement)
        beside = [
            citation
            for other in self.amount.statements
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
