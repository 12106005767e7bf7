"""Stakes: who holds, or has a right to, what share."""

from __future__ import annotations

from attrs import Factory, field

from centralasia_minerals.values import NotStated, PartialDate, Share, Word

from .person import Agent
from .record import Record, part
from .source import Citation, earliest_published
from .statement import Stated, Undisclosed, in_series, preferred


class StakeStatus(Word):
    """A right to a stake is not the stake."""

    HELD = "held"
    TO_BE_ACQUIRED = "to be acquired"
    OPTION = "option"
    SOLD = "sold"


@part
class Stake(Record):
    """A share in a venture, held or to come.

    ``status`` is not stated where no source tells it. ``statements`` is a series of what sources
    say the share is: preferred first, then later first; empty where none says, and then nothing
    is filled in from the other holders' shares.
    """

    holder: Agent
    status: StakeStatus | NotStated = NotStated()
    statements: tuple[Stated[Share] | Undisclosed, ...] = ()
    # Citations stand before as_of because its default is taken from them.
    citations: tuple[Citation, ...] = ()
    as_of: PartialDate | NotStated = field(
        default=Factory(lambda self: earliest_published(self.citations), takes_self=True)
    )

    def _derive(self) -> None:
        self._settle("statements", in_series(self.statements))

    @property
    def share(self) -> Stated[Share] | Undisclosed | NotStated:
        """The preferred, latest statement of the share, or the kind of its absence."""
        return preferred(self.statements)
