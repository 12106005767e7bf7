"""Amounts of money in a deal: what each one is, and everything that is said of it."""

from __future__ import annotations

from typing import Any, ClassVar

from attrs import field

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.currency import Currency
from centralasia_minerals.values.hedge import Hedge
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.share import Share

from .base.field_checks import Checks
from .base.keyed import Keyed
from .base.made import derived_again
from .base.record import facts, part, with_changes
from .condition import Condition
from .country import Place
from .figure import current_in, figure_of
from .person import Agent
from .series import deciding_stage, in_series, preferred
from .source import Citation
from .statement import Rank, Stated, Undisclosed
from .vocabulary.amount_role import AmountRole
from .vocabulary.condition_terms import ConditionKind
from .vocabulary.money_kind import MoneyKind
from .vocabulary.stage import Stage


@part
class RelativeStatement(Stated[Share]):
    """An amount that is known only as a share of something else.

    Attributes:
        of: what it is a share of, in our words or as printed.
    """

    of: str

    @property
    def high(self) -> Share | None:
        """The most that the words allow; None if they leave it open: it need not be a part."""
        return None if self.hedge.is_open_above else super().high


@part
class Amount(Keyed):
    """One amount of a deal, however many sources report it.

    Attributes:
        role: what the amount is: a cost, a price, financing and so on.
        money: what kind of money it is, which totals never mix; its deal fills it in where role and
            kind leave no doubt. Not stated in a deal only where no source gives a figure.
        statements: what sources say that it is, in the order of the file; empty if no source
            gives a figure. ``series`` has them in order of rank and date.
        equivalents: the same amount as printed in other currencies, never a second amount; empty
            if it is printed in one currency only.
        stages: statements of a stage of its own; empty if it has the stage of its deal.
        part_of: the key of the amount of the same deal that it is a tranche or component of; not
            stated if it is one by itself.
        horizon_years: how many years it is spread over; not stated if no source says.
        conditions: what it depends on; empty if nothing is said.
        payer: who pays it; empty if no source says.
        place: where what it pays for is built; not stated if no source says.
        basis: what a price includes ("cash-free"); not stated if nothing is said.
        relative: what is known of it as a share of something else; usually not stated.
        citations: the passages behind it, besides those of its statements.
        leading: the statement that comes first, or the kind of its absence; derived from
            ``statements``. For reading, ``stated`` tells what all current ones say.
        stage: its own current stage, or else that of its deal; derived, and not stated if
            neither is.
    """

    identified_by: ClassVar[tuple[str, ...]] = ("role", "horizon_years")

    is_carried_by_statements = True

    role: AmountRole = field(metadata=facts(is_identity=True))
    money: MoneyKind | NotStated = field(
        default=NotStated(), metadata=facts(group="money", is_identity=True)
    )
    statements: tuple[Stated[Money] | Undisclosed, ...] = field(
        default=(), metadata=facts(is_series=True)
    )
    equivalents: tuple[Stated[Money], ...] = ()
    stages: tuple[Stated[Stage], ...] = field(default=(), metadata=facts(is_series=True))
    part_of: str | NotStated = NotStated()
    horizon_years: int | NotStated = NotStated()
    conditions: tuple[Condition, ...] = ()
    payer: tuple[Agent, ...] = field(default=(), metadata=facts(group="payer"))
    place: Place | NotStated = field(default=NotStated(), metadata=facts(group="place"))
    basis: str | NotStated = NotStated()
    relative: RelativeStatement | NotStated = NotStated()
    citations: tuple[Citation, ...] = ()
    # Derived while the amount is made, because they are read often.
    leading: Stated[Money] | Undisclosed | NotStated = field(init=False, eq=False, repr=False)
    stage: Stage | NotStated = field(init=False, eq=False, repr=False)

    def _derived(self) -> tuple[tuple[str, object], ...]:
        return ("leading", preferred(self.statements)), ("stage", deciding_stage(self.stages))

    def _field_errors(self) -> Checks:
        yield self._horizon_errors()
        yield self._equivalent_errors()

    def _horizon_errors(self) -> Checks:
        if isinstance(self.horizon_years, int) and self.horizon_years < 1:
            found = f"{self.horizon_years} years"
            yield InvalidValueError("a horizon", found, "give 1 or more", field="horizon_years")

    def _equivalent_errors(self) -> Checks:
        if self._currencies() & {stated.value.currency for stated in self.equivalents}:
            yield InvalidValueError(
                "an equivalent",
                "it is in the amount's own currency",
                "record it as a statement",
                field="equivalents",
            )

    def __reduce__(self) -> tuple[Any, ...]:
        if self.stage == deciding_stage(self.stages):
            return super().__reduce__()
        # It has the stage of its deal, of which it does not know.
        return _restored_in_deal, (derived_again(self, stage=NotStated()), self.stage)

    @property
    def stated(self) -> Stated[Money] | Undisclosed | NotStated:
        """What the current statements say, or the kind of absence.

        If there are several, it is a view of them: it reads like the one that comes first, is
        approximate if any of them is, and cites the passages of all.
        """
        return figure_of(self.statements)

    @property
    def series(self) -> tuple[Stated[Money] | Undisclosed, ...]:
        """The statements by rank, then later ones first."""
        return in_series(self.statements)

    @property
    def is_conditional(self) -> bool:
        """Whether it depends on a contingency that is neither met nor waived."""
        return any(one.is_open and one.kind is ConditionKind.CONTINGENCY for one in self.conditions)

    @property
    def is_to_close(self) -> bool:
        """Whether a customary closing condition of it is neither met nor waived."""
        return any(one.is_open and one.kind is ConditionKind.CLOSING for one in self.conditions)

    def _currencies(self) -> set[Currency]:
        return {s.value.currency for s in self.statements if isinstance(s, Stated)}


