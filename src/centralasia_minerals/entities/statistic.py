"""Statistics: shares, counts and amounts that sources give about a subject."""

from __future__ import annotations

from typing import ClassVar, TypeAlias

from attrs import field

from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.share import Share

from .base.record import Entity, entity, facts
from .country import Bloc, Country
from .deposit import Deposit
from .figure import figure_of
from .mineral import Mineral
from .organization import Organization
from .person import Person
from .series import in_series
from .source import Citation
from .statement import Stated, Undisclosed

Subject: TypeAlias = Country | Bloc | Organization | Person | Mineral | Deposit
"""What a statistic may be about."""


@entity
class Statistic(Entity):
    """A figure that a source gives about a subject, such as a share of the world's output.

    Attributes:
        id: the id, such as ``china-rare-earth-mining-share``.
        what: what is counted or shared, and of what whole, in our words.
        subject: whom or what the figure is about.
        minerals: the minerals that it is about; empty if it is not about any.
        statements: what sources say that the figure is, in the order of the file. ``series`` has
            them in order of rank and date.
        citations: the passages behind it.
    """

    kind_name = "statistic"
    columns: ClassVar[tuple[str, ...]] = ("stated",)

    id: str
    what: str
    subject: Subject
    minerals: tuple[Mineral, ...] = field(default=(), metadata=facts(criterion="mineral"))
    statements: tuple[Stated[Share] | Stated[Measure] | Stated[Money] | Undisclosed, ...] = field(
        metadata=facts(is_series=True)
    )
    citations: tuple[Citation, ...] = ()

    @property
    def name(self) -> str:
        """What is counted or shared."""
        return self.what

    @property
    def series(
        self,
    ) -> tuple[Stated[Share] | Stated[Measure] | Stated[Money] | Undisclosed, ...]:
        """The statements by rank, then later ones first."""
        return in_series(self.statements)

    @property
    def stated(self) -> Stated[Share] | Stated[Measure] | Stated[Money] | Undisclosed | NotStated:
        """What the current statements say, or the kind of absence."""
        return figure_of(self.statements)
