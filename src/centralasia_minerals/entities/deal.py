"""Deals: who agreed what with whom."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.values import Money, NotApplicable, NotStated, Word

from .amount import Amount, AmountRole, placed_in_deal
from .conformance import Refusal
from .country import Bloc, Country
from .deposit import Deposit
from .mineral import Mineral
from .part_of import ancestors_of, too_deep
from .party import Party, Signatory
from .place import Place
from .quantity import Quantity
from .record import Entity, entity, part
from .sector import Sector
from .source import Citation, Dated
from .stage import Implementation, Stage
from .stake import Stake
from .statement import Stated, Undisclosed, in_series, preferred


class DealKind(Word):
    """What sort of undertaking a deal is."""

    JOINT_VENTURE = "joint venture"
    SALE = "sale"
    PURCHASE_PLAN = "purchase plan"
    INVESTMENT_PLAN = "investment plan"
    CONTRACT = "contract"
    CONSTRUCTION = "construction"
    FINANCING = "financing"
    COOPERATION = "cooperation"
    MEMORANDUM = "memorandum"
    LICENCE = "licence"
    EQUITY = "equity"
    OFFTAKE = "offtake"
    ACCESSION = "accession"
    POLICY_ACT = "policy act"
    OFFER = "offer"
    PROPOSAL = "proposal"
    INVITATION = "invitation"


class DealDateKind(Word):
    """What happened, or is to happen, on a date of a deal."""

    ANNOUNCED = "announced"
    AGREED = "agreed"
    SIGNED = "signed"
    START = "start"
    END = "end"
    EXPECTED = "expected"
    REPORTED = "reported"


@part
class DealDate(Dated):
    """A date of a deal, and what it is the date of."""

    kind: DealDateKind


@entity
class Deal(Entity):
    """An agreement, pledge, plan, proposal, offer or policy act, with everything said of it.

    ``stages`` and ``implementations`` are series: preferred first, then later first; ``stage`` and
    ``implementation`` are their current views (an implementation is *unknown* where none is told).
    ``countries`` are the Central Asian states concerned, ``partners`` the other states and blocs,
    as far as stated. ``topics`` are in our words. ``part_of`` is the umbrella that it belongs to.
    ``no_amount`` tells a deal whose money nobody states from one to which money does not apply.
    """

    kind_name = "deal"

    id: str
    title: str
    kind: DealKind
    stages: tuple[Stated[Stage], ...] = ()
    implementations: tuple[Stated[Implementation], ...] = ()
    sectors: tuple[Sector, ...] = ()
    topics: tuple[str, ...] = ()
    countries: tuple[Country, ...] = ()
    partners: tuple[Country | Bloc, ...] = ()
    parties: tuple[Party, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    minerals: tuple[Mineral, ...] = ()
    deposits: tuple[Deposit, ...] = ()
    part_of: Deal | NotStated = NotStated()
    amounts: tuple[Amount, ...] = ()
    no_amount: NotStated | NotApplicable = NotStated()
    stakes: tuple[Stake, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DealDate, ...] = ()
    place: Place | NotStated = NotStated()
    citations: tuple[Citation, ...] = ()
    # Derived while the deal is made, and read often: the current stage and state of the work.
    stage: Stage | NotStated = attrs.field(init=False, eq=False, repr=False)
    implementation: Implementation = attrs.field(init=False, eq=False, repr=False)

    def _derive(self) -> None:
        self._settle("stages", in_series(self.stages))
        self._settle("implementations", in_series(self.implementations))
        stage, work = preferred(self.stages), preferred(self.implementations)
        self._settle("stage", stage.value if isinstance(stage, Stated) else NotStated())
        self._settle(
            "implementation", work.value if isinstance(work, Stated) else Implementation.UNKNOWN
        )
        placed = (
            placed_in_deal(amount, self.stage, self.implementation, self.sectors)
            for amount in self.amounts
        )
        self._settle("amounts", tuple(placed))

    def _refusals(self) -> Iterator[Refusal]:
        yield from Entity._refusals(self)
        yield from too_deep(self)
        if self.amounts and isinstance(self.no_amount, NotApplicable):
            yield InvalidValueError(
                f"the amounts of {self.id!r}",
                "money is said not to apply",
                "drop one of the two",
                field="no_amount",
            )
        yield from self._reversed_terms()

    def _reversed_terms(self) -> Iterator[Refusal]:
        starts = [dated.date for dated in self.dates if dated.kind is DealDateKind.START]
        ends = [dated.date for dated in self.dates if dated.kind is DealDateKind.END]
        for start in starts:
            for end in ends:
                if end.certainly_before(start):
                    yield InvalidValueError(
                        f"the dates of {self.id!r}",
                        f"it ends in {end} and starts in {start}",
                        "let it end after its start",
                        field="dates",
                    )

    @property
    def name(self) -> str:
        """The title."""
        return self.title

    @property
    def value(self) -> Stated[Money] | Undisclosed | NotStated | NotApplicable:
        """The headline: not financing, unconditional, with a figure, of the longest horizon.

        Without one it is the kind of absence. The headline is for reading; totals apply the
        counting rules.
        """
        headline = min(self._headlines(), key=_by_horizon, default=None)
        return headline.stated if headline else self.no_amount

    def _headlines(self) -> list[Amount]:
        own = [a for a in self.amounts if a.role is not AmountRole.FINANCING and not a.condition]
        told = [amount for amount in own if isinstance(amount.stated, Stated)]
        return told or own or list(self.amounts)

    @property
    def financing(self) -> tuple[Amount, ...]:
        """The amounts that pay for it: loans, equity, guarantees."""
        return tuple(a for a in self.amounts if a.role is AmountRole.FINANCING)

    @property
    def date(self) -> DealDate | NotStated:
        """The first date recorded, which is the preferred one."""
        return self.dates[0] if self.dates else NotStated()

    @property
    def ancestors(self) -> tuple[Deal, ...]:
        """The deals that it is part of, nearest first."""
        return ancestors_of(self)


def _by_horizon(amount: Amount) -> float:
    years = amount.horizon_years
    return -years if isinstance(years, int) else -float("inf")
