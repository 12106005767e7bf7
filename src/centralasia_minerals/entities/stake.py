"""Stakes and quantities of a deal: who holds which share, and how much of what."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from attrs import Factory, field

from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.closed_enum import ClosedEnum
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.partial_date import PartialDate, as_partial_date
from centralasia_minerals.values.share import Share

from .base.keyed import Keyed
from .base.record import facts, part, with_changes
from .deposit import Deposit
from .figure import figure_of
from .organization import Organization
from .person import Agent
from .series import in_series
from .source import Citation, Dated, earliest_published
from .statement import Stated, Undisclosed


class StakeStatus(ClosedEnum):
    """Whether a stake is held or still to come; a right to a stake is not the stake."""

    OFFERED = "offered", "The stake is on offer, by the holder or to the holder."
    OPTION = "option", "The holder has a right to take the stake, such as an earn-in."
    TO_BE_ACQUIRED = "to be acquired", "The holder is set to take the stake."
    HELD = "held", "The holder has the stake."
    RETAINED = "retained", "The holder keeps this much where others take stakes."
    SOLD = "sold", "The holder has given the stake up."


@part
class Stake(Keyed):
    """A share in a venture or body, held or still to come.

    Marketing of output is a right to output, not a stake: whoever markets or takes all of it is an
    *offtaker* among the parties, and its part of the output is a ``Quantity`` of the deal.

    Attributes:
        holder: who holds it, or is to.
        of: the firm, venture or deposit that it is a share of; not stated if no source says.
        status: whether it is held or still to come; not stated if no source says.
        statements: what sources say that the share is, in the order of the file; empty if no
            source says, and never filled in from the other holders' shares. ``series`` has them
            in order of rank and date.
        citations: the passages behind it.
        as_of: when it was reported; by default, when the earliest source cited was published.
    """

    identified_by: ClassVar[tuple[str, ...]] = ("holder", "of", "status", "as_of")

    holder: Agent
    of: Organization | Deposit | NotStated = field(
        default=NotStated(), metadata=facts(is_identity=True)
    )
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

    def share_on(self, day: PartialDate | str) -> Stated[Share] | Undisclosed | NotStated:
        """Return what the statements say for a day, or the kind of absence.

        Those count that had certainly been made by then, going by their ``as_of``, and the later
        of them replace the earlier ones, as in ``share``. Passages that retell a statement after
        the day are left out. Not stated if no dated statement is that early.

        Args:
            day: the day, as a date or its text; a month, a year or an interval stands for its last
                day.

        Raises:
            InvalidTypeError: it is neither a PartialDate nor text.
            InvalidValueError: the text is not a date.
        """
        date = PartialDate.parse(day) if isinstance(day, str) else as_partial_date(day)
        last = date.latest
        made = [
            s
            for s in self.statements
            if isinstance(s.as_of, PartialDate) and s.as_of.latest <= last
        ]
        return figure_of(tuple(_as_told_by(last, statement) for statement in made))


def _as_told_by(last: date, statement: Stated[Share] | Undisclosed) -> Stated[Share] | Undisclosed:
    """Return a statement without the passages that retell it after a day."""
    if statement.is_dated or statement.as_of != earliest_published(statement.citations):
        return statement
    told = tuple(c for c in statement.citations if not _is_later(c, last))
    if len(told) in (0, len(statement.citations)):
        return statement
    return with_changes(statement, citations=told)


def _is_later(citation: Citation, last: date) -> bool:
    published = citation.source.published
    return isinstance(published, Dated) and published.date.latest > last


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
