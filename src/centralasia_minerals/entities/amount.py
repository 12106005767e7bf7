"""Amounts of money in a deal, each with what it is and everything that is said of it."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from functools import cache

import attrs
from attrs import field

from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.values import Currency, Money, NotStated, Share, Word

from .conformance import Refusal
from .record import Record, part
from .sector import Sector
from .source import Citation
from .stage import Implementation, Stage
from .statement import (
    Disclosure,
    Standing,
    Stated,
    Undisclosed,
    disclosure_of,
    in_series,
    preferred,
)


class AmountRole(Word):
    """What an amount is (after IATI's transaction types and OCDS's contract values)."""

    COST = "cost"
    VALUATION = "valuation"
    CONTRACT_VALUE = "contract value"
    PRICE = "price"
    SPENDING = "spending"
    INVESTMENT = "investment"
    FINANCING = "financing"
    DISBURSEMENT = "disbursement"


@attrs.frozen(eq=False)
class Profile:
    """What the counting rules ask of an amount; amounts that are alike in it share one object.

    ``stage`` is the amount's, ``deal_stage`` that of its deal. ``role``, the stages and
    ``horizon_years`` are None where there is none.
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


@cache
def profile_of(
    role: AmountRole | None,
    stage: Stage | None,
    deal_stage: Stage | None,
    implementation: Implementation,
    sectors: tuple[Sector, ...],
    horizon_years: int | None,
    is_conditional: bool,
    disclosure: Disclosure,
    standing: Standing,
) -> Profile:
    """Give the one profile with these facts, so that rules judge each only once."""
    return Profile(
        role,
        stage,
        deal_stage,
        implementation,
        sectors,
        horizon_years,
        is_conditional,
        disclosure,
        standing,
    )


@part
class RelativeStatement(Stated[Share]):
    """An amount known only as a share of something else; ``of`` says of what."""

    of: str


@part
class Amount(Record):
    """One amount of a deal, however many sources report it.

    ``statements`` is a series: preferred first, then later first; empty where no figure is
    stated. ``equivalents`` are the same amount as printed in other currencies, never a second
    one. ``stages`` holds a stage of the amount's own; without one it has its deal's.
    ``horizon_years`` is the number of years that it is spread over, ``condition`` what it hangs
    on, in our words, ``basis`` what a price includes ("cash-free"), ``relative`` what is known of
    it as a share of something else.

    ``stated`` is the preferred, latest statement, or the kind of its absence; ``stage`` is the
    amount's own, else that of the deal that it belongs to; ``profile`` is what the counting rules
    ask of it.
    """

    role: AmountRole
    statements: tuple[Stated[Money] | Undisclosed, ...] = ()
    equivalents: tuple[Stated[Money], ...] = ()
    stages: tuple[Stated[Stage], ...] = ()
    horizon_years: int | NotStated = NotStated()
    condition: str | NotStated = NotStated()
    basis: str | NotStated = NotStated()
    relative: RelativeStatement | NotStated = NotStated()
    citations: tuple[Citation, ...] = ()
    # Derived while the amount is made, and read often.
    stated: Stated[Money] | Undisclosed | NotStated = field(init=False, eq=False, repr=False)
    stage: Stage | NotStated = field(init=False, eq=False, repr=False)
    profile: Profile = field(init=False, eq=False, repr=False)

    def _derive(self) -> None:
        self._settle("statements", in_series(self.statements))
        self._settle("stated", preferred(self.statements))
        self._settle("stages", in_series(self.stages))
        self._settle_in_deal(NotStated(), Implementation.UNKNOWN, ())
        self._settle("equivalents", in_series(self.equivalents))

    def _refusals(self) -> Iterator[Refusal]:
        if isinstance(self.horizon_years, int) and self.horizon_years < 1:
            yield InvalidValueError(
                "a horizon", f"{self.horizon_years} years", "give 1 or more", field="horizon_years"
            )
        if self._currencies() & {stated.value.currency for stated in self.equivalents}:
            yield InvalidValueError(
                "an equivalent",
                "the amount's own currency",
                "record it as a statement",
                field="equivalents",
            )

    def _currencies(self) -> set[Currency]:
        return {s.value.currency for s in self.statements if isinstance(s, Stated)}

    def _settle_in_deal(
        self,
        deal_stage: Stage | NotStated,
        implementation: Implementation,
        sectors: tuple[Sector, ...],
    ) -> None:
        own = preferred(self.stages)
        self._settle("stage", own.value if isinstance(own, Stated) else deal_stage)
        years = self.horizon_years
        profile = profile_of(
            self.role,
            self.stage if isinstance(self.stage, Stage) else None,
            deal_stage if isinstance(deal_stage, Stage) else None,
            implementation,
            sectors,
            years if isinstance(years, int) else None,
            bool(self.condition),
            disclosure_of(self.stated),
            Standing.CURRENT,
        )
        self._settle("profile", profile)


def placed_in_deal(
    amount: Amount,
    deal_stage: Stage | NotStated,
    implementation: Implementation,
    sectors: tuple[Sector, ...],
) -> Amount:
    """Give a copy of an amount that knows the stage, work and sectors of the deal it is put in."""
    placed = copy.copy(amount)
    placed._settle_in_deal(deal_stage, implementation, sectors)  # its own copy, not yet seen
    return placed
