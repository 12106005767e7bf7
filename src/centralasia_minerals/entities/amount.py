"""Amounts of money in a deal, each with what it is and everything that is said of it."""

from __future__ import annotations

from enum import Enum

from attrs import field

from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.values import Currency, Money, NotStated, Share

from .record import Record, part
from .source import Citation
from .stage import Stage
from .statement import Stated, Undisclosed, in_series, preferred


class AmountRole(Enum):
    """What an amount is (after IATI's transaction types and OCDS's contract values)."""

    COST = "cost"
    VALUATION = "valuation"
    CONTRACT_VALUE = "contract value"
    PRICE = "price"
    SPENDING = "spending"
    INVESTMENT = "investment"
    FINANCING = "financing"
    DISBURSEMENT = "disbursement"

    def __str__(self) -> str:
        return self.value


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
    amount's own, else that of the deal that it belongs to.
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
    # Derived while the amount is made, and read often: the current statement and stage.
    stated: Stated[Money] | Undisclosed | NotStated = field(init=False, eq=False, repr=False)
    stage: Stage | NotStated = field(init=False, eq=False, repr=False)
    deal_stages: tuple[Stated[Stage], ...] = field(default=(), eq=False, repr=False)

    def _check(self) -> None:
        self._settle("statements", in_series(self.statements))
        self._settle("stated", preferred(self.statements))
        self._settle("stages", in_series(self.stages))
        current = preferred(self.stages) or preferred(self.deal_stages)
        self._settle("stage", current.value if isinstance(current, Stated) else NotStated())
        self._settle("equivalents", in_series(self.equivalents))
        if isinstance(self.horizon_years, int) and self.horizon_years < 1:
            raise InvalidValueError("a horizon", f"{self.horizon_years} years", "give 1 or more")
        if self._currencies() & {stated.value.currency for stated in self.equivalents}:
            raise InvalidValueError(
                "an equivalent", "the amount's own currency", "record it as a statement"
            )

    def _currencies(self) -> set[Currency]:
        return {s.value.currency for s in self.statements if isinstance(s, Stated)}
