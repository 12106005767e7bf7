"""Statistics: a stated share, count or amount, and the subject it belongs to."""

from __future__ import annotations

from typing import TypeAlias

from centralasia_minerals.values import Measure, Money, NotStated, Share

from .country import Bloc, Country
from .deposit import Deposit
from .mineral import Mineral
from .organization import Organization
from .person import Person
from .record import Entity, entity
from .source import Citation
from .statement import Stated, Undisclosed, in_series, preferred

Subject: TypeAlias = Country | Bloc | Organization | Person | Mineral | Deposit
"""What a statistic may be about."""


@entity
class Statistic(Entity):
    """A figure that a source gives about a subject.

    ``what`` says in our words what is counted or shared, and of what whole. ``statements`` is a
    series: preferred first, then later first.
    """

    kind_name = "statistic"

    id: str
    what: str
    subject: Subject
    minerals: tuple[Mineral, ...] = ()
    statements: tuple[Stated[Share] | Stated[Measure] | Stated[Money] | Undisclosed, ...]
    citations: tuple[Citation, ...] = ()

    def _derive(self) -> None:
        self._settle("statements", in_series(self.statements))

    @property
    def name(self) -> str:
        """What is counted or shared."""
        return self.what

    @property
    def stated(self) -> Stated[Share] | Stated[Measure] | Stated[Money] | Undisclosed | NotStated:
        """The preferred, latest statement."""
        return preferred(self.statements)
