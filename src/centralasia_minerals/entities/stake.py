"""Stakes and quantities of a deal: who holds which share, and how much of what."""

from __future__ import annotations

from typing import ClassVar

from attrs import Factory, field

from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.closed_enum import ClosedEnum
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.partial_date import PartialDate
from centralasia_minerals.values.share import Share

from .base.keyed import Keyed
from .base.record import facts, part
from .figure import figure_of
from .person import Agent
from .series import in_series
from .source import Citation, earliest_published
from .statement import Stated, Undisclosed


class StakeStatus(ClosedEnum):
    """Whether a stake is held or still to come; a right to a stake is not the stake."""

    HELD = "held", "The holder has the stake."
    TO_BE_ACQUIRED = "to be acquired", "The holder is set to take the stake."
    OPTION = "option", "The holder has a right to take the stake."
    SOLD = "sold", "The holder has given the stake up."


@part
class Stake(Keyed):
    """A share in a venture or body, held or still to come.

    Attributes:
        holder: who holds it, or is to.
        status: whether it is held or still to come; not stated if no source says.
        statements: what sources say that the share is, in the order of the file; empty if no
            source says, and never filled in from the other holders' shares. ``series`` has them
            in order of rank and date.
        citations: the passages behind it.
        as_of: when it was told of; by default, when the earliest source cited was published.
    """

    identified_by: ClassVar[tuple[str, ...]] = ("holder", "status", "as_of")

    holder: Agent
    status: StakeStatus | NotStated = field(default=NotStated(), metadata=facts(is_identity=True))
    statements: tuple[Stated[Share] | Undisclosed, ...] = field(
        default=(), metadata=facts(is_series=True)
    )
    # Citations stand before as_of because its default is taken from them.
    citations: tuple[Citation, ...] = ()
    as_of: PartialDate | NotStated = field(
        default=Factory(lambda self: earliest_published(self.citations), takes_self=True)
    )

    @property
    def series(self) -> tuple[Stated[Share] | Undisclosed, ...]:
        """The statements of the share by rank, then later ones first."""
        return in_series(self.statements)

    @property
    def share(self) -> Stated[Share] | Undisclosed | NotStated:
        """What the current statements say that the share is, or the kind of absence."""
        return figure_of(self.statements)


@part
class Quantity(Keyed):
    """How much of something a deal is about, such as 37 aircraft.

    Attributes:
        what: what is counted or measured, in our words or as printed.
        statements: what sources say how much it is, in the order of the file; empty if it is
            worded without a number. ``series`` has them in order of rank and date.
        citations: the passages behind it, if there are no statements.
    """

    identified_by: ClassVar[tuple[str, ...]] = ("what",)

    is_carried_by_statements = True

    what: str = field(metadata=facts(is_identity=True))
    statements: tuple[Stated[Measure] | Undisclosed, ...] = field(
        default=(), metadata=facts(is_series=True)
    )
    citations: tuple[Citation, ...] = ()

    @property
    def series(self) -> tuple[Stated[Measure] | Undisclosed, ...]:
        """The statements by rank, then later ones first."""
        return in_series(self.statements)

    @property
    def stated(self) -> Stated[Measure] | Undisclosed | NotStated:
        """What the current statements say, or the kind of absence."""
        return figure_of(self.statements)