def placed_in_deal(
    amount: Amount, deal_stage: Stage | NotStated, money: MoneyKind | None = None
) -> Amount:
    """Return an amount of a deal: a copy that has its stage and kind of money, where it has none.

    Args:
        amount: the amount.
        deal_stage: the stage of the deal.
        money: the kind of money that its role and the deal decide; None if they do not.
    """
    changed: dict[str, object] = {}
    if not amount.stages and amount.stage is not deal_stage:
        changed["stage"] = deal_stage
    if money is not None and isinstance(amount.money, NotStated):
        changed["money"] = money
    return derived_again(amount, **changed) if changed else amount


def _restored_in_deal(amount: Amount, stage: Stage | NotStated) -> Amount:
    """Return an amount of a pickle, which had the stage of its deal."""
    if type(amount) is not Amount or type(stage) not in (Stage, NotStated):
        remedy = "give an Amount and the stage of its deal"
        raise InvalidTypeError.of("an amount of a deal", (amount, stage), remedy)
    return placed_in_deal(amount, stage)


def printed_equivalent(
    amount: Amount, statement: Stated[Money], currency: Currency
) -> Stated[Money] | None:
    """Return the same figure as printed in another currency, or None if none is printed.

    An equivalent belongs to the statement that it was printed next to: it is used only if one of
    its sources states the same value. Without one, another current statement of the amount serves,
    if a source gives the amount in that currency.
    """
    sources = {
        citation.source.id
        for other in amount.statements
        if isinstance(other, Stated)
        and other.value == statement.value
        and other.rank is not Rank.DEPRECATED
        for citation in other.citations
    }
    for equivalent in in_series(amount.equivalents):
        same_source = any(citation.source.id in sources for citation in equivalent.citations)
        live = equivalent.rank is not Rank.DEPRECATED
        if equivalent.value.currency == currency and same_source and live:
            return _as_hedged(equivalent, statement)
    if len(amount.statements) < 2:
        return None
    for other in current_in(amount.statements):
        if isinstance(other, Stated) and getattr(other.value, "currency", None) == currency:
            return other
    return None


def _as_hedged(equivalent: Stated[Money], statement: Stated[Money]) -> Stated[Money]:
    """Return an equivalent with the hedge of the figure that it restates, unless it has its own.

    "Up to $100 (€92)" is one ceiling, printed in two currencies.
    """
    if equivalent.hedge is not Hedge.AS_STATED or statement.hedge is Hedge.RANGE:
        return equivalent
    if statement.hedge is Hedge.AS_STATED and not statement.further_words:
        return equivalent
    return with_changes(equivalent, hedge=statement.hedge, further_words=statement.further_words)
