"""Deals: who agreed, plans or proposes what with whom."""

from __future__ import annotations

from typing import ClassVar

from attrs import field

from centralasia_minerals.errors import InvalidValueError, briefly
from centralasia_minerals.rendering.views.blocks import View
from centralasia_minerals.values.absence import NotApplicable, NotStated
from centralasia_minerals.values.money import Money

from .amount import Amount
from .amounts_of_deal import amount_errors, headline, placed
from .base.field_checks import Checks
from .base.limits import limited
from .base.nesting import ancestors_of, too_deep
from .base.record import Entity, entity, facts
from .country import CENTRAL_ASIAN, NOT_CENTRAL_ASIAN, Bloc, Country, Place
from .deal_date import DealDate, DealDateKind
from .deposit import Deposit
from .mineral import Mineral
from .party import Party, Signatory
from .relation import Relation
from .series import deciding_stage, in_series, preferred
from .source import Citation
from .stake import Quantity, Stake
from .statement import Stated, Undisclosed
from .views.deal_view import deal_view
from .vocabulary.amount_role import AmountRole
from .vocabulary.deal_kind import DealClass, DealKind
from .vocabulary.implementation import Implementation
from .vocabulary.sector import Sector
from .vocabulary.stage import Stage


@entity
class Deal(Entity):
    """An agreement, pledge, plan, proposal, offer or policy act, with everything said of it.

    Attributes:
        id: the id, such as ``kz-us-tungsten``.
        title: a short title, in our words.
        kind: what sort of undertaking it is.
        deal_class: whether it is an undertaking, somebody's own project, a programme, an umbrella,
            a statement of will, a body or an act; not stated counts like an undertaking.
        stages: statements of how far the agreement has come, in the order of the file; empty if
            no source says, and then it is not concluded.
        implementations: statements of how far the work has come; empty if no source says.
        sectors: what it is for; empty if no source says.
        topics: the subjects that it is about, in our words; empty if none is named.
        countries: the Central Asian states concerned; empty if none is named.
        partners: the other states and blocs concerned; empty if none is named.
        parties: who takes part, and in which role; empty if no one is named.
        signatories: the people who signed it; empty if no signer is named.
        minerals: the minerals that it is about; empty if none is named.
        deposits: the deposits that it is about; empty if none is named.
        part_of: the larger deal that it is part of; not stated if no source says.
        relations: how it is related to other deals, which they name by id; empty if no source says.
        amounts: the amounts of money; empty if none is stated.
        no_amount: not applicable if money does not apply to it; otherwise not stated.
        stakes: the shares held or to be held; empty if none is named.
        quantities: how much of what it is about; empty if nothing is counted.
        dates: its dates; ``date`` is that of the agreement. Empty if it is undated.
        place: where it was agreed; not stated if no place is printed.
        citations: the passages behind it.
        stage: the current stage; derived from ``stages``, and not stated if they are empty. The
            name of a paper decides before any verb.
        implementation: the current state of the work, or *unknown*; derived.
    """

    kind_name = "deal"
    columns: ClassVar[tuple[str, ...]] = ("stage", "date", "value")

    id: str
    title: str
    kind: DealKind = field(metadata=facts(criterion="kind", group="kind"))
    deal_class: DealClass | NotStated = field(
        default=NotStated(),
        metadata=facts(criterion="deal_class", group="deal_class", is_identity=True),
    )
    stages: tuple[Stated[Stage], ...] = field(default=(), metadata=facts(is_series=True))
    implementations: tuple[Stated[Implementation], ...] = field(
        default=(), metadata=facts(is_series=True)
    )
    sectors: tuple[Sector, ...] = field(
        default=(), metadata=facts(criterion="sector", group="sector")
    )
    topics: tuple[str, ...] = ()
    countries: tuple[Country, ...] = field(
        default=(), metadata=limited(facts(criterion="country", group="country"), CENTRAL_ASIAN)
    )
    partners: tuple[Country | Bloc, ...] = field(
        default=(),
        metadata=limited(facts(criterion="partner", group="partner"), NOT_CENTRAL_ASIAN),
    )
    parties: tuple[Party, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    minerals: tuple[Mineral, ...] = field(
        default=(), metadata=facts(criterion="mineral", group="mineral")
    )
    deposits: tuple[Deposit, ...] = ()
    part_of: Deal | NotStated = NotStated()
    relations: tuple[Relation, ...] = ()
    amounts: tuple[Amount, ...] = ()
    no_amount: NotStated | NotApplicable = NotStated()
    stakes: tuple[Stake, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DealDate, ...] = field(default=(), metadata=facts(criterion="date", group="year"))
    place: Place | NotStated = NotStated()
    citations: tuple[Citation, ...] = ()
    # Derived while the deal is made, because they are read often.
    stage: Stage | NotStated = field(
        init=False, eq=False, repr=False, metadata=facts(criterion="stage", group="stage")
    )
    implementation: Implementation = field(init=False, eq=False, repr=False)

    def _derived(self) -> tuple[tuple[str, object], ...]:
        work = preferred(self.implementations)
        stage = deciding_stage(self.stages)
        state = work.value if isinstance(work, Stated) else Implementation.UNKNOWN
        amounts = placed(self.amounts, self.kind, self.deal_class, stage, state)
        return ("stage", stage), ("implementation", state), ("amounts", amounts)

    def _field_errors(self) -> Checks:
        checks = [self._money_errors, self._amount_errors, self._reversed_terms]
        if self.relations:
            checks.append(self._relation_errors)
        return *Entity._field_errors(self), too_deep(self), *checks

    def _amount_errors(self) -> Checks:
        return amount_errors(self.id, self.kind, self.amounts) if self.amounts else ()

    def _relation_errors(self) -> Checks:
        for place, one in enumerate(self.relations):
            if one.deal == self.id:
                asked = f"the relations of {briefly(self.id)}"
                found, remedy = "it is related to itself", "name the other deal"
                yield InvalidValueError(asked, found, remedy, field=f"relations[{place}].deal")

    def _money_errors(self) -> Checks:
        if not self.amounts or isinstance(self.no_amount, NotStated):
            return ()
        asked, found = (
            f"the amounts of {briefly(self.id)}",
            "no_amount says that money does not apply",
        )
        remedy = "leave out the amounts or no_amount"
        return (InvalidValueError(asked, found, remedy, field="no_amount"),)

    def _reversed_terms(self) -> Checks:
        starts = [dated.date for dated in self.dates if dated.kind is DealDateKind.START]
        ends = [dated.date for dated in self.dates if dated.kind is DealDateKind.END]
        for start in starts:
            for end in ends:
                if end.certainly_before(start):
                    yield InvalidValueError(
                        f"the dates of {briefly(self.id)}",
                        f"it ends in {end} and starts in {start}",
                        "give an end that is not before the start",
                        field="dates",
                    )

    def _view(self) -> View:
        return deal_view(self)

    @property
    def name(self) -> str:
        """The title."""
        return self.title

    @property
    def value(self) -> Stated[Money] | Undisclosed | NotStated | NotApplicable:
        """The headline figure, or the kind of its absence; for reading, not for adding up.

        It is an unconditional amount other than funding, if there is one, with a figure and the
        longest horizon; no horizon counts as the longest. It is never a valuation: what lies in
        the ground is not what a deal is worth. Totals apply their own rules. If several current
        statements give the figure, it is a view of all of them (``Amount.stated``).
        """
        found = headline(self.amounts)
        return found.stated if found else self.no_amount

    @property
    def stage_series(self) -> tuple[Stated[Stage], ...]:
        """The statements of its stage by rank, then later ones first."""
        return in_series(self.stages)

    @property
    def implementation_series(self) -> tuple[Stated[Implementation], ...]:
        """The statements of the state of the work by rank, then later ones first."""
        return in_series(self.implementations)

    @property
    def financing(self) -> tuple[Amount, ...]:
        """The amounts that pay for it: loans, equity and guarantees; empty if there are none."""
        return tuple(a for a in self.amounts if a.role is AmountRole.FINANCING)

    @property
    def date(self) -> DealDate | NotStated:
        """The day of the agreement, as nearly as it is told; not stated if the deal is undated.

        It is the date when it was signed, or else agreed, announced, reported or expected; the
        start of a term stands in only where nothing else is dated, and the end last. Of several
        dates of one kind, it is the one recorded first.
        """
        if len(self.dates) < 2:
            return self.dates[0] if self.dates else NotStated()
        return min(self.dates, key=lambda dated: _NEAREST.index(dated.kind))

    @property
    def ancestors(self) -> tuple[Deal, ...]:
        """The deals that it is part of, nearest first; empty if there are none."""
        return ancestors_of(self)


_NEAREST = (
    DealDateKind.SIGNED, DealDateKind.AGREED, DealDateKind.ANNOUNCED, DealDateKind.REPORTED,
    DealDateKind.EXPECTED, DealDateKind.START, DealDateKind.END,
)  # fmt: skip
